package store

import (
	"context"
	"fmt"
	"path/filepath"

	"linkvet/store/linkedin"
)

// Source is what was read from files and is not in the store yet.
type Source struct { // one of the two
	archive *linkedin.Archive
	table   *table
}

// sourceOf is an archive that was read already.
func sourceOf(archive *linkedin.Archive) *Source { return &Source{archive: archive} }

// ReadSource reads what a person may want to import: LinkedIn's archive, saved
// mails, or a table of our own, CSV or JSON Lines. Archives and mails may come
// together and are one source then; a table comes alone.
func ReadSource(ctx context.Context, paths []string, progress func(doneBytes, totalBytes int64)) (*Source, error) {
	for _, path := range paths {
		if !isOwnTable(path) {
			continue
		}
		if len(paths) > 1 {
			return nil, &linkedin.FormatError{Path: path, Problem: "a table of linkvet's own, which is read alone", Hint: "import it by itself"}
		}
		t, err := readTable(ctx, path, progress)
		if err != nil {
			return nil, err
		}
		return &Source{table: t}, nil
	}
	archive, err := linkedin.Read(ctx, paths, progress)
	if err != nil {
		return nil, err
	}
	return &Source{archive: archive}, nil
}

// workOut works out all that taking the source in changes; nothing is written yet.
func (source *Source) workOut(ctx context.Context, tx *Tx, progress func(done, total int)) (*merge, ImportReport, error) {
	if source.table != nil {
		b := &readback{ctx: ctx, tx: tx, table: source.table, meter: meter{len(source.table.rows), progress}}
		if err := b.workOut(); err != nil {
			return nil, ImportReport{}, err
		}
		return b.merge(), b.report(), nil
	}
	m, err := newMerge(ctx, tx, source.archive, progress)
	if err != nil {
		return nil, ImportReport{}, err
	}
	if err := m.mergeAll(); err != nil {
		return nil, ImportReport{}, err
	}
	return m, m.report(), nil
}

// readback is a table of our own on its way into the store. What the table says
// of the person's own fields holds; what the archives said is only taken for
// invitations that are new here.
type readback struct {
	ctx     context.Context
	tx      *Tx
	table   *table
	columns []column
	place   map[string]int // of the columns
	index   *index
	byID    map[string]*known
	people  *knowledge     // made when first needed
	changed []*known       // with drafts
	lines   map[string]int // of each id
	open    map[person]string
	counts  ImportReport
	meter   meter
}

// workOut finds out what every row changes.
func (b *readback) workOut() error {
	var err error
	if b.index, err = loadIndex(b.ctx, b.tx); err != nil {
		return err
	}
	b.columns, b.place = columns(), map[string]int{}
	for i, c := range b.columns {
		b.place[c.name] = i
	}
	b.byID, b.lines, b.open = make(map[string]*known, len(b.index.all)), map[string]int{}, map[person]string{}
	for _, k := range b.index.all {
		b.byID[k.id] = k
	}
	all := make([]Invitation, 0, len(b.table.rows))
	for i := range b.table.rows {
		if i%everySoOften == 0 {
			if err := b.ctx.Err(); err != nil {
				return err
			}
			b.meter.matched(i)
		}
		after, err := b.row(&b.table.rows[i])
		if err != nil {
			return err
		}
		all = append(all, after)
	}
	return b.refuseDoubles(all)
}

// cell returns a row's cell of a column, and whether the file has it.
func (b *readback) cell(r *tableRow, column string) (string, bool) { return r.cell(b.place[column]) }

// row works out what one row makes of an invitation.
func (b *readback) row(r *tableRow) (Invitation, error) {
	said := Invitation{Direction: Incoming, TimesSent: 1}
	for i, c := range b.columns {
		if cell, ok := r.cell(i); ok {
			if err := c.set(&said, cell); err != nil {
				return said, b.table.bad(r.line, c.name, cellError(err))
			}
		}
	}
	before, err := b.find(&said)
	if err != nil {
		return said, err
	}
	var after Invitation
	if before == nil {
		after, err = b.create(said, r)
	} else {
		after, err = b.edit(*before, said, r)
	}
	if err != nil {
		return after, err
	}
	if after.Name == "" && after.URL == "" && (said.ID == "" || before != nil && before.Name+before.URL != "") {
		return after, b.table.bad(r.line, "", "an invitation needs a name or the address of a profile")
	}
	if other, twice := b.lines[after.ID]; twice {
		return after, b.table.bad(r.line, "", fmt.Sprintf("%s stands in line %d too", after.DisplayName(), other))
	}
	b.lines[after.ID] = r.line
	return after, b.settle(before, after, r.line)
}

// find returns the invitation a row is about: the one of its id, else the
// person's open one.
func (b *readback) find(said *Invitation) (*Invitation, error) {
	k := b.byID[said.ID]
	if k == nil && said.Decision == "" {
		k = openRecord(b.index.people[person{said.Direction, keyOf(len(said.Doubts) > 0, slugOf(said.URL), said.Name, said.SentAt)}])
	}
	if k == nil {
		return nil, nil
	}
	inv, err := b.tx.get([]byte(k.id))
	return &inv, err
}

// settle decides whether a row changes anything, and counts it.
func (b *readback) settle(before *Invitation, after Invitation, line int) error {
	switch {
	case before == nil:
		b.counts.Added++
	default:
		same, err := sameRecord(*before, after)
		if err != nil {
			return err
		}
		if same {
			b.counts.Unchanged++
			b.counts.count(after.Status(b.tx.now))
			return nil
		}
		b.counts.Updated++
		after.ChangedAt = b.tx.now
	}
	b.counts.count(after.Status(b.tx.now))
	words := fmt.Sprintf("from %s, line %d", filepath.Base(b.table.path), line)
	b.changed = append(b.changed, &known{id: after.ID, draft: &draft{before: before, after: &after, words: words}})
	return nil
}

// refuseDoubles keeps one open invitation per person and direction.
func (b *readback) refuseDoubles(all []Invitation) error {
	for _, k := range b.index.all {
		if b.lines[k.id] == 0 && k.decision == "" {
			b.open[person{k.dir, k.key()}] = k.id
		}
	}
	for i := range all {
		inv := &all[i]
		if inv.Decision != "" {
			continue
		}
		p := person{inv.Direction, keyOf(len(inv.Doubts) > 0, slugOf(inv.URL), inv.Name, inv.SentAt)}
		if other, taken := b.open[p]; taken {
			where := "is in the store already, as " + other
			if line := b.lines[other]; line > 0 {
				where = fmt.Sprintf("stands in line %d too", line)
			}
			return b.table.bad(b.lines[inv.ID], "", fmt.Sprintf("%s %s, and only one open invitation of a person is kept", inv.DisplayName(), where))
		}
		b.open[p] = inv.ID
	}
	return nil
}

// merge is what is to be taken in as an import, which is one step that can be
// undone.
func (b *readback) merge() *merge {
	return &merge{
		ctx: b.ctx, tx: b.tx, archive: &linkedin.Archive{}, contacts: &contacts{}, now: b.tx.now,
		changed: b.changed, counts: b.counts, meter: b.meter,
	}
}

func (b *readback) report() ImportReport {
	r := b.counts
	r.Skipped, r.Warnings = []linkedin.Skip{}, append([]string{}, b.table.warnings...)
	return r
}
