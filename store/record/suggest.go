package record

import (
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/notes"
)

// Suggestions returns the answers that the note, the headline, the archives and
// the mail it came by point to, but for questions that have an answer
// other than "don't know".
func (inv Invitation) Suggestions() []notes.Suggestion {
	return slices.DeleteFunc(inv.pointers(), func(s notes.Suggestion) bool { return !inv.Answers.Open(s.Question) })
}

// Confirmed counts the suggested answers that the person gave, and the suggestions
// to which they gave another. That a note is missing or a sign was not found is so
// common that it would say nothing.
func (inv *Invitation) Confirmed() (confirmed, refused int) {
	for _, s := range inv.pointers() {
		given := inv.Answers[s.Question]
		switch {
		case s.Answer == "no" || s.Question == "note" || inv.Answers.Open(s.Question):
		case slices.Contains(given, s.Answer):
			confirmed++
		default:
			refused++
		}
	}
	return confirmed, refused
}

// pointers are the answers that something points to, given or not.
func (inv Invitation) pointers() []notes.Suggestion {
	return inv.withDoubts(notes.Suggest(inv.theirs(), inv.facts()))
}

// Hints are the lines beside questions, without an answer, that archives, address
// books and the profile that was read give.
func (inv Invitation) Hints() []notes.Hint {
	hints := inv.Facts.Hints()
	if inv.Profile != nil {
		hints = append(hints, inv.Profile.Hints...)
	}
	return hints
}

// unconfirmed are the pointers as the advisor takes them: it lets those wait that
// are grave, until the person has said yes or no. A plain link in a signature is
// no reason to hold back the advice on a friend.
func (inv Invitation) unconfirmed() []advisor.Unconfirmed {
	var list []advisor.Unconfirmed
	for _, s := range inv.pointers() {
		if s.Glance {
			continue
		}
		list = append(list, advisor.Unconfirmed{Question: s.Question, Answer: s.Answer, Because: s.Text()})
	}
	return list
}

// withDoubts puts what speaks against the mail before all else. A mail that is
// not LinkedIn's both poses as somebody and brings a bad link.
func (inv Invitation) withDoubts(found []notes.Suggestion) []notes.Suggestion {
	if len(inv.Doubts) == 0 {
		return found
	}
	doubts := []notes.Suggestion{
		{Question: "impostor", Answer: "yes", Because: fmt.Sprintf(
			"The mail may not be from LinkedIn: %s.", strings.Join(inv.Doubts, "; "))},
		{Question: "bad_link_or_file", Answer: "yes", Because: "The mail may not be from LinkedIn, so do not use its links: " +
			"open linkedin.com by hand and look whether the invitation is there."},
	}
	return append(doubts, slices.DeleteFunc(found, func(s notes.Suggestion) bool {
		return s.Question == doubts[0].Question || s.Question == doubts[1].Question
	})...)
}

// marks reports whether a list should mark the invitation, and whether what it
// would be marked for looks like a stop sign. Only what is open
// counts. That there is no note is so common that a mark for it would say nothing.
//
// The texts are read once, up to the first stop sign, for each of 100,000
// invitations in an import.
func (inv *Invitation) marks() (suggested, warned bool) {
	counts := func(question, answer string) bool {
		if answer == "no" || question == "note" || !inv.Answers.Open(question) {
			return false
		}
		suggested = true
		q, ok := advisor.QuestionByID(question)
		warned = ok && q.Stage == advisor.StageStopSigns
		return warned
	}
	if len(inv.Doubts) > 0 && (counts("impostor", "yes") || counts("bad_link_or_file", "yes")) {
		return suggested, warned // see withDoubts
	}
	notes.SuggestsAny(inv.theirs(), inv.facts(), counts)
	return suggested, warned
}

// facts is what the archives and the profile say of the sender.
func (inv *Invitation) facts() notes.Facts {
	f := inv.Facts
	f.NoteKnown = f.NoteKnown && inv.Direction != Outgoing // see theirs
	if inv.Profile != nil {
		f.Profile = &inv.Profile.Facts
	}
	return f
}

// forAdvisor is the invitation as the advisor reads it.
func (inv *Invitation) forAdvisor() advisor.Invitation {
	return advisor.Invitation{Name: inv.Name, Headline: inv.Headline, Company: inv.Company, Note: inv.Note}
}

// theirs is what they say of themselves: the note of somebody the person invites
// is the person's own.
func (inv *Invitation) theirs() advisor.Invitation {
	said := inv.forAdvisor()
	if inv.Direction == Outgoing {
		said.Note = ""
	}
	return said
}

// noTies is what FactsSum adds of somebody of whom no ties are known.
const noTies = ` 0 "" "" "" "" "" "" false ""`

// FactsSum is 0 for no facts, and differs for different ones as far as 32 bits
// can tell.
func FactsSum(f notes.Facts) uint32 {
	switch f {
	case notes.Facts{}:
		return 0
	case notes.Facts{NoteKnown: true}: // nearly all of an archive
		return 1
	case notes.Facts{NoteKnown: true, MessagesKnown: true}: // nearly all of one with messages
		return 2
	}
	all := fmt.Appendf(nil, "%q %q %d %q %q %q %d %d %q %t",
		f.Namesake, f.NamesakeName, f.Messages, f.FirstMessage, f.LastMessage, f.InvitedBefore, f.TimesSent, f.SameCompany, f.Company, f.NoteKnown)
	if f.MessagesKnown { // which earlier programs did not know
		all = append(all, '+')
	}
	if ties := fmt.Appendf(nil, " %d %q %q %q %q %q %q %t %q", f.Book, f.BookCompany, f.EndorsedBy, f.Endorsed, f.RecommendedBy, f.Recommended,
		f.Followed, f.NameOnly, f.FollowsCompany); string(ties) != noTies { // nor these
		all = append(all, ties...)
	}
	return max(3, crc32.ChecksumIEEE(all))
}
