//go:build !unix

package tui

import (
	"os"
	"time"
)

// patientInput is the input as it is: consoles give keys whole.
type patientInput struct {
	*os.File
	wait time.Duration
}
