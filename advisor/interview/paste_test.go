package interview

import (
	"maps"
	"slices"
	"testing"

	"linkvet/advisor"
)

// What a copy of a profile can suggest at best (advisor/notes/phrases.yaml): the
// page, and with it the panel and the contact details.
var (
	ofPage = map[string][]string{
		"shared": {"some"}, "profile": {"substantial", "sparse"}, "role": {"recruiter", "salesperson", "peer"}, "field": {"same"},
		"generic_identity": {"yes", "no"}, "care_notice": {"yes"},
	}
	ofPanel = map[string][]string{"verified": {"matches", "badge", "none"}, "joined": {"fits", "recent_but_senior"}, "contact_info": {"fits"}}
)

// searched are the questions that take a search or a call (effort 2 and 3 in the
// rulebook), to which somebody in a hurry says that they do not know.
var searched = []string{"shared", "identity", "joined", "company", "elsewhere", "photo", "network_fits"}

// pasted are the answers that reading copies of the person's profile confirms.
func (p scanner) pasted(copies ...map[string][]string) advisor.Answers {
	confirmed := advisor.Answers{}
	for _, c := range copies {
		for id, values := range c {
			if truth := p.truth.Value(id); slices.Contains(values, truth) {
				confirmed[id] = []string{truth}
			}
		}
	}
	return confirmed
}

// hurried is the person who finds nothing out that takes an effort.
func (p scanner) hurried() scanner {
	p.truth = maps.Clone(p.truth)
	for _, id := range searched {
		delete(p.truth, id)
	}
	return p
}

// took is what questions took beside a paste; the advice is right that knowing all
// would give.
type took struct{ pages, byHand, lookups, right, people float64 }

// reading adds up what people take, with some copies confirmed before.
func reading(t testing.TB, people []scanner, hurry bool, copies ...map[string][]string) (sum took) {
	for _, p := range people {
		if p.truth.Value("direction") == "outgoing" || p.truth.Value("kind") == "join" {
			continue
		}
		want := p.volunteered().Recommendation
		asked := p
		if hurry {
			asked = p.hurried()
		}
		asked.before = p.pasted(copies...)
		r := asked.scan(t, Options{})
		for id := range r.given {
			q, _ := advisor.QuestionByID(id)
			if len(asked.before[id]) > 0 || q.Stage == advisor.StageStopSigns || q.Stage == advisor.StageStart {
				continue // a page of signs is denied with one key
			}
			sum.byHand++
			if q.Open != "" {
				sum.lookups++
			}
		}
		sum.pages += float64(r.pages)
		sum.people++
		if r.advice.Recommendation == want {
			sum.right++
		}
	}
	return sum
}

// TestAPasteTakesQuestionsAway: whoever confirms what their profile says answers
// fewer questions, and in a hurry comes to the right advice at least as often.
func TestAPasteTakesQuestionsAway(t *testing.T) {
	strangers := strangersAmong(people(t))
	for _, hurry := range []bool{false, true} {
		without, with := reading(t, strangers, hurry), reading(t, strangers, hurry, ofPage, ofPanel)
		if with.byHand >= without.byHand || with.lookups > without.lookups || with.right < without.right || with.pages > without.pages {
			t.Errorf("hurry %t: without %+v, with %+v", hurry, without, with)
		}
	}
}

// BenchmarkPaste says what copies of a profile are worth at best: to whoever looks
// everything up, and to whoever is in a hurry.
func BenchmarkPaste(b *testing.B) {
	for name, list := range map[string][]scanner{"all": people(b), "strangers": strangersAmong(people(b)), "random": randomStrangers(200)} {
		for _, hurry := range []bool{false, true} {
			for way, copies := range map[string][]map[string][]string{"nothing": nil, "page": {ofPage}, "page-panel-contact": {ofPage, ofPanel}} {
				pace := map[bool]string{false: "/patient/", true: "/hurried/"}[hurry]
				b.Run(name+pace+way, func(b *testing.B) {
					var sum took
					for b.Loop() {
						sum = reading(b, list, hurry, copies...)
					}
					b.ReportMetric(sum.byHand/sum.people, "by-hand")
					b.ReportMetric(sum.lookups/sum.people, "look-ups")
					b.ReportMetric(sum.pages/sum.people, "pages")
					b.ReportMetric(sum.right/sum.people*100, "%right")
				})
			}
		}
	}
}
