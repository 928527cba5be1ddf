"""Centrality: which stakeholders stand in the middle of the work.

Definition:
    The network has two sides: the stakeholders (n of them, all that the model has) and the efforts (m, all that have not stopped); a
    line joins a stakeholder to an effort in which it is involved. Sides come from the kinds of the elements and nothing is projected to one
    side, since a projection turns every effort into a clique of all its stakeholders. All numbers are normalised over the
    WHOLE network, with the component beside them: normalised per component an isolated pair would win.

    - *degree*: the number of efforts, divided by m.
    - *betweenness*: over all pairs of nodes, the share of their shortest paths that passes through the stakeholder,
      divided by the largest value that a node of this side can have in a two-mode network of n by m:
      [m²(s+1)² + m(s+1)(2t-s-1) - t(2s-t+3)] / 2 with s = (n-1) div m and t = (n-1) mod m.
    - *harmonic*: the sum of 1/distance to every other node, divided by m + (n-1)/2, which a stakeholder in every effort has. Used
      in place of closeness, which means nothing where the network falls apart.

    Where the largest possible value is 0 there is no answer (n/a). Ranks are competition ranks (1, 1, 1, 4): ties stay ties.

    The unit is the effort with the lines of everything nested in it; a sub-effort with a second parent, or listed twice (`same_as`), has
    its lines in each effort to which it belongs. With level "sub_effort" the units are the pieces of work without parts, which
    also have the lines of what they are part of. Membership of a larger body is not involvement: lines of a member are not its
    body's. The own organisation and generic groups (types own_organisation, group, target_group) are in many efforts by nature, so a second
    table leaves them out, and normalises over what is left.

Limits:
    Being named is not the same as doing much: lines have no weight, and a role is not judged. Every shortest path counts alike. A register
    with parties that are in no effort makes all numbers smaller, not their order. Compare numbers within one network only. The work
    grows with nodes times lines: nothing for a real programme, minutes for thousands of stakeholders and efforts.

Order:
    By rank of degree, then of betweenness, then of harmonic, then by id. Stakeholders in no effort have no row.

Reference:
    Borgatti & Everett 1997, Social Networks 19:243-269 (two-mode networks); Borgatti & Halgin 2011, *Analyzing Affiliation Networks*
    (normalisations); Marchiori & Latora 2000 (harmonic), its two-mode maximum derived here.

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... stakeholders: {s1: S1, s2: S2, s3: S3}
    ... inspanningen:
    ...   i1: {naam: I1, stakeholders: s1}
    ...   i2: {naam: I2, stakeholders: [s1, s2]}
    ...   i3: {naam: I3, stakeholders: [s2, s3]}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> columns = [column.key for column in fact.tables[0].columns]
    >>> at = [columns.index(key) for key in ("id", "degree", "betweenness", "harmonic")]
    >>> [tuple(f"{row[i]:.3f}" if i != at[0] else row[i] for i in at) for row in fact.tables[0].rows]
    [('s2', '0.667', '0.750', '0.833'), ('s1', '0.667', '0.500', '0.771'), ('s3', '0.333', '0.000', '0.571')]
"""

from __future__ import annotations

from collections.abc import Callable

from dinkit.analyses import _words as words
from dinkit.analyses._two_mode import Line, Score, ranks, two_mode
from dinkit.analyses._works import Works, closure, units, works_of
from dinkit.analysis import Analysis, Cell, Column, Fact, Options, Table, checked
from dinkit.finding import Text
from dinkit.model.records import Stakeholder
from dinkit.network import Network, programme_of

GENERIC = frozenset(("own_organisation", "group", "target_group"))
"""Types of stakeholder that the second table leaves out."""

_Share = Callable[[int], Text]


def generic(network: Network, party: Stakeholder) -> bool:
    """Say whether a party is the own organisation of the programme (by its type, or because the programme names it so) or a generic group."""
    programme = programme_of(network)
    own = (programme.organisation or "").casefold() if programme else ""
    return party.type in GENERIC or own in [name.casefold() for name in (party.name, *party.also_known_as)]


def involvement(network: Network, level: str) -> tuple[list[str], list[Line]]:
    """Return the units of work that are counted, and who is involved in which.

    Args:
        network: what is analysed.
        level: "effort" or "sub_effort", see `Options.level`.
    """
    works = works_of(network)
    counted = units(works, level)
    lines = [
        (relation.source, unit)
        for work in works.listings
        for unit in (_homes(works, work) if level == "effort" else (work, *closure(work, works.below)))
        if unit in counted and work not in works.stopped
        for listing in works.listings[work]
        for relation in network.incoming(listing, "involved_in")
    ]
    return list(counted), sorted(set(lines))


def _homes(works: Works, work: str) -> set[str]:
    """Return every outermost effort to which a piece of work belongs, by nesting, a second parent or a second listing."""
    return {works.home[one] for one in (work, *closure(work, works.above))}


def run(network: Network, options: Options) -> Fact:
    """Say who stands in the middle."""
    efforts, lines = involvement(network, checked(options).level)
    parties = sorted(network.of(Stakeholder), key=lambda one: one.id)
    specific = [one for one in parties if not generic(network, one)]
    everyone = two_mode((one.id for one in parties), efforts, lines)
    ids = {one.id for one in specific}
    others = two_mode(ids, efforts, [line for line in lines if line[0] in ids])
    tables = (
        _table(network, "all", Text("Alle stakeholders", "All stakeholders"), everyone),
        _table(
            network,
            "specific",
            Text("Zonder de eigen organisatie en algemene groepen", "Without the own organisation and generic groups"),
            others,
        ),
    )

    def share(count: int) -> Text:
        return words.share(count, len(efforts), words.unit_word(network, options.level, count=len(efforts)))

    answer = _answer(network, everyone, others, share)
    return Fact("centrality", answer, tables, _notes(network, everyone, others, efforts, options), Options(level=options.level))


_MEANINGS = {
    "degree": Text("deel van de inspanningen waarbij iemand betrokken is", "share of the efforts in which somebody is involved"),
    "betweenness": Text(
        "hoe vaak iemand de kortste schakel is tussen partijen en inspanningen die anders verder uiteen liggen; 1 is: altijd",
        "how often somebody is the shortest link between parties and efforts that are further apart otherwise; 1 is: always",
    ),
    "harmonic": Text(
        "hoe dicht iemand bij alle partijen en inspanningen staat; 1 is: bij elke inspanning zelf betrokken",
        "how near somebody is to all parties and efforts; 1 is: involved in every effort",
    ),
}


def _columns() -> tuple[Column, ...]:
    rank = {key: Text("rang van de kolom ervoor; gelijk blijft gelijk", "rank of the column before it; ties stay ties") for key in _MEANINGS}
    titles = {"degree": Text("graad", "degree"), "betweenness": Text("tussenpositie", "betweenness"), "harmonic": Text("nabijheid", "harmonic")}
    scores = [
        column
        for key, meaning in _MEANINGS.items()
        for column in (Column(key, titles[key], meaning), Column(f"{key}_rank", Text("rang", "rank"), rank[key]))
    ]
    return (
        words.ID,
        words.NAME,
        Column("generic", Text("eigen/groep", "own/group"), Text("eigen organisatie of algemene groep", "own organisation or generic group")),
        Column(
            "efforts",
            Text("inspanningen", "efforts"),
            Text("bij hoeveel inspanningen iemand betrokken is", "in how many efforts somebody is involved"),
        ),
        *scores,
        Column(
            "component",
            Text("deelnet", "component"),
            Text("nummer van het samenhangende deel, 1 is het grootste", "number of the connected part, 1 is the largest"),
        ),
    )


def _table(network: Network, key: str, title: Text, scores: tuple[Score, ...]) -> Table:
    columns = ([score.degree for score in scores], [score.betweenness for score in scores], [score.harmonic for score in scores])
    ranked = list(zip(*(ranks(column) for column in columns), strict=True))
    placed = [(score, rank) for score, rank in zip(scores, ranked, strict=True) if score.efforts]
    placed.sort(key=lambda pair: ([rank or 0 for rank in pair[1]], pair[0].stakeholder))
    return Table(key, title, _columns(), tuple(_row(network, score, rank) for score, rank in placed))


def _row(network: Network, score: Score, rank: tuple[int | None, ...]) -> tuple[Cell, ...]:
    party = network.elements[score.stakeholder]
    marked = isinstance(party, Stakeholder) and generic(network, party)
    numbers = (score.degree, rank[0], score.betweenness, rank[1], score.harmonic, rank[2])
    return (party.id, party.name, marked, score.efforts, *numbers, score.component)


def _answer(network: Network, everyone: tuple[Score, ...], others: tuple[Score, ...], share: _Share) -> Text:
    first, second = _most_involved(network, everyone), _most_involved(network, others)
    if not first:
        effort, party = words.kind_word(network, "effort", count=1), words.kind_word(network, "stakeholder", count=1)
        return Text(f"Geen enkele {party.nl} is bij een {effort.nl} betrokken.", f"No {party.en} is involved in any {effort.en}.")
    names, be = words.listing([words.name_of(network, one.stakeholder) for one in first]), words.verb(len(first), ("is", "zijn"), ("is", "are"))
    of = share(first[0].efforts)
    answer = Text(f"Het meest betrokken {be.nl} {names.nl} ({of.nl})", f"Most involved {be.en} {names.en} ({of.en})")
    if second and [one.stakeholder for one in second] != [one.stakeholder for one in first]:
        names, of = words.listing([words.name_of(network, one.stakeholder) for one in second]), share(second[0].efforts)
        answer = Text(
            f"{answer.nl}; de eigen organisatie en algemene groepen niet meegerekend: {names.nl} ({of.nl})",
            f"{answer.en}; leaving out the own organisation and generic groups: {names.en} ({of.en})",
        )
    return words.joined((Text(f"{answer.nl}.", f"{answer.en}."), _link(network, others)))


def _most_involved(network: Network, scores: tuple[Score, ...]) -> list[Score]:
    most = max((score.efforts for score in scores), default=0)
    return sorted((score for score in scores if score.efforts == most > 0), key=lambda score: words.name_of(network, score.stakeholder))


def _link(network: Network, scores: tuple[Score, ...]) -> Text | None:
    most = max((score.betweenness or 0 for score in scores), default=0)
    if not most:
        return None
    names = words.listing(sorted(words.name_of(network, score.stakeholder) for score in scores if score.betweenness == most))
    return Text(
        f"De belangrijkste schakel tussen wat anders verder uiteen ligt, de eigen organisatie en groepen niet meegerekend: {names.nl}.",
        f"The main link between what lies further apart otherwise, leaving out the own organisation and groups: {names.en}.",
    )


def _notes(network: Network, everyone: tuple[Score, ...], others: tuple[Score, ...], efforts: list[str], options: Options) -> tuple[Text, ...]:
    outside = sum(not score.efforts for score in everyone)
    parts = max((score.component for score in everyone), default=0)
    unit = (
        Text("onderdelen als eenheid", "sub-efforts as unit")
        if options.level == "sub_effort"
        else Text("onderdelen bij hun inspanning", "sub-efforts with their effort")
    )
    notes = (
        Text(
            f"Genormeerd over het hele net: {len(everyone)} stakeholders ({len(others)} zonder eigen organisatie en groepen) en {len(efforts)} inspanningen, {unit.nl}.",
            f"Normalised over the whole network: {len(everyone)} stakeholders ({len(others)} without own organisation and groups) and {len(efforts)} efforts, {unit.en}.",
        ),
        Text(
            f"Samenhangende delen: {parts}. Bij geen inspanning betrokken, en daarom zonder regel: {outside}.",
            f"Connected parts: {parts}. Involved in no effort, and therefore without a row: {outside}.",
        ),
        Text(
            "Genoemd staan is niet hetzelfde als veel doen; lid zijn van een groter geheel telt niet als betrokken zijn.",
            "Being named is not the same as doing much; being part of a larger body does not count as being involved.",
        ),
    )
    return (*notes, *words.shared_notes(network, len(works_of(network).stopped)))


ANALYSIS = Analysis(Text("Centraliteit van stakeholders", "Centrality of stakeholders"), run, ("level",))
