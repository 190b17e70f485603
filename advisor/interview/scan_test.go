package interview

import (
	"bufio"
	"bytes"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"linkvet/advisor"
)

// scanner is a person who goes down a page for what they know, and leaves the
// rest.
type scanner struct {
	id      string
	profile advisor.Profile
	truth   advisor.Answers
	hints   map[string]string
	before  advisor.Answers // given before the questions begin
}

// run is what it took.
type run struct {
	pages, keys, rows int
	end               End
	advice            advisor.Advice
	given             advisor.Answers
}

// knows is what the person can say to a question.
func (p scanner) knows(q advisor.Question) []string {
	values := p.truth[q.ID]
	if len(values) == 1 && values[0] == advisor.DontKnow && !q.Grave {
		return nil // but of a grave sign it is worth saying
	}
	return values
}

// scan goes through the pages until enough is asked.
func (p scanner) scan(t testing.TB, o Options) run {
	t.Helper()
	v := p.start(o)
	var r run
	for v.End() == Asking {
		if r.pages++; r.pages > 60 {
			t.Fatalf("%s: asks without end", p.id)
		}
		p.page(t, v, &r)
	}
	r.end, r.advice, r.given = v.End(), v.Advice(), v.Case().Answers
	return r
}

// start begins the questions about the person's invitation.
func (p scanner) start(o Options) *Interview {
	o.Suggested = p.hints
	given := advisor.Answers{}
	maps.Copy(given, p.before)
	for _, id := range []string{"kind", "direction"} {
		if len(p.truth[id]) > 0 {
			given[id] = p.truth[id]
		}
	}
	return New(advisor.Case{Profile: p.profile, Answers: given}, o)
}

// page answers what is known on one page.
func (p scanner) page(t testing.TB, v *Interview, r *run) {
	visit := v.Visit()
	press := func(s Step) {
		if r.keys++; r.keys > 400 {
			t.Fatalf("%s: presses keys without end", p.id)
		}
	}
	here := func() bool { return v.End() == Asking && v.Visit() == visit }
	page := v.Page()
	if page.Signs && !p.sees(page) {
		for _, row := range page.Rows {
			if slices.Equal(p.truth[row.Question.ID], []string{advisor.DontKnow}) {
				v.Mark(row.Question.ID)
				press(v.LeaveOpen())
			}
		}
		if !here() {
			return
		}
		press(v.None())
		if here() {
			press(v.None())
		}
		r.rows += len(page.Rows)
		return
	}
	for here() {
		rows := v.Page().Rows
		next := slices.IndexFunc(rows, func(row Row) bool { return row.Open() && len(p.knows(row.Question)) > 0 && (!page.Signs || p.bad(row)) })
		if next < 0 {
			break
		}
		for v.At() != next {
			n := len(rows)
			v.Move((next-v.At()+n)%n <= n/2)
			r.keys++
		}
		row := v.Marked()
		for _, value := range p.knows(row.Question) {
			press(v.Answer(value))
		}
		r.rows++
	}
	if !here() {
		return
	}
	if page.None != "" && !page.Signs {
		press(v.None())
		return
	}
	press(v.EndPage())
	if here() {
		press(v.EndPage())
	}
}

func (p scanner) bad(row Row) bool {
	known := p.knows(row.Question)
	return len(known) > 0 && known[0] != row.Question.NotSeen()
}

// sees reports whether the person has seen one of the signs.
func (p scanner) sees(page Page) bool { return slices.ContainsFunc(page.Rows, p.bad) }

// singly asks one question after the other, and answers each.
func (p scanner) singly(t testing.TB) run {
	v := p.start(Options{Single: true})
	var r run
	for v.End() == Asking {
		if r.pages++; r.pages > 100 {
			t.Fatalf("%s: asks without end", p.id)
		}
		page := v.Page()
		if page.Signs {
			p.page(t, v, &r)
			continue
		}
		r.rows++
		r.keys++
		known := p.knows(page.Rows[0].Question)
		for _, value := range known {
			v.Answer(value)
		}
		switch {
		case len(known) == 0:
			v.LeaveOpen()
		case page.Rows[0].Question.Kind == advisor.Multi:
			r.keys += len(known)
			v.EndPage()
		}
	}
	r.end, r.advice, r.given = v.End(), v.Advice(), v.Case().Answers
	return r
}

// people are the vignettes that testdata holds.
func people(t testing.TB) []scanner {
	t.Helper()
	var list []scanner
	for _, name := range []string{"vignettes.jsonl", "situations.jsonl"} {
		data, err := os.ReadFile("../../testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(bytes.NewReader(data))
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var v struct {
				ID      string
				Profile advisor.Profile
				Answers advisor.Answers
			}
			if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			list = append(list, scanner{id: v.ID, profile: v.Profile, truth: v.Answers})
		}
	}
	return list
}

// stranger is somebody unknown, genuine or not, of whom about two thirds of what
// can be found out is.
func stranger(r *rand.Rand) scanner {
	truth := advisor.Answers{"know": {"no"}}
	genuine := r.IntN(4) > 0
	for _, q := range advisor.Questions() {
		switch {
		case q.Stage == advisor.StageStart || q.ID == "know":
			continue
		case q.Stage == advisor.StageStopSigns:
			truth[q.ID] = []string{q.NotSeen()}
			continue
		case r.IntN(3) == 0:
			continue
		}
		var fits []string
		for _, c := range q.Answers {
			if c.Value != advisor.DontKnow && (q.Stage != advisor.StageVetting || c.Outcome == advisor.Neutral || genuine == (c.Outcome != advisor.Opposes)) {
				fits = append(fits, c.Value)
			}
		}
		truth[q.ID] = []string{fits[r.IntN(len(fits))]}
	}
	return scanner{truth: truth}
}
