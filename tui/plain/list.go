package plain

import (
	"cmp"
	"errors"
	"path/filepath"
	"strings"

	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/lists"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// command is a word that can be typed in the list, what may follow it, and what
// it does.
type command struct {
	word, takes, about string
	do                 func(rest string) error
	reads              bool // the list is read out afterwards
}

// commands are the words of the list, those of every day first.
func (s *session) commands() []command {
	plain := func(do func() error) func(string) error { return func(string) error { return do() } }
	changing := func(do func(string) error) func(string) error {
		return func(rest string) error { return s.changing(func() error { return do(rest) })() }
	}
	return []command{
		{"next", "", "reads the next ten; so does enter alone", plain(s.next), true},
		{"previous", "", "reads the ten before", plain(s.previous), true},
		{"list", "", "reads the ten again, with new numbers where the list has changed", plain(func() error { return nil }), true},
		{"filter", "WORDS", "shows only what has these words, such as anna, company:nordwind, is:revised or tag:old; alone it shows all again", s.narrow, true},
		{"other", "", "goes to another list, such as Later or Decided", plain(s.chooseList), true},
		{"sort", "", "puts the list in another order", plain(s.chooseOrder), true},
		{"pass", "", "first pass: asks of all who wait only who they are", plain(s.changing(s.firstPass)), true},
		{"vet", "", "asks the questions of all who wait, one after the other", plain(s.changing(s.vetAll)), true},
		{"import", "PATH", "takes in LinkedIn's archive, mails or a table", changing(s.importFrom), true},
		{"add", "", "adds an invitation by hand", plain(s.changing(s.add)), false},
		{"decide", "NUMBERS", "records what you did with one or several, such as 1 3-5", changing(s.many(s.decide)), false},
		{"later", "NUMBERS", "puts them off until a day", changing(s.many(s.later)), false},
		{"tags", "NUMBERS", "adds tags to them, or takes tags off", changing(s.many(s.tag)), false},
		{"reopen", "NUMBERS", "lets them wait again", changing(s.many(s.reopen)), false},
		{"delete", "NUMBERS", "takes them out of linkvet", changing(s.many(s.remove)), false},
		{"undo", "", "takes the last change back", plain(s.changing(s.undo)), false},
		{"redo", "", "makes it again", plain(s.changing(s.redo)), false},
		{"export", "PATH", "writes the list to a file", s.exportTo, false},
		{"statistics", "", "says who invites you, what you do, where you and the advice differ, and what to look at again", plain(s.statistics), false},
		{"settings", "", "your profile, lists, theme and more", plain(s.changeSettings), false},
		{"guide", "", "tells what is worth knowing about invitations", plain(s.guide), false},
	}
}

// list reads the list out and does what is typed, until it is left.
func (s *session) list() error {
	loud := true
	for {
		if err := s.refresh(); err != nil {
			return err
		}
		prompt := "Number of an invitation, or a word:"
		switch {
		case s.table.Len() == 0:
			if s.here.rows = nil; loud {
				s.welcome()
			}
			prompt = "There is no invitation yet: import, add, or another word:"
		case loud || s.here.table == nil:
			if err := s.readOut(); err != nil {
				return err
			}
		}
		line, err := s.ask(prompt, s.listHelp()...)
		if errors.Is(err, errBack) {
			s.say("This is where everything begins; q saves and quits.")
			loud = false
			continue
		}
		if err != nil {
			return err
		}
		if s.passOver() {
			loud = false
			continue
		}
		if loud, err = s.carryOut(line); err != nil {
			return err
		}
	}
}

// carryOut does what was typed in the list, and reports whether the list is to be
// read out again.
func (s *session) carryOut(line string) (again bool, err error) {
	if line == "" {
		line = "next"
	}
	if n, ok := numberOf(line); ok {
		if n < 1 || n > len(s.here.rows) {
			s.say("There is no number %d in this list.", n)
			return false, nil
		}
		id := s.row(n - 1).ID
		err := s.visit(func() error { return s.person(id) })
		s.heard = ""
		if err == nil {
			s.say("Back in the list; the word list reads it again.")
		}
		return false, err
	}
	word, rest, _ := strings.Cut(line, " ")
	if _, ok := numberOf(word); ok {
		s.say("One number alone reads an invitation; for several put a word before them, such as decide %s.", short(line))
		return false, nil
	}
	all := s.commands()
	texts := make([]string, len(all))
	for i, c := range all {
		texts[i] = c.word
	}
	at, several := match(word, texts)
	if at < 0 && isPath(line) {
		return true, s.visit(s.changing(func() error { return s.importFrom(line) }))
	}
	if at < 0 {
		s.say("%s ? says all words.", whichOf(word, several))
		s.stray = true
		return false, nil
	}
	if rest != "" && all[at].takes == "" {
		s.say("%s stands alone: nothing follows it. Nothing was done.", style.Capital(all[at].word))
		s.stray = true
		return false, nil
	}
	err = s.visit(func() error { return all[at].do(strings.TrimSpace(rest)) })
	if errors.Is(err, errRefused) {
		return false, nil
	}
	return all[at].reads, err
}

// passOver reports whether a line came together with one that is no word, as the
// lines of a text that was pasted do. None of them is done.
func (s *session) passOver() bool {
	if !s.early {
		s.stray, s.strays = false, false
		return false
	}
	if s.stray && !s.strays {
		s.strays = true
		s.say("Several lines came at once, as of a text that is pasted, and none was done. To have a profile read, type the number of its person first.")
	}
	return s.stray
}

// errRefused says that a word did nothing, for a reason that was said.
var errRefused = errors.New("refused")

// isPath reports whether what was typed can only be the path of a file.
func isPath(line string) bool {
	return strings.ContainsAny(line, `/\`) || strings.EqualFold(filepath.Ext(strings.Trim(line, `"'`)), ".zip")
}

// listHelp are the words that can be typed in the list.
func (s *session) listHelp() []string {
	help := []string{"Type the number of an invitation to hear all of it, or one of these words, or its beginning:"}
	for _, c := range s.commands() {
		help = append(help, strings.TrimSpace(c.word+" "+c.takes)+": "+c.about)
	}
	return help
}

func (s *session) next() error {
	if len(s.here.rows) == 0 {
		s.say("There is nobody in this list.")
		return errRefused
	}
	if s.here.from+pageRows >= len(s.here.rows) {
		s.say("That was the end of the list; next reads it from the beginning.")
		s.here.from = -pageRows
		return errRefused
	}
	s.here.from += pageRows
	return nil
}

func (s *session) previous() error {
	if s.here.from == 0 {
		s.say("This is the beginning of the list.")
		return errRefused
	}
	s.here.from = max(s.here.from-pageRows, 0)
	return nil
}

// narrow shows only what a query finds; all without one.
func (s *session) narrow(query string) error {
	_, err := list.ParseQuery(query, s.o.Now().Location())
	if err = cmp.Or(err, list.CheckWhole(query)); err != nil {
		s.say("Not filtered. %s", sentence(style.Capital(screen.QueryProblem(err))))
		return errRefused
	}
	s.here.filter, s.here.from = query, 0
	return nil
}

// chooseList goes to another list.
func (s *session) chooseList() error {
	tabs := s.tabs()
	var names []string
	for _, tab := range tabs {
		_, total, err := s.marksOf(tab)
		if err != nil {
			return err
		}
		names = append(names, style.OneLine(tab.Name)+", "+quantity.Of(total, "invitation", "invitations"))
	}
	n, err := s.pick("Number of a list:", names)
	if err != nil {
		return err
	}
	s.here = view{tab: n, order: tabs[n].Order, table: s.table}
	return nil
}

// chooseOrder puts the list in another order; chosen again, it is turned round.
func (s *session) chooseOrder() error {
	var orders []lists.Order
	var texts []string
	for by := range lists.OrderCount {
		if tab := s.tabs()[s.here.tab]; !tab.Offers(by) {
			continue
		}
		order := lists.Order{By: by, Reverse: by == s.here.order.By && !s.here.order.Reverse}
		orders = append(orders, order)
		texts = append(texts, style.Capital(by.String())+", "+by.About(order.Reverse))
	}
	n, err := s.pick("Number of an order:", texts)
	if err != nil {
		return err
	}
	s.here.order, s.here.from = orders[n], 0
	return nil
}

// many makes a command of what is done with several rows at once. It asks for the
// numbers until there are some that the list has.
func (s *session) many(do func([]record.Row) (done bool, err error)) func(string) error {
	return func(rest string) error {
		for asks := rest == ""; ; asks = true {
			if asks {
				var err error
				if rest, err = s.ask("Numbers of the invitations, such as 1 3-5:", "Type the numbers that stand before them in the list."); err != nil {
					return err
				}
			}
			places, wrong, ok := numbersOf(rest, len(s.here.rows))
			switch {
			case wrong != "":
				s.each(quantity.Sentence(len(s.here.rows), "Nobody has the number %[2]s: the list has %[1]d number, 1.", "Nobody has the number %[2]s: the list has %[1]d numbers, from 1 on.", wrong))
				continue
			case !ok:
				s.say("%s", notKnown(rest))
				continue
			}
			rows, err := s.rowsAt(places)
			if err != nil {
				s.fail("reading the invitations", err)
				return nil
			}
			_, err = do(rows)
			return err
		}
	}
}

// welcome tells a newcomer how to begin.
func (s *session) welcome() {
	s.say("There is no invitation here yet. Type import to take in your LinkedIn archive, or add to add one invitation by hand.")
	s.each(screen.ArchiveHelp()...)
}
