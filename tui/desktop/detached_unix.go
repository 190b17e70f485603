//go:build unix

package desktop

import "syscall"

// detached starts a program in a session of its own, so that neither the end of
// this one nor ctrl+z reaches a browser or what serves the clipboard.
func detached() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
