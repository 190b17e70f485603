package paste_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"linkvet/store/clean"
	"linkvet/store/linkedin/paste"
)

var pastedOn = time.Date(2026, time.July, 20, 15, 0, 0, 0, time.UTC)

func TestParsePaste(t *testing.T) {
	tests := []struct {
		name, text string
		want       paste.Card
		sent       string
	}{
		{"invitation", `
Celia Northam’s profile picture
Celia Northam
Founder at Emberline, Inc.
Ann Lee and 12 other mutual connections
2 weeks ago
Hi Robin, we spoke after your talk in Leiden.
I would like to stay in touch.
Reply to Celia
Ignore
Ignore an invitation to connect from Celia Northam
Accept
Accept Celia Northam’s invitation
`, paste.Card{Name: "Celia Northam", Headline: "Founder at Emberline, Inc.", Mutual: "Ann Lee and 12 other mutual connections", Ago: "2 weeks ago",
			Note: "Hi Robin, we spoke after your talk in Leiden. I would like to stay in touch."}, "2026-07-06"},
		{"without labels or note", "Marek Calloway · 2nd\nDraughtsman\n3 days ago\nIgnore\nAccept\n",
			paste.Card{Name: "Marek Calloway", Headline: "Draughtsman", Ago: "3 days ago"}, "2026-07-17"},
		{"follows", "Wren Doe follows you and is inviting you to connect\nWren Doe\nHead of Research\nyesterday\nAccept",
			paste.Card{Name: "Wren Doe", Headline: "Head of Research", Ago: "yesterday"}, "2026-07-19"},
		{"profile", "Zoë Østergård\r\nShe/Her\r\n· 2nd\r\nProduct Manager at Lumen & Oak\r\nAarhus, Denmark · Contact info\r\n500+ connections\r\nConnect\r\nMessage\r\nMore\r\nhttps://www.linkedin.com/in/zo%C3%AB-12?otpToken=SECRET\r\n",
			paste.Card{Name: "Zoë Østergård", Headline: "Product Manager at Lumen & Oak", URL: "https://www.linkedin.com/in/zoë-12"}, ""},
		{"German", "Jürgen Bäckström\nLandwirt bei Hollow Hill Farm\n3 gemeinsame Kontakte\nvor 2 Monaten\n„Wir haben am Deich gesprochen.“\nIgnorieren\nAnnehmen\nEinladung von Jürgen Bäckström annehmen",
			paste.Card{Name: "Jürgen Bäckström", Headline: "Landwirt bei Hollow Hill Farm", Mutual: "3 gemeinsame Kontakte", Ago: "vor 2 Monaten", Note: "Wir haben am Deich gesprochen."}, "2026-05-20"},
		{"Spanish", "José Núñez\nIngeniero\nhace 1 semana\nIgnorar\nAceptar", paste.Card{Name: "José Núñez", Headline: "Ingeniero", Ago: "hace 1 semana"}, "2026-07-13"},
		{"French", "Siân Lefèvre\nInfirmière\nil y a 4 jours\nAccepter", paste.Card{Name: "Siân Lefèvre", Headline: "Infirmière", Ago: "il y a 4 jours"}, "2026-07-16"},
		{"Portuguese", "Nuño Peñaflor\nAnalista\nhá 3 dias\nAceitar", paste.Card{Name: "Nuño Peñaflor", Headline: "Analista", Ago: "há 3 dias"}, "2026-07-17"},
		{"short time", "Edda Jessop\nPilot\n2w\nAccept", paste.Card{Name: "Edda Jessop", Headline: "Pilot", Ago: "2w"}, "2026-07-06"},
		{"hostile", "\x1b[31mRed\u202e Herring\u200b\n=cmd()\n1 month ago\nAccept", paste.Card{Name: "Red Herring", Headline: "=cmd()", Ago: "1 month ago"}, "2026-06-20"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.sent != "" {
				tt.want.SentAt, _ = time.Parse(time.DateOnly, tt.sent)
			}
			got, err := paste.Parse(tt.text, pastedOn)
			if err != nil || len(got.Cards) != 1 || !reflect.DeepEqual(got.Cards[0], tt.want) {
				t.Errorf("%v\ngot  %+v\nwant %+v", err, got, tt.want)
			}
		})
	}
}

func TestParsePasteRefuses(t *testing.T) {
	for _, text := range []string{
		"", "\n\n", "Ada", "Ada Lind\nBaker at Example", "Accept\nIgnore\n2 weeks ago", strings.Repeat("x", 100_000),
		"Dear aunt,\nall is well here.\nYours",
	} {
		if got, err := paste.Parse(text, pastedOn); err == nil {
			t.Errorf("%.40q was read as %+v", text, got)
		}
	}
}

func FuzzParsePaste(f *testing.F) {
	f.Add("Celia Northam\nFounder\n2 weeks ago\nAccept Celia Northam’s invitation\n")
	f.Fuzz(func(t *testing.T, text string) {
		found, err := paste.Parse(text, pastedOn)
		if (err == nil) != (len(found.Cards) > 0) {
			t.Errorf("%+v, %v", found, err)
		}
		for _, got := range found.Cards {
			for _, s := range append([]string{got.Name, got.Headline, got.Note, got.URL, got.Mutual, got.Ago}, got.Left...) {
				if clean.Line(s) != s {
					t.Errorf("not clean: %+q", s)
				}
			}
			if got.Name == "" || got.SentAt.After(pastedOn) {
				t.Errorf("%+v", got)
			}
		}
	})
}
