"""What every code means: of a rule its manual, of a fault in reading or a decision its messages, of a rule of the project what it says itself.

The formats that carry the manual with the findings and `dinkit explain` tell the same, which is gathered here; they choose how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from types import ModuleType

from dinkit import catalogue
from dinkit.checking.explanation import Explanation, Sort
from dinkit.checking.manual import brief, dutch_manual, english_manual
from dinkit.checking.meant import RULES
from dinkit.checking.notices import NOTICES
from dinkit.finding import Severity, Text
from dinkit.model.project_rules import ProjectRule
from dinkit.nearby import nearest_word
from dinkit.reading.messages import MESSAGES
from dinkit.rule import Rule

_NUMBER = 3
"""Digits of a code."""
_EXAMPLES = {"**Goed**:": "**Good**:", "**Fout**:": "**Bad**:"}
"""The parts of a manual with an example, in Dutch and in English."""
_MARK = len("**Goed**:")
_ALIKE = str.maketrans("OILSB", "01158")
"""Letters that are typed for a digit."""


def explained(code: str, own: Mapping[str, ProjectRule] | None = None) -> Explanation | None:
    """Return what a code means; None where it is none.

    Args:
        code: such as "DIN107".
        own: the rules of the project, by code.
    """
    if own and code in own:
        from dinkit.checking.project_rules.manual import explanation_of  # noqa: PLC0415 - most projects have none

        return explanation_of(own[code])
    module = next((one for one in catalogue.members(RULES) if one.RULE.code == code), None)
    sorts = tuple(sort for known, sort in _sorts() if known == code)
    if module is not None:
        return _of_rule(module, sorts)
    return _of_sorts(code, sorts) if sorts else None


def codes() -> tuple[str, ...]:
    """Return every code of dinkit itself, in order."""
    return tuple(sorted({one.RULE.code for one in catalogue.members(RULES)} | {code for code, _ in _sorts()}))


def code_named(given: str, own: Iterable[str] = ()) -> str | None:
    """Return the code that somebody means: by the code, its number alone, or the name of a rule or message; None where there is none.

    >>> code_named("din107"), code_named("107"), code_named("goal-without-effort")
    ('DIN107', 'DIN107', 'DIN107')
    """
    plain = given.strip().lower().replace("_", "-")
    number = f"DIN{plain.upper().removeprefix('DIN'):0>{_NUMBER}}"
    own = tuple(own)
    return next((code for code in (*codes(), *own) if code == number), None) or (_names() | _names_of(own)).get(plain)


def nearest_code(given: str, own: Iterable[str] = ()) -> str | None:
    """Return the code or name that looks most like what somebody typed."""
    own = tuple(own)
    known = [*codes(), *own]
    number = given.strip().upper().removeprefix("DIN").translate(_ALIKE)
    if f"DIN{number}" in known:
        return f"DIN{number}"
    return nearest_word(given.upper(), known) or nearest_word(given.lower(), _names() | _names_of(own))


def _names() -> dict[str, str]:
    rules = {_slug(module): str(module.RULE.code) for module in catalogue.members(RULES)}
    return {sort.name: code for code, sort in _sorts()} | rules


def _names_of(own: tuple[str, ...]) -> dict[str, str]:
    """Return the codes of a project's own rules by their names."""
    if not own:
        return {}
    from dinkit.checking.project_rules.findings import slug_of  # noqa: PLC0415 - most projects have none

    return {slug_of(code): code for code in own}


def _sorts() -> Iterator[tuple[str, Sort]]:
    """Yield what else than rules gives a finding: reading, and decisions about rules; each with its code, by name."""
    for slug, message in sorted(MESSAGES.items()):
        hint = Text(message.hint_nl, message.hint_en) if message.hint_nl else None
        yield message.code, Sort(slug, message.severity, Text(message.nl, message.en), hint)
    for slug, notice in sorted(NOTICES.items()):
        yield notice.code, Sort(slug, notice.severity, notice.message, notice.hint, notice.why)


def _slug(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2].replace("_", "-")


def _of_rule(module: ModuleType, sorts: tuple[Sort, ...]) -> Explanation:
    rule: Rule = module.RULE
    manual = Text(_with_examples(dutch_manual(module), english_manual(module)), english_manual(module))
    return Explanation(rule.code, _slug(module), rule.severity, brief(module), manual, sorts)


def _with_examples(dutch: str, english: str) -> str:
    """Return the Dutch manual of a rule with the models in YAML that the English one has as its examples: they stand in one place."""
    blocks = english.rstrip().split("\n\n")
    examples = {name: example for name, example in pairwise(blocks) if name in _EXAMPLES.values()}
    told = [(block, examples[_EXAMPLES[block[:_MARK]]]) if block[:_MARK] in _EXAMPLES else (block,) for block in dutch.rstrip().split("\n\n")]
    return "\n\n".join(block for some in told for block in some) + "\n"


def _of_sorts(code: str, sorts: tuple[Sort, ...]) -> Explanation:
    """Explain a code by all that it is given for, so that it reads the same whatever occurred."""
    severity = min((one.severity for one in sorts), key=list(Severity).index)
    return Explanation(code, "/".join(one.name for one in sorts), severity, sorts[0].message if len(sorts) == 1 else None, None, sorts)
