"""Contributions that are to be reviewed again, because what they contribute to has changed since somebody confirmed them.

What is confirmed is a fingerprint of the goal as it was: its texts, level, target date and weight, and the unit, direction, scale, baseline and
targets of the indicators that measure it. Where something stands in the files, who works on it and how it is spelled otherwise does not matter.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any

from dinkit.checking.notices import noticed
from dinkit.checking.severities import guess
from dinkit.checking.sharing import ORPHAN
from dinkit.finding import Finding
from dinkit.model.contract import new_record
from dinkit.model.dates import ImpreciseDate
from dinkit.nearby import nearest_word
from dinkit.network import Network, Relation
from dinkit.reading.settings import Beside, Confirmation, Reviews, place_of

_MEANING = ("name", "description", "level", "target_date", "weight", "type", "current_level", "desired_level")
_MEASURING = ("unit", "direction", "scale", "baseline", "targets")

_TOP = """\
# Geschreven door 'dinkit review confirm': wie welke bijdrage nakeek. Verander hier niets met de hand.
formaat: 1
bevestigd:
"""


def fingerprint(network: Network, element: str) -> str:
    """Return in 16 digits what an element means to those that contribute to it."""
    import json  # noqa: PLC0415 - validating starts without these, and most models have nothing confirmed
    from hashlib import sha256  # noqa: PLC0415

    from dinkit.comparing.values import forms_of  # noqa: PLC0415

    def said(name: str, fields: tuple[str, ...]) -> dict[str, Any]:
        return {field: form for field, form in forms_of(network.elements[name]).items() if field in fields}

    measuring = sorted(relation.source for relation in network.incoming(element, "measures"))
    meaning = [said(element, _MEANING), *(said(one, _MEASURING) for one in measuring)]
    return sha256(json.dumps(meaning, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def to_review(network: Network, reviews: Beside[Reviews] | None) -> Iterator[Finding]:
    """Yield a finding per contribution that was confirmed for what its target said before, and per confirmation of one that is not there."""
    confirmed: dict[tuple[str, str], list[Confirmation]] = {}
    for one in reviews.record.confirmed if reviews else ():
        confirmed.setdefault((one.element, one.contributes_to), []).append(one)
    for relation in network.relations:
        known = confirmed.get((relation.source, relation.target)) if relation.type == "contributes_to" else None
        if known is None or relation.target in network.damaged:
            continue
        if fingerprint(network, relation.target) not in {one.fingerprint for one in known}:
            yield _finding(network, relation, max(known, key=_when))
    if reviews is not None and network.complete and not reviews.findings:
        yield from _orphans(network, reviews)


def _orphans(network: Network, reviews: Beside[Reviews]) -> Iterator[Finding]:
    """Yield a finding per confirmation of a contribution that is not in the model, unless a fault may be why."""
    there = {(relation.source, relation.target) for relation in network.related("contributes_to")}
    for index, one in enumerate(reviews.record.confirmed):
        ends = (one.element, one.contributes_to)
        if ends not in there and network.damaged.isdisjoint(ends):
            lost = next((end for end in ends if end not in network.elements), None)
            near = nearest_word(lost, network.elements) if lost else None
            yield noticed(ORPHAN, place_of(reviews, "confirmed", index, "element"), (*ends, guess(near)))


def confirmations(network: Network, element: str | None, *, by: str, on: ImpreciseDate) -> list[Confirmation]:
    """Return confirmations of every contribution from or to an element, or of all of them without one."""
    relations = [relation for relation in network.relations if relation.type == "contributes_to"]
    chosen = [relation for relation in relations if element is None or element in (relation.source, relation.target)]
    return [_confirmation(network, relation, by, on) for relation in chosen]


def reviews_text(old: Reviews, new: Iterable[Confirmation], standing: Container[tuple[str, str, str]] = ()) -> str:
    """Return the file of reviews, one line per contribution, sorted; a new confirmation takes the place of an old one.

    Args:
        old: what was confirmed before.
        new: what is confirmed now.
        standing: contributions (element, target, fingerprint) as other models of the project have them: two models may say something else of
            one goal, and what was confirmed for the other one stays.
    """
    made = {_key(one): one for one in new}
    again = {key[:2] for key in made}
    kept = {_key(one): one for one in old.confirmed if (one.element, one.contributes_to) not in again or _key(one) in standing}
    entries = kept | made
    lines = [_line(entries[key]) for key in sorted(entries)]
    return _TOP + "\n".join(lines) + "\n" if lines else _TOP.replace("bevestigd:", "bevestigd: []")


def _confirmation(network: Network, relation: Relation, by: str, on: ImpreciseDate) -> Confirmation:
    fields = {
        "element": relation.source,
        "contributes_to": relation.target,
        "fingerprint": fingerprint(network, relation.target),
        "by": by,
        "date": on,
    }
    return new_record(Confirmation, fields)


def _key(one: Confirmation) -> tuple[str, str, str]:
    return one.element, one.contributes_to, one.fingerprint


def _when(one: Confirmation) -> str:
    return one.date.text if isinstance(one.date, ImpreciseDate) else str(one.date)


def _line(one: Confirmation) -> str:
    import json  # noqa: PLC0415

    by = json.dumps(one.by, ensure_ascii=False)
    return f"  - {{element: {one.element}, draagt_bij_aan: {one.contributes_to}, vingerafdruk: {json.dumps(one.fingerprint)}, door: {by}, datum: {_when(one)}}}"


def _finding(network: Network, relation: Relation, one: Confirmation) -> Finding:
    names = [f"'{network.elements[element].name}'" for element in (relation.source, relation.target)]
    where = network.mark_location(relation.file, relation.mark)
    return noticed("to-review", where, (*names, one.by, _when(one), relation.source), relation.source)
