package merge

import (
	"context"
	"fmt"
	"path/filepath"

	"linkvet/store/exchange"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Source is what was read from files and is not in the store yet.
type Source struct { // one of the two
	Archive *linkedin.Archive
	table   *exchange.Table
}

// SourceOf is an archive that was read already.
func SourceOf(archive *linkedin.Archive) *Source { return &Source{Archive: archive} }

// ReadSources reads what a person may want to import: LinkedIn's archive, saved
// mails, and tables of our own, CSV or JSON Lines. Archives and mails are one
// source together, which comes first; each table is one by itself. An error means
// that none was read. A table that comes alone is checked when it is worked out.
func ReadSources(ctx context.Context, paths []string, progress func(doneBytes, totalBytes int64)) ([]*Source, error) {
	var sources []*Source
	var theirs []string
	for _, path := range paths {
		if !exchange.IsOwnTable(path) {
			theirs = append(theirs, path)
			continue
		}
		t, err := exchange.ReadTable(ctx, path, progress)
		if err != nil {
			return nil, err
		}
		sources = append(sources, &Source{table: t})
	}
	if len(paths) > 1 { // or others would be taken in before it is clear that all are right
		for _, source := range sources {
			if err := source.table.Check(); err != nil {
				return nil, err
			}
		}
	}
	if len(theirs) == 0 && len(sources) > 0 {
		return sources, nil
	}
	archive, err := linkedin.Read(ctx, theirs, progress)
	if err != nil {
		return nil, err
	}
	return append([]*Source{{Archive: archive}}, sources...), nil
}

// Path is where a table of our own was read from, "" for an archive.
func (source *Source) Path() string {
	if source.table == nil {
		return ""
	}
	return source.table.Path
}

// WorkOut works out all that taking the source in changes; nothing is written yet.
func (source *Source) WorkOut(ctx context.Context, tx *tables.Tx, progress func(done, total int)) (*Import, ImportReport, error) {
	if source.table != nil {
		b := &readback{ctx: ctx, tx: tx, table: source.table, meter: meter{len(source.table.Rows), progress}}
		if err := b.workOut(); err != nil {
			return nil, ImportReport{}, err
		}
		return b.merge(), b.report(), nil
	}
	m, err := newMerge(ctx, tx, source.Archive, progress)
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
	tx      *tables.Tx
	table   *exchange.Table
	columns []exchange.Column
	place   map[string]int // of the columns
	index   *index
	byID    map[string]*candidate
	people  *archiveFacts // made when first needed
	changed []change
	lines   map[string]int // of each id
	open    map[person]string
	counts  ImportReport
	meter   meter

	journal   map[string]map[string]int64 // when what was changed; made when first needed
	conflicts []Conflict
}

// workOut finds out what every row changes.
func (b *readback) workOut() error {
	var err error
	if b.index, err = loadIndex(b.ctx, b.tx); err != nil {
		return err
	}
	b.columns, b.place = exchange.Columns(), map[string]int{}
	for i, c := range b.columns {
		b.place[c.Name] = i
	}
	n := len(b.table.Rows)
	b.byID, b.lines, b.open = make(map[string]*candidate, len(b.index.all)), make(map[string]int, n), make(map[person]string, n)
	for _, cand := range b.index.all {
		b.byID[cand.id] = cand
	}
	for i := range b.table.Rows {
		if i%tables.EverySoOften == 0 {
			if err := b.ctx.Err(); err != nil {
				return err
			}
			b.meter.matched(i)
		}
		if err := b.row(&b.table.Rows[i]); err != nil {
			return err
		}
	}
	return b.refuseDoubles()
}

// cell returns a row's cell of a column, and whether the file has it.
func (b *readback) cell(r *exchange.TableRow, column string) (string, bool) {
	return r.Cell(b.place[column])
}

// row works out what one row makes of an invitation.
func (b *readback) row(r *exchange.TableRow) error {
	said := &record.Invitation{Direction: record.Incoming, TimesSent: 1}
	if err := b.table.Invitation(r, said); err != nil {
		return err
	}
	if other, twice := b.lines[said.ID]; twice && said.ID != "" {
		return b.table.Twice(r.Line, said.ID, other)
	}
	before, err := b.find(said)
	if err != nil {
		return err
	}
	after, given := said, said.ID != ""
	if before == nil {
		err = b.create(said, r)
	} else {
		after, err = b.edit(*before, *said, r)
	}
	if err != nil {
		return err
	}
	if after.Name == "" && after.URL == "" && (!given || before != nil && before.Name+before.URL != "") {
		return b.table.Bad(r.Line, "", "an invitation needs a name or the address of a profile")
	}
	if other, twice := b.lines[after.ID]; twice {
		return b.table.Bad(r.Line, "", fmt.Sprintf("%s appears in line %d too", after.DisplayName(), other))
	}
	b.lines[after.ID] = r.Line
	if err := b.refuseDouble(after, r.Line); err != nil {
		return err
	}
	return b.settle(before, after, r.Line)
}

// find returns the invitation a row is about: the one of its id, else the
// person's open one.
func (b *readback) find(said *record.Invitation) (*record.Invitation, error) {
	cand := b.byID[said.ID]
	if cand == nil && said.Decision == "" {
		cand = openRecord(b.index.people[person{said.Direction, keyOf(len(said.Doubts) > 0, said.URL, record.SlugOf(said.URL), said.Name, said.SentAt)}])
	}
	if cand == nil {
		return nil, nil
	}
	inv, err := b.tx.Get([]byte(cand.id))
	return &inv, err
}

// settle decides whether a row changes anything, and counts it.
func (b *readback) settle(before, after *record.Invitation, line int) error {
	words := ""
	switch {
	case before == nil:
		b.counts.Added++
	default:
		same, err := record.SameRecord(*before, *after)
		if err != nil {
			return err
		}
		if same {
			b.counts.Unchanged++
			b.counts.count(after.Status(b.tx.Now))
			return nil
		}
		b.counts.Updated++
		words = fmt.Sprintf("from %s, line %d", filepath.Base(b.table.Path), line)
	}
	b.counts.count(after.Status(b.tx.Now))
	b.changed = append(b.changed, change{id: after.ID, before: before, after: after, words: words})
	return nil
}

// refuseDouble keeps one open invitation per person and direction in the table.
func (b *readback) refuseDouble(inv *record.Invitation, line int) error {
	if inv.Decision != "" {
		return nil
	}
	p := person{inv.Direction, keyOf(len(inv.Doubts) > 0, inv.URL, record.SlugOf(inv.URL), inv.Name, inv.SentAt)}
	if other, taken := b.open[p]; taken {
		return b.table.Bad(line, "", fmt.Sprintf("%s appears in line %d too, and only one open invitation of a person is kept", inv.DisplayName(), b.lines[other]))
	}
	b.open[p] = inv.ID
	return nil
}

// refuseDoubles does the same for what the table does not have.
func (b *readback) refuseDoubles() error {
	for _, cand := range b.index.all {
		if cand.decision != "" || b.lines[cand.id] > 0 {
			continue
		}
		if other, taken := b.open[person{cand.dir, cand.key()}]; taken {
			return b.table.Bad(b.lines[other], "", fmt.Sprintf("%s is in the store already, as %s, and only one open invitation of a person is kept", record.DisplayName(cand.name), cand.id))
		}
	}
	return nil
}

// merge is what is to be taken in as an import, which is one step that can be
// undone.
func (b *readback) merge() *Import {
	return &Import{
		Ctx: b.ctx, tx: b.tx, archive: &linkedin.Archive{}, contacts: &contacts{}, now: b.tx.Now,
		changed: b.changed, counts: b.counts, meter: b.meter,
	}
}

func (b *readback) report() ImportReport {
	r := b.counts
	r.Conflicts = append([]Conflict{}, b.conflicts...)
	r.Skipped, r.Warnings = []linkedin.Skip{}, append(append([]string{}, b.table.Warnings...), b.warnOfConflicts()...)
	return r
}
