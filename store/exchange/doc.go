// Package exchange writes invitations as tables and reports of our own and reads
// the tables back, cell by cell. It decides nothing about what is in the store.
package exchange
