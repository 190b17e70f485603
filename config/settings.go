package config

import "strings"

// Settings are the settings in force, whatever place each came from.
type Settings struct {
	DB           string // path of the store
	DBGiven      bool   // the command line or the environment says where it is
	Theme        string // the program's own, or one of Themes
	Themes       []Theme
	Background   string // "auto", "light" or "dark"
	Pace         string // "pages" or "one"
	Mouse        bool   // whether the terminal program takes the mouse
	Accessible   bool   // the terminal program goes line by line
	Profile      Profile
	ProfileAsked bool // the profile was filled in or skipped once
	Sections     []Section
	Keys         []Binding
	Commands     []Command
	File         string // path of the settings file; it need not exist
	FileExists   bool
	StateDir     string // folder of logs and locks
}

// Profile is what the person said about themselves. Every field may be empty.
type Profile struct {
	Goals         []string
	Usage         string // "active", "light" or ""
	Comfort       string // "comfortable", "unsure" or ""
	Connections   *int   // own connections; nil when not said
	PostsPersonal bool
	Premium       bool
	JobSearch     string // "looking", "open", "no" or ""
}

// Section is a list of the person's own in the terminal program.
type Section struct{ Name, Query string }

// Theme is a theme of the person's own: colors by what they are for. Which names and
// colors there are, the terminal program knows.
type Theme struct {
	Name   string
	Colors map[string]string
}

// Binding gives an action of the terminal program other keys than it has by
// itself. Which actions and keys there are, the terminal program knows.
type Binding struct {
	Action string
	Keys   []string
}

// Command is a command of the person's own on an invitation: a key, a name, and a
// program with its arguments. What may be filled in there, and which keys are
// free, the terminal program knows.
type Command struct {
	Key, Name string
	Args      []string
	Terminal  bool // it takes the terminal over
}

// IsZero reports whether nothing was said.
func (p Profile) IsZero() bool {
	return len(p.Goals) == 0 && p.Usage == "" && p.Comfort == "" && p.Connections == nil && !p.PostsPersonal && !p.Premium && p.JobSearch == ""
}

// kind is the type a setting's value must have.
type kind int

const (
	text kind = iota
	boolean
	count // a whole number, zero or more
	words // a list of words
	group // holds other settings

	// These are read from the file alone: no flag, variable or default.
	sections // a list of names and queries
	bindings // actions and their keys
	commands // keys, names, and programs with their arguments
	themes   // names of themes and their colors
)

// setting describes one key of the settings file. The environment variable of
// a key is LINKVET_ and the key in capitals with dots as underscores.
type setting struct {
	key     string
	kind    kind
	allowed []string // the values a text or a list may have; nil is any
	open    bool     // others are allowed as well, which only others can judge
	def     any
	about   string // what it is for, as the beginning of a sentence
}

// variable is the environment variable of a setting, "" for one that has none.
func (s setting) variable() string {
	if s.kind >= group {
		return ""
	}
	return "LINKVET_" + strings.ToUpper(strings.ReplaceAll(s.key, ".", "_"))
}

// settingsTable is the one place where keys, types, values and defaults are
// declared. An empty text means "not said" and leaves the
// default.
func settingsTable() []setting {
	return []setting{
		{key: "db", kind: text, def: "", about: "where the store is; relative to this file"}, // "" is the data folder's place
		{key: "theme", kind: text, allowed: []string{"auto", "light", "dark", "16-colors", "high-contrast", "color-blind", "mono"}, open: true, def: "auto", about: "colors of the terminal program, or the name of a theme of your own; auto follows the terminal, mono has none"},
		{key: "background", kind: text, allowed: []string{"auto", "light", "dark"}, def: "auto", about: "what is behind the text, for a terminal that does not say it itself"},
		{key: "pace", kind: text, allowed: []string{"pages", "one"}, def: "pages", about: "pages asks the questions a page at a time, one a question at a time"},
		{key: "mouse", kind: boolean, def: false, about: "true has the terminal program take the mouse, which keeps the terminal from selecting text"},
		{key: "accessible", kind: boolean, def: false, about: "true shows the terminal program as plain lines and prompts, for screen readers and braille"},
		{key: "profile_asked", kind: boolean, def: false, about: "true when the terminal program has asked for the profile"},
		{key: "sections", kind: sections, about: "lists of your own, each with a tab and its count"},
		{key: "keys", kind: bindings, about: "other keys for actions of the terminal program; Settings > Keys names them all"},
		{key: "commands", kind: commands, about: "commands of your own on an invitation, each with a key"},
		{key: "themes", kind: themes, about: "themes of your own: the theme each begins with, and colors, as #rrggbb or by name, for accept, review, ignore, decline, block, accent, muted, border"},
		{key: "profile", kind: group, about: "what the advice takes into account about you"},
		{key: "profile.goals", kind: words, def: []string{}, allowed: []string{
			"clout", "attract_recruiters", "contact_recruiters", "grow_network",
			"board_or_volunteer", "share_expertise", "online_presence",
		}, about: "what you are on LinkedIn for"},
		{key: "profile.usage", kind: text, allowed: []string{"active", "light"}, def: "", about: "how much you use LinkedIn"},
		{key: "profile.comfort", kind: text, allowed: []string{"comfortable", "unsure"}, def: "", about: "how at home you feel on LinkedIn"},
		{key: "profile.connections", kind: count, about: "how many connections you have"},
		{key: "profile.posts_personal", kind: boolean, def: false, about: "whether you share personal things there"},
		{key: "profile.premium", kind: boolean, def: false, about: "whether you have Premium, so that a note may be 300 characters long instead of 200"},
		{key: "profile.job_search", kind: text, allowed: []string{"looking", "open", "no"}, def: "", about: "whether you look for a job, are open to one, or neither"},
	}
}
