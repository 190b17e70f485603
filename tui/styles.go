package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// ink is a style worked out once: the escape codes to put before and after a
// text on one line. Rendering with it costs next to nothing, and rows of a
// list are drawn with dozens of them.
type ink struct{ open, close string }

// Render puts the style around s, which must be on one line. Where s has a style
// of its own inside, which ends all styles, it goes on after that.
func (i ink) Render(s string) string {
	if s == "" || i.open == "" {
		return s
	}
	return i.open + strings.ReplaceAll(s, i.close, i.close+i.open) + i.close
}

func newInk(s lipgloss.Style) ink {
	const mark = "x"
	before, after, _ := strings.Cut(s.Render(mark), mark)
	return ink{before, after}
}

// styles are the tokens everything is drawn with, built once for a theme. Three
// colours carry meaning, and red is for vetoes and failures only; every meaning
// is also said by a word or a symbol, for terminals and eyes without colour.
type styles struct {
	theme string
	dark  bool
	mono  bool

	Text     ink // body text, as the terminal has it
	Strong   ink // names, headings, the summary
	Muted    ink // what is less important, still easily read
	Accent   ink // where one is: tabs, focus, keys
	Good     ink // speaks for accepting
	Caution  ink // speaks against, or wants a look
	Danger   ink // vetoes and failures
	Key      ink // a key in the footer
	Selected ink // the marked row; always together with the marker character
	Match    ink // letters a filter found
	Border   ink
	Cursor   ink
}

// background is what is known of the terminal's background.
type background uint8

const (
	backgroundUnknown background = iota // the terminal has not said, or never will
	backgroundLight
	backgroundDark
)

// backgroundOf is the background a terminal says it has.
func backgroundOf(msg tea.BackgroundColorMsg) background {
	if msg.IsDark() {
		return backgroundDark
	}
	return backgroundLight
}

// colour is one colour for each background. Where that is unknown it is one of
// the terminal's own sixteen, which suit it whatever it is, or none.
type colour struct{ light, dark, unknown string }

// newStyles builds the tokens of a theme; the background counts for the auto
// theme.
func newStyles(theme string, bg background) *styles {
	switch theme {
	case ThemeLight:
		bg = backgroundLight
	case ThemeDark:
		bg = backgroundDark
	}
	s := &styles{theme: theme, dark: bg == backgroundDark, mono: theme == ThemeMono}
	plain := lipgloss.NewStyle()
	of := func(c colour) lipgloss.Style {
		code := [...]string{c.unknown, c.light, c.dark}[bg]
		if s.mono || code == "" {
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
func (s *styles) Recommendation(r advisor.Recommendation) ink {
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

// recommendationSymbol is a recommendation in one column; all are single code
// points that terminals agree are one column wide.
func recommendationSymbol(r advisor.Recommendation) string {
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

// recommendationShort is a recommendation in few words, for columns.
func recommendationShort(r advisor.Recommendation) string {
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

// decisionWord is a decision as people say it.
func decisionWord(d store.Decision) string { return strings.ReplaceAll(string(d), "_", " ") }

// decisionSymbol is what the person did in one column. None is that of a
// recommendation, so that the one is never taken for the other.
func decisionSymbol(d store.Decision) string {
	switch d {
	case store.Accepted:
		return "+"
	case store.Ignored, store.NotSent:
		return "~"
	case store.Declined:
		return "–"
	case store.Blocked:
		return "⊘"
	case store.Reported:
		return "⚑"
	case store.Sent:
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
