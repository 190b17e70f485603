package wording

// Class is what some words of LinkedIn's are there for.
type Class int

// Of the cards of its pages.
const (
	Accept Class = iota // buttons, as whole lines
	Ignore
	Withdraw
	Reply   // answers the note above it
	Buttons // the others, and menus
	More    // ends a text that is cut off
	Page    // headings, tabs and menus around the cards
	Label   // what a picture or a button says to a screen reader; it names the person

	Invites // the sentence of an invitation to the member
	Invited // what stands by one of the member's own

	// Cards that are no invitation to connect.
	Follow
	Subscribe
	Attend
	Group
	Connected

	Mutual    // how the line about connections in common ends
	Followers // lines that only look like it
	Pronouns
	Degree
	Badge
	Counts     // stand behind a number on a profile
	ManyCounts // are such a number
	Contact    // stands by the place on a profile

	// Of times.
	ago
	today
	yesterday
	second
	minute
	hour
	day
	week
	month
	year
	one
	months // twelve, in order; a stroke parts the spellings of one
	sent
	received

	// Of mails.
	Standard // sentences where the inviter wrote nothing
	Network  // what they speak of
	Asks     // sentences of LinkedIn's about the invitation ...
	Reminds
	Accepts // ... about one of the member's own that was accepted ...
	Writes  // ... and about a message

	InAccepted // what a mail's subject holds
	InPeopleYouMayKnow
	InDigest
	InReminder
	InJoin
	InInvitation
	InMessage

	Via      // between a sender's name and LinkedIn's
	Greeting // how a mail begins
	List     // in the sentence above a list of people
	Actions  // buttons, and in plain text the labels before their addresses
	Footer   // how the small print begins

	Forwarded // the line above a forwarded mail
	From      // its header
	Subject
	Date
	To

	Nobody // the name of members who hide theirs

	// Of profiles.
	About // headings of a profile's sections, in LinkedIn's order
	Highlights
	Activity
	Experience
	Education
	Skills
	Recommendations
	Interests
	OtherSections // headings of the others, which come anywhere
	Sidebar       // headings beside or below the profile, with other people under them
	Panel         // the heading of "About this profile" ...
	Joined        // ... and its labels
	PanelContact
	PanelPhoto
	Verifications
	Identity // kinds of what is confirmed
	Workplace
	Institution
	Confirmed // how it was confirmed
	NoVerifications
	EmploymentKinds // stand behind a company
	FullTime
	Present   // stands for today in a range of months
	AllSkills // say how many there are
	Endorsements
	AllReceived
	AllPositions
	EndorsedBy
	NothingHere
	Logo        // the label of a company's picture
	Care        // LinkedIn's own warning
	ContactCard // the heading of the box of contact details, and its labels
	ProfileOf
	Website
	Email
	ConnectedOn
	OfCompany
	BothWorked // what LinkedIn says the two have in common
	BothStudied
	Share // what the app writes when somebody shares a profile
	Feed  // what other pages have
	CompanyPage
	Search
	Jobs
	Inbox
	BadgeLabel
	Over   // says that a span is longer than the number
	ands   // between two names
	copula // between names and "mutual connections"
	classes
)

// keys are the classes' names in the files of words.
var keys = map[string]Class{
	"accept": Accept, "ignore": Ignore, "withdraw": Withdraw, "reply": Reply, "buttons": Buttons, "more": More, "page": Page, "label": Label,
	"invites": Invites, "invited": Invited, "follow": Follow, "subscribe": Subscribe, "attend": Attend, "group": Group, "connected": Connected,
	"mutual": Mutual, "followers": Followers, "pronouns": Pronouns, "degree": Degree, "badge": Badge, "counts": Counts, "manycounts": ManyCounts, "contact": Contact,
	"ago": ago, "today": today, "yesterday": yesterday, "second": second, "minute": minute, "hour": hour, "day": day, "week": week,
	"month": month, "year": year, "one": one, "months": months, "sent": sent, "received": received,
	"standard": Standard, "network": Network, "asks": Asks, "reminds": Reminds, "accepts": Accepts, "writes": Writes,
	"accepted": InAccepted, "pymk": InPeopleYouMayKnow, "digest": InDigest, "reminder": InReminder, "join": InJoin, "invitation": InInvitation, "message": InMessage,
	"via": Via, "greeting": Greeting, "list": List, "actions": Actions, "footer": Footer,
	"forwarded": Forwarded, "from": From, "subject": Subject, "date": Date, "to": To, "nobody": Nobody,
	"about": About, "highlights": Highlights, "activity": Activity, "experience": Experience, "education": Education, "skills": Skills, "recommendations": Recommendations, "interests": Interests, "sections": OtherSections, "sidebar": Sidebar, "panel": Panel, "joined": Joined, "panelcontact": PanelContact, "panelphoto": PanelPhoto, "verifications": Verifications, "identity": Identity, "workplace": Workplace, "institution": Institution, "confirmed": Confirmed, "noverifications": NoVerifications, "kinds": EmploymentKinds, "fulltime": FullTime, "present": Present, "allskills": AllSkills, "endorsements": Endorsements, "allreceived": AllReceived, "allpositions": AllPositions, "endorsedby": EndorsedBy, "nothing": NothingHere, "logo": Logo, "care": Care, "contactcard": ContactCard, "profileof": ProfileOf, "website": Website, "email": Email, "connectedon": ConnectedOn, "ofcompany": OfCompany, "bothworked": BothWorked, "bothstudied": BothStudied, "share": Share, "feed": Feed, "companypage": CompanyPage, "search": Search, "jobs": Jobs, "inbox": Inbox, "badgelabel": BadgeLabel, "over": Over, "ands": ands, "copula": copula,
}
