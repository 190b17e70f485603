package plain

import (
	"path/filepath"
	"strings"

	"linkvet/store/exchange"
	"linkvet/store/quantity"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// exportTo writes the list, as it is now, to a file. A calendar holds the days of
// all lists.
func (s *session) exportTo(path string) error {
	only, name, err := s.inThisList()
	if err != nil {
		s.fail("reading the list", err)
		return s.ctx.Err()
	}
	for {
		for path == "" {
			if path, err = s.ask("Path of the file, such as ~/invitations.csv; or b to go back:", "A name with .csv is a table, .jsonl JSON Lines, .md or .html a report, .ics a calendar of what comes back."); err != nil {
				return err
			}
			if path == "" {
				s.say("%s", notKnown(path))
			}
		}
		path = screen.ExpandHome(path)
		format, err := exchange.FormatOf(path)
		if err == nil {
			return s.write(path, format, only, name)
		}
		problem, _, _ := strings.Cut(style.Sentence(err), "; or say --format") // an option, which nobody types here
		if strings.Contains(problem, "(") && !strings.HasSuffix(problem, ")") {
			problem += ")"
		}
		s.each(problem)
		path = ""
	}
}

// inThisList are the ids of those in the list now, and what the list is called.
func (s *session) inThisList() (only map[string]bool, name string, err error) {
	if err := s.refresh(); err != nil {
		return nil, "", err
	}
	tab := s.tabs()[s.here.tab]
	rows, _, err := s.inOrder(tab)
	only = make(map[string]bool, len(rows))
	for _, row := range rows {
		only[s.table.ID(int(row))] = true
	}
	name = quantity.Text("the list %s", style.OneLine(tab.Name))
	if s.here.filter != "" {
		name = quantity.Text("the list %s, those that match %s", style.OneLine(tab.Name), style.OneLine(s.here.filter))
	}
	return only, name, err
}

// write writes a file, and over one that is there when the person agrees.
func (s *session) write(path string, format exchange.Format, only map[string]bool, name string) error {
	if format == exchange.Calendar {
		only, name = nil, "all lists"
	}
	if only != nil && len(only) == 0 {
		s.say("There is nobody in %s to export.", name)
		return nil
	}
	options := exchange.ExportOptions{All: true, Format: format, Only: only}
	n, err := s.storage.Export(s.ctx, path, false, options)
	if isThere(err) {
		yes, asked := s.agrees(quantity.Text("There is a file %s already. Replace it?", style.OneLine(path)))
		if asked == nil && !yes {
			s.say("Nothing was written.")
		}
		if asked != nil || !yes {
			return asked
		}
		n, err = s.storage.Export(s.ctx, path, true, options)
	}
	if err != nil {
		s.fail("exporting", err)
		return s.ctx.Err()
	}
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	s.say("Wrote %s of %s to %s", format.Count(n), name, style.OneLine(path))
	return nil
}
