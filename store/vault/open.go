package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/files"
	"linkvet/store/quantity"
	"linkvet/store/tables"
)

// defaultTimeout is how long a transaction waits for another process.
const defaultTimeout = 2 * time.Second

// importAtOnce is how many entries an import writes in one transaction. All that
// a transaction has changed stays in memory until its end.
const importAtOnce = 10_000

// Options place a store.
type Options struct {
	Timeout time.Duration          // longest wait for the file lock; 0 = 2 s
	Now     func() time.Time       // the clock
	Profile func() advisor.Profile // the profile advice is computed for; nil = an empty one

	// MustExist is for what only reads: a store that is not there is ErrMissing
	// then, and not made. NewStore makes one also where ErrLost would say that one
	// was there before, as its copies or StateDir, the folder of locks, remember.
	MustExist bool
	NewStore  bool
	StateDir  string

	// AtOnce is how many entries an import writes in one transaction; 0 = 10,000.
	AtOnce int

	// ShowFirst opens an existing file after a look at no more than the
	// newest rows of a Table need, so that a first screen does not wait for the size of the file.
	// Everything else waits until the file was looked at from end to end, which
	// the first of it does; if it is damaged, nothing else is ever done with it.
	ShowFirst bool
}

// complete fills what was left out.
func (o Options) complete() (Options, error) {
	if o.Now == nil {
		return o, errors.New("open the store: no clock given")
	}
	if o.Timeout <= 0 {
		o.Timeout = defaultTimeout
	}
	if o.AtOnce <= 0 {
		o.AtOnce = importAtOnce
	}
	if o.Profile == nil {
		o.Profile = func() advisor.Profile { return advisor.Profile{} }
	}
	return o, nil
}

// File is one bbolt file, opened for each transaction. It is safe for use by
// several goroutines and beside other processes.
type File struct {
	FullPath string
	Opts     Options
	schema   int  // of the file when it was opened
	isCopy   bool // of a backup, made by the program for itself: it needs no backups
	turns    turns

	looking sync.Mutex // held while the file is looked at from end to end
	unseen  bool       // that is still to be done

	mu         sync.Mutex
	warnings   []string
	backedUpOn string // the day of the last automatic backup that is known of
}

// Open opens the store at path and creates it, with its folder, when there is
// none and there never was one (see Options). An existing file is looked at from end to end before anything is done
// with it; one that is empty, cut short, scribbled on, foreign or newer is
// refused and left as it is.
func Open(path string, opts Options) (*File, error) {
	opts, err := opts.complete()
	if err != nil {
		return nil, err
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open the store %s: %w", path, err)
	}
	s := &File{FullPath: absolute, Opts: opts}
	info, err := os.Stat(absolute)
	if errors.Is(err, fs.ErrNotExist) {
		if err := s.mayCreate(); err != nil {
			return nil, err
		}
		if err := s.create(); err != nil {
			return nil, err
		}
		remember(opts.StateDir, absolute)
		info, err = os.Stat(absolute)
	}
	if err != nil {
		return nil, fault.Explain(absolute, err)
	}
	if err := s.inspect(info); err != nil {
		return nil, err
	}
	if opts.ShowFirst {
		s.unseen = true
		err = s.glance(0, func(tx *bolt.Tx) (err error) { s.schema, err = tables.CheckLayout(tx, s.FullPath); return err })
	} else {
		err = s.verify()
	}
	if err != nil {
		return nil, err
	}
	if s.schema < tables.SchemaVersion {
		if err := s.verifyOnce(); err != nil {
			return nil, err
		}
		if err := s.migrate(); err != nil {
			return nil, err
		}
	}
	s.tidy()
	return s, nil
}

// Path returns the file's absolute path.
func (s *File) Path() string { return s.FullPath }

// Warnings returns what was noticed so far that is no reason to stop, such as a
// file that others may read, or a backup that could not be made.
func (s *File) Warnings() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.warnings)
}

func (s *File) warn(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.warnings = append(s.warnings, text)
}

// smallest is how many bytes even an empty store has.
const smallest = 4 * 4096

// tooSmall says that a file cannot be a store. bbolt would take an empty one for
// a new database, and a disk that ran full would look like a fresh start.
func tooSmall(path string, size int64) error {
	if size == 0 {
		return fault.Damaged(path, "the file is empty, which a store never is")
	}
	return fault.Damaged(path, "%s", quantity.Sentence(int(size), "it is not a linkvet store, or cut short: it has only %d byte", "it is not a linkvet store, or cut short: it has only %d bytes"))
}

// inspect refuses what cannot be a store by its looks alone.
func (s *File) inspect(info fs.FileInfo) error {
	switch mode := info.Mode(); {
	case mode.IsDir():
		return fault.Invalid("%s is a folder: name a file in it, such as %s", s.FullPath, filepath.Join(s.FullPath, "linkvet.db"))
	case !mode.IsRegular():
		return fault.Invalid("%s is not a regular file: name another one", s.FullPath)
	case info.Size() < smallest:
		return tooSmall(s.FullPath, info.Size())
	case widerThanOwner(mode):
		s.warn(fmt.Sprintf(
			"others on this computer may open %s (permissions %04o): close it to them with chmod 600", s.FullPath, mode.Perm()))
	}
	return nil
}

// create makes an empty store beside path and then gives it its name, so that
// a crash in between leaves nothing half made under that name.
func (s *File) create() error {
	folder := filepath.Dir(s.FullPath)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("create the folder for the store: %w", err)
	}
	first, err := files.Create(s.FullPath)
	if err != nil {
		return fmt.Errorf("create the store: %w", err)
	}
	defer first.Discard()
	first.Unlock()
	db, err := bolt.Open(first.Name(), 0o600, &bolt.Options{Timeout: s.Opts.Timeout})
	if err != nil {
		return fmt.Errorf("create the store: %w", err)
	}
	err = db.Update(func(tx *bolt.Tx) error { return tables.Initialize(tx, s.Opts.Now()) })
	if err := errors.Join(err, db.Close()); err != nil {
		return fmt.Errorf("create the store: %w", err)
	}
	if err := first.Place(false); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("create the store: %w", err)
	} // else another process made one meanwhile, which is then used
	return nil
}
