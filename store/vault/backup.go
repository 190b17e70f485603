package vault

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
	"linkvet/store/files"
	"linkvet/store/tables"
)

// Why an automatic backup was made: the last part of its name.
const (
	backupDaily     = "daily" // before the first change of a day
	BackupImport    = "import"
	backupMigration = "migration"
	backupRestore   = "restore"
	backupRepair    = "repair"
	BackupTrim      = "trim"
)

// BackupFile is a copy of the store.
type BackupFile struct {
	Path        string    `json:"path"`
	Why         string    `json:"why"` // "daily", "import", "migration", "restore", "repair", "trim"; "" for one that was asked for
	At          time.Time `json:"at"`
	Size        int64     `json:"size"`
	Invitations int       `json:"invitations"`
}

// Backup writes a copy of the store to path, for the owner alone, and opens it
// once to be sure of it. A file that exists is replaced only when told so. The
// store stays open to others meanwhile.
func (s *File) Backup(path string, replace bool) (BackupFile, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return BackupFile{}, fmt.Errorf("back up to %s: %w", path, err)
	}
	if sameFile(absolute, s.FullPath) {
		return BackupFile{}, fault.Invalid("backing up to %s, which is the store itself", path)
	}
	if info, err := os.Stat(absolute); err == nil && !info.Mode().IsRegular() {
		return BackupFile{}, fault.Invalid("backing up to %s, which is a folder, a pipe or a device: name a file", path)
	} else if err == nil && !replace {
		return BackupFile{}, fmt.Errorf("back up to %s: %w", path, fs.ErrExist)
	}
	var size int64
	n := 0
	err = s.with(access{readOnly: true}, func(db *bolt.DB) error {
		err := db.View(func(tx *bolt.Tx) error {
			n = tables.Count(tx)
			return tables.CheckCurrent(tx, s.FullPath)
		})
		if err == nil {
			size, err = s.copyTo(db, absolute, replace, (*File).verify)
		}
		return err
	})
	if err != nil {
		return BackupFile{}, fmt.Errorf("back up to %s: %w", path, err)
	}
	return BackupFile{Path: absolute, At: s.Now().UTC(), Size: size, Invitations: n}, nil
}

// copyTo writes what is committed to a new file beside path, has it verified, and
// gives it its name, so that there is never half a backup.
func (s *File) copyTo(db *bolt.DB, path string, replace bool, verify func(*File) error) (size int64, err error) {
	files.RemoveLeft(path)
	copied, err := files.Create(path)
	if err != nil {
		return 0, err
	}
	defer copied.Discard()
	if size, err = copyCommitted(db, copied); err != nil {
		return 0, err
	}
	if err := copied.Sync(); err != nil {
		return 0, err
	}
	if err := verify(&File{FullPath: copied.Name(), Opts: s.Opts}); err != nil {
		return 0, fmt.Errorf("the copy is not sound, so it was thrown away: check the disk: %w", err)
	}
	return size, copied.Place(replace)
}

// copyCommitted writes what is committed to a file, and says how long it is.
func copyCommitted(db *bolt.DB, to io.Writer) (size int64, err error) {
	err = db.View(func(tx *bolt.Tx) error {
		size, err = tx.WriteTo(to)
		return err
	})
	return size, err
}

// BackUpFirst makes the automatic backup that is due before a change: one a
// day, and one before each import. It runs with the change pending, which the
// backup does not have. A daily one that fails is a warning, because the answer
// that waits is worth more; before an import it stops the import.
func (s *File) BackUpFirst(tx *bolt.Tx, why string) error {
	today := s.Now().UTC().Format(time.DateOnly)
	s.mu.Lock()
	due := why != backupDaily || s.backedUpOn != today
	s.mu.Unlock()
	if !due || s.isCopy {
		return nil
	}
	_, err := s.backUp(tx.DB(), why, "")
	if err != nil && why != backupDaily {
		return fmt.Errorf("nothing was changed, because the backup before it failed: %w", err)
	}
	if err != nil {
		s.warn(fmt.Sprintf("today's backup could not be made: %v", err))
	}
	s.mu.Lock()
	s.backedUpOn = today
	s.mu.Unlock()
	return nil
}

// backUp makes an automatic backup and returns its path, unless there is nothing
// to keep or, for a daily one, there is one of today. Of the old ones that go,
// spare stays. The caller has the store locked.
func (s *File) backUp(db *bolt.DB, why, spare string) (path string, err error) {
	empty := false
	err = db.View(func(tx *bolt.Tx) error {
		first, _ := tx.Bucket(tables.BucketJournal()).Cursor().First()
		empty = first == nil && tables.Count(tx) == 0
		return nil
	})
	if err != nil || empty {
		return "", err
	}
	folder := s.backupFolder()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	backups, err := readBackups(folder)
	if err != nil {
		return "", err
	}
	today := s.Now().UTC().Format(time.DateOnly)
	if why == backupDaily && slices.ContainsFunc(backups, func(b backupName) bool { return b.day == today }) {
		return "", nil
	}
	s.removeLeft()
	made := backupName{number: 1, day: today, why: why}
	if len(backups) > 0 {
		made.number = backups[len(backups)-1].number + 1
	}
	path = filepath.Join(folder, made.String())
	verify := (*File).verify
	if why == backupRepair {
		verify = (*File).verifyFile // what is to be repaired is wrong in the copy as well
	}
	if _, err := s.copyTo(db, path, false, verify); err != nil {
		return "", err
	}
	s.prune(db, append(backups, made), spare)
	return path, nil
}

// prune removes the backups of this store that are no longer needed. Those of
// another store stay, and so does what cannot be read: nobody knows whose it is.
func (s *File) prune(db *bolt.DB, backups []backupName, spare string) {
	var own []keptBackup
	identity := identityIn(db)
	for _, b := range backups {
		path := filepath.Join(s.backupFolder(), b.String())
		if info, err := os.Stat(path); err == nil && identity != "" && s.identityOf(path) == identity {
			own = append(own, keptBackup{b, info.Size()})
		}
	}
	for _, old := range superfluous(own) {
		name := filepath.Join(s.backupFolder(), old.String())
		if sameFile(name, spare) {
			continue
		}
		if err := os.Remove(name); err != nil {
			s.warn(fmt.Sprintf("an old backup could not be removed: %v", err))
		}
	}
}

// identityOf returns whose the copy at path is, "" when that cannot be told.
func (s *File) identityOf(path string) (identity string) {
	_ = (&File{FullPath: path, Opts: s.Opts}).with(access{readOnly: true, first: true}, func(db *bolt.DB) error {
		identity = identityIn(db)
		return nil
	})
	return identity
}

func identityIn(db *bolt.DB) (identity string) {
	_ = db.View(func(tx *bolt.Tx) error {
		if _, err := tables.CheckLayout(tx, db.Path()); err == nil {
			identity = tables.Identity(tx)
		}
		return nil
	})
	return identity
}

// backupFolder is where the automatic backups are: beside the store.
func (s *File) backupFolder() string { return BackupFolder(s.FullPath) }

// BackupFolder returns where the automatic backups of the store at path are: beside
// the file itself where path is a symbolic link to it.
func BackupFolder(path string) string {
	path = real(path)
	return strings.TrimSuffix(path, filepath.Ext(path)) + "-backups"
}

// sameFile reports whether two paths lead to one file that exists.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// Backups returns the automatic backups, newest first; never nil without an
// error. They are not opened, so how many invitations they hold is not known.
func (s *File) Backups() ([]BackupFile, error) {
	names, err := readBackups(s.backupFolder())
	if err != nil {
		return nil, err
	}
	files := []BackupFile{}
	for _, b := range slices.Backward(names) {
		path := filepath.Join(s.backupFolder(), b.String())
		info, err := os.Stat(path)
		if err != nil {
			continue // removed meanwhile
		}
		files = append(files, BackupFile{Path: path, Why: b.why, At: info.ModTime().UTC().Truncate(time.Second), Size: info.Size()})
	}
	return files, nil
}

// BackupBytes returns how many bytes the automatic backups of the store at path
// take, whosever they are.
func BackupBytes(path string) (total int64) {
	names, err := readBackups(BackupFolder(path))
	if err != nil {
		return 0
	}
	for _, b := range names {
		if info, err := os.Stat(filepath.Join(BackupFolder(path), b.String())); err == nil {
			total += info.Size()
		}
	}
	return total
}
