package letter

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Kind is what speaks against a note.
type Kind string

// What can speak against one.
const (
	Stock   Kind = "stock"   // the sentence that LinkedIn once sent for everybody
	Pitch   Kind = "pitch"   // it sells something
	Favor   Kind = "favor"   // it asks for something at once
	Generic Kind = "generic" // it would fit a hundred others
	Gap     Kind = "gap"     // something is still to be filled in
	Long    Kind = "long"    // it is longer than a note may be
)

// Warning is something that speaks against a note.
type Warning struct {
	Kind  Kind   `json:"kind"`
	Text  string `json:"text"`
	Quote string `json:"quote"` // the words of the note it is about; "" where it is about all of it
}

// NotThis is what not to send (003 N2).
const NotThis = "I'd like to add you to my professional network on LinkedIn."

// phrases are what a note is searched for, plain.
type phrases struct{ stock, pitches, asks, favors []string }

// plainPhrases are those below, made plain when the first note is checked.
var plainPhrases = sync.OnceValue(func() phrases {
	return phrases{plainAll(stock), plainAll(pitches), plainAll(asks), plainAll(favors)}
})

// stock are sentences that say nothing of anybody.
var stock = []string{
	NotThis, "add you to my professional network", "add you to my network", "join your professional network", "join your network", "join my network",
	"like to connect with you on linkedin", "like to connect on linkedin", "let us connect", "lets connect",
	"ich möchte sie gerne zu meinem beruflichen netzwerk auf linkedin hinzufügen", "zu meinem netzwerk hinzufügen", "lassen sie uns vernetzen",
	"je souhaite vous ajouter à mon réseau professionnel", "ajouter à mon réseau professionnel", "me gustaría añadirte a mi red profesional", "añadirte a mi red profesional",
	"gostaria de adicionar você à minha rede profissional", "vorrei aggiungerti alla mia rete professionale",
}

// pitches are what people write who sell.
var pitches = []string{
	"our product", "our products", "our solution", "our solutions", "our service", "our services", "our platform", "our offer", "our software",
	"we help companies", "we help businesses", "we offer", "i offer", "special offer", "discount", "free trial", "free demo", "a demo", "price list",
	"book a call", "schedule a call", "jump on a call", "hop on a call", "quick call", "15 minutes", "fifteen minutes", "grow your business",
	"boost your", "increase your sales", "lead generation", "save you money", "return on investment", "unser produkt", "unsere lösung", "unser angebot",
	"notre produit", "notre solution", "notre offre", "nuestro producto", "nuestra solución",
}

// asks are how people ask, and favors what they ask for.
var (
	asks = []string{
		"could you", "can you", "would you mind", "would you be able", "would you be willing", "will you", "please", "i need",
		"könnten sie", "könntest du", "bitte", "pourriez vous", "pourrais tu", "podrías", "podría",
	}
	favors = []string{
		"help me", "introduce me", "refer me", "recommend me", "a favor", "a favour", "a referral", "pick your brain", "hire me", "are you hiring",
		"any openings", "get me", "put in a word",
	}
)

// opening is in how many sentences a favor comes at once. A question to somebody
// whom one has just reminded of oneself is none.
const opening = 3

// gaps are marks of a draft that is not filled in.
var gaps = []string{"(put ", "[name", "[company", "{", "xxx", "___"}

// Check says what speaks against a note to somebody, the gravest first: nothing
// for one that can go as it is. limit is how many characters it may have, first
// the name they are called by, and known the names that say nothing of them.
func Check(text, first string, limit int) []Warning {
	var found []Warning
	body := bodyOf(text)
	if body == "" {
		return nil
	}
	all := plain(body)
	quoted := func(kind Kind, in string, phrases []string, says string) bool {
		for _, phrase := range phrases {
			if strings.Contains(in, " "+phrase+" ") {
				quote := original(body, phrase)
				found = append(found, Warning{kind, strings.ReplaceAll(says, "%", quote), quote})
				return true
			}
		}
		return false
	}
	known := plainPhrases()
	isStock := quoted(Stock, all, known.stock, "“%” is the stock sentence: it says nothing of you or of them")
	for _, gap := range gaps {
		if at := strings.Index(strings.ToLower(text), gap); at >= 0 {
			found = append(found, Warning{Gap, "Something is still to be filled in", strings.TrimSpace(text[at:min(at+20, len(text))])})
			break
		}
	}
	quoted(Pitch, all, known.pitches, "“%” sells something: say first why it is them; an offer can wait until they ask")
	for i, said := range sentences(body, opening) {
		in := plain(said)
		isAsked := strings.HasSuffix(said, "?") || slices.ContainsFunc(known.asks, func(ask string) bool { return strings.Contains(in, " "+ask+" ") })
		if i == 0 && quoted(Favor, in, append(slices.Clone(known.asks), known.favors...), asksAtOnce) || isAsked && quoted(Favor, in, known.favors, asksAtOnce) {
			break
		}
	}
	if !isStock && !particular(body, first) {
		found = append(found, Warning{Generic, "It would fit a hundred others: name the place you met, the work you mean or somebody you both know", ""})
	}
	if over := Length(text) - limit; over > 0 {
		found = append(found, Warning{Long, fmt.Sprintf("too long by %d: LinkedIn takes %d characters", over, limit), ""})
	}
	return found
}

// bodyOf is a note without its greeting.
func bodyOf(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	greeting, rest, ok := strings.Cut(text, ",")
	word, _, _ := strings.Cut(greeting, " ")
	if ok && len(strings.Fields(greeting)) <= 4 && slices.Contains(strings.Fields("hi hello hey dear good hallo liebe lieber guten bonjour cher chère hola estimado estimada olá ciao"), strings.ToLower(word)) {
		return strings.TrimSpace(rest)
	}
	return text
}

const asksAtOnce = "“%” asks for a favor at once: begin with them, or with how you know each other"

// sentences are the first sentences of a text, at most so many.
func sentences(text string, most int) []string {
	var all []string
	from := 0
	for i, r := range text {
		if strings.ContainsRune(".!?", r) && (i+1 == len(text) || text[i+1] == ' ') {
			all = append(all, strings.TrimSpace(text[from:i+1]))
			from = i + 1
		}
		if len(all) == most {
			return all
		}
	}
	if rest := strings.TrimSpace(text[from:]); rest != "" {
		all = append(all, rest)
	}
	return all
}

// particular reports whether something in a text belongs to this person: a number,
// a quotation, or a name within a sentence that is not their own.
func particular(text, first string) bool {
	start := true
	for word := range strings.FieldsSeq(text) {
		bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		switch {
		case strings.ContainsFunc(word, unicode.IsDigit), strings.ContainsAny(word, "“”\"„«»"):
			return true
		case !start && isName(bare) && !strings.EqualFold(bare, first):
			return true
		case strings.ContainsFunc(bare, func(r rune) bool { return unicode.Is(unicode.Lo, r) }): // of scripts without capitals nobody can tell
			return true
		}
		start = strings.ContainsAny(word, ".!?:") && !strings.HasSuffix(word, ",")
	}
	return false
}

// isName reports whether a word within a sentence is written like a name.
func isName(word string) bool {
	for _, r := range word {
		return unicode.IsUpper(r) && !slices.Contains([]string{"I", "I'd", "I’d", "I'm", "I’m", "I've", "I’ve", "I'll", "I’ll", "LinkedIn", "CEO", "HR", "Hi"}, word)
	}
	return false
}

var contractions = strings.NewReplacer("'", "", "’", "", "i would like", "id like", "I would like", "id like", "I would", "id")

// plain is a text as phrases are looked for in it: lower case, its words between
// single blanks, without marks.
func plain(text string) string {
	text = contractions.Replace(text)
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(words, " ") + " "
}

func plainAll(phrases []string) []string {
	all := make([]string, len(phrases))
	for i, phrase := range phrases {
		all[i] = strings.TrimSpace(plain(phrase))
	}
	return all
}

// original is a plain phrase as the text has it.
func original(text, phrase string) string {
	words := strings.Fields(text)
	for from := range words {
		for to := from + 1; to <= len(words); to++ {
			piece := strings.Join(words[from:to], " ")
			if strings.TrimSpace(plain(piece)) == phrase {
				return strings.TrimFunc(piece, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			}
		}
	}
	return phrase
}
