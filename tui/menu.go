package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// menu lists the actions possible on the screen below, narrowed by typing;
// enter carries one out. It is both the list of keys, by group, and the command
// palette, most useful first.
type menu struct {
	env    *env
	keys   bool // opened as the list of keys
	offers []action
	shown  []action
	filter input
	list   cursor

	// explain says more about the screen below, above its keys; nil for nothing.
	explain func(w int) []string
}

// explainer is a screen that can say more than its keys.
type explainer interface {
	Explain(w int) []string
}

func newMenu(e *env, keys bool, below screen) *menu {
	m := &menu{env: e, keys: keys, filter: newInput("type to search")}
	seen := map[actionID]bool{actHelp: true, actPalette: true}
	offered := append(append([]actionID{}, e.offered(below)...), globalActions()...)
	offered = append(offered, actLeave)
	if keys {
		offered = inTableOrder(e.keys.actions, offered)
		if screen, ok := below.(explainer); ok {
			m.explain = screen.Explain
		}
	}
	for _, id := range offered {
		if a, ok := e.keys.byID[id]; ok && !seen[id] {
			seen[id] = true
			m.offers = append(m.offers, a)
		}
	}
	m.narrow()
	return m
}

// inTableOrder sorts actions as the table has them, so that groups are together;
// those every screen and every list have come last.
func inTableOrder(table []action, offered []actionID) []actionID {
	in := make(map[actionID]bool, len(offered))
	for _, id := range offered {
		in[id] = true
	}
	var own, lists, everywhere []actionID
	for _, a := range table {
		switch {
		case !in[a.id]:
		case a.group == groupEverywhere:
			everywhere = append(everywhere, a.id)
		case a.group == groupLists:
			lists = append(lists, a.id)
		default:
			own = append(own, a.id)
		}
	}
	return append(append(own, lists...), everywhere...)
}

// Init looks up what undo and redo would do.
func (m *menu) Init() tea.Cmd { return m.env.loadUndoable() }

func (m *menu) Width() int   { return 76 }
func (m *menu) InText() bool { return true }
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
		if m.filter.search(msg) {
			m.narrow()
		}
	case undoableMsg:
		m.tell(actUndo, "Undo: ", msg.undo)
		m.tell(actRedo, "Do again: ", msg.redo)
		m.narrow()
	}
	return step{}
}

// tell puts what an action would do into its words.
func (m *menu) tell(id actionID, verb, what string) {
	for i := range m.offers {
		switch {
		case m.offers[i].id != id:
		case what == "":
			m.offers[i].about = verb + "nothing yet"
		default:
			m.offers[i].about = verb + oneLine(what)
		}
	}
}

// narrow keeps the actions all words of the filter occur in.
func (m *menu) narrow() {
	words := strings.Fields(store.Fold(m.filter.value()))
	m.shown = nil
	for i := range m.offers {
		if m.offers[i].has(words) {
			m.shown = append(m.shown, m.offers[i])
		}
	}
	m.list = cursor{}
}

// menuHead is how many rows are above the actions.
const menuHead = 2

// rows is how many actions are shown at once.
func (m *menu) rows() int { return max(min(m.env.height-menuHead-menuFoot-1, 18), 3) }

// menuFoot is how many rows below say in full what the marked action does.
const menuFoot = 3

func (m *menu) View(w, h int) string {
	st := m.env.styles
	lines := m.explanation(w, h/2)
	lines = append(lines, st.Accent.Render("› ")+m.filter.view(w-2, true), "")
	if len(m.shown) == 0 {
		return strings.Join(append(lines, "Nothing here is called that. Clear the search, or "+m.env.keyFor(actBack)+"."), "\n")
	}
	keyWidth := 0
	for _, a := range m.offers {
		keyWidth = max(keyWidth, width(keyNames(a.keys)))
	}
	keyWidth = min(keyWidth, w/4)
	rows := min(m.rows(), max(h-len(lines)-menuFoot, 1))
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
	for len(lines) < menuHead+rows {
		lines = append(lines, "")
	}
	more := "" // where there is no room for it, the list still scrolls
	if rest := len(m.shown) - from - rows; rest > 0 {
		more = "… " + thousands(rest) + " more"
	}
	lines = append(lines, "  "+st.Muted.Render(more))
	about := append(wrap(m.shown[m.list.at].about, w), " ") // two rows always, so that the box stands still
	return strings.Join(append(lines, about[:2]...), "\n")
}

// explanation is what the screen below says about itself, in at most h rows; it
// makes room once something is searched for.
func (m *menu) explanation(w, h int) []string {
	if m.explain == nil || m.filter.value() != "" {
		return nil
	}
	lines := m.explain(w)
	if len(lines) == 0 || h < 3 {
		return nil
	}
	if len(lines) > h-1 {
		lines = append(lines[:h-2:h-2], m.env.styles.Muted.Render("… "+m.env.keyFor(actWhy)+" shows all"))
	}
	return append(lines, "")
}

// chosenMsg is the menu's answer; the root carries it out.
type chosenMsg struct{ id actionID }

// Click chooses the line clicked.
func (m *menu) Click(_, y int) step {
	at := m.list.window(len(m.shown), m.rows()) + y - menuHead
	if y < menuHead || at >= len(m.shown) || y >= menuHead+m.rows() {
		return step{}
	}
	return backWith(chosenMsg{m.shown[at].id})
}
