package profile_test

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"linkvet/store/clean"
	"linkvet/store/linkedin/profile"
)

var readOn = time.Date(2026, time.November, 29, 12, 0, 0, 0, time.UTC)

func cases(t testing.TB) *txtar.Archive {
	t.Helper()
	archive, err := txtar.ParseFile("../../../testdata/profiles/profiles.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

func TestProfiles(t *testing.T) {
	files := cases(t).Files
	for i := 0; i+1 < len(files); i += 2 {
		text, want := files[i], files[i+1]
		t.Run(text.Name, func(t *testing.T) {
			if got := describe(string(text.Data)); got != string(want.Data) {
				t.Errorf("got\n%swant\n%s", got, want.Data)
			}
		})
	}
}

// describe puts what is read as the cases have it.
func describe(text string) string {
	p, err := profile.Read([]byte(text), readOn)
	if err != nil {
		return "refused: " + err.Error() + "\n"
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%s %s %d | %s | %s\n", p.Kind, p.Name, p.Degree, p.Headline, p.Company)
	for _, job := range p.Positions {
		fmt.Fprintf(&out, "%s @ %s %s-%s\n", job.Title, job.Company, job.From, job.Until)
	}
	for _, s := range p.Schools {
		fmt.Fprintf(&out, "school %s %s-%s\n", s.Name, s.From, s.Until)
	}
	fmt.Fprintf(&out, "%d mutual, %d skills, %d recommendations, %d endorsements\n", p.Mutuals, p.Skills, p.Recommendations, p.Endorsements)
	if !p.Joined.IsZero() {
		fmt.Fprintf(&out, "joined %s%s\n", p.Joined, map[bool]string{true: " whole"}[p.PanelWhole])
	}
	for _, v := range p.Verified {
		fmt.Fprintf(&out, "%s %s\n", v.Kind, v.Organisation)
	}
	if p.Slug != "" {
		fmt.Fprintf(&out, "slug %s\n", p.Slug)
	}
	if len(p.MailDomains) > 0 {
		fmt.Fprintf(&out, "mail %s site %s\n", strings.Join(p.MailDomains, " "), strings.Join(p.SiteDomains, " "))
	}
	if p.ConnectedOn != "" {
		fmt.Fprintf(&out, "connected %s\n", p.ConnectedOn)
	}
	if p.OutOfOrder {
		fmt.Fprintln(&out, "out of order")
	}
	if p.Part {
		fmt.Fprintln(&out, "part")
	}
	if len(p.Missing) > 0 {
		fmt.Fprintf(&out, "missing %s\n", strings.Join(p.Missing, ", "))
	}
	return out.String()
}

// TestFormDoesNotMatter: line ends, indents, no-break spaces, empty lines and a
// mark at the beginning change nothing.
func TestFormDoesNotMatter(t *testing.T) {
	files := cases(t).Files
	for i := 0; i+1 < len(files); i += 2 {
		text, want := string(files[i].Data), string(files[i+1].Data)
		for name, change := range map[string]func(string) string{
			"CRLF":           func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
			"mark":           func(s string) string { return "\ufeff" + s },
			"indents":        func(s string) string { return strings.ReplaceAll(s, "\n", "\n\t  ") },
			"no empty lines": func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "\n\n", "\n"), "\n\n", "\n") },
			"more of them":   func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n\n") },
			"no-break space": func(s string) string { return strings.ReplaceAll(s, " · ", "\u00a0·\u00a0") },
			"apostrophes":    func(s string) string { return strings.ReplaceAll(s, "’", "'") },
		} {
			if got := describe(change(text)); got != want {
				t.Errorf("%s, %s: got\n%swant\n%s", files[i].Name, name, got, want)
			}
		}
	}
}

// TestALargePasteIsQuick has no limit of its own: a text of 2 MiB of the worst
// lines ends.
func TestALargePasteIsQuick(t *testing.T) {
	for _, line := range []string{"x", "Experience", "Jan 2015 - Present · 2 yrs", "· 2nd", "a @b.c ", "{name} and 12 other mutual connections", strings.Repeat("· ", 500)} {
		text := strings.Repeat(line+"\n", profile.MostBytes/(len(line)+1))
		_, _ = profile.Read([]byte(text), readOn)
	}
}

func BenchmarkRead(b *testing.B) {
	for name, line := range map[string]string{"jobs": "Jan 2015 - Present · 2 yrs", "text": "Building quiet pumps for noisy rivers since 1998, and never at rest"} {
		text := []byte("Ada\n· 2nd\nContact info\nExperience\n" + strings.Repeat(line+"\n", (profile.MostBytes-100)/(len(line)+1)))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, _ = profile.Read(text, readOn)
			}
		})
	}
}

// FuzzRead: whatever is pasted or saved, reading it ends, and what comes out is
// clean, of bounded length and no secret.
func FuzzRead(f *testing.F) {
	for _, file := range cases(f).Files {
		f.Add(file.Data)
	}
	page, err := os.ReadFile("../../../testdata/profiles/saved.html")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(page)
	archived, err := os.ReadFile("../../../testdata/profiles/saved.mhtml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(archived)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := profile.Read(data, readOn)
		if err != nil {
			return
		}
		texts := []string{p.Name, p.Headline, p.Company, p.Slug, p.ConnectedOn}
		for _, job := range p.Positions {
			texts = append(texts, job.Title, job.Company)
			if job.From.Month > 12 || job.Until.Month > 12 {
				t.Errorf("%+v", job)
			}
		}
		for _, s := range p.Schools {
			texts = append(texts, s.Name)
		}
		for _, v := range p.Verified {
			texts = append(texts, v.Organisation)
		}
		for _, text := range append(append(texts, p.MutualNames...), p.BothWorked...) {
			if clean.Line(text) != text {
				t.Errorf("not clean: %+q", text)
			}
		}
		if strings.ContainsAny(p.Slug, "?&=") || p.Mutuals < 0 || p.Degree < 0 || p.Degree > 3 {
			t.Errorf("%+v", p)
		}
		if p.OutOfOrder && p.Part && p.Name != "" {
			t.Errorf("%+v", p)
		}
	})
}

func TestSavedPage(t *testing.T) {
	page, err := os.ReadFile("../../../testdata/profiles/saved.html")
	if err != nil {
		t.Fatal(err)
	}
	p, err := profile.Read(page, readOn)
	if err != nil || p.Kind != profile.HTML || p.Name != "Cora Finch" || p.Slug != "cora-finch" || !p.BadgeSeen || p.Skills != 8 || len(p.Positions) != 2 || p.Mutuals != 2 {
		t.Errorf("%+v, %v", p, err)
	}
	archived, err := os.ReadFile("../../../testdata/profiles/saved.mhtml")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"as saved": archived, "cut off": archived[:len(archived)-40], "with pictures": append(archived, make([]byte, profile.MostBytes)...)} {
		if same, err := profile.Read(data, readOn); err != nil || !reflect.DeepEqual(same, p) {
			t.Errorf("in one file, %s: %v\n%+v\nand not\n%+v", name, err, same, p)
		}
	}
	if _, err = profile.Read([]byte("From: x\nContent-Type: multipart/related\n\nx"), readOn); err == nil || !strings.Contains(err.Error(), "cannot be read") {
		t.Errorf("%v", err)
	}
	_, err = profile.Read([]byte("<!doctype html><html><head><script>var x</script></head><body><div id=app></div></body></html>"), readOn)
	if err == nil || !strings.Contains(err.Error(), "the page's program") {
		t.Errorf("%v", err)
	}
}

func TestPanelWorkplaceLines(t *testing.T) {
	for below, want := range map[string]string{
		"Inkwell Schools\nVerified using work email":             "Inkwell Schools",
		"Inkwell Schools · Verified using work email · May 2025": "Inkwell Schools",
		"Verified on March 2024":                                 "",
		"March 2024":                                             "",
		"Verified using work email · May 2025":                   "",
		"Verifiziert am 3. März 2024":                            "",
	} {
		p, err := profile.Read([]byte("About this profile\nMira Solberg\nJoined\nMarch 2012\nVerifications\nWorkplace\n"+below+"\n"), time.Date(2026, time.November, 29, 0, 0, 0, 0, time.UTC))
		if err != nil || len(p.Verified) != 1 || p.Verified[0].Organisation != want {
			t.Errorf("%q: %+v, %v; want the organization %q", below, p.Verified, err, want)
		}
	}
}
