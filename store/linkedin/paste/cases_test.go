package paste_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"linkvet/store/linkedin/paste"
)

// TestCards reads the cards in testdata/cards.
func TestCards(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/cards/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			text, want := archive.Files[i], archive.Files[i+1]
			t.Run(filepath.Base(file)+"/"+text.Name, func(t *testing.T) {
				if want.Name != text.Name+".want" {
					t.Fatalf("%s follows", want.Name)
				}
				if got := describe(string(text.Data)); got != string(want.Data) {
					t.Errorf("got\n%swant\n%s", got, want.Data)
				}
			})
		}
	}
}

// describe puts what is read of a text as the cases have it.
func describe(text string) string {
	var out strings.Builder
	found, err := paste.Parse(text, pastedOn)
	if err != nil {
		return "refused: " + err.Error() + "\n"
	}
	for _, c := range found.Cards {
		sent := "-"
		if !c.SentAt.IsZero() {
			sent = c.SentAt.Format(time.DateOnly)
		}
		own := ""
		if c.Outgoing {
			own = "own "
		}
		line := fmt.Sprintf("%s%s | %s | %s | %s | %s", own, c.Name, c.Headline, c.Note, sent, c.Mutual)
		fmt.Fprintln(&out, strings.TrimRight(line, " "))
		for _, left := range c.Left {
			fmt.Fprintln(&out, "left: "+left)
		}
	}
	for _, other := range found.Others {
		fmt.Fprintln(&out, "else: "+other)
	}
	return out.String()
}
