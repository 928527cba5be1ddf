"""One model -> everything in its exports folder, and which of it is stale.

Data and DOT are compared by their bytes. A picture of another engine or on another system may differ in its bytes and still be the
same picture, so it is compared by its fingerprint, which `pictures.json` keeps beside the hash of the bytes that were written; where the
platform promises the same bytes, also by those.
"""

from __future__ import annotations

import json
import platform
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from dinkit import catalogue
from dinkit.analysis import Fact, Options
from dinkit.checking.run import Judged
from dinkit.contents import CONTENTS, TIMELINE, contents
from dinkit.drawing import picture
from dinkit.drawing.arrangement import Arrangement, NoArrangementError, arrangement_in, renamed
from dinkit.drawing.selection import Options as View
from dinkit.drawing.timeline.picture import draw_timeline
from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Effort, Goal
from dinkit.naming import all_named
from dinkit.network import Network, working_efforts
from dinkit.publication import Publication, PublicationType
from dinkit.report import Report

ANALYSES = "dinkit.analyses"
EXPORTERS = "dinkit.exporters"
MANIFEST = "pictures.json"

PUBLICATIONS = "dinkit.publications"

_TABLES = ("markdown", "json")
_READABLE = ("publication_md", "publication_html")
_OVERVIEW_FORMATS = ("svg", "pdf", "png")
_GOAL_FORMATS = ("svg", "pdf")

_SAME_BYTES = (sys.platform, platform.machine()) == ("linux", "x86_64")
"""Whether this is where the committed pictures are made: the engine's wheels for it give the same bytes on every machine."""

Reader = Callable[[str], bytes | None]
"""Reads what stands, or once stood, in the exports folder under a name; None when nothing does."""


class Product(NamedTuple):
    """One file of the exports: its name and how to make its bytes; pictures also have a fingerprint."""

    name: str
    make: Callable[[], bytes]
    fingerprint: str | None = None


def uncovered_goals(network: Network) -> frozenset[str]:
    """Return the goals that no effort reaches and that do not say that this is on purpose."""
    reached = set(network.reach(working_efforts(network), network.served_by))
    return frozenset(goal.id for goal in network.of(Goal) if goal.id not in reached and not goal.deliberately_no_effort)


def loose_efforts(network: Network) -> frozenset[str]:
    """Return the efforts and sub-efforts that reach no goal."""
    return frozenset(
        effort.id
        for effort in network.of(Effort)
        if not any(network.elements[one].kind == "goal" for one in network.reach([effort.id], network.served_by))
    )


def products(network: Network, judged: Judged, language: str, before: Reader) -> Iterator[Product]:
    """Yield everything that belongs in the exports folder of a model without errors, in the order in which it is made.

    Args:
        network: the model.
        judged: everything that was found in it, and what of that is accepted.
        language: "nl" or "en".
        before: reads what stood there before, so that a picture stays as it was.
    """
    names = other_ids(network, before)  # first of all: what is yielded may be written over what stood there
    report = Report(network, findings=judged.findings, suppressed=judged.suppressed, files=network.files, language=language)
    facts = {name: catalogue.member(ANALYSES, name).ANALYSIS.run(network, Options()) for name in catalogue.names(ANALYSES)}
    shown = all_named(network)
    publications = dict(_publications(shown, language))
    yield Product(CONTENTS, lambda: contents(shown, tuple(facts.values()), publications, language).encode())
    yield _text("din.json", "network_json", report)
    yield _text("findings.json", "findings_json", report)
    for name, fact in facts.items():
        for exporter in _TABLES:
            yield _text(name, exporter, report._replace(facts=(fact,)))
    for name, publication in publications.items():
        for exporter in _READABLE:
            yield _text(name, exporter, report._replace(publication=publication))
    yield from _pictures(network, language, before, names)
    yield from _timeline(network, language, facts["planning"])


def other_ids(network: Network, before: Reader) -> dict[str, str]:
    """Return which element has got another id: old id -> new id.

    It is the same when the model says that it follows upon it, or else when no other of its kind has its name, before or now.

    Args:
        network: the model as it is.
        before: reads what stood in the exports folder, of which din.json says what was there.
    """
    said = {one.predecessor: one.element for one in network.predecessors if one.predecessor not in network.elements}
    try:
        held = {str(one["id"]): (str(one["kind"]), str(one["name"])) for one in json.loads(before("din.json") or b"{}").get("elements", ())}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return said
    gone = {one: what for one, what in held.items() if one not in network.elements}
    came = {one.id: (one.kind, one.name) for one in network.elements.values() if one.id not in held}
    old, new = Counter(gone.values()), Counter(came.values())
    by_name = {what: one for one, what in came.items() if new[what] == 1}
    return {one: by_name[what] for one, what in gone.items() if old[what] == 1 and what in by_name} | said


def _publications(network: Network, language: str) -> Iterator[tuple[str, Publication]]:
    """Yield the reports that this model has something for, under their names; the year is that of the reference date."""
    year = network.head.reference_date.last.year if isinstance(network.head.reference_date, ImpreciseDate) else None
    for name in catalogue.names(PUBLICATIONS):
        found: PublicationType = catalogue.member(PUBLICATIONS, name).PUBLICATION
        if found.applies(network):
            yield say(found.name, language), found.run(network, Options(year=year if "year" in found.uses else None))


def stale(product: Product, read: Reader, manifest: dict[str, dict[str, str]]) -> bool:
    """Say whether what stands under the name of a product is not what would be made now."""
    standing = read(product.name)
    if standing is None:
        return True
    if product.fingerprint is None:
        return standing != product.make()
    kept = manifest.get(product.name, {})
    if kept.get("fingerprint") != product.fingerprint or kept.get("sha256") != sha256(standing).hexdigest():
        return True
    return _SAME_BYTES and standing != product.make()


def manifest_of(read: Reader) -> dict[str, dict[str, str]]:
    """Return what pictures.json says of each picture; nothing where it is missing or damaged."""
    try:
        kept = json.loads(read(MANIFEST) or b"{}")
    except ValueError:
        return {}
    return {name: one for name, one in kept.items() if isinstance(one, dict)} if isinstance(kept, dict) else {}


def leftovers(made: Collection[str], read: Reader, manifest: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """Return the pictures of what is no longer in the model: an earlier build wrote them, and nobody changed them since; with the DOT of each."""
    gone = [name for name in sorted(manifest) if name not in made and "/" not in name and "\\" not in name]
    ours = [name for name in gone if (data := read(name)) is not None and sha256(data).hexdigest() == manifest[name].get("sha256")]
    sources = [name.removesuffix(".svg") + ".dot" for name in ours if name.endswith(".svg")]
    return tuple(sorted((*ours, *(name for name in sources if name not in made and read(name) is not None))))


def manifest_bytes(pictures: dict[str, tuple[str, bytes]]) -> bytes:
    """Return pictures.json for these pictures: name -> fingerprint and bytes."""
    kept = {name: {"fingerprint": fingerprint, "sha256": sha256(data).hexdigest()} for name, (fingerprint, data) in sorted(pictures.items())}
    return (json.dumps(kept, indent=1) + "\n").encode()


def _text(name: str, exporter: str, report: Report) -> Product:
    found: Exporter[Report] = catalogue.member(EXPORTERS, exporter).EXPORTER
    file = name if "." in name else name + found.suffix
    return Product(file, lambda: found.export(report).encode())


def _pictures(network: Network, language: str, before: Reader, names: Mapping[str, str]) -> Iterator[Product]:
    old_ids = {new: old for old, new in names.items()}
    stood = _arrangement("din", names, before)
    yield from _drawn("din", View(language=language), _OVERVIEW_FORMATS, network, stood)
    for goal in network.of(Goal):
        if network.level(goal.id) == "main":
            stood = _arrangement(f"doel-{old_ids.get(goal.id, goal.id)}", names, before)
            yield from _drawn(f"doel-{goal.id}", View(language=language, goal=goal.id), _GOAL_FORMATS, network, stood)


def _timeline(network: Network, language: str, planning: Fact) -> Iterator[Product]:
    """Yield the picture of the efforts in time."""
    drawn = draw_timeline(network, View(language=language), planning=planning, errors=0)
    yield Product(f"{TIMELINE}.dot", drawn.dot.encode)
    for form in _GOAL_FORMATS:
        yield Product(f"{TIMELINE}.{form}", partial(picture.picture_bytes, drawn, form), drawn.fingerprint)


def _arrangement(name: str, names: Mapping[str, str], before: Reader) -> Arrangement | None:
    """Return how a picture was arranged, in the ids of now; None where there was none, or none that can be read."""
    for form in ("svg", "dot"):
        try:
            return renamed(arrangement_in(before(f"{name}.{form}") or b""), names)
        except NoArrangementError:
            continue
    return None


def _drawn(name: str, view: View, formats: tuple[str, ...], network: Network, previous: Arrangement | None) -> Iterator[Product]:
    drawn = picture.draw(network, view, uncovered=uncovered_goals(network), loose=loose_efforts(network), errors=0, previous=previous)
    yield Product(f"{name}.dot", partial(picture.picture_bytes, drawn, "dot"))
    for form in formats:
        yield Product(f"{name}.{form}", partial(picture.picture_bytes, drawn, form), drawn.fingerprint)
