// Package mail reads LinkedIn's mails as people save them: what a mail is about,
// whom it tells of, and what speaks against its being LinkedIn's. A mail is
// believed to be LinkedIn's as long as nothing speaks against it; an offline
// reader cannot know more.
package mail
