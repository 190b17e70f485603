package desktop

import "github.com/atotto/clipboard"

// Copy puts text on the clipboard, as CF_UNICODETEXT: clip.exe would take it for
// text in the console's code page.
func Copy(text string) error { return clipboard.WriteAll(text) }

// ClipboardTool is what Copy uses.
func ClipboardTool() string { return "Windows" }
