package linkedin

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/mail"
	"linkvet/store/linkedin/vcard"
)

// FuzzReadCSV: whatever a file holds, reading it ends without panic, every
// record that is not blank is taken, skipped or counted as hidden, and nothing
// that comes out is harmful.
func FuzzReadCSV(f *testing.F) {
	for _, pattern := range []string{"*/Invitations.csv", "*/Connections.csv", "*/*/Invitations.csv", "*/*/Connections.csv", "*/*.csv"} {
		files, err := filepath.Glob(filepath.Join("../../testdata/archives", pattern))
		if err != nil || len(files) == 0 {
			f.Fatalf("no seeds under %s: %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	zone, err := pacific()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if text := bytes.TrimPrefix(data, []byte(bom)); mail.Is(text) || vcard.Is(text) {
			return // FuzzReadMail and vcard.FuzzRead read those
		}
		r := reader{
			ctx: context.Background(), archive: &Archive{}, zone: zone, limits: standardLimits(),
			total: int64(len(data)), progress: func(int64, int64) {},
		}
		m := member{path: "x.csv", name: "x.csv", size: int64(len(data)), open: func() (io.ReadCloser, error) {
			return io.NopCloser(bytes.NewReader(data)), nil
		}}
		if err := r.member(m); err != nil {
			t.Fatal(err)
		}
		r.summarize()
		a := r.archive
		if got, want := len(a.Invitations)+len(a.Connections)+len(a.Skipped)+r.hidden+r.side, countRecords(t, data); got != want {
			t.Errorf("%d of %d records accounted for: %+v", got, want, a)
		}
		checkArchive(t, a, 2, bytes.Count(data, []byte{'\n'})+bytes.Count(data, []byte{'\r'})+1)
	})
}

// countRecords counts the records below the header that are not blank.
func countRecords(t *testing.T, data []byte) int {
	t.Helper()
	if hasUTF16Mark(data) {
		return 0
	}
	data = bytes.TrimPrefix(data, []byte(bom))
	head := data[:min(len(data), chunk)]
	if !bytes.Contains(head, []byte{'\n'}) {
		data = bytes.ReplaceAll(data, []byte{'\r'}, []byte{'\n'})
		head = data[:len(head)]
	}
	tab, ok := findTable(head)
	if !ok {
		return 0
	}
	recs := newRecords(bytes.NewReader(data), tab.comma)
	n := 0
	for {
		rec, err := recs.next()
		if err == io.EOF {
			return n
		}
		if err != nil {
			t.Fatal(err)
		}
		if recs.want > 0 && (rec.problem != "" || !isBlank(rec.fields) && !tab.isHeader(rec.fields)) {
			n++
		}
		if rec.line == tab.line {
			recs.want, recs.need = tab.width, tab.needed()
		}
	}
}

func checkArchive(t *testing.T, a *Archive, first, lines int) {
	t.Helper()
	clean := func(texts ...string) {
		for _, s := range texts {
			if clean.Line(s) != s {
				t.Errorf("not clean: %+q", s)
			}
		}
	}
	address := func(canonical, slug string) {
		if again, s := address.Profile(canonical); again != canonical || s != slug {
			t.Errorf("address %q, slug %q", canonical, slug)
		}
	}
	for _, inv := range a.Invitations {
		clean(inv.Name, inv.Note)
		address(inv.URL, inv.Slug)
		if inv.Name == "" && inv.Slug == "" || inv.Line < first || inv.Line > lines {
			t.Errorf("%+v", inv)
		}
		if !inv.SentAt.IsZero() && (inv.SentAt.Location() != time.UTC || inv.SentAt.After(a.Newest)) {
			t.Errorf("time %v, newest %v", inv.SentAt, a.Newest)
		}
	}
	for _, c := range a.Connections {
		clean(c.Name, c.Company, c.Position)
		address(c.URL, c.Slug)
	}
	for _, s := range a.Skipped {
		clean(s.Reason)
		if s.Reason == "" || s.Line < first || s.Line > lines {
			t.Errorf("%+v", s)
		}
	}
	for _, w := range a.Warnings {
		clean(w)
		if strings.Contains(w, "the address") && strings.Contains(w, "?") {
			t.Errorf("a query string, which may be a secret, in %q", w)
		}
	}
}

// FuzzReadMail: whatever a mail or mailbox holds, reading it ends without
// panic, and nothing harmful or secret comes out.
func FuzzReadMail(f *testing.F) {
	files, err := filepath.Glob("../../testdata/mails/*.*")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r := reader{
			ctx: context.Background(), archive: &Archive{}, limits: standardLimits(),
			progress: func(int64, int64) {},
		}
		if err := r.mails(member{name: "x.mbox"}, bufio.NewReader(bytes.NewReader(data))); err != nil {
			t.Fatal(err)
		}
		r.summarize()
		a := r.archive
		if n := len(a.Skipped) + len(a.Acceptances); r.mailsRead < n || len(a.Invitations) == 0 && r.mailsRead != n {
			t.Errorf("%d mails, but %+v", r.mailsRead, a)
		}
		for _, inv := range a.Invitations {
			if inv.Name == "" || clean.Line(inv.Headline) != inv.Headline || !inv.Mail || len(inv.Doubts) > 0 && inv.Slug != "" {
				t.Errorf("%+v", inv)
			}
			if strings.Contains(inv.URL, "?") || strings.Contains(inv.URL, "/comm") && !strings.HasPrefix(inv.Slug, "comm") {
				t.Errorf("a secret may be in %q", inv.URL)
			}
			for _, doubt := range inv.Doubts {
				if clean.Line(doubt) != doubt {
					t.Errorf("not clean: %+q", doubt)
				}
			}
		}
		a.Newest = time.Now().AddDate(200, 0, 0) // mails do not date an archive
		checkArchive(t, a, 1, bytes.Count(data, []byte{'\n'})+2)
	})
}
