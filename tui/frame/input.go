package frame

import (
	"maps"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
)

// blind reports whether a message is a key, a click or a paste for a screen
// that the window is too small to show: nothing may happen that nobody sees.
// ctrl+c leaves all the same.
func (r *Frame) blind(msg tea.Msg) bool {
	if r.Width >= minWidth && r.Height >= minHeight || r.Width == 0 {
		return false
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return msg.String() != "ctrl+c"
	case tea.MouseClickMsg, tea.MouseWheelMsg, tea.PasteMsg:
		return true
	}
	return false
}

// typedAhead is a key or a paste that the topmost screen could not take yet, and
// when it came.
type typedAhead struct {
	msg tea.Msg
	at  time.Time
}

// mostAhead is how many keys may wait. Nobody types as many; a cat does.
const mostAhead = 1_000

// input gives what the person does to the topmost screen, once it can take it.
// What a key means may depend on what is still being read, and then it waits.
func (r *Frame) input(msg tea.Msg) tea.Cmd {
	now := r.Env.Now()
	if (r.waiting() || len(r.ahead) > 0) && !r.atOnce(msg) {
		if _, mouse := msg.(tea.MouseMsg); !mouse && len(r.ahead) < mostAhead {
			r.ahead = append(r.ahead, typedAhead{msg, now})
		}
		return nil
	}
	return r.take(msg, now)
}

// waiting reports whether the topmost screen cannot take keys yet.
func (r *Frame) waiting() bool {
	top, ok := r.Top().(screen.Waiter)
	return ok && top.Waiting()
}

// atOnce reports whether a key means the same whatever is still being read:
// ctrl+c, what works on every screen, and going back or leaving where nothing was
// typed before it.
func (r *Frame) atOnce(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false
	}
	if key.String() == "ctrl+c" {
		return true
	}
	if id, ok := r.Env.Keys.Find(key, []keys.ID{keys.Suspend, keys.Redraw}, true); ok {
		return id != ""
	}
	if len(r.ahead) > 0 {
		return false
	}
	id, ok := r.Env.Keys.Find(key, r.Env.Offered(r.Top()), r.Top().InText())
	return ok && (id == keys.Back || id == keys.Quit || id == keys.SaveLeave)
}

// catchUp takes the keys that waited, as long as nothing keeps the next one
// waiting.
func (r *Frame) catchUp() tea.Cmd {
	var cmds []tea.Cmd
	for len(r.ahead) > 0 && !r.waiting() {
		next := r.ahead[0]
		r.ahead = r.ahead[1:]
		if !r.blind(next.msg) {
			cmds = append(cmds, r.take(next.msg, next.at))
		}
	}
	return tea.Batch(cmds...)
}

// readTime is how long a screen must stand before a key on it records a decision.
// Whoever types ahead has not seen the advice that came up meanwhile.
const readTime = time.Second

// unread is how long a screen must stand before an action on it is taken: one that
// records a decision, or says yes to a question.
func unread(id keys.ID, top screen.Screen) time.Duration {
	_, boxed := top.(screen.Dialog)
	switch {
	case keys.Records(id):
		return readTime
	case boxed && (id == keys.Yes || id == keys.Switch):
		return GraceTime
	}
	return 0
}

// notice remembers since when the topmost screen is there.
func (r *Frame) notice() {
	if top := r.Top(); top != r.seen {
		r.seen, r.since = top, r.Env.Now()
	}
}

// take gives what the person did at some time to whom it belongs.
func (r *Frame) take(msg tea.Msg, at time.Time) tea.Cmd {
	r.notice()
	r.Env.FadeStatus()
	defer r.leaveStatus(r.Stack[r.base()].Screen, r.Env.Status())
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return r.press(msg, at)
	case tea.MouseClickMsg:
		return r.click(msg)
	}
	return r.send(len(r.Stack)-1, msg)
}

// press gives a key to whom it belongs.
func (r *Frame) press(msg tea.KeyPressMsg, at time.Time) tea.Cmd {
	if msg.String() == "ctrl+c" {
		return r.quit()
	}
	if r.isHeld(msg.String(), at) {
		return nil
	}
	r.Env.NextKey()
	here := r.place()
	cmd, id := r.key(msg, at)
	if now := r.place(); keys.Replies(id) && id != keys.NoneSeen && now.top == here.top && now.turned != here.turned {
		r.turned = at
	}
	if r.held.name != msg.String() || !r.held.spent { // key may have found that it comes too early
		r.held = heldKey{name: msg.String(), last: at, gap: heldFor, place: here, spent: once(id), again: r.held.again}
	}
	if harmless(id) {
		r.held = heldKey{}
	}
	return cmd
}

// key gives a key to whom it belongs: the actions of the topmost screen, those of
// every screen, and the screen itself. It returns the action, if it is one.
func (r *Frame) key(msg tea.KeyPressMsg, at time.Time) (tea.Cmd, keys.ID) {
	last := len(r.Stack) - 1
	top := r.Stack[last].Screen
	if _, boxed := top.(screen.Dialog); boxed && r.Env.Now().Before(r.grace) {
		r.Env.SayOfKey(quantity.Text("This came up just now: read it, then press %s again", keys.Names([]string{msg.String()})))
		return nil, ""
	}
	look := r.Env.LookNowAndThen()
	if id, ok := r.Env.Keys.Find(msg, r.Env.Offered(top), top.InText()); ok {
		if at.Sub(r.since) < unread(id, top) {
			r.held = heldKey{name: msg.String(), last: at, gap: repeatGap, spent: true}
			r.Env.SayOfKey(quantity.Text("This came up just now: read it, then press %s again", r.Env.KeyFor(id)))
			return look, ""
		}
		if keys.Replies(id) && at.Sub(r.turned) < heldFor {
			r.Env.SayOfKey(quantity.Text("This is the next page, as the one before was complete; press %s again for it", keys.Names([]string{msg.String()})))
			return look, ""
		}
		if !slices.Contains(keys.ListMoves(), id) && id != keys.PreviewDown && id != keys.PreviewUp {
			r.Env.Hush() // it tells of what was before
		}
		return tea.Batch(look, r.send(last, screen.ActionMsg{ID: id, Key: msg.String()})), id
	}
	if id, ok := r.Env.Keys.Find(msg, keys.Global(), top.InText()); ok {
		return tea.Batch(look, r.global(id)), id
	}
	if id, ok := r.Env.Keys.Find(msg, top.Actions(), top.InText()); ok && r.Env.ReadOnly() {
		r.Env.Say(quantity.Text("Only looking: %s; %s tries again", r.Env.WhyLooking(), r.Env.KeyFor(keys.Reload)))
		return look, id
	}
	if !top.InText() {
		if _, ok := r.Env.Keys.Find(msg, []keys.ID{keys.Undo}, false); ok && r.Env.Status().Undo {
			return tea.Batch(look, r.Env.Undo(r.Env.Request())), keys.Undo
		}
		r.doesNothing(msg, top)
	}
	return tea.Batch(look, r.send(last, msg)), ""
}

// doesNothing says of a key why it does nothing now or, where it does something
// elsewhere, that here it does not. A failure stays, and what was just said of
// something else unless there is a reason to tell.
func (r *Frame) doesNothing(msg tea.KeyPressMsg, top screen.Screen) {
	if r.Env.Status().Kind == screen.StatusFailed {
		return
	}
	if idler, ok := top.(screen.Idler); ok {
		why := idler.Idle()
		if id, ok := r.Env.Keys.Find(msg, slices.Sorted(maps.Keys(why)), false); ok {
			r.Env.SayOfKey(why[id])
			return
		}
	}
	if a, ok := r.Env.Keys.Elsewhere(msg, top.Actions()); ok && r.Env.Status().Kind == screen.StatusNone {
		r.Env.SayOfKey(quantity.Text("%s, “%s”, does nothing here; %s shows the keys", keys.Names([]string{msg.String()}), a.Title, r.Env.KeyFor(keys.Help)))
	}
}

// run carries out an action chosen from the menu, as its key would.
func (r *Frame) run(id keys.ID) tea.Cmd {
	switch {
	case id == keys.Leave:
		return r.quit()
	case slices.Contains(keys.Global(), id):
		return r.global(id)
	}
	return r.send(len(r.Stack)-1, screen.ActionMsg{ID: id})
}

// global carries out the actions that every screen has.
func (r *Frame) global(id keys.ID) tea.Cmd {
	switch id {
	case keys.Help, keys.Palette:
		if _, open := r.Top().(*widget.Menu); open {
			return nil
		}
		return r.Apply(len(r.Stack)-1, screen.Push(widget.NewMenu(r.Env, id == keys.Help, r.Top())))
	case keys.Redraw:
		return tea.Batch(tea.ClearScreen, r.broadcast(screen.StoreChangedMsg{}))
	case keys.Suspend:
		return r.Env.Suspend()
	case keys.Mouse:
		r.Env.SetMouse(!r.Env.Mouse())
	}
	return nil
}
