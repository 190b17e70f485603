package advisor

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// vignette is a worked invitation with the advice expected.
type vignette struct {
	ID         string          `json:"id"`
	Text       string          `json:"text"`
	Sources    []string        `json:"sources"`
	Rests      string          `json:"rests"` // the sentence of the source that it puts to the test
	Profile    Profile         `json:"profile"`
	Invitation Invitation      `json:"invitation"`
	Raw        json.RawMessage `json:"answers"`
	Suggested  []Unconfirmed   `json:"suggested"` // seen, and not looked at yet
	Expected   []string        `json:"expected"`
	Report     *bool           `json:"report"` // nil: either
	Says       []string        `json:"says"`   // what the advice says somewhere
	Never      []string        `json:"never"`  // and what it never says

	answers Answers
}

func (v vignette) advisorCase() Case {
	return Case{Profile: v.Profile, Invitation: v.Invitation, Answers: v.answers, Unconfirmed: v.Suggested}
}

// vignettes are the worked invitations.
func vignettes(t testing.TB) []vignette { return readVignettes(t, "vignettes.jsonl") }

// situations are those that people described, retold.
func situations(t testing.TB) []vignette { return readVignettes(t, "situations.jsonl") }

func readVignettes(t testing.TB, name string) []vignette {
	t.Helper()
	f, err := os.Open("../testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []vignette
	seen := map[string]bool{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var v vignette
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		if v.answers, err = parseAnswersBytes(v.Raw); err != nil {
			t.Fatalf("%s: %v", v.ID, err)
		}
		if seen[v.ID] {
			t.Fatalf("%s appears twice", v.ID)
		}
		seen[v.ID] = true
		list = append(list, v)
	}
	if len(list) == 0 {
		t.Fatal("no vignettes")
	}
	return list
}

func TestVignettes(t *testing.T) {
	for _, v := range append(vignettes(t), situations(t)...) {
		got := Advise(v.advisorCase())
		if !slices.Contains(v.Expected, got.Recommendation.String()) || v.Report != nil && got.Report != *v.Report {
			t.Errorf("%s: got %s (report %v), want one of %v: %s", v.ID, got.Recommendation, got.Report, v.Expected, got.Summary)
		}
		said := wholeText(got)
		for _, text := range v.Says {
			if !strings.Contains(strings.ToLower(said), strings.ToLower(text)) {
				t.Errorf("%s does not say %q:\n%s", v.ID, text, said)
			}
		}
		for _, text := range v.Never {
			if strings.Contains(said, text) {
				t.Errorf("%s says %q:\n%s", v.ID, text, said)
			}
		}
	}
}

// wholeText is all that the advice says to be done and sent.
func wholeText(adv Advice) string {
	lines := []string{adv.Summary}
	for _, r := range adv.Respond {
		lines = append(lines, r.Way+": "+r.Text)
	}
	for _, r := range adv.Replies {
		lines = append(lines, r.Kind+": "+r.Text)
	}
	return fmt.Sprintln(strings.Join(append(lines, adv.NextSteps...), "\n"))
}
