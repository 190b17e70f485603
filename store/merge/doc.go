// Package merge works out what an archive, mails or a table of our own change in a
// store: whose row is whose, what follows from the connections, what is known
// beside the invitations. It writes only when all of it is worked out.
package merge
