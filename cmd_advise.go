package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/store/files"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/style"
)

func (a *app) questionsCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:     "questions",
		Short:   "List the questions and the answers they take",
		Example: "linkvet questions\nlinkvet questions --json",
		Args:    takes(),
		RunE: a.does(func(context.Context, []string) error {
			questions := advisor.Questions()
			if a.flags.json {
				return a.printJSON(questions)
			}
			return a.print(func(w io.Writer) error {
				questionsText(w, questions)
				return nil
			})
		}),
	})
}

func questionsText(w io.Writer, questions []advisor.Question) {
	stage := ""
	for i, q := range questions {
		if q.Stage != stage {
			if stage = q.Stage; i > 0 {
				fmt.Fprintln(w)
			}
			fmt.Fprintln(w, strings.ToUpper(stage))
		}
		paragraph(w, "  "+q.ID+": ", q.Text)
		values := make([]string, 0, len(q.Answers))
		for _, answer := range q.Answers {
			values = append(values, answer.Value)
		}
		how := ""
		if q.Kind == advisor.Multi {
			how = " (one or more)"
		}
		paragraph(w, "    ", strings.Join(values, " | ")+how)
	}
}

func (a *app) adviseCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "advise [FILE|-]",
		Short: "Advise on a case given as JSON, without the store",
		Long: "Advise on a case given as JSON, in FILE or on standard input, without reading or changing the store. " +
			"The case has a profile, an invitation and answers; each may be missing.",
		Example: `echo '{"answers": {"know": "no"}}' | linkvet advise` + "\nlinkvet advise case.json --json",
		Args:    oneAtMost("FILE"),
		RunE: a.does(func(ctx context.Context, args []string) error {
			from := "-"
			if len(args) == 1 {
				from = args[0]
			} else if term.IsTerminal(a.in.Fd()) {
				return usagef("linkvet advise needs a FILE, or JSON on standard input")
			}
			return a.advise(ctx, from)
		}),
	}
	return a.takesJSON(cmd)
}

func (a *app) advise(ctx context.Context, from string) error {
	input, err := a.readInput(ctx, from)
	if err != nil {
		return err
	}
	c, err := advisor.ParseCase(bytes.NewReader(input), from)
	if err != nil {
		return err
	}
	given := record.Invitation{Name: c.Invitation.Name, Headline: c.Invitation.Headline, Company: c.Invitation.Company, Note: c.Invitation.Note, Answers: c.Answers}
	advice := advisor.Advise(given.Case(c.Profile))
	if a.flags.json {
		return a.printJSON(advice)
	}
	return a.print(func(w io.Writer) error {
		adviceText(w, advice, "")
		return nil
	})
}

// maxInput is far above any case or set of answers.
const maxInput = 1 << 20

// readInput reads a file, or standard input for "-". It ends with ctx even
// while nobody writes to the other end of a pipe.
func (a *app) readInput(ctx context.Context, from string) ([]byte, error) {
	return a.readUpTo(ctx, from, maxInput)
}

// readUpTo is readInput for what may have so many bytes.
func (a *app) readUpTo(ctx context.Context, from string, most int64) ([]byte, error) {
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		data, err := a.readAll(from, most)
		done <- result{data, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case r := <-done:
		return r.data, r.err
	}
}

func (a *app) readAll(from string, most int64) ([]byte, error) {
	input := a.in
	if from != "-" {
		f, err := files.OpenStream(from)
		if err != nil {
			return nil, readFailed(from, err)
		}
		defer f.Close()
		input = f
	}
	data, err := io.ReadAll(io.LimitReader(input, most+1))
	if err != nil {
		return nil, readFailed(from, err)
	}
	if int64(len(data)) > most {
		return nil, &advisor.InputError{File: from, Problem: fmt.Sprintf("is larger than %d MiB, which nothing about one invitation is", most>>20)}
	}
	return data, nil
}

// readFailed says that input could not be read. An error of a file names it already.
func readFailed(from string, err error) error {
	if onPath, ok := errors.AsType[*fs.PathError](err); ok && onPath.Path == from {
		return err
	}
	if odd, ok := errors.AsType[*files.NotAFile](err); ok && odd.Path == from {
		return err
	}
	return fmt.Errorf("reading %s: %w", nameOf(from), err)
}

// shownChecks is how many open checks are listed before the rest is counted.
const shownChecks = 5

// adviceText prints the same words as the terminal program shows. Where there is an
// outcome it comes first, and what could still change it and how to go about it are
// left out.
func adviceText(w io.Writer, advice advisor.Advice, outcome string) {
	done := outcome != ""
	if done {
		paragraph(w, "", outcome+" The advice on your answers:")
	}
	fmt.Fprintln(w, strings.ToUpper(advice.Called))
	paragraph(w, "", advice.Summary)
	if !advice.Settled && !done {
		fmt.Fprintln(w, "Not settled: an answer can still change this.")
	}
	reasonsText(w, "For", advice.Reasons, advisor.Supports)
	reasonsText(w, "Against", advice.Reasons, advisor.Opposes)

	if !done {
		toDoText(w, advice)
	}
	section(w, "Drafts to edit", advice.Replies, func(r advisor.Reply) {
		fmt.Fprintln(w, quantity.Text("  %s (%d characters; a note may have %d, with Premium %d)", r.Kind,
			utf8.RuneCountInString(r.Text), advisor.NoteLimit, advisor.NoteLimitPremium))
		paragraph(w, "    ", r.Text)
	})
	section(w, "Next", advice.NextSteps, func(step string) { bullet(w, step) })
	section(w, "Why it may have come", advice.Motives, func(motive string) { bullet(w, motive) })
}

// toDoText prints what could still change the advice, and how to carry it out.
func toDoText(w io.Writer, advice advisor.Advice) {
	checks := advice.NextChecks[:min(shownChecks, len(advice.NextChecks))]
	section(w, "Could still change it", checks, func(c advisor.Check) {
		q, _ := advisor.QuestionByID(c.Question)
		bullet(w, q.Label+": "+c.How)
	})
	if more := len(advice.NextChecks) - len(checks); more > 0 {
		bullet(w, quantity.Sentence(more, "and %d more; --json lists it, too", "and %d more; --json lists them all"))
	}
	section(w, "One answer away", advice.Flips, func(f advisor.Flip) { bullet(w, f.Text) })
	section(w, "How to carry it out", advice.Respond, func(r advisor.Response) { bullet(w, style.Capital(r.Way)+": "+r.Text) })
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
		bullet(w, fmt.Sprintf("%s (%s)", f.Text, f.Weight()))
	})
}

func bullet(w io.Writer, text string) { paragraph(w, "  - ", text) }
