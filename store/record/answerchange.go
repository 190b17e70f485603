package record

import (
	"github.com/fxamacker/cbor/v2"

	"linkvet/advisor"
	"linkvet/store/sealed"
)

// AnswerChange is which answers a change replaced by which. A question that had
// no answer before is missing in Was, one that has none afterwards in Is.
type AnswerChange struct{ Was, Is advisor.Answers }

// Empty reports whether no answer changed.
func (c AnswerChange) Empty() bool { return len(c.Was)+len(c.Is) == 0 }

// Answers returns which answers the patch changes. An invitation that is new or
// deleted changes none.
func (p Patch) Answers() (AnswerChange, error) {
	within := p.Within[fieldAnswers]
	was, err := answersIn(within.Was)
	if err != nil {
		return AnswerChange{}, err
	}
	is, err := answersIn(within.Is)
	return AnswerChange{Was: was, Is: is}, err
}

func answersIn(table map[string]cbor.RawMessage) (advisor.Answers, error) {
	if len(table) == 0 {
		return nil, nil
	}
	answers := make(advisor.Answers, len(table))
	for id, raw := range table {
		var values []string
		if err := sealed.Decoder.Unmarshal(raw, &values); err != nil {
			return nil, err
		}
		answers[id] = values
	}
	return answers, nil
}
