//go:build !windows

package main

import (
	"os"

	"github.com/charmbracelet/x/term"
)

// canDraw reports whether a terminal can move its cursor.
func canDraw(term.File) bool { return os.Getenv("TERM") != "dumb" }
