package desktop

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/charmbracelet/x/term"
)

// Command makes a command of the person's own ready to be run: a program and its
// arguments, as they are, without a shell. One that takes the terminal over has
// it for its streams, whatever this program reads and writes through; in the
// background it has none.
func Command(args []string, terminal bool) (*exec.Cmd, error) {
	path, err := exec.LookPath(args[0])
	if err != nil {
		return nil, fmt.Errorf("%s is not a program that is installed here", args[0])
	}
	if ext := strings.ToLower(filepath.Ext(path)); runtime.GOOS == "windows" && (ext == ".bat" || ext == ".cmd") {
		return nil, fmt.Errorf("%s is a script for the shell of Windows, which would read the arguments as commands; name a program", args[0])
	}
	cmd := exec.Command(path, args[1:]...)
	switch {
	case !terminal:
		cmd.SysProcAttr = detached()
	case !term.IsTerminal(os.Stdin.Fd()) || !term.IsTerminal(os.Stdout.Fd()):
		return nil, fmt.Errorf("%s takes the terminal over, and there is none here", args[0])
	default:
		cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	}
	return cmd, nil
}

// mostOutput is how much of what a command prints is kept, in bytes.
const mostOutput = 4 << 10

// Output runs a command and returns the first line of what it printed.
func Output(cmd *exec.Cmd) (string, error) {
	var kept head
	cmd.Stdout, cmd.Stderr = &kept, &kept
	err := cmd.Run()
	line, _, _ := strings.Cut(strings.TrimSpace(string(kept)), "\n")
	return line, err
}

// head keeps the beginning of what is written to it.
type head []byte

var _ io.Writer = (*head)(nil)

// Write keeps what there is room for and takes the rest as well.
func (h *head) Write(p []byte) (int, error) {
	*h = append(*h, p[:min(len(p), mostOutput-len(*h))]...)
	return len(p), nil
}
