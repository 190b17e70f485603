// Package insight is the screen of statistics. Counting runs beside the screen, which
// says how far it is and can be left at any time; what was counted is drawn in as
// many columns as there is room for.
package insight
