package dialog

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/fold"
	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// tagDialog adds tags to invitations and takes others off, as one step: words
// are added, words with a minus in front are taken off. Words in quotes are one
// tag.
type tagDialog struct {
	env   *screen.Env
	rows  []record.Row
	words widget.Input
	known []string // the tags there are, the most used first

	loading uint64 // the request that reads them; 0 once they are there
	wanted  bool   // one of them is to be put in as soon as they are
}

// key is where words typed and not yet saved are kept.
func (d *tagDialog) key() string { return "tags " + screen.TargetOf(d.rows) }

func NewTags(e *screen.Env, rows []record.Row) *tagDialog {
	d := &tagDialog{env: e, rows: rows, words: widget.NewInput("bridges -old")}
	if text, ok := e.Unsaved.Text(d.key()); ok {
		d.words.Set(text)
	}
	return d
}

// Init reads the tags there are.
func (d *tagDialog) Init() tea.Cmd {
	d.loading = d.env.Request()
	return loadTags(d.env, d.loading)
}

// Waiting is true while a tag is wanted before it is known which there are.
func (d *tagDialog) Waiting() bool { return d.wanted && d.loading != 0 }

func (d *tagDialog) Title() string { return "Tags" }
func (d *tagDialog) Width() int    { return 60 }
func (d *tagDialog) InText() bool  { return true }
func (d *tagDialog) Actions() []keys.ID {
	return []keys.ID{keys.SaveWords, keys.Complete, keys.Back}
}

func (d *tagDialog) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case tagsKnownMsg:
		d.known, d.loading = msg.tags, 0
		if d.wanted {
			d.complete()
		}
	case screen.FailedMsg:
		if msg.Request == d.loading {
			d.loading = 0
		}
	case widget.ConfirmedMsg:
		return msg.Step()
	case tea.KeyPressMsg, tea.PasteMsg:
		if d.words.Update(d.env, msg) {
			d.env.Unsaved.Keep(d.key(), d.words.Value())
		}
	case screen.ActionMsg:
		switch msg.ID {
		case keys.Back:
			return screen.Back()
		case keys.Complete:
			d.complete()
		case keys.SaveWords:
			return d.save()
		}
	}
	return screen.Step{}
}

func (d *tagDialog) save() screen.Step {
	add, remove := words.ParseTags(d.words.Value())
	if len(add)+len(remove) == 0 {
		return screen.Back()
	}
	what := screen.Whom(d.rows) + ": " + strings.Join(append(style.Prefixed("+", add), style.Prefixed("-", remove)...), " ")
	return widget.Careful(d.env, len(d.rows), quantity.Text("This changes the tags of %s.", what), "Change them", func() screen.Step {
		request := d.env.WhenSaved(quantity.Text("Tagged %s", what))
		d.env.ThenDrop(request, d.key())
		return screen.Back(saveTags(d.env, request, screen.IDsOfRows(d.rows), add, remove))
	})
}

// fitting are the known tags that begin as the last word does.
func (d *tagDialog) fitting() []string {
	_, start := d.lastWord()
	var tags []string
	for _, tag := range d.known {
		if start == "" || strings.HasPrefix(fold.Text(tag), fold.Text(start)) && tag != start {
			tags = append(tags, tag)
		}
	}
	return tags
}

// lastWord is the word being typed, without sign and quote, and what stands
// before it.
func (d *tagDialog) lastWord() (before, word string) {
	text := d.words.Value()
	if strings.Count(text, `"`)%2 == 1 { // the quote is still open
		at := strings.LastIndex(text, `"`)
		return text[:at], text[at+1:]
	}
	word = strings.TrimLeft(text[strings.LastIndexAny(text, ` "`)+1:], "#+-")
	return text[:len(text)-len(word)], word
}

// complete puts the first known tag that fits in the place of the last word, as
// soon as it is known which there are.
func (d *tagDialog) complete() {
	if d.wanted = d.loading != 0; d.wanted {
		return
	}
	fitting := d.fitting()
	if len(fitting) == 0 {
		return
	}
	before, _ := d.lastWord()
	d.words.Set(before + quoted(fitting[0]) + " ")
	d.env.Unsaved.Keep(d.key(), d.words.Value())
}

// quoted writes a tag so that it is one word.
func quoted(tag string) string {
	if strings.Contains(tag, " ") {
		return `"` + tag + `"`
	}
	return tag
}

func (d *tagDialog) View(w, _ int) string {
	st := d.env.Styles
	lines := []string{st.Strong.Render(style.Truncate(screen.Whom(d.rows), w)), ""}
	all, some := words.CommonTags(d.rows)
	switch {
	case len(d.rows) > 1 && len(some) > 0:
		lines = append(lines, style.Wrap(quantity.Text("On all: %s; on some: %s", listOr(all, "none"), strings.Join(some, ", ")), w)...)
	default:
		lines = append(lines, style.Wrap(quantity.Text("Now: %s", listOr(all, "no tags")), w)...)
	}
	lines = append(lines, "", st.Accent.Render("› ")+d.words.View(w-2, true), "")
	var help string
	switch fitting := d.fitting(); len(fitting) {
	case 0:
		help = quantity.Text("Type tags to add; -tag takes one off, \"two words\" are one. %s saves.", d.env.KeyFor(keys.SaveWords))
	case 1:
		help = quantity.Text("%s takes %s", d.env.KeyFor(keys.Complete), fitting[0])
	default:
		help = quantity.Text("%s takes %s; also %s", d.env.KeyFor(keys.Complete), fitting[0], strings.Join(fitting[1:min(len(fitting), 8)], ", "))
	}
	more := style.Wrap(help, w)
	lines = append(lines, more[:min(len(more), 2)]...)
	for len(lines) < 8 {
		lines = append(lines, "")
	}
	return strings.Join(lines, "\n")
}

func listOr(words []string, none string) string {
	if len(words) == 0 {
		return none
	}
	return strings.Join(words, ", ")
}

// saveTags adds tags and takes others off.
func saveTags(e *screen.Env, request uint64, ids, add, remove []string) tea.Cmd {
	invitations := e.Invitations()
	return e.ChangeMany(screen.Save{Request: request, Doing: "saving the tags", Counts: strings.Join(ids, " ")}, func() ([]record.Invitation, error) { return invitations.Tag(ids, add, remove) })
}

// loadTags reads which tags there are, the most used first.
func loadTags(e *screen.Env, request uint64) tea.Cmd {
	lists := e.Lists()
	return e.Read("reading the tags", func(ctx context.Context) (tea.Msg, error) {
		rows, err := lists.Table(ctx, -1)
		if err != nil {
			return nil, err
		}
		return tagsKnownMsg{tagsOf(rows)}, nil
	}, request)
}

// tagsOf are the tags of rows, the most used first.
func tagsOf(rows *list.Table) []string {
	uses := map[string]int{}
	for i := range rows.Len() {
		if !rows.Key(i).Tagged() {
			continue
		}
		for _, tag := range rows.At(i).Tags {
			uses[tag]++
		}
	}
	tags := slices.Collect(maps.Keys(uses))
	slices.SortFunc(tags, func(a, b string) int { return cmp.Or(uses[b]-uses[a], strings.Compare(a, b)) })
	return tags
}

// tagsKnownMsg brings the tags there are.
type tagsKnownMsg struct{ tags []string }
