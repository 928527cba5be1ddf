"""Many findings of one sort -> one, after everything was decided about each of them: a list as long as the model says no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dinkit.finding import Crowd, Finding, Severity, Text, by_place
from dinkit.network import Network, programme_of

_MOST_SHOWN = 8
_WHY = Text("een ervan", "one of them")
_Sort = tuple[str, Severity, Crowd]


def gathered(findings: Iterable[Finding], network: Network) -> list[Finding]:
    """Return the findings, with one in place of those that most of the elements share that a rule asked."""
    told: list[Finding] = []
    sorts: dict[_Sort, list[Finding]] = {}
    for finding in findings:
        if finding.crowd is None:
            told.append(finding)
        else:
            sorts.setdefault((finding.code, finding.severity, finding.crowd), []).append(finding)
    for (_, _, crowd), some in sorts.items():
        many = len(some) >= crowd.least and 2 * len(some) > crowd.total
        told += [_one_for(some, crowd, network)] if many else [alone(finding) for finding in some]
    return told


def alone(finding: Finding) -> Finding:
    """Return a finding as it is told by itself."""
    return finding._replace(crowd=None)


def _one_for(some: Sequence[Finding], crowd: Crowd, network: Network) -> Finding:
    """Return the one finding of many elements: at the programme, else at the first of them by id; some are shown."""
    names = sorted(finding.element for finding in some if finding.element is not None)
    programme = programme_of(network)
    at = programme.id if programme is not None else names[0]
    shown = by_place(network.location(name, "name", why=_WHY) for name in [name for name in names if name != at][:_MOST_SHOWN])
    message = Text(*(said.format(len(some), crowd.total) for said in crowd.message))
    return some[0]._replace(message=message, location=network.location(at), element=at, hint=crowd.hint, related=shown, fix=None, crowd=None)
