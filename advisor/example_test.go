package advisor_test

import (
	"fmt"

	"linkvet/advisor"
)

func Example() {
	advice := advisor.Advise(advisor.Case{
		Invitation: advisor.Invitation{Name: "Mia Berg"},
		Answers:    advisor.Answers{"know": {"well"}, "trust": {"yes"}},
	})
	fmt.Println(advice.Recommendation)
	fmt.Println(advice.Summary)
	fmt.Println("settled:", advice.Settled, "- the stop signs are still open")
	// Output:
	// accept
	// Accept: you know and trust them.
	// settled: false - the stop signs are still open
}
