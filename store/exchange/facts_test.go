package exchange

import (
	"reflect"
	"testing"
	"time"

	"linkvet/advisor/notes"
	"linkvet/advisor/profiles"
	"linkvet/store/record"
)

// A writer that keeps its last cell never writes that of somebody else, whatever
// the one thing is that differs.
func TestFactsWriterTellsApart(t *testing.T) {
	var now time.Time
	write := factsWriter()
	check := func(what string, inv record.Invitation) {
		for _, one := range []record.Invitation{{}, inv, {}, inv} {
			if got, want := write(&one, now), jsonCell(one.FactsObject()); got != want {
				t.Errorf("%s: %s, want %s", what, got, want)
			}
		}
	}
	for _, known := range []any{record.Invitation{}, notes.Facts{}} {
		fields := reflect.TypeOf(known)
		for i := range fields.NumField() {
			var inv record.Invitation
			of := reflect.ValueOf(&inv).Elem()
			if fields == reflect.TypeFor[notes.Facts]() {
				of = reflect.ValueOf(&inv.Facts).Elem()
			}
			if fields.Field(i).IsExported() && something(of.Field(i)) {
				check(fields.Field(i).Name, inv)
			}
		}
	}
	check("a day", record.Invitation{ConnectedOn: time.Unix(1, 0).UTC()})
	check("a doubt", record.Invitation{Doubts: []string{"x"}})
	check("a profile", record.Invitation{Profile: &profiles.Profile{}})
}

// something gives a plain value one that is not zero.
func something(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(7)
	case reflect.Struct:
		if v.Type() != reflect.TypeFor[time.Time]() {
			return false
		}
		v.Set(reflect.ValueOf(time.Unix(1, 0).UTC()))
	default:
		return false
	}
	return true
}

func TestAppendQuoted(t *testing.T) {
	for text, want := range map[string]string{"": `""`, "plain ~ text": `"plain ~ text"`, `a"b\`: `"a\"b\\"`, "é\n\x7f": `"é\n\x7f"`} {
		if got := string(appendQuoted(nil, text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
