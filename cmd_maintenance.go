package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"linkvet/store"
	"linkvet/store/clean"
	"linkvet/store/dates"
	"linkvet/store/fault"
	"linkvet/store/quantity"
	"linkvet/store/vault"
)

func (a *app) backupCommand() *cobra.Command {
	var force, list bool
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the store to a file, or list the automatic backups",
		Long: "Copy the store to FILE and look at the copy from end to end. Beside that, linkvet makes a backup by itself before " +
			"the first change of a day and before each import, migration and restore. It keeps the newest three, and the last of each day for a week, " +
			"of each week for two months and of each month for a year, within the limit that linkvet paths names; --list shows them.",
		Example: "linkvet backup /media/stick/linkvet.db\nlinkvet backup --list",
		Args: func(cmd *cobra.Command, args []string) error {
			if list {
				return takes()(cmd, args)
			}
			return takes("FILE")(cmd, args)
		},
		RunE: a.does(func(_ context.Context, args []string) error {
			s, err := a.readStore()
			if err != nil {
				return err
			}
			if list {
				return a.listBackups(s)
			}
			made, err := s.Backup(args[0], force)
			if err != nil {
				return err
			}
			if a.flags.json {
				return a.printJSON(made)
			}
			a.say("%s", quantity.Sentence(made.Invitations, "wrote %d invitation to %s", "wrote %d invitations to %s", made.Path))
			return nil
		}),
	}
	cmd.Flags().BoolVarP(&force, "force", "f", false, "replace a file that exists")
	cmd.Flags().BoolVar(&list, "list", false, "list the automatic backups, newest first")
	return a.takesJSON(cmd)
}

func (a *app) listBackups(s *store.Store) error {
	backups, err := s.Backups()
	if err != nil {
		return err
	}
	return a.print(func(w io.Writer) error {
		var rows [][]string
		for _, b := range backups {
			if a.flags.json {
				if err := encodeLine(w, b); err != nil {
					return err
				}
				continue
			}
			rows = append(rows, []string{dates.TypedTime(b.At.In(a.now().Location())), b.Why, strconv.FormatInt(b.Size, 10), b.Path})
		}
		a.table(w, rows)
		return nil
	})
}

func (a *app) restoreCommand() *cobra.Command {
	var yes, dryRun bool
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the place of the store",
		Long: "Put a backup in the place of the store, after showing what that changes. The store as it is becomes a backup " +
			"itself, or is set aside when it cannot be read.",
		Example: "linkvet backup --list\nlinkvet restore FILE --dry-run\nlinkvet restore FILE",
		Args:    takes("FILE"),
		RunE:    a.does(func(ctx context.Context, args []string) error { return a.restore(ctx, args[0], yes, dryRun) }),
	}
	cmd.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	cmd.Flags().BoolVarP(&dryRun, "dry-run", "n", false, "say what would happen, change nothing")
	return a.takesJSON(cmd)
}

// restoreObject is what restore prints as JSON.
type restoreObject struct {
	vault.RestorePlan
	Restored bool `json:"restored"`
}

func (a *app) restore(ctx context.Context, from string, yes, dryRun bool) error {
	plan, err := vault.PlanRestore(ctx, a.settings.DB, from, a.storeOptions())
	if errors.Is(err, fault.ErrDamaged) { // the store's own damage is in the plan
		return &failure{kind: kindBadData, err: fmt.Errorf("%s is no whole backup, and nothing was changed; the store is as it was", from),
			hint: "name another; linkvet backup --list shows the automatic backups"}
	}
	if err != nil {
		return err
	}
	if !a.flags.json {
		a.sayPlan(plan)
	}
	if !yes && !dryRun {
		if yes, err = a.confirm(ctx, "Put the backup in the place of the store?"); err != nil {
			return err
		}
	}
	if yes && !dryRun {
		if plan, err = vault.Restore(ctx, a.settings.DB, from, a.storeOptions()); err != nil {
			return err
		}
	}
	switch {
	case a.flags.json:
		return a.printJSON(restoreObject{plan, yes && !dryRun})
	case !yes || dryRun:
		a.say("Nothing was changed.")
	case plan.Kept != "":
		a.say("Restored. What it replaced is kept as %s", plan.Kept)
	default:
		a.say("Restored.")
	}
	return nil
}

func (a *app) sayPlan(plan vault.RestorePlan) {
	if plan.Damage != "" {
		a.say("The store cannot be read: %s", plan.Damage)
	} else {
		a.sayHeld("The store holds %d invitation: %d answered, %d decided.", "The store holds %d invitations: %d answered, %d decided.", plan.Now)
	}
	a.sayHeld("The backup holds %d invitation: %d answered, %d decided.", "The backup holds %d invitations: %d answered, %d decided.", plan.Then)
	if plan.Returned+plan.Lost+plan.Changed == 0 {
		a.say("Restoring changes no invitation.")
		return
	}
	a.say("%s", quantity.Sentence(plan.Returned, "Restoring brings back %d invitation, loses %d and changes %d.",
		"Restoring brings back %d invitations, loses %d and changes %d.", plan.Lost, plan.Changed))
}

// sayHeld says how much there is, in the form that goes with the number, and since
// when.
func (a *app) sayHeld(one, many string, h vault.Holdings) {
	held := []string{quantity.Sentence(h.Invitations, one, many, h.Answered, h.Decided)}
	if h.ChangedAt != nil {
		held = append(held, quantity.Text("It was last changed on %s.", dates.TypedTime(h.ChangedAt.In(a.now().Location()))))
	}
	a.say("%s", strings.Join(held, " "))
}

// confirm asks a question on the terminal; anything but yes is no.
func (a *app) confirm(ctx context.Context, question string) (bool, error) {
	if a.wantsJSON() || !term.IsTerminal(a.in.Fd()) {
		return false, &failure{kind: kindUsage, err: errors.New("nothing was changed, because there is no terminal to ask at"),
			hint: "use --yes to go ahead"}
	}
	fmt.Fprintf(a.errs, "%s [y/N] ", clean.Visible(question))
	answer := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(a.in).ReadString('\n')
		answer <- strings.ToLower(strings.TrimSpace(line))
	}()
	select {
	case <-ctx.Done():
		return false, ctx.Err()
	case word := <-answer:
		return word == "y" || word == "yes", nil
	}
}

func (a *app) checkCommand() *cobra.Command {
	var repair bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Look at the whole store for damage",
		Long: "Look at the whole store: the structure of the file, every checksum, every record, and the list against the records. " +
			"It changes nothing unless --repair is given, and then only what follows from the records, after a backup.",
		Example: "linkvet check\nlinkvet check --repair",
		Args:    takes(),
		RunE: a.does(func(ctx context.Context, _ []string) error {
			a.onlyReads = true
			report, err := vault.Check(ctx, a.settings.DB, a.storeOptions(), repair)
			if err != nil {
				return err
			}
			return a.sayChecked(report)
		}),
	}
	cmd.Flags().BoolVar(&repair, "repair", false, "work out again what follows from the records")
	return a.takesJSON(cmd)
}

func (a *app) sayChecked(report vault.CheckReport) error {
	if a.flags.json {
		if err := a.printJSON(report); err != nil {
			return err
		}
	}
	for _, p := range report.Problems {
		a.say("%s: %s\n  next: %s", p.Where, p.What, p.Fix)
	}
	for _, done := range report.Repaired {
		a.say("repaired: %s", done)
	}
	if !report.OK {
		return &failure{kind: kindBadData, err: errors.New(quantity.Sentence(len(report.Problems), "the store %[2]s has %[1]d problem", "the store %[2]s has %[1]d problems", report.File)),
			hint: report.Problems[0].Fix}
	}
	if !a.flags.json {
		held := []string{
			quantity.Of(report.Invitations, "invitation", "invitations"), quantity.Of(report.Connections, "connection", "connections"),
			quantity.Of(report.Journal, "journal line", "journal lines"), quantity.Of(report.Drafts, "unsaved text", "unsaved texts"),
		}
		a.say("%s is sound; it holds %s", report.File, quantity.And(held))
	}
	return nil
}

func (a *app) compactCommand() *cobra.Command {
	var before string
	cmd := &cobra.Command{
		Use:   "compact",
		Short: "Write the store again without empty room",
		Long: "Write the store again without the room that deleted entries left. With --journal-before, journal entries from before " +
			"that day are removed first, after a backup; what was done then can be neither seen nor undone any more.",
		Example: "linkvet compact\nlinkvet compact --journal-before 2026-01-01",
		Args:    takes(),
		RunE: a.does(func(context.Context, []string) error {
			var day time.Time
			if before != "" {
				var err error
				if day, err = time.ParseInLocation(time.DateOnly, before, a.now().Location()); err != nil || day.After(a.now()) {
					return usagef("--journal-before takes a day that has come, such as 2026-01-31; got %q", before)
				}
			}
			return a.compact(day)
		}),
	}
	cmd.Flags().StringVar(&before, "journal-before", "", "remove journal entries from before this `DAY`")
	return a.takesJSON(cmd)
}

func (a *app) compact(journalBefore time.Time) error {
	s, err := a.readStore()
	if err != nil {
		return err
	}
	removed := 0
	if !journalBefore.IsZero() {
		if removed, err = s.TrimJournal(journalBefore); err != nil {
			return err
		}
	}
	before, after, err := s.Compact()
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"file": s.Path(), "before": before, "after": after, "journal_removed": removed})
	}
	if removed > 0 {
		a.say("%s", quantity.Sentence(removed, "removed %d journal entry", "removed %d journal entries"))
	}
	a.say("%s", quantity.Text("%s has %d bytes now, and had %d before", s.Path(), after, before))
	return nil
}
