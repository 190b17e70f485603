package clean

import "strings"

// removeEscapes takes out whole terminal control sequences that begin with ESC,
// so that no harmless-looking tail such as "[31m" stays behind. The eight-bit
// forms of ESC and a letter (U+0080 to U+009F) are left to the caller, which
// drops them alone: in a file they come from a wrong charset far more often than
// from a terminal, and what follows them is somebody's name.
func removeEscapes(s string) string {
	at := strings.IndexByte(s, '\x1b')
	if at < 0 {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	for at >= 0 {
		out.WriteString(s[:at])
		s = s[at:]
		s = s[sequenceLen(s):]
		at = strings.IndexByte(s, '\x1b')
	}
	out.WriteString(s)
	return out.String()
}

// sequenceLen returns how many bytes at the start of s make one control
// sequence; s begins with ESC.
func sequenceLen(s string) int {
	if len(s) == 1 {
		return 1
	}
	switch kind := s[1]; {
	case kind == '[':
		return 2 + controlLen(s[2:])
	case strings.IndexByte("]PX^_", kind) >= 0:
		return 2 + stringLen(s[2:])
	}
	// ESC, any intermediate bytes, one final byte.
	n := 1
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
		case r == '\x1b':
			return i
		}
	}
	return 0
}
