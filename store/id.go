package store

import (
	"crypto/sha256"
	"strconv"
	"strings"
	"time"

	"linkvet/store/linkedin"
)

// idAlphabet has no letter that is easily taken for another or for a digit:
// i, l, o and u are missing.
const idAlphabet = "0123456789abcdefghjkmnpqrstvwxyz"

// idLength characters of five bits each make a collision among a million
// invitations a one in two thousand chance, and makeID has an answer to it.
const idLength = 10

// maxCandidates is how many ids an error about an ambiguous prefix names.
const maxCandidates = 5

// makeID derives an id from who sent it to whom. It depends on nothing else, so
// that the same archive gives the same ids on every computer. attempt is 1
// unless another record already has the id.
func makeID(dir Direction, person string, attempt int) string {
	seed := string(dir) + "\x00" + person
	if attempt > 1 {
		seed += "\x00" + strconv.Itoa(attempt)
	}
	sum := sha256.Sum256([]byte(seed))
	id := make([]byte, idLength)
	for i := range id {
		bit := i * 5
		pair := uint16(sum[bit/8])<<8 | uint16(sum[bit/8+1])
		id[i] = idAlphabet[pair>>(11-bit%8)&31]
	}
	return string(id)
}

// newID returns the first id of the person that is free.
func newID(dir Direction, person string, taken func(id string) bool) string {
	for attempt := 1; ; attempt++ {
		if id := makeID(dir, person, attempt); !taken(id) {
			return id
		}
	}
}

// personKey says who it is: the profile where its address is known, else the
// name, else only the moment, because nobody else is known by nothing.
func personKey(slug, name string, sentAt time.Time) string {
	if slug != "" {
		return addressKey(slug)
	}
	return unaddressedKey(Fold(name), sentAt)
}

func addressKey(slug string) string { return "in/" + slug }

func nameKey(folded string) string { return "name/" + folded }

// unaddressedKey is personKey without an address, with the name folded already.
func unaddressedKey(folded string, sentAt time.Time) string {
	if folded != "" {
		return nameKey(folded)
	}
	return "sent/" + strconv.FormatInt(seconds(sentAt), 10)
}

// slugOf returns the slug of a profile address that is already canonical.
func slugOf(url string) string {
	if url == "" {
		return ""
	}
	_, slug := linkedin.ProfileURL(url)
	return slug
}

// normaliseRef forgives what people mistype in an id: capitals, and letters
// that stand for a digit.
var normaliseRef = strings.NewReplacer("o", "0", "i", "1", "l", "1").Replace
