package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/dates"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// printDetail prints all of an invitation.
func (a *app) printDetail(s *store.Store, id string) error {
	detail, err := s.Detail(id)
	if err != nil {
		return err
	}
	detail.Name = record.Row{Name: detail.Name}.DisplayName()
	if a.flags.json {
		return a.printJSON(detail)
	}
	return a.print(func(w io.Writer) error {
		a.showText(w, detail)
		return nil
	})
}

func (a *app) showText(w io.Writer, r record.Detail) {
	fmt.Fprintf(w, "%s  (%s)\n", oneLine(r.Name), r.ID)
	for _, line := range [][2]string{
		{"headline", r.Headline}, {"company", r.Company}, {"address", r.URL}, {"direction", string(r.Direction)},
		{"sent", a.dayOf(r.SentAt)}, {"status", string(r.Status)}, {"until", untilOf(r.LaterUntil)},
		{"decision", string(r.Decision)}, {"decided", a.dayOf(r.DecidedAt)}, {"because", r.Because},
		{"tags", strings.Join(r.Tags, ", ")}, {"note", r.Note},
	} {
		if line[1] != "" {
			paragraph(w, fmt.Sprintf("  %-11s", line[0]), line[1])
		}
	}
	for _, fact := range factSentences(r.Direction, r.Facts) {
		paragraph(w, fmt.Sprintf("  %-11s", "fact"), fact)
	}
	if len(r.Answers) == 0 {
		fmt.Fprintln(w, "\nNothing is answered yet: linkvet answer "+r.ID+" --set QUESTION=VALUE")
	} else {
		answersText(w, r.Answers)
		fmt.Fprintln(w)
		adviceText(w, r.Advice, r.Outcome)
	}
	if kept := r.Recommendation; kept != 0 && (kept != r.Advice.Recommendation || r.Report != r.Advice.Report) {
		fmt.Fprintln(w)
		paragraph(w, "", quantity.Text("The rules have changed since you last answered: the list still says “%s”, and linkvet rules replay --apply has it follow.", keptAdvice(r)))
	}
	if r.FormerText != "" {
		fmt.Fprintln(w)
		paragraph(w, "", r.FormerText)
	}
	if len(r.Journal) > 0 {
		fmt.Fprintln(w, "\nJournal")
	}
	for _, entry := range r.Journal {
		paragraph(w, "  "+dates.TypedTime(entry.At.In(a.now().Location()))+"  ", strings.TrimSpace(entry.What+" "+entry.Detail))
	}
}

// keptAdvice is the advice that the list has.
func keptAdvice(r record.Detail) string {
	return r.Recommendation.AdviceFor(string(r.Direction), r.Kind, r.Report)
}

// factSentences puts what the archives say of an invitation into words.
func factSentences(direction record.Direction, f record.Facts) []string {
	// A connection's date is a day without a time zone.
	sentences := f.Sentences(direction, func(day time.Time) string { return dates.Typed(day.UTC()) })
	if f.Gone {
		sentences = append(sentences, "No longer listed in the newest archive")
	}
	for i, sentence := range sentences {
		sentences[i] = oneLine(sentence)
	}
	return sentences
}

// answersText prints the answers given, in the order of the questions.
func answersText(w io.Writer, answers advisor.Answers) {
	if len(answers) == 0 {
		return
	}
	fmt.Fprintln(w, "\nAnswers")
	for _, q := range advisor.Questions() {
		values, ok := answers[q.ID]
		if !ok {
			continue
		}
		labels := make([]string, 0, len(values))
		for _, value := range values {
			labels = append(labels, answerLabel(q, value))
		}
		bullet(w, q.Text+" "+strings.Join(labels, "; "))
	}
}

func answerLabel(q advisor.Question, value string) string {
	for _, answer := range q.Answers {
		if answer.Value == value {
			return answer.Label
		}
	}
	return value
}

// untilOf is the day that an invitation is put off to, "" for none: in JSON it is
// written as its midnight in UTC.
func untilOf(t *time.Time) string {
	if t == nil {
		return ""
	}
	return record.DayKept(*t).String()
}
