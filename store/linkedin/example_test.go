package linkedin_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"linkvet/store/linkedin"
)

func ExampleRead() {
	archive, err := linkedin.Read(context.Background(), []string{archives + "/2022"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, inv := range archive.Invitations {
		fmt.Printf("%s, sent %s: %q\n", inv.Name, inv.SentAt.Format("2006-01-02 15:04 MST"), inv.Note)
	}
	for _, c := range archive.Connections {
		fmt.Printf("connected to %s since %s\n", c.Name, c.ConnectedOn.Format("2006-01-02"))
	}
	for _, warning := range archive.Warnings {
		fmt.Println(warning)
	}
	// Output:
	// Wren Doe, Ph.D., sent 2022-09-18 14:07 UTC: "Loved your paper on tide gates"
	// Orla Fairbrook, sent 2022-09-17 20:30 UTC: ""
	// connected to Wren Doe, Ph.D. since 2022-09-18
	// connected to Kester Birchfield since 2021-02-02
	// 2 connections hide their name and were left out
}

func ExampleRead_errors() {
	for _, path := range []string{"nowhere.zip", archives + "/broken/not-a-zip.zip"} {
		_, err := linkedin.Read(context.Background(), []string{path}, nil)
		var format *linkedin.FormatError
		switch {
		case errors.Is(err, fs.ErrNotExist):
			fmt.Println("not found:", err)
		case errors.As(err, &format):
			fmt.Printf("bad data: %s (%s)\n", format.Problem, format.Hint)
		}
	}
	// Output:
	// not found: nowhere.zip: file does not exist; check the path for a typing error
	// bad data: the zip is damaged or was not downloaded to the end (download it again; LinkedIn's link works for 72 hours)
}
