//go:build linux

package performance

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"linkvet/store/linkedin/archivetest"
	"linkvet/testdata/terminal"
)

// programs are linkvet and the empty program, built as linkvet is packaged, for the
// first who asks, and beside them the home they are used in.
var programs = sync.OnceValues(func() (folder string, err error) {
	if folder, err = os.MkdirTemp("", "linkvet-performance-"); err != nil {
		return "", err
	}
	for name, source := range map[string]string{"linkvet": "../..", "empty": "./empty"} {
		build := exec.Command("go", "build", "-o", filepath.Join(folder, name), source)
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			return folder, fmt.Errorf("%v: %w\n%s", build.Args, err, out)
		}
	}
	return folder, os.Mkdir(filepath.Join(folder, "home"), 0o700)
})

func TestMain(m *testing.M) {
	code := m.Run()
	if built.Load() {
		folder, _ := programs()
		_ = os.RemoveAll(folder)
	}
	os.Exit(code)
}

// built reports whether there are programs to remove at the end.
var built atomic.Bool

// program is the path of linkvet or of the empty program.
func program(tb testing.TB, name string) string {
	tb.Helper()
	built.Store(true)
	folder, err := programs()
	if err != nil {
		tb.Fatal(err)
	}
	return filepath.Join(folder, name)
}

// home is where somebody uses the programs day after day. A home of its own for each
// run would time what only the first start of all does.
func home(tb testing.TB) string {
	tb.Helper()
	return program(tb, "home")
}

// command runs a program with a home.
func command(binary, home string, args ...string) *exec.Cmd {
	cmd := exec.Command(binary, args...)
	cmd.Env = []string{"HOME=" + home, "TERM=xterm-256color", "TZ=UTC"}
	return cmd
}

// watch starts linkvet or the empty program in a terminal.
func watch(tb testing.TB, name string, args ...string) *terminal.Program {
	tb.Helper()
	return terminal.Start(tb, command(program(tb, name), home(tb), args...), terminal.Options{})
}

// benchStore makes a store of n waiting invitations.
func benchStore(tb testing.TB, n int) string {
	tb.Helper()
	folder := tb.TempDir()
	if err := archivetest.New(archivetest.Options{Invitations: n, Seed: 1, Chatty: true}).WriteFolder(folder); err != nil {
		tb.Fatal(err)
	}
	db := filepath.Join(folder, "linkvet.db")
	must(tb, command(program(tb, "linkvet"), tb.TempDir(), "import", "--db", db, folder))
	return db
}

// waitingIn is how many invitations of a store wait, as the screen shows it.
func waitingIn(tb testing.TB, db string) string {
	tb.Helper()
	out := must(tb, command(program(tb, "linkvet"), tb.TempDir(), "stats", "--json", "--db", db))
	var counts struct {
		ByStatus map[string]int `json:"by_status"`
	}
	if err := json.Unmarshal(out, &counts); err != nil {
		tb.Fatal(err)
	}
	return grouped(counts.ByStatus["waiting"])
}

// grouped is a number as the screen shows it.
func grouped(n int) string {
	if n < 1_000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1_000), n%1_000)
}

// must runs a command that must end well, and returns its standard output.
func must(tb testing.TB, cmd *exec.Cmd) []byte {
	tb.Helper()
	var words strings.Builder
	cmd.Stderr = &words
	out, err := cmd.Output()
	if err != nil {
		tb.Fatalf("%v: %v\n%s", cmd.Args, err, words.String())
	}
	return out
}

// anonymousMiB is the memory of a process that is not backed by a file, and
// whether the process is still there.
func anonymousMiB(pid int) (float64, bool) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, false
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "RssAnon:"); ok {
			kib, err := strconv.Atoi(strings.Fields(rest)[0])
			return float64(kib) / 1024, err == nil
		}
	}
	return 0, false
}

// peak watches the memory of a process until it ends; the function it returns
// tells the most there was so far.
func peak(pid int) func() float64 {
	var most atomic.Uint64 // in KiB
	go func() {
		for {
			mib, alive := anonymousMiB(pid)
			if !alive {
				return
			}
			most.Store(max(most.Load(), uint64(mib*1024)))
			<-time.After(2 * time.Millisecond)
		}
	}()
	return func() float64 { return float64(most.Load()) / 1024 }
}

// busy is for how long the threads of a process have run so far.
func busy(tb testing.TB, pid int) time.Duration {
	tb.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil {
		tb.Fatal(err)
	}
	var total time.Duration
	for _, thread := range threads {
		stat, err := os.ReadFile(thread)
		if err != nil {
			continue // a thread that ended
		}
		ran, err := strconv.ParseInt(strings.Fields(string(stat))[0], 10, 64)
		if err != nil {
			tb.Fatal(err)
		}
		total += time.Duration(ran)
	}
	return total
}

// wakeups is how often the threads of a process have waited and gone on so far.
func wakeups(tb testing.TB, pid int) (times float64) {
	tb.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", pid))
	if err != nil {
		tb.Fatal(err)
	}
	for _, thread := range threads {
		status, err := os.ReadFile(thread)
		if err != nil {
			continue // a thread that ended
		}
		for line := range strings.Lines(string(status)) {
			if rest, ok := strings.CutPrefix(line, "voluntary_ctxt_switches:"); ok {
				n, err := strconv.ParseFloat(strings.TrimSpace(rest), 64)
				if err != nil {
					tb.Fatal(err)
				}
				times += n
			}
		}
	}
	return times
}
