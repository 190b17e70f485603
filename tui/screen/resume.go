package screen

import (
	"fmt"
	"time"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// ResumeOffer is an invitation whose questions were left; the zero one offers
// nothing.
type ResumeOffer struct {
	ID, name   string
	page, most int // the page that comes next, of at most so many
	ended      bool
}

// resumeOf is the offer to go on with an invitation, if it still waits.
func resumeOf(inv record.Invitation, profile advisor.Profile, now time.Time) ResumeOffer {
	status := inv.Status(now)
	if !interview.Begun(inv.Answers) || status != record.StatusWaiting && status != record.StatusOutgoing {
		return ResumeOffer{}
	}
	v := interview.New(inv.Case(profile), interview.Options{})
	page, most := v.Where()
	return ResumeOffer{ID: inv.ID, name: style.NameOr(inv.Name), page: page, most: most, ended: v.End() != interview.Asking}
}

// Line is the offer in words, in w columns; "" for none.
func (r ResumeOffer) Line(e *Env, w int) string {
	if r.ID == "" || e.readOnly {
		return ""
	}
	before, after, does := "Go on with ", fmt.Sprintf(", page %d of %d?  ", r.page, r.most), " goes on"
	if r.ended {
		before, after, does = "Ready: the advice on ", "  ", " shows it"
	}
	st, key := e.Styles, keys.Short(e.Keys.ByID[keys.Resume].Keys)
	name := style.Truncate(r.name, max(w-style.Width(" ↩ "+before+after+key+does), 4))
	return st.Accent.Render(" ↩ ") + before + st.Strong.Render(name) + after + st.Key.Render(key) + st.Muted.Render(does)
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
