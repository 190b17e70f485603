package merge

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"linkvet/store/exchange"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// Conflict is a field to which a store and a table gave different values, neither
// knowing of the other: the later one was kept.
type Conflict struct {
	ID     string     `json:"id"`
	Name   string     `json:"name"`
	Field  string     `json:"field"` // such as "decision", "tags", "answers.know"
	Kept   string     `json:"kept"`
	KeptAt *time.Time `json:"kept_at"`
	Lost   string     `json:"lost"`
	LostAt *time.Time `json:"lost_at"`
	From   string     `json:"from"` // where the lost value was: "store" or "table"
	Line   int        `json:"line"`
}

// tableSide is what a row of a table says of an invitation that is in the store.
type tableSide struct {
	*record.Invitation
	line    int
	stamped bool  // the table says when the person changed what
	edited  bool  // something that has no stamp was edited by hand since
	changed int64 // when anything was changed last, 0 where the table does not say
	now     int64
}

// stampOf returns since when a field has its value in the table; edited, whether
// somebody gave it that value in the table itself. ok is false when the table does
// not speak for the person there.
func (t *tableSide) stampOf(key string) (s record.Stamp, edited, ok bool) {
	s.Sum = record.SumOf(t.Own(key))
	given := t.Stamps[key]
	switch {
	case len(given) > 0 && given[0].Sum == s.Sum:
		return given[0], false, true
	case len(given) > 0, t.stamped && t.edited, !t.stamped && t.changed == 0 && (key != record.OwnDecision || t.Decision == ""):
		s.At = t.now
		return s, true, true
	case t.stamped && (record.IsCorrectable(key) || s.Sum == 0):
		return s, false, false // of an archive, or never given
	}
	s.At = t.changed
	if key == record.OwnDecision && t.Decision != "" {
		s.At = record.Seconds(t.DecidedAt)
	}
	return s, false, true
}

// mine returns since when a field has its value in the store, as its stamp tells,
// else the journal, else the time of the last change.
func (b *readback) mine(inv *record.Invitation, key string) (record.Stamp, error) {
	if s, ok := inv.StampOf(key); ok {
		return s, nil
	}
	s := record.Stamp{Sum: record.SumOf(inv.Own(key))}
	_, corrected := inv.Corrected[key]
	if len(inv.Stamps[key]) == 0 && (s.Sum == 0 || record.IsCorrectable(key) && !corrected && inv.Listed) {
		return s, nil // nobody gave it, or an archive did
	}
	if b.journal == nil {
		var err error
		if b.journal, err = b.tx.OwnChanges(); err != nil {
			return s, err
		}
	}
	s.At = record.Seconds(inv.ChangedAt)
	if at, ok := b.journal[inv.ID][key]; ok && len(inv.Stamps[key]) == 0 {
		s.At = at
	}
	return s, nil
}

// reconcile brings what a row says into an invitation: of each of the person's own
// fields the later value stays. What was given without knowing of the other, and
// is lost, is noted.
func (b *readback) reconcile(before *record.Invitation, theirs *tableSide) (record.Invitation, error) {
	after := before.Clone()
	corrections := record.Edit{}
	latest := record.Seconds(before.ChangedAt)
	for _, key := range record.OwnKeys(before, theirs.Invitation) {
		if before.Own(key) == theirs.Own(key) {
			continue
		}
		given, edited, ok := theirs.stampOf(key)
		if !ok {
			continue
		}
		own, err := b.mine(before, key)
		if err != nil {
			return after, err
		}
		later := cmp.Or(cmp.Compare(given.At, own.At), cmp.Compare(given.Sum, own.Sum))
		if wins := edited || later > 0 || !theirs.stamped && given.At == own.At; !wins {
			if !seen(before.Stamps[key], given) {
				b.conflict(before, key, own, before.OwnWords(key), given, theirs.OwnWords(key), "table", theirs.line)
				after.PutStamps(key, []record.Stamp{own}, before.Stamps[key], theirs.Stamps[key], []record.Stamp{given})
			}
			continue
		}
		diverged := theirs.stamped || theirs.changed != 0 && theirs.changed != record.Seconds(before.ChangedAt)
		if diverged && !seen(theirs.Stamps[key], own) {
			b.conflict(before, key, given, theirs.OwnWords(key), own, before.OwnWords(key), "store", theirs.line)
		}
		if !correct(&corrections, key, theirs.Invitation) {
			after.TakeOwn(key, theirs.Invitation)
		}
		after.PutStamps(key, []record.Stamp{given}, theirs.Stamps[key], []record.Stamp{own}, before.Stamps[key])
		latest = max(latest, given.At, theirs.changed)
	}
	after.Correct(corrections)
	switch {
	case after.Decision != "" && !after.LaterUntil.IsZero(): // put off there, and decided here
		at := int64(0)
		for _, key := range []string{record.OwnDecision, record.OwnLater} {
			if s, ok := after.StampOf(key); ok {
				at = max(at, s.At)
			}
		}
		after.StopWaiting()
		after.PutStamps(record.OwnLater, []record.Stamp{{At: at}}, after.Stamps[record.OwnLater])
	case after.LaterUntil != before.LaterUntil:
		after.Resurfaced = false
	}
	after.ChangedAt = record.Moment(latest)
	return after, nil
}

// seen reports whether somebody who has these stamps knew of a value.
func seen(stamps []record.Stamp, value record.Stamp) bool {
	return value.At == 0 && value.Sum == 0 || slices.ContainsFunc(stamps, func(s record.Stamp) bool { return s.Sum == value.Sum })
}

func (b *readback) conflict(inv *record.Invitation, key string, kept record.Stamp, keptWords string, lost record.Stamp, lostWords, from string, line int) {
	b.conflicts = append(b.conflicts, Conflict{
		ID: inv.ID, Name: inv.Name, Field: key, Kept: keptWords, KeptAt: record.OrNull(record.Moment(kept.At)),
		Lost: lostWords, LostAt: record.OrNull(record.Moment(lost.At)), From: from, Line: line,
	})
}

// correct puts a field into what the person corrects, and reports whether it is
// one of those.
func correct(e *record.Edit, key string, from *record.Invitation) bool {
	switch key {
	case record.FieldName:
		e.Name = &from.Name
	case record.FieldHeadline:
		e.Headline = &from.Headline
	case record.FieldCompany:
		e.Company = &from.Company
	case record.FieldURL:
		e.URL = &from.URL
	case record.FieldNote:
		e.Note = &from.Note
	case record.FieldSentAt:
		e.SentAt = &from.SentAt
	default:
		return false
	}
	return true
}

// sideOf is what a row says, laid over the invitation as it is: what the file has
// no column for is as it is.
func (b *readback) sideOf(before *record.Invitation, r *exchange.TableRow) (*tableSide, error) {
	inv := before.Clone()
	inv.Stamps = nil
	t := &tableSide{Invitation: &inv, line: r.Line, now: record.Seconds(b.tx.Now)}
	whole := true // every column of the person's own is there
	for i, c := range b.columns {
		cell, ok := r.Cell(i)
		whole = whole && (ok || !c.Own)
		if !ok || !c.Own && c.Name != "changes" {
			continue
		}
		if err := c.Set(&inv, cell); err != nil {
			return nil, b.table.Bad(r.Line, c.Name, exchange.CellError(err))
		}
	}
	rest, stamped := exchange.TakeRest(&inv)
	t.stamped, t.edited = stamped, stamped && (!whole || rest != exchange.RestSum(&inv))
	if cell, ok := b.cell(r, "changed_at"); ok {
		var said record.Invitation
		if err := b.columns[b.place["changed_at"]].Set(&said, cell); err != nil {
			return nil, b.table.Bad(r.Line, "changed_at", exchange.CellError(err))
		}
		t.changed = record.Seconds(said.ChangedAt)
	}
	if !maps.EqualFunc(before.Answers, inv.Answers, slices.Equal) {
		b.tx.Advise(&inv) // a decision of now was taken on it
	}
	return t, b.decided(&inv, *before, r)
}

// warn says in a line how many conflicts there were, for who reads no list.
func (b *readback) warnOfConflicts() []string {
	if n := len(b.conflicts); n > 0 {
		return []string{quantity.Sentence(n, "%[2]s: %[1]d field was changed both here and there; the later change was kept", "%[2]s: %[1]d fields were changed both here and there; the later changes were kept", b.table.Path)}
	}
	return nil
}
