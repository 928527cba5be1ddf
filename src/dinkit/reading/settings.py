"""The files beside the models: settings, baseline and reviews, read by the same reader, so that a fault in them is a located finding."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from dinkit.finding import Finding, Location, span_between
from dinkit.model.contract import Record, new_record
from dinkit.model.document import Format, ProjectRules, RuleSetting
from dinkit.model.node import Mapping, mark_at
from dinkit.model.records import NOTHING, Id
from dinkit.model.values import DateField, Texts, WholeField
from dinkit.reading.head import with_project_rules
from dinkit.reading.messages import finding_of
from dinkit.reading.records import read_record
from dinkit.reading.text import decode
from dinkit.reading.tree import read_tree
from dinkit.source import SETTINGS, Files, UnreadableError

BASELINE = "dinkit.baseline.yaml"
"""The findings that were there already, in the root of a project."""
REVIEWS = "dinkit.review.yaml"
"""Who confirmed which contributions, in the root of a project."""


class Settings(Record):
    """What a project says for all of its models."""

    models: Texts = ()
    rules: dict[str, RuleSetting] = NOTHING
    project_rules: ProjectRules = NOTHING


class BaselineEntry(Record):
    """Findings that were there already: of one rule on one element of one model (or, without an element, in one file)."""

    model: str
    rule: str
    element: str | None = None
    file: str | None = None
    times: WholeField = 1


class Baseline(Record):
    """The findings that were there already."""

    format: Format = "1"
    findings: tuple[BaselineEntry, ...] = ()


class Confirmation(Record):
    """Somebody looked at a contribution and at what it contributes to, as that was then."""

    element: Id
    contributes_to: Id
    fingerprint: str
    by: str
    date: DateField


class Reviews(Record):
    """The contributions that somebody confirmed."""

    format: Format = "1"
    confirmed: tuple[Confirmation, ...] = ()


R = TypeVar("R", bound=Record)


class Beside(NamedTuple, Generic[R]):
    """A file beside the models as read: what it says, what is wrong with it, and where everything stands."""

    record: R
    findings: tuple[Finding, ...]
    path: str
    text: str = ""
    node: Mapping | None = None
    """What stands in the file, with the marks of its keys; None without one."""


def load_settings(files: Files) -> Beside[Settings]:
    """Read dinkit.yaml in the root of `files`; without one, everything is as usual."""
    settings = _load(files, SETTINGS, Settings)
    if settings.node is None or "project_rules" not in settings.node:
        return settings
    record, problems = with_project_rules(settings.record, settings.node, settings.text)
    found = tuple(finding_of(one, settings.path, settings.text) for one in problems)
    return settings._replace(record=record, findings=settings.findings + found)


def load_baseline(files: Files) -> Beside[Baseline]:
    """Read the baseline of a project; without one, nothing was there already."""
    return _load(files, BASELINE, Baseline)


def load_reviews(files: Files) -> Beside[Reviews]:
    """Read what was confirmed; without a file, nothing was."""
    return _load(files, REVIEWS, Reviews)


def place_of(beside: Beside[R], *path: str | int) -> Location:
    """Return where something stands in a file beside the models: the key at the end of the path, or an item of a list."""
    mark = mark_at(beside.node, *path)
    start, end = (mark.start_mark.index, mark.end_mark.index) if mark is not None else (0, 0)
    return Location(beside.path, span_between(beside.text, start, end))


def _load(files: Files, path: str, record: type[R]) -> Beside[R]:
    try:
        text, problem = decode(files.read(path))
    except UnreadableError:
        return Beside(new_record(record, {}), (), path)
    tree = read_tree(text)
    problems = [problem] if problem else [found for found in tree.problems if found.slug != "empty"]
    made, more = read_record(record, tree.head, text)
    findings = tuple(finding_of(one, path, text) for one in problems + more)
    return Beside(made or new_record(record, {}), findings, path, text, tree.head)
