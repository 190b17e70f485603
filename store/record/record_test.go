package record

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"linkvet/advisor/profiles"
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
	case reflect.Int, reflect.Int32:
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

// wholeProfile has a value in every field.
func wholeProfile(n *int) *profiles.Profile {
	p := &profiles.Profile{
		Positions:  []profiles.Position{{Title: "Miller", Company: "Windmark", From: "2020-02", Until: "2021", FullTime: true}},
		Schools:    []profiles.School{{Name: "Mill School", From: "2010", Until: "2014"}},
		Verified:   []profiles.Verification{{Kind: "workplace", Organisation: "Windmark"}},
		Hints:      []profiles.Hint{{Question: "know", Text: "Windmark"}},
		MutualKeys: []string{"in/ada"},
	}
	v := reflect.ValueOf(p).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); {
		case f.Kind() == reflect.Struct:
			fill(f, n)
		case f.IsZero():
			*n++
			fillPlain(f, n)
		}
	}
	return p
}

// A profile of somebody who wrote a novel into it takes no more than 8 KiB.
func TestProfileIsKeptSmall(t *testing.T) {
	long := strings.Repeat("Head of Everything at Windmark ", 100)
	p := profiles.Profile{Headline: long, Company: long}
	for range 500 {
		p.Positions = append(p.Positions, profiles.Position{Title: long, Company: long, From: "2020-02", Until: "2021-03"})
		p.Schools = append(p.Schools, profiles.School{Name: long})
		p.Hints = append(p.Hints, profiles.Hint{Question: "know", Text: long})
		p.BothWorked = append(p.BothWorked, long)
	}
	with := Invitation{ID: "1", Profile: &p}
	value, err := Encode(&with)
	if err != nil || len(value) > 8<<10 {
		t.Errorf("%d bytes, %v", len(value), err)
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
	inv.Profile = wholeProfile(&n)
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
