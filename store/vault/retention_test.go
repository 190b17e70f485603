package vault

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// kept is what stays of backups that were made on days and have so many bytes each.
func kept(days []string, size int64) (stay []string) {
	var all []keptBackup
	for i, day := range days {
		all = append(all, keptBackup{backupName{number: i + 1, day: day, why: "daily"}, size})
	}
	gone := superfluous(all)
	for _, b := range all {
		if !slices.Contains(gone, b.backupName) {
			stay = append(stay, b.day)
		}
	}
	return stay
}

// daily are so many days up to 31 May 2026, a Sunday.
func daily(n int) (days []string) {
	last := time.Date(2026, 5, 31, 0, 0, 0, 0, time.UTC)
	for i := range n {
		days = append(days, last.AddDate(0, 0, i-n+1).Format(time.DateOnly))
	}
	return days
}

func TestBackupsThatStay(t *testing.T) {
	for name, tc := range map[string]struct {
		days []string
		size int64
		want string
	}{
		"none":    {nil, 1, ""},
		"a week":  {daily(7), 1, "2026-05-25 2026-05-26 2026-05-27 2026-05-28 2026-05-29 2026-05-30 2026-05-31"},
		"one day": {slices.Repeat(daily(1), 9), 1, "2026-05-31 2026-05-31 2026-05-31"},
		"two years of days": {daily(730), 1, "2025-06-30 2025-07-31 2025-08-31 2025-09-30 2025-10-31 2025-11-30 2025-12-31 2026-01-31 2026-02-28 2026-03-31 " +
			"2026-04-05 2026-04-12 2026-04-19 2026-04-26 2026-04-30 2026-05-03 2026-05-10 2026-05-17 2026-05-24 " +
			"2026-05-25 2026-05-26 2026-05-27 2026-05-28 2026-05-29 2026-05-30 2026-05-31"},
		"once a quarter":                      {[]string{"2024-02-01", "2024-05-01", "2024-08-01", "2024-11-01"}, 1, "2024-02-01 2024-05-01 2024-08-01 2024-11-01"},
		"within the limit":                    {daily(30), BackupLimit / 5, "2026-05-27 2026-05-28 2026-05-29 2026-05-30 2026-05-31"},
		"the newest stay whatever their size": {daily(30), BackupLimit, "2026-05-29 2026-05-30 2026-05-31"},
		"a clock that went back":              {[]string{"2099-01-01", "2026-05-30", "2026-05-31"}, 1, "2099-01-01 2026-05-30 2026-05-31"},
		"a day that is none":                  {[]string{"2026-06-31", "2026-07-01", "2026-07-02", "2026-07-03"}, 1, "2026-06-31 2026-07-01 2026-07-02 2026-07-03"},
	} {
		if got := strings.Join(kept(tc.days, tc.size), " "); got != tc.want {
			t.Errorf("%s: stay\n%s\nwant\n%s", name, got, tc.want)
		}
	}
}

// Backups belong to their store: those of another one in the same place stay, and
// so does what cannot be read. Those of a store from before it had an identity are
// known by what it began with.
func TestBackupsOfAnotherStoreStay(t *testing.T) {
	lost, c := newFile(t)
	add(t, lost, "Ada Lind")
	for range 3 {
		backUpNow(t, lost)
	}
	unreadable := filepath.Join(lost.backupFolder(), "000004-2026-06-01-daily.db")
	mustNot(t, os.WriteFile(unreadable, []byte("scribbled"), 0o600))
	mustNot(t, os.Remove(lost.Path()))
	old := readFile(t, fixtureOf(1)+".db")
	mustNot(t, os.WriteFile(lost.Path(), old, 0o600))
	next := openFile(t, lost.Path(), c) // a migration makes a backup of what has no identity yet
	for range 40 {
		c.advance(time.Hour)
		backUpNow(t, next)
	}
	identities := map[string]int{}
	for _, name := range backupNames(t, next) {
		identities[next.identityOf(filepath.Join(next.backupFolder(), name))]++
	}
	// Of the lost one all three, of the new one the newest three and one of the day before.
	if len(identities) != 3 || identities[""] != 1 {
		t.Errorf("%v", identities)
	}
	for identity, n := range identities {
		if identity != "" && n != 3 && n != 4 {
			t.Errorf("%d backups of %s", n, identity)
		}
	}
}

func TestBackupNamesOfADayStayInOrder(t *testing.T) {
	s, _ := newFile(t)
	add(t, s, "Ada Lind")
	for range 12 {
		backUpNow(t, s)
	}
	want := []string{}
	for n := 12; n > 9; n-- {
		want = append(want, fmt.Sprintf("%06d-2026-06-01-import.db", n))
	}
	if names := backupNames(t, s); !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}
