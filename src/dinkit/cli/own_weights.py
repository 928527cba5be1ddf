"""How bad a breach of a rule is here: what dinkit.yaml and the models say of it, for commands that tell of rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dinkit.checking.severities import OFF
from dinkit.cli.models import settings_of
from dinkit.cli.own_rules import rule_files
from dinkit.finding import Severity, Text, span_between
from dinkit.model.document import RuleSetting
from dinkit.model.node import key_stretch
from dinkit.model.vocabulary import spell_key, spell_value
from dinkit.reading.head import read_head
from dinkit.reading.settings import place_of
from dinkit.reading.text import decode
from dinkit.reading.tree import read_tree
from dinkit.source import SETTINGS, Folder, UnreadableError


class Weighing(NamedTuple):
    """What one file says of how bad a breach of one rule is, and the line where it stands."""

    setting: RuleSetting
    root: Path
    file: str
    line: int


class Weight(NamedTuple):
    """How bad a breach of one rule is."""

    severity: str
    """As findings have it, or "off"; where the models differ that of the project as a whole."""
    told: Text
    """Who set it, where, and what it would be otherwise; empty where nobody did."""


class OwnWeights:
    """What is said of rules by the settings and by the models given, or by all models of the project.

    Raises:
        FailedError: a model that was given is missing.
    """

    def __init__(self, models: tuple[Path, ...]) -> None:
        self.files = rule_files(models)
        self.said: dict[str, list[Weighing]] = {}
        for root, path in self.files:
            for code, setting, line in _settings(root) if path == SETTINGS else _head(root, path):
                self.said.setdefault(code, []).append(Weighing(setting, root, path, line))

    def of(self, code: str, otherwise: Severity | None) -> Weight:
        """Return how bad a breach of a rule is.

        Args:
            code: the rule.
            otherwise: how bad it is by itself; None for a rule that is switched off.
        """
        itself = otherwise.value if otherwise else OFF
        weighings = self.said.get(code)
        if not weighings:
            return Weight(itself, Text("", ""))
        by_file = {(one.root, one.file): one.setting.severity for one in weighings}
        overall = {root: by_file.get((root, SETTINGS)) or itself for root, _ in self.files}
        each = {by_file.get((root, path)) or overall[root] for root, path in self.files if path != SETTINGS}
        severity = each.pop() if len(each) == 1 else next(iter(overall.values()))
        return Weight(severity, Text(_told(weighings, itself, "nl"), _told(weighings, itself, "en")))


def _told(weighings: list[Weighing], otherwise: str, language: str) -> str:
    places = [f"{one.file}:{one.line}: {_words(one.setting, language)}" for one in weighings]
    by_itself = "zonder instelling" if language == "nl" else "when not set"
    return "; ".join([*places, f"{by_itself}: {spell_value('severity', otherwise, language)}"])


def _words(setting: RuleSetting, language: str) -> str:
    """Return a setting in words: overall, per kind, per element."""
    parts = [("", setting.severity)] if setting.severity else []
    parts += [(f"{spell_key(kind, language)} ", severity) for kind, severity in setting.per_kind.items()]
    parts += [(f"{element} ", severity) for element, severity in setting.per_element.items()]
    return ", ".join(f"{about}{spell_value('severity', severity, language)}" for about, severity in parts)


def _settings(root: Path) -> Iterator[tuple[str, RuleSetting, int]]:
    settings = settings_of(root)
    yield from ((code, setting, place_of(settings, "rules", code).span.line) for code, setting in settings.record.rules.items())


def _head(root: Path, path: str) -> Iterator[tuple[str, RuleSetting, int]]:
    """Yield what the head of a model says; what is wrong with it is told elsewhere."""
    try:
        text, _ = decode(Folder(root).read(path))
    except UnreadableError:
        return
    node = read_tree(text).head
    for code, setting in read_head(node, text, is_part=False)[0].rules.items():
        stretch = key_stretch(node["rules"], code)
        yield code, setting, span_between(text, stretch.start, stretch.end).line
