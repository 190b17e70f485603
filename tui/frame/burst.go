package frame

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// A burst are keys that follow each other without a pause, such as text that is
// pasted into a terminal which does not mark it as such. Outside of text every
// character of it would be a command, and ctrl+c would have to wait for all.
const (
	burstPause = 50 * time.Millisecond  // ends a burst
	floodPause = 200 * time.Millisecond // ends one that is thrown away
	burstMost  = 32                     // so many keys may come at once
	burstRate  = 200                    // and so many a second after that: more than a held key repeats
	textCost   = 1. / 32                // of a key in a text input that one of them led to, as those of a script do
)

// burst follows the keys as they come.
type burst struct {
	last   time.Time
	room   float64 // how many keys may still come at once
	inText bool    // it began in a text input, which takes all of it
	flood  bool    // more came than anybody types; the rest is thrown away
}

// tooMuch takes note of a key and reports whether it is one of a flood.
func (b *burst) tooMuch(now time.Time, inText bool) bool {
	gap := now.Sub(b.last)
	b.last = now
	switch {
	case b.flood && gap < floodPause:
		return true
	case gap >= burstPause:
		*b = burst{last: now, room: burstMost, inText: inText}
	default:
		b.room = min(b.room+gap.Seconds()*burstRate, burstMost)
	}
	if inText {
		b.room -= textCost
	} else {
		b.room--
	}
	b.flood = b.room < 0 && !b.inText
	return b.flood
}

// flooded reports whether a message is a key that is thrown away with a flood of
// others, and says so once. ctrl+c is none.
func (r *Frame) flooded(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok || key.String() == "ctrl+c" {
		return false
	}
	before := r.burst.flood
	if !r.burst.tooMuch(r.Env.Now(), r.Top().InText()) {
		return false
	}
	if !before {
		r.ahead, r.drawn = nil, nil
		r.Env.Say("Keys came faster than anybody types, and the rest of them is ignored; to paste text, go to a field first")
		r.Env.Width, r.Env.Height = r.room()
	}
	return true
}
