package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"linkvet/store/linkedin/paste"
	"linkvet/store/record"
)

// addFlags are what a person says of an invitation by hand.
type addFlags struct {
	inv               record.Invitation
	direction, sentAt string
	paste             string
}

func (a *app) addCommand() *cobra.Command {
	var f addFlags
	cmd := &cobra.Command{
		Use:   "add --name NAME",
		Short: "Add an invitation by hand",
		Long: "Add an invitation by hand. With --paste, name, headline, note, address and time are recognised in text copied from " +
			"LinkedIn's page of invitations or from a profile; what is given beside it takes the place of what was recognised.",
		Example: `linkvet add --name "Ada Example" --company "Example Ltd"` + "\n" +
			"linkvet add --paste copied.txt\n" +
			"wl-paste | linkvet add --paste -",
		Args: takes(),
		RunE: a.does(func(ctx context.Context, _ []string) error {
			inv, err := a.described(ctx, f)
			if err != nil {
				return err
			}
			return a.add(inv)
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
	flags.StringVar(&f.paste, "paste", "", "`FILE` with text copied from LinkedIn, - for standard input")
	return a.takesJSON(cmd)
}

// described returns the invitation that the flags describe.
func (a *app) described(ctx context.Context, f addFlags) (record.Invitation, error) {
	inv := f.inv
	inv.Direction = record.Direction(f.direction)
	if inv.Direction != record.Incoming && inv.Direction != record.Outgoing {
		return inv, usagef("unknown direction %q (allowed: incoming, outgoing)", f.direction)
	}
	var err error
	if inv.SentAt, err = parseTime(f.sentAt, a.now().Location()); err != nil {
		return inv, err
	}
	if f.paste != "" {
		if err := a.recognise(ctx, f.paste, &inv); err != nil {
			return inv, err
		}
	}
	if strings.TrimSpace(inv.Name) == "" && (f.paste != "" || strings.TrimSpace(inv.URL) == "") {
		return inv, usagef("linkvet add needs --name")
	}
	return inv, nil
}

// recognise fills in from copied text what was not said otherwise.
func (a *app) recognise(ctx context.Context, from string, inv *record.Invitation) error {
	text, err := a.readInput(ctx, from)
	if err != nil {
		return err
	}
	p, ok := paste.Parse(string(text), a.now())
	if !ok {
		return &failure{
			kind: kindBadData, err: fmt.Errorf("%s: no invitation was recognised in the text", from),
			hint: "copy the whole block from LinkedIn's page, from the name to the buttons, or give --name instead",
		}
	}
	for _, field := range []struct {
		to   *string
		from string
	}{{&inv.Name, p.Name}, {&inv.Headline, p.Headline}, {&inv.Note, p.Note}, {&inv.URL, p.URL}} {
		if *field.to == "" {
			*field.to = field.from
		}
	}
	if inv.SentAt.IsZero() {
		inv.SentAt = p.SentAt
	}
	a.say("recognised: %s", strings.Join(recognised(p), "; "))
	if p.Mutual != "" {
		a.say("note: the page says %q; answer the question about connections in common yourself", p.Mutual)
	}
	return nil
}

// recognised names what was found, for the person to check.
func recognised(p paste.Pasted) []string {
	found := []string{"name " + p.Name}
	for _, part := range [][2]string{{"headline", p.Headline}, {"note", p.Note}, {"address", p.URL}} {
		if part[1] != "" {
			found = append(found, part[0]+" "+part[1])
		}
	}
	if p.Ago != "" {
		found = append(found, fmt.Sprintf("sent %s, taken as %s", p.Ago, p.SentAt.Format(time.DateOnly)))
	}
	return found
}

// parseTime reads a day of the person's own time zone or an RFC 3339 time.
func parseTime(text string, zone *time.Location) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if t, err := time.ParseInLocation(time.DateOnly, text, zone); err == nil {
		return t.UTC(), nil
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, usagef("%q is no time (write 2026-07-14 or 2026-07-14T09:30:00Z)", text)
	}
	return t.UTC(), nil
}

func (a *app) add(inv record.Invitation) error {
	s, err := a.beginStore()
	if err != nil {
		return err
	}
	added, err := s.Add(inv)
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printDetail(s, added.ID)
	}
	a.say("added %s", added.DisplayName())
	return a.print(func(w io.Writer) error {
		_, err := fmt.Fprintln(w, added.ID)
		return err
	})
}
