package profiles

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"linkvet/advisor/notes"
	"linkvet/store/quantity"
)

// Judge fills in what the profile comes to. mailDomains and siteDomains are those
// of the contact details, which are not kept; mutualNames stand in the line about
// connections in common, and are kept only where they are connections.
func (p *Profile) Judge(inv Invitation, circle Circle, contact ContactDetails, now time.Time) {
	p.Facts, p.Hints = notes.ProfileFacts{}, nil
	j := judge{Profile: p, inv: inv, circle: circle, now: now}
	if j.company = p.Employer(); j.company == "" {
		j.company = inv.Company
	}
	j.Facts.Care = p.Care
	j.panel()
	j.contact(contact)
	j.colleagues()
	if !p.OutOfOrder && !p.Part {
		j.mutuals(contact.MutualNames)
		j.lists()
		j.work()
	}
	j.hints()
}

// ContactDetails are what a judgment needs and is not kept.
type ContactDetails struct {
	MailDomains, SiteDomains []string
	MutualNames              []string
}

// judge is a profile on its way to being judged.
type judge struct {
	*Profile
	inv     Invitation
	circle  Circle
	company string // where they say they work
	now     time.Time
}

// panel: what LinkedIn itself confirms, and since when the account exists.
func (j *judge) panel() {
	f := &j.Facts
	f.Badge = j.Badge
	claimed := j.claimedEmployers()
	for _, v := range j.Verified {
		switch workplace := v.Kind == "workplace" && v.Organisation != ""; {
		case workplace && slices.ContainsFunc(claimed, func(name string) bool { return j.circle.Same(v.Organisation, name) }):
			f.Workplace = v.Organisation
		case workplace && len(claimed) == 0:
			j.hint("verified", "LinkedIn's panel confirms that they belong to %s; whether they claim to is not known yet.", v.Organisation)
		case f.Confirmed == "":
			f.Confirmed = confirmedWords(v)
			if len(claimed) > 0 {
				f.Confirmed += ", but not the employer they claim"
			}
		}
	}
	f.Unconfirmed = j.PanelWhole && len(j.Verified) == 0 && !j.Badge
	if j.OutOfOrder {
		return // the text below the panel may be anything
	}
	joined, ok := monthOf(j.Joined)
	if !ok {
		return
	}
	first, since := j.firstWork(), ""
	if !first.IsZero() {
		since = strconv.Itoa(first.Year())
	}
	age := monthsBetween(joined, j.now)
	switch {
	case !first.IsZero() && age <= newAccount && monthsBetween(first, joined) >= longWork:
		f.AccountNew, f.WorkSince = words(joined), since
	case age >= oldAccount, !j.firstYear().IsZero() && monthsBetween(j.firstYear(), joined) <= soonAfter && monthsBetween(j.firstYear(), joined) >= 0:
		f.AccountFit = words(joined)
	}
}

// claimedEmployers are where they say they work: as profile or invitation name it,
// else as the headline has it.
func (j *judge) claimedEmployers() []string {
	if j.company != "" {
		return []string{j.company}
	}
	headline := j.Headline
	if headline == "" || j.OutOfOrder {
		headline = j.inv.Headline
	}
	return employersIn(headline)
}

// Spans in months.
const (
	newAccount = 12
	oldAccount = 8 * 12
	longWork   = 8 * 12 // before a new account
	soonAfter  = 5 * 12 // an account made that soon after work or school began
	shortList  = 3 * 12 // three jobs
	longList   = 5 * 12 // two jobs
)

func confirmedWords(v Verification) string {
	switch {
	case v.Kind == "identity":
		return "their identity"
	case v.Organisation != "":
		return "that they belong to " + v.Organisation
	}
	return "a " + v.Kind
}

// firstWork is when the first job began.
func (j *judge) firstWork() time.Time {
	var first time.Time
	for _, job := range j.Positions {
		if from, ok := monthOf(job.From); ok && (first.IsZero() || from.Before(first)) {
			first = from
		}
	}
	return first
}

// firstYear is when the first job or school began.
func (j *judge) firstYear() time.Time {
	first := j.firstWork()
	for _, s := range j.Schools {
		if from, ok := monthOf(s.From); ok && (first.IsZero() || from.Before(first)) {
			first = from
		}
	}
	return first
}

// mutuals: what LinkedIn counts, and who of them the archive knows.
func (j *judge) mutuals(names []string) {
	j.Facts.Mutuals = j.Mutuals
	var known []string
	j.MutualKeys = nil
	for _, name := range names {
		if found := j.circle.Named(name); len(found) == 1 {
			known = append(known, found[0].Name)
			j.MutualKeys = append(j.MutualKeys, found[0].Key)
		}
	}
	j.Facts.MutualNames = quantity.And(known)
}

// lists: how full the profile is. Lists alone are easily made up, so somebody
// else must have added something.
func (j *judge) lists() {
	f := &j.Facts
	first, last, open := j.firstWork(), time.Time{}, 0
	for _, job := range j.Positions {
		until, ended := monthOf(job.Until)
		if !ended {
			until = j.now
			if job.FullTime {
				open++
			}
		}
		if until.After(last) {
			last = until
		}
	}
	span := monthsBetween(first, last)
	long := len(j.Positions) >= 3 && span >= shortList || len(j.Positions) >= 2 && span >= longList
	others := j.Recommendations > 0 || j.Endorsements >= 5
	if !others && slices.Contains(j.Kinds, "pdf") {
		f.Employers = j.knownEmployers() // that PDF has nothing that others wrote
		others = f.Employers >= 2
	}
	f.Full = long && others && (len(j.Schools) > 0 || j.Skills >= 5) && open < 3
	f.Sparse = j.Whole && len(j.Positions) <= 1 && j.Skills <= 2 && j.Recommendations == 0 && j.Endorsements == 0
	f.Positions, f.Skills, f.Received, f.Endorsements = len(j.Positions), j.Skills, j.Recommendations, j.Endorsements
	if !first.IsZero() {
		f.PositionsFrom = strconv.Itoa(first.Year())
	}
}

// knownEmployers counts the companies of their list at which the person was, or a
// connection is.
func (j *judge) knownEmployers() int {
	var known []string
	for _, job := range j.Positions {
		if isGenericCompany(job.Company) || slices.ContainsFunc(known, func(name string) bool { return j.circle.Same(name, job.Company) }) {
			continue
		}
		own := slices.ContainsFunc(j.circle.Positions, func(p Position) bool { return j.circle.Same(p.Company, job.Company) })
		if own || len(j.circle.At(job.Company)) > 0 {
			known = append(known, job.Company)
		}
	}
	return len(known)
}

// work: the present title, and whether it is work that the person does too.
func (j *judge) work() {
	job, ok := j.present()
	if !ok {
		return
	}
	f := &j.Facts
	f.Title = job.Title
	for _, own := range j.circle.Positions {
		if sameWork(job.Title, own.Title) {
			f.OwnTitle = own.Title
			break
		}
	}
	if f.Colleague == "" && isGenericTitle(job.Title) && isGenericCompany(job.Company) {
		f.GenericTitle, f.Company = job.Title, job.Company
	}
}

// colleagues: who of the connections is at the company they name.
func (j *judge) colleagues() {
	if j.company == "" || isGenericCompany(j.company) {
		return
	}
	if at := j.circle.At(j.company); len(at) > 0 {
		j.Facts.Colleague, j.Facts.Company = at[0].Name, j.company
		j.hint("company", "%s, a connection of yours, is at %s.", at[0].Name, j.company)
	}
}

// contact: whether the mail address goes with the company.
func (j *judge) contact(c ContactDetails) {
	for _, domain := range c.MailDomains {
		for _, site := range c.SiteDomains {
			if domain == site || strings.HasSuffix(domain, "."+site) {
				j.Facts.MailDomain = domain
			}
		}
		if j.company != "" && holdsName(domain, j.company) {
			j.Facts.MailDomain = domain
		}
	}
	if j.Facts.MailDomain != "" {
		j.Facts.Company = j.company
		if j.company == "" {
			j.Facts.Company = "their company"
		}
	}
}
