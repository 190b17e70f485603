package letter

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestVariantsSayWhatThePersonSaid(t *testing.T) {
	p := Parts{Why: "your talk on dikes changed how we plan", Known: "We met at the water fair in Lyon", For: "I would like to hear how the pilot goes!"}
	var got []string
	for _, v := range Variants("Mia", p) {
		got = append(got, v.Text)
	}
	want := []string{
		"Hi Mia, we met at the water fair in Lyon. Your talk on dikes changed how we plan. I would like to hear how the pilot goes!",
		"Hi Mia, your talk on dikes changed how we plan. We met at the water fair in Lyon. I would like to hear how the pilot goes!",
		"Hi Mia, we met at the water fair in Lyon. Your talk on dikes changed how we plan.",
		"Hi Mia, your talk on dikes changed how we plan.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := Variants("", Parts{Why: "Maria told me of you"}); len(got) != 1 || got[0].Text != "Hello, Maria told me of you." {
		t.Errorf("of one part without a name: %v", got)
	}
	if got := Variants("Mia", Parts{Why: "  "}); got != nil || !(Parts{Why: " \n"}).IsEmpty() {
		t.Errorf("of nothing: %v", got)
	}
}

// A sentence without a subject goes on small after the greeting.
func TestTheFirstWordIsSmall(t *testing.T) {
	if got := Variants("Ngozi", Parts{Known: "Met at the fair in Lyon"})[0].Text; got != "Hi Ngozi, met at the fair in Lyon." {
		t.Errorf("%q", got)
	}
}

func TestCheck(t *testing.T) {
	for text, want := range map[string][]Kind{
		"": nil,
		"Hi Mia, we met at the water fair in Lyon. Your talk on dikes changed how we plan.":             nil,
		"Hi Mia, I'd like to add you to my professional network on LinkedIn.":                           {Stock},
		"Hi Mia, I would like to add you to my professional network on LinkedIn":                        {Stock},
		"Bonjour, je souhaite vous ajouter à mon réseau professionnel sur LinkedIn.":                    {Stock},
		"Hi Mia, your profile impressed me and I would be glad to connect.":                             {Generic},
		"Hi Mia, we work in the same field, and I would value comparing notes with you.":                {Generic},
		"Hi Mia, could you introduce me to Jim Vale at Northwind?":                                      {Favor},
		"Hi Mia, I read your guide on dikes. Can you help me get a job in Lyon?":                        {Favor},
		"Hi Mia, I read your guide. It is the best on Lyon. Are you hiring?":                            {Favor},
		"Hi Mia, we met at the fair in Lyon. Your notes help me every week.":                            nil,
		"Hi Mia, we met at the fair in Lyon. Could you tell me whom to ask about dikes?":                nil,
		"Hi Mia, our solution saves firms like Northwind two days a month. Book a call with me.":        {Pitch},
		"Hi Mia, we both know somebody I think highly of. (Put the name in.)":                           {Gap, Generic},
		"Hi Mia, thank you for the talk on 3 May.":                                                      nil,
		"Hi Mia, Mia is a lovely name.":                                                                 {Generic},
		"您好,我在里昂的水利展上听了您的演讲":                                                                            nil,
		"Hi Mia, " + strings.Repeat("we met in Lyon and ", 12) + "parted.":                              {Long},
		"Can you get me a referral at Northwind? Our product would boost your sales, free trial inside": {Pitch, Favor},
	} {
		var got []Kind
		for _, w := range Check(text, "Mia", 200) {
			got = append(got, w.Kind)
			if w.Text == "" || strings.Contains(w.Text, "%") {
				t.Errorf("%q: the warning reads %q", text, w.Text)
			}
			if w.Quote != "" && !strings.Contains(text, strings.TrimSuffix(w.Quote, "…")) {
				t.Errorf("%q does not hold the words %q", text, w.Quote)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestLimitIsTheAccounts(t *testing.T) {
	text := "Hi Mia, " + strings.Repeat("wir trafen uns in Lyon, ", 9)
	if n := Length(text); n <= 200 || n > 300 {
		t.Fatalf("%d characters", n)
	}
	if got := Check(text, "Mia", 300); len(got) > 0 {
		t.Errorf("with Premium: %v", got)
	}
	if got := Check(text, "Mia", 200); len(got) != 1 || got[0].Kind != Long {
		t.Errorf("without: %v", got)
	}
}

// NotThis warns of itself, and whatever is typed is checked without a crash.
func TestNotThis(t *testing.T) {
	if got := Check(NotThis, "", 200); len(got) != 1 || got[0].Kind != Stock || got[0].Quote != strings.TrimSuffix(NotThis, ".") {
		t.Errorf("%v", got)
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("Hi Mia, could you (Put", "Mia", "we met", "in Lyon")
	f.Fuzz(func(t *testing.T, text, first, why, known string) {
		for _, w := range Check(text, first, 200) {
			if w.Text == "" {
				t.Fatal("a warning without words")
			}
		}
		for _, v := range Variants(first, Parts{Why: why, Known: known}) {
			if utf8.ValidString(first) && utf8.ValidString(why) && utf8.ValidString(known) && !utf8.ValidString(v.Text) {
				t.Fatalf("%q", v.Text)
			}
		}
	})
}
