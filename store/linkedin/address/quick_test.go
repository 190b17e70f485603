package address

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestQuickURLAgrees with the thorough way wherever it answers at all.
func TestQuickURLAgrees(t *testing.T) {
	answered := 0
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom(strings.Split("a|Z|7|-|_|é|É|%C3%89|%c3%a9|İ|ẞ|美|%E7%BE%8E|ن|Ж|한|%41|%2D|%2F|%|%zz|%C3|e\u0301|%F0%9F%9A%80|\xc3|.|?x", "|"))
		slug := strings.Join(rapid.SliceOfN(part, 1, 8).Draw(t, "slug"), "")
		quick := quickURL(profilePrefix + slug)
		if quick == "" {
			return
		}
		answered++
		if thorough := profilePrefix + pathSlug("in/"+slug); quick != thorough {
			t.Fatalf("%q: quick %q, thorough %q", slug, quick, thorough)
		}
	})
	if answered == 0 {
		t.Error("the short way was never taken")
	}
}
