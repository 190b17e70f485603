package address_test

import (
	"net/url"
	"strings"
	"testing"

	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
)

func TestProfileURL(t *testing.T) {
	const base = "https://www.linkedin.com/in/"
	tests := []struct{ in, slug string }{
		{base + "samquill", "samquill"},
		{base + "SamQuill/", "samquill"},
		{base + "samquill?trk=x&otpToken=secret", "samquill"},
		{base + "samquill#about", "samquill"},
		{base + "samquill/de", "samquill"},
		{base + "samquill/overlay/contact-info/", "samquill"},
		{base + "zo%C3%AB-%c3%98", "zoë-ø"},
		{base + "zoë-Ø", "zoë-ø"},
		{base + "zoe%CC%88", "zoë"},
		{base + "%D0%B0%D0%BD%D0%BD%D0%B0", "анна"},
		{base + "sam%F0%9F%9A%80", "sam🚀"},
		{"http://www.linkedin.com/in/samquill", "samquill"},
		{"HTTPS://DE.LinkedIn.com/in/samquill", "samquill"},
		{"linkedin.com/in/samquill", "samquill"},
		{"www.linkedin.com/in/samquill", "samquill"},
		{"//www.linkedin.com/in/samquill", "samquill"},
		{"/in/samquill", "samquill"},
		{"/comm/in/samquill?midToken=x", "samquill"},
		{"https://www.linkedin.com/comm/in/samquill", "samquill"},
		{"  https://www.linkedin.com/in/samquill \n", "samquill"},

		{"", ""},
		{"https://www.linkedin.com/in", ""},
		{base, ""},
		{"https://www.linkedin.com/company/tidewheel", ""},
		{"https://www.linkedin.com/", ""},
		{"https://linkedin.com.example.net/in/samquill", ""},
		{"https://notlinkedin.com/in/samquill", ""},
		{"https://example.net/linkedin.com/in/samquill", ""},
		{"https://linkedin.com@example.net/in/samquill", ""},
		{"https://user@www.linkedin.com/in/samquill", ""},
		{"https://www.linkedin.com:8443/in/samquill", ""},
		{"https://www.linkedin.com\\@example.net/in/samquill", ""},
		{"https://lınkedin.com/in/samquill", ""},
		{"javascript:alert(1)//linkedin.com/in/samquill", ""},
		{"file://www.linkedin.com/in/samquill", ""},
		{"samquill", ""},
		{base + "sam quill", ""},
		{base + "sam%20quill", ""},
		{base + "sam%2Fquill", ""},
		{base + "sam%00quill", ""},
		{base + "sam%1B[31m", ""},
		{base + "sam%E2%80%8Bquill", ""},
		{base + "%E2%80%AEsam", ""},
		{base + "sam%2525", ""},
		{base + "%zz", ""},
		{base + "%FF", ""},
		{base + "..", ""},
		{base + "sam'--", ""},
		{base + strings.Repeat("a", 400), ""},
	}
	for _, tt := range tests {
		canonical, slug := address.Profile(tt.in)
		want := ""
		if tt.slug != "" {
			want = base + tt.slug
		}
		if slug != tt.slug || canonical != want {
			t.Errorf("Profile(%q) = %q, %q; want slug %q", tt.in, canonical, slug, tt.slug)
		}
	}
}

func FuzzProfileURL(f *testing.F) {
	for _, seed := range []string{
		"https://www.linkedin.com/in/samquill", "/comm/in/a?x", "linkedin.com/in/%C3%98", "https://a@linkedin.com/in/b",
		"https://www.linkedin.com/in/İ", "//linkedin.com/in/%E2%84%AA", "https://x.linkedin.com/in/ǅ", "linkedin.com/in/a%CD%84",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		canonical, slug := address.Profile(raw)
		if slug == "" {
			if canonical != "" {
				t.Errorf("an address without a slug: %q", canonical)
			}
			return
		}
		if canonical != "https://www.linkedin.com/in/"+slug {
			t.Errorf("%q does not belong to %q", canonical, slug)
		}
		if clean.Line(slug) != slug || strings.ToLower(slug) != slug || strings.ContainsAny(slug, "/?#%&= @:\\\"<>") {
			t.Errorf("slug %+q", slug)
		}
		u, err := url.Parse(canonical)
		if err != nil || u.Scheme != "https" || u.Host != "www.linkedin.com" || u.RawQuery != "" || u.Path != "/in/"+slug {
			t.Errorf("%q parses as %+v, %v", canonical, u, err)
		}
		if again, _ := address.Profile(canonical); again != canonical {
			t.Errorf("%q becomes %q", canonical, again)
		}
		if again, _ := address.Profile(u.String()); again != canonical {
			t.Errorf("encoded, %q becomes %q", canonical, again)
		}
	})
}
