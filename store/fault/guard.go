package fault

import (
	"fmt"
	"runtime/debug"
)

// callerPanic carries a panic of code that is not the store's own, such as a
// callback, past the guard: it says nothing about the file.
type callerPanic struct{ value any }

// Guard runs fn so that a damaged file becomes an error instead of the end
// of the process. bbolt reads its file through a memory map, so a file that is
// shorter than it claims raises a bus error, and a scribbled page makes bbolt
// panic. Both are confined to the goroutine that calls Guard: fn must not
// touch the file from another one.
func Guard(path string, fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		switch r := recover().(type) {
		case nil:
		case callerPanic:
			panic(r.value)
		default:
			err = Damaged(path, "reading it failed (%s)", oneLine(r))
		}
	}()
	return fn()
}

// CallCaller runs code that is not the store's own inside a guarded transaction.
func CallCaller(fn func()) {
	defer func() {
		if r := recover(); r != nil {
			panic(callerPanic{r})
		}
	}()
	fn()
}

// oneLine shortens what a panic said to what fits in a message.
func oneLine(r any) string {
	const longest = 120
	text := []rune(fmt.Sprint(r))
	for i, c := range text {
		if c == '\n' {
			text = text[:i]
			break
		}
	}
	if len(text) > longest {
		text = append(text[:longest], '…')
	}
	return string(text)
}
