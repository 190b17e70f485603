//go:build unix

package store

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"linkvet/store/vault"
)

// A store may be a symbolic link to a file elsewhere. Whatever puts a new file in
// its place replaces that file and leaves the link.
func TestReplacedBehindALink(t *testing.T) {
	real, c := newStore(t)
	link := filepath.Join(t.TempDir(), "linkvet.db")
	mustNot(t, os.Symlink(real.Path(), link))
	mustNot(t, os.WriteFile(real.Path()+halfMade+"1", nil, 0o600)) // what a crash left
	s := openStore(t, link, c)
	s.file.Opts.AtOnce = 50
	copied := filepath.Join(t.TempDir(), "copied.db")
	toCopied := filepath.Join(t.TempDir(), "backup.db")
	mustNot(t, os.WriteFile(copied, nil, 0o600))
	mustNot(t, os.Symlink(copied, toCopied))
	steps := []struct {
		what string
		do   func()
		want int
	}{
		{"import", func() { doImport(t, s, archiveOf("2026-05-01", manyRows(0, 100))) }, 100},
		{"backup", func() {
			_, err := s.Backup(toCopied, true)
			mustNot(t, err)
			if len(readFile(t, copied)) == 0 {
				t.Error("the backup is not where the link leads")
			}
		}, 100},
		{"import again", func() { doImport(t, s, archiveOf("2026-05-02", manyRows(0, 300))) }, 300},
		{"compact", func() { _, _, err := s.Compact(); mustNot(t, err) }, 300},
		{"restore", func() {
			backups, err := s.Backups()
			mustNot(t, err)
			_, err = vault.Restore(t.Context(), link, backups[0].Path, s.file.Opts)
			mustNot(t, err)
		}, 100},
		{"restore in place of damage", func() {
			mustNot(t, os.WriteFile(real.Path(), []byte("scribbled"), 0o600))
			backups, err := s.Backups()
			mustNot(t, err)
			plan, err := vault.Restore(t.Context(), link, backups[0].Path, s.file.Opts)
			mustNot(t, err)
			if string(readFile(t, plan.Kept)) != "scribbled" {
				t.Errorf("%s is not the damaged file", plan.Kept)
			}
		}, 300},
	}
	for _, step := range steps {
		c.advance(time.Hour)
		step.do()
		if info, err := os.Lstat(link); err != nil || info.Mode().Type() != fs.ModeSymlink {
			t.Fatalf("%s: the link is %v, %v", step.what, info.Mode(), err)
		}
		if info, err := os.Lstat(real.Path()); err != nil || !info.Mode().IsRegular() {
			t.Fatalf("%s: the file is %v, %v", step.what, info.Mode(), err)
		}
		if rows, err := openStore(t, real.Path(), c).Rows(t.Context()); err != nil || len(rows) != step.want {
			t.Errorf("%s: %d invitations, %v", step.what, len(rows), err)
		}
		for _, folder := range []string{filepath.Dir(link), filepath.Dir(real.Path())} {
			if left, err := filepath.Glob(filepath.Join(folder, "*"+halfMade+"*")); err != nil || len(left) > 0 {
				t.Errorf("%s: left behind %v, %v", step.what, left, err)
			}
		}
	}
}
