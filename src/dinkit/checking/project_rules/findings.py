"""What the rules of a project find: a finding per element that a rule looks at and that lacks what it demands, or has what it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dinkit.checking.project_rules.evaluation import Evaluation
from dinkit.checking.project_rules.standing import in_the_way, standing
from dinkit.checking.project_rules.wording import told
from dinkit.finding import Finding, Severity, Text
from dinkit.model.project_rules import BLANKS, AttributeTest, Case, Part, ProjectRule, RelationTest
from dinkit.network import Network
from dinkit.rules._words import quoted_name

_BLANK = re.compile("|".join(map(re.escape, BLANKS)))
_FOUND = Text("dit staat aan het andere eind", "this stands at the other end")


def slug_of(code: str) -> str:
    """Return the name by which machines know a rule of a project: it has none but its number.

    >>> slug_of("DIN901")
    'project-rule-901'
    """
    return f"project-rule-{code[3:]}"


def project_findings(evaluation: Evaluation, rules: Iterable[ProjectRule]) -> Iterator[Finding]:
    """Yield what the rules find in a network, in the order of their codes and of the files; a rule with a fault finds nothing."""
    for rule in sorted(rules, key=lambda one: one.code):
        if rule.whole:
            yield from _found(evaluation, rule)


def _found(evaluation: Evaluation, rule: ProjectRule) -> Iterator[Finding]:
    broken: dict[str, Case] = {}
    for case in rule.cases:
        for name in breaking(evaluation, case):
            broken.setdefault(name, case)
    for name in evaluation.network.elements:
        if name in broken:
            yield _finding(evaluation, rule, broken[name], name)


def breaking(evaluation: Evaluation, case: Case) -> set[str]:
    """Return the elements that surely are selected, and surely lack what is demanded or have what is forbidden."""
    chosen = evaluation.condition(case.kind, case.selection).sure
    if not chosen:
        return chosen
    wrong = chosen - evaluation.condition(case.kind, case.demand).possible
    return wrong if case.forbidden is None else wrong | (chosen & evaluation.condition(case.kind, case.forbidden).sure)


def _finding(evaluation: Evaluation, rule: ProjectRule, case: Case, name: str) -> Finding:
    network = evaluation.network
    lacking = [part for part in case.demand if name not in evaluation.part(case.kind, part).possible]
    parts = lacking or list(case.forbidden or ())
    severity = Severity.WARNING if rule.severity == "off" else Severity(rule.severity)
    location = network.location(name, _key(network, name, parts))
    return Finding(
        rule.code,
        slug_of(rule.code),
        severity,
        _message(network, rule, name, parts, forbidden=not lacking),
        location,
        name,
        _hint(rule, parts, standing(evaluation, name, parts), forbidden=not lacking),
        tuple(network.location(one, why=_FOUND) for one in in_the_way(evaluation, name, parts, forbidden=not lacking)),
    )


def _key(network: Network, name: str, parts: list[Part]) -> str | None:
    """Return the field or relation of the element that the first part is about; None where it does not have it."""
    first = parts[0] if parts else None
    key = first.name if isinstance(first, AttributeTest) else first.direction.english if isinstance(first, RelationTest) else None
    return key if key in network.origins[name].node.marks else None


def _message(network: Network, rule: ProjectRule, name: str, parts: list[Part], *, forbidden: bool) -> Text:
    element = network.elements[name]
    kind = Text(*(network.name_of(element.kind, language) for language in ("nl", "en")))
    quoted = quoted_name(network, name)
    if rule.message is None:
        words = told(tuple(parts))
        if forbidden:
            return Text(f"{kind.nl} {quoted} heeft wat niet mag: {words.nl}", f"{kind.en} {quoted} has what is forbidden: {words.en}")
        return Text(f"{kind.nl} {quoted} voldoet niet aan de eis: {words.nl}", f"{kind.en} {quoted} does not meet the demand: {words.en}")
    return Text(_filled(rule.message.nl, kind.nl, quoted), _filled(rule.message.en, kind.en, quoted))


def _filled(message: str, kind: str, quoted: str) -> str:
    """Put the name of the element where the message wants it, else before it."""
    filled, count = _BLANK.subn(lambda _: quoted, message)
    return filled if count else f"{kind} {quoted}: {message}"


def _hint(rule: ProjectRule, parts: list[Part], found: Text | None, *, forbidden: bool) -> Text | None:
    """Say what was asked where the message is the project's own, what there is, and the reason of the rule where it has one."""
    said: list[Text] = []
    if rule.message is not None:
        words = told(tuple(parts))
        said.append(
            Text(f"niet toegestaan: {words.nl}", f"not allowed: {words.en}") if forbidden else Text(f"nodig: {words.nl}", f"needed: {words.en}")
        )
    if found is not None:
        said.append(found)
    if rule.reason is not None:
        label = Text("waarom: ", "why: ") if said else Text("", "")
        said.append(Text(f"{label.nl}{rule.reason}", f"{label.en}{rule.reason}"))
    return Text("; ".join(one.nl for one in said), "; ".join(one.en for one in said)) if said else None
