package style

import (
	"cmp"
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

// Styles are the tokens everything is drawn with, built once for a theme. Red is
// for vetoes and failures only; every meaning is also said by a word and a sign,
// for terminals and eyes without color.
type Styles struct {
	theme string
	Dark  bool
	Mono  bool

	Text     Ink // body text, as the terminal has it
	Strong   Ink // names, headings, the summary
	Muted    Ink // what is less important, still easily read
	Accent   Ink // where one is: tabs, focus, keys
	Good     Ink // speaks for accepting
	Review   Ink // accept, after a look
	Caution  Ink // speaks against, or wants a look
	Decline  Ink // say no
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
	BackgroundLight
	BackgroundDark
)

// BackgroundOf is the background a terminal says it has.
func BackgroundOf(msg tea.BackgroundColorMsg) Background {
	if msg.IsDark() {
		return BackgroundDark
	}
	return BackgroundLight
}

// Look is what the tokens depend on.
type Look struct {
	Theme      string // one of Themes, or the name of one of Own
	Own        []OwnTheme
	Background Background
	Few        bool // the terminal has no more than sixteen colors
}

// base is the theme that the one asked for begins with, and what is put over it.
func (l Look) base() (theme string, over OwnTheme) {
	for _, own := range l.Own {
		if strings.EqualFold(own.Name, l.Theme) {
			return cmp.Or(own.Colors["base"], ThemeAuto), own
		}
	}
	return l.Theme, OwnTheme{}
}

// AsksTerminal reports whether the theme depends on the terminal's background.
func (l Look) AsksTerminal() bool {
	theme, _ := l.base()
	return theme != ThemeLight && theme != ThemeDark && theme != ThemeMono
}

// New builds the tokens of a look.
func New(l Look) *Styles {
	theme, over := l.base()
	bg := l.Background
	switch theme {
	case ThemeLight:
		bg = BackgroundLight
	case ThemeDark:
		bg = BackgroundDark
	}
	if l.Few && theme != ThemeMono {
		theme = ThemeSixteen
	}
	colors := over.apply(paletteOf(theme, bg))
	s := &Styles{theme: l.Theme, Dark: bg == BackgroundDark, Mono: theme == ThemeMono}
	plain := lipgloss.NewStyle()
	of := func(p pen) Ink {
		ink := plain.Bold(p.bold)
		if p.color != "" {
			ink = ink.Foreground(lipgloss.Color(p.color))
		}
		return newInk(ink)
	}
	s.Strong = newInk(plain.Bold(true))
	s.Muted = of(colors.muted)
	s.Accent = of(colors.accent)
	s.Good = of(colors.good)
	s.Review = of(colors.review)
	s.Caution = of(colors.caution)
	s.Decline = of(colors.decline)
	s.Danger = of(colors.danger)
	s.Key = newInk(plain.Bold(true))
	s.Selected = newInk(plain.Reverse(true))
	s.Match = newInk(plain.Bold(true).Underline(true))
	s.Border = of(colors.border)
	s.Cursor = newInk(plain.Reverse(true))
	return s
}

// Recommendation returns the ink of a recommendation.
func (s *Styles) Recommendation(r advisor.Recommendation) Ink {
	switch r {
	case advisor.Accept:
		return s.Good
	case advisor.ReviewAndAccept:
		return s.Review
	case advisor.ReviewAndAcceptIfRelevant:
		return s.Accent
	case advisor.IgnoreOrVetFurther:
		return s.Caution
	case advisor.Decline:
		return s.Decline
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
