// Package advisor turns the answers about one LinkedIn invitation into an
// explained recommendation.
//
// It is pure: no input or output, no clock, no randomness, no terminal. The
// same case always gives the same advice, whatever the order of its answers.
//
// Its files work in layers, told by the beginning of their names. Each uses
// those above it and never those below:
//
//	rulebook.yaml  every word, strength and source, and when a question is asked
//	input_         the rulebook read strictly; cases and answers from JSON
//	decide_        answers -> facts, signs and benefit -> the order of decision
//	ahead_         the same over every way the open questions could be answered:
//	               what is possible, what to check, which pages come
//	words_         summary, ways to respond, reply drafts, next steps
//	advise.go      all of it together
//
// Invariants: a stop sign dominates every other answer; making one answer
// better never makes the recommendation more closed; a settled recommendation
// survives every completion of the open questions; every question has exactly
// one finding in every advice; nothing is ever a number of trust.
package advisor
