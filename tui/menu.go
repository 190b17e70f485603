package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// menu lists the actions possible on the screen below, narrowed by typing;
// enter carries one out. It is both the list of keys and the command palette.
type menu struct {
	env    *env
	keys   bool // opened as the list of keys
	offers []action
	shown  []action
	filter input
	list   cursor
}

func newMenu(e *env, keys bool, below screen) *menu {
	m := &menu{env: e, keys: keys, filter: newInput("type to search")}
	seen := map[actionID]bool{actHelp: true, actPalette: true}
	for _, id := range append(below.Actions(), globalActions()...) {
		if a, ok := e.keys.byID[id]; ok && !seen[id] {
			seen[id] = true
			m.offers = append(m.offers, a)
		}
	}
	m.offers = append(m.offers, e.keys.byID[actLeave])
	m.narrow()
	return m
}

func (m *menu) Init() tea.Cmd { return nil }
func (m *menu) Width() int    { return 72 }
func (m *menu) InText() bool  { return true }
func (m *menu) Title() string {
	if m.keys {
		return "Keys of this screen"
	}
	return "Commands"
}

func (m *menu) Actions() []actionID {
	return []actionID{actChoose, actBack, actLineUp, actLineDown, actPageUp, actPageDown}
}

func (m *menu) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		switch msg.id {
		case actBack:
			return back()
		case actChoose:
			if len(m.shown) == 0 {
				return step{}
			}
			return backWith(chosenMsg{m.shown[m.list.at].id})
		}
		m.list.move(msg.id, len(m.shown), m.rows())
	case tea.KeyPressMsg, tea.PasteMsg:
		if m.filter.update(msg) {
			m.narrow()
		}
	}
	return step{}
}

// narrow keeps the actions all words of the filter occur in.
func (m *menu) narrow() {
	words := strings.Fields(strings.ToLower(m.filter.value()))
	m.shown = nil
	for _, a := range m.offers {
		text := strings.ToLower(a.title + " " + a.about + " " + keyNames(a.keys))
		found := true
		for _, word := range words {
			found = found && strings.Contains(text, word)
		}
		if found {
			m.shown = append(m.shown, a)
		}
	}
	m.list = cursor{}
}

// rows is how many actions are shown at once; two rows are for the filter.
func (m *menu) rows() int { return max(min(m.env.height-4, 18), 3) }

func (m *menu) View(w, h int) string {
	st := m.env.styles
	lines := []string{st.Accent.Render("/ ") + m.filter.view(w-2, true), ""}
	if len(m.shown) == 0 {
		return strings.Join(append(lines, "Nothing here is called that. Clear the search, or esc."), "\n")
	}
	keyWidth := 0
	for _, a := range m.offers {
		keyWidth = max(keyWidth, width(keyNames(a.keys)))
	}
	keyWidth = min(keyWidth, w/3)
	rows := min(m.rows(), h-len(lines))
	from := m.list.window(len(m.shown), rows)
	for i := from; i < min(from+rows, len(m.shown)); i++ {
		a := m.shown[i]
		about := fit(a.about, w-keyWidth-4)
		name := fit(keyNames(a.keys), keyWidth)
		if i == m.list.at {
			lines = append(lines, st.Selected.Render("› "+name+"  "+about))
			continue
		}
		lines = append(lines, "  "+st.Key.Render(name)+"  "+about)
	}
	return strings.Join(lines, "\n")
}

// chosenMsg is the menu's answer; the root carries it out.
type chosenMsg struct{ id actionID }
