package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
	"linkvet/store/record"
)

// cleanName also undoes what lists show where there is no name.
func cleanName(cell string) string {
	if name := clean.Line(cell); name != record.DisplayName("") {
		return name
	}
	return ""
}

func setID(inv *record.Invitation, cell string) error {
	id := strings.ToLower(strings.TrimSpace(cell))
	if id != "" && (len(id) != record.IDLength || strings.Trim(id, record.IDAlphabet) != "") {
		return fmt.Errorf("%s is not a valid id (ten of the letters and digits %s; empty for a new invitation)", shortCell(cell), record.IDAlphabet)
	}
	inv.ID = id
	return nil
}

func setDirection(inv *record.Invitation, cell string) error {
	switch dir := record.Direction(strings.ToLower(strings.TrimSpace(cell))); dir {
	case "", record.Incoming:
		inv.Direction = record.Incoming
	case record.Outgoing:
		inv.Direction = record.Outgoing
	default:
		return fmt.Errorf("unknown direction %s (allowed: %s, %s)", shortCell(cell), record.Incoming, record.Outgoing)
	}
	return nil
}

func setURL(inv *record.Invitation, cell string) error {
	inv.URL = ""
	if strings.TrimSpace(cell) == "" {
		return nil
	}
	if inv.URL, _ = address.Profile(cell); inv.URL == "" {
		return fmt.Errorf("%s is not the address of a LinkedIn profile, such as https://www.linkedin.com/in/name", shortCell(cell))
	}
	return nil
}

func checkStatus(_ *record.Invitation, cell string) error {
	if status := strings.ToLower(strings.TrimSpace(cell)); status != "" && !slices.Contains(record.WordsOf(record.Statuses()), status) {
		return fmt.Errorf("unknown status %s (allowed: %s); it is worked out again in any case", shortCell(cell), strings.Join(record.WordsOf(record.Statuses()), ", "))
	}
	return nil
}

func checkRecommendation(_ *record.Invitation, cell string) error {
	_, err := parseRecommendation(cell)
	return err
}

func checkYesNo(_ *record.Invitation, cell string) error {
	_, err := parseYesNo(cell)
	return err
}

func checkNothing(*record.Invitation, string) error { return nil }

func setDecision(inv *record.Invitation, cell string) (err error) {
	inv.Decision = ""
	if word := strings.ToLower(strings.TrimSpace(cell)); word != "" {
		inv.Decision, err = record.ParseDecision(word)
	}
	return err
}

func setAdvised(inv *record.Invitation, cell string) (err error) {
	inv.Advised, err = parseRecommendation(cell)
	return err
}

func parseRecommendation(cell string) (advisor.Recommendation, error) {
	r, err := advisor.ParseRecommendation(strings.ToLower(strings.TrimSpace(cell)))
	if err != nil {
		var words []string
		for _, r := range advisor.Recommendations() {
			words = append(words, r.String())
		}
		return 0, fmt.Errorf("unknown recommendation %s (allowed: %s, or empty)", shortCell(cell), strings.Join(words, ", "))
	}
	return r, nil
}

func setTags(inv *record.Invitation, cell string) error {
	inv.Tags = record.CleanTags([]string{cell})
	return nil
}

func setAnswers(inv *record.Invitation, cell string) error {
	answers, err := advisor.ParseAnswers(cell)
	if err != nil {
		return err
	}
	if inv.Answers = answers; len(answers) == 0 {
		inv.Answers = nil
	}
	return nil
}

func setAnswerNotes(inv *record.Invitation, cell string) (err error) {
	inv.AnswerNotes, err = textsOf(cell)
	return err
}

func setCorrected(inv *record.Invitation, cell string) (err error) {
	inv.Corrected, err = textsOf(cell)
	return err
}

// textsOf reads a table of texts, nil for none.
func textsOf(cell string) (map[string]string, error) {
	if cell = strings.TrimSpace(cell); cell == "" || cell == "{}" {
		return nil, nil
	}
	var texts map[string]string
	if err := json.Unmarshal([]byte(cell), &texts); err != nil {
		return nil, fmt.Errorf(`%s is not of the form {"question":"text"}`, shortCell(cell))
	}
	cleaned := make(map[string]string, len(texts))
	for key, text := range texts {
		note, err := record.OwnText("a note", text)
		if err != nil {
			return nil, err
		}
		if key = clean.Line(key); key != "" {
			cleaned[key] = note
		}
	}
	if len(cleaned) == 0 {
		return nil, nil
	}
	return cleaned, nil
}

func setTimesSent(inv *record.Invitation, cell string) error {
	n, err := strconv.Atoi(strings.TrimSpace(cell))
	if strings.TrimSpace(cell) == "" {
		n, err = 1, nil
	}
	if err != nil || n < 1 || n > 1_000_000 {
		return fmt.Errorf("%s is not a count (allowed: a number from 1)", shortCell(cell))
	}
	inv.TimesSent = n
	return nil
}

func setSentTimes(inv *record.Invitation, cell string) error {
	inv.SentTimes = nil
	for part := range strings.SplitSeq(cell, ";") {
		t, err := parseCellTime(part)
		if err != nil {
			return err
		}
		if !t.IsZero() && !slices.ContainsFunc(inv.SentTimes, t.Equal) {
			inv.SentTimes = append(inv.SentTimes, t)
		}
	}
	slices.SortFunc(inv.SentTimes, time.Time.Compare)
	return nil
}

func timesCell(times []time.Time) string {
	var cells []string
	for _, t := range times {
		cells = append(cells, record.RFC3339(t))
	}
	return strings.Join(cells, ";")
}

func setRulebook(inv *record.Invitation, cell string) error {
	n, err := strconv.Atoi(strings.TrimSpace(cell))
	if strings.TrimSpace(cell) == "" {
		n, err = 0, nil
	}
	if err != nil || n < 0 {
		return fmt.Errorf("%s is not a version (allowed: a number)", shortCell(cell))
	}
	inv.RulebookVersion = n
	return nil
}

// formerCell writes what was advised before, as JSON; nothing for nothing.
func formerCell(inv *record.Invitation) string {
	if former := inv.FormerAdvice(); former != nil {
		return jsonCell(former)
	}
	return ""
}

func setFormer(inv *record.Invitation, cell string) error {
	inv.Former = record.Former{}
	if strings.TrimSpace(cell) == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(cell), &inv.Former); err != nil || inv.Former.Recommendation == 0 {
		inv.Former = record.Former{}
		return fmt.Errorf("%s is not a former advice (allowed: what an export wrote, or nothing)", shortCell(cell))
	}
	inv.Former.Rules = clean.Line(inv.Former.Rules)
	return nil
}

func suggestionsCell(inv *record.Invitation) string {
	var cells []string
	for _, s := range inv.Suggestions() {
		cells = append(cells, s.Question+"="+s.Answer)
	}
	return strings.Join(cells, ";")
}

// jsonCell is a value in one cell, empty for an empty table.
func jsonCell(value any) string {
	if texts, ok := value.(map[string]string); ok && len(texts) == 0 {
		return ""
	}
	text, err := json.Marshal(value)
	if err != nil {
		return "" // texts and numbers cannot fail
	}
	return string(text)
}

// parseCellTime reads a time, also in the forms that spreadsheets make of it,
// which are in UTC then.
func parseCellTime(cell string) (time.Time, error) {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, "2006-01-02 15:04", "2006-01-02T15:04", time.DateOnly} {
		if t, err := time.Parse(layout, cell); err == nil {
			return record.Moment(record.Seconds(t)), nil
		}
	}
	return time.Time{}, fmt.Errorf("%s is not a time (allowed: 2026-07-14T09:30:00Z, 2026-07-14 09:30 or 2026-07-14)", shortCell(cell))
}

// parseYesNo also reads what spreadsheets of other countries write.
func parseYesNo(cell string) (bool, error) {
	switch strings.ToLower(strings.TrimSpace(cell)) {
	case "true", "yes", "1", "wahr", "vrai", "verdadero", "verdadeiro", "vero", "waar":
		return true, nil
	case "false", "no", "0", "", "falsch", "faux", "falso", "onwaar":
		return false, nil
	}
	return false, fmt.Errorf("%s is neither true nor false", shortCell(cell))
}

// shortCell quotes a cell for a message.
func shortCell(cell string) string {
	const longest = 60
	if runes := []rune(cell); len(runes) > longest {
		cell = string(runes[:longest]) + "..."
	}
	return strconv.Quote(clean.Line(cell))
}

// CellError is err without the words that only fit other places.
func CellError(err error) string {
	if input, ok := errors.AsType[*advisor.InputError](err); ok {
		return strings.TrimPrefix(input.Error(), "answers: ")
	}
	return err.Error()
}
