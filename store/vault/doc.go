// Package vault keeps the one file: it opens it for a single transaction, looks at
// it from end to end before that, backs it up, checks, mends, brings up to date,
// restores, compacts and replaces it as a whole. What is in the records is not its
// business.
package vault
