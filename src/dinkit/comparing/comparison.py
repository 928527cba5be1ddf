"""Everything that is told of a comparison: its two sides, the difference between them, and what follows from it.

Whoever prints or draws a comparison is handed one `Comparison` and needs nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dinkit.comparing.difference import Difference
from dinkit.finding import Finding, Suppressed, Text
from dinkit.network import Network


class Side(NamedTuple):
    """One of the two versions that are compared."""

    name: Text
    """What to call it: a revision with its commit, a file, or the working tree."""
    network: Network
    findings: tuple[Finding, ...] = ()
    """What stands, of reading and of rules, by the decisions of that version: element by element, see `standing`."""
    suppressed: tuple[Suppressed, ...] = ()
    meanings: Mapping[str, str] = {}
    """What each element means to those that contribute to it, as a fingerprint."""
    confirmed: frozenset[tuple[str, str, str]] = frozenset()
    """Which contributions were looked at: what contributes, to what, and what that meant then, as a fingerprint."""
    exists: bool = True
    """False where this version does not have the model; its network is empty then."""


class Gist(NamedTuple):
    """How a consequence is told in one sentence with others of its sort, where there are many of them."""

    key: str
    """What those in one sentence share: the code of a rule, a stream of money."""
    head: Text
    """What that sentence begins with."""
    item: Text
    """What it says of this one."""
    lead: Text | None = None
    """What the first of them says in full, the others standing behind it; None where all are merely listed."""
    alone: int = 3
    """So many of one key are still told one by one."""


class Consequence(NamedTuple):
    """One thing that follows from the changes."""

    code: str
    """One of `consequences.codes.CODES`."""
    text: Text
    """One sentence."""
    element: str | None = None
    """What it is about: an id of the later network, or of the earlier one where it is gone."""
    gist: Gist | None = None
    """How it is told together with others; None where it always stands alone."""


class Comparison(NamedTuple):
    """One model in two versions."""

    model: str
    """The path of the model, as it is shown."""
    then: Side
    now: Side
    difference: Difference
    story: Text
    """What happened, in a few sentences."""
    consequences: tuple[Consequence, ...]
    """What follows from it, the gravest first."""
