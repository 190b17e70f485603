// Package plain is the line mode: the whole program as lines of text and prompts,
// for people who listen to it, read it in braille, or have no terminal that can
// move its cursor.
//
// # Rules
//
//   - Nothing is drawn over, and nothing is said by color, place or sign alone. A
//     line is said once and in words, numbers stand before what they choose, and
//     there is no decoration to be read out.
//   - Every prompt takes b (back), ? (what can be typed) and q (save and quit), in
//     the same way. Where a word is wanted, its beginning does.
//   - It works on the same interview, storage and words as the screens; what it
//     does is in the store as if a screen had done it.
//   - What is answered is saved before the next line is asked for. The end of the
//     input is an [ErrInputEnded], and nothing is lost with it.
//   - A place is a function that asks until it is left. It returns errBack when b
//     was typed, which whoever called it takes for having come back.
//   - It listens to no signal: the context ends when main hears one.
package plain
