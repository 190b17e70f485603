package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"linkvet/store/quantity"
)

// machineDates may format dates by a layout of their own: what they write is read
// by programs, or is a name of a file.
var machineDates = map[string]string{
	"store/dates":                "knows the layouts",
	"store/record":               "days as they are kept, and in JSON",
	"store/tabular":              "calendars, as RFC 5545 has them",
	"store/tables":               "when the store was made, and days in the journal",
	"store/vault":                "names of backups, by day",
	"store/merge":                "when something was read, as it is kept",
	"store":                      "when a profile was read, as it is kept",
	"store/insight":              "months as keys",
	"store/linkedin/archivetest": "tables as LinkedIn writes them",
	"cmd_setup.go":               "the log",
	"cmd_man.go":                 "the header of a manual page, as man has it",
}

// countedByHand may join a number and a word without store/quantity.
var countedByHand = map[string]string{
	"advisor/decide_rules.go":  "it imports nothing; no count is near 1",
	"advisor/own_questions.go": "it imports nothing; no count is near 1",
}

// ours reports whether a file is part of what the program says.
func ours(folder, name string) bool {
	return !strings.HasSuffix(name, "_test.go") && !slices.Contains(forTests, folder) && folder != "store/quantity"
}

// literal is a string that stands in the code, "" for anything else.
func literal(e ast.Expr) string {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		if text, err := strconv.Unquote(lit.Value); err == nil {
			return text
		}
	}
	return ""
}

// called is what a call names, such as "quantity.Sentence" or "c.count".
func called(call *ast.CallExpr) string {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if of, ok := selector.X.(*ast.Ident); ok {
		return of.Name + "." + selector.Sel.Name
	}
	return "." + selector.Sel.Name
}

func TestDatesAreWrittenInOnePlace(t *testing.T) {
	goFiles(t, func(folder, name string, file *ast.File) {
		if !ours(folder, name) || machineDates[folder] != "" || machineDates[name] != "" {
			return
		}
		ast.Inspect(file, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			method := called(call)
			layout := literal(call.Args[len(call.Args)-1])
			if constant, ok := call.Args[len(call.Args)-1].(*ast.SelectorExpr); ok {
				if of, ok := constant.X.(*ast.Ident); ok && of.Name == "time" {
					layout = constant.Sel.Name
				}
			}
			if (strings.HasSuffix(method, ".Format") || strings.HasSuffix(method, ".AppendFormat")) && layout != "" {
				t.Errorf("%s: a date by the layout %q: store/dates writes them", name, layout)
			}
			return true
		})
	})
}

var (
	suffix    = regexp.MustCompile(`^(s|es|ies|ed)$`)
	numbered  = regexp.MustCompile(`(?:\b([a-z]+) )?%d ([a-z-]+s)\b`)
	limits    = []string{"than", "of", "to", "takes", "hold", "instead"} // before a number that is never 1, or of another
	verbs     = []string{"is", "was", "has", "does", "counts"}
	afterward = regexp.MustCompile(`^ [a-z]`)
)

// isCount reports a count with its word, which is for labels and cells.
func isCount(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	return ok && called(call) == "quantity.Of"
}

// hasVerb reports a sentence with places for something.
func hasVerb(e ast.Expr) bool { return verb.MatchString(literal(e)) }

// byHand says what in a piece of code makes a plural, or sets a word behind a
// number, without the rules of the language; "" for nothing.
func byHand(node ast.Node) string {
	switch x := node.(type) {
	case *ast.BinaryExpr:
		right := literal(x.Y)
		if x.Op != token.ADD {
			return ""
		}
		if suffix.MatchString(right) {
			return "a plural by a suffix"
		}
		if call, ok := x.X.(*ast.CallExpr); ok && slices.Contains([]string{"strconv.Itoa", "quantity.Number", "strconv.FormatInt"}, called(call)) && afterward.MatchString(right) {
			return "a word set behind a number"
		}
	case *ast.ReturnStmt:
		for _, result := range x.Results {
			if suffix.MatchString(literal(result)) {
				return "a plural by a suffix"
			}
		}
	case *ast.CallExpr:
		counts := 0
		for _, arg := range x.Args {
			if strings.Contains(literal(arg), "%d") || strings.Contains(literal(arg), "%[1]d") {
				counts++
			}
		}
		if counted := slices.ContainsFunc(x.Args, isCount); counted && slices.ContainsFunc(x.Args, hasVerb) {
			return "a count set into a sentence"
		}
		if strings.HasPrefix(called(x), "quantity.") || counts > 1 { // or hands both forms on
			return ""
		}
		for _, arg := range x.Args {
			for _, found := range numbered.FindAllStringSubmatch(literal(arg), -1) {
				if !slices.Contains(limits, found[1]) && !slices.Contains(verbs, found[2]) {
					return fmt.Sprintf("a plural that stays one for 1, in %q", literal(arg))
				}
			}
		}
	}
	return ""
}

func TestPluralsAreMadeByQuantity(t *testing.T) {
	goFiles(t, func(folder, name string, file *ast.File) {
		if !ours(folder, name) || countedByHand[name] != "" {
			return
		}
		ast.Inspect(file, func(node ast.Node) bool {
			if problem := byHand(node); problem != "" {
				t.Errorf("%s: %s: store/quantity has the forms", name, problem)
			}
			return true
		})
	})
}

// verb is a place in a sentence for a number, a name or a day.
var verb = regexp.MustCompile(`%(?:\[(\d)\])?([dsqv])`)

// filled is a form of a sentence with n for its number, and what else there may be
// for the rest. It says how many arguments are used.
func filled(form string, n int) (said string, used int) {
	args, next := []any{n}, 0
	for _, found := range verb.FindAllStringSubmatch(form, -1) {
		at := next
		if found[1] != "" {
			at, _ = strconv.Atoi(found[1])
			at--
		}
		for len(args) <= at {
			args = append(args, nil)
		}
		switch {
		case at == 0:
		case found[2] == "d":
			args[at] = 2
		default:
			args[at] = "Ann"
		}
		next, used = at+1, max(used, at+1)
	}
	if used == 0 {
		return quantity.Text(form), 0
	}
	return quantity.Text(form, args[:used]...), used
}

var oneOfMany = regexp.MustCompile(`\b1 (?:invitations|answers|questions|rows|people|drafts|signs|lines|pages|days|others|are|have|were)\b`)

// Every sentence about a number reads right for none, one, two and a thousand:
// both forms have their verbs, differ, and use the same arguments unless a form
// numbers them.
func TestSentencesReadRightForEveryNumber(t *testing.T) {
	seen := 0
	goFiles(t, func(folder, name string, file *ast.File) {
		if !ours(folder, name) {
			return
		}
		ast.Inspect(file, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok || called(call) != "quantity.Sentence" && called(call) != "c.count" || len(call.Args) < 3 {
				return true
			}
			one, many := literal(call.Args[1]), literal(call.Args[2])
			if one == "" || many == "" {
				return true // handed on
			}
			seen++
			if one == many {
				t.Errorf("%s: %q has one form", name, one)
			}
			given := len(call.Args) - 2
			for _, n := range []int{0, 1, 2, 1000} {
				form := quantity.Form(n, one, many)
				said, used := filled(form, n)
				if strings.Contains(said, "%!") || oneOfMany.MatchString(said) || strings.Contains(said, "1000") {
					t.Errorf("%s: %q", name, said)
				}
				if used > given || used > 0 && used < given && !strings.Contains(form, "%[") {
					t.Errorf("%s: %q uses %d of %d arguments", name, form, used, given)
				}
			}
			return true
		})
	})
	if seen < 50 {
		t.Errorf("only %d sentences were found", seen)
	}
}

// The guards find what they are there for.
func TestGuardsOfWordsCanFail(t *testing.T) {
	for code, wrong := range map[string]bool{
		`word + "s"`: true, `strconv.Itoa(n) + " invitations"`: true, `fmt.Sprintf("%d rows", n)`: true,
		`fmt.Sprintf("%s has %s", name, quantity.Of(n, "row", "rows"))`: true, `quantity.Text("it has %s", quantity.Of(n, "row", "rows"))`: true,
		`word + "x"`: false, `fmt.Sprintf("more than %d rows", n)`: false, `quantity.Sentence(n, "%d row", "%d rows")`: false,
	} {
		expr, err := parser.ParseExpr(code)
		if err != nil {
			t.Fatal(err)
		}
		if got := byHand(expr) != ""; got != wrong {
			t.Errorf("%s: found %v, want %v", code, got, wrong)
		}
	}
}
