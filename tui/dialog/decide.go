package dialog

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// DecidedMsg is the decide dialog's answer: what is being saved.
type DecidedMsg struct {
	id  string // "" for several
	act record.Act
}

// Accepts reports whether the invitation was accepted.
func (m DecidedMsg) Accepts() bool { return m.act.Decision == record.Accepted }

// decideDialog records what the person did with one invitation, or with several
// sent the same way. Where that differs from the advice it asks for a short
// reason, which may stay empty.
type decideDialog struct {
	env     *screen.Env
	rows    []record.Row
	choices []decideChoice
	list    widget.Cursor
	loading uint64     // the request that reads what the advice rests on; 0 for none
	chosen  record.Act // set while the reason is typed
	direct  bool       // nothing was to be chosen, so going back leaves
	reason  widget.Input
}

type decideChoice struct {
	act  record.Act
	text string
}

// Decide records what the person did with an invitation; where that differs from
// the advice, a dialog asks for a short reason first.
func Decide(e *screen.Env, row record.Row, act record.Act) screen.Step {
	d := NewDecide(e, row)
	if d.agrees(act.Decision) {
		return d.save(act)
	}
	d.direct = true
	d.ask(act)
	return screen.Push(d)
}

// NewDecide returns the dialog for invitations, one or several.
func NewDecide(e *screen.Env, rows ...record.Row) *decideDialog {
	d := &decideDialog{env: e, rows: rows, reason: widget.NewInput("optional; for yourself")}
	for i, decision := range record.DecisionsFor(rows[0].Direction) {
		text := record.Act{Decision: decision}.Said(words.KindOf(d.rows))
		if decision == record.NotSent {
			text = "I did not send it, or took it back"
		}
		d.choices = append(d.choices, decideChoice{record.Act{Decision: decision}, text})
		if i == 0 {
			d.choices = append(d.choices, decideChoice{record.Act{}, record.Act{}.Said(record.KindConnect)})
		}
	}
	d.addReported()
	d.list.At = -1
	if len(rows) > 1 {
		d.list.At = d.advisedOfAll()
	}
	return d
}

// Recorder is the action that records an act, here and on the advice; "" for one
// that has no key of its own.
func Recorder(act record.Act) keys.ID {
	switch act.Decision {
	case record.Accepted:
		return keys.Accepted
	case record.Ignored:
		return keys.Ignored
	case record.Declined:
		if act.Reported {
			return ""
		}
		return keys.Declined
	case record.Blocked:
		if act.Reported {
			return keys.BlockReport
		}
		return keys.Blocked
	case record.Reported:
		return keys.Reported
	case record.Sent:
		return keys.Sent
	case record.NotSent:
		return keys.NotSent
	}
	return keys.Later
}

// addReported adds what goes together with reporting.
func (d *decideDialog) addReported() {
	if d.rows[0].Direction == record.Outgoing {
		return
	}
	acts := []record.Act{{Decision: record.Blocked, Reported: true}}
	if d.rows[0].Report && d.rows[0].Recommendation == advisor.Decline {
		acts = append(acts, record.Act{Decision: record.Declined, Reported: true})
	}
	for _, act := range acts {
		d.choices = append(d.choices, decideChoice{act, act.Said(words.KindOf(d.rows))})
	}
}

// advised is the choice that carries the advice out, as words.Next has it, to be
// marked; -1 where there is no one, so that enter records nothing that nobody said.
func (d *decideDialog) advised(inv record.Invitation) int {
	adv := words.AdviceOn(inv, d.env.Settings.Profile())
	next, ok := words.Next(inv, adv)
	switch {
	case adv.Recommendation != d.rows[0].Recommendation:
		return d.advisedOfAll() // the advice shown is older than the rules
	case !ok:
		return -1
	}
	return slices.IndexFunc(d.choices, func(c decideChoice) bool {
		return c.act.Decision == next.Act.Decision && c.act.Reported == next.Act.Reported
	})
}

// advisedOfAll is the choice that carries out the advice on each of several. What
// waits for something else with each is no one act.
func (d *decideDialog) advisedOfAll() int {
	return slices.IndexFunc(d.choices, func(c decideChoice) bool {
		return !slices.ContainsFunc(d.rows, func(row record.Row) bool {
			return row.Recommendation == advisor.IgnoreOrVetFurther || !c.act.CarriesOut(row.Recommendation, row.Report)
		})
	})
}

// key is where the reason for the chosen decision is kept.
func (d *decideDialog) key() string {
	return screen.ReasonKey(screen.TargetOf(d.rows), d.chosen.Decision)
}

// ask asks for the reason of a decision, with what was typed for it before.
func (d *decideDialog) ask(act record.Act) {
	d.chosen = act
	text, _ := d.env.Unsaved.Text(d.key())
	d.reason.Set(text)
}

// agrees reports whether a decision is what the advice was about, for all.
func (d *decideDialog) agrees(decision record.Decision) bool {
	for i := range d.rows {
		if !decision.Agrees(d.rows[i].Recommendation) {
			return false
		}
	}
	return true
}

// Init reads what the advice on one says to do, to mark it.
func (d *decideDialog) Init() tea.Cmd {
	if len(d.rows) > 1 || d.rows[0].Recommendation == 0 || d.chosen.Decision != "" {
		return nil
	}
	d.loading = d.env.Request()
	return d.env.LoadInvitation(d.loading, d.rows[0].ID)
}

// Waiting is true until it is known what is marked.
func (d *decideDialog) Waiting() bool { return d.loading != 0 }

func (d *decideDialog) Title() string { return "What did you do?" }
func (d *decideDialog) Width() int    { return 56 }
func (d *decideDialog) InText() bool  { return d.chosen.Decision != "" }

func (d *decideDialog) Actions() []keys.ID {
	if d.chosen.Decision != "" {
		return []keys.ID{keys.SaveWords, keys.Back}
	}
	acts := []keys.ID{keys.Choose}
	for _, c := range d.choices {
		if id := Recorder(c.act); id != "" {
			acts = append(acts, id)
		}
	}
	return append(append(acts, keys.Pick, keys.Back), keys.ListMoves()...)
}

func (d *decideDialog) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case widget.ConfirmedMsg:
		return msg.Step()
	case screen.InvitationLoadedMsg:
		if msg.Request == d.loading {
			d.loading, d.list.At = 0, d.advised(msg.Invitation)
		}
		return screen.Step{}
	case screen.FailedMsg:
		if msg.Request == d.loading {
			d.loading = 0 // then nothing is marked
		}
		return screen.Step{}
	}
	act, ok := msg.(screen.ActionMsg)
	if !ok {
		if d.chosen.Decision != "" && widget.IsTyping(msg) && d.reason.Update(d.env, msg) {
			d.env.Unsaved.Keep(d.key(), d.reason.Value())
		}
		return screen.Step{}
	}
	if d.chosen.Decision == "" && d.list.Move(act.ID, len(d.choices), len(d.choices)) {
		return screen.Step{}
	}
	for i, c := range d.choices {
		if d.chosen.Decision == "" && act.ID == Recorder(c.act) {
			d.list.At = i
			return d.choose()
		}
	}
	switch act.ID {
	case keys.Back:
		if d.chosen.Decision == "" || d.direct {
			return screen.Back()
		}
		d.chosen = record.Act{}
	case keys.Pick:
		if n := keys.Digit(act.Key); n >= 0 && n < len(d.choices) {
			d.list.At = n
			return d.choose()
		}
	case keys.Choose:
		return d.choose()
	case keys.SaveWords:
		return d.save(d.chosen)
	}
	return screen.Step{}
}

// choose takes the marked choice.
func (d *decideDialog) choose() screen.Step {
	if d.list.At < 0 {
		d.env.Say("Mark what you did first, with the arrows or its number")
		return screen.Step{}
	}
	picked := d.choices[d.list.At].act
	switch {
	case picked.Decision == record.NotDecided:
		return screen.Replace(NewLater(d.env, d.rows...))
	case !d.agrees(picked.Decision):
		d.ask(picked)
		return screen.Step{}
	}
	return d.save(picked)
}

func (d *decideDialog) save(act record.Act) screen.Step {
	if act.Because = strings.TrimSpace(d.reason.Value()); d.agrees(act.Decision) {
		act.Because = ""
	}
	what := words.Recorded(screen.Whom(d.rows), words.KindOf(d.rows), act)
	return widget.Careful(d.env, len(d.rows), quantity.Text("This records: %s.", words.Recorded(screen.WhomByName(d.rows), words.KindOf(d.rows), act)), "Record it", func() screen.Step {
		if act.Decision == record.Accepted && words.KindOf(d.rows) == record.KindJoin {
			what = quantity.Text("%s; %s has the first steps", what, d.env.KeyFor(keys.Steps))
		}
		request := d.env.WhenSaved(quantity.Text("Saved: %s", what))
		d.env.ThenDrop(request, d.key())
		if len(d.rows) == 1 {
			id := d.rows[0].ID
			return screen.BackWith(DecidedMsg{id: id, act: act}, d.env.SaveDecision(request, id, act))
		}
		return screen.BackWith(DecidedMsg{act: act}, d.env.SaveDecisionAll(request, screen.IDsOfRows(d.rows), act))
	})
}

func (d *decideDialog) View(w, h int) string {
	st := d.env.Styles
	lines := []string{st.Strong.Render(style.Truncate(screen.Whom(d.rows), w))}
	if r := d.rows[0].Recommendation; r != 0 && len(d.rows) == 1 {
		lines = append(lines, "Advice: "+st.Recommendation(r).Render(style.Truncate(style.RecommendationSymbol(r)+" "+d.rows[0].Advice(), w-8)))
	}
	lines = append(lines, "")
	if d.chosen.Decision != "" {
		text := words.WhyAsked(d.chosen.Said(d.rows[0].Kind()), d.rows[0].Advice(), len(d.rows) > 1)
		lines = append(lines, style.Wrap(text, w)...)
		lines = append(lines, "", st.Accent.Render("› ")+d.reason.View(w-2, true))
		return strings.Join(lines, "\n")
	}
	rows := max(h-len(lines), 1)
	from := d.list.Window(len(d.choices), rows)
	for i := from; i < min(from+rows, len(d.choices)); i++ {
		key := string(rune('1' + i))
		if id := Recorder(d.choices[i].act); id != "" {
			key = d.env.KeyFor(id)
		}
		line := style.Fit(key+"  "+d.choices[i].text, w-2)
		if i == d.list.At {
			lines = append(lines, st.Selected.Render("› "+line))
			continue
		}
		lines = append(lines, "  "+line)
	}
	return strings.Join(lines, "\n")
}
