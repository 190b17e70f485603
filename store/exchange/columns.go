package exchange

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"linkvet/store/clean"
	"linkvet/store/fault"
	"linkvet/store/record"
)

// Column is one column of a table of invitations: how a cell is written, and
// how it is read back.
type Column struct {
	Name string
	of   func(inv *record.Invitation, now time.Time) string
	// set reads a cell. It checks only where the value is worked out again.
	Set func(inv *record.Invitation, cell string) error
	// own is the person's: a table that is read back changes it also in an
	// invitation that is there already. Of the others the store knows better.
	Own bool
}

// Columns are those of the CSV in their order, and the fields of JSON Lines.
// Scripts rely on them: they may be added at the end, none renamed, moved or
// removed. docs/data.md explains each.
func Columns() []Column {
	return []Column{
		{"id", func(inv *record.Invitation, _ time.Time) string { return inv.ID }, setID, false},
		{"direction", func(inv *record.Invitation, _ time.Time) string { return string(inv.Direction) }, setDirection, false},
		textColumn("name", func(inv *record.Invitation) *string { return &inv.Name }, cleanName),
		textColumn("headline", func(inv *record.Invitation) *string { return &inv.Headline }, clean.Line),
		textColumn("company", func(inv *record.Invitation) *string { return &inv.Company }, clean.Line),
		{"url", func(inv *record.Invitation, _ time.Time) string { return inv.URL }, setURL, true},
		textColumn("note", func(inv *record.Invitation) *string { return &inv.Note }, clean.Text),
		timeColumn("sent_at", func(inv *record.Invitation) *time.Time { return &inv.SentAt }, true),
		{"status", func(inv *record.Invitation, now time.Time) string { return string(inv.Status(now)) }, checkStatus, false},
		{"recommendation", func(inv *record.Invitation, _ time.Time) string { return inv.Recommendation.String() }, checkRecommendation, false},
		{"report", func(inv *record.Invitation, _ time.Time) string { return strconv.FormatBool(inv.Report) }, checkYesNo, false},
		{"settled", func(inv *record.Invitation, _ time.Time) string { return strconv.FormatBool(inv.Settled) }, checkYesNo, false},
		{"decision", func(inv *record.Invitation, _ time.Time) string { return string(inv.Decision) }, setDecision, true},
		timeColumn("decided_at", func(inv *record.Invitation) *time.Time { return &inv.DecidedAt }, true),
		ownColumn("because", "a reason", func(inv *record.Invitation) *string { return &inv.Because }),
		dayColumn("later_until", func(inv *record.Invitation) *record.Day { return &inv.LaterUntil }),
		{"tags", func(inv *record.Invitation, _ time.Time) string { return strings.Join(inv.Tags, ",") }, setTags, true},
		{"answers", func(inv *record.Invitation, _ time.Time) string { return inv.Answers.String() }, setAnswers, true},
		{"answer_notes", func(inv *record.Invitation, _ time.Time) string { return jsonCell(inv.AnswerNotes) }, setAnswerNotes, true},
		ownColumn("person_note", "a note", func(inv *record.Invitation) *string { return &inv.PersonNote }),
		{"suggestions", func(inv *record.Invitation, _ time.Time) string { return suggestionsCell(inv) }, checkNothing, false},
		{"advised", func(inv *record.Invitation, _ time.Time) string { return inv.Advised.String() }, setAdvised, true},
		{"times_sent", func(inv *record.Invitation, _ time.Time) string { return strconv.Itoa(inv.TimesSent) }, setTimesSent, false},
		{"sent_times", func(inv *record.Invitation, _ time.Time) string { return timesCell(inv.SentTimes) }, setSentTimes, false},
		yesNoColumn("connected", func(inv *record.Invitation) *bool { return &inv.Connected }, false),
		timeColumn("connected_on", func(inv *record.Invitation) *time.Time { return &inv.ConnectedOn }, false),
		yesNoColumn("gone", func(inv *record.Invitation) *bool { return &inv.Gone }, false),
		yesNoColumn("listed", func(inv *record.Invitation) *bool { return &inv.Listed }, false),
		timeColumn("added_at", func(inv *record.Invitation) *time.Time { return &inv.AddedAt }, false),
		timeColumn("changed_at", func(inv *record.Invitation) *time.Time { return &inv.ChangedAt }, false),
		{"corrected", func(inv *record.Invitation, _ time.Time) string { return jsonCell(inv.Corrected) }, setCorrected, false},
		{"facts", factsWriter(), factsReader(), false},
		{"rulebook_version", func(inv *record.Invitation, _ time.Time) string { return strconv.Itoa(inv.RulebookVersion) }, setRulebook, false},
		yesNoColumn("resurfaced", func(inv *record.Invitation) *bool { return &inv.Resurfaced }, false),
		{"changes", func(inv *record.Invitation, _ time.Time) string { return changesCell(inv) }, setChanges, false},
		yesNoColumn("reported", func(inv *record.Invitation) *bool { return &inv.Reported }, true),
		dayColumn("follow_up", func(inv *record.Invitation) *record.Day { return &inv.FollowUp }),
		{"kind", func(inv *record.Invitation, now time.Time) string { row := inv.Outline(now); return row.Kind() }, checkNothing, false},
		{"reach", func(inv *record.Invitation, now time.Time) string { return string(inv.Outline(now).Reach) }, checkNothing, false},
		{"rules", func(inv *record.Invitation, _ time.Time) string { return inv.Rules }, checkNothing, false},
		{"former", func(inv *record.Invitation, _ time.Time) string { return formerCell(inv) }, setFormer, false},
	}
}

// EverydayColumns are those that a person reads. The others are for reading a
// table back without loss.
func EverydayColumns() []string {
	return []string{
		"id", "direction", "name", "headline", "company", "url", "note", "sent_at", "status", "recommendation", "report", "settled",
		"decision", "decided_at", "because", "later_until", "tags", "answers", "person_note", "changed_at",
	}
}

// ColumnNames are the names of all columns.
func ColumnNames() []string {
	var names []string
	for _, c := range Columns() {
		names = append(names, c.Name)
	}
	return names
}

// chosenColumns are those with these names, in this order; nil is all.
func chosenColumns(names []string) ([]Column, error) {
	all := Columns()
	if names == nil {
		return all, nil
	}
	var chosen []Column
	for _, name := range names {
		at := slices.IndexFunc(all, func(c Column) bool { return c.Name == name })
		if at < 0 {
			return nil, fault.Invalid("the column %q (allowed: %s)", name, strings.Join(ColumnNames(), ", "))
		}
		chosen = append(chosen, all[at])
	}
	return chosen, nil
}

// dayColumn is a day of the person's own. It is written as its midnight in UTC, and
// read also where it is written as another time of that day.
func dayColumn(name string, field func(*record.Invitation) *record.Day) Column {
	return Column{
		name, func(inv *record.Invitation, _ time.Time) string { return record.RFC3339(field(inv).Time()) },
		func(inv *record.Invitation, cell string) error {
			t, err := parseCellTime(cell)
			*field(inv) = record.DayKept(t)
			return err
		}, true,
	}
}

func textColumn(name string, field func(*record.Invitation) *string, clean func(string) string) Column {
	return Column{
		name, func(inv *record.Invitation, _ time.Time) string { return *field(inv) },
		func(inv *record.Invitation, cell string) error { *field(inv) = clean(cell); return nil }, true,
	}
}

// ownColumn is a text that the person wrote, of which nothing is cut.
func ownColumn(name, what string, field func(*record.Invitation) *string) Column {
	column := textColumn(name, field, clean.Text)
	column.Set = func(inv *record.Invitation, cell string) (err error) {
		*field(inv), err = record.OwnText(what, cell)
		return err
	}
	return column
}

func timeColumn(name string, field func(*record.Invitation) *time.Time, own bool) Column {
	return Column{
		name, func(inv *record.Invitation, _ time.Time) string { return record.RFC3339(*field(inv)) },
		func(inv *record.Invitation, cell string) (err error) {
			*field(inv), err = parseCellTime(cell)
			return err
		}, own,
	}
}

func yesNoColumn(name string, field func(*record.Invitation) *bool, own bool) Column {
	return Column{
		name, func(inv *record.Invitation, _ time.Time) string { return strconv.FormatBool(*field(inv)) },
		func(inv *record.Invitation, cell string) (err error) { *field(inv), err = parseYesNo(cell); return err }, own,
	}
}
