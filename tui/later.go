package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// postponedMsg is the later dialog's answer: what is being saved.
type postponedMsg struct {
	id    string // "" for several
	until time.Time
}

// laterDialog puts invitations off until a date said in words.
type laterDialog struct {
	env   *env
	rows  []store.Row
	words input
	at    int // which of the offered words was put in last; -1 for none
}

func newLaterDialog(e *env, rows ...store.Row) *laterDialog {
	d := &laterDialog{env: e, rows: rows, words: newInput("tomorrow, fri, 2 weeks, 2026-12-01"), at: -1}
	if draft, ok := e.drafts[d.draftKey()].(string); ok {
		d.words.set(draft)
	}
	return d
}

func (d *laterDialog) draftKey() string { return laterDraft(targetOf(d.rows)) }

// laterOffers are words to choose from with the arrow keys.
func laterOffers() []string {
	return []string{"tomorrow", "friday", "next week", "2 weeks", "1 month", "3 months"}
}

func (d *laterDialog) Init() tea.Cmd { return nil }
func (d *laterDialog) Title() string { return "Put off until when?" }
func (d *laterDialog) Width() int    { return 56 }
func (d *laterDialog) InText() bool  { return true }
func (d *laterDialog) Actions() []actionID {
	return []actionID{actChoose, actLineDown, actLineUp, actBack}
}

func (d *laterDialog) Update(msg tea.Msg) step {
	if answer, ok := msg.(confirmedMsg); ok {
		return answer.step()
	}
	act, ok := msg.(actionMsg)
	if !ok {
		if isTyping(msg) && d.words.update(msg) {
			d.at = -1
			d.env.drafts[d.draftKey()] = d.words.value()
		}
		return step{}
	}
	offers := laterOffers()
	switch act.id {
	case actBack:
		return back()
	case actLineDown:
		d.offer((d.at + 1) % len(offers))
	case actLineUp:
		d.offer((max(d.at, 0) + len(offers) - 1) % len(offers))
	case actChoose:
		return d.save()
	}
	return step{}
}

func (d *laterDialog) offer(at int) {
	d.at = at
	d.words.set(laterOffers()[at])
}

func (d *laterDialog) save() step {
	until, err := store.ParseLater(d.words.value(), d.env.now())
	if err != nil {
		return step{} // what is wrong is already shown below the words
	}
	what := whom(d.rows) + ", until " + longDate(until)
	return careful(d.env, len(d.rows), "This puts off "+what+".", "Put off", func() step {
		request := d.env.whenSaved("Put off: " + what)
		if len(d.rows) == 1 {
			id := d.rows[0].ID
			return backWith(postponedMsg{id: id, until: until}, d.env.saveLater(request, id, until))
		}
		delete(d.env.drafts, d.draftKey())
		return backWith(postponedMsg{until: until}, d.env.saveLaterAll(request, idsOfRows(d.rows), until))
	})
}

func (d *laterDialog) View(w, _ int) string {
	st := d.env.styles
	lines := []string{
		st.Strong.Render(truncate(whom(d.rows), w)), "",
		st.Accent.Render("› ") + d.words.view(w-2, true), "",
	}
	until, err := store.ParseLater(d.words.value(), d.env.now())
	switch {
	case strings.TrimSpace(d.words.value()) == "":
		lines = append(lines, wrap("Type a date or words; ↓ offers some. "+plural(len(d.rows), "It comes", "They come")+" back to Waiting on that day.", w)...)
	case err != nil:
		lines = append(lines, wrap(sentence(err), w)...)
	default:
		lines = append(lines, wrap("Until "+longDate(until)+". "+d.env.keyFor(actChoose)+" saves.", w)...)
	}
	for len(lines) < 7 {
		lines = append(lines, "")
	}
	return strings.Join(lines, "\n")
}

// longDate is a day with its weekday.
func longDate(day time.Time) string { return day.Format("Monday 2 January 2006") }
