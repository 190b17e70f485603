package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/insight"
	"linkvet/store/record"
)

// hostile is what a stranger may call themselves.
const hostile = `<script>alert(1)</script>" onload="x" style="background:url(https://example.com)`

// sample is a report with something in every chapter.
func sample() *insight.Report {
	on := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	long := strings.Repeat("Wolfeschlegelsteinhausen", 4)
	people := []insight.Person{{ID: "a", Name: hostile, On: &on, Why: hostile}, {ID: "b", Name: long, On: &on}, {ID: "c"}}
	r := &insight.Report{
		AsOf: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Invitations: 1500, Answered: 60, Settled: 20, Reports: 2, WithNote: 40, ToJoin: 3,
		ByStatus: map[record.Status]int{}, ByDirection: map[string]int{"incoming": 1234, "outgoing": 266}, ByAdvice: map[string]int{},
		ByDecision: map[record.Decision]int{}, ByReach: map[record.Reach]int{}, ByInviter: map[insight.Kind]int{insight.Recruiters: 12, insight.NotSaid: 1200},
		Tags: map[string]int{hostile: 2, long: 1}, AsAdvised: 30, NearAdvice: 3, AgainstAdvice: 9, WithoutAdvice: 4,
		Years:        []insight.Year{{Year: 2025, Received: 400, Accepted: 300, Sent: 3, Connections: 120}, {Year: 2026, Received: 834, Accepted: 500, Decided: 46, AsAdvised: 30}},
		UntilDecided: insight.Span{Count: 46, Median: 12, Longest: 200, SameDay: 6, Week: 10, Month: 20, Quarter: 6, Longer: 4},
		Effort:       insight.Effort{Invitations: 60, Answers: 700, Median: 11, Most: 40, Pages: 180},
		Signs:        []insight.Sign{{Question: "asks_for_money", Label: "Wants money or your numbers", Count: 3}}, Caught: 3,
		Suggestions: insight.Suggestions{Waiting: 20, Warned: 4, Confirmed: 9, Refused: 3},
		Agreement: insight.Agreement{Advised: 42, Enough: true, Opened: 6, Closed: 2, Milder: 1, Left: 5, LeftOpened: 2, Groups: []insight.Group{{
			Label: "What they are to you: A recruiter", Way: insight.Opened, Cases: 10, Differing: 9, Tried: 9, Setting: "Goal: Be found", Matched: 8,
		}}},
		LookBack: insight.LookBack{
			Failing: 1, Warned: 1, FailingPeople: people, Due: 3, DuePeople: people, LongWaiting: 30, WaitingLongest: people, LongPending: 4, PendingLongest: people,
		},
	}
	for i, status := range record.Statuses() {
		r.ByStatus[status] = 250 * (i % 3)
	}
	for i, d := range record.Decisions() {
		r.ByDecision[d] = i
	}
	for i, rec := range advisor.Recommendations() {
		r.ByAdvice[rec.String()] = 10 - i
	}
	for i := range insight.MostMonths {
		at := time.Date(2026, time.Month(11-i), 1, 0, 0, 0, 0, time.UTC)
		r.Months = append([]insight.Month{{Month: at.Format("2006-01"), Received: i * 37 % 90}}, r.Months...)
	}
	return r
}

func pageOf(t *testing.T, r *insight.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func pictureOf(t *testing.T, r *insight.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := SVG(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Neither page nor picture runs, loads or leads to anything, whatever people are
// called.
func TestNothingIsRunOrLoaded(t *testing.T) {
	namespace := `xmlns="http://www.w3.org/2000/svg"`
	active := regexp.MustCompile(`(?i)<\s*(script|iframe|object|embed|link|img|a|form|base|foreignobject)\b|\bon[a-z]+\s*=\s*"|\b(src|href|action|background)\s*=|url\(|@import|javascript:`)
	for name, text := range map[string]string{"page": pageOf(t, sample()), "picture": pictureOf(t, sample())} {
		shown := strings.NewReplacer(namespace, "", "&lt;", " ", "&#34;", " ", "&gt;", " ").Replace(text)
		shown = strings.ReplaceAll(shown, "onload= x  style= background:url(https://example.com)", "") // a name, as text
		if found := active.FindString(shown); found != "" {
			t.Errorf("the %s has %q", name, found)
		}
		if strings.Contains(shown, "://") {
			t.Errorf("the %s has an address", name)
		}
	}
	if page := pageOf(t, sample()); !strings.Contains(page, "&lt;script&gt;alert(1)") || !strings.Contains(page, `default-src 'none'`) {
		t.Error("the page does not show what people are called, or may load something")
	}
}

// Both are well formed, and every number and sentence of the report is on the page.
func TestThePageHasAllOfIt(t *testing.T) {
	r := sample()
	page := pageOf(t, r)
	decoder := xml.NewDecoder(strings.NewReader(pictureOf(t, r)))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	for _, tag := range []string{"section", "table", "tr", "td", "p", "ul", "li", "span", "div", "svg", "bdi", "main"} {
		if open, closed := len(regexp.MustCompile(`<`+tag+`[ >]`).FindAllString(page, -1)), strings.Count(page, "</"+tag+">"); open != closed {
			t.Errorf("%d of <%s> are opened and %d closed", open, tag, closed)
		}
	}
	plain := strings.NewReplacer("&#39;", "'", "&#34;", `"`, "&lt;", "<", "&gt;", ">", "&#43;", "+").Replace(page)
	for _, c := range r.Chapters() {
		for _, text := range append([]string{c.Title}, c.Says...) {
			if !strings.Contains(plain, ">"+text+"<") {
				t.Errorf("%q is not on the page", text)
			}
		}
		for _, b := range c.Bars {
			if !strings.Contains(plain, fmt.Sprintf(`%s</th>`, b.Label)) || !strings.Contains(plain, `<td class="n">`+insight.Figures(b.N)+`</td>`) {
				t.Errorf("%q is not on the page", b.Label)
			}
		}
	}
}

func TestAnEmptyReportIsAPageToo(t *testing.T) {
	r := &insight.Report{AsOf: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)}
	if page := pageOf(t, r); !strings.Contains(page, "There are no invitations.") || strings.Contains(page, "figures\">") {
		t.Error(page)
	}
	if picture := pictureOf(t, r); !strings.Contains(picture, "No invitations to count yet") {
		t.Error(picture)
	}
}

// In a browser, where there is one, the page fits a telephone and a desktop, in
// light and in dark: nothing reaches into the margin on the right, and the ground
// is of the scheme asked for.
func TestThePageInABrowser(t *testing.T) {
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && browser == "" {
			browser = path
		}
	}
	page := pageOf(t, sample())
	for _, rule := range []string{"prefers-color-scheme: dark", "@media print", "width=device-width", "overflow-wrap: anywhere"} {
		if !strings.Contains(page, rule) {
			t.Errorf("the page lacks %q", rule)
		}
	}
	if browser == "" {
		return // the text of the page was looked at instead
	}
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		width  int
		scheme string // as the browser numbers them
		light  bool
	}{{"telephone, dark", 390, "0", false}, {"desktop, light", 1280, "1", true}} {
		shot := screenshot(t, browser, path, c.width, c.scheme)
		size := shot.Bounds()
		ground, margin := shot.At(1, 1), size.Max.X-4
		if r, _, _, _ := ground.RGBA(); (r > 0x8000) != c.light || size.Dx() != c.width {
			t.Errorf("%s: the ground is %v, the width %d", c.name, ground, size.Dx())
		}
		for y := range size.Max.Y {
			if shot.At(margin, y) != ground {
				t.Errorf("%s: something reaches into the margin at row %d", c.name, y)
				break
			}
		}
	}
}

// screenshot is the page as a browser draws it, a little higher than a page of
// paper.
func screenshot(t *testing.T, browser, path string, width int, scheme string) image.Image {
	t.Helper()
	out := filepath.Join(t.TempDir(), "shot.png")
	address := url.URL{Scheme: "file", Path: path}
	cmd := exec.CommandContext(t.Context(), browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir="+t.TempDir(),
		"--blink-settings=preferredColorScheme="+scheme, fmt.Sprintf("--window-size=%d,1600", width), "--screenshot="+out, address.String())
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	file, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	shot, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return shot
}
