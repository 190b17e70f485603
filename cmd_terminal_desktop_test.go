package main

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

func TestFindArchivesOffersTheNewestFirst(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Chdir(t.TempDir())
	downloads := filepath.Join(home, "Downloads")
	if err := os.Mkdir(downloads, 0o700); err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 7, 14, 0, 0, 0, 0, time.UTC)
	for i, name := range []string{
		"Basic_LinkedInDataExport_05-01-2026.zip",
		"holiday.zip",
		"Complete_LinkedInDataExport_07-14-2026 (1).zip",
		"LinkedInDataExport notes.txt",
	} {
		path := filepath.Join(downloads, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, day, day.AddDate(0, 0, i)); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{
		filepath.Join(downloads, "Complete_LinkedInDataExport_07-14-2026 (1).zip"),
		filepath.Join(downloads, "Basic_LinkedInDataExport_05-01-2026.zip"),
	}
	if got := findArchives(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOnlyWebPagesAreOpened(t *testing.T) {
	for _, url := range []string{"", "file:///etc/passwd", "javascript:alert(1)", "http://example.com", "-help"} {
		if openURL(url) == nil {
			t.Errorf("%q was opened", url)
		}
	}
}
