package archivetest

import "strings"

// script is a stock of invented names in one script, with how often it comes up.
type script struct {
	share  int
	given  []string
	family []string
	slugs  bool // the names can stand in a slug as they are, lower-cased
}

func list(words string) []string { return strings.Split(words, "|") }

// scripts returns the stocks. Given and family names are common ones, paired at
// random.
func scripts() []script {
	return []script{
		{share: 60, slugs: true,
			given:  list("Ada|Bram|Celia|Dorian|Edda|Fenna|Gideon|Hollis|Imre|Juno|Kester|Linnea|Marek|Nadia|Orla|Piers|Quill|Rhea|Soren|Tamsin|Ulric|Vesna|Wren|Xanthe|Yorick|Zelda|Anouk|Bastian|Corin|Delphine|Emeric|Flora"),
			family: list("Abernethy|Blackwood|Calloway|Drummond|Eastwick|Fairbrook|Greenhalgh|Hawthorne|Ironside|Jessop|Kingsley|Lindqvist|Merriweather|Northam|Oakenfold|Pemberton|Quickfall|Ravensdale|Silverstone|Thistlewood|Underhill|Vanterpool|Winterbourne|Yarrow|Zellweger|Ashdown|Birchfield|Copperfield|Dunmore|Elmsworth")},
		{share: 18,
			given:  list("José|Zoë|Björn|Łucja|Žofia|François|Ingrid|Siân|Nuño|Åsa|Çağla|Đorđe|Émilie|Günther|Héloïse|Ísold"),
			family: list("Núñez|Østergård|Šimůnek|Lefèvre|Müllerin|Gärtner|Ångström|Ó Faoláin|D'Arcy-Vance|Çelikkol|Wiśniowska|Nguyễn Lâm|Țurcan|Bäckström|Peñaflor|Lévêque")},
		{share: 5, given: list("Анна|Борис|Вера|Глеб|Дарья|Егор"), family: list("Ветрова|Громов|Дубравина|Зорин|Лесная|Мельник")},
		{share: 5, given: list("美咲|拓海|さくら|健太|陽菜"), family: list("青木原|北川辺|白石田|松風|夏目山")},
		{share: 3, given: list("志远|晓明|雨桐|文静"), family: list("欧阳|司徒|林|苏")},
		{share: 3, given: list("ليلى|عمر|نور|سامي"), family: list("الحداد|النجار|الخياط|البنا")},
		{share: 2, given: list("سارا|می\u200cنا|کیان"), family: list("نوری\u200cزاده|آزادی|بهارلو")},
		{share: 2, given: list("अनन्या|कबीर|मीरा"), family: list("शर्मन|वर्मानी|क्षीरसागर")},
		{share: 2, given: list("지우|하늘|서연"), family: list("남궁|황보|제갈")},
	}
}

func companies() []string {
	return list("Brightwater Analytics|Kestrel Foods|Lumen & Oak|Marrow Street Press|Tidewheel Energy|Polder Logistics|Quarry Lane Studio|Saltmarsh Capital|Thornbury Health|Vesper Robotics|Wicker & Daughters|Yellowfin Software|Alder Civic Trust|Cobblestone Bank|Driftwood Games|Emberline, Inc.|Foxglove Pharma|Gannet Air|Hollow Hill Farm|Inkwell Schools")
}

func positions() []string {
	return list("Software Engineer|Product Manager|Head of Procurement|Teacher|Nurse Practitioner|Recruiter|Account Executive|Founder|Research Fellow|\"Chief\" of Staff|Data Analyst|Sales Director, EMEA|Apprentice|Managing Partner|UX Designer|Project Lead / Scrum")
}

// notes returns what people write; line breaks come flattened to two spaces.
func notes() []string {
	return list("Hi Robin, we spoke after your talk in Leiden about water pumps.  I would like to stay in touch." +
		"|Dear friend, I have a business proposal worth 4.5 million. Write to my private mail." +
		"|We worked together at Tidewheel in 2019, I sat two desks from you." +
		"|Hello! I am recruiting for a confidential remote role, 3 hours a day, pay in USDT." +
		"|Your comment on the heat pump thread was the clearest thing I read this week." +
		"|I see we share many connections and I always look to grow my network!" +
		"|Hi, I help businesses like yours get 30+ qualified leads a month. Open to a quick call?" +
		"|Bonjour Robin, votre article m'a beaucoup plu. Au plaisir d'échanger." +
		"|Met at the summit  Anna's table" +
		"|+1 for the panel last Tuesday, loved your question" +
		"|Could you look at my CV? I am applying to Polder Logistics." +
		"|お世話になっております。先日の勉強会でご挨拶した者です。" +
		"|=) nice to e-meet you" +
		"|I am your cousin's neighbour, she said you could help me with the grant." +
		"|Following up on our call with the trust, sending this so we do not lose each other 🙂")
}
