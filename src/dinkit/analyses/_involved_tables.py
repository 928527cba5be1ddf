"""The tables of the `stakeholders` analysis."""

from __future__ import annotations

from dinkit.analyses import _words as words
from dinkit.analyses._involved import NOT_STATED, Involvement, Party
from dinkit.analyses._order import outer
from dinkit.analyses._phrases import PART_OF, comma, value_words
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network


def tables_of(network: Network, found: Involvement, parties: list[Party]) -> tuple[Table, ...]:
    """Return who there are, what they are involved in, who works for several main goals, who is part of whom, and where nobody is."""
    return (
        _stakeholders(network, parties),
        _involvement(network, found, parties),
        _bridging(parties, found),
        _membership(network, found),
        _without(network, found),
    )


_ROLES = {**value_words("role"), NOT_STATED: Text("rol niet genoemd", "role not stated")}
_HOW = {
    "stated": Text("zelf genoemd", "stated"),
    "part": Text("via een onderdeel", "through a part"),
    "inherited": Text("van de inspanning erboven", "from the effort above"),
}
_TYPES = value_words("type", ("own_organisation", "organisation", "government", "partnership", "team", "function", "target_group", "group"))


def _stakeholders(network: Network, parties: list[Party]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("type", Text("soort", "kind"), Text("soort stakeholder", "kind of stakeholder"), _TYPES),
        Column("generic", Text("eigen/groep", "own/group"), Text("eigen organisatie of algemene groep", "own organisation or generic group")),
        Column("efforts", words.kind_word(network, "effort"), Text("bij hoeveel zij betrokken is", "in how many it is involved")),
        Column("rank", Text("rang", "rank"), Text("naar dat aantal; gelijk blijft gelijk", "by that number; ties stay ties")),
        Column("main_goals", Text("hoofddoelen", "main goals"), Text("waar haar inspanningen heen leiden", "to which its efforts lead")),
        Column("roles", Text("rollen", "roles"), Text("in welke rollen", "in which roles")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.stakeholder.id,
            one.stakeholder.name,
            one.stakeholder.type or UNKNOWN,
            one.generic,
            len(one.units),
            one.rank,
            one.goals,
            comma([_ROLES[role] for role in one.roles]),
        )
        for one in parties
    )
    return Table("stakeholders", words.capital(words.kind_word(network, "stakeholder")), columns, rows)


def _involvement(network: Network, found: Involvement, parties: list[Party]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("effort", Text("inspanning", "effort"), Text("waarbij", "in what")),
        Column("effort_name", Text("heet", "called"), Text("hoe die inspanning heet", "what that effort is called")),
        Column("role", Text("rol", "role"), Text("in welke rol", "in which role"), _ROLES),
        Column("how", Text("hoe", "how"), Text("of het er zelf staat", "whether it is stated there"), _HOW),
        Column("at", Text("staat bij", "stands at"), Text("waar het staat", "where it stands")),
    )
    order = {one.stakeholder.id: place for place, one in enumerate(parties)}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            line.stakeholder,
            words.name_of(network, line.stakeholder),
            line.unit,
            words.name_of(network, line.unit),
            line.role,
            line.how,
            line.at,
        )
        for line in sorted(found.lines, key=lambda line: order[line.stakeholder])
    )
    return Table("involvement", Text("Wie waarbij betrokken is", "Who is involved in what"), columns, rows)


def _bridging(parties: list[Party], found: Involvement) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("generic", Text("eigen/groep", "own/group"), Text("eigen organisatie of algemene groep", "own organisation or generic group")),
        Column("main_goals", Text("hoofddoelen", "main goals"), Text("waar haar inspanningen heen leiden", "to which its efforts lead")),
        Column(
            "per_goal", Text("inspanningen", "efforts"), Text("hoeveel er naar elk van die doelen leiden", "how many lead to each of those goals")
        ),
        Column(
            "single",
            Text("in één", "in one"),
            Text("of één inspanning al naar al die doelen leidt", "whether one effort already leads to all of those goals"),
        ),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.stakeholder.id,
            one.stakeholder.name,
            one.generic,
            one.goals,
            ", ".join(str(sum(goal in found.goals[unit] for unit in one.units)) for goal in one.goals),
            any(set(one.goals) <= set(found.goals[unit]) for unit in one.units),
        )
        for one in parties
        if len(one.goals) > 1
    )
    return Table("bridging", Text("Wie voor meer dan één hoofddoel werken", "Who works for more than one main goal"), columns, rows)


def _membership(network: Network, found: Involvement) -> Table:
    columns = (
        Column("body", Text("geheel", "body"), Text("het grotere geheel", "the larger body")),
        Column("body_name", Text("heet", "called"), Text("hoe het geheel heet", "what the body is called")),
        words.ID,
        words.NAME,
        Column("member_efforts", Text("van het lid", "of the member"), Text("inspanningen van het lid", "efforts of the member")),
        Column("body_efforts", Text("van het geheel", "of the body"), Text("inspanningen van het geheel zelf", "efforts of the body itself")),
        Column("both", Text("allebei", "both"), Text("waarbij allebei genoemd zijn", "in which both are listed")),
    )
    units: dict[str, set[str]] = {}
    for line in found.lines:
        units.setdefault(line.stakeholder, set()).add(line.unit)
    pairs = sorted(
        (relation.target, relation.source) for relation in network.relations if relation.type == "part_of" and _is_party(network, relation.source)
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            body,
            words.name_of(network, body),
            member,
            words.name_of(network, member),
            len(units.get(member, ())),
            len(units.get(body, ())),
            len(units.get(member, set()) & units.get(body, set())),
        )
        for body, member in pairs
        if body in units or member in units
    )
    return Table("membership", Text("Lidmaatschap, dat geen betrokkenheid is", "Membership, which is no involvement"), columns, rows)


def _is_party(network: Network, element: str) -> bool:
    return network.elements[element].kind == "stakeholder"


def _without(network: Network, found: Involvement) -> Table:
    rows = tuple((effort.id, effort.name, outer(network, effort.id) or "") for effort in found.bare)
    return Table("without", Text("Werk waarbij niemand betrokken is", "Work in which nobody is involved"), (words.ID, words.NAME, PART_OF), rows)
