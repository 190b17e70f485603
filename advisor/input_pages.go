package advisor

import (
	"fmt"
	"maps"
	"slices"
)

// rulePage is questions that are asked together, as the rulebook has them.
type rulePage struct {
	ID    string   `yaml:"id"`
	Title string   `yaml:"title"`
	Ask   string   `yaml:"ask"`
	When  []string `yaml:"when"`
	First bool     `yaml:"first"`
	Signs bool     `yaml:"signs"`
	None  string   `yaml:"none"`
	Rows  []string `yaml:"rows"`
}

// rulePages are the pages for each path, in the order they are asked.
type rulePages struct {
	Incoming []rulePage `yaml:"incoming"`
	Joining  []rulePage `yaml:"joining"`
	Outgoing []rulePage `yaml:"outgoing"`
}

// ruleFirst is one of the answers of a first pass, and what it says.
type ruleFirst struct {
	Label   string            `yaml:"label"`
	Answers map[string]string `yaml:"answers"`
}

func (r *rulePages) on(p path) []rulePage {
	return [...][]rulePage{incoming: r.Incoming, joining: r.Joining, outgoing: r.Outgoing}[p]
}

// checkPages reports a page that names what is not there, and a question that
// has no row.
func (b *rulebook) checkPages() error {
	placed := map[string]bool{}
	for p := incoming; p <= outgoing; p++ {
		ids := map[string]bool{}
		for _, page := range b.Pages.on(p) {
			if err := page.check(b); err != nil {
				return fmt.Errorf("page %q: %w", page.ID, err)
			}
			if ids[page.ID] {
				return fmt.Errorf("page %q appears twice", page.ID)
			}
			ids[page.ID] = true
			for _, id := range page.Rows {
				placed[id] = true
			}
		}
	}
	for _, q := range b.Questions {
		if !placed[q.ID] {
			return fmt.Errorf("question %q is on no page", q.ID)
		}
	}
	return nil
}

func (p *rulePage) check(b *rulebook) error {
	if p.Title == "" || p.Ask == "" || len(p.Rows) == 0 {
		return fmt.Errorf("title, ask and rows must all be given")
	}
	for i, id := range p.Rows {
		q := b.byID[id]
		if q == nil {
			return fmt.Errorf("unknown question %q", id)
		}
		if slices.Contains(p.Rows[:i], id) {
			return fmt.Errorf("question %q appears twice", id)
		}
		if p.Signs && q.public().NotSeen() == "" {
			return fmt.Errorf("question %q has no answer that says the sign was not seen", id)
		}
	}
	return nil
}

// checkFirstPass reports an answer of the first pass without words, with unknown
// answers, or with those of another.
func (b *rulebook) checkFirstPass() error {
	for i, first := range b.FirstPass {
		if first.Label == "" || len(first.Answers) == 0 {
			return fmt.Errorf("entry %d: label and answers must both be given", i+1)
		}
		for id, value := range first.Answers {
			if q := b.byID[id]; q == nil || !slices.Contains(q.values(), value) {
				return fmt.Errorf("%q: unknown answer %s: %s", first.Label, id, value)
			}
		}
		for _, other := range b.FirstPass[:i] {
			if maps.Equal(first.Answers, other.Answers) {
				return fmt.Errorf("%q says the same as %q", first.Label, other.Label)
			}
		}
	}
	return nil
}

// First is one of the answers of a first pass down a list: a few words, and the
// answers that they give to the questions of who it is.
type First struct {
	Label   string
	Answers Answers
}

// FirstPass returns the answers of a first pass, in the order they are offered.
func FirstPass() []First {
	var all []First
	for _, rule := range book().FirstPass {
		first := First{Label: rule.Label, Answers: Answers{}}
		for id, value := range rule.Answers {
			first.Answers[id] = []string{value}
		}
		all = append(all, first)
	}
	return all
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
	r := rules()
	asks := r.askingOf(a)
	rule := r.pages[asks.path]
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
		if q := asks.r.byID[id]; asks.counts(q) && !seen[id] {
			seen[id] = true
			page.Questions = append(page.Questions, q.public())
		}
	}
	return page
}
