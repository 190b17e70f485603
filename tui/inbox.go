package tui

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// inbox lists the invitations: who waits, who was put off, who is decided, and
// all. It is the first screen and stays below all others.
type inbox struct {
	env     *env
	list    *listing // nil until the rows are read
	loading uint64
	err     error // why they could not be read

	tab       tab
	cursor    [tabCount]cursor
	hits      []int32 // rows the filter leaves of the tab; nil without a filter
	filter    input
	typing    bool   // the filter has the keys
	applied   string // the filter the hits are for
	filterErr error  // why what is typed is no filter

	follow   string // put the cursor on this one when the rows are read again
	preview  bool   // shown where there is room
	welcomed bool   // the first-run screen or the profile form was offered
}

func newInbox(e *env) *inbox {
	return &inbox{env: e, filter: newInput("words, or is:later rec:decline"), preview: true}
}

// Init reads the rows.
func (s *inbox) Init() tea.Cmd {
	s.loading = s.env.request()
	return s.env.loadRows(s.loading)
}

// Title names the list.
func (s *inbox) Title() string { return "Inbox" }

// InText is true while a filter is typed.
func (s *inbox) InText() bool { return s.typing }

// Headline says how many wait.
func (s *inbox) Headline() string {
	if s.list == nil || len(s.list.rows) == 0 {
		return ""
	}
	return thousands(s.list.counts[tabWaiting]) + " waiting"
}

// Actions are those of the list, and of the marked invitation if there is one.
func (s *inbox) Actions() []actionID {
	if s.typing {
		return []actionID{actOpen, actClearFilter, actLineDown, actLineUp, actPageDown, actPageUp, actNextTab, actPrevTab}
	}
	var acts []actionID
	if row, ok := s.selected(); ok {
		acts = append(acts, actOpen)
		if row.Status != store.StatusDecided {
			acts = append(acts, actVet)
		}
		acts = append(acts, actDecide)
		if row.Status == store.StatusWaiting || row.Status == store.StatusLater {
			acts = append(acts, actLater)
		}
		acts = append(acts, s.rarer(row)...)
	} else {
		acts = append(acts, actImport, actAdd)
	}
	if s.applied != "" {
		acts = append(acts, actClearFilter)
	}
	acts = append(acts, s.vettingActions()...)
	acts = append(acts, actFilter, actNextTab, actPrevTab, actTab, actImport, actAdd, actSettings, actPreview)
	if s.env.options.OpenDemo != nil && !s.env.demo {
		acts = append(acts, actDemo)
	}
	if s.env.demo && !s.env.options.Demo {
		acts = append(acts, actBack) // to the person's own
	}
	return append(append(acts, actQuit, actReload), listActions()...)
}

// rarer are the actions on one invitation that not every one allows.
func (s *inbox) rarer(row store.Row) []actionID {
	var acts []actionID
	if row.Status == store.StatusDecided || row.Status == store.StatusLater {
		acts = append(acts, actReopen)
	}
	if row.URL != "" {
		acts = append(acts, actProfile)
	}
	return acts
}

// Update takes actions, filter keys and what was read or saved.
func (s *inbox) Update(msg tea.Msg) step {
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
		s.settle()
	case rowsLoadedMsg:
		return s.loaded(msg)
	case failedMsg:
		if msg.request == s.loading && s.list == nil {
			s.err = msg.err
		}
	case searcherMsg:
		if msg.listing == s.list {
			s.list.ready(msg.searcher)
			s.narrow()
		}
	case invitationSavedMsg:
		return s.saved(msg)
	case decidedMsg, postponedMsg:
		s.cursor[s.tab].move(actDown, len(s.shown()), s.pageRows())
	case importedMsg, profileSavedMsg:
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
	id := ""
	if row, ok := s.selected(); ok {
		id = row.ID
	}
	if s.follow != "" {
		id, s.follow = s.follow, ""
	}
	s.list, s.err = newListing(msg.rows), nil
	s.hits = nil
	s.narrow()
	s.mark(id)
	prepare := s.env.makeSearcher(s.list)
	if s.welcomed || s.env.demo {
		return stay(prepare)
	}
	s.welcomed = true
	if len(msg.rows) == 0 {
		return push(newWelcome(s.env), prepare)
	}
	if !s.env.settings.ProfileAsked() {
		s.env.say("s says what you want from LinkedIn; the advice takes it into account")
	}
	return stay(prepare)
}

// saved shows a change where the row stands, and reads all again when the row
// is new.
func (s *inbox) saved(msg invitationSavedMsg) step {
	if s.list == nil {
		return step{}
	}
	if s.list.put(msg.invitation.Row(s.env.now())) {
		return step{}
	}
	s.follow = msg.invitation.ID
	return stay(s.Init())
}

// act does what the person asks for.
func (s *inbox) act(msg actionMsg) step {
	if s.cursor[s.tab].move(msg.id, len(s.shown()), s.pageRows()) {
		return step{}
	}
	switch msg.id {
	case actQuit:
		return quit()
	case actBack:
		return back()
	case actFilter:
		s.typing = true
	case actClearFilter:
		s.clearFilter()
	case actNextTab:
		s.show((s.tab + 1) % tabCount)
	case actPrevTab:
		s.show((s.tab + tabCount - 1) % tabCount)
	case actTab:
		if n := digitIndex(msg.key); n >= 0 && n < int(tabCount) {
			s.show(tab(n))
		}
	case actPreview:
		s.preview = !s.preview
		if !s.previewFits() {
			s.env.say("The preview needs a window of at least 100 columns")
		}
	case actReload:
		return stay(s.Init())
	case actVetAll:
		return push(newSession(s.env))
	case actResume:
		return push(newQuestionnaire(s.env, s.env.resume.id))
	case actImport:
		return push(newImport(s.env, ""))
	case actAdd:
		return push(newAdd(s.env))
	case actSettings:
		return push(newProfile(s.env, false))
	case actDemo:
		return stay(s.env.openDemo())
	default:
		return s.actOn(msg.id)
	}
	return step{}
}

// actOn does what the person asks for with the marked invitation.
func (s *inbox) actOn(id actionID) step {
	row, ok := s.selected()
	if !ok {
		return step{}
	}
	switch id {
	case actOpen:
		s.typing = false
		if row.Status == store.StatusWaiting {
			return push(newQuestionnaire(s.env, row.ID))
		}
		return push(newDetail(s.env, row.ID))
	case actVet:
		return push(newQuestionnaire(s.env, row.ID))
	case actDecide:
		return push(newDecideDialog(s.env, row))
	case actLater:
		return push(newLaterDialog(s.env, row))
	case actReopen:
		s.env.say(nameOr(row.Name) + " waits again")
		return stay(s.env.saveReopened(s.env.request(), row.ID))
	case actProfile:
		return push(newConfirmOpen(s.env, row.URL))
	}
	return step{}
}

// show switches to a tab and lets rows handled meanwhile move to where they
// belong now.
func (s *inbox) show(t tab) {
	if s.list == nil {
		return
	}
	s.tab = t
	s.list.sortIn()
	s.applied, s.hits = "", nil
	s.narrow()
}

// shown is what the tab shows now.
func (s *inbox) shown() []int32 {
	switch {
	case s.list == nil:
		return nil
	case s.hits != nil:
		return s.hits
	case s.applied != "":
		return []int32{}
	}
	return s.list.onTab[s.tab]
}

// selected is the marked row.
func (s *inbox) selected() (store.Row, bool) {
	shown := s.shown()
	if at := s.cursor[s.tab].at; at < len(shown) {
		return s.list.rows[shown[at]], true
	}
	return store.Row{}, false
}

// mark puts the cursor on an invitation, if it is shown.
func (s *inbox) mark(id string) {
	for at, i := range s.shown() {
		if s.list.rows[i].ID == id {
			s.cursor[s.tab].at = at
		}
	}
	s.settle()
}

// settle keeps the cursor inside the list and the window.
func (s *inbox) settle() { s.cursor[s.tab].settle(len(s.shown()), s.pageRows()) }

func (s *inbox) wheel(msg tea.MouseWheelMsg) {
	id := actDown
	if msg.Button == tea.MouseWheelUp {
		id = actUp
	}
	for range 3 {
		s.cursor[s.tab].move(id, len(s.shown()), s.pageRows())
	}
}
