package exchange

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"linkvet/advisor/notes"
	"linkvet/store/clean"
	"linkvet/store/record"
)

// factsWriter writes what the archives know, as JSON. Of most invitations the same
// is known, so the last cell that knew nothing of its own is kept.
func factsWriter() func(inv *record.Invitation, _ time.Time) string {
	type known struct {
		facts     notes.Facts
		timesSent int
		connected bool
		gone      bool
		addedAt   time.Time
	}
	var last known
	var cell string
	return func(inv *record.Invitation, _ time.Time) string {
		if inv.Profile != nil || len(inv.Doubts) > 0 || !inv.ConnectedOn.IsZero() {
			return jsonCell(inv.FactsObject())
		}
		if now := (known{inv.Facts, inv.TimesSent, inv.Connected, inv.Gone, inv.AddedAt}); cell == "" || now != last {
			last, cell = now, jsonCell(inv.FactsObject())
		}
		return cell
	}
}

// factsReader reads such cells. Of most invitations the same is known, so what it
// made of the last cell is kept.
func factsReader() func(inv *record.Invitation, cell string) error {
	var last string
	var read record.Invitation
	return func(inv *record.Invitation, cell string) error {
		if cell != last {
			if err := setFacts(&read, cell); err != nil {
				last = ""
				read = record.Invitation{}
				return err
			}
			last = cell
		}
		inv.Facts, inv.Doubts, inv.Profile = read.Facts, slices.Clone(read.Doubts), read.Profile
		return nil
	}
}

func setFacts(inv *record.Invitation, cell string) error {
	inv.Facts, inv.Doubts, inv.Profile = notes.Facts{}, nil, nil
	if strings.TrimSpace(cell) == "" {
		return nil
	}
	var f record.Facts
	if err := json.Unmarshal([]byte(cell), &f); err != nil {
		return fmt.Errorf("%s is not a set of facts (allowed: what an export wrote, or nothing)", shortCell(cell))
	}
	cleanTexts(reflect.ValueOf(&f).Elem())
	inv.Profile = f.Profile
	inv.Facts = notes.Facts{
		Namesake: f.Namesake, NamesakeName: f.NamesakeName, Messages: max(f.Messages, 0), FirstMessage: f.FirstMessage, LastMessage: f.LastMessage,
		InvitedBefore: f.InvitedBefore, SameCompany: max(f.SameCompany, 0), Company: f.Company, NoteKnown: f.NoteKnown, MessagesKnown: f.MessagesKnown,
		Book: max(f.AddressBook, 0), BookCompany: f.AddressBookCompany, EndorsedBy: f.EndorsedBy, Endorsed: f.Endorsed, RecommendedBy: f.RecommendedBy,
		Recommended: f.Recommended, Followed: f.Followed, NameOnly: f.NameOnly, FollowsCompany: f.FollowsCompany,
	}
	if f.TimesSent > 1 {
		inv.Facts.TimesSent = f.TimesSent
	}
	inv.Doubts = append(inv.Doubts, f.Doubts...)
	return nil
}

// longestFact is how many bytes of a text that tells a fact are taken; the store
// keeps fewer of most.
const longestFact = 500

// cleanTexts cleans every text in a value, which somebody may have written by hand.
func cleanTexts(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		text := clean.Line(v.String())
		if len(text) > longestFact {
			text = strings.ToValidUTF8(text[:longestFact], "")
		}
		v.SetString(text)
	case reflect.Pointer:
		if !v.IsNil() && v.Type().Elem().PkgPath() != "time" {
			cleanTexts(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			cleanTexts(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Field(i).Type().PkgPath() != "time" {
				cleanTexts(v.Field(i))
			}
		}
	}
}
