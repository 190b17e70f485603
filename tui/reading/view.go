package reading

import (
	"errors"
	"fmt"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/store/linkedin/profile"
	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// suggestion is an answer that the profile suggests.
type suggestion = notes.Suggestion

// mostColumns is the widest the screen is set, for the eye to find the next line.
const mostColumns = 100

// View draws the phase.
func (s *readScreen) View(w, h int) string {
	w = min(w, mostColumns)
	switch s.phase {
	case choosing:
		return s.env.Scrolled(s.choosingLines(w, h), 0, h)
	case working:
		return "Reading…"
	case asking:
		return strings.Join(s.askingLines(w), "\n")
	}
	lines, at := s.confirmingLines(w)
	return s.env.Scrolled(lines, at-h/2, h)
}

// choosingLines say what to copy and how, and take a path. The path comes first
// where there is little room.
func (s *readScreen) choosingLines(w, h int) []string {
	st := s.env.Styles
	lines := style.Wrap("Paste here what you copied of their profile. Nothing is sent, and the text is not kept.", w)
	lines = append(lines, "", st.Accent.Render("› ")+st.Border.Render("▏")+s.path.View(max(w-4, 1), true))
	if s.err != nil {
		lines = append(append(lines, ""), problemLines(st, s.err, w)...)
	}
	if len(s.readings) > 0 {
		lines = append(lines, "", st.Muted.Render(style.Truncate("Read so far: "+kindsOf(s)+". What you paste now is added.", w)))
	}
	lines = append(lines, "", st.Strong.Render("What to copy"))
	for _, way := range []string{
		"The panel: on the profile More > About this profile, select what it says, copy. LinkedIn writes it, so it counts most.",
		"The page: scroll to its end first, then select all and copy.",
		"The box Contact info; or, by its path, LinkedIn's PDF (More > Save to PDF) or the page saved as “complete”.",
	} {
		lines = append(lines, hang("· ", way, w)...)
	}
	if h > len(lines)+3 {
		lines = append(append(lines, ""), style.Wrap("LinkedIn's user agreement restricts copying profiles. linkvet reads only what you copy by hand, one at a time.", w)...)
	}
	return lines
}

// problemLines say why something could not be read, and what to copy instead.
func problemLines(st *style.Styles, err error, w int) []string {
	text := style.Sentence(err) + "."
	if wrong, ok := errors.AsType[*profile.WrongError](err); ok {
		text += " Nothing was kept. " + style.Capital(wrong.Hint) + "."
	}
	lines := hang("  ! ", text, w)
	for i := range lines {
		lines[i] = st.Danger.Render(lines[i])
	}
	return lines
}

// kindNames are what was read, in words.
var kindNames = map[profile.Kind]string{
	profile.Page: "the page", profile.Panel: "the panel", profile.Contact: "contact info", profile.Share: "a shared address",
	profile.HTML: "the saved page", profile.PDF: "the PDF",
}

func kindsOf(s *readScreen) string {
	var list []string
	for _, r := range s.readings {
		list = append(list, kindNames[r.Kind])
	}
	return strings.Join(list, ", ")
}

// askingLines ask whether two names are one person's.
func (s *readScreen) askingLines(w int) []string {
	e := s.env
	lines := style.Wrap(fmt.Sprintf("The text is about %s, and the invitation is from %s.", style.NameOr(s.doubtful.Name), style.NameOr(s.inv.Name)), w)
	lines = append(lines, "", e.Styles.Key.Render(e.KeyFor(keys.SamePerson))+"  It is the same person")
	return append(lines, e.Styles.Key.Render(e.KeyFor(keys.OtherPerson))+"  It is somebody else: put it aside")
}

// confirmingLines are what is suggested, and the line of the marked row.
func (s *readScreen) confirmingLines(w int) (lines []string, at int) {
	st := s.env.Styles
	found := s.suggestions()
	head := "Nothing new in it answers a question"
	if len(found) > 0 {
		head = quantity.Sentence(len(found), "%d suggested answer from %s", "%d suggested answers from %s", kindsOf(s))
	}
	lines = append(lines, st.Strong.Render(style.Truncate(head, w)), st.Muted.Render(style.Truncate("Nothing is sent, and the text is not kept. Only what you tick counts.", w)), "")
	for i, f := range found {
		if i == s.rows.At {
			at = len(lines)
		}
		lines = append(lines, s.rowLines(i, f, w)...)
	}
	if hints := s.readings[len(s.readings)-1].Hints; len(hints) > 0 {
		lines = append(lines, "", st.Strong.Render("Worth knowing"))
		for _, hint := range hints {
			lines = append(lines, hang("· ", style.OneLine(hint.Text), w)...)
		}
	}
	if len(s.missing) > 0 {
		lines = append(append(lines, ""), style.Wrap(quantity.Text("Not in this copy: %s. %s What you paste here adds up.", strings.Join(s.missing, ", "), s.readings[s.missingOf].HowToComplete()), w)...)
	}
	if s.err != nil {
		lines = append(append(lines, ""), problemLines(st, s.err, w)...)
	}
	if s.phase == keeping {
		lines = append(lines, "", "Keeping…")
	}
	return lines, at
}

// rowLines are one suggested answer with the words it rests on.
func (s *readScreen) rowLines(i int, f suggestion, w int) []string {
	st := s.env.Styles
	box := "[ ]"
	if s.ticked[f.Question] {
		box = "[✔]"
	}
	label, answer := f.Question, f.Answer
	if q, ok := advisor.QuestionByID(f.Question); ok {
		label, answer = q.Label, screen.LabelOf(q, f.Answer)
	}
	marker := "  "
	if i == s.rows.At {
		marker = "› "
	}
	const labels = 24
	head := style.Fit(fmt.Sprintf("%s%d %s %s  %s", marker, i+1, box, style.Fit(label, labels), answer), w)
	if i == s.rows.At {
		head = st.Selected.Render(head)
	} else {
		head = strings.TrimRight(head, " ")
	}
	lines := []string{head}
	for _, line := range style.Wrap(style.OneLine(f.Text()), max(w-8, 1)) {
		lines = append(lines, style.Spaces(8)+st.Muted.Render(line))
	}
	return lines
}

// hang wraps a text behind a prefix, with the other lines indented as far.
func hang(prefix, text string, w int) []string {
	indent := style.Width(prefix)
	lines := style.Wrap(text, max(w-indent, 1))
	for i := range lines {
		lead := style.Spaces(indent)
		if i == 0 {
			lead = prefix
		}
		lines[i] = lead + lines[i]
	}
	return lines
}
