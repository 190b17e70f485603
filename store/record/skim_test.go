package record

import (
	"testing"

	"pgregory.net/rapid"

	"linkvet/store/sealed"
)

// What is skimmed of a list entry is what its row says, on any day; and one that is
// cut short is noticed, wherever it is cut.
func TestSkimIsTheRowInShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := drawSummary(t)
		key := ListKey(row.SentAt, row.ID)
		payload, err := sealed.Open(key, EncodeSummary(key, row))
		if err != nil {
			t.Fatal(err)
		}
		var s Skim
		if err := SkimSummary(payload, &s); err != nil {
			t.Fatal(err)
		}
		now := Moment(rapid.Int64Range(0, 1<<33).Draw(t, "now"))
		row.Judge(now)
		status, due := s.At(DayIn(now))
		if status != row.Status || due != row.Due || s.Outgoing != (row.Direction == Outgoing) || s.Connected != row.Connected || s.Gone != row.Gone ||
			s.Report != row.Report || s.Settled != row.Settled || s.Suggested != row.Suggested || s.Warned != row.Warned || s.HasNote != (row.Note != "") ||
			s.Recommendation != row.Recommendation || s.Answered != row.Answered || s.DecidedAt != Seconds(row.DecidedAt) ||
			s.Join != row.Join || s.ComesBack != row.LaterUntil || s.Decision != row.Decision {
			t.Fatalf("%+v\nof %+v", s, row)
		}
		if reach, on := s.Reach(Seconds(row.SentAt), now); row.Direction == Outgoing && (reach != row.Reach || on != Seconds(row.SentOn())) {
			t.Fatalf("%s at %d, want %s at %s", reach, on, row.Reach, row.SentOn())
		}
		var tags []string
		s.EachTag(func(tag []byte) { tags = append(tags, string(tag)) })
		if len(tags) != len(row.Tags) {
			t.Fatalf("tags %q, want %q", tags, row.Tags)
		}
		for i, tag := range tags {
			if tag != row.Tags[i] {
				t.Fatalf("tags %q, want %q", tags, row.Tags)
			}
		}
		cut := rapid.IntRange(0, len(payload)-1).Draw(t, "cut")
		_, wantErr := SummaryRow(string(payload[:cut]))
		if err := SkimSummary(payload[:cut], &s); (err != nil) != (wantErr != nil) {
			t.Fatalf("cut to %d of %d bytes: %v, as a row %v", cut, len(payload), err, wantErr)
		}
	})
}
