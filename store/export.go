package store

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"linkvet/store/exchange"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Export writes the chosen invitations to w, newest first or in the order asked
// for, and returns how many it wrote: of a calendar, the events. They stream: memory
// does not grow with the store, but for the ids and the rows of an order.
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
	ids, err := s.chosen(ctx, opts.Wants, opts.Order)
	if err != nil {
		return 0, fmt.Errorf("export: %w", err)
	}
	n := 0
	now := s.file.Now()
	for read, err := range s.readAhead(ctx, ids) {
		if err = cmp.Or(err, ctx.Err()); err == nil {
			var written int
			written, err = rows.Write(read, now)
			n += written
		}
		if err != nil {
			return n, fmt.Errorf("export: %w", err)
		}
	}
	if err := cmp.Or(ctx.Err(), rows.Close()); err != nil {
		return n, fmt.Errorf("export: %w", err)
	}
	return n, nil
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
