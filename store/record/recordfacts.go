package record

import (
	"linkvet/advisor/notes"
)

// factsRecord is advisor.Facts as it is kept, with the same rule as for record.
type factsRecord struct {
	Namesake      string `cbor:"1,keyasint,omitempty"`
	NamesakeName  string `cbor:"2,keyasint,omitempty"`
	Messages      int    `cbor:"3,keyasint,omitempty"`
	FirstMessage  string `cbor:"4,keyasint,omitempty"`
	LastMessage   string `cbor:"5,keyasint,omitempty"`
	InvitedBefore string `cbor:"6,keyasint,omitempty"`
	TimesSent     int    `cbor:"7,keyasint,omitempty"`
	SameCompany   int    `cbor:"8,keyasint,omitempty"`
	Company       string `cbor:"9,keyasint,omitempty"`
	NoteKnown     bool   `cbor:"10,keyasint,omitempty"`
	MessagesKnown bool   `cbor:"11,keyasint,omitempty"`

	Book           int    `cbor:"12,keyasint,omitempty"`
	BookCompany    string `cbor:"13,keyasint,omitempty"`
	EndorsedBy     string `cbor:"14,keyasint,omitempty"`
	Endorsed       string `cbor:"15,keyasint,omitempty"`
	RecommendedBy  string `cbor:"16,keyasint,omitempty"`
	Recommended    string `cbor:"17,keyasint,omitempty"`
	Followed       string `cbor:"18,keyasint,omitempty"`
	NameOnly       bool   `cbor:"19,keyasint,omitempty"`
	FollowsCompany string `cbor:"20,keyasint,omitempty"`
}

// recordFacts returns facts as they are kept, in the room given, nil for none.
func recordFacts(f *notes.Facts, room *factsRecord) *factsRecord {
	if *f == (notes.Facts{}) {
		return nil
	}
	*room = factsRecord{
		Namesake: f.Namesake, NamesakeName: f.NamesakeName,
		Messages: f.Messages, FirstMessage: f.FirstMessage, LastMessage: f.LastMessage,
		InvitedBefore: f.InvitedBefore, TimesSent: f.TimesSent,
		SameCompany: f.SameCompany, Company: f.Company, NoteKnown: f.NoteKnown, MessagesKnown: f.MessagesKnown,
		Book: f.Book, BookCompany: f.BookCompany, EndorsedBy: f.EndorsedBy, Endorsed: f.Endorsed, RecommendedBy: f.RecommendedBy,
		Recommended: f.Recommended, Followed: f.Followed, NameOnly: f.NameOnly, FollowsCompany: f.FollowsCompany,
	}
	return room
}

func (r *factsRecord) facts() notes.Facts {
	if r == nil {
		return notes.Facts{}
	}
	return notes.Facts{
		Namesake: r.Namesake, NamesakeName: r.NamesakeName,
		Messages: r.Messages, FirstMessage: r.FirstMessage, LastMessage: r.LastMessage,
		InvitedBefore: r.InvitedBefore, TimesSent: r.TimesSent,
		SameCompany: r.SameCompany, Company: r.Company, NoteKnown: r.NoteKnown, MessagesKnown: r.MessagesKnown,
		Book: r.Book, BookCompany: r.BookCompany, EndorsedBy: r.EndorsedBy, Endorsed: r.Endorsed, RecommendedBy: r.RecommendedBy,
		Recommended: r.Recommended, Followed: r.Followed, NameOnly: r.NameOnly, FollowsCompany: r.FollowsCompany,
	}
}
