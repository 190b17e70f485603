package store

import (
	"context"
	"fmt"
)

// takeIn takes in what workOut finds: all of it, or nothing when anything fails
// or ctx ends. With dryRun it only lets it be found.
func (s *Store) takeIn(ctx context.Context, dryRun bool, workOut func(tx *Tx) (*merge, error)) error {
	var err error
	if dryRun {
		err = s.view(func(tx *Tx) error { _, err := workOut(tx); return err })
	} else {
		err = s.write(func(tx *Tx) (bool, error) {
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
func (s *Store) writeImport(tx *Tx, m *merge) (changed bool, err error) {
	if err := s.backUpFirst(tx.Tx, backupImport); err != nil {
		return false, err
	}
	m.forget()
	if m.entries() <= s.atOnce {
		return true, m.write(&target{tx: tx.Tx})
	}
	return false, s.replace(m.ctx, tx.DB(), m.entries(), m.write)
}
