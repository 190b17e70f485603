package tables

import (
	"testing"

	"linkvet/store/sealed"
)

// The record of an import has as many entries as the archive has people.
func TestImportRecordOfMany(t *testing.T) {
	kept := &ImportRecord{New: make([][]byte, 200_000), Quiet: make([]quietChange, 200_000)}
	for i := range kept.New {
		kept.New[i] = []byte{byte(i)}
	}
	value, err := sealed.Encode([]byte("key"), EntryRecord{Import: kept})
	must(t, err)
	var read EntryRecord
	must(t, sealed.Decode([]byte("key"), value, &read))
	if len(read.Import.New) != len(kept.New) || len(read.Import.Quiet) != len(kept.Quiet) {
		t.Errorf("read %d keys and %d changes", len(read.Import.New), len(read.Import.Quiet))
	}
}
