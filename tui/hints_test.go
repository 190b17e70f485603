package tui

import (
	"testing"

	"linkvet/advisor/notes"
	"linkvet/advisor/profiles"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// TestHintsStandOnTheirRow: what archives, address books and a profile tell
// without an answer is shown with the question that it helps with, and only there.
func TestHintsStandOnTheirRow(t *testing.T) {
	o := frametest.WithPeople()
	f := o.Storage.(*frametest.FakeStorage)
	inv := f.All["a1ka"]
	inv.Facts.Book, inv.Facts.Followed, inv.Facts.NameOnly = 2, notes.Undated, true
	inv.Profile = &profiles.Profile{Hints: []profiles.Hint{{Question: "role", Text: "Fernwick Logistics. They: 2015 to 2020. You: 2014 to 2021."}}}
	f.All["a1ka"] = inv
	d := newDriver(t, 100, 30, o)
	d.Open(screen.QuestionsPage{ID: "a1ka"})
	d.Wants("Your address book has 2 people of this name", "You follow somebody of this name on LinkedIn.")
	d.WantsNot("Fernwick Logistics")
	d.Press("4")
	d.Wants("Fernwick Logistics. They: 2015 to 2020")
	d.WantsNot("Your address book")
}
