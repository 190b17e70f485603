package screen

import "linkvet/store/record"

// Preferences are how a person likes to look at the lists, and where they were.
// They are kept in the store beside unsaved text, and belong to no record.
type Preferences struct{ values map[string]string }

// Order is what a list is sorted by; "" while the person has not chosen.
func (p Preferences) Order(list string) string { return p.values[record.PreferredOrder+list] }

// SetOrder keeps what a list is sorted by; "" is as it comes.
func (p Preferences) SetOrder(list, order string) { p.set(record.PreferredOrder+list, order) }

// Preview is where the preview is; "" while the person has not chosen.
func (p Preferences) Preview() string { return p.values[record.PreferredPreview] }

// SetPreview keeps where the preview is; "" is where it fits best.
func (p Preferences) SetPreview(place string) { p.set(record.PreferredPreview, place) }

// Begun is the ID of the invitation whose questions were begun last and which is
// not decided yet; "" for none.
func (p Preferences) Begun() string { return p.values[record.PreferredBegun] }

// SetBegun keeps whose questions were begun last.
func (p Preferences) SetBegun(id string) { p.set(record.PreferredBegun, id) }

// Pass is the visit that the answers of the first pass under way belong to; "" while
// none is.
func (p Preferences) Pass() string { return p.values[record.PreferredPass] }

// SetPass keeps the visit of a first pass until it is done.
func (p Preferences) SetPass(visit string) { p.set(record.PreferredPass, visit) }

func (p Preferences) set(key, value string) {
	if value == "" {
		delete(p.values, key)
		return
	}
	p.values[key] = value
}
