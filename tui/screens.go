package tui

import (
	"linkvet/tui/importing"
	"linkvet/tui/inbox"
	"linkvet/tui/insight"
	"linkvet/tui/reaching"
	"linkvet/tui/reading"
	"linkvet/tui/screen"
	"linkvet/tui/settings"
	"linkvet/tui/vetting"
)

// screens makes every screen that another room may name.
func screens(e *screen.Env, page screen.Page) screen.Screen {
	switch page := page.(type) {
	case screen.InboxPage:
		return inbox.New(e)
	case screen.TakenPage:
		return inbox.NewAlreadyOpen(e)
	case screen.QuestionsPage:
		return vetting.NewQuestionnaire(e, page.ID)
	case screen.VettingRunPage:
		return vetting.NewRun(e, page.IDs)
	case screen.NotePage:
		return reaching.NewNote(e, page.ID)
	case screen.StepsPage:
		return reaching.NewSteps(e, page.ID)
	case screen.ImportPage:
		return importing.New(e, page.Path)
	case screen.ProfilePage:
		return settings.NewProfile(e, page.First)
	case screen.ReadingPage:
		return reading.New(e, page.ID, page.Pasted)
	case screen.SettingsPage:
		return settings.New(e)
	case screen.InsightPage:
		return insight.New(e)
	case screen.GuidePage:
		return newGuide(e)
	}
	return nil
}
