package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/dates"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// PostponedMsg is the later dialog's answer: what is being saved.
type PostponedMsg struct {
	id    string // "" for several
	until record.Day
}

// laterDialog puts invitations off until a date said in words.
type laterDialog struct {
	env   *screen.Env
	rows  []record.Row
	words widget.Input
	at    int        // which of the offered words was put in last; -1 for none
	act   record.Act // what is recorded with it; the zero one for nothing
}

func NewLater(e *screen.Env, rows ...record.Row) *laterDialog {
	d := &laterDialog{env: e, rows: rows, words: widget.NewInput("tomorrow, fri, 2 weeks, 24 dec, 2026-12-01"), at: -1}
	if text, ok := e.Unsaved.Text(d.key()); ok {
		d.words.Offer(text)
	}
	return d
}

// NewFollowUp records what the person did with an invitation, and asks when they
// want to come back to it.
func NewFollowUp(e *screen.Env, row record.Row, act record.Act) *laterDialog {
	d := NewLater(e, row)
	d.act = act
	return d
}

// followsUp reports whether they are decided, so that the day is that of a
// follow-up.
func (d *laterDialog) followsUp() bool {
	return d.act.Decision != "" || d.rows[0].Status == record.StatusDecided
}

func (d *laterDialog) key() string { return screen.LaterKey(screen.TargetOf(d.rows)) }

// laterOffers are words to choose from with the arrow keys.
func laterOffers() []string {
	return []string{"tomorrow", "friday", "next week", "2 weeks", "1 month", "3 months"}
}

func (d *laterDialog) Init() tea.Cmd { return nil }
func (d *laterDialog) Title() string {
	if d.followsUp() {
		return "Follow up on which day?"
	}
	return "Put off until when?"
}
func (d *laterDialog) Width() int   { return 56 }
func (d *laterDialog) InText() bool { return true }
func (d *laterDialog) Actions() []keys.ID {
	return []keys.ID{keys.SaveWords, keys.LineDown, keys.LineUp, keys.Back}
}

func (d *laterDialog) Update(msg tea.Msg) screen.Step {
	if answer, ok := msg.(widget.ConfirmedMsg); ok {
		return answer.Step()
	}
	act, ok := msg.(screen.ActionMsg)
	if !ok {
		if widget.IsTyping(msg) && d.words.Update(d.env, msg) {
			d.at = -1
			d.env.Unsaved.Keep(d.key(), d.words.Value())
		}
		return screen.Step{}
	}
	offers := laterOffers()
	switch act.ID {
	case keys.Back:
		return screen.Back()
	case keys.LineDown:
		d.offer((d.at + 1) % len(offers))
	case keys.LineUp:
		d.offer((max(d.at, 0) + len(offers) - 1) % len(offers))
	case keys.SaveWords:
		return d.save()
	}
	return screen.Step{}
}

func (d *laterDialog) offer(at int) {
	d.at = at
	d.words.Set(laterOffers()[at])
}

func (d *laterDialog) save() screen.Step {
	until, err := record.ParseLater(d.words.Value(), d.env.Now())
	if err != nil {
		return screen.Step{} // what is wrong is already shown below the words
	}
	if d.act.Decision != "" {
		d.act.FollowUp = until
		what := words.Recorded(screen.Whom(d.rows), words.KindOf(d.rows), d.act)
		request, id := d.env.WhenSaved(quantity.Text("Saved: %s", what)), d.rows[0].ID
		d.env.ThenDrop(request, d.key())
		return screen.BackWith(DecidedMsg{id: id, act: d.act}, d.env.SaveDecision(request, id, d.act))
	}
	whom := screen.Whom(d.rows)
	question := quantity.Text("This puts off until %s: %s.", dates.Weekday(until.Time()), whom)
	if d.followsUp() {
		question = quantity.Text("This sets a day to follow up, %s: %s.", dates.Weekday(until.Time()), whom)
	}
	return widget.Careful(d.env, len(d.rows), question, "Put off", func() screen.Step {
		request := d.env.WhenSaved(words.PutOff(whom, until, d.followsUp()))
		d.env.ThenDrop(request, d.key())
		if len(d.rows) == 1 {
			id := d.rows[0].ID
			return screen.BackWith(PostponedMsg{id: id, until: until}, d.env.SaveLater(request, id, until))
		}
		return screen.BackWith(PostponedMsg{until: until}, d.env.SaveLaterAll(request, screen.IDsOfRows(d.rows), until))
	})
}

func (d *laterDialog) View(w, _ int) string {
	st := d.env.Styles
	lines := []string{
		st.Strong.Render(style.Truncate(screen.Whom(d.rows), w)), "",
		st.Accent.Render("› ") + d.words.View(w-2, true), "",
	}
	until, err := record.ParseLater(d.words.Value(), d.env.Now())
	switch {
	case strings.TrimSpace(d.words.Value()) == "":
		back := quantity.Form(len(d.rows), "It comes back to Waiting on that day.", "They come back to Waiting on that day.")
		if d.followsUp() {
			back = quantity.Form(len(d.rows), "It is due under Later on that day.", "They are due under Later on that day.")
		}
		lines = append(lines, style.Wrap("Type a date or words; ↓ offers some. "+back, w)...)
	case err != nil:
		lines = append(lines, style.Wrap(style.Sentence(err), w)...)
	default:
		on := "Until %s. %s saves."
		if d.followsUp() {
			on = "On %s. %s saves."
		}
		lines = append(lines, style.Wrap(quantity.Text(on, dates.Weekday(until.Time()), d.env.KeyFor(keys.SaveWords)), w)...)
	}
	for len(lines) < 7 {
		lines = append(lines, "")
	}
	return strings.Join(lines, "\n")
}
