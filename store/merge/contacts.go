package merge

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"

	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// contacts are the connections an import goes by, and what it must write of
// them.
type contacts struct {
	bySlug   map[string]*tables.Contact
	byName   map[string]namesake // made when first needed
	all      []*tables.Contact
	nameOnly bool // some connection has no address
	earlier  int  // how many come from earlier archives alone

	puts    []tables.Keyed
	deletes [][]byte
}

// namesake is a connection found by name, and how many have that name.
type namesake struct {
	*tables.Contact
	count int
}

// loadContacts gathers the connections of the archive and those known from
// earlier ones. The newest table of connections is the truth and replaces what
// was known, so that a removed connection who invites again is waiting. An
// archive without that table, or an older one, takes nothing away.
func loadContacts(ctx context.Context, tx *tables.Tx, archive *linkedin.Archive) (*contacts, error) {
	c := &contacts{bySlug: make(map[string]*tables.Contact, len(archive.Connections))}
	fresh := archive.HasConnections && !archive.Newest.Before(tables.MetaTime(tx, tables.MetaNewestConnections))
	listed, err := contactsByKey(archive.Connections)
	if err != nil {
		return nil, err
	}
	unwritten := len(listed)
	cursor := tx.Bucket(tables.BucketConnections()).Cursor()
	n := 0
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		if n++; n%tables.EverySoOften == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if isBeside(key) {
			continue
		}
		if f, ok := listed[string(key)]; ok && (!fresh || bytes.Equal(f.encoded, value)) {
			f.written = true
			unwritten--
			continue
		} else if ok {
			continue
		}
		if fresh {
			c.deletes = append(c.deletes, bytes.Clone(key))
			continue
		}
		contact := new(tables.Contact)
		if err := sealed.Decode(key, value, contact); err != nil {
			return nil, fault.Damaged(tx.Path, "the connection %q cannot be read: %v", key, err)
		}
		c.learn(contact)
		c.earlier++
	}
	c.puts = make([]tables.Keyed, 0, unwritten)
	for key, f := range listed {
		c.learn(&f.Contact)
		if !f.written {
			c.puts = append(c.puts, tables.Keyed{Key: []byte(key), Value: f.encoded})
		}
	}
	tables.SortKeyed(c.puts)
	return c, nil
}

// isBeside reports an entry that stands among the connections and is none.
func isBeside(key []byte) bool {
	return bytes.HasPrefix(key, []byte(tables.PrefixMessages)) || bytes.HasPrefix(key, []byte(tables.PrefixTies)) || string(key) == tables.KeyOwn
}

// archived is a connection of the archive and its bytes.
type archived struct {
	tables.Contact
	encoded []byte
	written bool // the store has it already
}

func contactsByKey(connections []linkedin.Connection) (map[string]*archived, error) {
	listed := make(map[string]*archived, len(connections))
	for i := range connections {
		row := &connections[i]
		key := connectionKey(row)
		contact := tables.Contact{Name: row.Name, Company: row.Company, Position: row.Position, On: record.Seconds(row.ConnectedOn), Slug: row.Slug}
		if same, ok := listed[key]; ok {
			if row.Slug == "" {
				same.Sharing++
			}
			continue
		}
		listed[key] = &archived{Contact: contact}
	}
	for key, f := range listed {
		var err error
		if f.encoded, err = sealed.Encode([]byte(key), f.Contact); err != nil {
			return nil, err
		}
	}
	return listed, nil
}

func connectionKey(row *linkedin.Connection) string {
	return shortened(record.PersonKey(row.Slug, row.Name, row.ConnectedOn))
}

// shortened is the key of a person, shorter where somebody wrote a novel into
// the name.
func shortened(key string) string {
	const longest = 512
	if len(key) > longest {
		sum := sha256.Sum256([]byte(key))
		key = key[:longest-2*len(sum)] + hex.EncodeToString(sum[:])
	}
	return key
}

func (c *contacts) learn(contact *tables.Contact) {
	if contact.Slug != "" {
		c.bySlug[contact.Slug] = contact
	} else {
		c.nameOnly = true
	}
	c.all = append(c.all, contact)
}

// named returns the connections of a name.
func (c *contacts) named(name string) namesake {
	if len(c.all) == 0 {
		return namesake{}
	}
	if c.byName == nil {
		c.byName = make(map[string]namesake, len(c.all))
		for _, contact := range c.all {
			folded := record.FoldName(contact.Name)
			same, known := c.byName[folded]
			if !known || contact.Before(same.Contact) {
				same.Contact = contact
			}
			same.count += 1 + contact.Sharing
			c.byName[folded] = same
		}
		delete(c.byName, "") // nobody is known by nothing
	}
	return c.byName[record.FoldName(name)]
}

// find returns the connection that a person is: by address, else by a name
// that only one connection has. Two different addresses are two people,
// whatever their names.
func (c *contacts) find(slug, name string) (*tables.Contact, bool) {
	if slug != "" {
		if contact, ok := c.bySlug[slug]; ok {
			return contact, true
		}
		if !c.nameOnly {
			return nil, false
		}
	}
	same := c.named(name)
	if same.count != 1 || slug != "" && same.Slug != "" {
		return nil, false
	}
	return same.Contact, true
}

// followConnections notes that somebody is among the connections by now. That
// they no longer are later on does not undo that the invitation was accepted.
func (m *Import) followConnections(cand *candidate) error {
	if cand.connected {
		return nil
	}
	contact, ok := m.contacts.find(cand.slug, cand.name)
	if own := cand.corrected; !ok && own != nil {
		contact, ok = m.contacts.find(record.SlugOf(own.URL), own.Name)
	}
	if !ok || cand.doubtful {
		return nil
	}
	cand.connected, cand.gone = true, false
	if cand.pending != nil && cand.pending.after == nil {
		cand.pending.connectedOn = contact.On
		return nil
	}
	p, err := m.edit(cand)
	if err != nil {
		return err
	}
	p.after.Connected, p.after.ConnectedOn, p.after.Gone = true, record.Moment(contact.On), false
	p.say("accepted on LinkedIn")
	return nil
}

// followAbsence notes that an invitation is no longer listed: ignored,
// withdrawn or expired, nobody can tell. Accepted ones leave the archive after
// half a year, and what an archive never listed cannot vanish from it.
func (m *Import) followAbsence(cand *candidate) error {
	if !m.fresh || !m.archive.HasInvitations || cand.seen || cand.gone || cand.connected || !cand.listed {
		return nil
	}
	p, err := m.edit(cand)
	if err != nil {
		return err
	}
	p.after.Gone = true
	p.say("no longer listed")
	cand.gone = true
	return nil
}
