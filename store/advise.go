package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Readvise computes the advice of every answered invitation again, after the
// profile has changed. Decisions stay, with the advice they were taken on.
func (s *Store) Readvise(ctx context.Context) error {
	return s.file.Update(func(tx *tables.Tx) (bool, error) {
		changes, err := s.readvise(ctx, tx, tables.WhoPerson)
		return len(changes) > 0, err
	})
}

// Followed is what following the rules changed.
type Followed struct {
	Different int  // so many recommendations
	Own       bool // it was the person's own rules that changed, not the program's
}

// FollowRules computes all advice again once the rules have changed, with a newer
// version of the program or because the person changed their own. The answers
// stay as they are, and each invitation keeps what was advised before. Rules that
// are older than those followed last change nothing.
func (s *Store) FollowRules(ctx context.Context) (f Followed, err error) {
	rules := advisor.Rules()
	follows := func(tx *tables.Tx) bool {
		was := tables.GetMeta(tx, tables.MetaRules)
		f.Own = programRules(was) == advisor.RulebookVersion()
		return was == rules || programRules(was) > advisor.RulebookVersion()
	}
	// It nearly always does, and whoever only reads keeps nobody else waiting.
	done := false
	err = s.file.View(func(tx *tables.Tx) error {
		done = follows(tx)
		return nil
	})
	if err != nil || done {
		return Followed{}, err
	}
	err = s.file.Update(func(tx *tables.Tx) (bool, error) {
		if follows(tx) {
			return false, nil
		}
		changes, err := s.readvise(ctx, tx, tables.WhoRules)
		if err != nil {
			return false, err
		}
		for _, c := range changes {
			if c.Before.Recommendation != c.After.Recommendation {
				f.Different++
			}
		}
		return true, tables.PutMeta(tx, tables.MetaRules, rules)
	})
	return f, err
}

// UnderOtherRules reports whether some of the advice that is kept was given by other
// rules than those in force: FollowRules would work it out again.
func (s *Store) UnderOtherRules() (other bool, err error) {
	err = s.file.View(func(tx *tables.Tx) error {
		was := rulesFollowed(tx)
		other = was != advisor.Rules() && programRules(was) <= advisor.RulebookVersion()
		return nil
	})
	return other, err
}

// rulesFollowed are the rules that all advice kept is by: linkvet's own where it was
// never made to follow any.
func rulesFollowed(tx *tables.Tx) string {
	if was := tables.GetMeta(tx, tables.MetaRules); was != "" {
		return was
	}
	return advisor.ProgramRules().Name()
}

// mixedRules stands for the sum of the person's own rules where advice is by several.
const mixedRules = "+mixed"

// noteRules keeps in mind by which rules advice is given that is about to be written,
// where they are not those that all other advice follows: once the person has taken
// their own away, nothing else would tell.
func noteRules(tx *tables.Tx, changes []tables.Changed) error {
	rules := advisor.Rules()
	given := map[string]bool{} // ids
	for _, c := range changes {
		if c.After != nil && c.After.Rules == rules {
			given[c.After.ID] = true
		}
	}
	was := rulesFollowed(tx)
	if len(given) == 0 || was == rules || strings.HasSuffix(was, mixedRules) || programRules(was) > advisor.RulebookVersion() {
		return nil
	}
	first := tables.GetMeta(tx, tables.MetaRules) == ""
	if first {
		err := tx.EachSummary(context.Background(), func(_ []byte, row record.Row) (bool, error) {
			first = row.Recommendation == 0 || given[row.ID]
			return first, nil
		})
		if err != nil {
			return err
		}
	}
	if !first {
		rules = strconv.Itoa(advisor.RulebookVersion()) + mixedRules
	}
	return tables.PutMeta(tx, tables.MetaRules, rules)
}

// programRules is the version of the program's rules in what advisor.Rules returned
// once; 0 for none.
func programRules(rules string) int {
	number, _, _ := strings.Cut(rules, "+")
	version, _ := strconv.Atoi(number)
	return version
}

// readvise writes the advice of every answered invitation where it is no longer
// what is kept, and notes in the journal what it was.
func (s *Store) readvise(ctx context.Context, tx *tables.Tx, who string) ([]tables.Changed, error) {
	changes, err := s.readvised(ctx, tx)
	if err != nil || len(changes) == 0 {
		return nil, err
	}
	if err := tx.WriteChanges(changes); err != nil {
		return nil, err
	}
	for _, c := range changes {
		err := tables.Note(tx, record.Entry{At: s.file.Now(), Who: who, What: "advised", ID: c.After.ID,
			Detail: fmt.Sprintf("%s -> %s", c.Before.Recommendation, c.After.Recommendation)})
		if err != nil {
			return nil, err
		}
	}
	return changes, nil
}

// readvised returns the invitations whose advice is no longer what is kept.
func (s *Store) readvised(ctx context.Context, tx *tables.Tx) ([]tables.Changed, error) {
	var changes []tables.Changed
	err := tx.EachSummary(ctx, func(_ []byte, row record.Row) (bool, error) {
		if row.Answered == 0 {
			return true, nil
		}
		before, err := tx.Get([]byte(row.ID))
		if err != nil {
			return false, err
		}
		after := before.Clone()
		tx.Advise(&after)
		after.RulebookVersion = before.RulebookVersion
		after.Revise(before)
		if same, err := record.SameRecord(before, after); err != nil || same {
			return err == nil, err
		}
		after.ChangedAt = s.file.Now()
		changes = append(changes, tables.Changed{Before: &before, After: &after})
		return true, nil
	})
	return changes, err
}
