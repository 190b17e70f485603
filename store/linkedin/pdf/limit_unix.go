//go:build linux || darwin

package pdf

import "golang.org/x/sys/unix"

// limitProcess holds this process to its share of processor and memory, and keeps
// it from leaving a core behind. What the system refuses, the watch over memory and
// the parent's clock still hold.
func limitProcess() {
	limit := func(what int, most uint64) {
		_ = unix.Setrlimit(what, &unix.Rlimit{Cur: most, Max: most}) // see above
	}
	limit(unix.RLIMIT_CPU, mostSeconds)
	limit(unix.RLIMIT_DATA, 2*mostMemory)
	limit(unix.RLIMIT_CORE, 0)
	limit(unix.RLIMIT_FSIZE, mostText*4)
}
