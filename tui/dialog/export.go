package dialog

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/dates"
	"linkvet/store/exchange"
	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// exportDialog writes the selection, or what the list shows, to a file.
type exportDialog struct {
	env     *screen.Env
	ids     []string
	left    int // how many more there are
	path    widget.Input
	request uint64
	err     error
}

// exportKey is where the path typed is kept.
const exportKey = "export"

// NewExport writes the invitations with the given ids, beside which there are so
// many more.
func NewExport(e *screen.Env, ids []string, left int) *exportDialog {
	d := &exportDialog{env: e, ids: ids, left: left, path: widget.NewInput("~/invitations.csv")}
	d.path.Offer("~/invitations-" + dates.Typed(e.Now()) + ".csv")
	if text, ok := e.Unsaved.Text(exportKey); ok {
		d.path.Offer(text)
	}
	return d
}

// replaceMsg says that a file there may be replaced.
type replaceMsg struct{}

func (d *exportDialog) Init() tea.Cmd { return nil }
func (d *exportDialog) Title() string { return "Export" }
func (d *exportDialog) Width() int    { return 60 }
func (d *exportDialog) InText() bool  { return true }
func (d *exportDialog) Actions() []keys.ID {
	return []keys.ID{keys.WriteFile, keys.Back}
}

func (d *exportDialog) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		if d.path.Update(d.env, msg) {
			d.err = nil
			d.env.Unsaved.Keep(exportKey, d.path.Value())
		}
	case screen.ActionMsg:
		if msg.ID == keys.Back {
			return screen.Back()
		}
		if msg.ID == keys.WriteFile {
			return d.start(false)
		}
	case replaceMsg:
		return d.start(true)
	case exportedMsg:
		if msg.request == d.request {
			d.env.Unsaved.Drop(exportKey)
			d.env.Say(d.wrote(msg.count, msg.path))
			return screen.Back()
		}
	case screen.FailedMsg:
		if msg.Request == d.request {
			return d.failed(msg.Err)
		}
	}
	return screen.Step{}
}

// start writes the file.
func (d *exportDialog) start(replace bool) screen.Step {
	path := strings.TrimSpace(d.path.Value())
	if path == "" || len(d.ids) == 0 {
		return screen.Step{}
	}
	ids := make(map[string]bool, len(d.ids))
	for _, id := range d.ids {
		ids[id] = true
	}
	format, err := exchange.FormatOf(path)
	if err != nil {
		d.err = err
		return screen.Step{}
	}
	o := exchange.ExportOptions{All: true, Format: format, Only: ids}
	d.request, d.err = d.env.Request(), nil
	return screen.Stay(export(d.env, d.request, path, replace, o))
}

// failed offers to replace a file that is there; what else went wrong is said
// below the path, and nowhere else.
func (d *exportDialog) failed(err error) screen.Step {
	d.env.ClearStatus()
	if errors.Is(err, fs.ErrExist) {
		return screen.Push(widget.NewConfirm(d.env, "Replace it?", quantity.Text("There is a file %s already.", d.path.Value()), "Replace", replaceMsg{}))
	}
	d.err = err
	return screen.Step{}
}

// wrote says what is in which file, and how many are not.
func (d *exportDialog) wrote(count, path string) string {
	if d.left == 0 {
		return quantity.Text("Wrote %s to %s", count, path)
	}
	return quantity.Sentence(d.left, "Wrote %[2]s to %[3]s; %[1]d other is not in it", "Wrote %[2]s to %[3]s; %[1]d others are not in it", count, path)
}

// about says what is written, and how.
func (d *exportDialog) about() string {
	said := []string{
		"A table for your spreadsheet, with answers, advice and decisions; a name with .jsonl writes JSON Lines, with .md or .html a report.",
		quantity.Text("%s writes it.", d.env.KeyFor(keys.WriteFile)),
	}
	if d.left > 0 {
		said = append(said, quantity.Sentence(d.left, "%d other is not in it.", "%d others are not in it."))
	}
	return strings.Join(said, " ")
}

func (d *exportDialog) View(w, _ int) string {
	st := d.env.Styles
	lines := []string{st.Strong.Render(quantity.Sentence(len(d.ids), "Write %d invitation to which file?", "Write %d invitations to which file?")), "", st.Accent.Render("› ") + d.path.View(w-2, true), ""}
	switch {
	case len(d.ids) == 0:
		lines = append(lines, style.Wrap("There is nothing to export here.", w)...)
	case d.err != nil:
		lines = append(lines, style.Wrap(style.Sentence(d.err), w)...)
	default:
		lines = append(lines, style.Wrap(d.about(), w)...)
	}
	for len(lines) < 7 {
		lines = append(lines, "")
	}
	return strings.Join(lines, "\n")
}

// exportedMsg says that a file was written.
type exportedMsg struct {
	request uint64
	path    string
	count   string // how much was written, in words
}

// export writes invitations to a file.
func export(e *screen.Env, request uint64, path string, replace bool, o exchange.ExportOptions) tea.Cmd {
	files := e.Files()
	return e.Read("exporting", func(ctx context.Context) (tea.Msg, error) {
		n, err := files.Export(ctx, screen.ExpandHome(path), replace, o)
		return exportedMsg{request: request, path: path, count: o.Format.Count(n)}, err
	}, request)
}
