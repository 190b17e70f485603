package importing

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/merge"
	"linkvet/tui/screen"
)

// importPreviewMsg says what an import would do.
type importPreviewMsg struct {
	request uint64
	report  merge.ImportReport
}

// archivesFoundMsg brings the archives that lie about.
type archivesFoundMsg struct {
	request uint64
	paths   []string
}

// findArchives looks for them.
func findArchives(e *screen.Env, request uint64) tea.Cmd {
	find := e.Options.Archives
	return e.Read("looking for archives", func(context.Context) (tea.Msg, error) {
		return archivesFoundMsg{request, find()}, nil
	}, request)
}

// completedMsg brings the paths that begin like the one typed.
type completedMsg struct {
	request uint64
	typed   string   // the path as it was
	text    string   // the longest beginning they share
	matches []string // as shown
}

// previewImport reads the archive and says what importing it would do,
// changing nothing.
func previewImport(e *screen.Env, ctx context.Context, request uint64, path string) (tea.Cmd, tea.Cmd) {
	files := e.Files()
	step, done, progress := screen.Progress(request)
	work := e.Read("reading "+path, func(context.Context) (tea.Msg, error) {
		defer done()
		report, err := files.Import(ctx, []string{screen.ExpandHome(path)}, true, step)
		return importPreviewMsg{request: request, report: report}, err
	}, request)
	return work, progress
}

// runImport imports the archive. Ending ctx cancels it, and then nothing is
// changed.
func runImport(e *screen.Env, ctx context.Context, request uint64, path string) (tea.Cmd, tea.Cmd) {
	files := e.Files()
	step, done, progress := screen.Progress(request)
	work := e.Write(screen.Save{Request: request, Doing: "importing " + path}, func() (tea.Msg, error) {
		defer done()
		report, err := files.Import(ctx, []string{screen.ExpandHome(path)}, false, step)
		return screen.ImportedMsg{Request: request, Report: report}, err
	})
	return work, progress
}

// completePath looks up what a typed path could go on as.
func completePath(e *screen.Env, request uint64, text string) tea.Cmd {
	return e.Read("completing the path", func(context.Context) (tea.Msg, error) {
		full, matches := completions(text)
		return completedMsg{request: request, typed: text, text: full, matches: matches}, nil
	}, request)
}

// completions returns the longest beginning shared by all paths that begin
// with text, and their names.
func completions(text string) (string, []string) {
	folder, start := filepath.Split(text)
	from := screen.ExpandHome(folder)
	if from == "" {
		from = "."
	}
	entries, err := os.ReadDir(from)
	if err != nil {
		return text, nil
	}
	var names []string
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasPrefix(strings.ToLower(name), strings.ToLower(start)) || start == "" && strings.HasPrefix(name, ".") {
			continue
		}
		if entry.IsDir() {
			name += string(filepath.Separator)
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return text, nil
	}
	return folder + sharedStart(names), names
}

// sharedStart is the longest beginning all names have.
func sharedStart(names []string) string {
	shared := []rune(names[0])
	for _, name := range names[1:] {
		n := 0
		for _, r := range name {
			if n == len(shared) || shared[n] != r {
				break
			}
			n++
		}
		shared = shared[:n]
	}
	return string(shared)
}
