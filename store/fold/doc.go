// Package fold makes texts alike that differ in case, accents or composed form
// only, for comparing and searching.
package fold
