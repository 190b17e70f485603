package notes

import "iter"

// surroundings is what appears around the phrases of one text and may cancel
// them. It is found in one pass, so that reading stays linear however many
// phrases there are.
type surroundings struct {
	book   *phrasebook
	words  []word
	topics map[int]int        // where the first topic of a sentence ends
	unless map[exception]bool // the sentences that hold an exception of a sign
}

type exception struct{ sign, sentence int }

func (b *phrasebook) around(words []word) surroundings {
	s := surroundings{book: b, words: words}
	b.topics.find(words, func(m match) {
		if s.topics == nil {
			s.topics = map[int]int{}
		}
		if end, ok := s.topics[words[m.start].sentence]; !ok || m.end < end {
			s.topics[words[m.start].sentence] = m.end
		}
	})
	b.unless.find(words, func(m match) {
		if s.unless == nil {
			s.unless = map[exception]bool{}
		}
		s.unless[exception{m.phrase.sign, words[m.start].sentence}] = true
	})
	return s
}

// meant yields the phrases in the words that mean what they say. What is around
// them is looked at only once there is a phrase that it could cancel.
func (b *phrasebook) meant(index *phraseIndex, words []word) iter.Seq[match] {
	return func(yield func(match) bool) {
		var around surroundings
		for m := range index.matches(words) {
			sign := &b.Signs[m.phrase.sign]
			if !sign.Plain || len(sign.Unless) > 0 {
				if around.book == nil {
					around = b.around(words)
				}
				if !around.allow(sign, m) {
					continue
				}
			}
			if !yield(m) {
				return
			}
		}
	}
}

// allow reports whether a phrase means what it says there: it is not denied ("we
// never ask for money"), and it is not what somebody spoke or wrote about. In a
// combination the first part is what may be denied: who cannot pay, asks.
func (s *surroundings) allow(sign *sign, m match) bool {
	parts := []span{m.span}
	if m.phrase.of != nil {
		parts = m.parts[:m.phrase.of.parts]
	}
	for _, part := range parts {
		sentence := s.words[part.start].sentence
		if s.unless[exception{m.phrase.sign, sentence}] {
			return false
		}
		if topic, about := s.topics[sentence]; about && topic <= part.start && !sign.Plain {
			return false
		}
	}
	return sign.Plain || !s.denied(parts[0].start)
}

// denialReach is how many words before a phrase a denial may be, and urgingReach
// how many words before it an urging may be that undoes the denial: "do not
// hesitate to" denies nothing.
const (
	denialReach = 3
	urgingReach = 6
)

func (s *surroundings) denied(start int) bool {
	denied := false
	for back := 1; back <= urgingReach && start-back >= 0; back++ {
		w := s.words[start-back]
		if w.clause != s.words[start].clause {
			break
		}
		if s.book.urgings[w.text] {
			return false
		}
		denied = denied || back <= denialReach && s.book.denials[w.text]
	}
	return denied
}
