// Package tabular writes tables for spreadsheets and scripts, and reads our own
// back: CSV after RFC 4180 and JSON Lines. It is a leaf and knows nothing of
// invitations.
//
// What holds:
//
//   - No cell that a spreadsheet would run as a formula leaves unguarded, unless
//     the caller asks for raw cells; nor does any piece of one that a reader
//     would take for a cell who goes by semicolons or tabs.
//   - [Unguard] of [Guard] is the same text again, for every text.
//   - Rows stream: memory does not grow with the table.
//
// One thing CSV cannot carry: a carriage return before a line feed inside a
// cell comes back as a line feed alone.
package tabular
