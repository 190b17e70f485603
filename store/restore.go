package store

import (
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Holdings is what a store holds, in numbers.
type Holdings struct {
	Invitations int        `json:"invitations"`
	Answered    int        `json:"answered"` // invitations with an answer
	Decided     int        `json:"decided"`
	ChangedAt   *time.Time `json:"changed_at"` // when an invitation changed last
}

// RestorePlan is what a restore changes, or did.
type RestorePlan struct {
	From     string   `json:"from"`
	Store    string   `json:"store"`
	Now      Holdings `json:"now"`      // zeros when there is no store, or it cannot be read
	Then     Holdings `json:"then"`     // what the backup holds
	Returned int      `json:"returned"` // invitations that only the backup has
	Lost     int      `json:"lost"`     // that only the store has
	Changed  int      `json:"changed"`  // that both have, and not the same
	Damage   string   `json:"damage"`   // why the store cannot be read; "" when it can
	Kept     string   `json:"kept"`     // where the replaced file is afterwards; "" before, and when there was none
}

// PlanRestore says what putting the backup from in the place of the store at
// path would change, and changes nothing.
func PlanRestore(ctx context.Context, path, from string, opts Options) (RestorePlan, error) {
	folder, err := os.MkdirTemp("", "linkvet-restore-")
	if err != nil {
		return RestorePlan{}, fmt.Errorf("look at the backup %s: %w", from, err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	_, plan, err := planRestore(ctx, path, from, filepath.Join(folder, "copy.db"), opts)
	return plan, err
}

// Restore puts the backup from in the place of the store at path. The store as
// it is becomes a backup itself, or is set aside when it cannot be read.
func Restore(ctx context.Context, path, from string, opts Options) (RestorePlan, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return RestorePlan{}, fmt.Errorf("restore %s: %w", path, err)
	}
	if err := os.MkdirAll(filepath.Dir(absolute), 0o700); err != nil {
		return RestorePlan{}, fmt.Errorf("restore %s: %w", path, err)
	}
	temp, err := tempBeside(absolute)
	if err != nil {
		return RestorePlan{}, fmt.Errorf("restore %s: %w", path, err)
	}
	defer func() { _ = os.Remove(temp) }()
	backup, plan, err := planRestore(ctx, absolute, from, temp, opts)
	if err != nil {
		return plan, err
	}
	store := &Store{path: absolute, opts: backup.opts}
	switch _, err := os.Stat(absolute); {
	case errors.Is(err, fs.ErrNotExist):
		err = backup.restored(0, from)
		if err == nil {
			err = giveName(temp, absolute, false)
		}
		return plan, explain(absolute, err)
	case plan.Damage != "":
		plan.Kept, err = store.replaceDamaged(backup, from)
		return plan, explain(absolute, err)
	}
	err = store.with(session{}, func(db *bolt.DB) error {
		if plan.Kept, err = store.backUp(db, backupRestore); err != nil {
			return fmt.Errorf("nothing was changed, because the backup before it failed: %w", err)
		}
		return store.replaceBy(db, backup, from)
	})
	return plan, err
}

// planRestore copies the backup to temp, brings it up to date there, and
// compares it with the store.
func planRestore(ctx context.Context, path, from, temp string, opts Options) (*Store, RestorePlan, error) {
	plan := RestorePlan{From: from, Store: path}
	if err := refuseItself(path, from); err != nil {
		return nil, plan, err
	}
	if err := copyBackup(from, temp, opts); err != nil {
		return nil, plan, err
	}
	backup, err := openCopy(temp, opts)
	if err != nil {
		return nil, plan, err
	}
	then, err := backup.inventory(ctx)
	if err != nil {
		return nil, plan, err
	}
	plan.Then = then.Holdings
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		plan.Returned = then.Invitations
		return backup, plan, nil
	}
	now := inventory{}
	store := &Store{path: path, opts: backup.opts}
	if err = store.verify(); err == nil && store.schema == schemaVersion {
		now, err = store.inventory(ctx)
	}
	switch {
	case errors.Is(err, ErrDamaged):
		plan.Damage = err.Error()
	case err != nil:
		return nil, plan, err
	}
	plan.Now = now.Holdings
	for id, sum := range then.records {
		if other, ok := now.records[id]; !ok {
			plan.Returned++
		} else if other != sum {
			plan.Changed++
		}
	}
	plan.Lost = len(now.records) - (len(then.records) - plan.Returned)
	return backup, plan, nil
}

// tempBeside makes an empty file for the owner alone, to be renamed to path.
func tempBeside(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+halfMade+"*") // 0600
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

func refuseItself(path, from string) error {
	a, errA := os.Stat(path)
	b, errB := os.Stat(from)
	if errB != nil {
		return fmt.Errorf("the backup: %w", errB)
	}
	if errA == nil && os.SameFile(a, b) {
		return invalid("restoring %s from itself", path)
	}
	return nil
}

// copyBackup looks at the backup from end to end and copies it.
func copyBackup(from, temp string, opts Options) error {
	info, err := os.Stat(from)
	if err != nil {
		return fmt.Errorf("the backup: %w", err)
	}
	opts, err = opts.complete()
	if err != nil {
		return err
	}
	backup := &Store{path: from, opts: opts}
	if err := backup.inspect(info); err != nil {
		return err
	}
	if err := backup.verify(); err != nil {
		return err
	}
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("the backup: %w", err)
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(temp, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("copy the backup: %w", err)
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	if err := errors.Join(err, out.Close()); err != nil {
		return fmt.Errorf("copy the backup: %w", err)
	}
	return nil
}

// openCopy opens a copy that is the program's own: it needs no backup before it
// is brought up to date.
func openCopy(path string, opts Options) (*Store, error) {
	opts, err := opts.complete()
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, opts: opts, isCopy: true}
	if err := s.verify(); err != nil {
		return nil, err
	}
	if s.schema < schemaVersion {
		err = s.migrate()
	}
	return s, err
}

// inventory is what a store holds, and a checksum of each record.
type inventory struct {
	Holdings
	records map[string]uint32
}

func (s *Store) inventory(ctx context.Context) (inventory, error) {
	all := inventory{records: map[string]uint32{}}
	var last time.Time
	err := s.Each(ctx, func(inv Invitation) error {
		record, err := encodePayload(inv)
		if err != nil {
			return err
		}
		all.records[inv.ID] = crc32.Checksum(record, castagnoli)
		all.Invitations++
		if inv.Answered() > 0 {
			all.Answered++
		}
		if inv.Decision != "" {
			all.Decided++
		}
		if inv.ChangedAt.After(last) {
			last = inv.ChangedAt
		}
		return nil
	})
	all.ChangedAt = orNull(last)
	return all, err
}

// restored notes in the copy where it comes from. Its version goes on from that
// of the store it replaces, so that a running program notices.
func (s *Store) restored(version uint64, from string) error {
	return s.write(0, func(tx *bolt.Tx) (bool, error) {
		next := max(version, metaNumber(tx, metaVersion)) + 1
		if err := putNumber(tx, metaVersion, next); err != nil {
			return false, err
		}
		return true, note(tx, Entry{At: s.now(), Who: whoPerson, What: "restored", Detail: "from " + filepath.Base(from)})
	})
}

// replaceBy puts the copy in the place of the store, which db has locked.
func (s *Store) replaceBy(db *bolt.DB, backup *Store, from string) error {
	var version uint64
	err := db.View(func(tx *bolt.Tx) error {
		version = metaNumber(tx, metaVersion)
		return nil
	})
	if err == nil {
		err = backup.restored(version, from)
	}
	if err == nil {
		err = giveName(backup.path, s.path, true)
	}
	return err
}

// replaceDamaged sets a store aside that cannot be read, and puts the copy in
// its place.
func (s *Store) replaceDamaged(backup *Store, from string) (aside string, err error) {
	if err := backup.restored(0, from); err != nil {
		return "", err
	}
	for n := 1; ; n++ {
		aside = fmt.Sprintf("%s.damaged-%d", s.path, n)
		err := os.Link(s.path, aside)
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", fmt.Errorf("set the damaged store aside: %w", err)
		}
	}
	return aside, giveName(backup.path, s.path, true)
}
