package linkedin_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"linkvet/store/linkedin"
)

const mails = "../../testdata/mails"

func readMail(t *testing.T, names ...string) *linkedin.Archive {
	t.Helper()
	var paths []string
	for _, name := range names {
		paths = append(paths, filepath.Join(mails, name))
	}
	got, err := linkedin.Read(context.Background(), paths, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func describeMails(a *linkedin.Archive) []string {
	var all []string
	for _, inv := range a.Invitations {
		sent := "-"
		if !inv.SentAt.IsZero() {
			sent = inv.SentAt.Format("2006-01-02T15:04")
		}
		join := ""
		if inv.Join {
			join = " (join)"
		}
		all = append(all, fmt.Sprintf("%s (%s) %s %d%s | %s | %s", inv.Name, inv.Slug, sent, inv.Line, join, inv.Headline, inv.Note))
	}
	return all
}

func TestReadMails(t *testing.T) {
	tests := []struct {
		file     string
		people   []string
		accepted []string
		skipped  []string
	}{
		{file: "2016-invitation.eml", people: []string{
			"Tamsin Elmsworth () 2016-04-14T09:12 1 | Editor at Marrow Street Press | We sat next to each other at the pump fair in Leiden, stand 14. I promised you the slides: https://tamsin.example.net/slides?x=1"}},
		{file: "2018-invitation.eml", people: []string{"Zoë Østergård (zoë-østergård-12) 2018-06-04T18:40 1 | Product Manager at Lumen & Oak | "}},
		{file: "2021-invitation-html.eml", people: []string{"Bastian Ironside (bastian-ironside) 2021-03-09T07:01 1 | Planner at Polder Logistics | "}},
		{file: "2022-invitation-german.eml", people: []string{
			"Jürgen Bäckström (jürgen-b) 2022-10-12T08:00 1 | Landwirt bei Hollow Hill Farm | wir haben am Deich in Delft lange über Schöpfwerke gesprochen."}},
		{file: "2013-reminder.eml", people: []string{"Imre Copperfield () - 1 | Engineer at Tidewheel Energy | "}},
		{file: "2019-digest.eml", people: []string{
			"Celia Northam (celia-northam) - 1 | Founder at Emberline, Inc. | ",
			"Marek Calloway (marek-calloway) - 1 | Draughtsman at Quarry Lane Studio | ",
			"Анна Ветрова (анна-ветрова) - 1 | Teacher | "}},
		{file: "2017-join.eml", people: []string{"Orla Fairbrook () 2017-07-11T15:00 1 (join) | Nurse Practitioner at Thornbury Health | "}},
		{file: "2026-invitation.eml", people: []string{
			"Nadia Merriweather (nadia-merriweather-4c1) 2026-08-03T05:30 1 | Research Fellow at Inkwell Schools | Your comment on the heat pump thread was the clearest thing I read this week."}},
		{file: "2026-accepted.eml", accepted: []string{"Quill Drummond (quill-drummond) 2026-08-04"}},
		{file: "2020-accepted.eml", accepted: []string{"Flora Dunmore () 2020-02-06"}},
		{file: "people-you-may-know.eml", skipped: []string{"people-you-may-know.eml:1 people you may know: suggestions of LinkedIn's, no invitation"}},
		{file: "message.eml", skipped: []string{"message.eml:1 a message, no invitation"}},
		{file: "jobs.eml", skipped: []string{"jobs.eml:1 no invitation"}},
		{file: "shop.eml", skipped: []string{"shop.eml:1 not a mail of LinkedIn's"}},
		{file: "bomb-nested.eml", skipped: []string{"bomb-nested.eml:1 a mail of far too many parts, as a trap has"}},
		{file: "broken-header.eml", skipped: []string{"broken-header.eml:1 no invitation"}},
		{
			file: "box.mbox",
			people: []string{
				"Tamsin Elmsworth () 2016-04-14T09:12 1 | Editor at Marrow Street Press | We sat next to each other at the pump fair in Leiden, stand 14. From here on all is well. I promised you the slides: https://tamsin.example.net/slides?x=1",
				"Imre Copperfield () - 98 | Engineer at Tidewheel Energy | "},
			accepted: []string{"Quill Drummond (quill-drummond) 2026-08-04"},
			skipped:  []string{"box.mbox:58 not a mail of LinkedIn's"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			got := readMail(t, tt.file)
			same(t, "people", describeMails(got), tt.people)
			var accepted []string
			for _, a := range got.Acceptances {
				accepted = append(accepted, fmt.Sprintf("%s (%s) %s", a.Name, a.Slug, a.On.Format("2006-01-02")))
			}
			same(t, "accepted", accepted, tt.accepted)
			same(t, "skipped", describeSkipped(got), tt.skipped)
			if len(got.Warnings) > 0 || got.HasInvitations || got.HasConnections {
				t.Errorf("%+v", got)
			}
			wantNoSecrets(t, got)
		})
	}
}

// wantNoSecrets looks for what LinkedIn's links carry.
func wantNoSecrets(t *testing.T, a *linkedin.Archive) {
	t.Helper()
	text := fmt.Sprintf("%+v", a)
	for _, secret := range []string{"SECRET", "midToken", "otpToken", "sharedKey", "/comm"} {
		if strings.Contains(text, secret) {
			t.Errorf("%s is kept in %s", secret, text)
		}
	}
}

func TestDoubtfulMails(t *testing.T) {
	for file, want := range map[string][]string{
		"lookalike-sender.eml": {
			"an answer would go to freemail.example",
			"it links to login.example under a false name, www.linkedin.com.session.example",
			"it was sent from linkedln-mail.example, which looks like linkedin.com but is not",
		},
		"lookalike-attachment.eml": {
			"it has an attachment (contract.zip), which LinkedIn's invitations never have",
			"the server that received it says that it is not from linkedin.com (dmarc=fail)",
		},
	} {
		got := readMail(t, file)
		if len(got.Invitations) != 1 || !slices.Equal(got.Invitations[0].Doubts, want) {
			t.Errorf("%s: %+v\nwant %q", file, got.Invitations, want)
			continue
		}
		if inv := got.Invitations[0]; inv.URL != "" || inv.Slug != "" || inv.Name == "" || inv.Headline == "" {
			t.Errorf("%s: %+v", file, inv)
		}
		wantWarnings(t, got.Warnings, file+":1: this mail may not be from LinkedIn: "+want[0])
		if !strings.Contains(got.Warnings[0], "linkedin.com/mynetwork/invitation-manager by hand") {
			t.Errorf("%s: no advice in %q", file, got.Warnings)
		}
	}
}

func TestHostileMail(t *testing.T) {
	got := readMail(t, "hostile.eml")
	same(t, "people", describeMails(got), []string{"Red Herring () - 1 | =HYPERLINK(1) | "})
	wantNoSecrets(t, got)
}

// TestReadMailsBesideAnArchive: mails and tables given together are one source.
func TestReadMailsBesideAnArchive(t *testing.T) {
	got, err := linkedin.Read(context.Background(), []string{
		filepath.Join(archives, "2025"), filepath.Join(mails, "2026-invitation.eml"),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(got.Invitations); n != 4 || !got.Invitations[3].Mail || got.Invitations[0].Mail || !got.HasInvitations {
		t.Errorf("%+v", got.Invitations)
	}
	all, err := linkedin.Read(context.Background(), []string{mails}, nil)
	if err != nil || len(all.Invitations) < 10 || len(all.Skipped) < 5 {
		t.Errorf("the whole folder: %+v, %v", all, err)
	}
}

// TestMailTraps reads mails made to take for ever: the time it takes must grow
// with their size only.
func TestMailTraps(t *testing.T) {
	const head = "From: A B via LinkedIn <invitations@linkedin.com>\nSubject: I want to connect\nMIME-Version: 1.0\n"
	const text, page = head + "Content-Type: text/plain\n\n", head + "Content-Type: text/html\n\n"
	var hosts, anchors strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&hosts, "http://a%d.example ", i)
		fmt.Fprintf(&anchors, "<a href='https://www.linkedin.com/in/x%d?t'>y", i)
	}
	for name, mail := range map[string]string{
		"hosts in one line":  text + hosts.String(),
		"half addresses":     text + strings.Repeat("http", 500_000),
		"links in one line":  page + anchors.String(),
		"styles":             page + strings.Repeat("<style></style>", 150_000),
		"open tags":          page + strings.Repeat("<", 2_000_000),
		"open comments":      page + strings.Repeat("<!--", 500_000),
		"attributes":         page + "<a " + strings.Repeat("href ", 400_000) + ">",
		"lines":              text + strings.Repeat("\n\n", 1_000_000),
		"quoted separators":  "From x\n" + text + strings.Repeat(">", 1_000_000) + "From y\n",
		"parts":              head + "Content-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\nx\n", 100_000) + "--b--\n",
		"header lines":       head + strings.Repeat("X-A: b\n", 100_000) + "\nx",
		"greetings and name": text + strings.Repeat("Hi A,\nA B\n", 100_000),
	} {
		path := filepath.Join(t.TempDir(), "x.mbox")
		if err := os.WriteFile(path, []byte(mail), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := linkedin.Read(context.Background(), []string{path}, nil)
		if err != nil || len(got.Invitations)+len(got.Skipped) == 0 {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}
