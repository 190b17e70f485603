package merge

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"

	"linkvet/store/fault"
	"linkvet/store/fold"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// contacts are the connections an import goes by, and what it must write of
// them.
type contacts struct {
	bySlug   map[string]*tables.Fact
	byName   map[string]namesake // made when first needed
	all      []*tables.Fact
	nameOnly bool // some connection has no address
	earlier  int  // how many come from earlier archives alone

	puts    []tables.Keyed
	deletes [][]byte
}

// namesake is a connection found by name, and how many have that name.
type namesake struct {
	*tables.Fact
	count int
}

// loadContacts gathers the connections of the archive and those known from
// earlier ones. The newest table of connections is the truth and replaces what
// was known, so that a removed connection who invites again is waiting. An
// archive without that table, or an older one, takes nothing away.
func loadContacts(ctx context.Context, tx *tables.Tx, archive *linkedin.Archive) (*contacts, error) {
	c := &contacts{bySlug: make(map[string]*tables.Fact, len(archive.Connections))}
	fresh := archive.HasConnections && !archive.Newest.Before(tables.MetaTime(tx, tables.MetaNewestConnections))
	facts, err := factsByKey(archive.Connections)
	if err != nil {
		return nil, err
	}
	unwritten := len(facts)
	cursor := tx.Bucket(tables.BucketConnections()).Cursor()
	n := 0
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		if n++; n%tables.EverySoOften == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if bytes.HasPrefix(key, []byte(tables.PrefixMessages)) || string(key) == tables.KeyOwn {
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
		f := new(tables.Fact)
		if err := sealed.Decode(key, value, f); err != nil {
			return nil, fault.Damaged(tx.Path, "the connection %q cannot be read: %v", key, err)
		}
		c.learn(f)
		c.earlier++
	}
	c.puts = make([]tables.Keyed, 0, unwritten)
	for key, f := range facts {
		c.learn(&f.Fact)
		if !f.written {
			c.puts = append(c.puts, tables.Keyed{Key: []byte(key), Value: f.encoded})
		}
	}
	tables.SortKeyed(c.puts)
	return c, nil
}

// archived is a connection of the archive and its bytes.
type archived struct {
	tables.Fact
	encoded []byte
	written bool // the store has it already
}

func factsByKey(connections []linkedin.Connection) (map[string]*archived, error) {
	facts := make(map[string]*archived, len(connections))
	for i := range connections {
		row := &connections[i]
		key := connectionKey(row)
		f := tables.Fact{Name: row.Name, Company: row.Company, Position: row.Position, On: record.Seconds(row.ConnectedOn), Slug: row.Slug}
		if other, ok := facts[key]; ok {
			if row.Slug == "" {
				other.Sharing++
			}
			continue
		}
		facts[key] = &archived{Fact: f}
	}
	for key, f := range facts {
		var err error
		if f.encoded, err = sealed.Encode([]byte(key), f.Fact); err != nil {
			return nil, err
		}
	}
	return facts, nil
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

func (c *contacts) learn(f *tables.Fact) {
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
			folded := fold.Text(f.Name)
			same, known := c.byName[folded]
			if !known || f.Before(same.Fact) {
				same.Fact = f
			}
			same.count += 1 + f.Sharing
			c.byName[folded] = same
		}
		delete(c.byName, "") // nobody is known by nothing
	}
	return c.byName[fold.Text(name)]
}

// find returns the connection that a person is: by address, else by a name
// that only one connection has. Two different addresses are two people,
// whatever their names.
func (c *contacts) find(slug, name string) (*tables.Fact, bool) {
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
	return same.Fact, true
}

// followConnections notes that somebody is among the connections by now. That
// they no longer are later on does not undo that the invitation was accepted.
func (m *Import) followConnections(k *known) error {
	if k.connected {
		return nil
	}
	f, ok := m.contacts.find(k.slug, k.name)
	if own := k.corrected; !ok && own != nil {
		f, ok = m.contacts.find(record.SlugOf(own.URL), own.Name)
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
	d.after.Connected, d.after.ConnectedOn, d.after.Gone = true, record.Moment(f.On), false
	d.say("accepted on LinkedIn")
	return nil
}

// followAbsence notes that an invitation is no longer listed: ignored,
// withdrawn or expired, nobody can tell. Accepted ones leave the archive after
// half a year, and what an archive never listed cannot vanish from it.
func (m *Import) followAbsence(k *known) error {
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
