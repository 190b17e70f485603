package record

import (
	"bytes"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/sealed"
)

// A removal is kept as the same bytes as the patch that says it field by field.
func TestRemovalIsKeptAsItsPatch(t *testing.T) {
	inv := Invitation{
		ID: "0123456789", Direction: Incoming, Name: "Ada", Note: "Hi", SentAt: time.Unix(1_700_000_000, 0).UTC(), TimesSent: 1,
		Answers: advisor.Answers{"know": {"well"}}, unknown: Fields{lastField + 1: {0x18, 0x2a}},
	}
	patch, err := PatchBetween(&inv, nil)
	if err != nil {
		t.Fatal(err)
	}
	removal, err := RemovalOf(&inv)
	if err != nil {
		t.Fatal(err)
	}
	want, err := sealed.Encoder.Marshal(patch)
	if err != nil {
		t.Fatal(err)
	}
	got, err := sealed.Encoder.Marshal(removal)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%x, %v, want %x", got, err, want)
	}
	var read Patch
	if err := sealed.Decoder.Unmarshal(got, &read); err != nil || !read.Deleted || len(read.Was) != len(patch.Was) {
		t.Errorf("read back %+v, %v", read, err)
	}
}
