package tabular_test

import (
	"strings"
	"testing"

	"linkvet/store/tabular"
)

func TestGuard(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"Ada", "Ada"},
		{"=1+1", "'=1+1"},
		{"+44 20", "'+44 20"},
		{"-1", "'-1"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'\t'=1"},
		{"\r=1", "'\r'=1"},
		{"\n=1", "'\n'=1"},
		{"a;=1+1", "a;'=1+1"},
		{"a;'=1", "a;''=1"},
		{"a\t@x;-1", "a\t'@x;'-1"},
		{"a;\t=1", "a;\t'=1"},
		{"Hi,\n- one\n+ two", "Hi,\n'- one\n'+ two"},
		{`he said "-5"`, `he said "'-5"`},
		{`x;"=1"`, `x;"'=1"`},
		{`{"know":"+1"}`, `{"know":"'+1"}`},
		{"a; =1", "a; =1"},
		{"it's; 'tis", "it's; 'tis"},
		{"a;b;", "a;b;"},
		{"\x00=1", "'\x00=1"},
		{"＝1", "'＝1"},
		{"＋1", "'＋1"},
		{"－1", "'－1"},
		{"＠x", "'＠x"},
		{"'=1", "''=1"},
		{"''=1", "'''=1"},
		{"'Ada", "'Ada"},
		{"'", "'"},
		{"''", "''"},
		{"a=1", "a=1"},
		{" =1", " =1"},
		{"\xff=1", "\xff=1"},
	}
	for _, tt := range tests {
		got := tabular.Guard(tt.in)
		if got != tt.want {
			t.Errorf("Guard(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if back := tabular.Unguard(got); back != tt.in {
			t.Errorf("Unguard(%q) = %q, want %q", got, back, tt.in)
		}
	}
}

// TestUnguardRaw leaves cells alone that nothing has guarded.
func TestUnguardRaw(t *testing.T) {
	for _, s := range []string{"=1", "Ada", "'Ada", "'", "-1", "a;=1", "a;'b"} {
		if got := tabular.Unguard(s); got != s {
			t.Errorf("Unguard(%q) = %q", s, got)
		}
	}
}

func FuzzGuard(f *testing.F) {
	for _, s := range []string{"", "=1", "'=1", "''", "＝", "'\x00", "\xff", "'\xef\xbc", "a;=1", "a\n\t-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		guarded := tabular.Guard(s)
		if back := tabular.Unguard(guarded); back != s {
			t.Errorf("%q becomes %q and %q", s, guarded, back)
		}
		// Whatever it is parted at, no piece is a formula.
		for _, piece := range strings.FieldsFunc(guarded, func(r rune) bool { return strings.ContainsRune(";\t\n\r\"", r) }) {
			for _, start := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
				if at := strings.Index(guarded, piece); strings.HasPrefix(piece, start) {
					t.Errorf("Guard(%q) = %q has %q at %d", s, guarded, piece, at)
				}
			}
		}
		for _, start := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠"} {
			if strings.HasPrefix(guarded, start) {
				t.Errorf("Guard(%q) = %q", s, guarded)
			}
		}
	})
}
