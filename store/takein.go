package store

import (
	"context"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// takeIn takes in what workOut finds: all of it, or nothing when anything fails
// or ctx ends. With dryRun it only lets it be found.
func (s *Store) takeIn(ctx context.Context, dryRun bool, workOut func(tx *bolt.Tx) (*merge, error)) error {
	var err error
	if dryRun {
		err = s.view(func(tx *bolt.Tx) error { _, err := workOut(tx); return err })
	} else {
		err = s.write(func(tx *bolt.Tx) (bool, error) {
			m, err := workOut(tx)
			if err != nil || !m.hasChanges() {
				return false, err
			}
			return s.writeImport(tx, m)
		})
	}
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("import stopped, nothing was changed: %w", ctx.Err())
	}
	return err
}

// writeImport writes what an import changes: what fits into one transaction is
// written to the store itself, which costs the same however much it holds, and
// anything more to a copy. It reports whether tx is to be committed.
func (s *Store) writeImport(tx *bolt.Tx, m *merge) (changed bool, err error) {
	if err := s.backUpFirst(tx, backupImport); err != nil {
		return false, err
	}
	m.forget()
	if m.entries() <= s.atOnce {
		return true, m.write(&target{tx: tx})
	}
	return false, s.replace(m.ctx, tx.DB(), m.entries(), m.write)
}
