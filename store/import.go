package store

import (
	"context"
	"fmt"

	"linkvet/store/linkedin"
	"linkvet/store/merge"
	"linkvet/store/tables"
	"linkvet/store/vault"
)

// runImport takes in what workOut finds: all of it, or nothing when anything fails
// or ctx ends. With dryRun it only lets it be found. Others can read the store
// while it is found out; it is found out again when somebody changed the store
// before it could be locked for writing.
func (s *Store) runImport(ctx context.Context, dryRun bool, workOut func(tx *tables.Tx) (*merge.Import, error)) error {
	var m *merge.Import
	var found string // in which state of the store
	changes := false
	err := s.file.View(func(tx *tables.Tx) (err error) {
		if m, err = workOut(tx); err == nil {
			found, changes = stateOf(tx), m.HasChanges()
		}
		return err
	})
	if err == nil && changes && !dryRun {
		err = s.file.Write(func(tx *tables.Tx) (bool, error) {
			if stateOf(tx) == found {
				m.GoOn(tx)
			} else if m, err = workOut(tx); err != nil || !m.HasChanges() {
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

// stateOf tells apart the states of a store, and one store from another in its
// place.
func stateOf(tx *tables.Tx) string {
	return fmt.Sprint(tables.Identity(tx), tables.MetaNumber(tx, tables.MetaVersion))
}

// writeImport writes what an import changes: what fits into one transaction is
// written to the store itself, which costs the same however much it holds, and
// anything more to a copy. It reports whether tx is to be committed.
func (s *Store) writeImport(tx *tables.Tx, m *merge.Import) (changed bool, err error) {
	if err := s.file.BackUpFirst(tx.Tx, vault.BackupImport); err != nil {
		return false, err
	}
	m.Forget()
	if m.Entries() <= s.file.Opts.AtOnce {
		return true, m.Write(&tables.Target{Tx: tx.Tx})
	}
	return false, s.file.Replace(m.Ctx, tx, m.Entries(), m.Write)
}

// Import merges an archive into the store: all of it, or nothing when anything
// fails or ctx ends. Answers, decisions and postponements are never touched.
// Importing an archive again changes nothing and writes nothing. With dryRun
// the report is the same and the file stays as it is. progress, if not nil, is
// called now and then.
func (s *Store) Import(ctx context.Context, archive *linkedin.Archive, dryRun bool, progress func(done, total int)) (merge.ImportReport, error) {
	return s.ImportSources(ctx, []*merge.Source{merge.SourceOf(archive)}, dryRun, progress)
}

// ImportSources takes one source after the other into the store, each whole or
// not at all, and returns what they did together. When one fails, its error says
// which ones were taken in before.
func (s *Store) ImportSources(ctx context.Context, sources []*merge.Source, dryRun bool, progress func(done, total int)) (merge.ImportReport, error) {
	var all merge.ImportReport
	for i, source := range sources {
		var report merge.ImportReport
		err := s.runImport(ctx, dryRun, func(tx *tables.Tx) (m *merge.Import, err error) {
			m, report, err = source.WorkOut(ctx, tx, progress)
			return m, err
		})
		if err != nil && i > 0 && !dryRun {
			err = fmt.Errorf("%w; what was given with %s was imported before that", err, source.Path())
		}
		if err != nil {
			return merge.ImportReport{}, err
		}
		all = all.Plus(report)
	}
	return all, nil
}
