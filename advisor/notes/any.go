package notes

import (
	"slices"

	"linkvet/advisor"
)

// SuggestsAny reports whether Suggest would suggest an answer to any question
// that counts. It stops at the first one and puts nothing into words, so that a
// list can ask it of every invitation.
func SuggestsAny(inv advisor.Invitation, f Facts, counts func(question, answer string) bool) bool {
	r, ok := newReading(inv, &f)
	return ok && (r.factsLead(&f, counts) || r.noteLeads(counts) || r.headlineLeads(counts))
}

// leads reports whether a sign suggests an answer to a question that counts,
// by itself or through another sign that follows it.
func (r *reading) leads(sign int, counts func(question, answer string) bool) bool {
	led := &r.book.Signs[sign]
	return counts(led.Question, led.Answer) || slices.ContainsFunc(r.book.followers, func(i int) bool {
		follower := &r.book.Signs[i]
		return follower.Follows == led.Question && counts(follower.Question, follower.Answer)
	})
}

func (r *reading) factsLead(f *Facts, counts func(question, answer string) bool) bool {
	return slices.ContainsFunc(r.book.factSigns, func(i int) bool {
		return f.speaks(r.book.Signs[i].Fact) && r.leads(i, counts)
	})
}

func (r *reading) noteLeads(counts func(question, answer string) bool) (leads bool) {
	r.book.words.read(r.note, func(words []word) {
		leads = r.wordsLead(r.book.note, words, counts) || r.contactsLead(words, counts)
	})
	return leads
}

func (r *reading) headlineLeads(counts func(question, answer string) bool) (leads bool) {
	r.book.words.read(r.headline, func(words []word) {
		leads = r.wordsLead(r.book.headline, words, counts)
	})
	if !leads && r.title != "" {
		r.book.words.read(r.title, func(words []word) { leads = r.wordsLead(r.book.headline, words, counts) })
	}
	return leads
}

func (r *reading) contactsLead(words []word, counts func(question, answer string) bool) bool {
	for kind := range r.book.Addresses.contacts(r.note, words, r.company) {
		if slices.ContainsFunc(r.book.finders[kind], func(i int) bool { return r.leads(i, counts) }) {
			return true
		}
	}
	return false
}

func (r *reading) wordsLead(index *phraseIndex, words []word, counts func(question, answer string) bool) bool {
	for m := range r.book.meant(index, words) {
		if r.leads(m.phrase.sign, counts) {
			return true
		}
	}
	return false
}
