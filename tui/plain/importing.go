package plain

import (
	"strconv"
	"time"

	"linkvet/store/merge"
	"linkvet/store/quantity"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// importFrom takes in what is at a path: it says what that would do, and does it
// when the person agrees. Where nothing can be read it asks for another path.
func (s *session) importFrom(path string) error {
	var report merge.ImportReport
	for {
		if path == "" {
			var err error
			if path, err = s.askArchive(); err != nil {
				return err
			}
		}
		var err error
		if report, err = s.work("Reading", path, true); err == nil {
			break
		}
		if err := s.importFailed(err); err != nil {
			return err
		}
		path = ""
	}
	s.say("It holds:")
	s.sayStanding(report)
	s.each(words.Changes(report, false))
	s.each(words.Remarks(report)...)
	yes, err := s.agrees("Import it? Answers and decisions you made stay as they are.")
	if err == nil && !yes {
		s.say("Nothing was imported.")
	}
	if err != nil || !yes {
		return err
	}
	if report, err = s.work("Importing", path, false); err != nil {
		return s.importFailed(err)
	}
	s.changed = true
	s.say("Imported: %s The word undo takes it back.", sentence(words.Changes(report, true)))
	return s.askProfileOnce()
}

// askArchive asks for the path of an archive, and offers those found.
func (s *session) askArchive() (string, error) {
	var found []string
	if s.o.Archives != nil {
		found = s.o.Archives()
	}
	s.number(found)
	prompt := "Path of the archive, a zip, an unpacked folder, or a single table; or b to go back:"
	if len(found) > 0 {
		prompt = "Number of one of these, or the path of another archive; or b to go back:"
	}
	for {
		line, err := s.ask(prompt, screen.ArchiveHelp()...)
		if err != nil {
			return "", err
		}
		if line == "" {
			s.say("%s", notKnown(line))
			continue
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(found) {
			return found[n-1], nil
		}
		return line, nil
	}
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

// sayStanding says of how many invitations an archive tells, and where they stand.
func (s *session) sayStanding(r merge.ImportReport) {
	for _, c := range words.Standing(r) {
		s.say("%s: %s.", style.Capital(c.What), quantity.Number(c.N))
	}
}
