package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/advisor/letter"
	"linkvet/store"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// composition is what a note is made of and looked over with.
type composition struct {
	said map[string]*string // by the flag of the part
	text string             // of the person's own, instead of the parts
	keep int                // which text to keep as the note, counted from 1; 0 for none
}

func (a *app) composeCommand() *cobra.Command {
	var cmd *cobra.Command
	c := composition{said: map[string]*string{}}
	cmd = &cobra.Command{
		Use:   "compose ID",
		Short: "Write the note to somebody you invite",
		Long: "Write the note to somebody you invite. Say why you write, how you know each other and what for; linkvet keeps that, puts " +
			"it together in several ways, counts each and says what speaks against it: the stock sentence, a pitch, a favor asked " +
			"at once, a text that would fit a hundred others. With --text it looks over a text of your own. --keep N keeps " +
			"the Nth text as your note to them. Nothing is sent: copy it, and invite them on LinkedIn.",
		Example: "linkvet compose 7k2 --how \"we met at the water fair\"\n" +
			"linkvet compose 7k2 --keep 1\n" +
			"linkvet compose 7k2 --text - < note.txt\n" +
			"linkvet compose 7k2 --json",
		Args: takes("ID"),
		RunE: a.does(func(ctx context.Context, args []string) error {
			given := map[string]string{}
			for flag, text := range c.said {
				if cmd.Flags().Changed(flag) {
					given[flag] = *text
				}
			}
			return a.compose(ctx, args[0], c, given)
		}),
	}
	flags := cmd.Flags()
	for _, part := range letter.Asked() {
		c.said[part.Flag] = flags.String(part.Flag, "", strings.ToLower(part.Label[:1])+part.Label[1:]+", a `TEXT`; empty takes it away")
		takesEmpty(cmd, part.Flag)
	}
	flags.StringVar(&c.text, "text", "", "look over this `TEXT` of your own; - is standard input")
	flags.IntVar(&c.keep, "keep", 0, "keep the `N`th text as your note to them")
	return a.takesJSON(cmd)
}

// composed is what compose prints.
type composed struct {
	ID      string            `json:"id"`
	Name    string            `json:"name"`
	Limit   int               `json:"limit"` // characters, as the account has it
	Parts   map[string]string `json:"parts"` // by why, how and for
	Texts   []composedText    `json:"texts"`
	Note    string            `json:"note"`     // the one that is kept
	NotThis string            `json:"not_this"` // what not to send
}

type composedText struct {
	Name     string           `json:"name"`
	Text     string           `json:"text"`
	Length   int              `json:"length"`
	Warnings []letter.Warning `json:"warnings"`
}

func (a *app) compose(ctx context.Context, ref string, c composition, given map[string]string) error {
	own := c.text
	if own == "-" {
		input, err := a.readInput(ctx, "-")
		if err != nil {
			return err
		}
		own = string(input)
	}
	open := a.readStore
	if len(given) > 0 || c.keep > 0 {
		open = a.openStore
	}
	s, err := open()
	if err != nil {
		return err
	}
	inv, err := s.Get(ref)
	if err != nil {
		return err
	}
	if inv.Direction != record.Outgoing {
		return usagef("%s invited you: linkvet draft %s has drafts of a reply; compose is for those you invite (linkvet add --direction outgoing)", inv.DisplayName(), inv.ID)
	}
	for _, part := range letter.Asked() {
		if text, said := given[part.Flag]; said {
			if inv, err = s.NoteAnswer(inv.ID, part.ID, strings.TrimSpace(text)); err != nil {
				return err
			}
		}
	}
	out := a.composedOf(inv, own)
	if c.keep != 0 {
		if c.keep < 1 || c.keep > len(out.Texts) {
			if len(out.Texts) == 0 {
				return usagef("--keep %d: there is no text yet; say with --why, --how or --for what it is made of", c.keep)
			}
			return usagef("%s", quantity.Sentence(len(out.Texts), "--keep %[2]d: there is %[1]d text", "--keep %[2]d: there are %[1]d texts", c.keep))
		}
		text := out.Texts[c.keep-1].Text
		if inv, err = s.Edit(inv.ID, record.Edit{Note: &text}); err != nil {
			return err
		}
		a.say("kept as your note to %s", inv.DisplayName())
		out.Note = inv.Note
	}
	if a.flags.json {
		return a.printJSON(out)
	}
	return a.print(func(w io.Writer) error { printComposed(w, out); return nil })
}

// composedOf puts together what was said of an invitation, or takes a text of the
// person's own.
func (a *app) composedOf(inv record.Invitation, own string) composed {
	profile, first := a.profile(), advisor.FirstName(inv.Name)
	out := composed{
		ID: inv.ID, Name: inv.DisplayName(), Limit: profile.NoteLimit(), Parts: map[string]string{}, Texts: []composedText{},
		Note: inv.Note, NotThis: letter.NotThis,
	}
	for _, part := range letter.Asked() {
		out.Parts[part.Flag] = inv.AnswerNotes[part.ID]
	}
	add := func(name, text string) {
		text = strings.TrimSpace(text)
		if text == "" || slices.ContainsFunc(out.Texts, func(t composedText) bool { return t.Text == text }) {
			return
		}
		out.Texts = append(out.Texts, composedText{name, text, letter.Length(text), append([]letter.Warning{}, letter.Check(text, first, out.Limit)...)})
	}
	add("in your own words", own)
	parts := letter.PartsOf(inv.AnswerNotes)
	if own == "" {
		for _, v := range letter.Variants(first, parts) {
			add(v.Name, v.Text)
		}
	}
	if own == "" && parts.IsEmpty() {
		for _, reply := range advisor.Advise(inv.Case(profile)).Replies {
			add("to begin with: "+reply.Kind, reply.Text)
		}
	}
	return out
}

func printComposed(w io.Writer, out composed) {
	if len(out.Texts) == 0 {
		fmt.Fprintln(w, "Say why you write with --why, how you know each other with --how and what for with --for.")
	}
	for i, t := range out.Texts {
		fmt.Fprintf(w, "%d  %s (%d of %d characters)\n", i+1, t.Name, t.Length, out.Limit)
		paragraph(w, "   ", t.Text)
		for _, warning := range t.Warnings {
			paragraph(w, "   ! ", warning.Text)
		}
		fmt.Fprintln(w)
	}
	if out.Note != "" {
		fmt.Fprintln(w, "Your note, as kept")
		paragraph(w, "   ", out.Note)
		fmt.Fprintln(w)
	}
	paragraph(w, "Not this: ", "“"+out.NotThis+"”")
}

func (a *app) stepsCommand() *cobra.Command {
	var done, undone []string
	cmd := &cobra.Command{
		Use:   "steps ID",
		Short: "The first steps of who joins LinkedIn, to tick off",
		Long: "The six first steps of somebody who joins LinkedIn, each with how it is done. --done ticks some off and --undone takes " +
			"that back. Take your time: one a day is quick enough.",
		Example: "linkvet steps 7k2\nlinkvet steps 7k2 --done profile,message\nlinkvet steps 7k2 --undone message",
		Args:    takes("ID"),
	}
	cmd.Flags().StringSliceVar(&done, "done", nil, "tick these off, `STEP`,...: "+strings.Join(stepNames(), ", "))
	cmd.Flags().StringSliceVar(&undone, "undone", nil, "take the tick of these `STEP`,... back")
	cmd.RunE = a.does(func(_ context.Context, args []string) error {
		for _, step := range append(slices.Clone(done), undone...) {
			if names := stepNames(); !slices.Contains(names, step) {
				return usagef("unknown step %q (allowed: %s)%s", step, strings.Join(names, ", "), didYouMean("", step, names))
			}
		}
		return a.steps(args[0], done, undone)
	})
	return a.takesJSON(cmd)
}

// stepNames are the steps as --done takes them, in the order of the rulebook. They
// stand here as well, because every command is built at every start, and the
// rulebook takes longer to read than all of them.
func stepNames() []string {
	return []string{"profile", "message", "invite", "groups", "follow", "engage"}
}

// step is one of the first steps, as it is printed.
type step struct {
	Step  string `json:"step"`
	Label string `json:"label"`
	How   string `json:"how"`
	Done  bool   `json:"done"`
}

func (a *app) steps(ref string, done, undone []string) error {
	open := a.readStore
	if len(done)+len(undone) > 0 {
		open = a.openStore
	}
	s, err := open()
	if err != nil {
		return err
	}
	inv, err := s.Get(ref)
	if err != nil {
		return err
	}
	if !inv.Joins() {
		return usagef("%s does not ask you to join LinkedIn; the first steps are for a mail that does (linkvet add --kind join)", inv.DisplayName())
	}
	if len(done)+len(undone) > 0 {
		if inv, err = tickSteps(s, inv, done, undone); err != nil {
			return err
		}
	}
	list := []step{}
	for _, c := range advisor.Checklist().Answers {
		if c.Value != advisor.DontKnow {
			list = append(list, step{c.Value, c.Label, c.How, slices.Contains(inv.Answers[advisor.Checklist().ID], c.Value)})
		}
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"id": inv.ID, "name": inv.DisplayName(), "steps": list})
	}
	return a.print(func(w io.Writer) error {
		for _, one := range list {
			box := "[ ] "
			if one.Done {
				box = "[x] "
			}
			fmt.Fprintf(w, "%s%s (%s)\n", box, one.Label, one.Step)
			paragraph(w, "    ", one.How)
		}
		return nil
	})
}

// tickSteps ticks steps off and takes ticks back, as one change.
func tickSteps(s *store.Store, inv record.Invitation, done, undone []string) (record.Invitation, error) {
	id := advisor.Checklist().ID
	var now []string
	for _, name := range stepNames() {
		ticked := slices.Contains(inv.Answers[id], name) || slices.Contains(done, name)
		if ticked && !slices.Contains(undone, name) {
			now = append(now, name)
		}
	}
	if len(now) == 0 {
		return s.Answer(inv.ID, nil, id)
	}
	return s.Answer(inv.ID, advisor.Answers{id: now})
}
