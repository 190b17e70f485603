package tabular_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"linkvet/store/tabular"
)

// formulasIn has LibreOffice read a table, parted at separators, with formulas
// evaluated and leading spaces dropped, and returns how many it found.
func formulasIn(t *testing.T, office, text, separators string) int {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "table.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, r := range separators {
		codes = append(codes, fmt.Sprint(int(r)))
	}
	// Separators, quotation mark, UTF-8, from line 1 on; then as in its manual:
	// numbers detected, spaces removed, formulas evaluated.
	filter := "CSV:" + strings.Join(codes, "/") + ",34,76,1,,0,false,true,false,false,true,-1,true"
	convert := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+filepath.ToSlash(t.TempDir()), "--headless",
		"--infilter="+filter, "--convert-to", "fods", "--outdir", folder, path)
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sheet, err := os.ReadFile(filepath.Join(folder, "table.fods"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Count(string(sheet), "table:formula=")
}

// A real spreadsheet finds no formula either, whichever separators it is told.
func TestNoFormulaInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	rows := [][]string{
		{"=1+1", "+1+1"}, {"-1+1", "@SUM(1)"}, {"a;=1+1", "b\t=1+1"}, {"two\n=1+1", `x;"=1+1"`}, {`"=1+1"`, `"";=1+1`},
		{"a;;=1+1", "a,=1+1"}, {"a; =1+1", " =1+1"}, {";\t=1+1;+1+1", "\"\"\"=1+1"},
	}
	if n := formulasIn(t, office, table(tabular.CSVOptions{Raw: true}, rows...), ","); n == 0 {
		t.Fatal("without the guard there is no formula either, so this test shows nothing")
	}
	for _, separators := range []string{",", ";", "\t", ",;\t"} {
		opts := tabular.CSVOptions{Excel: separators == ";"}
		if n := formulasIn(t, office, table(opts, rows...), separators); n > 0 {
			t.Errorf("parted at %q it has %d formulas (%+v)", separators, n, opts)
		}
	}
}
