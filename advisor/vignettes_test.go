package advisor

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// vignette is a worked invitation with the advice expected.
type vignette struct {
	ID       string          `json:"id"`
	Profile  Profile         `json:"profile"`
	Raw      json.RawMessage `json:"answers"`
	Expected []string        `json:"expected"`
	Report   bool            `json:"report"`

	answers Answers
}

func vignettes(t testing.TB) []vignette {
	t.Helper()
	f, err := os.Open("../testdata/vignettes.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []vignette
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
		list = append(list, v)
	}
	if len(list) == 0 {
		t.Fatal("no vignettes")
	}
	return list
}

func TestVignettes(t *testing.T) {
	for _, v := range vignettes(t) {
		got := Advise(Case{Profile: v.Profile, Answers: v.answers})
		if !slices.Contains(v.Expected, got.Recommendation.String()) || got.Report != v.Report {
			t.Errorf("%s: got %s (report %v), want one of %v (report %v): %s",
				v.ID, got.Recommendation, got.Report, v.Expected, v.Report, got.Summary)
		}
	}
}
