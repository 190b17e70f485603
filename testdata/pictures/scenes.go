package main

import "time"

// scene is a picture: what is pressed until it is there.
type scene struct {
	name, title   string
	args          []string // of the program; nil = the demo
	columns, rows int      // 0 = 100 by 30
	steps         []step
}

// step presses keys, and waits until the screen shows something. A step that
// lasts is a part of a film.
type step struct {
	keys, until string
	lasts       time.Duration
	looks       bool // first at a page that came by itself, which takes no answer at once
}

// opened waits until the demo is there.
var opened = step{until: "newest first"}

// scenes are all pictures of the documents.
var scenes = []scene{
	{name: "tour", title: "From the inbox over two pages of questions to the verdict, and recorded", steps: []step{
		{keys: "", until: "Waiting", lasts: 2 * time.Second},
		{keys: "<enter>", until: "Do you know them", lasts: 2 * time.Second},
		{keys: "1", until: "Do you trust them?", lasts: 1200 * time.Millisecond},
		{keys: "1", until: "Asks for money", lasts: 2500 * time.Millisecond},
		{keys: "n", until: "ACCEPT", lasts: 4 * time.Second, looks: true},
		{keys: "<enter>", until: "Mira Solberg", lasts: 2500 * time.Millisecond},
	}},
	{name: "inbox", title: "The inbox: who waits, with note, age and advice, and the marked one beside", steps: []step{opened, {keys: "jjj", until: "Crypto Mentor VIP"}}},
	{name: "filter", title: "The list filtered while typing", steps: []step{opened, {keys: "/", until: "›"}, {keys: "recruiter", until: "recruiter"}}},
	{name: "pass", title: "The first pass: who each of them is, a key a person", steps: []step{opened, {keys: "F", until: "First pass"}, {keys: "1", until: " answered"}, {keys: "4", until: " answered"}}},
	{name: "questions", title: "A page of questions with the advice so far", steps: []step{opened, {keys: "<enter>", until: "Do you know them"}, {keys: "1", until: "Do you trust them?"}}},
	{name: "signs", title: "The page of stop signs: one is enough to say no", steps: []step{opened, {keys: "<enter>", until: "Do you know them"}, {keys: "1", until: "Do you trust them?"}, {keys: "1", until: "Asks for money"}}},
	{name: "verdict", title: "The verdict: the one next act in its frame, reasons for and against below", steps: []step{
		opened, {keys: "<enter>", until: "Do you know them"}, {keys: "1", until: "Do you trust them?"}, {keys: "1", until: "Asks for money"},
		{keys: "n", until: "ACCEPT", looks: true},
	}},
	{name: "review", title: "All answers with what each counts for", steps: []step{opened, {keys: "<enter>", until: "Do you know them"}, {keys: "1", until: "Do you trust them?"}, {keys: "1", until: "Asks for money"}, {keys: "r", until: "Review"}}},
	{name: "detail", title: "All that is known of somebody who was decided on", steps: []step{opened, {keys: "3", until: "Decided"}, {keys: "<enter>", until: "questions answered"}}},
	{name: "decide", title: "Recording what you did", steps: []step{opened, {keys: "d", until: "accepted"}}},
	{name: "outgoing", title: "Your own invitations, and how far each has come", steps: []step{opened, {keys: "4", until: "pending"}}},
	{name: "letter", title: "The note to somebody you invite, put together in several ways", steps: []step{
		opened, {keys: "4", until: "pending"}, {keys: "L", until: "Why you write"}, {keys: "your talk on dikes changed how we plan", until: "dikes"}, {keys: "<tab>we met at the water fair", until: "fair"},
	}},
	{name: "read", title: "Reading what you copied of a profile", steps: []step{opened, {keys: "C", until: "What to copy"}}},
	{name: "statistics", title: "Statistics: who invites you, what you do, where you and the advice differ", columns: 120, rows: 36, steps: []step{opened, {keys: "I", until: "Received by month"}}},
	{name: "plain", title: "The same as plain lines, for screen readers", args: []string{"demo", "--accessible"}, steps: []step{
		{until: "Number of an invitation"}, {keys: "1<enter>", until: "What next?"}, {keys: "1<enter>", until: "A number:"},
	}},
	{name: "later", title: "Putting an invitation off until a day", steps: []step{opened, {keys: "l", until: "Put off until when?"}, {keys: "2 weeks", until: "2 weeks"}}},
	{name: "add", title: "Adding an invitation by hand", steps: []step{opened, {keys: "a", until: "Add an invitation"}}},
	{name: "import", title: "Importing LinkedIn's archive", steps: []step{opened, {keys: "i", until: "Where is the archive?"}}},
	{name: "export", title: "Writing a table, a report or a calendar", steps: []step{opened, {keys: "E", until: "to which file?"}}},
	{name: "keys", title: "The keys of a screen, to search and to run", steps: []step{opened, {keys: "?", until: "Keys of this screen"}}},
	{name: "palette", title: "Finding a command by name", steps: []step{opened, {keys: "<ctrl+p>", until: "Commands"}, {keys: "snooze", until: "until a date"}}},
	{name: "settings", title: "The settings", steps: []step{opened, {keys: "s", until: "Theme"}}},
	{name: "guide", title: "What the advice means, why people invite, how LinkedIn works", steps: []step{opened, {keys: "H", until: "What the advice means"}}},
}
