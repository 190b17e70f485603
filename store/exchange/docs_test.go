package exchange

import (
	"os"
	"strings"
	"testing"
)

// The columns are documented, in their order, with what is read back.
func TestColumnsAreDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/data.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text2, _ := strings.Cut(string(text), "### Columns")
	var names, read []string
	for line := range strings.SplitSeq(text2, "\n") {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || !strings.HasPrefix(cells[1], " `") {
			continue
		}
		names = append(names, strings.Trim(cells[1], " `"))
		read = append(read, strings.TrimSpace(cells[3]))
	}
	if got, want := strings.Join(names, ","), strings.Join(ColumnNames(), ","); got != want {
		t.Fatalf("documented %s\ncolumns    %s", got, want)
	}
	for i, c := range Columns() {
		if c.Own != (read[i] == "yours") {
			t.Errorf("%s: own is %v, and documented is %q", c.Name, c.Own, read[i])
		}
	}
}
