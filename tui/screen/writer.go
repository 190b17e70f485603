package screen

import (
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// writer puts everything that changes the store in one row, so that answer 3
// never overtakes answer 4. A job runs as a command; the root starts the next
// when it hears wroteMsg. Jobs still waiting when the program ends are run by
// drain.
type writer struct {
	mu      sync.Mutex
	queue   []job
	running bool
	added   uint64     // how many jobs there were
	done    uint64     // how many of them are done
	work    sync.Mutex // held while a job runs
}

// job is one change of the store; it returns the result message, or a wroteMsg
// around it.
type job func() tea.Msg

// WroteMsg tells the root that a job is done.
type WroteMsg struct {
	save    Save
	Result  tea.Msg
	err     error  // why it could not be done
	changed bool   // whether anything changed; known only where it was promised to say so
	version uint64 // of the store after it; 0 where that is not known
}

func newWriter() *writer { return &writer{} }

// add puts a job at the end of the row and returns its number and the command
// that starts it, or nil when another is running.
func (w *writer) add(j job) (number uint64, start tea.Cmd) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.queue = append(w.queue, j)
	w.added++
	if w.running {
		return w.added, nil
	}
	w.running = true
	return w.added, w.run
}

// did returns the number of the last job that is done.
func (w *writer) did() uint64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.done
}

// Next returns the command for the next job, or nil when all is written.
func (w *writer) Next() tea.Cmd {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.queue) == 0 {
		w.running = false
		return nil
	}
	return w.run
}

// Busy reports whether something is still to be written.
func (w *writer) Busy() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.running
}

// run does the first job of the row.
func (w *writer) run() tea.Msg {
	w.work.Lock()
	defer w.work.Unlock()
	j, ok := w.take()
	if !ok {
		return WroteMsg{}
	}
	msg := Guard(j)
	w.mu.Lock()
	w.done++
	w.mu.Unlock()
	return wrote(msg)
}

func (w *writer) take() (job, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.queue) == 0 {
		return nil, false
	}
	j := w.queue[0]
	w.queue = w.queue[1:]
	return j, true
}

// pause keeps changes from beginning until it is called off. It waits for the one
// under way, but not for ever.
func (w *writer) pause(most time.Duration) (goOn func()) {
	const looks = 200
	for range looks {
		if w.work.TryLock() {
			return w.work.Unlock
		}
		time.Sleep(most / looks)
	}
	return func() {}
}

// drain runs what is left, after the program's loop has ended, and returns what
// came of each.
func (w *writer) drain() []WroteMsg {
	var all []WroteMsg
	for {
		w.work.Lock()
		j, ok := w.take()
		if !ok {
			w.work.Unlock()
			return all
		}
		all = append(all, wrote(Guard(j)))
		w.work.Unlock()
	}
}

// wrote is what came of a job.
func wrote(msg tea.Msg) WroteMsg {
	if w, ok := msg.(WroteMsg); ok {
		return w
	}
	return WroteMsg{Result: msg}
}
