"""Steering: how the programme steers each effort, on which track the work is done, who owns it, and with which hours and means.

Definition:
    *Steering* is commissioning, directing or aligning; the *track* is programme, line, district or partner. Work that does not say so itself has
    that of the nearest effort that it is part of, and of work that is listed twice (`same_as`) the first listing that says it counts. **Unknown**
    means that a source leaves it open, **not filled in** that nobody looked; the two stay apart.
    An effort has an *owner* when a stakeholder is involved in it as owner, lead, commissioner (also political or official) or programme manager,
    at the effort itself or, of a sub-effort, at what it is part of. The *means* are the resources that it uses (`gebruikt`), its own and
    those of its parts; its *hours* are the values of those in hours. A resource that several efforts use is not divided: it counts for each, and once
    in the total.

    Efforts are the outermost ones; their parts are counted beside them. Stopped work is left out.

Limits:
    What a role asks of somebody is not judged, and that a role is named does not say that the party agreed.

Order:
    Efforts as in the printed tree; roles in the order of the file format, stakeholders by id.

Reference:
    Programme contract Economie en Participatie, Almelo 2019, § Samenvatting, § 4, § 6 and § 8 (directing or aligning; programme, line and partners).

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... stakeholders: {baas: Baas}
    ... inspanningen:
    ...   loket: {naam: Loket openen, sturing: regie, spoor: lijn, stakeholders: {baas: trekker}, onderdelen: {balie: Balie maken}}
    ...   krant: {naam: Krant maken, sturing: onbekend}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl.split("; ")[0]
    'Van 1 van de 2 inspanningen is bekend hoe het programma erop stuurt (1 regie)'
    >>> [row[3:5] for row in fact.tables[0].rows]
    [('unknown', 'absent'), ('directing', 'line'), ('directing', 'line')]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from dinkit.analyses import _words as words
from dinkit.analyses._order import in_tree_order, outer
from dinkit.analyses._phrases import NOWHERE, PART_OF, comma, none_of, sentence, value_words
from dinkit.analyses._works import Works, closure, works_of
from dinkit.analysis import Analysis, Cell, Column, Fact, Options, Table
from dinkit.finding import Text
from dinkit.model.records import Effort, Resource
from dinkit.model.values import number_of, unit_of
from dinkit.model.vocabulary import UNKNOWN, VALUES
from dinkit.network import Network

OWNING = ("owner", "lead", "commissioner", "political_commissioner", "official_commissioner", "programme_manager")
"""Roles that make somebody answer for work; the rule on owners asks for the same."""

ABSENT = "absent"
_UNSAID = (UNKNOWN, ABSENT)
_NOT_STATED = "not_stated"
_HOURS = ("uur", "uren", "hour", "hours")


class _Steered(NamedTuple):
    effort: Effort
    above: str
    steering: str
    track: str
    owners: tuple[str, ...]
    inherited: tuple[str, ...]
    """Which of the three come from what it is part of."""
    means: tuple[str, ...]
    hours: Decimal | None


def run(network: Network, options: Options) -> Fact:
    """Say how the efforts are steered."""
    del options
    works = works_of(network)
    rows = [_read(network, works, effort) for effort in in_tree_order(network, Effort) if effort.id in works.listings.keys() - works.stopped]
    tables = (_efforts(rows), _counts(rows), _roles(network, works, rows))
    return Fact("steering", _answer(network, rows), tables, words.shared_notes(network, len(works.stopped)))


def _read(network: Network, works: Works, effort: Effort) -> _Steered:
    chain = _chain(network, works, effort.id)
    steering, at = _first(network, works, chain, "steering")
    track, track_at = _first(network, works, chain, "track")
    owners, owners_at = _owners(network, works, chain)
    said = (("steering", at and steering not in _UNSAID), ("track", track_at and track not in _UNSAID), ("owner", owners_at))
    inherited = [key for key, above in said if above]
    means = _means(network, works, effort.id)
    return _Steered(effort, chain[1] if len(chain) > 1 else "", steering, track, owners, tuple(inherited), means, _hours(network, means))


def _chain(network: Network, works: Works, work: str) -> list[str]:
    """Return a piece of work and what it is nested in, the nearest first."""
    chain = [work]
    while (above := outer(network, chain[-1])) is not None and works.original[above] not in chain:
        chain.append(works.original[above])
    return chain


def _first(network: Network, works: Works, chain: list[str], field: str) -> tuple[str, int]:
    """Return the value of a field that counts, and how far up it stands; "absent" where nothing says any."""
    for height, work in enumerate(chain):
        given = [value for listing in works.listings[work] if (value := getattr(network.elements[listing], field)) is not None]
        if given:
            return next((value for value in given if value != UNKNOWN), UNKNOWN), height
    return ABSENT, 0


def _owners(network: Network, works: Works, chain: list[str]) -> tuple[tuple[str, ...], int]:
    for height, work in enumerate(chain):
        found = {
            relation.source for listing in works.listings[work] for relation in network.incoming(listing, "involved_in") if relation.role in OWNING
        }
        if found:
            return tuple(sorted(found)), height
    return (), 0


def _means(network: Network, works: Works, work: str) -> tuple[str, ...]:
    whole = [one for one in (work, *closure(work, works.below)) if one not in works.stopped]
    return tuple(sorted({relation.target for one in whole for listing in works.listings[one] for relation in network.outgoing(listing, "uses")}))


def _hours(network: Network, means: Iterable[str]) -> Decimal | None:
    """Return the hours of some resources together; None where none of them is in hours."""
    found = [resource.value for one in means if isinstance(resource := network.elements[one], Resource)]
    hours = [number for value in found if value is not None and unit_of(value) in _HOURS and (number := number_of(value)) is not None]
    return sum(hours, Decimal()) if hours else None


_ABSENT = {ABSENT: Text("niet ingevuld", "not filled in")}
_STEERING = {**value_words("steering"), **_ABSENT}
_TRACKS = {**value_words("track"), **_ABSENT}
_ROLES = {**value_words("role"), _NOT_STATED: Text("rol niet genoemd", "role not stated")}
_OWNED = {"named": Text("genoemd", "named"), "not_named": Text("niet genoemd", "not named")}
_FIELDS = {"steering": Text("sturing", "steering"), "track": Text("spoor", "track"), "owner": Text("eigenaar", "owner")}


def _efforts(rows: list[_Steered]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        PART_OF,
        Column("steering", _FIELDS["steering"], Text("hoe het programma erop stuurt", "how the programme steers it"), _STEERING),
        Column("track", _FIELDS["track"], Text("waar het werk gebeurt", "where the work is done"), _TRACKS),
        Column("owner", _FIELDS["owner"], Text("eigenaar, trekker of opdrachtgever", "owner, lead or commissioner")),
        Column("inherited", Text("van erboven", "from above"), Text("wat van de inspanning erboven komt", "what comes from the effort above")),
        Column("means", Text("middelen", "means"), Text("wat het gebruikt, met de onderdelen", "what it uses, with its parts")),
        Column(
            "hours",
            Text("uren", "hours"),
            Text("de middelen in uren bij elkaar, als er uren staan", "the means in hours together, where there are any"),
        ),
    )
    cells: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.effort.id,
            one.effort.name,
            one.above,
            one.steering,
            one.track,
            one.owners,
            comma([_FIELDS[key] for key in one.inherited]),
            one.means,
            "" if one.hours is None else one.hours,
        )
        for one in rows
    )
    return Table("efforts", Text("Sturing per inspanning", "Steering per effort"), columns, cells)


def _counts(rows: list[_Steered]) -> Table:
    columns = (
        Column("field", Text("wat", "what"), Text("sturing, spoor of eigenaar", "steering, track or owner"), _FIELDS),
        Column("value", Text("waarde", "value"), Text("wat er staat", "what it says"), {**_STEERING, **_TRACKS, **_OWNED}),
        Column("efforts", Text("inspanningen", "efforts"), Text("buitenste inspanningen", "outermost efforts")),
        Column("sub_efforts", Text("onderdelen", "sub-efforts"), Text("met wat zij van erboven hebben", "with what they have from above")),
    )
    cells: list[tuple[Cell, ...]] = [("steering", code, *_count(one for one in rows if one.steering == code)) for code in _STEERING]
    cells += [("track", code, *_count(one for one in rows if one.track == code)) for code in _TRACKS]
    cells += [("owner", code, *_count(one for one in rows if bool(one.owners) is (code == "named"))) for code in _OWNED]
    return Table("counts", Text("Hoe vaak", "How often"), columns, tuple(cells))


def _count(rows: Iterable[_Steered]) -> tuple[int, int]:
    """Return how many of these are outermost efforts and how many are parts."""
    parts = [bool(one.above) for one in rows]
    return parts.count(False), parts.count(True)


def _roles(network: Network, works: Works, rows: list[_Steered]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        PART_OF,
        Column("role", Text("rol", "role"), Text("zoals het bij de inspanning staat", "as it stands at the effort"), _ROLES),
        Column("stakeholders", Text("wie", "who"), Text("wie deze rol hebben", "who have this role")),
    )
    cells = tuple(
        (one.effort.id, one.effort.name, one.above, role, tuple(sorted(parties)))
        for one in rows
        for role, parties in _by_role(network, works.listings[one.effort.id]).items()
    )
    return Table("roles", Text("Wie welke rol heeft", "Who has which role"), columns, cells)


def _by_role(network: Network, listings: Iterable[str]) -> dict[str, set[str]]:
    """Return who has each role in a piece of work, in the order of the file format."""
    found: dict[str, set[str]] = {}
    for listing in listings:
        for relation in network.incoming(listing, "involved_in"):
            found.setdefault(relation.role or _NOT_STATED, set()).add(relation.source)
    return {role: found[role] for role in (*VALUES["role"], _NOT_STATED) if role in found}


def _answer(network: Network, rows: list[_Steered]) -> Text:
    outermost = [one for one in rows if not one.above]
    if not outermost:
        return none_of(network, "effort")
    word, total = words.kind_word(network, "effort", count=len(outermost)), len(outermost)
    topics = _topics(network, outermost)
    clauses = [_clause(words.share(topic.known, total, word), topic) for topic in topics if topic.known]
    lacking = [topic.what for topic in topics if not topic.known]
    if lacking:
        none = Text(f"geen van de {total} {word.nl}", f"none of the {total} {word.en}")
        one = words.kind_word(network, "effort", count=1)
        what = comma(lacking, last=Text("of", "or"))
        clauses.append(_clause(Text(f"geen enkele {one.nl}", f"no {one.en}") if clauses or total == 1 else none, _Topic(0, what)))
    return sentence(words.joined(clauses, "; "))


class _Topic(NamedTuple):
    """Something that may be known of an effort: of how many it is, and what."""

    known: int
    what: Text
    more: Text = NOWHERE


def _topics(network: Network, rows: list[_Steered]) -> list[_Topic]:
    steered, tracked = [one.steering for one in rows], [one.track for one in rows]
    hours = _hours(network, {means for one in rows for means in one.means})
    total = Text(f" (samen {hours:f} uur)", f" ({hours:f} hours together)") if hours is not None else NOWHERE
    return [
        _Topic(_said(steered), Text("hoe het programma erop stuurt", "how the programme steers it"), _named(steered, _STEERING)),
        _Topic(_said(tracked), Text("in welk spoor het werk gebeurt", "on which track the work is done"), _named(tracked, _TRACKS)),
        _Topic(sum(bool(one.owners) for one in rows), Text("wie eigenaar of trekker is", "who owns or leads it")),
        _Topic(sum(bool(one.means) for one in rows), Text("welke uren of andere middelen het vraagt", "which hours or other means it takes"), total),
    ]


def _said(values: list[str]) -> int:
    return sum(value not in _UNSAID for value in values)


def _named(values: list[str], of_field: Mapping[str, Text]) -> Text:
    counts = [
        Text(f"{values.count(code)} {word.nl}", f"{values.count(code)} {word.en}")
        for code, word in of_field.items()
        if code in values and code not in _UNSAID
    ]
    listed = comma(counts)
    return Text(f" ({listed.nl})", f" ({listed.en})") if counts else NOWHERE


def _clause(share: Text, topic: _Topic) -> Text:
    return Text(f"van {share.nl} is bekend {topic.what.nl}{topic.more.nl}", f"of {share.en} it is known {topic.what.en}{topic.more.en}")


ANALYSIS = Analysis(Text("Sturing en organisatie", "Steering and organisation"), run)
