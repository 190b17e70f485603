package inbox

import (
	"linkvet/tui/screen"
)

// historyCache keeps the histories that were looked at or are likely to be next, so that
// the preview has them when the cursor comes. The zero historyCache is empty.
type historyCache struct {
	cached map[string]*cachedHistory
	clock  uint64
}

// cachedHistory is a history, nil where it could not be read, and when it was last
// of use.
type cachedHistory struct {
	history *screen.History
	used    uint64
}

// historyRoom is how many histories are kept: several times what one place in the
// list can lead to.
const historyRoom = 256

// get returns the history of an invitation, and whether there was an attempt to
// read it.
func (s *historyCache) get(id string) (d *screen.History, tried bool) {
	one, ok := s.cached[id]
	if !ok {
		return nil, false
	}
	return one.history, true
}

// use notes that a history is still of use.
func (s *historyCache) use(id string) {
	if one, ok := s.cached[id]; ok {
		s.clock++
		one.used = s.clock
	}
}

// put keeps a history, in the place of the one that was of no use for longest.
func (s *historyCache) put(id string, d *screen.History) {
	if s.cached == nil {
		s.cached = make(map[string]*cachedHistory, historyRoom)
	}
	if _, has := s.cached[id]; !has && len(s.cached) >= historyRoom {
		oldest, least := "", s.clock+1
		for id, one := range s.cached {
			if one.used < least {
				oldest, least = id, one.used
			}
		}
		delete(s.cached, oldest)
	}
	s.clock++
	s.cached[id] = &cachedHistory{history: d, used: s.clock}
}

// forget drops the history of an invitation that changed.
func (s *historyCache) forget(id string) { delete(s.cached, id) }
