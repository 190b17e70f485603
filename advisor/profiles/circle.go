package profiles

// Circle is what the person's own archive knows that a profile can be set beside.
type Circle struct {
	Positions []Position // the person's own
	Schools   []School
	// At returns the connections at a company.
	At func(company string) []Contact
	// Named returns the connections of a name, or of a first name alone.
	Named func(name string) []Contact
	// Same reports whether two names of companies or schools mean one.
	Same func(a, b string) bool
}

// Contact is a connection of the person's.
type Contact struct {
	Key      string // by address, or by name
	Name     string
	Messages int
}

// Invitation is what is known of the inviter without the profile.
type Invitation struct {
	Name, Company, Headline string

	Namesake  bool // a connection has the same name under another address
	ClaimsTie bool // the note says that they know each other
}
