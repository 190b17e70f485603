package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/config"
	"linkvet/store/clean"
	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/tui/screen"
)

// kind says what went wrong in a word that scripts can rely on.
type kind string

const (
	kindFailed      kind = "failed"
	kindUsage       kind = "usage"
	kindNotFound    kind = "not_found"
	kindExists      kind = "exists"
	kindBadData     kind = "bad_data"
	kindBadSettings kind = "bad_settings"
	kindBusy        kind = "busy"
	kindInterrupted kind = "interrupted"
)

// exitCode returns what the program exits with.
func (k kind) exitCode() int {
	switch k {
	case kindUsage:
		return 2
	case kindNotFound:
		return 3
	case kindBadData, kindBadSettings:
		return 4
	case kindBusy:
		return 5
	case kindInterrupted:
		return 130
	}
	return 1
}

// exitCode says what an exit code means.
type exitCode struct {
	code    int
	meaning string
}

// exitCodes are all that the program exits with.
func exitCodes() []exitCode {
	return []exitCode{
		{0, "done; a list without a match is done, too"},
		{1, "failed, or with --exit-status nothing matched"},
		{2, "called in a wrong way, or no terminal for the terminal program"},
		{3, "no such invitation, file or store"},
		{4, "data or settings that cannot be used"},
		{5, "the store is in use by another linkvet"},
		{129, "ended because the terminal went away (SIGHUP)"},
		{130, "interrupted (SIGINT, ctrl+c)"},
		{143, "ended by a signal (SIGTERM)"},
	}
}

// failure is an error whose kind and next step are known where it happens.
type failure struct {
	kind kind
	err  error
	hint string // what to do next, as a sentence without full stop
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// described is an error as it is reported.
type described struct {
	Kind    kind   `json:"kind"`
	Message string `json:"message"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Hint    string `json:"hint"`
}

// meaning says what an error of another package means here. Its hint is worded
// as the error's own text words it, where that has one.
type meaning struct {
	err  error
	kind kind
	hint string
}

// meanings are in order: the first that fits holds.
func meanings() []meaning {
	return []meaning{
		{context.Canceled, kindInterrupted, ""},
		{fault.ErrLocked, kindBusy, "wait until it has finished, or close it, and try again"},
		{fault.ErrMissing, kindNotFound, "linkvet import or linkvet add begins one"},
		{fault.ErrLost, kindNotFound, "bring the file back, or put a copy there with linkvet restore"},
		{fault.ErrNotFound, kindNotFound, "linkvet list shows all ids"},
		{fault.ErrExists, kindExists, "linkvet list shows who is there; linkvet show with the ID shows one of them"},
		{fault.ErrNewer, kindBadData, "install the newer linkvet, or use another file with --db"},
		{fault.ErrDamaged, kindBadData, "put a backup in its place with linkvet restore FILE; linkvet check says more"},
		{fault.ErrInvalid, kindBadData, ""},
		{fault.ErrUnclear, kindUsage, "write more of the ID"},
		{fault.ErrNothing, kindFailed, "linkvet log shows what was done"},
		{fault.ErrChanged, kindFailed, "linkvet log shows what was done since; again takes the change before"},
		{fs.ErrExist, kindExists, "use --force to replace it"},
		{fs.ErrNotExist, kindNotFound, "check the path for a typing error"},
	}
}

// describe tells kind, place and next step of an error.
func describe(err error) described {
	d := described{Kind: kindFailed, Message: bounded(clean.Visible(err.Error()))}
	for _, m := range meanings() {
		if errors.Is(err, m.err) {
			d.Kind, d.Hint = m.kind, m.hint
			break
		}
	}
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		d.File = path.Path
	}
	if missing, ok := errors.AsType[*config.MissingError](err); ok {
		d.Kind, d.File, d.Hint = kindNotFound, missing.File, "check the path for a typing error; linkvet config init --config FILE writes one"
	}
	if setting, ok := errors.AsType[*config.Error](err); ok {
		d.Kind, d.Hint = kindBadSettings, "correct it with linkvet config edit, or take it out to have the default"
		d.File, d.Line = setting.File, setting.Line
	}
	if format, ok := errors.AsType[*linkedin.FormatError](err); ok {
		d.Kind, d.Hint = kindBadData, format.Hint
		d.File, d.Line = format.Path, format.Line
	}
	if input, ok := errors.AsType[*advisor.InputError](err); ok {
		d.Kind, d.Hint = kindBadData, "see linkvet advise --help"
		if strings.HasPrefix(input.Field, "answers") {
			d.Hint = "linkvet questions lists the questions and their values"
		}
		d.File, d.Line = nameOf(input.File), input.Line
		d.Message = strings.Replace(d.Message, clean.Visible(input.Error()), clean.Visible(inputProblem(input)), 1)
	}
	if f, ok := errors.AsType[*failure](err); ok {
		d.Kind, d.Hint = f.kind, f.hint
	}
	return d
}

// longestMessage is how many bytes of an error are told: what it is about may be as
// long as a file.
const longestMessage = 4000

func bounded(message string) string {
	if len(message) <= longestMessage {
		return message
	}
	return strings.ToValidUTF8(message[:longestMessage], "") + "..."
}

// report tells the person of an error of a command and returns the exit code.
func (a *app) report(command string, err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errNoMatch):
		return 1
	}
	d := describe(err)
	code := d.Kind.exitCode()
	if errors.Is(err, fault.ErrMissing) && a.onlyReads && !a.settings.DBGiven {
		code = 0 // there is nothing to read yet
	}
	if d.Kind == kindUsage && d.Hint == "" {
		d.Hint = "see " + command + " --help"
	}
	if d.Kind == kindInterrupted {
		d.Message = "interrupted"
		if lost, ok := errors.AsType[*screen.UnsavedError](err); ok {
			d.Message += "; " + lost.Error()
		}
		if by := a.endedBy.Load(); by != nil {
			code = by.exitCode()
		}
		if errors.Is(err, screen.ErrToldEnd) {
			return code
		}
	}
	if a.wantsJSON() {
		_ = encodeLine(a.errs, map[string]described{"error": d})
		return code
	}
	fmt.Fprintln(a.errs, "linkvet: "+clean.Visible(d.Message))
	if !strings.Contains(d.Message, d.Hint) {
		fmt.Fprintln(a.errs, "  next: "+clean.Visible(d.Hint))
	}
	return code
}

// wantsJSON also holds when the flags could not be read.
func (a *app) wantsJSON() bool { return a.flags.json || slices.Contains(a.args, "--json") }
