"""The rules that a project writes itself: plain data with positions -> rules, with every fault in them on its token.

A rule with a fault keeps its code, so that what is decided about it elsewhere still means something, but it is never used.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from dinkit.model.document import read_severity
from dinkit.model.node import Mapping, Stretch, key_stretch, value_stretch
from dinkit.model.project_rules import BLANKS, CODES, Case, Condition, End, ProjectRule, Words
from dinkit.reading.conditions import Conditions
from dinkit.reading.field_tests import Said, meaning
from dinkit.reading.problem import Problem
from dinkit.reading.spelling import language_of
from dinkit.reading.text import decode
from dinkit.reading.tree import read_tree
from dinkit.source import Files, UnreadableError

KEY = "project_rules"
_CODE = re.compile(r"DIN(9[0-9]{2})")
_BLANK = re.compile(r"\{\w+\}")
_FIELDS = ("for", "demand", "forbid", "severity", "message", "reason")
_MESSAGE = ("nl", "en")
_EMPTY = {
    "for": "rule-no-kind",
    "demand": "rule-condition",
    "forbid": "rule-condition",
    "severity": "no-severity",
    "message": "text",
    "reason": "text",
}
"""What to say of a word of a rule with nothing behind it."""


def read_project_rules(data: Mapping, text: str) -> tuple[dict[str, ProjectRule], list[Problem]]:
    """Read the rules under `project_rules` at the top of a file.

    Args:
        data: the top of the file.
        text: its text.

    Returns:
        The rules by code, and what is wrong with them.
    """
    reader = _Reader(text, language_of(text))
    given = data.get(KEY)
    if given is not None and not isinstance(given, Mapping):
        reader.problem("rule-list", key_stretch(data, KEY))
        given = None
    rules = [reader.rule(code, given) for code in given.marks] if given is not None else []
    return {rule.code: rule for rule in rules if rule is not None}, list(reader.problems.values())


class RulesFile(NamedTuple):
    """The rules that stand in one file, and its text."""

    rules: dict[str, ProjectRule]
    path: str
    text: str


def project_rules_in(path: str, files: Files) -> RulesFile:
    """Read only the rules of a model or of the settings; a file that cannot be had has none, and what is wrong is told elsewhere."""
    try:
        text, _ = decode(files.read(path))
    except UnreadableError:
        return RulesFile({}, path, "")
    return RulesFile(read_project_rules(read_tree(text).head, text)[0], path, text)


class _Reader(Conditions):
    """Reads the rules of one file."""

    def rule(self, code: str, rules: Mapping) -> ProjectRule | None:
        """Read one rule; None where its code is none."""
        stretch = key_stretch(rules, code)
        number = _CODE.fullmatch(code)
        if number is None or int(number[1]) not in CODES:
            self.problem("rule-code", stretch, code)
            return None
        before = self.faults
        given = rules.get(code)
        if not isinstance(given, Mapping):
            if code in rules:
                self.problem("rule-fields", stretch, code)
            return ProjectRule(code, (), start=stretch.start, end=stretch.end, whole=False)
        rule = self.fields(ProjectRule(code, (), start=stretch.start, end=stretch.end), given)
        present = {meaning(key) for key in given.marks}
        missing = [word for word, others in (("for", {"for"}), ("demand", {"demand", "forbid"})) if present.isdisjoint(others)]
        if missing and present <= set(_FIELDS):  # else a word that is told already may have been meant
            self.problem("missing", stretch, self.spelled(missing[0]), code)
        return rule._replace(whole=self.faults == before)

    def fields(self, rule: ProjectRule, holder: Mapping) -> ProjectRule:
        """Read what stands in a rule."""
        said = {one.word: one for one in self.pairs(holder, _EMPTY)}
        for word, one in said.items():
            if word not in _FIELDS:
                self.unknown("rule-word", one, _FIELDS)
        return rule._replace(
            cases=self.cases(said),
            severity=self.severity(said["severity"]) if "severity" in said else rule.severity,
            message=self.message(said["message"]) if "message" in said else None,
            reason=self.line(said["reason"]) if "reason" in said else None,
        )

    def cases(self, said: dict[str, Said]) -> tuple[Case, ...]:
        """Read what is demanded and forbidden of each sort of elements that the rule looks at."""
        return tuple(self.case(end, said) for end in (self.ends(said["for"]) if "for" in said else ()))

    def case(self, end: End, said: dict[str, Said]) -> Case:
        demand = self.held(said["demand"], end.kind) if "demand" in said else ()
        forbidden = self.held(said["forbid"], end.kind) if "forbid" in said else None
        return Case(end.word, end.kind, end.condition, demand, forbidden)

    def held(self, said: Said, kind: str | None) -> Condition:
        """Read a condition that must not be empty."""
        given = said.holder[said.key]
        if isinstance(given, Mapping) and given.marks:
            return self.condition(given, kind)
        self.problem("rule-condition", key_stretch(said.holder, said.key), said.shown)
        return ()

    def severity(self, said: Said) -> str:
        given = said.holder[said.key]
        try:
            return read_severity(given)
        except ValueError:
            place = value_stretch(said.holder, said.key)
            self.problem("severity", place, self.shown(place))
            return "warning"

    def message(self, said: Said) -> Words | None:
        """Read a message: one text, or one per language."""
        given = said.holder[said.key]
        self.blanks(value_stretch(said.holder, said.key))
        if not isinstance(given, Mapping):
            line = self.line(said)
            return Words(line, line) if line else None
        lines: dict[str, str] = {}
        for one in self.pairs(given, dict.fromkeys(_MESSAGE, "text")):
            if one.word in _MESSAGE:
                lines[one.word] = self.line(one) or ""
            else:
                self.unknown("rule-word", one, _MESSAGE)
        first = next(iter(lines.values()), "")
        if not given.marks:
            self.problem("text", key_stretch(said.holder, said.key), said.shown)
        return Words(lines.get("nl", first), lines.get("en", first)) if first else None

    def line(self, said: Said) -> str | None:
        given: Any = said.holder[said.key]
        if isinstance(given, str) and given.strip():
            return " ".join(given.split())
        self.problem("text", value_stretch(said.holder, said.key), said.shown)
        return None

    def blanks(self, stretch: Stretch) -> None:
        """Report what looks as if it were filled in, and is not."""
        for match in _BLANK.finditer(self.text, stretch.start, stretch.end):
            if match[0] not in BLANKS:
                self.problem("rule-blank", Stretch(*match.span()), match[0])
