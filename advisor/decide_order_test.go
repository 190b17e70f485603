package advisor

import "testing"

// everyState visits every state of an incoming invitation that decides
// differently, with its benefit reduced to what the verdict reads.
func everyState(visit func(caseState)) {
	for stop := noStop; stop <= stopBlock; stop++ {
		for w := stranger; w <= trusted; w++ {
			for r := other; r <= sellerNever; r++ {
				for b := badgeOpen; b <= badgeNone; b++ {
					for plain := genuine; plain <= fake; plain++ {
						for without := plain; without <= fake; without++ {
							for reason := barren; reason <= clearReason; reason++ {
								for f := favorOpen; f <= favorFailed; f++ {
									for _, uneasy := range []bool{false, true} {
										for _, mistaken := range []bool{false, true} {
											visit(caseState{
												stop: stop, who: w, role: r, badge: b, signs: judgment{plain, without}, mistaken: mistaken,
												benefit: benefit{reason: reason, favor: f, uneasy: uneasy},
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
}

var everyLeaning = []leaning{{}, {against: true}, {wantsRecruiter: true}, {wantsPeer: true, against: true}}

// TestEveryStateFollowsTheOrderOfDecision enumerates all of them.
func TestEveryStateFollowsTheOrderOfDecision(t *testing.T) {
	everyState(func(s caseState) {
		for _, l := range everyLeaning {
			r := decide(s, l)
			fail := func(rule string) { t.Fatalf("%s: %s for %+v under %+v", rule, r, s, l) }
			switch {
			case s.stop != noStop:
				if r != s.stop.under(decideIncoming(s, l)) || s.stop == stopCap && r < IgnoreOrVetFurther {
					fail("a stop sign decides at once, or makes it wait")
				}
			case s.role == badRecruiter:
				if r != Decline {
					fail("a recruiter with a bad name is declined")
				}
			case s.who == trusted:
				if r != Accept && !s.benefit.uneasy || s.benefit.uneasy && r != IgnoreOrVetFurther {
					fail("known and trusted is accepted without vetting, unless the person is uneasy")
				}
			case s.signs.plain == fake && (s.badge != badgeNone || s.signs.withoutBadge == fake) && r != Decline:
				fail("a fake is declined")
			case s.signs.plain == doubtful && r < IgnoreOrVetFurther:
				fail("a strong sign against is never better than ignore")
			case s.benefit.uneasy && r < IgnoreOrVetFurther:
				fail("unease never accepts")
			case s.who == distrusted && r < IgnoreOrVetFurther:
				fail("distrust is ignore at best")
			case r == DeclineAndBlock:
				fail("only a stop sign blocks")
			}
		}
	})
}

// TestEveryStepBetterNeverCloses compares each state with its better
// neighbors: milder stop, better judgment, a reason more, the favor test
// passed, no unease, no leans against.
func TestEveryStepBetterNeverCloses(t *testing.T) {
	everyState(func(s caseState) {
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

func betterNeighbors(s caseState) []caseState {
	var list []caseState
	add := func(change func(*caseState)) {
		b := s
		change(&b)
		list = append(list, b)
	}
	if s.stop > noStop {
		add(func(b *caseState) { b.stop-- })
	}
	if s.signs.plain > genuine {
		add(func(b *caseState) { b.signs.plain-- })
	}
	if s.signs.withoutBadge > s.signs.plain {
		add(func(b *caseState) { b.signs.withoutBadge-- })
	}
	if s.benefit.reason < clearReason {
		add(func(b *caseState) { b.benefit.reason++ })
	}
	if s.benefit.favor != favorPassed {
		add(func(b *caseState) { b.benefit.favor = favorPassed })
	}
	if s.benefit.uneasy {
		add(func(b *caseState) { b.benefit.uneasy = false })
	}
	if s.mistaken {
		add(func(b *caseState) { b.mistaken = false })
	}
	if s.badge != badgeMatches {
		add(func(b *caseState) { b.badge, b.signs.withoutBadge = badgeMatches, b.signs.plain })
	}
	return list
}

// TestEveryTallyBetterNeverCloses enumerates the tallies: a sign more for, or
// one less against, never makes the judgment worse.
func TestEveryTallyBetterNeverCloses(t *testing.T) {
	everyTally(func(s tally) {
		for _, d := range []tally{
			{strongFor: 1, outside: 1}, {moderate: 1}, {moderate: 1, outside: 1}, {weak: 1}, {outside: 1},
			{against: -1}, {moderateAgainst: -1, moderate: 1}, {weakAgainst: -1, weak: 1},
			{moderate: 1, weak: -1}, {strongFor: 1, moderate: -1, outside: 1},
			{against: -1, moderateAgainst: 1, moderate: -1}, {against: -1, weakAgainst: 1, weak: -1},
		} {
			b := s.plus(d)
			if b.against >= 0 && b.moderateAgainst >= 0 && b.weakAgainst >= 0 && judge(b) > judge(s) {
				t.Fatalf("%+v is %d, but %+v is %d", s, judge(s), b, judge(b))
			}
		}
	})
}

// TestNobodyIsGenuineByTheirOwnWords: whatever the inviter wrote and whomever
// they collected, one sign must not be in their hands.
func TestNobodyIsGenuineByTheirOwnWords(t *testing.T) {
	everyTally(func(s tally) {
		if s.outside == 0 && s.strongFor == 0 && judge(s) == genuine {
			t.Fatalf("%+v is genuine with nothing from outside", s)
		}
	})
	for _, q := range rules().signs {
		for _, ans := range q.Answers {
			if ans.Outcome == Supports && ans.Strength == Strong && !ans.Outside {
				t.Errorf("%s=%s is strong, yet in the inviter's hands", q.ID, ans.Value)
			}
		}
	}
}

// everyTally visits every tally that answers can add up to.
func everyTally(visit func(tally)) {
	for against := 0; against <= maxAgainst; against++ {
		for moderateAgainst := 0; moderateAgainst <= 3; moderateAgainst++ {
			for weakAgainst := 0; weakAgainst <= 3; weakAgainst++ {
				for strong := 0; strong <= maxStrongFor; strong++ {
					for outside := bit(strong > 0); outside <= maxStrongFor; outside++ {
						for moderate := leastModerate; moderate < leastModerate+gridRows; moderate++ {
							for weak := leastWeak; weak < leastWeak+gridColumns; weak++ {
								visit(tally{against, moderateAgainst, weakAgainst, strong, moderate, weak, outside})
							}
						}
					}
				}
			}
		}
	}
}

// TestPlanesForgetNothing: two tallies on one plane are judged alike, and stay so
// whatever is added to both.
func TestPlanesForgetNothing(t *testing.T) {
	everyTally(func(s tally) {
		on := onPlane[s.plane()]
		on.moderate, on.weak = s.moderate, s.weak
		for _, d := range []tally{{}, {strongFor: 1, outside: 1}, {moderate: 1, outside: 1}, {against: 1}, missingBadge, {weakAgainst: 1, weak: -1}} {
			was, is := s.plus(d), on.plus(d)
			if judge(was) != judge(is) || was.plane() != is.plane() {
				t.Fatalf("%+v and %+v are on one plane, but with %+v they part", s, on, d)
			}
		}
	})
}

func TestEveryRecommendationIsReachable(t *testing.T) {
	if got := reachable(Case{}); got != allRecommendations {
		t.Errorf("reachable from nothing: %v", got.list())
	}
}

func TestLabelsFitTheDirection(t *testing.T) {
	for _, r := range Recommendations() {
		seen := map[string]bool{}
		for _, label := range []string{r.LabelFor("", ""), r.LabelFor("outgoing", ""), r.LabelFor("incoming", "join")} {
			if label == "" || seen[label] {
				t.Errorf("%s is called %q", r, label)
			}
			seen[label] = true
		}
	}
	if got := Recommendation(0).LabelFor("outgoing", "connect"); got != "" {
		t.Errorf("nothing advised is called %q", got)
	}
}
