package linkedin

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// profilePrefix begins every canonical profile URL.
const profilePrefix = "https://www.linkedin.com/in/"

// maxSlug is far above LinkedIn's own limit of 100 characters.
const maxSlug = 300

// ProfileURL returns the canonical form of a profile address and its slug,
// decoded and lower-cased, or two empty strings for anything else: the stub
// address without a slug, another host, another page. Whatever could carry a
// secret or point elsewhere (query, fragment, user, port, sub-page) is dropped
// or refused.
func ProfileURL(raw string) (canonical, slug string) {
	canonical, slug, _ = profileURL(raw)
	return canonical, slug
}

// profileURL also tells whether the address leads away from LinkedIn, which
// deserves a warning, while a missing slug does not.
func profileURL(raw string) (canonical, slug string, foreign bool) {
	if slug, ok := plainSlug(raw); ok {
		if lower := strings.ToLower(slug); lower != slug {
			raw = profilePrefix + lower
		}
		return raw, raw[len(profilePrefix):], false
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

// plainSlug is the short way for the form nearly every row has.
func plainSlug(raw string) (slug string, ok bool) {
	slug, ok = strings.CutPrefix(raw, profilePrefix)
	if !ok || slug == "" || len(slug) > maxSlug {
		return "", false
	}
	for i := range len(slug) {
		c := slug[i]
		if c != '-' && c != '_' && !('0' <= c && c <= '9') && !('a' <= c && c <= 'z') && !('A' <= c && c <= 'Z') {
			return "", false
		}
	}
	return slug, true
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
	if !isSlug(slug) || Clean(slug) != slug {
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
