package linkedin

import "strings"

// mailKind is what a mail of LinkedIn's is about.
type mailKind int

const (
	mailOther mailKind = iota
	mailInvitation
	mailReminder
	mailDigest
	mailJoin
	mailAccepted
	mailPeople
	mailMessage
)

// plainWords folds what differs between languages' and programs' ways to write
// the same words: case and the form of apostrophes.
func plainWords(s string) string { return strings.ToLower(plainApostrophes(s)) }

func plainApostrophes(s string) string { return apostrophes.Replace(s) }

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "´", "'", "`", "'")

// kind tells what the mail is about: by LinkedIn's own mark where it has one,
// else by its subject, else by its text. Acceptances come from the same sender
// as invitations, so they are looked for first everywhere.
func (l *letter) kind() mailKind {
	if kind, ok := templateKind(l.header.Get("X-LinkedIn-Template")); ok {
		return l.refined(kind)
	}
	if strings.EqualFold(l.header.Get("X-LinkedIn-Class"), "INVITE-GUEST") {
		return mailJoin
	}
	if kind := l.subjectKind(); kind != mailOther {
		return l.refined(kind)
	}
	switch {
	case containsAny(l.body(), acceptedWords()):
		return mailAccepted
	case containsAny(l.body(), standardNotes()), l.asksToAccept() > 0:
		return l.refined(mailInvitation)
	}
	return mailOther
}

// refined tells invitations to join and lists of several from a single one.
func (l *letter) refined(kind mailKind) mailKind {
	if kind != mailInvitation && kind != mailReminder {
		return kind
	}
	switch {
	case containsAny(l.body(), joinWords()):
		return mailJoin
	case l.asksToAccept() > 1:
		return mailDigest
	}
	return kind
}

// templateKind reads LinkedIn's name for the form of a mail.
func templateKind(template string) (mailKind, bool) {
	t := strings.ToLower(template)
	switch {
	case t == "":
		return mailOther, false
	case strings.Contains(t, "accept"):
		return mailAccepted, true
	case strings.Contains(t, "pymk"):
		return mailPeople, true
	case strings.Contains(t, "guest"):
		return mailJoin, true
	case strings.Contains(t, "invite_digest"), strings.Contains(t, "invitation_digest"):
		return mailDigest, true
	case strings.Contains(t, "invite_reminder"), strings.Contains(t, "invitation_reminder"):
		return mailReminder, true
	case strings.Contains(t, "invit"):
		return mailInvitation, true
	case strings.Contains(t, "messag"), strings.Contains(t, "inmail"):
		return mailMessage, true
	}
	return mailOther, true
}

// subjectKind reads the subject, whose words changed over the years.
func (l *letter) subjectKind() mailKind {
	subject := plainWords(l.subject)
	switch {
	case containsAny(subject, acceptedWords()):
		return mailAccepted
	case containsAny(subject, peopleWords()):
		return mailPeople
	case containsAny(subject, digestWords()):
		return mailDigest
	case containsAny(subject, reminderWords()):
		return mailReminder
	case containsAny(subject, joinWords()):
		return mailJoin
	case containsAny(subject, invitationWords()):
		return mailInvitation
	case containsAny(subject, messageWords()):
		return mailMessage
	}
	return mailOther
}

// asksToAccept counts the people a mail lets one accept.
func (l *letter) asksToAccept() int {
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

func containsAny(text string, phrases []string) bool {
	for _, phrase := range phrases {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	return false
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
	return append(standardNotes(),
		"invitation to connect", "wants to connect", "would like to connect", "i'd like to connect", "invited you to connect",
		"möchte sich vernetzen", "möchte sich mit ihnen vernetzen", "einladung zur vernetzung", "ich möchte mich vernetzen",
		"quiere conectar", "invitación para conectar", "souhaite se connecter", "invitation à se connecter",
		"quer se conectar", "convite para se conectar", "vuole collegarsi", "invito a collegarsi", "wil connectie maken", "pozvánka",
	)
}

// standardNotes are what LinkedIn writes where the inviter wrote nothing.
func standardNotes() []string {
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

func messageWords() []string {
	return []string{
		"sent you a message", "new message", "messaged you", "inmail", "nachricht gesendet", "neue nachricht",
		"te ha enviado un mensaje", "mensaje nuevo", "vous a envoyé un message", "nouveau message", "enviou uma mensagem",
	}
}
