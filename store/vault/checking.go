package vault

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// checking is one look at everything in a store.
type checking struct {
	ctx    context.Context
	s      *File
	tx     *tables.Tx
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
		if n++; n%tables.EverySoOften == 0 && c.ctx.Err() != nil {
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
	_, err := c.each(tables.BucketMeta(), func(key, value []byte) (string, error) {
		where := fmt.Sprintf("entry %q about the store", key)
		if isBare(tables.BucketMeta(), key) {
			return where, nil
		}
		_, err := sealed.Open(key, value)
		return where, err
	})
	return err
}

func (c *checking) records() (err error) {
	c.list = map[string][]byte{}
	c.report.Invitations, err = c.each(tables.BucketInvitations(), func(key, value []byte) (string, error) {
		inv, err := record.Decode(key, value)
		if err == nil {
			listed := record.ListKey(inv.SentAt, inv.ID)
			c.list[string(listed)] = record.EncodeSummary(listed, inv.Row(c.s.Now()))
		}
		return "invitation " + string(key), err
	})
	return err
}

// listed compares the list and the count with the records.
func (c *checking) listed() error {
	if got := tables.Count(c.tx); got != c.report.Invitations {
		c.report.add("count", quantity.Sentence(c.report.Invitations, "it says %[2]d and there is %[1]d invitation", "it says %[2]d and there are %[1]d invitations", got), fixRepair)
	}
	if c.report.Schema < tables.SchemaVersion {
		return nil // it is rewritten when the store is brought up to date
	}
	missing, wrong, extra := len(c.list), 0, 0
	cursor := c.tx.Bucket(tables.BucketList()).Cursor()
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
		c.report.add("list", quantity.Text("missing in it: %d, not as the records say: %d, without a record: %d",
			missing, wrong, extra), fixRepair)
	}
	return c.ctx.Err()
}

// sameListed compares list entries, but for what may change with the rulebook
// alone.
func sameListed(key, want, value []byte) bool {
	is, err := sealed.Open(key, value)
	if err != nil || len(is) < 2 {
		return false
	}
	row, err := record.SummaryRow(string(is))
	if err != nil {
		return false
	}
	is = record.AppendSummary(nil, &row) // as it is written today: an earlier program kept days otherwise
	for at, flags := range []byte{record.FlagSuggested, record.FlagWarned | record.FlagTied} {
		is[at] = is[at]&^flags | want[sealed.Length+at]&flags
	}
	return bytes.Equal(is, want[sealed.Length:])
}

func (c *checking) connections() error {
	others := 0
	n, err := c.each(tables.BucketConnections(), func(key, value []byte) (string, error) {
		switch {
		case bytes.HasPrefix(key, []byte(tables.PrefixMessages)):
			others++
			return fmt.Sprintf("messages %q", key), sealed.Decode(key, value, new(tables.Correspondence))
		case bytes.HasPrefix(key, []byte(tables.PrefixTies)):
			others++
			return fmt.Sprintf("tie %q", key), sealed.Decode(key, value, new(tables.Tie))
		case string(key) == tables.KeyOwn:
			others++
			return "the member's own positions", sealed.Decode(key, value, new(tables.OwnRecord))
		}
		return fmt.Sprintf("connection %q", key), sealed.Decode(key, value, new(tables.Contact))
	})
	c.report.Connections = n - others
	return err
}

func (c *checking) journal() (err error) {
	c.last = tables.JournalFrom(c.tx) - 1
	c.report.Journal, err = c.each(tables.BucketJournal(), func(key, value []byte) (string, error) {
		if len(key) != 8+record.IDLength {
			return fmt.Sprintf("journal entry %q", key), sealed.ErrFormat
		}
		number := binary.BigEndian.Uint64(key)
		where := fmt.Sprintf("journal entry %d", number)
		if number != c.last+1 {
			c.report.add(where, fmt.Sprintf("it follows number %d", c.last), c.s.howToRestore())
		}
		c.last = number
		var r tables.EntryRecord
		return where, sealed.Decode(key, value, &r)
	})
	return err
}

// piles follows the steps that can be undone and redone.
func (c *checking) piles() error {
	if c.report.Schema < tables.SchemaVersion {
		return nil
	}
	for _, pile := range []string{tables.MetaUndo, tables.MetaRedo} {
		for number := tables.MetaNumber(c.tx, pile); number != 0; {
			if err := c.ctx.Err(); err != nil {
				return err
			}
			st, below, err := c.tx.ReadStep(number)
			switch {
			case err != nil:
				c.report.add(fmt.Sprintf("step %d", number), err.Error(), c.s.howToRestore())
				below = 0
			case below >= number || st.Words == "":
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
	n, err := c.each(tables.BucketDrafts(), func(key, value []byte) (string, error) {
		what := "unsaved text"
		if record.IsPreference(string(key)) {
			what = "preference"
			c.report.Preferences++
		}
		_, err := sealed.Open(key, value)
		return fmt.Sprintf("%s %q", what, key), err
	})
	c.report.Drafts = n - c.report.Preferences
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
		sum = crc32.Update(sum, sealed.Castagnoli(), binary.BigEndian.AppendUint64(nil, uint64(len(key))))
		sum = crc32.Update(sum, sealed.Castagnoli(), key)
		if inner := bucket.Bucket(key); value == nil && inner != nil {
			within, err := sumOf(inner)
			value = binary.BigEndian.AppendUint32(nil, within)
			if err != nil {
				return err
			}
		}
		sum = crc32.Update(sum, sealed.Castagnoli(), value)
		return nil
	})
	return sum, err
}
