// Package list keeps many rows in little memory, and finds the ones a query wants
// while it is typed. It is pure: no file, no clock.
package list
