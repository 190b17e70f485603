package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/dates"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

func (a *app) answerCommand() *cobra.Command {
	var sets []string
	var from string
	cmd := &cobra.Command{
		Use:   "answer ID --set QUESTION=VALUE...",
		Short: "Answer questions about an invitation",
		Long: "Answer questions about an invitation. linkvet questions lists the questions and their values; " +
			"a list is written with commas, and QUESTION= takes an answer back.",
		Example: "linkvet answer 7k2 --set know=no\n" +
			"linkvet answer 7k2 --set reasons=leader,learn_from\n" +
			"linkvet answer 7k2 --set know=\n" +
			"linkvet answer 7k2 --from answers.json",
		Args: takes("ID"),
		RunE: a.does(func(ctx context.Context, args []string) error {
			if len(sets) == 0 && from == "" {
				return usagef("linkvet answer needs --set QUESTION=VALUE or --from FILE")
			}
			answers, clear, err := a.readAnswers(ctx, from, sets)
			if err != nil {
				return err
			}
			return a.change(func(s *store.Store) (record.Invitation, error) {
				return s.Answer(args[0], answers, clear...)
			}, func(inv record.Invitation) error {
				for _, question := range clear {
					a.say("%s: no answer to %s any more", inv.DisplayName(), question)
				}
				return a.sayAdvice(inv)
			})
		}),
	}
	cmd.Flags().StringArrayVar(&sets, "set", nil, "an answer as `QUESTION=VALUE`; may be given again")
	cmd.Flags().StringVar(&from, "from", "", "JSON `FILE` of answers, - for standard input")
	return a.takesJSON(cmd)
}

// readAnswers gathers the answers of a file and of --set, which wins.
func (a *app) readAnswers(ctx context.Context, from string, sets []string) (advisor.Answers, []string, error) {
	answers := advisor.Answers{}
	if from != "" {
		input, err := a.readInput(ctx, from)
		if err != nil {
			return nil, nil, err
		}
		if answers, err = advisor.ParseAnswersJSON(bytes.NewReader(input), from); err != nil {
			return nil, nil, err
		}
	}
	var clear []string
	seen := map[string]bool{}
	for _, set := range sets {
		question, value, ok := strings.Cut(set, "=")
		if question = strings.TrimSpace(question); !ok || question == "" {
			return nil, nil, usagef("--set takes QUESTION=VALUE; got %q", set)
		}
		if seen[question] {
			return nil, nil, usagef("--set gives %s twice; write a list as %s=VALUE,VALUE", question, question)
		}
		seen[question] = true
		delete(answers, question)
		if value = strings.TrimSpace(value); value == "" {
			if _, known := advisor.QuestionByID(question); !known {
				return nil, nil, advisor.Answers{question: {advisor.DontKnow}}.Validate()
			}
			clear = append(clear, question)
			continue
		}
		for word := range strings.SplitSeq(value, ",") {
			answers[question] = append(answers[question], strings.TrimSpace(word))
		}
	}
	if err := answers.Validate(); err != nil {
		return nil, nil, err
	}
	return answers, clear, nil
}

func (a *app) decideCommand() *cobra.Command {
	var because, followUp string
	words := record.WordsOf(record.Decisions())
	cmd := &cobra.Command{
		Use:   "decide ID DECISION...",
		Short: "Record what you did with an invitation",
		Long: "Record what you did with an invitation on LinkedIn; it may differ from the advice. DECISION is one of " + strings.Join(words, ", ") +
			"; reported goes together with blocked or declined.",
		Example: "linkvet decide 7k2 accepted --follow-up \"2 weeks\"\nlinkvet decide 7k2 blocked reported\nlinkvet decide 7k2 ignored --because \"no time for it now\"",
		Args: func(cmd *cobra.Command, args []string) error {
			return takes("ID", "DECISION")(cmd, args[:min(2, len(args))]) // two may go together
		},
		RunE: a.does(func(_ context.Context, args []string) error {
			act, err := parseAct(args[1:])
			if err != nil {
				return err
			}
			act.Because = because
			if followUp != "" {
				if act.FollowUp, err = record.ParseLater(followUp, a.now()); err != nil {
					return usagef("--follow-up: %w", err)
				}
			}
			return a.change(func(s *store.Store) (record.Invitation, error) {
				all, err := s.DecideAll(args[:1], act)
				if err != nil {
					return record.Invitation{}, err
				}
				return all[0], nil
			}, a.sayDecided)
		}),
	}
	cmd.Flags().StringVar(&because, "because", "", "why, a `TEXT` in your words")
	takesEmpty(cmd, "because")
	cmd.Flags().StringVar(&followUp, "follow-up", "", "the day to come back to it, a `DATE`")
	return a.takesJSON(cmd)
}

// parseAct reads the decisions of a command line: one, or one with reported.
func parseAct(words []string) (act record.Act, err error) {
	for i, word := range words {
		d, err := record.ParseDecision(word)
		switch {
		case err != nil:
			return act, usagef("%w%s", err, didYouMean("", word, record.WordsOf(record.Decisions())))
		case d == record.Reported && i > 0:
			act.Reported = true
		case act.Decision == record.Reported:
			act.Decision, act.Reported = d, true
		case i > 0:
			return act, usagef("%s and %s do not go together", act.Decision, d)
		default:
			act.Decision = d
		}
	}
	return act, nil
}

func (a *app) laterCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "later ID DATE",
		Short: "Put an invitation off until a day",
		Long: "Put an invitation off until a day: a date such as 2026-12-01, or words such as tomorrow, fri, 10 days, 2 weeks, 1 month or next week. " +
			"One that is decided already is to be followed up on that day.",
		Example: "linkvet later 7k2 2026-12-01\nlinkvet later 7k2 2 weeks",
		Args: func(cmd *cobra.Command, args []string) error {
			return takes("ID", "DATE")(cmd, args[:min(2, len(args))]) // the words of a date may come apart
		},
		RunE: a.does(func(_ context.Context, args []string) error {
			until, err := record.ParseLater(strings.Join(args[1:], " "), a.now())
			if err != nil {
				return usageError(err)
			}
			return a.change(func(s *store.Store) (record.Invitation, error) {
				return s.Later(args[0], until)
			}, func(inv record.Invitation) error {
				if inv.Decision != "" {
					a.say("%s: follow up on %s", inv.DisplayName(), inv.FollowUp)
				} else {
					a.say("%s: put off until %s", inv.DisplayName(), inv.LaterUntil)
				}
				return nil
			})
		}),
	}
	return a.takesJSON(cmd)
}

// change opens the store, does one change and tells what came of it: as JSON, or
// as tell puts it.
func (a *app) change(do func(*store.Store) (record.Invitation, error), tell func(record.Invitation) error) error {
	s, err := a.openStore()
	if err != nil {
		return err
	}
	inv, err := do(s)
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printDetail(s, inv.ID)
	}
	return tell(inv)
}

// sayAdvice prints what is advised after an answer.
func (a *app) sayAdvice(inv record.Invitation) error {
	a.say("%s", quantity.Sentence(inv.Answered(), "%[2]s: %[1]d question answered", "%[2]s: %[1]d questions answered", inv.DisplayName()))
	return a.print(func(w io.Writer) error {
		outcome := inv.Outcome(func(t time.Time) string { return dates.Day(t.In(a.now().Location())) })
		adviceText(w, advisor.Advise(inv.Case(a.profile())), outcome)
		return nil
	})
}

func (a *app) sayDecided(inv record.Invitation) error {
	done := inv.ActDone().Short()
	if inv.Advised == 0 {
		a.say("%s: %s; nothing was advised yet", inv.DisplayName(), done)
		return nil
	}
	a.say("%s: %s; the advice was “%s”", inv.DisplayName(), done, inv.Advised.LabelFor(string(inv.Direction), inv.Answers.Value("kind")))
	return nil
}
