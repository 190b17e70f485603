package merge

import (
	"bytes"
	"context"
	"time"

	"linkvet/advisor/notes"
	"linkvet/store/fault"
	"linkvet/store/fold"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// loadTies gathers what the archive and those before say of people in address
// books, endorsements, recommendations and follows, and what of it is new.
func (a *archiveFacts) loadTies(ctx context.Context, tx *tables.Tx, archive *linkedin.Archive) error {
	a.ties = map[string]tables.Tie{}
	before := map[string]tables.Tie{}
	cursor := tx.Bucket(tables.BucketConnections()).Cursor()
	n := 0
	for key, value := cursor.Seek([]byte(tables.PrefixTies)); bytes.HasPrefix(key, []byte(tables.PrefixTies)); key, value = cursor.Next() {
		if n++; n%tables.EverySoOften == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		var t tables.Tie
		if err := sealed.Decode(key, value, &t); err != nil {
			return fault.Damaged(tx.Path, "the tie %q cannot be read: %v", key, err)
		}
		who := refolded(string(key[len(tables.PrefixTies):]))
		before[who], a.ties[who] = before[who].With(t), a.ties[who].With(t)
	}
	for who, said := range tiesOf(archive) {
		t := a.ties[who].With(said)
		a.ties[who] = t
		if t == before[who] {
			continue
		}
		key := []byte(tables.PrefixTies + who)
		value, err := sealed.Encode(key, t)
		if err != nil {
			return err
		}
		a.puts = append(a.puts, tables.Keyed{Key: key, Value: value})
	}
	return nil
}

// tiesOf is what one archive says. Names that fold alike may be two people, so
// their numbers add up.
func tiesOf(archive *linkedin.Archive) map[string]tables.Tie {
	said := make(map[string]tables.Tie, len(archive.Acquaintances)+len(archive.Follows))
	for i := range archive.Acquaintances {
		p := &archive.Acquaintances[i]
		key := shortened(record.PersonKey(p.Slug, p.Name, time.Time{}))
		known := said[key]
		t := known.With(tables.Tie{
			Book: p.Book, Company: p.Company, EndorsedBy: record.Seconds(p.EndorsedBy), Endorsed: record.Seconds(p.Endorsed),
			RecommendedBy: record.Seconds(p.RecommendedBy), Recommended: record.Seconds(p.Recommended), Followed: record.Seconds(p.Followed),
		})
		if t.Book = known.Book + p.Book; t.Book > 1 {
			t.Company = ""
		}
		said[key] = t
	}
	for _, f := range archive.Follows {
		if key := companyTie(f.Company); key != "" {
			said[key] = said[key].With(tables.Tie{Followed: max(1, record.Seconds(f.On))})
		}
	}
	return said
}

// companyTie is the key of a company that is followed, "" for a name that says
// nothing.
func companyTie(name string) string {
	key := record.CompanyKey(name)
	if key == "" {
		return ""
	}
	return tables.PrefixFollows[len(tables.PrefixTies):] + shortened(fold.Text(key))
}

// addTies adds what else is known of somebody: by address, and by a name that only
// one person has. A mail in doubt may only pretend to be of that person.
func (a *archiveFacts) addTies(f *notes.Facts, who subject) {
	if len(a.ties) == 0 || who.doubt {
		return
	}
	t := a.ties[record.AddressKey(who.slug)]
	if key, ok := a.onlyName(who); ok {
		named := a.ties[key]
		f.NameOnly = named != (tables.Tie{})
		t = t.With(named)
	}
	f.Book, f.BookCompany = t.Book, t.Company
	f.EndorsedBy, f.Endorsed, f.RecommendedBy, f.Recommended, f.Followed = dayOf(t.EndorsedBy), dayOf(t.Endorsed), dayOf(t.RecommendedBy), dayOf(t.Recommended), dayOf(t.Followed)
	if c, ok := a.ties[companyTie(who.company)]; ok && who.company != "" {
		f.Company, f.FollowsCompany = who.company, dayOf(c.Followed)
	}
}

// dayOf is a moment of a tie as a day.
func dayOf(seconds int64) string {
	switch seconds {
	case 0:
		return ""
	case record.Seconds(linkedin.Undated):
		return notes.Undated
	}
	return record.DayOf(record.Moment(seconds))
}
