package notes

import "testing"

// TestProfileMayAnswer names the questions that a copied profile speaks to, and
// none of those that nobody's profile can answer.
func TestProfileMayAnswer(t *testing.T) {
	for question, want := range map[string]bool{
		"verified": true, "joined": true, "shared": true, "profile": true, "contact_info": true, "care_notice": true, "field": true, "generic_identity": true,
		"know": false, "trust": false, "photo": false, "elsewhere": false, "identity": false, "claimed_tie": false, "conflict": false, "none": false,
	} {
		if got := ProfileMayAnswer(question); got != want {
			t.Errorf("%s: %t", question, got)
		}
	}
}

func TestHints(t *testing.T) {
	f := Facts{Book: 2, Followed: "2024-05-01", NameOnly: true, Company: "Saltmarsh Lines", FollowsCompany: Undated}
	want := []Hint{
		{"know", "Your address book has 2 people of this name, so it does not tell whether you know this one."},
		{"know", "You follow somebody of this name on LinkedIn, since 2024-05-01."},
		{"admire", "You follow the page of Saltmarsh Lines."}, {"favor_company", "You follow the page of Saltmarsh Lines."},
	}
	got := f.Hints()
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
	if hints := (&Facts{Book: 1, Messages: 3}).Hints(); len(hints) > 0 {
		t.Errorf("of what answers there is no hint: %q", hints)
	}
}
