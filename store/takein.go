package store

import (
	"context"
	"fmt"
	"linkvet/store/linkedin"
)

// takeIn takes in what workOut finds: all of it, or nothing when anything fails
// or ctx ends. With dryRun it only lets it be found.
func (s *Store) takeIn(ctx context.Context, dryRun bool, workOut func(tx *Tx) (*merge, error)) error {
	var err error
	if dryRun {
		err = s.file.view(func(tx *Tx) error { _, err := workOut(tx); return err })
	} else {
		err = s.file.write(func(tx *Tx) (bool, error) {
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
	if err := s.file.backUpFirst(tx.Tx, backupImport); err != nil {
		return false, err
	}
	m.forget()
	if m.entries() <= s.file.atOnce {
		return true, m.write(&target{tx: tx.Tx})
	}
	return false, s.file.replace(m.ctx, tx.DB(), m.entries(), m.write)
}

// Import merges an archive into the store: all of it, or nothing when anything
// fails or ctx ends. Answers, decisions and postponements are never touched.
// Importing an archive again changes nothing and writes nothing. With dryRun
// the report is the same and the file stays as it is. progress, if not nil, is
// called now and then.
func (s *Store) Import(ctx context.Context, archive *linkedin.Archive, dryRun bool, progress func(done, total int)) (ImportReport, error) {
	return s.ImportSource(ctx, sourceOf(archive), dryRun, progress)
}

// ImportSource takes a source into the store: all of it, or nothing.
func (s *Store) ImportSource(ctx context.Context, source *Source, dryRun bool, progress func(done, total int)) (ImportReport, error) {
	var report ImportReport
	err := s.takeIn(ctx, dryRun, func(tx *Tx) (m *merge, err error) {
		m, report, err = source.workOut(ctx, tx, progress)
		return m, err
	})
	if err != nil {
		return ImportReport{}, err
	}
	return report, nil
}
