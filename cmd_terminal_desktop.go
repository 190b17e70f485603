package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// longestStart is how long a program of the desktop may take to say whether it
// could do its work.
const longestStart = 3 * time.Second

// openURL opens a page in the person's browser. Only pages of the web are
// opened, whatever a record holds.
func openURL(url string) error {
	if !strings.HasPrefix(url, "https://") {
		return errors.New("only https addresses are opened")
	}
	var command []string
	switch runtime.GOOS {
	case "darwin":
		command = []string{"open", url}
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", url}
	default:
		if !onDesktop() {
			// A browser for terminals would draw over the program.
			return errors.New("there is no desktop to open a browser on")
		}
		command = []string{"xdg-open", url}
	}
	browser := exec.Command(command[0], command[1:]...)
	browser.SysProcAttr = detached()
	if err := browser.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- browser.Wait() }()
	select {
	case err := <-ended:
		return named(command[0], err)
	case <-time.After(longestStart):
		return nil // it is the browser itself, and stays
	}
}

// named is an error of another program, with its name.
func named(program string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s could not: %w", program, err)
}

// copyText puts text on the clipboard with the system's own tool. One that does
// not take it in time is ended.
func copyText(text string) error {
	for _, command := range clipboardTools() {
		path, err := exec.LookPath(command[0])
		if err != nil {
			continue
		}
		ctx, stop := context.WithTimeout(context.Background(), longestStart)
		defer stop()
		tool := exec.CommandContext(ctx, path, command[1:]...)
		tool.SysProcAttr = detached()
		tool.Stdin = strings.NewReader(text)
		// The tools stay behind to serve the clipboard; a pipe of ours would
		// make us wait for them.
		tool.Stdout, tool.Stderr = nil, nil
		tool.WaitDelay = time.Second // for what it started to let go of its input
		if err := tool.Run(); ctx.Err() != nil {
			return fmt.Errorf("%s did not answer", command[0])
		} else if err != nil {
			return named(command[0], err)
		}
		return nil
	}
	return errors.New("no clipboard tool was found")
}

func clipboardTools() [][]string {
	switch {
	case runtime.GOOS == "darwin":
		return [][]string{{"pbcopy"}}
	case runtime.GOOS == "windows":
		return [][]string{{"clip"}}
	case os.Getenv("WAYLAND_DISPLAY") != "":
		return [][]string{{"wl-copy"}}
	case os.Getenv("DISPLAY") != "":
		return [][]string{{"xclip", "-selection", "clipboard"}, {"xsel", "--clipboard", "--input"}}
	}
	return nil
}

func onDesktop() bool { return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" }

// maxArchives is how many archives are offered for import.
const maxArchives = 5

// findArchives looks where a browser and a person put LinkedIn's archive: the
// folder of downloads and the one we are in. It returns the newest first.
func findArchives() []string {
	var places []string
	if here, err := os.Getwd(); err == nil {
		places = append(places, here)
	}
	if home, err := os.UserHomeDir(); err == nil {
		places = append(places, filepath.Join(home, "Downloads"), home)
	}
	type found struct {
		path    string
		changed time.Time
	}
	var archives []found
	for _, place := range places {
		entries, err := os.ReadDir(place)
		if err != nil {
			continue // a place that cannot be read offers nothing
		}
		for _, entry := range entries {
			path := filepath.Join(place, entry.Name())
			if !looksLikeArchive(entry) || slices.ContainsFunc(archives, func(f found) bool { return f.path == path }) {
				continue
			}
			if info, err := entry.Info(); err == nil {
				archives = append(archives, found{path, info.ModTime()})
			}
		}
	}
	slices.SortStableFunc(archives, func(a, b found) int {
		return cmp.Or(b.changed.Compare(a.changed), cmp.Compare(a.path, b.path))
	})
	paths := make([]string, 0, maxArchives)
	for _, f := range archives[:min(maxArchives, len(archives))] {
		paths = append(paths, f.path)
	}
	return paths
}

func looksLikeArchive(entry os.DirEntry) bool {
	name := strings.ToLower(entry.Name())
	return strings.Contains(name, "linkedindataexport") && (entry.IsDir() || strings.HasSuffix(name, ".zip"))
}
