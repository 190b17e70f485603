package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// BeginsFooter reports the line above a mail's small print, or above the people
// that LinkedIn suggests.
func BeginsFooter(text string) bool {
	plain := Plain(text)
	if len(plain) >= 10 && strings.Trim(plain, ".-_=* ") == "" {
		return true
	}
	for _, words := range []string{
		"unsubscribe", "you are receiving", "this email was intended", "this e-mail was intended", "© ", "suggestions from",
		"people you may know", "you may also know", "grow your network", "learn why we included",
		"diese e-mail", "sie erhalten", "abbestellen", "personen, die", "este email", "este correo", "cancelar suscripción",
		"personas que", "cet e-mail", "vous recevez", "se désabonner", "este e-mail", "você está recebendo", "pessoas que",
	} {
		if strings.HasPrefix(plain, words) {
			return true
		}
	}
	return false
}

// IsGreeting reports "Hi Robin," and the like.
func IsGreeting(text string) bool {
	plain := Plain(text)
	first, _, _ := strings.Cut(strings.TrimRight(plain, ",.:! "), " ")
	switch first {
	case "hi", "hello", "dear", "hallo", "liebe", "lieber", "hola", "bonjour", "olá", "oi", "ciao", "hoi":
		return len(strings.Fields(plain)) <= 5
	}
	return false
}

// IsIntroduction reports the sentence above a list.
func IsIntroduction(text string) bool {
	plain := Plain(text)
	if plain == "linkedin" || strings.HasSuffix(plain, ":") {
		return true
	}
	return ContainsAny(plain, []string{
		"invitation", "pending", "waiting for", "want to connect", "einladung", "invitaci", "convite", "inviti",
	}) && len(strings.Fields(plain)) >= 3
}

// IsAction reports the words of a button.
func IsAction(text string) bool {
	switch strings.Trim(Plain(text), " :.>") {
	case "accept", "accept invitation", "view profile", "ignore", "decline", "reply", "message", "respond", "see all invitations",
		"annehmen", "akzeptieren", "profil ansehen", "profil anzeigen", "ignorieren", "nachricht",
		"aceptar", "ver perfil", "ignorar", "mensaje", "responder",
		"accepter", "voir le profil", "ignorer", "répondre", "aceitar", "mensagem", "accetta", "ignora", "visualizza profilo":
		return true
	}
	return false
}

// IsMutual reports the line about connections in common.
func IsMutual(text string) bool {
	plain := Plain(text)
	return ContainsAny(plain, []string{
		"mutual connection", "in common", "gemeinsame kontakt", "gemeinsamer kontakt", "contactos en común", "contacto en común",
		"relations en commun", "relation en commun", "conexões em comum", "conexão em comum", "contatti in comune",
	})
}

// IsBadge reports signs beside a name that say nothing of who it is: the degree
// of connection, pronouns, badges.
func IsBadge(text string) bool {
	plain := strings.Trim(Plain(text), " ·•()")
	if strings.IndexFunc(plain, unicode.IsLetter) < 0 && strings.IndexFunc(plain, unicode.IsDigit) < 0 {
		return true
	}
	switch plain {
	case "1st", "2nd", "3rd", "3rd+", "1.", "2.", "3.", "3.+", "1º", "2º", "3º", "3º+", "1er", "2e", "3e", "3e+", "2nd degree connection", "3rd degree connection",
		"2nd degree", "3rd degree", "she/her", "he/him", "they/them", "sie/ihr", "er/ihm", "ella", "él", "elle", "il", "ela/dela", "ele/dele",
		"premium", "verified", "verifiziert", "verificado", "vérifié", "open to work", "hiring":
		return true
	}
	return false
}

// IsQuoted reports a line between quotation marks.
func IsQuoted(text string) bool {
	return len(text) > 2 && strings.ContainsAny(text[:1], `"`) && strings.HasSuffix(text, `"`) ||
		strings.HasPrefix(text, "“") && strings.HasSuffix(text, "”") || strings.HasPrefix(text, "„") && strings.HasSuffix(text, "“") ||
		strings.HasPrefix(text, "«") && strings.HasSuffix(text, "»")
}

// Plain folds what differs between languages' and programs' ways to write
// the same words: case and the form of apostrophes.
func Plain(s string) string { return strings.ToLower(PlainApostrophes(s)) }

// PlainApostrophes folds the form of apostrophes alone.
func PlainApostrophes(s string) string { return apostrophes.Replace(s) }

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "´", "'", "`", "'")

// ContainsAny reports whether text holds one of the phrases.
func ContainsAny(text string, phrases []string) bool {
	for _, phrase := range phrases {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	return false
}

// StandardNotes are what LinkedIn writes where the inviter wrote nothing.
func StandardNotes() []string {
	return []string{
		"join your linkedin network", "add you to my professional network", "add me to your linkedin network",
		"i want to connect", "i'd like to connect with you on linkedin", "include you in my network",
		"since you are a person i trust",
		"zu meinem beruflichen netzwerk", "zu meinem netzwerk hinzufügen", "in ihr linkedin-netzwerk", "ich möchte kontakt aufnehmen",
		"añadirte a mi red profesional", "unirme a tu red de linkedin", "quiero conectar",
		"vous ajouter à mon réseau professionnel", "rejoindre votre réseau linkedin", "je souhaite entrer en relation",
		"adicioná-lo à minha rede", "adicioná-la à minha rede", "adicionar você à minha rede", "quero me conectar",
		"aggiungerti alla mia rete", "voglio collegarmi", "aan mijn professionele netwerk toevoegen",
	}
}

// NameInSentence reads the name out of what LinkedIn says of an invitation.
func NameInSentence(sentence string) string {
	sentence = PlainApostrophes(sentence)
	for _, words := range []string{
		"'s invitation is", " would like to connect", " wants to connect", " has invited you", " invited you to",
		" has accepted your", " accepted your", " sent you an invitation", " möchte sich", " hat Ihre Einladung", " hat deine Einladung",
		" quiere conectar", " ha aceptado tu", " aceptó tu", " souhaite se connecter", " a accepté votre", " quer se conectar", " aceitou",
	} {
		if name, _, ok := strings.Cut(sentence, words); ok && name != "" {
			return LikelyName(name)
		}
	}
	_, name, _ := strings.Cut(sentence, "your new connection, ")
	return LikelyName(name)
}

// LikelyName refuses what is too long for a name.
func LikelyName(s string) string {
	s = strings.Trim(s, " ,.:!\"")
	if utf8.RuneCountInString(s) > 80 || len(strings.Fields(s)) > 8 {
		return ""
	}
	return s
}
