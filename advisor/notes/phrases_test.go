package notes

import (
	"slices"
	"strings"
	"testing"

	"linkvet/advisor"
)

// TestPhrasesFitTheRulebook: every question and answer is one of the rulebook's,
// and the signs are in its order, which is the order of suggestions.
func TestPhrasesFitTheRulebook(t *testing.T) {
	last := 0
	questions := advisor.Questions()
	for _, s := range phrases().Signs {
		at := slices.IndexFunc(questions, func(q advisor.Question) bool { return q.ID == s.Question })
		if at < 0 {
			t.Errorf("%s is not a question", s.Question)
			continue
		}
		if !takes(s.Question, s.Answer) || s.Answer == advisor.DontKnow {
			t.Errorf("%s does not take %q", s.Question, s.Answer)
		}
		if at < last {
			t.Errorf("%s comes after questions that follow it in the rulebook", s.Question)
		}
		last = at
	}
}

// TestWhatTheyWriteSpeaksWeaklyFor: what the inviter wrote may speak against them,
// but never strongly for them, even when it is confirmed without a look.
func TestWhatTheyWriteSpeaksWeaklyFor(t *testing.T) {
	for _, s := range phrases().Signs {
		if s.Fact != "" {
			continue
		}
		for _, f := range advisor.Advise(advisor.Case{Answers: advisor.Answers{s.Question: {s.Answer}}}).Findings {
			if f.Question == s.Question && f.Outcome == advisor.Supports && f.Strength != advisor.Weak && f.Strength != "" {
				t.Errorf("%s=%s speaks for them, %s", s.Question, s.Answer, f.Strength)
			}
		}
	}
}

// takes reports whether a question has that answer.
func takes(question, answer string) bool {
	return advisor.Answers{question: {answer}}.Validate() == nil
}

// all returns every phrase of an index, some more than once.
func (x *phraseIndex) all() []*phrase {
	list := slices.Clone(x.numbers)
	for _, begin := range x.byWord {
		list = append(list, begin.rest...)
		for _, more := range begin.bySecond {
			list = append(list, more...)
		}
	}
	return list
}

// TestEveryPhraseIsExercised: each phrase matches a sample, so that none is there
// that never matches.
func TestEveryPhraseIsExercised(t *testing.T) {
	b := phrases()
	for kind, index := range map[string]*phraseIndex{"notes": b.note, "headlines": b.headline} {
		type line struct { // of phrases.yaml
			sign int
			text string
		}
		seen := map[line]bool{}
		for _, p := range index.all() {
			seen[line{p.sign, p.text}] = false
		}
		for _, s := range samples(t, kind) {
			words := b.words.numbered(wordsOf(s.text))
			around := b.around(words)
			index.find(words, func(m match) {
				sign := &b.Signs[m.phrase.sign]
				if around.allow(sign, m) && slices.Contains(s.expected, sign.Question+"="+sign.Answer) {
					seen[line{m.phrase.sign, m.phrase.text}] = true
				}
			})
		}
		for p, ok := range seen {
			if !ok {
				t.Errorf("none of the %s has %q (%s)", kind, p.text, b.Signs[p.sign].Question)
			}
		}
	}
}

// TestEverySignSpeaks: whatever is known, the sentence is whole, and it never
// passes judgement.
func TestEverySignSpeaks(t *testing.T) {
	known := map[string][]string{
		findLookalike: {"host"}, findShort: {"host"}, findLink: {"host"}, findChat: {"name"},
		"namesake": {"name"}, "messages": {"count", "first", "last"}, "invited_before": {"date"}, "times_sent": {"count"}, "same_company": {"count", "company"},
		"mutuals": {"count", "names"}, "panel_workplace": {"company"}, "panel_confirmed": {"what"}, "account_new": {"joined", "since"}, "account_fits": {"joined"},
		"profile_full": {"positions", "since", "skills", "recommendations", "endorsements", "employers"}, "profile_sparse": {"positions", "skills"},
		"same_work": {"title", "own"}, "colleague": {"name", "company"}, "generic_name": {"title", "company"}, "mail_fits": {"domain", "company"},
		"recommended": {"date"}, "recommended_by": {"date"}, "endorsed": {"date"}, "endorsed_by": {"date"}, "address_book": {"company"},
	}
	always := []string{findLookalike, findShort, findLink, findChat, "invited_before", "times_sent", // these know every value
		"panel_workplace", "account_new", "account_fits", "profile_full", "profile_sparse", "same_work", "colleague", "generic_name", "mail_fits", "recommended", "recommended_by", "endorsed", "endorsed_by", "address_book"}
	for _, s := range phrases().Signs {
		values := map[string]string{"name": "x", "words": "x"}
		if len(s.Headline) == 0 && len(s.Phrases) == 0 {
			values = map[string]string{}
			for _, name := range known[s.Find+s.Fact] {
				values[name] = "x"
			}
		}
		for _, text := range slices.Concat(s.Because, s.ByName) {
			if _, ok := fillOne(text, values); !ok {
				t.Errorf("%s: %q names what is never known", s.Question, text)
			}
			for _, harsh := range []string{"scam", "fraud", "liar", "fake", "criminal"} {
				if strings.Contains(strings.ToLower(text), harsh) {
					t.Errorf("%s: %q passes judgement", s.Question, text)
				}
			}
		}
		if !slices.Contains(always, s.Find+s.Fact) && len(s.Headline) == 0 && fill(s.Because, nil) == "" {
			t.Errorf("%s: says nothing when nothing more is known", s.Question)
		}
	}
}

func TestPhraseBookRefusesWhatItDoesNotKnow(t *testing.T) {
	const sound = `
sets: {app: {telegram: Telegram}}
signs:
  - question: off_platform
    answer: "yes"
    because: [B.]
    phrases: {en: [write me * <app>]}
`
	for name, c := range map[string]struct{ change, with, want string }{
		"unknown field":    {"answer:", "anser:", "anser"},
		"unknown set":      {"<app>", "<apps>", `unknown set <apps>`},
		"no because":       {"because: [B.]", "because: []", "because is missing"},
		"no way to find":   {"phrases: {en: [write me * <app>]}", "plain: true", "needs one of"},
		"two ways":         {"because:", "find: mail\n    because:", "needs one of"},
		"unknown finder":   {"phrases: {en: [write me * <app>]}", "find: fax", `unknown find "fax"`},
		"unknown fact":     {"phrases: {en: [write me * <app>]}", "fact: age", `unknown fact "age"`},
		"begins in a gap":  {"[write me * <app>]", "['* <app>']", "must begin with words"},
		"begins too short": {"write me", "wri~ me", "too short to begin"},
		"may be missing":   {"write me", "(write) me", "must begin with words"},
		"ends in a gap":    {"me * <app>", "me <app> *", "must not end"},
		"empty":            {"write me * <app>", "''", "is empty"},
		"two words in one": {"write me", "e-mail me", "is not one word"},
		"short beginning":  {"me * <app>", "me ap~", "too short"},
		"too many parts":   {"me * <app>", "me & a & b & c & d", "more than 4 parts"},
		"empty part":       {"me * <app>", "me &  & <app>", "is empty"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(sound, c.change) {
				t.Fatalf("nothing to change: %q", c.change)
			}
			_, err := parsePhrases([]byte(strings.Replace(sound, c.change, c.with, 1)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error that says %q", err, c.want)
			}
		})
	}
	if _, err := parsePhrases([]byte(sound)); err != nil {
		t.Errorf("the sound one: %v", err)
	}
}

func TestPhrasesStayInTheirSentence(t *testing.T) {
	for note, want := range map[string]bool{
		"Write me on Telegram":                         true,
		"Write to me. Telegram is nice":                false,
		"Could you write me? Telegram is nice":         false,
		"Write me, on my telegram":                     true,
		"Write me\non Telegram":                        true,
		"Write me\nTelegram is nice":                   false,
		"WRITE ME on TELEGRAM":                         true,
		"Write me one two three four Telegram":         true,
		"Write me one two three four five on Telegram": false,
		"Never write me on Telegram":                   false,
		"Do not hesitate to write me on Telegram":      true,
		"I am not often here, write me on Telegram":    true,
		"Writes me on Telegram":                        false,
	} {
		if got := len(Suggest(advisor.Invitation{Note: note}, Facts{})) > 0; got != want {
			t.Errorf("%s: got %v, want %v", note, got, want)
		}
	}
}
