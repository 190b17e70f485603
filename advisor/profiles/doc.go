// Package profiles judges what was read of somebody's profile, beside what the
// person's own archive says: which answers it speaks for, and what else is worth
// a line beside a question. It is pure.
//
// Who wrote a line decides what it may speak for. Most of a profile is its
// owner's; that may speak about field and role, or against them, and never for
// them alone. What LinkedIn or others wrote may speak for somebody, and so may
// the person's own archive.
//
// Nothing is ever concluded from a name, pronouns, a photo, a country, a language,
// a school's rank, age, gaps or spelling.
package profiles
