package archivetest

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf16"
)

// hiddenRows is how many connections show only their date.
const hiddenRows = 13

// Write writes a zip as LinkedIn sends it and tells what is in it.
func Write(w io.Writer, o Options) (Facts, error) {
	a := New(o)
	return a.Facts, a.WriteZip(w)
}

// WriteZip writes the archive with its two tables among others that a reader
// must pass over.
func (a *Archive) WriteZip(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, m := range a.members() {
		f, err := z.CreateHeader(&zip.FileHeader{Name: m.name, Method: zip.Deflate, Modified: exported})
		if err != nil {
			return fmt.Errorf("write the zip: %w", err)
		}
		if err := m.write(f); err != nil {
			return fmt.Errorf("write %s into the zip: %w", m.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write the zip: %w", err)
	}
	return nil
}

type tableFile struct {
	name  string
	write func(io.Writer) error
}

// members lists the archive's files in the order LinkedIn packs them.
func (a *Archive) members() []tableFile {
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := io.WriteString(w, s)
			return err
		}
	}
	return []tableFile{
		{"Ad_Targeting.csv", text(utf16Text("Member Age\tCompany Names\tCompany Names\n\"35 - 54\"\t\"Tidewheel Energy\"\t\"Polder Logistics\"\n"))},
		{"Connections.csv", a.WriteConnections},
		{"Email Addresses.csv", text("Email Address,Confirmed,Primary,Updated On\nrobin@example.org,Yes,Yes,\"1/5/24, 3:21 PM\"\n")},
		{"Invitations.csv", a.WriteInvitations},
		{"Positions.csv", text("Company Name,Title,Description,Location,Started On,Finished On\nPolder Logistics,Head of Planning,,Leiden,Jan 2024,\nTidewheel Energy,Planner,,Leiden,Mar 2016,Dec 2023\n")},
		{"Profile.csv", text("First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\nRobin,Ashgrove,,,,Head of Planning at Polder Logistics,,Logistics,,Leiden,,,\n")},
		{"guide_messages.csv", text(messagesHeader + messageRow("guide-1", "LinkedIn Assistant", "How can I help?"))},
		{"messages.csv", text(messagesHeader + messageRow("conv-1", "Orla Fairbrook", "Thanks for connecting,\nspeak soon"))},
	}
}

const messagesHeader = `"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS","IS MESSAGE DRAFT"` + "\n"

func messageRow(id, from, content string) string {
	return fmt.Sprintf("%q,\"\",%q,\"\",\"Robin Ashgrove\",\"https://www.linkedin.com/in/robin-ashgrove\",\"2026-07-01 10:00:00 UTC\",\"\",\"%s\",\"INBOX\",\"\",\"No\"\n", id, from, content)
}

// utf16Text encodes with the mark in front, as LinkedIn does for side files.
func utf16Text(s string) string {
	out := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return string(out)
}

// WriteInvitations writes Invitations.csv in the form of 2026: seven columns,
// every field quoted.
func (a *Archive) WriteInvitations(w io.Writer) error {
	out := bufio.NewWriterSize(w, 64<<10)
	row := appendRow(nil, "From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl")
	for _, inv := range a.invitations {
		row = append(row, '\n')
		sent := inv.sent.time().Format("1/2/06, 3:04 PM")
		if inv.outgoing {
			row = appendRow(row, owner.name(), inv.other.name(), sent, inv.note, "OUTGOING", owner.url(), inv.other.url())
		} else {
			row = appendRow(row, inv.other.name(), owner.name(), sent, inv.note, "INCOMING", inv.other.url(), owner.url())
		}
		if _, err := out.Write(row); err != nil {
			return fmt.Errorf("write the invitations: %w", err)
		}
		row = row[:0]
	}
	if _, err := out.Write(append(row, '\n')); err != nil {
		return fmt.Errorf("write the invitations: %w", err)
	}
	return out.Flush()
}

// WriteFolder writes the two tables into a folder, as an unpacked archive has
// them.
func (a *Archive) WriteFolder(folder string) error {
	for name, write := range map[string]func(io.Writer) error{
		"Invitations.csv": a.WriteInvitations, "Connections.csv": a.WriteConnections,
	} {
		f, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		if err := errors.Join(write(f), f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// preamble is what LinkedIn puts above the header of Connections.csv.
const preamble = "Notes:\n" + `"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"` + "\n\n"

// WriteConnections writes Connections.csv with its preamble and, as LinkedIn
// does, without a line end at the end.
func (a *Archive) WriteConnections(w io.Writer) error {
	out := bufio.NewWriterSize(w, 64<<10)
	row := appendRow([]byte(preamble), "First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
	every := max(len(a.connections)/(hiddenRows+1), 1)
	hidden := 0
	hide := func(on time.Time) {
		row = appendRow(append(row, '\n'), "", "", "", "", "", "", on.Format(dayFormat))
		hidden++
	}
	for i, c := range a.connections {
		if i%every == 0 && hidden < a.Facts.Hidden {
			hide(c.on)
		}
		row = appendRow(append(row, '\n'), c.first, c.last, c.url(), c.email, c.company, c.position, c.on.Format(dayFormat))
		if _, err := out.Write(row); err != nil {
			return fmt.Errorf("write the connections: %w", err)
		}
		row = row[:0]
	}
	for hidden < a.Facts.Hidden {
		hide(exported.Add(-24 * time.Hour))
	}
	if _, err := out.Write(row); err != nil {
		return fmt.Errorf("write the connections: %w", err)
	}
	return out.Flush()
}

// dayFormat is how LinkedIn writes Connected On.
const dayFormat = "02 Jan 2006"

// appendRow adds a row with every field quoted, without line end.
func appendRow(row []byte, cells ...string) []byte {
	for i, cell := range cells {
		if i > 0 {
			row = append(row, ',')
		}
		row = append(row, '"')
		row = append(row, strings.ReplaceAll(cell, `"`, `""`)...)
		row = append(row, '"')
	}
	return row
}
