//go:build !windows

package desktop

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"time"
)

// Copy puts text on the clipboard with the system's own tool. One that does
// not take it in time is ended.
func Copy(text string) error {
	with, path, ok := found(clipboards(runtime.GOOS, os.Getenv))
	if !ok {
		return errors.New("no clipboard tool was found")
	}
	ctx, stop := context.WithTimeout(context.Background(), longestStart)
	defer stop()
	tool := exec.CommandContext(ctx, path, with.command[1:]...)
	tool.SysProcAttr = detached()
	tool.Stdin = bytes.NewReader(with.encoded(text))
	// The tools stay behind to serve the clipboard; a pipe of ours would
	// make us wait for them.
	tool.Stdout, tool.Stderr = nil, nil
	tool.WaitDelay = time.Second // for what it started to let go of its input
	if err := tool.Run(); ctx.Err() != nil {
		return fmt.Errorf("%s did not answer", with.command[0])
	} else if err != nil {
		return named(with.command[0], err)
	}
	return nil
}

// ClipboardTool returns the path of the tool that Copy uses, "" where there is none.
func ClipboardTool() string {
	_, path, _ := found(clipboards(runtime.GOOS, os.Getenv))
	return path
}
