package exchange

import (
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// report is what a person reads about an invitation: what its Markdown and its
// page of HTML both say. Text is as it is kept; the writers escape it.
type report struct {
	title       string
	fields      []reportField
	note        string // that came with the invitation
	personNote  string
	suggestions [][2]string // question, and what points to an answer
	advice      *reportAdvice
	answers     []reportAnswer
}

type reportField struct {
	name, text string
	kind       fieldKind
}

type fieldKind int

const (
	strangers fieldKind = iota // somebody else's text, or the person's
	ours                       // words and days of the program
	link                       // an address that was checked on the way in
)

// reportAdvice is a recommendation with its reasons.
type reportAdvice struct {
	heading, summary string
	settled          bool
	sides            []reportSide
}

// reportSide is what speaks for it, or against.
type reportSide struct {
	heading string
	reasons [][2]string // text, weight
}

type reportAnswer struct{ question, answer, note string }

func reportOf(inv record.Invitation, now time.Time, profile advisor.Profile) report {
	r := report{
		title: inv.DisplayName(), fields: reportFields(inv, now), note: inv.Note, personNote: inv.PersonNote,
		advice: adviceOf(inv, profile),
	}
	for _, s := range inv.Suggestions() {
		question, _ := advisor.QuestionByID(s.Question)
		r.suggestions = append(r.suggestions, [2]string{question.Text, s.Because})
	}
	for _, q := range advisor.Questions() {
		if values, ok := inv.Answers[q.ID]; ok {
			r.answers = append(r.answers, reportAnswer{q.Text, strings.Join(answerLabels(q, values), "; "), inv.AnswerNotes[q.ID]})
		}
	}
	return r
}

// reportFields are what is known, but for what is empty.
func reportFields(inv record.Invitation, now time.Time) []reportField {
	sent := record.DayOf(inv.SentAt)
	if inv.TimesSent > 1 {
		sent = strings.TrimSpace(quantity.Sentence(inv.TimesSent, "%[2]s (invited %[1]d time)", "%[2]s (invited %[1]d times)", sent))
	}
	status := string(inv.Status(now))
	if inv.Status(now) == record.StatusLater {
		status = quantity.Text("%s until %s", status, inv.LaterUntil)
	}
	decision := ""
	switch day := record.DayOf(inv.DecidedAt); {
	case inv.Decision == "":
	case inv.Advised != 0 && inv.Advised != inv.Recommendation:
		decision = quantity.Text("%s on %s, when the advice was: %s", string(inv.Decision), day, inv.Advised.LabelFor(string(inv.Direction), inv.Answers.Value("kind")))
	default:
		decision = quantity.Text("%s on %s", string(inv.Decision), day)
	}
	connected := ""
	if inv.Connected {
		connected = strings.TrimSpace("since " + record.DayOf(inv.ConnectedOn))
		if inv.ConnectedOn.IsZero() {
			connected = "yes"
		}
	}
	var known []reportField
	for _, field := range []reportField{
		{"Headline", inv.Headline, strangers}, {"Company", inv.Company, strangers}, {"Profile", inv.URL, link},
		{"Direction", string(inv.Direction), ours}, {"Sent", sent, ours}, {"Status", status, ours}, {"Connected", connected, ours},
		{"Decision", decision, ours}, {"Because", inv.Because, strangers},
		{"Tags", strings.Join(inv.Tags, ", "), strangers}, {"Id", inv.ID, ours},
	} {
		if field.text != "" {
			known = append(known, field)
		}
	}
	return known
}

// adviceOf is the advice as it stands, nil while nothing is answered.
func adviceOf(inv record.Invitation, profile advisor.Profile) *reportAdvice {
	if inv.Recommendation == 0 {
		return nil
	}
	advice := advisor.Advise(inv.Case(profile))
	a := &reportAdvice{heading: advice.Called, summary: advice.Summary, settled: advice.Settled || inv.Decision != "" || inv.Connected}
	for _, side := range []struct {
		heading string
		outcome advisor.Outcome
	}{{"For", advisor.Supports}, {"Against", advisor.Opposes}} {
		var reasons [][2]string
		for _, f := range advice.Reasons {
			if f.Outcome == side.outcome {
				reasons = append(reasons, [2]string{f.Text, f.Weight()})
			}
		}
		if len(reasons) > 0 {
			a.sides = append(a.sides, reportSide{side.heading, reasons})
		}
	}
	return a
}

func answerLabels(q advisor.Question, values []string) []string {
	var labels []string
	for _, value := range values {
		label := value
		for _, a := range q.Answers {
			if a.Value == value {
				label = a.Label
			}
		}
		labels = append(labels, label)
	}
	return labels
}
