// Package advisor turns the answers about one LinkedIn invitation into an
// explained recommendation.
//
// It is pure: no input or output, no clock, no randomness, no terminal. The
// same case always gives the same advice, whatever the order of its answers.
//
// The work runs in stages, one file each:
//
//	rulebook.yaml     every word, strength and source; embedded, decoded strictly (rulebook.go)
//	facts.go          who they are to the person, and what the profile adds
//	signs.go          vetting answers -> a tally of signs for and against
//	worth.go          worth and favor-test answers -> is there a reason
//	standing.go       answers, as numbers (outline.go) -> facts, signs and worth together
//	verdict.go        the order of decision: standing -> recommendation
//	completions.go    the same over every way the open questions could be answered
//	                  (parts.go, worthset.go, signoutlook.go, tallyset.go, verdicts.go)
//	findings.go       one finding for each question
//	inquiry.go        what could still change the advice: checks and flips
//	next.go           what to ask next
//	words.go          summary, ways to respond, reply drafts, next steps (conditions.go)
//
// Beside them:
//
//	parse.go          cases from JSON, strictly (jsontree.go, input.go, answers.go)
//	background.go     what is worth knowing, for the help screens
//
// Invariants: a stop sign dominates every other answer; making one answer
// better never makes the recommendation more closed; a settled recommendation
// survives every completion of the open questions; every question has exactly
// one finding in every advice; nothing is ever a number of trust.
package advisor
