// Package address reads the addresses of LinkedIn profiles.
package address

import (
	"linkvet/store/clean"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Of returns the address of a slug, "" for none.
func Of(slug string) string {
	canonical, _ := Profile(profilePrefix + slug)
	return canonical
}

// profilePrefix begins every canonical profile URL.
const profilePrefix = "https://www.linkedin.com/in/"

// maxSlug is far above LinkedIn's own limit of 100 characters.
const maxSlug = 300

// Profile returns the canonical form of a profile address and its slug,
// decoded and lower-cased, or two empty strings for anything else: the stub
// address without a slug, another host, another page. Whatever could carry a
// secret or point elsewhere (query, fragment, user, port, sub-page) is dropped
// or refused.
func Profile(raw string) (canonical, slug string) {
	canonical, slug, _ = Read(raw)
	return canonical, slug
}

// Read is Profile, and also tells whether the address leads away from LinkedIn, which
// deserves a warning, while a missing slug does not.
func Read(raw string) (canonical, slug string, foreign bool) {
	if canonical = quickURL(raw); canonical != "" {
		return canonical, canonical[len(profilePrefix):], false
	}
	raw = strings.TrimSpace(raw)
	if raw == "" {
		return "", "", false
	}
	path, ok := linkedInPath(raw)
	if !ok {
		return "", "", true
	}
	slug = pathSlug(path)
	if slug == "" {
		return "", "", false
	}
	return profilePrefix + slug, slug, false
}

// quickURL is the short way for the form nearly every row has: nothing but a
// slug of easy letters, digits and hyphens. It returns "" for any other.
func quickURL(raw string) string {
	rest, ok := strings.CutPrefix(raw, profilePrefix)
	if !ok || rest == "" || len(rest) > maxSlug {
		return ""
	}
	if isLowerASCII(rest) {
		return raw
	}
	var space [len(profilePrefix) + maxSlug]byte
	out := append(space[:0], profilePrefix...)
	for len(rest) > 0 {
		r, size := decodeRune(rest)
		rest = rest[size:]
		switch {
		case clean.IsEasyLetter(r), 'A' <= r && r <= 'Z':
			r = unicode.ToLower(r)
		case r == '-', r == '_', '0' <= r && r <= '9', 'a' <= r && r <= 'z':
		default:
			return ""
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

func isLowerASCII(slug string) bool {
	for i := range len(slug) {
		c := slug[i]
		if c != '-' && c != '_' && !('0' <= c && c <= '9') && !('a' <= c && c <= 'z') {
			return false
		}
	}
	return true
}

// decodeRune returns the first character of s, percent-encoded or not, and the
// bytes it takes; utf8.RuneError where there is none.
func decodeRune(s string) (r rune, size int) {
	if s[0] != '%' {
		return utf8.DecodeRuneInString(s)
	}
	var encoded [utf8.UTFMax]byte
	n := 0
	for n < len(encoded) && len(s) >= 3*n+3 && s[3*n] == '%' {
		high, low := hexDigit(s[3*n+1]), hexDigit(s[3*n+2])
		if high > 15 || low > 15 {
			break
		}
		encoded[n] = high<<4 | low
		n++
	}
	r, bytes := utf8.DecodeRune(encoded[:n])
	return r, max(3*bytes, 1)
}

// hexDigit returns the value of a digit, or more than 15 for another character.
func hexDigit(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return (c | 0x20) - 'a' + 10
	}
	return 0xff
}

// linkedInPath returns the path, still encoded, of an address on linkedin.com
// or below it. People leave out the scheme, and the host too.
func linkedInPath(raw string) (path string, ok bool) {
	if strings.ContainsAny(raw, "\\ \t\r\n") {
		return "", false
	}
	if scheme, rest, found := strings.Cut(raw, "://"); found {
		if !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "http") {
			return "", false
		}
		raw = rest
	} else if rest, found := strings.CutPrefix(raw, "//"); found {
		raw = rest
	}
	if cut := strings.IndexAny(raw, "?#"); cut >= 0 {
		raw = raw[:cut]
	}
	host, path, _ := strings.Cut(raw, "/")
	if host == "" { // "/in/slug", as the page's own links are
		return path, true
	}
	host = strings.ToLower(host)
	if host != "linkedin.com" && !strings.HasSuffix(host, ".linkedin.com") || !isHostName(host) {
		return "", false
	}
	return path, true
}

func isHostName(host string) bool {
	for i := range len(host) {
		c := host[i]
		if c != '-' && c != '.' && !('0' <= c && c <= '9') && !('a' <= c && c <= 'z') {
			return false
		}
	}
	return true
}

// pathSlug takes the slug out of "in/<slug>" or "comm/in/<slug>", whatever
// sub-page follows it.
func pathSlug(path string) string {
	parts := strings.Split(path, "/")
	if len(parts) > 0 && strings.EqualFold(parts[0], "comm") {
		parts = parts[1:]
	}
	if len(parts) < 2 || !strings.EqualFold(parts[0], "in") {
		return ""
	}
	slug, err := url.PathUnescape(parts[1])
	if err != nil || !utf8.ValidString(slug) {
		return ""
	}
	slug = norm.NFC.String(strings.ToLower(slug))
	// Cleaning a slug would make it another person's, so it must be clean.
	if !isSlug(slug) || clean.Line(slug) != slug {
		return ""
	}
	return slug
}

// isSlug refuses what would read as another part of an address, or as none.
func isSlug(slug string) bool {
	if slug == "" || slug == "." || slug == ".." || len(slug) > maxSlug || strings.ToLower(slug) != slug {
		return false
	}
	for _, r := range slug {
		if unicode.IsSpace(r) || strings.ContainsRune("/\\?#%&=:;@\"'<>{}[]()|^`,*$!", r) {
			return false
		}
	}
	return true
}
