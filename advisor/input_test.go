package advisor

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestParseCaseSaysWhatIsWrongAndWhere(t *testing.T) {
	for name, c := range map[string]struct {
		in, field, problem string
		line               int
	}{
		"empty":             {"", "", "ends too early", 1},
		"not JSON":          {"know=well", "", "not JSON", 1},
		"cut off":           {`{"answers":{"know":`, "answers.know", "ends too early", 1},
		"trailing":          {"{}\n{}", "", "follows the end", 2},
		"list":              {"[]", "", "must be an object", 1},
		"unknown field":     {"{\n\"answer\":{}}", "answer", "unknown field", 2},
		"unknown question":  {"{\"answers\":{\n\n\"knows\":\"well\"}}", "answers.knows", "unknown question", 3},
		"unknown value":     {`{"answers":{"know":"very well"}}`, "answers.know", `unknown value "very well"`, 1},
		"twice":             {"{\"answers\":{\"know\":\"well\",\n\"know\":\"no\"}}", "answers.know", "appears twice", 2},
		"number":            {`{"answers":{"know":1}}`, "answers.know", "not a number", 1},
		"null":              {`{"answers":{"know":null}}`, "answers.know", "not null", 1},
		"two for one":       {`{"answers":{"know":["well","no"]}}`, "answers.know", "takes one value", 1},
		"none for multi":    {`{"answers":{"reasons":[]}}`, "answers.reasons", "has no value", 1},
		"value twice":       {`{"answers":{"reasons":["leader","leader"]}}`, "answers.reasons", "appears twice", 1},
		"unknown and more":  {`{"answers":{"reasons":["unknown","leader"]}}`, "answers.reasons", "does not go with", 1},
		"goal":              {`{"profile":{"goals":["fame"]}}`, "profile.goals", `unknown goal "fame"`, 1},
		"usage":             {`{"profile":{"usage":"heavy"}}`, "profile.usage", `unknown value "heavy"`, 1},
		"connections":       {`{"profile":{"connections":-1}}`, "profile.connections", "whole number", 1},
		"connections text":  {`{"profile":{"connections":"many"}}`, "profile.connections", "whole number", 1},
		"posts":             {`{"profile":{"posts_personal":"yes"}}`, "profile.posts_personal", "true or false", 1},
		"too deep":          {strings.Repeat("[", 100_000), "", "too deep", 1},
		"too large":         {`{"invitation":{"note":"` + strings.Repeat("x", maxInput) + `"}}`, "", "larger than", 0},
		"name not a string": {`{"invitation":{"name":{}}}`, "invitation.name", "must be a string", 1},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ParseCase(strings.NewReader(c.in), "case.json")
			var bad *InputError
			if !errors.As(err, &bad) {
				t.Fatalf("got %v, want an InputError", err)
			}
			if bad.File != "case.json" || bad.Line != c.line || bad.Field != c.field || !strings.Contains(bad.Problem, c.problem) {
				t.Errorf("got %s %d %q %q, want line %d, %q, %q", bad.File, bad.Line, bad.Field, bad.Problem, c.line, c.field, c.problem)
			}
		})
	}
}

func TestParseCase(t *testing.T) {
	c, err := ParseCase(strings.NewReader(`{
		"profile": {"goals": ["clout"], "usage": "light", "comfort": "unsure", "connections": 120, "posts_personal": true, "job_search": "open"},
		"invitation": {"name": "Mia Berg", "note": "Hello"},
		"answers": {"know": "no", "reasons": ["leader", "learn_from"]}
	}`), "-")
	if err != nil {
		t.Fatal(err)
	}
	own := 120
	want := Case{
		Profile:    Profile{Goals: []string{"clout"}, Usage: "light", Comfort: "unsure", Connections: &own, PostsPersonal: true, JobSearch: "open"},
		Invitation: Invitation{Name: "Mia Berg", Note: "Hello"},
		Answers:    Answers{"know": {"no"}, "reasons": {"leader", "learn_from"}},
	}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("got %+v, want %+v", c, want)
	}
}

// FuzzParseCase: any bytes give either a valid case that can be advised on, or
// an InputError.
func FuzzParseCase(f *testing.F) {
	f.Add([]byte(`{"answers":{"know":"no","reasons":["leader"]}}`))
	f.Add([]byte(`{"profile":{"goals":["clout"]},"invitation":{"name":"\u202e"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := ParseCase(strings.NewReader(string(data)), "fuzz")
		if err != nil {
			var bad *InputError
			if !errors.As(err, &bad) {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		if err := c.Answers.Validate(); err != nil {
			t.Fatal(err)
		}
		back, err := ParseAnswers(c.Answers.String())
		if err != nil || !reflect.DeepEqual(back, c.Answers) {
			t.Fatalf("%v came back as %v: %v", c.Answers, back, err)
		}
		Advise(c)
	})
}
