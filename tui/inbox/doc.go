// Package inbox shows the lists of invitations, with filter, preview and
// selection, and all that is known of one invitation.
//
// A list is a [listing]: the rows of the store, in memory, and of each the lists
// it is in. A filter marks rows in it; nothing is read from the store for a key
// but what the preview shows.
package inbox
