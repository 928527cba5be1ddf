"""The rules of a project itself, for commands that tell of rules: those of dinkit.yaml and those of the models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dinkit.cli.models import Chosen, chosen_models, root_here, settings_of
from dinkit.finding import span_between
from dinkit.model.project_rules import ProjectRule
from dinkit.reading.project_rules import project_rules_in
from dinkit.source import SETTINGS, Folder


class OwnRule(NamedTuple):
    """A rule, and the place of its code: the file and the line."""

    rule: ProjectRule
    file: str
    line: int


def own_rules(models: tuple[Path, ...]) -> list[OwnRule]:
    """Return the rules of the models given, or of all models of the project, with those of their settings; sorted by code.

    Raises:
        FailedError: a model that was given is missing.
    """
    found = [rule for root, path in rule_files(models) for rule in _in_file(root, path)]
    return sorted(found, key=lambda one: one.rule.code)


def rule_files(models: tuple[Path, ...]) -> tuple[tuple[Path, str], ...]:
    """Return the files that may say something of rules, each with the root of its project: settings first, then the models.

    Raises:
        FailedError: a model that was given is missing.
    """
    return tuple(dict.fromkeys(_files(chosen_models(models) if models else ())))


def _files(chosen: tuple[Chosen, ...]) -> Iterator[tuple[Path, str]]:
    if chosen:
        yield from dict.fromkeys((one.root, SETTINGS) for one in chosen)
        yield from ((one.root, one.path) for one in chosen)
        return
    root = root_here()
    yield root, SETTINGS
    yield from ((root, path) for path in settings_of(root).record.models)


def _in_file(root: Path, path: str) -> Iterator[OwnRule]:
    rules, _, text = project_rules_in(path, Folder(root))
    yield from (OwnRule(rule, path, span_between(text, rule.start, rule.end).line) for rule in rules.values())
