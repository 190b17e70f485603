package linkedin

import (
	"fmt"
)

// FormatError says that what was given cannot be read as LinkedIn's archive.
// Nothing was read.
type FormatError struct {
	Path    string // as given, with the member after it where one is to blame
	Line    int    // 0 when the whole file is meant
	Problem string
	Hint    string // what to do now
}

func (e *FormatError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Problem)
	}
	return e.Path + ": " + e.Problem
}

// NamesItsFile says that the error is about a file that it names, not about the
// store.
func (e *FormatError) NamesItsFile() {}

// howToGet is the hint wherever no archive was found.
const howToGet = `get the archive on linkedin.com under Settings & Privacy > Data privacy > "Get a copy of your data", then import the zip as it comes`
