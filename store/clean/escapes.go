package clean

import "strings"

// removeEscapes takes out whole terminal control sequences, in their seven-bit
// form (ESC and a letter) and their eight-bit form (U+0080 to U+009F), so that
// no harmless-looking tail such as "[31m" stays behind.
func removeEscapes(s string) string {
	at := strings.IndexFunc(s, isIntroducer)
	if at < 0 {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	for at >= 0 {
		out.WriteString(s[:at])
		s = s[at:]
		s = s[sequenceLen(s):]
		at = strings.IndexFunc(s, isIntroducer)
	}
	out.WriteString(s)
	return out.String()
}

// isIntroducer reports ESC and the C1 controls. NEL is a line break and stays
// for the caller.
func isIntroducer(r rune) bool {
	return r == '\x1b' || r >= 0x80 && r <= 0x9f && r != '\u0085'
}

// sequenceLen returns how many bytes at the start of s make one control
// sequence; s begins with an introducer.
func sequenceLen(s string) int {
	var kind byte // the letter after ESC that starts the same sequence
	var n int     // length of the introducer
	switch {
	case s[0] != '\x1b':
		kind, n = s[1]-0x40, 2 // U+009B is C2 9B and stands for ESC [
	case len(s) > 1:
		kind, n = s[1], 2
	default:
		return 1
	}
	switch {
	case kind == '[':
		return n + controlLen(s[n:])
	case strings.IndexByte("]PX^_", kind) >= 0:
		return n + stringLen(s[n:])
	case s[0] != '\x1b':
		return n
	}
	// ESC, any intermediate bytes, one final byte.
	n = 1
	for n < len(s) && s[n] >= 0x20 && s[n] <= 0x2f {
		n++
	}
	if n < len(s) && s[n] >= 0x30 && s[n] <= 0x7e {
		return n + 1
	}
	return n
}

// controlLen measures what follows ESC [: parameters, intermediates and the
// final byte, if there is one.
func controlLen(s string) int {
	n := 0
	for n < len(s) && s[n] >= 0x30 && s[n] <= 0x3f {
		n++
	}
	for n < len(s) && s[n] >= 0x20 && s[n] <= 0x2f {
		n++
	}
	if n < len(s) && s[n] >= 0x40 && s[n] <= 0x7e {
		n++
	}
	return n
}

// stringLen measures the text of a command string up to and with its end, or up
// to the next sequence, which breaks it off. One that never ends is left
// standing as text: removing it would take everything that follows.
func stringLen(s string) int {
	for i, r := range s {
		switch {
		case r == '\a':
			return i + 1
		case strings.HasPrefix(s[i:], "\x1b\\"), r == '\u009c':
			return i + 2
		case isIntroducer(r):
			return i
		}
	}
	return 0
}
