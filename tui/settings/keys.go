package settings

import (
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/fold"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// keysScreen shows every key of the program, and gives an action another one.
type keysScreen struct {
	env     *screen.Env
	filter  widget.Input
	shown   []keys.Action
	list    widget.Cursor
	asking  bool // the next key becomes that of the marked action
	problem string
}

// keysSavedMsg says that the keys were kept.
type keysSavedMsg struct{}

func newKeysScreen(e *screen.Env) *keysScreen {
	s := &keysScreen{env: e, filter: widget.NewSearch("type to search")}
	s.narrow()
	return s
}

func (s *keysScreen) Init() tea.Cmd { return nil }
func (s *keysScreen) Title() string { return "Keys" }
func (s *keysScreen) InText() bool  { return true }

// Subtitle says how many differ from the program's own.
func (s *keysScreen) Subtitle() string { return keysNote(s.env) }

func (s *keysScreen) Actions() []keys.ID {
	if s.asking {
		return nil // every key is an answer
	}
	return []keys.ID{keys.Choose, keys.DiscardKey, keys.Back, keys.LineUp, keys.LineDown, keys.PageUp, keys.PageDown}
}

func (s *keysScreen) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case keysSavedMsg:
		s.env.Rekey()
		s.narrow()
	case tea.KeyPressMsg:
		if s.asking {
			return s.give(msg.String())
		}
		if s.filter.Search(s.env, msg) {
			s.narrow()
			s.list = widget.Cursor{}
		}
	case tea.PasteMsg:
		if !s.asking && s.filter.Search(s.env, msg) {
			s.narrow()
			s.list = widget.Cursor{}
		}
	case screen.ActionMsg:
		return s.act(msg.ID)
	}
	return screen.Step{}
}

func (s *keysScreen) act(id keys.ID) screen.Step {
	s.problem = ""
	if s.list.Move(id, len(s.shown), s.rowsShown()) {
		return screen.Step{}
	}
	switch id {
	case keys.Back:
		return screen.Back()
	case keys.Choose:
		s.asking = len(s.shown) > 0
	case keys.DiscardKey:
		if len(s.shown) > 0 {
			keys := s.copied()
			delete(keys, string(s.shown[s.list.At].ID))
			return s.save(keys)
		}
	}
	return screen.Step{}
}

func (s *keysScreen) copied() map[string][]string {
	keys := map[string][]string{}
	maps.Copy(keys, s.env.Settings.Keys())
	return keys
}

// give gives the marked action the key pressed; esc leaves it as it was. After a
// key that cannot be used the next one is another try.
func (s *keysScreen) give(k string) screen.Step {
	s.asking, s.problem = false, ""
	if k == "esc" || k == keys.EscTooFast {
		return screen.Step{}
	}
	a := s.shown[s.list.At]
	ofAction := s.copied()
	ofAction[string(a.ID)] = []string{k}
	for _, p := range keys.Check(ofAction, s.env.OwnKeys()...) {
		if s.asking = true; s.problem == "" || p.Action == string(a.ID) {
			s.problem = style.Capital(p.Action + ": " + p.Problem)
		}
	}
	if s.asking {
		return screen.Step{}
	}
	return s.save(ofAction)
}

func (s *keysScreen) save(keys map[string][]string) screen.Step {
	settings := s.env.Settings
	return screen.Stay(s.env.Write(screen.Save{Doing: "saving the keys", Counts: "keys"}, func() (tea.Msg, error) {
		return keysSavedMsg{}, settings.SaveKeys(keys)
	}))
}

// narrow keeps the actions all words of the filter occur in.
func (s *keysScreen) narrow() {
	words := strings.Fields(fold.Text(s.filter.Value()))
	s.shown = slices.DeleteFunc(slices.Clone(s.env.Keys.Actions), func(a keys.Action) bool {
		_, own := keys.OwnAt(a.ID) // its key is in the settings, with the rest of it
		return own || !a.Has(words)
	})
	s.list.Settle(len(s.shown), s.rowsShown())
}

func (s *keysScreen) rowsShown() int { return max(s.env.Height-5, 1) }

func (s *keysScreen) View(w, h int) string {
	st := s.env.Styles
	lines := []string{st.Accent.Render("› ") + s.filter.View(w-2, !s.asking), ""}
	changed := s.env.Settings.Keys()
	from := s.list.Window(len(s.shown), s.rowsShown())
	for i := from; i < min(from+s.rowsShown(), len(s.shown)); i++ {
		a := s.shown[i]
		names := keys.Names(a.Keys)
		if changed[string(a.ID)] != nil {
			names = "* " + names
		}
		text := style.Fit(names, 18) + "  " + style.Fit(string(a.ID), 16) + "  " + a.About
		if i == s.list.At {
			lines = append(lines, st.Selected.Render("› "+style.Fit(text, w-2)))
		} else {
			lines = append(lines, "  "+style.Truncate(text, w-2))
		}
	}
	if len(s.shown) == 0 {
		lines = append(lines, "Nothing here is called that.")
	}
	for len(lines) < h-2 {
		lines = append(lines, "")
	}
	return strings.Join(append(lines[:min(len(lines), max(h-2, 1))], s.foot(w)...), "\n")
}

// foot is what stands below the list, in two rows.
func (s *keysScreen) foot(w int) []string {
	k, st := s.env.KeyFor, s.env.Styles
	switch {
	case s.problem != "":
		lines := style.Wrap("! "+s.problem+". Press another key; esc leaves it as it was.", w)
		if len(lines) == 1 {
			return []string{"", st.Danger.Render(lines[0])}
		}
		return []string{st.Danger.Render(lines[0]), st.Danger.Render(style.Truncate(strings.Join(lines[1:], " "), w))}
	case s.asking:
		return []string{"", st.Strong.Render(style.Truncate("Press the new key for “"+s.shown[s.list.At].Title+"”; esc leaves it as it is.", w))}
	}
	return []string{"", style.Truncate(k(keys.Choose)+" gives the marked action another key; "+k(keys.DiscardKey)+" gives it its own back; * is changed", w)}
}
