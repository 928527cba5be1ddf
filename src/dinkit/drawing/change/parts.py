"""What two values have in common: told once and quietly, so that what differs stands out and what is cut off is not what is new."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMES = re.compile(r"'[^']+'(?:, '[^']+')*")
_NAME = re.compile(r"'[^']+'")


class Parts(NamedTuple):
    """Two values as what only the first says, what only the second says, and what both say."""

    old: str
    new: str
    before: str
    """What both say, where it is what the rest is said of and so comes first."""
    after: str
    """What both say, where it goes with what differs."""


def parts_of(old: str, new: str) -> Parts:
    """Take apart two values that are lists of names, or something with particulars behind it between brackets; others are left whole."""
    if _NAMES.fullmatch(old) and _NAMES.fullmatch(new):
        then, now = _NAME.findall(old), _NAME.findall(new)
        return _telling(Parts(_listed(then, now), _listed(now, then), ", ".join(one for one in now if one in then), ""), old, new)
    first, second = _particulars(old), _particulars(new)
    common = [one for one in second[1] if one in first[1]]
    if first[0] == second[0] and (first[1] or second[1]):
        return _telling(Parts(_listed(first[1], common), _listed(second[1], common), _with(second[0], common), ""), old, new)
    if not common:
        return Parts(old, new, "", "")
    left, right = ([one for one in each if one not in common] for each in (first[1], second[1]))
    return Parts(_with(first[0], left), _with(second[0], right), "", f"({', '.join(common)})")


def _telling(parts: Parts, old: str, new: str) -> Parts:
    """Return the parts; the values whole where these differ in nothing but order or number."""
    return parts if parts.old or parts.new else Parts(old, new, "", "")


def _listed(these: list[str], those: list[str]) -> str:
    """Return what is in the one list and not in the other."""
    return ", ".join(one for one in these if one not in those)


def _with(head: str, particulars: list[str]) -> str:
    return f"{head} ({', '.join(particulars)})" if particulars else head


def _particulars(value: str) -> tuple[str, list[str]]:
    """Return a value without what stands behind it between one pair of brackets, and the particulars in there."""
    head, opened, rest = value.partition(" (")
    if not opened or not rest.endswith(")"):
        return value, []
    found, depth = [""], 0
    for at, sign in enumerate(rest[:-1]):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:  # the first pair ends before the end: these are several values
            return value, []
        if depth == 0 and rest.startswith(", ", at):
            found.append("")
        else:
            found[-1] += sign
    return (value, []) if depth else (head, [one.strip() for one in found])
