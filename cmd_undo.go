package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/store"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

func (a *app) undoCommand() *cobra.Command {
	return a.reverseCommand("undo", "Take the last change back",
		"Take the last change back: an answer, decision, postponement, tag, correction, addition, deletion or import, "+
			"also one made in the terminal program. Again takes back the one before. linkvet redo undoes an undo.",
		"undone", (*store.Store).Undo)
}

func (a *app) redoCommand() *cobra.Command {
	return a.reverseCommand("redo", "Do again what undo took back",
		"Do again what undo took back, unless something was changed since.", "redone", (*store.Store).Redo)
}

func (a *app) reverseCommand(name, short, long, done string, reverse func(*store.Store) (store.Change, error)) *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:     name,
		Short:   short,
		Long:    long,
		Example: "linkvet " + name,
		Args:    takes(),
		RunE: a.does(func(context.Context, []string) error {
			s, err := a.readStore()
			if err != nil {
				return err
			}
			change, err := reverse(s)
			if err != nil {
				return err
			}
			if !a.flags.json {
				a.say("%s: %s", done, change.Words)
				return nil
			}
			return a.printObjects(change.Now, change.Removed)
		}),
	})
}

// removedObject is an invitation that is no longer in the store.
type removedObject struct {
	record.Object
	Removed bool `json:"removed"`
}

// printObjects prints invitations one a line, and those that are gone marked.
func (a *app) printObjects(there, removed []record.Invitation) error {
	return a.print(func(w io.Writer) error {
		for _, inv := range there {
			if err := encodeLine(w, a.object(inv)); err != nil {
				return err
			}
		}
		for _, inv := range removed {
			if err := encodeLine(w, removedObject{a.object(inv), true}); err != nil {
				return err
			}
		}
		return nil
	})
}

func (a *app) object(inv record.Invitation) record.Object {
	object := inv.Object(a.now())
	object.Name = inv.DisplayName()
	return object
}

func (a *app) deleteCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:   "delete ID...",
		Short: "Take invitations out of the store",
		Long: "Take invitations out of the store, with their answers. linkvet undo brings them back, so the journal still " +
			"knows them. An archive that lists one brings it back as a new one.",
		Example: "linkvet delete 7k2 9f0",
		Args:    takesSome("ID"),
		RunE: a.does(func(_ context.Context, ids []string) error {
			s, err := a.openStore()
			if err != nil {
				return err
			}
			deleted, err := s.Delete(ids)
			if err != nil {
				return err
			}
			if a.flags.json {
				return a.printObjects(nil, deleted)
			}
			for _, inv := range deleted {
				a.say("deleted %s", inv.DisplayName())
			}
			a.say("linkvet undo brings back what was deleted")
			return nil
		}),
	})
}

func (a *app) tagCommand() *cobra.Command {
	var add, remove []string
	cmd := &cobra.Command{
		Use:     "tag ID... +TAG -TAG",
		Short:   "Add tags to invitations, or remove them",
		Long:    "Add tags to invitations, written +TAG, or remove them, written -TAG. A tag of several words stands in quotes.",
		Example: "linkvet tag 7k2 +choir -recruiter\nlinkvet list tag:choir",
		RunE: a.does(func(_ context.Context, args []string) error {
			ids, more, less := splitTags(args)
			add, remove = append(add, more...), append(remove, less...)
			if len(ids) == 0 {
				return usagef("linkvet tag needs ID")
			}
			if len(add)+len(remove) == 0 {
				return usagef("linkvet tag needs +TAG or -TAG")
			}
			return a.tag(ids, add, remove)
		}),
	}
	cmd.Flags().StringArrayVar(&add, "add", nil, "a `TAG` to add, as +TAG")
	cmd.Flags().StringArrayVar(&remove, "remove", nil, "a `TAG` to remove, as -TAG")
	return a.takesJSON(cmd)
}

func splitTags(args []string) (ids, add, remove []string) {
	for _, arg := range args {
		switch {
		case len(arg) > 1 && arg[0] == '+':
			add = append(add, arg[1:])
		case len(arg) > 1 && arg[0] == '-':
			remove = append(remove, arg[1:])
		default:
			ids = append(ids, arg)
		}
	}
	return ids, add, remove
}

func (a *app) tag(ids, add, remove []string) error {
	s, err := a.openStore()
	if err != nil {
		return err
	}
	add, remove = bare(add), bare(remove)
	var without []string // what there was nothing to remove of
	for _, id := range ids {
		inv, err := s.Get(id)
		if err != nil {
			return err
		}
		for _, tag := range record.CleanTags(remove) {
			if !slices.Contains(inv.Tags, tag) {
				without = append(without, quantity.Text("%s had no tag %s", inv.DisplayName(), tag))
			}
		}
	}
	tagged, err := s.Tag(ids, add, remove)
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printObjects(tagged, nil)
	}
	for _, inv := range tagged {
		if len(inv.Tags) == 0 {
			a.say("%s: no tags", inv.DisplayName())
			continue
		}
		a.say("%s: tagged %s", inv.DisplayName(), strings.Join(inv.Tags, ", "))
	}
	for _, note := range without {
		a.say("note: %s", note)
	}
	return nil
}

// bare takes off the sign that tags have in a query and on the screen.
func bare(tags []string) []string {
	all := make([]string, len(tags))
	for i, tag := range tags {
		all[i] = strings.TrimPrefix(tag, "#")
	}
	return all
}

// withRemovals lets tags to be removed be written -TAG, which would be taken
// for flags: it writes them as --remove=TAG. Of the short flags, -q and -h stay
// what they are everywhere.
func withRemovals(args []string) []string {
	at := slices.Index(args, "tag")
	if at < 0 || at > 0 && !isFlagBefore(args[:at]) {
		return args
	}
	out := slices.Clone(args)
	for i := at + 1; i < len(out) && out[i] != "--"; i++ {
		if arg := out[i]; len(arg) > 1 && arg[0] == '-' && arg[1] != '-' && arg != "-q" && arg != "-h" {
			out[i] = "--remove=" + arg[1:]
		}
	}
	return out
}

// isFlagBefore reports whether only flags and their values stand before a
// command's name.
func isFlagBefore(args []string) bool {
	for i := 0; i < len(args); i++ {
		switch {
		case args[i] == "--db" || args[i] == "--config":
			i++ // its value
		case len(args[i]) == 0 || args[i][0] != '-':
			return false
		}
	}
	return true
}
