package words

import (
	"fmt"

	"linkvet/store/merge"
	"linkvet/store/quantity"
	"linkvet/tui/style"
)

// Count is how many there are of something, and of what.
type Count struct {
	N    int
	What string
}

// Standing counts an archive's invitations by where they stand.
func Standing(r merge.ImportReport) []Count {
	counts := []Count{{r.Waiting, "waiting for your decision"}, {r.Accepted, "already among your connections"}, {r.Outgoing, "sent by you and not answered"}}
	for _, c := range []Count{
		{r.Later, "put off by you"}, {r.Resurfaced, "of those changed since, so they are back in Waiting"},
		{r.Decided, "decided by you before"}, {r.Gone, "no longer listed"}, {r.AddressBook, "in your address book"},
	} {
		if c.N > 0 {
			counts = append(counts, c)
		}
	}
	return counts
}

// Changes says what an import did to the store, or would do.
func Changes(r merge.ImportReport, done bool) string {
	if done {
		return quantity.Text("%d new, %d changed, %d unchanged", r.Added, r.Updated, r.Unchanged)
	}
	return quantity.Text("%d would be new, %d would change, %d unchanged", r.Added, r.Updated, r.Unchanged)
}

// Remarks are an import's warnings, and what it skipped, with file and line.
func Remarks(r merge.ImportReport) []string {
	var said []string
	for _, warning := range r.Warnings {
		said = append(said, style.OneLine(quantity.Text("Note: %s", warning)))
	}
	if n := len(r.Skipped); n > 0 {
		said = append(said, quantity.Sentence(n, "Skipped %d row:", "Skipped %d rows:"))
	}
	for _, skip := range r.Skipped {
		said = append(said, style.OneLine(fmt.Sprintf("%s:%d: %s", skip.File, skip.Line, skip.Reason)))
	}
	return said
}
