package record

import (
	"fmt"
	"reflect"
	"testing"
	"time"
)

// fill gives every exported field of a struct a value of its own.
func fill(v reflect.Value, n *int) {
	for i := range v.NumField() {
		f := v.Field(i)
		if *n++; !v.Type().Field(i).IsExported() {
			continue
		}
		switch x := f.Interface().(type) {
		case time.Time:
			f.Set(reflect.ValueOf(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(*n) * time.Second)))
		case []time.Time:
			f.Set(reflect.ValueOf([]time.Time{time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(*n) * time.Second)}))
		case map[string][]Stamp:
			f.Set(reflect.ValueOf(map[string][]Stamp{"decision": {{At: int64(*n), Sum: 7}, {At: 1}}}))
		default:
			_ = x
			fillPlain(f, n)
		}
	}
}

func fillPlain(f reflect.Value, n *int) {
	switch f.Kind() {
	case reflect.String:
		f.SetString(fmt.Sprint("text ", *n))
	case reflect.Bool:
		f.SetBool(true)
	case reflect.Int:
		f.SetInt(int64(*n))
	case reflect.Slice:
		f.Set(reflect.ValueOf([]string{fmt.Sprint("item ", *n)}))
	case reflect.Map:
		f.Set(reflect.MakeMap(f.Type()))
		value := reflect.New(f.Type().Elem()).Elem()
		fillPlain(value, n)
		f.SetMapIndex(reflect.ValueOf("key"), value)
	case reflect.Struct:
		fill(f, n)
	}
}

// Every field of an invitation comes back from the file: one that is added to
// the type and forgotten in the record fails here.
func TestRecordKeepsEveryField(t *testing.T) {
	var inv Invitation
	n := 0
	fill(reflect.ValueOf(&inv).Elem(), &n)
	inv.Direction = Outgoing
	inv.Recommendation, inv.Advised = 1, 2
	value, err := Encode(&inv)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Decode([]byte(inv.ID), value)
	if err != nil || !reflect.DeepEqual(got, inv) {
		t.Errorf("got  %+v\nwant %+v, %v", got, inv, err)
	}
	if f, err := FieldsOf(inv); err != nil || len(f) != lastField {
		t.Errorf("%d fields, want %d, %v", len(f), lastField, err)
	}
}
