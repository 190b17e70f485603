package tui

import tea "charm.land/bubbletea/v2"

// questionnaire asks the questions about one invitation.
type questionnaire struct {
	env *env
	id  string
}

func newQuestionnaire(e *env, id string) screen { return &questionnaire{env: e, id: id} }

func (q *questionnaire) Init() tea.Cmd        { return nil }
func (q *questionnaire) Title() string        { return "Questions" }
func (q *questionnaire) InText() bool         { return false }
func (q *questionnaire) Actions() []actionID  { return []actionID{actBack} }
func (q *questionnaire) View(_, _ int) string { return "" }
func (q *questionnaire) Update(msg tea.Msg) step {
	if act, ok := msg.(actionMsg); ok && act.id == actBack {
		return back()
	}
	return step{}
}
