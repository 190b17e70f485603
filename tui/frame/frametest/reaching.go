package frametest

import (
	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/screen"
)

// WithReaching are people whom the person invites, at every stage, and mails that
// ask to join LinkedIn.
func WithReaching() screen.Options {
	now := TestNow()
	yes := func(ids ...string) advisor.Answers {
		a := advisor.Answers{"direction": {"outgoing"}, "duty": {"none"}, "conflict": {"none"}, "troubled_history": {"no"}}
		for _, id := range ids {
			a[id] = []string{"yes"}
		}
		return a
	}
	met := yes("own_words", "favor_do")
	met["know"], met["trust"] = []string{"slightly"}, []string{"unknown"}
	famous := yes("admire", "own_words", "favor_ask")
	famous["know"], famous["shared"], famous["reasons"] = []string{"no"}, []string{"none"}, []string{"leader"}
	out := func(id, name, headline string, change func(*record.Invitation)) record.Invitation {
		inv := record.Invitation{ID: id, Name: name, Headline: headline, Direction: record.Outgoing}
		change(&inv)
		return inv
	}
	people := []record.Invitation{
		out("o1", "Mia Berg", "Hydraulic engineer at Deichwerk", func(i *record.Invitation) {
			i.Answers, i.URL = met, "https://www.linkedin.com/in/mia-berg-example"
			i.AnswerNotes = map[string]string{"know": "We met at the water fair in Lyon", "own_words": "your talk on dikes changed how we plan"}
		}),
		out("o2", "Rex Starr", "Founder, author, astronaut", func(i *record.Invitation) { i.Answers = famous }),
		out("o3", "Ines Fadel", "Editor", func(*record.Invitation) {}),
		out("o4", "Tom Frey", "Carpenter", func(i *record.Invitation) { i.Decision, i.DecidedAt = record.Sent, now.AddDate(0, 0, -3) }),
		out("o5", "Ada Lind", "Chemist", func(i *record.Invitation) { i.Listed, i.SentAt = true, now.AddDate(0, 0, -36) }),
		out("o6", "Jo Park", "Teacher", func(i *record.Invitation) {
			i.Decision, i.DecidedAt, i.Connected = record.Sent, now.AddDate(0, 0, -20), true
		}),
		out("o7", "Kit Moss", "", func(i *record.Invitation) { i.Decision, i.DecidedAt = record.NotSent, now.AddDate(0, 0, -2) }),
		{ID: "j1", Name: "Bea Holm", SentAt: now.AddDate(0, 0, -1), Answers: advisor.Answers{"kind": {"join"}}},
		{ID: "j2", Name: "Otto Reis", SentAt: now.AddDate(0, 0, -6), Answers: advisor.Answers{
			"kind": {"join"}, "know": {"well"}, "trust": {"yes"}, "wants_account": {"yes"}, "at_ease": {"no"}, "steps_done": {"profile", "follow"},
		}},
	}
	for i := range people {
		inv := &people[i]
		if len(inv.Answers) > 1 {
			adv := advisor.Advise(inv.Case(advisor.Profile{}))
			inv.Recommendation, inv.Report, inv.Settled = adv.Recommendation, adv.Report, adv.Settled
		}
	}
	return screen.Options{Storage: NewFakeStorage(people...)}
}
