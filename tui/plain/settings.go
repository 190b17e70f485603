package plain

import (
	"cmp"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/store/quantity"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// The settings that are on or off, as they are now, and the pace as it then will be.
var (
	shownNow = map[bool]string{
		true:  "How linkvet is shown from the next start on, now line by line",
		false: "How linkvet is shown from the next start on, now on screens",
	}
	paceNow  = map[bool]string{true: "Questions on the screens, now one at a time", false: "Questions on the screens, now in pages"}
	paceThen = map[bool]string{true: "On the screens the questions come one at a time.", false: "On the screens the questions come in pages."}
)

// changeSettings offers what can be set, until that is left.
func (s *session) changeSettings() error {
	choose, prompt := s.choose, "Number of a setting:"
	for {
		oneByOne := s.settings.OneByOne()
		all := []choice{
			{"Profile: your goals and use, for the advice", s.changing(s.changeProfile)},
			{shownNow[s.settings.Accessible()], s.changeShown},
			{quantity.Text("Theme of the screens, now %s", cmp.Or(s.settings.Theme(), style.ThemeAuto)), s.changeTheme},
			{paceNow[oneByOne], func() error {
				return s.set("saving the pace of the questions", paceThen[!oneByOne], func() error { return s.settings.SaveOneByOne(!oneByOne) })
			}},
			{"Lists of your own: add one", s.addList},
			{"Remove one of your lists", s.removeList},
			{"Files: where everything is", s.sayFiles},
		}
		if err := choose(prompt, all); err != nil {
			return err
		}
		choose, prompt = s.chooseAgain, "Number of a setting, or ? to hear them:"
	}
}

// set keeps a setting and says so.
func (s *session) set(doing, said string, save func() error) error {
	if err := save(); err != nil {
		s.fail(doing, err)
		return nil
	}
	s.changed = true
	s.say("%s", said)
	return nil
}

// changeShown chooses between lines and screens. Who cannot see screens could not
// turn them off again, so that they are asked about.
func (s *session) changeShown() error {
	s.say("How is linkvet to be shown from the next start on?")
	n, err := s.pick("A number:", []string{"Line by line, as now", "On screens, which are drawn and not read out"})
	if err != nil {
		return err
	}
	if n == 1 {
		yes, err := s.agrees("The settings then are on a screen, too; linkvet --accessible talks in lines again. Show screens from the next start on?")
		if err == nil && !yes {
			s.say("It stays as it is.")
		}
		if err != nil || !yes {
			return err
		}
	}
	said := [...]string{"From the next start linkvet talks line by line.", "From the next start linkvet is shown on screens; linkvet --accessible talks in lines."}[n]
	return s.set("saving how linkvet is shown", said, func() error { return s.settings.SaveAccessible(n == 0) })
}

func (s *session) changeTheme() error {
	all := style.Themes()
	for _, own := range s.o.Themes {
		all = append(all, own.Name)
	}
	texts := make([]string, len(all))
	for i, name := range all {
		texts[i] = name + ": " + style.AboutTheme(name)
	}
	n, err := s.pick("Number of a theme:", texts)
	if err != nil {
		return err
	}
	err = s.set("saving the theme", quantity.Text("The screens have the theme %s.", all[n]), func() error { return s.settings.SaveTheme(all[n]) })
	for _, own := range s.o.Themes {
		if own.Name != all[n] {
			continue
		}
		for _, faint := range own.Faint(s.o.Background) {
			s.say("Look out: %s. In the settings file, %s.", faint.String(), faint.Mend())
		}
	}
	return err
}

// addList keeps a list of the person's own.
func (s *session) addList() error {
	name, err := s.ask("Name of the list, such as Recruiters:", "As it is called beside the other lists.")
	if err != nil {
		return err
	}
	query, err := s.ask("What does it hold? Words, such as recruiter !agency, or is:waiting rec:none tag:x before:2026:", "The same words as a filter takes.")
	if err != nil {
		return err
	}
	all := slices.Clone(s.settings.Lists())
	list := screen.OwnList{Name: name, Query: query}
	if name, query := screen.CheckListAmong(all, -1, list); name+query != "" {
		s.each(style.Capital(name), style.Capital(query))
		return nil
	}
	return s.set("saving the lists", "Saved the list "+style.OneLine(name)+". The word other leads to it.", func() error { return s.settings.SaveLists(append(all, list)) })
}

// removeList takes a list of the person's own away.
func (s *session) removeList() error {
	all := slices.Clone(s.settings.Lists())
	if len(all) == 0 {
		s.say("You have no lists of your own.")
		return nil
	}
	var texts []string
	for _, own := range all {
		texts = append(texts, style.OneLine(own.Name+": "+own.Query))
	}
	n, err := s.pick("Number of the list to take away:", texts)
	if err != nil {
		return err
	}
	return s.set("saving the lists", "The list is gone; the invitations in it stay.", func() error { return s.settings.SaveLists(slices.Delete(all, n, n+1)) })
}

// sayFiles says where the person's files are.
func (s *session) sayFiles() error {
	for _, f := range s.settings.Files() {
		s.say("%s: %s", style.Capital(f.What), f.Path)
	}
	return nil
}

// statistics says what the invitations say about their owner, a chapter at a time.
func (s *session) statistics() error {
	report, err := s.storage.Insight(s.ctx, nil)
	if err != nil {
		s.fail("counting", err)
		return s.ctx.Err()
	}
	var all []chapter
	for _, c := range report.Chapters() {
		all = append(all, chapter{c.Title, report.ChapterWords(c)})
	}
	return s.chapters("The statistics have these chapters.", all)
}

// guide tells what is worth knowing about invitations, a chapter at a time.
func (s *session) guide() error {
	means := chapter{title: "What the advice means"}
	for _, r := range advisor.Recommendations() {
		means.texts = append(means.texts, r.Label()+". "+r.Meaning())
	}
	all := []chapter{means}
	for _, topic := range advisor.Background() {
		all = append(all, chapter{topic.Title, topic.Texts})
	}
	asks := chapter{title: "Why the profile asks"}
	for _, field := range advisor.ProfileFields() {
		asks.texts = append(asks.texts, strings.TrimSpace(field.Label+" "+field.Help))
	}
	return s.chapters("The guide has these chapters.", append(all, asks))
}

// chapter is something to be read in one go.
type chapter struct {
	title string
	texts []string
}

// chapters names chapters and reads those out that are asked for.
func (s *session) chapters(what string, all []chapter) error {
	s.say("%s", what)
	read := func(c chapter) func() error {
		return func() error {
			s.each(c.title)
			s.each(c.texts...)
			return nil
		}
	}
	choices := make([]choice, 0, len(all)+1)
	for _, c := range all {
		choices = append(choices, choice{c.title, read(c)})
	}
	choices = append(choices, choice{"All of them", func() error {
		for _, c := range all {
			_ = read(c)()
		}
		return nil
	}})
	err := s.choose("Number of a chapter, or b to go back:", choices)
	for err == nil {
		err = s.chooseAgain("Number of another chapter, ? to hear them, or b to go back:", choices)
	}
	return err
}
