package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/store/clean"
	"linkvet/store/dates"
	"linkvet/store/linkedin/paste"
	"linkvet/store/record"
)

// addFlags are what a person says of an invitation by hand.
type addFlags struct {
	inv               record.Invitation
	direction, sentAt string
	kind              string
	directed          bool // the direction was given
	paste             string
}

func (a *app) addCommand() *cobra.Command {
	var f addFlags
	var cmd *cobra.Command
	cmd = &cobra.Command{
		Use:   "add --name NAME",
		Short: "Add an invitation by hand",
		Long: "Add an invitation by hand. With --paste, name, headline, note, address and time are recognized in text copied from " +
			"LinkedIn's page of invitations; what is given beside it takes the place of what was recognized. Several cards " +
			"in one text become several invitations. A card of your own invitations, with Withdraw on it, is taken as outgoing. Somebody you think of inviting is added with " +
			"--direction outgoing, from a profile that you copied or by name, and without --sent-at.",
		Example: `linkvet add --name "Ada Example" --company "Example Ltd"` + "\n" +
			"linkvet add --direction outgoing --paste profile.txt\n" +
			"linkvet add --kind join --name \"Bo Example\"\n" +
			"linkvet add --paste copied.txt\n" +
			"wl-paste | linkvet add --paste -",
		Args: takes(),
		RunE: a.does(func(ctx context.Context, _ []string) error {
			f.directed = cmd.Flags().Changed("direction")
			invs, err := a.described(ctx, f)
			if err != nil {
				return err
			}
			return a.add(invs)
		}),
	}
	flags := cmd.Flags()
	flags.StringVar(&f.inv.Name, "name", "", "the other person's `NAME`")
	flags.StringVar(&f.inv.Headline, "headline", "", "what they say they do, a `TEXT`")
	flags.StringVar(&f.inv.Company, "company", "", "where they say they work, a `NAME`")
	flags.StringVar(&f.inv.URL, "url", "", "the `ADDRESS` of their profile")
	flags.StringVar(&f.inv.Note, "note", "", "the invitation's message, a `TEXT`")
	flags.StringVar(&f.sentAt, "sent-at", "", "the `TIME` it was sent: 2026-07-14 or 2026-07-14T09:30:00Z")
	flags.StringVar(&f.direction, "direction", string(record.Incoming), "`DIRECTION`: incoming or outgoing")
	flags.StringVar(&f.kind, "kind", record.KindConnect, "`KIND`: connect, or join for a mail that asks you to join LinkedIn")
	flags.StringVar(&f.paste, "paste", "", "`FILE` with text copied from LinkedIn, - for standard input")
	takesEmpty(cmd, "headline", "company", "url", "note")
	return a.takesJSON(cmd)
}

// described returns the invitations that the flags describe: one, or as many as
// were pasted.
func (a *app) described(ctx context.Context, f addFlags) ([]record.Invitation, error) {
	inv := f.inv
	inv.Direction = record.Direction(f.direction)
	if inv.Direction != record.Incoming && inv.Direction != record.Outgoing {
		return nil, usagef("unknown direction %q (allowed: incoming, outgoing)%s", f.direction, didYouMean("", f.direction, []string{"incoming", "outgoing"}))
	}
	switch {
	case f.kind != record.KindConnect && f.kind != record.KindJoin:
		return nil, usagef("unknown kind %q (allowed: connect, join)%s", f.kind, didYouMean("", f.kind, []string{record.KindConnect, record.KindJoin}))
	case f.kind == record.KindJoin && inv.Direction == record.Outgoing:
		return nil, usagef("--kind join is for a mail that came to you, not for --direction outgoing")
	case f.kind == record.KindJoin:
		inv.Answers = advisor.Answers{"kind": {record.KindJoin}}
	}
	var err error
	if inv.SentAt, err = parseTime(f.sentAt, a.now()); err != nil {
		return nil, err
	}
	if f.paste != "" {
		return a.recognize(ctx, f.paste, inv, f.directed)
	}
	if strings.TrimSpace(inv.Name) == "" && strings.TrimSpace(inv.URL) == "" {
		return nil, usagef("linkvet add needs --name")
	}
	return []record.Invitation{inv}, nil
}

// parseTime reads a day of the person's own time zone or an RFC 3339 time, which
// must have come.
func parseTime(text string, now time.Time) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	t, err := time.ParseInLocation(time.DateOnly, text, now.Location())
	if err != nil {
		t, err = time.Parse(time.RFC3339, text)
	}
	switch {
	case err != nil:
		return time.Time{}, usagef("%q is no time (write 2026-07-14 or 2026-07-14T09:30:00Z)", text)
	case t.After(now):
		return time.Time{}, usagef("%q has not come yet: say when it was sent", text)
	}
	return t.UTC(), nil
}

// add takes the invitations in. Of several, those that are there already are
// only named.
func (a *app) add(invs []record.Invitation) error {
	s, err := a.beginStore()
	if err != nil {
		return err
	}
	made, err := s.AddAll(invs)
	if err != nil {
		return err
	}
	if len(made.Added) == 0 {
		return errors.Join(made.Refused...)
	}
	for _, reason := range made.Refused {
		a.say("note: left out, as %s", clean.Line(reason.Error()))
	}
	for _, alike := range made.Alike {
		a.say("note: %s", clean.Line(alike))
	}
	for _, inv := range made.Added {
		if a.flags.json {
			if err := a.printDetail(s, inv.ID); err != nil {
				return err
			}
			continue
		}
		a.say("added %s", inv.DisplayName())
		if err := a.print(func(w io.Writer) error {
			_, err := fmt.Fprintln(w, inv.ID)
			return err
		}); err != nil {
			return err
		}
	}
	return nil
}

// recognize returns the invitations in copied text. Of one alone, what was said
// otherwise holds.
func (a *app) recognize(ctx context.Context, from string, said record.Invitation, directed bool) ([]record.Invitation, error) {
	text, err := a.readInput(ctx, from)
	if err != nil {
		return nil, err
	}
	found, err := paste.Parse(string(text), a.now())
	if refused, ok := errors.AsType[*paste.RefusedError](err); ok {
		return nil, &failure{kind: kindBadData, err: fmt.Errorf("%s: %w", from, refused), hint: refused.Hint}
	}
	if err != nil {
		return nil, err
	}
	if own := said.Name + said.Headline + said.URL + said.Note + said.Company; len(found.Cards) > 1 && own != "" {
		return nil, usagef("%s holds more invitations than one (%d), and what you say beside it can only be about one", from, len(found.Cards))
	}
	var invs []record.Invitation
	for _, c := range found.Cards {
		invs = append(invs, a.takeCard(c, said, directed))
	}
	for _, what := range found.Others {
		a.say("left out: %s", what)
	}
	return invs, nil
}

// takeCard fills in from a card what was not said otherwise, and tells what was
// found.
func (a *app) takeCard(c paste.Card, said record.Invitation, directed bool) record.Invitation {
	inv := said
	for _, field := range []struct {
		to   *string
		from string
	}{{&inv.Name, c.Name}, {&inv.Headline, c.Headline}, {&inv.Note, c.Note}, {&inv.URL, c.URL}} {
		if *field.to == "" {
			*field.to = field.from
		}
	}
	if inv.SentAt.IsZero() {
		inv.SentAt = c.SentAt
	}
	a.say("recognized: %s", strings.Join(recognized(c), "; "))
	if c.Outgoing && !directed {
		inv.Direction = record.Outgoing
		a.say("note: the card is one of your own invitations, so it was taken as outgoing; --direction says otherwise")
	}
	if c.Mutual != "" {
		a.say("note: the page says %q; answer the question about connections in common yourself", c.Mutual)
	}
	for _, line := range c.Left {
		a.say("note: left out, since it may be anything: %s", line)
	}
	return inv
}

// recognized names what was found, for the person to check.
func recognized(c paste.Card) []string {
	found := []string{"name " + c.Name}
	for _, part := range [][2]string{{"headline", c.Headline}, {"note", c.Note}, {"address", c.URL}} {
		if part[1] != "" {
			found = append(found, part[0]+" "+part[1])
		}
	}
	if c.Ago != "" {
		found = append(found, fmt.Sprintf("sent %s, taken as %s", c.Ago, dates.Typed(c.SentAt)))
	}
	return found
}
