package advisor

import "testing"

// everyStanding visits every standing of an incoming invitation that decides
// differently, with its worth reduced to what the verdict reads.
func everyStanding(visit func(standing)) {
	for stop := noStop; stop <= stopBlock; stop++ {
		for w := stranger; w <= trusted; w++ {
			for r := other; r <= sellerNever; r++ {
				for b := badgeOpen; b <= badgeNone; b++ {
					for plain := genuine; plain <= fake; plain++ {
						for without := plain; without <= fake; without++ {
							for reason := noReason; reason <= clearReason; reason++ {
								for f := favorOpen; f <= favorFailed; f++ {
									for _, uneasy := range []bool{false, true} {
										visit(standing{
											stop: stop, who: w, role: r, badge: b, signs: judgement{plain, without},
											worth: worth{reason: reason, favor: f, uneasy: uneasy},
										})
									}
								}
							}
						}
					}
				}
			}
		}
	}
}

var everyLeaning = []leaning{{}, {against: true}, {wantsRecruiter: true}, {wantsPeer: true, against: true}}

// TestEveryStandingFollowsTheOrderOfDecision enumerates all of them.
func TestEveryStandingFollowsTheOrderOfDecision(t *testing.T) {
	everyStanding(func(s standing) {
		for _, l := range everyLeaning {
			r := decide(s, l)
			fail := func(rule string) { t.Fatalf("%s: %s for %+v under %+v", rule, r, s, l) }
			switch {
			case s.stop != noStop:
				if r != s.stop.recommendation() {
					fail("a stop sign decides at once")
				}
			case s.role == badRecruiter:
				if r != Decline {
					fail("a recruiter with a bad name is declined")
				}
			case s.who == trusted:
				if r != Accept {
					fail("known and trusted is accepted without vetting")
				}
			case s.signs.plain == fake && (s.badge != badgeNone || s.signs.withoutBadge == fake) && r != Decline:
				fail("a fake is declined")
			case s.signs.plain == doubtful && r < IgnoreOrVetFurther:
				fail("a strong sign against is never better than ignore")
			case s.worth.uneasy && r < IgnoreOrVetFurther:
				fail("unease never accepts")
			case s.who == distrusted && r < IgnoreOrVetFurther:
				fail("distrust is ignore at best")
			case r == DeclineAndBlock:
				fail("only a stop sign blocks")
			}
		}
	})
}

// TestEveryStepBetterNeverCloses compares each standing with its better
// neighbors: milder stop, better judgement, a reason more, the favor test
// passed, no unease, no leans against.
func TestEveryStepBetterNeverCloses(t *testing.T) {
	everyStanding(func(s standing) {
		for _, l := range everyLeaning {
			r := decide(s, l)
			for _, better := range betterNeighbors(s) {
				if b := decide(better, l); b > r {
					t.Fatalf("%s for %+v, but %s for the better %+v", r, s, b, better)
				}
			}
			milder := l
			milder.against = false
			if b := decide(s, milder); b > r {
				t.Fatalf("%s with leans against, but %s without: %+v", r, b, s)
			}
		}
	})
}

func betterNeighbors(s standing) []standing {
	var list []standing
	add := func(change func(*standing)) {
		b := s
		change(&b)
		list = append(list, b)
	}
	if s.stop > noStop {
		add(func(b *standing) { b.stop-- })
	}
	if s.signs.plain > genuine {
		add(func(b *standing) { b.signs.plain-- })
	}
	if s.signs.withoutBadge > s.signs.plain {
		add(func(b *standing) { b.signs.withoutBadge-- })
	}
	if s.worth.reason < clearReason {
		add(func(b *standing) { b.worth.reason++ })
	}
	if s.worth.favor != favorPassed {
		add(func(b *standing) { b.worth.favor = favorPassed })
	}
	if s.worth.uneasy {
		add(func(b *standing) { b.worth.uneasy = false })
	}
	if s.badge != badgeMatches {
		add(func(b *standing) { b.badge, b.signs.withoutBadge = badgeMatches, b.signs.plain })
	}
	return list
}

// TestEveryTallyBetterNeverCloses enumerates the tallies: a sign more for, or
// one less against, never makes the judgement worse.
func TestEveryTallyBetterNeverCloses(t *testing.T) {
	for against := 0; against <= maxAgainst; against++ {
		for others := 0; others <= maxOthers; others++ {
			for strong := 0; strong <= maxStrongFor; strong++ {
				for moderate := leastModerate; moderate < leastModerate+gridRows; moderate++ {
					for weak := leastWeak; weak < leastWeak+gridColumns; weak++ {
						s := tally{against, others, strong, moderate, weak}
						for _, d := range []tally{{strongFor: 1}, {moderate: 1}, {weak: 1}, {against: -1}, {others: -1},
							{moderate: 1, weak: -1}, {strongFor: 1, moderate: -1}, {others: 1, against: -1}} {
							b := s.plus(d)
							if b.against >= 0 && b.others >= 0 && judge(b) > judge(s) {
								t.Fatalf("%+v is %d, but %+v is %d", s, judge(s), b, judge(b))
							}
						}
					}
				}
			}
		}
	}
}

func TestEveryRecommendationIsReachable(t *testing.T) {
	if got := reachable(Answers{}, leaning{}); got != allRecommendations {
		t.Errorf("reachable from nothing: %v", got.list())
	}
}
