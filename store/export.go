package store

import (
	"context"
	"fmt"
	"io"
	"slices"

	"linkvet/store/exchange"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Export writes the chosen invitations to w, newest first or in the order asked
// for, and returns how many it wrote: of a calendar, the events. They stream: memory does not grow with the
// store, but for the rows of an order.
func (s *Store) Export(ctx context.Context, w io.Writer, opts exchange.ExportOptions) (int, error) {
	if opts.Format == exchange.Calendar {
		var err error
		if opts.Postponed, err = s.everPostponed(); err != nil {
			return 0, err
		}
	}
	rows, err := exchange.NewExportWriter(w, opts, s.file.Opts.Profile())
	if err != nil {
		return 0, err
	}
	n := 0
	now := s.file.Now()
	write := func(inv record.Invitation) error {
		if rows.Has != nil && !rows.Has(&inv, now) {
			return nil
		}
		n++
		return rows.Write(inv, now)
	}
	if opts.Order == nil {
		err = s.eachMatching(ctx, opts.Wants, write)
	} else {
		err = s.eachSorted(ctx, opts, write)
	}
	if err == nil {
		err = rows.Close()
	}
	if err != nil {
		return n, fmt.Errorf("export: %w", err)
	}
	return n, nil
}

// eachSorted calls fn for the chosen invitations in the order asked for.
func (s *Store) eachSorted(ctx context.Context, opts exchange.ExportOptions, fn func(record.Invitation) error) error {
	return s.file.View(func(tx *tables.Tx) error {
		var rows []record.Row
		err := tx.EachSummary(ctx, func(_ []byte, row record.Row) (bool, error) {
			if row.Judge(tx.Now); opts.Wants(row) {
				rows = append(rows, row)
			}
			return true, nil
		})
		if err != nil {
			return err
		}
		slices.SortStableFunc(rows, func(a, b record.Row) int { return opts.Order(&a, &b) })
		for _, row := range rows {
			if err := ctx.Err(); err != nil {
				return err
			}
			inv, err := tx.Get([]byte(row.ID))
			if err != nil {
				return err
			}
			if err := fn(inv); err != nil {
				return err
			}
		}
		return nil
	})
}

// everPostponed returns the ids of the invitations that were ever put off.
func (s *Store) everPostponed() (map[string]bool, error) {
	ids := map[string]bool{}
	err := s.file.View(func(tx *tables.Tx) error {
		return tx.Journal(func(string) bool { return true }, func(e record.Entry) {
			if e.What == "postponed" {
				ids[e.ID] = true
			}
		})
	})
	return ids, err
}
