package desktop

import (
	"encoding/binary"
	"os/exec"
	"unicode/utf16"
)

// tool is a program of the desktop: what is called, and whether it takes text as
// UTF-16, as Windows' own do.
type tool struct {
	command []string
	utf16   bool
}

// browsers are what opens a page on a system, the best first. Without a desktop
// there is none: a browser for terminals would draw over the program.
func browsers(goos string, getenv func(string) string) []tool {
	call := func(command ...string) tool { return tool{command: command} }
	switch {
	case goos == "darwin":
		return []tool{call("open")}
	case goos == "windows":
		return []tool{call("rundll32", "url.dll,FileProtocolHandler")}
	case inTermux(getenv):
		return []tool{call("termux-open-url")}
	case inWSL(getenv):
		return []tool{call("wslview"), call("rundll32.exe", "url.dll,FileProtocolHandler")}
	case onDesktop(getenv):
		return []tool{call("xdg-open")}
	}
	return nil
}

// clipboards are what takes text for the clipboard on a system, the best first.
// Windows has its own way, see clipboard_windows.go.
func clipboards(goos string, getenv func(string) string) []tool {
	call := func(command ...string) tool { return tool{command: command} }
	switch {
	case goos == "darwin":
		return []tool{call("pbcopy")}
	case inTermux(getenv):
		return []tool{call("termux-clipboard-set")}
	case inWSL(getenv):
		return []tool{{command: []string{"clip.exe"}, utf16: true}}
	case getenv("WAYLAND_DISPLAY") != "":
		return []tool{call("wl-copy")}
	case getenv("DISPLAY") != "":
		return []tool{call("xclip", "-selection", "clipboard"), call("xsel", "--clipboard", "--input")}
	}
	return nil
}

// inWSL reports whether Linux runs within Windows.
func inWSL(getenv func(string) string) bool { return getenv("WSL_DISTRO_NAME") != "" }

// inTermux reports whether the program runs on Android, in Termux.
func inTermux(getenv func(string) string) bool { return getenv("TERMUX_VERSION") != "" }

func onDesktop(getenv func(string) string) bool {
	return getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != ""
}

// found returns the first tool that is there, with its path; not ok where none is.
func found(tools []tool) (t tool, path string, ok bool) {
	for _, t := range tools {
		if path, err := exec.LookPath(t.command[0]); err == nil {
			return t, path, true
		}
	}
	return tool{}, "", false
}

// encoded is text as the tool takes it.
func (t tool) encoded(text string) []byte {
	if !t.utf16 {
		return []byte(text)
	}
	bytes := []byte{0xff, 0xfe} // little-endian
	for _, unit := range utf16.Encode([]rune(text)) {
		bytes = binary.LittleEndian.AppendUint16(bytes, unit)
	}
	return bytes
}
