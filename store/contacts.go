package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"

	"linkvet/store/linkedin"
)

// contacts are the connections an import goes by, and what it must write of
// them.
type contacts struct {
	bySlug   map[string]*fact
	byName   map[string]namesake // made when first needed
	all      []*fact
	nameOnly bool // some connection has no address
	earlier  int  // how many come from earlier archives alone

	puts    []keyed
	deletes [][]byte
}

// namesake is a connection found by name, and how many have that name.
type namesake struct {
	*fact
	count int
}

// loadContacts gathers the connections of the archive and those known from
// earlier ones. The newest table of connections is the truth and replaces what
// was known, so that a removed connection who invites again is waiting. An
// archive without that table, or an older one, takes nothing away.
func loadContacts(ctx context.Context, tx *Tx, archive *linkedin.Archive) (*contacts, error) {
	c := &contacts{bySlug: make(map[string]*fact, len(archive.Connections))}
	fresh := archive.HasConnections && !archive.Newest.Before(metaTime(tx, metaNewestConnections))
	facts, err := factsByKey(archive.Connections)
	if err != nil {
		return nil, err
	}
	unwritten := len(facts)
	cursor := tx.Bucket(bucketConnections()).Cursor()
	n := 0
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		if n++; n%everySoOften == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if bytes.HasPrefix(key, []byte(prefixMessages)) || string(key) == keyOwn {
			continue
		}
		if f, ok := facts[string(key)]; ok && (!fresh || bytes.Equal(f.encoded, value)) {
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
		f := new(fact)
		if err := decode(key, value, f); err != nil {
			return nil, damaged(tx.path, "the connection %q cannot be read: %v", key, err)
		}
		c.learn(f)
		c.earlier++
	}
	c.puts = make([]keyed, 0, unwritten)
	for key, f := range facts {
		c.learn(&f.fact)
		if !f.written {
			c.puts = append(c.puts, keyed{[]byte(key), f.encoded})
		}
	}
	sortKeyed(c.puts)
	return c, nil
}

// archived is a connection of the archive and its bytes.
type archived struct {
	fact
	encoded []byte
	written bool // the store has it already
}

func factsByKey(connections []linkedin.Connection) (map[string]*archived, error) {
	facts := make(map[string]*archived, len(connections))
	for i := range connections {
		row := &connections[i]
		key := connectionKey(row)
		f := fact{Name: row.Name, Company: row.Company, Position: row.Position, On: seconds(row.ConnectedOn), Slug: row.Slug}
		if other, ok := facts[key]; ok {
			if row.Slug == "" {
				other.Sharing++
			}
			continue
		}
		facts[key] = &archived{fact: f}
	}
	for key, f := range facts {
		var err error
		if f.encoded, err = encode([]byte(key), f.fact); err != nil {
			return nil, err
		}
	}
	return facts, nil
}

func connectionKey(row *linkedin.Connection) string {
	return shortened(personKey(row.Slug, row.Name, row.ConnectedOn))
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

func (c *contacts) learn(f *fact) {
	if f.Slug != "" {
		c.bySlug[f.Slug] = f
	} else {
		c.nameOnly = true
	}
	c.all = append(c.all, f)
}

// named returns the connections of a name.
func (c *contacts) named(name string) namesake {
	if len(c.all) == 0 {
		return namesake{}
	}
	if c.byName == nil {
		c.byName = make(map[string]namesake, len(c.all))
		for _, f := range c.all {
			folded := Fold(f.Name)
			same, known := c.byName[folded]
			if !known || f.before(same.fact) {
				same.fact = f
			}
			same.count += 1 + f.Sharing
			c.byName[folded] = same
		}
		delete(c.byName, "") // nobody is known by nothing
	}
	return c.byName[Fold(name)]
}

// find returns the connection that a person is: by address, else by a name
// that only one connection has. Two different addresses are two people,
// whatever their names.
func (c *contacts) find(slug, name string) (*fact, bool) {
	if slug != "" {
		if f, ok := c.bySlug[slug]; ok {
			return f, true
		}
		if !c.nameOnly {
			return nil, false
		}
	}
	same := c.named(name)
	if same.count != 1 || slug != "" && same.Slug != "" {
		return nil, false
	}
	return same.fact, true
}

// followConnections notes that somebody is among the connections by now. That
// they no longer are later on does not undo that the invitation was accepted.
func (m *merge) followConnections(k *known) error {
	if k.connected {
		return nil
	}
	f, ok := m.contacts.find(k.slug, k.name)
	if own := k.corrected; !ok && own != nil {
		f, ok = m.contacts.find(slugOf(own.URL), own.Name)
	}
	if !ok || k.doubtful {
		return nil
	}
	k.connected, k.gone = true, false
	if k.draft != nil && k.draft.after == nil {
		k.draft.connectedOn = f.On
		return nil
	}
	d, err := m.edit(k)
	if err != nil {
		return err
	}
	d.after.Connected, d.after.ConnectedOn, d.after.Gone = true, moment(f.On), false
	d.say("accepted on LinkedIn")
	return nil
}

// followAbsence notes that an invitation is no longer listed: ignored,
// withdrawn or expired, nobody can tell. Accepted ones leave the archive after
// half a year, and what an archive never listed cannot vanish from it.
func (m *merge) followAbsence(k *known) error {
	if !m.fresh || !m.archive.HasInvitations || k.seen || k.gone || k.connected || !k.listed {
		return nil
	}
	d, err := m.edit(k)
	if err != nil {
		return err
	}
	d.after.Gone = true
	d.say("no longer listed")
	k.gone = true
	return nil
}
