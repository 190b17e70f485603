package advisor

// Kind is how a question is answered.
type Kind string

// The kinds of question.
const (
	YesNo  Kind = "yesno"
	Choice Kind = "choice"
	Multi  Kind = "multi"
)

// The stages, in the order they are asked.
const (
	StageStart        = "start"
	StageStopSigns    = "stop signs"
	StageRelationship = "relationship"
	StageVetting      = "vetting"
	StageWorth        = "worth"
	StageFavorTest    = "favor test"
	StageJoin         = "join" // for an invitation to join LinkedIn
)

// DontKnow is the value every askable question takes for "don't know".
const DontKnow = "unknown"

// Question is one question as the person sees it.
type Question struct {
	ID      string         `json:"id"`
	Stage   string         `json:"stage"`
	Text    string         `json:"text"`
	Label   string         `json:"label"` // a few words, for lists and reviews
	Line    string         `json:"line"`  // all it covers in one line, beside others on a page
	Why     string         `json:"why"`
	How     string         `json:"how"`            // how to check
	Open    string         `json:"open,omitempty"` // a page that helps: "profile", "image search", "company search", or ""
	Kind    Kind           `json:"kind"`
	Answers []AnswerChoice `json:"answers"` // in the order shown; "unknown" last where it is allowed
	Sources []string       `json:"sources"`

	Checklist   bool `json:"-"` // its answers are things to do
	NeverWeighs bool `json:"-"` // whatever is answered, the advice stays the same
	Grave       bool `json:"-"` // a stop sign of which "don't know" is no "no": nobody is accepted on it
}

// AnswerChoice is one answer a question offers.
type AnswerChoice struct {
	Value string `json:"value"`
	Label string `json:"label"`
	How   string `json:"how,omitempty"` // to do it, of something to tick off

	Outcome  Outcome  `json:"-"` // what it would contribute, conditions aside
	Strength Strength `json:"-"`
}

// NotSeen returns the answer that says a sign was not seen: the one that neither
// opposes nor leaves the question open. It is "" for a question that is no sign.
func (q Question) NotSeen() string {
	opposed := false
	seen := ""
	for _, c := range q.Answers {
		switch {
		case c.Outcome == Opposes:
			opposed = true
		case c.Value != DontKnow && seen == "":
			seen = c.Value
		}
	}
	if !opposed {
		return ""
	}
	return seen
}

// Questions returns every question in the order of the rulebook.
func Questions() []Question {
	questions := make([]Question, len(book().Questions))
	for i := range book().Questions {
		questions[i] = book().Questions[i].public()
	}
	return questions
}

// QuestionByID returns the question with the given id.
func QuestionByID(id string) (Question, bool) {
	q, ok := book().byID[id]
	if !ok {
		return Question{}, false
	}
	return q.public(), true
}

// Checklist returns the question whose answers are the first steps of somebody who
// joins LinkedIn, to be ticked as they are done (000 N1 to N6).
func Checklist() Question {
	for i := range book().Questions {
		if q := &book().Questions[i]; q.Checklist {
			return q.public()
		}
	}
	panic("rulebook.yaml: no checklist")
}

// RulebookVersion returns the version of the question set; it grows when the
// meaning of stored answers changes.
func RulebookVersion() int { return book().Version }

// Rules names the rules in force: the version of the question set and, where the
// person has rules of their own, what tells these from others.
func Rules() string { return rules().name }

func (q *ruleQuestion) public() Question {
	answers := make([]AnswerChoice, len(q.Answers))
	for i, a := range q.Answers {
		answers[i] = AnswerChoice{Value: a.Value, Label: a.Label, How: a.How, Outcome: a.Outcome, Strength: a.Strength}
	}
	return Question{
		ID: q.ID, Stage: q.Stage, Text: q.Text, Label: q.Label, Line: q.Line, Why: q.Why, How: q.How, Open: q.Open,
		Kind: q.Kind, Answers: answers, Sources: append([]string{}, q.Covers...),
		Checklist: q.Checklist, NeverWeighs: q.NeverWeighs, Grave: q.UnsureCaps,
	}
}

// Topic is something worth knowing about invitations, for the help screens.
type Topic struct {
	Title string
	Texts []string
}

// Background returns the topics of the rulebook in its order.
func Background() []Topic {
	var topics []Topic
	for _, b := range book().Background {
		if n := len(topics); n > 0 && topics[n-1].Title == b.Topic {
			topics[n-1].Texts = append(topics[n-1].Texts, b.Text)
			continue
		}
		topics = append(topics, Topic{Title: b.Topic, Texts: []string{b.Text}})
	}
	return topics
}

// ProfileField is one question about the person themselves.
type ProfileField struct {
	Field string // as in Profile's JSON: usage, comfort, connections, posts_personal, premium, job_search
	Label string
	Help  string
}

// ProfileFields returns the questions of the profile form, goals aside (see
// GoalChoices).
func ProfileFields() []ProfileField {
	fields := make([]ProfileField, len(book().ProfileHelp))
	for i, h := range book().ProfileHelp {
		fields[i] = ProfileField{Field: h.Field, Label: h.Label, Help: h.Help}
	}
	return fields
}

// Meaning says in one sentence what the recommendation means.
func (r Recommendation) Meaning() string {
	for _, m := range book().Recommendations {
		if m.ID == r {
			return m.Meaning
		}
	}
	return ""
}
