"""Rules of a project that look at nothing in a model: they find nothing there, which is no reason to conclude that all is well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dinkit.checking.project_rules.evaluation import Evaluation
from dinkit.model.project_rules import AttributeTest, Case, Condition, ProjectRule
from dinkit.network import Network

_SORT = "level"
"""The field that makes elements of one kind another sort; what other fields select comes and goes, and that there is none now is no fault."""


def resting(evaluation: Evaluation, rules: Iterable[ProjectRule]) -> Iterator[ProjectRule]:
    """Yield the rules that are in use and of whose sorts (a kind, or a level of goals) a network has no element at all.

    Nothing is concluded where reading left something out, nor where the model says that there is none of all that a rule is for.
    """
    network = evaluation.network
    if not network.complete or network.damaged or network.flaws:
        return
    for rule in rules:
        used = rule.whole and rule.severity != "off"
        if used and not _is_none_stated(network, rule) and not any(_has_sort(evaluation, case) for case in rule.cases):
            yield rule


def _has_sort(evaluation: Evaluation, case: Case) -> bool:
    """Say whether an element is, or may be, of the sort that a case is for."""
    sort: Condition = tuple(part for part in case.selection if isinstance(part, AttributeTest) and part.name == _SORT)
    return bool(evaluation.condition(case.kind, sort).possible)


def _is_none_stated(network: Network, rule: ProjectRule) -> bool:
    return all(case.kind in network.without for case in rule.cases)
