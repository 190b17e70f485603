//go:build unix

// Command pictures makes every picture of the documents anew, from the demo: it
// starts the program in a terminal that is only remembered, presses keys and
// draws what a person would see as SVG, in dark and in light.
//
//	go run -C testdata/pictures .            all of them, into docs/pictures
//	go run -C testdata/pictures . inbox      only those
//
// It is a module of its own, so that the program does not require a terminal
// emulator.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// lookTime is longer than a page that came by itself must stand before it takes
// an answer.
const lookTime = time.Second

// root is the repository, and folder where its pictures are.
var (
	root   = filepath.Join("..", "..")
	folder = filepath.Join(root, "docs", "pictures")
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

func run(only []string) error {
	work, err := os.MkdirTemp("", "pictures")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	program := filepath.Join(work, "linkvet")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, s := range scenes {
		if len(only) > 0 && !slices.Contains(only, s.name) {
			continue
		}
		for _, t := range themes {
			drawn, err := s.play(program, work, t)
			if err != nil {
				return fmt.Errorf("%s, %s: %w", s.name, t.name, err)
			}
			if err := os.WriteFile(filepath.Join(folder, s.name+"-"+t.name+".svg"), []byte(drawn), 0o644); err != nil {
				return err
			}
		}
		fmt.Println(s.name)
	}
	return nil
}

// play runs the program and returns the picture.
func (s scene) play(program, work string, t theme) (string, error) {
	args := []string{"demo"}
	if s.args != nil {
		args = s.args
	}
	cmd := exec.Command(program, args...)
	home, err := os.MkdirTemp(work, "home")
	if err != nil {
		return "", err
	}
	cmd.Dir = home
	cmd.Env = []string{
		"HOME=" + home, "PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "TZ=UTC", "LINKVET_THEME=" + t.name,
	}
	columns, rows := s.columns, s.rows
	if columns == 0 {
		columns, rows = 100, 30
	}
	terminal, err := start(cmd, columns, rows, t)
	if err != nil {
		return "", err
	}
	defer terminal.end()
	var frames []frame
	for _, step := range s.steps {
		if step.looks {
			time.Sleep(lookTime)
		}
		if err := terminal.press(keysOf(step.keys), step.until); err != nil {
			return "", err
		}
		if step.lasts > 0 {
			frames = append(frames, frame{terminal.shot(), step.lasts})
		}
	}
	if len(frames) > 0 {
		return t.film(frames, s.title), nil
	}
	return t.picture(terminal.shot(), s.title), nil
}

// keysOf turns names of keys, in angle brackets, into what a terminal sends.
func keysOf(text string) string {
	return strings.NewReplacer("<enter>", "\r", "<esc>", "\x1b", "<tab>", "\t", "<space>", " ", "<down>", "\x1b[B", "<up>", "\x1b[A",
		"<right>", "\x1b[C", "<left>", "\x1b[D", "<ctrl+p>", "\x10").Replace(text)
}
