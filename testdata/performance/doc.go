// Package performance measures linkvet from outside, beside the least that could
// do the same, and writes what it measured into docs/performance.md and the
// README. It is no part of go test ./... and has to be named.
package performance
