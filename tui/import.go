package tui

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// importPhase is how far the import screen is.
type importPhase uint8

const (
	importChoose  importPhase = iota // which archive
	importReading                    // reading it, changing nothing
	importLooked                     // what it would do; not yet done
	importRunning
	importDone
)

// importScreen takes in an archive: which one, what it would do, doing it, and
// what was skipped.
type importScreen struct {
	env     *env
	phase   importPhase
	path    input
	last    string // the path that was typed last, offered while the field is empty
	archive cursor // among env.options.Archives; -1 when the path has the keys
	request uint64
	cancel  context.CancelFunc // stops the work under way
	done    int
	total   int
	began   time.Time // when the work under way began
	seen    time.Time // when the last progress came
	report  store.ImportReport
	err     error
	matches []string // what the path typed could go on as
	list    cursor   // in the list of what was skipped
}

// draftImport is where the path typed is kept.
const draftImport = "import"

// newImport returns the import screen, with a path already filled in or "".
func newImport(e *env, path string) *importScreen {
	s := &importScreen{env: e}
	last, _ := e.drafts[draftImport].(string)
	s.offer(last)
	s.path.set(path)
	s.archive.at = -1
	if path == "" && last == "" && len(e.options.Archives) > 0 {
		s.archive.at = 0
	}
	return s
}

// offer empties the field, so that another path can be typed at once, and offers
// the last one in it.
func (s *importScreen) offer(last string) {
	s.last = last
	if last == "" {
		last = "~/Downloads/…zip, or a folder, or Invitations.csv"
	}
	s.path = newInput(last)
}

// offering reports whether the last path is what enter and tab are about.
func (s *importScreen) offering() bool {
	return s.archive.at < 0 && s.path.value() == "" && s.last != ""
}

func (s *importScreen) Init() tea.Cmd { return nil }
func (s *importScreen) Title() string { return "Import" }

// InText is true while the path has the keys.
func (s *importScreen) InText() bool { return s.phase == importChoose && s.archive.at < 0 }

func (s *importScreen) Actions() []actionID {
	switch s.phase {
	case importChoose:
		acts := []actionID{actChoose}
		if s.archive.at < 0 {
			acts = append(acts, actComplete)
		}
		if len(s.env.options.Archives) > 0 {
			acts = append(acts, actLineUp, actLineDown)
		}
		return append(acts, actBack)
	case importLooked:
		return append([]actionID{actTakeIn, actBack}, listActions()...)
	case importDone:
		return append([]actionID{actFinish, actBack}, listActions()...)
	}
	return []actionID{actCancel}
}

func (s *importScreen) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		return s.act(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		s.typed(msg)
	case completedMsg:
		if msg.request == s.request {
			s.matches = msg.matches
			if s.path.value() != msg.text {
				s.path.set(msg.text)
				s.keepPath()
			}
		}
	case importProgressMsg:
		if msg.request == s.request {
			s.done, s.total, s.seen = msg.done, msg.total, s.env.now()
		}
		return stay(nextProgress(msg.more))
	case importPreviewMsg:
		if msg.request == s.request {
			s.finish(importLooked, msg.report)
		}
	case importedMsg:
		if msg.request == s.request {
			delete(s.env.drafts, draftImport)
			s.finish(importDone, msg.report)
		}
	case failedMsg:
		s.failed(msg)
	}
	return step{}
}

// typed gives a key to the path; typing leaves the list of archives.
func (s *importScreen) typed(msg tea.Msg) {
	if s.phase != importChoose {
		return
	}
	s.archive.at = -1
	if s.path.update(msg) {
		s.matches, s.err = nil, nil
		s.keepPath()
	}
}

func (s *importScreen) keepPath() { s.env.drafts[draftImport] = s.path.value() }

func (s *importScreen) finish(next importPhase, report store.ImportReport) {
	s.phase, s.report, s.err = next, report, nil
	s.list = cursor{}
	s.stop()
}

// failed goes back to the choice of an archive and says why.
func (s *importScreen) failed(msg failedMsg) {
	if msg.request != s.request || s.phase != importReading && s.phase != importRunning {
		return
	}
	s.phase, s.err = importChoose, msg.err
	s.env.status = status{} // the field says it
	s.stop()
	if isCancelled(msg.err) {
		s.err = nil
		s.env.say("Cancelled; nothing was changed")
	}
}

// stop ends the work under way, if there is any.
func (s *importScreen) stop() {
	if s.cancel != nil {
		s.cancel()
	}
	s.cancel = nil
	s.env.interrupt = nil
}

func (s *importScreen) act(msg actionMsg) step {
	if s.phase == importChoose {
		return s.choosing(msg)
	}
	if s.list.move(msg.id, len(s.listed()), s.listRows()) {
		return step{}
	}
	switch msg.id {
	case actCancel:
		if s.cancel != nil {
			s.cancel() // the answer is a failedMsg
		}
	case actBack:
		if s.phase == importDone {
			return s.leave()
		}
		s.phase = importChoose
		s.offer(s.path.value())
	case actTakeIn:
		return s.start(importRunning, runImport)
	case actFinish:
		return s.leave()
	}
	return step{}
}

// choosing is act while an archive is chosen.
func (s *importScreen) choosing(msg actionMsg) step {
	n := len(s.env.options.Archives)
	switch msg.id {
	case actBack:
		return back()
	case actLineDown:
		s.archive.at = min(s.archive.at+1, n-1)
	case actLineUp:
		s.archive.at = max(s.archive.at-1, -1)
	case actComplete:
		if s.offering() {
			s.path.set(s.last)
			return step{}
		}
		s.request = s.env.request()
		return stay(completePath(s.env, s.request, s.path.value()))
	case actChoose:
		if s.archive.at >= 0 {
			s.path.set(s.env.options.Archives[s.archive.at])
		}
		if s.offering() {
			s.path.set(s.last)
		}
		if strings.TrimSpace(s.path.value()) == "" {
			s.env.say("Type where the archive is, or esc")
			return step{}
		}
		return s.start(importReading, previewImport)
	}
	return step{}
}

// start begins reading or importing.
func (s *importScreen) start(phase importPhase, begin func(*env, context.Context, uint64, string) (work, progress tea.Cmd)) step {
	ctx, cancel := context.WithCancel(s.env.ctx)
	s.phase, s.cancel, s.err = phase, cancel, nil
	s.env.interrupt = cancel
	s.done, s.total, s.matches = 0, 0, nil
	s.began = s.env.now()
	s.request = s.env.request()
	work, progress := begin(s.env, ctx, s.request, s.path.value())
	return stay(work, progress)
}

// leave goes back to the inbox, by way of the profile at the first time.
func (s *importScreen) leave() step {
	if !s.env.demo && !s.env.settings.ProfileAsked() {
		return openInstead(openProfile{first: true})
	}
	return back()
}
