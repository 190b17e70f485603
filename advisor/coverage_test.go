package advisor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// seen is what somebody can come to see: every text that the advice on many cases
// shows, and every source that it names.
type seen struct {
	texts   map[string]bool
	sources map[string]bool
}

// lookAt takes in all that the advice on a case shows.
func (s *seen) lookAt(c Case) {
	adv := Advise(c)
	for _, r := range adv.Respond {
		s.texts[r.Text] = true
	}
	for _, r := range adv.Replies {
		s.texts[r.Kind] = true
	}
	for _, step := range adv.NextSteps {
		s.texts[step] = true
	}
	for _, m := range adv.Motives {
		s.texts[m] = true
	}
	for _, f := range adv.Reasons {
		for _, id := range f.Sources {
			s.sources[id] = true
		}
	}
}

// seenByPeople looks at the advice on the vignettes, the situations and many
// people made up at random, always the same.
func seenByPeople(t *testing.T) *seen {
	s := &seen{map[string]bool{}, map[string]bool{}}
	for _, v := range append(vignettes(t), situations(t)...) {
		c := v.advisorCase()
		if c.Invitation.Company == "" {
			c.Invitation.Company = "Northwind"
		}
		s.lookAt(c)
	}
	random := rand.New(rand.NewPCG(8, 9))
	for range 4000 {
		s.lookAt(randomCase(random))
	}
	return s
}

// randomCase answers about half of what is asked on a random path, mostly
// without a stop sign.
func randomCase(random *rand.Rand) Case {
	one := func(list ...string) string { return list[random.IntN(len(list))] }
	p := Profile{
		Usage: one("", "", "active", "light"), Comfort: one("", "", "comfortable", "unsure"),
		JobSearch: one("", "", "looking", "open", "no"), PostsPersonal: random.IntN(3) == 0,
	}
	for _, g := range GoalChoices() {
		if random.IntN(5) == 0 {
			p.Goals = append(p.Goals, g.Value)
		}
	}
	if random.IntN(3) == 0 {
		own := 1200
		p.Connections = &own
	}
	a := Answers{"kind": {one("connect", "connect", "connect", "join")}, "direction": {one("incoming", "incoming", "outgoing")}}
	for _, q := range book().Questions {
		switch {
		case q.Stage == StageStart || random.IntN(2) == 0:
		case q.Stage == StageStopSigns && random.IntN(12) > 0:
			a[q.ID] = []string{noneOf(&stopSign{ruleQuestion: book().byID[q.ID]})}
		default:
			a[q.ID] = []string{one(q.values()...)}
		}
	}
	return Case{Profile: p, Invitation: Invitation{Name: "Robin Vale", Company: "Northwind"}, Answers: a}
}

// TestEveryWordIsShownToSomebody: an entry whose conditions never hold together
// would be dead text.
func TestEveryWordIsShownToSomebody(t *testing.T) {
	s := seenByPeople(t)
	for p := incoming; p <= outgoing; p++ {
		words := book().words(p)
		for _, r := range words.Respond {
			if !s.texts[r.Text] {
				t.Errorf("path %d: nobody is shown %q (%s)", p, r.Way, r.Text)
			}
		}
		for _, r := range words.Replies {
			if !s.texts[r.Kind] {
				t.Errorf("path %d: nobody is offered the draft %q", p, r.Kind)
			}
		}
		for _, r := range words.NextSteps {
			if !s.texts[r.Text] {
				t.Errorf("path %d: nobody is shown the step %q", p, r.Text)
			}
		}
	}
}

// TestEverySourceItemCanBeSeen walks from each source item to a place where a
// person sees it: in the advice, in the help of a question, or in the guide.
func TestEverySourceItemCanBeSeen(t *testing.T) {
	s := seenByPeople(t)
	shown := func(text string, covers []string) {
		if s.texts[text] {
			s.see(covers)
		}
	}
	for p := incoming; p <= outgoing; p++ {
		words := book().words(p)
		for _, r := range words.Respond {
			shown(r.Text, r.Covers)
		}
		for _, r := range words.Replies {
			shown(r.Kind, r.Covers)
		}
		for _, r := range words.NextSteps {
			shown(r.Text, r.Covers)
		}
	}
	for _, q := range book().Questions {
		for _, ans := range q.Answers {
			shown(ans.Because, ans.Sources)
		}
		if public, ok := QuestionByID(q.ID); ok && public.Why != "" && public.How != "" && onAPage(q.ID) && !q.NeverWeighs {
			s.see(public.Sources) // the key that says why shows it
		}
	}
	guide := ""
	for _, topic := range Background() {
		guide += topic.Title + "\n" + strings.Join(topic.Texts, "\n")
	}
	for _, field := range ProfileFields() {
		guide += field.Label + field.Help
	}
	for _, r := range Recommendations() {
		guide += r.Meaning()
	}
	inGuide := func(text string, covers []string) {
		if strings.Contains(guide, text) {
			s.see(covers)
		}
	}
	for _, b := range book().Background {
		inGuide(b.Text, b.Covers)
	}
	for _, h := range book().ProfileHelp {
		inGuide(h.Help, h.Covers)
	}
	for _, m := range book().Recommendations {
		inGuide(m.Meaning, m.Covers)
	}
	for _, g := range book().Goals {
		if slices.ContainsFunc(GoalChoices(), func(c AnswerChoice) bool { return c.Label == g.Label }) {
			s.see(g.Covers)
		}
	}
	for _, row := range table(t, "coverage.tsv") {
		if !s.sources[row[0]] {
			t.Errorf("%s (%s, lines %s) can be seen nowhere", row[0], row[2], row[1])
		}
	}
}

func (s *seen) see(ids []string) {
	for _, id := range ids {
		s.sources[id] = true
	}
}

func onAPage(id string) bool {
	for p := incoming; p <= outgoing; p++ {
		if slices.ContainsFunc(book().Pages.on(p), func(page rulePage) bool { return slices.Contains(page.Rows, id) }) {
			return true
		}
	}
	return false
}
