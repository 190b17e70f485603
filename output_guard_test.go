package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"linkvet/store/record"
	"linkvet/store/tables"
	"linkvet/store/vault"
)

// hostile would set the title of a terminal, color it, turn its text around and
// ring its bell.
const hostile = "\x1b]0;title\x07\x1b[31mAda\u009b31m \u202eLind\u2066\x08"

// acts reports what must not reach a terminal.
func acts(text string) string {
	for i, r := range text {
		if unicode.IsControl(r) && r != '\n' && r != '\t' && (r != '\r' || i+1 == len(text) || text[i+1] != '\n') || unicode.Is(unicode.Bidi_Control, r) {
			return text[max(0, i-20):min(len(text), i+20)]
		}
	}
	return ""
}

// A store with texts that nobody cleaned, as another program may make one, prints
// harmlessly, and so does every error about a file with such a name.
func TestNothingPrintedActs(t *testing.T) {
	folder := t.TempDir()
	for name, value := range map[string]string{"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "XDG_STATE_HOME": folder, "LINKVET_DB": ""} {
		t.Setenv(name, value)
	}
	db := filepath.Join(folder, "linkvet.db")
	file, err := vault.Open(db, vault.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	inv := record.Invitation{
		ID: "0123456789", Direction: record.Incoming, Name: hostile, Headline: hostile, Company: hostile, Note: hostile + "\n" + hostile, PersonNote: hostile,
		Tags: []string{hostile}, Because: hostile, Answers: map[string][]string{"know": {"well"}}, AnswerNotes: map[string]string{"know": hostile, hostile: hostile},
		Corrected: map[string]string{"name": hostile, hostile: hostile}, Doubts: []string{hostile}, TimesSent: 1, AddedAt: time.Now(),
	}
	if err := file.Update(func(tx *tables.Tx) (bool, error) {
		return true, tx.PersonDid([]tables.Changed{{After: &inv, Entry: record.Entry{What: "added", Detail: hostile}}})
	}); err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(folder, "a\x1b]0;b\x07\u009bc\u202ed.zip")
	if err := os.WriteFile(bad, []byte("PK\x03\x04 not a zip"), 0o600); err != nil {
		t.Fatal(err)
	}
	table := filepath.Join(folder, "t\x1b[2J\u202e.csv")
	if err := os.WriteFile(table, []byte("id,name,decision\n,Bo,\x1b[31mmaybe\u202e\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"list"}, {"list", "--columns", "all"}, {"show", inv.ID}, {"log"}, {"log", inv.ID}, {"stats"}, {"tag", inv.ID, "+x"}, {"later", inv.ID, "tomorrow"},
		{"decide", inv.ID, "accepted"}, {"undo"}, {"redo"}, {"reopen", inv.ID}, {"draft", inv.ID}, {"check"}, {"paths"}, {"backup", filepath.Join(folder, "c\x1b[31m.db")},
		{"backup", "--list"}, {"import", bad}, {"import", table}, {"import", bad + "\x1b[2J"}, {"advise", bad}, {"answer", inv.ID, "--from", bad},
		{"restore", bad, "--dry-run"}, {"export", "--all", "--format", "md"}, {"export", "-o", filepath.Join(folder, "no\x1b[31m", "x.csv")}, {"list", hostile},
		{"show", hostile}, {hostile}, {"decide", inv.ID, hostile}, {"list", "--config", bad}, {"list", "--db", bad},
	} {
		for _, more := range [][]string{nil, {"--json"}} {
			var out, errs bytes.Buffer
			a := &app{in: os.Stdin, out: &out, errs: &errs, now: time.Now}
			a.args = append(append([]string{}, args...), more...)
			if !strings.Contains(strings.Join(args, " "), "--db") {
				a.args = append(a.args, "--db", db)
			}
			root := a.rootCommand()
			root.SetArgs(withRemovals(a.args))
			root.SetOut(&out)
			root.SetErr(&errs)
			if _, err := root.ExecuteContextC(t.Context()); err != nil {
				a.failure = usageError(err)
			}
			a.report("linkvet", a.failure)
			a.cleanUp()
			for what, text := range map[string]string{"output": out.String(), "errors": errs.String()} {
				if at := acts(text); at != "" && !(what == "output" && args[0] == "export") {
					t.Errorf("%q %v: the %s have %q", args, more, what, at)
				}
			}
		}
	}
}
