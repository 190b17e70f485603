package profile

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/page"
)

// readSaved reads a page saved from a browser: signed in, or the public one,
// which hides most with asterisks and says some for machines.
func readSaved(source string, now time.Time) (Profile, error) {
	saved := page.FromSaved(source)
	p, err := readText(saved.Lines, HTML, now)
	if p.Slug == "" {
		_, p.Slug = address.Profile(saved.Address)
	}
	if public, ok := readMachine(saved.Data); ok && (err != nil || len(p.Positions) == 0) {
		public.Kind, public.Slug = HTML, p.Slug
		return public, nil
	}
	if err != nil && saved.Scripts && len(saved.Lines) < 5 {
		return Profile{}, &WrongError{Problem: "this file holds the page's program, not its text", Hint: `save it as "complete", or copy the page`}
	}
	return p, err
}

// maxMachine is how much is read of what a page says for machines.
const maxMachine = 1 << 20

// thing is a person or an organisation as a page describes it for machines.
type thing struct {
	Type     any             `json:"@type"`
	Graph    []thing         `json:"@graph"`
	Name     string          `json:"name"`
	JobTitle json.RawMessage `json:"jobTitle"`
	WorksFor []member        `json:"worksFor"`
	AlumniOf []member        `json:"alumniOf"`
}

type member struct {
	Name   string `json:"name"`
	Member struct {
		StartDate any `json:"startDate"`
		EndDate   any `json:"endDate"`
	} `json:"member"`
}

// readMachine reads the first person that the page describes for machines.
func readMachine(data []string) (Profile, bool) {
	for _, text := range data {
		var t thing
		if len(text) > maxMachine || json.Unmarshal([]byte(text), &t) != nil {
			continue
		}
		for _, person := range append([]thing{t}, t.Graph...) {
			if person.Type == "Person" {
				return fromMachine(person), true
			}
		}
	}
	return Profile{}, false
}

func fromMachine(person thing) Profile {
	p := Profile{Name: unhidden(person.Name)}
	for _, m := range person.WorksFor {
		if name := unhidden(m.Name); name != "" {
			p.Company = name
			p.Positions = append(p.Positions, Position{Company: name, From: monthOf(m.Member.StartDate), Until: monthOf(m.Member.EndDate)})
		}
	}
	for _, m := range person.AlumniOf {
		if name := unhidden(m.Name); name != "" {
			p.Schools = append(p.Schools, School{Name: name, From: monthOf(m.Member.StartDate), Until: monthOf(m.Member.EndDate)})
		}
	}
	p.Missing = []string{"experience", "education", "skills", "recommendations", "interests"}
	return p
}

// unhidden is a text, or "" where the public page hides it behind asterisks.
func unhidden(text string) string {
	if strings.Contains(text, "**") {
		return ""
	}
	return clean.Name(text)
}

// monthOf reads a date as 2004 or "2021-03".
func monthOf(date any) Month {
	switch d := date.(type) {
	case float64:
		return Month{Year: int(d)}
	case string:
		year, month, _ := strings.Cut(d, "-")
		y, err := strconv.Atoi(year)
		if err != nil {
			return Month{}
		}
		m, err := strconv.Atoi(month)
		if err != nil || m < 1 || m > 12 {
			m = 0
		}
		return Month{Year: y, Month: m}
	}
	return Month{}
}
