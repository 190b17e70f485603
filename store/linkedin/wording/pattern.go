package wording

import "strings"

// pattern is a phrase with holes: words and what may stand between them.
type pattern struct {
	parts []string // the words; between two of them is a hole
	name  int      // which hole is the name, -1 for none
}

func parsePattern(phrase string) pattern {
	p := pattern{name: -1}
	for {
		at := strings.IndexAny(phrase, "{*")
		if at < 0 {
			break
		}
		p.parts = append(p.parts, phrase[:at])
		switch rest := phrase[at:]; {
		case strings.HasPrefix(rest, "{name}"):
			p.name = len(p.parts) - 1
			phrase = rest[len("{name}"):]
		case strings.HasPrefix(rest, "{n}"):
			phrase = rest[len("{n}"):]
		default:
			phrase = rest[1:]
		}
	}
	p.parts = append(p.parts, phrase)
	return p
}

// match returns where the name is in plain text. A sentence whose name stands on
// the line before it fits too, with an empty name.
func (p pattern) match(plain string) (begin, end int, ok bool) {
	if begin, end, ok = p.fit(plain, 0); ok {
		return begin, end, true
	}
	if trimmed := strings.Trim(plain, edges); trimmed != plain && trimmed != "" {
		if begin, end, ok = p.fit(trimmed, strings.Index(plain, trimmed)); ok {
			return begin, end, true
		}
	}
	if p.name == 0 && p.parts[0] == "" && strings.HasPrefix(p.parts[1], " ") {
		nameless := pattern{parts: append([]string{p.parts[1][1:]}, p.parts[2:]...), name: -1}
		_, _, ok = nameless.fit(plain, 0)
	}
	return 0, 0, ok
}

// fit matches text, which is that many bytes into the line.
func (p pattern) fit(text string, offset int) (begin, end int, ok bool) {
	last := len(p.parts) - 1
	if last == 0 {
		return 0, 0, text == p.parts[0]
	}
	if !strings.HasPrefix(text, p.parts[0]) {
		return 0, 0, false
	}
	at := len(p.parts[0])
	for i := 1; i <= last; i++ {
		next := strings.Index(text[at:], p.parts[i])
		if i == last {
			next = len(text) - len(p.parts[i]) - at
			if next < 0 || !strings.HasSuffix(text, p.parts[i]) {
				return 0, 0, false
			}
		}
		if next < 0 {
			return 0, 0, false
		}
		if p.name == i-1 {
			if strings.TrimSpace(text[at:at+next]) == "" {
				return 0, 0, false
			}
			begin, end = offset+at, offset+at+next
		}
		at += next + len(p.parts[i])
	}
	return begin, end, true
}
