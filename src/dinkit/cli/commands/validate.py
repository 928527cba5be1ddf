"""dinkit validate: all faults of one or more models in one run."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit.checking.run import check
from dinkit.cli.language import interface_language, say
from dinkit.cli.models import Chosen, chosen_models, language_option, load_chosen, models_argument, settings_of
from dinkit.cli.output import FOUND, OK, finish, show, show_data, wants_colour
from dinkit.finding import Finding, Severity, Text, sort_key
from dinkit.network import Network, TextFile
from dinkit.source import Folder


@click.command("validate", help=say(Text("Controleer modellen: alle fouten in één keer, met plaats en hint.", "Validate models: all faults in one run, each with its place and a hint.")))
@models_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=say(Text("Vorm van de uitvoer.", "Form of the output.")))
@click.option("--strict", is_flag=True, help=say(Text("Ook waarschuwingen geven afsluitcode 1.", "Warnings give exit code 1 too.")))
@language_option
def COMMAND(models: tuple[Path, ...], form: str, strict: bool, language: str | None) -> None:  # noqa: N802, FBT001 - click hands flags over by name
    """Check the models and say what is wrong; exit 1 with errors (with --strict also with warnings)."""
    chosen = chosen_models(models)
    raise NotImplementedError(chosen, form, strict, language)


__all__ = ["FOUND", "OK", "Chosen", "Finding", "Folder", "Network", "Severity", "TextFile", "check", "finish", "interface_language", "load_chosen", "settings_of", "show", "show_data", "sort_key", "wants_colour"]
