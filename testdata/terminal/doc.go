// Package terminal runs a program in a terminal of its own, presses keys and
// reads the screen, for tests and measurements.
package terminal
