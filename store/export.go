package store

import (
	"context"
	"fmt"
	"io"

	"linkvet/store/exchange"
	"linkvet/store/record"
)

// The formats.

// Export writes the chosen invitations to w, newest first, and returns how many
// they were. They stream: memory does not grow with the store.
func (s *Store) Export(ctx context.Context, w io.Writer, opts exchange.ExportOptions) (int, error) {
	rows, err := exchange.NewExportWriter(w, opts, s.file.Opts.Profile())
	if err != nil {
		return 0, err
	}
	n := 0
	now := s.file.Now()
	err = s.eachMatching(ctx, opts.Wants, func(inv record.Invitation) error {
		n++
		return rows.Write(inv, now)
	})
	if err == nil {
		err = rows.Close()
	}
	if err != nil {
		return n, fmt.Errorf("export: %w", err)
	}
	return n, nil
}
