// Package record has what is known of an invitation: as the program holds it, as a
// list shows it (Row), as scripts see it (Object), and in the bytes in which it is
// kept. It is pure: no file, no clock.
package record
