// Package interview asks the questions about one invitation, page by page, as a
// machine without a terminal: which page comes next, what a key does to the
// answers, what is taken back, what is set aside, and when enough is asked. The
// terminal program, the line mode and tests all drive this one.
//
// Its only state that outlives the program is the answers: from those alone it
// finds where it was. It is as pure as the advisor: no input or output, no clock,
// no words but those of the rulebook.
package interview
