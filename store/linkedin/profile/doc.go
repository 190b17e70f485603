// Package profile reads what a person copied or saved of somebody's profile: the
// page as text or HTML, the panel "About this profile", the box of contact
// details, or the text that the app shares.
//
// Most of a profile was written by its owner. So what is read says who wrote it:
// the panel, the counts and the line about connections in common are LinkedIn's;
// free text (descriptions, posts, recommendations) is never read at all, and the
// text under About only for warnings.
// Text can imitate LinkedIn's headings, so sections count only in LinkedIn's
// order, and the panel only at the beginning or below the page's own end. A fact
// that is absent says nothing: pages are copied in parts.
package profile
