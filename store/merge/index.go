package merge

import (
	"context"
	"slices"
	"time"

	"linkvet/store/fold"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// known is what an import must know of every record to see whether a row of an
// archive belongs to it and changes anything. It comes from the list, which is
// far quicker to read than the records.
type known struct {
	id         string
	dir        record.Direction
	slug       string
	name       string
	url        string
	note       string
	sentAt     time.Time
	laterUntil int64 // in seconds, as is the next
	decidedAt  int64
	decision   record.Decision
	timesSent  int
	company    string
	headline   string
	corrected  *record.Invitation // as the person sees it, where they corrected what the archive says
	draft      *draft             // set once something about it may change
	facts      uint32

	connected   bool
	gone        bool
	listed      bool
	doubtful    bool
	isCorrected bool
	seen        bool // a row of this archive belongs to it
}

// hasSlug reports whether more than a name is known of the person.
func (k *known) hasSlug() bool { return k.slug != "" }

func (k *known) key() string { return keyOf(k.doubtful, k.slug, k.name, k.sentAt) }

// keyOf is personKey, but sets apart what a mail says that may not be from
// LinkedIn: it must not mix with the same person's real invitation.
func keyOf(doubtful bool, slug, name string, sentAt time.Time) string {
	key := record.PersonKey(slug, name, sentAt)
	if doubtful {
		return "mail/" + key
	}
	return key
}

// status returns where it stands, from the draft where there is one.
func (k *known) status(now time.Time) record.Status {
	if k.draft != nil && k.draft.after != nil {
		return k.draft.after.Status(now)
	}
	return record.Invitation{
		Direction: k.dir, Decision: k.decision, LaterUntil: record.Moment(k.laterUntil), Connected: k.connected, Gone: k.gone,
	}.Status(now)
}

// Person names somebody in one direction: an invitation to a person and one
// from them are two things.
type Person struct {
	Dir record.Direction
	Key string
}

// index finds records by person. Most people have one record; a person who
// invites again after a decision has several, the decided ones first.
type index struct {
	all    []*known
	people map[Person][]*known
	named  map[Person][]*known // by folded name, those with an address only; made when first needed

	unaddressed int // how many are known without an address
}

// loadIndex reads the list.
func loadIndex(ctx context.Context, tx *tables.Tx) (*index, error) {
	n := max(tables.Count(tx), 0)
	x := newIndex(n)
	block := make([]known, n) // one allocation for nearly all of them
	err := tx.EachSummary(ctx, func(_ []byte, row record.Row) (bool, error) {
		k := new(known)
		if len(x.all) < len(block) {
			k = &block[len(x.all)]
		}
		*k = known{
			id: row.ID, dir: row.Direction, slug: record.SlugOf(row.URL), name: row.Name, url: row.URL, note: row.Note,
			sentAt: row.SentAt, laterUntil: record.Seconds(row.LaterUntil), decidedAt: record.Seconds(row.DecidedAt), decision: row.Decision,
			timesSent: row.TimesSent, connected: row.Connected, gone: row.Gone, listed: row.Listed,
			doubtful: row.Doubtful, company: row.Company, headline: row.Headline, facts: row.FactsSum, isCorrected: row.Corrected,
		}
		x.add(k, k.key())
		return true, nil
	})
	return x, err
}

func newIndex(n int) *index {
	return &index{all: make([]*known, 0, n), people: make(map[Person][]*known, n)}
}

// add adds a record by its key.
func (x *index) add(k *known, key string) {
	x.all = append(x.all, k)
	if !k.hasSlug() && !k.doubtful {
		x.unaddressed++
	}
	p := Person{k.dir, key}
	x.people[p] = insertByDecision(x.people[p], k)
	if x.named != nil && k.hasSlug() {
		x.addName(k)
	}
}

// insertByDecision keeps the decided ones first, oldest decision first.
func insertByDecision(records []*known, k *known) []*known {
	at := len(records)
	if k.decision != "" {
		at = slices.IndexFunc(records, func(r *known) bool { return r.decision == "" || r.decidedAt > k.decidedAt })
		if at < 0 {
			at = len(records)
		}
	}
	return slices.Insert(records, at, k)
}

func (x *index) addName(k *known) {
	if folded := fold.Text(k.name); folded != "" {
		p := Person{k.dir, folded}
		x.named[p] = insertByDecision(x.named[p], k)
	}
}

// withName returns the records with an address whose name folds to folded.
func (x *index) withName(dir record.Direction, folded string) []*known {
	if x.named == nil {
		x.named = make(map[Person][]*known)
		for _, k := range x.all {
			if k.hasSlug() {
				x.addName(k)
			}
		}
	}
	return x.named[Person{dir, folded}]
}

// rename moves a record to its new key after its address became known or
// changed.
func (x *index) rename(k *known, oldKey string, wasAddressed bool) {
	if k.hasSlug() && !wasAddressed {
		x.unaddressed--
	}
	old := Person{k.dir, oldKey}
	x.people[old] = slices.DeleteFunc(x.people[old], func(r *known) bool { return r == k })
	p := Person{k.dir, k.key()}
	x.people[p] = insertByDecision(x.people[p], k)
	if x.named != nil && k.hasSlug() && !wasAddressed {
		x.addName(k)
	}
}

// openRecord returns the record among those of a person that waits for a decision.
func openRecord(records []*known) *known {
	for _, k := range records {
		if k.decision == "" {
			return k
		}
	}
	return nil
}
