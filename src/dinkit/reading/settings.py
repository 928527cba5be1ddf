"""dinkit.yaml: the settings of a project, read by the same reader as a model, so that a fault in it is a located finding."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.finding import Finding
from dinkit.model.contract import Record, new_record
from dinkit.model.values import Texts
from dinkit.reading.messages import finding_of
from dinkit.reading.records import read_record
from dinkit.reading.text import decode
from dinkit.reading.tree import read_tree
from dinkit.source import SETTINGS, Files, UnreadableError


class Settings(Record):
    """What a project says for all of its models."""

    models: Texts = ()


class LoadedSettings(NamedTuple):
    """The settings, and what is wrong with them."""

    settings: Settings
    findings: tuple[Finding, ...]


def load_settings(files: Files) -> LoadedSettings:
    """Read dinkit.yaml in the root of `files`; without one, everything is as usual."""
    try:
        text, problem = decode(files.read(SETTINGS))
    except UnreadableError:
        return LoadedSettings(new_record(Settings, {}), ())
    tree = read_tree(text)
    problems = [problem] if problem else [found for found in tree.problems if found.slug != "empty"]
    settings, more = read_record(Settings, tree.head, text)
    findings = tuple(finding_of(one, SETTINGS, text) for one in problems + more)
    return LoadedSettings(settings or new_record(Settings, {}), findings)
