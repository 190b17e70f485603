// Package dates writes days, months and times as people read them. It is the one
// place that knows how: every layout of the language stands here, and the rest of
// the program puts what it gets into a whole sentence.
//
// The layouts are our own, with the names of months and weekdays that [time] has,
// which are English. golang.org/x/text formats no dates: its package date holds
// tables of CLDR and exports nothing (v0.44). A translation gives these functions
// other layouts and names.
//
// A time is written in the time zone that it is in. What only programs read, such
// as RFC 3339 in JSON, is not written here.
package dates

import "time"

// Short is a day where there is little room: "2 Jan 2026".
func Short(t time.Time) string { return t.Format("2 Jan 2006") }

// ShortOfYear is Short where the year goes without saying: "2 Jan".
func ShortOfYear(t time.Time) string { return t.Format("2 Jan") }

// Day is a day in a sentence: "2 January 2026".
func Day(t time.Time) string { return t.Format("2 January 2006") }

// Weekday is a day to plan with: "Friday 2 January 2026".
func Weekday(t time.Time) string { return t.Format("Monday 2 January 2006") }

// Time is a day with the time of day: "2 January 2026, 15:04".
func Time(t time.Time) string { return t.Format("2 January 2006, 15:04") }

// Month is a month in a sentence: "January 2026".
func Month(t time.Time) string { return t.Format("January 2006") }

// ShortMonth is a month where there is little room: "Jan 2026".
func ShortMonth(t time.Time) string { return t.Format("Jan 2006") }

// MonthOfYear is a month where the year goes without saying: "January".
func MonthOfYear(t time.Time) string { return t.Format("January") }

// Typed is a day as it is typed, and as commands print it: "2026-01-02". It is
// the same in every language.
func Typed(t time.Time) string { return t.Format(time.DateOnly) }

// TypedTime is Typed with the time of day: "2026-01-02 15:04".
func TypedTime(t time.Time) string { return t.Format("2006-01-02 15:04") }
