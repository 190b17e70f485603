package tables

import (
	"cmp"
	"slices"
	"strings"

	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/sealed"
)

// Own is what the archives say of the member: jobs and schools, the newest
// first, as LinkedIn writes them.
type Own struct {
	Positions []linkedin.Position `json:"positions"`
	Schools   []linkedin.School   `json:"schools"`
}

// OwnRecord is Own as it is kept, each entry a list of texts.
type OwnRecord struct {
	Positions [][]string `cbor:"1,keyasint,omitempty"`
	Schools   [][]string `cbor:"2,keyasint,omitempty"`
}

func (tx *Tx) Own() (Own, error) {
	own := Own{Positions: []linkedin.Position{}, Schools: []linkedin.School{}}
	value := tx.Bucket(BucketConnections()).Get([]byte(KeyOwn))
	if value == nil {
		return own, nil
	}
	var r OwnRecord
	if err := sealed.Decode([]byte(KeyOwn), value, &r); err != nil {
		return own, fault.Damaged(tx.Path, "the member's own positions cannot be read: %v", err)
	}
	for _, p := range r.Positions {
		if len(p) == 4 {
			own.Positions = append(own.Positions, linkedin.Position{Company: p[0], Title: p[1], Since: p[2], Until: p[3]})
		}
	}
	for _, p := range r.Schools {
		if len(p) == 3 {
			own.Schools = append(own.Schools, linkedin.School{Name: p[0], Since: p[1], Until: p[2]})
		}
	}
	return own, nil
}

// At returns the member's own job at a company, "" for none.
func (o Own) At(company string) string {
	key := record.CompanyKey(company)
	i := slices.IndexFunc(o.Positions, func(p linkedin.Position) bool { return key != "" && record.CompanyKey(p.Company) == key })
	if i < 0 {
		return ""
	}
	return o.Positions[i].Company
}

const PrefixMessages = "msg/"

const KeyOwn = "own"

// PrefixTies is where who else the person knows stands, and PrefixFollows, within
// it, companies that the person follows.
const (
	PrefixTies    = "tie/"
	PrefixFollows = "tie/company/"
)

// contactOn is the number of the field On of a Contact.
const contactOn = 4

// Contact is what is kept of a connection.
type Contact struct {
	Name     string `cbor:"1,keyasint,omitempty"`
	Company  string `cbor:"2,keyasint,omitempty"`
	Position string `cbor:"3,keyasint,omitempty"`
	On       int64  `cbor:"4,keyasint,omitempty"` // day connected
	Slug     string `cbor:"5,keyasint,omitempty"`
	Sharing  int    `cbor:"6,keyasint,omitempty"` // further connections of this name of whom nothing else is known
}

// Before says which of two connections of one name stands for both: it must be
// the same one whatever order they are read in, or importing an archive again
// would change what is known. One with an address can be looked at.
func (c *Contact) Before(other *Contact) bool {
	if hasAddress := c.Slug != ""; hasAddress != (other.Slug != "") {
		return hasAddress
	}
	return cmp.Or(strings.Compare(c.Slug, other.Slug), strings.Compare(c.Name, other.Name)) < 0
}

// Correspondence is what is kept of the messages with somebody.
type Correspondence struct {
	Count int   `cbor:"1,keyasint,omitempty"`
	First int64 `cbor:"2,keyasint,omitempty"`
	Last  int64 `cbor:"3,keyasint,omitempty"`
}

// Tie is what archives and address books say of somebody beside invitations,
// connections and messages. Times are seconds since 1970, 0 for never, and 1 where
// it is not known when.
type Tie struct {
	Book          int    `cbor:"1,keyasint,omitempty"` // how many people of the name are in the address book
	Company       string `cbor:"2,keyasint,omitempty"` // of the one that is
	EndorsedBy    int64  `cbor:"3,keyasint,omitempty"`
	Endorsed      int64  `cbor:"4,keyasint,omitempty"`
	RecommendedBy int64  `cbor:"5,keyasint,omitempty"`
	Recommended   int64  `cbor:"6,keyasint,omitempty"`
	Followed      int64  `cbor:"7,keyasint,omitempty"` // of a company, since when; of a person, when last
}

// With joins what two sources say, so that joining again changes nothing.
func (t Tie) With(other Tie) Tie {
	if t.Book == 0 || other.Book == t.Book && t.Company == "" {
		t.Company = other.Company
	}
	t.Book = max(t.Book, other.Book)
	if t.Book > 1 {
		t.Company = ""
	}
	t.EndorsedBy, t.Endorsed = max(t.EndorsedBy, other.EndorsedBy), max(t.Endorsed, other.Endorsed)
	t.RecommendedBy, t.Recommended = max(t.RecommendedBy, other.RecommendedBy), max(t.Recommended, other.Recommended)
	t.Followed = max(t.Followed, other.Followed)
	return t
}

// With joins what two archives say. Neither may have all messages, so the
// larger count is the better one, and joining again changes nothing.
func (c Correspondence) With(other Correspondence) Correspondence {
	c.Count = max(c.Count, other.Count)
	if c.First == 0 || other.First != 0 && other.First < c.First {
		c.First = other.First
	}
	c.Last = max(c.Last, other.Last)
	return c
}
