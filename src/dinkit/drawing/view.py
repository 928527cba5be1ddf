"""The picture as resolved values, never syntax: what stands where, in which words. Computed once for every format.

A view does not depend on the order of elements in the file (see selection), on the page or on the engine.
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing import bands as banding
from dinkit.drawing import lines, nodes
from dinkit.drawing.bands import Band
from dinkit.drawing.lines import Edge
from dinkit.drawing.nodes import Node
from dinkit.drawing.selection import Options, Selection, selection_of
from dinkit.drawing.words import date, say
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Programme
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network, programme_of


class Column(NamedTuple):
    """One column: a stable key ("effort", "goal-0" for main goals, ...), its heading and the question it answers."""

    key: str
    heading: str
    question: str
    kind: str
    """Which style its boxes have: "effort", "main", "sub", ..."""


class LegendEntry(NamedTuple):
    """One meaning that occurs in the picture: the key of its symbol (and what stands on it), and the words."""

    key: str
    mark: str
    text: str


class View(NamedTuple):
    """Everything a picture shows."""

    title: str
    subtitle: str
    mission: str
    draft: str
    """Words over a picture of a model with errors; empty without."""
    columns: tuple[Column, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    bands: tuple[Band, ...]
    legend: tuple[LegendEntry, ...]
    hidden: tuple[str, ...]
    left_out: bool
    """Whether elements were left out for want of room."""
    empty: str
    """Words for a picture without any box; empty when there are boxes."""
    direction: str
    language: str
    summary: str


def view_of(network: Network, options: Options, *, uncovered: frozenset[str], loose: frozenset[str], errors: int, room: int | None = None) -> View:
    """Resolve a network into what a picture of it shows.

    Args:
        network: the model.
        options: what to show.
        uncovered: goals that no effort reaches.
        loose: efforts that reach no goal.
        errors: how many errors the model has.
        room: how many boxes a picture of everything may have, if not as many as usual on its page.

    Raises:
        KeyError: the focus or goal of the options is no element.
    """
    selection = selection_of(network, options, room)
    language = options.language
    columns = columns_of(network, selection, language)
    bands = banding.bands_of(network, selection, columns=len(columns), language=language)
    boxes = nodes.nodes_of(network, selection, options, bands=bands, uncovered=uncovered, loose=loose)
    edges = lines.edges_of(network, selection, bands, boxes, language)
    programme = programme_of(network)
    return View(
        title=title_of(network, programme, options),
        subtitle=subtitle_of(network, programme, say("din", language), language),
        mission=next((one.text for one in programme.mission), "") if programme else "",
        draft=say("draft", language, count=errors) if errors else "",
        columns=columns,
        nodes=boxes,
        edges=edges,
        bands=bands,
        legend=_legend(boxes, edges, bands, language),
        hidden=hidden_texts(selection.left_out, language),
        left_out=bool(set(selection.left_out) - {"stakeholder"}),
        empty="" if boxes else say("empty" if options.focus is None else "empty-focus", language),
        direction=options.direction,
        language=language,
        summary=_summary(selection, language),
    )


def without_rows(view: View) -> View:
    """Return the view with sub-efforts as a count on their effort, and that said as hidden."""
    parts = len({row.id for node in view.nodes for row in node.rows})
    if not parts:
        return view
    language = view.language
    boxes = tuple(node._replace(rows=(), states=(*_parts(node, language), *node.states)) for node in view.nodes)
    marks = frozenset(("link", "same", "also"))
    legend = tuple(entry for entry in view.legend if entry.key not in marks)
    return view._replace(nodes=boxes, legend=legend, hidden=(*view.hidden, say("hidden-parts", view.language, count=parts)))


def _parts(node: Node, language: str) -> tuple[nodes.State, ...]:
    """Return how many parts an effort has, unless it has none but those that it shares with another."""
    count = len(nodes.own_rows(node))
    return (nodes.State("parts", say("parts", language, count=count)),) if count else ()


def text_equivalent(view: View) -> tuple[str, ...]:
    """Return the picture in words: title, programme, then every box and every line as a sentence."""
    head = [text for text in (view.title, view.subtitle, view.draft, view.mission, view.summary, view.empty) if text]
    bands = [f"{band.name}: {band.note}" for band in view.bands]
    return (*head, *view.hidden, *bands, *(node.title for node in view.nodes), *(edge.title for edge in view.edges))


def hidden_texts(left_out: dict[str, int], language: str) -> tuple[str, ...]:
    """Say how many elements of each kind are not shown."""
    return tuple(say(f"hidden-{kind}", language, count=count) for kind, count in sorted(left_out.items()))


def title_of(network: Network, programme: Programme | None, options: Options) -> str:
    """Return the name of the programme, with what a part of it is about."""
    name = programme.name if programme else network.head.model or say("untitled", options.language)
    for key, element in (("goal-page", options.goal), ("focus-on", options.focus)):
        if element is not None:
            found = network.elements[element]
            numbered = f"{found.number} {found.name}" if found.number else found.name
            return f"{name}: {say(key, options.language, name=numbered)}"
    return name


def subtitle_of(network: Network, programme: Programme | None, what: str, language: str) -> str:
    """Return the line below the title: what this picture is, of whom, which edition, and when it holds."""
    parts = [what]
    if programme is not None:
        parts += [part for part in (programme.organisation, network.head.edition) if part] + [_dated(network, programme, language)]
    return " · ".join(parts)


def columns_of(network: Network, selection: Selection, language: str) -> tuple[Column, ...]:
    """Return the columns from efforts to main goals; only those that have boxes."""
    columns: list[Column] = []
    shown = {"stakeholder": selection.stakeholders, "effort": selection.efforts}
    middle = {network.elements[one].kind for one in selection.middle}
    shown |= {kind: tuple(middle & {kind}) for kind in ("capability", "benefit")}
    for kind, ids in shown.items():
        if ids:
            heading = network.name_of(kind, language, plural=True)
            question = say(f"ask-{kind}", language) if kind in ("effort", "stakeholder") else ""
            columns.append(Column(kind, heading[:1].upper() + heading[1:], question, kind))
    depths = sorted({depth for goal, depth in nodes.goal_depths(network).items() if goal in selection.goals}, reverse=True)
    for depth in depths:
        level = nodes.LEVELS[min(depth, 2)]
        heading = say(level if depth < 3 else "deeper", language)
        columns.append(Column(f"goal-{depth}", heading, say(f"ask-{level}", language) if level != "sub" else "", level))
    return tuple(columns)


def _dated(network: Network, programme: Programme, language: str) -> str:
    """Return when this picture holds: on the reference date, else at the date of the programme."""
    if isinstance(network.head.reference_date, ImpreciseDate):
        return say("reference-date", language, date=date(network.head.reference_date, language))
    return (None if programme.date == UNKNOWN else date(programme.date, language)) or say("no-date", language)


def _summary(selection: Selection, language: str) -> str:
    return say("summary", language, goals=len(selection.goals), efforts=len(selection.efforts))


def _legend(boxes: tuple[Node, ...], edges: tuple[Edge, ...], bands: tuple[Band, ...], language: str) -> tuple[LegendEntry, ...]:
    """List only what occurs, lines first."""
    contributions = [edge for edge in edges if edge.type in ("contributes_to", "hinders")]
    entries = [LegendEntry(f"band-{band}", "", text) for band, text in banding.legend_of_bands(bands, language)]
    provenances = {edge.provenance for edge in contributions}
    entries += [
        LegendEntry(f"line-{one}", "", say(f"line-{one}", language)) for one in ("stated", "derived", "added", "unknown") if one in provenances
    ]
    goals = {node.id for node in boxes if node.kind in nodes.LEVELS}
    trees = {"tree" if edge.source in goals else "part" for edge in edges if edge.type == "part_of"}
    entries += [LegendEntry(f"line-{one}", "", say(f"line-{one}", language)) for one in ("tree", "part") if one in trees]
    entries += [LegendEntry("line-hinders", "", say("line-hinders", language)) for edge in edges if edge.type == "hinders"][:1]
    entries += [LegendEntry("line-involved", "", say("line-involved", language)) for edge in edges if edge.type == "involved_in"][:1]
    entries += [LegendEntry("weights", "", say("weights", language)) for edge in edges if edge.weight][:1]
    grounds = {edge.substantiation for edge in contributions}
    entries += [LegendEntry(f"tail-{one}", "", say(f"tail-{one}", language)) for one in ("proven", "experience", "assumption") if one in grounds]
    return (*entries, *_box_legend(boxes, language))


def _box_legend(boxes: tuple[Node, ...], language: str) -> list[LegendEntry]:
    measured = any(node.targets for node in boxes)
    steered = sorted({(node.steering_mark, node.steering) for node in boxes if node.steering})
    entries = [LegendEntry("target", "•", say("legend-target", language))] if measured else []
    entries += [LegendEntry("steering", mark, say("legend-steering", language, steering=steering)) for mark, steering in steered]
    states = {state.key for node in boxes for state in node.states}
    told = [key for key in ("uncovered", "deliberate", "loose", "damaged", "ended", "hidden") if key in states]
    entries += [LegendEntry(key, nodes.STATE_MARK[key], say(f"legend-{key}", language)) for key in told]
    marks = {mark.key for node in boxes for row in node.rows for mark in row.marks}
    entries += [LegendEntry(key, nodes.ROW_MARK[key], say(f"legend-{key}", language)) for key in ("link", "same", "also") if key in marks]
    if any(node.is_focus or any(row.is_focus for row in node.rows) for node in boxes):
        entries.append(LegendEntry("focus", "", say("legend-focus", language)))
    return entries
