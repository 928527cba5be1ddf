"""Findings that are new, gone or accepted: matched on rule and element, never on the line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dinkit.analyses import _words as words
from dinkit.comparing.comparison import Consequence, Gist, Side
from dinkit.comparing.difference import Difference
from dinkit.consequences.naming import place_of
from dinkit.consequences.unread import has_all
from dinkit.finding import Finding, Severity, Suppressed, Text
from dinkit.naming import named
from dinkit.network import Network

_TO_REVIEW = "DIN045"
"""That contributions are to be reviewed again is told per goal."""


class _Key(NamedTuple):
    """What makes two findings the same one."""

    code: str
    about: str


_Keyed = dict[_Key, list[Finding]]


def fault_consequences(difference: Difference, then: Side, now: Side) -> Iterator[Consequence]:
    """Yield a consequence per error and per warning that is new, accepted now, or gone; tips are only counted."""
    before, after = difference.same, {name: name for name in difference.found.later.elements}
    stood, stands = _keyed(then.findings, before), _keyed(now.findings, after)
    excused, excuses = _keyed(_inside(then.suppressed), before), _keyed(_inside(now.suppressed), after)
    new, gone = _without_moved(_beyond(stands, stood), _beyond(stood, stands, excuses))
    new, gone = _certainly_new(difference, then, now, new), _certainly_gone(difference, then, now, gone)
    for severity, code in ((Severity.ERROR, "new-error"), (Severity.WARNING, "new-warning")):
        yield from (_new(now.network, finding, code) for finding in new if finding.severity is severity)
    reasons = {one.finding: one for one in now.suppressed}
    yield from (_accepted(now.network, reasons[finding]) for finding in _beyond(excuses, excused) if finding.severity is not Severity.TIP)
    for severity, code in ((Severity.ERROR, "gone-error"), (Severity.WARNING, "gone-warning")):
        yield from (_gone(then.network, finding, code) for finding in gone if finding.severity is severity)
    yield from _tips(*(sum(finding.severity is Severity.TIP for finding in some) for some in (new, gone)))


def _certainly_new(difference: Difference, then: Side, now: Side, found: list[Finding]) -> list[Finding]:
    """Return the findings that the earlier version would have said too, if they were there; and every error."""
    was = {late: early for early, late in difference.same.items()}
    heard, waited = has_all(then, now), _waiting(then, now)
    return [
        one
        for one in found
        if one.severity is Severity.ERROR or (heard and one.code not in waited and _was_read(then.network, was.get(one.element or "")))
    ]


def _certainly_gone(difference: Difference, then: Side, now: Side, found: list[Finding]) -> list[Finding]:
    """Return the findings that the later version would still say, if they were there; a warning that went with its element improves nothing that is left."""
    if not has_all(now, then):
        return []
    waits, left = _waiting(now, then), difference.found.after
    seen = [one for one in found if one.code not in waits and _was_read(now.network, difference.same.get(one.element or ""))]
    return [one for one in seen if one.severity is Severity.ERROR or one.element is None or one.element in left]


def _was_read(network: Network, element: str | None) -> bool:
    """Say whether a rule may speak of an element: it is silent where something of it was lost."""
    return element not in network.damaged


def _waiting(side: Side, other: Side) -> set[str]:
    """Return the rules that may keep still in a version for a link that was left out there: most elements lack something, and they cannot be counted."""
    lost, known = ({(flaw.element, flaw.key, flaw.given) for flaw in one.network.flaws} for one in (side, other))
    if lost <= known:
        return set()
    heard = {finding.code for finding in (*side.findings, *_inside(side.suppressed))}
    return {finding.code for finding in other.findings if finding.crowd is not None} - heard


def _without_moved(new: list[Finding], gone: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Leave out findings about no element that only stand in another file, or count something else: of one rule, new and gone at once."""
    moved = {code: min(sum(one.code == code and one.element is None for one in some) for some in (new, gone)) for code in {one.code for one in new}}
    return _less(new, moved), _less(gone, moved)


def _less(findings: list[Finding], moved: Mapping[str, int]) -> list[Finding]:
    """Leave out as many findings about no element as moved, the first ones of each rule."""
    left = dict(moved)
    kept: list[Finding] = []
    for one in findings:
        if one.element is None and left.get(one.code, 0):
            left[one.code] -= 1
        else:
            kept.append(one)
    return kept


def _inside(suppressed: Iterable[Suppressed]) -> Iterator[Finding]:
    return (one.finding for one in suppressed)


def _keyed(findings: Iterable[Finding], ids: Mapping[str, str]) -> _Keyed:
    """Return findings by what they are known by: an element by its id in the later network, what is about no element by what it says."""
    found: _Keyed = {}
    for finding in findings:
        if finding.code != _TO_REVIEW:
            about = ids.get(finding.element, f"-{finding.element}") if finding.element else f"/{finding.message.nl}"
            found.setdefault(_Key(finding.code, about), []).append(finding)
    return found


def _beyond(these: _Keyed, *others: _Keyed) -> list[Finding]:
    """Return the findings that there are more of than in the others, in their order."""
    return [finding for key, found in these.items() for finding in found[sum(len(other.get(key, ())) for other in others) :]]


def _new(network: Network, finding: Finding, code: str) -> Consequence:
    place, message = place_of(finding), finding.message
    word = {"new-error": Text("Nieuwe fout", "New error"), "new-warning": Text("Nieuwe waarschuwing", "New warning")}[code]
    said = Text(
        f"{word.nl} {finding.code} ({place}): {message.nl.rstrip('.')}.",
        f"{word.en} {finding.code} ({place}): {message.en.rstrip('.')}.",
    )
    return Consequence(code, said, finding.element, _gist(network, finding, Text(f"{word.nl} {finding.code}", f"{word.en} {finding.code}")))


def _gone(network: Network, finding: Finding, code: str) -> Consequence:
    word = {"gone-error": Text("Fout", "Error"), "gone-warning": Text("Waarschuwing", "Warning")}[code]
    said = Text(
        f"{word.nl} {finding.code} is weg: {finding.message.nl.rstrip('.')}.", f"{word.en} {finding.code} is gone: {finding.message.en.rstrip('.')}."
    )
    head = Text(f"{word.nl} {finding.code} is weg", f"{word.en} {finding.code} is gone")
    return Consequence(code, said, finding.element, _gist(network, finding, head))


def _accepted(network: Network, one: Suppressed) -> Consequence:
    finding, reason = one.finding, one.reason.rstrip(".")
    why = Text(f" ({reason})", f" ({reason})") if reason else Text(" (baseline)", " (baseline)")
    said = Text(
        f"Nu aanvaard: {finding.code}, {finding.message.nl.rstrip('.')}{why.nl}.",
        f"Accepted now: {finding.code}, {finding.message.en.rstrip('.')}{why.en}.",
    )
    head = Text(f"Nu aanvaard: {finding.code}", f"Accepted now: {finding.code}")
    return Consequence("accepted", said, finding.element, _gist(network, finding, head))


def _gist(network: Network, finding: Finding, head: Text) -> Gist:
    """Return how a finding is told with others of its rule: the first one in full, the others by the names of their elements."""
    element = network.elements.get(finding.element or "")
    item = words.quoted(named(element)) if element is not None else place_of(finding)
    lead = Text(finding.message.nl.rstrip("."), finding.message.en.rstrip("."))
    return Gist(finding.code, head, Text(item, item), lead, alone=1)


def _tips(new: int, gone: int) -> Iterator[Consequence]:
    if new or gone:
        tip, other = (words.verb(count, ("tip", "tips"), ("tip", "tips")) for count in (new, gone))
        more = [Text(f"{new} {tip.nl} erbij", f"{new} {tip.en} more")] if new else []
        less = [Text(f"{gone} {other.nl} weg", f"{gone} {other.en} gone")] if gone else []
        listed = words.joined([*more, *less], ", ")
        yield Consequence("tips", Text(f"{listed.nl}; zie dinkit validate.", f"{listed.en}; see dinkit validate."))
