package main

import (
	"os"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/windows"
)

// canDraw reports whether a console moves its cursor by escape codes. Those of
// before Windows 10 refuse to.
func canDraw(out term.File) bool {
	console, mode := windows.Handle(out.Fd()), uint32(0)
	if os.Getenv("TERM") == "dumb" || windows.GetConsoleMode(console, &mode) != nil {
		return false
	}
	defer func() { _ = windows.SetConsoleMode(console, mode) }()
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
