package screen

// Workspace is what the program works on: a store with the settings that belong
// to it, what is typed over it, and how its lists are looked at. The demo has one
// of its own.
type Workspace struct {
	Settings    Settings
	Unsaved     Unsaved
	Preferences Preferences

	storage  Storage
	autosave autosave
	failures map[string]error // what could not be saved and still is not
	resume   ResumeOffer
	version  uint64 // of the store as last read or written; 0 before
	demo     bool
}

// NewWorkspace returns the workspace of a store. In a demo nothing is the
// person's own.
func NewWorkspace(s Storage, settings Settings, demo bool) *Workspace {
	return &Workspace{
		Settings:    settings,
		Unsaved:     Unsaved{map[string]string{}},
		Preferences: Preferences{map[string]string{}},
		storage:     s,
		autosave:    autosave{saved: map[string]string{}, lost: map[string]error{}},
		failures:    map[string]error{},
		demo:        demo,
	}
}

// Demo reports whether nothing here is the person's own.
func (w *Workspace) Demo() bool { return w.demo }

// Invitations reads and changes records.
func (w *Workspace) Invitations() Invitations { return w.storage }

// Answers keeps what is answered about an invitation.
func (w *Workspace) Answers() Answers { return w.storage }

// Profiles reads what was copied of inviters' profiles.
func (w *Workspace) Profiles() Profiles { return w.storage }

// Decisions keeps what the person did with invitations.
func (w *Workspace) Decisions() Decisions { return w.storage }

// Lists reads many invitations at once.
func (w *Workspace) Lists() Lists { return w.storage }

// Journal takes changes back.
func (w *Workspace) Journal() Journal { return w.storage }

// Files brings invitations in from files, and writes them to files.
func (w *Workspace) Files() Files { return w.storage }

// Enter shows another workspace and returns the one before.
func (e *Env) Enter(w *Workspace) *Workspace {
	before := e.Workspace
	e.Workspace = w
	w.version = 0 // until the store is read again
	return before
}
