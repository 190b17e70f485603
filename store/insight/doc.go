// Package insight counts what the invitations say about their owner: who invites
// them, what they decide, how long it takes, where they differ from the advice, and
// what looks different today. A [Tally] is shown every invitation once and keeps
// only counts and a few names, so its memory does not grow with the store; the
// [Report] it makes is what a command, a screen, the line mode, the page and the
// picture show.
//
// It is pure: no I/O, and the clock comes from the caller.
package insight
