package linkedin_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"linkvet/store/linkedin"
)

// describePeople says of whom an archive tells, one a line.
func describePeople(a *linkedin.Archive) string {
	var out strings.Builder
	day := func(name string, t time.Time) {
		switch {
		case t.Equal(linkedin.Undated):
			fmt.Fprintf(&out, " %s", name)
		case !t.IsZero():
			fmt.Fprintf(&out, " %s %s", name, t.Format(time.DateOnly))
		}
	}
	for _, p := range a.Acquaintances {
		fmt.Fprintf(&out, "%s|%s", p.Name, p.Slug)
		if p.Book > 0 {
			fmt.Fprintf(&out, " book %d %s", p.Book, p.Company)
		}
		day("endorsed by", p.EndorsedBy)
		day("endorsed", p.Endorsed)
		day("recommended by", p.RecommendedBy)
		day("recommended", p.Recommended)
		day("followed", p.Followed)
		out.WriteString("\n")
	}
	for _, f := range a.Follows {
		fmt.Fprintf(&out, "follows %s %s\n", f.Company, f.On.Format(time.DateOnly))
	}
	return out.String()
}

func TestPeopleOfTheArchive(t *testing.T) {
	a, err := linkedin.Read(context.Background(), []string{"../../testdata/archives/people"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := `Ines Falk| recommended by 2022-01-20
José Brückner| book 1 Saltmarsh Lines
Olaf Brandt| followed 2024-05-01
Petra Lindqvist| book 2 
Selma Riise| book 1 Windmark Mills
Tobias Wren| recommended 2023-01-19
Ines Falk|ines-falk endorsed 2022-01-05
Maren Oldcastle|maren-oldcastle endorsed by 2024-02-11
follows Saltmarsh Lines GmbH 2024-09-05
`
	if got := describePeople(a); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if len(a.Warnings)+len(a.Skipped) > 0 {
		t.Errorf("%q %v", a.Warnings, a.Skipped)
	}
}

// TestAddressBooksOfPrograms: what phones, Google and Outlook write is known, also
// without an archive, and two cards of one person are one.
func TestAddressBooksOfPrograms(t *testing.T) {
	files, err := filepath.Glob("../../testdata/books/*.*[fv]")
	if err != nil || len(files) != 6 {
		t.Fatalf("%v %v", files, err)
	}
	a, err := linkedin.Read(context.Background(), files, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := `Bodil Sørensen| book 1 Windmark Mills
Good One| book 1 
Ines Falk| book 1 
José Brückner| book 1 
Maren Oldcastle| book 1 
Olaf Brandt| book 1 Harbour Bakery
Red Name| book 1 
Ada Maria Lind|ada-lind book 1 
Petra Lindqvist|petra-lindqvist-9 book 1 Tidewheel Energy
Tobias Wren|tobias-wren book 1 Brightquay Energy
`
	if got := describePeople(a); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if a.BookPeople != 10 || len(a.Warnings) != 2 || !strings.Contains(a.Warnings[1], "broken.vcf:11: a card that does not end") {
		t.Errorf("%d people, %q", a.BookPeople, a.Warnings)
	}
}

// TestManyPeopleOfOneName: a hostile book takes no longer than its size, and says
// nothing of anybody.
func TestManyPeopleOfOneName(t *testing.T) {
	var text strings.Builder
	const n = 50_000
	for i := range n {
		fmt.Fprintf(&text, "BEGIN:VCARD\nFN:Ada Lind\nEMAIL:ada%d@lind.example\nEND:VCARD\n", i)
	}
	path := filepath.Join(t.TempDir(), "book.vcf")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	a, err := linkedin.Read(context.Background(), []string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if len(a.Acquaintances) != 1 || a.Acquaintances[0].Book < 2 || a.Acquaintances[0].Book > 100 {
		t.Errorf("got %+v", a.Acquaintances)
	}
	if took := time.Since(began); took > time.Minute {
		t.Errorf("%d cards took %v", n, took)
	}
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 8<<20 {
		t.Errorf("%d cards of one name hold %d bytes", n, grown)
	}
}
