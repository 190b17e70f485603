package screen

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// promise is what is done once a request is saved. Nothing may be called done,
// or offered to be undone, before.
type promise struct {
	words    string // what is said
	undoable bool   // so that it is said how to take it back, too
	drops    []typedText
}

// typedText is a text that is part of a record once something is saved.
type typedText struct{ key, text string }

func (e *Env) promised(request uint64) *promise {
	if p := e.promises[request]; p != nil {
		return p
	}
	return &promise{}
}

func (e *Env) promise(request uint64) *promise {
	p := e.promised(request)
	e.promises[request] = p
	return p
}

// WhenSaved returns the number for a request to change something, and remembers
// what is to be said once it is done, with the key that takes it back.
func (e *Env) WhenSaved(words string) (request uint64) {
	request = e.Request()
	p := e.promise(request)
	p.words, p.undoable = words, true
	return request
}

// ThenSay remembers what is to be said once a request is saved that cannot be
// taken back.
func (e *Env) ThenSay(request uint64, words string) { e.promise(request).words = words }

// ThenDrop drops unsaved text once a request is saved, if nobody has typed on in
// its place.
func (e *Env) ThenDrop(request uint64, key string) {
	if text, ok := e.Unsaved.Text(key); ok {
		p := e.promise(request)
		p.drops = append(p.drops, typedText{key, text})
	}
}

// note keeps the count of what is not saved, with one more change that was
// written or could not be, and drops the text that is part of a record now.
func (e *Env) note(msg WroteMsg) {
	s := msg.save
	if msg.err == nil {
		for _, typed := range e.promised(s.Request).drops {
			if text, _ := e.Unsaved.Text(typed.key); text == typed.text {
				e.Unsaved.Drop(typed.key)
			}
		}
	}
	if s.Counts == "" {
		return
	}
	if key := s.Doing + " " + s.Counts; msg.err != nil {
		e.failures[key] = fmt.Errorf("%s: %w", s.Doing, msg.err)
	} else {
		delete(e.failures, key)
	}
}

// NotSaved says what could not be saved and still is not, each with its reason.
func (w *Workspace) NotSaved() []error {
	var all []error
	for _, key := range slices.Sorted(maps.Keys(w.failures)) {
		all = append(all, w.failures[key])
	}
	for _, key := range slices.Sorted(maps.Keys(w.autosave.lost)) {
		if text, _ := w.Unsaved.Text(key); text != "" {
			return append(all, fmt.Errorf("saving what you typed: %w", w.autosave.lost[key]))
		}
	}
	return all
}

// UnsavedError says what could not be saved when the program ended.
type UnsavedError struct{ errs []error }

func (e *UnsavedError) Error() string {
	texts := make([]string, len(e.errs))
	for i, err := range e.errs {
		texts[i] = err.Error()
	}
	return "not saved: " + strings.Join(texts, "; ")
}

// Unwrap returns the reasons.
func (e *UnsavedError) Unwrap() []error { return e.errs }

// SaveRest writes what is still to be written, once the program's loop has
// ended. What cannot be is an *UnsavedError.
func (e *Env) SaveRest() error {
	var other []error
	for _, msg := range e.Writer.drain() {
		e.note(msg)
		e.noteTexts(msg.Result)
		if failed, ok := msg.Result.(FailedMsg); ok && msg.save.Counts == "" && !IsCanceled(failed.Err) {
			other = append(other, failed.Failure())
		}
	}
	return NotSaved(append(e.NotSaved(), other...))
}

// NotSaved is an *UnsavedError of the reasons; nil where there are none.
func NotSaved(reasons []error) error {
	if len(reasons) == 0 {
		return nil
	}
	return &UnsavedError{reasons}
}

// ErrToldEnd says that the person has heard why the program ends, and that nothing
// is lost.
var ErrToldEnd = errors.New("the program was ended, and said so")
