package letter

// Part is one of the things to say in a note, as the person is asked for it.
type Part struct {
	ID      string // the question whose answer note keeps it
	Flag    string // of the command
	Label   string
	Example string
}

// Asked are the parts in the order they are asked for (003, line 50).
func Asked() []Part {
	return []Part{
		{"own_words", "why", "Why you write", "your talk on dikes changed how we plan"},
		{"know", "how", "How you know each other", "we met at the water fair in Lyon"},
		{"benefit", "for", "What for", "I would like to hear how the pilot goes"},
	}
}

// PartsOf are the parts that the person has written down, from their notes on
// answers.
func PartsOf(notes map[string]string) Parts {
	return Parts{Why: notes["own_words"], Known: notes["know"], For: notes["benefit"]}
}
