package style

import (
	"fmt"
	"slices"
	"strings"
)

// OwnTheme is a theme of the person's own: the name of the theme it begins with,
// under "base", and colors for what is to differ, by their roles.
type OwnTheme struct {
	Name   string
	Colors map[string]string
}

// roles are what a theme of one's own may color, in the order they are named.
func roles() []string {
	return []string{"accept", "review", "ignore", "decline", "block", "accent", "muted", "border"}
}

// role is the pen of a role; nil for none of that name.
func (p *palette) role(name string) *pen {
	at := slices.Index(roles(), name)
	if at < 0 {
		return nil
	}
	return []*pen{&p.good, &p.review, &p.caution, &p.decline, &p.danger, &p.accent, &p.muted, &p.border}[at]
}

// colorNames are the terminal's own sixteen colors, by their numbers.
func colorNames() []string {
	names := []string{"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"}
	for _, name := range names[:8:8] {
		names = append(names, "bright-"+name)
	}
	return names
}

// parseColor reads a color: "#rrggbb", or the name of one of the terminal's own.
func parseColor(text string) (color string, ok bool) {
	text = strings.ToLower(text)
	if at := slices.Index(colorNames(), text); at >= 0 {
		return fmt.Sprint(at), true
	}
	digits, ok := strings.CutPrefix(text, "#")
	return text, ok && len(digits) == 6 && strings.Trim(digits, "0123456789abcdef") == ""
}

// ThemeProblem is what is wrong with a theme of one's own: the key, "" for its
// name, and what may stand there.
type ThemeProblem struct {
	Key, Problem string
	Allowed      []string
}

// Check says what is wrong with a theme of one's own; nil for nothing.
func (t OwnTheme) Check() *ThemeProblem {
	if slices.Contains(Themes(), strings.ToLower(t.Name)) {
		return &ThemeProblem{"", "is the name of a theme that linkvet has already", nil}
	}
	bases := Themes()
	for _, key := range sortedKeys(t.Colors) {
		value := t.Colors[key]
		switch _, ok := parseColor(value); {
		case key == "base":
			if !slices.Contains(bases, value) {
				return &ThemeProblem{key, fmt.Sprintf("%q is no theme", value), bases}
			}
		case !slices.Contains(roles(), key):
			return &ThemeProblem{key, "is nothing that has a color", append([]string{"base"}, roles()...)}
		case !ok:
			return &ThemeProblem{key, fmt.Sprintf("%q is no color: write #rrggbb, or a name", value), colorNames()}
		}
	}
	return nil
}

// apply puts the theme's own colors in place of others.
func (t OwnTheme) apply(p palette) palette {
	for name, value := range t.Colors {
		if pen := p.role(name); pen != nil {
			if color, ok := parseColor(value); ok {
				pen.color = color
			}
		}
	}
	return p
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
