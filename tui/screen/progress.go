package screen

import tea "charm.land/bubbletea/v2"

// ProgressMsg says how far a long piece of work is.
type ProgressMsg struct {
	Request     uint64
	Done, Total int
	more        <-chan ProgressMsg // where the next one comes from
}

// Next returns the command that waits for the next step.
func (m ProgressMsg) Next() tea.Cmd { return nextProgress(m.more) }

// Progress begins to follow a piece of work: it calls step now and then and, at its
// end, done. A step nobody has fetched yet is skipped rather than waited for. The
// command waits for the first.
func Progress(request uint64) (step func(done, total int), done func(), first tea.Cmd) {
	steps := make(chan ProgressMsg, 1)
	step = func(done, total int) {
		select {
		case steps <- ProgressMsg{Request: request, Done: done, Total: total, more: steps}:
		default:
		}
	}
	return step, func() { close(steps) }, nextProgress(steps)
}

// nextProgress waits for the next step; after the last it answers nothing.
func nextProgress(steps <-chan ProgressMsg) tea.Cmd {
	return func() tea.Msg {
		step, ok := <-steps
		if !ok {
			return nil
		}
		return step
	}
}
