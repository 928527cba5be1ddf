"""What a merge of single files cannot see and only the whole shows: markers that are left, an id added twice, a link to what was renamed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dinkit.finding import Finding, Text

_MARKER = re.compile(r"(?m)^(?:<{7,}|={7,}|>{7,})(?: |\r?$)")


def left_markers(text: str) -> Iterator[int]:
    r"""Yield the line of every conflict that nobody solved: of its first marker, or of what is left of them.

    >>> list(left_markers("<<<<<<< a\na: 1\n=======\na: 2\n>>>>>>> b\nb: 1\n>>>>>>> b\n"))
    [1, 7]
    """
    expected = ""
    for match in _MARKER.finditer(text):
        sign = match[0][0]
        if sign not in expected:
            yield text.count("\n", 0, match.start()) + 1
        expected = {"<": "=>", "=": ">", ">": ""}[sign]


def only_merged(found: Iterable[Finding], parents: Sequence[Iterable[Finding]]) -> list[Finding]:
    """Return the findings of a merged model that none of the versions it was made from has: what the merge itself brought about."""
    known: Counter[Any] = Counter()
    for findings in parents:
        known |= Counter(_same(finding) for finding in findings)
    new = []
    for finding in found:
        if known[_same(finding)] > 0:
            known[_same(finding)] -= 1
        else:
            new.append(finding)
    return new


def cause(finding: Finding, sides: Sequence[Mapping[str, str]], base: Mapping[str, str], given: str) -> Text | None:
    """Return how a merge comes to a finding, where that is plain.

    Args:
        finding: a finding that only the merged model has.
        sides: the ids of each version that it was made from, with the file of each.
        base: the same of the version that both began with.
        given: the text at which the finding points.
    """
    if finding.code == "DIN101":
        return _parted(finding, sides, base) or Text(
            "misschien voegden beide kanten dit toe, in verschillende bestanden: geef een van de twee een andere id, of maak er een van",
            "perhaps both sides added this, in different files: give one of the two another id, or make them one",
        )
    if finding.code in ("DIN102", "DIN112", "DIN113") and any(given in side for side in sides):
        return Text(
            f"'{given}' bestond nog voor het samenvoegen: een kant heeft het weggehaald of hernoemd, de andere verwijst er nog naar",
            f"'{given}' was still there before the merge: one side removed or renamed it, the other still refers to it",
        )
    return None


def _parted(finding: Finding, sides: Sequence[Mapping[str, str]], base: Mapping[str, str]) -> Text | None:
    """Return what to do about an id that stands where one side moved it and where the other left it; None where that is not what happened."""
    name = finding.element or ""
    places = {place.file for place in (finding.location, *finding.related)}
    before = base.get(name)
    if {side.get(name) for side in sides} != places or len(places) != 2 or before not in places:
        return None
    (now,) = places - {before}
    return Text(
        f"een kant verplaatste het naar {now}, de andere veranderde het in {before}: neem die verandering over in {now} en haal het weg uit {before}",
        f"one side moved it to {now}, the other changed it in {before}: take that change over into {now} and remove it from {before}",
    )


def _same(finding: Finding) -> Any:
    return finding.code, finding.element, finding.message
