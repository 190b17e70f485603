package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	bolt "go.etcd.io/bbolt"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"linkvet": main, "crashing": crashing, "start": start})
}

// crashFile is the file that makes crashing panic once it is there.
const crashFile = "crash"

// crashing is linkvet with a clock that panics, as a fault in the program would.
func crashing() {
	os.Exit(run(os.Args[1:], func() time.Time {
		if _, err := os.Stat(crashFile); err == nil {
			panic("crashed")
		}
		return time.Now()
	}))
}

// TestScripts runs whole commands as a person or a script would, each script
// with a home of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			archives, err := filepath.Abs(filepath.Join("testdata", "archives"))
			if err != nil {
				return err
			}
			mails, err := filepath.Abs(filepath.Join("testdata", "mails"))
			if err != nil {
				return err
			}
			books, err := filepath.Abs(filepath.Join("testdata", "books"))
			if err != nil {
				return err
			}
			profiles, err := filepath.Abs(filepath.Join("testdata", "profiles"))
			if err != nil {
				return err
			}
			home := filepath.Join(env.WorkDir, "home")
			for name, value := range map[string]string{
				"HOME": home, "USERPROFILE": home, "AppData": home, "LocalAppData": home,
				"XDG_CONFIG_HOME": filepath.Join(home, "config"),
				"XDG_DATA_HOME":   filepath.Join(home, "data"),
				"XDG_STATE_HOME":  filepath.Join(home, "state"),
				"TZ":              "UTC",
				"ARCHIVES":        archives,
				"MAILS":           mails,
				"BOOKS":           books,
				"PROFILES":        profiles,
			} {
				env.Setenv(name, value)
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"field":   field,
			"hold":    hold,
			"lines":   lines,
			"plain":   plain,
			"private": private,
			"same":    same,
		},
	})
}

// exits runs a command and checks its exit code: exits 3 linkvet show zzz.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want || neg {
		ts.Fatalf("%s exits with %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// field puts a field of the first JSON object on standard output into a
// variable: field ID id. A path may go deeper: field R advice.recommendation.
func field(ts *testscript.TestScript, _ bool, args []string) {
	var value any
	ts.Check(json.NewDecoder(strings.NewReader(ts.ReadFile("stdout"))).Decode(&value))
	for name := range strings.SplitSeq(args[1], ".") {
		object, ok := value.(map[string]any)
		if !ok {
			ts.Fatalf("%s is not in an object", name)
		}
		if value, ok = object[name]; !ok {
			ts.Fatalf("there is no field %s", args[1])
		}
	}
	ts.Setenv(args[0], fmt.Sprint(value))
}

// lines checks how many lines standard output has: lines 3.
func lines(ts *testscript.TestScript, _ bool, args []string) {
	if got := strings.Count(ts.ReadFile("stdout"), "\n"); strconv.Itoa(got) != args[0] {
		ts.Fatalf("%d lines, want %s", got, args[0])
	}
}

// same checks that two words are the same: same $ADVICE accept.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || (args[0] == args[1]) == neg {
		ts.Fatalf("compared %q", args)
	}
}

// plain checks that neither stream has an escape code or another control
// character than line ends.
func plain(ts *testscript.TestScript, _ bool, _ []string) {
	for _, stream := range []string{"stdout", "stderr"} {
		for i, r := range ts.ReadFile(stream) {
			if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 {
				ts.Fatalf("%s has the control character %q at byte %d", stream, r, i)
			}
		}
	}
}

// private checks that only the owner may read a file.
func private(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if mode := info.Mode().Perm(); runtime.GOOS != "windows" && mode&0o077 != 0 {
		ts.Fatalf("%s has mode %04o, which lets others in", args[0], mode)
	}
}

// hold keeps the store open for reading until the script ends, as another
// program would in the middle of its work: hold STORE.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	db, err := bolt.Open(ts.MkAbs(args[0]), 0o600, &bolt.Options{ReadOnly: true, Timeout: time.Minute})
	ts.Check(err)
	ts.Defer(func() { ts.Check(db.Close()) })
}
