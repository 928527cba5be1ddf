"""Bands: one bar over the efforts that all contribute to the same main goal, in place of a line each."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.drawing.selection import Selection, ancestors, tree_key
from dinkit.drawing.words import say
from dinkit.model.records import Goal
from dinkit.model.vocabulary import UNKNOWN, spell_value
from dinkit.network import Network

LEAST_IN_BAND = 2
"""Efforts that make a band; a single one has a line."""
REST = "/rest"
"""Id of the band of the efforts that are left over; no element can have it."""
SURER = ("stated", "derived", "added", UNKNOWN)
"""Provenances, the surest first."""


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


def bands_of(network: Network, selection: Selection, *, columns: int, language: str) -> tuple[Band, ...]:
    """Find the bands: efforts that contribute to the same main goal with the same provenance.

    An effort stands in one band: that of the first main goal it contributes to, the surest provenance first. Where main goals
    stand right beside the efforts, or where most efforts would be left over, lines say it better.
    """
    if columns < 3:
        return ()
    tops = [goal for goal in selection.goals if not ancestors(network, goal) and network.level(goal) == "main"]
    families = families_of(network)
    taken: set[str] = set()
    bands: list[Band] = []
    for provenance in SURER:
        for goal in tops:
            givers = {link.source for link in network.incoming(goal, "contributes_to") if (link.provenance or UNKNOWN) == provenance}
            efforts = tuple(effort for effort in selection.efforts if effort in givers - taken)
            if len(efforts) >= LEAST_IN_BAND:
                taken |= set(efforts)
                bands.append(_band(network, goal, provenance, efforts, families[goal], language))
    bands.sort(key=lambda band: (tops.index(band.goal), SURER.index(band.provenance)))
    rest = tuple(effort for effort in selection.efforts if effort not in taken)
    if len(rest) > len(taken):
        return ()
    return (*bands, _rest(rest, language)) if bands and rest else tuple(bands)


def families_of(network: Network) -> dict[str, int]:
    """Return for each goal which tree it belongs to, counted in the order of their printed numbers; the same in every picture."""
    roots: dict[str, int] = {}
    goals = sorted((goal.id for goal in network.of(Goal)), key=tree_key(network))
    return {goal: roots.setdefault((ancestors(network, goal) or [goal])[-1], len(roots)) for goal in goals}


def legend_of_bands(bands: tuple[Band, ...], language: str) -> list[tuple[str, str]]:
    """Return per provenance that bands have: its key and the words for the legend."""
    kinds = sorted({band.provenance for band in bands if band.goal}, key=SURER.index)
    return [(kind, say("legend-band", language, provenance=_provenance(kind, language))) for kind in kinds]


def _rest(efforts: tuple[str, ...], language: str) -> Band:
    note = say("no-band-note", language, count=len(efforts))
    return Band(REST, "", None, "", say("no-band", language), note, UNKNOWN, efforts)


def _band(network: Network, goal: str, provenance: str, efforts: tuple[str, ...], family: int, language: str) -> Band:
    element = network.elements[goal]
    note = say("band-note", language, count=len(efforts), provenance=_provenance(provenance, language))
    return Band(f"{goal}/{provenance}", goal, family, element.number or "", element.name, note, provenance, efforts)


def _provenance(provenance: str, language: str) -> str:
    """Return the word for a provenance that needs no heading to be understood."""
    return say("unknown-provenance", language) if provenance == UNKNOWN else spell_value("provenance", provenance, language)
