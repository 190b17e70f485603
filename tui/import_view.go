package tui

import (
	"fmt"
	"strings"
	"time"
)

// View draws the phase the import is in.
func (s *importScreen) View(w, h int) string {
	w = min(w, 100)
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
	st := s.env.styles
	lines := []string{"Where is the archive? A zip, an unpacked folder, or a single CSV.", ""}
	mark := "  "
	if s.archive.at < 0 {
		mark = st.Accent.Render("› ")
	}
	lines = append(lines, mark+st.Border.Render("▏")+s.path.view(w-4, s.archive.at < 0))
	if s.offering() {
		lines = append(lines, "   "+st.Muted.Render(s.env.keyFor(actChoose)+" takes it again; "+s.env.keyFor(actComplete)+" fills it in to change it"))
	}
	if s.err != nil {
		lines = append(lines, "")
		for _, line := range wrap(sentence(s.err), w-4) {
			lines = append(lines, "  "+st.Danger.Render("! "+line))
		}
	}
	if len(s.matches) > 1 {
		lines = append(lines, "   "+st.Muted.Render(truncate(strings.Join(s.matches, "  "), w-4)))
	}
	if found := s.env.options.Archives; len(found) > 0 {
		lines = append(lines, "", st.Strong.Render("Found on this computer"))
		for i, path := range found {
			text := fit(shortPath(path, w-4), w-4)
			if i == s.archive.at {
				lines = append(lines, st.Selected.Render("› "+text))
			} else {
				lines = append(lines, "  "+text)
			}
		}
	}
	if h-len(lines) >= 7 {
		lines = append(lines, "", st.Strong.Render("No archive yet?"))
		for _, text := range archiveHelp() {
			lines = append(lines, wrap(text, w)...)
		}
	}
	return lines
}

func (s *importScreen) workLines(what string, w int) []string {
	lines := []string{s.env.styles.Strong.Render(what), ""}
	if s.total > 0 {
		lines = append(lines, progressBar(s.done, s.total, min(w-6, 50)))
		if left := timeLeft(s.done, s.total, s.seen.Sub(s.began)); left != "" {
			lines = append(lines, left)
		}
		lines = append(lines, "")
	}
	return append(lines, wrap("esc cancels; then nothing is changed.", w)...)
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

// progressBar draws how much is done, with the share in figures.
func progressBar(done, total, w int) string {
	full := w * min(done, total) / total
	return strings.Repeat("█", full) + strings.Repeat("░", w-full) + fmt.Sprintf(" %3d%%", 100*min(done, total)/total)
}

// reportLines says what an import would do or did, and lists what was skipped.
func (s *importScreen) reportLines(w, h int) []string {
	st, r := s.env.styles, s.report
	head := "This archive holds:"
	if s.phase == importDone {
		head = "Imported."
	}
	lines := []string{st.Strong.Render(head), ""}
	for _, c := range []struct {
		n    int
		word string
		also bool // shown even when there are none
	}{
		{r.Waiting, "waiting for your decision", true},
		{r.Accepted, "already among your connections", true},
		{r.Outgoing, "sent by you", true},
		{r.Later, "put off by you", false},
		{r.Resurfaced, "of those changed since, so they are back in Waiting", false},
		{r.Decided, "decided by you before", false},
		{r.Gone, "no longer listed", false},
	} {
		if c.n > 0 || c.also {
			lines = append(lines, "  "+fitRight(thousands(c.n), 7)+"  "+c.word)
		}
	}
	verb := [2]string{"would be new", "would change"}
	if s.phase == importDone {
		verb = [2]string{"new", "changed"}
	}
	lines = append(lines, "", truncate(fmt.Sprintf("  %s %s, %s %s, %s unchanged",
		thousands(r.Added), verb[0], thousands(r.Updated), verb[1], thousands(r.Unchanged)), w), "")
	if s.phase == importDone {
		lines = append(lines, "  enter goes on", "")
	} else {
		lines = append(lines, "  enter imports it; answers and decisions you made stay as they are", "")
	}
	listed := s.listed()
	rows := max(h-len(lines), 1)
	from := s.list.window(len(listed), rows)
	for i := from; i < min(from+rows, len(listed)); i++ {
		line := truncate(listed[i], w-2)
		if i == s.list.at && len(listed) > rows {
			lines = append(lines, st.Accent.Render("› ")+line)
		} else {
			lines = append(lines, "  "+line)
		}
	}
	return lines
}

// listRows is about how many lines of the list are shown at once.
func (s *importScreen) listRows() int { return max(s.env.height-11, 1) }

// listed are the warnings and what was skipped, a line each.
func (s *importScreen) listed() []string {
	var lines []string
	for _, warning := range s.report.Warnings {
		lines = append(lines, wrap("Note: "+oneLine(warning), max(s.env.width-4, 20))...)
	}
	if n := len(s.report.Skipped); n > 0 {
		lines = append(lines, "Skipped "+count(n, "row", "rows")+":")
	}
	for _, skip := range s.report.Skipped {
		lines = append(lines, fmt.Sprintf("%s:%d: %s", skip.File, skip.Line, oneLine(skip.Reason)))
	}
	return lines
}
