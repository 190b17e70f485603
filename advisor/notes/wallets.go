package notes

import "strings"

// How many characters the address of a wallet has. Longer ones (of Monero, say)
// are rare, and other secrets look like them.
const (
	shortestWallet = 25
	longestWallet  = 64
)

// walletIn returns the first address of a crypto wallet in a note.
func walletIn(note string, words []word) (string, bool) {
	for _, w := range words {
		if size := w.end - w.start; size < shortestWallet || size > longestWallet || partOfLink(note, w) {
			continue
		}
		if text := note[w.start:w.end]; isWallet(text) {
			return text, true
		}
	}
	return "", false
}

// partOfLink reports whether a word continues as addresses on the network do.
func partOfLink(note string, w word) bool {
	const joints = "/=_-&?#%@+"
	return w.start > 0 && strings.IndexByte(joints, note[w.start-1]) >= 0 || w.end < len(note) && strings.IndexByte(joints, note[w.end]) >= 0
}

// isWallet reports whether text is written like an address of Bitcoin, Litecoin,
// Cardano (bech32), Ethereum and its kin (hexadecimal), or of Bitcoin, Tron,
// Dogecoin, Ripple and Solana (base 58). Checksums are left aside: an address
// with a misprint asks for money too.
func isWallet(text string) bool {
	for _, prefix := range []string{"bc1", "ltc1", "addr1"} {
		if rest, ok := strings.CutPrefix(strings.ToLower(text), prefix); ok {
			return alternates(rest)
		}
	}
	if rest, ok := strings.CutPrefix(text, "0x"); ok {
		return len(rest) >= 38 && len(rest) <= 42 && strings.Trim(rest, "0123456789abcdefABCDEF") == ""
	}
	switch {
	case len(text) > 44 || strings.ContainsAny(text, "0OIl") || strings.ToLower(text) == text || strings.ToUpper(text) == text:
		return false
	case len(text) < 43 && !strings.Contains("13TLDrX", text[:1]):
		return false
	}
	return alternates(text)
}

// alternates reports whether letters and digits of ASCII change places often,
// which they do in no word.
func alternates(text string) bool {
	const fewest = 4
	changes := 0
	for i := range len(text) {
		if plain[text[i]] == 0 {
			return false
		}
		if i > 0 && isDigit(text[i]) != isDigit(text[i-1]) {
			changes++
		}
	}
	return changes >= fewest
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
