package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

func inboxOf(d *driver) *inbox { return d.root.stack[0].screen.(*inbox) }

// names are the names the list shows, in order.
func names(d *driver) []string {
	s := inboxOf(d)
	var all []string
	for _, i := range s.shown() {
		all = append(all, s.list.rows[i].DisplayName())
	}
	return all
}

func TestSelectingAndTagging(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 120, 30, o)
	d.press("space", "j", "r")
	d.wants("3 selected")
	d.press("t")
	d.enter("work -bridges")
	d.press("enter")
	d.wants("Tagged 3 invitations: +work -bridges; z undoes", "#meetup #work")
	d.wantsNot("selected")
	if got := f.all["c3em"].Tags; !slices.Equal(got, []string{"work"}) {
		t.Errorf("tags %v", got)
	}
	d.press("/")
	d.enter("tag:work")
	d.wants("3 of 7")
	d.press("esc", "esc", "z")
	d.wants("Undone: tagged: +work -bridges")
	if got := f.all["c3em"].Tags; got != nil {
		t.Errorf("undone, and yet tags %v", got)
	}
	d.press("Z", "z", "z", "Z", "Z", "Z")
	d.wants("There is nothing to do again")
	if got := f.all["a1ka"].Tags; !slices.Equal(got, []string{"meetup", "work"}) {
		t.Errorf("tags after redo %v", got)
	}
	d.press("t")
	d.enter("mee")
	d.press("tab")
	d.wants("› meetup")
	d.press("esc", "t")
	d.wants("› meetup") // kept as a draft
}

func TestSelectionInEveryWay(t *testing.T) {
	d := newDriver(t, 100, 30, withLists())
	for _, c := range []struct {
		keys []string
		want int
	}{
		{[]string{"space"}, 1}, {[]string{"k", "space"}, 0}, {[]string{"shift+down", "shift+down"}, 3}, {[]string{"esc"}, 0},
		{[]string{"A"}, 7}, {[]string{"A"}, 0}, {[]string{"r", "G", "r"}, 4}, {[]string{"4"}, 0}, {[]string{"g", "space", "1"}, 0},
		{[]string{"G", "shift+up"}, 2},
	} {
		d.press(c.keys...)
		if got := inboxOf(d).list.nPicked; got != c.want {
			t.Fatalf("after %v %d are selected, not %d:\n%s", c.keys, got, c.want, d.shows())
		}
	}
	d.press("/")
	d.enter("recruiter")
	d.press("A")
	d.wants("recruiterA") // typed, not an action
	d.press("backspace", "enter", "A")
	d.wants("3 selected, 2 not shown", "1 of 7")
	d.press("esc")
	d.wantsNot("selected")
	d.wants("1 of 7")
}

// Ten or more ask first, with No marked; fewer do not.
func TestBigActionsAsk(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 100, 30, o)
	d.press("4", "A", "t")
	d.enter("all")
	d.press("enter")
	d.wants("Really?", "12 invitations")
	d.press("enter")
	if d.top() != "tagDialog" || len(f.calls) > 0 {
		t.Fatalf("enter was not No: on %s, %v", d.top(), f.calls)
	}
	d.press("enter", "y")
	d.wants("Tagged 12 invitations")
	if len(f.calls) != 12 {
		t.Errorf("changes %v", f.calls)
	}
	d.press("1", "A", "l")
	d.enter("tomorrow")
	d.press("enter")
	d.wants("Put off: 7 invitations", "Waiting 0", "Later 7")
	d.press("1")
	d.wants("Nobody is waiting")
	d.press("z")
	d.wants("Undone: postponed", "Waiting 7")
	d.press("1", "A", "d", "3")
	d.wants("For some of them the advice was another")
	d.enter("cleared out")
	d.press("enter")
	d.wants("Saved: 7 invitations, ignored", "Decided 9")
	if inv := f.all["a1ka"]; inv.Decision != store.Ignored || inv.Because != "cleared out" {
		t.Errorf("kept %+v", inv)
	}
	d.press("4", "A", "d")
	d.wants("decide on them apart")
	d.press("w", "y")
	d.wants("12 invitations wait again")
}

func TestDeletingAndUndoing(t *testing.T) {
	o := withLists()
	d := newDriver(t, 100, 30, o)
	d.press("x", "enter")
	d.wants("Waiting 7")
	d.press("space", "space", "x", "y")
	d.wants("Deleted: 2 invitations", "Waiting 5")
	d.press("z")
	d.wants("Undone", "Waiting 7", "Katarína")
	d.press("enter", "esc", "3", "enter", "x", "y")
	d.wants("Decided 1")
	if d.top() != "inbox" {
		t.Errorf("the details of a deleted one stay: %s", d.top())
	}
	d.press("ctrl+p")
	d.enter("undo")
	d.wants("Undo: deleted: 1")
	d.press("enter")
	d.wants("Decided 2")
}

func TestSorting(t *testing.T) {
	o := withLists()
	o.Settings.(*fakeSettings).keys = nil
	d := newDriver(t, 100, 30, o)
	d.press("4")
	byDate := names(d)
	for _, c := range []struct {
		by, first, last string
		note            string
	}{
		{"1", "Nia Ó Briain", "Katarína Žilinská", "by date ↑"},
		{"2", "Nia Ó Briain", "Katarína Žilinská", "by age ↓"},
		{"3", "Amara Okonkwo", "李小龍", "by name ↑"},
		{"3", "李小龍", "Amara Okonkwo", "by name ↓"},
		{"4", "ליאת בן־דוד", "Nia Ó Briain", "by recommendation ↑"},
		{"5", "Maximiliane-Theodora von und zu Hohenfels-Wittgenstein the Third", "Nia Ó Briain", "by last change ↓"},
	} {
		d.press("S", c.by)
		got := names(d)
		d.wants(c.note)
		if got[0] != c.first || got[len(got)-1] != c.last {
			t.Errorf("sorted %s: from %s to %s", c.note, got[0], got[len(got)-1])
		}
	}
	d.press("S", "1")
	if got := names(d); !slices.Equal(got, byDate) {
		t.Errorf("sorted by date again: %v, was %v", got, byDate)
	}
	d.press("2", "S")
	d.wants("Due day")
}

// Rows that compare equal keep the order of their dates, whichever way round.
func TestSortingIsStable(t *testing.T) {
	rows := manyRows(300)
	for i := range rows {
		rows[i].Name = []string{"B", "a", ""}[i%3]
	}
	l := newListing(rows, builtinSections())
	order := l.members(sectionAll, nil)
	for _, reverse := range []bool{false, true} {
		got := l.keysFor(sortName, order).sorted(order, reverse)
		for n := 1; n < len(got); n++ {
			if rows[got[n]].Name == rows[got[n-1]].Name && got[n] < got[n-1] {
				t.Fatalf("reverse %v: %d stands behind %d", reverse, got[n], got[n-1])
			}
		}
		if last := rows[got[299]]; last.Name != "" {
			t.Errorf("reverse %v: one without a name does not come last", reverse)
		}
	}
}

// A long list is sorted by a command; the list can be used meanwhile, and an
// order that is no longer wanted is dropped.
func TestLongListsAreSortedInTheBackground(t *testing.T) {
	d := newDriver(t, 100, 30, withPeople())
	s := inboxOf(d)
	s.loading = d.root.env.request()
	d.send(rowsLoadedMsg{request: s.loading, listing: newListing(manyRows(sortAtOnce*2), s.sections)})
	d.press("4")
	slow := s.sortAs(sorting{by: sortName, reverse: true})
	d.wants("sorting by name…")
	d.press("j", "S", "5")
	d.wants("by last change ↓")
	d.run(slow.cmd)
	d.wants("by last change ↓")
	d.press("S", "3")
	d.wants("by name ↑")
	if got := names(d); got[0] != "Žofia Person 0" || got[1] != "Žofia Person 1" {
		t.Errorf("sorted %v…", got[:3])
	}
}

func TestNextMatch(t *testing.T) {
	o := withLists()
	d := newDriver(t, 100, 30, o)
	d.press("n")
	d.wantsNot("searched") // not offered before there was a filter
	d.press("4", "/")
	d.enter("is:decided")
	d.press("esc", "esc", "N")
	selected := func() string {
		row, _ := inboxOf(d).selected()
		return row.ID
	}
	d.wants("Round to the other end")
	if selected() != "i9de" {
		t.Errorf("N went to %s", selected())
	}
	d.press("n")
	if selected() != "h8de" {
		t.Errorf("n went to %s", selected())
	}
	d.press("n", "n", "N")
	if selected() != "i9de" {
		t.Errorf("N went to %s", selected())
	}
	d.press("esc", "1", "n")
	d.wants("Nothing here matches")
}

func TestMatchesAreUnderlined(t *testing.T) {
	st := newStyles(ThemeMono, backgroundUnknown)
	for _, c := range []struct{ text, words, want string }{
		{"Katarína Žilinská", "zil", "Katarína <Žil>inská"},
		{"Ana Banana", "ana", "<Ana> B<ana>na"},
		{"Straße 1", "ss", "Stra<ß>e 1"},
		{"李小龍", "小", "李<小>龍"},
		{"nothing", "x", "nothing"},
		{"a\u0301b", "a", "<a\u0301>b"},
	} {
		got := strings.NewReplacer(st.Match.open, "<", st.Match.close, ">").Replace(st.highlight(c.text, []string{c.words}))
		if got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.words, c.text, got, c.want)
		}
	}
}

func TestAFilterBecomesAList(t *testing.T) {
	o := withLists()
	settings := o.Settings.(*fakeSettings)
	d := newDriver(t, 100, 30, o)
	d.press("/")
	d.enter("has:note is:waiting")
	d.press("ctrl+o", "ctrl+o")
	d.wants("It needs a name")
	d.enter("Waiting")
	d.press("ctrl+o")
	d.wants("Waiting is a list that linkvet has already")
	d.enter(" with a note")
	d.press("ctrl+o")
	d.wants("Saved the list", "Waiting with a note 3")
	if want := (Section{"Waiting with a note", "has:note is:waiting"}); settings.sections[2] != want {
		t.Errorf("saved %v", settings.sections)
	}
	d.press("esc", "esc", "7")
	d.wants("Katarína", "李小龍")
	d.wantsNot("Recruiter at") // only those three
	d.press("d", "1")
	d.wants("Waiting with a note 2")
	d.press("s", "j", "j", "j", "j", "enter", "G", "K", "x", "enter")
	if len(settings.sections) != 3 || settings.sections[1].Name != "Waiting with a note" {
		t.Errorf("moved: %v", settings.sections)
	}
	d.press("x", "y", "enter")
	d.wants("Change the list", "No note")
	d.press("esc", "g", "enter", "tab")
	d.enter(" is:lost")
	d.press("ctrl+o")
	d.wants("Status:lost (allowed:")
	for range " is:lost" {
		d.press("backspace")
	}
	d.press("ctrl+o", "esc", "esc")
	d.wants("Recruiters 1")
}

// What was put off comes back on its day with a mark, and stands first among
// what is put off.
func TestDueOnesComeBack(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 100, 30, Options{Storage: f})
	d.press("l")
	d.enter("2026-12-03")
	d.press("enter", "2")
	if got := names(d); !slices.Equal(got, []string{"Pavol Orsula", "Katarína Žilinská"}) {
		t.Errorf("put off: %v", got)
	}
	d.wants("by due day ↑")
	d.now = d.now.AddDate(0, 0, 20)
	f.now = d.now
	d.press("ctrl+l", "1")
	d.wants("Waiting 7", "»", "due")
	d.press("G")
	d.wants("» Due: you put it off until 2 Dec")
	d.press("2")
	if got := names(d); len(got) != 2 {
		t.Errorf("put off: %v", got)
	}
}

func TestEditing(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 100, 40, o)
	d.press("e")
	d.enter(" Sent them.")
	d.press("tab")
	d.enter(", PhD")
	d.press("esc")
	d.wants("Kept as a draft")
	d.press("e")
	d.wants("Sent them.", "Žilinská, PhD")
	d.press("shift+tab", "shift+tab")
	d.enter("x")
	d.press("ctrl+o")
	d.wants("Write 2026-11-01")
	d.press("backspace", "ctrl+o")
	d.wants("Saved: Katarína Žilinská, PhD", "Sent them.")
	if inv := f.all["a1ka"]; inv.PersonNote != "Met at the meetup; owes me slides. Sent them." || !inv.SentAt.Equal(testNow().AddDate(0, 0, -1)) {
		t.Errorf("kept %q, sent %v", inv.PersonNote, inv.SentAt)
	}
	d.press("e", "ctrl+o")
	if d.top() != "inbox" {
		t.Error("saving nothing stays in the form")
	}
}

func TestCopying(t *testing.T) {
	var copied []string
	o := withLists()
	o.Copy = func(text string) error { copied = append(copied, text); return nil }
	d := newDriver(t, 100, 30, o)
	d.press("y", "1", "y", "j", "enter", "j", "j", "j", "y")
	d.wants("Draft")
	d.press("G", "enter", "enter", "y", "1")
	if len(copied) < 3 || copied[0] != "Katarína Žilinská" || copied[1] != "https://www.linkedin.com/in/katarina-zilinska-example" {
		t.Errorf("copied %q", copied)
	}
	d.wants("Copied")
}

func TestExporting(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 100, 30, o)
	d.press("space", "j", "space", "E")
	d.wants("Write 2 invitations")
	for range len("~/invitations-2026-11-20.csv") {
		d.press("backspace")
	}
	d.enter("there.csv")
	d.press("enter")
	d.wants("Replace it?")
	d.now = d.now.Add(graceTime)
	d.press("enter")
	if len(f.calls) > 0 {
		t.Fatalf("No replaced it: %v", f.calls)
	}
	d.press("enter")
	d.now = d.now.Add(graceTime) // the question opened by itself
	d.press("y")
	d.wants("Wrote 2 invitations to there.csv")
	if want := []string{"exported there.csv [a1ka c3em]"}; !slices.Equal(f.calls, want) {
		t.Errorf("%v, want %v", f.calls, want)
	}
	f.failing = errTest
	d.press("esc", "E", "enter")
	d.wants("No space left on the disk", "Write 7 invitations")
}

func TestThePreview(t *testing.T) {
	o := withLists()
	d := newDriver(t, 100, 30, o)
	d.wants("Your note", "Met at the meetup")
	d.press("P")
	d.wants("────────", "Not vetted yet")
	d.press("p")
	d.wantsNot("Not vetted yet")
	d.press("p", "P")
	for range 4 {
		d.press("J")
	}
	d.wantsNot("Data engineer at Nordwind Instruments │")
	d.press("K", "K", "K", "K", "K", "j")
	d.wants("量子計算工程師")
	d = newDriver(t, 80, 20, o)
	d.wantsNot("Not vetted yet")
	d.press("p")
	d.wants("Katarína Žilinská\n", "more lines: J scrolls")
	d.resize(80, 11)
	d.press("p")
	d.wants("needs a larger window")
}

// A key held down does not pile up reads of what it passes.
func TestThePreviewReadsOneAtATime(t *testing.T) {
	d := newDriver(t, 120, 40, withLists())
	s := inboxOf(d)
	s.pane.forgetAll()
	first := s.Update(actionMsg{id: actDown})
	if s.pane.request == 0 {
		t.Fatal("nothing is read")
	}
	for range 3 {
		if again := s.Update(actionMsg{id: actDown}); again.cmd != nil {
			t.Fatal("a second read while the first is on its way")
		}
	}
	d.run(first.cmd)
	row, _ := s.selected()
	if s.pane.known[row.ID] == nil {
		t.Error("what is marked now is not read")
	}
}

func TestTheMouse(t *testing.T) {
	d := newDriver(t, 100, 30, withLists())
	click := func(x, y int) { d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(10, 7)
	if row, _ := inboxOf(d).selected(); row.ID != "c3em" {
		t.Errorf("the click marked %s", row.ID)
	}
	click(18, 2)
	d.wants("by due day")
	click(4, 2)
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if got := inboxOf(d).cursors[sectionWaiting].at; got != 5 {
		t.Errorf("the wheel went to %d", got)
	}
	click(10, 5)
	click(10, 5)
	if d.top() != "questionnaire" {
		t.Errorf("a second click opened %s", d.top())
	}
	d.press("esc", "?")
	click(30, 10)
	if d.top() == "menu" {
		t.Error("a click in the menu does nothing")
	}
}

// Another program's changes are noticed, but nothing moves until asked.
func TestAnotherProgramsChanges(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 100, 30, o)
	d.press("d", "1")
	d.send(tea.FocusMsg{})
	d.wantsNot("Another linkvet")
	if _, err := f.Decide("b2li", store.Ignored, ""); err != nil {
		t.Fatal(err)
	}
	d.press("j")
	d.wantsNot("Another linkvet")
	d.now = d.now.Add(lookEvery + time.Second)
	d.press("j")
	d.wants("Another linkvet has changed something; ctrl+l shows it", "Decided 3")
	d.press("ctrl+l")
	d.wants("Decided 4")
}

// Reading the rows again never takes the filter away meanwhile, so that what is
// selected is what is seen; and a change made meanwhile is not lost.
func TestRefreshingKeepsTheFilter(t *testing.T) {
	people := somePeople()
	d := newDriver(t, 100, 30, Options{Storage: newFakeStorage(people...)})
	d.press("4", "/")
	d.enter("is:decided")
	d.press("enter")
	s := inboxOf(d)
	refresh := s.Init()
	loaded := refresh()
	people[0].Decision = store.Ignored
	d.send(invitationSavedMsg{invitation: people[0]})
	d.press("A")
	d.wants("2 selected", "2 of 12")
	d.send(loaded)
	d.wants("2 selected", "3 of 12", "Decided 3")
}

// The newest rows are there before the rest, and what happens to them meanwhile
// is not lost.
func TestTheFirstPageComesFirst(t *testing.T) {
	people := somePeople()
	f := newFakeStorage(people...)
	d := newDriver(t, 100, 30, Options{Storage: f})
	s := inboxOf(d)
	rows, err := f.Newest(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	first := newListing(rows, s.sections)
	first.partial = true
	s.list, s.loading = nil, d.root.env.request()
	rest := s.loaded(rowsLoadedMsg{request: s.loading, listing: first})
	d.wants("Katarína", "李小龍")
	d.wantsNot("Waiting 2") // nobody knows yet how many there are
	people[0].Decision = store.Accepted
	s.saved(people[0])
	d.press("j")
	d.run(rest.cmd)
	d.wants("Waiting 5")
	if row, _ := s.selected(); row.ID != "b2li" {
		t.Errorf("the cursor is on %s", row.ID)
	}
}

// A match far back in a note is what the list shows of the note.
func TestTheListShowsWhereTheMatchIs(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for _, c := range []struct {
		row  store.Row
		want string
	}{
		{store.Row{Note: "Hello Bridge", Headline: "x"}, "Hello Bridge"},
		{store.Row{Note: long + "the Brídges\nof Lyon"}, "…d the Brídges of Lyon"},
		{store.Row{Note: "Hello", Headline: "Bridges", Tags: []string{"x"}}, "Bridges"},
		{store.Row{Note: "Hello", Tags: []string{"x"}}, "#x Hello"},
	} {
		if got := gist(&c.row, 20, []string{"bridge"}); got != c.want {
			t.Errorf("%.20q…: %q, want %q", c.row.Note, got, c.want)
		}
	}
}
