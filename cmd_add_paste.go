package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"linkvet/store/linkedin/paste"
	"linkvet/store/record"
)

// recognise returns the invitations in copied text. Of one alone, what was said
// otherwise holds.
func (a *app) recognise(ctx context.Context, from string, said record.Invitation, directed bool) ([]record.Invitation, error) {
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
		return nil, usagef("%s holds %d invitations, and what you say beside it can only be about one", from, len(found.Cards))
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
	a.say("recognised: %s", strings.Join(recognised(c), "; "))
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

// recognised names what was found, for the person to check.
func recognised(c paste.Card) []string {
	found := []string{"name " + c.Name}
	for _, part := range [][2]string{{"headline", c.Headline}, {"note", c.Note}, {"address", c.URL}} {
		if part[1] != "" {
			found = append(found, part[0]+" "+part[1])
		}
	}
	if c.Ago != "" {
		found = append(found, fmt.Sprintf("sent %s, taken as %s", c.Ago, c.SentAt.Format(time.DateOnly)))
	}
	return found
}
