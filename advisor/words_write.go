package advisor

import (
	"slices"
	"strings"
)

// wording puts advice into words.
type wording struct {
	*view
	advice *Advice
}

func (w wording) write() {
	w.advice.Summary = w.summary()
	w.advice.Respond = w.respond()
	w.advice.Replies = w.replies()
	w.advice.NextSteps = w.nextSteps()
	w.advice.Motives = w.motives()
}

// summary is the first summary whose conditions hold and whose reasons there
// are.
func (w wording) summary() string {
	for _, s := range w.asking.r.words(w.state.path).Summaries {
		if !w.holds(s.guard) {
			continue
		}
		if text, ok := w.withReasons(s.Text); ok {
			return text
		}
	}
	return w.advice.Label + "."
}

// withReasons puts the reasons that a summary names into it, if there are such.
func (w wording) withReasons(text string) (string, bool) {
	for _, side := range []side{inFavor, against, unconfirmed} {
		if strings.Contains(text, string(side)) {
			reason := w.sentence(side)
			if reason == "" {
				return "", false
			}
			text = strings.ReplaceAll(text, string(side), reason)
		}
	}
	return text, true
}

// side is which reasons a summary speaks of, as it names them.
type side string

const (
	inFavor     side = "{for}"
	against     side = "{against}"
	unconfirmed side = "{unconfirmed}"
)

// sentence returns the heaviest reason of one side, to stand inside another
// sentence: its first sentence, lower-cased, without its full stop.
func (w wording) sentence(s side) string {
	for _, r := range w.advice.Reasons {
		if (r.Outcome == Supports) == (s == inFavor) && r.Unconfirmed == (s == unconfirmed) {
			first, _, _ := strings.Cut(r.Text, ". ") // what is only suggested says more than one
			return lowerFirst(strings.TrimSuffix(first, "."))
		}
	}
	return ""
}

// motives returns what the answers mean that help the person think and never
// weigh: the reasons to invite, and what each side gains (002's table).
func (w wording) motives() []string {
	list := []string{}
	for i := range w.asking.r.Questions {
		q := &w.asking.r.Questions[i]
		if !q.NeverWeighs || q.Checklist || !w.asking.counts(q) {
			continue
		}
		for _, value := range w.c.Answers[q.ID] {
			if ans, _ := q.answer(value); ans.Because != "" {
				list = append(list, ans.Because)
			}
		}
	}
	return list
}

func (w wording) respond() []Response {
	list := []Response{}
	for _, r := range w.asking.r.words(w.state.path).Respond {
		if w.holds(r.guard) {
			list = append(list, Response{Way: r.Way, Text: r.Text, Waits: r.Waits})
		}
	}
	return list
}

func (w wording) replies() []Reply {
	list := []Reply{}
	for _, r := range w.asking.r.words(w.state.path).Replies {
		if !w.holds(r.guard) {
			continue
		}
		if text, ok := w.fill(r.Text); ok {
			list = append(list, Reply{Kind: r.Kind, Text: text})
		}
	}
	return list
}

// fill puts what is known of the inviter into a draft. A draft that needs what
// is not known, or that becomes longer than a note may be, is not offered.
func (w wording) fill(draft string) (string, bool) {
	first, company := w.asking.r.firstName(w.c.Invitation.Name), strings.TrimSpace(w.c.Invitation.Company)
	if strings.Contains(draft, "{company}") && company == "" {
		return "", false
	}
	text := strings.NewReplacer("{first}", first, "{company}", company).Replace(draft)
	return text, len([]rune(text)) <= NoteLimit
}

// nobody stands in a greeting for a first name that is not known.
const nobody = "there"

// firstName returns how to address somebody: the first word of the name, with
// title and last name where it is a title, or "there" when it has no letters to
// go by or is only an initial.
func (b *rulebook) firstName(name string) string {
	fields := strings.Fields(name)
	if len(fields) == 0 {
		return nobody
	}
	first := strings.Trim(fields[0], ".,")
	switch isTitle := strings.HasSuffix(fields[0], ".") || slices.Contains(b.Titles, strings.ToLower(first)); {
	case isTitle && len(fields) > 1:
		return strings.TrimSuffix(fields[0], ",") + " " + fields[len(fields)-1]
	case isTitle || len([]rune(first)) < 2:
		return nobody
	}
	return first
}

func (w wording) nextSteps() []string {
	list := []string{}
	for _, s := range w.asking.r.words(w.state.path).NextSteps {
		if w.holds(s.guard) {
			list = append(list, s.Text)
		}
	}
	return list
}

// FirstName returns how somebody of that name is addressed; "" where the name does
// not tell.
func FirstName(name string) string {
	if first := book().firstName(name); first != nobody {
		return first
	}
	return ""
}
