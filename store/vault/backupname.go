package vault

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
)

// backupName is the name of an automatic backup: 000012-2026-06-01-daily.db.
// The number counts up, so that their order does not hang on the clock.
type backupName struct {
	number int
	day    string // on which it was made, in UTC
	why    string
}

func (b backupName) String() string { return fmt.Sprintf("%06d-%s-%s.db", b.number, b.day, b.why) }

var backupPattern = regexp.MustCompile(`^(\d{6,9})-(\d{4}-\d\d-\d\d)-([a-z]+)\.db$`)

// readBackups returns the automatic backups in a folder, oldest first. Files of
// other names are none of our business.
func readBackups(folder string) ([]backupName, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var found []backupName
	for _, entry := range entries {
		m := backupPattern.FindStringSubmatch(entry.Name())
		if m == nil || entry.IsDir() {
			continue
		}
		number, err := strconv.Atoi(m[1])
		if err != nil {
			continue
		}
		found = append(found, backupName{number, m[2], m[3]})
	}
	slices.SortFunc(found, func(a, b backupName) int { return cmp.Compare(a.number, b.number) })
	return found, nil
}
