// Package pdf reads the lines of a PDF with their place and size. The library that
// reads it panics, hangs and prints where a file is broken or hostile, so it runs
// in a process of its own, which is a second linkvet with nothing but the file:
// it has two seconds of the processor and 256 MiB, and what it prints is taken as
// far as it is well-formed. Whatever happens to it is an error here, and no more.
package pdf
