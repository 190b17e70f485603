package tui

// made puts the screen into a step that names one.
func (r *root) made(s step) step {
	switch what := s.open.(type) {
	case openQuestions:
		s.next = newQuestionnaire(r.env, what.id)
	case openSession:
		s.next = newSession(r.env, what.ids)
	case openImport:
		s.next = newImport(r.env, what.path)
	case openProfile:
		s.next = newProfile(r.env, what.first)
	case openSettings:
		s.next = newSettings(r.env)
	case openGuide:
		s.next = newGuide(r.env)
	}
	s.open = nil
	return s
}

// retryUnsaved tries once more, at the end of the program, to write what the
// screens could not save.
func (r *root) retryUnsaved() {
	for _, e := range r.stack {
		retryUnsaved(e.screen)
	}
}
