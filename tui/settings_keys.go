package tui

import (
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// keysScreen shows every key of the program, and gives an action another one.
type keysScreen struct {
	env     *env
	filter  input
	shown   []action
	list    cursor
	asking  bool // the next key becomes that of the marked action
	problem string
}

// keysSavedMsg says that the keys were kept.
type keysSavedMsg struct{}

func newKeysScreen(e *env) *keysScreen {
	s := &keysScreen{env: e, filter: newInput("type to search")}
	s.narrow()
	return s
}

func (s *keysScreen) Init() tea.Cmd { return nil }
func (s *keysScreen) Title() string { return "Keys" }
func (s *keysScreen) InText() bool  { return true }

// Headline says how many differ from the program's own.
func (s *keysScreen) Headline() string { return keysNote(s.env) }

func (s *keysScreen) Actions() []actionID {
	if s.asking {
		return nil // every key is an answer
	}
	return []actionID{actChoose, actDiscardKey, actBack, actLineUp, actLineDown, actPageUp, actPageDown}
}

func (s *keysScreen) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case keysSavedMsg:
		s.env.rekey(s.env.settings.Keys())
		s.narrow()
	case tea.KeyPressMsg:
		if s.asking {
			return s.give(msg.String())
		}
		if s.filter.search(msg) {
			s.narrow()
			s.list = cursor{}
		}
	case tea.PasteMsg:
		if !s.asking && s.filter.search(msg) {
			s.narrow()
			s.list = cursor{}
		}
	case actionMsg:
		return s.act(msg.id)
	}
	return step{}
}

func (s *keysScreen) act(id actionID) step {
	s.problem = ""
	if s.list.move(id, len(s.shown), s.rowsShown()) {
		return step{}
	}
	switch id {
	case actBack:
		return back()
	case actChoose:
		s.asking = len(s.shown) > 0
	case actDiscardKey:
		if len(s.shown) > 0 {
			keys := s.copied()
			delete(keys, string(s.shown[s.list.at].id))
			return s.save(keys)
		}
	}
	return step{}
}

func (s *keysScreen) copied() map[string][]string {
	keys := map[string][]string{}
	maps.Copy(keys, s.env.settings.Keys())
	return keys
}

// give gives the marked action the key pressed; esc leaves it as it was. After a
// key that cannot be used the next one is another try.
func (s *keysScreen) give(k string) step {
	s.asking, s.problem = false, ""
	if k == "esc" || k == escTooFast {
		return step{}
	}
	a := s.shown[s.list.at]
	keys := s.copied()
	keys[string(a.id)] = []string{k}
	for _, p := range CheckKeys(keys) {
		if s.asking = true; s.problem == "" || p.Action == string(a.id) {
			s.problem = capital(p.Action + ": " + p.Problem)
		}
	}
	if s.asking {
		return step{}
	}
	return s.save(keys)
}

func (s *keysScreen) save(keys map[string][]string) step {
	settings := s.env.settings
	return stay(s.env.write("saving the keys", func() (tea.Msg, error) {
		return keysSavedMsg{}, settings.SaveKeys(keys)
	}, 0))
}

// narrow keeps the actions all words of the filter occur in.
func (s *keysScreen) narrow() {
	words := strings.Fields(store.Fold(s.filter.value()))
	s.shown = slices.DeleteFunc(slices.Clone(s.env.keys.actions), func(a action) bool { return !a.has(words) })
	s.list.settle(len(s.shown), s.rowsShown())
}

func (s *keysScreen) rowsShown() int { return max(s.env.height-5, 1) }

func (s *keysScreen) View(w, h int) string {
	st := s.env.styles
	lines := []string{st.Accent.Render("› ") + s.filter.view(w-2, !s.asking), ""}
	changed := s.env.settings.Keys()
	from := s.list.window(len(s.shown), s.rowsShown())
	for i := from; i < min(from+s.rowsShown(), len(s.shown)); i++ {
		a := s.shown[i]
		names := keyNames(a.keys)
		if changed[string(a.id)] != nil {
			names = "* " + names
		}
		text := fit(names, 18) + "  " + fit(string(a.id), 16) + "  " + a.about
		if i == s.list.at {
			lines = append(lines, st.Selected.Render("› "+fit(text, w-2)))
		} else {
			lines = append(lines, "  "+truncate(text, w-2))
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
	k, st := s.env.keyFor, s.env.styles
	switch {
	case s.problem != "":
		lines := wrap("! "+s.problem+". Press another key; esc leaves it as it was.", w)
		if len(lines) == 1 {
			return []string{"", st.Danger.Render(lines[0])}
		}
		return []string{st.Danger.Render(lines[0]), st.Danger.Render(truncate(strings.Join(lines[1:], " "), w))}
	case s.asking:
		return []string{"", st.Strong.Render(truncate("Press the new key for “"+s.shown[s.list.at].title+"”; esc leaves it as it is.", w))}
	}
	return []string{"", truncate(k(actChoose)+" gives the marked action another key; "+k(actDiscardKey)+" gives it its own back; * is changed", w)}
}
