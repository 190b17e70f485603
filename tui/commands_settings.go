package tui

import (
	"linkvet/advisor"
	"slices"

	tea "charm.land/bubbletea/v2"
)

// saveSections keeps the person's own lists.
func (e *env) saveSections(request uint64, all []Section) tea.Cmd {
	settings := e.settings
	all = slices.Clone(all)
	return e.write("saving the lists", func() (tea.Msg, error) {
		return sectionsSavedMsg{request: request}, settings.SaveSections(all)
	}, request)
}

// themeSavedMsg and the like say that a setting was kept.
type settingSavedMsg struct{ what string }

func (e *env) saveSetting(what string, save func(Settings) error) tea.Cmd {
	settings := e.settings
	return e.write("saving "+what, func() (tea.Msg, error) {
		return settingSavedMsg{what}, save(settings)
	}, 0)
}

// sectionsSavedMsg says that the person's own lists were kept. Every screen
// gets it.
type sectionsSavedMsg struct{ request uint64 }

// saveProfile keeps the profile and renews the advice of every invitation.
func (e *env) saveProfile(request uint64, p advisor.Profile) tea.Cmd {
	settings, storage, ctx := e.settings, e.storage, e.ctx
	return e.write("saving your profile", func() (tea.Msg, error) {
		if err := settings.SaveProfile(p); err != nil {
			return nil, err
		}
		return profileSavedMsg{request: request, profile: p}, storage.Readvise(ctx)
	}, request)
}
