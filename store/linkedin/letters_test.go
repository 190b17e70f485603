package linkedin_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"linkvet/store/linkedin"
)

// TestLetters reads the mails in testdata/letters, with line ends of each kind.
func TestLetters(t *testing.T) {
	files, err := filepath.Glob("../../testdata/letters/*.txtar")
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
				for _, end := range []string{"\n", "\r\n", "\r"} {
					if strings.HasPrefix(string(text.Data), "166\n") && end == "\r\n" {
						continue // the length counts what it was measured with
					}
					if got := describeLetter(t, strings.ReplaceAll(string(text.Data), "\n", end)); got != string(want.Data) {
						t.Errorf("with %q\n got\n%swant\n%s", end, got, want.Data)
					}
				}
			})
		}
	}
}

// describeLetter puts what is read of a mail as the cases have it.
func describeLetter(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.eml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := linkedin.Read(context.Background(), []string{path}, nil)
	if err != nil {
		return "refused: " + err.Error() + "\n"
	}
	wantNoSecrets(t, a)
	var out strings.Builder
	for _, inv := range a.Invitations {
		sent, join := "-", ""
		if !inv.SentAt.IsZero() {
			sent = inv.SentAt.Format("2006-01-02T15:04")
		}
		if inv.Join {
			join = " join"
		}
		line := fmt.Sprintf("%s (%s) %s%s | %s | %s", inv.Name, inv.Slug, sent, join, inv.Headline, inv.Note)
		fmt.Fprintln(&out, strings.TrimRight(line, " "))
	}
	for _, acceptance := range a.Acceptances {
		fmt.Fprintf(&out, "accepted: %s (%s) %s\n", acceptance.Name, acceptance.Slug, acceptance.On.Format("2006-01-02"))
	}
	for _, s := range a.Skipped {
		fmt.Fprintln(&out, "skipped: "+s.Reason)
	}
	for _, w := range a.Warnings {
		_, said, _ := strings.Cut(w, ": ")
		fmt.Fprintln(&out, "warning: "+said)
	}
	return out.String()
}
