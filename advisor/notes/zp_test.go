package notes

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"linkvet/advisor"
)

func TestZP(t *testing.T) {
	files, _ := filepath.Glob("/work/shared/seeds/*")
	more, _ := filepath.Glob("/usr/share/doc/*/README*")
	files = append(files, more...)
	more, _ = filepath.Glob("/usr/local/go/doc/*")
	files = append(files, more...)
	more, _ = filepath.Glob("/work/shared/design/*.md")
	files = append(files, more...)
	more, _ = filepath.Glob("/usr/share/perl/5*/pod/*.pod")
	files = append(files, more...)
	more, _ = filepath.Glob("/root/go/pkg/mod/*/*/*.md")
	files = append(files, more...)
	more, _ = filepath.Glob("/root/go/pkg/mod/*/*/*/*.md")
	files = append(files, more...)
	n, hits := 0, 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			continue
		}
		for _, para := range strings.Split(string(data), "\n\n") {
			para = strings.ReplaceAll(para, "\n", " ")
			if len(para) < 60 {
				continue
			}
			for len(para) > 300 {
				para = para[:300]
			}
			n++
			for _, s := range Suggest(advisor.Invitation{Note: para}, Facts{}) {
				if isAlarm(s.Question+"="+s.Answer) && !strings.Contains(s.Because, "link") && !strings.Contains(s.Because, "e-mail address") && !strings.Contains(s.Because, "phone number") {
					hits++
					t.Logf("%s: %s: %q", filepath.Base(f), s.Because, s.Quote)
				}
			}
		}
	}
	t.Logf("%d paragraphs, %d alarms", n, hits)
}
