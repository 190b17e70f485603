package mail

import (
	"linkvet/store/linkedin/wording"
	"strings"
)

// Kind is what a mail of LinkedIn's is about.
type Kind int

const (
	Other Kind = iota
	Invitation
	Reminder
	Digest
	Join
	Accepted
	PeopleYouMayKnow
	Message
)

// Kind tells what the mail is about: by LinkedIn's own mark where it has one,
// else by its subject, else by its text. Acceptances come from the same sender
// as invitations, so they are looked for first everywhere.
func (l *Letter) Kind() Kind {
	if kind, ok := templateKind(l.header.Get("X-LinkedIn-Template")); ok {
		return l.refined(kind)
	}
	if strings.EqualFold(l.header.Get("X-LinkedIn-Class"), "INVITE-GUEST") {
		return Join
	}
	if kind := l.subjectKind(); kind != Other {
		return l.refined(kind)
	}
	switch {
	case wording.ContainsAny(l.body(), acceptedWords()):
		return Accepted
	case wording.ContainsAny(l.body(), wording.StandardNotes()), l.asksToAccept() > 0:
		return l.refined(Invitation)
	}
	return Other
}

// refined tells invitations to join and lists of several from a single one.
func (l *Letter) refined(kind Kind) Kind {
	if kind != Invitation && kind != Reminder {
		return kind
	}
	switch {
	case wording.ContainsAny(l.body(), joinWords()):
		return Join
	case l.asksToAccept() > 1:
		return Digest
	}
	return kind
}

// templateKind reads LinkedIn's name for the form of a mail.
func templateKind(template string) (Kind, bool) {
	t := strings.ToLower(template)
	switch {
	case t == "":
		return Other, false
	case strings.Contains(t, "accept"):
		return Accepted, true
	case strings.Contains(t, "pymk"):
		return PeopleYouMayKnow, true
	case strings.Contains(t, "guest"):
		return Join, true
	case strings.Contains(t, "invite_digest"), strings.Contains(t, "invitation_digest"):
		return Digest, true
	case strings.Contains(t, "invite_reminder"), strings.Contains(t, "invitation_reminder"):
		return Reminder, true
	case strings.Contains(t, "invit"):
		return Invitation, true
	case strings.Contains(t, "messag"), strings.Contains(t, "inmail"):
		return Message, true
	}
	return Other, true
}

// subjectKind reads the subject, whose words changed over the years.
func (l *Letter) subjectKind() Kind {
	subject := wording.Plain(l.subject)
	switch {
	case wording.ContainsAny(subject, acceptedWords()):
		return Accepted
	case wording.ContainsAny(subject, peopleWords()):
		return PeopleYouMayKnow
	case wording.ContainsAny(subject, digestWords()):
		return Digest
	case wording.ContainsAny(subject, reminderWords()):
		return Reminder
	case wording.ContainsAny(subject, joinWords()):
		return Join
	case wording.ContainsAny(subject, invitationWords()):
		return Invitation
	case wording.ContainsAny(subject, messageWords()):
		return Message
	}
	return Other
}

// asksToAccept counts the people a mail lets one accept.
func (l *Letter) asksToAccept() int {
	return max(countAccepts(l.text), countAccepts(l.html))
}

func countAccepts(lines []bodyLine) int {
	seen := map[string]bool{}
	for _, line := range lines {
		for _, link := range line.links {
			if isAcceptLink(link) {
				seen[link] = true
			}
		}
	}
	return len(seen)
}

// isAcceptLink reports the links behind the button, by their path: in false
// mails too, where only the host differs.
func isAcceptLink(link string) bool {
	lower := strings.ToLower(link)
	return strings.Contains(lower, "invite-accept") || strings.Contains(lower, "accept-invit")
}

func acceptedWords() []string {
	return []string{
		"accepted your invitation", "your new connection", "is now a connection", "are now connected",
		"'s connections, experience, and more",
		"einladung angenommen", "neuen kontakt", "neuer kontakt",
		"aceptó tu invitación", "ha aceptado tu invitación", "tu nuevo contacto",
		"a accepté votre invitation", "nouvelle relation",
		"aceitou seu convite", "aceitou o seu convite", "sua nova conexão",
		"ha accettato il tuo invito", "uitnodiging geaccepteerd", "přijal",
	}
}

func peopleWords() []string {
	return []string{
		"people you may know", "do you know ", "add people you know",
		"personen, die sie kennen", "personen, die du kennen", "personas que quizá conozcas", "gente que podrías conocer",
		"vous connaissez peut-être", "connaissez-vous", "pessoas que talvez você conheça", "persone che potresti conoscere",
	}
}

func digestWords() []string {
	return []string{
		"pending invitations", "new invitations", "invitations waiting", "invitations are waiting", "people want to connect",
		"people are waiting", "unanswered invitations", "open invitations",
		"neue einladungen", "offene einladungen", "ausstehende einladungen", "invitaciones pendientes", "nuevas invitaciones",
		"invitations en attente", "nouvelles invitations", "convites pendentes", "novos convites", "inviti in sospeso",
	}
}

func reminderWords() []string {
	return []string{
		"awaiting your response", "waiting for your response", "still waiting", "reminder", "is waiting for you",
		"wartet auf ihre antwort", "wartet auf deine antwort", "erinnerung", "espera tu respuesta", "esperando tu respuesta",
		"recordatorio", "attend votre réponse", "rappel", "aguardando sua resposta", "lembrete", "promemoria",
	}
}

// joinWords are those of mails to an address LinkedIn does not know.
func joinWords() []string {
	return []string{
		"join my network on linkedin", "invited you to join linkedin", "will use your email address to make suggestions",
		"will use your e-mail address to make suggestions", "confirm that you know", "bestätigen sie, dass sie",
		"confirma que conoces", "confirmez que vous connaissez", "confirme que você conhece",
	}
}

// invitationWords are those of subjects.
func invitationWords() []string {
	return append(wording.StandardNotes(),
		"invitation to connect", "wants to connect", "would like to connect", "i'd like to connect", "invited you to connect",
		"möchte sich vernetzen", "möchte sich mit ihnen vernetzen", "einladung zur vernetzung", "ich möchte mich vernetzen",
		"quiere conectar", "invitación para conectar", "souhaite se connecter", "invitation à se connecter",
		"quer se conectar", "convite para se conectar", "vuole collegarsi", "invito a collegarsi", "wil connectie maken", "pozvánka",
	)
}

func messageWords() []string {
	return []string{
		"sent you a message", "new message", "messaged you", "inmail", "nachricht gesendet", "neue nachricht",
		"te ha enviado un mensaje", "mensaje nuevo", "vous a envoyé un message", "nouveau message", "enviou uma mensagem",
	}
}
