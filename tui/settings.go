package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// settings shows what can be set, each line with what it is now, and where the
// files are.
type settings struct {
	env  *env
	list cursor
}

func newSettings(e *env) *settings { return &settings{env: e} }

// settingLine is one line of the settings.
type settingLine struct {
	name  string
	now   string
	about string
	open  func() step          // carried out by enter
	turn  func(by int) tea.Cmd // by the arrow keys; nil where there is nothing to turn
}

func (s *settings) lines() []settingLine {
	e := s.env
	onOff := map[bool]string{true: "on", false: "off"}
	lines := []settingLine{
		{name: "Profile", now: profileNote(e), about: "Your goals, planned use and comfort; the advice takes them into account",
			open: func() step { return push(newProfile(e, false)) }},
		{name: "Theme", now: e.theme, about: "auto follows the terminal; mono has no colours", turn: s.turnTheme},
		{name: "Mouse", now: onOff[e.mouse], about: "On: wheel and clicks work. Off: the terminal selects text. " + e.keyFor(actMouse) + " changes it for now", turn: s.turnMouse},
		{name: "Keys", now: keysNote(e), about: "All keys, and other ones for those you do not like", open: func() step { return push(newKeysScreen(e)) }},
		{name: "Lists", now: listOrNone(sectionNames(e.settings.Sections())), about: "Lists of your own beside Waiting, Later, Decided and All", open: func() step { return push(newSectionsScreen(e)) }},
	}
	for _, f := range e.settings.Files() {
		lines = append(lines, settingLine{name: capital(f.What), now: f.Path, about: e.keyFor(actChoose) + " copies the path",
			open: func() step { return stay(e.copyText("the path", f.Path)) }})
	}
	return lines
}

func listOrNone(text string) string {
	if text == "" {
		return "none yet"
	}
	return text
}

func profileNote(e *env) string {
	p := e.settings.Profile()
	said := len(p.Goals)
	for _, text := range []string{p.Usage, p.Comfort, p.JobSearch} {
		if text != "" {
			said++
		}
	}
	if p.Connections != nil {
		said++
	}
	if said == 0 {
		return "nothing said yet"
	}
	return count(len(p.Goals), "goal", "goals") + strings.Join(prefixed(", ", nonEmpty(p.Usage, p.Comfort)), "")
}

func nonEmpty(words ...string) []string {
	var kept []string
	for _, word := range words {
		if word != "" {
			kept = append(kept, word)
		}
	}
	return kept
}

func keysNote(e *env) string {
	if n := len(e.settings.Keys()); n > 0 {
		return fmt.Sprintf("%d changed", n)
	}
	return "as they come"
}

func (s *settings) Init() tea.Cmd { return nil }
func (s *settings) Title() string { return "Settings" }
func (s *settings) InText() bool  { return false }

func (s *settings) Actions() []actionID {
	line := s.lines()[s.list.at]
	var acts []actionID
	if line.open != nil {
		acts = append(acts, actChoose)
	}
	if line.turn != nil {
		acts = append(acts, actNextValue, actPrevValue)
	}
	return append(append(acts, actBack), listActions()...)
}

func (s *settings) Update(msg tea.Msg) step {
	act, ok := msg.(actionMsg)
	if !ok {
		return step{}
	}
	lines := s.lines()
	if s.list.move(act.id, len(lines), len(lines)) {
		return step{}
	}
	line := lines[s.list.at]
	switch act.id {
	case actBack:
		return back()
	case actChoose:
		return line.open()
	case actNextValue:
		return stay(line.turn(1))
	case actPrevValue:
		return stay(line.turn(-1))
	}
	return step{}
}

// themes are those one can turn through.
func themes() []string { return []string{ThemeAuto, ThemeLight, ThemeDark, ThemeMono} }

func (s *settings) turnTheme(by int) tea.Cmd {
	e := s.env
	all := themes()
	at := 0
	for i, theme := range all {
		if theme == e.theme {
			at = i
		}
	}
	theme := all[(at+by+len(all))%len(all)]
	e.theme = theme
	e.restyle()
	save := e.saveSetting("the theme", func(s Settings) error { return s.SaveTheme(theme) })
	if theme == ThemeAuto && e.backdrop == backgroundUnknown {
		return tea.Batch(save, tea.RequestBackgroundColor)
	}
	return save
}

func (s *settings) turnMouse(int) tea.Cmd {
	on := !s.env.mouse
	s.env.setMouse(on)
	return s.env.saveSetting("the mouse setting", func(s Settings) error { return s.SaveMouse(on) })
}

func (s *settings) View(w, h int) string {
	st := s.env.styles
	lines := s.lines()
	nameWidth := 10
	for _, line := range lines {
		nameWidth = max(nameWidth, width(line.name))
	}
	rows := max(h-3, 1)
	from := s.list.window(len(lines), rows)
	var out []string
	for i := from; i < min(from+rows, len(lines)); i++ {
		line := lines[i]
		now := line.now
		if room := w - nameWidth - 4; width(now) > room {
			now = shortPath(now, room)
		}
		if line.turn != nil && i == s.list.at {
			now = "‹ " + now + " ›"
		}
		text := fit(line.name, nameWidth) + "  " + now
		if i == s.list.at {
			out = append(out, st.Selected.Render("› "+fit(text, w-2)))
		} else {
			out = append(out, "  "+truncate(text, w-2))
		}
	}
	return strings.Join(append(append(out, ""), wrap(lines[s.list.at].about, w)...), "\n")
}

// Click marks a line, and carries it out when it is marked.
func (s *settings) Click(_, y int) step {
	lines := s.lines()
	at := s.list.window(len(lines), max(s.env.height-3, 1)) + y
	if y < 0 || at >= len(lines) {
		return step{}
	}
	if at == s.list.at && lines[at].open != nil {
		return lines[at].open()
	}
	s.list.at = at
	return step{}
}
