package store

import (
	"context"
	"fmt"
	"io"
)

// The formats.

// Export writes the chosen invitations to w, newest first, and returns how many
// they were. They stream: memory does not grow with the store.
func (s *Store) Export(ctx context.Context, w io.Writer, opts ExportOptions) (int, error) {
	rows, err := newExportWriter(w, opts, s.file.opts.Profile())
	if err != nil {
		return 0, err
	}
	n := 0
	now := s.file.now()
	err = s.eachMatching(ctx, opts.wants, func(inv Invitation) error {
		n++
		return rows.write(inv, now)
	})
	if err == nil {
		err = rows.close()
	}
	if err != nil {
		return n, fmt.Errorf("export: %w", err)
	}
	return n, nil
}
