package record

import (
	"crypto/sha256"
	"strconv"
	"strings"
	"sync"
	"time"

	"linkvet/store/fold"
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/wording"
)

// IDAlphabet has no letter that is easily taken for another or for a digit:
// i, l, o and u are missing.
const IDAlphabet = "0123456789abcdefghjkmnpqrstvwxyz"

// IDLength characters of five bits each make a collision among a million
// invitations a one in two thousand chance, and makeID has an answer to it.
const IDLength = 10

// MaxCandidates is how many ids an error about an ambiguous prefix names.
const MaxCandidates = 5

// makeID derives an id from who sent it to whom. It depends on nothing else, so
// that the same archive gives the same ids on every computer. attempt is 1
// unless another record already has the id.
func makeID(dir Direction, person string, attempt int) string {
	var room [128]byte
	seed := append(append(append(room[:0], dir...), 0), person...)
	if attempt > 1 {
		seed = strconv.AppendInt(append(seed, 0), int64(attempt), 10)
	}
	sum := sha256.Sum256(seed)
	var id [IDLength]byte
	for i := range id {
		bit := i * 5
		pair := uint16(sum[bit/8])<<8 | uint16(sum[bit/8+1])
		id[i] = IDAlphabet[pair>>(11-bit%8)&31]
	}
	return string(id[:])
}

// NewID returns the first id of the person that is free, and which attempt that
// was. Who knows that the first attempts are taken has them left out.
func NewID(dir Direction, person string, leaveOut int, taken func(id string) bool) (id string, attempt int) {
	for attempt = leaveOut + 1; ; attempt++ {
		if id = makeID(dir, person, attempt); !taken(id) {
			return id, attempt
		}
	}
}

// PersonKey says who it is: the profile where its address is known, else the
// name, else only the moment, because nobody else is known by nothing.
func PersonKey(slug, name string, sentAt time.Time) string {
	if slug != "" {
		return AddressKey(slug)
	}
	return UnaddressedKey(FoldName(name), sentAt)
}

// FoldName folds a name for comparing people by it: "" for one that stands for
// anybody, such as "LinkedIn Member", so that nobody is known by it.
func FoldName(name string) string {
	folded := fold.Text(name)
	if nobodies()[folded] {
		return ""
	}
	return folded
}

var nobodies = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, name := range wording.Nobodies() {
		names[fold.Text(name)] = true
	}
	return names
})

func AddressKey(slug string) string { return "in/" + slug }

func NameKey(folded string) string { return "name/" + folded }

// UnaddressedKey is PersonKey without an address, with the name folded already.
func UnaddressedKey(folded string, sentAt time.Time) string {
	if folded != "" {
		return NameKey(folded)
	}
	return "sent/" + strconv.FormatInt(Seconds(sentAt), 10)
}

// SlugOf returns the slug of a profile address that is already canonical.
func SlugOf(url string) string {
	if url == "" {
		return ""
	}
	_, slug := address.Profile(url)
	return slug
}

// NormalizeRef forgives what people mistype in an id: capitals, and letters
// that stand for a digit.
var NormalizeRef = strings.NewReplacer("o", "0", "i", "1", "l", "1").Replace
