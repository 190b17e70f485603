// Package fault says what went wrong with a store, so that callers can tell it
// apart, and keeps what a damaged file does to bbolt from ending the program.
package fault
