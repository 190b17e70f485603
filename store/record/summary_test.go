package record

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"linkvet/advisor"
)

func TestSummaryRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := drawSummary(t)
		key := ListKey(row.SentAt, row.ID)
		value := EncodeSummary(key, row)
		got, err := DecodeSummary(key, value)
		if err != nil || !reflect.DeepEqual(got, row) {
			t.Fatalf("%+v\nwant %+v, %v", got, row, err)
		}
		cut := rapid.IntRange(0, len(value)-1).Draw(t, "cut")
		if _, err := DecodeSummary(key, value[:cut]); err == nil {
			t.Fatalf("cut to %d of %d bytes it still decodes", cut, len(value))
		}
	})
}

// drawSummary draws a row as a list entry keeps it.
func drawSummary(t *rapid.T) Row {
	text := rapid.String()
	moments := rapid.Int64Range(-1<<40, 1<<40)
	row := Row{
		ID: makeID(Incoming, text.Draw(t, "who"), 1), Direction: rapid.SampledFrom([]Direction{Incoming, Outgoing}).Draw(t, "direction"),
		Name: text.Draw(t, "name"), Headline: text.Draw(t, "headline"), Company: text.Draw(t, "company"), URL: text.Draw(t, "url"),
		Note: text.Draw(t, "note"), SentAt: Moment(moments.Draw(t, "sent")), TimesSent: rapid.IntRange(1, 500).Draw(t, "times"),
		LaterUntil: Day(rapid.Int32Range(-20_000, 90_000).Draw(t, "later")), DecidedAt: Moment(moments.Draw(t, "decided")),
		Connected: rapid.Bool().Draw(t, "connected"), Gone: rapid.Bool().Draw(t, "gone"), Listed: rapid.Bool().Draw(t, "listed"),
		Recommendation: advisor.Recommendation(rapid.IntRange(0, 6).Draw(t, "rec")), Report: rapid.Bool().Draw(t, "report"),
		Settled: rapid.Bool().Draw(t, "settled"), Answered: rapid.IntRange(0, 60).Draw(t, "answered"),
		Decision: rapid.SampledFrom(append(Decisions(), "")).Draw(t, "decision"), Tags: rapid.SliceOfN(text, 0, 3).Draw(t, "tags"),
		PersonNote: rapid.OneOf(rapid.Just(""), text).Draw(t, "own note"), Resurfaced: rapid.Bool().Draw(t, "resurfaced"),
		Warned: rapid.Bool().Draw(t, "warned"), Tied: rapid.Bool().Draw(t, "tied"), Join: rapid.Bool().Draw(t, "join"), Suggested: rapid.Bool().Draw(t, "suggested"),
		Doubtful: rapid.Bool().Draw(t, "doubtful"), FactsSum: rapid.Uint32().Draw(t, "facts"),
	}
	if len(row.Tags) == 0 {
		row.Tags = nil
	}
	return row
}
