package store

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/exchange"
	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/list"
	"linkvet/store/record"
)

// exported makes a store with one invitation of every kind.
func exported(t *testing.T) (*Store, *clock) {
	t.Helper()
	s, c := newStore(t)
	doImport(t, s, archiveOf("2026-05-01", rowsOf(
		incoming("=cmd()", "bad", "2026-04-05 10:00"), incoming("Ada Lind", "ada-lind", "2026-04-04 10:00"),
		incoming("Bo Yu", "bo-yu", "2026-04-03 10:00"), incoming("Cy Roe", "cy-roe", "2026-04-02 10:00"),
		outgoing("Di Moe", "di-moe", "2026-04-01 10:00"), linkedin.Invitation{Name: "No Date"},
	), connection("Cy Roe", "cy-roe", "2026-04-03")))
	ids := byName(t, s)
	mustDo(t)(s.Answer(ids["Ada Lind"].ID, advisor.Answers{"know": {"well"}, "trust": {"yes"}, "reasons": {"leader", "learn_from"}}))
	mustDo(t)(s.Decide(ids["Ada Lind"].ID, record.Accepted, "old friend,\nreally"))
	mustDo(t)(s.Later(ids["Bo Yu"].ID, c.days(1)))
	return s, c
}

func TestExportCSV(t *testing.T) {
	s, c := exported(t)
	var out bytes.Buffer
	n, err := s.Export(t.Context(), &out, exchange.ExportOptions{})
	if err != nil || n != 4 {
		t.Fatalf("%d, %v", n, err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(rows) != 5 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	const header = "id,direction,name,headline,company,url,note,sent_at,status,recommendation,report,settled,decision,decided_at,because,later_until,tags,answers"
	if got := strings.Join(rows[0], ","); !strings.HasPrefix(got, header+",") {
		t.Errorf("header %s", got)
	}
	ada := byName(t, s)["Ada Lind"]
	want := []string{ada.ID, "incoming", "Ada Lind", "", "", "https://www.linkedin.com/in/ada-lind", "", "2026-04-04T10:00:00Z", "decided",
		ada.Recommendation.String(), "false", strconv.FormatBool(ada.Settled), "accepted", c.t.Format(time.RFC3339), "old friend,\nreally", "", "", ada.Answers.String()}
	if got := strings.Join(rows[2][:len(want)], "|"); got != strings.Join(want, "|") {
		t.Errorf("row  %s\nwant %s", got, strings.Join(want, "|"))
	}
	if ada.Answers.String() == "" || rows[1][2] != "'=cmd()" || rows[4][2] != "No Date" || rows[4][7] != "" {
		t.Errorf("rows %q", rows)
	}
}

func TestExportChooses(t *testing.T) {
	s, _ := exported(t)
	query := sure(list.ParseQuery("cy", time.UTC))
	for name, tc := range map[string]struct {
		opts exchange.ExportOptions
		want int
	}{
		"all":            {exchange.ExportOptions{All: true}, 6},
		"status":         {exchange.ExportOptions{Status: record.StatusOutgoing}, 1},
		"query":          {exchange.ExportOptions{Query: query}, 0}, // accepted ones only when asked for
		"query over all": {exchange.ExportOptions{Query: query, All: true, Format: exchange.JSONLines}, 1},
	} {
		if n, err := s.Export(t.Context(), &bytes.Buffer{}, tc.opts); err != nil || n != tc.want {
			t.Errorf("%s: %d, %v, want %d", name, n, err, tc.want)
		}
	}
	if _, err := s.Export(t.Context(), &bytes.Buffer{}, exchange.ExportOptions{Format: "xlsx"}); !errors.Is(err, fault.ErrInvalid) {
		t.Errorf("unknown format: %v", err)
	}
	full := errors.New("disk full")
	if _, err := s.Export(t.Context(), failingWriter{full}, exchange.ExportOptions{}); !errors.Is(err, full) {
		t.Errorf("a writer that fails: %v", err)
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

// What scripts see: every field, lists never null, unknown times null.
func TestObjects(t *testing.T) {
	s, c := exported(t)
	var out bytes.Buffer
	if _, err := s.Export(t.Context(), &out, exchange.ExportOptions{Format: exchange.JSONLines, Query: sure(list.ParseQuery(`"no date"`, time.UTC))}); err != nil {
		t.Fatal(err)
	}
	id := byName(t, s)["No Date"].ID
	want := `{"id":"` + id + `","direction":"incoming","name":"No Date","headline":"","company":"","url":"","note":"","sent_at":null,` +
		`"status":"waiting","tags":[],"recommendation":"","report":false,"settled":false,"answered":0,"decision":"","decided_at":null,` +
		`"later_until":null,"suggestions":[{"question":"note","answer":"none","because":"The invitation came without a note, as most do."}],"resurfaced":false,"kind":"connect","reach":"",` +
		`"because":"","reported":false,"follow_up":null,"answers":{},"answer_notes":{},"person_note":"","advised":"","times_sent":1,"sent_times":[],"connected":false,"connected_on":null,`
	if !strings.HasPrefix(out.String(), want) || strings.Count(out.String(), "null") != 8 {
		t.Errorf("got  %swant %s", out.String(), want)
	}
	ada, err := s.Detail(byName(t, s)["Ada Lind"].ID[:8])
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(ada)
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{"id", "sent_at", "answers", "advice", "facts", "journal", "because"} {
		if got[field] == nil {
			t.Errorf("%s is missing in %s", field, text)
		}
	}
	if len(ada.Journal) != 2 || ada.Advice.Recommendation != ada.Recommendation || ada.Facts.TimesSent != 1 || !ada.DecidedAt.Equal(c.t) {
		t.Errorf("detail %+v", ada)
	}
	empty, err := s.Detail(id)
	if text, _ := json.Marshal(empty); err != nil || bytes.Contains(text, []byte(`"answers":null`)) || bytes.Contains(text, []byte(`"journal":null`)) {
		t.Errorf("detail of one without answers: %s, %v", text, err)
	}
}
