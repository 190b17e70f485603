package settings

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// settings shows what can be set, each line with what it is now, and where the
// files are.
type settings struct {
	env  *screen.Env
	list widget.Cursor
}

func New(e *screen.Env) *settings { return &settings{env: e} }

// settingLine is one line of the settings.
type settingLine struct {
	name  string
	now   string
	about string
	open  func() screen.Step   // carried out by enter
	turn  func(by int) tea.Cmd // by the arrow keys; nil where there is nothing to turn
}

func (s *settings) lines() []settingLine {
	e := s.env
	onOff := map[bool]string{true: "on", false: "off"}
	lines := []settingLine{
		{name: "Profile", now: profileNote(e), about: "Your goals, planned use and comfort; the advice takes them into account",
			open: func() screen.Step { return screen.Push(NewProfile(e, false)) }},
		{name: themeLine, now: e.Theme(), about: style.Capital(style.AboutTheme(e.Theme())), turn: s.turnTheme},
		{name: "Mouse", now: onOff[e.Mouse()], about: "On: wheel and clicks work. Off: the terminal selects text. " + e.KeyFor(keys.Mouse) + " changes it for now", turn: s.turnMouse},
		{name: "Keys", now: keysNote(e), about: "All keys, and other ones for those you do not like", open: func() screen.Step { return screen.Push(newKeysScreen(e)) }},
		{name: "Lists", now: listOrNone(screen.ListNames(e.Settings.Lists())), about: "Lists of your own beside Waiting, Later, Decided and All", open: func() screen.Step { return screen.Push(newListsScreen(e)) }},
	}
	pace := map[bool]string{true: "one at a time", false: "in pages"}
	lines = append(lines, settingLine{name: "Questions", now: pace[e.Settings.OneByOne()], about: "Whole pages to scan, or one question after the other", turn: s.turnPace})
	shown := map[bool]string{true: "line by line", false: "on screens"}
	lines = append(lines, settingLine{name: "Shown", now: shown[e.Settings.Accessible()], about: "Line by line from the next start, for screen readers and braille", turn: s.turnAccessible})
	for _, f := range e.Settings.Files() {
		lines = append(lines, settingLine{name: style.Capital(f.What), now: f.Path, about: e.KeyFor(keys.Choose) + " copies the path",
			open: func() screen.Step { return screen.Stay(e.CopyText("the path", f.Path)) }})
	}
	return lines
}

func listOrNone(text string) string {
	if text == "" {
		return "none yet"
	}
	return text
}

func profileNote(e *screen.Env) string {
	p := e.Settings.Profile()
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
	return quantity.Of(len(p.Goals), "goal", "goals") + strings.Join(style.Prefixed(", ", nonEmpty(p.Usage, p.Comfort)), "")
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

func keysNote(e *screen.Env) string {
	if n := len(e.Settings.Keys()); n > 0 {
		return fmt.Sprintf("%d changed", n)
	}
	return "as they come"
}

func (s *settings) Init() tea.Cmd { return nil }
func (s *settings) Title() string { return "Settings" }
func (s *settings) InText() bool  { return false }

func (s *settings) Actions() []keys.ID {
	line := s.lines()[s.list.At]
	var acts []keys.ID
	if line.open != nil {
		acts = append(acts, keys.Choose)
	}
	if line.turn != nil {
		acts = append(acts, keys.NextValue, keys.PrevValue)
	}
	return append(append(acts, keys.Back), keys.ListMoves()...)
}

func (s *settings) Update(msg tea.Msg) screen.Step {
	act, ok := msg.(screen.ActionMsg)
	if !ok {
		return screen.Step{}
	}
	lines := s.lines()
	if s.list.Move(act.ID, len(lines), len(lines)) {
		return screen.Step{}
	}
	line := lines[s.list.At]
	switch act.ID {
	case keys.Back:
		return screen.Back()
	case keys.Choose:
		return line.open()
	case keys.NextValue:
		return screen.Stay(line.turn(1))
	case keys.PrevValue:
		return screen.Stay(line.turn(-1))
	}
	return screen.Step{}
}

func (s *settings) turnTheme(by int) tea.Cmd {
	e := s.env
	all := e.Themes()
	at := 0
	for i, theme := range all {
		if theme == e.Theme() {
			at = i
		}
	}
	theme := all[(at+by+len(all))%len(all)]
	ask := e.SetTheme(theme)
	save := e.SaveSetting("saving the theme", func(s screen.Settings) error { return s.SaveTheme(theme) })
	return tea.Batch(save, ask)
}

func (s *settings) turnPace(int) tea.Cmd {
	on := !s.env.Settings.OneByOne()
	return s.env.SaveSetting("saving the pace of the questions", func(s screen.Settings) error { return s.SaveOneByOne(on) })
}

func (s *settings) turnAccessible(int) tea.Cmd {
	on := !s.env.Settings.Accessible()
	return s.env.SaveSetting("saving how linkvet is shown", func(s screen.Settings) error { return s.SaveAccessible(on) })
}

func (s *settings) turnMouse(int) tea.Cmd {
	on := !s.env.Mouse()
	s.env.SetMouse(on)
	return s.env.SaveSetting("saving the mouse setting", func(s screen.Settings) error { return s.SaveMouse(on) })
}

func (s *settings) View(w, h int) string {
	st := s.env.Styles
	lines := s.lines()
	nameWidth := 10
	for _, line := range lines {
		nameWidth = max(nameWidth, style.Width(line.name))
	}
	rows := max(h-below(h), 1)
	from := s.list.Window(len(lines), rows)
	var out []string
	for i := from; i < min(from+rows, len(lines)); i++ {
		line := lines[i]
		now := line.now
		if room := w - nameWidth - 4; style.Width(now) > room {
			now = style.ShortPath(now, room)
		}
		if line.turn != nil && i == s.list.At {
			now = "‹ " + now + " ›"
		}
		text := style.Fit(line.name, nameWidth) + "  " + now
		if i == s.list.At {
			out = append(out, st.Selected.Render("› "+style.Fit(text, w-2)))
		} else {
			out = append(out, "  "+style.Truncate(text, w-2))
		}
	}
	about := lines[s.list.At].about
	if n := len(s.env.FaintColors()); n > 0 && lines[s.list.At].name == themeLine && h < screen.RoomyHeight { // no room for which
		about += ". " + quantity.Sentence(n, "A color is hard to read; linkvet doctor says which", "%d colors are hard to read; linkvet doctor says which")
	}
	out = append(append(out, ""), style.Wrap(about, w)...)
	if lines[s.list.At].name == themeLine {
		if h >= screen.RoomyHeight {
			out = append(out, "")
		}
		out = append(out, s.preview(w)...)
	}
	return strings.Join(out[:min(len(out), h)], "\n")
}

// below is how many rows of h are kept for what is said about a line, and for the
// preview.
func below(h int) int {
	if h < screen.RoomyHeight {
		return 5
	}
	return 7
}

// themeLine is the line that has a preview.
const themeLine = "Theme"

// preview shows what the theme makes of each recommendation, and of the rest.
func (s *settings) preview(w int) []string {
	st := s.env.Styles
	line, used := "", 0
	var lines []string
	for _, r := range advisor.Recommendations() {
		text := style.RecommendationSymbol(r) + " " + style.AdviceShort(r, "", "")
		if n := style.Width(text); used > 0 && used+n+3 > w {
			lines, line, used = append(lines, line), "", 0
		} else if used > 0 {
			line, used = line+"   ", used+3
		}
		line, used = line+st.Recommendation(r).Render(text), used+style.Width(text)
	}
	lines = append(lines, line)
	lines = append(lines, st.Text.Render("Text")+"   "+st.Strong.Render("heading")+"   "+st.Muted.Render("less important")+"   "+st.Accent.Render("where you are")+"   "+st.Selected.Render("› marked"))
	if faint := s.env.FaintColors(); len(faint) > 0 {
		text := style.Capital(faint[0].String()) + ". In the settings file, " + faint[0].Mend() + "."
		if n := len(faint) - 1; n > 0 {
			text += " " + quantity.Sentence(n, "So is it with %d other: linkvet doctor names all.", "So is it with %d others: linkvet doctor names all.")
		}
		lines = append(lines, style.Wrap(text, w)...)
	}
	return lines
}

// Click marks a line, and carries it out when it is marked.
func (s *settings) Click(_, y int) screen.Step {
	lines := s.lines()
	at := s.list.Window(len(lines), max(s.env.Height-below(s.env.Height), 1)) + y
	if y < 0 || at >= len(lines) {
		return screen.Step{}
	}
	if at == s.list.At && lines[at].open != nil {
		return lines[at].open()
	}
	s.list.At = at
	return screen.Step{}
}
