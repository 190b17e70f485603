package mail

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"linkvet/store/clean"
	"linkvet/store/linkedin/page"
)

// maxNamedLinks is how many of the places a mail links to are named.
const maxNamedLinks = 3

// Doubts returns the reasons to think that a mail is not LinkedIn's, as parts
// of a sentence. None proves that it is: whoever reads a saved mail offline can
// only look for reasons against it.
func (l *Letter) Doubts(people []Person) []string {
	var reasons []string
	say := func(format string, args ...any) { reasons = append(reasons, fmt.Sprintf(format, args...)) }
	switch {
	case shownHost(l.fromHost) == "":
		say("it does not say who sent it")
	case isLinkedInHost(l.fromHost):
	case looksLikeLinkedIn(l.fromHost):
		say("it was sent from %s, which looks like linkedin.com but is not", shownHost(l.fromHost))
	default:
		say("it was sent from %s, not from linkedin.com", shownHost(l.fromHost))
	}
	for header, words := range map[string]string{"Reply-To": "an answer would go to %s", "Sender": "it was sent on behalf of somebody at %s"} {
		if _, host := splitAddress(strings.TrimRight(l.header.Get(header), "> ")); shownHost(host) != "" && !isLinkedInHost(host) {
			say(words, shownHost(host))
		}
	}
	results := strings.ToLower(l.header.Get("Authentication-Results"))
	if isLinkedInHost(l.fromHost) && strings.Contains(results, "dmarc=fail") {
		say("the server that received it says that it is not from linkedin.com (dmarc=fail)")
	}
	if elsewhere := l.linksElsewhere(people); len(elsewhere) > 0 {
		more := ""
		if n := len(elsewhere) - maxNamedLinks; n > 0 {
			elsewhere, more = elsewhere[:maxNamedLinks], fmt.Sprintf(" and %d other places", n)
		}
		say("it links to %s%s", strings.Join(elsewhere, ", "), more)
	}
	if l.long {
		say("it is far longer than LinkedIn's mails")
	}
	if len(l.attached) > 0 {
		say("it has an attachment (%s), which LinkedIn's invitations never have", shownHost(l.attached[0]))
	}
	slices.Sort(reasons)
	return reasons
}

// shownHost keeps a stranger's word short.
func shownHost(host string) string {
	const longest = 60
	if host = clean.Line(host); len([]rune(host)) > longest {
		return string([]rune(host)[:longest]) + "..."
	}
	return host
}

// linksElsewhere returns the hosts other than LinkedIn's that the mail links
// to. What the inviter linked to in the note is not the mail's.
func (l *Letter) linksElsewhere(people []Person) []string {
	hosts := map[string]bool{}
	for _, lines := range [][]page.Line{l.text, l.html} {
		for _, line := range lines {
			for _, link := range line.Links {
				host, bad := linkHost(link)
				inNote := slices.ContainsFunc(people, func(p Person) bool { return p.Note != "" && strings.Contains(p.Note, link) })
				if bad && !inNote {
					hosts[host] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(hosts))
}

// linkHost returns where a link leads, and whether that is not LinkedIn.
func linkHost(link string) (host string, elsewhere bool) {
	link = unwrapped(strings.TrimSpace(link))
	lower := strings.ToLower(link)
	if link == "" || strings.HasPrefix(link, "#") || strings.HasPrefix(lower, "mailto:") || strings.HasPrefix(lower, "tel:") {
		return "", false
	}
	u, err := url.Parse(link)
	switch {
	case err != nil || u.Scheme != "" && shownHost(u.Hostname()) == "" && u.Opaque == "":
		return "an address that cannot be read", true
	case u.Scheme != "http" && u.Scheme != "https":
		return "an address that is no web page", true
	case u.User != nil:
		return shownHost(u.Hostname()) + " under a false name", true
	}
	host = strings.ToLower(u.Hostname())
	return shownHost(host), !isLinkedInHost(host)
}

// unwrapped is the address inside one that a mail gateway put around it, to look
// at it first when it is clicked.
func unwrapped(link string) string {
	u, err := url.Parse(link)
	if err != nil || !strings.HasSuffix(strings.ToLower(u.Hostname()), ".safelinks.protection.outlook.com") {
		return link
	}
	if inner := u.Query().Get("url"); inner != "" {
		return inner
	}
	return link
}

// looksLikeLinkedIn reports names and hosts that are LinkedIn's or made to be
// taken for it: some part of it is at most two letters away.
func looksLikeLinkedIn(name string) bool {
	name = strings.ToLower(name)
	if strings.Contains(name, "linkedin") {
		return true
	}
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return strings.ContainsRune(". -_@", r) }) {
		if len(part) < 40 && distance([]rune(part), []rune("linkedin")) <= 2 {
			return true
		}
	}
	return strings.Contains(name, "linked-in")
}

// distance counts the letters to change, add or leave out to get from a to b.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			next := diagonal
			if a[i] != b[j] {
				next = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}
