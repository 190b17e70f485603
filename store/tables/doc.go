// Package tables has the tables of a store as one transaction sees them: their
// names and keys, records, list, journal and steps. It reads and writes what it is
// told to, and opens no file.
package tables
