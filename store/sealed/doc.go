// Package sealed puts values into bytes and a checksum in front of them, and takes
// them out again only when it fits. It does not know what the values are.
package sealed
