package clean_test

import (
	"fmt"

	"linkvet/store/clean"
)

func ExampleLine() {
	fmt.Printf("%q\n", clean.Line("\x1b[31mRed\x1b[0m\tHer\u200bring\u202e \r\n"))
	// Output: "Red Herring"
}
