package inbox

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/fault"
	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/lists"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// inbox lists the invitations: who waits, who was put off, who is decided, all,
// and the person's own lists. It is the first screen and stays below all others.
type inbox struct {
	env      *screen.Env
	lists    []lists.Tab
	own      []screen.OwnList // the person's own among them, as last read
	listing  *listing         // nil until rows are read
	loading  uint64
	claiming uint64       // the try to be the only one who changes the store
	months   []int        // how many came in each of the last months
	reading  bool         // rows are on their way
	since    []record.Row // what was changed meanwhile
	err      error        // why they could not be read

	chosen  int
	cursors []widget.Cursor
	sorts   []lists.Order
	order   []int32  // the rows of the tab, as sorted; handled ones stay until it is rebuilt
	has     contents // of these rows
	sortJob uint64   // the sorting under way; 0 for none
	hits    []int32  // those the filter leaves; unused without one

	filter    widget.Input
	typing    bool   // the filter has the keys
	applied   string // the filter that hits are for; "" for none
	query     list.Query
	filterErr error  // why what is typed is not a filter
	sought    string // the filter as it was last, for n and N
	showing   bool   // matches of what was sought are marked without a filter
	anchor    int    // where the selection was last changed, in what is shown; -1 for nowhere

	wentOn   bool              // a key came since undo or redo was asked for
	early    *screen.ActionMsg // waits for rows that are not there yet
	pane     pane
	follow   string // put the cursor on this one when the rows are read again
	welcomed bool   // the first-run screen or the profile form was offered
	cache    *rowCache
}

// firstPage is how many rows are read before the rest: enough for any screen.
const firstPage = 150

func New(e *screen.Env) *inbox {
	s := &inbox{env: e, filter: widget.NewSearch("words, or is:later rec:decline"), anchor: -1, cache: &rowCache{}, pane: pane{shown: true}}
	s.readLists()
	return s
}

// readLists takes over the lists of the person's own.
func (s *inbox) readLists() {
	s.own = slices.Clone(s.env.Settings.Lists())
	s.lists = lists.Of(s.own, s.env.Now().Location())
	s.cursors = make([]widget.Cursor, len(s.lists))
	s.sorts = make([]lists.Order, len(s.lists))
	for t := range s.lists {
		s.sorts[t] = s.preferredSorting(t)
	}
	s.chosen = min(s.chosen, len(s.lists)-1)
}

// Init reads the rows: the newest first where nothing is shown yet.
func (s *inbox) Init() tea.Cmd {
	s.loading, s.reading, s.since = s.env.Request(), true, nil
	if s.listing == nil {
		return loadNewest(s.env, s.loading, firstPage, s.lists)
	}
	return reloadRows(s.env, s.loading, s.lists)
}

// Title names the list.
func (s *inbox) Title() string { return "Inbox" }

// InText is true while a filter is typed.
func (s *inbox) InText() bool { return s.typing }

// Subtitle says when they came, where there is room, and how many wait.
func (s *inbox) Subtitle() string {
	if s.listing == nil || s.listing.partial || s.listing.table.Len() == 0 {
		return ""
	}
	return s.monthsNote() + quantity.Text("%d waiting", s.listing.counts[lists.Waiting])
}

// Update takes actions, filter keys and what was read or saved.
func (s *inbox) Update(msg tea.Msg) screen.Step {
	next := s.catchUp(s.handle(msg))
	next.Cmd = tea.Batch(next.Cmd, s.fetchHistories())
	return next
}

func (s *inbox) handle(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return s.act(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if pasted, ok := msg.(tea.PasteMsg); ok && !s.typing {
			if rows := s.targets(); len(rows) == 1 {
				return s.env.OpenPasted(rows[0].ID, pasted.Content)
			}
		}
		if s.typing && s.filter.Update(s.env, msg) {
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
	case screen.ClaimedMsg:
		return s.claimed(msg)
	case searchableMsg:
		if msg.listing == s.listing {
			s.listing.ready(msg.searchable)
			return s.rearranged()
		}
	case sortedMsg:
		if msg.request == s.sortJob {
			s.sortJob = 0
			s.setOrder(msg.order)
		}
	case screen.HistoriesMsg:
		s.pane.take(msg)
	case screen.FailedMsg:
		if msg.Request == s.loading {
			return s.unread(msg.Err)
		}
	case screen.InvitationSavedMsg:
		return s.saved(msg.Invitation)
	case screen.InvitationsSavedMsg:
		return s.savedMany(msg)
	case dialog.DecidedMsg, dialog.PostponedMsg:
		s.handled(msg)
	case widget.ConfirmedMsg:
		return msg.Step()
	case passDoneMsg:
		return s.passDone()
	case sortChosenMsg:
		return s.sortAs(msg.sorting)
	case screen.ListsSavedMsg:
		return s.listsChanged()
	case screen.TextsLoadedMsg:
		return s.takePreferences()
	case dialog.ListKeptMsg:
		return s.toNewList(msg)
	case screen.ImportedMsg, screen.ProfileSavedMsg, screen.StoreChangedMsg:
		return screen.Stay(s.Init())
	case screen.RulesFollowedMsg:
		return s.followed(msg)
	}
	return screen.Step{}
}

// followed says once what a newer version of the rules changed.
func (s *inbox) followed(msg screen.RulesFollowedMsg) screen.Step {
	if msg.Different == 0 {
		return screen.Step{}
	}
	s.env.Say(quantity.Text("%s; press %s to see which", words.RulesChanged(msg.Different, msg.Own), s.env.KeyFor(keys.Revised)))
	return screen.Stay(s.Init())
}

// loaded takes newly read rows. The first time, it leads a newcomer on.
func (s *inbox) loaded(msg rowsLoadedMsg) screen.Step {
	if msg.request != s.loading {
		return screen.Step{}
	}
	id := s.follow
	if row, ok := s.selected(); ok && id == "" && !s.atFirst() {
		id = row.ID
	}
	s.follow = ""
	before := s.listing
	s.listing, s.err = msg.listing, nil
	if s.reading = s.listing.partial; !s.reading {
		s.months = receivedByMonth(s.listing.table, s.env.Now())
	}
	if msg.ready != nil {
		s.listing.ready(*msg.ready)
	}
	if msg.version != 0 {
		s.env.HasRead(msg.version) // changes of our own since are put on top
	}
	s.keepFrom(before)
	s.pane.forgetAll()
	s.cache.forget()
	show := s.arrange()
	s.mark(id)
	if s.listing.partial {
		s.loading = s.env.Request()
		return screen.Stay(show.Cmd, s.env.After(drawTime, restMsg{request: s.loading}))
	}
	ready := show.Cmd
	if msg.ready == nil {
		ready = tea.Batch(show.Cmd, makeSearchable(s.env, s.listing))
	}
	if s.welcomed || s.env.Demo() {
		return screen.Stay(ready)
	}
	s.welcomed = true
	if s.listing.table.Len() == 0 {
		return screen.Push(newWelcome(s.env), ready)
	}
	if !s.env.ReadOnly() {
		ready = tea.Batch(ready, s.env.FollowRules())
	}
	if !s.env.Settings.ProfileAsked() {
		s.env.Say(s.env.KeyFor(keys.Settings) + " says what you want from LinkedIn; the advice takes it into account")
	}
	return screen.Stay(ready)
}

// atFirst reports whether the cursor is on the first of the newest rows. It stays
// on the first row when the others come in, even if some belong above it.
func (s *inbox) atFirst() bool { return s.listing.partial && s.cursors[s.chosen].At == 0 }

// drawTime is how long the newest rows have to be drawn before the rest is read,
// which takes every core there is.
const drawTime = 3 * time.Second / 2 / screen.FramesPerSecond

// restMsg says that it is over.
type restMsg struct{ request uint64 }

// readRest reads what the first screen does not need: all rows, what was being
// typed when the program was left, and what advice takes.
func (s *inbox) readRest(msg restMsg) screen.Step {
	if msg.request != s.loading {
		return screen.Step{}
	}
	rows := loadRows(s.env, s.loading, s.lists)
	if s.env.Demo() {
		return screen.Stay(rows, s.env.Rest)
	}
	return screen.Stay(rows, s.env.LoadTexts(), s.env.Rest)
}

// tryToChange asks, if this linkvet only looks, whether the other one is closed.
func (s *inbox) tryToChange() tea.Cmd {
	if !s.env.ReadOnly() {
		return nil
	}
	s.claiming = s.env.Request()
	return s.env.Claim(s.claiming)
}

// claimed lets the person change things once no other linkvet has the store.
func (s *inbox) claimed(msg screen.ClaimedMsg) screen.Step {
	if msg.Request != s.claiming || !s.env.ReadOnly() {
		return screen.Step{}
	}
	if !msg.Ok {
		s.env.Say("The other linkvet is still open")
		return screen.Step{}
	}
	s.env.MayChange()
	s.env.Say("You can change things again")
	return screen.Step{}
}

// unread is called when the rows cannot be read. With a damaged file the program
// cannot go on.
func (s *inbox) unread(err error) screen.Step {
	s.reading = false
	if s.listing != nil && !s.listing.partial {
		return screen.Step{}
	}
	if s.err = err; errors.Is(err, fault.ErrDamaged) || errors.Is(err, fault.ErrNewer) {
		s.env.GiveUp(err)
		return screen.Quit()
	}
	return screen.Step{}
}

// keepFrom takes over what the new listing cannot know: what is selected, and
// changes that may be newer than what was read.
func (s *inbox) keepFrom(before *listing) {
	s.anchor = -1
	if before == nil {
		return
	}
	s.listing.put(s.since...)
	if before.nPicked == 0 {
		return
	}
	picked := make(map[string]bool, before.nPicked)
	for _, id := range before.pickedIDs() {
		picked[id] = true
	}
	for i := range s.listing.picked {
		s.listing.pick(int32(i), picked[s.listing.table.ID(i)])
	}
}
