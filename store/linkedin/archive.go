package linkedin

import "time"

// Archive is what LinkedIn's data archive says about invitations, cleaned and
// in file order.
type Archive struct {
	Invitations    []Invitation
	Connections    []Connection
	HasInvitations bool      // an Invitations table was found
	HasConnections bool      // a Connections table was found
	Newest         time.Time // latest time seen anywhere in the tables; zero when none
	Skipped        []Skip
	Warnings       []string
}

// Invitation is one row of Invitations.csv. The other person is the inviter of
// an incoming one and the invitee of an outgoing one.
type Invitation struct {
	Outgoing bool
	Name     string // the other person
	URL      string // canonical profile URL, or "" where the archive has none
	Slug     string // the URL's slug, decoded and lower-cased; "" without URL
	Note     string
	SentAt   time.Time // UTC; zero when the cell could not be read
	File     string    // member file
	Line     int       // physical line, the first is 1
}

// Connection is one row of Connections.csv.
type Connection struct {
	Name        string
	URL         string
	Slug        string
	Company     string
	Position    string
	ConnectedOn time.Time // a day, UTC midnight; zero when not read
}

// Skip is a row that was not taken, and why.
type Skip struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Reason string `json:"reason"`
}
