package vcard

import (
	"bufio"
	"bytes"
	"io"
	"mime/quotedprintable"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// Card is what is taken of a card. Its texts are as they came: whoever keeps them
// cleans them.
type Card struct {
	Name      string // as the card shows it, else put together; "" for a company
	Company   string
	Mails     []string
	Phones    []string
	Addresses []string // of pages, such as a profile
	Line      int      // on which it begins, the first is 1
}

// mostOfKind is how many addresses or numbers of a kind are taken of one card.
const mostOfKind = 20

// Is reports whether a file begins as an address book does.
func Is(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	const begin = "BEGIN:VCARD"
	return len(head) >= len(begin) && strings.EqualFold(string(head[:len(begin)]), begin)
}

// Read calls take for every card, and broken for what is none, with its line and
// why. Cards of companies and groups have no name. An error is one of reading, or
// the first that take returns.
func Read(in io.Reader, take func(Card) error, broken func(line int, why string)) error {
	from := lines{in: bufio.NewReaderSize(in, 64<<10)}
	for {
		text, line, ok, err := from.next()
		if err != nil || !ok {
			return err
		}
		if !isMark(text, "BEGIN") {
			if len(bytes.TrimSpace(text)) > 0 {
				broken(line, "a line outside of any card")
			}
			continue
		}
		card, whole, err := readCard(&from, line)
		if err != nil {
			return err
		}
		if !whole {
			broken(line, "a card that does not end")
			return nil
		}
		if err := take(card); err != nil {
			return err
		}
	}
}

// isMark reports the line that begins or ends a card.
func isMark(line []byte, mark string) bool {
	name, value, _ := strings.Cut(strings.TrimSpace(string(line[:min(len(line), 40)])), ":")
	return strings.EqualFold(strings.TrimSpace(name), mark) && strings.EqualFold(strings.TrimSpace(value), "VCARD")
}

// readCard reads a card after its first line. One inside another, as version 2.1
// has them for assistants, is left out.
func readCard(from *lines, line int) (card Card, whole bool, err error) {
	b := building{card: Card{Line: line}}
	for depth := 1; ; {
		text, _, ok, err := from.next()
		switch {
		case err != nil || !ok:
			return Card{}, false, err
		case isMark(text, "BEGIN"):
			depth++
		case isMark(text, "END"):
			if depth--; depth == 0 {
				return b.done(), true, nil
			}
		case depth == 1:
			b.add(text)
		}
	}
}

// building is a card being read.
type building struct {
	card  Card
	shown string // FN
	parts string // N, put in the order of speech
	group bool
}

func (b *building) add(line []byte) {
	p, ok := property(line)
	if !ok {
		return
	}
	switch p.name {
	case "FN":
		b.shown = first(b.shown, strings.Join(p.fields(), " "))
	case "N":
		b.parts = first(b.parts, spoken(p.fields()))
	case "ORG":
		b.card.Company = first(b.card.Company, p.fields()[0])
	case "EMAIL":
		b.card.Mails = more(b.card.Mails, p.text())
	case "TEL":
		b.card.Phones = more(b.card.Phones, strings.TrimPrefix(p.text(), "tel:"))
	case "URL", "X-SOCIALPROFILE", "SOCIALPROFILE":
		b.card.Addresses = more(b.card.Addresses, p.text())
	case "KIND", "X-ADDRESSBOOKSERVER-KIND":
		b.group = b.group || !strings.EqualFold(p.text(), "individual")
	case "X-ABSHOWAS":
		b.group = b.group || strings.EqualFold(p.text(), "COMPANY")
	}
}

func (b *building) done() Card {
	b.card.Name = first(b.shown, b.parts)
	if b.group || b.parts == "" && b.card.Company != "" && strings.EqualFold(b.card.Name, b.card.Company) {
		b.card.Name = ""
	}
	return b.card
}

// first returns a, or b where there is none.
func first(a, b string) string {
	if a != "" {
		return a
	}
	return strings.Join(strings.Fields(b), " ")
}

func more(list []string, text string) []string {
	if text = strings.TrimSpace(text); text == "" || len(list) >= mostOfKind || slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// spoken puts last name, first name, further ones, title and what stands behind
// into the order of speech, without the last two.
func spoken(n []string) string {
	for len(n) < 3 {
		n = append(n, "")
	}
	return n[1] + " " + n[2] + " " + n[0]
}

// line of a card: what it is, and its value, decoded.
type value struct {
	name string
	raw  string
}

// property reads a line such as "item1.EMAIL;TYPE=work:ada@example.org".
func property(line []byte) (value, bool) {
	colon := valueAt(line)
	if colon < 0 {
		return value{}, false
	}
	head, raw := string(line[:colon]), line[colon+1:]
	params := strings.Split(head, ";")
	name := params[0]
	name = strings.ToUpper(strings.TrimSpace(name[strings.LastIndexByte(name, '.')+1:]))
	charset := ""
	for _, param := range params[1:] {
		key, given, _ := strings.Cut(param, "=")
		key, given = strings.ToUpper(strings.TrimSpace(key)), strings.Trim(given, `" `)
		switch {
		case key == "CHARSET":
			charset = given
		case key == "QUOTED-PRINTABLE", key == "ENCODING" && strings.EqualFold(given, "QUOTED-PRINTABLE"):
			raw, _ = io.ReadAll(quotedprintable.NewReader(bytes.NewReader(raw))) // what came before an error is still worth reading
		}
	}
	return value{name, decoded(raw, charset)}, true
}

// valueAt is where the value's colon stands: the first that no quotation marks
// enclose.
func valueAt(line []byte) int {
	quoted := false
	for i, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ':' && !quoted:
			return i
		}
	}
	return -1
}

// decoded is a value as UTF-8. What is not of the charset it names is read as the
// most common of the old ones.
func decoded(raw []byte, charset string) string {
	if charset != "" && !strings.EqualFold(charset, "utf-8") {
		if known, err := htmlindex.Get(charset); err == nil {
			if text, err := known.NewDecoder().Bytes(raw); err == nil {
				return string(text)
			}
		}
	}
	if utf8.Valid(raw) {
		return string(raw)
	}
	if text, err := charmap.Windows1252.NewDecoder().Bytes(raw); err == nil {
		return string(text)
	}
	return strings.ToValidUTF8(string(raw), "\ufffd")
}

// fields splits a value at its semicolons; there is at least one.
func (v value) fields() []string {
	var list []string
	var field strings.Builder
	escaped := false
	for _, r := range v.raw {
		switch {
		case escaped && (r == 'n' || r == 'N'):
			field.WriteByte(' ')
		case escaped:
			field.WriteRune(r)
		case r == '\\':
			escaped = true
			continue
		case r == ';':
			list = append(list, field.String())
			field.Reset()
		default:
			field.WriteRune(r)
		}
		escaped = false
	}
	return append(list, field.String())
}

// text is a value that is one.
func (v value) text() string { return strings.TrimSpace(strings.Join(v.fields(), ";")) }
