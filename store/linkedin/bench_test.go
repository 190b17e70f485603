package linkedin_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"linkvet/store/linkedin"
	"linkvet/store/linkedin/archivetest"
)

// invitationsFile writes a table of n rows and returns its path and bytes.
func invitationsFile(b *testing.B, n int) (string, []byte) {
	b.Helper()
	var text bytes.Buffer
	if err := archivetest.New(archivetest.Options{Invitations: n, Connections: n / 3, Seed: 1}).WriteInvitations(&text); err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "Invitations.csv")
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	return path, text.Bytes()
}

// rawCSV reads a table with the standard library and keeps nothing: the floor.
func rawCSV(b *testing.B, data []byte) {
	b.Helper()
	r := csv.NewReader(bytes.NewReader(data))
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err == io.EOF {
			return
		} else if err != nil {
			b.Fatal(err)
		}
	}
}

const benchRows = 10_000

func BenchmarkRawCSV(b *testing.B) {
	_, data := invitationsFile(b, benchRows)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		rawCSV(b, data)
	}
}

// BenchmarkReadInvitations reports how much longer reading takes than the
// standard library takes to split the same file.
func BenchmarkReadInvitations(b *testing.B) {
	path, data := invitationsFile(b, benchRows)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	var raw time.Duration
	for b.Loop() {
		if _, err := linkedin.Read(context.Background(), []string{path}, nil); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		start := time.Now()
		rawCSV(b, data)
		raw += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(raw), "x-raw")
}
