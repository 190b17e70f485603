package advisor

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestAnswersAsJSON: a single choice is a string, a multi a list even of one, and
// what comes from a later program stays a list.
func TestAnswersAsJSON(t *testing.T) {
	a := Answers{"know": {"no"}, "reasons": {"leader"}, "later_question": {"yes"}}
	text, err := json.Marshal(a)
	if want := `{"know":"no","later_question":["yes"],"reasons":["leader"]}`; err != nil || string(text) != want {
		t.Errorf("%s, %v; want %s", text, err, want)
	}
	kept := Answers{"know": {"no"}}
	if err := json.Unmarshal([]byte(`{"know":"nobody"}`), &kept); err == nil || !reflect.DeepEqual(kept, Answers{"know": {"no"}}) {
		t.Errorf("after bad answers: %v, %v", kept, err)
	}
	if err := json.Unmarshal([]byte(`{"know":"well"}`), &kept); err != nil || kept.Value("know") != "well" {
		t.Errorf("after good answers: %v, %v", kept, err)
	}
}

// TestAnswersAsTextFollowTheRulebook, and what it does not know comes last.
func TestAnswersAsTextFollowTheRulebook(t *testing.T) {
	a := Answers{"zebra": {"x"}, "favor_do": {"yes"}, "apple": {"y"}, "know": {"no"}, "asks_for_money": {"no"}}
	if got, want := a.String(), "asks_for_money=no;know=no;favor_do=yes;apple=y;zebra=x"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestInputErrorsSayWhere(t *testing.T) {
	for want, e := range map[string]InputError{
		"a.json:3: answers.know: wrong (allowed: well, no)": {"a.json", 3, "answers.know", "wrong", []string{"well", "no"}},
		"a.json: wrong":         {File: "a.json", Problem: "wrong"},
		"1: answers.know: bad":  {Line: 1, Field: "answers.know", Problem: "bad"},
		"wrong":                 {Problem: "wrong"},
		"know: wrong":           {Field: "know", Problem: "wrong"},
		"wrong (allowed: well)": {Problem: "wrong", Allowed: []string{"well"}},
	} {
		if e.Error() != want {
			t.Errorf("%q, want %q", e.Error(), want)
		}
	}
}

// TestWhatGoesTogether in a question that takes several values.
func TestWhatGoesTogether(t *testing.T) {
	for text, fits := range map[string]bool{
		"know=no": true, "know=no,well": false, "reasons=leader,learn_from": true, "reasons=none": true, "reasons=unknown": true,
		"reasons=none,leader": false, "reasons=leader,none": false, "reasons=leader,unknown": false, "reasons=leader,leader": false,
		"know=nobody": false, "nobody=yes": false, "know": false, "know=no;know=well": false, "": true,
	} {
		if _, err := ParseAnswers(text); (err == nil) != fits {
			t.Errorf("%q: %v", text, err)
		}
	}
	if err := (Answers{"know": {"well"}}).Validate(); err != nil {
		t.Error(err)
	}
}

// TestNumbersAndSizesAtTheirEdges takes what is just allowed.
func TestNumbersAndSizesAtTheirEdges(t *testing.T) {
	for text, fits := range map[string]bool{
		`{"profile":{"connections":0}}`: true, `{"profile":{"connections":1000000000}}`: true, `{"profile":{"connections":1000000001}}`: false,
		`{"profile":{"connections":1.5}}`: false, strings.Repeat(" ", maxInput-2) + "{}": true, strings.Repeat(" ", maxInput-1) + "{}": false,
	} {
		if _, err := ParseCase(strings.NewReader(text), "-"); (err == nil) != fits {
			t.Errorf("%.40q: %v", text, err)
		}
	}
	for deep, fits := range map[int]bool{maxDepth: true, maxDepth + 1: false} {
		_, err := readTree(strings.NewReader(strings.Repeat("[", deep)+strings.Repeat("]", deep)), "-")
		if (err == nil) != fits {
			t.Errorf("%d deep: %v", deep, err)
		}
	}
	none := 0
	if err := (Profile{Connections: &none}).Validate(); err != nil {
		t.Error(err)
	}
	if got := Recommendation(len(recommendationIDs)).String(); got != "recommendation(7)" {
		t.Error(got)
	}
}

// TestNotSeenIsWhatDeniesASign, and nothing of a question that is none.
func TestNotSeenIsWhatDeniesASign(t *testing.T) {
	for id, want := range map[string]string{"asks_for_money": "no", "conflict": "none", "motive": ""} {
		if q, _ := QuestionByID(id); q.NotSeen() != want {
			t.Errorf("%s: %q, want %q", id, q.NotSeen(), want)
		}
	}
	for _, q := range Questions() {
		seen := q.NotSeen()
		opposes := slices.ContainsFunc(q.Answers, func(c AnswerChoice) bool { return c.Outcome == Opposes })
		if opposes == (seen == "") {
			t.Errorf("%s: %q, though a sign is %v", q.ID, seen, opposes)
		}
		for _, c := range q.Answers {
			if c.Value == seen && (c.Outcome == Opposes || c.Value == DontKnow) {
				t.Errorf("%s: %q does not deny it", q.ID, seen)
			}
		}
	}
}

// TestBackgroundStandsUnderItsTopics: each topic once, with all its texts in order.
func TestBackgroundStandsUnderItsTopics(t *testing.T) {
	var topics, texts []string
	for _, topic := range Background() {
		if slices.Contains(topics, topic.Title) || len(topic.Texts) == 0 {
			t.Errorf("the topic %q", topic.Title)
		}
		topics, texts = append(topics, topic.Title), append(texts, topic.Texts...)
	}
	var want []string
	for _, b := range book().Background {
		want = append(want, b.Text)
	}
	if !slices.Equal(texts, want) || len(topics) < 2 || len(topics) == len(texts) {
		t.Errorf("%d topics with %d texts, want %d", len(topics), len(texts), len(want))
	}
	for i, m := range book().Recommendations {
		if got := Recommendations()[i].Meaning(); got != m.Meaning {
			t.Errorf("%s means %q, want %q", m.ID, got, m.Meaning)
		}
	}
	if got := Recommendation(0).Meaning(); got != "" {
		t.Errorf("nothing advised means %q", got)
	}
}
