package plain

import (
	"strconv"
	"strings"
	"time"

	"linkvet/store/exchange"
	"linkvet/store/merge"
	"linkvet/store/quantity"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// importFrom takes in what is at a path: it says what that would do, and does it
// when the person agrees.
func (s *session) importFrom(path string) error {
	for path == "" {
		var err error
		if path, err = s.askArchive(); err != nil {
			return err
		}
	}
	report, err := s.work("Reading", path, true)
	if err != nil {
		return s.importFailed(err)
	}
	s.say("It holds:")
	s.sayReport(report, false)
	yes, err := s.agrees("Import it? Answers and decisions you made stay as they are.")
	if err != nil || !yes {
		return err
	}
	if report, err = s.work("Importing", path, false); err != nil {
		return s.importFailed(err)
	}
	s.changed = true
	s.say("Imported.")
	s.sayReport(report, true)
	if s.o.Demo || s.settings.ProfileAsked() {
		return nil
	}
	s.say("What you want from LinkedIn decides which invitations are worth it. Answer what you like.")
	return s.changeProfile()
}

// askArchive asks for the path of an archive, and offers those found.
func (s *session) askArchive() (string, error) {
	found := s.o.Archives
	s.number(found)
	prompt := "Path of the archive, a zip, an unpacked folder, or a single table:"
	if len(found) > 0 {
		prompt = "Number of one of these, or the path of another archive:"
	}
	line, err := s.ask(prompt, screen.ArchiveHelp()...)
	if err != nil {
		return "", err
	}
	if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(found) {
		return found[n-1], nil
	}
	return line, nil
}

// importFailed says why an import failed; one that was stopped ends the program.
func (s *session) importFailed(err error) error {
	if s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	s.fail("importing", err)
	s.say("Nothing was changed.")
	return nil
}

// progressEvery is how much time lies between two lines of progress at least.
const progressEvery = 3 * time.Second

// work imports, or says what importing would do, with a line of progress now and
// then.
func (s *session) work(doing, path string, dryRun bool) (merge.ImportReport, error) {
	s.say("%s %s.", doing, style.OneLine(path))
	if err := s.out.flush(); err != nil {
		return merge.ImportReport{}, err
	}
	steps := make(chan [2]int, 1)
	type outcome struct {
		report merge.ImportReport
		err    error
	}
	done := make(chan outcome, 1)
	go func() {
		report, err := s.storage.Import(s.ctx, []string{screen.ExpandHome(path)}, dryRun, func(n, of int) {
			select {
			case steps <- [2]int{n, of}:
			default: // nobody has heard the last one yet
			}
		})
		done <- outcome{report, err}
	}()
	said := s.o.Now()
	for {
		select {
		case o := <-done:
			return o.report, o.err
		case step := <-steps:
			if now := s.o.Now(); now.Sub(said) >= progressEvery && step[1] > 0 {
				said = now
				s.say("%d percent done.", 100*step[0]/step[1])
				if err := s.out.flush(); err != nil {
					return merge.ImportReport{}, err
				}
			}
		}
	}
}

// sayReport says what an import did or would do.
func (s *session) sayReport(r merge.ImportReport, done bool) {
	for _, c := range words.Standing(r) {
		s.say("%s: %s.", style.Capital(c.What), quantity.Number(c.N))
	}
	s.each(words.Changes(r, done))
	s.each(words.Remarks(r)...)
}

// exportTo writes the list to a file.
func (s *session) exportTo(path string) error {
	if len(s.here.rows) == 0 {
		s.say("There is nothing in this list to export.")
		return nil
	}
	if path == "" {
		var err error
		if path, err = s.ask("Path of the file, such as ~/invitations.csv:", "A name with .csv is a table, .jsonl JSON Lines, .md or .html a report, .ics a calendar of what comes back."); err != nil {
			return err
		}
	}
	format, err := exchange.FormatOf(path)
	if err != nil {
		problem, _, _ := strings.Cut(style.Sentence(err), "; or say --format") // an option, which nobody types here
		if strings.Contains(problem, "(") && !strings.HasSuffix(problem, ")") {
			problem += ")"
		}
		s.each(problem)
		return nil
	}
	only := map[string]bool{}
	for at := range s.here.rows {
		only[s.row(at).ID] = true
	}
	options := exchange.ExportOptions{All: true, Format: format, Only: only}
	n, err := s.storage.Export(s.ctx, screen.ExpandHome(path), false, options)
	if isThere(err) {
		yes, asked := s.agrees("There is a file " + style.OneLine(path) + " already. Replace it?")
		if asked != nil || !yes {
			return asked
		}
		n, err = s.storage.Export(s.ctx, screen.ExpandHome(path), true, options)
	}
	if err != nil {
		s.fail("exporting", err)
		return s.ctx.Err()
	}
	s.say("Wrote %s to %s.", format.Count(n), strings.TrimSuffix(style.OneLine(path), "."))
	return nil
}
