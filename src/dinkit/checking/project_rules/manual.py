"""The manual of a rule that a project wrote itself: what it looks at, demands and forbids, in words."""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.checking.explanation import Explanation, Line
from dinkit.checking.project_rules.findings import slug_of
from dinkit.checking.project_rules.wording import selected, told
from dinkit.finding import Severity, Text
from dinkit.model.project_rules import Case, ProjectRule

_FOR = Text("Kijkt naar", "Looks at")
_DEMAND = Text("Eis", "Demands")
_FORBID = Text("Verbiedt", "Forbids")
_MESSAGE = Text("Melding", "Message")
_WHY = Text("Waarom", "Why")
_FAULTY = Text("Let op", "Note")
_UNUSED = Text(
    "in deze regel staat een fout, dus hij wordt niet gebruikt; zie 'dinkit validate'",
    "this rule has a fault, so it is not used; see 'dinkit validate'",
)
_OF_PROJECT = Text("een regel van dit project zelf", "a rule of this project itself")


def explanation_of(rule: ProjectRule) -> Explanation:
    """Return what there is to say of a rule of a project."""
    severity = None if rule.severity == "off" else Severity(rule.severity)
    return Explanation(rule.code, slug_of(rule.code), severity, brief_of(rule), lines=tuple(_lines(rule)))


def brief_of(rule: ProjectRule) -> Text:
    """Return a rule in a sentence: its own message, else what it looks at and what it asks."""
    if rule.message is not None:
        return Text(*(line.replace("{naam}", "…").replace("{name}", "…") for line in rule.message))
    if not rule.whole or not rule.cases:
        return _OF_PROJECT
    case, chosen = rule.cases[0], selected(rule.cases[0])
    asked = told(case.demand or case.forbidden or ())
    negated = Text("", "") if case.demand else Text("niet: ", "not: ")
    return Text(f"{chosen.nl}: {negated.nl}{asked.nl}", f"{chosen.en}: {negated.en}{asked.en}")


def _lines(rule: ProjectRule) -> Iterator[Line]:
    if not rule.whole:
        yield Line(_FAULTY, _UNUSED)
    for case in rule.cases if rule.whole else ():
        yield from _of_case(case)
    if rule.message is not None:
        yield Line(_MESSAGE, Text(*rule.message))
    if rule.reason is not None:
        yield Line(_WHY, Text(rule.reason, rule.reason))


def _of_case(case: Case) -> Iterator[Line]:
    yield Line(_FOR, selected(case))
    if case.demand:
        yield Line(_DEMAND, told(case.demand))
    if case.forbidden is not None:
        yield Line(_FORBID, told(case.forbidden))
