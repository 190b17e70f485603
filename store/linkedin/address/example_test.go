package address_test

import (
	"fmt"
	"linkvet/store/linkedin/address"
)

func ExampleProfile() {
	fmt.Println(address.Profile("linkedin.com/comm/in/Zo%C3%AB-Fairbrook/?midToken=secret"))
	fmt.Println(address.Profile("https://linkedin.com.example.net/in/zoe"))
	// Output:
	// https://www.linkedin.com/in/zoë-fairbrook zoë-fairbrook
}
