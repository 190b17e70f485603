package advisor

// Topic is something worth knowing about invitations, for the help screens.
type Topic struct {
	Title string
	Texts []string
}

// Background returns the topics of the rulebook in its order.
func Background() []Topic {
	var topics []Topic
	for _, b := range book().Background {
		if n := len(topics); n > 0 && topics[n-1].Title == b.Topic {
			topics[n-1].Texts = append(topics[n-1].Texts, b.Text)
			continue
		}
		topics = append(topics, Topic{Title: b.Topic, Texts: []string{b.Text}})
	}
	return topics
}

// ProfileField is one question about the person themselves.
type ProfileField struct {
	Field string // as in Profile's JSON: usage, comfort, connections, posts_personal, job_search
	Label string
	Help  string
}

// ProfileFields returns the questions of the profile form, goals aside (see
// GoalChoices).
func ProfileFields() []ProfileField {
	fields := make([]ProfileField, len(book().ProfileHelp))
	for i, h := range book().ProfileHelp {
		fields[i] = ProfileField{Field: h.Field, Label: h.Label, Help: h.Help}
	}
	return fields
}

// Meaning says in one sentence what the recommendation means.
func (r Recommendation) Meaning() string {
	for _, m := range book().Recommendations {
		if m.ID == r {
			return m.Meaning
		}
	}
	return ""
}
