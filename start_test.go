package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"testing"

	"linkvet/advisor"
)

// start does what comes before any command, and prints how many bytes that took.
func start() {
	a := &app{in: os.Stdin, out: os.Stdout, errs: os.Stderr}
	a.rootCommand()
	if err := a.useRules(); err != nil {
		fmt.Println(err)
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	fmt.Print(memory.TotalAlloc)
}

// TestStartReadsNoRules: the rulebook, which takes 3 MB to read, is left until
// something is asked of it.
func TestStartReadsNoRules(t *testing.T) {
	cmd := exec.Command(os.Args[0])
	cmd.Args = []string{"start"} // TestMain tells it by the name
	cmd.Env = []string{"HOME=" + t.TempDir()}
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var bytes int
	if _, err := fmt.Sscan(string(out), &bytes); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if most := 2_500_000; bytes > most {
		t.Errorf("building the commands took %d bytes, want at most %d", bytes, most)
	}
}

// TestStepsAreThoseOfTheRulebook: their names stand beside the command as well.
func TestStepsAreThoseOfTheRulebook(t *testing.T) {
	var names []string
	for _, c := range advisor.Checklist().Answers {
		if c.Value != advisor.DontKnow {
			names = append(names, c.Value)
		}
	}
	if !slices.Equal(stepNames(), names) {
		t.Errorf("the steps are %v, and %v in the rulebook", stepNames(), names)
	}
}
