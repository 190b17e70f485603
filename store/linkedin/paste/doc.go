// Package paste recognizes invitations in text copied from LinkedIn's pages.
//
// What the page itself says is known by its words (package wording). Of the rest
// the first line is the name and the next the headline. A note needs proof, since
// it is read for signs later: it stands between the time and the buttons, between
// the buttons and "Reply", ends in "… show more", is quoted, or begins as a
// letter does. Any other line is left out and named.
package paste
