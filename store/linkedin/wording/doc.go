// Package wording knows what LinkedIn itself writes on its pages and in its
// mails, in the languages it has them in: labels, buttons, standard sentences.
// What is left of a text without them is a person's own.
package wording
