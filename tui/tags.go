package tui

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// tagDialog adds tags to invitations and takes others off, as one step: words
// are added, words with a minus in front are taken off. Words in quotes are one
// tag.
type tagDialog struct {
	env   *env
	rows  []store.Row
	words input
	known []string // the tags there are, the most used first
}

// draftKey is where words typed and not yet saved are kept.
func (d *tagDialog) draftKey() string { return "tags " + targetOf(d.rows) }

func newTagDialog(e *env, rows []store.Row) *tagDialog {
	d := &tagDialog{env: e, rows: rows, words: newInput("bridges -old")}
	if draft, ok := e.drafts[d.draftKey()].(string); ok {
		d.words.set(draft)
	}
	return d
}

func (d *tagDialog) Init() tea.Cmd { return loadTags(d.env) }
func (d *tagDialog) Title() string { return "Tags" }
func (d *tagDialog) Width() int    { return 60 }
func (d *tagDialog) InText() bool  { return true }
func (d *tagDialog) Actions() []actionID {
	return []actionID{actChoose, actComplete, actBack}
}

func (d *tagDialog) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case tagsKnownMsg:
		d.known = msg.tags
	case confirmedMsg:
		return msg.step()
	case tea.KeyPressMsg, tea.PasteMsg:
		if d.words.update(msg) {
			d.env.drafts[d.draftKey()] = d.words.value()
		}
	case actionMsg:
		switch msg.id {
		case actBack:
			return back()
		case actComplete:
			d.complete()
		case actChoose:
			return d.save()
		}
	}
	return step{}
}

// wanted are the tags to add and to take off.
func (d *tagDialog) wanted() (add, remove []string) {
	for rest := d.words.value(); rest != ""; {
		var sign, tag string
		switch sign, tag, rest = cutTag(rest); {
		case strings.TrimSpace(tag) == "":
		case strings.Contains(sign, "-"):
			remove = append(remove, tag)
		default:
			add = append(add, tag)
		}
	}
	return add, remove
}

// cutTag takes a word or several in quotes off the front, with what stands before
// it: a minus to take the tag off, or what people write before tags.
func cutTag(text string) (sign, tag, rest string) {
	text = strings.TrimLeft(text, " ")
	word := strings.TrimLeft(text, "#+-")
	sign = text[:len(text)-len(word)]
	if quoted, ok := strings.CutPrefix(word, `"`); ok {
		tag, rest, _ = strings.Cut(quoted, `"`)
		return sign, tag, rest
	}
	tag, rest, _ = strings.Cut(word, " ")
	return sign, tag, rest
}

func (d *tagDialog) save() step {
	add, remove := d.wanted()
	if len(add)+len(remove) == 0 {
		return back()
	}
	what := whom(d.rows) + ": " + strings.Join(append(prefixed("+", add), prefixed("-", remove)...), " ")
	return careful(d.env, len(d.rows), "This changes the tags of "+what+".", "Change them", func() step {
		delete(d.env.drafts, d.draftKey())
		return back(saveTags(d.env, d.env.whenSaved("Tagged "+what), idsOfRows(d.rows), add, remove))
	})
}

// fitting are the known tags that begin as the last word does.
func (d *tagDialog) fitting() []string {
	_, start := d.lastWord()
	var tags []string
	for _, tag := range d.known {
		if start == "" || strings.HasPrefix(store.Fold(tag), store.Fold(start)) && tag != start {
			tags = append(tags, tag)
		}
	}
	return tags
}

// lastWord is the word being typed, without sign and quote, and what stands
// before it.
func (d *tagDialog) lastWord() (before, word string) {
	text := d.words.value()
	if strings.Count(text, `"`)%2 == 1 { // the quote is still open
		at := strings.LastIndex(text, `"`)
		return text[:at], text[at+1:]
	}
	word = strings.TrimLeft(text[strings.LastIndexAny(text, ` "`)+1:], "#+-")
	return text[:len(text)-len(word)], word
}

// complete puts the first known tag that fits in the place of the last word.
func (d *tagDialog) complete() {
	fitting := d.fitting()
	if len(fitting) == 0 {
		return
	}
	before, _ := d.lastWord()
	d.words.set(before + quoted(fitting[0]) + " ")
	d.env.drafts[d.draftKey()] = d.words.value()
}

// quoted writes a tag so that it is one word.
func quoted(tag string) string {
	if strings.Contains(tag, " ") {
		return `"` + tag + `"`
	}
	return tag
}

func (d *tagDialog) View(w, _ int) string {
	st := d.env.styles
	lines := []string{st.Strong.Render(truncate(whom(d.rows), w)), ""}
	all, some := commonTags(d.rows)
	switch {
	case len(d.rows) > 1 && len(some) > 0:
		lines = append(lines, wrap("On all: "+listOr(all, "none")+"; on some: "+strings.Join(some, ", "), w)...)
	default:
		lines = append(lines, wrap("Now: "+listOr(all, "no tags"), w)...)
	}
	lines = append(lines, "", st.Accent.Render("› ")+d.words.view(w-2, true), "")
	help := "Type tags to add; -tag takes one off, \"two words\" are one. " + d.env.keyFor(actChoose) + " saves."
	if fitting := d.fitting(); len(fitting) > 0 {
		help = d.env.keyFor(actComplete) + " takes " + fitting[0]
		if len(fitting) > 1 {
			help += "; also " + strings.Join(fitting[1:min(len(fitting), 8)], ", ")
		}
	}
	more := wrap(help, w)
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

// commonTags are the tags all rows have, and those only some have.
func commonTags(rows []store.Row) (all, some []string) {
	counts := map[string]int{}
	for i := range rows {
		for _, tag := range rows[i].Tags {
			counts[tag]++
		}
	}
	for tag, n := range counts {
		if n == len(rows) {
			all = append(all, tag)
		} else {
			some = append(some, tag)
		}
	}
	slices.Sort(all)
	slices.Sort(some)
	return all, some
}

// saveTags adds tags and takes others off.
func saveTags(e *env, request uint64, ids, add, remove []string) tea.Cmd {
	storage := e.storage
	return e.changeMany(request, "saving the tags", func() ([]store.Invitation, error) { return storage.Tag(ids, add, remove) })
}

// loadTags reads which tags there are, the most used first.
func loadTags(e *env) tea.Cmd {
	storage := e.storage
	return e.read("reading the tags", func(ctx context.Context) (tea.Msg, error) {
		rows, err := storage.Table(ctx, -1)
		if err != nil {
			return nil, err
		}
		return tagsKnownMsg{tagsOf(rows)}, nil
	}, 0)
}

// tagsOf are the tags of rows, the most used first.
func tagsOf(rows *store.Table) []string {
	uses := map[string]int{}
	for i := range rows.Len() {
		if !rows.Brief(i).Tagged() {
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
