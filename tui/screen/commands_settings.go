package screen

import (
	"slices"

	"linkvet/advisor"
	"linkvet/store"

	tea "charm.land/bubbletea/v2"
)

// SaveLists keeps the person's own lists.
func (e *Env) SaveLists(request uint64, all []OwnList) tea.Cmd {
	settings := e.Settings
	all = slices.Clone(all)
	return e.Write(Save{Request: request, Doing: "saving the lists"}, func() (tea.Msg, error) {
		return ListsSavedMsg{Request: request}, settings.SaveLists(all)
	})
}

// settingSavedMsg says that a setting was kept.
type settingSavedMsg struct{ doing string }

// SaveSetting keeps a setting that holds already.
func (e *Env) SaveSetting(doing string, save func(Settings) error) tea.Cmd {
	settings := e.Settings
	return e.Write(Save{Doing: doing, Counts: doing}, func() (tea.Msg, error) {
		return settingSavedMsg{doing}, save(settings)
	})
}

// ListsSavedMsg says that the person's own lists were kept. Every screen
// gets it.
type ListsSavedMsg struct{ Request uint64 }

// SaveProfile keeps the profile and renews the advice of every invitation.
func (e *Env) SaveProfile(request uint64, p advisor.Profile) tea.Cmd {
	settings, answers, ctx := e.Settings, e.Answers(), e.Ctx
	return e.Write(Save{request, "saving your profile", "profile"}, func() (tea.Msg, error) {
		if err := settings.SaveProfile(p); err != nil {
			return nil, err
		}
		return ProfileSavedMsg{request: request, Profile: p}, answers.Readvise(ctx)
	})
}

// RulesFollowedMsg says that the advice follows the rules of this version.
type RulesFollowedMsg struct{ store.Followed }

// FollowRules renews all advice, if the rules have changed since it was given.
func (e *Env) FollowRules() tea.Cmd {
	answers, ctx := e.Answers(), e.Ctx
	return e.Write(Save{Request: e.Request(), Doing: "following the rules of this version"}, func() (tea.Msg, error) {
		followed, err := answers.FollowRules(ctx)
		return RulesFollowedMsg{followed}, err
	})
}
