"""Sources: what rests on which document, and what rests on none.

Definition:
    An element *rests on* a source when it cites it for itself, for a value or statement inside it, or for a link that is written at it
    (`source: <source id> <place>`). Sources themselves are not nor parties of a shared register that have no role here and only
    stand in documents that nothing else of this model rests on; `unknown` is no source. The shares of a source are of the
    elements that cite anything, and of all elements; an element may rest on several, so the shares need not add up to one. A *place* is the
    text behind the id of the source.

    *Provenance* is stated, derived, added or unknown. An element or link that does not say is unknown; a value that does not say is as
    its element. Nesting is no link. A source is *not cited* when no element, value, link or statement that there is nothing names it.

Limits:
    That something cites a document does not make it true, nor does a share say how much of the document was used. What a
    part inherits from its effort it does not cite itself.

Order:
    Sources by the number of elements, then by id; places alike, the twenty that are cited most; everything else by kind and id.

Reference:
    Drimmelen, annual report 2022 (a column that names the source of each figure).

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... bronnen: {contract: Programmacontract, nota: Nota}
    ... doelen: {banen: {naam: Meer banen, bron: contract § 3}}
    ... inspanningen:
    ...   loket: {naam: Loket openen, draagt_bij_aan: {banen: {bron: contract § 4}}}
    ...   krant: Krant maken
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl.split("; ")[0]
    "Van de 3 elementen rusten er 2 op een bron: 67% op 'Programmacontract'"
    >>> fact.tables[0].rows
    (('contract', 'Programmacontract', 2, 1.0, 0.6666666666666666, 1, 0, 1, 2, True), ('nota', 'Nota', 0, 0.0, 0.0, 0, 0, 0, 0, True))
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dinkit.analyses import _words as words
from dinkit.analyses._citations import Found, found_in, links, provenance_of, values_in
from dinkit.analyses._flow import PROVENANCES
from dinkit.analyses._sources_words import answer
from dinkit.analysis import Analysis, Cell, Column, Fact, Options, Table
from dinkit.finding import Text
from dinkit.model.kinds import KINDS
from dinkit.model.records import Element, Source
from dinkit.network import Network

_MOST_PLACES = 20


def run(network: Network, options: Options) -> Fact:
    """Say what rests on which source."""
    del options
    found = found_in(network)
    tables = (
        _sources(network, found),
        _provenance(network, found.elements),
        _kinds(network, found),
        _places(found),
        _gaps(network, found),
        _resting(network, found),
    )
    several = Text(
        "Een element kan op meer bronnen rusten; de aandelen zijn van alle elementen, de bronnen zelf niet meegeteld.",
        "An element may rest on several sources; the shares are of all elements, the sources themselves not counted.",
    )
    return Fact("sources", answer(network, found), tables, (several, *_left_out(network, found), *words.shared_notes(network)))


def _left_out(network: Network, found: Found) -> tuple[Text, ...]:
    count = sum(element.kind != "source" for element in network.elements.values()) - len(found.elements)
    if not count:
        return ()
    party = words.kind_word(network, "stakeholder", count=count)
    return (
        Text(
            f"Niet meegeteld: {count} {party.nl} uit het gedeelde register, die alleen in documenten staan waar dit model verder niet op rust.",
            f"Not counted: {count} {party.en} of the shared register, which only stand in documents that nothing else of this model rests on.",
        ),
    )


def _sources(network: Network, found: Found) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("resting", Text("elementen", "elements"), Text("elementen die erop rusten, hoe dan ook", "elements that rest on it in any way")),
        Column(
            "share_citing",
            Text("van wat citeert", "of those citing"),
            Text("aandeel van de elementen met een bron", "share of the elements that cite anything"),
        ),
        Column("share_all", Text("van alles", "of all"), Text("aandeel van alle elementen", "share of all elements")),
        Column("elements", Text("zelf", "themselves"), Text("elementen die hem voor zichzelf noemen", "elements that cite it for themselves")),
        Column("values", Text("waarden", "values"), Text("waarden, bedragen, planningen en uitspraken", "values, amounts, plannings and statements")),
        Column("links", Text("verbanden", "links"), Text("verbanden die hem noemen", "links that cite it")),
        Column("places", Text("plaatsen", "places"), Text("verschillende plaatsen in de bron", "distinct places in the source")),
        Column("registered", Text("in register", "registered"), Text("de bron staat onder 'bronnen'", "it stands under 'sources'")),
    )
    names = {source.id: source.name for source in network.of(Source)}
    return Table("sources", Text("De bronnen", "The sources"), columns, tuple(_source_row(found, names, one) for one in found.citing))


def _source_row(found: Found, names: dict[str, str], source: str) -> tuple[Cell, ...]:
    here = [one for one in found.citations if one.source == source]
    resting = len(found.citing[source])
    ways = [one.way for one in here]
    return (
        source,
        names.get(source, ""),
        resting,
        resting / len(found.resting) if found.resting else None,
        resting / len(found.elements) if found.elements else None,
        len({one.element for one in here if one.way == "element"}),
        ways.count("value"),
        ways.count("link"),
        len({one.place for one in here if one.place}),
        source in names,
    )


def _provenance(network: Network, elements: Sequence[Element]) -> Table:
    counts = (
        ("elements", [element.provenance or "unknown" for element in elements]),
        ("values", [provenance_of(value, element) for element in elements for value in values_in(element)]),
        ("links", [relation.provenance or "unknown" for relation in links(network)]),
    )
    what = {"elements": Text("elementen", "elements"), "values": Text("waarden", "values"), "links": Text("verbanden", "links")}
    meanings = {
        "stated": Text("een bron zegt het", "a source says so"),
        "derived": Text("dat is onze conclusie", "that is our conclusion"),
        "added": Text("dat voegden we toe", "that was added by us"),
        "unknown": Text("het staat er niet bij", "it does not say"),
    }
    columns = (
        Column("what", Text("wat", "what"), Text("waarvan de herkomst geteld is", "of what the provenance is counted"), what),
        Column("total", Text("aantal", "number"), Text("hoeveel er zijn", "how many there are")),
        *(Column(one, words.PROVENANCE_WORDS[one], meanings[one]) for one in PROVENANCES),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple((name, len(said), *(said.count(one) for one in PROVENANCES)) for name, said in counts)
    return Table("provenance", Text("Herkomst", "Provenance"), columns, rows)


def _kinds(network: Network, found: Found) -> Table:
    own = {one.element for one in found.citations if one.way == "element"}
    plurals = {kind.name: words.kind_word(network, kind.name) for kind in KINDS}
    columns = (
        Column("kind", Text("soort", "kind"), Text("soort element", "kind of element"), plurals),
        Column("total", Text("aantal", "number"), Text("hoeveel er zijn", "how many there are")),
        Column("own", Text("eigen bron", "own source"), Text("noemen voor zichzelf een bron", "cite a source for themselves")),
        Column(
            "inside", Text("alleen binnenin", "inside only"), Text("alleen een waarde of verband noemt een bron", "only a value or link cites one")
        ),
        Column("none", Text("geen bron", "no source"), Text("niets ervan noemt een bron", "nothing of it cites one")),
        Column(
            "unknown",
            Text("herkomst onbekend", "provenance unknown"),
            Text("er staat niet bij waar het vandaan komt", "it does not say where it comes from"),
        ),
    )
    rows = []
    for kind in KINDS:
        here = [element for element in found.elements if element.kind == kind.name]
        if here:
            with_own, resting = sum(one.id in own for one in here), sum(one.id in found.resting for one in here)
            unknown = sum(_is_unknown(one) for one in here)
            rows.append((kind.name, len(here), with_own, resting - with_own, len(here) - resting, unknown))
    return Table("kinds", Text("Met en zonder bron, per soort", "With and without a source, per kind"), columns, tuple(rows))


def _is_unknown(element: Element) -> bool:
    return element.provenance in (None, "unknown")


def _places(found: Found) -> Table:
    columns = (
        Column("source", Text("bron", "source"), Text("de id van de bron", "the id of the source")),
        Column("place", Text("plaats", "place"), Text("de plaats in de bron", "the place in the source")),
        Column("resting", Text("elementen", "elements"), Text("elementen die erop rusten", "elements that rest on it")),
        Column("ids", Text("welke", "which"), Text("hun id's", "their ids")),
    )
    resting: dict[tuple[str, str], set[str]] = {}
    for one in found.citations:
        if one.place:
            resting.setdefault((one.source, one.place), set()).add(one.element)
    most = sorted(resting.items(), key=lambda item: (-len(item[1]), item[0]))[:_MOST_PLACES]
    title = Text(f"Meest aangehaalde plaatsen ({len(most)} van {len(resting)})", f"Places cited most ({len(most)} of {len(resting)})")
    return Table("places", title, columns, tuple((*place, len(elements), tuple(sorted(elements))) for place, elements in most))


def _gaps(network: Network, found: Found) -> Table:
    singular = {kind.name: words.kind_word(network, kind.name, count=1) for kind in KINDS}
    columns = (
        Column("kind", Text("soort", "kind"), Text("soort element", "kind of element"), singular),
        words.ID,
        words.NAME,
        Column(
            "cites",
            Text("bron", "source"),
            Text("er wordt een bron genoemd, voor het element zelf of erbinnen", "a source is cited, for the element or inside it"),
        ),
        Column("provenance", Text("herkomst", "provenance"), Text("waar het vandaan komt", "where it comes from"), words.PROVENANCE_WORDS),
    )
    rows = tuple(
        (element.kind, element.id, element.name, element.id in found.resting, element.provenance or "unknown")
        for element in _by_kind(found.elements)
        if element.id not in found.resting or _is_unknown(element)
    )
    return Table("gaps", Text("Zonder bron, of met onbekende herkomst", "Without a source, or of unknown provenance"), columns, rows)


def _by_kind(elements: Iterable[Element]) -> list[Element]:
    order = [kind.name for kind in KINDS]
    return sorted(elements, key=lambda element: (order.index(element.kind), element.id))


def _resting(network: Network, found: Found) -> Table:
    plurals = {kind.name: words.kind_word(network, kind.name) for kind in KINDS}
    columns = (
        Column("source", Text("bron", "source"), Text("de id van de bron", "the id of the source")),
        Column("kind", Text("soort", "kind"), Text("soort element", "kind of element"), plurals),
        Column("resting", Text("aantal", "number"), Text("hoeveel erop rusten", "how many rest on it")),
        Column("ids", Text("welke", "which"), Text("hun id's", "their ids")),
    )
    rows: list[tuple[Cell, ...]] = []
    for source, elements in found.citing.items():
        for kind in KINDS:
            here = tuple(sorted(one for one in elements if network.elements[one].kind == kind.name))
            rows += [(source, kind.name, len(here), here)] if here else []
    return Table("resting", Text("Wat op welke bron rust", "What rests on which source"), columns, tuple(rows))


ANALYSIS = Analysis(Text("Waar het op rust: de bronnen", "What it rests on: the sources"), run)
