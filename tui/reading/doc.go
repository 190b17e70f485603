// Package reading takes in what a person copied of an inviter's profile: pasted,
// or at a path. It shows which answers it suggests, with the words they rest on,
// and records those that are ticked. What was pasted is nowhere kept, and nothing
// is written before the person says so.
package reading
