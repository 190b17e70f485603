package exchange

import (
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"linkvet/advisor"
	"linkvet/store/record"
)

func TestNotesHaveTheirFactsInFront(t *testing.T) {
	inv := record.Invitation{
		ID: "7k2f3h9m1q", Direction: record.Incoming, Name: "Ana: \"the\" # Kovalenko\n---", Company: "- {Nordwind}", Tags: []string{"choir", "a: b"},
		SentAt: time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC),
	}
	var out strings.Builder
	if err := WriteNote(&out, inv, time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC), advisor.Profile{}); err != nil {
		t.Fatal(err)
	}
	parts := strings.SplitN(out.String(), "---\n", 3)
	if len(parts) != 3 || parts[0] != "" {
		t.Fatalf("no facts in front of\n%s", out.String())
	}
	var front struct {
		ID, Name, Company, Sent, Status string
		Tags                            []string
	}
	if err := yaml.Unmarshal([]byte(parts[1]), &front); err != nil {
		t.Fatalf("%v in\n%s", err, parts[1])
	}
	if front.ID != inv.ID || front.Name != inv.DisplayName() || front.Company != inv.Company || front.Sent != "2026-07-01" || front.Status != "waiting" || len(front.Tags) != 2 || front.Tags[1] != "a: b" {
		t.Errorf("in front stands %+v", front)
	}
}

func TestNotesHaveNamesThatEverySystemTakes(t *testing.T) {
	for name, want := range map[string]string{
		"Ana Kovalenko": "Ana Kovalenko x1.md", "../../etc/passwd": "etc passwd x1.md", "": "no name x1.md", "a/b\\c:d*e?f\"g<h>i|j": "a b c d e f g h i j x1.md",
		"Đorđe O'Neil-Šimů": "Đorđe O'Neil-Šimů x1.md", strings.Repeat("文", 100): strings.Repeat("文", 60) + " x1.md",
	} {
		if got := NoteName(record.Invitation{ID: "x1", Name: name}); got != want {
			t.Errorf("the note of %q is called %q, want %q", name, got, want)
		}
	}
}
