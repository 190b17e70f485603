package store

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"slices"
	"sort"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/insight"
	"linkvet/store/record"
)

func jsonOf(t *testing.T, r insight.Report) string {
	t.Helper()
	data, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// wholeRecords are all invitations, newest first.
func wholeRecords(t *testing.T, s *Store) []record.Invitation {
	t.Helper()
	var all []record.Invitation
	if err := s.Each(t.Context(), func(inv record.Invitation) error {
		all = append(all, inv)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// plainCount is the report in the plainest way: all records in memory, and each
// figure by itself. Groups are left out.
func plainCount(t *testing.T, s *Store, folder string, now time.Time, profile advisor.Profile) insight.Report {
	t.Helper()
	all := wholeRecords(t, s)
	count := func(wanted func(*record.Invitation) bool) int {
		n := 0
		for i := range all {
			if wanted(&all[i]) {
				n++
			}
		}
		return n
	}
	r := insight.Report{
		AsOf: now, Invitations: len(all), ByStatus: map[record.Status]int{}, ByDirection: map[string]int{}, ByAdvice: map[string]int{},
		ByDecision: map[record.Decision]int{}, Tags: map[string]int{}, ByInviter: map[insight.Kind]int{},
	}
	for _, status := range record.Statuses() {
		r.ByStatus[status] = count(func(inv *record.Invitation) bool { return inv.Status(now) == status })
	}
	for _, d := range []record.Direction{record.Incoming, record.Outgoing} {
		r.ByDirection[string(d)] = count(func(inv *record.Invitation) bool { return inv.Direction == d })
	}
	for _, rec := range advisor.Recommendations() {
		r.ByAdvice[rec.String()] = count(func(inv *record.Invitation) bool { return inv.Recommendation == rec })
	}
	for _, d := range record.Decisions() {
		r.ByDecision[d] = count(func(inv *record.Invitation) bool { return inv.Decision == d })
	}
	for _, k := range []insight.Kind{
		insight.KnownWell, insight.KnownALittle, insight.OnlyInWriting, insight.Contacts, insight.Peers, insight.Recruiters,
		insight.Salespeople, insight.OtherPeople, insight.MailsToJoin, insight.NotSaid,
	} {
		r.ByInviter[k] = count(func(inv *record.Invitation) bool { return isIncoming(inv) && insight.KindOf(inv.Answers) == k })
	}
	r.ByReach = map[record.Reach]int{}
	for _, reach := range record.Reaches() {
		r.ByReach[reach] = count(func(inv *record.Invitation) bool { return inv.Row(now).Reach == reach })
	}
	r.Sent = count(func(inv *record.Invitation) bool { return wasSent(inv, now) })
	r.ToJoin = count(func(inv *record.Invitation) bool { return inv.Joins() })
	r.Answered = count(isAnswered)
	r.Settled = count(func(inv *record.Invitation) bool { return inv.Settled })
	r.Reports = count(func(inv *record.Invitation) bool { return inv.Report })
	r.WithNote = count(func(inv *record.Invitation) bool { return isIncoming(inv) && inv.Note != "" })
	for _, tag := range []string{"choir", "work"} {
		r.Tags[tag] = count(func(inv *record.Invitation) bool { return slices.Contains(inv.Tags, tag) })
	}
	r.Months, r.Years = plainMonths(all, now), plainYears(t, all, folder, now)
	r.UntilDecided, r.Effort = plainSpan(all), plainEffort(t, s, all)
	plainAdvice(&r, all)
	plainSigns(&r, all, now)
	plainLookBack(t, s, &r, all, now, profile)
	return r
}

func isIncoming(inv *record.Invitation) bool { return inv.Direction == record.Incoming }
func isAnswered(inv *record.Invitation) bool { return inv.Answered() > 0 }

func wasSent(inv *record.Invitation, now time.Time) bool {
	return slices.Contains([]record.Reach{record.ReachSent, record.ReachPending, record.ReachAnswered}, inv.Row(now).Reach)
}

// plainMonths counts by the text of the month.
func plainMonths(all []record.Invitation, now time.Time) []insight.Month {
	const layout = "2006-01"
	in, out := map[string]int{}, map[string]int{}
	first := now.Format(layout)
	for i := range all {
		month := all[i].SentAt.In(now.Location()).Format(layout)
		first = min(first, month)
		if isIncoming(&all[i]) {
			in[month]++
		} else if wasSent(&all[i], now) {
			out[month]++
		}
	}
	var months []insight.Month
	for at := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC); at.Format(layout) >= first && len(months) < insight.MostMonths; at = at.AddDate(0, -1, 0) {
		m := at.Format(layout)
		months = append(months, insight.Month{Month: m, Received: in[m], Sent: out[m]})
	}
	slices.Reverse(months)
	return months
}

// plainYears counts the connections in the archive's own table.
func plainYears(t *testing.T, all []record.Invitation, folder string, now time.Time) []insight.Year {
	t.Helper()
	years := map[int]*insight.Year{}
	of := func(year int) *insight.Year {
		if years[year] == nil {
			years[year] = &insight.Year{Year: year}
		}
		return years[year]
	}
	for i := range all {
		inv := &all[i]
		y := of(inv.SentAt.In(now.Location()).Year())
		switch {
		case !isIncoming(inv):
			if wasSent(inv, now) {
				y.Sent++
			}
		default:
			y.Received++
			if inv.Note != "" {
				y.WithNote++
			}
			if inv.Decision == record.Accepted || inv.Decision == "" && inv.Connected {
				y.Accepted++
			}
		}
		if inv.Decision != "" {
			y := of(inv.DecidedAt.In(now.Location()).Year())
			y.Decided++
			if inv.Advised != 0 && inv.Decision.CarriesOut(inv.Advised, inv.Report) {
				y.AsAdvised++
			}
		}
	}
	table := csv.NewReader(bytes.NewReader(readFile(t, filepath.Join(folder, "Connections.csv"))))
	table.FieldsPerRecord = -1
	rows, err := table.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows { // those of the preamble and the head have no day
		if on, err := time.Parse("02 Jan 2006", row[len(row)-1]); err == nil && row[0]+row[1] != "" {
			of(on.Year()).Connections++
		}
	}
	var list []insight.Year
	for _, y := range years {
		list = append(list, *y)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Year < list[j].Year })
	return list
}

func plainSpan(all []record.Invitation) insight.Span {
	var took []int
	var s insight.Span
	for i := range all {
		inv := &all[i]
		if inv.Decision == "" || !isIncoming(inv) || inv.DecidedAt.Before(inv.SentAt) {
			continue
		}
		hours := inv.DecidedAt.Sub(inv.SentAt).Hours()
		took = append(took, int(hours/24))
		for _, band := range []struct {
			hours float64
			n     *int
		}{{24, &s.SameDay}, {8 * 24, &s.Week}, {31 * 24, &s.Month}, {91 * 24, &s.Quarter}, {1e9, &s.Longer}} {
			if hours < band.hours {
				*band.n++
				break
			}
		}
	}
	sort.Ints(took)
	s.Count, s.Median, s.Longest = len(took), took[(len(took)-1)/2], took[len(took)-1]
	return s
}

func plainEffort(t *testing.T, s *Store, all []record.Invitation) insight.Effort {
	t.Helper()
	var e insight.Effort
	var numbers []int
	for i := range all {
		if n := all[i].Given(); n > 0 {
			numbers = append(numbers, n)
			e.Answers += n
		}
	}
	sort.Ints(numbers)
	e.Invitations, e.Median, e.Most = len(numbers), numbers[(len(numbers)-1)/2], numbers[len(numbers)-1]
	entries, err := s.Journal("")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.What == "answered" && entry.Who == "person" {
			e.Pages++
		}
	}
	return e
}
