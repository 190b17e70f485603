// Package vcard reads address books in vCard form (2.1, 3.0 and 4.0; RFC 2426,
// RFC 6350) as phones and mail programs write them: many cards in a file, folded
// lines, quoted-printable, photos. Of a card only what tells people apart is
// taken. Reading needs the memory of one card, whatever the file holds, and a
// broken card costs only itself.
package vcard
