package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"linkvet/advisor"
	"linkvet/store/quantity"
)

// usageError marks err as a wrong way to call the program.
func usageError(err error) error {
	if _, ok := errors.AsType[*failure](err); ok {
		return err
	}
	return &failure{kind: kindUsage, err: err}
}

func usagef(format string, args ...any) error { return usageError(fmt.Errorf(format, args...)) }

// flagError says in our words what the flag library found wrong.
func flagError(cmd *cobra.Command, err error) error {
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		if letters := unknown.GetSpecifiedShortnames(); letters != "" {
			return usagef("unknown flag -%s", unknown.GetSpecifiedName()[:1])
		}
		if cmd.HasParent() && cmd.Root().Flags().Lookup(unknown.GetSpecifiedName()) != nil {
			return usagef("--%s is for the terminal program: linkvet and linkvet demo take it, %s does not", unknown.GetSpecifiedName(), cmd.CommandPath())
		}
		return usagef("unknown flag --%s%s", unknown.GetSpecifiedName(), didYouMean("--", unknown.GetSpecifiedName(), flagNames(cmd)))
	}
	if missing, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		value, _ := pflag.UnquoteUsage(missing.GetFlag())
		return usagef("--%s needs a value: --%[1]s %s", missing.GetFlag().Name, value)
	}
	if wrong, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		name, got := wrong.GetFlag().Name, wrong.GetValue()
		switch wrong.GetFlag().Value.Type() {
		case "int":
			return usagef("--%s takes a whole number; got %q", name, got)
		case "bool":
			return usagef("--%s takes true or false; got %q", name, got)
		}
		return usagef("--%s takes a value of another kind; got %q", name, got)
	}
	return usageError(err)
}

// mayBeEmpty marks flags where an empty value is a value: a text that is taken away
// or that there is none of.
const mayBeEmpty = "linkvet_may_be_empty"

// takesEmpty lets flags of a command be given an empty value.
func takesEmpty(cmd *cobra.Command, names ...string) {
	for _, name := range names {
		cmd.Flags().Lookup(name).Annotations = map[string][]string{mayBeEmpty: {"true"}}
	}
}

// refuseEmpty refuses flags that are given without a value, as a script does whose
// variable is not set: what they stand for when they are left out, such as the
// person's own store, is not what was meant.
func refuseEmpty(cmd *cobra.Command) error {
	var empty error
	cmd.Flags().Visit(func(flag *pflag.Flag) {
		if empty == nil && flag.Annotations[mayBeEmpty] == nil && holdsEmpty(flag.Value) {
			value, _ := pflag.UnquoteUsage(flag)
			empty = usagef("--%s is empty; it needs a value: --%[1]s %s", flag.Name, value)
		}
	})
	return empty
}

// holdsEmpty reports whether a text, or one of a list, is empty.
func holdsEmpty(value pflag.Value) bool {
	all := []string{value.String()}
	if list, ok := value.(pflag.SliceValue); ok {
		all = list.GetSlice()
	}
	return len(all) == 0 || slices.ContainsFunc(all, func(one string) bool { return strings.TrimSpace(one) == "" })
}

// flagNames are the flags that a command takes.
func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		if !flag.Hidden {
			names = append(names, flag.Name)
		}
	})
	return names
}

// didYouMean asks whether one of the words nearest to one that is mistyped was
// meant, each after a prefix, to stand behind what is wrong; "" when none is near.
func didYouMean(prefix, word string, known []string) string {
	near := nearest(word, known)
	for i := range near {
		near[i] = prefix + near[i]
	}
	if len(near) == 0 {
		return ""
	}
	return quantity.Text("; did you mean %s?", quantity.Or(near))
}

// mostAllowed is how many allowed words are listed in an error; of more, only those
// that are near.
const mostAllowed = 12

// inputProblem says what is wrong with input, and what was meant.
func inputProblem(input *advisor.InputError) string {
	word := input.Field[strings.LastIndex(input.Field, ".")+1:]
	if _, quoted, ok := strings.Cut(input.Problem, `"`); ok {
		word, _, _ = strings.Cut(quoted, `"`)
	}
	short := *input
	if len(input.Allowed) > mostAllowed {
		short.Allowed = nil
	}
	return inputPlace(&short) + short.Error() + didYouMean("", word, input.Allowed)
}

// inputPlace says of standard input where in it something is wrong, which for a
// file stands before the problem; in is left without its place.
func inputPlace(in *advisor.InputError) string {
	if in.File != "-" {
		return ""
	}
	place := standardInput
	if in.Line > 0 {
		place += fmt.Sprintf(", line %d", in.Line)
	}
	in.File, in.Line = "", 0
	return place + ": "
}

// mostNear is how many words are offered for one that is mistyped.
const mostNear = 3

// nearest returns the known words that a mistyped one may stand for, the most
// alike first.
func nearest(word string, known []string) []string {
	type candidate struct {
		word string
		away int
	}
	var all []candidate
	word = strings.ToLower(word)
	for _, k := range known {
		away := distance(word, strings.ToLower(k))
		if len(word) >= 2 && strings.HasPrefix(strings.ToLower(k), word) {
			away = min(away, 1)
		}
		if away <= max(1, (max(len(word), len(k))+1)/3) {
			all = append(all, candidate{k, away})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return a.away - b.away })
	var words []string
	for _, c := range all[:min(len(all), mostNear)] {
		words = append(words, c.word)
	}
	return words
}

// distance is how many letters must be added, left out, replaced or swapped with
// the next one to make b of a.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	before, last := []int(nil), make([]int, len(to)+1)
	for j := range last {
		last[j] = j
	}
	for i := range from {
		row := make([]int, len(to)+1)
		row[0] = i + 1
		for j := range to {
			replaced := last[j]
			if from[i] != to[j] {
				replaced++
			}
			row[j+1] = min(replaced, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(to)]
}

// needsSubcommand refuses a command that only has others under it, and names them.
func needsSubcommand(cmd *cobra.Command, args []string) error {
	names := commandNames(cmd)
	if len(args) == 0 {
		return usagef("%s needs one of %s", cmd.CommandPath(), strings.Join(names, ", "))
	}
	return usagef("%s has no %q (there are: %s)%s", cmd.CommandPath(), args[0], strings.Join(names, ", "), didYouMean("", args[0], names))
}

// oneAtMost refuses a second argument of a command that takes one FILE, say.
func oneAtMost(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > 1 {
			return usagef("%s takes one %s at most; %q is too many", cmd.CommandPath(), what, args[1])
		}
		return nil
	}
}
