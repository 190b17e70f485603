package screen

import (
	"fmt"
	"slices"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// ResumeOffer is an invitation whose questions were left; the zero one offers
// nothing.
type ResumeOffer struct {
	ID, name        string
	answered, total int // screens; total counts at most so many
	settled         bool
}

// resumeOf is the offer to go on with an invitation, if it still waits.
func resumeOf(inv record.Invitation, profile advisor.Profile, now time.Time) ResumeOffer {
	c := inv.Case(profile)
	answered := len(AnsweredScreens(c.Answers))
	status := inv.Status(now)
	if answered == 0 || status != record.StatusWaiting && status != record.StatusOutgoing {
		return ResumeOffer{}
	}
	left := advisor.Remaining(c)
	return ResumeOffer{ID: inv.ID, name: style.NameOr(inv.Name), answered: answered, total: answered + left, settled: left == 0}
}

// Line is the offer in words, in w columns; "" for none.
func (r ResumeOffer) Line(e *Env, w int) string {
	if r.ID == "" || e.readOnly {
		return ""
	}
	rest := fmt.Sprintf(", %d of %d?  ", r.answered, r.total)
	if r.settled {
		rest = ", all answered?  "
	}
	const does = " goes on"
	st, key := e.Styles, keys.Short(e.Keys.ByID[keys.Resume].Keys)
	name := style.Truncate(r.name, max(w-style.Width(" ↩ Resume ")-style.Width(rest)-style.Width(key+does), 4))
	return st.Accent.Render(" ↩ ") + "Resume " + st.Strong.Render(name) + rest + st.Key.Render(key) + st.Muted.Render(does)
}

// Resume is the invitation whose questions were left in an earlier program.
func (e *Env) Resume() ResumeOffer { return e.resume }

// Begin remembers that questions of an invitation are being answered, so that
// the next start can offer to go on.
func (e *Env) Begin(id string) { e.Preferences.SetBegun(id) }

// ClearResume takes the offer away, as questions are being answered.
func (e *Env) ClearResume() { e.resume = ResumeOffer{} }

// finish forgets it again once the person has decided.
func (e *Env) finish(id string) {
	if e.Preferences.Begun() == id {
		e.Preferences.SetBegun("")
	}
	if e.resume.ID == id {
		e.resume = ResumeOffer{}
	}
}

// AnsweredScreens returns what was answered, screen by screen, in the order of
// the questions.
func AnsweredScreens(a advisor.Answers) [][]string {
	var screens [][]string
	seen := map[string]bool{}
	for _, question := range advisor.Questions() {
		if a.Value(question.ID) == "" || question.Stage == advisor.StageStart {
			continue
		}
		ids := advisor.Together(question.ID, a)
		if !slices.Contains(ids, question.ID) {
			ids = []string{question.ID} // set aside
		}
		if !seen[ids[0]] {
			seen[ids[0]] = true
			screens = append(screens, ids)
		}
	}
	return screens
}
