"""What was found in several models as one report: what they share is told once, and of everything it is known whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.exporters._findings import finding_of
from dinkit.finding import Finding, Span, Suppressed, sort_key
from dinkit.network import Network, programme_of
from dinkit.report import Report, Whose
from dinkit.tuples import NamedTuple

Told = Finding | Suppressed


class _Had(NamedTuple):
    """What is told of one finding, and the models that have it."""

    one: Told
    models: list[str]
    whole: bool


def together(reports: Sequence[Report], besides: Sequence[Report]) -> Report:
    """Return several reports on findings as one, in the order of places.

    Args:
        reports: one per model with its network, whose files stand before all other files.
        besides: what was found in the project that is of no model in particular.
    """
    names = _names(reports)
    had = _gathered(reports, names)
    readers = _readers(reports, names)
    whose = {one.one: _whose(one, readers) for one in had.values()}
    idle = {_same(finding): finding for report in reversed(besides) for finding in report.findings if _same(finding) not in had}
    findings = (*(one for one in whose if isinstance(one, Finding)), *idle.values())
    return Report(
        findings=tuple(sorted(findings, key=sort_key)),
        suppressed=tuple(sorted((one for one in whose if isinstance(one, Suppressed)), key=lambda one: sort_key(one.finding))),
        files=tuple({file.path: file for report in (*reports, *besides) for file in report.files}.values()),
        project_rules=tuple({rule.code: rule for report in reports for rule in report.project_rules}.values()),
        whose=whose,
    )


def _gathered(reports: Sequence[Report], names: Sequence[str]) -> dict[Told, _Had]:
    """Return what was found, each once, as the first model tells it: what stands around an element, and so a hint, may differ from model to model."""
    had: dict[Told, _Had] = {}
    for report, name in zip(reports, names, strict=True):
        about = _programme(report.network)
        told: list[Told] = [*report.findings, *report.suppressed]
        for one in told:
            finding = finding_of(one)
            whole = (finding.element, finding.location.span) == about
            had.setdefault(_same(one), _Had(one, [], whole)).models.append(name)
    return had


def _same(one: Told) -> Told:
    """Return what makes two findings the same one."""
    return one if isinstance(one, Suppressed) else one._replace(hint=None, related=())


def _programme(network: Network | None) -> tuple[str, Span] | None:
    """Return the programme of a model and its place, where findings about the whole model stand."""
    programme = programme_of(network) if network is not None else None
    return (programme.id, network.location(programme.id).span) if network is not None and programme is not None else None


def _whose(had: _Had, readers: dict[str, set[str]]) -> Whose:
    models = tuple(dict.fromkeys(had.models))
    others = readers.get(finding_of(had.one).location.file, set()).difference(models)
    return Whose(models, apart=bool(others), whole=had.whole)


def _readers(reports: Sequence[Report], names: Sequence[str]) -> dict[str, set[str]]:
    """Return the models that read each file; what a project decided beside its models is of none of them."""
    readers: dict[str, set[str]] = {}
    for report, name in zip(reports, names, strict=True):
        for file in report.files[: len(report.network.files) if report.network else 0]:
            readers.setdefault(file.path, set()).add(name)
    return readers


def _names(reports: Sequence[Report]) -> list[str]:
    """Return what each model is called: its id, else its file; its file too where several have the same id."""
    names = [report.network.head.model if report.network else None for report in reports]
    return [name if name and names.count(name) == 1 else report.files[0].path for name, report in zip(names, reports, strict=True)]
