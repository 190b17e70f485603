//go:build !unix

package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

type suspender struct{}

// WatchSuspend does nothing here: nobody can ask.
func (e *Env) WatchSuspend(context.Context, func(tea.Msg)) {}

// Suspend does nothing here.
func (e *Env) Suspend() tea.Cmd { return nil }
