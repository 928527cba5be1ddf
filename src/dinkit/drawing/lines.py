"""The lines of a picture as values."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing.bands import SURER, Band
from dinkit.drawing.nodes import Node
from dinkit.drawing.selection import Selection, involved, top_effort
from dinkit.drawing.words import plain, say
from dinkit.model.vocabulary import UNKNOWN, spell_value
from dinkit.network import Network, Relation


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


def _sureness(link: Relation) -> tuple[int, str]:
    return SURER.index(link.provenance or UNKNOWN), link.source


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
