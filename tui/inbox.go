package tui

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// inbox lists the invitations: who waits, who was put off, who is decided, all,
// and the person's own lists. It is the first screen and stays below all others.
type inbox struct {
	env      *env
	sections []section
	own      []Section // the person's own among them, as last read
	list     *listing  // nil until rows are read
	loading  uint64
	claiming uint64      // the try to be the only one who changes the store
	reading  bool        // rows are on their way
	since    []store.Row // what was changed meanwhile
	err      error       // why they could not be read

	tab     int
	cursors []cursor
	sorts   []sorting
	order   []int32  // the rows of the tab, as sorted; handled ones stay until it is made anew
	has     contents // of these rows
	sortJob uint64   // the sorting under way; 0 for none
	hits    []int32  // those the filter leaves; unused without one

	filter    input
	typing    bool   // the filter has the keys
	applied   string // the filter that hits are for; "" for none
	query     store.Query
	filterErr error  // why what is typed is no filter
	sought    string // the filter as it was last, for n and N
	showing   bool   // matches of what was sought are marked without a filter
	anchor    int    // where the selection was last changed, in what is shown; -1 for nowhere

	pane     pane
	follow   string // put the cursor on this one when the rows are read again
	welcomed bool   // the first-run screen or the profile form was offered
	cache    *rowCache
}

// firstPage is how many rows are read before the rest: enough for any screen.
const firstPage = 150

func newInbox(e *env) *inbox {
	s := &inbox{env: e, filter: newInput("words, or is:later rec:decline"), anchor: -1, cache: &rowCache{}, pane: pane{shown: true}}
	s.readSections()
	return s
}

// readSections takes over the lists of the person's own.
func (s *inbox) readSections() {
	s.own = slices.Clone(s.env.settings.Sections())
	s.sections = sectionsOf(s.own)
	s.cursors = make([]cursor, len(s.sections))
	s.sorts = make([]sorting, len(s.sections))
	for t := range s.sections {
		s.sorts[t] = s.keptSorting(t)
	}
	s.tab = min(s.tab, len(s.sections)-1)
}

// Init reads the rows: the newest first where nothing is shown yet.
func (s *inbox) Init() tea.Cmd {
	s.loading, s.reading, s.since = s.env.request(), true, nil
	if s.list == nil {
		return loadNewest(s.env, s.loading, firstPage, s.sections)
	}
	return reloadRows(s.env, s.loading, s.sections)
}

// Title names the list.
func (s *inbox) Title() string { return "Inbox" }

// InText is true while a filter is typed.
func (s *inbox) InText() bool { return s.typing }

// Headline says how many wait.
func (s *inbox) Headline() string {
	if s.list == nil || s.list.partial || s.list.table.Len() == 0 {
		return ""
	}
	return thousands(s.list.counts[sectionWaiting]) + " waiting"
}

// Update takes actions, filter keys and what was read or saved.
func (s *inbox) Update(msg tea.Msg) step {
	next := s.hear(msg)
	next.cmd = tea.Batch(next.cmd, s.fetchDossiers())
	return next
}

func (s *inbox) hear(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		return s.act(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.typing && s.filter.update(msg) {
			s.narrow()
		}
	case tea.MouseWheelMsg:
		s.wheel(msg)
	case tea.WindowSizeMsg:
		s.pane.request, s.pane.asked = 0, nil // back from the demo, what was asked before is lost
		s.settle()
	case rowsLoadedMsg:
		return s.loaded(msg)
	case restMsg:
		return s.readRest(msg)
	case claimedMsg:
		return s.claimed(msg)
	case searchableMsg:
		if msg.listing == s.list {
			s.list.ready(msg.searchable)
			return s.rearranged()
		}
	case sortedMsg:
		if msg.request == s.sortJob {
			s.sortJob = 0
			s.setOrder(msg.order)
		}
	case dossiersMsg:
		s.pane.take(msg)
	case failedMsg:
		if msg.request == s.loading {
			return s.unread(msg.err)
		}
	case invitationSavedMsg:
		return s.saved(msg.invitation)
	case invitationsSavedMsg:
		return s.savedMany(msg)
	case decidedMsg, postponedMsg:
		s.handled()
	case confirmedMsg:
		return msg.step()
	case sortChosenMsg:
		return s.sortAs(msg.sorting)
	case sectionsSavedMsg:
		return s.sectionsChanged()
	case keptMsg:
		return s.takeKept()
	case listKeptMsg:
		return s.toNewList(msg)
	case importedMsg, profileSavedMsg, storeChangedMsg:
		return stay(s.Init())
	}
	return step{}
}

// loaded takes newly read rows, and at the first time leads on to what a
// newcomer needs.
func (s *inbox) loaded(msg rowsLoadedMsg) step {
	if msg.request != s.loading {
		return step{}
	}
	id := s.follow
	if row, ok := s.selected(); ok && id == "" && !s.atFirst() {
		id = row.ID
	}
	s.follow = ""
	before := s.list
	s.list, s.err = msg.listing, nil
	s.reading = s.list.partial
	if msg.ready != nil {
		s.list.ready(*msg.ready)
	}
	if msg.version != 0 {
		s.env.version = max(s.env.version, msg.version) // changes of our own since are put on top
	}
	s.keepFrom(before)
	s.pane.forgetAll()
	s.cache.forget()
	show := s.arrange()
	s.mark(id)
	if s.list.partial {
		s.loading = s.env.request()
		return stay(show.cmd, s.env.after(drawTime, restMsg{request: s.loading}))
	}
	ready := show.cmd
	if msg.ready == nil {
		ready = tea.Batch(show.cmd, makeSearchable(s.env, s.list))
	}
	if s.welcomed || s.env.demo {
		return stay(ready)
	}
	s.welcomed = true
	if s.list.table.Len() == 0 {
		return push(newWelcome(s.env), ready)
	}
	if !s.env.settings.ProfileAsked() {
		s.env.say(s.env.keyFor(actSettings) + " says what you want from LinkedIn; the advice takes it into account")
	}
	return stay(ready)
}

// atFirst reports whether the person stands at the first of the newest rows. When
// the others come in, which may belong above it, that stays so.
func (s *inbox) atFirst() bool { return s.list.partial && s.cursors[s.tab].at == 0 }

// drawTime is what the newest rows get to be drawn in before the rest is read,
// which takes every core there is.
const drawTime = time.Second / framesPerSecond

// restMsg says that it is over.
type restMsg struct{ request uint64 }

// readRest reads what the first screen could do without: all rows, and what was
// being typed when the program was left.
func (s *inbox) readRest(msg restMsg) step {
	if msg.request != s.loading {
		return step{}
	}
	rows := loadRows(s.env, s.loading, s.sections)
	if s.env.demo {
		return stay(rows)
	}
	return stay(rows, s.env.loadTyped())
}

// tryToChange asks whether this is the only linkvet by now, where it only looks.
func (s *inbox) tryToChange() tea.Cmd {
	if !s.env.readOnly {
		return nil
	}
	s.claiming = s.env.request()
	return s.env.claim(s.claiming)
}

// claimed goes from looking to changing once no other linkvet has the store.
func (s *inbox) claimed(msg claimedMsg) step {
	if msg.request != s.claiming || !s.env.readOnly {
		return step{}
	}
	if !msg.ok {
		s.env.say("The other linkvet is still open")
		return step{}
	}
	s.env.readOnly = false
	s.env.options.Unwritable = nil
	s.env.say("You can change things again")
	return step{}
}

// unread takes the news that the rows cannot be read. A file that is damaged is
// none to go on with.
func (s *inbox) unread(err error) step {
	s.reading = false
	if s.list != nil && !s.list.partial {
		return step{}
	}
	if s.err = err; errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrNewer) {
		s.env.unusable = err
		return quit()
	}
	return step{}
}

// keepFrom takes over what the listing before knew and the new one cannot: what
// is selected, and changes that may be newer than what was read.
func (s *inbox) keepFrom(before *listing) {
	s.anchor = -1
	if before == nil {
		return
	}
	s.list.put(s.since...)
	if before.nPicked == 0 {
		return
	}
	picked := make(map[string]bool, before.nPicked)
	for _, id := range before.pickedIDs() {
		picked[id] = true
	}
	for i := range s.list.picked {
		s.list.pick(int32(i), picked[s.list.table.ID(i)])
	}
}
