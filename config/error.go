package config

import (
	"fmt"
	"strings"
)

// Error is a setting that cannot be used, and where it stands.
type Error struct {
	File    string // the settings file, or the environment variable's name
	Line    int    // 0 where there is none
	Key     string // "" where no key is to blame
	Problem string
	Allowed []string // what would do; nil where any text would
	Err     error    // the cause, where there is one
}

// Error says where, which key, what is wrong and what is allowed.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	b.WriteString(": ")
	if e.Key != "" {
		b.WriteString(e.Key + ": ")
	}
	b.WriteString(e.Problem)
	if len(e.Allowed) > 0 {
		fmt.Fprintf(&b, " (allowed: %s)", strings.Join(e.Allowed, ", "))
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// MissingError says that the settings file that the person named is not there.
type MissingError struct{ File string }

func (e *MissingError) Error() string { return "there is no settings file " + e.File }
