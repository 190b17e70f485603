package list

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"linkvet/advisor"
	"linkvet/store/fold"
	"linkvet/store/record"
)

// tableOf returns rows as a table.
func tableOf(rows []record.Row) *Table {
	var p Packer
	for i := range rows {
		p.addRow(&rows[i])
	}
	return p.Done()
}

// searchable prepares a table for searching.
func searchable(t interface {
	Helper()
	Fatal(args ...any)
}, table *Table) *Table {
	t.Helper()
	made, err := table.Searchable(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// drawRow draws a row of which queries can find much; so that the same words
// come again and again, there are few.
func drawRow(t *rapid.T, id string) record.Row {
	word := rapid.SampledFrom([]string{"ana", "Ána", "berg", "ab", "a", "b", "B", "á", "beran", "", "x y", "李小龍"})
	moments := rapid.SampledFrom([]int64{0, -1 << 40, 1, 1_700_000_000, 1_767_225_600, 1 << 40})
	return record.Row{
		ID: id, Direction: rapid.SampledFrom([]record.Direction{record.Incoming, record.Outgoing}).Draw(t, "direction"),
		Name: word.Draw(t, "name"), Headline: word.Draw(t, "headline"), Company: word.Draw(t, "company"), URL: word.Draw(t, "url"),
		Note: word.Draw(t, "note") + " " + word.Draw(t, "more"), PersonNote: word.Draw(t, "own note"), Tags: rapid.SliceOfN(word, 0, 2).Draw(t, "tags"),
		SentAt: record.Moment(moments.Draw(t, "sent")), LaterUntil: record.Day(rapid.Int32Range(0, 90_000).Draw(t, "later")),
		DecidedAt: record.Moment(moments.Draw(t, "decided")), ChangedAt: record.Moment(moments.Draw(t, "changed")),
		Status:         rapid.SampledFrom(append(record.Statuses(), "")).Draw(t, "status"),
		Recommendation: rapid.SampledFrom(append(advisor.Recommendations(), 0, 9)).Draw(t, "rec"),
		Decision:       rapid.SampledFrom(append(record.Decisions(), "", "of a later program")).Draw(t, "decision"),
		Answered:       rapid.IntRange(0, 3).Draw(t, "answered"), TimesSent: rapid.IntRange(1, 3).Draw(t, "times"),
		Due: rapid.Bool().Draw(t, "due"), Settled: rapid.Bool().Draw(t, "settled"), Suggested: rapid.Bool().Draw(t, "suggested"),
		Resurfaced: rapid.Bool().Draw(t, "resurfaced"), Back: rapid.Bool().Draw(t, "back"),
		Doubtful: rapid.Bool().Draw(t, "doubtful"), FactsSum: rapid.Uint32Max(1).Draw(t, "facts"),
	}
}

// drawRows draws rows that may fill several blocks.
func drawRows(t *rapid.T) []record.Row {
	kinds := make([]record.Row, rapid.IntRange(1, 40).Draw(t, "kinds"))
	for i := range kinds {
		kinds[i] = drawRow(t, "")
	}
	most := rapid.SampledFrom([]int{0, len(kinds), blockRows, 3 * blockRows}).Draw(t, "most")
	rows := make([]record.Row, rapid.IntRange(0, most).Draw(t, "rows"))
	for i := range rows {
		rows[i] = kinds[i*7%len(kinds)]
		rows[i].ID = fmt.Sprint("id", i)
	}
	return rows
}

func drawQuery(t *rapid.T) Query {
	terms := rapid.SampledFrom([]string{
		"an", "ana", "!ber", "b", "b a", `"x y"`, "小", "name:a", "!company:b", "tag:ana", "!tag:b", "tag:", "is:waiting", "!is:later", "rec:none", "rec:accept",
		"decision:none", "decision:ignored", "has:tag", "!has:note", "has:headline", "has:company", "has:url", "has:answer", "has:date",
		"before:2024", "!after:2026", "after:2026-01-01", "!x", "anab",
		"has:mynote", "!has:mynote", "is:due", "!is:changed", "is:marked", "!is:marked", "rec:review", "!rec:block", "rec:ignore", "rec:decline",
		"#", "#an", "#ana", "!#b", `#"x y"`, "url:", "url:a", "url:be", "!url:ber",
	})
	text := ""
	for range rapid.IntRange(0, 3).Draw(t, "terms") {
		text += terms.Draw(t, "term") + " "
	}
	q, err := ParseQuery(text, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// A table gives back the rows it was made of, and finds those that match one by
// one, also after rows were replaced, before and after it was searchable.
func TestTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		table := tableOf(rows)
		replace := func() {
			changed := map[int]record.Row{}
			for range rapid.IntRange(0, 4).Draw(t, "changes") {
				if len(rows) > 0 {
					i := rapid.IntRange(0, len(rows)-1).Draw(t, "i")
					rows[i] = drawRow(t, rows[i].ID)
					changed[i] = rows[i]
				}
			}
			table.Replace(changed)
		}
		replace()
		before, was := table, slices.Clone(rows)
		table = searchable(t, table)
		replace()
		wantRows(t, before, was) // what a command reads meanwhile stays
		wantRows(t, table, rows)

		q, wider := drawQuery(t), drawQuery(t)
		found, n := make([]bool, len(rows)), 0
		count := table.Mark(q, found)
		for i, hit := range found {
			if hit != q.Match(rows[i]) || hit != table.Matches(q, i) {
				t.Fatalf("row %d %+v: marked %v, matches %v, %v", i, rows[i], hit, q.Match(rows[i]), table.Matches(q, i))
			}
			if hit && q.Narrows(wider) && !wider.Match(rows[i]) {
				t.Fatalf("%+v does not narrow %+v for %+v", q, wider, rows[i])
			}
			n += count01(hit)
		}
		if n != count {
			t.Fatalf("%d marked, %d counted", n, count)
		}
	})
}

func wantRows(t *rapid.T, table *Table, rows []record.Row) {
	t.Helper()
	if table.Len() != len(rows) {
		t.Fatalf("%d rows, want %d", table.Len(), len(rows))
	}
	for i := range rows {
		want := &rows[i]
		if got := table.At(i); !sameRow(&got, want) || table.ID(i) != want.ID || table.FoldedName(i) != fold.Text(want.Name) {
			t.Fatalf("row %d: %+v\nwant %+v", i, got, *want)
		}
		b := table.Key(i)
		if *b != RowKeyOf(want) || b.Status() != want.Status || b.Tagged() != (len(want.Tags) > 0) ||
			b.Sent != record.Seconds(want.SentAt) || b.Changed != record.Seconds(want.ChangedAt) || b.Later != want.LaterUntil {
			t.Fatalf("row %d: brief %+v\nof %+v", i, *b, *want)
		}
	}
}

// sameRow compares rows but for what depends on the time, which their keys have.
func sameRow(a, b *record.Row) bool {
	return a.ID == b.ID && a.SentAt.Equal(b.SentAt) && bytes.Equal(record.AppendSummary(nil, a), record.AppendSummary(nil, b))
}
