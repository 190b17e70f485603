package tui

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// exportDialog writes the selection, or what the list shows, to a file.
type exportDialog struct {
	env     *env
	ids     []string
	path    input
	request uint64
	err     error
}

// draftExport is where the path typed is kept.
const draftExport = "export"

func newExportDialog(e *env, ids []string) *exportDialog {
	d := &exportDialog{env: e, ids: ids, path: newInput("~/invitations.csv")}
	d.path.set("~/invitations-" + e.now().Format("2006-01-02") + ".csv")
	if draft, ok := e.drafts[draftExport].(string); ok {
		d.path.set(draft)
	}
	return d
}

// replaceMsg says that a file there may be replaced.
type replaceMsg struct{}

func (d *exportDialog) Init() tea.Cmd { return nil }
func (d *exportDialog) Title() string { return "Export" }
func (d *exportDialog) Width() int    { return 60 }
func (d *exportDialog) InText() bool  { return true }
func (d *exportDialog) Actions() []actionID {
	return []actionID{actChoose, actBack}
}

func (d *exportDialog) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		if d.path.update(msg) {
			d.err = nil
			d.env.drafts[draftExport] = d.path.value()
		}
	case actionMsg:
		if msg.id == actBack {
			return back()
		}
		if msg.id == actChoose {
			return d.start(false)
		}
	case replaceMsg:
		return d.start(true)
	case exportedMsg:
		if msg.request == d.request {
			delete(d.env.drafts, draftExport)
			d.env.say("Wrote " + count(msg.rows, "invitation", "invitations") + " to " + msg.path)
			return back()
		}
	case failedMsg:
		if msg.request == d.request {
			return d.failed(msg.err)
		}
	}
	return step{}
}

// start writes the file.
func (d *exportDialog) start(replace bool) step {
	path := strings.TrimSpace(d.path.value())
	if path == "" || len(d.ids) == 0 {
		return step{}
	}
	ids := make(map[string]bool, len(d.ids))
	for _, id := range d.ids {
		ids[id] = true
	}
	format, err := store.FormatOf(path)
	if err != nil {
		d.err = err
		return step{}
	}
	o := store.ExportOptions{All: true, Format: format, Only: ids}
	d.request, d.err = d.env.request(), nil
	return stay(export(d.env, d.request, path, replace, o))
}

// failed offers to replace a file that is there; what else went wrong is said
// below the path, and nowhere else.
func (d *exportDialog) failed(err error) step {
	d.env.status = status{}
	if errors.Is(err, fs.ErrExist) {
		return push(newConfirm(d.env, "Replace it?", "There is a file "+d.path.value()+" already.", "Replace", replaceMsg{}))
	}
	d.err = err
	return step{}
}

func (d *exportDialog) View(w, _ int) string {
	st := d.env.styles
	lines := []string{st.Strong.Render("Write " + count(len(d.ids), "invitation", "invitations") + " to which file?"), "", st.Accent.Render("› ") + d.path.view(w-2, true), ""}
	switch {
	case len(d.ids) == 0:
		lines = append(lines, wrap("There is nothing to export here.", w)...)
	case d.err != nil:
		lines = append(lines, wrap(sentence(d.err), w)...)
	default:
		lines = append(lines, wrap("A table for your spreadsheet, with answers, advice and decisions; a name with .jsonl writes JSON Lines, with .md a report. "+d.env.keyFor(actChoose)+" writes it.", w)...)
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
	rows    int
}

// export writes invitations to a file.
func export(e *env, request uint64, path string, replace bool, o store.ExportOptions) tea.Cmd {
	storage := e.storage
	return e.read("exporting", func(ctx context.Context) (tea.Msg, error) {
		n, err := storage.Export(ctx, expandHome(path), replace, o)
		return exportedMsg{request: request, path: path, rows: n}, err
	}, request)
}
