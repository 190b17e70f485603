package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/advisor/profiles"
	"linkvet/store/fault"
	"linkvet/store/files"
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/pdf"
	"linkvet/store/linkedin/profile"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Reading is what a profile comes to for one invitation. Nothing of it is kept
// yet, and the text it was read from is not in it.
type Reading struct {
	ID          string
	Kind        profile.Kind
	Name        string // as the profile has it
	Differs     bool   // from that of the invitation: is it the same person?
	Profile     profiles.Profile
	Suggestions []notes.Suggestion // which the invitation did not have before
	Hints       []profiles.Hint
	Missing     []string // sections that were not in the copy
}

// ReadProfile reads what a person copied or saved of the inviter's profile, for a
// person to look over. Several readings add up with KeepProfile between them, or
// with those given as earlier ones. What is no profile is a *profile.WrongError.
// It writes nothing.
func (s *Store) ReadProfile(ref string, data []byte, earlier ...Reading) (Reading, error) {
	read, err := s.readCopy(data)
	if err != nil {
		return Reading{}, err
	}
	var r Reading
	err = s.file.View(func(tx *tables.Tx) error {
		id, err := tx.Resolve(ref)
		if err != nil {
			return err
		}
		inv, err := tx.Get(id)
		if err != nil {
			return err
		}
		r, err = s.judge(tx, inv, read, earlier)
		return err
	})
	return r, err
}

// MostOfProfile is how much of a copy is read: a page saved with its pictures may
// be larger than text or a PDF.
const MostOfProfile = max(pdf.MostBytes, profile.MostArchived)

// readCopy reads a copy of any form.
func (s *Store) readCopy(data []byte) (profile.Profile, error) {
	if !pdf.Is(data) {
		return profile.Read(data, s.file.Now())
	}
	doc, err := s.PDF.Read(context.Background(), data)
	if err != nil {
		return profile.Profile{}, &profile.WrongError{Problem: pdf.ErrUnreadable.Error(), Hint: "copy the page instead: scroll to its end, select all and copy", Cause: err}
	}
	return profile.ReadDocument(doc, s.file.Now())
}

// ReadProfileFile reads a copy at a path, as ReadProfile does.
func (s *Store) ReadProfileFile(ref, path string, earlier ...Reading) (Reading, error) {
	f, err := files.Open(path)
	if err != nil {
		if failed, ok := errors.AsType[*fs.PathError](err); ok {
			err = fmt.Errorf("%s: %w", path, failed.Err)
		}
		return Reading{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MostOfProfile+1))
	if err != nil {
		return Reading{}, fmt.Errorf("read the copy: %w", err)
	}
	return s.ReadProfile(ref, data, earlier...)
}

// IsPage reports a reading of the page itself, whole or in part, and not of one of
// its boxes.
func (r Reading) IsPage() bool {
	return r.Kind == profile.Page || r.Kind == profile.HTML || r.Kind == profile.PDF
}

// HowToComplete says in a sentence how to have what is missing.
func (r Reading) HowToComplete() string {
	if r.Kind == profile.PDF {
		return "LinkedIn's PDF has none of them: copy the page, scrolled to its end."
	}
	return "Scroll to the end and copy again."
}

// judge sets what was read beside what the archives know.
func (s *Store) judge(tx *tables.Tx, inv record.Invitation, read profile.Profile, earlier []Reading) (Reading, error) {
	present, err := merge.LoadPresent(tx)
	if err != nil {
		return Reading{}, err
	}
	own, err := tx.Own()
	if err != nil {
		return Reading{}, err
	}
	r := Reading{ID: inv.ID, Kind: read.Kind, Name: read.Name, Differs: differs(inv, read), Missing: append([]string{}, read.Missing...)}
	r.Profile = kept(read, s.file.Now())
	switch {
	case len(earlier) > 0:
		r.Profile = earlier[len(earlier)-1].Profile.With(r.Profile)
	case inv.Profile != nil:
		r.Profile = inv.Profile.With(r.Profile)
	}
	circle := present.Circle(own)
	said := profiles.Invitation{Name: inv.Name, Company: inv.Company, Headline: inv.Headline, Namesake: inv.Facts.Namesake != ""}
	for _, suggestion := range inv.Suggestions() {
		said.ClaimsTie = said.ClaimsTie || suggestion.Question == "claimed_tie"
	}
	r.Profile.Judge(said, circle, profiles.ContactDetails{MailDomains: read.MailDomains, SiteDomains: read.SiteDomains, MutualNames: read.MutualNames}, s.file.Now())
	r.Hints = slices.Clone(r.Profile.Hints)
	if !read.OutOfOrder {
		r.Hints = append(r.Hints, r.Profile.Mutual(read.MutualNames, circle.Named)...)
		r.Hints = append(r.Hints, notes.Warnings(read.About)...)
	}
	without := inv.Clone()
	without.Profile = nil // what an earlier copy suggested and nobody took is offered again
	before := without.Suggestions()
	with := inv.Clone()
	with.Profile = &r.Profile
	if with.Headline == "" && !read.OutOfOrder {
		with.Headline = r.Profile.Headline
	}
	for _, suggestion := range with.Suggestions() {
		if !slices.ContainsFunc(before, func(b notes.Suggestion) bool {
			return b.Question == suggestion.Question && b.Answer == suggestion.Answer
		}) {
			r.Suggestions = append(r.Suggestions, suggestion)
		}
	}
	return r, nil
}

// kept is what may be kept of a profile.
func kept(read profile.Profile, now time.Time) profiles.Profile {
	p := profiles.Profile{
		ReadOn: now.UTC().Format(time.DateOnly), Kinds: []string{string(read.Kind)}, Name: read.Name, Headline: read.Headline, Company: read.Company, Slug: read.Slug,
		Degree: read.Degree, AllPositions: read.AllPositions, BothWorked: read.BothWorked, BothStudied: read.BothStudied, Mutuals: read.Mutuals,
		Skills: read.Skills, Recommendations: read.Recommendations, Endorsements: read.Endorsements, Joined: read.Joined.String(), PanelWhole: read.PanelWhole,
		PhotoNew: read.PhotoNew, ContactNew: read.ContactNew, Badge: read.BadgeSeen, Care: read.CareNotice, ConnectedOn: read.ConnectedOn,
		OutOfOrder: read.OutOfOrder, Whole: read.Whole, Part: read.Part,
	}
	for _, job := range read.Positions {
		p.Positions = append(p.Positions, profiles.Position{Title: job.Title, Company: job.Company, From: job.From.String(), Until: job.Until.String(), FullTime: job.FullTime})
	}
	for _, school := range read.Schools {
		p.Schools = append(p.Schools, profiles.School{Name: school.Name, From: school.From.String(), Until: school.Until.String()})
	}
	for _, v := range read.Verified {
		p.Verified = append(p.Verified, profiles.Verification{Kind: string(v.Kind), Organisation: v.Organisation})
	}
	return p
}

// differs reports a profile of somebody else, as far as names and addresses tell.
// A page that names nobody is taken for the inviter's.
func differs(inv record.Invitation, read profile.Profile) bool {
	if slug := record.SlugOf(inv.URL); slug != "" && read.Slug != "" {
		return slug != read.Slug
	}
	given, found := strings.Fields(record.FoldName(withoutTitles(inv.Name))), strings.Fields(record.FoldName(withoutTitles(read.Name)))
	if len(given) == 0 || len(found) == 0 {
		return false
	}
	if len(given) > len(found) {
		given, found = found, given
	}
	for _, word := range given {
		if !slices.ContainsFunc(found, func(other string) bool { return isNamePart(word, other) }) {
			return true
		}
	}
	return len(given) == 1 && len(found) > 1 // a first name alone is many people's
}

// isNamePart reports whether two words of names may be the same: LinkedIn hides
// last names behind an initial.
func isNamePart(a, b string) bool {
	a, b = strings.Trim(a, "."), strings.Trim(b, ".")
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len([]rune(a)) == 1 && strings.HasPrefix(b, a)
}

// withoutTitles leaves out what stands behind a comma or in brackets.
func withoutTitles(name string) string {
	name, _, _ = strings.Cut(name, ",")
	name, _, _ = strings.Cut(name, " (")
	return name
}

// KeepProfile keeps what was read and gives the answers that the person
// confirmed, each of which must be one of those suggested, in the place of don't
// know where that was said. All of it is one step.
// What the invitation lacks (headline, company, address) is filled in; what it
// has stays.
func (s *Store) KeepProfile(r Reading, accepted []string) (record.Invitation, error) {
	set := advisor.Answers{}
	for _, question := range accepted {
		at := slices.IndexFunc(r.Suggestions, func(suggestion notes.Suggestion) bool { return suggestion.Question == question })
		if at < 0 {
			return record.Invitation{}, fault.Invalid("nothing is suggested for the question %q", question)
		}
		set[question] = []string{r.Suggestions[at].Answer}
	}
	return s.change(r.ID, func(b *merge.Batch, inv *record.Invitation) (record.Entry, error) {
		before := *inv
		inv.Answers = before.Answers.Clone()
		for question, values := range set {
			if given := inv.Answers.Value(question); given != "" && given != advisor.DontKnow {
				return record.Entry{}, fmt.Errorf("%w: %s was answered meanwhile", fault.ErrExists, question)
			}
			inv.Answers[question] = values
		}
		read := r.Profile
		inv.Profile = &read
		if err := fillLacking(b, inv, read); err != nil {
			return record.Entry{}, err
		}
		b.Tx.Advise(inv)
		entry := record.Entry{What: "read", Detail: "their profile", Short: "their profile"}
		if len(set) > 0 {
			entry.Detail += "; " + strings.Join(describeAnswers(before.Answers, inv.Answers), "; ")
		}
		return entry, nil
	})
}

// fillLacking takes from the profile what the invitation lacks.
func fillLacking(b *merge.Batch, inv *record.Invitation, read profiles.Profile) error {
	if inv.Headline == "" && !read.OutOfOrder {
		inv.Headline = read.Headline
	}
	if inv.Company == "" {
		inv.Company = read.Employer()
	}
	if inv.URL != "" || read.Slug == "" {
		return nil
	}
	with := *inv
	with.URL = address.Of(read.Slug)
	if inv.Decision == "" {
		if err := b.RefuseSecondOpen(with); errors.Is(err, fault.ErrExists) {
			return nil // the address belongs to another invitation; it stays out of this one
		} else if err != nil {
			return err
		}
	}
	inv.URL = with.URL
	return nil
}
