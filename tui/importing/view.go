package importing

import (
	"fmt"
	"strings"
	"time"

	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// mostColumns is the widest the screen is set, for the eye to find the next line.
const mostColumns = 100

// View draws the phase the import is in.
func (s *importScreen) View(w, h int) string {
	w = min(w, mostColumns)
	var lines []string
	switch s.phase {
	case importChoose:
		lines = s.chooseLines(w, h)
	case importReading:
		lines = s.workLines("Reading the archive…", w)
	case importRunning:
		lines = s.workLines("Importing…", w)
	default:
		lines = s.reportLines(w, h)
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}

func (s *importScreen) chooseLines(w, h int) []string {
	st := s.env.Styles
	lines := append(style.Wrap("Where is the archive? A zip, an unpacked folder, or a single CSV; a mail or an address book will do, too.", w), "")
	mark := "  "
	if s.archive.At < 0 {
		mark = st.Accent.Render("› ")
	}
	lines = append(lines, mark+st.Border.Render("▏")+s.path.View(w-4, s.archive.At < 0))
	if s.offering() {
		lines = append(lines, "   "+st.Muted.Render(s.env.KeyFor(keys.Choose)+" takes it again; "+s.env.KeyFor(keys.Complete)+" fills it in to change it"))
	}
	if s.err != nil {
		lines = append(lines, "")
		for _, line := range style.Wrap(style.Sentence(s.err), w-4) {
			lines = append(lines, "  "+st.Danger.Render("! "+line))
		}
	}
	if len(s.matches) > 1 {
		lines = append(lines, "   "+st.Muted.Render(style.Truncate(strings.Join(s.matches, "  "), w-4)))
	}
	if len(s.found) > 0 {
		lines = append(lines, "", st.Strong.Render("Found on this computer"))
		for i, path := range s.found {
			text := style.Fit(style.ShortPath(path, w-4), w-4)
			if i == s.archive.At {
				lines = append(lines, st.Selected.Render("› "+text))
			} else {
				lines = append(lines, "  "+text)
			}
		}
	}
	if h-len(lines) >= 7 {
		lines = append(lines, "", st.Strong.Render("No archive yet?"))
		for _, text := range screen.ArchiveHelp() {
			lines = append(lines, style.Wrap(text, w)...)
		}
	}
	return lines
}

func (s *importScreen) workLines(what string, w int) []string {
	lines := []string{s.env.Styles.Strong.Render(what), ""}
	if s.total > 0 {
		lines = append(lines, style.ProgressBar(s.done, s.total, min(w-6, 50)))
		if left := timeLeft(s.done, s.total, s.seen.Sub(s.began)); left != "" {
			lines = append(lines, left)
		}
		lines = append(lines, "")
	}
	return append(lines, style.Wrap(s.env.KeyFor(keys.Cancel)+" cancels; then nothing is changed.", w)...)
}

// timeLeft says about how long the work still takes, once there is a second to
// judge by. How fast it goes it cannot say: steps are shares of the work, not
// rows.
func timeLeft(done, total int, took time.Duration) string {
	if took < time.Second || done <= 0 || done >= total {
		return ""
	}
	left := time.Duration(float64(took) * float64(total-done) / float64(done)).Round(time.Second)
	return fmt.Sprintf("about %s left", max(left, time.Second))
}

// reportLines says what an import would do or did, and lists what was skipped.
func (s *importScreen) reportLines(w, h int) []string {
	st, r := s.env.Styles, s.report
	head := "This archive holds:"
	if s.phase == importDone {
		head = "Imported."
	}
	lines := []string{st.Strong.Render(head), ""}
	for _, c := range words.Standing(r) {
		lines = append(lines, "  "+style.FitRight(quantity.Number(c.N), 7)+"  "+c.What)
	}
	lines = append(lines, "", style.Truncate("  "+words.Changes(r, s.phase == importDone), w), "")
	next := s.env.KeyFor(keys.TakeIn) + " imports it; answers and decisions you made stay as they are"
	if s.phase == importDone {
		next = s.env.KeyFor(keys.Finish) + " goes on"
	}
	for _, line := range style.Wrap(next, max(w-2, 20)) {
		lines = append(lines, "  "+line)
	}
	lines = append(lines, "")
	listed := s.listed()
	rows := max(h-len(lines), 1)
	from := s.list.Window(len(listed), rows)
	for i := from; i < min(from+rows, len(listed)); i++ {
		line := listed[i]
		if i == s.list.At && len(listed) > rows {
			lines = append(lines, st.Accent.Render("› ")+line)
		} else {
			lines = append(lines, "  "+line)
		}
	}
	return lines
}

// listRows is about how many lines of the list are shown at once.
func (s *importScreen) listRows() int { return max(s.env.Height-11, 1) }

// listed are the warnings and what was skipped, wrapped to what is shown.
func (s *importScreen) listed() []string {
	var lines []string
	for _, remark := range words.Remarks(s.report) {
		lines = append(lines, style.Wrap(remark, max(min(s.env.Width, mostColumns)-2, 20))...)
	}
	return lines
}
