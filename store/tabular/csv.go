package tabular

// bom tells Excel that a file is UTF-8.
const bom = "\ufeff"

// CSVOptions are how a table is written.
type CSVOptions struct {
	Excel bool // byte order mark and CRLF, as Excel likes them
	Raw   bool // no formula guard: for programs, not for spreadsheets
}

// AppendHeader begins a table.
func (o CSVOptions) AppendHeader(to []byte, names []string) []byte {
	if o.Excel {
		to = append(to, bom...)
	}
	return o.AppendRow(to, names)
}

// end is that of a line, also within a cell.
func (o CSVOptions) end() string {
	if o.Excel {
		return "\r\n"
	}
	return "\n"
}

// parting are the characters that need quotation marks around a cell.
var parting = setOf(",;\t\"\r\n")

// rewritten are those that do not stand within quotation marks as they are.
var rewritten = setOf("\"\r\n")

// AppendRow adds a row, which must have as many cells as the header.
func (o CSVOptions) AppendRow(to []byte, row []string) []byte {
	for i, cell := range row {
		if i > 0 {
			to = append(to, ',')
		}
		if !o.Raw {
			cell = Guard(cell)
		}
		to = o.appendCell(to, cell, len(row) == 1)
	}
	return append(to, o.end()...)
}

// appendCell writes a cell after RFC 4180. Beside what that asks for, quotation
// marks stand around what a reader would part that goes by semicolons or tabs as
// well, and around nothing where it is alone: a line with nothing on it is no row.
func (o CSVOptions) appendCell(to []byte, text string, alone bool) []byte {
	if text == "" && !alone || text != "" && parting.in(text) == len(text) && text[0] != ' ' {
		return append(to, text...)
	}
	to = append(to, '"')
	for {
		plain := rewritten.in(text)
		to = append(to, text[:plain]...)
		if text = text[plain:]; text == "" {
			return append(to, '"')
		}
		switch c := text[0]; {
		case c == '"':
			to = append(to, `""`...)
		case c == '\n':
			to = append(to, o.end()...)
		case !o.Excel:
			to = append(to, c)
		}
		text = text[1:]
	}
}
