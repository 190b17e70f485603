package frametest

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"linkvet/tui/frame"
	"linkvet/tui/screen"
)

// TestNow is the fake clock's time, in a zone that is not UTC.
func TestNow() time.Time {
	return time.Date(2026, 11, 20, 10, 0, 0, 0, time.FixedZone("CET", 3600))
}

// Driver runs the program's model without a terminal: it runs every command
// where it stands and feeds the answers back until nothing is left to do.
type Driver struct {
	T     testing.TB
	Root  *frame.Frame
	Now   time.Time
	Given screen.Options // what the program was started with
	Quit  bool
	last  string        // the key pressed last
	read  screen.Screen // the screen it was pressed on
	page  int           // and which of its pages
	Steps int
}

// maxSteps keeps a command that renews itself from hanging the tests.
const maxSteps = 20_000

func New(t testing.TB, w, h int, o screen.Options, make frame.Maker) *Driver {
	t.Helper()
	d := &Driver{T: t, Now: TestNow()}
	o.Now = func() time.Time { return d.Now }
	if o.Settings == nil {
		o.Settings = &FakeSettings{Asked: true}
	}
	d.Given = o
	d.Root = frame.New(screen.NewEnv(context.Background(), o), make)
	d.Root.Env.After = func(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
	d.Run(d.Root.Init())
	d.Resize(w, h)
	return d
}

// Send feeds one message and everything that follows from it.
func (d *Driver) Send(msg tea.Msg) {
	d.T.Helper()
	if d.Steps++; d.Steps > maxSteps {
		d.T.Fatalf("still busy after %d steps; last message %T", maxSteps, msg)
	}
	switch msg.(type) {
	case nil:
		return
	case tea.QuitMsg:
		d.Quit = true
		return
	}
	if cmds, ok := commandsOf(msg); ok {
		for _, cmd := range cmds {
			d.Run(cmd)
		}
		return
	}
	_, cmd := d.Root.Update(msg)
	d.Run(cmd)
}

func (d *Driver) Run(cmd tea.Cmd) {
	d.T.Helper()
	if cmd != nil {
		d.Send(cmd())
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

func (d *Driver) Resize(w, h int) {
	d.T.Helper()
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// keyGap is the time between two keys of somebody quick.
const keyGap = 60 * time.Millisecond

// Press presses keys by name, such as "j", "enter", "ctrl+d", "space". Who presses
// the same key twice lets go of it in between, and who sees another screen or page
// reads it first.
func (d *Driver) Press(names ...string) {
	d.T.Helper()
	for _, name := range names {
		d.Now = d.Now.Add(keyGap)
		top, page := d.Root.Top(), 0
		if paged, ok := top.(screen.Paged); ok {
			page = paged.Turned()
		}
		if name == d.last || top != d.read || page != d.page {
			d.Now = d.Now.Add(time.Second)
			d.read, d.page = top, page
		}
		d.last = name
		d.Send(KeyPress(name))
	}
}

// Hold holds a key until it has come n times.
func (d *Driver) Hold(name string, n int) {
	d.T.Helper()
	for range n {
		d.Send(KeyPress(name))
		d.Now = d.Now.Add(30 * time.Millisecond)
	}
}

// Enter types text, a key a character.
func (d *Driver) Enter(text string) {
	d.T.Helper()
	for _, r := range text {
		d.Now = d.Now.Add(keyGap)
		d.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// KeyPress is the message for a key, as tea.KeyPressMsg.String names it.
func KeyPress(name string) tea.KeyPressMsg {
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

// Raw is what the terminal is told to show.
func (d *Driver) Raw() string { return d.Root.View().Content }

// Shows is the screen as a person sees it, without colors and without spaces
// at the ends of lines.
func (d *Driver) Shows() string {
	lines := strings.Split(ansi.Strip(d.Raw()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// Wants fails unless the screen shows each of the texts.
func (d *Driver) Wants(texts ...string) {
	d.T.Helper()
	for _, text := range texts {
		if !strings.Contains(d.Shows(), text) {
			d.T.Fatalf("the screen does not show %q:\n%s", text, d.Shows())
		}
	}
}

// Marked is the first line that the screen marks as the one the cursor is on.
func (d *Driver) Marked() string {
	for line := range strings.SplitSeq(d.Shows(), "\n") {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "›") {
			return line
		}
	}
	return ""
}

// WantsNot fails if the screen shows the text.
func (d *Driver) WantsNot(text string) {
	d.T.Helper()
	if strings.Contains(d.Shows(), text) {
		d.T.Fatalf("the screen shows %q:\n%s", text, d.Shows())
	}
}

// Top is the name of the topmost screen's type, such as "inbox".
func (d *Driver) Top() string {
	name := reflect.TypeOf(d.Root.Top()).Elem().Name()
	return strings.ToLower(name[:1]) + name[1:]
}

// Open puts the screen of a page on top, as the screen below would.
func (d *Driver) Open(p screen.Page) {
	d.T.Helper()
	d.Run(d.Root.Apply(len(d.Root.Stack)-1, screen.Open(p)))
}

// Push puts a screen on top, such as a dialog that has no page.
func (d *Driver) Push(s screen.Screen) {
	d.T.Helper()
	d.Run(d.Root.Apply(len(d.Root.Stack)-1, screen.Push(s)))
}

// Pause is long enough for a dialog that opened by itself to take keys.
func (d *Driver) Pause() { d.Now = d.Now.Add(frame.GraceTime) }

// Opened is the page of another room that the room under test has opened; nil
// while one of its own screens is on top.
func (d *Driver) Opened() screen.Page {
	if stub, ok := d.Root.Top().(*Stub); ok {
		return stub.Page
	}
	return nil
}

// Paste is what a terminal sends for pasted text.
func Paste(text string) tea.Msg { return tea.PasteMsg{Content: text} }

// Typed presses keys, waits for what follows from them, and draws after each.
func (d *Driver) Typed(keys ...string) {
	for _, key := range keys {
		d.Steps = 0
		d.Press(key)
		d.Root.View()
	}
}

const Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~äßñ李م"

// AlphabetInPieces is the Alphabet in pieces that any input shows whole.
func AlphabetInPieces() []string {
	var pieces []string
	runes := []rune(Alphabet)
	for ; len(runes) > 0; runes = runes[min(len(runes), 10):] {
		pieces = append(pieces, string(runes[:min(len(runes), 10)]))
	}
	return pieces
}
