package words

import (
	"net/url"

	"linkvet/store/record"
	"linkvet/tui/style"
)

// Address is a page in the browser that helps with a question.
type Address struct{ Title, URL string }

// Addresses are the pages that help to look an inviter up; the one that fits a
// question, as its Open says, comes first.
func Addresses(inv record.Invitation, fitting string) []Address {
	var all []Address
	add := func(kind string, a Address) {
		if kind == fitting {
			all = append([]Address{a}, all...)
		} else {
			all = append(all, a)
		}
	}
	switch name := style.OneLine(inv.Name); {
	case inv.URL != "":
		add("profile", Address{"Profile", inv.URL})
	case name != "":
		add("profile", Address{"People of that name", "https://www.linkedin.com/search/results/people/?keywords=" + url.QueryEscape(name)})
	}
	if company := style.OneLine(inv.Company); company != "" {
		add("company search", Address{"Company", "https://www.linkedin.com/search/results/companies/?keywords=" + url.QueryEscape(company)})
	}
	add("image search", Address{"Image search, for the profile photo", "https://lens.google.com/"})
	return all
}
