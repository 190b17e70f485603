package words

import (
	"fmt"
	"strings"
	"time"

	"linkvet/advisor/interview"
	"linkvet/advisor/notes"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/style"
)

// Hints are the answers that note and archive point to, by question. They are
// shown where the question is asked and never count before the person agrees.
type Hints map[string]notes.Suggestion

// HintsOf returns what an invitation suggests, whatever is answered.
func HintsOf(inv record.Invitation) Hints {
	inv.Answers = nil
	h := Hints{}
	for _, s := range inv.Suggestions() {
		h[s.Question] = s
	}
	return h
}

// Answers are the suggested answers.
func (h Hints) Answers() map[string]string {
	answers := make(map[string]string, len(h))
	for id, s := range h {
		answers[id] = s.Answer
	}
	return answers
}

// AnsweredBefore is what the journal says was answered, page by page.
func AnsweredBefore(journal []record.Entry) []interview.Change {
	changes := make([]interview.Change, len(journal))
	for i, entry := range journal {
		changes[i] = interview.Change{Was: entry.Answers.Was, Is: entry.Answers.Is}
	}
	return interview.Past(changes)
}

// Visits name the visits of pages of questions about an invitation, so that the
// answers given in one of them are one step, also when it is left and gone on with.
type Visits struct {
	id     string
	opened time.Time
	left   string // the visit that what was answered last was given in
	first  int    // the visit that goes on with it; 0 for none
}

// VisitsOf names the visits of questions that are opened at some time.
func VisitsOf(id string, opened time.Time, journal []record.Entry) Visits {
	v := Visits{id: id, opened: opened}
	if n := len(journal); n > 0 && strings.HasPrefix(journal[n-1].Visit, id+" ") {
		v.left = journal[n-1].Visit
	}
	return v
}

// Left reports whether the last answers were given on a page that may go on.
func (v Visits) Left() bool { return v.left != "" }

// Start takes the questions as they are when they are opened.
func (v *Visits) Start(asked *interview.Interview) {
	if asked.GoesOn() {
		v.first = asked.Visit()
	}
}

// Name is what the store knows a visit by.
func (v Visits) Name(visit int) string {
	if visit == v.first {
		return v.left
	}
	return fmt.Sprintf("%s %d %d", v.id, v.opened.UnixNano(), visit)
}

// Ways are what the person presses or types to do something about a page, as
// the notices name it.
type Ways struct {
	None, End, TakeAll string
	Typed              bool // an answer is typed, not pressed
}

// Notice is what a notice of the questions says on the page shown; "" for none.
func Notice(n interview.Notice, page interview.Page, h Hints, w Ways) string {
	switch n.What {
	case interview.LeftSettled:
		return quantity.Sentence(n.N, "%d question left open; it could not change the advice", "%d questions left open; none could change the advice")
	case interview.LeftOpen:
		return quantity.Text("%d left open", n.N)
	case interview.NothingTicked:
		return quantity.Text("Nothing is ticked: %s if you have seen none of these; %s again leaves them open", w.None, w.End)
	case interview.CameByItself:
		return quantity.Text("The page before was complete, and this is the next; %s again leaves all of it open", w.End)
	case interview.SignsSuggested:
		return suggestedSigns(n.N, page, h, w)
	case interview.NoSuchAnswer:
		return quantity.Text("This row has the answers 1 to %d", n.N)
	case interview.NoYesOrNo:
		if w.Typed {
			return quantity.Text("This row has no plain yes or no; type the number of an answer, 1 to %d", n.N)
		}
		return quantity.Text("This row has no plain yes or no; press the number of an answer, 1 to %d", n.N)
	case interview.WhichKind:
		if w.Typed {
			return "Which of them? Type its number"
		}
		return "Which of them? Press its number"
	case interview.NoneGoesAlone:
		return "“None of these” goes with no other answer; nothing was changed"
	case interview.NothingSuggested:
		if n.N == 0 {
			return "Nothing is suggested here"
		}
		return quantity.Sentence(n.N, "Nothing is suggested for this row; %[2]s takes the one on the page", "Nothing is suggested for this row; %[2]s takes all %[1]d on the page", w.TakeAll)
	}
	return ""
}

// suggestedSigns says what would be denied.
func suggestedSigns(n int, page interview.Page, h Hints, w Ways) string {
	first := ""
	for _, row := range page.Rows {
		if row.Hinted() && row.Suggested != row.Question.NotSeen() {
			first = strings.TrimSuffix(style.OneLine(h[row.Question.ID].Text()), ".")
			break
		}
	}
	return quantity.Sentence(n, "linkvet sees %d sign here: %s. %s again to say it is not so", "linkvet sees %d signs here: %s. %s again to say it is not so", first, w.None)
}

// SetAside says what a changed answer did to later ones, of which so many were
// set aside before and after; "" for nothing.
func SetAside(before, after int) string {
	switch n := after - before; {
	case n > 0:
		return quantity.Sentence(n, "%d answer set aside; it comes back if you change this again.", "%d answers set aside; they come back if you change this again.")
	case n < 0:
		return quantity.Sentence(-n, "%d answer that was set aside counts again.", "%d answers that were set aside count again.")
	}
	return ""
}
