package linkedin

import (
	"hash/maphash"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/wording"
)

// acquaintance is an Acquaintance while tables are read.
type acquaintance struct {
	Acquaintance
	// entries are what tells the people of the name in address books apart: a set
	// of mail addresses and numbers each, of which nothing but a sum is held.
	entries []map[uint64]struct{}
}

// mostNamesakes is how many people of one name are told apart: more than one says
// nothing of any of them.
const mostNamesakes = 8

var sumSeed = maphash.MakeSeed()

// known returns what is gathered of somebody, nil for nobody.
func (r *reader) known(who person) *acquaintance {
	if who.slug == "" && (who.name == "" || wording.IsNobody(who.name)) {
		return nil
	}
	key := who
	if key.slug != "" {
		key.name = ""
	} else {
		key.name = strings.ToLower(key.name)
	}
	if r.people == nil {
		r.people = map[person]*acquaintance{}
	}
	a := r.people[key]
	if a == nil {
		a = &acquaintance{Acquaintance: Acquaintance{Name: who.name, Slug: who.slug}}
		r.people[key] = a
	}
	return a
}

// bookEntry takes one entry of an address book. Mail addresses and numbers only
// tell two people of one name apart, and are not kept.
func (r *reader) bookEntry(who person, company string, marks []string) {
	a := r.known(who)
	if a == nil {
		return
	}
	if a.Company == "" {
		a.Company = company
	}
	set := map[uint64]struct{}{}
	for _, mark := range marks {
		if mark = sameMark(mark); mark != "" {
			set[maphash.String(sumSeed, mark)] = struct{}{}
		}
	}
	a.join(set)
}

// join adds an entry to the one that it shares an address or a number with. One
// that has neither is taken for the first.
func (a *acquaintance) join(set map[uint64]struct{}) {
	if len(set) == 0 && len(a.entries) > 0 {
		return
	}
	into := -1
	for i := 0; i < len(a.entries); i++ {
		same := len(a.entries[i]) == 0
		for mark := range set {
			_, has := a.entries[i][mark]
			same = same || has
		}
		if !same {
			continue
		}
		if into < 0 {
			into = i
			for mark := range set {
				a.entries[i][mark] = struct{}{}
			}
			continue
		}
		for mark := range a.entries[i] {
			a.entries[into][mark] = struct{}{}
		}
		a.entries = slices.Delete(a.entries, i, i+1)
		i--
	}
	if into < 0 && len(a.entries) < mostNamesakes {
		a.entries = append(a.entries, set)
	}
}

// sameMark is a mail address or a number as it compares: numbers by their last
// digits, since the code of a country may be missing.
func sameMark(text string) string {
	text = strings.ToLower(strings.TrimSpace(text))
	if strings.Contains(text, "@") {
		return text
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
	const tell = 8
	return digits[max(0, len(digits)-tell):]
}

// bookRow takes a row of an address book as a table: LinkedIn's own, Google's or
// Outlook's.
func (r *rows) bookRow(rec record) {
	r.side++
	var words []string
	for _, c := range []column{colFirstName, colMiddleName, colLastName} {
		if word := r.oldText(rec, c); word != "" {
			words = append(words, word)
		}
	}
	who := person{name: clean.Name(strings.Join(words, " "))}
	if who.name == "" {
		who.name = clean.Name(r.oldText(rec, colFullName))
	}
	_, who.slug = address.Profile(string(r.table.cell(rec.fields, colURL)))
	company := r.oldText(rec, colOrganization)
	if company == "" {
		company = r.oldText(rec, colCompany)
	}
	var marks []string
	for _, c := range []column{colMails, colPhones} {
		marks = append(marks, strings.FieldsFunc(string(r.table.cell(rec.fields, c)), func(c rune) bool { return c == ',' || c == ';' || c == '\n' })...)
	}
	r.bookEntry(who, company, marks)
}

// oldText is text, of a program that may still write the letters of old: Outlook
// does.
func (r *rows) oldText(rec record, c column) string {
	cell := r.table.cell(rec.fields, c)
	if utf8.Valid(cell) {
		return r.text(rec, c)
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(cell)
	if err != nil {
		return r.text(rec, c)
	}
	return clean.Line(string(text))
}

// peopleTaker returns what reads a row of a table that names people or companies.
func (r *rows) peopleTaker() func(record) {
	switch r.table.kind {
	case bookTable:
		return r.bookRow
	case endorsedByTable:
		return r.tie(colEndorserFirst, colEndorserLast, colEndorserURL, colEndorsedOn, func(a *acquaintance) *time.Time { return &a.EndorsedBy })
	case endorsedTable:
		return r.tie(colEndorseeFirst, colEndorseeLast, colEndorseeURL, colEndorsedOn, func(a *acquaintance) *time.Time { return &a.Endorsed })
	case memberFollowTable:
		return r.tie(colFullName, otherColumn, colURL, colDate, func(a *acquaintance) *time.Time { return &a.Followed })
	case companyFollowTable:
		return r.follow
	case recommendationTable:
		// Both tables have the same header; their names alone tell them apart.
		given := strings.Contains(strings.ToLower(r.file), "given")
		return r.tie(colFirstName, colLastName, colURL, colCreationDate, func(a *acquaintance) *time.Time {
			if given {
				return &a.Recommended
			}
			return &a.RecommendedBy
		})
	}
	return func(record) { r.side++ }
}

// tie returns what reads a row that says what was between the member and somebody,
// and when last.
func (r *rows) tie(first, last, url, on column, at func(*acquaintance) *time.Time) func(record) {
	return func(rec record) {
		r.side++
		if status := string(r.table.cell(rec.fields, colStatus)); !counts(status) {
			return
		}
		name := r.text(rec, first)
		if last != otherColumn {
			name += " " + r.text(rec, last)
		}
		who := person{name: clean.Name(name)}
		_, who.slug = address.Profile(string(r.table.cell(rec.fields, url)))
		a := r.known(who)
		if a == nil {
			return
		}
		moment, ok := r.sideTime(rec, on)
		if !ok {
			moment = Undated
		}
		if known := at(a); moment.After(*known) {
			*known = moment
		}
	}
}

// counts reports whether a row stands: one that was deleted, or was ended, tells
// of nothing.
func counts(status string) bool {
	switch strings.ToLower(strings.TrimSpace(status)) {
	case "deleted", "inactive", "unfollowed", "declined", "rejected":
		return false
	}
	return true
}

// sideTime reads a time in any of the forms that LinkedIn's other tables have.
func (r *rows) sideTime(rec record, c column) (time.Time, bool) {
	cell := strings.TrimSpace(string(r.table.cell(rec.fields, c)))
	for _, layout := range []string{"2006/01/02 15:04:05 MST", "Mon Jan 02 15:04:05 MST 2006"} {
		if t, err := time.Parse(layout, cell); err == nil && t.Year() >= firstYear {
			return t.UTC(), true
		}
	}
	if t, ok := parseSentAt(cell, r.zone); ok {
		return t, true
	}
	return parseDay(cell)
}

// follow takes a company that the member follows.
func (r *rows) follow(rec record) {
	r.side++
	company := r.text(rec, colOrganization)
	if company == "" {
		return
	}
	on, _ := r.sideTime(rec, colFollowedOn)
	key := strings.ToLower(company)
	if at, known := r.follows[key]; known {
		if f := &r.archive.Follows[at]; !on.IsZero() && (f.On.IsZero() || on.Before(f.On)) {
			f.On = on
		}
		return
	}
	if r.follows == nil {
		r.reader.follows = map[string]int{}
	}
	r.follows[key] = len(r.archive.Follows)
	r.archive.Follows = append(r.archive.Follows, Follow{company, on})
}

// gatherPeople puts those that were named into the archive.
func (r *reader) gatherPeople() {
	for _, a := range r.people {
		if a.Book = len(a.entries); a.Book > 0 {
			r.archive.BookPeople += a.Book
		}
		if a.Book > 1 {
			a.Company = ""
		}
		r.archive.Acquaintances = append(r.archive.Acquaintances, a.Acquaintance)
	}
	slices.SortFunc(r.archive.Acquaintances, func(a, b Acquaintance) int {
		return strings.Compare(a.Slug+"\x00"+a.Name, b.Slug+"\x00"+b.Name)
	})
}

// peopleColumn recognizes the columns of tables that name people.
func peopleColumn(header string) column {
	return peopleColumns[strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, header)]
}

// peopleColumns are the columns of address books as LinkedIn, Google and Outlook
// write them, and of LinkedIn's tables of endorsements, recommendations and
// follows, by the letters and digits of their header.
var peopleColumns = map[string]column{
	"firstname": colFirstName, "givenname": colFirstName, "lastname": colLastName, "familyname": colLastName,
	"middlename": colMiddleName, "additionalname": colMiddleName, "fullname": colFullName, "name": colFullName, "displayname": colFullName,
	"emails": colMails, "emailaddress": colMails, "email1value": colMails, "emailadresse": colMails,
	"phonenumbers": colPhones, "phone1value": colPhones, "mobilephone": colPhones, "homephone": colPhones, "businessphone": colPhones,
	"primaryphone": colPhones, "mobiltelefon": colPhones,
	"companies": colOrganization, "organizationname": colOrganization, "organization1name": colOrganization, "organization": colOrganization, "firma": colOrganization,
	"website1value": colURL, "webpage": colURL, "profiles": colURL, "createdat": colAddedOn,
	"endorsementdate": colEndorsedOn, "endorserfirstname": colEndorserFirst, "endorserlastname": colEndorserLast, "endorserpublicurl": colEndorserURL,
	"endorseefirstname": colEndorseeFirst, "endorseelastname": colEndorseeLast, "endorseepublicurl": colEndorseeURL, "endorsementstatus": colStatus,
	"jobtitle": colJobTitle, "creationdate": colCreationDate, "status": colStatus, "followedon": colFollowedOn,
}

// peopleKind tells what table of people it is, otherTable for none.
func (t *table) peopleKind() kind {
	google := slices.ContainsFunc(t.names, func(name string) bool {
		return strings.EqualFold(name, "E-mail 1 - Value") || strings.EqualFold(name, "Email 1 - Value")
	})
	named := t.has(colFirstName, colLastName) || t.has(colFullName)
	switch {
	case t.has(colEndorsedOn, colEndorserFirst):
		return endorsedByTable
	case t.has(colEndorsedOn, colEndorseeFirst):
		return endorsedTable
	case t.has(colFirstName, colJobTitle, colCreationDate):
		return recommendationTable
	case t.has(colOrganization, colFollowedOn):
		return companyFollowTable
	case t.has(colDate, colStatus, colFullName):
		return memberFollowTable
	case named && (google || t.has(colMails, colPhones)):
		return bookTable
	}
	return otherTable
}
