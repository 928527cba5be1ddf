"""Fixes of rules: the one id that was meant, and a link that says nothing new."""

from __future__ import annotations

from collections.abc import Iterable

from dinkit.finding import Fix, Location
from dinkit.network import Flaw, Network
from dinkit.reading.changing import removed, replaced
from dinkit.reading.problem import Repair, fix_in
from dinkit.reading.spelling import clearly_meant


def link_meant(network: Network, flaw: Flaw, names: tuple[str, ...]) -> Fix | None:
    """Return the fix of a link to an id that does not exist: the one id that is a typing error away, unless the element has that link."""
    held = (network.origins[flaw.element].node.links or {}).get(flaw.key)
    linked = [held] if isinstance(held, str) else list(held or ())
    return word_meant([network.mark_location(flaw.file, flaw.mark)], network, flaw.given, [name for name in names if name not in linked])


def word_meant(places: Iterable[Location], network: Network, given: str, names: Iterable[str]) -> Fix | None:
    """Return the fix that writes the one name that was meant at each of the places where a word stands, alone or before a space."""
    meant = clearly_meant(given, names)
    if meant is None:
        return None
    made = [(place.file, _renamed(_text(network, place.file), place, given, meant)) for place in places]
    fixes = [fix for path, repair in made if (fix := fix_in(path, repair)) is not None]
    return Fix(fixes[0].title, tuple(edit for fix in fixes for edit in fix.edits)) if fixes and len(fixes) == len(made) else None


def without(network: Network, place: Location) -> Fix | None:
    """Return the fix that takes an item out of a list."""
    return fix_in(place.file, removed(_text(network, place.file), place.span.start, place.span.end, dashed=True))


def _renamed(text: str, place: Location, given: str, meant: str) -> Repair | None:
    start, end = place.span.start, place.span.end
    whole = replaced(text, start, end, given, meant)
    if whole is not None:
        return whole
    begin = start + (text[start : start + 1] in ("'", '"'))
    return replaced(text, begin, begin + len(given), given, meant) if text[begin:end].startswith(f"{given} ") else None


def _text(network: Network, path: str) -> str:
    return next(file.text for file in network.files if file.path == path)
