// Package wording knows what LinkedIn itself writes on its pages and in its
// mails, in the languages it has them in: labels, buttons, standard sentences.
// What is left of a text without them is a person's own.
//
// The words are data, one file a language in the folder words. A reworded label
// is a change there. Words are compared without regard to case and to the form
// of apostrophes; in a phrase {name} stands for a person's name, * for anything
// and {n} for a number.
package wording
