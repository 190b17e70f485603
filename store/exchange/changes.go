package exchange

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"linkvet/store/clean"
	"linkvet/store/record"
)

// restKey stands for all of the person's own fields of which it is not known when
// they changed. What it has is the checksum of all of them together, so that a
// table can be seen to be edited by hand.
const restKey = ""

// changesOf is when the person changed what, and to which value, in words.
func changesOf(inv *record.Invitation) map[string][]string {
	changes := map[string][]string{restKey: {stampWords(record.Stamp{Sum: RestSum(inv)})}}
	for key, stamps := range inv.Stamps {
		for _, s := range stamps {
			changes[key] = append(changes[key], stampWords(s))
		}
	}
	return changes
}

func changesCell(inv *record.Invitation) string {
	if len(inv.Stamps) == 0 { // nearly all of a large table
		return restBefore + stampWords(record.Stamp{Sum: RestSum(inv)}) + restAfter
	}
	text, err := json.Marshal(changesOf(inv))
	if err != nil {
		return "" // texts cannot fail
	}
	return string(text)
}

// What stands around the checksum in a cell that has nothing else.
const (
	restBefore = `{"` + restKey + `":["`
	restAfter  = `"]}`
)

// onlyRest returns the checksum of a cell that has nothing else.
func onlyRest(cell string) (sum string, ok bool) {
	sum, before := strings.CutPrefix(cell, restBefore)
	sum, after := strings.CutSuffix(sum, restAfter)
	return sum, before && after && !strings.ContainsAny(sum, `"\\`)
}

// RestSum is a checksum of the person's own fields that have no stamp.
func RestSum(inv *record.Invitation) uint32 {
	var room [1 << 10]byte
	all := room[:0]
	for _, key := range record.OwnKeys(inv) {
		if value := inv.Own(key); value != "" && len(inv.Stamps[key]) == 0 {
			all = append(appendQuoted(all, key), ' ')
			all = append(appendQuoted(all, value), '\n')
		}
	}
	return record.SumOf(string(all))
}

// appendQuoted is strconv.AppendQuote, and quicker for text that is plain.
func appendQuoted(to []byte, text string) []byte {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return strconv.AppendQuote(to, text)
		}
	}
	return append(append(append(to, '"'), text...), '"')
}

func stampWords(s record.Stamp) string {
	return strings.TrimLeft(record.RFC3339(record.Moment(s.At))+" ", " ") + strconv.FormatUint(uint64(s.Sum), 16)
}

func parseStamp(words string) (s record.Stamp, err error) {
	at, sum, ok := strings.Cut(words, " ")
	if !ok {
		at, sum = "", words
	}
	if at != "" {
		t, err := time.Parse(time.RFC3339, at)
		if err != nil {
			return s, err
		}
		s.At = record.Seconds(t)
	}
	n, err := strconv.ParseUint(sum, 16, 32)
	s.Sum = uint32(n)
	return s, err
}

// setChanges reads when what was changed. The checksum of the rest is left in it,
// under restKey.
func setChanges(inv *record.Invitation, cell string) error {
	inv.Stamps = nil
	if strings.TrimSpace(cell) == "" {
		return nil
	}
	if sum, ok := onlyRest(cell); ok {
		if s, err := parseStamp(sum); err == nil {
			inv.Stamps = map[string][]record.Stamp{restKey: {s}}
			return nil
		}
	}
	var changes map[string][]string
	if err := json.Unmarshal([]byte(cell), &changes); err != nil {
		return fmt.Errorf("%s does not say what changed when (allowed: what an export wrote, or nothing)", shortCell(cell))
	}
	for key, all := range changes {
		var stamps []record.Stamp
		for _, words := range all {
			s, err := parseStamp(words)
			if err != nil {
				return fmt.Errorf("%s does not say what changed when (allowed: what an export wrote, or nothing)", shortCell(words))
			}
			stamps = append(stamps, s)
		}
		if key = clean.Line(key); len(stamps) > 0 {
			inv.PutStamps(key, stamps)
		}
	}
	return nil
}

// TakeRest takes the checksum of the rest out of the stamps of what was read.
func TakeRest(inv *record.Invitation) (sum uint32, ok bool) {
	rest := inv.Stamps[restKey]
	if delete(inv.Stamps, restKey); len(inv.Stamps) == 0 {
		inv.Stamps = nil
	}
	if len(rest) == 0 {
		return 0, false
	}
	return rest[0].Sum, true
}
