"""An acceptance that catches nothing: where it belongs, or that it can go. Somebody wrote its reason, so it is only taken out where nothing is left that it may be about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dinkit.checking.notices import noticed
from dinkit.finding import Finding, Fix, Location, Text, by_place
from dinkit.model.node import Mapping, key_stretch, trimmed, value_stretch
from dinkit.model.records import Programme
from dinkit.network import Network
from dinkit.reading.changing import removed
from dinkit.reading.problem import fix_in
from dinkit.reading.spelling import one_error

_ONE = Text("een ervan", "one of them")
_FOUND = Text("dit wordt gevonden", "this is found")
_MOST_SHOWN = 8


def unused_acceptance(element: str, code: str, where: Location, findings: Sequence[Finding], network: Network, *, removable: bool) -> Finding:
    """Return what to say of an acceptance that catches nothing.

    Args:
        element: the id of what it stands at.
        code: the rule that it is about.
        where: its place.
        findings: everything that was found.
        network: the model.
        removable: no other model can have a need of it.
    """
    having = sorted(one.element for one in findings if one.code == code and one.element is not None and one.crowd is not None)
    if having and isinstance(network.elements[element], Programme):
        also = by_place(network.location(one, "name", why=_ONE) for one in having[:_MOST_SHOWN])
        return noticed("crowd-acceptance", where, (code, str(len(having)), having[0]), element)._replace(related=also)
    near = next((one for one in findings if _is_near(one, element, code, network)), None)
    if near is not None:
        found = Text(f"{near.code} bij '{near.element}'", f"{near.code} at '{near.element}'")
        return noticed("misplaced-acceptance", where, (code, found), element)._replace(related=(near.location._replace(why=_FOUND),))
    return noticed("unused-acceptance", where, (code,), element, _without(network, element, code) if removable else None)


def _is_near(finding: Finding, element: str, code: str, network: Network) -> bool:
    """Say whether an acceptance may have been meant for a finding: another code at the element, or the same at what it is related to."""
    if finding.element is None or finding.code in network.elements[finding.element].accepted:
        return False
    if finding.element == element:
        return one_error(finding.code, code)
    beside = (*(one.target for one in network.outgoing(element)), *(one.source for one in network.incoming(element)))
    return finding.code == code and finding.element in beside


def _without(network: Network, element: str, code: str) -> Fix | None:
    """Return the fix that takes out one acceptance, with its key where it is the only one."""
    origin = network.origins[element]
    held: Any = origin.node.get("accepted")
    if not isinstance(held, Mapping):
        return None
    holder, key = (held, code) if len(held.marks) > 1 else (origin.node, "accepted")
    path, text = network.files[origin.file]
    return fix_in(path, removed(text, key_stretch(holder, key).start, trimmed(text, value_stretch(holder, key)).end))
