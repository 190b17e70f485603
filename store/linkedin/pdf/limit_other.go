//go:build !linux && !darwin

package pdf

// limitProcess does nothing where a process cannot be limited so: the watch over
// memory and the parent's clock hold it.
func limitProcess() {}
