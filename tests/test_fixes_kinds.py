"""Whatever says that `dinkit fix` mends it is mended by it: every kind of fault that a person makes, injected in the shipped model."""

from __future__ import annotations

import pytest

from dinkit.finding import Finding
from dinkit.fixing import fix
from mutations import KINDS, MAIN, almelo, alone, apply, content, findings, project, unmutated


def promised(files: dict[str, str | bytes]) -> list[Finding]:
    """The new findings of a faulty model that carry a fix."""
    return [one for one in findings(files) if one.fix is not None and content(one) not in unmutated()]


@pytest.mark.parametrize("name", sorted(KINDS))
def test_what_carries_a_fix_is_fixed(name: str) -> None:
    (mutations,) = alone(name, 1)
    files = apply(almelo(), mutations)
    told = promised(files)
    if not told:
        return
    done = fix([MAIN], project(files))
    assert set(map(content, told)) <= {content(one.finding) for one in done.fixed}
    assert set(map(content, told)).isdisjoint(map(content, done.left))
    assert promised(files | {path: after for path, (_, after) in done.changed.items()}) == []


def test_most_kinds_carry_a_fix() -> None:
    """The test above says little of the kinds that carry none."""
    carrying = sum(bool(promised(apply(almelo(), alone(name, 1)[0]))) for name in sorted(KINDS)[::4])
    assert carrying >= 10
