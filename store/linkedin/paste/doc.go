// Package paste recognises an invitation in text copied from LinkedIn's pages.
package paste
