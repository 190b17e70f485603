package linkedin

import "time"

// Archive is what LinkedIn's data archive, or saved mails, say about
// invitations, cleaned and in file order.
type Archive struct {
	Invitations    []Invitation
	Connections    []Connection
	Messages       []Messages
	Positions      []Position
	Schools        []School
	Acceptances    []Acceptance
	Acquaintances  []Acquaintance
	Follows        []Follow
	BookPeople     int       // how many people the address books name
	HasInvitations bool      // an Invitations table was found
	HasConnections bool      // a Connections table was found
	HasMessages    bool      // a table of messages was found
	Newest         time.Time // latest time seen anywhere in the tables; zero when none
	Skipped        []Skip
	Warnings       []string
}

// Invitation is one row of Invitations.csv, or one invitation of a mail. The
// other person is the inviter of an incoming one and the invitee of an outgoing
// one.
type Invitation struct {
	Outgoing bool
	Name     string // the other person
	URL      string // canonical profile URL, or "" where the archive has none
	Slug     string // the URL's slug, decoded and lower-cased; "" without URL
	Note     string
	SentAt   time.Time // UTC; zero when the cell could not be read
	File     string    // member file
	Line     int       // physical line, the first is 1

	// Of mails only.
	Mail     bool // from a mail, which is no list that something can vanish from
	Headline string
	Join     bool     // asks to become a member of LinkedIn
	Doubts   []string // why the mail may not be from LinkedIn; it has no address then
}

// Acceptance is a mail that says that somebody accepted an invitation of the
// member's.
type Acceptance struct {
	Name string
	Slug string // "" where the mail has no address
	On   time.Time
	File string
	Line int
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

// Messages says that the member and somebody have written to each other, and
// when. What they wrote is not read.
type Messages struct {
	Name  string // the other person
	Slug  string // "" where the table has no addresses
	Count int
	First time.Time
	Last  time.Time
}

// Position is a job of the member's own. Its dates are as written, such as
// "Jan 2024"; Until is "" for a present one.
type Position struct {
	Company string
	Title   string
	Since   string
	Until   string
}

// School is a school of the member's own.
type School struct {
	Name  string
	Since string
	Until string
}

// Acquaintance is somebody whom an address book or a table of the archive names
// beside invitations, connections and messages. A time is Undated where the table
// does not say when.
type Acquaintance struct {
	Name          string
	Slug          string // "" where only the name is known
	Book          int    // how many people of the name the address books hold, as far as mail addresses and numbers tell
	Company       string // of the one in the address book, "" where it has none or there are several
	EndorsedBy    time.Time
	Endorsed      time.Time
	RecommendedBy time.Time
	Recommended   time.Time
	Followed      time.Time
}

// Undated stands for a moment that is not known.
var Undated = time.Unix(1, 0).UTC()

// Follow is a company whose page the member follows.
type Follow struct {
	Company string
	On      time.Time // zero when not read
}

// Skip is a row that was not taken, and why.
type Skip struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Reason string `json:"reason"`
}
