package merge

import (
	"context"
	"slices"
	"strings"
	"time"

	"linkvet/store/record"
	"linkvet/store/tables"
)

// candidate is what an import must know of every record to see whether a row of an
// archive belongs to it and changes anything. It comes from the list, which is
// far quicker to read than the records.
type candidate struct {
	id         string
	dir        record.Direction
	slug       string
	name       string
	url        string
	note       string
	sentAt     time.Time
	laterUntil record.Day
	decidedAt  int64 // in seconds
	decision   record.Decision
	timesSent  int
	company    string
	headline   string
	corrected  *record.Invitation // as the person sees it, where they corrected what the archive says
	pending    *pending           // set once something about it may change
	facts      uint32

	connected   bool
	gone        bool
	listed      bool
	doubtful    bool
	isCorrected bool
	seen        bool // a row of this archive belongs to it
}

// hasSlug reports whether more than a name is known of the person.
func (cand *candidate) hasSlug() bool { return cand.slug != "" }

func (cand *candidate) key() string {
	return keyOf(cand.doubtful, cand.url, cand.slug, cand.name, cand.sentAt)
}

// keyOf is PersonKey, but sets apart what a mail says that may not be from
// LinkedIn: it must not mix with the same person's real invitation.
func keyOf(doubtful bool, url, slug, name string, sentAt time.Time) string {
	var key string
	if slug != "" {
		key = addressKey(url, slug)
	} else {
		key = record.PersonKey("", name, sentAt)
	}
	if doubtful {
		return "mail/" + key
	}
	return key
}

// addressKey is record.AddressKey, taken out of the address where that ends with it:
// there is one for each of 100,000 people.
func addressKey(url, slug string) string {
	const before = "in/"
	if at := len(url) - len(before) - len(slug); at >= 0 && strings.HasPrefix(url[at:], before) && strings.HasSuffix(url, slug) {
		return url[at:]
	}
	return record.AddressKey(slug)
}

// status returns where it stands, from the pending record where there is one.
func (cand *candidate) status(now time.Time) record.Status {
	if cand.pending != nil && cand.pending.after != nil {
		return cand.pending.after.Status(now)
	}
	return record.Invitation{
		Direction: cand.dir, Decision: cand.decision, LaterUntil: cand.laterUntil, Connected: cand.connected, Gone: cand.gone,
	}.Status(now)
}

// person names somebody in one direction: an invitation to a person and one
// from them are two things.
type person struct {
	dir record.Direction
	key string
}

// index finds records by person. Most people have one record; a person who
// invites again after a decision has several, the decided ones first.
type index struct {
	all    []*candidate
	people map[person][]*candidate
	named  map[person][]*candidate // by folded name, those with an address only; made when first needed

	unaddressed int            // how many are known without an address
	attempts    map[person]int // at ids, of whom more than one was needed
}

// newID returns a free id for a person. Many records of one person would be slow
// to make if each tried all ids of those before it.
func (x *index) newID(who person, taken func(id string) bool) string {
	id, attempt := record.NewID(who.dir, who.key, x.attempts[who], taken)
	if attempt > 1 {
		if x.attempts == nil {
			x.attempts = map[person]int{}
		}
		x.attempts[who] = attempt
	}
	return id
}

// loadIndex reads the list.
func loadIndex(ctx context.Context, tx *tables.Tx) (*index, error) {
	n := max(tables.Count(tx), 0)
	x := newIndex(n)
	block := make([]candidate, n) // one allocation for nearly all of them
	err := tx.EachSummary(ctx, func(_ []byte, row record.Row) (bool, error) {
		if len(x.all) == len(block) {
			block = append(block, candidate{}) // the others stay where they were
		}
		cand := &block[len(x.all)]
		*cand = candidate{
			id: row.ID, dir: row.Direction, slug: record.SlugOf(row.URL), name: row.Name, url: row.URL, note: row.Note,
			sentAt: row.SentAt, laterUntil: row.LaterUntil, decidedAt: record.Seconds(row.DecidedAt), decision: row.Decision,
			timesSent: row.TimesSent, connected: row.Connected, gone: row.Gone, listed: row.Listed,
			doubtful: row.Doubtful, company: row.Company, headline: row.Headline, facts: row.FactsSum, isCorrected: row.Corrected,
		}
		x.add(cand, cand.key())
		return true, nil
	})
	return x, err
}

func newIndex(n int) *index {
	return &index{all: make([]*candidate, 0, n), people: make(map[person][]*candidate, n)}
}

// add adds a record by its key.
func (x *index) add(cand *candidate, key string) {
	x.all = append(x.all, cand)
	if !cand.hasSlug() && !cand.doubtful {
		x.unaddressed++
	}
	p := person{cand.dir, key}
	x.people[p] = insertByDecision(x.people[p], cand)
	if x.named != nil && cand.hasSlug() {
		x.addName(cand)
	}
}

// insertByDecision keeps the decided ones first, oldest decision first.
func insertByDecision(records []*candidate, cand *candidate) []*candidate {
	at, _ := slices.BinarySearchFunc(records, cand, func(r, cand *candidate) int {
		if r.decision == "" || cand.decision != "" && r.decidedAt > cand.decidedAt {
			return 1
		}
		return -1
	})
	if cand.decision == "" {
		at = len(records)
	}
	return slices.Insert(records, at, cand)
}

func (x *index) addName(cand *candidate) {
	if folded := record.FoldName(cand.name); folded != "" {
		p := person{cand.dir, folded}
		x.named[p] = insertByDecision(x.named[p], cand)
	}
}

// withName returns the records with an address whose name folds to folded.
func (x *index) withName(dir record.Direction, folded string) []*candidate {
	if x.named == nil {
		x.named = make(map[person][]*candidate)
		for _, cand := range x.all {
			if cand.hasSlug() {
				x.addName(cand)
			}
		}
	}
	return x.named[person{dir, folded}]
}

// rename moves a record to its new key after its address became known or
// changed.
func (x *index) rename(cand *candidate, oldKey string, wasAddressed bool) {
	if cand.hasSlug() && !wasAddressed {
		x.unaddressed--
	}
	old := person{cand.dir, oldKey}
	x.people[old] = slices.DeleteFunc(x.people[old], func(r *candidate) bool { return r == cand })
	p := person{cand.dir, cand.key()}
	x.people[p] = insertByDecision(x.people[p], cand)
	if x.named != nil && cand.hasSlug() && !wasAddressed {
		x.addName(cand)
	}
}

// openRecord returns the record among those of a person that waits for a decision.
// They are the last.
func openRecord(records []*candidate) *candidate {
	at, _ := slices.BinarySearchFunc(records, 0, func(r *candidate, _ int) int {
		if r.decision == "" {
			return 1
		}
		return -1
	})
	if at == len(records) {
		return nil
	}
	return records[at]
}
