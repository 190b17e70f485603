package vetting

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/words"
)

// questionnaire asks the questions about one invitation, a page at a time. Each
// answer is saved at once, so leaving never loses one.
type questionnaire struct {
	env     *screen.Env
	id      string
	loading uint64 // the request that reads the invitation
	reading uint64 // the one that reads it again
	err     error  // why it could not be read

	inv       record.Invitation
	questions *interview.Interview // nil until the invitation is read
	hints     words.Hints          // what note and archive suggest
	saves     saves
	visits    words.Visits
	run       *vettingRun // going through all that wait; nil for one alone

	warned    bool   // it was said which page the next key takes back
	aside     string // what a changed answer did to later ones
	why       bool   // why we ask is shown
	wholeNote bool   // the whole note is shown
	scroll    int    // lines scrolled down in what does not fit
}

// NewQuestionnaire asks about the invitation with the given id, from where it
// was left.
func NewQuestionnaire(e *screen.Env, id string) screen.Screen {
	return &questionnaire{env: e, id: id}
}

// Init reads the invitation.
func (q *questionnaire) Init() tea.Cmd {
	q.env.ClearResume()
	q.loading = q.env.Request()
	return q.env.LoadInvitation(q.loading, q.id)
}

// Title names the screen; of several, it says how far one is.
func (q *questionnaire) Title() string { return q.run.title("Questions") }

// Subtitle says on which page one is, and what becomes of the answers.
func (q *questionnaire) Subtitle() string {
	where := ""
	if q.loaded() {
		page, most := q.questions.Where()
		n, of := q.questions.Within()
		switch {
		case of > 1:
			where = fmt.Sprintf("page %d of %d, %d of %d", page, most, n, of)
		case page == most:
			where = fmt.Sprintf("page %d of %d", page, most)
		default:
			where = fmt.Sprintf("page %d of at most %d", page, most)
		}
	}
	return strings.Trim(where+" · "+q.saves.word(q.env.UnderWay() != ""), " ·")
}

func (q *questionnaire) loaded() bool { return q.questions != nil }

// Waiting is true until the invitation is read.
func (q *questionnaire) Waiting() bool { return !q.loaded() && q.err == nil }

// Turned is another number for each visit of a page.
func (q *questionnaire) Turned() int {
	if !q.loaded() {
		return 0
	}
	return q.questions.Visit()
}

// InText is always false: there is nothing to type.
func (q *questionnaire) InText() bool { return false }

// Actions are those of the marked row, then those of the page and of all pages.
func (q *questionnaire) Actions() []keys.ID {
	if !q.loaded() {
		return append(q.run.actions(), keys.SaveLeave)
	}
	acts := append(q.rowActions(), keys.Previous, keys.Why)
	if q.canTakeBack() {
		acts = append(acts, keys.TakeBack)
	}
	if q.questions.CanRedoPage() {
		acts = append(acts, keys.Redo)
	}
	acts = append(acts, q.run.actions()...)
	acts = append(acts, keys.Advice, keys.SaveLeave, keys.Review, keys.Overview, keys.LookUp, keys.ReadCopy, keys.Note)
	if q.inv.Note != "" && !slices.Contains(acts, keys.WholeNote) {
		acts = append(acts, keys.WholeNote)
	}
	return append(acts, keys.Up, keys.Down, keys.PageDown, keys.PageUp, keys.HalfDown, keys.HalfUp, keys.FirstRow, keys.LastRow)
}

// rowActions answer the marked row, or the whole page at once.
func (q *questionnaire) rowActions() []keys.ID {
	page := q.questions.Page()
	row := q.questions.Marked()
	var acts []keys.ID
	several := row.Question.Kind == advisor.Multi
	box := tickedOnly(page, row)
	lettered := lettered(page, row)
	if page.None != "" {
		acts = append(acts, keys.NoneSeen)
	}
	if page.Signs || several {
		acts = append(acts, keys.Tick)
	}
	if box {
		return append(acts, q.boxActions(row)...)
	}
	if row.YesNo() {
		acts = append(acts, keys.Yes)
	}
	if page.None == "" && row.PlainNo() != "" {
		acts = append(acts, keys.No)
	}
	if !lettered {
		acts = append([]keys.ID{keys.Answer}, acts...)
	}
	if row.Hinted() {
		acts = append(acts, keys.TakeHint)
	}
	acts = append(acts, keys.EndPage, keys.DontKnow)
	acts = append(acts, q.hintActions()...)
	if lettered {
		acts = append(acts, keys.Answer)
	}
	return append(acts, keys.NextAnswer, keys.PrevAnswer)
}

// boxActions are those of a box to tick. The note, which tells of most signs, is
// often not shown beside so many.
func (q *questionnaire) boxActions(row interview.Row) []keys.ID {
	acts := []keys.ID{keys.EndPage}
	if q.inv.Note != "" {
		acts = append(acts, keys.WholeNote)
	}
	if row.Hinted() {
		acts = append(acts, keys.TakeHint)
	}
	return append(append(acts, keys.Yes, keys.DontKnow), q.hintActions()...)
}

// hintActions take all that is suggested on the page.
func (q *questionnaire) hintActions() []keys.ID {
	if slices.ContainsFunc(q.questions.Page().Rows, interview.Row.Hinted) {
		return []keys.ID{keys.TakeHints}
	}
	return nil
}

// lettered reports whether the answers of a row are chosen by the letters for yes
// and no, and none by its number.
func lettered(page interview.Page, row interview.Row) bool {
	return row.YesNo() && len(row.Choices()) == 2 && page.None == ""
}

// tickedOnly reports whether a row is a box to tick and nothing else, so that no
// digit and no arrow may say of a sign that it was seen.
func tickedOnly(page interview.Page, row interview.Row) bool {
	return page.Signs && len(interview.Kinds(row.Question)) == 1
}

// Digits is how many answers of the marked row have a number.
func (q *questionnaire) Digits() int {
	if !q.loaded() {
		return 0
	}
	return len(q.questions.Marked().Choices())
}

// Update takes actions, and hears what was read and saved.
func (q *questionnaire) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return q.act(msg)
	case screen.InvitationLoadedMsg:
		return q.load(msg)
	case screen.InvitationSavedMsg:
		q.saved(msg)
		if q.reading != 0 { // what is on its way may be older
			return q.readAgain()
		}
	case screen.FailedMsg:
		if msg.Request == q.loading && !q.loaded() {
			q.err = msg.Err
		}
		q.notSaved(msg.Request)
	case screen.ProfileSavedMsg:
		q.renew()
	case screen.StoreChangedMsg:
		return q.readAgain()
	case tea.WindowSizeMsg:
		if q.loaded() {
			q.questions.Single(q.single())
		}
	case jumpMsg:
		q.jump(msg.question)
	case onwardMsg:
		return q.goOn()
	case takeBackMsg:
		return q.takeBack()
	case leaveMsg:
		return q.leave()
	case leaveUnsavedMsg:
		return screen.Back(q.Retry())
	case changeAnswersMsg:
		return screen.Push(newReview(q, false))
	case dialog.DecidedMsg, dialog.PostponedMsg, skippedMsg, stoppedMsg:
		return screen.BackWith(msg, q.Retry())
	case tea.PasteMsg:
		return q.env.OpenPasted(q.id, msg.Content)
	case tea.MouseWheelMsg:
		q.wheel(msg)
	}
	return screen.Step{}
}

// The smallest room in which whole pages are shown: that of a window of 60
// columns and 20 rows.
const (
	pageWidth  = 58
	pageHeight = 16
)

// single reports whether one question is asked at a time.
func (q *questionnaire) single() bool {
	return q.env.Settings.OneByOne() || q.env.Width < pageWidth || q.env.Height < pageHeight
}

// readAgain reads what another program may have changed.
func (q *questionnaire) readAgain() screen.Step {
	q.reading = q.env.Request()
	return screen.Stay(q.env.LoadInvitation(q.reading, q.id))
}

// load takes the invitation and goes to where the questions were left.
func (q *questionnaire) load(msg screen.InvitationLoadedMsg) screen.Step {
	if msg.Request == q.reading && q.loaded() {
		q.reading = 0
		q.saved(screen.InvitationSavedMsg{Invitation: msg.Invitation})
	}
	if msg.Request != q.loading || q.loaded() {
		return screen.Step{}
	}
	if row := msg.Invitation.Row(q.env.Now()); q.run != nil && !screen.ToAsk(row.Status, row.Reach) {
		return screen.BackWith(goneMsg{})
	}
	q.inv, q.hints = msg.Invitation, words.HintsOf(msg.Invitation)
	q.visits = words.VisitsOf(q.id, q.env.Now(), msg.Journal)
	q.questions = interview.New(q.inv.Case(q.env.Settings.Profile()), interview.Options{
		Suggested: q.hints.Answers(), Past: words.AnsweredBefore(msg.Journal), Left: q.visits.Left(), Single: q.single(),
	})
	q.visits.Start(q.questions)
	if q.questions.End() == interview.Asking {
		return screen.Step{}
	}
	v := q.verdict()
	v.first = true
	return screen.Push(v)
}

// answers are those shown; the store follows.
func (q *questionnaire) answers() advisor.Answers { return q.questions.Case().Answers }

// saved hears that the store has changed, and takes over what it holds as soon
// as nothing is on its way there.
func (q *questionnaire) saved(msg screen.InvitationSavedMsg) {
	q.saves.done(msg.Request)
	if !q.loaded() || msg.Invitation.ID != q.inv.ID || !q.saves.idle() {
		return
	}
	q.inv, q.hints = msg.Invitation, words.HintsOf(msg.Invitation)
	q.renew()
}

// renew works everything out again, from the invitation and the profile as they
// are now.
func (q *questionnaire) renew() {
	if !q.loaded() {
		return
	}
	inv := q.inv
	if !q.saves.idle() {
		inv.Answers = q.answers()
	}
	q.questions.Renew(inv.Case(q.env.Settings.Profile()), q.hints.Answers())
}

// current is the invitation with the answers as shown.
func (q *questionnaire) current() record.Invitation {
	inv := q.inv
	inv.Answers = maps.Clone(q.answers())
	return inv
}
