package tables

import (
	"bytes"
	"cmp"
	"context"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/sealed"
)

// WhatAnswered is what the journal says of answers.
const WhatAnswered = "answered"

// AnsweredPages returns how many entries of the journal are about answers of the
// person's, one for each visit of a page and each command, to invitations that are
// still there.
func (tx *Tx) AnsweredPages(ctx context.Context) (int, error) {
	var e struct { // what of an EntryRecord counts
		Who  string `cbor:"2,keyasint,omitempty"`
		What string `cbor:"3,keyasint,omitempty"`
	}
	pages, n := 0, 0
	invitations := tx.Bucket(BucketInvitations())
	cursor := tx.Bucket(BucketJournal()).Cursor()
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		if n++; n%EverySoOften == 0 && ctx.Err() != nil {
			return 0, ctx.Err()
		}
		if len(key) != 8+record.IDLength || string(key[8:]) == noID {
			continue
		}
		e.Who, e.What = "", ""
		if err := sealed.Decode(key, value, &e); err != nil {
			return 0, fault.Damaged(tx.Path, "the journal entry %q cannot be read: %v", key, err)
		}
		if e.Who == WhoPerson && e.What == WhatAnswered && invitations.Get(key[8:]) != nil {
			pages++
		}
	}
	return pages, nil
}

// EachConnectionDay calls fn for every connection with the day it was made, in
// seconds since 1970; 0 where that is not known.
func (tx *Tx) EachConnectionDay(ctx context.Context, fn func(day int64)) error {
	n := 0
	cursor := tx.Bucket(BucketConnections()).Cursor()
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		if n++; n%EverySoOften == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if string(key) == KeyOwn || bytes.HasPrefix(key, []byte(PrefixMessages)) {
			continue
		}
		payload, err := sealed.Open(key, value)
		day, ok := sealed.Number(payload, contactOn)
		if err != nil || !ok {
			return fault.Damaged(tx.Path, "the connection %q cannot be read: %v", key, cmp.Or(err, record.ErrSummary))
		}
		fn(day)
	}
	return nil
}
