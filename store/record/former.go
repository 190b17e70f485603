package record

import (
	"linkvet/advisor"
	"linkvet/store/quantity"
)

// Former is the advice that was kept before the rules or the profile changed it.
type Former struct {
	Recommendation advisor.Recommendation `json:"recommendation"`
	Report         bool                   `json:"report"`
	Rules          string                 `json:"rules"` // by which it was given; "" for those of an earlier program
}

// formerRecord is Former as it is kept, with the same rule as for record.
type formerRecord struct {
	Recommendation string `cbor:"1,keyasint,omitempty"`
	Report         bool   `cbor:"2,keyasint,omitempty"`
	Rules          string `cbor:"3,keyasint,omitempty"`
}

func recordFormer(f Former) *formerRecord {
	if f == (Former{}) {
		return nil
	}
	return &formerRecord{f.Recommendation.String(), f.Report, f.Rules}
}

func (r *formerRecord) former() (Former, error) {
	if r == nil {
		return Former{}, nil
	}
	recommendation, err := advisor.ParseRecommendation(r.Recommendation)
	return Former{recommendation, r.Report, r.Rules}, err
}

// FormerAdvice returns the former advice for scripts, nil for none.
func (inv Invitation) FormerAdvice() *Former {
	if inv.Former.Recommendation == 0 {
		return nil
	}
	former := inv.Former
	return &former
}

// FormerText says what was advised before, "" for nothing.
func (inv Invitation) FormerText() string {
	if inv.Former.Recommendation == 0 {
		return ""
	}
	return quantity.Text("The advice was “%s” before the rules or your profile changed it.",
		inv.Former.Recommendation.AdviceFor(string(inv.Direction), inv.Answers.Value("kind"), inv.Former.Report))
}

// Advise keeps what is advised on the answers. Advice that stays the same keeps
// the rules that first gave it, and what it was before.
func (inv *Invitation) Advise(r advisor.Recommendation, report, settled bool, rules string) {
	if r == 0 || r != inv.Recommendation || report != inv.Report {
		inv.Rules, inv.Former = rules, Former{}
	}
	inv.Recommendation, inv.Report, inv.Settled = r, report, settled
}

// Revise notes what was advised before the rules or the profile changed it. When
// that is advised again which was advised then, nothing is different any more.
func (inv *Invitation) Revise(before Invitation) {
	if before.Recommendation == 0 || inv.Recommendation == before.Recommendation && inv.Report == before.Report {
		return
	}
	if was := before.Former; was.Recommendation == inv.Recommendation && was.Report == inv.Report {
		inv.Rules = was.Rules
		return
	}
	inv.Former = Former{before.Recommendation, before.Report, before.Rules}
}
