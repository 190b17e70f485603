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
)

// DontKnow is the value every askable question takes for "don't know".
const DontKnow = "unknown"

// Question is one question as the person sees it.
type Question struct {
	ID      string         `json:"id"`
	Stage   string         `json:"stage"`
	Text    string         `json:"text"`
	Label   string         `json:"label"` // a few words, for lists and reviews
	Why     string         `json:"why"`
	How     string         `json:"how"`            // how to check
	Open    string         `json:"open,omitempty"` // a page that helps: "profile", "image search", "company search", or ""
	Kind    Kind           `json:"kind"`
	Answers []AnswerChoice `json:"answers"` // in the order shown; "unknown" last where it is allowed
	Sources []string       `json:"sources"`
}

// AnswerChoice is one answer a question offers.
type AnswerChoice struct {
	Value string `json:"value"`
	Label string `json:"label"`
}
