package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	bolt "go.etcd.io/bbolt"
)

// checking is one look at everything in a store.
type checking struct {
	ctx    context.Context
	s      *File
	tx     *Tx
	report *CheckReport

	list map[string][]byte // what the list should hold, by key
	last uint64            // number of the last journal entry
}

func (c *checking) all() error {
	for _, step := range []func() error{c.meta, c.records, c.listed, c.connections, c.journal, c.piles, c.drafts} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// each calls fn for every entry of a table and reports what it says is wrong.
func (c *checking) each(bucket []byte, fn func(key, value []byte) (where string, err error)) (n int, err error) {
	bad := 0
	cursor := c.tx.Bucket(bucket).Cursor()
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		if n++; n%everySoOften == 0 && c.ctx.Err() != nil {
			return n, c.ctx.Err()
		}
		where, err := fn(key, value)
		if err == nil {
			continue
		}
		if bad++; bad <= shownProblems {
			c.report.add(where, err.Error(), c.s.howToRestore())
		}
	}
	if bad > shownProblems {
		c.report.add(string(bucket), fmt.Sprintf("%d more entries cannot be read", bad-shownProblems), c.s.howToRestore())
	}
	return n, nil
}

func (c *checking) meta() error {
	_, err := c.each(bucketMeta(), func(key, value []byte) (string, error) {
		where := fmt.Sprintf("entry %q about the store", key)
		if isBare(bucketMeta(), key) {
			return where, nil
		}
		_, err := unseal(key, value)
		return where, err
	})
	return err
}

func (c *checking) records() (err error) {
	c.list = map[string][]byte{}
	c.report.Invitations, err = c.each(bucketInvitations(), func(key, value []byte) (string, error) {
		inv, err := decodeInvitation(key, value)
		if err == nil {
			listed := listKey(inv.SentAt, inv.ID)
			c.list[string(listed)] = encodeSummary(listed, inv.Row(c.s.now()))
		}
		return "invitation " + string(key), err
	})
	return err
}

// listed compares the list and the count with the records.
func (c *checking) listed() error {
	if got := count(c.tx); got != c.report.Invitations {
		c.report.add("count", fmt.Sprintf("it says %d and there are %d invitations", got, c.report.Invitations), fixRepair)
	}
	if c.report.Schema < schemaVersion {
		return nil // it is written anew when the store is brought up to date
	}
	missing, wrong, extra := len(c.list), 0, 0
	cursor := c.tx.Bucket(bucketList()).Cursor()
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		want, ok := c.list[string(key)]
		switch {
		case !ok:
			extra++
			continue
		case !sameListed(key, want, value):
			wrong++
		}
		missing--
	}
	if missing+wrong+extra > 0 {
		c.report.add("list", fmt.Sprintf("%d invitations are missing in it, %d are not as the records say, %d have no record",
			missing, wrong, extra), fixRepair)
	}
	return c.ctx.Err()
}

// sameListed compares list entries, but for what may change with the rulebook
// alone.
func sameListed(key, want, value []byte) bool {
	is, err := unseal(key, value)
	if err != nil || len(is) == 0 {
		return false
	}
	is = bytes.Clone(is)
	is[0] = is[0]&^flagSuggested | want[sealLength]&flagSuggested
	return bytes.Equal(is, want[sealLength:])
}

func (c *checking) connections() error {
	others := 0
	n, err := c.each(bucketConnections(), func(key, value []byte) (string, error) {
		switch {
		case bytes.HasPrefix(key, []byte(prefixMessages)):
			others++
			return fmt.Sprintf("messages %q", key), decode(key, value, new(talk))
		case string(key) == keyOwn:
			others++
			return "the member's own positions", decode(key, value, new(ownRecord))
		}
		return fmt.Sprintf("connection %q", key), decode(key, value, new(fact))
	})
	c.report.Connections = n - others
	return err
}

func (c *checking) journal() (err error) {
	c.report.Journal, err = c.each(bucketJournal(), func(key, value []byte) (string, error) {
		if len(key) != 8+idLength {
			return fmt.Sprintf("journal entry %q", key), errFormat
		}
		number := binary.BigEndian.Uint64(key)
		where := fmt.Sprintf("journal entry %d", number)
		if number != c.last+1 {
			c.report.add(where, fmt.Sprintf("it follows number %d", c.last), c.s.howToRestore())
		}
		c.last = number
		var r entryRecord
		return where, decode(key, value, &r)
	})
	return err
}

// piles follows the steps that can be undone and redone.
func (c *checking) piles() error {
	if c.report.Schema < schemaVersion {
		return nil
	}
	for _, pile := range []string{metaUndo, metaRedo} {
		for number := metaNumber(c.tx, pile); number != 0; {
			if err := c.ctx.Err(); err != nil {
				return err
			}
			st, below, err := c.tx.readStep(number)
			switch {
			case err != nil:
				c.report.add(fmt.Sprintf("step %d", number), err.Error(), c.s.howToRestore())
				below = 0
			case below >= number || st.words == "":
				c.report.add(fmt.Sprintf("step %d", number), "it is not in order", c.s.howToRestore())
				below = 0
			}
			number = below
		}
	}
	return nil
}

func (c *checking) drafts() (err error) {
	if c.report.Schema < 2 {
		return nil
	}
	c.report.Drafts, err = c.each(bucketDrafts(), func(key, value []byte) (string, error) {
		_, err := unseal(key, value)
		return fmt.Sprintf("draft %q", key), err
	})
	return err
}

// sums returns a checksum of everything in each table, also of tables that this
// program does not know.
func sums(tx *bolt.Tx) (map[string]uint32, error) {
	all := map[string]uint32{}
	err := tx.ForEach(func(name []byte, bucket *bolt.Bucket) error {
		var err error
		all[string(name)], err = sumOf(bucket)
		return err
	})
	return all, err
}

func sumOf(bucket *bolt.Bucket) (sum uint32, err error) {
	err = bucket.ForEach(func(key, value []byte) error {
		sum = crc32.Update(sum, castagnoli, binary.BigEndian.AppendUint64(nil, uint64(len(key))))
		sum = crc32.Update(sum, castagnoli, key)
		if inner := bucket.Bucket(key); value == nil && inner != nil {
			within, err := sumOf(inner)
			value = binary.BigEndian.AppendUint32(nil, within)
			if err != nil {
				return err
			}
		}
		sum = crc32.Update(sum, castagnoli, value)
		return nil
	})
	return sum, err
}
