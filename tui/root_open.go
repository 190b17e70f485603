package tui

// made puts the screen into a step that names one.
func (r *root) made(s step) step {
	if s.open != nil {
		s.next, s.open = r.make(r.env, s.open), nil
	}
	return s
}

// retryUnsaved tries once more, at the end of the program, to write what the
// screens could not save.
func (r *root) retryUnsaved() {
	for _, e := range r.stack {
		if s, ok := e.screen.(retrier); ok {
			s.Retry()
		}
	}
}
