"""What the rules of a project itself say of one model: all that the rest of checking has to know of them."""

from __future__ import annotations

from collections.abc import Mapping

from dinkit.finding import Finding
from dinkit.model.document import RuleSetting
from dinkit.model.records import NOTHING
from dinkit.tuples import NamedTuple


class OwnRules(NamedTuple):
    """What they find, and what was decided about them."""

    findings: tuple[Finding, ...] = ()
    about: tuple[Finding, ...] = ()
    """What is wrong with the rules themselves."""
    codes: frozenset[str] = frozenset()
    """Every code that is, or may be, one of theirs."""
    unused: frozenset[str] = frozenset()
    """Those of rules that were not used, since they have a fault: nobody knows what they would find."""
    weights: Mapping[str, RuleSetting] = NOTHING
    """How bad a breach is, where a finding cannot say it: those that are switched off."""
