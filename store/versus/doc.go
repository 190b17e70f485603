// Package versus times two things in turn, ours and the least that could do the
// same, for benchmarks. A time alone says more about the machine than about the
// program; how many times the least it takes can be compared.
package versus
