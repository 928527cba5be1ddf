"""How a command that answers with a fact gives it: in which form, on the screen or to a file."""

from __future__ import annotations

from pathlib import Path

from dinkit import catalogue
from dinkit.analysis import Fact
from dinkit.cli.forms import format_option
from dinkit.cli.language import say
from dinkit.cli.models import EXPORTERS, Chosen, settings_of
from dinkit.cli.output import progress, show, show_data, write_output
from dinkit.finding import Text
from dinkit.network import Network, programme_of
from dinkit.report import Report

FORMS = {"text": "text", "json": "json", "csv": "csv", "md": "markdown"}
"""What users type -> the exporter."""

form_option = format_option(tuple(FORMS))


def tell_model(chosen: Chosen, network: Network) -> None:
    """Say on standard error which model is answered about, where nobody named one and the settings name several."""
    count = len(settings_of(chosen.root).record.models)
    if count < 2:
        return
    programme = programme_of(network)
    title = " · ".join(part for part in (programme.name if programme else "", network.head.edition) if part)
    what = f"{chosen.path} ({title})" if title else chosen.path
    progress(say(Text(f"over {what}, het eerste van {count} modellen in dinkit.yaml", f"on {what}, the first of {count} models in dinkit.yaml")))


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
    if output is not None:
        write_output(output, text.encode(), models)
    else:
        (show if form == "text" else show_data)(text)
