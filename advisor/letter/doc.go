// Package letter helps a person to write the note that goes with an invitation
// they send: it makes notes of what they say, counts them and says what speaks
// against one (source 003, line 50). The words stay the person's own: nothing is
// made up, and nothing is sent. It is as pure as the advisor.
package letter
