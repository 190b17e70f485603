// Package store keeps invitations, and what the person answered and decided,
// in one file. Its rooms alone import bbolt. Update the drawing below
// whenever the layout changes, and raise tables.SchemaVersion with it.
//
//	linkvet.db                       mode 0600, in a folder of mode 0700
//	├── meta
//	│   ├── app                      "linkvet": whose file this is (bare text)
//	│   ├── schema                   "6": version of this drawing (bare text)
//	│   ├── created                  time the store was made (sealed text, as are the following)
//	│   ├── count                    number of invitations
//	│   ├── newest_invitations       latest time in the newest archive with a table of invitations
//	│   ├── newest_connections       the same for connections
//	│   ├── newest_messages          the same for messages
//	│   ├── version                  how many changes were made, whoever made them
//	│   ├── undo                     number of the step (tables/step.go) that is undone next, 0 for none
//	│   ├── redo                     number of the step that is redone next
//	│   ├── identity                 tells this store and its copies from all others
//	│   └── journal_from             number of the first journal entry that was not trimmed away
//	├── invitations
//	│   └── <id>                     record (record/record.go), one for each invitation
//	├── list
//	│   └── <sent at><id>            summary (record/summary.go): what a list shows and searches, in the order
//	│                                it is shown; since version 3 with the person's own note,
//	│                                since 4 with what warns and what archives know,
//	│                                since 5 with which of them ask to join LinkedIn,
//	│                                since 6 with whom the person reported as well
//	├── connections
//	│   ├── in/<slug>                contact (tables/connections.go): a connection known by address
//	│   ├── msg/in/<slug>            messages (tables/connections.go): how many there were with somebody, and when
//	│   ├── msg/name/<folded name>   the same, known by name only
//	│   ├── name/<folded name>       a connection known by name only
//	│   ├── own                      the member's own positions and schools
//	│   ├── tie/in/<slug>            tie (tables/connections.go): who is in an address book, endorsed or
//	│   ├── tie/name/<folded name>   recommended whom, or is followed; since version 5
//	│   └── tie/company/<folded>     a company that the member follows; since version 5
//	├── journal
//	│   └── <number><id>             entry (tables/journal.go): who changed what, before and after;
//	│                                the id is ---------- for the store as a whole
//	└── drafts                       since version 2
//	    └── <key>                    text that is being typed (draft.go), and how lists were looked at
//
// <id> is ten characters of record.IDAlphabet. <sent at> is eight bytes, big-endian:
// seconds since 1970 with the sign bit flipped, or zero where not known.
// <number> is eight bytes, big-endian, and counts up from 1.
//
// A sealed value begins with a format version (one byte, now 1) and the CRC-32C
// of key and payload (four bytes, big-endian). The payload of records, contacts and
// entries is CBOR (RFC 8949) in its deterministic encoding: a map with small
// integers as keys, whose meaning is given at the struct and never changes.
// Zero values are left out. Times are seconds since 1970 in UTC. A summary is
// derived from its record and has a shorter form of its own.
//
// # What holds
//
//   - Record, list entry, count and journal change in one transaction. An import
//     that takes several makes them on a copy of the file (vault/replace.go), so that it
//     too is seen as a whole or not at all.
//   - What changes nothing writes nothing.
//   - A person has at most one undecided invitation in each direction. An id
//     never changes, also when an address becomes known later. What a mail says
//     that may not be from LinkedIn stands apart from the same person's.
//   - An import never touches answers, decisions, postponements or tags; what it
//     changes of an invitation that was put off is noted (Resurfaced). Archives
//     may be imported in any order and more than once.
//   - Text from outside has passed clean.Line or clean.Text before it
//     is kept.
//   - The journal is only ever added to, until the person trims it. Undoing a step is a step itself. A step
//     is undone as a whole or not at all, and only where what it changed is still
//     as it left it.
//   - What a later program of the same schema version added to a record is kept
//     when this one writes the record again.
//   - The file is opened for each transaction and closed again, so that several
//     processes can work side by side; each waits for another at most
//     Options.Timeout, then fails with ErrLocked.
//   - A file that is damaged, foreign or newer is refused with ErrDamaged or
//     ErrNewer and left exactly as it is. Damage met later is an error too,
//     never a crash and never a silent loss.
//   - A status is not stored: it follows from the record and the time.
//   - Before a file is used it is looked at from end to end. Only the newest rows
//     may be shown before (Options.ShowFirst), after a look at what they need;
//     whatever else is asked for waits for the rest of the look.
//
// # Backups and migrations
//
// Before the first change of a day, and before each import, migration, restore
// and repair, the file is copied to <name>-backups beside it, the copy is read
// from end to end, and old ones of the same store are removed (vault/retention.go):
// the newest stay, and of days, weeks and months the last. Those of another store
// are never removed. A daily backup that fails is a warning; without one of the
// others nothing is changed. Backups have numbers, so that their order does not
// hang on the clock.
//
// A store that is not there is begun only where there never was one, as far as
// its copies and the state folder tell; else it is ErrLost.
//
// A migration (vault/migrate.go) leads from one schema version to the next, in one
// transaction. A file of version n is tested with testdata/stores/vn.db. Tables
// and fields that are not known are carried along by migrations, compaction and
// restores as by every change.
//
// A file is replaced, by a large import, a restore or compaction, only with the
// lock on the old one; whoever waited for that lock sees that the name leads
// elsewhere and opens the new one. Where the name is a symbolic link, the file that
// it leads to is replaced.
//
// The clock and the profile come from the caller.
package store
