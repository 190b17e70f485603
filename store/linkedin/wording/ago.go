package wording

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Ago reads how long ago something was, as LinkedIn's page says it, and
// returns that day in UTC: "2 weeks ago", "vor 3 Tagen", "yesterday". Months
// and years are the calendar's.
func Ago(plain string, now time.Time) (time.Time, bool) {
	plain = strings.Trim(plain, " .·•")
	for _, lead := range []string{"sent ", "received ", "invited ", "gesendet ", "enviado ", "envoyé ", "enviada "} {
		plain = strings.TrimPrefix(plain, lead)
	}
	y, m, d := now.Date()
	today := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	switch plain {
	case "today", "just now", "now", "heute", "gerade eben", "hoy", "ahora", "aujourd'hui", "à l'instant", "hoje", "agora":
		return today, true
	case "yesterday", "gestern", "ayer", "hier", "ontem":
		return today.AddDate(0, 0, -1), true
	}
	words, ok := withoutAgo(strings.Fields(plain))
	if !ok || len(words) == 0 || len(words) > 2 {
		return time.Time{}, false
	}
	count, unit := words[0], words[len(words)-1]
	if len(words) == 1 { // "2w"
		cut := strings.IndexFunc(count, func(r rune) bool { return r < '0' || r > '9' })
		if cut <= 0 {
			return time.Time{}, false
		}
		count, unit = count[:cut], count[cut:]
	}
	n, err := strconv.Atoi(count)
	if slices.Contains([]string{"a", "an", "one", "einem", "einer", "un", "una", "une", "um", "uma"}, count) {
		n, err = 1, nil
	}
	if err != nil || n < 0 || n > 1000 {
		return time.Time{}, false
	}
	return back(today, n, unit)
}

// withoutAgo takes off the words that make a span a time in the past.
func withoutAgo(words []string) ([]string, bool) {
	n := len(words)
	switch {
	case n < 2:
		return words, n == 1 && len(words[0]) <= 4 // "2w", "11mo"
	case words[n-1] == "ago", words[n-1] == "atrás":
		return words[:n-1], true
	case words[0] == "vor", words[0] == "hace", words[0] == "há":
		return words[1:], true
	case n > 3 && words[0] == "il" && words[1] == "y" && words[2] == "a":
		return words[3:], true
	}
	return nil, false
}

// back counts days, weeks, months or years back.
func back(today time.Time, n int, unit string) (time.Time, bool) {
	switch unit {
	case "second", "seconds", "minute", "minutes", "hour", "hours", "s", "m", "min", "h", "hr",
		"sekunden", "minuten", "stunde", "stunden", "minuto", "minutos", "hora", "horas", "heure", "heures":
		if n > 23 {
			return time.Time{}, false
		}
		return today, true
	case "day", "days", "d", "tag", "tagen", "día", "días", "jour", "jours", "dia", "dias":
		return today.AddDate(0, 0, -n), true
	case "week", "weeks", "w", "wk", "woche", "wochen", "semana", "semanas", "semaine", "semaines", "sem":
		return today.AddDate(0, 0, -7*n), true
	case "month", "months", "mo", "mos", "monat", "monaten", "mes", "meses", "mois", "mês":
		return today.AddDate(0, -n, 0), true
	case "year", "years", "y", "yr", "jahr", "jahren", "año", "años", "an", "ans", "ano", "anos":
		return today.AddDate(-n, 0, 0), true
	}
	return time.Time{}, false
}
