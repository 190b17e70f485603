package store

import (
	"strconv"
	"strings"
	"time"

	"linkvet/store/linkedin"
)

// column is one column of a table of invitations: how a cell is written, and
// how it is read back.
type column struct {
	name string
	of   func(inv *Invitation, now time.Time) string
	// set reads a cell. It checks only where the value is worked out anew.
	set func(inv *Invitation, cell string) error
	// own is the person's: a table that is read back changes it also in an
	// invitation that is there already. Of the others the store knows better.
	own bool
}

// columns are those of the CSV in their order, and the fields of JSON Lines.
// Scripts rely on them: they may be added at the end, none renamed, moved or
// removed. docs/data.md explains each.
func columns() []column {
	return []column{
		{"id", func(inv *Invitation, _ time.Time) string { return inv.ID }, setID, false},
		{"direction", func(inv *Invitation, _ time.Time) string { return string(inv.Direction) }, setDirection, false},
		textColumn("name", func(inv *Invitation) *string { return &inv.Name }, cleanName),
		textColumn("headline", func(inv *Invitation) *string { return &inv.Headline }, linkedin.Clean),
		textColumn("company", func(inv *Invitation) *string { return &inv.Company }, linkedin.Clean),
		{"url", func(inv *Invitation, _ time.Time) string { return inv.URL }, setURL, true},
		textColumn("note", func(inv *Invitation) *string { return &inv.Note }, linkedin.CleanText),
		timeColumn("sent_at", func(inv *Invitation) *time.Time { return &inv.SentAt }, true),
		{"status", func(inv *Invitation, now time.Time) string { return string(inv.Status(now)) }, checkStatus, false},
		{"recommendation", func(inv *Invitation, _ time.Time) string { return inv.Recommendation.String() }, checkRecommendation, false},
		{"report", func(inv *Invitation, _ time.Time) string { return strconv.FormatBool(inv.Report) }, checkYesNo, false},
		{"settled", func(inv *Invitation, _ time.Time) string { return strconv.FormatBool(inv.Settled) }, checkYesNo, false},
		{"decision", func(inv *Invitation, _ time.Time) string { return string(inv.Decision) }, setDecision, true},
		timeColumn("decided_at", func(inv *Invitation) *time.Time { return &inv.DecidedAt }, true),
		textColumn("because", func(inv *Invitation) *string { return &inv.Because }, linkedin.CleanText),
		timeColumn("later_until", func(inv *Invitation) *time.Time { return &inv.LaterUntil }, true),
		{"tags", func(inv *Invitation, _ time.Time) string { return strings.Join(inv.Tags, ",") }, setTags, true},
		{"answers", func(inv *Invitation, _ time.Time) string { return inv.Answers.String() }, setAnswers, true},
		{"answer_notes", func(inv *Invitation, _ time.Time) string { return jsonCell(inv.AnswerNotes) }, setAnswerNotes, true},
		textColumn("person_note", func(inv *Invitation) *string { return &inv.PersonNote }, linkedin.CleanText),
		{"suggestions", func(inv *Invitation, _ time.Time) string { return suggestionsCell(inv) }, checkNothing, false},
		{"advised", func(inv *Invitation, _ time.Time) string { return inv.Advised.String() }, setAdvised, true},
		{"times_sent", func(inv *Invitation, _ time.Time) string { return strconv.Itoa(inv.TimesSent) }, setTimesSent, false},
		{"sent_times", func(inv *Invitation, _ time.Time) string { return timesCell(inv.SentTimes) }, setSentTimes, false},
		yesNoColumn("connected", func(inv *Invitation) *bool { return &inv.Connected }),
		timeColumn("connected_on", func(inv *Invitation) *time.Time { return &inv.ConnectedOn }, false),
		yesNoColumn("gone", func(inv *Invitation) *bool { return &inv.Gone }),
		yesNoColumn("listed", func(inv *Invitation) *bool { return &inv.Listed }),
		timeColumn("added_at", func(inv *Invitation) *time.Time { return &inv.AddedAt }, false),
		timeColumn("changed_at", func(inv *Invitation) *time.Time { return &inv.ChangedAt }, false),
		{"corrected", func(inv *Invitation, _ time.Time) string { return jsonCell(inv.Corrected) }, setCorrected, false},
		{"facts", func(inv *Invitation, _ time.Time) string { return factsCell(inv) }, setFacts, false},
		{"rulebook_version", func(inv *Invitation, _ time.Time) string { return strconv.Itoa(inv.RulebookVersion) }, setRulebook, false},
		yesNoColumn("resurfaced", func(inv *Invitation) *bool { return &inv.Resurfaced }),
	}
}

func columnNames() []string {
	var names []string
	for _, c := range columns() {
		names = append(names, c.name)
	}
	return names
}

func textColumn(name string, field func(*Invitation) *string, clean func(string) string) column {
	return column{
		name, func(inv *Invitation, _ time.Time) string { return *field(inv) },
		func(inv *Invitation, cell string) error { *field(inv) = clean(cell); return nil }, true,
	}
}

func timeColumn(name string, field func(*Invitation) *time.Time, own bool) column {
	return column{
		name, func(inv *Invitation, _ time.Time) string { return rfc3339(*field(inv)) },
		func(inv *Invitation, cell string) (err error) { *field(inv), err = parseCellTime(cell); return err }, own,
	}
}

func yesNoColumn(name string, field func(*Invitation) *bool) column {
	return column{
		name, func(inv *Invitation, _ time.Time) string { return strconv.FormatBool(*field(inv)) },
		func(inv *Invitation, cell string) (err error) { *field(inv), err = parseYesNo(cell); return err }, false,
	}
}
