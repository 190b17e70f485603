package inbox

import (
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// Idle says what the keys that do nothing now are for.
func (s *inbox) Idle() map[keys.ID]string {
	why := map[keys.ID]string{
		keys.Resume:      "No questions were left in the middle; " + s.env.KeyFor(keys.VetAll) + " asks about all who wait",
		keys.SelectNone:  "Nobody is selected",
		keys.NextMatch:   "Nothing is looked for; " + s.env.KeyFor(keys.Filter) + " begins",
		keys.PrevMatch:   "Nothing is looked for; " + s.env.KeyFor(keys.Filter) + " begins",
		keys.ClearFilter: "Nothing is looked for",
	}
	row, ok := s.selected()
	if !ok {
		nobody := "Nobody is in this list"
		for _, id := range append(rowActions(s.env, &record.Row{}), keys.Open, keys.VetAll, keys.FirstPass, keys.ReadMarked, keys.Later, keys.Profile, keys.Export) {
			why[id] = nobody
		}
		return why
	}
	for id, text := range idleOn(s.env, &row) {
		why[id] = text
	}
	return why
}

// Idle says what the keys that do nothing for this invitation are for.
func (s *detail) Idle() map[keys.ID]string {
	if s.known == nil {
		return nil
	}
	row := s.known.Inv.Row(s.env.Now())
	return idleOn(s.env, &row)
}

// idleOn says why what rowActions leaves out of one invitation is not offered.
func idleOn(e *screen.Env, row *record.Row) map[keys.ID]string {
	name := style.NameOr(row.Name)
	return map[keys.ID]string{
		keys.Later:   name + " is decided; " + e.KeyFor(keys.Reopen) + " takes that back first",
		keys.Reopen:  name + " is neither decided nor put off, so there is nothing to take back",
		keys.Profile: "The address of their profile is not known; " + e.KeyFor(keys.Edit) + " adds it",
		keys.Steps:   "These are the first steps after joining LinkedIn; " + name + " does not ask you to join",

		keys.WriteNote: "A note goes with an invitation that you send; this one came to you",
	}
}
