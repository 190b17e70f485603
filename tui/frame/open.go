package frame

import (
	"linkvet/tui/screen"
)

// RetryUnsaved tries once more, at the end of the program, to write what the
// screens could not save.
func (r *Frame) RetryUnsaved() {
	for _, e := range r.Stack {
		if s, ok := e.Screen.(screen.Retrier); ok {
			s.Retry()
		}
	}
}
