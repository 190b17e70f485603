package importing

import (
	"testing"
	"time"
)

func TestTimeLeft(t *testing.T) {
	for _, c := range []struct {
		done, total int
		took        time.Duration
		want        string
	}{
		{10, 100, 500 * time.Millisecond, ""},
		{100, 100, 5 * time.Second, ""},
		{25_000, 100_000, 5 * time.Second, "about 15s left"},
	} {
		if got := timeLeft(c.done, c.total, c.took); got != c.want {
			t.Errorf("%d of %d in %s: %q, want %q", c.done, c.total, c.took, got, c.want)
		}
	}
}
