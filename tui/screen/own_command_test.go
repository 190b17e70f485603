package screen

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"linkvet/store/record"
)

func TestCommandsThatAreRefused(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string // in the problem; "" for none
	}{
		{nil, "needs a program"},
		{[]string{"xdg-open", "{{url}}"}, ""},
		{[]string{"xdg-open", "https://example.org/?q={{ name }}+{{company}}"}, ""},
		{[]string{"open", "{{address}}"}, "{{address}} is not known (allowed: {{id}}, {{name}},"},
		{[]string{"{{name}}"}, "the program itself"},
		{[]string{"sh", "-c", "echo {{name}}"}, "a stranger's text"},
		{[]string{"env", "bash", "-c", "{{name}}"}, "a stranger's text"},
		{[]string{"python3", "-c", "print('{{headline}}')"}, "a stranger's text"},
		{[]string{"sh", "-c", `echo "$1"`, "sh", "{{name}}"}, ""},
	} {
		got := CheckCommand(OwnCommand{Args: c.args})
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%q: %q, want %q", c.args, got, c.want)
		}
	}
}

func TestFillingIn(t *testing.T) {
	row := record.Row{ID: "7k2", Name: "-rf ~; $(id)", Company: "A & B", URL: "https://www.linkedin.com/in/x"}
	for _, c := range []struct{ args, want []string }{
		{[]string{"note", "{{id}}", "{{url}}"}, []string{"note", "7k2", "https://www.linkedin.com/in/x"}},
		{[]string{"note", "--name={{name}}"}, []string{"note", "--name=-rf ~; $(id)"}},
		{[]string{"note", "--", "{{name}}"}, []string{"note", "--", "-rf ~; $(id)"}},
		{[]string{"note", "{{name}}"}, nil},
		{[]string{"note", "{{headline}}"}, nil}, // nothing is known
		{[]string{"note", "{{headline}}, {{company}}"}, []string{"note", ", A & B"}},
		{[]string{"open", "https://example.org/?q={{name}} {{company}}"}, []string{"open", "https://example.org/?q=-rf+~%3B+%24%28id%29%20A+%26+B"}},
	} {
		got, err := OwnCommand{Args: c.args}.Fill(&row)
		if (err != nil) != (c.want == nil) || !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, %v; want %q", c.args, got, err, c.want)
		}
	}
	row.URL = ""
	if _, err := (OwnCommand{Args: []string{"open", "--address={{url}}"}}).Fill(&row); err == nil {
		t.Error("an address that is not known is left out")
	}
}

// Whatever strangers call themselves, a command has as many arguments as the
// person wrote, the program stays, and none becomes an option that was none.
func TestStrangersStayArguments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("-/ '\";$(){}&|\n%=aé陈")))
		row := record.Row{ID: "7k2", Name: text.Draw(t, "name"), Company: text.Draw(t, "company"), URL: "https://www.linkedin.com/in/x"}
		c := OwnCommand{Args: []string{"program", "-o", "{{name}}", "x{{company}}", "https://example.org/{{name}}?{{company}}", "{{url}}"}}
		got, err := c.Fill(&row)
		if err != nil {
			if !strings.HasPrefix(row.Name, "-") && strings.TrimSpace(row.Name) != "" {
				t.Fatalf("%q is refused: %v", row.Name, err)
			}
			return
		}
		if len(got) != len(c.Args) || got[0] != "program" || got[1] != "-o" || got[2] != row.Name || got[3] != "x"+row.Company {
			t.Fatalf("%q", got)
		}
		if address := got[4]; strings.ContainsAny(address[len("https://example.org/"):], " '\";$()&|\n/") || strings.Count(address, "?") != 1 {
			t.Fatalf("the address became %q", address)
		}
	})
}
