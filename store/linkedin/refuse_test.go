package linkedin

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const oneRow = "From,To,Sent At,Message,Direction\nAda Fairbrook,Robin Ashgrove,\"3/3/26, 3:03 PM\",,INCOMING\n"

// zipOf packs members, which come in pairs of name and text.
func zipOf(t *testing.T, change func(*zip.FileHeader), pairs ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(pairs); i += 2 {
		header := &zip.FileHeader{Name: pairs[i], Method: zip.Deflate}
		if change != nil {
			change(header)
		}
		w, err := z.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(pairs[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// corrupt spoils the packed bytes of the first member.
func corrupt(data []byte) []byte {
	data = bytes.Clone(data)
	for i := 60; i < 75; i++ {
		data[i] ^= 0xff
	}
	return data
}

func TestRefusedFiles(t *testing.T) {
	good := zipOf(t, nil, "Invitations.csv", oneRow)
	stored := zipOf(t, func(h *zip.FileHeader) { h.Method = zip.Store }, "Invitations.csv", oneRow)
	badSum := bytes.Replace(bytes.Clone(stored), []byte("Fairbrook"), []byte("Fairbrxxk"), 1)
	encrypted := zipOf(t, func(h *zip.FileHeader) { h.Flags |= encryptedFlag }, "Invitations.csv", oneRow)
	tests := []struct{ name, file, content, problem, hint string }{
		{"empty file", "x.csv", "", "empty", "get the archive"},
		{"blank file", "x.csv", "\n \n", "empty", "get the archive"},
		{"letter", "x.csv", "Dear aunt,\nall well.\n", "not a table of invitations", "get the archive"},
		{"another table", "x.csv", "First Name,Last Name,Company\nAda,Fairbrook,\n", "not a table of invitations", ""},
		{"picture", "x.png", "\x89PNG\r\n\x1a\n\x00\x00", "not a table of invitations", ""},
		{"web page called zip", "x.zip", "<!DOCTYPE html>", "damaged or was not downloaded", "72 hours"},
		{"half a zip", "x.zip", string(good[:len(good)/2]), "damaged or was not downloaded", "72 hours"},
		{"spoiled zip", "x.zip", string(corrupt(good)), "damaged", "72 hours"},
		{"wrong checksum", "x.zip", string(badSum), "damaged", "72 hours"},
		{"empty zip", "x.zip", string(zipOf(t, nil)), "no table of invitations or connections", ""},
		{"zip of other things", "x.zip", string(zipOf(t, nil, "a.csv", "b,c\n", "d.jpg", "x")), "no table of invitations or connections", ""},
		{"encrypted zip", "x.zip", string(encrypted), "encrypted", "password"},
		{"zip in a zip", "x.zip", string(zipOf(t, nil, "inner.ZIP", string(good), "Invitations.csv", oneRow)), "a zip inside", "inner one"},
		{"path out of the zip", "x.zip", string(zipOf(t, nil, "../Invitations.csv", oneRow)), "leads out", "delete"},
		{"absolute path", "x.zip", string(zipOf(t, nil, "/etc/Invitations.csv", oneRow)), "leads out", "delete"},
		{"backslashes", "x.zip", string(zipOf(t, nil, `..\Invitations.csv`, oneRow)), "leads out", "delete"},
		{"spreadsheet", "x.xlsx", string(zipOf(t, nil, "[Content_Types].xml", "<x/>", "xl/a.xml", "<x/>")), "office document", "CSV UTF-8"},
		{"PDF", "x.pdf", "%PDF-1.7", "PDF", ""},
		{"UTF-16", "Invitations.csv", "\xff\xfeF\x00r\x00", "UTF-16", "CSV UTF-8"},
		{"no mail", "x.eml", "Dear aunt,\n", "not a mail", "by hand"},
		{"no mailbox", "x.mbox", "x\n", "not a mail", "by hand"},
		{"Outlook's own form", "x.msg", "\xd0\xcf\x11\xe0\xa1\xb1", "Outlook", ".eml"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), tt.file)
			if err := os.WriteFile(path, []byte(tt.content), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := Read(context.Background(), []string{path}, nil)
			wantFormatError(t, got, err, path, tt.problem, tt.hint)
		})
	}
}

// wantFormatError checks that nothing was read, and that the error says where,
// what and what to do.
func wantFormatError(t *testing.T, got *Archive, err error, path, problem, hint string) {
	t.Helper()
	var format *FormatError
	if got != nil || !errors.As(err, &format) {
		t.Fatalf("read %+v, error %v", got, err)
	}
	if !strings.Contains(format.Problem, problem) || !strings.Contains(format.Hint, hint) || format.Hint == "" {
		t.Errorf("problem %q, hint %q", format.Problem, format.Hint)
	}
	if text := err.Error(); !strings.HasPrefix(text, path) || !strings.Contains(text, format.Problem) {
		t.Errorf("error %q", text)
	}
}

func TestLimits(t *testing.T) {
	many := zipOf(t, nil, "a.jpg", "x", "b.jpg", "x", "c.jpg", "x", "Invitations.csv", oneRow)
	blown := zipOf(t, nil, "Invitations.csv", oneRow+strings.Repeat(" ", 50_000))
	two := zipOf(t, nil, "Invitations.csv", oneRow, "Connections.csv", oneRow)
	size := int64(len(oneRow))
	tests := []struct {
		name    string
		content []byte
		change  func(*limits)
		problem string
	}{
		{"too many files", many, func(l *limits) { l.files = 3 }, "more than 3 files"},
		{"just enough files", many, func(l *limits) { l.files = 4 }, ""},
		{"table too large", two, func(l *limits) { l.memberBytes = size - 1 }, "larger than"},
		{"tables too large", two, func(l *limits) { l.totalBytes = 2*size - 1 }, "larger than"},
		{"tables just small enough", two, func(l *limits) { l.memberBytes, l.totalBytes = size, 2*size }, ""},
		{"bomb", blown, func(l *limits) { l.ratioAbove = 40_000 }, "unpacks to more than 100 times"},
		{"small enough to unpack", blown, func(l *limits) { l.ratioAbove = 60_000 }, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.zip")
			if err := os.WriteFile(path, tt.content, 0o600); err != nil {
				t.Fatal(err)
			}
			lim := standardLimits()
			tt.change(&lim)
			got, err := read(context.Background(), []string{path}, nil, lim)
			if tt.problem != "" {
				wantFormatError(t, got, err, path, tt.problem, "")
			} else if err != nil || len(got.Invitations) == 0 {
				t.Errorf("read %+v, error %v", got, err)
			}
		})
	}
}

// TestSizeThatLies: a member that unpacks to more than its header says is
// refused before it is read to the end.
func TestSizeThatLies(t *testing.T) {
	data := zipOf(t, nil, "Invitations.csv", oneRow+strings.Repeat("x", 200_000))
	at := bytes.LastIndex(data, []byte("PK\x01\x02")) // the directory's entry
	copy(data[at+24:], []byte{100, 0, 0, 0})          // its unpacked size
	path := filepath.Join(t.TempDir(), "x.zip")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Read(context.Background(), []string{path}, nil)
	var format *FormatError
	if got != nil || !errors.As(err, &format) {
		t.Errorf("read %+v, error %v", got, err)
	}
}

func TestRefusedFolders(t *testing.T) {
	empty := t.TempDir()
	got, err := Read(context.Background(), []string{empty}, nil)
	wantFormatError(t, got, err, empty, "looked for Invitations.csv and Connections.csv", "get the archive")

	downloads := t.TempDir()
	for _, name := range []string{"Basic_LinkedInDataExport_07-14-2026 (1).zip", "photo.jpg"} {
		if err := os.WriteFile(filepath.Join(downloads, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err = Read(context.Background(), []string{downloads}, nil)
	wantFormatError(t, got, err, downloads, "the zip is damaged", "download it again")

	lim := standardLimits()
	lim.files = 2
	got, err = read(context.Background(), []string{downloads}, nil, lim)
	wantFormatError(t, got, err, downloads, "more than 2 files", "")
}

func TestMissingPath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "nowhere.zip")
	_, err := Read(context.Background(), []string{path}, nil)
	if !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), path) {
		t.Errorf("error %v", err)
	}
	got, err := Read(context.Background(), nil, nil)
	wantFormatError(t, got, err, "import", "no path", "")
}

// Tiny rows are bounded as bytes are, whichever table they are in, and also those
// that are only named because they cannot be read.
func TestTooManyRowsAreRefused(t *testing.T) {
	lim := standardLimits()
	lim.rows = 50
	for name, text := range map[string]string{
		"Invitations.csv": oneRow + strings.Repeat("A,B,,,INCOMING\n", 60),
		"Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + strings.Repeat("A,B,,,,,01 Feb 2026\n", 60),
		"unreadable.csv":  oneRow + strings.Repeat("A\n", 60),
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, zipOf(t, nil, name, text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := read(context.Background(), []string{path}, func(int64, int64) {}, lim)
		if e, ok := errors.AsType[*FormatError](err); !ok || !strings.Contains(e.Problem, "more than 50 rows") || !strings.Contains(e.Path, name) || e.Line < 50 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
