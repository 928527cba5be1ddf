"""The words for what can go wrong while reading: one row per fault, with its code, in Dutch and English."""

from __future__ import annotations

from dinkit.finding import Finding, Location, Severity, Text, span_between
from dinkit.reading.nearer import nearer
from dinkit.reading.problem import Problem, fix_in, shown
from dinkit.reading.repairs import repair_of
from dinkit.tuples import NamedTuple


class Message(NamedTuple):
    """The words for one sort of fault; {0}, {1} ... stand for the words of the problem."""

    code: str
    nl: str
    en: str
    hint_nl: str = ""
    hint_en: str = ""
    severity: Severity = Severity.ERROR


MESSAGES: dict[str, Message] = {
    "unreadable": Message("DIN001", "dit bestand kan niet gelezen worden: {0}", "this file cannot be read: {0}"),
    "encoding": Message("DIN002", "dit teken is niet opgeslagen als UTF-8 (byte {0}; in Windows zou het '{1}' zijn)", "this character is not saved as UTF-8 (byte {0}; in Windows it would be '{1}')", "sla het bestand op met de codering UTF-8; wat er verder in staat, is wel gelezen", "save the file with the encoding UTF-8; the rest of it has been read"),
    "utf-16": Message("DIN002", "dit bestand is opgeslagen als UTF-16 (in Kladblok heet dat 'Unicode')", "this file is saved as UTF-16 (Notepad calls it 'Unicode')", "sla het op met de codering UTF-8", "save it with the encoding UTF-8"),
    "binary": Message("DIN002", "dit bestand is geen tekst", "this file is not text", "een Excel-, Word- of PDF-bestand is geen model", "an Excel, Word or PDF file is no model"),
    "empty": Message("DIN003", "dit bestand is leeg", "this file is empty", "'dinkit init' schrijft een voorbeeld", "'dinkit init' writes an example"),
    "syntax": Message("DIN004", "hier klopt de YAML niet meer; de rest van het bestand is niet gelezen", "the YAML goes wrong here; the rest of the file was not read", "kijk naar inspringing, aanhalingstekens en dubbele punten op deze en de vorige regel", "look at the indentation, quotes and colons of this line and the one before"),
    "colon": Message("DIN004", "deze dubbele punt kan hier niet staan: de regel heeft al een sleutel, of springt te ver in; de rest van het bestand is niet gelezen", "this colon cannot stand here: the line has a key already, or is indented too far; the rest of the file was not read", "hoort de dubbele punt bij de tekst, zet die tekst dan tussen aanhalingstekens", "if the colon belongs to the text, put that text in quotes"),
    "open-quote": Message("DIN004", "dit aanhalingsteken wordt nergens gesloten; de rest van het bestand is niet gelezen", "this quote is not closed anywhere; the rest of the file was not read", "zet hetzelfde teken aan het eind van de tekst", "put the same sign at the end of the text"),
    "open-bracket": Message("DIN004", "deze '{0}' wordt niet gesloten waar dat moet; de rest van het bestand is niet gelezen", "this '{0}' is not closed where it should be; the rest of the file was not read", "sluit af met '{1}'; zet tekst met haken, komma's of dubbele punten tussen aanhalingstekens", "close it with '{1}'; put text with brackets, commas or colons in quotes"),
    "hash-bracket": Message("DIN004", "vanaf dit '#' is de regel een opmerking, zodat de haak ervoor open blijft; de rest van het bestand is niet gelezen", "from this '#' on the line is a comment, so that the bracket before it stays open; the rest of the file was not read", "hoort '#' bij de tekst, zet die tekst dan tussen aanhalingstekens", "if '#' belongs to the text, put that text in quotes"),
    "no-colon": Message("DIN004", "hier ontbreekt een dubbele punt met een spatie erachter; de rest van het bestand is niet gelezen", "a colon with a space behind it is missing here; the rest of the file was not read", "schrijf 'sleutel: waarde'; loopt een tekst door op de volgende regel, laat die dan verder inspringen", "write 'key: value'; when a text goes on in the next line, indent that line further"),
    "escape": Message("DIN004", "tussen dubbele aanhalingstekens heeft '\\' een eigen betekenis; de rest van het bestand is niet gelezen", "between double quotes a '\\' has a meaning of its own; the rest of the file was not read", "gebruik enkele aanhalingstekens, of schrijf '\\\\'", "use single quotes, or write '\\\\'"),
    "sign": Message("DIN004", "een tekst zonder aanhalingstekens kan niet beginnen met '{0}'; de rest van het bestand is niet gelezen", "a text without quotes cannot begin with '{0}'; the rest of the file was not read", "zet de tekst tussen aanhalingstekens", "put the text in quotes"),
    "indent": Message("DIN004", "deze regel springt anders in dan zijn buren; de rest van het bestand is niet gelezen", "this line is indented differently from its neighbours; the rest of the file was not read", "laat de regel met evenveel spaties beginnen als de regels waar hij bij hoort", "begin the line with as many spaces as the lines that it belongs with"),
    "after-quote": Message("DIN004", "hier staat tekst achter een aanhalingsteken dat de tekst al afsluit; de rest van het bestand is niet gelezen", "text follows a quote that closes the text already; the rest of the file was not read", "zet de hele tekst tussen {0}", "put the whole text between {0}"),
    "after-bracket": Message("DIN004", "hier staat '{0}' achter een haak die al sluit; de rest van het bestand is niet gelezen", "'{0}' follows a bracket that closes already; the rest of the file was not read", "haal het weg, of zet de hele tekst tussen aanhalingstekens", "remove it, or put the whole text in quotes"),
    "apostrophe": Message("DIN004", "dit teken begint hier een tekst tussen aanhalingstekens; de rest van het bestand is niet gelezen", "this sign begins a text in quotes here; the rest of the file was not read", "hoort de apostrof bij de tekst, zet de hele tekst tussen dubbele aanhalingstekens: {0}", "if the apostrophe belongs to the text, put the whole text in double quotes: {0}"),
    "short-name": Message("DIN004", "'{0}' heeft al een korte naam; velden passen er niet meer onder; de rest van het bestand is niet gelezen", "'{0}' has a short name already; fields do not fit below it; the rest of the file was not read", "zet de naam op een eigen regel: '{0}:' en daaronder '{1}'", "put the name on a line of its own: '{0}:' and below it '{1}'"),
    "indented-more": Message("DIN004", "'{0}' springt verder in dan '{1}', de regel waar het onder staat; de rest van het bestand is niet gelezen", "'{0}' is indented further than '{1}', the line that it stands below; the rest of the file was not read", "laat '{0}' even ver inspringen als '{1}'", "indent '{0}' as far as '{1}'"),
    "flow-colon": Message("DIN004", "deze dubbele punt kan hier niet staan: er staat er al een voor deze tekst; de rest van het bestand is niet gelezen", "this colon cannot stand here: there is one before this text already; the rest of the file was not read", "hoort de dubbele punt bij de tekst, zet die dan tussen aanhalingstekens", "if the colon belongs to the text, put that in quotes"),
    "pairs-in-line": Message("DIN004", "deze dubbele punt kan hier niet staan: achter '{0}' staan id's met een dubbele punt tussen accolades, of elk op een eigen regel; de rest van het bestand is niet gelezen", "this colon cannot stand here: behind '{0}' ids with a colon stand between braces, or each on a line of its own; the rest of the file was not read", "{1}", "{1}"),
    "question": Message("DIN004", "een vraagteken kan hier niet alleen staan; de rest van het bestand is niet gelezen", "a question mark cannot stand here by itself; the rest of the file was not read", "schrijf 'onbekend'", "write 'unknown'"),
    "shallow-line": Message("DIN004", "'{0}' springt te weinig in: het staat even ver naar links als de id's; de rest van het bestand is niet gelezen", "'{0}' is indented too little: it stands as far to the left as the ids; the rest of the file was not read", "laat deze regel even ver inspringen als de andere velden van het element; is het een id, kies dan een andere", "indent this line as far as the other fields of the element; if it is an id, choose another"),
    "outdented-line": Message("DIN004", "'{0}' springt te weinig in: het hoort onder '{1}'; de rest van het bestand is niet gelezen", "'{0}' is indented too little: it belongs under '{1}'; the rest of the file was not read", "laat deze regel verder inspringen dan '{1}', en de volgende die daaronder horen ook", "indent this line further than '{1}', and the next ones that belong there too"),
    "top-line": Message("DIN004", "'{0}' hoort bij een element, niet bovenaan in een bestand; de rest van het bestand is niet gelezen", "'{0}' belongs to an element, not at the top of a file; the rest of the file was not read", "laat deze regel even ver inspringen als de andere velden van het element", "indent this line as far as the other fields of the element"),
    "loose-line": Message("DIN004", "'{0}' is hier geen sleutel, en de regel eronder springt verder in; de rest van het bestand is niet gelezen", "'{0}' is no key here, and the line below it is indented further; the rest of the file was not read", "laat een id verder inspringen dan de sleutel waar hij onder hoort, en even ver als zijn buren", "indent an id further than the key that it belongs under, and as far as its neighbours"),
    "fixed-space": Message("DIN004", "hier staat een vaste spatie (uit Word of een webpagina)", "a non-breaking space stands here (from Word or a web page)", "vervang die door een gewone spatie", "replace it by an ordinary space"),
    "dash": Message("DIN004", "een lijst met streepjes kan niet op dezelfde regel beginnen; de rest van het bestand is niet gelezen", "a list with dashes cannot begin on the same line; the rest of the file was not read", "begin de lijst op de volgende regel, of schrijf [a, b]; hoort het streepje bij de tekst, zet die dan tussen aanhalingstekens", "begin the list on the next line, or write [a, b]; if the dash belongs to the text, put that in quotes"),
    "conflict": Message("DIN004", "hier staan nog twee versies uit git naast elkaar (een samenvoegconflict)", "two versions from git still stand side by side here (a merge conflict)", "kies een van de twee versies en haal de regels met <<<<<<<, ======= en >>>>>>> weg", "choose one of the two versions and remove the lines with <<<<<<<, ======= and >>>>>>>"),
    "tab": Message("DIN004", "een tab kan hier niet staan: inspringen gaat met spaties; de rest van het bestand is niet gelezen", "a tab cannot stand here: indentation is done with spaces; the rest of the file was not read", "vervang de tab door spaties", "replace the tab by spaces"),
    "unprintable": Message("DIN004", "hier staat een onzichtbaar stuurteken dat niet mag ({0})", "an invisible control character stands here, which is not allowed ({0})", "haal het teken weg", "remove the character"),
    "no-mapping": Message("DIN005", "een model begint met sleutels zoals 'doelen:', niet met een lijst of losse tekst", "a model begins with keys such as 'goals:', not with a list or loose text"),
    "second-document": Message("DIN005", "hier begint een tweede YAML-document; alleen het eerste telt", "a second YAML document begins here; only the first counts", "haal de regel met '---' weg", "remove the line with '---'"),
    "duplicate-key": Message("DIN006", "'{0}' staat hier voor de tweede keer", "'{0}' stands here for the second time", "voeg de twee samen of haal er een weg", "merge the two or remove one"),
    "same-key": Message("DIN006", "'{0}' is hetzelfde als '{1}', dat hier al staat", "'{0}' is the same as '{1}', which stands here already", "voeg de twee samen of haal er een weg", "merge the two or remove one"),
    "own-id": Message("DIN006", "dit element heeft al een id: '{0}', de sleutel waar het onder staat", "this element has an id already: '{0}', the key that it stands under", "haal deze regel weg", "remove this line"),
    "tag": Message("DIN007", "een tag zoals '{0}' kan niet: een model is gewone tekst", "a tag such as '{0}' is not allowed: a model is plain data", "haal de tag weg; hoort het uitroepteken bij de tekst, zet die dan tussen aanhalingstekens", "remove the tag; if the exclamation mark belongs to the text, put that in quotes"),
    "no-anchor": Message("DIN008", "'*{0}' herhaalt iets dat eerder in dit bestand '&{0}' heet, maar dat is er niet", "'*{0}' repeats what is called '&{0}' earlier in this file, but there is no such thing", "hoort het sterretje bij de tekst, zet die dan tussen aanhalingstekens", "if the asterisk belongs to the text, put that in quotes"),
    "lone-anchor": Message("DIN008", "'&{0}' is geen deel van de tekst: zo heet iets dat verderop met '*{0}' herhaald wordt, en dat gebeurt hier niet", "'&{0}' is no part of the text: it names what '*{0}' repeats further on, and nothing does", "hoort & bij de tekst, zet die dan tussen aanhalingstekens; anders kan '&{0}' weg", "if & belongs to the text, put that in quotes; else remove '&{0}'"),
    "alias-element": Message("DIN008", "'*{0}' kan hier niet: elementen en links worden niet herhaald", "'*{0}' is not possible here: elements and links are not repeated", "schrijf uit wat hier moet staan", "write out what should stand here"),
    "alias-bomb": Message("DIN008", "de verwijzingen met '*' in dit bestand herhalen meer dan {0} waarden; de verdere zijn weggelaten", "the aliases in this file repeat more than {0} values; the further ones are left out"),
    "merge-key": Message("DIN008", "samenvoegen met '<<' kan niet", "merging with '<<' is not possible", "schrijf de velden uit", "write out the fields"),
    "too-deep": Message("DIN009", "dit zit dieper genest dan {0} niveaus en is weggelaten", "this is nested deeper than {0} levels and is left out"),
    "stray-key": Message("DIN010", "'{0}' kan niet bij een element van de soort '{1}'", "'{0}' is not possible with an element of the kind '{1}'"),
    "stray-collection": Message("DIN010", "'{0}' hoort bovenaan in een bestand, niet in een {1}", "'{0}' belongs at the top of a file, not inside an element of the kind '{1}'", "laat '{0}' aan het begin van de regel beginnen, en verwijs naar elkaar met id's", "begin '{0}' at the start of the line, and refer with ids"),
    "stray-pointing": Message("DIN010", "'{0}' hoort bovenaan in een bestand, niet in een {1}", "'{0}' belongs at the top of a file, not inside an element of the kind '{1}'", "laat '{0}' aan het begin van de regel beginnen, en zet bij elk element daaronder '{2}'", "begin '{0}' at the start of the line, and put '{2}' at each element below it"),
    "not-at-top": Message("DIN010", "'{0}' hoort bij een element, niet bovenaan in een bestand", "'{0}' belongs to an element, not at the top of a file", "klopt de inspringing van deze regel?", "is this line indented as it should be?"),
    "comma-list": Message("DIN010", "de komma scheidt hier twee waarden: '{0}' en '{1}'", "the comma separates two values here: '{0}' and '{1}'", "is het een getal, zet het met zijn eenheid tussen aanhalingstekens; zijn het er twee, zet een spatie achter de komma", "if it is one number, put it in quotes with its unit; if they are two, put a space behind the comma"),
    "no-programme": Message("DIN011", "'programma' moet velden hebben, zoals 'naam: ...'", "'programme' must have fields, such as 'name: ...'"),
    "none-and-some": Message("DIN011", "'{0}' zegt dat de bron er geen heeft, maar er staan er wel", "'{0}' says that the source has none, but there are some here", "haal '{0}' weg, of de elementen", "remove '{0}', or the elements"),
    "empty-item": Message("DIN011", "een regel van '{0}' is leeg", "an item of '{0}' is empty", "vul hem in of haal hem weg", "fill it in or remove it"),
    "key": Message("DIN010", "een sleutel moet een gewoon woord zijn", "a key must be a plain word"),
    "unknown-key": Message("DIN010", "de sleutel '{0}' bestaat hier niet", "the key '{0}' does not exist here"),
    "one-of-keys": Message("DIN010", "de sleutel '{0}' bestaat hier niet", "the key '{0}' does not exist here", "hier kan: {1}", "possible here: {1}"),
    "unknown-collection": Message("DIN010", "de sleutel '{0}' bestaat hier niet; wat eronder staat, is niet gelezen", "the key '{0}' does not exist here; what stands below it was not read"),
    "near-word": Message("DIN010", "de sleutel '{0}' bestaat hier niet", "the key '{0}' does not exist here", "{1}", "{1}"),
    "comma-text": Message("DIN010", "'{0}' is hier een losse sleutel geworden: deze komma scheidt", "'{0}' became a key of its own here: this comma separates", "hoort de komma bij de tekst, zet die dan tussen aanhalingstekens: {1}", "if the comma belongs to the text, put that in quotes: {1}"),
    "no-space": Message("DIN010", "achter deze dubbele punt ontbreekt een spatie, zodat '{0}' één woord is", "a space is missing behind this colon, so that '{0}' is one word", "zet een spatie achter de dubbele punt: '{1}'", "put a space behind the colon: '{1}'"),
    "shallow-key": Message("DIN010", "'{0}' springt te weinig in: het hoort bij '{1}', maar staat even ver naar links als de id's", "'{0}' is indented too little: it belongs to '{1}', but stands as far to the left as the ids", "laat deze regel even ver inspringen als de andere velden van '{1}'; is het een id, kies dan een andere", "indent this line as far as the other fields of '{1}'; if it is an id, choose another"),
    "outdented": Message("DIN010", "'{0}' springt te weinig in: het hoort onder '{1}'", "'{0}' is indented too little: it belongs under '{1}'", "laat deze regel verder inspringen dan '{1}', en de volgende die daaronder horen ook", "indent this line further than '{1}', and the next ones that belong there too"),
    "near-key": Message("DIN010", "de sleutel '{0}' bestaat hier niet", "the key '{0}' does not exist here", "bedoelt u '{1}'?", "did you mean '{1}'?"),
    "part-key": Message("DIN010", "'{0}' hoort in het modelbestand, niet in een deel", "'{0}' belongs in the model file, not in a part"),
    "comma-value": Message("DIN010", "'{0}' is hier een losse sleutel geworden: de komma in het getal ervoor scheidt", "'{0}' became a key of its own here: the comma in the number before it separates", "{1}", "{1}"),
    "no-collection": Message("DIN011", "hier worden elementen verwacht, elk met een eigen id als sleutel", "elements are expected here, each with its id as key"),
    "bullets": Message("DIN011", "hier staat een lijst met streepjes; elementen hebben elk een eigen id als sleutel", "a list with dashes stands here; elements each have an id of their own as key", "{0}", "{0}"),
    "no-element": Message("DIN011", "een element is een naam of een reeks velden, geen lijst", "an element is a name or a set of fields, not a list"),
    "dashed-link": Message("DIN011", "in een lijst staan alleen id's; wie er meer bij zegt, laat de streepjes weg", "a list has only ids; leave the dashes out to say more of a link", "schrijf 'gemeente: eigenaar' in plaats van '- gemeente: eigenaar'", "write 'municipality: owner' instead of '- municipality: owner'"),
    "no-link": Message("DIN011", "hier wordt een id verwacht, een lijst van id's, of id's als sleutels", "an id is expected here, a list of ids, or ids as keys"),
    "several-ids": Message("DIN011", "'{0}' is hier één id, maar dit lijken er meer", "'{0}' is one id here, but these seem to be more", "schrijf {1}", "write {1}"),
    "text": Message("DIN011", "'{0}' moet tekst zijn", "'{0}' must be text"),
    "list": Message("DIN011", "'{0}' moet een lijst zijn", "'{0}' must be a list"),
    "mapping": Message("DIN011", "'{0}' moet velden hebben, zoals '{1}'", "'{0}' must have fields, such as '{1}'"),
    "missing": Message("DIN012", "'{1}' heeft geen {0}", "'{1}' has no '{0}'", "voeg '{0}: ...' toe", "add '{0}: ...'"),
    "empty-name": Message("DIN012", "'{1}' heeft geen {0}", "'{1}' has no '{0}'", "vul de naam in", "fill in the name"),
    "empty-field": Message("DIN012", "'{1}' heeft geen {0}", "'{1}' has no '{0}'", "vul in wat er achter '{0}:' moet staan", "fill in what should stand behind '{0}:'"),
    "reason": Message("DIN012", "hier ontbreekt de reden", "the reason is missing here", "schrijf waarom deze bevinding hier mag blijven", "write why this finding may stay here"),
    "value-of": Message("DIN013", "'{1}' kan niet bij '{0}'; mogelijk: {2}", "'{1}' is no value of '{0}'; possible: {2}"),
    "near-value": Message("DIN013", "'{1}' kan niet bij '{0}'; mogelijk: {2}", "'{1}' is no value of '{0}'; possible: {2}", "bedoelt u '{3}'?", "did you mean '{3}'?"),
    "turned-role": Message("DIN013", "'{0}' kan niet bij 'rol': rol en partij staan verwisseld", "'{0}' is no value of 'role': role and party have changed places", "draai om: {{{0}: {1}}}", "turn round: {{{0}: {1}}}"),
    "ambiguous-number": Message("DIN014", "'{0}' kan twee dingen zijn: {1} of {2}", "'{0}' can be two things: {1} or {2}", "schrijf {1} of {2}, of het getal in Nederlandse notatie (2.200 is tweeduizend) met zijn eenheid tussen aanhalingstekens", "write {1} or {2}, or the number in Dutch notation (2.200 is two thousand) with its unit in quotes"),
    "dutch-number": Message("DIN014", "'{0}' is Nederlandse notatie; die kan alleen tussen aanhalingstekens en met de eenheid erbij", "'{0}' is Dutch notation; that is only possible in quotes and with its unit", "schrijf {1}", "write {1}"),
    "euro-sign": Message("DIN014", "'{0}' is Nederlandse notatie; die kan alleen tussen aanhalingstekens en met het euroteken", "'{0}' is Dutch notation; that is only possible in quotes and with the euro sign", "bij dit bedrag ontbreekt het euroteken; schrijf {1}", "this amount lacks the euro sign; write {1}"),
    "wordy-number": Message("DIN014", "'{0}' is geen getal of waarde", "'{0}' is no number or value", "schrijf {1}", "write {1}"),
    "rate": Message("DIN014", "'{0}' is een tarief per inwoner, en zo leest dinkit het niet", "'{0}' is a rate per inhabitant, which dinkit does not read like this", "schrijf {1}", "write {1}"),
    "long-id": Message("DIN101", "de id '{0}' is te lang (hoogstens 80 tekens)", "the id '{0}' is too long (80 characters at most)"),
    "reserved-id": Message("DIN101", "'{0}' kan geen id zijn: het is een woord van dinkit zelf", "'{0}' cannot be an id: it is a word of dinkit itself", "klopt de inspringing van deze regel? Zo ja, kies een andere id", "is this line indented as it should be? If so, choose another id"),
    "number": Message("DIN014", "'{0}' is geen getal of waarde", "'{0}' is no number or value", "schrijf 2200, 1.22, \"1,22%\" of onbekend", "write 2200, 1.22, \"1,22%\" or unknown"),
    "euros": Message("DIN014", "'{0}' is geen bedrag in euro's", "'{0}' is no amount in euros", "schrijf het in cijfers, of met het euroteken ervoor tussen aanhalingstekens; zegt de bron het niet, schrijf dan onbekend", "write it in figures, or with the euro sign before it in quotes; if the source does not tell, write unknown"),
    "whole": Message("DIN014", "'{0}' is geen heel getal", "'{0}' is no whole number"),
    "step": Message("DIN014", "'{0}' is geen stap van 1 tot en met 5", "'{0}' is no step from 1 to 5", "schrijf 1 (het minst), 2, 3, 4, 5 (het meest) of onbekend", "write 1 (the least), 2, 3, 4, 5 (the most) or unknown"),
    "weight": Message("DIN014", "'{0}' is geen gewicht", "'{0}' is no weight", "schrijf +, ++ of +++, een getal, of een percentage tussen aanhalingstekens", "write +, ++ or +++, a number, or a percentage in quotes"),
    "date": Message("DIN015", "'{0}' is geen datum", "'{0}' is no date", "schrijf 2019, 2019-05, 2019-05-14, 2019-H2, 2019-Q3, 2019-najaar of onbekend", "write 2019, 2019-05, 2019-05-14, 2019-H2, 2019-Q3, 2019-autumn or unknown"),
    "last-day": Message("DIN015", "'{0}' is geen datum", "'{0}' is no date", "schrijf de laatste dag, zoals 2026-12-31, 2026-12 of 2026", "write the last day, such as 2026-12-31, 2026-12 or 2026"),
    "period": Message("DIN015", "'{0}' is geen periode", "'{0}' is no period", "schrijf 2019, 2019..2022, 2019.. of onbekend; de tekst van de bron kan in 'letterlijk'", "write 2019, 2019..2022, 2019.. or unknown; the wording of the source can stand in 'verbatim'"),
    "wordy-date": Message("DIN015", "'{0}' is geen datum zoals dinkit die leest", "'{0}' is no date as dinkit reads it", "schrijf {1}", "write {1}"),
    "wordy-period": Message("DIN015", "'{0}' is geen periode zoals dinkit die leest", "'{0}' is no period as dinkit reads it", "schrijf {1}", "write {1}"),
    "light": Message("DIN013", "'{0}' is geen kleur van een aspect", "'{0}' is no colour of an aspect", "schrijf groen, oranje, rood, grijs of onbekend", "write green, orange, red, grey or unknown"),
    "no-severity": Message("DIN013", "achter '{0}' staat geen ernst", "there is no severity behind '{0}'", "schrijf fout, waarschuwing, tip of uit", "write error, warning, tip or off"),
    "severity": Message("DIN013", "'{0}' is geen ernst", "'{0}' is no severity", "schrijf fout, waarschuwing, tip of uit", "write error, warning, tip or off"),
    "labels": Message("DIN016", "'labels' geeft soorten een andere naam, zoals 'baat: gewenst effect'", "'labels' gives kinds another name, such as 'benefit: desired effect'"),
    "wrong": Message("DIN016", "'{0}' kan hier niet staan", "'{0}' cannot stand here"),
    "id": Message("DIN101", "'{0}' kan geen id zijn", "'{0}' cannot be an id", "een id heeft alleen a tot en met z (zonder accenten), cijfers en koppeltekens, en begint met een letter{1}", "an id has only a to z (without accents), digits and hyphens, and begins with a letter{1}"),
    "part-missing": Message("DIN020", "het deel '{0}' kan niet gelezen worden: {1}", "the part '{0}' cannot be read: {1}"),
    "part-near": Message("DIN020", "het deel '{0}' bestaat niet", "the part '{0}' does not exist", "bedoelt u '{1}'?", "did you mean '{1}'?"),
    "part-outside": Message("DIN021", "het deel '{0}' ligt buiten het project", "the part '{0}' lies outside the project", "zet het bestand in de map van het project, en schrijf het pad zoals het vanaf dit bestand loopt", "put the file in the folder of the project, and write the path as it runs from this file"),
    "part-slash": Message("DIN020", "in het pad van het deel '{0}' staat een '\\'", "the path of the part '{0}' has a '\\'", "schrijf '/' tussen map en bestand: dat werkt overal", "write '/' between folder and file: that works everywhere"),
    "part-cycle": Message("DIN022", "het deel '{0}' is al gelezen: het staat er dubbel, of delen noemen elkaar in een kring", "the part '{0}' has been read already: it is named twice, or parts name each other in a circle", "haal deze regel weg", "remove this line"),
    "edition-missing": Message("DIN027", "de vorige editie '{0}' kan niet gelezen worden: {1}", "the previous edition '{0}' cannot be read: {1}", "schrijf het pad zoals het vanaf dit bestand loopt; zonder vorige editie is er niets te vergelijken", "write the path as it runs from this file; without a previous edition there is nothing to compare"),
    "edition-outside": Message("DIN027", "de vorige editie '{0}' ligt buiten het project", "the previous edition '{0}' lies outside the project", "zet het bestand in de map van het project", "put the file in the folder of the project"),
    "edition-slash": Message("DIN027", "in het pad van de vorige editie '{0}' staat een '\\'", "the path of the previous edition '{0}' has a '\\'", "schrijf '/' tussen map en bestand: dat werkt overal", "write '/' between folder and file: that works everywhere"),
    "edition-cycle": Message("DIN028", "'{0}' noemt als vorige editie, al dan niet via andere, weer dit model: {1}", "'{0}' names this model as its previous edition again, by itself or through others: {1}", "haal een van de regels met 'vorige_editie' weg", "remove one of the lines with 'previous_edition'"),
    "edition-broken": Message("DIN029", "de vorige editie '{0}' heeft zelf {1} fout(en); wat daardoor niet gelezen is, ontbreekt in vergelijkingen", "the previous edition '{0}' has {1} error(s) of its own; what could not be read is missing from comparisons", "controleer haar met 'dinkit validate {2}'", "check it with 'dinkit validate {2}'", Severity.WARNING),
    "edition-profile": Message("DIN029", "de vorige editie '{0}' heeft een ander profiel ({1}) dan dit model ({2}); hun lagen zijn niet goed te vergelijken", "the previous edition '{0}' has another profile ({1}) than this model ({2}); their layers do not compare well", "", "", Severity.WARNING),
    "edition-same": Message("DIN029", "de vorige editie '{0}' heeft dezelfde id als dit model: '{1}'", "the previous edition '{0}' has the same id as this model: '{1}'", "geef elke editie een eigen 'model:'", "give every edition a 'model:' of its own"),
    "rule-list": Message("DIN030", "onder 'projectregels' staat elke regel met zijn code als sleutel", "below 'project_rules' every rule stands under its code", "schrijf 'DIN901:' en daaronder 'voor: ...' en 'eis: ...'", "write 'DIN901:' and below it 'for: ...' and 'demand: ...'"),
    "rule-code": Message("DIN030", "'{0}' kan geen code van een projectregel zijn", "'{0}' cannot be the code of a project rule", "kies een code van DIN901 tot en met DIN999", "choose a code from DIN901 up to DIN999"),
    "rule-fields": Message("DIN030", "regel '{0}' heeft geen velden", "rule '{0}' has no fields", "schrijf eronder 'voor: ...' en 'eis: ...'", "write 'for: ...' and 'demand: ...' below it"),
    "rule-kind": Message("DIN031", "'{0}' is geen soort element", "'{0}' is no kind of element", "{1}", "{1}"),
    "rule-field": Message("DIN032", "'{0}' is geen veld of verband van {2}", "'{0}' is no field or relation of {2}", "{1}", "{1}"),
    "rule-link": Message("DIN033", "het verband '{0}' past niet bij {1}", "the relation '{0}' does not fit {1}", "{2}", "{2}"),
    "rule-ends": Message("DIN033", "'{0}' leidt van {1} nooit naar {2}", "'{0}' never leads from {1} to {2}", "'docs/format-reference.nl.md' noemt per verband wat het verbindt", "'docs/format-reference.md' tells of every relation what it joins"),
    "rule-no-kind": Message("DIN031", "achter '{0}' staat geen soort element", "there is no kind of element behind '{0}'", "bijvoorbeeld 'inspanningen' of 'operationele_doelen'", "for example 'efforts' or 'operational_goals'"),
    "rule-slip": Message("DIN034", "'{0}' betekent hier niets", "'{0}' means nothing here", "bedoelt u '{1}'?", "did you mean '{1}'?"),
    "rule-blank": Message("DIN034", "'{0}' wordt in een melding niet ingevuld", "'{0}' is not filled in in a message", "'{{naam}}' wordt de naam van het element", "'{{name}}' becomes the name of the element"),
    "rule-options": Message("DIN034", "in een lijst achter '{0}' staan alleen waarden", "a list behind '{0}' holds values only", "voor alternatieven: 'een_van: [{{{0}: ...}}, {{{0}: ...}}]'", "for alternatives: 'any_of: [{{{0}: ...}}, {{{0}: ...}}]'"),
    "rule-mixed": Message("DIN034", "in een lijst achter '{0}' staan soorten of voorwaarden, niet allebei", "a list behind '{0}' holds kinds or conditions, not both", "voor alternatieven: 'een_van: [{{{0}: ...}}, {{{0}: ...}}]'", "for alternatives: 'any_of: [{{{0}: ...}}, {{{0}: ...}}]'"),
    "rule-word": Message("DIN034", "'{0}' kan hier niet staan", "'{0}' cannot stand here", "{1}", "{1}"),
    "rule-end": Message("DIN034", "'{0}' zegt iets van het andere eind; daar moet eerst staan welke soort dat is", "'{0}' says something of the other end; which kind that is must be told first", "bijvoorbeeld '{1}'", "for example '{1}'"),
    "rule-any-of": Message("DIN034", "onder '{0}' staat een lijst van voorwaarden", "below '{0}' stands a list of conditions", "bijvoorbeeld [{{geld: gegeven}}, {{sturing: regie}}]", "for example [{{money: given}}, {{steering: directing}}]"),
    "rule-condition": Message("DIN034", "onder '{0}' staan velden en verbanden met wat ervoor geldt", "below '{0}' stand fields and relations with what must hold for them", "bijvoorbeeld {{geld: gegeven}}", "for example {{money: given}}"),
    "rule-empty": Message("DIN034", "achter '{0}' staat niets om te toetsen", "there is nothing to test behind '{0}'", "schrijf een waarde, 'gegeven' of 'ontbreekt'", "write a value, 'given' or 'absent'"),
    "rule-flat": Message("DIN034", "'{0}' heeft hier geen velden van zichzelf", "'{0}' has no fields of its own here", "schrijf een waarde of een lijst van waarden; bij een soort element een voorwaarde", "write a value or a list of values; with a kind of element a condition"),
    "rule-presence": Message("DIN034", "'{0}' is in een regel alleen te toetsen op gegeven, ontbreekt of (bij een veld) onbekend, niet op '{1}'", "'{0}' can only be tested in a rule for given, absent or (a field) unknown, not for '{1}'", "voor wat erin staat: '{0}: {{veld: waarde}}'", "for what is in it: '{0}: {{field: value}}'"),
    "rule-bound": Message("DIN034", "'{0}' kan niet bij '{1}': dat is geen getal of datum", "'{0}' is not possible with '{1}', which is no number or date"),
    "rule-count": Message("DIN034", "minstens {0} en hoogstens {1} kan niet allebei", "at least {0} and at most {1} cannot both be"),
    "rule-steps": Message("DIN034", "'{0}' is geen aantal stappen", "'{0}' is no number of steps", "schrijf 1, 2, 3 ... of 'onbeperkt'", "write 1, 2, 3 ... or 'unlimited'"),
    "curly-quotes": Message("DIN023", "hier staan gekrulde aanhalingstekens (zoals Word ze maakt), die voor YAML gewone letters zijn", "curly quotes (as Word makes them) stand here, which are ordinary letters to YAML", "schrijf {0}; horen ze bij de tekst, zet er dan rechte omheen", "write {0}; if they belong to the text, put straight ones around them", Severity.WARNING),
    "hash-comment": Message("DIN025", "vanaf '#' is dit een opmerking, die niet bij de tekst ervoor hoort", "from '#' on this is a comment, not part of the text before it", "hoort '#' bij de tekst, zet die dan tussen aanhalingstekens; anders een spatie achter '#'", "if '#' belongs to the text, put that in quotes; if not, put a space behind '#'", Severity.WARNING),
    "missing-colon": Message("DIN026", "'{0}' is een sleutel, maar is hier deel van de naam: er ontbreekt een dubbele punt met een spatie erachter", "'{0}' is a key, but is part of the name here: a colon with a space behind it is missing", "schrijf '{1}'; hoort het bij de naam, zet die dan op één regel tussen aanhalingstekens", "write '{1}'; if it belongs to the name, put that on one line in quotes", Severity.WARNING),
    "long-name": Message("DIN026", "deze naam loopt door op de volgende regel", "this name goes on in the next line", "zet de hele naam op één regel; is dit een eigen veld, dan ontbreekt er een dubbele punt", "put the whole name on one line; if this is a field of its own, a colon is missing", Severity.WARNING),
    "dutch-date": Message("DIN015", "'{0}' is geen datum zoals dinkit die leest", "'{0}' is no date as dinkit reads it", "schrijf jaar, maand, dag: {1}", "write year, month, day: {1}"),
    "hidden-direction": Message("DIN024", "hier staat een onzichtbaar teken dat de leesrichting verandert ({0})", "an invisible character that changes the direction of reading stands here ({0})", "haal het teken weg", "remove the character", Severity.WARNING),
}  # fmt: skip

_ALLOWED = 2
"""The place of our own list of possible values among the words of a problem; it is not shortened."""

WHY: dict[str, Text] = {
    "missing": Text("het bestand bestaat niet", "the file does not exist"),
    "folder": Text("het is een map", "it is a folder"),
    "special": Text("het is geen gewoon bestand", "it is no ordinary file"),
    "too-large": Text("het is te groot (meer dan 64 MB)", "it is too large (over 64 MB)"),
    "refused": Text("geen toegang", "access refused"),
    "outside": Text("het ligt buiten het project", "it lies outside the project"),
    "submodule": Text(
        "het ligt in een submodule, waarvan git hier de inhoud niet bewaart", "it lies in a submodule, of which git does not keep the content here"
    ),
    "lfs": Text("git bewaart hier alleen een verwijzing (LFS)", "git keeps only a reference here (LFS)"),
    "not-here": Text("deze kloon heeft de inhoud niet", "this clone lacks its content"),
}


def code_of(problem: Problem) -> str:
    """Return the code of a problem."""
    return MESSAGES[problem.slug].code


def finding_of(problem: Problem, path: str, text: str) -> Finding:
    """Make a finding of a problem in the file at `path` with this text."""
    problem = nearer(problem, text)
    message = MESSAGES[problem.slug]
    words = [_both(word, index) for index, word in enumerate(problem.words)]
    dutch, english = [word.nl for word in words], [word.en for word in words]
    hint = Text(message.hint_nl.format(*dutch), message.hint_en.format(*english)) if message.hint_nl else None
    location = Location(path, span_between(text, problem.start, problem.end))
    told = Text(message.nl.format(*dutch), message.en.format(*english))
    return Finding(message.code, problem.slug, message.severity, told, location, problem.element, hint, fix=fix_in(path, repair_of(problem, text)))


def _both(word: str | Text, index: int) -> Text:
    if isinstance(word, Text):
        return word
    if word in WHY:
        return WHY[word]
    plain = word if index == _ALLOWED else shown(word)
    return Text(plain, plain)
