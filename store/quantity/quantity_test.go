package quantity

import "testing"

func TestQuantities(t *testing.T) {
	for n, want := range map[int]string{
		0: "0 entries", 1: "1 entry", 2: "2 entries", 21: "21 entries", 999: "999 entries", 1000: "1,000 entries",
		-1: "-1 entry", -1000: "-1,000 entries", -12345: "-12,345 entries", 1234567: "1,234,567 entries",
	} {
		if got := Of(n, "entry", "entries"); got != want {
			t.Errorf("Of(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	one, many := "%d of %[2]s is left, since %[3]s.", "%d of %[2]s are left, since %[3]s."
	for n, want := range map[int]string{
		0: "0 of 100% are left, since 2026.", 1: "1 of 100% is left, since 2026.", 2: "2 of 100% are left, since 2026.",
		1000: "1,000 of 100% are left, since 2026.",
	} {
		if got := Sentence(n, one, many, "100%", "2026"); got != want {
			t.Errorf("Sentence(%d) = %q, want %q", n, got, want)
		}
	}
	if got, want := Text("%[2]s: %[1]d of %[3]d", 12345, "Ann", 1000000), "Ann: 12,345 of 1,000,000"; got != want {
		t.Errorf("Text = %q, want %q", got, want)
	}
}

func TestLists(t *testing.T) {
	for want, words := range map[string][]string{"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"}} {
		if got := And(words); got != want {
			t.Errorf("And(%q) = %q, want %q", words, got, want)
		}
	}
	if got := Or([]string{"a", "b", "c"}); got != "a, b or c" {
		t.Errorf("Or = %q", got)
	}
}

func BenchmarkNumber(b *testing.B) {
	for b.Loop() {
		Of(123456, "entry", "entries")
	}
}

func BenchmarkSentence(b *testing.B) {
	for b.Loop() {
		Sentence(123456, "%d invitation came to you, and you sent %d.", "%d invitations came to you, and you sent %d.", 1234)
	}
}
