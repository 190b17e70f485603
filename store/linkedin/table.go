package linkedin

import (
	"bytes"
	"io"
	"strings"
)

// kind is a table that matters here.
type kind int

const (
	otherTable kind = iota
	invitationTable
	connectionTable
	messageTable
	positionTable
	schoolTable
	bookTable
	endorsedByTable
	endorsedTable
	recommendationTable
	companyFollowTable
	memberFollowTable
)

// column is what a table's column holds, whatever its header is called.
type column int

const (
	otherColumn column = iota
	colFrom
	colTo
	colSentAt
	colMessage
	colDirection
	colInviterURL
	colInviteeURL
	colFirstName
	colLastName
	colURL
	colCompany
	colPosition
	colConnectedOn
	colSenderURL
	colRecipientURLs
	colDate
	colContent
	colFolder
	colDraft
	colCompanyName
	colTitle
	colStartedOn
	colFinishedOn
	colSchool
	colDegree
	colFullName
	colMiddleName
	colMails
	colPhones
	colOrganization
	colAddedOn
	colEndorsedOn
	colEndorserFirst
	colEndorserLast
	colEndorserURL
	colEndorseeFirst
	colEndorseeLast
	colEndorseeURL
	colJobTitle
	colCreationDate
	colStatus
	colFollowedOn
	columnCount
)

// columnOf recognizes a header cell. LinkedIn itself writes English whatever the
// member's language, as far as archives are known; the names in German, Spanish,
// French and Portuguese are those people give the columns.
func columnOf(header string) column {
	switch strings.ToLower(strings.Join(strings.Fields(header), " ")) {
	case "from":
		return colFrom
	case "to":
		return colTo
	case "sent at":
		return colSentAt
	case "message":
		return colMessage
	case "direction":
		return colDirection
	case "inviterprofileurl":
		return colInviterURL
	case "inviteeprofileurl":
		return colInviteeURL
	case "first name", "vorname", "nombre", "prénom", "nome":
		return colFirstName
	case "last name", "nachname", "apellidos", "nom", "sobrenome":
		return colLastName
	case "url":
		return colURL
	case "company", "unternehmen", "empresa", "entreprise":
		return colCompany
	case "position", "cargo", "poste":
		return colPosition
	case "connected on", "verbunden am", "conectado el", "connecté le", "conectado em":
		return colConnectedOn
	}
	return sideColumn(header)
}

// sideColumn recognizes the columns of the tables of which only facts are kept.
func sideColumn(header string) column {
	switch strings.ToLower(strings.Join(strings.Fields(header), " ")) {
	case "sender profile url":
		return colSenderURL
	case "recipient profile urls":
		return colRecipientURLs
	case "date":
		return colDate
	case "content":
		return colContent
	case "folder":
		return colFolder
	case "is message draft":
		return colDraft
	case "company name":
		return colCompanyName
	case "title":
		return colTitle
	case "started on", "start date":
		return colStartedOn
	case "finished on", "end date":
		return colFinishedOn
	case "school name":
		return colSchool
	case "degree name":
		return colDegree
	}
	return peopleColumn(header)
}

// table says where a file's columns are, by name and in any order.
type table struct {
	kind  kind
	comma byte
	line  int // of the header
	width int
	at    [columnCount]int // -1 where the file has no such column
	names []string         // as the header has them
}

// needed is how many fields a row must have: those up to the last column that it
// cannot do without. Spreadsheets leave out the empty ones after it.
func (t *table) needed() int {
	var columns []column
	switch t.kind {
	case invitationTable:
		columns = []column{colFrom, colTo, colSentAt, colDirection}
	case connectionTable:
		columns = []column{colFirstName, colLastName}
	default:
		return t.width
	}
	last := 0
	for _, c := range columns {
		last = max(last, t.at[c])
	}
	return last + 1
}

// isHeader reports a row that repeats the header, as where tables were joined.
func (t *table) isHeader(row [][]byte) bool {
	if len(row) != len(t.names) {
		return false
	}
	for i, name := range t.names {
		if string(bytes.TrimSpace(row[i])) != name {
			return false
		}
	}
	return true
}

// cell returns a column's cell of a row, trimmed, or "" where there is none.
func (t *table) cell(row [][]byte, c column) []byte {
	if t.at[c] < 0 || t.at[c] >= len(row) {
		return nil
	}
	return bytes.TrimSpace(row[t.at[c]])
}

// headerRecords is how far the header may be from the top: LinkedIn puts two
// lines of notes above it, people strip them or add their own.
const headerRecords = 10

// findTable looks for a known header near the start of a file, with the comma
// and with what spreadsheets of other countries put in its place.
func findTable(head []byte) (table, bool) {
	for _, comma := range []byte{',', ';', '\t'} {
		recs := newRecords(bytes.NewReader(head), comma)
		for range headerRecords {
			rec, err := recs.next()
			if err == io.EOF {
				break
			}
			if t, ok := asHeader(rec, comma); ok {
				return t, true
			}
		}
	}
	return table{}, false
}

// asHeader reads a record as a header; of two columns of one name the first
// counts.
func asHeader(rec record, comma byte) (table, bool) {
	t := table{comma: comma, line: rec.line, width: len(rec.fields)}
	for c := range t.at {
		t.at[c] = -1
	}
	for i, field := range rec.fields {
		t.names = append(t.names, string(bytes.TrimSpace(field)))
		if c := columnOf(string(field)); t.at[c] < 0 {
			t.at[c] = i
		}
	}
	switch {
	case t.has(colFrom, colTo, colSentAt, colDirection):
		t.kind = invitationTable
	case t.has(colFirstName, colConnectedOn):
		t.kind = connectionTable
	case t.has(colFrom, colTo, colDate, colContent, colFolder):
		t.kind = messageTable
	case t.has(colCompanyName, colTitle, colStartedOn):
		t.kind = positionTable
	case t.has(colSchool, colStartedOn, colDegree):
		t.kind = schoolTable
	default:
		t.kind = t.peopleKind()
	}
	return t, t.kind != otherTable
}

func (t *table) has(columns ...column) bool {
	for _, c := range columns {
		if t.at[c] < 0 {
			return false
		}
	}
	return true
}
