// Package linkedin reads LinkedIn's data archive: a zip, an unpacked folder or
// a single table; and its invitation mails, saved as .eml or mbox. It knows
// files and text, not what is kept.
//
// What holds for everything it returns:
//
//   - Text from strangers has passed [clean.Line]: it is valid UTF-8 in NFC, one
//     line, without control, escape, bidirectional or invisible characters.
//   - A profile URL is https://www.linkedin.com/in/<slug> or empty. No query
//     string, no token, no other host is ever kept.
//   - Every row is taken, skipped with its file, physical line and reason, or
//     counted in a warning. A damaged row never takes a sound one with it.
//   - A time is never made up: what cannot be read stays zero, with a warning.
//     Sent At is read as US Pacific time and kept in UTC.
//   - Nothing half done: an error means that nothing was read.
//
// A mail is believed to be LinkedIn's as long as nothing speaks against it, and
// an offline reader cannot know more. One in doubt keeps the reasons and loses
// its address.
//
// Tables are known by their header, not by their file's name, with columns in
// any order: LinkedIn has changed both over the years, and people rename and
// re-save. Tables that do not matter here are skipped in silence, among
// them those of the assistants' messages, which look like the member's own.
// Of the messages only their number and dates are kept, for each person; e-mail
// addresses and the texts of messages are not read.
package linkedin
