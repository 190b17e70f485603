package paste

import (
	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/wording"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Pasted is what was recognised in text copied from LinkedIn's page of
// invitations or from a profile. The person looks at it before it is kept.
type Pasted struct {
	Name     string
	Headline string
	Note     string
	URL      string // canonical, or ""
	Mutual   string // the line about connections in common, as it stands
	Ago      string // how long ago it was sent, as it stands
	SentAt   time.Time
}

// maxPasted is how much text is looked at; a block has a few lines.
const (
	maxPasted      = 64 << 10
	maxPastedLines = 200
)

// Parse recognises a block copied from LinkedIn's page of invitations or
// from a profile, in English, German, Spanish, French or Portuguese. It reports
// false for text that nothing shows to be one. SentAt is the day that the page's
// "2 weeks ago" comes to, counted back from now: the page knows no better.
func Parse(text string, now time.Time) (Pasted, bool) {
	if len(text) > maxPasted {
		text = text[:maxPasted]
	}
	b := pasteBlock{now: now}
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if line = strings.Trim(clean.Name(line), " ·•|"); line != "" && len(b.lines) < maxPastedLines {
			b.lines = append(b.lines, line)
		}
	}
	for _, line := range b.lines {
		b.read(line)
	}
	return b.finish()
}

// pasteBlock is a block on its way to being recognised. Lines that LinkedIn's
// page puts there by itself are signs; what is left is the person's.
type pasteBlock struct {
	now   time.Time
	lines []string
	p     Pasted
	signs int
	said  string   // the name, as a label of the page gives it
	rest  []string // lines that are no sign
	after int      // how many of rest stood before the time, -1 while it was not seen
	timed bool
}

func (b *pasteBlock) read(line string) {
	plain := wording.Plain(line)
	if name := nameInLabel(line); name != "" {
		b.signs++
		if b.said == "" {
			b.said = name
		}
		return
	}
	if url := pastedURL(line); url != "" {
		b.signs++
		b.p.URL = url
		return
	}
	if at, ok := wording.Ago(plain, b.now); ok && !b.timed {
		b.signs++
		b.timed, b.p.Ago, b.p.SentAt, b.after = true, line, at, len(b.rest)
		return
	}
	switch {
	case wording.IsMutual(line):
		b.signs++
		if b.p.Mutual == "" {
			b.p.Mutual = line
		}
	case wording.IsBadge(line), isPageWord(plain):
		b.signs++
	case isContactLine(plain):
		b.signs++
	default:
		b.rest = append(b.rest, line)
	}
}

// finish tells name, headline and note apart.
func (b *pasteBlock) finish() (Pasted, bool) {
	rest := b.rest
	if b.said != "" {
		b.p.Name = b.said
		// Everything above the name is the page's, and the name stands there too.
		if i := slices.IndexFunc(rest, func(line string) bool { return strings.EqualFold(withoutDegree(line), b.said) }); i >= 0 {
			rest = rest[i+1:]
			b.after = max(0, b.after-i-1)
		}
	} else if len(rest) > 0 {
		b.p.Name = withoutDegree(rest[0])
		rest = rest[1:]
		b.after = max(0, b.after-1)
	}
	rest = slices.DeleteFunc(slices.Clone(rest), func(line string) bool {
		return strings.EqualFold(withoutDegree(line), b.p.Name) || isButtonFor(line, b.p.Name)
	})
	var note []string
	for i, line := range rest {
		switch {
		case i == 0 && !wording.IsQuoted(line) && !(b.timed && b.after == 0 && len(strings.Fields(line)) > 12):
			b.p.Headline = line
		case wording.IsQuoted(line), b.timed && i >= b.after, len(strings.Fields(line)) >= 8:
			note = append(note, strings.Trim(line, `"“”„«» `))
		}
	}
	b.p.Note = strings.Join(note, " ")
	ok := b.signs > 0 && b.p.Name != "" && utf8.RuneCountInString(b.p.Name) <= 100
	if !ok {
		return Pasted{}, false
	}
	return b.p, true
}

// isButtonFor reports "Reply to Ada" and the like.
func isButtonFor(line, name string) bool {
	first, _, _ := strings.Cut(name, " ")
	for _, button := range []string{"Reply to ", "Message ", "Antworten an ", "Responder a ", "Répondre à "} {
		if strings.EqualFold(line, button+first) || strings.EqualFold(line, button+name) {
			return true
		}
	}
	return false
}

// withoutDegree takes "· 2nd" and pronouns off a name.
func withoutDegree(name string) string {
	for _, sign := range []string{" · ", " • "} {
		if before, after, ok := strings.Cut(name, sign); ok && wording.IsBadge(after) {
			name = before
		}
	}
	for _, pronouns := range []string{" (She/Her)", " (He/Him)", " (They/Them)", " (Sie/Ihr)", " (Er/Ihm)"} {
		name = strings.TrimSuffix(name, pronouns)
	}
	return strings.TrimSpace(name)
}

// nameInLabel reads the name out of the labels that the page has for screen
// readers, which are copied along.
func nameInLabel(line string) string {
	plain := wording.PlainApostrophes(line)
	lower := strings.ToLower(plain)
	if len(lower) != len(plain) {
		return ""
	}
	for _, label := range []struct{ before, after string }{
		{"accept ", "'s invitation"}, {"ignore an invitation to connect from ", ""}, {"ignore ", "'s invitation"},
		{"view ", "'s profile"}, {"", "'s profile picture"}, {"reply to ", "'s invitation"}, {"message ", "'s invitation"},
		{"", " follows you and is inviting you to connect"}, {"", " is inviting you to connect"}, {"", " wants to connect"},
		{"invite ", " to connect"}, {"", " is open to work"},
		{"einladung von ", " annehmen"}, {"einladung von ", " ignorieren"}, {"profilfoto von ", ""}, {"", " möchte sich mit ihnen vernetzen"},
		{"aceptar la invitación de ", ""}, {"ignorar la invitación de ", ""}, {"foto de perfil de ", ""},
		{"accepter l'invitation de ", ""}, {"ignorer l'invitation de ", ""}, {"photo de profil de ", ""},
		{"aceitar o convite de ", ""}, {"ignorar o convite de ", ""},
	} {
		if strings.HasPrefix(lower, label.before) && strings.HasSuffix(lower, label.after) && len(lower) > len(label.before)+len(label.after) {
			return wording.LikelyName(plain[len(label.before) : len(plain)-len(label.after)])
		}
	}
	return ""
}

// pastedURL returns the profile address in a line of nothing else.
func pastedURL(line string) string {
	if strings.ContainsRune(line, ' ') || !strings.Contains(strings.ToLower(line), "linkedin.com/") {
		return ""
	}
	url, _ := address.Profile(line)
	return url
}

// isPageWord reports buttons and headings of the page.
func isPageWord(plain string) bool {
	if wording.IsAction(plain) {
		return true
	}
	switch strings.Trim(plain, " .…") {
	case "connect", "follow", "following", "more", "pending", "show more", "see more", "show less", "contact info", "about", "manage",
		"invitations", "received", "sent", "withdraw", "save in sales navigator", "add profile section", "open to", "link to profile",
		"vernetzen", "folgen", "mehr", "mehr anzeigen", "kontaktinfo", "info", "ausstehend", "einladungen", "zurückziehen",
		"conectar", "seguir", "más", "mostrar más", "ver más", "información de contacto", "pendiente", "invitaciones",
		"se connecter", "suivre", "plus", "voir plus", "afficher plus", "coordonnées", "en attente", "invitations reçues",
		"mais", "ver mais", "mostrar mais", "informações de contato", "pendente", "convites":
		return true
	}
	return false
}

// isContactLine reports what a profile says below the headline.
func isContactLine(plain string) bool {
	for _, end := range []string{"contact info", "kontaktinfo", "información de contacto", "coordonnées", "informações de contato"} {
		if strings.HasSuffix(plain, end) {
			return true
		}
	}
	number, words, ok := strings.Cut(plain, " ")
	if !ok || strings.IndexFunc(number, unicode.IsDigit) != 0 {
		return false
	}
	switch words {
	case "connections", "connection", "followers", "follower", "kontakte", "follower:innen", "contactos", "seguidores", "relations", "abonnés", "conexões":
		return true
	}
	return false
}
