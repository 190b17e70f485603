package tables

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
	"linkvet/store/sealed"
)

// SchemaVersion is the version of the whole layout drawn in the package
// documentation. A file with a higher one is refused.
const SchemaVersion = 6

// appName marks a bbolt file as ours.
const appName = "linkvet"

// Names of buckets; each is documented in the package documentation.
func BucketMeta() []byte        { return []byte("meta") }
func BucketInvitations() []byte { return []byte("invitations") }
func BucketList() []byte        { return []byte("list") }
func BucketConnections() []byte { return []byte("connections") }
func BucketJournal() []byte     { return []byte("journal") }
func BucketDrafts() []byte      { return []byte("drafts") }

// Buckets returns the tables of a schema version.
func Buckets(version int) [][]byte {
	names := [][]byte{BucketMeta(), BucketInvitations(), BucketList(), BucketConnections(), BucketJournal()}
	if version >= 2 {
		names = append(names, BucketDrafts())
	}
	return names
}

// Keys of the meta bucket. Its values are text. The first two are bare and will
// be so for ever, so that every version can tell whose the file is and how new;
// the others are sealed like all entries.
const (
	MetaApp               = "app"
	MetaSchema            = "schema"
	metaCreated           = "created"
	MetaCount             = "count"
	MetaNewestInvitations = "newest_invitations"
	MetaNewestConnections = "newest_connections"
	MetaNewestMessages    = "newest_messages"
	MetaVersion           = "version"
	MetaUndo              = "undo"
	MetaRedo              = "redo"
	metaIdentity          = "identity"
	MetaJournalFrom       = "journal_from"
	MetaRules             = "rules" // the rules that the advice kept was worked out by
)

// Initialize lays out an empty store.
func Initialize(tx *bolt.Tx, now time.Time) error {
	for _, name := range Buckets(SchemaVersion) {
		if _, err := tx.CreateBucket(name); err != nil {
			return err
		}
	}
	meta := tx.Bucket(BucketMeta())
	return errors.Join(
		meta.Put([]byte(MetaApp), []byte(appName)),
		meta.Put([]byte(MetaSchema), []byte(strconv.Itoa(SchemaVersion))),
		PutMeta(tx, metaCreated, now.UTC().Format(time.RFC3339)),
		PutMeta(tx, metaIdentity, rand.Text()),
		PutMeta(tx, MetaCount, "0"),
	)
}

// CheckLayout refuses a file that is not ours, is newer, or lacks a table, and
// returns the version of its schema.
func CheckLayout(tx *bolt.Tx, path string) (version int, err error) {
	meta := tx.Bucket(BucketMeta())
	if meta == nil || !bytes.Equal(meta.Get([]byte(MetaApp)), []byte(appName)) {
		return 0, fault.Damaged(path, "it is a database of another program")
	}
	version, err = strconv.Atoi(string(meta.Get([]byte(MetaSchema))))
	switch {
	case err != nil || version < 1:
		return 0, fault.Damaged(path, "its schema version is unreadable")
	case version > SchemaVersion:
		return 0, fault.Newer(path, "its schema is version %d and this program knows up to %d", version, SchemaVersion)
	}
	for _, name := range Buckets(version) {
		if tx.Bucket(name) == nil {
			return 0, fault.Damaged(path, "the table %q is missing", name)
		}
	}
	return version, nil
}

// CheckCurrent runs at the start of every transaction, because another process
// may have replaced the file since the last one.
func CheckCurrent(tx *bolt.Tx, path string) error {
	version, err := CheckLayout(tx, path)
	if err == nil && version < SchemaVersion {
		err = fmt.Errorf("the store %s was replaced by one of an older linkvet: start linkvet again to bring it up to date", path)
	}
	return err
}

// GetMeta returns "" for what is not there or cannot be read.
func GetMeta(tx holder, key string) string {
	text, err := sealed.Open([]byte(key), tx.Bucket(BucketMeta()).Get([]byte(key)))
	if err != nil {
		return ""
	}
	return string(text)
}

func PutMeta(tx holder, key, value string) error {
	return tx.Bucket(BucketMeta()).Put([]byte(key), sealed.Seal([]byte(key), []byte(value)))
}

// Count returns the stored number of invitations; bbolt could only count by
// walking every page.
func Count(tx holder) int {
	n, err := strconv.Atoi(GetMeta(tx, MetaCount))
	if err != nil {
		return -1 // never equal to what is there, so that it is noticed
	}
	return n
}

func AddCount(tx holder, more int) error {
	return PutMeta(tx, MetaCount, strconv.Itoa(Count(tx)+more))
}

// MetaTime returns a time of the meta bucket, zero when there is none.
func MetaTime(tx holder, key string) time.Time {
	t, err := time.Parse(time.RFC3339, GetMeta(tx, key))
	if err != nil {
		return time.Time{}
	}
	return t
}

// MetaNumber returns a number of the meta bucket, 0 when there is none.
func MetaNumber(tx holder, key string) uint64 {
	n, err := strconv.ParseUint(GetMeta(tx, key), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

func PutNumber(tx holder, key string, n uint64) error {
	return PutMeta(tx, key, strconv.FormatUint(n, 10))
}

// Identity returns what tells this store, and every copy of it, from all others.
// One of an earlier program has none yet: what it began with stands for it, which
// its copies have in common.
func Identity(tx holder) string {
	if id := GetMeta(tx, metaIdentity); id != "" {
		return id
	}
	sum := sha256.New()
	sum.Write([]byte(GetMeta(tx, metaCreated)))
	_, first := tx.Bucket(BucketJournal()).Cursor().First()
	sum.Write(first)
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// keepIdentity writes the identity down where it only follows from what may go.
func keepIdentity(tx holder) error {
	if GetMeta(tx, metaIdentity) != "" {
		return nil
	}
	return PutMeta(tx, metaIdentity, Identity(tx))
}

// RaiseVersion notes that the store was changed.
func RaiseVersion(tx holder) error {
	if err := keepIdentity(tx); err != nil {
		return err
	}
	return PutNumber(tx, MetaVersion, MetaNumber(tx, MetaVersion)+1)
}
