package tui

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// testNow is the fake clock's time, in a zone that is not UTC.
func testNow() time.Time {
	return time.Date(2026, 11, 20, 10, 0, 0, 0, time.FixedZone("CET", 3600))
}

// driver runs the program's model without a terminal: it runs every command
// where it stands and feeds the answers back until nothing is left to do.
type driver struct {
	t     testing.TB
	root  *root
	now   time.Time
	quit  bool
	steps int
}

// maxSteps keeps a command that renews itself from hanging the tests.
const maxSteps = 20_000

func newDriverOf(t testing.TB, w, h int, o Options, make maker) *driver {
	t.Helper()
	d := &driver{t: t, now: testNow()}
	o.Now = func() time.Time { return d.now }
	if o.Settings == nil {
		o.Settings = &fakeSettings{asked: true}
	}
	d.root = newRoot(newEnv(context.Background(), o), make)
	d.root.env.after = func(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
	d.run(d.root.Init())
	d.resize(w, h)
	return d
}

// send feeds one message and everything that follows from it.
func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	if d.steps++; d.steps > maxSteps {
		d.t.Fatalf("still busy after %d steps; last message %T", maxSteps, msg)
	}
	switch msg.(type) {
	case nil:
		return
	case tea.QuitMsg:
		d.quit = true
		return
	}
	if cmds, ok := commandsOf(msg); ok {
		for _, cmd := range cmds {
			d.run(cmd)
		}
		return
	}
	_, cmd := d.root.Update(msg)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	d.t.Helper()
	if cmd != nil {
		d.send(cmd())
	}
}

// commandsOf returns the commands of a batch or a sequence, whose type is not
// exported.
func commandsOf(msg tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(msg)
	if v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return nil, false
	}
	cmds := make([]tea.Cmd, v.Len())
	for i := range cmds {
		cmds[i] = v.Index(i).Interface().(tea.Cmd)
	}
	return cmds, true
}

func (d *driver) resize(w, h int) {
	d.t.Helper()
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
}

// press presses keys by name, such as "j", "enter", "ctrl+d", "space".
func (d *driver) press(names ...string) {
	d.t.Helper()
	for _, name := range names {
		d.send(keyPress(name))
	}
}

// enter types text, a key a character.
func (d *driver) enter(text string) {
	d.t.Helper()
	for _, r := range text {
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// keyPress is the message for a key, as tea.KeyPressMsg.String names it.
func keyPress(name string) tea.KeyPressMsg {
	var mod tea.KeyMod
	for _, m := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if strings.HasPrefix(name, m.prefix) {
			name, mod = strings.TrimPrefix(name, m.prefix), mod|m.mod
		}
	}
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "delete": tea.KeyDelete,
	}
	if code, ok := special[name]; ok {
		return tea.KeyPressMsg{Code: code, Mod: mod}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	r := []rune(name)[0]
	if mod != 0 {
		return tea.KeyPressMsg{Code: r, Mod: mod}
	}
	return tea.KeyPressMsg{Code: r, Text: name}
}

// raw is what the terminal is told to show.
func (d *driver) raw() string { return d.root.View().Content }

// shows is the screen as a person sees it, without colours and without spaces
// at the ends of lines.
func (d *driver) shows() string {
	lines := strings.Split(ansi.Strip(d.raw()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// wants fails unless the screen shows each of the texts.
func (d *driver) wants(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.shows(), text) {
			d.t.Fatalf("the screen does not show %q:\n%s", text, d.shows())
		}
	}
}

// wantsNot fails if the screen shows the text.
func (d *driver) wantsNot(text string) {
	d.t.Helper()
	if strings.Contains(d.shows(), text) {
		d.t.Fatalf("the screen shows %q:\n%s", text, d.shows())
	}
}

// top is the name of the topmost screen's type, such as "inbox".
func (d *driver) top() string {
	name := reflect.TypeOf(d.root.top()).Elem().Name()
	return strings.ToLower(name[:1]) + name[1:]
}

// paste is what a terminal sends for pasted text.
func paste(text string) tea.Msg { return tea.PasteMsg{Content: text} }

// typed presses keys, waits for what follows from them, and draws after each.
func (d *driver) typed(keys ...string) {
	for _, key := range keys {
		d.steps = 0
		d.press(key)
		d.root.View()
	}
}

const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~äßñ李م"
