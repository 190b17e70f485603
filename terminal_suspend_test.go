//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"linkvet/testdata/terminal"
)

// inShell starts a shell that has job control, with a command linkvet.
func inShell(t *testing.T, home string, o terminal.Options) *terminal.Program {
	t.Helper()
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell here to come back from")
	}
	binary, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(binary, filepath.Join(home, "linkvet")); err != nil {
		t.Fatal(err)
	}
	cmd := linkvet(home)
	cmd.Path, cmd.Args = shell, []string{"sh", "-i"}
	cmd.Env = append(cmd.Env, "PS1=ready>")
	p := terminal.Start(t, cmd, o)
	p.Reads("ready>")
	return p
}

// ctrl+z and kill -TSTP lead back to the shell, with the terminal as it was, and
// fg goes on where one was.
func TestSuspend(t *testing.T) {
	home := t.TempDir()
	runIn(t, home, "add", "--name", "Renée Dvořáková")
	p := inShell(t, home, terminal.Options{})
	p.Press("sh -c 'echo $$ >pid; exec ./linkvet'\n", "Dvořáková")
	pid := pidIn(t, filepath.Join(home, "pid"))
	p.Press("a", "Add an invitation")
	p.Press("Ana Koval", "Ana Koval")
	for n, suspend := range []func(){
		func() { p.Type("\x1a") },
		func() {
			if err := syscall.Kill(pid, syscall.SIGTSTP); err != nil {
				t.Fatal(err)
			}
		},
		func() { p.Type("\x1a") },
	} {
		suspend()
		p.Reads("Stopped", "ready>")
		written := string(p.Written())
		if strings.LastIndex(written, leaveScreen) < strings.LastIndex(written, enterScreen) {
			t.Error("the screen is not left")
		}
		// Another command has the store meanwhile, and the shell its own lines.
		p.Type(fmt.Sprintf("./linkvet list | wc -l; echo back $((%d+1))\n", n))
		p.Reads(fmt.Sprint("back ", n+1), "ready>")
		p.Press("fg\n", "Add an invitation", "Ana Koval")
	}
	p.Press("enko", "Ana Kovalenko")
	if err := syscall.Kill(pid, syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	p.Reads("interrupted", "ready>")
	p.Type("echo ended with $?\n")
	p.Reads("ended with 143")
	p.Type("exit\n")
	if err := p.End(); err != nil {
		t.Error(err)
	}
}

// Where no shell could go on with it, the program goes on by itself.
func TestSuspendWithoutAShell(t *testing.T) {
	p := startIn(t, t.TempDir(), terminal.Options{}, "demo")
	p.Sees("Mira Solberg")
	p.Press("\x1a", "no shell here to come back from")
	p.Press("j", "Mira Solberg")
	p.Signal(syscall.SIGTSTP)
	p.Sees("no shell here to come back from")
	p.Quit()
}

func pidIn(t *testing.T, path string) int {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return pid
}
