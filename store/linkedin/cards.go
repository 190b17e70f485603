package linkedin

import (
	"fmt"
	"io"

	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/vcard"
	"linkvet/store/quantity"
)

// cards reads an address book in vCard form. Who is in it is all that is kept.
func (r *reader) cards(m member, in io.Reader) error {
	r.book = true
	var bad notices
	taken := 0
	err := vcard.Read(in, func(card vcard.Card) error {
		if taken++; len(r.people) > r.limits.rows {
			return &FormatError{Path: m.path, Line: card.Line, Problem: fmt.Sprintf("more than %d people", r.limits.rows), Hint: "split the file, if it is your address book"}
		}
		who := person{name: clean.Name(clean.Line(card.Name))}
		for _, url := range card.Addresses {
			if _, slug := address.Profile(url); slug != "" {
				who.slug = slug
			}
		}
		if card.Name != "" {
			r.bookEntry(who, clean.Line(card.Company), append(card.Mails, card.Phones...))
		}
		return r.ctx.Err()
	}, func(line int, why string) {
		if bad++; bad <= maxNotices {
			r.warn("%s:%d: %s; it was left out", m.name, line, why)
		}
	})
	if bad > maxNotices {
		r.warn("%s", quantity.Sentence(int(bad-maxNotices), "%[2]s: %[1]d more line or card that cannot be read", "%[2]s: %[1]d more lines or cards that cannot be read", m.name))
	}
	r.side += taken
	return err
}
