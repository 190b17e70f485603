package exchange

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
)

// filling is a disk that has room for so many bytes more.
type filling struct {
	room int
	err  error
}

func (f *filling) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, f.err
	}
	return len(b), nil
}

// A full disk is an error in every format, whenever it fills up.
func TestFullDiskIsAnError(t *testing.T) {
	full := errors.New("no space left")
	now := time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)
	var invs []record.Invitation
	for n := range 2 * eachAtOnce {
		invs = append(invs, record.Invitation{
			ID: fmt.Sprint("id", n), Name: "Ada Lind", Direction: record.Incoming, AddedAt: now, LaterUntil: record.DayIn(now.AddDate(0, 0, 7)),
		})
	}
	write := func(format Format, to *filling) error {
		w, err := NewExportWriter(to, ExportOptions{Format: format}, advisor.Profile{})
		if err != nil {
			return err
		}
		_, err = w.Write(invs, now)
		return errors.Join(err, w.Close())
	}
	for _, format := range Formats() {
		const much = 1 << 30
		whole := &filling{much, full}
		if err := write(format, whole); err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		size := much - whole.room
		for _, room := range []int{0, 1, size / 2, size - 1} {
			if err := write(format, &filling{room, full}); !errors.Is(err, full) {
				t.Errorf("%s with room for %d of %d bytes: %v", format, room, size, err)
			}
		}
	}
}
