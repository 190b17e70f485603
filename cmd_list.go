package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/store"
	"linkvet/store/fault"
	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// parseQuery reads the query that a command's arguments make.
func (a *app) parseQuery(args []string) (list.Query, error) {
	text := strings.Join(args, " ")
	query, err := list.ParseQuery(text, a.now().Location())
	if err != nil {
		return query, usagef("%w%s", err, meantCondition(args))
	}
	if err := list.CheckWhole(text); err != nil {
		return query, usagef("%w", err)
	}
	return query, nil
}

// meantCondition names what a condition with an unknown value may have meant.
func meantCondition(args []string) string {
	for word := range strings.FieldsSeq(strings.Join(args, " ")) {
		field, value, _ := strings.Cut(strings.TrimPrefix(word, "!"), ":")
		values := list.QueryValues(strings.ToLower(field))
		if len(values) > 0 && !slices.Contains(values, strings.ToLower(value)) {
			return didYouMean(field+":", value, values)
		}
	}
	return ""
}

func parseStatuses(words []string) ([]record.Status, error) {
	var statuses []record.Status
	for _, word := range words {
		if !slices.Contains(record.Statuses(), record.Status(word)) {
			return nil, usagef("unknown status %q (allowed: %s)%s", word, statusWords(), didYouMean("", word, record.WordsOf(record.Statuses())))
		}
		statuses = append(statuses, record.Status(word))
	}
	return statuses, nil
}

func statusWords() string { return strings.Join(record.WordsOf(record.Statuses()), ", ") }

// parseOrder reads --sort; nil is the order of the store, newest first.
func parseOrder(word string) (list.Order, error) {
	if word == "" {
		return nil, nil
	}
	order, err := list.ParseOrder(word)
	if err != nil {
		return nil, usagef("%w%s", err, didYouMean("", strings.TrimPrefix(word, "-"), list.Sortings()))
	}
	return order, nil
}

// listFlags are what a person can ask of a list.
type listFlags struct {
	status     []string
	limit      int
	limited    bool // --limit was given
	columns    []string
	sort       string
	exitStatus bool
}

// errNoMatch ends with 1 and says nothing: --exit-status asked for it.
var errNoMatch = errors.New("nothing matches")

func (a *app) listCommand() *cobra.Command {
	var f listFlags
	cmd := &cobra.Command{
		Use:   "list [QUERY]",
		Short: "List invitations, newest first",
		Long: "List invitations, newest first: all of them, or those that QUERY finds. QUERY is words and conditions such as " +
			"is:due or company:acme; linkvet help query explains them. A terminal shows a screenful unless --limit says more.",
		Example: "linkvet list --status waiting\n" +
			"linkvet list recruiter rec:none --limit 10\n" +
			"linkvet list --columns id,name,tags --sort name\n" +
			"linkvet list is:due --exit-status --quiet\n" +
			"linkvet list --json",
	}
	cmd.RunE = a.does(func(ctx context.Context, args []string) error {
		f.limited = cmd.Flags().Changed("limit")
		return a.runList(ctx, f, args)
	})
	flags := cmd.Flags()
	flags.StringSliceVar(&f.status, "status", nil, "only of this `STATUS`; several with commas: "+statusWords())
	flags.IntVar(&f.limit, "limit", 0, "at most `N`, 0 for all")
	flags.StringSliceVar(&f.columns, "columns", nil, "show these columns: `NAME`,...; help lists them")
	flags.StringVar(&f.sort, "sort", "", "sort by the column `NAME`, or -NAME for the other way round")
	flags.BoolVar(&f.exitStatus, "exit-status", false, "exit with 1 when nothing matches")
	return a.takesJSON(cmd)
}

func (a *app) runList(ctx context.Context, f listFlags, args []string) error {
	if f.limit < 0 {
		return usagef("--limit takes a number, 0 for no limit; got %d", f.limit)
	}
	if slices.Equal(f.columns, []string{"help"}) {
		return a.printColumns(listColumnHelp())
	}
	if f.columns != nil && a.flags.json {
		return usagef("--columns is for tables; --json has every field")
	}
	columns, err := a.chooseListColumns(f.columns)
	if err != nil {
		return err
	}
	order, err := parseOrder(f.sort)
	if err != nil {
		return err
	}
	statuses, err := parseStatuses(f.status)
	if err != nil {
		return err
	}
	query, err := a.parseQuery(args)
	if err != nil {
		return err
	}
	s, err := a.readStore()
	if f.exitStatus && errors.Is(err, fault.ErrMissing) {
		return errNoMatch
	}
	if err != nil {
		return err
	}
	if err := a.sayOtherRules(s); err != nil {
		return err
	}
	rows, err := s.Rows(ctx)
	if err != nil {
		return err
	}
	rows = slices.DeleteFunc(rows, func(row record.Row) bool {
		return len(statuses) > 0 && !slices.Contains(statuses, row.Status) || !query.Match(row)
	})
	if order != nil {
		slices.SortStableFunc(rows, func(a, b record.Row) int { return order(&a, &b) })
	}
	if err := a.printList(ctx, s, f, query, columns, rows); err != nil {
		return err
	}
	if f.exitStatus && len(rows) == 0 {
		return errNoMatch
	}
	return nil
}

// printList prints rows as objects or as a table.
func (a *app) printList(ctx context.Context, s *store.Store, f listFlags, query list.Query, columns []listColumn, rows []record.Row) error {
	found := len(rows)
	like := query.LikeFields()
	switch {
	case found > 0:
	case len(like) > 0:
		a.say("note: there is no field %s, so it was looked for as a word; fields are %s", like[0], strings.Join(list.QueryFields(), ", "))
	case a.shows():
		a.say("Nothing matches.")
	}
	limit := f.limit
	if !f.limited && !a.flags.json {
		limit = a.screenful()
	}
	if limit > 0 && found > limit {
		rows = rows[:limit]
	}
	err := a.print(func(w io.Writer) error {
		if a.flags.json {
			return a.listObjects(ctx, w, s, rows)
		}
		a.listTable(w, columns, rows)
		return nil
	})
	if err == nil && !f.limited && len(rows) < found {
		a.say("%s", quantity.Text("… and %d more; --limit 0 shows all", found-len(rows)))
	}
	return err
}

// listObjects prints rows as JSON, in their order.
func (a *app) listObjects(ctx context.Context, w io.Writer, s *store.Store, rows []record.Row) error {
	listed := make(map[string]int, len(rows))
	for i, row := range rows {
		listed[row.ID] = i
	}
	objects := make([]record.Object, len(rows))
	err := s.Objects(ctx, func(row record.Row) bool { _, ok := listed[row.ID]; return ok }, func(object record.Object) error {
		object.Name = record.Row{Name: object.Name}.DisplayName()
		objects[listed[object.ID]] = object
		return nil
	})
	for _, object := range objects {
		if err == nil {
			err = encodeLine(w, object)
		}
	}
	return err
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// oneLine keeps a text with line breaks from breaking a table.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (a *app) showCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:     "show ID",
		Short:   "Show all of one invitation: answers, advice, journal",
		Example: "linkvet show 7k2\nlinkvet show 7k2 --json",
		Args:    takes("ID"),
		RunE: a.does(func(_ context.Context, args []string) error {
			s, err := a.readStore()
			if err != nil {
				return err
			}
			return a.printDetail(s, args[0])
		}),
	})
}

// takes says which arguments a command needs, each exactly once.
func takes(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return usagef("%s needs %s", cmd.CommandPath(), strings.Join(names[len(args):], " and "))
		case len(names) == 0 && len(args) > 0:
			return usagef("%s takes no argument; %q is too many", cmd.CommandPath(), args[0])
		case len(args) > len(names):
			return usagef("%s", quantity.Sentence(len(names), "%[2]s takes only %[1]d argument; %[3]q is too many", "%[2]s takes only %[1]d arguments; %[3]q is too many", cmd.CommandPath(), args[len(names)]))
		}
		return nil
	}
}

// takesSome says that a command needs an argument, and takes more of them.
func takesSome(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usagef("%s needs %s", cmd.CommandPath(), name)
		}
		return nil
	}
}
