"""The words for what can go wrong while reading: one row per fault, with its code, in Dutch and English."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.finding import Finding, Location, Severity, Text, span_between
from dinkit.reading.problem import Problem


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
    "encoding": Message("DIN002", "dit bestand is geen tekst in UTF-8 (byte {0} is {1})", "this file is not text in UTF-8 (byte {0} is {1})", "sla het op als UTF-8; een Excel- of Word-bestand is geen model", "save it as UTF-8; an Excel or Word file is no model"),
    "empty": Message("DIN003", "dit bestand is leeg", "this file is empty", "'dinkit init' schrijft een voorbeeld", "'dinkit init' writes an example"),
    "syntax": Message("DIN004", "hier klopt de YAML niet meer ({0})", "the YAML goes wrong here ({0})", "kijk naar inspringing, aanhalingstekens en dubbele punten op deze en de vorige regel", "look at the indentation, quotes and colons of this line and the one before"),
    "tab": Message("DIN004", "een tab kan hier niet staan: YAML springt in met spaties", "a tab cannot stand here: YAML indents with spaces", "vervang de tab door spaties", "replace the tab by spaces"),
    "unprintable": Message("DIN004", "hier staat een onzichtbaar stuurteken dat niet mag", "an invisible control character stands here, which is not allowed", "haal het teken weg", "remove the character"),
    "no-mapping": Message("DIN005", "een model begint met sleutels zoals 'doelen:', niet met een lijst of losse tekst", "a model begins with keys such as 'goals:', not with a list or loose text"),
    "second-document": Message("DIN005", "hier begint een tweede YAML-document; alleen het eerste telt", "a second YAML document begins here; only the first counts", "haal de regel met '---' weg", "remove the line with '---'"),
    "duplicate-key": Message("DIN006", "de sleutel '{0}' staat hier voor de tweede keer; de eerste geldt", "the key '{0}' stands here for the second time; the first counts", "voeg de twee samen of haal er een weg", "merge the two or remove one"),
    "tag": Message("DIN007", "YAML-tags zoals '{0}' zijn niet toegestaan: een model is gewone tekst", "YAML tags such as '{0}' are not allowed: a model is plain data"),
    "no-anchor": Message("DIN008", "er is geen anker '&{0}' voor deze verwijzing", "there is no anchor '&{0}' for this alias"),
    "alias-bomb": Message("DIN008", "de aliassen in dit bestand herhalen meer dan {0} waarden; de rest is niet gelezen", "the aliases in this file repeat more than {0} values; the rest was not read"),
    "too-deep": Message("DIN009", "dit zit dieper genest dan {0} niveaus; de rest is niet gelezen", "this is nested deeper than {0} levels; the rest was not read"),
    "key": Message("DIN010", "een sleutel moet een gewoon woord zijn", "a key must be a plain word"),
    "unknown-key": Message("DIN010", "de sleutel '{0}' bestaat hier niet", "the key '{0}' does not exist here"),
    "near-key": Message("DIN010", "de sleutel '{0}' bestaat hier niet", "the key '{0}' does not exist here", "bedoelt u '{1}'?", "did you mean '{1}'?"),
    "part-key": Message("DIN010", "'{0}' hoort in het modelbestand, niet in een deel", "'{0}' belongs in the model file, not in a part"),
    "comma-value": Message("DIN010", "'{0}' is hier een losse sleutel geworden: de komma in het getal ervoor scheidt", "'{0}' became a key of its own here: the comma in the number before it separates", "zet de waarde tussen aanhalingstekens, bijvoorbeeld \"1,22%\"", "put the value in quotes, for example \"1,22%\""),
    "no-collection": Message("DIN011", "hier worden elementen verwacht, elk met een eigen id als sleutel", "elements are expected here, each with its id as key"),
    "no-element": Message("DIN011", "een element is een naam of een reeks velden, geen lijst", "an element is a name or a set of fields, not a list"),
    "no-link": Message("DIN011", "hier wordt een id verwacht, een lijst van id's, of id's als sleutels", "an id is expected here, a list of ids, or ids as keys"),
    "text": Message("DIN011", "'{0}' moet tekst zijn", "'{0}' must be text"),
    "list": Message("DIN011", "'{0}' moet een lijst zijn", "'{0}' must be a list"),
    "mapping": Message("DIN011", "'{0}' moet velden hebben, zoals 'waarde: 12'", "'{0}' must have fields, such as 'value: 12'"),
    "missing": Message("DIN012", "'{1}' heeft geen {0}", "'{1}' has no {0}", "voeg '{0}: ...' toe", "add '{0}: ...'"),
    "value-of": Message("DIN013", "'{1}' kan niet bij '{0}'; mogelijk: {2}", "'{1}' is no value of '{0}'; possible: {2}"),
    "near-value": Message("DIN013", "'{1}' kan niet bij '{0}'; mogelijk: {2}", "'{1}' is no value of '{0}'; possible: {2}", "bedoelt u '{3}'?", "did you mean '{3}'?"),
    "ambiguous-number": Message("DIN014", "'{0}' kan twee dingen zijn: {1} of {2}", "'{0}' can be two things: {1} or {2}", "schrijf {1} of {2}, of het getal met zijn eenheid tussen aanhalingstekens", "write {1} or {2}, or the number with its unit in quotes"),
    "dutch-number": Message("DIN014", "'{0}' staat in Nederlandse notatie zonder aanhalingstekens of eenheid", "'{0}' is in Dutch notation without quotes or unit", "schrijf {1}", "write {1}"),
    "number": Message("DIN014", "'{0}' is geen getal of waarde", "'{0}' is no number or value", "schrijf 2200, 1.22, \"1,22%\" of onbekend", "write 2200, 1.22, \"1,22%\" or unknown"),
    "euros": Message("DIN014", "'{0}' is geen bedrag in euro's", "'{0}' is no amount in euros", "schrijf 200000 of \"€ 4,8 mln\"", "write 200000 or \"€ 4,8 mln\""),
    "whole": Message("DIN014", "'{0}' is geen heel getal", "'{0}' is no whole number"),
    "step": Message("DIN014", "'{0}' is geen stap van 1 tot 5", "'{0}' is no step from 1 to 5"),
    "weight": Message("DIN014", "'{0}' is geen gewicht", "'{0}' is no weight", "schrijf +, ++ of +++, een getal, of een percentage tussen aanhalingstekens", "write +, ++ or +++, a number, or a percentage in quotes"),
    "date": Message("DIN015", "'{0}' is geen datum", "'{0}' is no date", "schrijf 2019, 2019-05, 2019-05-14, 2019-H2, 2019-Q3, 2019-najaar of onbekend", "write 2019, 2019-05, 2019-05-14, 2019-H2, 2019-Q3, 2019-autumn or unknown"),
    "period": Message("DIN015", "'{0}' is geen periode", "'{0}' is no period", "schrijf 2019, 2019..2022, 2019.. of onbekend; de tekst van de bron kan in 'letterlijk'", "write 2019, 2019..2022, 2019.. or unknown; the wording of the source can stand in 'verbatim'"),
    "labels": Message("DIN016", "'labels' geeft soorten een andere naam, zoals 'baat: gewenst effect'", "'labels' gives kinds another name, such as 'benefit: desired effect'"),
    "wrong": Message("DIN016", "'{0}' kan hier niet staan", "'{0}' cannot stand here"),
    "id": Message("DIN101", "'{0}' is geen goede id", "'{0}' is no proper id", "een id heeft kleine letters, cijfers en koppeltekens, en begint met een letter", "an id has small letters, digits and hyphens, and begins with a letter"),
    "part-missing": Message("DIN020", "het deel '{0}' kan niet gelezen worden: {1}", "the part '{0}' cannot be read: {1}"),
    "part-outside": Message("DIN021", "het deel '{0}' ligt buiten het project", "the part '{0}' lies outside the project", "zet het bestand in de map van het project", "put the file in the folder of the project"),
    "part-cycle": Message("DIN022", "het deel '{0}' is al gelezen: delen verwijzen in een kring of dubbel", "the part '{0}' has been read already: parts go round in a circle or are named twice"),
    "hidden-direction": Message("DIN024", "in deze tekst staat een onzichtbaar teken dat de leesrichting omkeert", "this text has an invisible character that turns the direction of reading", "haal het teken weg", "remove the character", Severity.WARNING),
}  # fmt: skip

WHY: dict[str, Text] = {
    "missing": Text("het bestand bestaat niet", "the file does not exist"),
    "folder": Text("het is een map", "it is a folder"),
    "too-large": Text("het is te groot (meer dan 64 MB)", "it is too large (over 64 MB)"),
    "refused": Text("geen toegang", "access refused"),
    "outside": Text("het ligt buiten het project", "it lies outside the project"),
}


def finding_of(problem: Problem, path: str, text: str) -> Finding:
    """Make a finding of a problem in the file at `path` with this text."""
    message = MESSAGES[problem.slug]
    words = problem.words
    shown = [_shown(word) for word in words]
    dutch = [WHY[word].nl if word in WHY else one for word, one in zip(words, shown, strict=True)]
    english = [WHY[word].en if word in WHY else one for word, one in zip(words, shown, strict=True)]
    hint = Text(message.hint_nl.format(*dutch), message.hint_en.format(*english)) if message.hint_nl else None
    location = Location(path, span_between(text, problem.start, problem.end))
    return Finding(
        message.code, problem.slug, message.severity, Text(message.nl.format(*dutch), message.en.format(*english)), location, problem.element, hint
    )


def _shown(word: str) -> str:
    """Shorten what a user wrote, so that a message stays a message."""
    return word if len(word) <= 60 else word[:57] + "..."
