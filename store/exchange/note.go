package exchange

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"linkvet/advisor"
	"linkvet/store/record"
)

// WriteNote writes an invitation as a note for a folder of notes: what can be
// searched in front, as YAML, then the report.
func WriteNote(w io.Writer, inv record.Invitation, now time.Time, profile advisor.Profile) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "---")
	for _, field := range []struct {
		name  string
		value any
	}{
		{"id", inv.ID}, {"name", inv.DisplayName()}, {"company", inv.Company}, {"url", inv.URL}, {"direction", inv.Direction},
		{"sent", record.DayOf(inv.SentAt)}, {"status", inv.Status(now)}, {"recommendation", inv.Recommendation.String()},
		{"decision", inv.Decision}, {"later", inv.LaterUntil.String()}, {"tags", inv.Tags},
	} {
		value, err := json.Marshal(field.value) // which is YAML as well
		if err != nil {
			return fmt.Errorf("write a note: %w", err)
		}
		if text := string(value); text != `""` && text != "null" && text != "[]" {
			fmt.Fprintf(out, "%s: %s\n", field.name, text)
		}
	}
	fmt.Fprint(out, "---\n\n")
	report := markdown{out: out, profile: profile}
	if err := report.write(inv, now); err != nil {
		return fmt.Errorf("write a note: %w", err)
	}
	return report.close()
}

// longestNoteName is how many letters of a name are in the name of its note.
const longestNoteName = 60

// NoteName is what the file of an invitation's note is called: the person's name,
// without what some systems do not take, and the ID, so that namesakes have notes
// of their own.
func NoteName(inv record.Invitation) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '-' || r == '\'' {
			return r
		}
		return ' '
	}, inv.DisplayName())
	letters := []rune(strings.Join(strings.Fields(name), " "))
	return strings.TrimSpace(string(letters[:min(len(letters), longestNoteName)])+" "+inv.ID) + ".md"
}
