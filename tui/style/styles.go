package style

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"linkvet/advisor"
	"linkvet/store/record"
)

// Ink is a style worked out once: the escape codes to put before and after a
// text on one line. Rendering with it costs next to nothing, and rows of a
// list are drawn with dozens of them.
type Ink struct{ open, close string }

// Render puts the style around s, which must be on one line. Where s has a style
// of its own inside, which ends all styles, it goes on after that.
func (i Ink) Render(s string) string {
	if s == "" || i.open == "" {
		return s
	}
	return i.open + strings.ReplaceAll(s, i.close, i.close+i.open) + i.close
}

// Begin is what a text in this ink begins with.
func (i Ink) Begin() string { return i.open }

func newInk(s lipgloss.Style) Ink {
	const mark = "x"
	before, after, _ := strings.Cut(s.Render(mark), mark)
	return Ink{before, after}
}

// Styles are the tokens everything is drawn with, built once for a theme. Three
// colours carry meaning, and red is for vetoes and failures only; every meaning
// is also said by a word or a symbol, for terminals and eyes without colour.
type Styles struct {
	theme string
	Dark  bool
	Mono  bool

	Text     Ink // body text, as the terminal has it
	Strong   Ink // names, headings, the summary
	Muted    Ink // what is less important, still easily read
	Accent   Ink // where one is: tabs, focus, keys
	Good     Ink // speaks for accepting
	Caution  Ink // speaks against, or wants a look
	Danger   Ink // vetoes and failures
	Key      Ink // a key in the footer
	Selected Ink // the marked row; always together with the marker character
	Match    Ink // letters a filter found
	Border   Ink
	Cursor   Ink
}

// Background is what is known of the terminal's background.
type Background uint8

const (
	BackgroundUnknown Background = iota // the terminal has not said, or never will
	backgroundLight
	backgroundDark
)

// BackgroundOf is the background a terminal says it has.
func BackgroundOf(msg tea.BackgroundColorMsg) Background {
	if msg.IsDark() {
		return backgroundDark
	}
	return backgroundLight
}

// colour is one colour for each background. Where that is unknown it is one of
// the terminal's own sixteen, which suit it whatever it is, or none.
type colour struct{ light, dark, unknown string }

// New builds the tokens of a theme; the background counts for the auto
// theme.
func New(theme string, bg Background) *Styles {
	switch theme {
	case ThemeLight:
		bg = backgroundLight
	case ThemeDark:
		bg = backgroundDark
	}
	s := &Styles{theme: theme, Dark: bg == backgroundDark, Mono: theme == ThemeMono}
	plain := lipgloss.NewStyle()
	of := func(c colour) lipgloss.Style {
		code := [...]string{c.unknown, c.light, c.dark}[bg]
		if s.Mono || code == "" {
			return plain
		}
		return plain.Foreground(lipgloss.Color(code))
	}
	s.Strong = newInk(plain.Bold(true))
	s.Muted = newInk(of(colour{"#4A4F57", "#B4BAC6", ""}))
	s.Accent = newInk(of(colour{"#1A4FA0", "#8AB4F8", ""}).Bold(true))
	s.Good = newInk(of(colour{"#17643A", "#8FD6A5", "2"}))
	s.Caution = newInk(of(colour{"#7A4B00", "#EBC06D", ""}))
	s.Danger = newInk(of(colour{"#A81E17", "#FF8A80", "1"}).Bold(true))
	s.Key = newInk(plain.Bold(true))
	s.Selected = newInk(plain.Reverse(true))
	s.Match = newInk(plain.Bold(true).Underline(true))
	s.Border = newInk(of(colour{"#6B7280", "#7F8694", ""}))
	s.Cursor = newInk(plain.Reverse(true))
	return s
}

// Recommendation returns the ink of a recommendation.
func (s *Styles) Recommendation(r advisor.Recommendation) Ink {
	switch r {
	case advisor.Accept, advisor.ReviewAndAccept:
		return s.Good
	case advisor.ReviewAndAcceptIfRelevant:
		return s.Accent
	case advisor.IgnoreOrVetFurther, advisor.Decline:
		return s.Caution
	case advisor.DeclineAndBlock:
		return s.Danger
	}
	return s.Muted
}

// Signs of a row, all single code points that terminals agree are one column
// wide.
const (
	NoteSign    = "≡" // there is a note
	TieSign     = "◆" // the archives know more of the person
	WarningSign = "!" // something looks like a stop sign
)

// RecommendationSymbol is a recommendation in one column; all are single code
// points that terminals agree are one column wide.
func RecommendationSymbol(r advisor.Recommendation) string {
	switch r {
	case advisor.Accept:
		return "✔"
	case advisor.ReviewAndAccept:
		return "●"
	case advisor.ReviewAndAcceptIfRelevant:
		return "◐"
	case advisor.IgnoreOrVetFurther:
		return "○"
	case advisor.Decline:
		return "✕"
	case advisor.DeclineAndBlock:
		return "■"
	}
	return "·"
}

// AdviceShort is a recommendation in few words, for columns, as it is called for
// an invitation of that direction and kind.
func AdviceShort(r advisor.Recommendation, dir record.Direction, kind string) string {
	switch {
	case dir == record.Outgoing && r == advisor.DeclineAndBlock:
		return "Don't, block"
	case dir == record.Outgoing && r > advisor.Accept && r < advisor.IgnoreOrVetFurther:
		return "One look, send"
	case dir != record.Outgoing && kind == record.KindJoin && r == advisor.DeclineAndBlock:
		return "Report it"
	case dir != record.Outgoing && kind == record.KindJoin && r > advisor.Accept && r < advisor.IgnoreOrVetFurther:
		return "Join later"
	case dir == record.Outgoing || kind == record.KindJoin:
		return r.LabelFor(string(dir), kind)
	}
	switch r {
	case advisor.ReviewAndAccept:
		return "Review, accept"
	case advisor.ReviewAndAcceptIfRelevant:
		return "If relevant"
	case advisor.IgnoreOrVetFurther:
		return "Ignore or vet"
	case advisor.DeclineAndBlock:
		return "Decline, block"
	}
	return r.Label()
}

// DecisionWord is a decision as people say it.
func DecisionWord(d record.Decision) string { return strings.ReplaceAll(string(d), "_", " ") }

// DecisionSymbol is what the person did in one column. None is that of a
// recommendation, so that the one is never taken for the other.
func DecisionSymbol(d record.Decision) string {
	switch d {
	case record.Accepted:
		return "+"
	case record.Ignored, record.NotSent:
		return "~"
	case record.Declined:
		return "–"
	case record.Blocked:
		return "⊘"
	case record.Reported:
		return "⚑"
	case record.Sent:
		return "↑"
	}
	return "·"
}

// The themes a person can ask for.
const (
	ThemeAuto  = "auto"  // as light or dark as the terminal says it is
	ThemeLight = "light" // for light backgrounds
	ThemeDark  = "dark"  // for dark backgrounds
	ThemeMono  = "mono"  // no colour, only bold and reverse
)

// Themes returns every theme, in the order they are offered.
func Themes() []string { return []string{ThemeAuto, ThemeLight, ThemeDark, ThemeMono} }
