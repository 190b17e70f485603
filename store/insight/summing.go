package insight

import (
	"slices"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
)

// Report is what was counted. Those wanted must have been named.
func (t *Tally) Report() Report {
	r := &t.report
	r.ByStatus, r.ByReach, r.open = t.statuses.all(), t.reaches.all(), t.open.all()
	r.ByDirection = map[string]int{string(record.Incoming): t.incoming, string(record.Outgoing): t.outgoing}
	for _, rec := range advisor.Recommendations() {
		r.ByAdvice[rec.String()] = t.advice[rec]
	}
	for tag, n := range t.tags {
		r.Tags[tag] = *n
	}
	said := 0
	for _, k := range kindLabels {
		r.ByInviter[k.kind] = t.kinds[k.kind]
		said += t.kinds[k.kind]
	}
	r.ByInviter[NotSaid] += t.incoming - said
	r.Months, r.Years = t.lastMonths(), t.allYears()
	r.UntilDecided = spanOf(t.days)
	r.Effort.Median, r.Effort.Most = median(t.answers), max(len(t.answers)-1, 0)
	r.Signs = t.seen()
	t.agreement.report(r)
	t.people.report(t)
	r.Due = r.LookBack.Due
	return *r
}

// lastMonths are the months up to this one, from the first in which there was
// anything.
func (t *Tally) lastMonths() []Month {
	year, month, _ := t.now.Date()
	last := year*12 + int(month) - 1
	from := last + 1
	for at := range t.months {
		if at <= last {
			from = min(from, max(at, last-MostMonths+1))
		}
	}
	months := make([]Month, 0, MostMonths)
	for at := from; at <= last; at++ {
		months = append(months, *t.monthOf(at/12, time.Month(at%12+1)))
	}
	return months
}

func (t *Tally) allYears() []Year {
	years := make([]Year, 0, len(t.years))
	for _, y := range t.years {
		years = append(years, *y)
	}
	slices.SortFunc(years, func(a, b Year) int { return a.Year - b.Year })
	return years
}

// seen are the stop signs that were seen, most often first.
func (t *Tally) seen() []Sign {
	signs := []Sign{}
	for _, s := range t.signs {
		if s.count > 0 {
			signs = append(signs, Sign{s.question.ID, s.question.Label, s.count})
		}
	}
	slices.SortStableFunc(signs, func(a, b Sign) int { return b.Count - a.Count })
	return signs
}

// spanOf sums up how many took so many days.
func spanOf(days map[int]int) Span {
	var s Span
	for d, n := range days {
		s.Count += n
		s.Longest = max(s.Longest, d)
		switch {
		case d < 1:
			s.SameDay += n
		case d <= 7:
			s.Week += n
		case d <= 30:
			s.Month += n
		case d <= 90:
			s.Quarter += n
		default:
			s.Longer += n
		}
	}
	counts := 0
	for d := 0; d <= s.Longest; d++ {
		if counts += days[d]; 2*counts >= s.Count {
			s.Median = d
			break
		}
	}
	return s
}

// median is the middle of numbers of which so many are 0, 1, 2 ...; the lower one
// of two.
func median(counts []int) int {
	all, sum := 0, 0
	for _, n := range counts {
		all += n
	}
	for value, n := range counts {
		if sum += n; 2*sum >= all && all > 0 {
			return value
		}
	}
	return 0
}
