package advisor

import "io"

// This file is a stand-in that fixes the API while the packages are written side by side.

// Questions returns every question in the order of the rulebook.
func Questions() []Question { panic("stub") }

// QuestionByID returns one question.
func QuestionByID(id string) (Question, bool) { panic("stub") }

// RulebookVersion is the version of the question set.
func RulebookVersion() int { panic("stub") }

// Applies reports whether the question is asked, given the other answers.
func Applies(id string, a Answers) bool { panic("stub") }

// Advise turns a case into explained advice.
func Advise(c Case) Advice { panic("stub") }

// Assess is the short form of Advise: recommendation, report and settled only, for lists.
func Assess(c Case) (r Recommendation, report, settled bool) { panic("stub") }

// Next returns the questions to ask next on one screen: all open stop signs together, else one
// question; none when the advice is settled or everything that applies has been answered.
func Next(c Case) []Question { panic("stub") }

// Remaining returns at most how many more screens Next can still ask for.
func Remaining(c Case) int { panic("stub") }

// Validate reports the first answer with an unknown id or value, naming what is allowed.
func (a Answers) Validate() error { panic("stub") }

// String writes the answers as question=value;question=value,value in rulebook order.
func (a Answers) String() string { panic("stub") }

// ParseAnswers reads what String writes.
func ParseAnswers(s string) (Answers, error) { panic("stub") }

// ParseCase reads and validates a case from JSON; name is used in errors. Unknown fields, ids and values,
// duplicate keys and trailing data are errors that give line and what is allowed.
func ParseCase(r io.Reader, name string) (Case, error) { panic("stub") }

// ParseAnswersJSON reads a JSON object of answers, in the same strict way.
func ParseAnswersJSON(r io.Reader, name string) (Answers, error) { panic("stub") }

// Validate reports the first profile field with a value that is not allowed.
func (p Profile) Validate() error { panic("stub") }

// GoalChoices returns the goals and their labels (source 003, lines 19 to 25).
func GoalChoices() []AnswerChoice { panic("stub") }
