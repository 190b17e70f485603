package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// decidedMsg is the decide dialog's answer: what is being saved.
type decidedMsg struct {
	id       string // "" for several
	decision store.Decision
}

// decideDialog records what the person did with one invitation, or with several
// sent the same way. Where that differs from the
// advice it asks for a short reason, which may stay empty.
type decideDialog struct {
	env     *env
	rows    []store.Row
	choices []decideChoice
	list    cursor
	chosen  store.Decision // set while the reason is typed
	because input
}

type decideChoice struct {
	decision store.Decision // "" is later
	text     string
}

func newDecideDialog(e *env, rows ...store.Row) *decideDialog {
	d := &decideDialog{env: e, rows: rows, because: newInput("optional; for yourself")}
	d.choices = []decideChoice{
		{store.Accepted, "accepted it"},
		{"", "left it pending until a date"},
		{store.Ignored, "ignored it"},
		{store.Declined, "declined it"},
		{store.Blocked, "blocked the sender"},
		{store.Reported, "reported the sender"},
	}
	if rows[0].Direction == store.Outgoing {
		d.choices = []decideChoice{
			{store.Sent, "sent it"},
			{"", "left it until a date"},
			{store.NotSent, "did not send it, or took it back"},
		}
	}
	if draft, ok := e.drafts[d.draftKey()].(string); ok {
		d.because.set(draft)
	}
	return d
}

func (d *decideDialog) draftKey() string { return becauseDraft(targetOf(d.rows)) }

// agrees reports whether a decision is what the advice was about, for all.
func (d *decideDialog) agrees(decision store.Decision) bool {
	for i := range d.rows {
		if !store.Agrees(d.rows[i].Recommendation, decision) {
			return false
		}
	}
	return true
}

func (d *decideDialog) Init() tea.Cmd { return nil }
func (d *decideDialog) Title() string { return "What did you do?" }
func (d *decideDialog) Width() int    { return 56 }
func (d *decideDialog) InText() bool  { return d.chosen != "" }

func (d *decideDialog) Actions() []actionID {
	if d.chosen != "" {
		return []actionID{actChoose, actBack}
	}
	return append([]actionID{actChoose, actPick, actBack}, listActions()...)
}

func (d *decideDialog) Update(msg tea.Msg) step {
	if answer, ok := msg.(confirmedMsg); ok {
		return answer.step()
	}
	act, ok := msg.(actionMsg)
	if !ok {
		if d.chosen != "" && isTyping(msg) && d.because.update(msg) {
			d.env.drafts[d.draftKey()] = d.because.value()
		}
		return step{}
	}
	if d.chosen == "" && d.list.move(act.id, len(d.choices), len(d.choices)) {
		return step{}
	}
	switch act.id {
	case actBack:
		if d.chosen == "" {
			return back()
		}
		d.chosen = ""
	case actPick:
		if n := digitIndex(act.key); n >= 0 && n < len(d.choices) {
			d.list.at = n
			return d.choose()
		}
	case actChoose:
		return d.choose()
	}
	return step{}
}

// choose takes the marked choice, or saves once the reason is typed.
func (d *decideDialog) choose() step {
	if d.chosen != "" {
		return d.save(d.chosen)
	}
	picked := d.choices[d.list.at].decision
	switch {
	case picked == "":
		return replace(newLaterDialog(d.env, d.rows...))
	case !d.agrees(picked):
		d.chosen = picked
		return step{}
	}
	return d.save(picked)
}

func (d *decideDialog) save(decision store.Decision) step {
	because := strings.TrimSpace(d.because.value())
	if d.agrees(decision) {
		because = ""
	}
	what := whom(d.rows) + ", " + decisionWord(decision)
	return careful(d.env, len(d.rows), "This records "+what+".", "Record it", func() step {
		request := d.env.whenSaved("Saved: " + what)
		if len(d.rows) == 1 {
			id := d.rows[0].ID
			return backWith(decidedMsg{id: id, decision: decision}, d.env.saveDecision(request, id, decision, because))
		}
		delete(d.env.drafts, d.draftKey())
		return backWith(decidedMsg{decision: decision}, d.env.saveDecisionAll(request, idsOfRows(d.rows), decision, because))
	})
}

func (d *decideDialog) View(w, _ int) string {
	st := d.env.styles
	lines := []string{st.Strong.Render(truncate(whom(d.rows), w))}
	if r := d.rows[0].Recommendation; r != 0 && len(d.rows) == 1 {
		lines = append(lines, "Advice: "+st.Recommendation(r).Render(truncate(recommendationSymbol(r)+" "+r.Label(), w-8)))
	}
	lines = append(lines, "")
	if d.chosen != "" {
		text := "You " + decisionText(d.chosen) + ", and the advice was “" + d.rows[0].Recommendation.Label() + "”. Why? A few words help you later; they are kept beside the advice."
		if len(d.rows) > 1 {
			text = "For some of them the advice was another. Why? A few words help you later; they are kept beside the advice of each."
		}
		lines = append(lines, wrap(text, w)...)
		lines = append(lines, "", st.Accent.Render("› ")+d.because.view(w-2, true))
		return strings.Join(lines, "\n")
	}
	for i, c := range d.choices {
		line := fit(string(rune('1'+i))+"  I "+c.text, w-2)
		if i == d.list.at {
			lines = append(lines, st.Selected.Render("› "+line))
			continue
		}
		lines = append(lines, "  "+line)
	}
	return strings.Join(lines, "\n")
}

// decisionText is a decision as the rest of a sentence about the person.
func decisionText(d store.Decision) string {
	switch d {
	case store.NotSent:
		return "did not send it"
	case store.Blocked, store.Reported:
		return decisionWord(d) + " the sender"
	}
	return decisionWord(d) + " it"
}
