package merge

import (
	"fmt"
	"slices"
	"testing"

	"linkvet/store/record"
)

// Making ids for many records of one person asks once for each, not once for each
// of all those before it.
func TestIDsOfOnePersonAreFoundAtOnce(t *testing.T) {
	x, asked := newIndex(0), 0
	ids := map[string]bool{}
	taken := func(id string) bool { asked++; return ids[id] }
	const n = 2000
	for range n {
		ids[x.newID(person{record.Incoming, "name/bo"}, taken)] = true
	}
	if len(ids) != n || asked > 2*n {
		t.Errorf("%d ids, asked %d times", len(ids), asked)
	}
	first, _ := record.NewID(record.Incoming, "name/bo", 0, func(string) bool { return false })
	if !ids[first] {
		t.Error("the first id is not the first of them")
	}
}

// The records of a person are in the order of their decisions, whatever order they
// come in, and the open one is the last.
func TestRecordsOfAPersonAreInOrder(t *testing.T) {
	var records []*candidate
	for i, decidedAt := range []int64{5, 3, 0, 9, 3, 7, 1} {
		cand := &candidate{id: fmt.Sprint(i), decidedAt: decidedAt, decision: record.Ignored}
		if decidedAt == 0 {
			cand.decision = ""
		}
		if open := openRecord(records); (open != nil) != (i > 2) {
			t.Errorf("before %d: open %+v", i, open)
		}
		records = insertByDecision(records, cand)
	}
	var ids []string
	for _, r := range records {
		ids = append(ids, r.id)
	}
	if want := []string{"6", "1", "4", "0", "5", "3", "2"}; !slices.Equal(ids, want) || openRecord(records).id != "2" {
		t.Errorf("%v, want %v", ids, want)
	}
}
