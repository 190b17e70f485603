package merge

import (
	"bytes"
	"context"
	"strings"
	"time"

	"linkvet/advisor/notes"
	"linkvet/store/fault"
	"linkvet/store/fold"
	"linkvet/store/linkedin"
	"linkvet/store/linkedin/address"
	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// archiveFacts is what the archives say of people beside invitations.
type archiveFacts struct {
	contacts       *contacts
	correspondence map[string]tables.Correspondence // by key without prefix: in/<slug> or name/<folded name>
	ties           map[string]tables.Tie            // by the same, and company/<folded name>
	invited        map[string]time.Time
	companies      map[string][]*tables.Contact // connections by company; made when first needed
	strangers      map[string]int               // how many people among the invitations have a folded name; nil when not known
	messagesUntil  time.Time                    // the newest time an archive with messages goes to, zero for none
	puts           []tables.Keyed
}

// loadArchiveFacts gathers what the archive says of people beside invitations and
// connections, and what those before said.
func loadArchiveFacts(ctx context.Context, tx *tables.Tx, archive *linkedin.Archive) (*archiveFacts, error) {
	a := &archiveFacts{correspondence: map[string]tables.Correspondence{}, messagesUntil: messagesUntil(tx, archive)}
	before := map[string]tables.Correspondence{}
	cursor := tx.Bucket(tables.BucketConnections()).Cursor()
	n := 0
	for key, value := cursor.Seek([]byte(tables.PrefixMessages)); bytes.HasPrefix(key, []byte(tables.PrefixMessages)); key, value = cursor.Next() {
		if n++; n%tables.EverySoOften == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		var t tables.Correspondence
		if err := sealed.Decode(key, value, &t); err != nil {
			return nil, fault.Damaged(tx.Path, "the messages %q cannot be read: %v", key, err)
		}
		who := refolded(string(key[len(tables.PrefixMessages):]))
		before[who], a.correspondence[who] = before[who].With(t), a.correspondence[who].With(t)
	}
	changed := map[string]bool{}
	for _, m := range archive.Messages {
		who := shortened(record.PersonKey(m.Slug, m.Name, m.First))
		a.correspondence[who] = a.correspondence[who].With(tables.Correspondence{Count: m.Count, First: record.Seconds(m.First), Last: record.Seconds(m.Last)})
		changed[who] = a.correspondence[who] != before[who]
	}
	for who, differs := range changed {
		if !differs {
			continue
		}
		key := []byte(tables.PrefixMessages + who)
		value, err := sealed.Encode(key, a.correspondence[who])
		if err != nil {
			return nil, err
		}
		a.puts = append(a.puts, tables.Keyed{Key: key, Value: value})
	}
	return a, a.loadTies(ctx, tx, archive)
}

// messagesUntil returns how far the messages go that were read so far, this
// archive's among them. What came later may have had messages.
func messagesUntil(tx *tables.Tx, archive *linkedin.Archive) time.Time {
	until := tables.MetaTime(tx, tables.MetaNewestMessages)
	if archive.HasMessages && archive.Newest.After(until) {
		return archive.Newest
	}
	return until
}

// refolded is a key as names are folded today: an earlier program may have written
// it, who told more signs apart.
func refolded(key string) string {
	if name, ok := strings.CutPrefix(key, record.NameKey("")); ok {
		return record.NameKey(fold.Text(name))
	}
	return key
}

// subject is of whom facts are wanted.
type subject struct {
	dir           record.Direction
	slug, name    string
	company       string
	timesSent     int
	listed, doubt bool
	sentAt        time.Time
}

func subjectOf(inv *record.Invitation) subject {
	return subject{inv.Direction, record.SlugOf(inv.URL), inv.Name, inv.Company, inv.TimesSent, inv.Listed, len(inv.Doubts) > 0, inv.SentAt}
}

// facts returns what is known of somebody.
func (a *archiveFacts) facts(who subject) notes.Facts {
	f := factsOfAll(who.listed, who.sentAt, a.messagesUntil)
	if who.timesSent > 1 {
		f.TimesSent = who.timesSent
	}
	connected, isConnected := a.contacts.find(who.slug, who.name)
	if who.dir == record.Incoming && !isConnected && (who.slug != "" || who.doubt) {
		// Without an address there is no telling a second account from the
		// connection itself, unless the mail is in doubt anyway.
		if other := a.contacts.named(who.name); other.count > 0 && other.Slug != who.slug {
			f.NamesakeName = other.Name
			if f.Namesake = address.Of(other.Slug); f.Namesake == "" {
				f.Namesake = other.Name
			}
		}
	}
	if t, ok := a.correspondenceWith(who); ok {
		f.Messages, f.FirstMessage, f.LastMessage = t.Count, record.DayOf(record.Moment(t.First)), record.DayOf(record.Moment(t.Last))
	}
	if who.dir == record.Incoming && !who.doubt && len(a.invited) > 0 {
		f.InvitedBefore = record.DayOf(a.invited[record.PersonKey(who.slug, who.name, time.Time{})])
	}
	ownSlug := ""
	if isConnected {
		ownSlug = connected.Slug
	}
	if n := a.colleagues(who, ownSlug); n > 0 {
		f.SameCompany, f.Company = n, who.company
	}
	if f.Namesake == "" {
		a.addTies(&f, who)
	}
	return f
}

// correspondenceWith returns the messages with somebody: by address, else by a name that only
// one person has. A mail in doubt may only pretend to be of that person.
func (a *archiveFacts) correspondenceWith(who subject) (tables.Correspondence, bool) {
	if who.doubt || len(a.correspondence) == 0 {
		return tables.Correspondence{}, false
	}
	if who.slug != "" {
		if t, ok := a.correspondence[record.AddressKey(who.slug)]; ok {
			return t, true
		}
	}
	key, ok := a.onlyName(who)
	t, known := a.correspondence[key]
	return t, ok && known
}

// onlyName is the key of somebody's name, where nobody else who is known bears it.
func (a *archiveFacts) onlyName(who subject) (key string, ok bool) {
	folded := record.FoldName(who.name)
	other := a.contacts.named(who.name)
	isOther := other.count == 1 && who.slug != "" && other.Slug != "" && other.Slug != who.slug
	if folded == "" || a.strangers[folded] > 1 || other.count > 1 || isOther {
		return "", false
	}
	return shortened(record.NameKey(folded)), true
}

// colleagues counts the connections at the company named, without the person.
func (a *archiveFacts) colleagues(who subject, ownSlug string) int {
	if who.company == "" {
		return 0
	}
	key := record.CompanyKey(who.company)
	if key == "" {
		return 0
	}
	if a.companies == nil {
		a.companies = map[string][]*tables.Contact{}
		for _, contact := range a.contacts.all {
			if k := record.CompanyKey(contact.Company); k != "" {
				a.companies[k] = append(a.companies[k], contact)
			}
		}
	}
	n := 0
	for _, contact := range a.companies[key] {
		if contact.Slug == "" && record.FoldName(contact.Name) != record.FoldName(who.name) || contact.Slug != "" && contact.Slug != who.slug && contact.Slug != ownSlug {
			n++
		}
	}
	return n
}

// learn takes from the invitations whom the person invited, and how many people
// bear one name.
func (a *archiveFacts) learn(x *index) {
	a.invited, a.strangers = map[string]time.Time{}, nil
	addresses := map[string]string{}
	for _, cand := range x.all {
		if cand.dir != record.Outgoing {
			continue
		}
		if key := keyOf(false, cand.url, cand.slug, cand.name, time.Time{}); cand.sentAt.After(a.invited[key]) {
			a.invited[key] = cand.sentAt
		}
	}
	if len(a.correspondence)+len(a.ties) == 0 {
		return
	}
	a.strangers = map[string]int{}
	for _, cand := range x.all {
		folded := record.FoldName(cand.name)
		if other, ok := addresses[folded]; !ok || cand.slug != "" && other != "" && other != cand.slug {
			a.strangers[folded]++
		}
		if addresses[folded] == "" {
			addresses[folded] = cand.slug
		}
	}
}

// ownPuts returns what of the member's own an archive changes. One that lists
// none takes nothing away, and an older one only fills a gap.
func (m *Import) ownPuts() ([]tables.Keyed, error) {
	a := m.archive
	if len(a.Positions)+len(a.Schools) == 0 {
		return nil, nil
	}
	key := []byte(tables.KeyOwn)
	before := m.tx.Bucket(tables.BucketConnections()).Get(key)
	if before != nil && !m.fresh {
		return nil, nil
	}
	var r tables.OwnRecord
	for _, p := range a.Positions {
		r.Positions = append(r.Positions, []string{p.Company, p.Title, p.Since, p.Until})
	}
	for _, p := range a.Schools {
		r.Schools = append(r.Schools, []string{p.Name, p.Since, p.Until})
	}
	value, err := sealed.Encode(key, r)
	if err != nil || bytes.Equal(before, value) {
		return nil, err
	}
	return []tables.Keyed{{Key: key, Value: value}}, nil
}
