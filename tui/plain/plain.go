package plain

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// ErrInputEnded says that the input ended before the person quit. What was
// answered until then is saved.
var ErrInputEnded = errors.New("the input ended; everything that was answered is saved")

// How a place is left.
var (
	errBack = errors.New("back")
	errQuit = errors.New("quit")
)

// session is one conversation.
type session struct {
	ctx      context.Context
	o        screen.Options
	storage  screen.Storage
	settings screen.Settings
	in       *input
	out      *output
	looking  error // why nothing can be changed; nil while it can
	changed  bool  // something was saved

	texts      map[string]string // what was typed earlier and is part of no record
	unsaved    map[string]error  // what could not be saved, by what it is
	here       view
	unfinished string      // what is being typed and is kept only once it is whole
	early      bool        // the last line was typed at a terminal before it was asked for
	stray      bool        // the last line in the list was no word
	strays     bool        // that others came with it was said
	heard      string      // whose invitation was said in full last
	table      *list.Table // the rows, as of version
	version    uint64
	read       bool // the rows were read
}

// Run holds the conversation until the person quits, the input or ctx ends.
func Run(ctx context.Context, o screen.Options, in io.Reader, out io.Writer) error {
	return newSession(ctx, o, newInput(ctx, in), out).run()
}

func newSession(ctx context.Context, o screen.Options, in *input, out io.Writer) *session {
	return &session{
		ctx: ctx, o: o, storage: o.Storage, settings: o.Settings, in: in, out: newOutput(out, o.ASCII),
		texts: map[string]string{}, unsaved: map[string]error{},
	}
}

func (s *session) run() error {
	err := s.converse()
	if errors.Is(err, errQuit) || errors.Is(err, errBack) {
		err = nil
	}
	lost := s.lost()
	if errors.Is(err, ErrInputEnded) && s.unfinished != "" {
		err = fmt.Errorf("%w, but not %s, which was not whole", err, s.unfinished)
	}
	switch {
	case s.ctx.Err() != nil && lost == nil:
		s.out.write("") // the sign of the key stands on the line of the prompt
		s.say("Stopped. %s", s.kept())
		err = errors.Join(err, screen.ErrToldEnd)
	case err != nil || lost != nil:
	case s.changed:
		s.say("Everything is saved. Goodbye.")
	default:
		s.say("Nothing was changed. Goodbye.")
	}
	return errors.Join(err, lost, s.out.flush())
}

// kept says what is saved when the program is ended.
func (s *session) kept() string {
	if s.unfinished != "" {
		return quantity.Text("Everything that was answered is saved, but not %s, which was not whole.", s.unfinished)
	}
	return "Everything that was answered is saved."
}

// converse greets and shows the list until it is left.
func (s *session) converse() error {
	s.say("linkvet, line by line. Type and press enter: a number from a list, or a word.")
	s.say("At every prompt b goes back, ? says what you can type, and q saves and quits.")
	if err := s.begin(); err != nil {
		return err
	}
	return s.list()
}

// begin finds out whether anything can be changed, and takes up what an earlier
// program left.
func (s *session) begin() error {
	switch {
	case s.o.Unwritable != nil:
		s.looking = s.o.Unwritable
	case s.o.Taken:
		s.looking = errors.New("another linkvet has the store open")
	}
	if s.looking != nil {
		s.say("You can only look: %s.", style.Sentence(s.looking))
	}
	if s.o.Demo {
		s.say("This is the demo: nothing here is yours.")
	}
	texts, err := s.storage.Unsaved()
	if err != nil {
		return err
	}
	maps.Copy(s.texts, texts)
	if s.looking == nil {
		followed, err := s.storage.FollowRules(s.ctx)
		if err != nil {
			s.fail("following the rules of this version", err)
		}
		if followed.Different > 0 {
			s.say("%s. Filter is:revised shows them.", words.RulesChanged(followed.Different, followed.Own))
		}
	}
	return s.offerToGoOn()
}

// profile is what the person said about themselves.
func (s *session) profile() advisor.Profile { return s.settings.Profile() }

// change saves something. It says what went wrong and reports whether all went
// well. What is not saved when the program ends is told then.
func (s *session) change(doing string, do func() error) bool {
	err := s.try(doing, do)
	switch {
	case err == nil:
		s.changed = true
		delete(s.unsaved, doing)
	case s.looking == nil:
		s.unsaved[doing] = fmt.Errorf("%s: %w", doing, err)
	}
	return err == nil
}

// try does something to the store, unless the person only looks, and says what
// went wrong.
func (s *session) try(doing string, do func() error) error {
	if s.onlyLooks() {
		return s.looking
	}
	err := do()
	if err != nil {
		s.fail(doing, err)
	}
	return err
}

// onlyLooks reports whether nothing can be changed, and says so with the reason.
func (s *session) onlyLooks() bool {
	if s.looking != nil {
		s.say("Nothing can be changed, as you can only look: %s.", strings.TrimSuffix(style.Sentence(s.looking), "."))
	}
	return s.looking != nil
}

// changing makes of a place that changes something one that refuses at once where
// the person can only look.
func (s *session) changing(place func() error) func() error {
	return func() error {
		if s.onlyLooks() {
			return nil
		}
		return place()
	}
}

// fail says why something could not be done.
func (s *session) fail(doing string, err error) {
	s.say("Not done, %s: %s.", doing, strings.TrimSuffix(style.OneLine(err.Error()), "."))
}

// lost is what could not be saved and still is not, a *screen.UnsavedError.
func (s *session) lost() error {
	var all []error
	for _, doing := range slices.Sorted(maps.Keys(s.unsaved)) {
		all = append(all, s.unsaved[doing])
	}
	return screen.NotSaved(all)
}

// keep keeps text that is part of no record, such as a draft; "" drops it.
func (s *session) keep(key, text string) bool {
	s.texts[key] = text
	return s.looking == nil && s.change("saving what you typed", func() error { return s.storage.KeepUnsaved(key, text) })
}

// visit lets the person go to a place and come back from it with b.
func (s *session) visit(place func() error) error {
	if err := place(); err != nil && !errors.Is(err, errBack) {
		return err
	}
	return nil
}
