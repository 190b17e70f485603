package vcard

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// read returns the cards of a text as lines, and what is broken in it.
func read(t *testing.T, text string) (cards, broken []string) {
	t.Helper()
	err := Read(strings.NewReader(text), func(c Card) error {
		cards = append(cards, fmt.Sprintf("%d %s | %s | %s | %s | %s", c.Line, c.Name, c.Company, strings.Join(c.Mails, " "), strings.Join(c.Phones, " "), strings.Join(c.Addresses, " ")))
		return nil
	}, func(line int, why string) { broken = append(broken, fmt.Sprintf("%d %s", line, why)) })
	if err != nil {
		t.Fatal(err)
	}
	return cards, broken
}

func TestAddressBooks(t *testing.T) {
	for file, want := range map[string]string{
		"old.vcf": "1 José Brückner |  |  | +49305550101 | \n16 Bodil Sørensen |  |  |  | ",
		"phone.vcf": "1 Tobias Wren | Brightquay Energy | tobias@wren.example | +47 555 01 234 | https://www.linkedin.com/in/tobias-wren/\n" +
			"13  | Harbour Bakery |  | +47 555 09 876 | ",
		"new.vcf": "1 Petra Lindqvist | Tidewheel Energy | petra@tidewheel.example |  | https://www.linkedin.com/in/petra-lindqvist-9\n" +
			"10  |  |  |  | \n16 Ines Falk |  |  | +46-555-01-77 | ",
		"broken.vcf": "1 Good One |  |  |  | \n6 \x1b[31mRed\u202e Name |  |  |  | \n5 a line outside of any card\n11 a card that does not end",
	} {
		data, err := os.ReadFile(filepath.Join("../../../testdata/books", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, end := range []string{"\n", "\r\n"} {
			text := strings.ReplaceAll(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n", end)
			cards, broken := read(t, text)
			if got := strings.Join(append(cards, broken...), "\n"); got != want {
				t.Errorf("%s with %q\n got\n%s\nwant\n%s", file, end, got, want)
			}
			if !Is([]byte(text)) {
				t.Errorf("%s is not known as an address book", file)
			}
		}
	}
}

// TestLongCards: a photo of any length and a card without end take no more memory
// than a line that is kept, and the time of reading them once.
func TestLongCards(t *testing.T) {
	const megabytes = 8
	photo := "PHOTO;ENCODING=b:" + strings.Repeat(strings.Repeat("A", 74)+"\n ", megabytes<<20/76)
	began := time.Now()
	cards, broken := read(t, "BEGIN:VCARD\nFN:Ada Lind\n"+photo+"\nEMAIL:ada@lind.example\nEND:VCARD\n"+
		"BEGIN:VCARD\nPHOTO:"+strings.Repeat("B", megabytes<<20)+"\nFN:Bo Yu\nEND:VCARD\n"+strings.Repeat("BEGIN:VCARD\n", 100_000))
	if len(cards) != 2 || !strings.Contains(cards[0], "Ada Lind |  | ada@lind.example") || !strings.Contains(cards[1], "Bo Yu") {
		t.Errorf("got %q", cards)
	}
	if len(broken) != 1 {
		t.Errorf("got %q", broken)
	}
	if took := time.Since(began); took > 25*time.Second {
		t.Errorf("%d MiB took %v", 2*megabytes, took)
	}
	allocated := testing.AllocsPerRun(1, func() { read(t, "BEGIN:VCARD\nFN:Ada\n"+photo+"\nEND:VCARD\n") })
	if allocated > 100 {
		t.Errorf("a long photo takes %v allocations", allocated)
	}
}

// FuzzRead: whatever a file holds, reading it ends, cards come in order, and no
// text of one is longer than a line that is kept.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../../../testdata/books/*.vcf")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add("BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:=\n=\n=41;\\\nEND:VCARD")
	f.Fuzz(func(t *testing.T, text string) {
		last, marks := 0, strings.Count(strings.ToUpper(text), "BEGIN")
		n := 0
		err := Read(strings.NewReader(text), func(c Card) error {
			n++
			if c.Line <= last || c.Line > strings.Count(text, "\n")+1 {
				t.Errorf("a card on line %d after one on %d", c.Line, last)
			}
			last = c.Line
			for _, text := range append(append([]string{c.Name, c.Company}, c.Mails...), append(c.Phones, c.Addresses...)...) {
				if len(text) > 4*longestLine {
					t.Errorf("a text of %d bytes", len(text))
				}
			}
			if len(c.Mails) > mostOfKind || len(c.Phones) > mostOfKind || len(c.Addresses) > mostOfKind {
				t.Errorf("too many: %v", c)
			}
			return nil
		}, func(int, string) {})
		if err != nil {
			t.Fatal(err)
		}
		if n > marks {
			t.Errorf("%d cards where %d begin", n, marks)
		}
	})
}
