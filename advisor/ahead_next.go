package advisor

import "slices"

// budget is how many screens the questionnaire shows at the most; the stop
// signs together are one.
const budget = 14

// Next returns the questions to ask next, on one screen: all open stop signs
// together, all open warning signs together (yes/no questions of the vetting
// stage of which a yes is a bad sign), else a single question. It returns none
// when nothing that is open can change the recommendation, when everything
// that could has been asked, or when the questionnaire has taken as long as it
// may. A question answered "don't know" has been asked.
func Next(c Case) []Question {
	return public(next(c))
}

// Remaining returns at most how many more screens Next can still ask for.
func Remaining(c Case) int {
	if len(next(c)) == 0 {
		return 0
	}
	screens := map[string]bool{}
	c = c.withPlans()
	asking := askingOf(c.Answers)
	for _, stage := range stages[1:] {
		for _, q := range asking.unasked(c.Answers, stage) {
			screens[q.screen()] = true
		}
	}
	return max(1, min(len(screens), budget-asked(c.Answers)))
}

// Together returns the questions asked on one screen with the given one, itself
// among them, in the order of the rulebook: all stop signs, all warning signs,
// else it alone. Those that do not apply are left out.
func Together(id string, a Answers) []string {
	with, ok := book().byID[id]
	if !ok {
		return nil
	}
	var ids []string
	asking := askingOf(a)
	for i := range book().Questions {
		if q := &book().Questions[i]; q.screen() == with.screen() && asking.applies(q) {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// screen names the screen a question is asked on: its own, unless it is one of
// the stop signs or warning signs.
func (q *ruleQuestion) screen() string {
	switch {
	case q.Stage == StageStopSigns:
		return StageStopSigns
	case q.Stage == StageVetting && q.Kind == YesNo && q.Answers[0].Outcome == Opposes:
		return "warning signs"
	}
	return q.ID
}

func next(c Case) []*ruleQuestion {
	q := newInquiry(c)
	c = q.c
	if q.possible.len() == 1 || asked(c.Answers) >= budget {
		return nil
	}
	if stops := q.asking.unasked(c.Answers, StageStopSigns); len(stops) > 0 {
		return stops
	}
	stopped := q.state.stop >= stopDecline // what is left can only make it milder for a friend
	if who := q.asking.unasked(c.Answers, StageRelationship); len(who) > 0 && !stopped {
		return who[:1]
	}
	for _, stage := range q.asking.stageOrder(c.Answers) {
		open := q.asking.unasked(c.Answers, stage)
		best := q.impacts(ids(open))
		if len(best) == 0 {
			continue
		}
		return slices.DeleteFunc(open, func(q *ruleQuestion) bool { return q.screen() != best[0].question.screen() })
	}
	return nil
}

// vettingFirst is how many vetting screens a stranger answers before worth and
// favor test; what then can still change the advice follows at the end. It is
// where most cases are decided soonest (see TestStrangersStayWithinTheBudget).
const vettingFirst = 6

// stageOrder is which stages the next question may come from, the first choice
// first. For somebody known a little the favor test decides, so it comes first;
// a stranger is vetted first. A stage that was left is not gone back to, but
// for the rest of the vetting, which comes last: nobody likes to be asked to
// and fro.
func (s asking) stageOrder(a Answers) []string {
	vetting, benefit, favor := askedIn(a, StageVetting), askedIn(a, StageWorth), askedIn(a, StageFavorTest)
	if s.facts&factKnown != 0 || s.path == outgoing {
		switch {
		case vetting > 0:
			return []string{StageVetting}
		case benefit > 0:
			return []string{StageWorth, StageVetting}
		}
		return []string{StageFavorTest, StageWorth, StageVetting}
	}
	switch {
	case vetting > vettingFirst:
		return []string{StageVetting}
	case favor > 0:
		return []string{StageFavorTest, StageVetting}
	case benefit > 0 || vetting == vettingFirst:
		return []string{StageWorth, StageFavorTest, StageVetting}
	}
	return []string{StageVetting, StageWorth, StageFavorTest}
}

// waits reports whether a question applies and has not been asked.
func (s asking) waits(q *ruleQuestion, a Answers) bool {
	return a.Value(q.ID) == "" && s.applies(q)
}

// unasked returns the questions of a stage that apply and have not been asked;
// one that never weighs is only ever asked on request.
func (s asking) unasked(a Answers, stage string) []*ruleQuestion {
	var list []*ruleQuestion
	for i := range book().Questions {
		q := &book().Questions[i]
		if q.Stage == stage && !q.NeverWeighs && s.waits(q, a) {
			list = append(list, q)
		}
	}
	return list
}

// asked counts the screens that the answers have taken.
func asked(a Answers) int {
	n := 0
	for _, stage := range stages[1:] {
		n += askedIn(a, stage)
	}
	return n
}

func askedIn(a Answers, stage string) int {
	screens := map[string]bool{}
	for i := range book().Questions {
		if q := &book().Questions[i]; q.Stage == stage && a.Value(q.ID) != "" {
			screens[q.screen()] = true
		}
	}
	return len(screens)
}

func public(questions []*ruleQuestion) []Question {
	list := make([]Question, len(questions))
	for i, q := range questions {
		list[i] = q.public()
	}
	return list
}

// Page is questions that are asked together.
type Page struct {
	ID        string
	Title     string     // in a word or two
	Ask       string     // what is asked of all of it
	None      string     // what the key is called that answers every open row; "" for no such key
	First     bool       // comes before all else is weighed
	Signs     bool       // each row is a sign, seen or not
	Extra     bool       // comes only when somebody asks for it
	Questions []Question // those whose answers count, in the order shown
}

// Pages returns the pages for answers as they are, in the order they are asked;
// a question has its row on one of them only. After them come, as extra, those
// that are not asked in this case.
func Pages(a Answers) []Page {
	asks := askingOf(a)
	rule := rules().pages[asks.path]
	pages := make([]Page, 0, len(rule))
	seen := map[string]bool{}
	for _, extra := range []bool{false, true} {
		for i := range rule {
			if rule[i].when.hold(asks.facts) == extra {
				continue
			}
			page := rule[i].page(asks, seen)
			if page.Extra = extra; len(page.Questions) > 0 {
				pages = append(pages, page)
			}
		}
	}
	return pages
}

// page fills in the questions that count and were not seen on a page before.
func (p *rulePage) page(asks asking, seen map[string]bool) Page {
	page := Page{ID: p.ID, Title: p.Title, Ask: p.Ask, None: p.None, First: p.First, Signs: p.Signs}
	for _, id := range p.Rows {
		if q := book().byID[id]; asks.counts(q) && !seen[id] {
			seen[id] = true
			page.Questions = append(page.Questions, q.public())
		}
	}
	return page
}
