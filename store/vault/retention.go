package vault

import (
	"slices"
	"time"
)

// How many automatic backups stay: the newest ones whatever their day, and beside
// them the newest one of each day, week and month that has any.
const (
	keptNewest = 3
	keptDays   = 7
	keptWeeks  = 9
	keptMonths = 12
)

// BackupLimit is how many bytes the automatic backups of a store take at the most,
// beside the newest ones, which stay whatever their size.
const BackupLimit = 1 << 30

// keptBackup is an automatic backup of one store, and how large it is.
type keptBackup struct {
	backupName
	size int64
}

// superfluous returns which backups of a store are to be removed. They are in the
// order in which they were made, which does not hang on the clock.
func superfluous(backups []keptBackup) []backupName {
	var gone []backupName
	days, weeks, months := periods{most: keptDays}, periods{most: keptWeeks}, periods{most: keptMonths}
	total := int64(0)
	for i, b := range slices.Backward(backups) {
		// All three are asked: the newest of a day is that of its week, too.
		day, week, month := days.first(b.day), weeks.first(weekOf(b.day)), months.first(b.day[:len("2006-01")])
		if newest := len(backups)-i <= keptNewest; newest || (day || week || month) && total+b.size <= BackupLimit {
			total += b.size
			continue
		}
		gone = append(gone, b.backupName)
	}
	slices.Reverse(gone)
	return gone
}

// periods are the days, weeks or months that have a backup so far.
type periods struct {
	seen []string
	most int
}

// first reports whether a period is met for the first time, and is still one of
// those that count.
func (p *periods) first(period string) bool {
	if slices.Contains(p.seen, period) || len(p.seen) == p.most {
		return false
	}
	p.seen = append(p.seen, period)
	return true
}

// weekOf is the Monday of a day.
func weekOf(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day // backupPattern also takes the 31st of June
	}
	return t.AddDate(0, 0, -(int(t.Weekday())+6)%7).Format(time.DateOnly)
}
