package tui

// questionActions are those of the questions and the verdict.
func questionActions() []action { return nil }
