package tui

import (
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store"
)

// withLists is a program with lists, tags, notes, suggestions and something due.
func withLists() Options {
	people := somePeople()
	people[0].Tags = []string{"bridges", "meetup"}
	people[0].PersonNote = "Met at the meetup; owes me slides."
	people[4].Facts = advisor.Facts{Namesake: "https://www.linkedin.com/in/other-example", NamesakeName: "Anna Recruiter", TimesSent: 4, Messages: 2, LastMessage: "2026-03-01"}
	people[4].Name = "Anna Recruiter"
	people[6].LaterUntil = testNow().AddDate(0, 0, -1)
	people[5].ChangedAt = testNow().Add(-time.Hour)
	settings := &fakeSettings{asked: true, theme: ThemeDark, keys: map[string][]string{"sort": {"f5"}}, sections: []Section{{"Recruiters", "recruiter"}, {"No note", "!has:note is:waiting"}}}
	return Options{Storage: newFakeStorage(people...), Settings: settings}
}

// withChanged has somebody at the top who was put off until the summer and has
// invited again since.
func withChanged() Options {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	inv := f.all["a1ka"]
	inv.LaterUntil, inv.Resurfaced = testNow().AddDate(0, 2, 0), true
	f.all["a1ka"] = inv
	return o
}

func withTaken() Options {
	o := withLists()
	o.Taken, o.Claim = true, func() (bool, error) { return false, nil }
	return o
}

func inboxShows() []show {
	return []show{
		{name: "inbox-changed", options: withChanged},
		{name: "inbox-selected", options: withLists, keys: []string{"space", "space", "j"}},
		{name: "inbox-own-list", options: withLists, keys: []string{"5"}},
		{name: "inbox-later-due", options: withLists, keys: []string{"2"}},
		{name: "inbox-sorted", options: withLists, keys: []string{"4", "f5", "3"}},
		{name: "inbox-match", options: withLists, keys: []string{"4", "/"}, text: "an", then: []string{"esc", "n", "n"}},
		{name: "inbox-clone", options: withLists, keys: []string{"j", "j", "j", "j", "P", "P", "J"}},
		{name: "inbox-no-such-field", options: withLists, keys: []string{"/"}, text: "city:oslo"},
		{name: "inbox-preview-off", options: withLists, keys: []string{"p"}},
		{name: "sort", options: withLists, keys: []string{"f5"}},
		{name: "tags", options: withLists, keys: []string{"space", "space", "t"}, text: "old -me"},
		{name: "edit", options: withLists, keys: []string{"e"}, text: "Hello. "},
		{name: "copy", options: withLists, keys: []string{"y"}},
		{name: "export", options: withLists, keys: []string{"A", "E"}},
		{name: "delete", options: withLists, keys: []string{"x"}},
		{name: "decide-many", options: withLists, keys: []string{"A", "d"}},
		{name: "save-list", options: withLists, keys: []string{"/"}, text: "recruiter is:waiting", then: []string{"ctrl+o"}},
		{name: "settings", options: withLists, keys: []string{"s", "j"}},
		{name: "settings-keys", options: withLists, keys: []string{"s", "j", "j", "j", "enter"}, text: "sort", then: []string{"enter"}},
		{name: "settings-lists", options: withLists, keys: []string{"s", "j", "j", "j", "j", "enter"}},
		{name: "settings-no-lists", options: withPeople, keys: []string{"s", "j", "j", "j", "j", "enter"}},
		{name: "taken", options: withTaken},
		{name: "taken-looking", options: withTaken, keys: []string{"l"}},
	}
}

// While another copy is open, nothing that changes the store is offered, and
// what gets through all the same is refused.
func TestOnlyLooking(t *testing.T) {
	o := withTaken()
	tries := 0
	o.Claim = func() (bool, error) {
		tries++
		return tries > 1, nil
	}
	d := newDriver(t, 100, 30, o)
	d.wants("Another linkvet has your invitations open")
	d.press("t")
	d.wants("still open")
	d.press("l")
	d.wants("only looking", "Katarína")
	d.press("d", "x", "t", "l", "e", "a", "i", "z", "s", "enter")
	if d.top() != "detail" {
		t.Errorf("enter on a waiting one opens %s", d.top())
	}
	for _, id := range d.root.env.offered(d.root.top()) {
		if d.root.env.keys.changing[id] {
			t.Errorf("%s is offered", id)
		}
	}
	d.run(d.root.env.saveDecision(1, "a1ka", store.Accepted, ""))
	d.wants("nothing can be changed")
	if calls := o.Storage.(*fakeStorage).calls; len(calls) > 0 {
		t.Errorf("changed: %v", calls)
	}
	d.press("esc", "d")
	d.wants("Only looking, as another linkvet is open; R tries again")
	d.press("R", "d")
	d.wants("What did you do?")
	d.wantsNot("only looking")
	d = newDriver(t, 100, 30, o)
	d.press("2")
	d.wants("Katarína")
	d.wantsNot("only looking")
}
