package linkedin

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
)

// dropCopies leaves out tables that hold the same bytes as an earlier one, as
// when a zip was downloaded twice: the Basic and the Complete archive have most
// tables in common. A mail that is there twice is one anyway.
func (s *sources) dropCopies(ctx context.Context) error {
	bySize := map[int64][]int{}
	for i := range s.members {
		if s.members[i].mail {
			continue
		}
		bySize[s.members[i].size] = append(bySize[s.members[i].size], i)
	}
	first := map[[sha256.Size]byte]int{}
	copies := map[int]int{} // to what they are copies of
	for i := range s.members {
		if s.members[i].mail || s.members[i].size == 0 || len(bySize[s.members[i].size]) == 1 {
			continue
		}
		sum, err := sumOf(ctx, &s.members[i])
		if err != nil {
			return s.members[i].failed(err, s.limits)
		}
		if earlier, known := first[sum]; known {
			copies[i] = earlier
		} else {
			first[sum] = i
		}
	}
	if len(copies) == 0 {
		return nil
	}
	kept := s.members[:0:0]
	var names []string
	for i, m := range s.members {
		if _, isCopy := copies[i]; isCopy {
			names = append(names, m.name)
			s.total -= m.size
			continue
		}
		kept = append(kept, m)
	}
	s.members = kept
	s.warnings = append(s.warnings, fmt.Sprintf("%s: the same as another file given, and read once", named(names)))
	return nil
}

func sumOf(ctx context.Context, m *member) (sum [sha256.Size]byte, err error) {
	f, err := m.open()
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, &counted{ctx: ctx, in: f, left: m.size}); err != nil {
		return sum, err
	}
	h.Sum(sum[:0])
	return sum, nil
}

// tally counts rows by what they say, so that those that stand in several tables
// count once, while those that stand twice in one count twice.
type tally[T any] struct {
	key    func(row *T) string
	tables int
	before map[string]int // the most that any earlier table had; made for the second
	here   map[string]int // those of this table so far
}

// next begins another table, after those rows.
func (t *tally[T]) next(rows []T) {
	if t.tables++; t.tables == 1 {
		return
	}
	if t.before == nil {
		t.before = make(map[string]int, len(rows))
		for i := range rows {
			t.before[t.key(&rows[i])]++
		}
	}
	for key, n := range t.here {
		t.before[key] = max(t.before[key], n)
	}
	t.here = map[string]int{}
}

// isNew reports whether a row says something that no earlier table had.
func (t *tally[T]) isNew(row T) bool { return t.tables < 2 || t.isMore(row) }

// isMore is isNew for a table that is not the first.
func (t *tally[T]) isMore(row T) bool {
	key := t.key(&row)
	t.here[key]++
	return t.here[key] > t.before[key]
}

// invitationKey is the same for one invitation in two tables.
func invitationKey(inv *Invitation) string {
	who := inv.Slug
	if who == "" {
		who = "/" + strings.ToLower(inv.Name)
	}
	return fmt.Sprintf("%t %s %d %s", inv.Outgoing, who, inv.SentAt.Unix(), inv.Note)
}

// connectionKey is the same for one connection in two tables.
func connectionKey(c *Connection) string {
	if c.Slug != "" {
		return c.Slug
	}
	return "/" + strings.ToLower(c.Name)
}
