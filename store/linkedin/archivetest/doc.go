// Package archivetest makes synthetic LinkedIn archives in the true shape, of
// any size, for tests and benchmarks. The same options always give the same
// bytes before packing. Everybody in them is invented.
package archivetest
