//go:build linux

package tui

import (
	"os"
	"runtime"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// An arrow whose bytes come one after the other is one key; the escape key alone
// is not kept for ever.
func TestKeysInPiecesAreReadWhole(t *testing.T) {
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer out.Close()
	b := make([]byte, 64)
	for _, pieces := range [][]string{{"\x1b", "[B"}, {"\x1b[", "1;5", "A"}, {"\x1bO", "P"}, {"jj\x1b", "[A"}, {"plain"}} {
		whole := ""
		for _, piece := range pieces {
			whole += piece
		}
		go func() {
			for _, piece := range pieces {
				for left := 1; left > 0; runtime.Gosched() { // until all was read
					left, _ = unix.IoctlGetInt(int(in.Fd()), unix.TIOCINQ)
				}
				_, _ = out.WriteString(piece)
			}
		}()
		n, err := patientInput{in, 10 * time.Second}.Read(b)
		if err != nil || string(b[:n]) != whole {
			t.Errorf("%q is read as %q, %v", pieces, b[:n], err)
		}
	}
	if _, err := out.WriteString("\x1b"); err != nil {
		t.Fatal(err)
	}
	if n, err := (patientInput{in, time.Millisecond}).Read(b); err != nil || string(b[:n]) != "\x1b" {
		t.Errorf("the escape key is read as %q, %v", b[:n], err)
	}
}
