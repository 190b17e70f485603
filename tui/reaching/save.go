package reaching

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// saveParts saves the parts that were changed, each as the note on its answer.
func (s *note) saveParts() tea.Cmd {
	if !s.loaded || s.env.ReadOnly() {
		return nil
	}
	var saves []tea.Cmd
	answers := s.env.Answers()
	for i, part := range s.asked {
		text := strings.TrimSpace(s.said[i].Value())
		if text == s.inv.AnswerNotes[part.ID] {
			s.env.Unsaved.Drop(s.partKey(i))
			continue
		}
		request := s.env.Request()
		s.env.ThenDrop(request, s.partKey(i))
		saves = append(saves, s.env.Change(screen.Save{Request: request, Doing: "saving what you said", Counts: s.partKey(i)}, "noted", func() (record.Invitation, error) {
			return answers.NoteAnswer(s.id, part.ID, text)
		}))
	}
	return tea.Batch(saves...)
}

// keep keeps the text that is shown as the note to them.
func (s *note) keep() tea.Cmd {
	text := strings.TrimSpace(s.text())
	if text == "" || text == s.inv.Note {
		s.env.Say("It is your note already; " + s.env.KeyFor(keys.Copy) + " copies it")
		return nil
	}
	request := s.env.WhenSaved("Kept as your note to " + style.NameOr(s.inv.Name))
	s.env.ThenDrop(request, s.textKey())
	invitations := s.env.Invitations()
	return s.env.Change(screen.Save{Request: request, Doing: "keeping the note", Counts: s.textKey()}, "edited", func() (record.Invitation, error) {
		return invitations.Edit(s.id, record.Edit{Note: &text})
	})
}

// record adds to a step that records what the person did what is not saved yet.
func (s *note) record(step screen.Step) screen.Step {
	step.Cmd = tea.Batch(s.saveParts(), step.Cmd)
	return step
}
