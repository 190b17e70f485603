package screen

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// OwnCommand is a command of the person's own on an invitation: a program and its
// arguments, in which {{url}} and the like stand for what is known. No shell reads
// them.
type OwnCommand struct {
	Key, Name string
	Args      []string
	Terminal  bool // it takes the terminal over; otherwise it runs in the background
}

// gap is a place in an argument that is filled in.
var gap = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{\{\s*([^{}]*?)\s*\}\}`) })

// gaps are what can be filled in.
func gaps() []string { return []string{"id", "name", "headline", "company", "url"} }

func valueOf(row *record.Row, name string) string {
	switch name {
	case "id":
		return row.ID
	case "name":
		return row.Name
	case "headline":
		return row.Headline
	case "company":
		return row.Company
	}
	return row.URL
}

// readAsCode are flags after which a program takes a text for commands of its own.
var readAsCode = []string{"-c", "-e", "--eval", "/c", "/C", "/k", "-Command", "-command"}

// CheckCommand says why a command cannot be used; "" where it can.
func CheckCommand(c OwnCommand) string {
	if len(c.Args) == 0 {
		return "it needs a program, and what it is to be given"
	}
	for i, arg := range c.Args {
		found := gap().FindAllStringSubmatch(arg, -1)
		for _, one := range found {
			if !slices.Contains(gaps(), one[1]) {
				return fmt.Sprintf("{{%s}} is not known (allowed: {{%s}})", one[1], strings.Join(gaps(), "}}, {{"))
			}
		}
		switch {
		case len(found) == 0:
		case i == 0:
			return "the program itself cannot be filled in from an invitation"
		case slices.Contains(readAsCode, c.Args[i-1]):
			return fmt.Sprintf("what follows %s is run as it stands, and %s is a stranger's text: give it as an argument of its own, as in [sh, -c, 'echo \"$1\"', sh, \"%s\"]", c.Args[i-1], found[0][0], found[0][0])
		}
	}
	return ""
}

// Fill returns the program and its arguments for an invitation. In an address
// what is filled in is escaped. What a stranger wrote never becomes an option: an
// argument that would begin with - is refused, unless "--" stands before it. So is
// one of which nothing is left, and an address that is not known.
func (c OwnCommand) Fill(row *record.Row) ([]string, error) {
	args := make([]string, len(c.Args))
	ended := false // no options any more
	for i, arg := range c.Args {
		filled, missing := fill(arg, row)
		switch {
		case missing == "url" || missing != "" && strings.TrimSpace(filled) == "":
			return nil, fmt.Errorf("no %s is known of %s", missing, style.NameOr(row.Name))
		case !ended && strings.HasPrefix(filled, "-") && !strings.HasPrefix(arg, "-"):
			return nil, fmt.Errorf("%q would be taken for an option; put \"--\" before it in the settings, if the program knows that", filled)
		}
		args[i], ended = filled, ended || arg == "--"
	}
	return args, nil
}

// fill fills in an argument, and names what is not known of the invitation.
func fill(arg string, row *record.Row) (filled, missing string) {
	inAddress := strings.HasPrefix(arg, "https://") || strings.HasPrefix(arg, "http://")
	filled = gap().ReplaceAllStringFunc(arg, func(found string) string {
		name := gap().FindStringSubmatch(found)[1]
		value := valueOf(row, name)
		if value == "" {
			missing = name
		}
		if inAddress {
			return url.QueryEscape(value)
		}
		return value
	})
	if inAddress {
		filled = strings.ReplaceAll(strings.TrimSpace(filled), " ", "%20")
	}
	return filled, missing
}

// OwnRanMsg says how a command of the person's own ended.
type OwnRanMsg struct {
	Name   string
	Output string // the first of what it printed, cleaned; "" in the terminal
	Err    error  // nil for exit code 0
}

// OwnKeys are the keys of the person's own commands.
func (e *Env) OwnKeys() []keys.Own {
	var all []keys.Own
	for _, c := range e.Settings.Commands() {
		all = append(all, keys.Own{Key: c.Key, Name: c.Name})
	}
	return all
}

// OwnActions are the person's own commands as actions.
func (e *Env) OwnActions() []keys.ID {
	var all []keys.ID
	for i := range e.Settings.Commands() {
		all = append(all, keys.OwnID(i))
	}
	return all
}

// RunOwn runs a command of the person's own on an invitation.
func (e *Env) RunOwn(at int, row record.Row) tea.Cmd {
	all := e.Settings.Commands()
	if at < 0 || at >= len(all) {
		return nil
	}
	c := all[at]
	args, err := c.Fill(&row)
	if err == nil && e.Options.Command == nil {
		err = errNoCommands
	}
	var cmd *exec.Cmd
	if err == nil {
		cmd, err = e.Options.Command(args, c.Terminal)
	}
	if err != nil {
		e.Say(c.Name + ": " + style.OneLine(err.Error()))
		return nil
	}
	if c.Terminal {
		return tea.ExecProcess(cmd, func(err error) tea.Msg { return OwnRanMsg{Name: c.Name, Err: err} })
	}
	e.Say(c.Name + "…")
	output := e.Options.Output
	return e.Read("running "+c.Name, func(context.Context) (tea.Msg, error) {
		said, err := output(cmd)
		return OwnRanMsg{Name: c.Name, Output: said, Err: err}, nil
	}, 0)
}

// ownResult says in the status line how a command of the person's own ended.
func (e *Env) ownResult(msg OwnRanMsg) {
	text := msg.Name + ": done"
	if msg.Err != nil {
		text = msg.Name + " ended with " + style.OneLine(msg.Err.Error())
	}
	if msg.Output != "" {
		text += ": " + style.OneLine(msg.Output)
	}
	e.Say(text)
}
