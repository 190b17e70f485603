package inbox

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/lists"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// Actions are those of the list, and of the marked invitation or the selection
// if there is one.
func (s *inbox) Actions() []keys.ID {
	if s.typing {
		acts := []keys.ID{keys.KeepFilter, keys.ClearFilter, keys.LineDown, keys.LineUp, keys.PageDown, keys.PageUp, keys.NextTab, keys.PrevTab}
		if s.canSaveList() {
			acts = append(acts, keys.SaveList)
		}
		return acts
	}
	acts := s.targetActions()
	switch {
	case s.listing != nil && s.listing.nPicked > 0:
		acts = append(acts, keys.SelectNone)
	case s.applied != "" || s.showing:
		acts = append(acts, keys.ClearFilter)
	case s.env.Demo() && !s.env.Options.Demo:
		acts = append(acts, keys.Back) // to the person's own
	}
	acts = append(acts, s.vettingActions()...)
	acts = append(acts, keys.Filter, keys.NextTab, keys.PrevTab, keys.Tab, keys.Select, keys.SelectRange, keys.SelectAll, keys.SelectDown, keys.SelectUp)
	if s.sought != "" {
		acts = append(acts, keys.NextMatch, keys.PrevMatch)
	}
	if s.canSaveList() {
		acts = append(acts, keys.SaveList)
	}
	acts = append(acts, keys.Sort, keys.Revised, keys.Undo, keys.Redo, keys.Import, keys.Add, keys.Export, keys.Settings, keys.Insight, keys.Guide,
		keys.Preview, keys.PreviewPlace, keys.PreviewDown, keys.PreviewUp)
	if s.env.Options.OpenDemo != nil && !s.env.Demo() {
		acts = append(acts, keys.Demo)
	}
	return append(append(acts, keys.Quit, keys.Reload), keys.ListMoves()...)
}

// targetActions are those of the marked invitation or of the selection.
func (s *inbox) targetActions() []keys.ID {
	if s.listing != nil && s.listing.nPicked > 0 {
		return []keys.ID{keys.Tags, keys.Later, keys.Decide, keys.Export, keys.Delete, keys.Reopen}
	}
	row, ok := s.selected()
	if !ok {
		return []keys.ID{keys.Import, keys.Add}
	}
	return append(append([]keys.ID{keys.Open}, rowActions(s.env, &row)...), keys.ReadMarked)
}

// rowActions are what can be done with one invitation, most useful first.
func rowActions(e *screen.Env, row *record.Row) []keys.ID {
	acts := []keys.ID{keys.Vet, keys.Decide}
	if row.Decision != "" {
		acts = []keys.ID{keys.Decide, keys.Vet}
	}
	if canPutOff(row) {
		acts = append(acts, keys.Later)
	}
	if row.Status == record.StatusDecided || row.Status == record.StatusLater {
		acts = append(acts, keys.Reopen)
	}
	switch {
	case row.Direction == record.Outgoing:
		acts = append(acts, keys.WriteNote)
	case row.Join:
		acts = append(acts, keys.Steps)
	}
	acts = append(acts, keys.Tags, keys.Edit)
	if row.URL != "" {
		acts = append(acts, keys.Profile)
	}
	return append(append(acts, keys.CopyFrom, keys.Delete), e.OwnActions()...)
}

// canSaveList reports whether there is a filter to keep as a list.
func (s *inbox) canSaveList() bool { return s.applied != "" && s.filterErr == nil }

// act does what the person asks for.
func (s *inbox) act(msg screen.ActionMsg) screen.Step {
	if s.tooEarly(msg.ID) {
		s.early = &msg
		return screen.Step{}
	}
	s.wentOn = msg.ID != keys.Undo && msg.ID != keys.Redo
	if s.cursors[s.chosen].Move(msg.ID, len(s.shown()), s.pageRows()) {
		return screen.Step{}
	}
	switch msg.ID {
	case keys.Quit:
		return screen.Quit()
	case keys.Back:
		return screen.Back()
	case keys.NextTab:
		return s.show((s.chosen + 1) % len(s.lists))
	case keys.PrevTab:
		return s.show((s.chosen + len(s.lists) - 1) % len(s.lists))
	case keys.Tab:
		return s.show(keys.Digit(msg.Key))
	case keys.Reload:
		return screen.Stay(s.Init(), tea.ClearScreen, s.tryToChange())
	case keys.FirstPass:
		if s.listing != nil {
			return s.startPass()
		}
	case keys.VetAll:
		return screen.Open(screen.VettingRunPage{IDs: s.waitingShown()})
	case keys.Resume:
		return s.resume(s.env.Resume().ID)
	case keys.Import:
		return screen.Open(screen.ImportPage{})
	case keys.Add:
		return screen.Push(dialog.NewAdd(s.env, record.DirectionOf(s.chosen == lists.Outgoing)))
	case keys.Settings:
		return screen.Open(screen.SettingsPage{})
	case keys.Insight:
		return screen.Open(screen.InsightPage{})
	case keys.Guide:
		return screen.Open(screen.GuidePage{})
	case keys.Demo:
		return screen.Stay(s.env.OpenDemo())
	case keys.Undo:
		return screen.Stay(s.env.Undo(s.env.Request()))
	case keys.Redo:
		return screen.Stay(s.env.Redo(s.env.Request()))
	}
	if s.actInList(msg.ID) {
		return screen.Step{}
	}
	return s.actOn(msg.ID)
}

// actInList does what changes the list and nothing else, and reports whether
// the action was such.
func (s *inbox) actInList(id keys.ID) bool {
	if s.listing == nil {
		return false
	}
	switch id {
	case keys.Filter:
		s.typing = true
		s.filter.Offer(s.filter.Value()) // another filter takes its place
	case keys.KeepFilter:
		s.typing = s.filterErr != nil // what is shown is not what is typed
	case keys.ClearFilter:
		s.clearFilter()
	case keys.NextMatch:
		s.nextMatch(1)
	case keys.PrevMatch:
		s.nextMatch(-1)
	case keys.Select:
		s.togglePick()
	case keys.SelectRange:
		s.pickRange()
	case keys.SelectAll:
		s.pickAll()
	case keys.SelectDown:
		s.extend(keys.Down)
	case keys.SelectUp:
		s.extend(keys.Up)
	case keys.SelectNone:
		s.listing.unpick()
		s.anchor = -1
	case keys.Preview, keys.PreviewPlace, keys.PreviewDown, keys.PreviewUp:
		s.changePane(id)
		s.savePane()
	default:
		return false
	}
	return true
}

// actOn does what the person asks for with the marked invitation, or with the
// selection.
func (s *inbox) actOn(id keys.ID) screen.Step {
	switch id {
	case keys.Revised:
		return s.showRevised()
	case keys.Sort:
		return screen.Push(newSortDialog(s.env, s.sorts[s.chosen], s.lists[s.chosen]))
	case keys.SaveList:
		return screen.Push(dialog.NewListForm(s.env, -1, screen.OwnList{Query: s.applied}))
	case keys.Export:
		ids := s.exportIDs()
		return screen.Push(dialog.NewExport(s.env, ids, s.listing.table.Len()-len(ids)))
	}
	rows := s.targets()
	if len(rows) == 0 {
		return screen.Step{}
	}
	if len(rows) == 1 {
		return actOnRow(s.env, id, rows[0])
	}
	return actOnRows(s.env, id, rows)
}

// exportIDs are what an export is about: the selection, or what the list shows.
func (s *inbox) exportIDs() []string {
	if s.listing == nil {
		return nil
	}
	if s.listing.nPicked > 0 {
		return s.listing.pickedIDs()
	}
	ids := make([]string, 0, len(s.shown()))
	for _, i := range s.shown() {
		ids = append(ids, s.listing.table.ID(int(i)))
	}
	return ids
}

// actOnRow does something with one invitation, from any screen that shows it.
func actOnRow(e *screen.Env, id keys.ID, row record.Row) screen.Step {
	switch id {
	case keys.Open:
		if asksOnOpen(&row) && !e.ReadOnly() {
			return screen.Open(screen.QuestionsPage{ID: row.ID})
		}
		return screen.Push(newDetail(e, row.ID))
	case keys.Vet:
		return screen.Open(screen.QuestionsPage{ID: row.ID})
	case keys.WriteNote:
		return screen.Open(screen.NotePage{ID: row.ID})
	case keys.Steps:
		return screen.Open(screen.StepsPage{ID: row.ID})
	case keys.Profile:
		return screen.Push(widget.NewConfirmOpen(e, row.URL))
	case keys.ReadCopy, keys.ReadMarked:
		return screen.Open(screen.ReadingPage{ID: row.ID})
	case keys.CopyFrom:
		return screen.Push(dialog.NewCopy(e, row))
	case keys.Edit:
		return screen.Push(dialog.NewEdit(e, row.ID))
	case keys.Reopen:
		return screen.Stay(e.SaveReopened(e.WhenSaved(words.WaitAgain([]record.Row{row})), row.ID))
	}
	if at, ok := keys.OwnAt(id); ok {
		return screen.Stay(e.RunOwn(at, row))
	}
	return actOnRows(e, id, []record.Row{row})
}

// asksOnOpen reports whether opening it leads to its questions: it asks for a
// decision, or the person thinks of sending it.
func asksOnOpen(row *record.Row) bool {
	return screen.AsksNow(row.Status, row.Back, row.Direction == record.Outgoing) || row.Reach == record.ReachThinking
}

// actOnRows does something with several invitations at once.
func actOnRows(e *screen.Env, id keys.ID, rows []record.Row) screen.Step {
	switch id {
	case keys.Tags:
		return screen.Push(dialog.NewTags(e, rows))
	case keys.Later:
		if open := undecided(rows); len(open) > 0 {
			return screen.Push(dialog.NewLater(e, open...))
		}
		e.Say(quantity.Text("All of them are decided; %s lets them wait again first", e.KeyFor(keys.Reopen)))
	case keys.Decide:
		if !oneDirection(rows) {
			e.Say("Some came to you and some were sent by you: decide on them apart")
			return screen.Step{}
		}
		return screen.Push(dialog.NewDecide(e, rows...))
	case keys.Reopen:
		return widget.Careful(e, len(rows), quantity.Text("This takes back what you decided on or put off: %s.", screen.WhomByName(rows)), "Let them wait", func() screen.Step {
			return screen.Stay(saveReopenedAll(e, e.WhenSaved(words.WaitAgain(rows)), screen.IDsOfRows(rows)))
		})
	case keys.Delete:
		question := quantity.Sentence(len(rows), "Delete %[2]s from linkvet, with answers and notes? LinkedIn is not touched. %[3]s brings it back, and so does an archive that still has it.",
			"Delete %[2]s from linkvet, with answers and notes? LinkedIn is not touched. %[3]s brings them back, and so does an archive that still has them.",
			screen.WhomByName(rows), e.KeyFor(keys.Undo))
		return screen.Push(widget.NewConfirm(e, "Delete?", question, "Delete", widget.ConfirmedMsg{Step: func() screen.Step {
			return screen.Stay(deleteAll(e, e.WhenSaved(quantity.Text("Deleted: %s", screen.Whom(rows))), screen.IDsOfRows(rows)))
		}}))
	}
	return screen.Step{}
}

// undecided are the rows that can be put off.
func undecided(rows []record.Row) []record.Row {
	var open []record.Row
	for _, row := range rows {
		if canPutOff(&row) {
			open = append(open, row)
		}
	}
	return open
}

// canPutOff reports whether a day to come back to it makes sense: it is not
// decided, or the person waits for an answer of theirs.
func canPutOff(row *record.Row) bool {
	return row.Decision == "" || row.Reach == record.ReachSent || row.Reach == record.ReachPending
}

// oneDirection reports whether all were sent the same way.
func oneDirection(rows []record.Row) bool {
	for _, row := range rows {
		if row.Direction != rows[0].Direction {
			return false
		}
	}
	return true
}

// saveReopenedAll takes back decisions and postponements.
func saveReopenedAll(e *screen.Env, request uint64, ids []string) tea.Cmd {
	decisions := e.Decisions()
	return e.ChangeMany(screen.Save{Request: request, Doing: "reopening", Counts: strings.Join(ids, " ")}, func() ([]record.Invitation, error) { return decisions.ReopenAll(ids) })
}

// deleteAll takes invitations out of the store.
func deleteAll(e *screen.Env, request uint64, ids []string) tea.Cmd {
	invitations := e.Invitations()
	return e.Write(screen.Save{Request: request, Doing: "deleting"}, func() (tea.Msg, error) {
		_, err := invitations.Delete(ids)
		return screen.InvitationsSavedMsg{Request: request, Vanished: true, Deleted: true}, err
	})
}
