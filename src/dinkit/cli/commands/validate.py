"""dinkit validate: all faults of one or more models in one run."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit import catalogue
from dinkit.checking.run import check
from dinkit.cli.language import say
from dinkit.cli.models import EXPORTERS, chosen_models, date_option, language_option, load_chosen, models_argument, settings_of
from dinkit.cli.output import FOUND, OK, finish, show, show_data, wants_colour
from dinkit.cli.wording import Command
from dinkit.finding import Finding, Severity, Text, sort_key
from dinkit.model.dates import ImpreciseDate
from dinkit.network import TextFile
from dinkit.report import Report


@click.command(
    "validate",
    cls=Command,
    help=say(
        Text(
            "Controleer modellen: alle fouten in één keer, met plaats en hint.",
            "Validate models: all faults in one run, each with its place and a hint.",
        )
    ),
)
@models_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=say(Text("Vorm van de uitvoer.", "Form of the output.")))
@click.option("--strict", is_flag=True, help=say(Text("Ook waarschuwingen geven afsluitcode 1.", "Warnings give exit code 1 too.")))
@date_option
@language_option
def COMMAND(models: tuple[Path, ...], form: str, strict: bool, at: ImpreciseDate | None, language: str | None) -> None:  # noqa: N802, FBT001 - click hands flags over by name
    """Check the models and say what is wrong; exit 1 with errors (with --strict also with warnings)."""
    findings: dict[Finding, None] = {}
    files: dict[str, TextFile] = {}
    for chosen in chosen_models(models):
        loaded = load_chosen(chosen, at)
        language = language or loaded.network.head.language
        # Parts that several models share are read for each of them, but their findings are told once.
        findings |= dict.fromkeys((*settings_of(chosen.root).findings, *check(loaded)))
        files |= {file.path: file for file in loaded.network.files}
    report = Report(findings=tuple(sorted(findings, key=sort_key)), files=tuple(files.values()), language=language or "nl", colour=wants_colour())
    text = catalogue.member(EXPORTERS, f"findings_{form}").EXPORTER.export(report)
    (show if form == "text" else show_data)(text)
    finish(exit_code(report.findings, strict=strict))


def exit_code(findings: tuple[Finding, ...], *, strict: bool) -> int:
    """Return the exit code for these findings."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FOUND if any(finding.severity in failing for finding in findings) else OK
