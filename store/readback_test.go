package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/exchange"
	"linkvet/store/linkedin"
	"linkvet/store/list"
	"linkvet/store/merge"
	"linkvet/store/record"
)

// writeTable writes a table to a file of a test.
func writeTable(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "table.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func readTableInto(t *testing.T, s *Store, path string, dryRun bool) (merge.ImportReport, error) {
	t.Helper()
	sources, err := merge.ReadSources(t.Context(), []string{path}, nil)
	if err != nil {
		return merge.ImportReport{}, err
	}
	return s.ImportSources(t.Context(), sources, dryRun, nil)
}

func TestReadBackAnEditedTable(t *testing.T) {
	s, c := exported(t)
	before := byName(t, s)
	ada, bo, cy := before["Ada Lind"], before["Bo Yu"], before["Cy Roe"]
	// As a spreadsheet of another country leaves it, with other columns, padding
	// and a row of the person's own.
	text := "\ufeffMy remark;Tags;NAME;id;decision;later_until;answers;connected\r\n" +
		"x;work,\"fair\";Ada B. Lind;" + ada.ID + ";ignored;;know=no;WAHR\r\n" +
		";;Bo Yu;" + strings.ToUpper(bo.ID) + ";;;;FALSCH\r\n" +
		";;Cy Roe;" + cy.ID + ";;;;false\r\n" +
		";;;;;;;\r\n" +
		";new;'=Eve;;;;;\r\n"
	text = strings.Replace(text, `work,"fair"`, "work,fair", 1)
	path := writeTable(t, text)
	c.advance(time.Hour)
	wantSameFile(t, s, func() {
		report, err := readTableInto(t, s, path, true)
		if err != nil || report.Added != 1 || report.Updated != 2 || report.Unchanged != 1 {
			t.Errorf("dry run: %+v, %v", report, err)
		}
	})
	report, err := readTableInto(t, s, path, false)
	if err != nil || report.Added != 1 || report.Updated != 2 || report.Unchanged != 1 || len(report.Warnings) != 1 || !strings.Contains(report.Warnings[0], `"my remark"`) {
		t.Fatalf("%+v, %v", report, err)
	}
	after := byName(t, s)
	got := after["Ada B. Lind"]
	if got.ID != ada.ID || got.Decision != record.Ignored || !got.DecidedAt.Equal(c.t) || got.Answers.String() != "know=no" || got.Advised != got.Recommendation ||
		strings.Join(got.Tags, "|") != "fair|work" || got.Because != ada.Because || got.Corrected[record.FieldName] != "Ada Lind" {
		t.Errorf("%+v", got)
	}
	if inv := after["Bo Yu"]; !inv.LaterUntil.IsZero() {
		t.Errorf("%+v", inv)
	}
	if inv := after["Cy Roe"]; !inv.Connected {
		t.Error("a table took back what an archive said")
	}
	if inv := after["=Eve"]; inv.ID == "" || inv.Direction != record.Incoming || inv.Tags[0] != "new" {
		t.Errorf("%+v", inv)
	}
	if change, err := s.Undo(); err != nil || change.Words != "imported: 1 added, 2 updated" {
		t.Errorf("undo: %+v, %v", change, err)
	}
	if got := byName(t, s)["Ada Lind"]; got.Decision != record.Accepted || len(byName(t, s)) != len(before) {
		t.Errorf("after undo: %+v", got)
	}
	wantSound(t, s)
}

// Messages about what is in a cell stay short, however long it is.
func TestReadBackSaysLittleOfLongCells(t *testing.T) {
	s, _ := newStore(t)
	for _, column := range exchange.ColumnNames() {
		long := strings.Repeat("[9'=;x ", 15_000)
		if _, err := readTableInto(t, s, writeTable(t, "name,"+column+"\nBo,\""+long+"\"\n"), true); err != nil && len(err.Error()) > 2000 {
			t.Errorf("%s: an error of %d bytes", column, len(err.Error()))
		}
	}
}

func TestReadBackRefuses(t *testing.T) {
	s, _ := exported(t)
	ada := byName(t, s)["Ada Lind"]
	for name, tc := range map[string]struct {
		text, problem string
		line          int
	}{
		"unknown decision":  {"id,name,decision\n" + ada.ID + ",Ada,maybe\n", `column "decision": unknown decision "maybe" (allowed: accepted, ignored`, 2},
		"wrong direction":   {"name,direction,decision\nBo,outgoing,accepted\n", `column "decision": "accepted" is for the other direction (allowed: sent, not_sent)`, 2},
		"unknown direction": {"name,direction\nBo,sideways\n", `column "direction": unknown direction "sideways" (allowed: incoming, outgoing)`, 2},
		"turned around":     {"id,direction\n" + ada.ID + ",outgoing\n", `column "direction": ` + ada.ID + ` is incoming, and that cannot change`, 2},
		"unknown answer":    {"name,answers\nBo,know=perhaps\n", `column "answers": answers.know: unknown value "perhaps" (allowed: well`, 2},
		"unknown question":  {"name,answers\nBo,knows=no\n", `column "answers": `, 2},
		"no time":           {"name,sent_at\nBo,\nCy,04.05.2026\n", `column "sent_at": "04.05.2026" is not a time (allowed: 2026-07-14T09:30:00Z`, 3},
		"no id":             {"id,name\n17,Bo\n", `column "id": "17" is not a valid id`, 2},
		"an id twice":       {"id,name\n" + ada.ID + ",Bo\n\n" + ada.ID + ",Cy\n", `column "id": ` + ada.ID + ` appears in line 2 too`, 4},
		"somebody twice":    {"name,tags\nBo Bo,\nbo bo,x\n", "bo bo appears in line 2 too, and only one", 3},
		"no profile":        {"name,url\nBo,https://example.org/in/bo\n", `column "url": "https://example.org/in/bo" is not the address of a LinkedIn profile`, 2},
		"nobody":            {"name,tags\n,x\n", "an invitation needs a name", 2},
		"too few cells":     {"name,tags\nBo\n", "cells: 1 instead of 2", 2},
		"stray quote":       {"name,tags\nB\"o,x\n", `bare "`, 2},
		"not UTF-8":         {"name,tags\nJ\xfcrgen,x\n", `column "name": not UTF-8; save the table as "CSV UTF-8"`, 2},
		"truth":             {"name,connected\nBo,perhaps\n", `column "connected": "perhaps" is neither true nor false`, 2},
		"status":            {"name,status\nBo,weird\n", `column "status": unknown status "weird" (allowed: waiting, later`, 2},
		"recommendation":    {"name,advised\nBo,weird\n", `column "advised": unknown recommendation "weird" (allowed: accept,`, 2},
		"count":             {"name,times_sent\nBo,often\n", `column "times_sent": "often" is not a count`, 2},
		"broken notes":      {"name,answer_notes\nBo,{\n", `column "answer_notes": "{" is not of the form`, 2},
		"a very long count": {"name,times_sent\nBo," + strings.Repeat("9", 100_000) + "\n", `column "times_sent": "9999`, 2},
		"broken facts":      {"name,facts\nBo,[1]\n", `column "facts": "[1]" is not a set of facts`, 2},
		"broken JSON":       {"{\"name\":\"Bo\"}\n{\"name\":\n", "not a JSON object of one line", 2},
		"a JSON list":       {"[{\"name\":\"Bo\"}]\n", "not a JSON object of one line", 1},
		"JSON of odd type":  {"{\"name\":[1]}\n", `column "name": "[1]" is neither a text nor a number`, 1},
		"JSON odd answers":  {"{\"name\":\"Bo\",\"answers\":{\"know\":\"x\"}}\n", `column "answers": `, 1},
	} {
		t.Run(name, func(t *testing.T) {
			path := writeTable(t, tc.text)
			wantSameFile(t, s, func() {
				_, err := readTableInto(t, s, path, false)
				format, ok := errors.AsType[*linkedin.FormatError](err)
				if !ok || format.Path != path || format.Line != tc.line || !strings.Contains(format.Problem, tc.problem) || format.Hint == "" || err.Error() != format.Error() {
					t.Errorf("%v, want line %d: %s", err, tc.line, tc.problem)
				}
			})
		})
	}
}

func TestReadSourceTellsTablesApart(t *testing.T) {
	own := writeTable(t, "name,tags\nBo,x\n")
	if sources, err := merge.ReadSources(t.Context(), []string{own, own}, nil); err != nil || len(sources) != 2 || sources[1].Path() != own {
		t.Errorf("two tables: %+v, %v", sources, err)
	}
	for _, theirs := range []string{
		"From,To,Sent At,Message,Direction\nAda,Me,\"3/3/26, 3:03 PM\",,INCOMING\n",
		"First Name,Last Name,URL,Email Address,Company,Position,Connected On\nBo,Yu,,,X,Y,03 Jul 2026\n",
	} {
		sources, err := merge.ReadSources(t.Context(), []string{writeTable(t, theirs)}, nil)
		if err != nil || sources[0].Archive == nil {
			t.Errorf("%s: %+v, %v", theirs, sources, err)
		}
	}
	if _, err := merge.ReadSources(t.Context(), []string{filepath.Join(t.TempDir(), "none")}, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

// Strangers' text can neither format a report nor lead out of it.
func TestMarkdown(t *testing.T) {
	s, _ := newStore(t)
	added := mustDo(t)(s.Add(record.Invitation{
		Name: "# Ada *Lind*", Headline: "<script>x</script> | www.example.org", URL: "linkedin.com/in/ada",
		Note: "1. one\n- two\n![p](https://x.example) =1+1", Tags: []string{"a_b"},
	}))
	mustDo(t)(s.Answer(added.ID, advisor.Answers{"know": {"well"}, "trust": {"yes"}}))
	mustDo(t)(s.Decide(added.ID, record.Accepted, "> old friend"))
	var out bytes.Buffer
	if _, err := s.Export(t.Context(), &out, exchange.ExportOptions{Format: exchange.Markdown}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`## \# Ada \*Lind\*`, `\<script\>x\</script\> \| www\.example.org`, "- **Profile:** <https://www.linkedin.com/in/ada>",
		"> 1\\. one\n> \\- two\n> \\!\\[p\\](https\\://x.example) \\=1+1", `a\_b`, `- **Because:** \> old friend`, "### Advice: Accept", "### Answers",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	out.Reset()
	if n, err := s.Export(t.Context(), &out, exchange.ExportOptions{Format: exchange.Markdown, Query: sure(list.ParseQuery("nobody", time.UTC))}); err != nil || n != 0 || out.String() != "No invitations.\n" {
		t.Errorf("%d, %v, %q", n, err, out.String())
	}
}

// Memory of an export does not grow with the store, and a read back that is
// canceled leaves the store as it was.
func TestExportStreamsAndReadBackCancels(t *testing.T) {
	s, _ := newStore(t)
	rows := make([]linkedin.Invitation, 0, 5000)
	for i := range 5000 {
		rows = append(rows, incoming(fmt.Sprintf("Person %d", i), fmt.Sprintf("p%d", i), "2026-04-02 10:00"))
	}
	doImport(t, s, archiveOf("2026-05-01", rows))
	path := filepath.Join(t.TempDir(), "all.jsonl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	chunks := &chunkCounter{out: f}
	if _, err := s.Export(t.Context(), chunks, exchange.ExportOptions{Format: exchange.JSONLines}); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if chunks.largest > 128<<10 || chunks.n < 20 {
		t.Errorf("written in %d pieces of at most %d bytes", chunks.n, chunks.largest)
	}
	other, _ := newStore(t)
	sources, err := merge.ReadSources(t.Context(), []string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, stopAt := range []int{0, 2, 5} {
		ctx, cancel := context.WithCancel(t.Context())
		calls := 0
		wantSameFile(t, other, func() {
			_, err := other.ImportSources(ctx, sources, false, func(done, total int) {
				if calls++; calls > stopAt {
					cancel()
				}
			})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("stopped at call %d: %v", stopAt, err)
			}
		})
		cancel()
	}
	if report, err := other.ImportSources(t.Context(), sources, false, nil); err != nil || report.Added != 5000 {
		t.Errorf("%+v, %v", report, err)
	}
	if change, err := other.Undo(); err != nil || len(change.Removed) != 5000 {
		t.Errorf("undo: %d, %v", len(change.Removed), err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := merge.ReadSources(ctx, []string{path}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("reading: %v", err)
	}
}

type chunkCounter struct {
	out        io.Writer
	n, largest int
}

func (c *chunkCounter) Write(p []byte) (int, error) {
	c.n++
	c.largest = max(c.largest, len(p))
	return c.out.Write(p)
}
