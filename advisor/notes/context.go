package notes

import "iter"

// surroundings is what stands around the phrases of one text and may take them
// back. It is found in one pass, so that reading stays linear however many
// phrases there are.
type surroundings struct {
	book   *phrasebook
	words  []word
	topics map[int]int     // for a sentence, where its first topic ends
	unless map[except]bool // what a sign's exceptions stand in
}

type except struct{ sign, sentence int }

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
			s.unless = map[except]bool{}
		}
		s.unless[except{m.phrase.sign, words[m.start].sentence}] = true
	})
	return s
}

// meant yields the phrases in the words that mean what they say. What stands
// around them is looked at only once there is one that it could take back.
func (b *phrasebook) meant(index *phraseIndex, words []word) iter.Seq[match] {
	return func(yield func(match) bool) {
		var around surroundings
		for m := range index.matches(words) {
			sign := &b.Signs[m.phrase.sign]
			if !sign.Plain || len(sign.Unless) > 0 {
				if around.book == nil {
					around = b.around(words)
				}
				if !around.stands(sign, m) {
					continue
				}
			}
			if !yield(m) {
				return
			}
		}
	}
}

// stands reports whether a phrase means what it says there: it is not denied
// ("we never ask for money"), and not what somebody spoke or wrote about.
func (s *surroundings) stands(sign *noteSign, m match) bool {
	sentence := s.words[m.start].sentence
	if s.unless[except{m.phrase.sign, sentence}] {
		return false
	}
	topic, about := s.topics[sentence]
	return sign.Plain || !(about && topic <= m.start) && !s.denied(m.start)
}

// denialReach is how many words before a phrase a denial may stand, and
// urgingReach how many before it make the denial an urging: "do not hesitate
// to" denies nothing.
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
