package linkedin_test

const (
	alone  = "there is no Connections.csv"
	stored = " is stored as UTF-16 and was skipped"
)

// eras are the forms of the years, and what people's programs make of them.
// A row is "direction name (slug) time line: note", a connection "name (slug)
// day company, position".
var eras = []struct {
	path        string
	invitations []string
	connections []string
	messages    []string // "name (slug) count first last"
	own         []string
	skipped     []string
	warnings    []string
}{
	{
		path: "2018", // five columns, times in Connected On, side files in UTF-16
		invitations: []string{
			"in Petra Vanterpool () 2018-06-02T23:15 2: ",
			"out Gideon Marsh () 2018-05-30T16:02 3: Good to meet you in Delft",
			"in Hollis Quickfall () 2018-05-28T07:05 4: We met at the pump fair  stand 14",
		},
		connections: []string{
			"Hollis Quickfall () 2018-05-29 Kestrel Foods, Buyer",
			"Imre Copperfield () 2017-02-14 Tidewheel Energy, Engineer",
		},
		messages: []string{"Imre Copperfield () 1 2017-02-15 2017-02-15"},
		warnings: []string{"Endorsement Received Info.csv" + stored},
	},
	{
		path: "2021", // no preamble, no addresses
		invitations: []string{
			"in Delphine Oakenfold () 2021-03-10T07:58 2: ",
			"in Corin Jessop () 2021-03-08T16:20 3: ",
			"out Flora Dunmore () 2021-01-01T02:00 4: ",
		},
		connections: []string{
			"Corin Jessop () 2021-03-08 Marrow Street Press, Editor",
			"Tamsin Elmsworth () 2019-11-17 , ",
		},
	},
	{
		path: "2022", // preamble, hidden connections, degrees in the last name
		invitations: []string{
			"in Wren Doe, Ph.D. () 2022-09-18T14:07 2: Loved your paper on tide gates",
			"in Orla Fairbrook () 2022-09-17T20:30 3: ",
		},
		connections: []string{
			"Wren Doe, Ph.D. () 2022-09-18 Thornbury Health, Head of Research, Europe",
			"Kester Birchfield () 2021-02-02 Alder Civic Trust, Clerk",
		},
		warnings: []string{"2 connections hide their name and were left out"},
	},
	{
		path: "2023", // addresses without a slug
		invitations: []string{
			"in Rhea Ravensdale () 2023-12-03T08:05 2: ",
			"in Soren Winterbourne () 2023-12-01T20:45 3: ",
			"out Emeric Greenhalgh () 2023-11-05T08:30 4: ",
		},
		connections: []string{"Soren Winterbourne (soren-winterbourne-77) 2023-12-02 Vesper Robotics, Fitter"},
		warnings:    []string{"3 addresses name no profile"},
	},
	{
		path: "2025", // seven columns, messages with drafts beside them
		invitations: []string{
			"in Nadia Merriweather (nadia-merriweather-4c1) 2025-07-04T21:37 2: ",
			"in Bastian Ironside (bastian-ironside) 2025-07-03T16:00 3: Happy to compare notes on warehouse routing",
			"out Ísold Lévêque (isold-leveque-3b2a91) 2025-01-29T22:37 4: ",
		},
		connections: []string{
			"Bastian Ironside (bastian-ironside) 2025-07-03 Polder Logistics, Planner",
			"Celia Northam (celia-northam) 2019-01-03 Emberline, Inc., Founder",
		},
		messages: []string{ // a draft, spam, a member who is gone and the assistant are left out
			"Bastian Ironside (bastian-ironside) 1 2025-07-04 2025-07-04",
			"Celia Northam (celia-northam) 2 2025-05-05 2025-06-01",
		},
		own:      []string{"Tidewheel Energy Jan 2024-", "Hollow Hill Farm Sep 2019-Dec 2023", "Inkwell Schools 2015-2019"},
		warnings: []string{"1 connection hides its name and was left out"},
	},
	{
		path: "2026", // every field quoted, encoded slugs, one folder deeper
		invitations: []string{
			"in Zoë Østergård (zoë-østergård-12) 2026-07-01T13:12 2: ",
			"in Анна Ветрова (анна-ветрова) 2026-07-01T06:59 3: Добрый день, Робин!",
			"in 青木原 美咲 (美咲-aokihara) 2026-06-30T03:00 4: ",
			`out Ulric "Ulli" Yarrow (ulliyarrow) 2026-06-01T19:00 5: As promised, my "short" list`,
		},
		connections: []string{
			`Анна Ветрова (анна-ветрова) 2026-07-01 Inkwell Schools, "Chief" of Staff`,
			`Ulric "Ulli" Yarrow (ulliyarrow) 2026-06-05 Gannet Air, Pilot`,
		},
		warnings: []string{
			"Basic_LinkedInDataExport_07-02-2026/Ad_Targeting.csv" + stored,
			"1 connection hides its name and was left out",
		},
	},
	{
		path: "odd/excel", // byte order mark, CRLF, semicolons, German header, Excel's dates, padding
		invitations: []string{
			"in Edda Thistlewood (edda-thistlewood) 2026-01-29T22:37 2: Hallo, kurz gesagt: gern",
			`in Marek Calloway (marek-calloway) 2026-01-28T22:37 3: Ja; gern "bald"`,
		},
		connections: []string{
			"Marek Calloway (marek-calloway) 2021-04-04 Quarry Lane Studio, Zeichner",
			"Jürgen Bäckström (jürgen-b) 2019-03-12 Hollow Hill Farm, Landwirt",
		},
	},
	{
		path: "odd/rows",
		invitations: []string{
			"in Juno Blackwood (juno-blackwood) 2026-05-06T00:05 4: ",
			"in Juno Blackwood (juno-blackwood-two) 2026-05-05T00:05 5: ",
			"in Xanthe Underhill (xanthe-underhill) - 7: ",
			"in Yorick Pemberton (yorick-pemberton) 2026-05-03T00:05 8: ",
			"in Linnea Eastwick (linnea-eastwick) 2026-05-02T00:05 9: Two lines, really two",
			"out Quill Drummond (quill-drummond) 2026-05-01T00:05 11: ",
			"in  (nameless-one) 2026-04-30T00:05 12: ",
			"in Fenna Zellweger () 2026-04-28T00:05 14: ",
			"in Bram Abernethy (bram-abernethy) - 15: ",
		},
		skipped: []string{
			`Invitations.csv:6 the direction "SIDEWAYS" is neither INCOMING nor OUTGOING`,
			"Invitations.csv:13 neither a name nor a profile address",
		},
		warnings: []string{
			`Invitations.csv:7: the time "29 janvier 2026 à 14:37" cannot be read`,
			`Invitations.csv:14: the address "https://linkedin.com.example.net/`,
			`Invitations.csv:15: the time "2/30/26, 5:05 PM" cannot be read`,
			alone,
		},
	},
	{
		path:        "odd/columns",
		invitations: []string{"in Anouk Ashdown (anouk-ashdown) 2026-01-02T23:04 2: Columns in another order"},
		warnings:    []string{alone},
	},
	{
		path: "hostile",
		invitations: []string{
			"in Red Herring (red-herring) 2026-06-06T13:06 2: clean screen",
			"in evil Backwards (backwards) 2026-06-05T13:06 3: isolated text",
			"in Zero Width (zero-width) 2026-06-04T13:06 4: ",
			`in =HYPERLINK("http://example.net","Click") (formula) 2026-06-03T13:06 5: =cmd|' /C calc'!A0`,
			`in Quote" ,INCOMING (csv-injection) 2026-06-02T13:06 6: a,b Evil Row,Robin Ashgrove,1/1/26,x,INCOMING,u,v`,
			"in <script>alert(1)</script> () 2026-06-01T13:06 8: <b onclick=x>bold</b> &amp; done",
			"in می\u200cنا نوری\u200cزاده (مینا) 2026-05-31T13:06 9: 👩\u200d🔬 क्\u200dष",
			"in Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo () 2026-05-30T13:06 10: 31mC1 next",
			"in Bad Bytes ( (bad-bytes) 2026-05-28T13:06 12: cut",
		},
		skipped: []string{"Invitations.csv:11 neither a name nor a profile address"},
		warnings: []string{
			`Invitations.csv:8: the address "javascript:alert(1)"`,
			`Invitations.csv:10: the address "https://evil.example@www.linkedin.com/in`,
			"Invitations.csv:12: not UTF-8",
			alone,
			"1 address names no profile",
		},
	},
	{
		path: "broken/truncated",
		invitations: []string{
			"in Ada Fairbrook (ada-fairbrook) 2026-03-03T23:03 2: ",
			"in Dorian Lindqvist (dorian-lindqvist) 2026-03-03T23:03 3: ",
		},
		skipped:  []string{"Invitations.csv:4 only 4 of 7 fields, as if it were cut short"},
		warnings: []string{alone},
	},
	{
		path:        "broken/truncated-in-quotes",
		invitations: []string{"in Ada Fairbrook (ada-fairbrook) 2026-03-03T23:03 2: "},
		skipped:     []string{"Invitations.csv:3 the file ends inside a quoted field, as if it were cut short"},
		warnings:    []string{alone},
	},
	{
		path: "broken/stray-quote",
		invitations: []string{
			"in Ada Fairbrook (ada-fairbrook) 2026-03-03T23:03 2: ",
			"in Dorian Lindqvist (dorian-lindqvist) 2026-03-03T23:03 4: ",
			"in Gideon Jessop (gideon-jessop) 2026-03-03T23:03 6: ",
			"in Hollis Yarrow (hollis-yarrow) 2026-03-03T23:03 8: ",
		},
		skipped: []string{
			"Invitations.csv:3 a stray quotation mark",
			"Invitations.csv:5 a stray quotation mark",
			"Invitations.csv:7 only 2 of 7 fields, as if it were cut short",
		},
		warnings: []string{alone},
	},
	{path: "broken/header-only", warnings: []string{alone}},
}
