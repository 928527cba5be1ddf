"""The lines of a picture as values, and the bands that stand for many equal ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dinkit.drawing.selection import Selection, ancestors, involved, top_effort, tree_key
from dinkit.drawing.words import counted, plain, say
from dinkit.model.records import Goal
from dinkit.model.vocabulary import UNKNOWN, spell_value
from dinkit.network import Network, Relation

if TYPE_CHECKING:
    from dinkit.drawing.nodes import Node

LEAST_IN_BAND = 2
"""Efforts that make a band; a single one has a line."""
REST = "/rest"
"""Id of the band of the efforts that are left over; no element can have it."""
_SURER = ("stated", "derived", "added", UNKNOWN)


class Band(NamedTuple):
    """A main goal and the efforts that all contribute to it: one bar over them in place of a line each."""

    id: str
    goal: str
    """Empty for the efforts that are left over."""
    family: int | None
    number: str
    name: str
    note: str
    provenance: str
    efforts: tuple[str, ...]


class Edge(NamedTuple):
    """One line between two boxes."""

    source: str
    target: str
    type: str
    """"contributes_to", "hinders", "part_of" or "involved_in"."""
    provenance: str
    substantiation: str
    weight: str
    """As written; empty without."""
    thickness: int
    """0 (light or without weight), 1 or 2."""
    family: int | None
    """Which main goal its target belongs to."""
    title: str


def bands_of(network: Network, selection: Selection, *, columns: int, language: str) -> tuple[Band, ...]:
    """Find the bands: efforts that contribute to the same main goal with the same provenance.

    An effort stands in one band: that of the first main goal it contributes to, the surest provenance first. Where main goals
    stand right beside the efforts, lines say it better.
    """
    if columns < 3:
        return ()
    tops = [goal for goal in selection.goals if not ancestors(network, goal) and network.level(goal) == "main"]
    families = families_of(network)
    taken: set[str] = set()
    bands: list[Band] = []
    for provenance in _SURER:
        for goal in tops:
            givers = {link.source for link in network.incoming(goal, "contributes_to") if (link.provenance or UNKNOWN) == provenance}
            efforts = tuple(effort for effort in selection.efforts if effort in givers - taken)
            if len(efforts) >= LEAST_IN_BAND:
                taken |= set(efforts)
                bands.append(_band(network, goal, provenance, efforts, families[goal], language))
    bands.sort(key=lambda band: (tops.index(band.goal), _SURER.index(band.provenance)))
    rest = tuple(effort for effort in selection.efforts if effort not in taken)
    return (*bands, _rest(rest, language)) if bands and rest else tuple(bands)


def families_of(network: Network) -> dict[str, int]:
    """Return for each goal which tree it belongs to, counted in the order of their printed numbers; the same in every picture."""
    roots: dict[str, int] = {}
    goals = sorted((goal.id for goal in network.of(Goal)), key=tree_key(network))
    return {goal: roots.setdefault((ancestors(network, goal) or [goal])[-1], len(roots)) for goal in goals}


def edges_of(network: Network, selection: Selection, bands: tuple[Band, ...], boxes: tuple[Node, ...], language: str) -> tuple[Edge, ...]:
    """Return the lines between the boxes; those of sub-efforts start at the box of their effort."""
    box_of = {node.id: node for node in boxes}
    holder = dict.fromkeys(box_of, "") | {row.id: top_effort(network, row.id) for node in boxes for row in node.rows if row.id not in box_of}
    banded = {(effort, band.goal, band.provenance) for band in bands for effort in band.efforts}
    bundles: dict[tuple[str, str, str], list[Relation]] = {}
    for start in holder:
        for link in network.outgoing(start, "contributes_to", "hinders", "part_of"):
            source = holder[start] or start
            known = link.target in box_of and source in box_of and not (link.type == "part_of" and holder[start])
            if known and (link.source, link.target, link.provenance or UNKNOWN) not in banded:
                bundles.setdefault((source, link.target, link.type), []).append(link)
    widest = max((float(link.weight.value) for links in bundles.values() for link in links if link.weight), default=0.0)
    edges = [_edge(key, sorted(links, key=_sureness), box_of, network, widest, language) for key, links in bundles.items()]
    edges += [
        _involvement(party, node, network, language) for node in boxes for party in sorted(involved(network, node.id) & set(selection.stakeholders))
    ]
    return tuple(sorted(edges))


def legend_of_bands(bands: tuple[Band, ...], language: str) -> list[tuple[str, str]]:
    """Return per provenance that bands have: its key and the words for the legend."""
    kinds = sorted({band.provenance for band in bands if band.goal}, key=_SURER.index)
    return [(kind, say("legend-band", language, provenance=spell_value("provenance", kind, language))) for kind in kinds]


def _rest(efforts: tuple[str, ...], language: str) -> Band:
    note = counted("no-band-note", len(efforts), language)
    return Band(REST, "", None, "", say("no-band", language), note, UNKNOWN, efforts)


def _band(network: Network, goal: str, provenance: str, efforts: tuple[str, ...], family: int, language: str) -> Band:
    element = network.elements[goal]
    note = say("band-note", language, count=len(efforts), provenance=spell_value("provenance", provenance, language))
    return Band(f"{goal}/{provenance}", goal, family, element.number or "", element.name, note, provenance, efforts)


def _sureness(link: Relation) -> tuple[int, str]:
    return _SURER.index(link.provenance or UNKNOWN), link.source


def _edge(key: tuple[str, str, str], links: list[Relation], box_of: dict[str, Node], network: Network, widest: float, language: str) -> Edge:
    source, target, kind = key
    first = links[0]
    weights = [link.weight for link in links if link.weight]
    heaviest = max(weights, key=lambda weight: weight.value) if weights else None
    share = float(heaviest.value) / widest if heaviest and widest else 0.0
    edge = Edge(
        source,
        target,
        kind,
        first.provenance or UNKNOWN,
        first.substantiation or "",
        heaviest.text if heaviest else "",
        2 if share > 0.67 else 1 if share > 0.34 else 0,
        box_of[target].family,
        "",
    )
    return edge._replace(title=_title(edge, links, network, language))


def _involvement(party: str, node: Node, network: Network, language: str) -> Edge:
    title = f"{plain(network.elements[party].name)} {say('involved_in', language)} {plain(node.name)}"
    return Edge(party, node.id, "involved_in", UNKNOWN, "", "", 0, None, title)


def _title(edge: Edge, links: list[Relation], network: Network, language: str) -> str:
    """Say a line in one sentence, with its evidence and its reasons."""
    source, target = (plain(network.elements[one].name) for one in (edge.source, edge.target))
    facts = (
        []
        if edge.type == "part_of"
        else [spell_value("provenance", edge.provenance, language) if edge.provenance != UNKNOWN else say("line-unknown", language)]
    )
    facts += [spell_value("substantiation", edge.substantiation, language)] if edge.substantiation else []
    facts += [say("weight", language, weight=edge.weight)] if edge.weight else []
    through = [plain(network.elements[link.source].name) for link in links if link.source != edge.source]
    facts += [say("through", language, parts=", ".join(through))] if through else []
    reasons = [plain(link.reason) for link in links if link.reason]
    sentence = f"{source} {say(edge.type, language)} {target}"
    sentence += f" ({', '.join(facts)})" if facts else ""
    return f"{sentence}: {' '.join(reasons)}" if reasons else sentence
