package linkedin

import (
	"strings"

	"linkvet/store/clean"
	"linkvet/store/quantity"
)

// unread are the files among others that are not read, by why.
type unread struct {
	outlook, zips, others []string
}

// mostNamed is how many files are named of many.
const mostNamed = 5

func (u *unread) sentences() []string {
	var all []string
	if len(u.outlook) > 0 {
		all = append(all, quantity.Text("%s: a mail or mailbox in a form of Outlook's, which is not read; save the mails as .eml and import those", named(u.outlook)))
	}
	if len(u.zips) > 0 {
		all = append(all, quantity.Text("%s: not read, since the folder holds tables or mails of its own; import it by its name", named(u.zips)))
	}
	if len(u.others) > 0 {
		all = append(all, quantity.Text("%s: not read, neither a table of LinkedIn's nor a mail", named(u.others)))
	}
	return all
}

// named lists some names, and how many more there are.
func named(names []string) string {
	if n := len(names) - mostNamed; n > 0 {
		return quantity.Text("%s and %d more", clean.Line(strings.Join(names[:mostNamed], ", ")), n)
	}
	return clean.Line(strings.Join(names, ", "))
}
