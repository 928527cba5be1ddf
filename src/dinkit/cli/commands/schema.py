"""dinkit schema: the JSON Schema of the file format, for editors."""

from __future__ import annotations

import json

import click

from dinkit.cli.language import interface_language, say, spoken
from dinkit.cli.output import show_data
from dinkit.cli.wording import Command
from dinkit.finding import Text
from dinkit.model.schema import json_schema


def schema_text(language: str) -> str:
    """Return the schema as text, the same bytes every time."""
    return json.dumps(json_schema(language), ensure_ascii=False, indent=1) + "\n"


@click.command(
    "schema",
    cls=Command,
    help=say(Text("Het JSON-schema van het bestandsformaat, voor editors.", "The JSON Schema of the file format, for editors.")),
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(["nl", "en"]),
    is_eager=True,
    callback=spoken,
    help=say(Text("Taal van de sleutels.", "Language of the keys.")),
)
def COMMAND(language: str | None) -> None:  # noqa: N802 - the name by which the catalogue finds a command
    """Print the schema."""
    show_data(schema_text(language or interface_language()))
