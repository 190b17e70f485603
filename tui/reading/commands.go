package reading

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
	"linkvet/store/record"
	"linkvet/tui/screen"
)

// readMsg brings what a copy comes to.
type readMsg struct {
	request uint64
	reading store.Reading
}

// readText reads what was pasted, beside what was read before.
func readText(e *screen.Env, request uint64, id, text string, earlier []store.Reading) tea.Cmd {
	profiles := e.Profiles()
	return e.Read("reading what you pasted", func(context.Context) (tea.Msg, error) {
		r, err := profiles.ReadProfile(id, []byte(text), earlier...)
		return readMsg{request, r}, err
	}, request)
}

// readFile reads a file, beside what was read before.
func readFile(e *screen.Env, request uint64, id, path string, earlier []store.Reading) tea.Cmd {
	profiles := e.Profiles()
	return e.Read("reading "+path, func(context.Context) (tea.Msg, error) {
		r, err := profiles.ReadProfileFile(id, screen.ExpandHome(path), earlier...)
		return readMsg{request, r}, err
	}, request)
}

// keep records the answers of these questions, and what was read.
func keep(e *screen.Env, request uint64, r store.Reading, accepted []string) tea.Cmd {
	profiles := e.Profiles()
	return e.Change(screen.Save{Request: request, Doing: "keeping what was read", Counts: r.ID}, "read", func() (record.Invitation, error) {
		return profiles.KeepProfile(r, accepted)
	})
}
