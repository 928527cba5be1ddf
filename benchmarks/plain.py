"""Plain dot, which pictures are held against: the same network without an order of ours, drawn by the engine in three ways."""

from __future__ import annotations

from collections.abc import Mapping

from drawn import Drawn, drawn_layout

from dinkit.drawing import style
from dinkit.drawing.boxes import sized
from dinkit.drawing.dot import dot_of, names_of
from dinkit.drawing.families import paths_of
from dinkit.drawing.layout import read_layout
from dinkit.drawing.lines import edges_of
from dinkit.drawing.render import run_engine
from dinkit.drawing.selection import Options, selection_of
from dinkit.drawing.view import View
from dinkit.network import Network

Tree = dict[str, "Tree"]


def plain(view: View) -> Drawn:
    """Draw the lines of a picture, with no word of which boxes stand together."""
    return _drawn(view, _dot(view))


def with_families(view: View) -> Drawn:
    """Draw the lines of a picture, with its families as nested clusters: the goals of a tree and the efforts of a band stand together."""
    dot = _dot(view)
    head, body = dot.split("{", 1)
    tree: Tree = {}
    for path in paths_of(view).values():
        held = tree
        for family in path:
            held = held.setdefault(family, {})
    clusters = "\n".join(_clusters(tree, names_of(view), [0]))
    return _drawn(view, f"{head}{{\nnewrank=true\n{body.rstrip().removesuffix('}')}\n{clusters}\n}}")


def with_every_link(view: View, network: Network, options: Options) -> Drawn:
    """Draw the network as it is: where a picture has one band over many efforts, each of their links as a line."""
    selection = selection_of(network, options)
    every = view._replace(bands=(), edges=edges_of(network, selection, (), view.nodes, options.language))
    return _drawn(every, _dot(every))


def _dot(view: View) -> str:
    return dot_of(view, sized(view, style.SHEETS["across"][0]), None, gap=60.0)


def _drawn(view: View, dot: str) -> Drawn:
    return drawn_layout(view, read_layout(run_engine(dot, layout="dot", format_name="json0", timeout=300)))


def _clusters(tree: Tree, names: Mapping[str, str], count: list[int]) -> list[str]:
    lines: list[str] = []
    for family, held in tree.items():
        own = [f"{names[family]};"] if family in names else []
        count[0] += 1
        lines += [f'subgraph cluster_{count[0]} {{ style=invis; label="";', *own, *_clusters(held, names, count), "}"] if held else own
    return lines
