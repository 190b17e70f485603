package tui

import (
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
	"linkvet/store/fold"
	"linkvet/store/linkedin/archivetest"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/vault"
	"linkvet/store/versus"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// The benchmarks below go through keys and what is drawn for them, over a real
// store, so that the screens can change inside:
//
//	go test -run '^$' -bench Beside -benchtime 5x ./tui

// benchStorage is a store of n invitations with connections.
func benchStorage(b *testing.B, n int) frametest.RealStorage {
	b.Helper()
	folder := b.TempDir()
	archive := archivetest.New(archivetest.Options{Invitations: n, Connections: min(n*3/10, 30_000), Seed: 1, Chatty: true})
	if err := archive.WriteFolder(folder); err != nil {
		b.Fatal(err)
	}
	s, err := store.Open(filepath.Join(folder, "linkvet.db"), vault.Options{Now: frametest.TestNow})
	if err != nil {
		b.Fatal(err)
	}
	sources, err := merge.ReadSources(b.Context(), []string{folder}, nil)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := s.ImportSources(b.Context(), sources, false, nil); err != nil {
		b.Fatal(err)
	}
	return frametest.RealStorage{Store: s}
}

// benchInbox shows all invitations of a store.
func benchInbox(b *testing.B, s frametest.RealStorage) *frametest.Driver {
	b.Helper()
	d := newDriver(b, 120, 40, screen.Options{Storage: s})
	d.Press("5")
	return d
}

// emptyModel echoes a key and does nothing else.
type emptyModel struct{ key string }

func (m emptyModel) Init() tea.Cmd { return nil }

func (m emptyModel) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		m.key = key.String()
	}
	return m, nil
}

func (m emptyModel) View() tea.View { return tea.NewView("key: " + m.key) }

func BenchmarkBeside(b *testing.B) {
	b.Run("view", besideViews)
	s := benchStorage(b, 100_000)
	d := benchInbox(b, s)
	besideKeys(b, d)
	besideSorts(b, d, s)
	besideFilters(b, d, s)
	besidePaste(b, d)
}

// besideViews compares drawing each of the main screens with drawing a line.
func besideViews(b *testing.B) {
	people := frametest.WithPeople
	shows := append(allShows(),
		show{name: "page", options: people, keys: []string{"enter", "n", "2", "n"}},
		show{name: "signs", options: people, keys: []string{"enter", "n", "2"}},
		show{name: "review", options: people, keys: []string{"enter", "n", "2", "n", "r"}},
		show{name: "verdict-accept", options: people, keys: []string{"enter", "1", "y", "n"}},
		show{name: "verdict-open", options: people, keys: []string{"enter", "n", "2", "n", "v"}},
	)
	for _, name := range []string{
		"inbox", "inbox-filter", "detail", "add", "import-looked", "profile", "settings", "guide", "keys",
		"page", "signs", "review", "verdict-accept", "verdict-open",
	} {
		b.Run(name, func(b *testing.B) {
			at := slices.IndexFunc(shows, func(s show) bool { return s.name == name })
			if at < 0 {
				b.Fatalf("there is no screen %s", name)
			}
			d := shows[at].open(b, 120, 40, style.ThemeDark)
			versus.Run(b, versus.Do(func() { d.Root.View() }), versus.Do(func() { emptyModel{}.View() }))
		})
	}
}

// besideKeys compares keys that are pressed often, and what is drawn for them,
// with echoing them. What they have read from the store comes later.
func besideKeys(b *testing.B, d *frametest.Driver) {
	for _, c := range []struct{ name, there, back string }{{"cursor", "j", "k"}, {"page", "pgdown", "pgup"}} {
		b.Run("key/"+c.name, func(b *testing.B) {
			var empty tea.Model = emptyModel{}
			keys := [...]tea.KeyPressMsg{frametest.KeyPress(c.there), frametest.KeyPress(c.back)}
			n, m := 0, 0
			versus.Run(b, versus.Do(func() {
				n++
				d.Root.Update(keys[n/100%2])
				d.Root.View()
			}), versus.Do(func() {
				m++
				empty, _ = empty.Update(keys[m/100%2])
				empty.View()
			}))
		})
	}
	b.Run("key/answer", func(b *testing.B) {
		var empty tea.Model = emptyModel{}
		var question *frametest.Driver
		versus.Run(b, versus.Side{
			Before: func() {
				question = show{options: frametest.WithPeople, keys: []string{"enter"}}.open(b, 120, 40, style.ThemeDark)
			},
			Run: func() { question.Typed("3") },
		}, versus.Do(func() {
			empty, _ = empty.Update(frametest.KeyPress("3"))
			empty.View()
		}))
	})
}

// besideSorts compares sorting by each key with sorting what is compared alone.
func besideSorts(b *testing.B, d *frametest.Driver, s frametest.RealStorage) {
	rows, err := s.Rows(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	names, numbers := make([]string, len(rows)), make([]int64, len(rows))
	for n, c := range []struct {
		name string
		of   func(record.Row) int64
	}{
		{"date", func(row record.Row) int64 { return -row.SentAt.Unix() }},
		{"age", func(row record.Row) int64 { return row.SentAt.Unix() }},
		{"name", nil},
		{"recommendation", func(row record.Row) int64 { return int64(row.Recommendation) }},
		{"change", func(row record.Row) int64 { return row.ChangedAt.Unix() }},
	} {
		b.Run("sort/"+c.name, func(b *testing.B) {
			for i, row := range rows {
				if names[i] = fold.Text(row.Name); c.of != nil {
					numbers[i] = c.of(row)
				}
			}
			versus.Run(b, versus.Do(func() { d.Typed("S", strconv.Itoa(n+1)) }), versus.Do(func() {
				if c.of == nil {
					slices.Sort(slices.Clone(names))
				} else {
					slices.Sort(slices.Clone(numbers))
				}
			}))
		})
	}
	d.Typed("S", "1")
}
