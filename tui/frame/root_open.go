package frame

import (
	"linkvet/tui/screen"
)

// made puts the screen into a step that names one.
func (r *Frame) made(s screen.Step) screen.Step {
	if s.Open != nil {
		s.Next, s.Open = r.make(r.Env, s.Open), nil
	}
	return s
}

// RetryUnsaved tries once more, at the end of the program, to write what the
// screens could not save.
func (r *Frame) RetryUnsaved() {
	for _, e := range r.Stack {
		if s, ok := e.Screen.(screen.Retrier); ok {
			s.Retry()
		}
	}
}
