package mail

import (
	"strings"

	"linkvet/store/linkedin/page"
	"linkvet/store/linkedin/wording"
)

// noteAbove is what the inviter wrote below the greeting: as far as the name,
// a signature or the first button.
func noteAbove(lines []page.Line, name string) string {
	begun := false
	var note []string
	for _, line := range lines {
		if !begun {
			rest := afterGreeting(line)
			begun = rest.Text != "" || wording.IsGreeting(line.Text)
			line = rest
		}
		switch {
		case !begun || line.Text == "" && len(line.Links) == 0 || isSentence(line.Text, name):
			continue
		case isAction(line):
			return strings.Join(note, " ")
		}
		text, signed := withoutSignature(noteText(line), name)
		if text != "" && !isStandard(text) {
			note = append(note, text)
		}
		if signed {
			break
		}
	}
	return strings.Join(note, " ")
}

// afterGreeting returns what stands behind the greeting on its own line: some
// mails are a single paragraph.
func afterGreeting(line page.Line) page.Line {
	if wording.IsGreeting(line.Text) || !wording.BeginsWithGreeting(line.Text) {
		return page.Line{}
	}
	head, rest, ok := strings.Cut(line.Raw, ",")
	if !ok || len(strings.Fields(head)) > 5 {
		return page.Line{}
	}
	rest = strings.TrimSpace(rest)
	_, text, _ := strings.Cut(line.Text, ",")
	return page.Line{Text: strings.TrimSpace(text), Raw: rest, Links: line.Links}
}

// withoutSignature takes the inviter's name off the end of a note and reports
// whether it was there: as a whole line, behind a dash, or behind the last
// sentence.
func withoutSignature(text, name string) (note string, signed bool) {
	first, _, _ := strings.Cut(name, " ")
	for _, who := range []string{name, first} {
		if strings.EqualFold(strings.Trim(text, "-–—, "), who) {
			return "", true
		}
		if len(text) <= len(who) || !strings.EqualFold(text[len(text)-len(who):], who) {
			continue
		}
		rest := text[:len(text)-len(who)]
		before := strings.TrimRight(rest, " ")
		if bare := strings.TrimRight(before, "-–—"); bare != before || before != rest && strings.HasSuffix(before, ".") {
			return strings.TrimSpace(bare), true
		}
	}
	return text, false
}

// isSentence reports what LinkedIn says of an invitation of somebody, "" for
// anybody.
func isSentence(text, who string) bool {
	for _, class := range []wording.Class{wording.Asks, wording.Reminds, wording.Accepts, wording.Invites, wording.Writes} {
		if saysOf(class, text, who) {
			return true
		}
	}
	return false
}

// saysOf reports a sentence of a class that names nobody else.
func saysOf(class wording.Class, text, who string) bool {
	name, ok := wording.Match(class, text)
	if !ok || name == "" || who == "" {
		return ok
	}
	name, _ = splitHeadline(wording.LikelyName(name))
	first, _, _ := strings.Cut(who, " ")
	return strings.EqualFold(name, who) || strings.EqualFold(name, first)
}

// isStandard reports what LinkedIn writes where the inviter wrote nothing. A
// short sentence about LinkedIn and a network is one in any wording.
func isStandard(text string) bool {
	n := len(strings.Fields(text))
	if n < 20 && wording.Holds(wording.Standard, text) {
		return true
	}
	return n <= 12 && strings.Contains(wording.Plain(text), "linkedin") && wording.Holds(wording.Network, text)
}

// noteText is a line of a note. Of LinkedIn's own addresses in it the query
// goes, which may be a secret.
func noteText(line page.Line) string {
	text := line.Raw
	for _, link := range line.Links {
		if host, elsewhere := linkHost(link); host != "" && !elsewhere {
			bare, _, _ := strings.Cut(link, "?")
			text = strings.ReplaceAll(text, link, bare)
		}
	}
	return text
}
