package linkedin

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"linkvet/store/clean"
)

// addZip lists a zip's tables and mails, after looking at every member for what
// an archive never holds.
func (s *sources) addZip(file string) error {
	z, err := zip.OpenReader(file)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return damaged(file)
	}
	s.closers = append(s.closers, z)
	if len(z.File) > s.limits.files {
		return tooMany(file, s.limits.files)
	}
	backslashes := false
	for _, f := range z.File {
		backslashes = backslashes || strings.Contains(f.Name, "\\")
		if err := s.checkZipMember(file, f); err != nil {
			return err
		}
	}
	if backslashes {
		s.warnings = append(s.warnings, fmt.Sprintf("%s: its paths have backslashes, as some Windows programs write them; it was read all the same", file))
	}
	for _, f := range z.File {
		name := slashes(f.Name)
		if f.FileInfo().IsDir() || strings.HasSuffix(name, "/") || hasHiddenPart(name) {
			continue
		}
		if err := s.addFound(member{path: file + "/" + clean.Line(name), name: name, size: int64(f.UncompressedSize64), open: f.Open, zip: true}); err != nil {
			if isDamage(err) {
				return damaged(file + "/" + clean.Line(name))
			}
			return err
		}
	}
	return nil
}

// slashes is a path of a zip as it ought to be written.
func slashes(name string) string { return strings.ReplaceAll(name, "\\", "/") }

// encryptedFlag is the bit of a zip member's flags that says so.
const encryptedFlag = 1

// checkZipMember refuses the whole zip for one member that an archive from
// LinkedIn cannot hold.
func (s *sources) checkZipMember(file string, f *zip.File) error {
	where := file + "/" + clean.Line(f.Name)
	limit := s.limits.memberBytes
	if formOf(f.Name) == mailForm {
		limit = s.limits.boxBytes
	}
	unpacked, packed := f.UncompressedSize64, f.CompressedSize64
	switch {
	case !filepath.IsLocal(strings.TrimSuffix(slashes(f.Name), "/")):
		return &FormatError{Path: where, Problem: "the zip holds a path that leads out of it", Hint: "this is no archive from LinkedIn: delete it, and " + howToGet}
	case f.Flags&encryptedFlag != 0:
		return &FormatError{Path: where, Problem: "the zip is encrypted", Hint: "unpack it with its password and import the folder"}
	case strings.EqualFold(path.Base(f.Name), "[Content_Types].xml"):
		return &FormatError{Path: file, Problem: "an office document, not an archive", Hint: `save the sheet as "CSV UTF-8" and import that, or better the archive as it came`}
	case strings.EqualFold(path.Ext(f.Name), ".zip"):
		return &FormatError{Path: where, Problem: "a zip inside the zip", Hint: "unpack the outer zip and import the inner one"}
	case unpacked > uint64(limit):
		return tooLarge(where, limit)
	case unpacked > uint64(s.limits.ratioAbove) && unpacked/uint64(s.limits.ratio) > packed:
		return &FormatError{Path: where, Problem: fmt.Sprintf("unpacks to more than %d times its size, as a trap does", s.limits.ratio), Hint: howToGet}
	}
	return nil
}

func damaged(path string) error {
	return &FormatError{
		Path:    path,
		Problem: "the zip is damaged or was not downloaded to the end",
		Hint:    "download it again; LinkedIn's link works for 72 hours",
	}
}

// isDamage reports errors of unpacking, against those of the disk.
func isDamage(err error) bool {
	var corrupt flate.CorruptInputError
	return errors.As(err, &corrupt) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, zip.ErrChecksum) || errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrAlgorithm)
}

func hasHiddenPart(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if isHidden(part) {
			return true
		}
	}
	return false
}
