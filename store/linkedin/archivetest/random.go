package archivetest

// random is a small generator (SplitMix64) of our own, because fixtures must
// stay the same when the standard library's generators change.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// chance is true once in n times.
func (r *random) chance(n int) bool { return r.below(n) == 0 }

// pick returns one of the words.
func (r *random) pick(words []string) string { return words[r.below(len(words))] }
