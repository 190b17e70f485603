package config

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// commented is a settings file as somebody keeps it who explains things.
const commented = `# linkvet, my settings

db: ~/linkvet/linkvet.db   # where the store is
theme: dark                # light during the day

profile:
  # what I am after
  goals: [grow_network]    # clout, attract_recruiters,
                           # share_expertise

  usage: active            # active or light
  connections: 320
  # job_search: open

# lists of my own
sections:                  # each has a tab
  - {name: Recruiters, query: "recruiter !agency"}

  # those I met
  - name: Met
    query: "tag:met"

keys:
  sort: [f5]               # like my mail program
# the end
`

func TestSavingKeepsCommentsBlankLinesAndOrder(t *testing.T) {
	home(t)
	file := settingsFileWith(t, commented)
	s := load(t, file)
	p := s.Profile
	p.Goals, p.Usage, p.JobSearch = []string{"clout", "online_presence"}, "light", "open"
	for _, err := range []error{
		s.SaveTheme("light"), s.SaveMouse(true), s.SaveProfile(p),
		s.SaveKeys([]Binding{{"delete", []string{"~"}}, {"sort", []string{"f5", "S"}}}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer(
		"theme: dark                #", "theme: light               #",
		"goals: [grow_network]    #", "goals: [clout, online_presence]  #",
		"usage: active            #", "usage: light             #",
		"  connections: 320\n", "  connections: 320\n  job_search: open\n",
		"sort: [f5]               #", "sort: [f5, S]            #",
		"# the end\n", "  delete: [\"~\"]\n# the end\nmouse: true\nprofile_asked: true\n",
	).Replace(commented)
	if string(got) != want {
		t.Errorf("saved as\n%s\nwant\n%s", got, want)
	}
	if err := s.SaveSections(nil); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadFile(file); strings.Contains(string(left), "Recruiters") || !strings.Contains(string(left), "# lists of my own\n") {
		t.Errorf("after the lists were taken away:\n%s", left)
	}
}

func TestSavingKeepsLineEndsAndBraces(t *testing.T) {
	home(t)
	for text, want := range map[string]string{
		"theme: dark\r\n# mine\r\nmouse: true\r\n": "theme: light\r\n# mine\r\nmouse: true\r\n",
		"theme: dark":                  "theme: light\n",
		"{theme: dark, mouse: true}\n": "theme: light\nmouse: true\n",
		"# only words\n":               "# only words\ntheme: light\n",
		"theme:   # not said\n":        "theme: light  # not said\n",
		"\"theme\": \"dark\"\n":        "theme: light\n",
	} {
		file := settingsFileWith(t, text)
		if err := load(t, file).SaveTheme("light"); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(file); string(got) != want {
			t.Errorf("%q is saved as %q, want %q", text, got, want)
		}
	}
}

// Whatever a file looks like and whatever is saved: every comment and every blank
// line stays, in order, and what was not saved stays as it was.
func TestSavingAnywhereKeepsTheRest(t *testing.T) {
	home(t)
	file := settingsFileWith(t, "")
	parts := []string{
		"db: my.db # here\n", "theme: dark\n", "mouse: true   # yes\n", "profile:\n  usage: light\n  # inside\n\n  goals:\n  - clout # one\n  - grow_network\n",
		"profile: {usage: active, connections: 3}\n", "sections:\n- name: A # first\n  query: x\n", "keys: {sort: [f5]}\n", "keys:\n  sort:\n    - f5\n\n  open: o # oh\n",
	}
	between := []string{"", "\n", "# a comment\n", "\n# another\n\n", "   # moved in\n"}
	rapid.Check(t, func(r *rapid.T) {
		var text strings.Builder
		var names []string
		for range rapid.IntRange(0, 6).Draw(r, "parts") {
			part := rapid.SampledFrom(parts).Draw(r, "part")
			if name, _, _ := strings.Cut(part, ":"); !slices.Contains(names, name) {
				names = append(names, name)
				text.WriteString(rapid.SampledFrom(between).Draw(r, "between") + part)
			}
		}
		text.WriteString(rapid.SampledFrom(between).Draw(r, "end"))
		if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
			r.Fatal(err)
		}
		s, err := Load(Options{File: file})
		if err != nil {
			r.Fatal(err)
		}
		var saved error
		switch rapid.IntRange(0, 4).Draw(r, "what") {
		case 0:
			saved = s.SaveTheme("mono")
		case 1:
			saved = s.SaveMouse(false)
		case 2:
			saved = s.SaveProfile(Profile{Usage: rapid.SampledFrom([]string{"", "light"}).Draw(r, "usage"), JobSearch: "no"})
		case 3:
			saved = s.SaveKeys([]Binding{{"open", []string{"o", "x"}}})
		case 4:
			saved = s.SaveSections([]Section{{"B", "is:due"}})
		}
		if saved != nil {
			r.Fatalf("%v, of\n%s", saved, text.String())
		}
		got, err := os.ReadFile(file)
		if err != nil {
			r.Fatal(err)
		}
		rest := string(got)
		for _, line := range remarks(text.String()) {
			at := strings.Index(rest, line)
			if at < 0 {
				r.Fatalf("%q is lost from\n%s\nnow\n%s", line, text.String(), got)
			}
			rest = rest[at+len(line):]
		}
	})
}

// remarks are the lines of a file that hold a comment and nothing else.
func remarks(text string) []string {
	var found []string
	for line := range strings.Lines(text) {
		if line := strings.TrimSpace(line); strings.HasPrefix(line, "#") {
			found = append(found, line)
		}
	}
	return found
}
