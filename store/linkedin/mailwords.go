package linkedin

import (
	"strings"
	"unicode"
)

// beforeFooter cuts the small print, and the people LinkedIn suggests.
func beforeFooter(lines []bodyLine) []bodyLine {
	for i, line := range lines {
		plain := plainWords(line.text)
		if len(plain) >= 10 && strings.Trim(plain, ".-_=* ") == "" {
			return lines[:i]
		}
		for _, words := range []string{
			"unsubscribe", "you are receiving", "this email was intended", "this e-mail was intended", "© ", "suggestions from",
			"people you may know", "you may also know", "grow your network", "learn why we included",
			"diese e-mail", "sie erhalten", "abbestellen", "personen, die", "este email", "este correo", "cancelar suscripción",
			"personas que", "cet e-mail", "vous recevez", "se désabonner", "este e-mail", "você está recebendo", "pessoas que",
		} {
			if strings.HasPrefix(plain, words) {
				return lines[:i]
			}
		}
	}
	return lines
}

// isGreeting reports "Hi Robin," and the like.
func isGreeting(text string) bool {
	plain := plainWords(text)
	first, _, _ := strings.Cut(strings.TrimRight(plain, ",.:! "), " ")
	switch first {
	case "hi", "hello", "dear", "hallo", "liebe", "lieber", "hola", "bonjour", "olá", "oi", "ciao", "hoi":
		return len(strings.Fields(plain)) <= 5
	}
	return false
}

// isIntroduction reports the sentence above a list.
func isIntroduction(text string) bool {
	plain := plainWords(text)
	if plain == "linkedin" || strings.HasSuffix(plain, ":") {
		return true
	}
	return containsAny(plain, []string{
		"invitation", "pending", "waiting for", "want to connect", "einladung", "invitaci", "convite", "inviti",
	}) && len(strings.Fields(plain)) >= 3
}

// isAction reports the lines of buttons, and in plain text the labels before
// their addresses.
func isAction(line bodyLine) bool {
	for _, link := range line.links {
		if isAcceptLink(link) {
			return true
		}
	}
	switch strings.Trim(plainWords(line.text), " :.>") {
	case "accept", "accept invitation", "view profile", "ignore", "decline", "reply", "message", "respond", "see all invitations",
		"annehmen", "akzeptieren", "profil ansehen", "profil anzeigen", "ignorieren", "nachricht",
		"aceptar", "ver perfil", "ignorar", "mensaje", "responder",
		"accepter", "voir le profil", "ignorer", "répondre", "aceitar", "mensagem", "accetta", "ignora", "visualizza profilo":
		return true
	}
	return false
}

// isMutual reports the line about connections in common.
func isMutual(text string) bool {
	plain := plainWords(text)
	return containsAny(plain, []string{
		"mutual connection", "in common", "gemeinsame kontakt", "gemeinsamer kontakt", "contactos en común", "contacto en común",
		"relations en commun", "relation en commun", "conexões em comum", "conexão em comum", "contatti in comune",
	})
}

// isBadge reports signs beside a name that say nothing of who it is: the degree
// of connection, pronouns, badges.
func isBadge(text string) bool {
	plain := strings.Trim(plainWords(text), " ·•()")
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

// isQuoted reports a line between quotation marks.
func isQuoted(text string) bool {
	return len(text) > 2 && strings.ContainsAny(text[:1], `"`) && strings.HasSuffix(text, `"`) ||
		strings.HasPrefix(text, "“") && strings.HasSuffix(text, "”") || strings.HasPrefix(text, "„") && strings.HasSuffix(text, "“") ||
		strings.HasPrefix(text, "«") && strings.HasSuffix(text, "»")
}
