package advisor

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
