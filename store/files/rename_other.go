//go:build !linux

package files

// renameNew renames unless there is such a file.
func renameNew(from, to string) error { return linkNew(from, to) }
