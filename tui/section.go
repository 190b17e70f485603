package tui

import (
	"strings"

	"linkvet/store"
)

// Section is a list of the person's own: a name and a query.
type Section struct{ Name, Query string }

// CheckSection says why a section cannot be used, in a problem for its query or
// its name; "" where there is none.
func CheckSection(s Section) (name, query string) {
	for _, own := range builtinSections() {
		if strings.EqualFold(own.name, strings.TrimSpace(s.Name)) {
			name = s.Name + " is a list that linkvet has already"
		}
	}
	if strings.TrimSpace(s.Name) == "" {
		name = "it needs a name"
	}
	if _, err := store.ParseQuery(s.Query); err != nil {
		query = queryProblem(err)
	}
	if strings.TrimSpace(s.Query) == "" {
		query = "it needs a query"
	}
	return name, query
}

// queryProblem is what is wrong with a query, without the store's "not allowed".
func queryProblem(err error) string {
	return strings.TrimPrefix(err.Error(), store.ErrInvalid.Error()+": ")
}

// maxSections is how many lists there can be: a row keeps one bit for each.
const maxSections = 32

// The lists that are always there, by their place.
const (
	sectionWaiting = iota
	sectionLater
	sectionDecided
	sectionAll
	ownSections // where the person's own begin
)

// section is one of the inbox's lists, a tab.
type section struct {
	name  string
	text  string // of the person's own: the query as written
	query store.Query
	holds func(*store.Brief) bool // of the others
	order sorting                 // before the person chooses another
}

func builtinSections() []section {
	return []section{
		{name: "Waiting", holds: waits},
		{name: "Later", holds: func(b *store.Brief) bool { return b.Status() == store.StatusLater || b.Due }, order: sorting{by: sortDue}},
		{name: "Decided", holds: func(b *store.Brief) bool { return b.Status() == store.StatusDecided }},
		{name: "All", holds: func(*store.Brief) bool { return true }},
	}
}

// waits reports whether a row belongs among those that wait.
func waits(b *store.Brief) bool { return asksNow(b.Status(), b.Back, b.Outgoing) }

// asksNow reports whether an invitation asks for a decision now: it waits, or it
// came to the person, was put off, and an archive has said something new since.
func asksNow(status store.Status, back, outgoing bool) bool {
	return status == store.StatusWaiting || back && !outgoing
}

// sectionsOf are all lists: those that are always there, then the person's own.
// One that cannot be used is left out; the settings refuse it at the start.
func sectionsOf(own []Section) []section {
	all := builtinSections()
	for _, s := range own {
		query, err := store.ParseQuery(s.Query)
		if err != nil || len(all) == maxSections {
			continue
		}
		all = append(all, section{name: s.Name, text: s.Query, query: query})
	}
	return all
}

// bits says in which lists a row is, a bit for each, as far as that can be told
// from its brief.
func bits(sections []section, brief *store.Brief) uint32 {
	var in uint32
	for t := range sections {
		if holds := sections[t].holds; holds != nil && holds(brief) {
			in |= 1 << t
		}
	}
	return in
}

// sectionNames are the names of the lists, for the settings.
func sectionNames(own []Section) string {
	names := make([]string, len(own))
	for i, s := range own {
		names[i] = s.Name
	}
	return strings.Join(names, ", ")
}
