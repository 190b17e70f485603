//go:build !unix

package desktop

import "syscall"

// detached is as any program is started: what is here begins nothing that lasts.
func detached() *syscall.SysProcAttr { return nil }
