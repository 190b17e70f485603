package store

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"time"

	bolt "go.etcd.io/bbolt"
)

// schemaVersion is the version of the whole layout drawn in the package
// documentation. A file with a higher one is refused.
const schemaVersion = 3

// appName marks a bbolt file as ours.
const appName = "linkvet"

// Names of buckets; each is documented in the package documentation.
func bucketMeta() []byte        { return []byte("meta") }
func bucketInvitations() []byte { return []byte("invitations") }
func bucketList() []byte        { return []byte("list") }
func bucketConnections() []byte { return []byte("connections") }
func bucketJournal() []byte     { return []byte("journal") }
func bucketDrafts() []byte      { return []byte("drafts") }

// buckets returns the tables of a schema version.
func buckets(version int) [][]byte {
	names := [][]byte{bucketMeta(), bucketInvitations(), bucketList(), bucketConnections(), bucketJournal()}
	if version >= 2 {
		names = append(names, bucketDrafts())
	}
	return names
}

// Keys of the meta bucket. Its values are text. The first two are bare and will
// be so for ever, so that every version can tell whose the file is and how new;
// the others are sealed like all entries.
const (
	metaApp               = "app"
	metaSchema            = "schema"
	metaCreated           = "created"
	metaCount             = "count"
	metaNewestInvitations = "newest_invitations"
	metaNewestConnections = "newest_connections"
	metaVersion           = "version"
	metaUndo              = "undo"
	metaRedo              = "redo"
)

// initialise lays out an empty store.
func initialise(tx *bolt.Tx, now time.Time) error {
	for _, name := range buckets(schemaVersion) {
		if _, err := tx.CreateBucket(name); err != nil {
			return err
		}
	}
	meta := tx.Bucket(bucketMeta())
	return errors.Join(
		meta.Put([]byte(metaApp), []byte(appName)),
		meta.Put([]byte(metaSchema), []byte(strconv.Itoa(schemaVersion))),
		putMeta(tx, metaCreated, now.UTC().Format(time.RFC3339)),
		putMeta(tx, metaCount, "0"),
	)
}

// checkLayout refuses a file that is not ours, is newer, or lacks a table, and
// returns the version of its schema.
func checkLayout(tx *bolt.Tx, path string) (version int, err error) {
	meta := tx.Bucket(bucketMeta())
	if meta == nil || !bytes.Equal(meta.Get([]byte(metaApp)), []byte(appName)) {
		return 0, damaged(path, "it is a database of another program")
	}
	version, err = strconv.Atoi(string(meta.Get([]byte(metaSchema))))
	switch {
	case err != nil || version < 1:
		return 0, damaged(path, "its schema version is unreadable")
	case version > schemaVersion:
		return 0, newer(path, "its schema is version %d and this program knows up to %d", version, schemaVersion)
	}
	for _, name := range buckets(version) {
		if tx.Bucket(name) == nil {
			return 0, damaged(path, "the table %q is missing", name)
		}
	}
	return version, nil
}

// checkCurrent runs at the start of every transaction, because another process
// may have replaced the file since the last one.
func checkCurrent(tx *bolt.Tx, path string) error {
	version, err := checkLayout(tx, path)
	if err == nil && version < schemaVersion {
		err = fmt.Errorf("the store %s was replaced by one of an older linkvet: start linkvet again to bring it up to date", path)
	}
	return err
}

// getMeta returns "" for what is not there or cannot be read.
func getMeta(tx holder, key string) string {
	text, err := unseal([]byte(key), tx.Bucket(bucketMeta()).Get([]byte(key)))
	if err != nil {
		return ""
	}
	return string(text)
}

func putMeta(tx holder, key, value string) error {
	return tx.Bucket(bucketMeta()).Put([]byte(key), seal([]byte(key), []byte(value)))
}

// count returns the stored number of invitations; bbolt could only count by
// walking every page.
func count(tx holder) int {
	n, err := strconv.Atoi(getMeta(tx, metaCount))
	if err != nil {
		return -1 // never equal to what is there, so that it is noticed
	}
	return n
}

func addCount(tx holder, more int) error {
	return putMeta(tx, metaCount, strconv.Itoa(count(tx)+more))
}

// metaTime returns a time of the meta bucket, zero when there is none.
func metaTime(tx holder, key string) time.Time {
	t, err := time.Parse(time.RFC3339, getMeta(tx, key))
	if err != nil {
		return time.Time{}
	}
	return t
}

// metaNumber returns a number of the meta bucket, 0 when there is none.
func metaNumber(tx holder, key string) uint64 {
	n, err := strconv.ParseUint(getMeta(tx, key), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

func putNumber(tx holder, key string, n uint64) error {
	return putMeta(tx, key, strconv.FormatUint(n, 10))
}

// raiseVersion notes that the store was changed.
func raiseVersion(tx holder) error {
	return putNumber(tx, metaVersion, metaNumber(tx, metaVersion)+1)
}
