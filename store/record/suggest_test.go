package record

import (
	"slices"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/advisor/notes"
)

// The mark in the list is there whenever something is suggested that is worth a
// look, whatever else is known and answered.
func TestMarkIsThereForWhatIsSuggested(t *testing.T) {
	both := map[bool]int{}
	for _, note := range []string{"", "Hi, we met at the fair in Lyon.", "Invest in crypto now, write me on WhatsApp +44 7700 900123", "Hello"} {
		for _, doubts := range [][]string{nil, {"it was not sent by LinkedIn"}} {
			for _, facts := range []notes.Facts{{}, {NoteKnown: true}, {NoteKnown: true, MessagesKnown: true}, {Namesake: "https://www.linkedin.com/in/ada", NamesakeName: "Ada"}} {
				for _, answers := range []advisor.Answers{nil, {"impostor": {"no"}}, {"impostor": {"unknown"}, "claimed_tie": {"unknown"}}, {"impostor": {"no"}, "bad_link_or_file": {"no"}, "claimed_tie": {"true"}}} {
					inv := Invitation{Direction: Incoming, Name: "Ada Lind", Note: note, Doubts: doubts, Facts: facts, Answers: answers}
					want := slices.ContainsFunc(inv.Suggestions(), func(s notes.Suggestion) bool { return s.Question != "note" && s.Answer != "no" })
					if got := inv.Row(time.Time{}).Suggested; got != want {
						t.Errorf("%+v: marked %v, suggested %+v", inv, got, inv.Suggestions())
					}
					both[want]++
				}
			}
		}
	}
	if both[true] == 0 || both[false] == 0 {
		t.Errorf("only one of both: %v", both)
	}
}

// TestWhatIsNotConfirmedNamesItsWords: what waits under Against says which words
// of the note it rests on, and holds the advice back until it is answered.
func TestWhatIsNotConfirmedNamesItsWords(t *testing.T) {
	inv := Invitation{Name: "Ida Vance", Note: "Before the call, just pay the shipping of the laptop."}
	const want = "The note asks for money or a payment: “just pay the shipping”"
	said := func() (texts []string) {
		for _, f := range advisor.Advise(inv.Case(advisor.Profile{})).Reasons {
			if f.Unconfirmed {
				texts = append(texts, f.Text)
			}
		}
		return texts
	}
	if got := said(); !slices.Contains(got, want) {
		t.Errorf("got %q, want %q among it", got, want)
	}
	inv.Answers = advisor.Answers{"asks_for_money": {"no"}}
	if got := said(); slices.Contains(got, want) {
		t.Errorf("denied, got %q", got)
	}
}

// TestPlainLinkHoldsNothingBack: a friend who signs with the address of their own
// page is accepted at once, while the link stays suggested on its row.
func TestPlainLinkHoldsNothingBack(t *testing.T) {
	friend := advisor.Answers{"know": {"well"}, "trust": {"yes"}}
	for note, want := range map[string]advisor.Recommendation{
		"Shall we connect? Anna Berg, www.annaberg-studio.example.com": advisor.Accept,
		"Look at this: bit.ly/x1":                                      advisor.IgnoreOrVetFurther,
	} {
		inv := Invitation{Name: "Anna Berg", Note: note, Answers: friend}
		if got := advisor.Advise(inv.Case(advisor.Profile{})).Recommendation; got != want {
			t.Errorf("%s\n\tgot %s, want %s", note, got, want)
		}
		if len(inv.Suggestions()) == 0 {
			t.Errorf("%s: the link is not suggested", note)
		}
	}
}

// TestLeftOpenIsStillSuggested: "don't know" is what leaving a row open keeps, and
// no answer to what something points to.
func TestLeftOpenIsStillSuggested(t *testing.T) {
	inv := Invitation{Name: "Ida Vance", Note: "Hi, we met at the fair in Lyon."}
	before := inv.Suggestions()
	if len(before) == 0 {
		t.Fatal("nothing is suggested")
	}
	inv.Answers = advisor.Answers{}
	for _, s := range before {
		inv.Answers[s.Question] = []string{advisor.DontKnow}
	}
	if after := inv.Suggestions(); !slices.Equal(after, before) {
		t.Errorf("left open, %v are suggested, not %v", after, before)
	}
	if confirmed, refused := inv.Confirmed(); confirmed+refused > 0 {
		t.Errorf("left open, %d are confirmed and %d refused", confirmed, refused)
	}
}

// What the person wrote to somebody is no word of theirs.
func TestOwnNoteSuggestsNothing(t *testing.T) {
	inv := Invitation{ID: "a", Name: "Ada Lind", Note: "We met at the fair. Write me on WhatsApp +1 555 010 0199.", Direction: Outgoing, Facts: notes.Facts{NoteKnown: true}}
	if found := inv.Suggestions(); len(found) > 0 {
		t.Errorf("suggests %+v", found)
	}
	if suggested, warned := inv.marks(); suggested || warned {
		t.Error("is marked in a list")
	}
	inv.Direction = Incoming
	if len(inv.Suggestions()) < 2 {
		t.Errorf("of theirs it finds %+v", inv.Suggestions())
	}
}
