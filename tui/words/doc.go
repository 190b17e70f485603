// Package words says what the terminal program has to say and knows nothing of
// how it is shown: the screens set these sentences, and the line mode prints
// them. What is advised, what comes next and what may be recorded is decided here
// once for both.
package words
