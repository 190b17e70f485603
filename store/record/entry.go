package record

import "time"

// Entry is one line of the journal.
type Entry struct {
	Seq    uint64    `json:"seq"`
	At     time.Time `json:"at"`
	Who    string    `json:"who"`    // "person" or "import"
	What   string    `json:"what"`   // such as "answered", "decided", "added", "imported", "postponed"
	Detail string    `json:"detail"` // in words, before and after, such as "know: slightly -> well"
	ID     string    `json:"id"`     // "" when it is about the store as a whole

	Short   string       `json:"-"` // what the person did, short enough for the words of a step
	Visit   string       `json:"-"` // the visit of a page that its step is of, in whose first entry it stands
	Answers AnswerChange `json:"-"` // which answers changed, as read from the journal
}
