package linkedin

import (
	"fmt"
	"strings"

	"linkvet/store/clean"
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
		all = append(all, named(u.outlook)+": a mail or mailbox in a form of Outlook's, which is not read; save the mails as .eml and import those")
	}
	if len(u.zips) > 0 {
		all = append(all, named(u.zips)+": not read, since the folder holds tables or mails of its own; import it by its name")
	}
	if len(u.others) > 0 {
		all = append(all, named(u.others)+": not read, neither a table of LinkedIn's nor a mail")
	}
	return all
}

// named lists some names, and how many more there are.
func named(names []string) string {
	more := ""
	if n := len(names) - mostNamed; n > 0 {
		names, more = names[:mostNamed], fmt.Sprintf(" and %d more", n)
	}
	return clean.Line(strings.Join(names, ", ")) + more
}
