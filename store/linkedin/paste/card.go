package paste

import (
	"slices"
	"strings"
	"unicode/utf8"

	"linkvet/store/linkedin/wording"
)

// split parts the lines of a page into cards. Menus stand around cards and never
// in one; and a card ends below its buttons, where the next person begins.
func split(lines []line) [][]line {
	var parts [][]line
	var part []line
	end := func() {
		if len(part) > 0 {
			parts = append(parts, part)
		}
		part = nil
	}
	acted := false // the part has its buttons
	for i, l := range lines {
		if l.kind == menu {
			end()
			acted = false
			continue
		}
		if acted && begins(part, lines[i:]) {
			end()
			acted = false
		}
		part = append(part, l)
		acted = acted || l.isAct()
	}
	end()
	return parts
}

// isAct reports the buttons that answer a card.
func (l line) isAct() bool {
	return l.kind == accept || l.kind == ignore || l.kind == withdraw
}

// begins reports whether the next card begins with the first of the lines that
// follow the buttons of one.
func begins(part, rest []line) bool {
	first := rest[0]
	switch first.kind {
	case accept, ignore, withdraw, reply, more, button, link:
		return false
	case label, invites, invited, other:
		return first.name == "" && first.kind != label || !names(part, first.name)
	}
	// Text: a note below the buttons, if "Reply" or "show more" follows before
	// anything of another card does.
	for _, l := range rest {
		switch l.kind {
		case reply:
			return l.name != "" && !names(part, l.name)
		case more:
			return false
		case ago, mutual, badge, accept, ignore, withdraw, invites, invited, other:
			return true
		case label:
			return !names(part, l.name)
		}
	}
	return len(rest) > 1 && first.kind == badge
}

// names reports whether a card tells of somebody of that name.
func names(part []line, name string) bool {
	if name == "" {
		return true
	}
	return slices.ContainsFunc(part, func(l line) bool {
		text := l.text
		if l.kind != words {
			text = l.name
		}
		text = wording.WithoutDegree(text)
		first, _, _ := strings.Cut(text, " ")
		return strings.EqualFold(text, name) || strings.EqualFold(first, name)
	})
}

// card is one card on its way to being read.
type card struct{ lines []line }

// asksElse says what the card asks for instead of a connection, "" for nothing.
func (c card) asksElse() string {
	for _, l := range c.lines {
		if l.kind == other {
			return l.what
		}
	}
	return ""
}

// read tells name, headline and note apart. A card alone, of a page in a language
// that is not known, is proven by the degree beside the name.
func (c card) read(alone bool) (Card, bool) {
	read := Card{Name: c.name()}
	proven := slices.ContainsFunc(c.lines, line.proves) || alone && slices.ContainsFunc(c.lines, line.isDegree)
	if read.Name == "" || utf8.RuneCountInString(read.Name) > 100 || !proven {
		return Card{}, false
	}
	for _, l := range c.lines {
		switch {
		case l.kind == ago && read.Ago == "":
			read.Ago, read.SentAt = l.text, l.on
			read.Outgoing = read.Outgoing || l.sent
		case l.kind == mutual && read.Mutual == "":
			read.Mutual = l.text
		case l.kind == link:
			read.URL = l.text
		case l.kind == withdraw, l.kind == invited:
			read.Outgoing = true
		}
	}
	if c.has(accept) || c.has(invites) {
		read.Outgoing = false // "sent" is also what the other person did
	}
	c.readText(&read)
	return read, true
}

func (c card) has(k kind) bool {
	return slices.ContainsFunc(c.lines, func(l line) bool { return l.kind == k })
}

// name is what a label says, else the first line of text.
func (c card) name() string {
	for _, kinds := range [][]kind{{invites, invited}, {label}} {
		for _, l := range c.lines {
			if slices.Contains(kinds, l.kind) && l.name != "" {
				return l.name
			}
		}
	}
	for _, l := range c.lines {
		if l.kind == words {
			return wording.LikelyName(wording.WithoutDegree(l.text))
		}
	}
	return ""
}

// below returns the lines below the name. What is above it is the page's.
func (c card) below(name string) []line {
	at := slices.IndexFunc(c.lines, func(l line) bool { return l.kind == words && isName(l.text, name) })
	return c.lines[at+1:]
}

func isName(text, name string) bool {
	return strings.EqualFold(wording.LikelyName(wording.WithoutDegree(text)), name)
}

// readText takes headline and note from the lines that are the person's.
func (c card) readText(read *Card) {
	lines := c.below(read.Name)
	var note []string
	inNote, timed, acted := false, false, false
	for i, l := range lines {
		inNote = inNote && l.kind == words
		timed, acted = timed || l.kind == ago, acted || l.isAct()
		if l.kind != words || isName(l.text, read.Name) {
			continue
		}
		text, cut := wording.WithoutMore(l.text)
		isNote := inNote || cut || wording.IsQuoted(text)
		switch {
		case isNote:
		case acted:
			isNote = isAnswered(lines[i:])
		case timed:
			isNote = read.Headline != "" || len(strings.Fields(text)) > 12
		default:
			isNote = read.Headline != "" && isLetter(text)
		}
		switch {
		case isNote:
			note = append(note, wording.Unquoted(text))
			inNote = !cut
		case read.Headline == "" && !acted:
			read.Headline = text
		default:
			read.Left = append(read.Left, text)
		}
	}
	read.Note = strings.Join(note, " ")
}

// isAnswered reports whether "Reply" or "show more" stands below the text that
// begins lines, as it does below a note.
func isAnswered(lines []line) bool {
	for _, l := range lines {
		switch l.kind {
		case words:
		case reply, more:
			return true
		default:
			return false
		}
	}
	return false
}

// isLetter reports a text that begins as a letter does.
func isLetter(text string) bool {
	return wording.BeginsWithGreeting(text) && strings.ContainsAny(text, ",!.")
}
