package desktop

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
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
	if got := FindArchives(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOnlyWebPagesAreOpened(t *testing.T) {
	for _, url := range []string{"", "file:///etc/passwd", "javascript:alert(1)", "http://example.com", "-help"} {
		if OpenURL(url) == nil {
			t.Errorf("%q was opened", url)
		}
	}
}

// fakeTool puts a program of the desktop on the path that runs a script.
func fakeTool(t *testing.T, name, script string) {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the desktop's programs have other names here")
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+string(filepath.ListSeparator)+os.Getenv("PATH"))
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("DISPLAY", ":0")
}

// A browser that cannot be started is not called opened, and one that stays in
// the foreground is.
func TestABrowserThatFails(t *testing.T) {
	fakeTool(t, "xdg-open", "exit 3")
	if err := OpenURL("https://www.linkedin.com/in/ada"); err == nil || !strings.Contains(err.Error(), "xdg-open could not") {
		t.Errorf("a failing xdg-open: %v", err)
	}
	fakeTool(t, "xdg-open", "exec sleep 5")
	if err := OpenURL("https://www.linkedin.com/in/ada"); err != nil {
		t.Errorf("an xdg-open that stays: %v", err)
	}
}

// A clipboard tool that hangs or fails is told of, so that the terminal can be
// asked.
func TestAClipboardToolThatHangs(t *testing.T) {
	fakeTool(t, "xclip", "sleep 60")
	if err := Copy("text"); err == nil || err.Error() != "xclip did not answer" {
		t.Errorf("a hanging xclip: %v", err)
	}
	fakeTool(t, "xclip", "exit 1")
	if err := Copy("text"); err == nil || !strings.Contains(err.Error(), "xclip could not") {
		t.Errorf("a failing xclip: %v", err)
	}
	fakeTool(t, "xclip", "cat >\"$HOME/copied\"")
	t.Setenv("HOME", t.TempDir())
	if err := Copy("text"); err != nil {
		t.Error(err)
	}
	if got, err := os.ReadFile(filepath.Join(os.Getenv("HOME"), "copied")); err != nil || string(got) != "text" {
		t.Errorf("copied %q, %v", got, err)
	}
}

// Each system has its own programs, and text reaches Windows whole from within it.
func TestToolsOfSystems(t *testing.T) {
	for _, c := range []struct {
		goos, name, value, browser, clipboard string
	}{
		{"linux", "DISPLAY", ":0", "xdg-open", "xclip"},
		{"linux", "WAYLAND_DISPLAY", "wayland-0", "xdg-open", "wl-copy"},
		{"linux", "WSL_DISTRO_NAME", "Debian", "wslview", "clip.exe"},
		{"android", "TERMUX_VERSION", "0.118", "termux-open-url", "termux-clipboard-set"},
		{"linux", "TERM", "linux", "", ""},
		{"darwin", "TERM", "xterm", "open", "pbcopy"},
		{"windows", "OS", "Windows_NT", "rundll32", ""},
	} {
		getenv := func(name string) string {
			if name == c.name {
				return c.value
			}
			return ""
		}
		first := func(tools []tool) string {
			if len(tools) == 0 {
				return ""
			}
			return tools[0].command[0]
		}
		if got := first(browsers(c.goos, getenv)); got != c.browser {
			t.Errorf("%s with %s opens pages with %q, want %q", c.goos, c.name, got, c.browser)
		}
		if got := first(clipboards(c.goos, getenv)); got != c.clipboard {
			t.Errorf("%s with %s copies with %q, want %q", c.goos, c.name, got, c.clipboard)
		}
	}
	if got := (tool{utf16: true}).encoded("Žá"); string(got) != "\xff\xfe\x7d\x01\xe1\x00" {
		t.Errorf("encoded as %x", got)
	}
}
