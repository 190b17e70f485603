package main

import (
	"context"
	"fmt"
	"io"

	"linkvet/advisor"
	"linkvet/store/quantity"
)

// triedCase is what came of a case of the person's own.
type triedCase struct {
	Name   string                 `json:"name"`
	Line   int                    `json:"line"`
	OK     bool                   `json:"ok"`
	Expect advisor.Recommendation `json:"expect"`
	Got    advisor.Recommendation `json:"got"`
	Report bool                   `json:"report"`
	Why    string                 `json:"why"`
}

// tryCases tries the cases of the rules, and counts those that come out otherwise
// than the person expects.
func tryCases(by advisor.Rulebook) (tried []triedCase, otherwise int) {
	tried = []triedCase{}
	for _, c := range by.Cases() {
		adv := by.Advise(c.Case)
		ok := adv.Recommendation == c.Expect && (c.Report == nil || *c.Report == adv.Report)
		if tried = append(tried, triedCase{c.Name, c.Line, ok, c.Expect, adv.Recommendation, adv.Report, adv.Summary}); !ok {
			otherwise++
		}
	}
	return tried, otherwise
}

// outcomeOf says what came of so many cases.
func outcomeOf(cases, otherwise int) string {
	switch otherwise {
	case 0:
		if cases == 0 {
			return "there are no cases to try"
		}
		return quantity.Sentence(cases, "the case comes out as you expect", "all %d cases come out as you expect")
	case cases:
		return quantity.Sentence(cases, "the case comes out otherwise than you expect", "all %d cases come out otherwise than you expect")
	}
	return quantity.Sentence(otherwise, "%d of %d cases comes out otherwise than you expect", "%d of %d cases come out otherwise than you expect", cases)
}

// printOtherwise prints the cases that come out otherwise than the person expects.
func printOtherwise(w io.Writer, tried []triedCase) {
	for _, t := range tried {
		if t.OK {
			continue
		}
		paragraph(w, fmt.Sprintf("line %-4d ", t.Line), quantity.Text("%s: %s, and you expect %s. %s", oneLine(t.Name), withReport(t.Got, t.Report), t.Expect, t.Why))
	}
}

// printTried prints what came of the cases. The exit code says it too.
func (a *app) printTried(otherwise int, write func(w io.Writer) error) error {
	if err := a.print(write); err != nil || otherwise == 0 {
		return err
	}
	return errNoMatch // all is said
}

func (a *app) rulesTest(_ context.Context, file string, by advisor.Rulebook) error {
	tried, otherwise := tryCases(by)
	return a.printTried(otherwise, func(w io.Writer) error {
		if a.flags.json {
			return encodeLine(w, map[string]any{"file": file, "ok": otherwise == 0, "cases": tried})
		}
		printOtherwise(w, tried)
		_, err := fmt.Fprintln(w, outcomeOf(len(tried), otherwise))
		return err
	})
}
