package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/advisor/profiles"
	"linkvet/store"
	"linkvet/store/linkedin/pdf"
	"linkvet/store/linkedin/profile"
	"linkvet/store/quantity"
)

// readFlags are how a profile is to be taken.
type readFlags struct {
	accept []string
	same   bool
}

func (a *app) readCommand() *cobra.Command {
	var f readFlags
	cmd := &cobra.Command{
		Use:   "read ID [FILE]",
		Short: "Read an inviter's profile that you copied",
		Long: "Read what you copied or saved of an inviter's profile: the page (scroll to its end, select all, copy), the panel under " +
			"More > About this profile, the box of contact details, LinkedIn's own PDF (More > Save to PDF), or the page saved by the browser. Without FILE, or with -, standard input is read. " +
			"What it suggests is printed with the words it rests on; only --accept records answers.\n\n" +
			"Nothing is sent, and the text is not kept. LinkedIn's user agreement restricts copying profiles, so linkvet reads only what you " +
			"copy by hand, one at a time.",
		Example: "linkvet read 7k2 copied.txt\n" +
			"linkvet read 7k2 Profile.pdf\n" +
			"wl-paste | linkvet read 7k2\n" +
			"linkvet read 7k2 copied.txt --accept verified,joined",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || len(args) > 2 {
				return usagef("linkvet read needs ID, and perhaps FILE")
			}
			return nil
		},
		RunE: a.does(func(ctx context.Context, args []string) error {
			from := "-"
			if len(args) > 1 {
				from = args[1]
			}
			return a.readProfile(ctx, args[0], from, f)
		}),
	}
	cmd.Flags().StringSliceVar(&f.accept, "accept", nil, "record the answers of these `QUESTIONS`, all of them, or none and only what was read")
	cmd.Flags().BoolVar(&f.same, "same-person", false, "the profile is the inviter's although its name differs")
	return a.takesJSON(cmd)
}

func (a *app) readProfile(ctx context.Context, ref, from string, f readFlags) error {
	data, err := a.readUpTo(ctx, from, store.MostOfProfile)
	if err != nil {
		return err
	}
	s, err := a.openStore()
	if err != nil {
		return err
	}
	r, err := s.ReadProfile(ref, data)
	if wrong, ok := errors.AsType[*profile.WrongError](err); ok {
		return &failure{kind: kindBadData, err: fmt.Errorf("%s: %w; nothing was kept", nameOf(from), wrong), hint: wrong.Hint}
	}
	if err != nil {
		return err
	}
	if r.Differs && !f.same {
		return &failure{
			kind: kindBadData, err: fmt.Errorf("%s: the text is about %s, and the invitation is from somebody else; nothing was kept", nameOf(from), r.Name),
			hint: "copy the inviter's own profile, or say --same-person if it is theirs",
		}
	}
	if len(f.accept) > 0 {
		if _, err := s.KeepProfile(r, accepted(r, f.accept)); err != nil {
			return err
		}
	}
	if a.flags.json {
		return a.printJSON(readingObject(r))
	}
	return a.print(func(w io.Writer) error {
		readingText(w, r, f.accept)
		return nil
	})
}

// accepted are the questions whose suggestions are taken.
func accepted(r store.Reading, named []string) []string {
	var all []string
	for _, name := range named {
		switch name {
		case "none":
		case "all":
			for _, suggestion := range r.Suggestions {
				all = append(all, suggestion.Question)
			}
		default:
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func nameOf(from string) string {
	if from == "-" {
		return standardInput
	}
	return from
}

// readObject is a reading as scripts see it.
type readObject struct {
	Kind        profile.Kind       `json:"kind"`
	Facts       readFacts          `json:"facts"`
	Suggestions []notes.Suggestion `json:"suggestions"` // answers to confirm
	Hints       []profiles.Hint    `json:"hints"`
	Missing     []string           `json:"missing"` // sections that were not in the copy
}

// readFacts are what a profile says, as far as it may be kept.
type readFacts struct {
	Name            string                  `json:"name"`
	Headline        string                  `json:"headline"`
	Company         string                  `json:"company"`
	Slug            string                  `json:"slug"`
	Degree          int                     `json:"degree"` // 1 to 3, 0 where not known
	Positions       []readPosition          `json:"positions"`
	Schools         []readPosition          `json:"schools"`
	Skills          int                     `json:"skills"`
	Recommendations int                     `json:"recommendations"`
	Endorsements    int                     `json:"endorsements"` // the most of any skill
	Mutuals         int                     `json:"mutuals"`      // connections in common
	Joined          string                  `json:"joined"`       // month the account was made
	Verified        []profiles.Verification `json:"verified"`
	OutOfOrder      bool                    `json:"out_of_order"` // headings where LinkedIn does not put them: nothing of the text counts
}

type readPosition struct {
	Title   string `json:"title,omitempty"`
	Company string `json:"company,omitempty"`
	School  string `json:"school,omitempty"`
	From    string `json:"from"`
	Until   string `json:"until"` // "" for the present
}

func readingObject(r store.Reading) readObject {
	p := r.Profile
	o := readObject{
		Kind: r.Kind, Suggestions: append([]notes.Suggestion{}, r.Suggestions...), Hints: append([]profiles.Hint{}, r.Hints...), Missing: append([]string{}, r.Missing...),
		Facts: readFacts{
			Name: p.Name, Headline: p.Headline, Company: p.Employer(), Slug: p.Slug, Degree: p.Degree, Positions: []readPosition{}, Schools: []readPosition{},
			Skills: p.Skills, Recommendations: p.Recommendations, Endorsements: p.Endorsements, Mutuals: p.Mutuals, Joined: p.Joined,
			Verified: append([]profiles.Verification{}, p.Verified...), OutOfOrder: p.OutOfOrder,
		},
	}
	for _, job := range p.Positions {
		o.Facts.Positions = append(o.Facts.Positions, readPosition{Title: job.Title, Company: job.Company, From: job.From, Until: job.Until})
	}
	for _, s := range p.Schools {
		o.Facts.Schools = append(o.Facts.Schools, readPosition{School: s.Name, From: s.From, Until: s.Until})
	}
	return o
}

// readingText shows a reading to a person.
func readingText(w io.Writer, r store.Reading, accept []string) {
	if len(r.Suggestions) == 0 {
		fmt.Fprintln(w, "Nothing new in it answers a question.")
	}
	for _, suggestion := range r.Suggestions {
		paragraph(w, "  - ", answerWords(suggestion)+": "+suggestion.Because)
	}
	for _, hint := range r.Hints {
		paragraph(w, "  · ", hint.Text)
	}
	if len(r.Missing) > 0 {
		paragraph(w, "", quantity.Text("Not in this copy: %s. %s", strings.Join(r.Missing, ", "), r.HowToComplete()))
	}
	switch taken := accepted(r, accept); {
	case len(accept) == 0 && len(r.Suggestions) > 0:
		paragraph(w, "", "Nothing was recorded. --accept all takes these answers, --accept QUESTION one of them.")
	case len(accept) > 0:
		paragraph(w, "", quantity.Sentence(len(taken), "Recorded %d answer, and what was read; the text is not kept.", "Recorded %d answers, and what was read; the text is not kept."))
	}
}

// answerWords names question and answer as a person knows them.
func answerWords(s notes.Suggestion) string {
	q, ok := advisor.QuestionByID(s.Question)
	if !ok {
		return s.Question + "=" + s.Answer
	}
	for _, choice := range q.Answers {
		if choice.Value == s.Answer {
			return fmt.Sprintf("%s: %s (%s=%s)", q.Label, choice.Label, s.Question, s.Answer)
		}
	}
	return q.Label + ": " + s.Answer
}

// readPDF makes this process the one that reads a PDF (store/linkedin/pdf), and
// returns its status.
func readPDF(in io.Reader, out io.Writer) int {
	if pdf.Child(in, out) != nil {
		return 1 // who started it says what to do instead
	}
	return 0
}

// pdfReader reads PDFs with this program in a process of its own.
func pdfReader() pdf.Reader {
	program, err := os.Executable()
	if err != nil {
		return pdf.Reader{} // which says that it reads none
	}
	return pdf.Reader{Program: program, Args: []string{pdf.ChildArgument}}
}
