package notes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The finders of phrases.yaml: what a note may contain apart from words.
const (
	findLookalike = "lookalike" // an address like LinkedIn's that is not
	findShort     = "shortener" // an address that hides where it leads
	findLink      = "link"      // any other address
	findChat      = "chat"      // an address that opens a chat
	findMail      = "mail"      // an e-mail address
	findPhone     = "phone"     // a phone number
	findWallet    = "wallet"    // an address of a crypto wallet
)

var finders = []string{findLookalike, findShort, findLink, findChat, findMail, findPhone, findWallet}

// contact is an address or a number in a note.
type contact struct {
	quote string
	host  string
	name  string // the application, for a chat
}

// contacts returns the first contact of each kind. An address that is only the
// name of a company or an employer is not a link.
func (a *addressBook) contacts(note string, words []word, company string) map[string]contact {
	var found map[string]contact
	keep := func(kind string, c contact) {
		if found == nil {
			found = map[string]contact{}
		}
		if _, ok := found[kind]; !ok {
			found[kind] = c
		}
	}
	if mayHaveAddress(note) {
		eachField(note, func(start int, field string) {
			if strings.Contains(field, ".") {
				a.readField(field, start, words, strings.ToLower(company), keep)
			}
		})
	}
	if mayHavePhone(note) {
		if number, ok := a.phoneIn(note, words); ok {
			keep(findPhone, contact{quote: number})
		}
	}
	if address, ok := walletIn(note, words); ok {
		keep(findWallet, contact{quote: address})
	}
	return found
}

// mayHaveAddress reports whether there is a dot between two characters that the
// name of a host may contain.
func mayHaveAddress(note string) bool {
	for {
		at := strings.IndexByte(note, '.')
		if at < 0 {
			return false
		}
		if at > 0 && at < len(note)-1 && mayName(note[at-1]) && mayName(note[at+1]) {
			return true
		}
		note = note[at+1:]
	}
}

func mayName(c byte) bool { return c >= utf8.RuneSelf || plain[c] != 0 }

// eachField calls visit with the parts of a note between spaces, brackets and
// the like, without the punctuation around them.
func eachField(note string, visit func(start int, field string)) {
	begin := -1
	for i, r := range note {
		if separates(r) {
			if begin >= 0 {
				visitTrimmed(note, begin, i, visit)
			}
			begin = -1
		} else if begin < 0 {
			begin = i
		}
	}
	if begin >= 0 {
		visitTrimmed(note, begin, len(note), visit)
	}
}

func separates(r rune) bool {
	if r < utf8.RuneSelf {
		return separators[r]
	}
	return unicode.IsSpace(r) || unicode.IsPunct(r)
}

var separators = func() (table [utf8.RuneSelf]bool) {
	for c := range table {
		table[c] = c <= ' ' || strings.ContainsRune(`<>()[]{}"|,;`, rune(c))
	}
	return table
}()

func visitTrimmed(note string, begin, end int, visit func(start int, field string)) {
	field := note[begin:end]
	left := strings.TrimLeftFunc(field, notInAddress)
	if trimmed := strings.TrimRightFunc(left, notInAddress); trimmed != "" {
		visit(begin+len(field)-len(left), trimmed)
	}
}

func notInAddress(r rune) bool { return r != '/' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func (a *addressBook) readField(field string, start int, words []word, company string, keep func(string, contact)) {
	if isMail(field) {
		keep(findMail, contact{quote: field})
		return
	}
	link, ok := a.linkIn(field)
	if !ok || link.bare && (a.names[link.host] || strings.Contains(company, link.host) || a.employs(words, start)) {
		return
	}
	c := contact{quote: link.text, host: link.host}
	if app, ok := a.chatAt(link); ok {
		c.name = app
		keep(findChat, c)
	}
	if kind := a.kindOf(link); kind != "" {
		keep(kind, c)
	}
}

// isMail reports whether text is like "mila@example.com".
func isMail(field string) bool {
	local, host, ok := strings.Cut(strings.ToLower(field), "@")
	local = local[strings.LastIndexByte(local, ':')+1:] // "mail:mila@example.com"
	return ok && local != "" && !strings.Contains(local, "/") && isHost(host)
}

// address is a link in a note.
type address struct {
	text string // as written in the note
	host string // in lower case, without www
	path string
	bare bool // nothing but a host, so it may be a name
}

// linkIn reads a field as an address. Without http or www it must end the way
// addresses do, and "done.Let us" only lacks a space.
func (a *addressBook) linkIn(field string) (address, bool) {
	text, marked := field, false
	for _, scheme := range []string{"https://", "http://", "www."} {
		if i := strings.Index(strings.ToLower(field), scheme); i >= 0 {
			if len(strings.ToLower(field)) == len(field) {
				text = field[i:]
			}
			marked = true
			break
		}
	}
	rest := strings.ToLower(text)
	if _, after, ok := strings.Cut(rest, "://"); ok {
		rest = after
	}
	host, path := rest, ""
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host, path = rest[:i], rest[i:]
	}
	if i := strings.LastIndexByte(host, '@'); i >= 0 && marked { // a name before the host, as in a disguise
		host = host[i+1:]
	}
	if name, port, ok := strings.Cut(host, ":"); ok { // a port, or "site:example.com"
		if host = name; !strings.Contains(name, ".") {
			host = port
		}
	}
	host = strings.TrimPrefix(host, "www.")
	if !isHost(host) {
		return address{}, false
	}
	if !marked && (!a.endings[ending(host)] || startsSentence(text)) {
		return address{}, false
	}
	return address{text: text, host: host, path: path, bare: !marked && strings.Trim(path, "/") == ""}, true
}

// isHost reports whether s is two or more labels of letters, digits and hyphens.
func isHost(s string) bool {
	labels := strings.Split(s, ".")
	for _, label := range labels {
		if label == "" || strings.Trim(label, "-") != label {
			return false
		}
		for _, r := range label {
			if r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				return false
			}
		}
	}
	last := labels[len(labels)-1]
	return len(labels) > 1 && len(last) > 1 && strings.IndexFunc(last, unicode.IsDigit) < 0
}

func ending(host string) string { return host[strings.LastIndexByte(host, '.')+1:] }

// startsSentence reports whether the last label is like "Let" in "done.Let",
// where a space is missing after the full stop.
func startsSentence(text string) bool {
	last := text[strings.LastIndexByte(text, '.')+1:]
	first, size := utf8.DecodeRuneInString(last)
	second, _ := utf8.DecodeRuneInString(last[size:])
	return unicode.IsUpper(first) && !unicode.IsUpper(second)
}

// employs reports whether the address names where somebody works, as in "I lead
// research at example.com", rather than asking to look at it.
func (a *addressBook) employs(words []word, start int) bool {
	before := wordsBefore(words, start, maxGap+1)
	last := len(before) - 1
	return last >= 0 && a.employers[before[last].text] && !anyOf(before[:last], a.looking)
}

// kindOf returns the finder that an address belongs to, or "" for a site that
// holds only text.
func (a *addressBook) kindOf(link address) string {
	leads := slices.ContainsFunc(a.Redirects, func(p string) bool { return strings.HasPrefix(link.path, p) })
	switch ours := link.host == a.Ours || strings.HasSuffix(link.host, "."+a.Ours); {
	case ours && leads:
		return findShort
	case ours:
		return ""
	case slices.ContainsFunc(a.Lookalikes, func(s string) bool { return strings.Contains(undisguisedHost(link.host), s) }):
		return findLookalike
	case a.shorteners[link.host]:
		return findShort
	case within(link.host, a.reading):
		return ""
	}
	return findLink
}

// within reports whether a host or one of its parents is in the set.
func within(host string, set wordSet) bool {
	for {
		if set[host] {
			return true
		}
		_, parent, ok := strings.Cut(host, ".")
		if !ok {
			return false
		}
		host = parent
	}
}

func (a *addressBook) chatAt(link address) (string, bool) {
	if app, ok := a.Chats[link.host]; ok {
		return app, true
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(link.path, "/"), "/")
	app, ok := a.Chats[link.host+"/"+first]
	return app, ok
}
