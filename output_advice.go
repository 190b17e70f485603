package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"linkvet/advisor"
)

// shownChecks is how many open checks are listed before the rest is counted.
const shownChecks = 5

// adviceText prints the same words as the terminal program shows.
func adviceText(w io.Writer, advice advisor.Advice) {
	heading := strings.ToUpper(advice.Recommendation.Label())
	if advice.Report {
		heading += ", AND REPORT"
	}
	if !advice.Settled {
		heading += " (open: an answer can still change it)"
	}
	fmt.Fprintln(w, heading)
	paragraph(w, "", advice.Summary)
	reasonsText(w, "For", advice.Reasons, advisor.Supports)
	reasonsText(w, "Against", advice.Reasons, advisor.Opposes)

	checks := advice.NextChecks[:min(shownChecks, len(advice.NextChecks))]
	section(w, "Could still change it", checks, func(c advisor.Check) {
		q, _ := advisor.QuestionByID(c.Question)
		bullet(w, q.Label+": "+c.How)
	})
	if more := len(advice.NextChecks) - len(checks); more > 0 {
		bullet(w, fmt.Sprintf("and %d more; --json lists them all", more))
	}
	section(w, "One answer away", advice.Flips, func(f advisor.Flip) { bullet(w, f.Text) })
	section(w, "How to carry it out", advice.Respond, func(r advisor.Response) { bullet(w, r.Way+": "+r.Text) })
	section(w, "Drafts to edit", advice.Replies, func(r advisor.Reply) {
		fmt.Fprintf(w, "  %s (%d characters; a note may have %d, with Premium %d)\n", r.Kind,
			utf8.RuneCountInString(r.Text), advisor.NoteLimit, advisor.NoteLimitPremium)
		paragraph(w, "    ", r.Text)
	})
	section(w, "Next", advice.NextSteps, func(step string) { bullet(w, step) })
}

// section prints a heading and its lines, or nothing when there are none.
func section[T any](w io.Writer, heading string, items []T, line func(T)) {
	if len(items) == 0 {
		return
	}
	fmt.Fprintln(w, "\n"+heading)
	for _, item := range items {
		line(item)
	}
}

func reasonsText(w io.Writer, heading string, reasons []advisor.Finding, outcome advisor.Outcome) {
	var chosen []advisor.Finding
	for _, reason := range reasons {
		if reason.Outcome == outcome {
			chosen = append(chosen, reason)
		}
	}
	section(w, heading, chosen, func(f advisor.Finding) {
		bullet(w, fmt.Sprintf("%s (%s)", f.Text, f.Strength))
	})
}

func bullet(w io.Writer, text string) { paragraph(w, "  - ", text) }
