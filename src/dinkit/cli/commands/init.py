"""dinkit init: write a small, commented model to begin with."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from dinkit.cli.language import interface_language, say, spoken
from dinkit.cli.output import FailedError, show, write_file
from dinkit.cli.wording import Command
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.source import SETTINGS

EXAMPLE = Text(
    nl="""\
# Een DIN: elke regel is `sleutel: waarde`; wat twee spaties dieper staat, hoort bij de regel erboven.
model: mijn-din
programma:
  id: mijn-programma
  naam: Mijn programma
doelen:                                   # wat willen we bereiken?
  meer-mensen-aan-het-werk:
    naam: Meer mensen aan het werk
    subdoelen:
      minder-uitkeringen: Minder uitkeringen in 2028   # kort: alleen een naam
inspanningen:                             # wat doen we daarvoor?
  jobcoaches:
    naam: Jobcoaches inzetten bij werkgevers
    draagt_bij_aan: minder-uitkeringen
    planning: 2027..2028
    stakeholders: {gemeente: eigenaar}
stakeholders:                             # met wie?
  gemeente: Onze gemeente
""",
    en="""\
# A DIN: every line is `key: value`; what stands two spaces deeper belongs to the line above it.
model: my-din
language: en
programme:
  id: my-programme
  name: My programme
goals:                                    # what do we want to reach?
  more-people-at-work:
    name: More people at work
    subgoals:
      fewer-benefits: Fewer people on benefits in 2028   # short: only a name
efforts:                                  # what do we do for it?
  job-coaches:
    name: Send job coaches to employers
    contributes_to: fewer-benefits
    planning: 2027..2028
    stakeholders: {municipality: owner}
stakeholders:                             # with whom?
  municipality: Our municipality
""",
)

_SETTINGS = Text(
    nl="# Instellingen van dit project: welke modellen 'dinkit build' bouwt.\nmodellen: [{name}]\n",
    en="# Settings of this project: which models 'dinkit build' builds.\nmodels: [{name}]\n",
)


@click.command(
    "init", cls=Command, help=say(Text("Schrijf een klein model met uitleg, om mee te beginnen.", "Write a small, commented model to begin with."))
)
@click.argument(
    "path", default="din.yaml", type=click.Path(path_type=Path, readable=False), metavar="[BESTAND]" if interface_language() == "nl" else "[FILE]"
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(["nl", "en"]),
    is_eager=True,
    callback=spoken,
    help=say(Text("Taal van het model.", "Language of the model.")),
)
def COMMAND(path: Path, language: str | None) -> None:  # noqa: N802 - the name by which the catalogue finds a command
    """Write the example, and settings beside it when there are none; never over a file that exists."""
    if os.path.lexists(path):
        raise FailedError(Text(f"'{path}' bestaat al; er is niets geschreven", f"'{path}' exists already; nothing was written"))
    language = language or interface_language()
    write_file(path, getattr(EXAMPLE, language).encode())
    written = [str(path)]
    settings = path.parent / SETTINGS
    if not settings.exists():
        write_file(settings, getattr(_SETTINGS, language).format(name=json.dumps(path.name, ensure_ascii=False)).encode())
        written.append(str(settings))
    names = plain(", ".join(written))
    show(
        say(
            Text(
                f"geschreven: {names}. Verder: dinkit validate, dinkit render -o din.svg",
                f"written: {names}. Next: dinkit validate, dinkit render -o din.svg",
            )
        )
    )
