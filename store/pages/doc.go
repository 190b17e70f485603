// Package pages looks at a bbolt file from end to end, page by page and beside
// bbolt, so that bbolt can be trusted with it afterwards. It knows seals and
// nothing of invitations.
package pages
