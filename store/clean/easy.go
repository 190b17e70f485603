package clean

import "strings"

// isEasy reports text of nothing but printable ASCII, line ends, tabs and easy
// characters, which is nearly all that is not plain.
func isEasy(s string) bool {
	for _, r := range s {
		switch {
		case r >= ' ' && r <= '~', r == '\n', r == '\r', r == '\t':
		case !IsEasyLetter(r) && !isEasySign(r):
			return false
		}
	}
	return true
}

// easyBreaks are the breaks that easy text may hold.
const easyBreaks = "\n\r\t"

// joinLines does for easy text what cleaning comes to: breaks with the plain
// spaces around them become one space, and the edges are trimmed.
func joinLines(s string) string {
	if !strings.ContainsAny(s, easyBreaks) {
		return strings.TrimSpace(s)
	}
	var out strings.Builder
	out.Grow(len(s))
	for len(s) > 0 {
		end := strings.IndexAny(s, easyBreaks)
		if end < 0 {
			end = len(s) - 1
		}
		if part := strings.Trim(s[:end+1], " "+easyBreaks); part != "" {
			if out.Len() > 0 {
				out.WriteByte(' ')
			}
			out.WriteString(part)
		}
		s = s[end+1:]
	}
	return strings.TrimSpace(out.String())
}

// IsEasyLetter reports letters that are visible and stay as they are in NFC
// whatever easy characters stand beside them. It names ranges, since asking the
// tables of Unicode for every letter would take longer than reading the file.
func IsEasyLetter(r rune) bool {
	switch {
	case r < 0x2B0:
		return r >= 0xC0 && r != 0x23A && r != 0x23E // Latin; the two have far-off small letters
	case r < 0x482:
		return r >= 0x400 || r >= 0x388 && r <= 0x3CE && r != 0x38B && r != 0x38D && r != 0x3A2 // Cyrillic, Greek
	case r < 0x530:
		return r >= 0x48A // Cyrillic
	case r < 0x5EB:
		return r >= 0x5D0 // Hebrew
	case r < 0x6D4:
		return r >= 0x671 || r >= 0x641 && r <= 0x64A || r >= 0x621 && r <= 0x63A // Arabic
	case r < 0x1EFA:
		return r >= 0x1E00 // Latin, as in Vietnamese
	case r < 0x30FF:
		return r >= 0x30FC || r >= 0x30A1 && r <= 0x30FA || r >= 0x3041 && r <= 0x3096 // kana
	}
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3 // Han, Hangul
}

// isEasySign reports punctuation, spaces and pictures of which the same is true.
func isEasySign(r rune) bool {
	switch {
	case r < 0xC0:
		return r >= 0xA0 && r != 0xAD // Latin signs and the no-break space, but not the soft hyphen
	case r < 0x205F:
		return r >= 0x2010 && r <= 0x2027 || r >= 0x202F && r <= 0x205E // dashes, quotation marks
	case r < 0x2329:
		return r >= 0x20A0 && r <= 0x20BF // currencies
	case r < 0x3021:
		return r >= 0x3000 || r >= 0x2600 && r <= 0x27BF // wide punctuation, dingbats
	case r < 0xFF61:
		return r >= 0xFF01 // wide letters and signs
	}
	return r >= 0x1F300 && r <= 0x1F64F || r >= 0x1F680 && r <= 0x1F6C5 || r >= 0x1F90C && r <= 0x1F9FF // emoji
}
