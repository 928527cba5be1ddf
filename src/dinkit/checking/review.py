"""Contributions that are to be reviewed again, because what they contribute to has changed since somebody confirmed them.

What is confirmed is a fingerprint of the goal as it was (`comparing.meaning`).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from dinkit.checking.notices import noticed
from dinkit.checking.severities import guess
from dinkit.checking.sharing import ORPHAN
from dinkit.comparing.meaning import fingerprint
from dinkit.finding import Finding
from dinkit.model.contract import new_record
from dinkit.model.dates import ImpreciseDate
from dinkit.nearby import nearest_word
from dinkit.network import Network, Relation
from dinkit.reading.settings import Beside, Confirmation, Reviews, place_of

_TOP = """\
# Geschreven door 'dinkit review confirm': wie welke bijdrage nakeek. Verander hier niets met de hand.
formaat: 1
bevestigd:
"""


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
            yield noticed(ORPHAN, place_of(reviews, "confirmed", index, "element"), (*ends, guess(_meant(network, one))))


def _meant(network: Network, one: Confirmation) -> str | None:
    """Return the id that a confirmation means by one that is not there: of what contributes to the same, or of what the same contributes to."""
    if one.element not in network.elements:
        return nearest_word(one.element, [relation.source for relation in network.incoming(one.contributes_to, "contributes_to")])
    if one.contributes_to not in network.elements:
        return nearest_word(one.contributes_to, [relation.target for relation in network.outgoing(one.element, "contributes_to")])
    return None


def confirmations(network: Network, element: str | None, *, by: str, on: ImpreciseDate) -> list[Confirmation]:
    """Return confirmations of every contribution from or to an element, or of all of them without one."""
    relations = [relation for relation in network.relations if relation.type == "contributes_to"]
    chosen = [relation for relation in relations if element is None or element in (relation.source, relation.target)]
    return [_confirmation(network, relation, by, on) for relation in chosen]


def of_nothing(networks: Sequence[Network], reviews: Reviews) -> frozenset[tuple[str, str, str]]:
    """Return the confirmations (element, target, fingerprint) of contributions that no model has; none where one of the models has a fault that may be why.

    Args:
        networks: all models of a project.
        reviews: what was confirmed before.
    """
    there = {(relation.source, relation.target) for network in networks for relation in network.related("contributes_to")}
    doubtful = frozenset[str]().union(*(network.damaged for network in networks))
    if not networks or not all(network.complete for network in networks):
        return frozenset()
    found = [_key(one) for one in reviews.confirmed if (one.element, one.contributes_to) not in there]
    return frozenset(key for key in found if doubtful.isdisjoint(key[:2]))


def reviews_text(
    old: Reviews, new: Iterable[Confirmation], standing: Container[tuple[str, str, str]] = (), gone: Container[tuple[str, str, str]] = ()
) -> str:
    """Return the file of reviews, one line per contribution, sorted; a new confirmation takes the place of an old one.

    Args:
        old: what was confirmed before.
        new: what is confirmed now.
        standing: contributions (element, target, fingerprint) as other models of the project have them: two models may say something else of
            one goal, and what was confirmed for the other one stays.
        gone: old confirmations (the same three) that go.
    """
    made = {_key(one): one for one in new}
    again = {key[:2] for key in made}
    before = {_key(one): one for one in old.confirmed if _key(one) not in gone}
    kept = {key: one for key, one in before.items() if key[:2] not in again or key in standing}
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
