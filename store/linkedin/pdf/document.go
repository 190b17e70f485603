package pdf

import (
	"bytes"
	"errors"
)

// MostBytes is how large a file is read. LinkedIn's have some tenths of this.
const MostBytes = 8 << 20

// Bounds of what is taken of a file.
const (
	mostPages = 40
	mostLines = 5000
	mostText  = 1 << 20
	mostGlyph = 500_000
)

// Line is a line of text: runs that stand at one height, one after the other.
type Line struct {
	Page int     `json:"page"` // from 1
	X    float64 `json:"x"`    // of its first run, in points from the left
	Y    float64 `json:"y"`    // from the bottom
	Size float64 `json:"size"`
	Text string  `json:"text"`
}

// Document is what was read, in the order of the file.
type Document struct {
	Author  string `json:"author"`
	Subject string `json:"subject"`
	Lines   []Line `json:"lines"`
}

// ErrUnreadable is the error of a file that cannot be read, for whatever reason.
var ErrUnreadable = errors.New("this PDF could not be read")

// Is reports whether a file begins as a PDF does.
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte("%PDF-")) }
