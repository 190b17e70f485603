package tui

import (
	"linkvet/tui/importing"
	"linkvet/tui/inbox"
	"linkvet/tui/screen"
	"linkvet/tui/settings"
	"linkvet/tui/vetting"
)

// screens makes every screen that another room may name.
func screens(e *screen.Env, what any) screen.Screen {
	switch what := what.(type) {
	case screen.OpenInbox:
		return inbox.New(e)
	case screen.OpenTaken:
		return inbox.NewTaken(e)
	case screen.Questions:
		return vetting.NewQuestionnaire(e, what.ID)
	case screen.Session:
		return vetting.NewSession(e, what.Ids)
	case screen.ImportPage:
		return importing.New(e, what.Path)
	case screen.ProfileForm:
		return settings.NewProfile(e, what.First)
	case screen.SettingsPage:
		return settings.New(e)
	case screen.Guide:
		return newGuide(e)
	}
	return nil
}
