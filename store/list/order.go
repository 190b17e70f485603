package list

import (
	"cmp"
	"strings"
	"time"

	"linkvet/store/fault"
	"linkvet/store/fold"
	"linkvet/store/record"
)

// Order compares two rows, as slices.SortStableFunc wants it.
type Order func(a, b *record.Row) int

// sorting is one thing that rows may be sorted by.
type sorting struct {
	name    string
	missing func(*record.Row) bool // what is not known comes last; nil: all is known
	compare Order
}

// sortings are named as columns are. Times begin with the newest and days to come
// with the nearest, texts with A.
func sortings() []sorting {
	newest := func(name string, of func(*record.Row) time.Time) sorting {
		return sorting{name, func(r *record.Row) bool { return of(r).IsZero() }, func(a, b *record.Row) int { return of(b).Compare(of(a)) }}
	}
	text := func(name string, of func(*record.Row) string) sorting {
		return sorting{
			name, func(r *record.Row) bool { return of(r) == "" },
			func(a, b *record.Row) int { return strings.Compare(fold.Text(of(a)), fold.Text(of(b))) },
		}
	}
	return []sorting{
		newest("sent_at", func(r *record.Row) time.Time { return r.SentAt }),
		newest("changed_at", func(r *record.Row) time.Time { return r.ChangedAt }),
		newest("decided_at", func(r *record.Row) time.Time { return r.DecidedAt }),
		{"later_until", func(r *record.Row) bool { return r.LaterUntil.IsZero() }, func(a, b *record.Row) int { return cmp.Compare(a.LaterUntil, b.LaterUntil) }},
		text("name", func(r *record.Row) string { return r.Name }),
		text("company", func(r *record.Row) string { return r.Company }),
		text("headline", func(r *record.Row) string { return r.Headline }),
		{"status", nil, func(a, b *record.Row) int { return cmp.Compare(codeOf(statuses, a.Status), codeOf(statuses, b.Status)) }},
		{
			"recommendation", func(r *record.Row) bool { return r.Recommendation == 0 },
			func(a, b *record.Row) int { return cmp.Compare(a.Recommendation, b.Recommendation) },
		},
		{
			"decision", func(r *record.Row) bool { return r.Decision == "" },
			func(a, b *record.Row) int {
				return cmp.Compare(codeOf(decisions, a.Decision), codeOf(decisions, b.Decision))
			},
		},
		{"answered", nil, func(a, b *record.Row) int { return cmp.Compare(b.Answered, a.Answered) }},
	}
}

// Sortings returns the names of what rows may be sorted by.
func Sortings() []string {
	var names []string
	for _, s := range sortings() {
		names = append(names, s.name)
	}
	return names
}

// ParseOrder returns the order with a name; a minus in front turns it round, but
// leaves at the end what is not known.
func ParseOrder(s string) (Order, error) {
	name, reverse := strings.CutPrefix(s, "-")
	for _, by := range sortings() {
		if by.name == name {
			return by.order(reverse), nil
		}
	}
	return nil, fault.Invalid("nothing is sorted by %q (allowed: %s)", name, strings.Join(Sortings(), ", "))
}

func (by sorting) order(reverse bool) Order {
	return func(a, b *record.Row) int {
		if by.missing != nil {
			if am, bm := by.missing(a), by.missing(b); am || bm {
				return cmp.Compare(record.Bit(1, am), record.Bit(1, bm))
			}
		}
		if reverse {
			a, b = b, a
		}
		return by.compare(a, b)
	}
}
