package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
	"linkvet/tui/desktop"
)

func (a *app) editCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "edit ID",
		Short: "Correct what is known of an invitation",
		Long: "Correct what is known of an invitation. Only the fields that are given change; an empty value takes one away. " +
			"What the archive says stays beside it, so that the next import does not take your correction back.",
		Example: "linkvet edit 7k2 --company \"Example Ltd\"\nlinkvet edit 7k2 --headline \"\"",
		Args:    takes("ID"),
	}
	flags := cmd.Flags()
	texts := map[string]*string{}
	for _, f := range [][2]string{
		{"name", "the other person's `NAME`"}, {"headline", "what they say they do, a `TEXT`"},
		{"company", "where they say they work, a `NAME`"}, {"url", "the `ADDRESS` of their profile"},
		{"note", "the invitation's message, a `TEXT`"},
	} {
		texts[f[0]] = flags.String(f[0], "", f[1])
	}
	takesEmpty(cmd, "name", "headline", "company", "url", "note")
	sentAt := flags.String("sent-at", "", "the `TIME` it was sent: 2026-07-14 or 2026-07-14T09:30:00Z")
	cmd.RunE = a.does(func(_ context.Context, args []string) error {
		given := func(name string) *string {
			if flags.Changed(name) {
				return texts[name]
			}
			return nil
		}
		e := record.Edit{Name: given("name"), Headline: given("headline"), Company: given("company"), URL: given("url"), Note: given("note")}
		if flags.Changed("sent-at") {
			at, err := parseTime(*sentAt, a.now())
			if err != nil {
				return err
			}
			e.SentAt = &at
		}
		if e == (record.Edit{}) {
			return usagef("linkvet edit needs a field to correct, such as --company NAME")
		}
		return a.change(func(s *store.Store) (record.Invitation, error) { return s.Edit(args[0], e) }, func(inv record.Invitation) error {
			a.say("corrected %s", inv.DisplayName())
			return nil
		})
	})
	return a.takesJSON(cmd)
}

func (a *app) noteCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:   "note ID TEXT|-",
		Short: "Keep a note of your own about somebody",
		Long: "Keep a note of your own about somebody: TEXT, or standard input for -. It takes the place of the note before; " +
			"an empty one removes it. linkvet list finds it, and has:mynote all that have one.",
		Example: "linkvet note 7k2 \"met her at the fair\"\nlinkvet note 7k2 - < notes.txt\nlinkvet note 7k2 \"\"",
		Args:    takes("ID", "TEXT"),
		RunE: a.does(func(ctx context.Context, args []string) error {
			text := args[1]
			if text == "-" {
				input, err := a.readInput(ctx, "-")
				if err != nil {
					return err
				}
				text = string(input)
			}
			return a.change(func(s *store.Store) (record.Invitation, error) {
				return s.Edit(args[0], record.Edit{PersonNote: &text})
			}, func(inv record.Invitation) error {
				if inv.PersonNote == "" {
					a.say("%s: no note", inv.DisplayName())
				} else {
					a.say("%s: noted", inv.DisplayName())
				}
				return nil
			})
		}),
	})
}

func (a *app) reopenCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:     "reopen ID...",
		Short:   "Take a decision or a postponement back: it waits again",
		Long:    "Take a decision or a postponement back, so that the invitation waits again. Answers stay.",
		Example: "linkvet reopen 7k2\nlinkvet reopen 7k2 9f0",
		Args:    takesSome("ID"),
		RunE: a.does(func(_ context.Context, ids []string) error {
			s, err := a.openStore()
			if err != nil {
				return err
			}
			changed, err := s.ReopenAll(ids)
			if err != nil {
				return err
			}
			if a.flags.json {
				return a.printObjects(changed, nil)
			}
			for _, inv := range changed {
				a.say("%s: %s", inv.DisplayName(), inv.Status(a.now()))
			}
			return nil
		}),
	})
}

func (a *app) openCommand() *cobra.Command {
	var only bool
	cmd := &cobra.Command{
		Use:     "open ID",
		Short:   "Open somebody's profile in your browser",
		Long:    "Print the address of somebody's profile and open it in your browser. linkvet itself connects to nothing.",
		Example: "linkvet open 7k2\nlinkvet open 7k2 --print",
		Args:    takes("ID"),
		RunE: a.does(func(_ context.Context, args []string) error {
			s, err := a.readStore()
			if err != nil {
				return err
			}
			inv, err := s.Get(args[0])
			if err != nil {
				return err
			}
			if inv.URL == "" {
				return &failure{
					kind: kindNotFound, err: fmt.Errorf("no address is known of %s", inv.DisplayName()),
					hint: "give it with linkvet edit " + inv.ID + " --url ADDRESS",
				}
			}
			if err := a.printAddress(inv); err != nil || only {
				return err
			}
			if err := desktop.OpenURL(inv.URL); err != nil {
				return &failure{kind: kindFailed, err: fmt.Errorf("opening the browser: %w", err), hint: "open the address yourself, or use --print"}
			}
			return nil
		}),
	}
	cmd.Flags().BoolVar(&only, "print", false, "print the address and open nothing")
	return a.takesJSON(cmd)
}

func (a *app) printAddress(inv record.Invitation) error {
	if a.flags.json {
		return a.printJSON(map[string]string{"id": inv.ID, "url": inv.URL})
	}
	return a.print(func(w io.Writer) error {
		_, err := fmt.Fprintln(w, inv.URL)
		return err
	})
}

func (a *app) draftCommand() *cobra.Command {
	var kind string
	cmd := &cobra.Command{
		Use:   "draft ID",
		Short: "Print drafts of a reply, to edit and send yourself",
		Long: "Print drafts of a reply that fit the advice, to edit and send yourself: all of them with their kinds, or with --kind " +
			"the text of one and nothing else.",
		Example: "linkvet draft 7k2\nlinkvet draft 7k2 --kind thanks | wl-copy",
		Args:    takes("ID"),
		RunE: a.does(func(_ context.Context, args []string) error {
			s, err := a.readStore()
			if err != nil {
				return err
			}
			inv, err := s.Get(args[0])
			if err != nil {
				return err
			}
			replies := advisor.Advise(inv.Case(a.profile())).Replies
			if kind == "" {
				return a.printDrafts(replies)
			}
			var kinds []string
			for _, reply := range replies {
				if reply.Kind == kind {
					return a.printDrafts([]advisor.Reply{reply}, kind)
				}
				kinds = append(kinds, reply.Kind)
			}
			return usagef("there is no draft %q for %s (there are: %s)%s", kind, inv.DisplayName(), strings.Join(kinds, ", "), didYouMean("", kind, kinds))
		}),
	}
	cmd.Flags().StringVar(&kind, "kind", "", "only the text of this `KIND`")
	return a.takesJSON(cmd)
}

// printDrafts prints drafts: with their kinds, or only the text of the one that
// was asked for.
func (a *app) printDrafts(replies []advisor.Reply, only ...string) error {
	return a.print(func(w io.Writer) error {
		switch {
		case a.flags.json:
			return encodeLine(w, map[string][]advisor.Reply{"drafts": replies})
		case len(only) > 0:
			_, err := fmt.Fprintln(w, replies[0].Text)
			return err
		}
		for i, reply := range replies {
			if i > 0 {
				fmt.Fprintln(w)
			}
			fmt.Fprintln(w, reply.Kind)
			paragraph(w, "  ", reply.Text)
		}
		return nil
	})
}
