// Command empty is the least that a Bubble Tea program can do: it echoes every key.
package main

import (
	"fmt"
	"os"
	"strconv"

	tea "charm.land/bubbletea/v2"
)

// emptyProgram echoes every key and does nothing else.
type emptyProgram struct {
	key     string
	pressed int
}

func (m emptyProgram) Init() tea.Cmd { return nil }

func (m emptyProgram) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if key.String() == "q" {
			return m, tea.Quit
		}
		m.key, m.pressed = key.String(), m.pressed+1
	}
	return m, nil
}

func (m emptyProgram) View() tea.View {
	view := tea.NewView("READY\nkey: " + m.key + " " + strconv.Itoa(m.pressed))
	view.AltScreen = true
	return view
}

func main() {
	if _, err := tea.NewProgram(emptyProgram{}, tea.WithFPS(120)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
