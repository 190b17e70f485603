package store

import (
	"cmp"
	"context"

	"linkvet/store/insight"
	"linkvet/store/tables"
)

// Insight counts what the store says about its owner, in one pass over the list
// that keeps counts only: of what is neither answered nor decided nothing but the
// list entry is read. progress, which may be nil, is told now and then how many
// invitations of how many are counted.
func (s *Store) Insight(ctx context.Context, progress func(done, total int)) (insight.Report, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	beside := make(chan besideList, 1)
	go func() { beside <- s.readBeside(ctx) }()

	var tally *insight.Tally
	err := s.file.View(func(tx *tables.Tx) error {
		tally = insight.New(tx.Now, s.file.Opts.Profile())
		if err := tallyList(ctx, tx, tally, progress); err != nil {
			return err
		}
		for _, id := range tally.Wanted() {
			inv, err := tx.Get([]byte(id))
			if err != nil {
				return err
			}
			tally.Name(&inv)
		}
		return nil
	})
	if err != nil {
		stop()
	}
	rest := <-beside
	if err = cmp.Or(err, rest.err); err != nil {
		return insight.Report{}, err
	}
	tally.Pages(rest.pages)
	for day, n := range rest.days {
		tally.Connections(day, n)
	}
	return tally.Report(), nil
}

// besideList is what is counted that is in no list entry.
type besideList struct {
	pages int
	days  map[int64]int // connections by the day they were made, in seconds since 1970
	err   error
}

// readBeside counts in a transaction of its own, while the list is counted.
func (s *Store) readBeside(ctx context.Context) (b besideList) {
	b.days = map[int64]int{}
	b.err = s.file.View(func(tx *tables.Tx) (err error) {
		if b.pages, err = tx.AnsweredPages(ctx); err != nil {
			return err
		}
		return tx.EachConnectionDay(ctx, func(day int64) { b.days[day]++ })
	})
	return b
}
