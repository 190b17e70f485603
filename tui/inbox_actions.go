package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// Actions are those of the list, and of the marked invitation or the selection
// if there is one.
func (s *inbox) Actions() []actionID {
	if s.typing {
		acts := []actionID{actKeepFilter, actClearFilter, actLineDown, actLineUp, actPageDown, actPageUp, actNextTab, actPrevTab}
		if s.canSaveSection() {
			acts = append(acts, actSaveSection)
		}
		return acts
	}
	acts := s.targetActions()
	switch {
	case s.list != nil && s.list.nPicked > 0:
		acts = append(acts, actSelectNone)
	case s.applied != "" || s.showing:
		acts = append(acts, actClearFilter)
	case s.env.demo && !s.env.options.Demo:
		acts = append(acts, actBack) // to the person's own
	}
	acts = append(acts, s.vettingActions()...)
	acts = append(acts, actFilter, actNextTab, actPrevTab, actTab, actSelect, actSelectRange, actSelectAll, actSelectDown, actSelectUp)
	if s.sought != "" {
		acts = append(acts, actNextMatch, actPrevMatch)
	}
	if s.canSaveSection() {
		acts = append(acts, actSaveSection)
	}
	acts = append(acts, actSort, actUndo, actRedo, actImport, actAdd, actExport, actSettings, actGuide,
		actPreview, actPreviewPlace, actPreviewDown, actPreviewUp)
	if s.env.options.OpenDemo != nil && !s.env.demo {
		acts = append(acts, actDemo)
	}
	return append(append(acts, actQuit, actReload), listActions()...)
}

// targetActions are those of the marked invitation or of the selection.
func (s *inbox) targetActions() []actionID {
	if s.list != nil && s.list.nPicked > 0 {
		return []actionID{actTags, actLater, actDecide, actExport, actDelete, actReopen}
	}
	row, ok := s.selected()
	if !ok {
		return []actionID{actImport, actAdd}
	}
	return append([]actionID{actOpen}, rowActions(&row)...)
}

// rowActions are what can be done with one invitation, most useful first.
func rowActions(row *store.Row) []actionID {
	acts := []actionID{actVet, actDecide}
	if row.Decision != "" {
		acts = []actionID{actDecide, actVet}
	} else {
		acts = append(acts, actLater)
	}
	if row.Status == store.StatusDecided || row.Status == store.StatusLater {
		acts = append(acts, actReopen)
	}
	acts = append(acts, actTags, actEdit)
	if row.URL != "" {
		acts = append(acts, actProfile)
	}
	return append(acts, actCopyFrom, actDelete)
}

// canSaveSection reports whether there is a filter to keep as a list.
func (s *inbox) canSaveSection() bool { return s.applied != "" && s.filterErr == nil }

// act does what the person asks for.
func (s *inbox) act(msg actionMsg) step {
	if s.cursors[s.tab].move(msg.id, len(s.shown()), s.pageRows()) {
		return step{}
	}
	switch msg.id {
	case actQuit:
		return quit()
	case actBack:
		return back()
	case actNextTab:
		return s.show((s.tab + 1) % len(s.sections))
	case actPrevTab:
		return s.show((s.tab + len(s.sections) - 1) % len(s.sections))
	case actTab:
		return s.show(digitIndex(msg.key))
	case actReload:
		return stay(s.Init(), tea.ClearScreen, s.tryToChange())
	case actVetAll:
		return open(openSession{s.waitingShown()})
	case actResume:
		return open(openQuestions{s.env.resume.id})
	case actImport:
		return open(openImport{})
	case actAdd:
		return push(newAdd(s.env))
	case actSettings:
		return open(openSettings{})
	case actGuide:
		return open(openGuide{})
	case actDemo:
		return stay(s.env.openDemo())
	case actUndo:
		return stay(s.env.undo(s.env.request()))
	case actRedo:
		return stay(s.env.redo(s.env.request()))
	}
	if s.actInList(msg.id) {
		return step{}
	}
	return s.actOn(msg.id)
}

// actInList does what changes the list and nothing else, and reports whether
// the action was such.
func (s *inbox) actInList(id actionID) bool {
	if s.list == nil {
		return false
	}
	switch id {
	case actFilter:
		s.typing = true
	case actKeepFilter:
		s.typing = s.filterErr != nil // what is shown is not what is typed
	case actClearFilter:
		s.clearFilter()
	case actNextMatch:
		s.nextMatch(1)
	case actPrevMatch:
		s.nextMatch(-1)
	case actSelect:
		s.togglePick()
	case actSelectRange:
		s.pickRange()
	case actSelectAll:
		s.pickAll()
	case actSelectDown:
		s.extend(actDown)
	case actSelectUp:
		s.extend(actUp)
	case actSelectNone:
		s.list.unpick()
		s.anchor = -1
	case actPreview, actPreviewPlace, actPreviewDown, actPreviewUp:
		s.changePane(id)
		s.keepPane()
	default:
		return false
	}
	return true
}

// actOn does what the person asks for with the marked invitation, or with the
// selection.
func (s *inbox) actOn(id actionID) step {
	switch id {
	case actSort:
		return push(newSortDialog(s.env, s.sorts[s.tab], s.tab == sectionLater))
	case actSaveSection:
		return push(newSectionForm(s.env, -1, Section{Query: s.applied}))
	case actExport:
		return push(newExportDialog(s.env, s.exportIDs()))
	}
	rows := s.targets()
	if len(rows) == 0 {
		return step{}
	}
	if len(rows) == 1 {
		return actOnRow(s.env, id, rows[0])
	}
	return actOnRows(s.env, id, rows)
}

// exportIDs are what an export is about: the selection, or what the list shows.
func (s *inbox) exportIDs() []string {
	if s.list == nil {
		return nil
	}
	if s.list.nPicked > 0 {
		return s.list.pickedIDs()
	}
	ids := make([]string, 0, len(s.shown()))
	for _, i := range s.shown() {
		ids = append(ids, s.list.table.ID(int(i)))
	}
	return ids
}

// actOnRow does something with one invitation, from any screen that shows it.
func actOnRow(e *env, id actionID, row store.Row) step {
	switch id {
	case actOpen:
		if asksNow(row.Status, row.Back, row.Direction == store.Outgoing) && !e.readOnly {
			return open(openQuestions{row.ID})
		}
		return push(newDetail(e, row.ID))
	case actVet:
		return open(openQuestions{row.ID})
	case actProfile:
		return push(newConfirmOpen(e, row.URL))
	case actCopyFrom:
		return push(newCopyDialog(e, row))
	case actEdit:
		return push(newEdit(e, row.ID))
	case actReopen:
		return stay(e.saveReopened(e.whenSaved(nameOr(row.Name)+" waits again"), row.ID))
	}
	return actOnRows(e, id, []store.Row{row})
}

// actOnRows does something with several invitations at once.
func actOnRows(e *env, id actionID, rows []store.Row) step {
	switch id {
	case actTags:
		return push(newTagDialog(e, rows))
	case actLater:
		if open := undecided(rows); len(open) > 0 {
			return push(newLaterDialog(e, open...))
		}
		e.say("All of them are decided; " + e.keyFor(actReopen) + " lets them wait again first")
	case actDecide:
		if !oneDirection(rows) {
			e.say("Some came to you and some were sent by you: decide on them apart")
			return step{}
		}
		return push(newDecideDialog(e, rows...))
	case actReopen:
		return careful(e, len(rows), "This takes back what you decided on or put off: "+whom(rows)+".", "Let them wait", func() step {
			return stay(saveReopenedAll(e, e.whenSaved(capital(whom(rows))+" wait again"), idsOfRows(rows)))
		})
	case actDelete:
		question := "Delete " + whom(rows) + " from linkvet, with answers and notes? LinkedIn is not touched. " +
			e.keyFor(actUndo) + " brings them back, and so does an archive that still has them."
		return push(newConfirm(e, "Delete?", strings.Replace(question, " them", plural(len(rows), " it", " them"), 2), "Delete", confirmedMsg{func() step {
			return stay(deleteAll(e, e.whenSaved("Deleted: "+whom(rows)), idsOfRows(rows)))
		}}))
	}
	return step{}
}

// undecided are the rows that can be put off.
func undecided(rows []store.Row) []store.Row {
	var open []store.Row
	for _, row := range rows {
		if row.Decision == "" {
			open = append(open, row)
		}
	}
	return open
}

// oneDirection reports whether all were sent the same way.
func oneDirection(rows []store.Row) bool {
	for _, row := range rows {
		if row.Direction != rows[0].Direction {
			return false
		}
	}
	return true
}

// saveReopenedAll takes back decisions and postponements.
func saveReopenedAll(e *env, request uint64, ids []string) tea.Cmd {
	storage := e.storage
	return e.changeMany(request, "reopening", func() ([]store.Invitation, error) { return storage.ReopenAll(ids) })
}

// deleteAll takes invitations out of the store.
func deleteAll(e *env, request uint64, ids []string) tea.Cmd {
	storage := e.storage
	return e.write("deleting", func() (tea.Msg, error) {
		_, err := storage.Delete(ids)
		return invitationsSavedMsg{request: request, vanished: true, deleted: true}, err
	}, request)
}
