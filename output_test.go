package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/config"
	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/merge"
)

func TestTableAlignsWideText(t *testing.T) {
	var out strings.Builder
	(&app{out: &out}).table(&out, [][]string{{"a", "b"}, {"陈思雨", "x"}, {"é́", "y"}, {"", ""}})
	if want := "a       b\n陈思雨  x\né́       y\n\n"; out.String() != want {
		t.Errorf("got\n%q\nwant\n%q", out.String(), want)
	}
}

// TestJSONHidesNothing: the name of a file comes as it is, and yet cannot turn
// a terminal's text around.
func TestJSONHidesNothing(t *testing.T) {
	var out strings.Builder
	name := "a\u202eb\u009bc\U000e0041 می\u200cنا"
	if err := encodeLine(&out, []string{name}); err != nil {
		t.Fatal(err)
	}
	if want := `["a\u202eb\u009bc\udb40\udc41 می` + "\u200c" + `نا"]` + "\n"; out.String() != want {
		t.Errorf("got  %+q\nwant %+q", out.String(), want)
	}
	var back []string
	if err := json.Unmarshal([]byte(out.String()), &back); err != nil || back[0] != name {
		t.Errorf("%+q, %v", back, err)
	}
}

func TestParagraphWrapsUnderItsLead(t *testing.T) {
	var out strings.Builder
	paragraph(&out, "  - ", strings.Repeat("word ", 30))
	for i, line := range strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n") {
		if indent := "    "; i > 0 && !strings.HasPrefix(line, indent) || len(line) > textWidth {
			t.Errorf("line %d: %q", i, line)
		}
	}
}

func TestEveryErrorHasAKindAndAnExitCode(t *testing.T) {
	for _, c := range []struct {
		err  error
		kind kind
		code int
	}{
		{errors.New("something"), kindFailed, 1},
		{usagef("no"), kindUsage, 2},
		{fmt.Errorf("x: %w", fault.ErrNotFound), kindNotFound, 3},
		{fmt.Errorf("x: %w", fs.ErrNotExist), kindNotFound, 3},
		{fmt.Errorf("x: %w", fault.ErrExists), kindExists, 1},
		{fmt.Errorf("x: %w", fs.ErrExist), kindExists, 1},
		{fmt.Errorf("x: %w", fault.ErrInvalid), kindBadData, 4},
		{fmt.Errorf("x: %w", fault.ErrDamaged), kindBadData, 4},
		{fmt.Errorf("x: %w", fault.ErrNewer), kindBadData, 4},
		{&linkedin.FormatError{Path: "a.zip", Line: 3, Problem: "cut"}, kindBadData, 4},
		{&advisor.InputError{Field: "answers.know"}, kindBadData, 4},
		{&config.Error{File: "config.yaml"}, kindBadSettings, 4},
		{fmt.Errorf("x: %w", fault.ErrLocked), kindBusy, 5},
		{fmt.Errorf("x: %w", context.Canceled), kindInterrupted, 130},
	} {
		var out bytes.Buffer
		a := &app{errs: &out}
		if d := describe(c.err); d.Kind != c.kind {
			t.Errorf("%v is %s, want %s", c.err, d.Kind, c.kind)
		}
		if code := a.report("linkvet list", c.err); code != c.code || !strings.HasPrefix(out.String(), "linkvet: ") {
			t.Errorf("%v exits with %d and says %q, want %d", c.err, code, out.String(), c.code)
		}
	}
}

func TestErrorsShowNoControlCharacters(t *testing.T) {
	var out bytes.Buffer
	a := &app{errs: &out}
	a.report("linkvet", errors.New("bad file \x1b[31mred\x07.zip\u202e"))
	if strings.ContainsAny(out.String(), "\x1b\x07\u202e") {
		t.Errorf("reported %q", out.String())
	}
}

func TestWaitingForInputEndsWhenInterrupted(t *testing.T) {
	quiet, never, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer never.Close()
	defer quiet.Close()
	ctx, interrupt := context.WithCancel(context.Background())
	interrupt()
	a := &app{in: quiet}
	if err := a.advise(ctx, "-"); describe(err).Kind != kindInterrupted {
		t.Errorf("got %v", err)
	}
}

// A conflict says what holds now and what does not, for a value that is there or
// empty on either side.
func TestConflictsAreToldInWholeSentences(t *testing.T) {
	for want, c := range map[string]merge.Conflict{
		`Ann (7k2): headline is "A" now. It is "B" in line 1200, which is older.`:            {Kept: "A", Lost: "B", From: "table"},
		`Ann (7k2): headline is "A" now. It is empty in line 1200, which is older.`:          {Kept: "A", From: "table"},
		`Ann (7k2): headline is empty now. It was "B" in the store, and line 1200 is newer.`: {Lost: "B", From: "store"},
		`Ann (7k2): headline is "A" now. It was empty in the store, and line 1200 is newer.`: {Kept: "A", From: "store"},
	} {
		c.ID, c.Name, c.Field, c.Line = "7k2", "Ann", "headline", 1200
		if got := conflictText(c); got != want {
			t.Errorf("%s", got)
		}
	}
}
