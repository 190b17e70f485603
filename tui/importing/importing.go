package importing

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/merge"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
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
	env     *screen.Env
	phase   importPhase
	path    widget.Input
	last    string        // the path that was typed last, offered while the field is empty
	looking bool          // for archives
	found   []string      // they, newest first
	archive widget.Cursor // among those found; -1 when the path has the keys
	request uint64
	cancel  context.CancelFunc // stops the work under way
	done    int
	total   int
	began   time.Time // when the work under way began
	seen    time.Time // when the last progress came
	report  merge.ImportReport
	err     error
	matches []string      // what the path typed could go on as
	list    widget.Cursor // in the list of what was skipped
}

// pathKey is where the path typed is kept.
const pathKey = "import"

// New returns the import screen, with a path already filled in or "".
func New(e *screen.Env, path string) *importScreen {
	s := &importScreen{env: e}
	last, _ := e.Unsaved.Text(pathKey)
	s.offer(last)
	s.path.Set(path)
	s.archive.At = -1
	return s
}

// offer empties the field, so that another path can be typed at once, and offers
// the last one in it.
func (s *importScreen) offer(last string) {
	s.last = last
	if last == "" {
		last = "~/Downloads/…zip, or a folder, or Invitations.csv"
	}
	s.path = widget.NewInput(last)
}

// offering reports whether the last path is what enter and tab are about.
func (s *importScreen) offering() bool {
	return s.archive.At < 0 && s.path.Value() == "" && s.last != ""
}

// Init looks for archives, which may just have been downloaded.
func (s *importScreen) Init() tea.Cmd {
	if s.env.Options.Archives == nil {
		return nil
	}
	s.looking, s.request = true, s.env.Request()
	return findArchives(s.env, s.request)
}

// Waiting reports whether it is not known yet what the next key is about.
func (s *importScreen) Waiting() bool { return s.looking }

// offerFound offers the archives that were found.
func (s *importScreen) offerFound(msg archivesFoundMsg) {
	if msg.request != s.request {
		return
	}
	s.looking, s.found = false, msg.paths
	if len(s.found) > 0 && s.path.Value() == "" && s.last == "" {
		s.archive.At = 0
	}
}

func (s *importScreen) Title() string { return "Import" }

// InText is true while the path has the keys.
func (s *importScreen) InText() bool { return s.phase == importChoose && s.archive.At < 0 }

func (s *importScreen) Actions() []keys.ID {
	switch s.phase {
	case importChoose:
		acts := []keys.ID{keys.Choose}
		if s.archive.At < 0 {
			acts = append(acts, keys.Complete)
		}
		if len(s.found) > 0 {
			acts = append(acts, keys.LineUp, keys.LineDown)
		}
		return append(acts, keys.Back)
	case importLooked:
		return append([]keys.ID{keys.TakeIn, keys.Back}, keys.ListMoves()...)
	case importDone:
		return append([]keys.ID{keys.Finish, keys.Back}, keys.ListMoves()...)
	}
	return []keys.ID{keys.Cancel}
}

func (s *importScreen) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return s.act(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		s.typed(msg)
	case archivesFoundMsg:
		s.offerFound(msg)
	case completedMsg:
		if msg.request == s.request && msg.typed == s.path.Value() { // else somebody typed on meanwhile
			s.matches = msg.matches
			if msg.typed != msg.text {
				s.path.Set(msg.text)
				s.keepPath()
			}
		}
	case screen.ProgressMsg:
		if msg.Request == s.request {
			s.done, s.total, s.seen = msg.Done, msg.Total, s.env.Now()
		}
		return screen.Stay(msg.Next())
	case importPreviewMsg:
		if msg.request == s.request {
			s.finish(importLooked, msg.report)
		}
	case screen.ImportedMsg:
		if msg.Request == s.request {
			s.env.Unsaved.Drop(pathKey)
			s.finish(importDone, msg.Report)
		}
	case screen.FailedMsg:
		s.looking = false // nobody waits for archives that will not come
		s.failed(msg)
	}
	return screen.Step{}
}

// typed gives a key to the path; typing leaves the list of archives.
func (s *importScreen) typed(msg tea.Msg) {
	if s.phase != importChoose {
		return
	}
	s.archive.At = -1
	if s.path.Update(s.env, msg) {
		s.matches, s.err = nil, nil
		s.keepPath()
	}
}

func (s *importScreen) keepPath() { s.env.Unsaved.Keep(pathKey, s.path.Value()) }

func (s *importScreen) finish(next importPhase, report merge.ImportReport) {
	s.phase, s.report, s.err = next, report, nil
	s.list = widget.Cursor{}
	s.stop()
}

// failed goes back to the choice of an archive and says why.
func (s *importScreen) failed(msg screen.FailedMsg) {
	if msg.Request != s.request || s.phase != importReading && s.phase != importRunning {
		return
	}
	s.phase, s.err = importChoose, msg.Err
	s.env.ClearStatus() // the field says it
	s.stop()
	if screen.IsCanceled(msg.Err) {
		s.err = nil
		s.env.Say("Canceled; nothing was changed")
	}
}

// stop ends the work under way, if there is any.
func (s *importScreen) stop() {
	if s.cancel != nil {
		s.cancel()
	}
	s.cancel = nil
	s.env.Interruptible(nil)
}

func (s *importScreen) act(msg screen.ActionMsg) screen.Step {
	if s.phase == importChoose {
		return s.choosing(msg)
	}
	if s.list.Move(msg.ID, len(s.listed()), s.listRows()) {
		return screen.Step{}
	}
	switch msg.ID {
	case keys.Cancel:
		if s.cancel != nil {
			s.cancel() // the answer is a failedMsg
		}
	case keys.Back:
		if s.phase == importDone {
			return s.leave()
		}
		s.phase = importChoose
		s.offer(s.path.Value())
	case keys.TakeIn:
		return s.start(importRunning, runImport)
	case keys.Finish:
		return s.leave()
	}
	return screen.Step{}
}

// choosing is act while an archive is chosen.
func (s *importScreen) choosing(msg screen.ActionMsg) screen.Step {
	n := len(s.found)
	switch msg.ID {
	case keys.Back:
		return screen.Back()
	case keys.LineDown:
		s.archive.At = min(s.archive.At+1, n-1)
	case keys.LineUp:
		s.archive.At = max(s.archive.At-1, -1)
	case keys.Complete:
		if s.offering() {
			s.path.Set(s.last)
			return screen.Step{}
		}
		s.request = s.env.Request()
		return screen.Stay(completePath(s.env, s.request, s.path.Value()))
	case keys.Choose:
		if s.archive.At >= 0 {
			s.path.Set(s.found[s.archive.At])
		}
		if s.offering() {
			s.path.Set(s.last)
		}
		if strings.TrimSpace(s.path.Value()) == "" {
			s.env.Say("Type where the archive is, or esc")
			return screen.Step{}
		}
		return s.start(importReading, previewImport)
	}
	return screen.Step{}
}

// Start begins reading or importing.
func (s *importScreen) start(phase importPhase, begin func(*screen.Env, context.Context, uint64, string) (work, progress tea.Cmd)) screen.Step {
	ctx, cancel := context.WithCancel(s.env.Ctx)
	s.phase, s.cancel, s.err = phase, cancel, nil
	s.env.Interruptible(cancel)
	s.done, s.total, s.matches = 0, 0, nil
	s.began = s.env.Now()
	s.request = s.env.Request()
	work, progress := begin(s.env, ctx, s.request, s.path.Value())
	return screen.Stay(work, progress)
}

// leave goes back to the inbox, by way of the profile at the first time.
func (s *importScreen) leave() screen.Step {
	if !s.env.Demo() && !s.env.Settings.ProfileAsked() {
		return screen.OpenInstead(screen.ProfilePage{First: true})
	}
	return screen.Back()
}
