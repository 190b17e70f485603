package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// frame is a screen that is shown for a while.
type frame struct {
	screenshot
	lasts time.Duration
}

// film draws screens one after the other, again and again. A line that stays the
// same is drawn once. Who asked for less motion sees the last screen only.
func (t theme) film(frames []frame, title string) string {
	var whole time.Duration
	for _, f := range frames {
		whole += f.lasts
	}
	percent := func(at time.Duration) string { return px(float64(at) * 100 / float64(whole)) }
	var style, body strings.Builder
	kinds := map[string]string{} // by when it shows
	for y := range frames[0].rows {
		var at time.Duration
		for i := 0; i < len(frames); {
			drawn := t.svgRow(frames[i].rows[y], margin+float64(y)*cellHeight)
			from := at
			for ; i < len(frames) && t.svgRow(frames[i].rows[y], margin+float64(y)*cellHeight) == drawn; i++ {
				at += frames[i].lasts
			}
			switch {
			case drawn == "":
				continue
			case from == 0 && at == whole:
				fmt.Fprintf(&body, "<g>%s</g>\n", drawn)
				continue
			}
			span := percent(from) + "-" + percent(at)
			if kinds[span] == "" {
				kinds[span] = fmt.Sprintf("f%d", len(kinds))
				otherwise := "hidden"
				if at == whole {
					otherwise = "visible"
				}
				fmt.Fprintf(&style, "@keyframes %[1]s{%[2]s}.%[1]s{animation:%[1]s %[3]ss infinite step-end;visibility:%[4]s}\n",
					kinds[span], window(percent(from), percent(at)), px(whole.Seconds()), otherwise)
			}
			fmt.Fprintf(&body, "<g class=\"%s\">%s</g>\n", kinds[span], drawn)
		}
	}
	style.WriteString("@media(prefers-reduced-motion:reduce){g{animation:none!important}}")
	columns, rows := len(frames[0].rows[0]), len(frames[0].rows)
	return t.open(columns, rows, title, "\n"+style.String()) + body.String() + "</g>\n</svg>\n"
}

// window are the keyframes of what is seen from one moment to another.
func window(from, to string) string {
	var steps []string
	if from != "0" {
		steps = append(steps, "0%{visibility:hidden}")
	}
	steps = append(steps, from+"%{visibility:visible}")
	if to != "100" {
		steps = append(steps, to+"%{visibility:hidden}")
	}
	return strings.Join(slices.Compact(steps), "")
}
