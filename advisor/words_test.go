package advisor

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestWordsAreTrueOfTheCase holds the advice on every vignette and situation, and
// on random cases, to rules of honesty.
func TestWordsAreTrueOfTheCase(t *testing.T) {
	for _, v := range append(vignettes(t), situations(t)...) {
		c := v.advisorCase()
		for _, broken := range untrue(c, Advise(c)) {
			t.Errorf("%s: %s", v.ID, broken)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		c := genCase(t)
		c.Invitation.Name = rapid.SampledFrom([]string{"", "Mia Berg", "Dr. Amara Osei", "Judge Harlan", "Prof Lund", "李 伟"}).Draw(t, "name")
		for _, broken := range untrue(c, Advise(c)) {
			t.Fatalf("%s: %v, suggested %v", broken, c.Answers, c.Unconfirmed)
		}
	})
}

// untrue returns the rules that the words of an advice break.
func untrue(c Case, adv Advice) []string {
	var broken []string
	check := func(rule string, holds bool) {
		if !holds {
			broken = append(broken, rule+": "+adv.Summary)
		}
	}
	given := func(id string, values ...string) bool {
		return slices.ContainsFunc(values, func(v string) bool { return slices.Contains(c.Answers[id], v) })
	}
	opposed := slices.ContainsFunc(adv.Reasons, func(f Finding) bool { return f.Outcome == Opposes })
	state, l := stateOf(c)
	path := rules().askingOf(c.Answers).path

	check("nothing speaks against it, and something does", !(opposed && strings.Contains(adv.Summary, "speaks against")))
	check("nothing has been checked, and something was", !(strings.Contains(adv.Summary, "nothing has been checked") &&
		slices.ContainsFunc(adv.Reasons, func(f Finding) bool {
			return f.Outcome == Supports && book().byID[f.Question].Stage == StageVetting
		})))
	check("known a little, and they are known well", !(strings.Contains(adv.Summary, "a little") && given("know", "well")))
	check("not known, and they are", !(strings.Contains(adv.Summary, "don't know them") && given("know", "well", "slightly")))
	check("nothing more to check, and an answer can still change it", adv.Settled || !strings.Contains(wholeText(adv), "nothing more to check"))
	for _, f := range adv.Flips {
		check("a flip in the words of another direction: "+f.Text, strings.HasSuffix(f.Text, ": "+strings.ToLower(path.label(f.Recommendation))+"."))
	}
	if path == joining {
		check("a profile for somebody without an account", !strings.Contains(wholeText(adv), "Open the profile"))
	}
	for _, r := range adv.Replies {
		text := r.Text
		for _, title := range []string{"Hi Judge,", "Hi Dr.,", "Hi Dr,", "Hi Prof,"} {
			check("a title as a first name in "+r.Kind, !strings.Contains(text, title))
		}
		asks := func(words ...string) bool {
			return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
		}
		check("asks why of somebody who wrote it: "+text, !(asks("what made you", "What made you") && given("note", "personal")))
		check("asks how they are linked of somebody who said it: "+text, !(asks("I am not sure that we have met") && given("claimed_tie", "true", "plausible")))
		check("says there was no note, and there was: "+text, !asks("without a note") || given("note", "none"))
		if path == incoming && adv.Recommendation >= IgnoreOrVetFurther {
			helps := asks("I might help", "I can do for you", "help where I can")
			check("offers help where a sign was seen: "+text, !(helps && opposed))
			check("offers help where nothing is in it: "+text, !(helps && state.benefitLevel(true, l) == benefitNone))
			check("writes to somebody who flirts: "+text, !given("advances", "yes") || r.Kind == "to the real person" || r.Kind == "by phone, not here")
			check("writes to a fake: "+text, !adv.Report || r.Kind == "to the real person" || r.Kind == "by phone, not here")
			check("writes to somebody distrusted: "+text, !(state.who == distrusted && adv.Recommendation == IgnoreOrVetFurther) ||
				r.Kind == "no need for it" || r.Kind == "a kind word on a mix-up")
		}
	}
	for _, r := range adv.Respond {
		check("blocks a friend: "+r.Text, !(state.who == trusted && r.Way == "report, then block" && adv.Recommendation != DeclineAndBlock))
	}
	return broken
}

// TestAFriendIsCalledFirst: whatever else is advised about the account of a friend
// that does what the friend would not, the call comes first.
func TestAFriendIsCalledFirst(t *testing.T) {
	for _, id := range []string{"asks_for_money", "bad_link_or_file", "seeks_secrets"} {
		for _, kind := range []string{"connect", "join"} {
			adv := Advise(Case{Answers: Answers{"kind": {kind}, "know": {"well"}, "trust": {"yes"}, id: {"yes"}}})
			if adv.Recommendation != Decline || !adv.Report || adv.Respond[0].Way != "call them" {
				t.Errorf("%s, %s: %s, report %v, first %q", id, kind, adv.Recommendation, adv.Report, adv.Respond[0].Way)
			}
		}
	}
}

func TestFirstName(t *testing.T) {
	for name, want := range map[string]string{
		"": "there", "Mia Berg": "Mia", "Dr. Amara Osei": "Dr. Osei", "Dr Amara Osei": "Dr Osei", "Judge Harlan": "Judge Harlan",
		"Prof. Lund": "Prof. Lund", "Dr.": "there", "M. Berg": "M. Berg", "Al Berg": "Al", "X": "there", "Berg, Mia": "Berg", "李 伟": "there", "Sister Agnes": "Sister Agnes",
	} {
		if got := book().firstName(name); got != want {
			t.Errorf("%q is addressed as %q, want %q", name, got, want)
		}
	}
}

// TestNamesThatDoNotTell are none to others, and a greeting to drafts.
func TestNamesThatDoNotTell(t *testing.T) {
	for name, want := range map[string]string{"Mia Berg": "Mia", "": "", "X": "", "Dr.": ""} {
		if got := FirstName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestGoalsOpenWords of those who have them, and of nobody else.
func TestGoalsOpenWords(t *testing.T) {
	test, err := book().conditionOf("goal=clout")
	if err != nil {
		t.Fatal(err)
	}
	for _, goals := range [][]string{nil, {"clout"}, {"grow_network", "clout"}, {"grow_network"}} {
		v := rules().viewOf(Case{Profile: Profile{Goals: goals}})
		if got := test(wording{view: v}); got != slices.Contains(goals, "clout") {
			t.Errorf("%v: %v", goals, got)
		}
	}
}

// TestManyConnectionsBeginAtAThousand, for words as for leans.
func TestManyConnectionsBeginAtAThousand(t *testing.T) {
	for n, want := range map[int]bool{manyConnections - 1: false, manyConnections: true} {
		if got := (wording{view: rules().viewOf(Case{Profile: Profile{Connections: &n}})}).manyConnections(); got != want {
			t.Errorf("%d: %v", n, got)
		}
	}
	if (wording{view: rules().viewOf(Case{})}).manyConnections() {
		t.Error("many, though not said")
	}
}

// TestWhatElseItCouldBecome is named once each, in the words of the direction.
func TestWhatElseItCouldBecome(t *testing.T) {
	for p, want := range map[path][]string{
		incoming: {"review and accept", "review and accept if relevant", "ignore or vet further", "decline", "decline and block"},
		outgoing: {"send it after one look", "not yet", "don't send it", "don't send it, and block"},
	} {
		if got := p.others(allRecommendations, Accept); !slices.Equal(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	}
	if got := incoming.others(1<<Decline, Decline); len(got) != 0 {
		t.Errorf("itself: %v", got)
	}
}

// Both forms of a recommendation are the same words on every path, and reporting is
// advised once.
func TestRecommendationsInASentence(t *testing.T) {
	for p := range calledOn {
		for _, r := range Recommendations() {
			p := path(p)
			if label, within := p.label(r), p.within(r); label == "" || lowerFirst(label) != within {
				t.Errorf("path %d: %q and %q", p, label, within)
			}
			if said := p.advice(r, true); strings.Count(said, "report it") != 1 {
				t.Errorf("path %d: %q", p, said)
			}
		}
	}
}

// TestDraftsFitIntoANote: one that names become too long for is not offered.
func TestDraftsFitIntoANote(t *testing.T) {
	for n, fits := range map[int]bool{NoteLimit - len("Hi Mia"): true, NoteLimit - len("Hi Mia") + 1: false} {
		w := wording{view: rules().viewOf(Case{Invitation: Invitation{Name: "Mia Berg"}})}
		if text, ok := w.fill("Hi {first}" + strings.Repeat("x", n)); ok != fits {
			t.Errorf("%d characters are offered: %v", len(text), ok)
		}
	}
}
