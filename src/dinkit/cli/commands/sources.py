"""dinkit sources: what of a model rests on which document, and what on none."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit.analyses.sources import ANALYSIS
from dinkit.analysis import Options
from dinkit.cli.facts import deliver, form_option, tell_model
from dinkit.cli.gathering import whole_model
from dinkit.cli.language import say
from dinkit.cli.models import date_option, language_option, load_for_use, model_argument, output_option
from dinkit.cli.wording import Command
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate


@click.command(
    "sources",
    cls=Command,
    help=say(
        Text(
            "Toon per bron wat erop rust, en wat geen bron heeft.",
            "Show for every source what rests on it, and what has no source.",
        )
    ),
)
@model_argument
@form_option
@output_option
@date_option
@language_option
def COMMAND(model: Path | None, form: str, output: Path | None, at: ImpreciseDate | None, language: str | None) -> None:  # noqa: N802 - the name by which the catalogue finds a command
    """Run the analysis of the sources and print its answer."""
    chosen = whole_model(model)
    loaded, _ = load_for_use(chosen, at)
    if model is None:
        tell_model(chosen, loaded.network)
    deliver(ANALYSIS.run(loaded.network, Options()), form, output, ((chosen.root, loaded.network),), language)
