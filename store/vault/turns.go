package vault

import "sync"

// turns make what this process does with the file wait for each other. Whoever
// found it locked would look again only after 50 ms, as bbolt does for the sake of
// other processes: a preview, or an answer to be saved, would come that much later.
type turns struct {
	mu      sync.Mutex
	ended   *sync.Cond // nil until somebody has to wait
	reading int
	writing bool
}

// take waits for the turn of one that reads, beside others that do, or of one that
// writes, alone. Reading within reading is allowed.
func (t *turns) take(readOnly bool) (leave func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.writing || !readOnly && t.reading > 0 {
		if t.ended == nil {
			t.ended = sync.NewCond(&t.mu)
		}
		t.ended.Wait()
	}
	if readOnly {
		t.reading++
	} else {
		t.writing = true
	}
	return func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		if readOnly {
			t.reading--
		} else {
			t.writing = false
		}
		if t.ended != nil {
			t.ended.Broadcast()
		}
	}
}
