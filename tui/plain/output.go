package plain

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/term"

	"linkvet/store/clean"
	"linkvet/tui/style"
)

// output writes what is said, guarded against what would act on a terminal. It
// remembers the first error.
type output struct {
	buffer  *bufio.Writer
	guarded *clean.Writer
	ascii   bool       // nothing else can be shown
	width   func() int // of the terminal, whose lines end between words; 0 for none
	err     error
}

func newOutput(w io.Writer, ascii bool) *output {
	buffer := bufio.NewWriter(w)
	return &output{buffer: buffer, guarded: clean.NewWriter(buffer), ascii: ascii, width: func() int { return widthOf(w) }}
}

// widthOf is how wide a terminal is; 0 for what is none.
func widthOf(w io.Writer) int {
	file, ok := w.(term.File)
	if !ok || !term.IsTerminal(file.Fd()) {
		return 0
	}
	width, _, err := term.GetSize(file.Fd())
	if err != nil {
		return 0
	}
	return width
}

// write writes lines as they are, such as a text to be copied.
func (o *output) write(text string) {
	if o.ascii {
		text = style.ASCII(text)
	}
	if w := o.width(); w > 0 {
		text = wrapped(text, w, style.Width)
	}
	if _, err := io.WriteString(o.guarded, text+"\n"); err != nil && o.err == nil {
		o.err = err
	}
}

// flush brings all of it to the person.
func (o *output) flush() error {
	if err := o.buffer.Flush(); err != nil && o.err == nil {
		o.err = err
	}
	return o.err
}

// say says something on a line of its own.
func (s *session) say(format string, args ...any) { s.out.write(spoken(fmt.Sprintf(format, args...))) }

// each says every text that is not empty on a line of its own.
func (s *session) each(texts ...string) {
	for _, text := range texts {
		if text != "" {
			s.say("%s", sentence(text))
		}
	}
}

// sentence ends a text with a full stop, for a voice to pause at.
func sentence(text string) string {
	inner := strings.TrimSuffix(text, "”") // a quote is not heard
	if inner == "" || strings.ContainsAny(inner[len(inner)-1:], ".?!:") {
		return text
	}
	return text + "."
}
