"""A change as resolved values: which boxes and lines of the union are drawn, and what happened to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from dinkit.drawing import bands as banding
from dinkit.drawing import lines, nodes
from dinkit.drawing.change.told import LINES, Told
from dinkit.drawing.change.union import BOXES, Union
from dinkit.drawing.lines import Edge
from dinkit.drawing.selection import Options, Selection, ancestors, links_of, selection_of, top_effort
from dinkit.drawing.view import View, columns_of
from dinkit.model.records import Effort
from dinkit.network import Network

EVERYTHING = 10**9
LEAST_COLUMNS = 3
"""With fewer, the main goals stand right beside the efforts, and lines say it better than bands."""


class Changed(NamedTuple):
    """What is drawn of a change."""

    union: Union
    view: View
    """Boxes, columns, bands and lines as in any picture of the network; nothing in it says what changed."""
    told: Mapping[str, Told]
    """By the id of what it is about; only what has a box or a row in one."""
    lines: tuple[str, ...]
    """Per line of the view: "same", "added", "removed" or "changed"."""
    happened: tuple[str, ...]
    """Per line of the view the key of the words for what happened to it."""
    rows: Mapping[str, tuple[str, ...]]
    """Per effort the sub-efforts that are drawn as rows in its box."""
    away: Mapping[str, tuple[str, ...]]
    """Per effort the sub-efforts that stood in its box and now stand in another."""
    unseen: int
    """How many unchanged elements that could have a box or row have none."""


def changed_of(union: Union, told: Mapping[str, Told], *, whole: bool, language: str, above: bool = True, parts: bool = True) -> Changed:
    """Resolve a change.

    Args:
        union: the two networks as one.
        told: per element what is to be told of it.
        whole: everything is drawn; else what changed and what stands right beside it.
        language: "nl" or "en".
        above: what stands right beside it goes with the goals above, up to the main goals.
        parts: of everything that is drawn the sub-efforts too; else only those that changed.
    """
    network, options = union.network, Options(language=language)
    everything = selection_of(network, options, EVERYTHING)
    boxed = {name: one for name, one in told.items() if isinstance(network.elements.get(name), BOXES)}
    shown = set(everything.goals + everything.middle + everything.efforts) if whole else _around(union, boxed, above=above)
    view = view_of_selection(network, _only(everything, shown), language, everything=everything)
    away = {node.id: tuple(_away(union, node.id)) for node in view.nodes}
    view = view._replace(edges=tuple(sorted((*view.edges, *_left(union, view, away)))))
    rows = {node.id: tuple(row.id for row in nodes.own_rows(node) if (whole and parts) or row.id in boxed) for node in view.nodes}
    drawn = {node.id for node in view.nodes}.union(*rows.values())
    unseen = sum(isinstance(one, BOXES) and name not in drawn and name not in boxed for name, one in network.elements.items())
    held = {node.id: {node.id, *(row.id for row in node.rows)} for node in view.nodes}
    happened = [_happened(union, edge, held[edge.source], away[edge.source]) for edge in view.edges]
    states = tuple(state for state, _ in happened)
    return Changed(union, view, boxed, states, tuple(key for _, key in happened), rows, away, unseen)


def view_of_selection(network: Network, selection: Selection, language: str, *, everything: Selection) -> View:
    """Return the boxes and lines of a selection, without a word around them; its bands are those of the picture of everything."""
    options = Options(language=language)
    columns = columns_of(network, selection, language)
    bands = tuple(_bands(network, selection, everything, language)) if len(columns) >= LEAST_COLUMNS else ()
    boxes = nodes.nodes_of(network, selection, options, bands=bands, uncovered=frozenset(), loose=frozenset())
    edges = tuple(edge._replace(substantiation="") for edge in lines.edges_of(network, selection, bands, boxes, language))
    return View(
        title="", subtitle="", mission="", draft="", columns=columns, nodes=boxes, edges=edges, bands=bands, legend=(), hidden=(), left_out=False,
        empty="", direction="LR", language=language, summary="",
    )  # fmt: skip


def _bands(network: Network, selection: Selection, everything: Selection, language: str) -> Iterator[banding.Band]:
    """Yield the bands of everything in which something of a selection stands, so that every effort stands under its own heading."""
    columns = len(columns_of(network, everything, language))
    for band in banding.bands_of(network, everything, columns=columns, language=language):
        if efforts := tuple(one for one in band.efforts if one in selection.efforts):
            yield band._replace(note="", efforts=efforts)  # how many there are is another number then than now


def _around(union: Union, boxed: Iterable[str], *, above: bool) -> set[str]:
    """Return the boxes in which something changed, what has a line with them, and the goals above these."""
    network = union.network
    middle = {_box(network, name) for name in boxed}
    shown = set(middle)
    for one in middle:
        near = links_of(network, one) + [relation.source for relation in network.incoming(one, *LINES)]
        near += [relation.target for relation in union.left if _box(network, relation.source) == one]
        shown |= {_box(network, other) for other in near if isinstance(network.elements[other], BOXES)}
    if not above:
        return shown
    return shown | {goal for one in shown for goal in ancestors(network, one) if isinstance(network.elements[goal], BOXES)}


def _away(union: Union, box: str) -> Iterator[str]:
    """Yield the sub-efforts that stood in the box of an effort, and now stand in that of another."""
    for one in union.left:
        network = union.network
        is_effort = isinstance(network.elements[one.source], Effort) and isinstance(network.elements.get(one.target), Effort)
        if is_effort and _box(network, one.target) == box != _box(network, one.source):
            yield one.source


def _box(network: Network, element: str) -> str:
    return top_effort(network, element) if isinstance(network.elements[element], Effort) else element


def _only(whole: Selection, shown: set[str]) -> Selection:
    goals, middle, efforts = (tuple(one for one in ids if one in shown) for ids in (whole.goals, whole.middle, whole.efforts))
    return Selection(goals, middle, efforts, (), {})


_HELPS = ("contributes_to", "hinders")


def _left(union: Union, view: View, away: Mapping[str, Iterable[str]]) -> set[Edge]:
    """Return the lines that are no lines of the union: to what a box was a part of, and of the sub-efforts that left it."""
    boxes = {node.id: node for node in view.nodes}
    drawn = {(edge.source, edge.target, edge.type) for edge in view.edges}
    lost = [(one.source, one.target, "part_of") for one in union.left]
    lost += [(box, one.target, one.type) for box in boxes for part in away[box] for one in union.network.outgoing(part, *_HELPS)]
    return {
        Edge(source, target, kind, "unknown", "", "", 0, boxes[target].family, "")
        for source, target, kind in lost
        if source in boxes and target in boxes and (source, target, kind) not in drawn
    }


def _came(union: Union, effort: str, edge: Edge) -> bool:
    """Say whether an effort brought its line along from the box that it stood in; a guest, which stands in another box too, did not come."""
    old = union.then.get(effort)
    if edge.type not in _HELPS or old is None or not isinstance(union.earlier.elements[old], Effort) or _box(union.network, effort) != edge.source:
        return False
    return top_effort(union.earlier, old) != union.then.get(edge.source)


def _happened(union: Union, edge: Edge, held: Set[str], away: Iterable[str]) -> tuple[str, str]:
    """Return what happened to a line and the key of the words for it.

    It may stand for the relations of an effort and of several of its parts.

    Args:
        union: the two networks as one.
        edge: the line.
        held: what stands in the box that it leads from.
        away: what stood in that box and now stands in another.
    """
    left = set(away) - held
    states = {source: union.lines[key] for source in held | left if (key := (edge.type, source, edge.target)) in union.lines}
    then = {source for source, state in states.items() if state != "added" and (source in left or not _came(union, source, edge))}
    now = {source for source, state in states.items() if state != "removed" and source in held}
    if then and now and then != now:
        way = "first" if edge.source in now - then else "now" if edge.source in then - now else "parts"
        return "changed", f"line-{way}"
    state = "changed" if "changed" in states.values() else "same" if then == now else "added" if now else "removed"
    return state, f"line-{state}"
