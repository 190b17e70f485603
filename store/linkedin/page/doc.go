// Package page makes lines of text and HTML: what a page or a mail shows, line
// by line and clean, and where its links lead.
package page
