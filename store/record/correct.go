package record

import (
	"time"

	"linkvet/store/clean"
	"linkvet/store/fault"
)

// Arrow puts before and after side by side; none stands for an empty after.
func Arrow(was, is, none string) string {
	if is == "" {
		is = none
	}
	if was == "" {
		return is
	}
	return was + " -> " + is
}

// Edit is what a person corrects of an invitation: nil leaves a field as it is.
type Edit struct {
	Name, Headline, Company, URL, Note *string
	SentAt                             *time.Time
	PersonNote                         *string // the person's own note about them
}

// Correct changes the fields that e has and says what changed. What the archive
// says stays beside, so that the next import knows the row again and does not
// take the correction back.
func (inv *Invitation) Correct(e Edit) []string {
	var said []string
	for _, f := range []struct {
		name  string
		field *string
		to    *string
		clean func(string) string
	}{
		{FieldName, &inv.Name, e.Name, clean.Line},
		{FieldHeadline, &inv.Headline, e.Headline, clean.Line},
		{FieldCompany, &inv.Company, e.Company, clean.Line},
		{FieldURL, &inv.URL, e.URL, clean.Line},
		{FieldNote, &inv.Note, e.Note, clean.Text},
	} {
		if f.to == nil {
			continue
		}
		to := f.clean(*f.to)
		if to == *f.field {
			continue
		}
		said = append(said, f.name+": "+Arrow(*f.field, to, "nothing"))
		inv.correctField(f.name, *f.field, to)
		*f.field = to
	}
	if e.SentAt != nil {
		if to := Moment(Seconds(*e.SentAt)); !to.Equal(inv.SentAt) {
			said = append(said, FieldSentAt+": "+Arrow(RFC3339(inv.SentAt), RFC3339(to), "nothing"))
			inv.correctField(FieldSentAt, RFC3339(inv.SentAt), RFC3339(to))
			inv.SentAt = to
		}
	}
	if e.PersonNote != nil {
		if to := clean.Text(*e.PersonNote); to != inv.PersonNote {
			said = append(said, "own note: "+Arrow(inv.PersonNote, to, "nothing"))
			inv.PersonNote = to
		}
	}
	return said
}

// correctField remembers what the archive says of a field. Writing that again
// is no correction any more.
func (inv *Invitation) correctField(name, was, is string) {
	if !inv.Listed {
		return // nobody but the person has said anything
	}
	original, corrected := inv.Corrected[name]
	switch {
	case corrected && original == is:
		delete(inv.Corrected, name)
	case corrected:
	case inv.Corrected == nil:
		inv.Corrected = map[string]string{name: was}
	default:
		inv.Corrected[name] = was
	}
}

func NotAProfile(url string) error {
	return fault.Invalid("%q is not the address of a LinkedIn profile, such as https://www.linkedin.com/in/name", clean.Line(url))
}

// SwapCorrections exchanges what the person sees and what the archive says,
// where they corrected it. Doing so twice changes nothing.
func (inv *Invitation) SwapCorrections() {
	for name, said := range inv.Corrected {
		switch name {
		case FieldSentAt:
			inv.Corrected[name] = RFC3339(inv.SentAt)
			inv.SentAt, _ = time.Parse(time.RFC3339, said) // written by RFC3339; "" is no time
		case FieldName:
			inv.Corrected[name], inv.Name = inv.Name, said
		case FieldHeadline:
			inv.Corrected[name], inv.Headline = inv.Headline, said
		case FieldCompany:
			inv.Corrected[name], inv.Company = inv.Company, said
		case FieldURL:
			inv.Corrected[name], inv.URL = inv.URL, said
		case FieldNote:
			inv.Corrected[name], inv.Note = inv.Note, said
		}
	}
}
