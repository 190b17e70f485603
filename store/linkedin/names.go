package linkedin

import (
	"path"
	"strings"
	"unicode"
)

// linkedIns are the names of the archive's other tables, which are skipped in
// silence.
var linkedIns = func() map[string]bool {
	names := map[string]bool{}
	for name := range strings.SplitSeq("adsclicked adtargeting articles causes causesyoucareabout certifications coachmessages comments "+
		"companyfollows connections contacts courses creatorfollows eventregistrations easyapplyblocks education emailaddresses endorsementgiveninfo endorsementreceivedinfo events groups guidemessages "+
		"hashtagfollows honors identities importedcontacts inferencesaboutyou instantreposts invitations jobapplicantsavedanswers jobapplicantsavedscreeningquestionresponses "+
		"jobapplications jobseekerpreferences languages lanadsengagement learning learningcoachmessages learningcoachaimessages learningroleplaymessages likes logins memberfollows messages "+
		"notes organizations patents phonenumbers positions privateidentityasset profile profilesummary projects publications providers reactions receipts receiptsvlbp receiptsv "+
		"recommendationsgiven recommendationsreceived registration requests richmedia engagements opportunities saveditems savedjobalerts savedjobs searchqueries securitychallenges "+
		"services shares skills subscriptions surveyresponses talentquestion testscores verification verifications videos volunteering volunteeringexperiences votes whatsappphonenumbers", " ") {
		names[name] = true
	}
	return names
}()

// isLinkedIns reports the name of a table of the archive. LinkedIn has written
// them with spaces, underscores and a member's number behind them.
func isLinkedIns(name string) bool {
	base := path.Base(name)
	base = strings.TrimSuffix(base, path.Ext(base))
	letters := strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, base)
	return linkedIns[letters]
}
