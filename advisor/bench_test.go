package advisor

import "testing"

// BenchmarkAdvise times whole advice with completions: nothing answered (the
// most there is to look ahead at), a stranger half way, and a settled case.
func BenchmarkAdvise(b *testing.B) {
	halfway := Answers{"know": {"no"}, "role": {"peer"}, "claimed_tie": {"true"}, "photo": {"professional"}, "field": {"same"}}
	for _, q := range book().stops {
		halfway[q.ID] = []string{noneOf(q)}
	}
	for name, answers := range map[string]Answers{
		"empty":   {},
		"halfway": halfway,
		"settled": {"asks_for_money": {"yes"}},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Advise(Case{Answers: answers})
			}
		})
	}
}

// BenchmarkReachable times one exact set of completions, with everything open.
func BenchmarkReachable(b *testing.B) {
	for b.Loop() {
		reachable(Answers{}, leaning{})
	}
}

// BenchmarkNext times choosing the next question for a stranger.
func BenchmarkNext(b *testing.B) {
	a := Answers{"know": {"no"}, "role": {"other"}}
	for _, q := range book().stops {
		a[q.ID] = []string{noneOf(q)}
	}
	for b.Loop() {
		Next(Case{Answers: a})
	}
}
