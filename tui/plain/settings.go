package plain

import (
	"cmp"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// changeSettings offers what can be set, until that is left.
func (s *session) changeSettings() error {
	choose, prompt := s.choose, "Number of a setting:"
	for {
		lines := map[bool]string{true: "line by line", false: "on screens"}
		pace := map[bool]string{true: "one at a time", false: "in pages"}
		all := []choice{
			{"Profile: your goals and use, for the advice", s.changing(s.changeProfile)},
			{"Show linkvet, now " + lines[s.settings.Accessible()], func() error {
				on := !s.settings.Accessible()
				return s.set("how linkvet is shown", "From the next start linkvet is shown "+lines[on]+".", func() error { return s.settings.SaveAccessible(on) })
			}},
			{"Theme of the screens, now " + cmp.Or(s.settings.Theme(), style.ThemeAuto), s.changeTheme},
			{"Questions on the screens, now " + pace[s.settings.OneByOne()], func() error {
				on := !s.settings.OneByOne()
				return s.set("the pace of the questions", "On the screens the questions come "+pace[on]+".", func() error { return s.settings.SaveOneByOne(on) })
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
func (s *session) set(what, said string, save func() error) error {
	if err := save(); err != nil {
		s.fail("saving "+what, err)
		return nil
	}
	s.changed = true
	s.say("%s", said)
	return nil
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
	return s.set("the theme", "The screens have the theme "+all[n]+".", func() error { return s.settings.SaveTheme(all[n]) })
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
	return s.set("the lists", "Saved the list “"+style.OneLine(name)+"”.", func() error { return s.settings.SaveLists(append(all, list)) })
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
	return s.set("the lists", "The list is gone; the invitations in it stay.", func() error { return s.settings.SaveLists(slices.Delete(all, n, n+1)) })
}

// sayFiles says where the person's files are.
func (s *session) sayFiles() error {
	for _, f := range s.settings.Files() {
		s.say("%s: %s", style.Capital(f.What), f.Path)
	}
	return nil
}

// statistics says all that the invitations say about their owner, in sentences.
func (s *session) statistics() error {
	report, err := s.storage.Insight(s.ctx, nil)
	if err != nil {
		s.fail("counting", err)
		return s.ctx.Err()
	}
	s.each(report.Words()...)
	return nil
}

// guide tells what is worth knowing about invitations.
func (s *session) guide() error {
	s.say("What the advice means.")
	for _, r := range advisor.Recommendations() {
		s.each(r.Label() + ". " + r.Meaning())
	}
	for _, topic := range advisor.Background() {
		s.each(topic.Title)
		s.each(topic.Texts...)
	}
	s.say("Why the profile asks.")
	for _, field := range advisor.ProfileFields() {
		s.each(strings.TrimSpace(field.Label + " " + field.Help))
	}
	return nil
}
