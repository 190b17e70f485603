package tui

// screens makes every screen that another room may name.
func screens(e *env, what any) screen {
	switch what := what.(type) {
	case openInbox:
		return newInbox(e)
	case openTaken:
		return newTaken(e)
	case openQuestions:
		return newQuestionnaire(e, what.id)
	case openSession:
		return newSession(e, what.ids)
	case openImport:
		return newImport(e, what.path)
	case openProfile:
		return newProfile(e, what.first)
	case openSettings:
		return newSettings(e)
	case openGuide:
		return newGuide(e)
	}
	return nil
}
