package notes

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"linkvet/advisor"
)

// contactNotes holds notes and the kinds and hosts found in them.
var contactNotes = map[string]string{
	"see https://example.org/a":                               "link example.org",
	"see HTTP://USER@EXAMPLE.ORG:8080/a":                      "link example.org",
	"see http://linkedin.com@evil.example/":                   "link evil.example",
	"see www.example.museum":                                  "link example.museum",
	"see example.com.":                                        "link example.com",
	"(example.com)":                                           "link example.com",
	"site:example.com":                                        "link example.com",
	"👉example.com/jobs👈":                                      "link example.com",
	"t.me/mila":                                               "chat t.me, link t.me",
	"https://discord.com/invite/abc":                          "chat discord.com, link discord.com",
	"https://discord.com/blog":                                "link discord.com",
	"https://en.wikipedia.org/wiki/Tide":                      "",
	"https://www.linkedin.com/in/mila-berg":                   "",
	"https://de.linkedin.com/in/mila-berg":                    "",
	"https://www.linkedin.com/redir/redirect?u=x":             "shortener linkedin.com",
	"https://linkedin.com.example.org/":                       "lookalike linkedin.com.example.org",
	"https://lnkd.in/abc":                                     "shortener lnkd.in",
	"https://lіnkеdin.com/in/mila":                            "lookalike lіnkеdin.com",
	"mila@example.com":                                        "mail ",
	"Mail:Mila.Berg@Example.com!":                             "mail ",
	"mila@example":                                            "",
	"Node.js, Next.js, e.g. U.S. Ph.D. 3.14 v1.2.3":           "",
	"done.Let us go":                                          "",
	"and so on...":                                            "",
	"I lead research at example.com, hello":                   "",
	"have a look at example.com":                              "link example.com",
	"I work at example.com/team":                              "link example.com",
	"I am at Booking.com":                                     "",
	"+49 151 23456789":                                        "phone ",
	"0049 151 23456789":                                       "phone ",
	"030/1234 5678":                                           "phone ",
	"555-010-2345":                                            "phone ",
	"whatsapp 5550102":                                        "phone ",
	"5550102":                                                 "",
	"2019-2023 and 2015 - 2018":                               "",
	"01.02.2023 10":                                           "",
	"$ 1 000 000 000":                                         "",
	"ISBN 978-3-16-148410-0":                                  "",
	"ticket 0012345678":                                       "",
	"https://example.org/0049 ":                               "link example.org",
	"0000-0002-1825-0097":                                     "",
	"10 000 000 000 rows":                                     "",
	"bc1q7v9kd0xw2m4ehs8j3rnyt5ulz6gpfac9qe4d8x":              "wallet ",
	"BTC: 1Mv7Kx2QdRz8nWc4TyB5sHpLeJg9uFa3o":                  "wallet ",
	"to 0x3fA91c77B2e04D5a86Fe1b90Cc42D7a1E58b6049!":          "wallet ",
	"TQ4mZx8LhV2nKcYd7RwEp5uJbS1gFtA9oM":                      "wallet ",
	"7Gk2mTq9XvRb4NsLc8WdYh3PzJe6UaFo1tKi5BnCxQwV":            "wallet ",
	"commit 3fa91c77b2e04d5a86fe1b90cc42d7a1e58b6049":         "",
	"https://example.org/d/1Mv7Kx2QdRz8nWc4TyB5sHpLeJg9uFa3o": "link example.org",
	"Donaudampfschifffahrtsgesellschaft":                      "",
	"DE89370400440532013000123456":                            "",
	"550e8400-e29b-41d4-a716-446655440000":                    "",
}

func TestContacts(t *testing.T) {
	for note, want := range contactNotes {
		found := phrases().Addresses.contacts(note, wordsOf(note), "")
		var got []string
		for _, kind := range slices.Sorted(maps.Keys(found)) {
			got = append(got, kind+" "+found[kind].host)
			if !strings.Contains(note, found[kind].quote) || found[kind].quote == "" {
				t.Errorf("%s: quotes %q", note, found[kind].quote)
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, want %q", note, got, want)
		}
	}
}

// TestCompanyNameIsNotALink: a company may be called like its address.
func TestCompanyNameIsNotALink(t *testing.T) {
	inv := advisor.Invitation{Company: "Harbour.io GmbH", Note: "harbour.io turned five this week"}
	if got := Suggest(inv, Facts{}); len(got) != 0 {
		t.Errorf("got %+v, want nothing", got)
	}
	inv.Note = "harbour.io/join is open"
	if got := pairs(Suggest(inv, Facts{})); !slices.Equal(got, []string{"bad_link_or_file=yes"}) {
		t.Errorf("got %v, want the link", got)
	}
}

// wordsOf splits text into words that last.
func wordsOf(text string) []word { return new(wordBuffer).wordsOf(text) }

func TestWordsFold(t *testing.T) {
	for text, want := range map[string]string{
		"Straße, ŁÓDŹ & Ñandú":        "strasse lodz nandu",
		"l'été ﬁn":                    "l ete fin",
		"e\u0301te\u200b!":            "ete",
		"𝗪𝗵𝗮𝘁𝘀𝗔𝗽𝗽 Ｔｅｌ":                "whatsapp tel",
		"$5,000.50/day 10k 3%":        "$ 5,000.50 day 10k 3 %",
		"привет Й":                    "привет и",
		"Whаtsаpр, Тelеgrаm":          "whatsapp telegram",
		"ᴛᴇʟᴇɢʀᴀᴍ T⃝e⃝l":              "telegram tel",
		"t e l e g r a m or T.E.L":    "telegram or t e l",
		"s-i-g-n-a-l  m_a_i_l me":     "signal mail me",
		"a b c":                       "a b c",
		"1 2 3 4 5":                   "1 2 3 4 5",
		"":                            "",
		"\xff\xfea":                   "a",
		"don't e-mail me@example.com": "don t e mail me @ example com",
	} {
		var got []string
		for _, w := range wordsOf(text) {
			got = append(got, w.text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
