"""Proves a change before it is written: what was loaded again is the old network and exactly what was to be added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dinkit.editing.measurements import Addition
from dinkit.finding import Finding
from dinkit.model.records import Element, Measurement
from dinkit.model.units import plain_unit
from dinkit.model.values import number_of, unit_of
from dinkit.network import Network
from dinkit.reading.load import Loaded
from dinkit.source import Files, Listing


class Overlay:
    """Files of which some have other bytes than on disk."""

    def __init__(self, files: Files, changed: Mapping[str, bytes]) -> None:
        self.files, self.changed = files, changed

    def read(self, path: str) -> bytes:
        return self.changed[path] if path in self.changed else self.files.read(path)

    def resolve(self, path: str) -> str:
        return self.files.resolve(path)

    def names(self, folder: str) -> list[str]:
        return self.files.names(folder) if isinstance(self.files, Listing) else []


def holds_exactly(before: Loaded, after: Loaded, additions: Sequence[Addition]) -> bool:
    """Say whether a model is what it was, with exactly these measurements more; earlier editions may share the file that has them.

    Args:
        before: the model as loaded.
        after: the same model, loaded from the changed files.
        additions: the measurements.
    """
    wanted = {addition.id: addition for addition in additions}
    if _told(before.findings) != _told(after.findings) or not wanted.keys() <= after.network.elements.keys():
        return False
    editions = list(before.network.editions()), list(after.network.editions())
    if len(editions[0]) != len(editions[1]) or not all(_same(*pair, wanted) for pair in zip(*editions, strict=True)):
        return False
    return all(_says(after.network, addition) for addition in additions)


def _told(findings: Iterable[Finding]) -> Counter[Any]:
    return Counter((finding.code, finding.element, finding.message) for finding in findings)


def _same(before: Network, after: Network, wanted: Mapping[str, Addition]) -> bool:
    """Say whether two networks hold the same, but for the new measurements and the places in the files."""
    return _content(before, {}) == _content(after, {name: one for name, one in wanted.items() if name not in before.elements})


def _content(network: Network, without: Mapping[str, Addition]) -> tuple[Any, ...]:
    elements: list[tuple[str, Element]] = [item for item in network.elements.items() if item[0] not in without]
    relations = [relation._replace(file=0, mark=None) for relation in network.relations if relation.source not in without]
    flaws = [flaw._replace(file=0, mark=None, other=None) for flaw in network.flaws]
    predecessors = [one._replace(file=0, mark=None) for one in network.predecessors]
    paths = [file.path for file in network.files]
    return network.head, elements, relations, flaws, network.damaged, network.without, network.complete, predecessors, paths


def _says(network: Network, addition: Addition) -> bool:
    """Say whether a measurement is in the network as it was meant."""
    found = network.elements[addition.id]
    if not isinstance(found, Measurement) or found.value is None or addition.id in network.damaged:
        return False
    value, number = found.value, number_of(found.value)
    step = f"{number:f}" if number is not None and isinstance(addition.value, str) else value.value
    of = [relation.target for relation in network.outgoing(addition.id)]
    return (
        of == [addition.indicator]
        and found.date == addition.date
        and (step if isinstance(addition.value, str) else number) == addition.value
        and plain_unit(unit_of(value)) == plain_unit(addition.unit)
        and (value.qualifier, value.group, value.verbatim) == (addition.qualifier, addition.group, addition.verbatim)
        and found.source == ((addition.source,) if addition.source else ())
        and found.note == ((addition.note,) if addition.note else ())
    )
