//go:build unix

package desktop

import (
	"strings"
	"testing"
)

// Arguments reach a program as they are; what it prints and how it ends is said.
func TestCommandsRunWithoutAShell(t *testing.T) {
	hostile := "$(touch x); `id` | cat > y & * ~ \"'"
	cmd, err := Command([]string{"printf", "%s|%s\nmore", hostile, "-n"}, false)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Output(cmd); err != nil || got != hostile+"|-n" {
		t.Errorf("printed %q, %v", got, err)
	}
	cmd, err = Command([]string{"sh", "-c", "echo oh no >&2; head -c 100000 /dev/zero; exit 3"}, false)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Output(cmd); err == nil || !strings.Contains(err.Error(), "exit status 3") || got != "oh no" {
		t.Errorf("printed %q, %v", got, err)
	}
	if _, err := Command([]string{"no-such-program-here"}, true); err == nil || !strings.Contains(err.Error(), "is not a program") {
		t.Errorf("what is not there: %v", err)
	}
}
