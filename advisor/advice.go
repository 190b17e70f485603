package advisor

// Profile is what the person told us about themselves; every field may be
// empty. Goals, planned use and comfort come from sources 000 and 003.
type Profile struct {
	Goals         []string `json:"goals,omitempty"`          // see GoalChoices
	Usage         string   `json:"usage,omitempty"`          // "active", "light" or ""
	Comfort       string   `json:"comfort,omitempty"`        // "comfortable", "unsure" or ""
	Connections   *int     `json:"connections,omitempty"`    // own first-degree connections; nil = not said
	PostsPersonal bool     `json:"posts_personal,omitempty"` // shares personal things on LinkedIn
	JobSearch     string   `json:"job_search,omitempty"`     // "looking", "open", "no" or ""
	Premium       bool     `json:"premium,omitempty"`        // LinkedIn takes a longer note from them
}

// NoteLimit is how many characters a note of the person's may have.
func (p Profile) NoteLimit() int {
	if p.Premium {
		return NoteLimitPremium
	}
	return NoteLimit
}

// Invitation is what the advisor needs to know of an invitation to word its
// advice. Nothing in it weighs: only answers do.
type Invitation struct {
	Name     string `json:"name,omitempty"`
	Headline string `json:"headline,omitempty"`
	Company  string `json:"company,omitempty"`
	Note     string `json:"note,omitempty"`
}

// Answers holds, by question id, the values chosen: one value for a choice or
// yes/no question, one or more for a multi question. A question without an
// entry is unanswered; the value "unknown" means "don't know". In JSON a
// single choice is a string and a multi a list.
type Answers map[string][]string

// Case is one invitation to advise on, as `linkvet advise` reads it.
type Case struct {
	Profile    Profile    `json:"profile"`
	Invitation Invitation `json:"invitation"`
	Answers    Answers    `json:"answers"`

	// What note, archive or profile point to and the person has neither confirmed
	// nor denied. It never counts as an answer: what is grave holds the advice
	// back until it is answered, and nothing here speaks for anybody.
	Unconfirmed []Unconfirmed `json:"-"`
}

// Unconfirmed is an answer that something points to.
type Unconfirmed struct{ Question, Answer, Because string }

// Outcome is what one question contributed to the advice.
type Outcome string

// The outcomes. Every question has exactly one in every advice.
const (
	Supports Outcome = "supports"
	Opposes  Outcome = "opposes"
	Neutral  Outcome = "neutral"
	Unknown  Outcome = "unknown"
	NotAsked Outcome = "not asked"
)

// Strength is how much a finding weighs, in words: there are no published
// weights per profile field, so there is no number.
type Strength string

// The strengths, heaviest first; "" where nothing weighs.
const (
	Veto     Strength = "veto"
	Strong   Strength = "strong"
	Moderate Strength = "moderate"
	Weak     Strength = "weak"
)

// Heavier reports whether s weighs more than other.
func (s Strength) Heavier(other Strength) bool { return s.rank() < other.rank() }

// Finding says what one question contributed.
type Finding struct {
	Question string   `json:"question"`
	Outcome  Outcome  `json:"outcome"`
	Strength Strength `json:"strength,omitempty"`
	Text     string   `json:"text,omitempty"` // one sentence; empty when unknown or not asked
	Sources  []string `json:"sources"`        // ids of source items, such as "001-V2"

	Unconfirmed bool `json:"unconfirmed,omitempty"` // something points to it; the person has not said
}

// Weight returns how much the finding weighs, in a word: its strength, or that it
// is not confirmed.
func (f Finding) Weight() string {
	if f.Unconfirmed {
		return "not confirmed"
	}
	return string(f.Strength)
}

// Check is an open question that could still change the recommendation.
type Check struct {
	Question string `json:"question"`
	Why      string `json:"why"`
	How      string `json:"how"`
}

// Flip is a single answer that would change the recommendation.
type Flip struct {
	Question       string         `json:"question"`
	Answer         string         `json:"answer"`
	Recommendation Recommendation `json:"recommendation"`
	Text           string         `json:"text"`
}

// Response is one way to carry the recommendation out on LinkedIn.
type Response struct {
	Way  string `json:"way"` // such as "accept", "ignore", "ask first", "report"
	Text string `json:"text"`

	Waits bool `json:"-"` // the invitation is left as it is, until a date
}

// Reply is a draft the person can edit and send. NoteLimit and
// NoteLimitPremium are LinkedIn's limits for a note, in characters.
type Reply struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

// LinkedIn's limits for a note sent with an invitation, in characters.
const (
	NoteLimit        = 200
	NoteLimitPremium = 300
)

// Advice is an explained recommendation. Slices are never nil.
type Advice struct {
	Recommendation Recommendation   `json:"recommendation"`
	Report         bool             `json:"report"`
	Settled        bool             `json:"settled"` // no open answer can change the recommendation
	Summary        string           `json:"summary"` // one sentence
	Reasons        []Finding        `json:"reasons"` // findings that support or oppose, heaviest first
	Unknown        []string         `json:"unknown"` // open questions
	NextChecks     []Check          `json:"next_checks"`
	Flips          []Flip           `json:"flips"`
	Respond        []Response       `json:"respond"`
	Replies        []Reply          `json:"replies"`
	NextSteps      []string         `json:"next_steps"`
	Motives        []string         `json:"motives"`  // why they may be inviting, and what each side gains; never weighs
	Label          string           `json:"label"`    // the recommendation in the words of its direction, such as "Send it"
	Called         string           `json:"-"`        // the label with whether to report, such as "Decline, and report it"
	Possible       []Recommendation `json:"possible"` // what the open answers can still lead to, most open first
	CouldBecome    []string         `json:"-"`        // the others, as they are called in a sentence about an invitation of that direction and kind
	Findings       []Finding        `json:"findings"` // one for each question
}

// Advise turns a case into explained advice. Answers must be valid (see
// Answers.Validate); unknown ids and values count as open.
func Advise(c Case) Advice { return rules().advise(c) }

func (r *ruleset) advise(c Case) Advice {
	q := r.newInquiry(c)
	v := view{c: q.c, asking: q.asking, options: q.options, state: q.state, leaning: q.leaning}
	all := v.findings()
	adv := Advice{
		Recommendation: q.now,
		Label:          q.asking.path.label(q.now),
		Called:         q.asking.path.advice(q.now, q.options.reports(q.state)),
		Report:         q.options.reports(q.state),
		Settled:        q.possible.len() == 1,
		Reasons:        reasons(all),
		Unknown:        r.openQuestions(q.c.Answers),
		Possible:       q.possible.list(),
		CouldBecome:    q.asking.path.others(q.possible, q.now),
		Findings:       all,
	}
	adv.NextChecks = q.checks(adv.Unknown)
	adv.Flips = q.flips()
	wording{view: &v, advice: &adv}.write()
	adv.Summary += r.ownNote(c, q)
	return adv
}

// Prepare works out what every advice needs, so that the first does not wait for
// it.
func Prepare() { rules().newInquiry(Case{}) }

// Assess is the short form of Advise, for lists: the recommendation, whether
// to report, and whether it is settled.
func Assess(c Case) (r Recommendation, report, settled bool) { return rules().assess(c) }

func (r *ruleset) assess(c Case) (now Recommendation, report, settled bool) {
	q := r.newInquiry(c)
	return q.now, q.options.reports(q.state), q.possible.len() == 1
}

// openQuestions returns the ids of the questions whose answer would count and
// that are not answered; kind and direction have defaults and motive never weighs.
func (r *ruleset) openQuestions(a Answers) []string {
	asking := r.askingOf(a)
	open := []string{}
	for i := range r.Questions {
		q := &r.Questions[i]
		if q.Stage != StageStart && !q.NeverWeighs && a.Open(q.ID) && asking.counts(q) {
			open = append(open, q.ID)
		}
	}
	return open
}
