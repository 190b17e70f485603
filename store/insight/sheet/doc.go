// Package sheet draws a report: as one HTML page, which needs nothing beside
// itself and runs nothing, and the months of it as a picture in SVG. Both follow
// the reader's choice of light or dark, and the page prints in black on white.
package sheet
