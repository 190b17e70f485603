package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/fold"
	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// Menu lists the actions possible on the screen below, narrowed by typing;
// enter carries one out. It is both the list of keys, by group, and the command
// palette, most useful first.
type Menu struct {
	env    *screen.Env
	keys   bool // opened as the list of keys
	offers []keys.Action
	shown  []keys.Action
	filter Input
	list   Cursor

	// explain says more about the screen below, above its keys; nil for nothing.
	explain func(w int) []string
}

// explainer is a screen that can say more than its keys.
type explainer interface {
	Explain(w int) []string
}

func NewMenu(e *screen.Env, ofAction bool, below screen.Screen) *Menu {
	m := &Menu{env: e, keys: ofAction, filter: NewSearch("type to search")}
	seen := map[keys.ID]bool{keys.Help: true, keys.Palette: true}
	offered := append(append([]keys.ID{}, e.Offered(below)...), keys.Global()...)
	offered = append(offered, keys.Leave)
	if ofAction {
		offered = inTableOrder(e.Keys.Actions, offered)
		if screen, ok := below.(explainer); ok {
			m.explain = screen.Explain
		}
	}
	for _, id := range offered {
		if a, ok := e.Keys.ByID[id]; ok && !seen[id] {
			seen[id] = true
			if below.InText() {
				a.Keys = slices.DeleteFunc(slices.Clone(a.Keys), keys.OfText)
			}
			m.offers = append(m.offers, a)
		}
	}
	m.narrow()
	return m
}

// inTableOrder sorts actions as the table has them, so that groups are together;
// those every screen and every list have come last.
func inTableOrder(table []keys.Action, offered []keys.ID) []keys.ID {
	in := make(map[keys.ID]bool, len(offered))
	for _, id := range offered {
		in[id] = true
	}
	var own, lists, everywhere []keys.ID
	for _, a := range table {
		switch {
		case !in[a.ID]:
		case a.Group == keys.GroupEverywhere:
			everywhere = append(everywhere, a.ID)
		case a.Group == keys.GroupLists:
			lists = append(lists, a.ID)
		default:
			own = append(own, a.ID)
		}
	}
	return append(append(own, lists...), everywhere...)
}

// Init looks up what undo and redo would do.
func (m *Menu) Init() tea.Cmd { return m.env.LoadUndoable() }

func (m *Menu) InText() bool { return true }

// Width is that of a readable list, or of a sheet of four columns.
func (m *Menu) Width() int {
	if m.keys {
		return 4*(sheetColumn+sheetGap) - sheetGap
	}
	return 76
}

func (m *Menu) Title() string {
	if m.keys {
		return "Keys of this screen"
	}
	return "Commands"
}

func (m *Menu) Actions() []keys.ID {
	return []keys.ID{keys.Choose, keys.Back, keys.LineUp, keys.LineDown, keys.PageUp, keys.PageDown}
}

func (m *Menu) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		switch msg.ID {
		case keys.Back:
			return screen.Back()
		case keys.Choose:
			if len(m.shown) == 0 {
				return screen.Step{}
			}
			return screen.BackWith(ChosenMsg{m.shown[m.list.At].ID})
		}
		m.move(msg.ID)
	case tea.KeyPressMsg, tea.PasteMsg:
		if m.filter.Search(m.env, msg) {
			m.narrow()
		}
	case screen.UndoableMsg:
		m.tell(keys.Undo, "Undo: ", msg.Undo)
		m.tell(keys.Redo, "Do again: ", msg.Redo)
		m.renew()
	}
	return screen.Step{}
}

// move marks another action: the next one, or on a sheet one of another page.
func (m *Menu) move(id keys.ID) {
	if s, ok := m.sheet(m.env.Width-boxAround, m.env.Height-menuHead); ok {
		switch id {
		case keys.PageDown:
			m.list.At = s.turn(m.list.At, 1, len(m.shown))
			return
		case keys.PageUp:
			m.list.At = s.turn(m.list.At, -1, len(m.shown))
			return
		}
	}
	m.list.Move(id, len(m.shown), m.rows())
}

// boxAround is how many columns of a screen are taken by the box of a dialog.
const boxAround = 6

// sheet is the keys set out in w columns and h rows, if that is how they are
// shown.
func (m *Menu) sheet(w, h int) (*sheet, bool) {
	if !m.keys || m.filter.Value() != "" {
		return nil, false
	}
	s, ok := sheetOf(m.shown, min(w, m.Width()), h-menuFoot)
	return &s, ok
}

// renew finds the actions again whose words have changed. The marked one stays
// marked.
func (m *Menu) renew() {
	at := m.list
	var marked keys.ID
	if at.At < len(m.shown) {
		marked = m.shown[at.At].ID
	}
	m.narrow()
	if n := slices.IndexFunc(m.shown, func(a keys.Action) bool { return a.ID == marked }); n >= 0 {
		m.list = at
		m.list.At = n
	}
}

// tell puts what an action would do into its words.
func (m *Menu) tell(id keys.ID, verb, what string) {
	for i := range m.offers {
		switch {
		case m.offers[i].ID != id:
		case what == "":
			m.offers[i].About = verb + "nothing yet"
		default:
			m.offers[i].About = verb + screen.StepText(what)
		}
	}
}

// narrow keeps the actions all words of the filter occur in.
func (m *Menu) narrow() {
	words := strings.Fields(fold.Text(m.filter.Value()))
	m.shown = nil
	for i := range m.offers {
		if m.offers[i].Has(words) {
			m.shown = append(m.shown, m.offers[i])
		}
	}
	m.list = Cursor{}
}

// menuHead is how many rows are above the actions.
const menuHead = 2

// rows is how many actions are shown at once.
func (m *Menu) rows() int { return max(min(m.env.Height-menuHead-menuFoot-1, 18), 3) }

// menuFoot is how many rows below say in full what the marked action does.
const menuFoot = 3

func (m *Menu) View(w, h int) string {
	st := m.env.Styles
	lines := m.explanation(w, h/2)
	lines = append(lines, st.Accent.Render("› ")+m.filter.View(w-2, true), "")
	if len(m.shown) == 0 {
		return strings.Join(append(lines, "Nothing here is called that. Clear the search, or "+m.env.KeyFor(keys.Back)+"."), "\n")
	}
	body, note := m.listLines(w, h-len(lines)-menuFoot)
	if s, ok := m.sheet(w, h-len(lines)); ok {
		body, note = m.sheetLines(s)
	}
	lines = append(append(lines, body...), "  "+st.Muted.Render(note))
	about := append(style.Wrap(m.shown[m.list.At].About, w), " ") // two rows always, so that the box stands still
	return strings.Join(append(lines, about[:2]...), "\n")
}

// listLines are the actions one below the other, in h rows at most, and how many
// more there are.
func (m *Menu) listLines(w, h int) (lines []string, note string) {
	st := m.env.Styles
	keyWidth := 0
	for _, a := range m.offers {
		keyWidth = max(keyWidth, style.Width(keys.Names(a.Keys)))
	}
	keyWidth = min(keyWidth, w/4)
	rows := min(m.rows(), max(h, 1))
	from := m.list.Window(len(m.shown), rows)
	for i := from; i < min(from+rows, len(m.shown)); i++ {
		a := m.shown[i]
		about := style.Fit(a.About, w-keyWidth-4)
		name := style.Fit(keys.Names(a.Keys), keyWidth)
		if i == m.list.At {
			lines = append(lines, st.Selected.Render("› "+name+"  "+about))
			continue
		}
		lines = append(lines, "  "+st.Key.Render(name)+"  "+about)
	}
	for len(lines) < rows {
		lines = append(lines, "")
	}
	if rest := len(m.shown) - from - rows; rest > 0 {
		note = quantity.Text("… %d more", rest)
	}
	return lines, note
}

// explanation is what the screen below says about itself, in at most h rows; it
// makes room once something is searched for.
func (m *Menu) explanation(w, h int) []string {
	if m.explain == nil || m.filter.Value() != "" {
		return nil
	}
	lines := m.explain(w)
	if len(lines) == 0 || h < 3 {
		return nil
	}
	if len(lines) > h-1 {
		lines = append(lines[:h-2:h-2], m.env.Styles.Muted.Render("… "+m.env.KeyFor(keys.Why)+" shows all"))
	}
	return append(lines, "")
}

// ChosenMsg is the menu's answer; the root carries it out.
type ChosenMsg struct{ ID keys.ID }

// Click chooses the line clicked.
func (m *Menu) Click(x, y int) screen.Step {
	if s, ok := m.sheet(m.env.Width-boxAround, m.env.Height-menuHead); ok {
		if at := s.at(m.list.At, x, y-menuHead); at >= 0 {
			return screen.BackWith(ChosenMsg{m.shown[at].ID})
		}
		return screen.Step{}
	}
	at := m.list.Window(len(m.shown), m.rows()) + y - menuHead
	if y < menuHead || at >= len(m.shown) || y >= menuHead+m.rows() {
		return screen.Step{}
	}
	return screen.BackWith(ChosenMsg{m.shown[at].ID})
}
