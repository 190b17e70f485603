package notes

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"linkvet/advisor"
)

// sample is one line of testdata/suggest: a text and exactly what it suggests.
type sample struct {
	where    string
	language string
	expected []string // question=answer
	text     string
}

// samples reads the files of one kind: notes, innocent or headlines.
func samples(t testing.TB, kind string) []sample {
	t.Helper()
	files, err := filepath.Glob("testdata/suggest/" + kind + ".*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no samples %s: %v", kind, err)
	}
	var list []sample
	for _, file := range files {
		for i, line := range tableLines(t, file) {
			expected, text, ok := strings.Cut(line, "\t")
			if !ok {
				t.Fatalf("%s:%d: no tab", file, i+2)
			}
			s := sample{where: filepath.Base(file) + ": " + text, language: strings.Split(filepath.Base(file), ".")[1], text: text}
			if expected != "-" {
				s.expected = strings.Split(expected, ",")
			}
			list = append(list, s)
		}
	}
	return list
}

// tableLines returns the lines of a file below its header.
func tableLines(t testing.TB, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")[1:]
}

func pairs(list []Suggestion) []string {
	var p []string
	for _, s := range list {
		p = append(p, s.Question+"="+s.Answer)
	}
	return p
}

func (s sample) check(t *testing.T, inv advisor.Invitation) {
	t.Helper()
	if got := Suggest(inv, Facts{NoteKnown: inv.Note != ""}); !slices.Equal(pairs(got), s.expected) {
		t.Errorf("%s\n\tgot  %v\n\twant %v\n\t%+v", s.where, pairs(got), s.expected, got)
	}
}

func TestNotes(t *testing.T) {
	signs := map[string]map[string]bool{}
	count := map[string]int{}
	for _, s := range samples(t, "notes") {
		s.check(t, advisor.Invitation{Note: s.text})
		count[s.language]++
		for _, pair := range s.expected {
			if signs[s.language] == nil {
				signs[s.language] = map[string]bool{}
			}
			signs[s.language][pair] = true
		}
	}
	for _, language := range measuredLanguages {
		if count[language] < 12 {
			t.Errorf("%s has %d notes, want 12", language, count[language])
		}
		for _, pair := range []string{"asks_for_money=yes", "bad_link_or_file=yes", "seeks_secrets=yes", "role=salesperson", "role=recruiter",
			"off_platform=yes", "too_good=yes", "claimed_tie=plausible", "note=generic", "note=personal"} {
			if !signs[language][pair] {
				t.Errorf("no note in %s suggests %s", language, pair)
			}
		}
	}
}

// TestInnocentNotes: a false alarm on a stop sign costs an honest person, so
// these notes come close and must not raise one.
func TestInnocentNotes(t *testing.T) {
	list := samples(t, "innocent")
	if len(list) < 100 {
		t.Errorf("only %d innocent notes", len(list))
	}
	for _, s := range list {
		s.check(t, advisor.Invitation{Note: s.text})
		for _, pair := range s.expected {
			question, answer, _ := strings.Cut(pair, "=")
			if !takes(question, answer) || speaksAgainst(question, answer) {
				t.Errorf("%s expects %s, which is not an innocent sign", s.where, pair)
			}
		}
	}
}

// speaksAgainst reports whether an answer alone speaks against accepting, and not
// only weakly.
func speaksAgainst(question, answer string) bool {
	return slices.ContainsFunc(advisor.Advise(advisor.Case{Answers: advisor.Answers{question: {answer}}}).Findings, func(f advisor.Finding) bool {
		return f.Question == question && f.Outcome == advisor.Opposes && f.Strength != advisor.Weak
	})
}

func TestHeadlines(t *testing.T) {
	for _, s := range samples(t, "headlines") {
		s.check(t, advisor.Invitation{Headline: s.text})
	}
}

func TestFactsSpeak(t *testing.T) {
	const written = "They have written nothing to you on LinkedIn, as far as your archive goes."
	for name, c := range map[string]struct {
		facts Facts
		want  []Suggestion
	}{
		"nothing known":     {Facts{}, []Suggestion{}},
		"messages not read": {Facts{NoteKnown: true}, []Suggestion{{"note", "none", "The invitation came without a note, as most do.", "", false}}},
		"nothing written": {Facts{NoteKnown: true, MessagesKnown: true}, []Suggestion{
			{"asks_for_money", "no", written, "", false}, {"seeks_secrets", "no", written, "", false},
			{"repeated_spam", "no", "Your archive lists one invitation of theirs, and no message.", "", false},
			{"off_platform", "no", written, "", false}, {"too_good", "no", written, "", false},
			{"note", "none", "The invitation came without a note, as most do.", "", false},
		}},
		"no note, a second try": {Facts{NoteKnown: true, MessagesKnown: true, TimesSent: 2}, []Suggestion{{"note", "none", "The invitation came without a note, as most do.", "", false}}},
		"no note, messages": {Facts{NoteKnown: true, MessagesKnown: true, Messages: 1}, []Suggestion{
			{"know", "slightly", "Your archive holds a message between you.", "", false}, {"note", "none", "The invitation came without a note, as most do.", "", false},
		}},
		"second try":          {Facts{TimesSent: 2}, []Suggestion{}},
		"many tries":          {Facts{TimesSent: 4}, []Suggestion{{"repeated_spam", "yes", "They have invited you 4 times. A second try is polite; was this more than that?", "", false}}},
		"namesake":            {Facts{Namesake: "https://www.linkedin.com/in/mila-berg", NamesakeName: "Mila Berg"}, []Suggestion{{"impostor", "yes", "You already have a connection named Mila Berg under another address; this may be a second account or a copy.", "", false}}},
		"nameless namesake":   {Facts{Namesake: "https://www.linkedin.com/in/mila-berg"}, []Suggestion{{"impostor", "yes", "You already have a connection of this name under another address; this may be a second account or a copy.", "", false}}},
		"one message":         {Facts{Messages: 1, FirstMessage: "2024-05-01", LastMessage: "2024-05-01"}, []Suggestion{{"know", "slightly", "Your archive holds one message between you, of 2024-05-01.", "", false}}},
		"messages":            {Facts{Messages: 3, FirstMessage: "2023-02-01", LastMessage: "2024-05-01"}, []Suggestion{{"know", "slightly", "Your archive holds 3 messages between you, from 2023-02-01 to 2024-05-01.", "", false}}},
		"messages of one day": {Facts{Messages: 3, FirstMessage: "2024-05-01", LastMessage: "2024-05-01"}, []Suggestion{{"know", "slightly", "Your archive holds 3 messages between you, the last of 2024-05-01.", "", false}}},
		"undated messages":    {Facts{Messages: 3}, []Suggestion{{"know", "slightly", "Your archive holds 3 messages between you.", "", false}}},
		"undated message":     {Facts{Messages: 1}, []Suggestion{{"know", "slightly", "Your archive holds a message between you.", "", false}}},
		"invited before":      {Facts{InvitedBefore: "2022-11-30"}, []Suggestion{{"know", "slightly", "You invited them yourself on 2022-11-30, so you may know them.", "", false}}},
		"colleague":           {Facts{SameCompany: 1, Company: "Globex"}, []Suggestion{{"shared", "some", "One of your connections is at Globex, and may know this person.", "", false}}},
		"nameless company":    {Facts{SameCompany: 2}, []Suggestion{{"shared", "some", "2 of your connections are at the same company, and may know this person.", "", false}}},
		"all of it, in order": {
			Facts{TimesSent: 3, Namesake: "x", NamesakeName: "Mila Berg", Messages: 2, InvitedBefore: "2022-11-30", SameCompany: 3, Company: "Globex", NoteKnown: true},
			[]Suggestion{
				{"repeated_spam", "yes", "They have invited you 3 times. A second try is polite; was this more than that?", "", false},
				{"impostor", "yes", "You already have a connection named Mila Berg under another address; this may be a second account or a copy.", "", false},
				{"know", "slightly", "Your archive holds 2 messages between you.", "", false},
				{"shared", "some", "3 of your connections are at Globex, and may know this person.", "", false},
				{"note", "none", "The invitation came without a note, as most do.", "", false},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := Suggest(advisor.Invitation{Name: "Mila Berg", Note: " "}, c.facts)
			if got == nil || !slices.Equal(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

// TestSuggestionsSayWhatTheyRestOn: the sentence names what was found, and the
// quote is copied from the note.
func TestSuggestionsSayWhatTheyRestOn(t *testing.T) {
	for note, want := range map[string]Suggestion{
		"Please add me on  𝗪𝗵𝗮𝘁𝘀𝗔𝗽𝗽 today":         {"off_platform", "yes", "The note asks to carry on over WhatsApp.", "add me on  𝗪𝗵𝗮𝘁𝘀𝗔𝗽𝗽", false},
		"Escríbeme al Telegram.":                   {"off_platform", "yes", "The note asks to carry on over Telegram.", "Escríbeme al Telegram", false},
		"See https://Jobs.Example.org/a?b=1.":      {"bad_link_or_file", "yes", "The note has a link to jobs.example.org. Look closely at the address before you think of opening it.", "https://Jobs.Example.org/a?b=1", true},
		"Sign in at linkedin.account.example.com.": {"bad_link_or_file", "yes", "The note has a link to linkedin.account.example.com, which looks like LinkedIn's address but is not.", "linkedin.account.example.com", false},
		"All here: bit.ly/x1":                      {"bad_link_or_file", "yes", "The note has a short link (bit.ly) that hides where it leads.", "bit.ly/x1", false},
		"Ring +44 20 7946 0958!":                   {"off_platform", "yes", "The note gives a phone number.", "+44 20 7946 0958", false},
	} {
		if got := Suggest(advisor.Invitation{Note: note}, Facts{}); !slices.Contains(got, want) {
			t.Errorf("%s\n\tgot  %+v\n\twant %+v", note, got, want)
		}
	}
	got := Suggest(advisor.Invitation{Headline: "Technical Recruiter"}, Facts{})
	if want := (Suggestion{"role", "recruiter", `The headline says "Recruiter".`, "", false}); !slices.Equal(got, []Suggestion{want}) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestTextNamesTheWords: what is said on one line ends with the words of the note,
// however they were written.
func TestTextNamesTheWords(t *testing.T) {
	for note, want := range map[string]string{
		"Please add me\non  WhatsApp today": "The note asks to carry on over WhatsApp: “add me on WhatsApp”",
		"Hello, you just pay the shipping.": "The note asks for money or a payment: “just pay the shipping”",
	} {
		if got := Suggest(advisor.Invitation{Note: note}, Facts{})[0].Text(); got != want {
			t.Errorf("%s\n\tgot  %q\n\twant %q", note, got, want)
		}
	}
	long := Suggestion{Because: "B.", Quote: strings.Repeat("word ", 40)}
	if got := long.Text(); len([]rune(got)) > 90 || !strings.HasSuffix(got, "…”") {
		t.Errorf("got %q, want it cut", got)
	}
	if got := Suggest(advisor.Invitation{}, Facts{Messages: 1})[0].Text(); got != "Your archive holds a message between you." {
		t.Errorf("got %q", got)
	}
}

// TestOneSuggestionForAQuestion: the strongest evidence wins, and a pitch
// outweighs a recruiter's words.
func TestOneSuggestionForAQuestion(t *testing.T) {
	note := "We are hiring. Our platform can find staff. Send me some money or a gift card, here: bit.ly/a or www.example.org. Call me now or mail mila@example.com. I'd like to add you to my network; we met at the fair."
	got := Suggest(advisor.Invitation{Note: note, Headline: "Recruiter"}, Facts{Messages: 2, InvitedBefore: "2024-01-01"})
	want := []string{"asks_for_money=yes", "bad_link_or_file=yes", "know=slightly", "role=salesperson", "off_platform=yes", "claimed_tie=plausible", "note=personal"}
	if !slices.Equal(pairs(got), want) {
		t.Errorf("got %v, want %v", pairs(got), want)
	}
	if got[0].Because != "The note asks for money or a payment." && got[0].Because != "The note asks for gift cards." {
		t.Errorf("got %q", got[0].Because)
	}
	if !strings.Contains(got[1].Because, "bit.ly") {
		t.Errorf("got %q, want the short link", got[1].Because)
	}
}

// TestSubjectsRaiseNoAlarm: whoever works on customs fees, inheritance law or
// crypto regulation says so, and is no crook for it.
func TestSubjectsRaiseNoAlarm(t *testing.T) {
	for _, language := range measuredLanguages {
		var templates, subjects []string
		for _, line := range tableLines(t, "testdata/suggest/subjects."+language+".tsv") {
			switch kind, text, _ := strings.Cut(line, "\t"); kind {
			case "template":
				templates = append(templates, text)
			case "subject":
				subjects = append(subjects, text)
			default:
				t.Fatalf("subjects.%s.tsv: unknown kind %q", language, kind)
			}
		}
		if len(templates) < 3 || len(subjects) < 30 {
			t.Errorf("%s: only %d subjects in %d templates", language, len(subjects), len(templates))
		}
		for _, template := range templates {
			for _, subject := range subjects {
				note := strings.Replace(template, "%s", subject, 1)
				if got := pairs(Suggest(advisor.Invitation{Note: note}, Facts{})); slices.ContainsFunc(got, isAlarm) {
					t.Errorf("%s: got %v", note, got)
				}
			}
		}
	}
}
