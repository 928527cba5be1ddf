"""How a command that answers with a fact gives it: in which form, on the screen or to a file."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit import catalogue
from dinkit.analysis import Fact
from dinkit.cli.language import say
from dinkit.cli.models import EXPORTERS
from dinkit.cli.output import show, show_data, spare, write_file
from dinkit.finding import Text
from dinkit.network import Network
from dinkit.report import Report

FORMS = {"text": "text", "json": "json", "csv": "csv", "md": "markdown"}
"""What users type -> the exporter."""

form_option = click.option(
    "--format", "form", type=click.Choice(list(FORMS)), default="text", help=say(Text("Vorm van de uitvoer.", "Form of the output."))
)


def deliver(fact: Fact, form: str, output: Path | None, models: tuple[tuple[Path, Network], ...], language: str | None) -> None:
    """Print a fact, or write it to a file.

    Args:
        fact: the answer.
        form: one of FORMS.
        output: the file, or None for the screen.
        models: what the answer is about, each with the root of its project; their files are never overwritten.
        language: "nl" or "en", or None for that of the first model.

    Raises:
        FailedError: the file belongs to a model, or cannot be written.
    """
    networks = [network for _, network in models]
    spoken = language or (networks[0].head.language if networks else "nl")
    report = Report(networks[0] if len(networks) == 1 else None, facts=(fact,), language=spoken)
    text: str = catalogue.member(EXPORTERS, FORMS[form]).EXPORTER.export(report)
    if output is None:
        (show if form == "text" else show_data)(text)
        return
    for root, network in models:
        spare(output, root, network)
    write_file(output, text.encode())
