package plain

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/exp/golden"

	"linkvet/store/linkedin"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// talk is a conversation over o in which lines are typed, one after the other. It
// returns all that was said, with what was typed between, and how it ended.
func talk(t *testing.T, o screen.Options, lines ...string) (string, error) {
	t.Helper()
	o.Now = frametest.TestNow
	if o.Settings == nil {
		o.Settings = &frametest.FakeSettings{Asked: true}
	}
	var said strings.Builder
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in := newInput(ctx, strings.NewReader(strings.Join(lines, "\n")+"\n"))
	s := newSession(ctx, o, in, &said)
	in.heard = func(line string) {
		_ = s.out.flush()
		said.WriteString("    typed: " + line + "\n")
	}
	err := s.run()
	return said.String(), err
}

// store is a program over a real store that holds people.
func storeOf(t *testing.T, people ...record.Invitation) screen.Options {
	t.Helper()
	o := frametest.StoreAt(t, filepath.Join(t.TempDir(), "linkvet.db"))
	for i, inv := range people {
		inv.Direction, inv.SentAt = record.Incoming, frametest.TestNow().AddDate(0, 0, -1-i)
		if _, err := o.Storage.Add(inv); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

func somebody() []record.Invitation {
	return []record.Invitation{
		{Name: "Anna Weber", Headline: "Bridge engineer", Company: "Nordwind", URL: "https://www.linkedin.com/in/anna-weber-example", Note: "We met in Graz."},
		{Name: "Bo Lind", Headline: "Recruiter"}, {Name: "Cem Ak", Note: "Dear friend, guaranteed returns with crypto. Write me on WhatsApp."},
	}
}

// Whole conversations, as they are heard.
func TestConversations(t *testing.T) {
	for _, c := range []struct {
		name  string
		o     screen.Options
		lines []string
	}{
		{"main_job", storeOf(t, somebody()...), []string{"?", "1", "1", "?", "2", "why", "1", "none", "rest", "rest", "1", "more", "ignored", "", "list", "other", "3", "undo", "list", "q"}},
		{"newcomer", importable(), []string{"", "import", "/tmp/archive.zip", "y", "1 3", "1", "1", "", "2", "2", "350", "q"}},
		{"first_pass", storeOf(t, somebody()...), []string{"pass", "1", "b", "?", "1", "", "4", "undo", "4", "4", "", "n", "undo", "pass", "2", "q"}},
		{"sign", storeOf(t, somebody()...), []string{"3", "1", "4", "1", "why 6", "6", "6", "n", "none", "none", "n", "2", "undo", "redo", "q"}},
		{"several", storeOf(t, somebody()...), []string{"filter anna", "filter", "decide 1,3", "1", "", "later 2", "1", "someday", "2 weeks", "tags 1", "\"two words\" x", "reopen 1", "statistics", "3", "All of", "b", "sort", "3", "q"}},
		{"drafts", storeOf(t, somebody()...), []string{"1", "1", "1", "1", "none", "write", "2", "1", "2", "Hello Anna,", "glad to.", ".", "3", "y", "b", "2", "ignored", "", "q"}},
		{"settings", storeOf(t, somebody()...), []string{"settings", "2", "2", "n", "2", "1", "3", "2", "5", "Bridges", "bridge", "5", "Later", "x", "7", "b", "other", "5", "q"}},
		{"profile", storeOf(t, somebody()...), []string{"1", "Read", "", "About this profile", "Anna Weber", "Joined", "May 2011", "Contact information", "Updated over 2 years ago", "Profile photo", "Updated over 1 year ago", ".", "n", "y", "q"}},
		{"outgoing", outgoing(t), []string{"other", "4", "1", "Write your", "your talk on dikes", "we met in Lyon", "", "1", "1", "b", "b", "b", "decide 1", "1", "statistics", "3", "b", "guide", "1", "b", "list", "q"}},
		{"mistakes", storeOf(t, somebody()...), []string{"xyzzy", "99", "decide 7", "filter status:nowhere", "1", "99", "1", "9", "banana", "", "b", "b", "b", "q"}},
		{"only_looking", looking(t), []string{"1", "1", "2", "1", "b", "undo", "q"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			said, err := talk(t, c.o, c.lines...)
			if err != nil {
				t.Errorf("%v", err)
			}
			for line := range strings.Lines(said) {
				line = strings.TrimSuffix(line, "\n")
				if strings.HasPrefix(line, "    typed: ") {
					continue
				}
				if line == "" || strings.TrimSpace(line) != line || strings.ContainsFunc(line, drawn) {
					t.Errorf("%q is nothing to listen to", line)
				}
			}
			golden.RequireEqual(t, said)
		})
	}
}

// drawn reports a sign that is there for the eye only.
func drawn(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.So, r) || strings.ContainsRune("│─·•●○◆■✔✕→←›‹…", r)
}

// importable is an empty store, and an archive to import.
func importable() screen.Options {
	f := frametest.NewFakeStorage()
	f.Report = merge.ImportReport{
		Waiting: 2, Outgoing: 1, Added: 3, Warnings: []string{"2 connections hide their names"},
		Skipped: []linkedin.Skip{{File: "Invitations.csv", Line: 7, Reason: "no name and no address"}},
	}
	return screen.Options{Storage: f, Settings: &frametest.FakeSettings{}}
}

// outgoing is a store with somebody whom the person wants to invite.
func outgoing(t *testing.T) screen.Options {
	o := storeOf(t)
	if _, err := o.Storage.Add(record.Invitation{Direction: record.Outgoing, Name: "Dee Fox", Headline: "Dike warden"}); err != nil {
		t.Fatal(err)
	}
	return o
}

// looking is a program that may only look.
func looking(t *testing.T) screen.Options {
	o := storeOf(t, somebody()...)
	o.Taken = true
	return o
}

// The end of the input is told, and what was answered is there.
func TestInputEnds(t *testing.T) {
	o := storeOf(t, somebody()...)
	said, err := talk(t, o, "1", "1", "2")
	if !errors.Is(err, ErrInputEnded) {
		t.Errorf("it ended with %v:\n%s", err, said)
	}
	inv, err := o.Storage.Get(ids(t, o)[0])
	if err != nil || inv.Answers.Value("know") != "slightly" {
		t.Errorf("%v, %v", inv.Answers, err)
	}
	said, err = talk(t, o, "n", "q")
	if err != nil || !strings.Contains(said, "You were answering the questions about Anna Weber. Go on?") {
		t.Errorf("it does not offer to go on: %v\n%s", err, said)
	}
}

func ids(t *testing.T, o screen.Options) []string {
	t.Helper()
	rows, err := o.Storage.Table(context.Background(), -1)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for i := range rows.Len() {
		all = append(all, rows.ID(i))
	}
	return all
}

// A context that ends is not waited out.
func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	o := storeOf(t, somebody()...)
	o.Now, o.Settings = frametest.TestNow, &frametest.FakeSettings{Asked: true}
	in := newInput(ctx, strings.NewReader("1\n1\n2\n3\n4\n"))
	in.heard = func(line string) {
		if line == "2" {
			cancel()
		}
	}
	var said strings.Builder
	if err := newSession(ctx, o, in, &said).run(); !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
	if inv, err := o.Storage.Get(ids(t, o)[0]); err != nil || inv.Answers.Value("know") == "" {
		t.Errorf("the answer before is lost: %v, %v", inv.Answers, err)
	}
}

// What strangers wrote cannot act on the terminal, nor pass for a line of the
// program.
func TestStrangersTextStaysOnItsLine(t *testing.T) {
	evil := "x\n1. Accept it.\r\x1b[2J\u202e\x07\u200b"
	f := frametest.NewFakeStorage(record.Invitation{
		ID: "k1", Direction: record.Incoming, Name: evil, Headline: evil, Company: "y" + evil, Note: evil, PersonNote: evil,
		Tags: []string{evil}, SentAt: frametest.TestNow(), AnswerNotes: map[string]string{"know": evil},
	})
	said, err := talk(t, screen.Options{Storage: f}, "1", "Everything", "tags", "b", "1", "1", "advice", "More", "b", "b", "b", "decide 1", "b", "q")
	if err != nil {
		t.Error(err)
	}
	for _, bad := range []string{"\x1b", "\r", "\u202e", "\x07", "\n1. Accept it.\n"} {
		if strings.Contains(said, bad) {
			t.Errorf("%q gets through:\n%q", bad, said)
		}
	}
}

// An answer that cannot be saved is said so, tried again with the next, and told
// at the end where it still is not.
func TestNotSaved(t *testing.T) {
	f := frametest.NewFakeStorage(somebody()...)
	f.Failing = frametest.ErrTest
	said, err := talk(t, screen.Options{Storage: f}, "1", "1", "2", "b", "b", "b", "q")
	if !errors.Is(err, frametest.ErrTest) || !strings.Contains(said, "Not done, saving the answer: no space left on the disk.") || strings.Contains(said, "Everything is saved") {
		t.Errorf("%v\n%s", err, said)
	}
}

// Commands of the person's own run on an invitation. What takes the terminal over
// gets its streams and is told from the others (see TestOwnCommandsInTheLineMode).
func TestCommandsOfOnesOwn(t *testing.T) {
	o := storeOf(t, somebody()...)
	o.Settings = &frametest.FakeSettings{Asked: true, Own: []screen.OwnCommand{
		{Key: "W", Name: "Look up", Args: []string{"lookup", "{{name}}"}}, {Key: "E", Name: "Edit", Args: []string{"vi"}, Terminal: true},
	}}
	var ran [][]string
	o.Command = func(args []string, terminal bool) (*exec.Cmd, error) {
		if ran = append(ran, args); terminal {
			return nil, errors.New("no terminal here")
		}
		return nil, nil
	}
	o.Output = func(*exec.Cmd) (string, error) { return "found her", nil }
	said, err := talk(t, o, "1", "Your command: Look up", "Your command: Edit", "q")
	if err != nil || len(ran) != 2 || !slices.Equal(ran[0], []string{"lookup", "Anna Weber"}) {
		t.Errorf("%v, ran %q:\n%s", err, ran, said)
	}
	holds(t, said, "found her.\nLook up has run.", "Not done, Edit: no terminal here.")
}

// In a terminal a line ends between words, and not where its width ends.
func TestLinesEndBetweenWords(t *testing.T) {
	var said strings.Builder
	out := newOutput(&said, false)
	out.width = func() int { return 20 }
	out.write("Look closely at the address before you open it.")
	if err := out.flush(); err != nil || said.String() != "Look closely at the\naddress before you\nopen it.\n" {
		t.Errorf("%q, %v", said.String(), err)
	}
}

// Numbers and spans of them.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]int{"1": 1, "1 3-5": 4, "2,4": 2, "1-9": 0, "0": 0, "x": 0, "3-1": 0, "": 0, "1 x": 0, "-1": 0} {
		if got := numbers(text, 5); len(got) != want {
			t.Errorf("numbers(%q) = %v, want %d", text, got, want)
		}
	}
}
