package tables

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/advisor"
)

// Tx is one transaction on a store, with what reading and changing records goes
// by. It is valid as long as the transaction.
type Tx struct {
	*bolt.Tx
	Path    string // of the file, for errors
	Now     time.Time
	Profile func() advisor.Profile
}

// holder has the tables of a store.
type holder interface {
	Bucket(name []byte) *bolt.Bucket
}
