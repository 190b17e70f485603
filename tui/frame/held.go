package frame

import (
	"slices"
	"strings"
	"time"

	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// heldFor is how long the same key does nothing again after it closed something:
// longer than it takes a key that is held to begin to repeat. Once it repeats,
// repeatGap is longer than from one time to the next. On the next page, which
// somebody quick may go on with, it is turnedFor.
const (
	heldFor   = 700 * time.Millisecond
	turnedFor = 350 * time.Millisecond
	repeatGap = 200 * time.Millisecond
)

// heldKey is the key that was pressed last, when it came last, how soon it comes
// again if it is held down, and where it was pressed.
type heldKey struct {
	name  string
	last  time.Time
	gap   time.Duration
	place place
	told  bool // it was said why it did nothing
	spent bool // it does nothing more until it is let go
	again bool // it turned a page and came again: the next time tells whether it repeats
}

// place is what a key is about: a screen, and what it shows of several things
// that it shows one after the other.
type place struct {
	top    screen.Screen
	depth  int
	turned int
}

// place is where a key would be now.
func (r *Frame) place() place {
	p := place{top: r.Top(), depth: len(r.Stack)}
	if paged, ok := p.top.(screen.Paged); ok {
		p.turned = paged.Turned()
	}
	return p
}

// isHeld reports whether a key is still held down that did already what it was
// pressed for: it closed something, turned a page or does its work but once.
func (r *Frame) isHeld(name string, at time.Time) bool {
	since := at.Sub(r.held.last)
	if r.held.name != name || since >= r.held.gap {
		r.held = heldKey{}
		return false
	}
	now := r.place()
	turned := now.top == r.held.place.top && now.turned != r.held.place.turned
	closed := now.top != r.held.place.top && now.depth <= r.held.place.depth
	if !r.held.spent && !closed && !(r.held.again && since < repeatGap) && !(turned && since < turnedFor) {
		r.held.again = turned
		return false
	}
	if !r.held.told {
		r.held.told = true
		r.sayHeld(keys.Names([]string{name}), turned)
	}
	r.held.last, r.held.gap, r.held.spent = at, repeatGap, true
	return true
}

// sayHeld says that a key did nothing, as it came so soon that it may be held down,
// beside what was said when it came before.
func (r *Frame) sayHeld(name string, turned bool) {
	said := r.Env.Status()
	switch {
	case turned:
		r.Env.SayOfKey(quantity.Text("This is the next page; press %s again for it", name))
	case said.Kind == screen.StatusFailed:
	case said.Kind == screen.StatusSaid && !said.Undo:
		r.Env.Say(quantity.Text("%s. The second %s came too soon to count", strings.TrimSuffix(said.Text, "."), name))
	case said.Kind == screen.StatusNone:
		r.Env.SayOfKey(quantity.Text("The second %s came too soon to count; press it again", name))
	}
}

// harmless reports whether an action that closes something may be repeated as
// quickly as anybody likes: it records nothing.
func harmless(id keys.ID) bool {
	return slices.Contains([]keys.ID{keys.Back, keys.SaveLeave, keys.Skip, keys.TakeBack, keys.ToPage, keys.Previous}, id)
}

// once reports whether an action is done once however long its key is held, as
// what it does next is about something else, or was warned of.
func once(id keys.ID) bool {
	return slices.Contains([]keys.ID{keys.Reopen, keys.EndPage, keys.NoneSeen}, id)
}
