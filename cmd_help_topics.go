package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/config"
	"linkvet/store/list"
)

// topic is a page of help that is about no single command. The manual page has
// them all.
type topic struct {
	name, short string
	manTitle    string      // of its section in the manual
	before      string      // a paragraph
	rows        [][2]string // terms with their meanings
	after       string      // paragraphs
}

// topics are in the order they are listed.
func topics() []topic {
	return []topic{queryTopic(), profileTopic(), exitCodesTopic(), filesTopic(), environmentTopic()}
}

func topicNames() []string {
	var names []string
	for _, t := range topics() {
		names = append(names, t.name)
	}
	return names
}

func topicRows() [][2]string {
	var rows [][2]string
	for _, t := range topics() {
		rows = append(rows, [2]string{"help " + t.name, t.short})
	}
	return rows
}

func (p *helpPage) topic(t topic) {
	if t.before != "" {
		p.paragraph("", t.before)
		fmt.Fprintln(p.w)
	}
	p.rows(t.rows)
	for i, text := range strings.Split(t.after, "\n\n") {
		if text == "" {
			continue
		}
		if i == 0 {
			fmt.Fprintln(p.w)
		}
		p.paragraph("", text)
	}
}

func queryTopic() topic {
	t := topic{
		name: "query", manTitle: "QUERIES", short: "Find invitations: words, fields, tags",
		before: "A QUERY is words and conditions side by side, and all of them must hold. Case and accents do not matter. Quote what your shell would read itself, such as ! and #.",
		rows: [][2]string{
			{"ann berlin", "both words, anywhere in name, headline, company, note, your own note or tags"},
			{`"data science"`, "the words in this order"},
			{"!recruiter", "not this word; ! works before every condition"},
			{"name: company: url:", "the word in the name, the company or the profile's address only"},
			{"status: (or is:)", statusWords() + "; outgoing is yours, thought of or sent and not answered"},
			{"rec:", "the recommendation, such as rec:accept or rec:none; rec:review, rec:ignore and rec:block are short"},
			{"decision:", "what you did, such as decision:ignored or decision:none"},
			{"has:", "note, headline, company, url, tag, answer, date or mynote (your own note)"},
			{"after: before:", "sent on that day or later, or before it: 2026-07-14, 2026-07 or 2026"},
			{"tag:choir", "has exactly this tag"},
			{"#cho", "has a tag that begins so"},
		},
		after: "The beginning of an ID is enough wherever a command asks for one, as long as it fits only one invitation.",
	}
	var conditions [][2]string
	for _, c := range list.Conditions() {
		conditions = append(conditions, [2]string{"is:" + c[0], c[1]})
	}
	at := 1 + slices.IndexFunc(t.rows, func(row [2]string) bool { return strings.HasPrefix(row[0], "status:") })
	t.rows = slices.Insert(t.rows, at, conditions...)
	return t
}

func profileTopic() topic {
	return topic{
		name: "profile", manTitle: "READING A PROFILE", short: "What to copy of an inviter's profile, and how",
		before: "Paste it into the terminal program (p), or give it to linkvet read. It suggests answers with the words they rest on; only what you confirm counts. " +
			"Several copies of one person add up.",
		rows: [][2]string{
			{"the panel", "on the profile More > About this profile; select what it says, copy. LinkedIn writes it, so it counts most"},
			{"the page", "scroll to its end first, since LinkedIn loads it as you go; then select all and copy"},
			{"the PDF", "More > Save to PDF; give its path"},
			{"the contact box", "Contact info; select, copy"},
			{"the saved page", "in the browser Save as, complete or as one file (.mhtml); give its path"},
		},
		after: "Nothing is sent, and the text is not kept: only titles, names of companies and schools, months and counts. LinkedIn's user agreement restricts copying profiles, " +
			"so linkvet reads only what you copy by hand, one at a time; it offers no batch and watches no clipboard.",
	}
}

func exitCodesTopic() topic {
	t := topic{
		name: "exit-codes", manTitle: "EXIT STATUS", short: "What linkvet exits with",
		after: "With --json an error is one line on standard error: {\"error\":{\"kind\",\"message\",\"file\",\"line\",\"hint\"}}.",
	}
	for _, code := range exitCodes() {
		t.rows = append(t.rows, [2]string{fmt.Sprint(code.code), code.meaning})
	}
	return t
}

func filesTopic() topic {
	return topic{
		name: "files", manTitle: "FILES", short: "Where linkvet keeps what it knows",
		before: "Only you can read these files. linkvet paths prints where they are on this computer.",
		rows: [][2]string{
			{"~/.local/share/linkvet/linkvet.db", "the store: invitations, answers, decisions and journal (XDG_DATA_HOME; on Windows %LocalAppData%)"},
			{"linkvet-backups", "beside the store: copies made before the first change of a day, an import, a restore or a new version; see linkvet backup --help"},
			{"~/.config/linkvet/config.yaml", "settings and profile (XDG_CONFIG_HOME; on Windows %AppData%)"},
			{"~/.local/state/linkvet/linkvet.log", "only with --debug: commands and timings, never names or notes (XDG_STATE_HOME; on Windows %LocalAppData%)"},
		},
		after: "To forget everything, delete them.",
	}
}

func environmentTopic() topic {
	t := topic{
		name: "environment", manTitle: "ENVIRONMENT", short: "Variables that linkvet reads",
		before: "A flag wins over a variable, and a variable over the settings file.",
		rows: [][2]string{
			{"LINKVET_DB", "path of the store, as --db"},
			{"LINKVET_CONFIG", "path of the settings file, as --config"},
			{"LINKVET_PROFILE_...", "a setting of the profile, such as LINKVET_PROFILE_USAGE=active; lists are written with commas"},
			{"NO_COLOR", "when it has any value, nothing is printed in color"},
			{"SOURCE_DATE_EPOCH", "the day of the manual pages, for who builds packages"},
			{"ACCESSIBLE", "when it is neither empty nor 0, the terminal program talks in plain lines, as with --accessible"},
			{"TERM", "dumb: no styles, and at a terminal the line mode"},
			{"VISUAL, EDITOR", "the editor that linkvet config edit opens"},
			{"XDG_CONFIG_HOME", "folder of settings, instead of ~/.config"},
			{"XDG_DATA_HOME", "folder of the store, instead of ~/.local/share"},
			{"XDG_STATE_HOME", "folder of the log and the lock, instead of ~/.local/state"},
		},
	}
	t.rows = slices.Insert(t.rows, 2, settingVariables()...)
	return t
}

// settingVariables are the variables of the settings that are no part of the
// profile, but for the store.
func settingVariables() [][2]string {
	var rows [][2]string
	for _, d := range config.Descriptions() {
		if d.Variable == "" || d.Key == "db" || strings.HasPrefix(d.Key, "profile") {
			continue
		}
		about := d.About
		if d.Allowed != nil {
			about += ": " + strings.Join(d.Allowed, ", ")
		}
		rows = append(rows, [2]string{d.Variable, about})
	}
	return rows
}

// completeHelp offers commands and topics.
func completeHelp(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var offered []cobra.Completion
	for _, sub := range cmd.Root().Commands() {
		if sub.IsAvailableCommand() {
			offered = append(offered, cobra.CompletionWithDesc(sub.Name(), sub.Short))
		}
	}
	for _, t := range topics() {
		offered = append(offered, cobra.CompletionWithDesc(t.name, t.short))
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}
