package vault

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Problem is something about a store that is not as it should be.
type Problem struct {
	Where string `json:"where"` // such as "list", "invitation 64x2tgy23e", "journal entry 12"
	What  string `json:"what"`
	Fix   string `json:"fix"` // what to do
}

// CheckReport says how a store is.
type CheckReport struct {
	File        string    `json:"file"`
	OK          bool      `json:"ok"`
	Schema      int       `json:"schema"` // 0 when it cannot be told
	Size        int64     `json:"size"`
	Invitations int       `json:"invitations"`
	Connections int       `json:"connections"`
	Journal     int       `json:"journal"`
	Drafts      int       `json:"drafts"`      // unsaved texts
	Preferences int       `json:"preferences"` // how the lists were looked at
	Problems    []Problem `json:"problems"`
	Repaired    []string  `json:"repaired"`
}

// shownProblems is how many problems of one table are named one by one.
const shownProblems = 20

// Check looks at all of the store at path: the structure of the file, every
// checksum, whether every entry can be read, and the list and the counts
// against the records. What follows from the records can be repaired, which is
// done, after a backup, when repair is set. For the rest the report says how.
func Check(ctx context.Context, path string, opts Options, repair bool) (CheckReport, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return CheckReport{}, fmt.Errorf("check %s: %w", path, err)
	}
	if opts, err = opts.complete(); err != nil {
		return CheckReport{}, err
	}
	s := &File{FullPath: absolute, Opts: opts}
	report, err := s.check(ctx)
	if err != nil || report.OK || !repair || !report.repairable() {
		return report, err
	}
	done, err := s.repair(report)
	if err != nil {
		return report, err
	}
	report, err = s.check(ctx)
	report.Repaired = done
	return report, err
}

// fixRepair is what to do about what follows from the records.
const fixRepair = "linkvet check --repair works it out again from the records"

// repairable reports whether repair can mend something, and without losing
// what cannot be read.
func (r CheckReport) repairable() bool {
	some := false
	for _, p := range r.Problems {
		if p.Fix != fixRepair {
			return false
		}
		some = true
	}
	return some
}

func (s *File) check(ctx context.Context) (CheckReport, error) {
	report := CheckReport{File: s.FullPath, Problems: []Problem{}, Repaired: []string{}}
	info, err := os.Stat(s.FullPath)
	if errors.Is(err, fs.ErrNotExist) {
		if err := s.lost(); err != nil {
			return report, err
		}
		return report, fault.Missing(s.FullPath)
	}
	if err != nil {
		return report, fault.Explain(s.FullPath, err)
	}
	report.Size = info.Size()
	if err := s.inspect(info); err != nil {
		return s.hopeless(report, err)
	}
	for _, warning := range s.Warnings() {
		report.add("file", warning, "chmod 600 "+s.FullPath)
	}
	err = s.with(access{readOnly: true}, func(db *bolt.DB) error {
		return db.View(func(tx *bolt.Tx) error {
			_, spareBad, err := s.checkFile(db, tx)
			if err != nil {
				return err
			}
			if spareBad {
				report.add("file", "the spare header is damaged; nothing is lost", "the next change mends it; check the disk")
			}
			report.Schema = s.schema
			c := &checking{ctx: ctx, s: s, tx: s.in(tx), report: &report}
			return c.all()
		})
	})
	if err != nil {
		return s.hopeless(report, err)
	}
	report.OK = len(report.Problems) == 0
	return report, nil
}

// hopeless reports damage that nothing can be read beyond.
func (s *File) hopeless(report CheckReport, err error) (CheckReport, error) {
	if !errors.Is(err, fault.ErrDamaged) {
		return report, err
	}
	report.add("file", err.Error(), s.howToRestore())
	return report, nil
}

// howToRestore names the newest backup that can be read.
func (s *File) howToRestore() string {
	backups, err := s.Backups()
	if err == nil {
		for _, b := range backups {
			if (&File{FullPath: b.Path, Opts: s.Opts}).verify() == nil {
				return "linkvet restore " + b.Path
			}
		}
	}
	return "linkvet restore FILE with a backup of your own; linkvet made none that can be read"
}

func (r *CheckReport) add(where, what, fix string) {
	r.Problems = append(r.Problems, Problem{where, what, fix})
}

// repair works out list and count again.
func (s *File) repair(found CheckReport) ([]string, error) {
	err := s.Write(func(tx *tables.Tx) (bool, error) {
		if err := s.BackUpFirst(tx.Tx, backupRepair); err != nil {
			return false, err
		}
		if err := s.rewriteList(tx); err != nil {
			return false, err
		}
		if err := tables.PutNumber(tx, tables.MetaCount, uint64(found.Invitations)); err != nil {
			return false, err
		}
		if err := tables.RaiseVersion(tx); err != nil {
			return false, err
		}
		return true, tables.Note(tx, record.Entry{At: s.Now(), Who: tables.WhoPerson, What: "repaired",
			Detail: quantity.Sentence(len(found.Problems), "list and count, %d problem", "list and count, %d problems")})
	})
	if err != nil {
		return nil, err
	}
	return []string{quantity.Sentence(found.Invitations, "list and count were worked out again from %d record", "list and count were worked out again from %d records")}, nil
}
