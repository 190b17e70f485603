package inbox

import (
	"linkvet/tui/screen"
)

// shelf keeps the dossiers that were looked at or are likely to be next, so that
// the preview has them when the cursor comes. The zero shelf is empty.
type shelf struct {
	kept  map[string]*keptDossier
	clock uint64
}

// keptDossier is a dossier, nil where it could not be read, and when it was last
// of use.
type keptDossier struct {
	dossier *screen.Dossier
	used    uint64
}

// shelfRoom is how many dossiers are kept: several times what one place in the
// list can lead to.
const shelfRoom = 256

// get returns the dossier of an invitation, and whether there was an attempt to
// read it.
func (s *shelf) get(id string) (d *screen.Dossier, tried bool) {
	kept, ok := s.kept[id]
	if !ok {
		return nil, false
	}
	return kept.dossier, true
}

// use notes that a dossier is still of use.
func (s *shelf) use(id string) {
	if kept, ok := s.kept[id]; ok {
		s.clock++
		kept.used = s.clock
	}
}

// put keeps a dossier, in the place of the one that was of no use for longest.
func (s *shelf) put(id string, d *screen.Dossier) {
	if s.kept == nil {
		s.kept = make(map[string]*keptDossier, shelfRoom)
	}
	if _, has := s.kept[id]; !has && len(s.kept) >= shelfRoom {
		oldest, least := "", s.clock+1
		for id, kept := range s.kept {
			if kept.used < least {
				oldest, least = id, kept.used
			}
		}
		delete(s.kept, oldest)
	}
	s.clock++
	s.kept[id] = &keptDossier{dossier: d, used: s.clock}
}

// forget drops the dossier of an invitation that changed.
func (s *shelf) forget(id string) { delete(s.kept, id) }
