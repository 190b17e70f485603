package linkedin

import "bytes"

// parse splits the record at the start of text into r.fields and returns its
// length with the line end. errMore means that text ends before the record
// does; at the end of the file an unquoted last line is whole without line end.
func (r *records) parse(text []byte) (n int, err error) {
	r.fields = r.fields[:0]
	r.scratch = r.scratch[:0]
	for n < len(text) {
		var end int
		if text[n] == '"' {
			end, err = r.quoted(text, n+1)
		} else {
			end, err = r.bare(text, n)
		}
		if err != nil {
			return r.lineEnd(text, end), err
		}
		switch {
		case end == len(text): // only at the end of the file
			return end, nil
		case text[end] == '\n':
			return end + 1, nil
		}
		n = end + 1
		if n == len(text) && r.eof {
			r.fields = append(r.fields, nil)
			return n, nil
		}
	}
	if len(text) == 0 && r.eof {
		return 0, nil
	}
	return 0, errMore
}

// lineEnd returns where the line around at ends, for a record that is given up.
func (r *records) lineEnd(text []byte, at int) int {
	if end := bytes.IndexByte(text[at:], '\n'); end >= 0 {
		return at + end + 1
	}
	return len(text)
}

// bare reads a field without quotes and returns the index of what ends it.
func (r *records) bare(text []byte, start int) (int, error) {
	for i := start; i < len(text); i++ {
		switch text[i] {
		case r.comma:
			r.fields = append(r.fields, text[start:i])
			return i, nil
		case '\n':
			r.fields = append(r.fields, bytes.TrimSuffix(text[start:i], []byte{'\r'}))
			return i, nil
		case '"':
			return r.broken(text, i)
		}
	}
	if !r.eof {
		return start, errMore
	}
	r.fields = append(r.fields, bytes.TrimSuffix(text[start:], []byte{'\r'}))
	return len(text), nil
}

// quoted reads a field after its opening quote and returns the index of what
// ends it.
func (r *records) quoted(text []byte, start int) (int, error) {
	doubled := false
	for i := start; ; {
		q := bytes.IndexByte(text[i:], '"')
		if q < 0 {
			return start, errMore
		}
		q += i
		after := text[q+1:]
		switch {
		case len(after) == 0 && !r.eof:
			return start, errMore
		case len(after) > 0 && after[0] == '"':
			doubled = true
			i = q + 2
			continue
		}
		switch {
		case len(after) == 0, after[0] == r.comma, after[0] == '\n':
			r.fields = append(r.fields, r.undouble(text[start:q], doubled))
			return q + 1, nil
		case after[0] == '\r' && len(after) == 1 && !r.eof:
			return start, errMore
		case after[0] == '\r' && (len(after) == 1 || after[1] == '\n'):
			r.fields = append(r.fields, r.undouble(text[start:q], doubled))
			return q + 2, nil
		}
		return r.broken(text, q)
	}
}

// broken reports a stray quote, once the line it stands on is there in full.
func (r *records) broken(text []byte, at int) (int, error) {
	if !r.eof && bytes.IndexByte(text[at:], '\n') < 0 {
		return at, errMore
	}
	return at, errQuote
}

// undouble turns "" into ". Fields point into the scratch space, which may move
// while it grows: the earlier ones keep pointing at the old, unchanged space.
func (r *records) undouble(field []byte, doubled bool) []byte {
	if !doubled {
		return field
	}
	start := len(r.scratch)
	for len(field) > 0 {
		q := bytes.IndexByte(field, '"')
		if q < 0 {
			break
		}
		r.scratch = append(r.scratch, field[:q+1]...)
		field = field[q+2:]
	}
	r.scratch = append(r.scratch, field...)
	return r.scratch[start:]
}
