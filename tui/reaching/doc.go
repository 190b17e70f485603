// Package reaching is about going out to others: the note for somebody the person
// invites, written with them, and the first steps of who joins LinkedIn.
package reaching
