package plain

import (
	"fmt"
	"strings"
	"time"

	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/lists"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// view is the list that the person is in: which one, what it is narrowed down to
// and sorted by, and how far it is read out.
type view struct {
	tab    int
	filter string
	order  lists.Order
	from   int // the place of the first row that is read out

	// As the list was read out last: its numbers stay until it is read out again.
	table *list.Table
	rows  []int32 // of the table
	total int     // how many the list has without the filter
}

// pageRows is how many rows are read out at a time.
const pageRows = 10

// refresh reads the rows, if the store has changed.
func (s *session) refresh() error {
	version, err := s.storage.Version()
	if err != nil {
		return err
	}
	if !s.read || version != s.version {
		if s.table, err = s.storage.Table(s.ctx, -1); err != nil {
			return err
		}
		s.version, s.read = version, true
	}
	return nil
}

// tabs are all lists.
func (s *session) tabs() []lists.Tab { return lists.Of(s.settings.Lists(), s.o.Now().Location()) }

// arrange finds the rows of the list, as narrowed down, in order.
func (s *session) arrange() error {
	v := &s.here
	tabs := s.tabs()
	if v.tab >= len(tabs) {
		v.tab, v.order = lists.Waiting, lists.Order{}
	}
	rows, total, err := s.inOrder(tabs[v.tab])
	if err != nil {
		return err
	}
	v.from = v.moved(s.table, rows)
	v.table, v.rows, v.total = s.table, rows, total
	return nil
}

// inOrder are the rows of a list as it is now, narrowed down and in order, and how
// many it holds without the filter.
func (s *session) inOrder(tab lists.Tab) (rows []int32, total int, err error) {
	marks, total, err := s.marksOf(tab)
	if err != nil {
		return nil, 0, err
	}
	for i, marked := range marks {
		if marked {
			rows = append(rows, int32(i))
		}
	}
	if order := s.here.order; order != (lists.Order{}) {
		rows = lists.KeysFor(s.table, order.By, rows).Sorted(rows, order.Reverse)
	}
	return rows, total, nil
}

// moved is where the reading goes on in rows of table: with the first person at or
// after from who is still there, so that nobody is passed over when others left
// the list; 0 where there is none.
func (v *view) moved(table *list.Table, rows []int32) int {
	if v.from <= 0 || v.from >= len(v.rows) {
		return 0
	}
	places := make(map[string]int, len(rows))
	for at, row := range rows {
		places[table.ID(int(row))] = at
	}
	for _, row := range v.rows[v.from:] {
		if at, ok := places[v.table.ID(int(row))]; ok {
			return at
		}
	}
	return 0
}

// waiting are those in the list who wait for an answer now, whatever it was when
// the list was read out.
func (s *session) waiting() ([]record.Row, error) {
	if err := s.refresh(); err != nil {
		return nil, err
	}
	rows, _, err := s.inOrder(s.tabs()[s.here.tab])
	if err != nil {
		return nil, err
	}
	var all []record.Row
	for _, at := range rows {
		if row := s.table.At(int(at)); row.Direction == record.Incoming && (row.Status == record.StatusWaiting || row.Back) {
			all = append(all, row)
		}
	}
	return all, nil
}

// marksOf says of each row of the table whether a list holds it and the filter
// finds it, and how many the list holds.
func (s *session) marksOf(tab lists.Tab) (marks []bool, total int, err error) {
	marks = make([]bool, s.table.Len())
	searched := s.table
	if tab.Holds == nil || s.here.filter != "" {
		if searched, err = s.table.Searchable(s.ctx); err != nil {
			return nil, 0, err
		}
	}
	if tab.Holds == nil {
		total = searched.Mark(tab.Query, marks)
	} else {
		for i := range marks {
			marks[i] = tab.Holds(s.table.Key(i))
			if marks[i] {
				total++
			}
		}
	}
	if s.here.filter == "" {
		return marks, total, nil
	}
	query, err := list.ParseQuery(s.here.filter, s.o.Now().Location())
	if err != nil {
		return nil, 0, err
	}
	found := make([]bool, len(marks))
	searched.Mark(query, found)
	for i := range marks {
		marks[i] = marks[i] && found[i]
	}
	return marks, total, nil
}

// row is the row at a place of the list, as it was read out.
func (s *session) row(at int) record.Row { return s.here.table.At(int(s.here.rows[at])) }

// rowsAt are the rows at places of the list, as they are now.
func (s *session) rowsAt(places []int) ([]record.Row, error) {
	rows := make([]record.Row, len(places))
	for i, at := range places {
		inv, err := s.storage.Get(s.row(at).ID)
		if err != nil {
			return nil, fmt.Errorf("number %d: %w", at+1, err)
		}
		rows[i] = inv.Row(s.o.Now())
	}
	return rows, nil
}

// readOut reads the list out, from where the person is in it.
func (s *session) readOut() error {
	if err := s.arrange(); err != nil {
		return err
	}
	s.sayRows()
	return nil
}

// sayElsewhere says of a filter that finds nobody in this list what it finds in all.
func (s *session) sayElsewhere() {
	n := 0
	if marks, _, err := s.marksOf(s.tabs()[lists.All]); err == nil {
		for _, found := range marks {
			if found {
				n++
			}
		}
	}
	if n > 0 {
		s.each(quantity.Sentence(n, "%d matches in the list All, to which other goes.", "%d match in the list All, to which other goes."))
	}
	s.say("filter alone shows all again.")
}

func (s *session) sayRows() {
	v, tab := s.here, s.tabs()[s.here.tab]
	held := quantity.Sentence(v.total, "%[2]s: %[1]d invitation.", "%[2]s: %[1]d invitations.", style.OneLine(tab.Name))
	if v.filter != "" {
		held = quantity.Sentence(len(v.rows), "%[2]s: %[1]d of %[3]d matches %[4]s.", "%[2]s: %[1]d of %[3]d match %[4]s.", style.OneLine(tab.Name), v.total, style.OneLine(v.filter))
	}
	if len(v.rows) == 0 {
		s.say("%s", held)
		if v.filter != "" {
			s.sayElsewhere()
		}
		return
	}
	last := min(v.from+pageRows, len(v.rows))
	here := quantity.Text("Here are %d to %d:", v.from+1, last)
	if v.from+1 == last {
		here = quantity.Text("Here is number %d:", last)
	}
	s.say("%s %s %s", held, sentence(style.Capital(v.order.By.About(v.order.Reverse))), here)
	for at := v.from; at < last; at++ {
		s.say("%d. %s", at+1, s.rowLine(s.row(at)))
	}
}

// rowLine is a row in one line, the most telling first.
func (s *session) rowLine(row record.Row) string {
	now := s.o.Now()
	who := strings.Join(append([]string{style.NameOr(row.Name)}, words.Who(row)...), ", ")
	said := []string{sentence(who)}
	add := func(text string) { said = append(said, sentence(text)) }
	if row.Warns() {
		add("Something looks like a stop sign")
	}
	if row.Recommendation != 0 {
		switch {
		case row.Report && row.Settled:
			add(quantity.Text("Advice: %s, and report it", row.Advice()))
		case row.Report:
			add(quantity.Text("Advice so far: %s, and report it", row.Advice()))
		case row.Settled:
			add(quantity.Text("Advice: %s", row.Advice()))
		default:
			add(quantity.Text("Advice so far: %s", row.Advice()))
		}
	}
	for _, state := range words.States(row, now, firstChoice, "later") {
		text, _, _ := strings.Cut(state.Text, ": "+firstChoice) // which stands behind its number
		add(text)
	}
	if sent := sentAgo(row, now); sent != "" {
		add(sent)
	}
	if row.Note != "" {
		add("With a note")
	}
	if len(row.Tags) > 0 {
		add("Tags: " + style.OneLine(strings.Join(row.Tags, ", ")))
	}
	return strings.Join(said, " ")
}

// sentAgo says how long ago an invitation was sent; "" where it stands says so.
func sentAgo(row record.Row, now time.Time) string {
	ago := words.Ago(row.SentAt, now)
	switch {
	case row.Reach == record.ReachSent || row.Reach == record.ReachPending:
		return ""
	case ago == "":
		return words.Sent(row, now)
	case row.Direction == record.Outgoing:
		return quantity.Text("You sent it %s", ago)
	}
	return quantity.Text("Sent %s", ago)
}

// sentOn says on which day an invitation was sent, and how long ago.
func sentOn(row record.Row, now time.Time) string {
	if row.SentAt.IsZero() {
		return words.Sent(row, now)
	}
	ago := sentAgo(row, now)
	if ago == "" {
		return ""
	}
	return quantity.Text("%s, on %s", ago, style.Date(row.SentAt, now))
}
