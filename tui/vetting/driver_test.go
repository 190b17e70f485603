package vetting

import (
	"path/filepath"
	"testing"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
	"linkvet/store/vault"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func vettingDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(e *screen.Env, page screen.Page) screen.Screen {
		switch page := page.(type) {
		case screen.QuestionsPage:
			return NewQuestionnaire(e, page.ID)
		case screen.VettingRunPage:
			return NewRun(e, page.IDs)
		}
		return &frametest.Stub{Page: page}
	})
}

// asking opens the questions about the invitation with that id.
func asking(t testing.TB, w, h int, o screen.Options, id string) *frametest.Driver {
	t.Helper()
	d := vettingDriver(t, w, h, o)
	d.Open(screen.QuestionsPage{ID: id})
	return d
}

// startVetting opens the questions about the first of some people.
func startVetting(t testing.TB, w, h int) (*frametest.Driver, *frametest.FakeStorage) {
	t.Helper()
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := asking(t, w, h, screen.Options{Storage: f}, "a1ka")
	d.Wants("Katarína Žilinská", "Who is this to you?")
	return d, f
}

// strangers opens the questions about the first of withStrangers.
func strangers(t testing.TB, w, h int, keys ...string) (*frametest.Driver, *frametest.FakeStorage) {
	t.Helper()
	o := withStrangers()
	d := asking(t, w, h, o, "m1sc")
	d.Wants("Victor Almgren")
	d.Press(keys...)
	return d, o.Storage.(*frametest.FakeStorage)
}

// withStrangers are people whose notes suggest answers, and one somebody began
// with before.
func withStrangers() screen.Options {
	now := frametest.TestNow()
	return screen.Options{Storage: frametest.NewFakeStorage(
		record.Invitation{ID: "m1sc", Name: "Victor Almgren", Headline: "Business Manager at Global Company", SentAt: now.AddDate(0, 0, -1),
			URL:  "https://www.linkedin.com/in/victor-almgren-example",
			Note: "Hello dear, I can teach you to trade like I do. Please write me on WhatsApp +1 202 555 0143, it is urgent."},
		record.Invitation{ID: "n2ve", Name: "Oyelaran Vale", Headline: "Sales", Company: "Brightkite Software", SentAt: now.AddDate(0, 0, -2),
			Note: "Hi, can I book you for a demo next week?"},
		record.Invitation{ID: "o3be", Name: "Ana Kovalenko", SentAt: now.AddDate(0, 0, -3), Answers: begunAnswers(),
			Recommendation: advisor.IgnoreOrVetFurther, AnswerNotes: map[string]string{"role": "asked Mia, she met them once"}},
	)}
}

// begunAnswers are those of somebody who has seen no stop sign, does not know
// them, and has begun to look at the profile.
func begunAnswers() advisor.Answers {
	a := advisor.Answers{"know": {"no"}, "role": {"peer"}, "off_platform": {"no"}, "too_good": {"no"}, "generic_identity": {"no"},
		"care_notice": {advisor.DontKnow}, "reputable": {"yes"}}
	for _, question := range advisor.Questions() {
		if question.Stage == advisor.StageStopSigns {
			a[question.ID] = []string{question.NotSeen()}
		}
	}
	return a
}

// overStore asks about the invitation with that id of the real store at path.
func overStore(t *testing.T, path, id string) *frametest.Driver {
	t.Helper()
	s, err := store.Open(path, vault.Options{Now: frametest.TestNow, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		t.Fatal(err)
	}
	return asking(t, 80, 24, screen.Options{Storage: frametest.RealStorage{Store: s}}, id)
}

// realPrograms returns what starts one program after the other over the same
// real store, with the questions about one invitation.
func realPrograms(t *testing.T) func() *frametest.Driver {
	t.Helper()
	path := filepath.Join(t.TempDir(), "linkvet.db")
	s, err := store.Open(path, vault.Options{Now: frametest.TestNow, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		t.Fatal(err)
	}
	inv, err := s.Add(record.Invitation{Name: "Łucja Nowak", SentAt: frametest.TestNow()})
	if err != nil {
		t.Fatal(err)
	}
	return func() *frametest.Driver { return overStore(t, path, inv.ID) }
}
