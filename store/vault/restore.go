package vault

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

	"linkvet/store/fault"
	"linkvet/store/files"
	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
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
	plan := RestorePlan{From: from, Store: path}
	if sameFile(path, from) {
		return plan, fault.Invalid("restoring %s from itself", path)
	}
	backup, err := openBackup(from, opts)
	if err != nil {
		return plan, err
	}
	then, err := backup.inventory(ctx)
	if err != nil {
		return plan, err
	}
	plan.Then = then.Holdings
	now := inventory{}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		store := &File{FullPath: path, Opts: backup.Opts}
		if err = store.verify(); err == nil {
			now, err = store.inventory(ctx)
		}
		switch {
		case errors.Is(err, fault.ErrDamaged):
			plan.Damage = err.Error()
		case err != nil:
			return plan, err
		}
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
	return plan, nil
}

// openBackup looks at a backup from end to end. It is only read.
func openBackup(from string, opts Options) (*File, error) {
	info, err := os.Stat(from)
	if err != nil {
		return nil, err
	}
	opts, err = opts.complete()
	if err != nil {
		return nil, err
	}
	backup := &File{FullPath: from, Opts: opts}
	if err := backup.inspect(info); err != nil {
		return nil, err
	}
	return backup, backup.verify()
}

// Restore puts the backup from in the place of the store at path. The store as
// it is becomes a backup itself, or is set aside when it cannot be read.
func Restore(ctx context.Context, path, from string, opts Options) (RestorePlan, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return RestorePlan{}, fmt.Errorf("restore %s: %w", path, err)
	}
	plan, err := lookAgain(func() (RestorePlan, error) { return PlanRestore(ctx, absolute, from, opts) })
	if err != nil {
		return plan, err
	}
	if opts, err = opts.complete(); err != nil {
		return plan, err
	}
	s := &File{FullPath: absolute, Opts: opts}
	switch _, err := os.Stat(absolute); {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(absolute), 0o700); err != nil {
			return plan, fmt.Errorf("restore %s: %w", path, err)
		}
		return plan, fault.Explain(absolute, s.install(from, 0, func(next *files.Pending) error { return next.Place(false) }))
	case plan.Damage != "":
		if plan.Kept, err = s.setAside(); err == nil {
			err = s.install(from, 0, func(next *files.Pending) error { return next.Place(true) })
		}
		return plan, fault.Explain(absolute, err)
	}
	err = s.with(access{}, func(db *bolt.DB) error {
		if plan.Kept, err = s.backUp(db, backupRestore, from); err != nil {
			return fmt.Errorf("nothing was changed, because the backup before it failed: %w", err)
		}
		var version uint64
		err := db.View(func(tx *bolt.Tx) error {
			version = tables.MetaNumber(tx, tables.MetaVersion)
			return nil
		})
		if err != nil {
			return err
		}
		return s.install(from, version, func(next *files.Pending) error { return s.place(db, next) })
	})
	return plan, err
}

// install has place put a copy of a backup, brought up to date, where the store is
// to be. Its version goes on from that of the store it replaces, so that a running
// program notices.
func (s *File) install(from string, version uint64, place func(*files.Pending) error) error {
	next, err := files.Create(s.FullPath)
	if err != nil {
		return err
	}
	defer next.Discard()
	if err := copyBackup(from, next, s.Opts); err != nil {
		return err
	}
	next.Unlock()
	backup, err := openCopy(next.Name(), s.Opts)
	if err != nil {
		return err
	}
	err = backup.Write(func(tx *tables.Tx) (bool, error) {
		next := max(version, tables.MetaNumber(tx, tables.MetaVersion)) + 1
		if err := tables.PutNumber(tx, tables.MetaVersion, next); err != nil {
			return false, err
		}
		return true, tables.Note(tx, record.Entry{At: s.Now(), Who: tables.WhoPerson, What: "restored", Detail: "from " + filepath.Base(from)})
	})
	if err != nil {
		return err
	}
	return place(next)
}

// lookAgain looks at a store once more that seems damaged: a disk may fail to read
// once what it reads the next time, and only a store that cannot be read is set
// aside.
func lookAgain(look func() (RestorePlan, error)) (RestorePlan, error) {
	plan, err := look()
	if err == nil && plan.Damage != "" {
		return look()
	}
	return plan, err
}

// setAside gives a store that cannot be read a second name, under which it
// stays.
func (s *File) setAside() (aside string, err error) {
	file := behind(s.FullPath)
	for n := 1; ; n++ {
		aside = fmt.Sprintf("%s.damaged-%d", file, n)
		err := files.Link(file, aside)
		if err == nil {
			return aside, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", fmt.Errorf("set the damaged store aside: %w", err)
		}
	}
}

// copyBackup looks at the backup from end to end and copies it.
func copyBackup(from string, to *files.Pending, opts Options) error {
	if _, err := openBackup(from, opts); err != nil {
		return err
	}
	in, err := files.Open(from)
	if err != nil {
		return fmt.Errorf("the backup: %w", err)
	}
	defer func() { _ = in.Close() }()
	if _, err = io.Copy(to, in); err != nil {
		return fmt.Errorf("copy the backup: %w", err)
	}
	return nil
}

// openCopy opens a copy that is the program's own: it needs no backup before it
// is brought up to date.
func openCopy(path string, opts Options) (*File, error) {
	opts, err := opts.complete()
	if err != nil {
		return nil, err
	}
	s := &File{FullPath: path, Opts: opts, isCopy: true}
	if err := s.verify(); err != nil {
		return nil, err
	}
	if s.schema < tables.SchemaVersion {
		err = s.migrate()
	}
	return s, err
}

// inventory is what a store holds, and a checksum of each record.
type inventory struct {
	Holdings
	records map[string]uint32
}

func (s *File) inventory(ctx context.Context) (inventory, error) {
	all := inventory{records: map[string]uint32{}}
	var last time.Time
	note := func(inv record.Invitation) error {
		record, err := record.EncodePayload(&inv)
		if err != nil {
			return err
		}
		all.records[inv.ID] = crc32.Checksum(record, sealed.Castagnoli())
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
	}
	// The records alone, and of any schema: a backup is not changed to be looked at.
	err := s.with(access{readOnly: true}, func(db *bolt.DB) error {
		return db.View(func(tx *bolt.Tx) error {
			if _, err := tables.CheckLayout(tx, s.FullPath); err != nil {
				return err
			}
			return s.in(tx).EachRecord(ctx, note)
		})
	})
	all.ChangedAt = record.OrNull(last)
	return all, err
}
