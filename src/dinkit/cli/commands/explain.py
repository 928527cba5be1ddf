"""dinkit explain: what a code means, as its manual tells it."""

from __future__ import annotations

import re
from pathlib import Path

import click

from dinkit.checking.explaining import code_named, explained, nearest_code
from dinkit.cli.language import say
from dinkit.cli.models import chosen_models, language_option
from dinkit.cli.output import FailedError, show
from dinkit.cli.own_rules import OwnRule, own_rules
from dinkit.cli.wording import Command
from dinkit.exporters._explanations import as_text
from dinkit.finding import Text

_OWN = re.compile(r"(?:DIN)?9[0-9]{2}", re.IGNORECASE)
"""The codes that a project gives."""


@click.command(
    "explain",
    cls=Command,
    help=say(
        Text(
            "Leg uit wat een code betekent. CODE is een code (DIN107 of 107) of een naam (goal-without-effort): van een regel, "
            "van een fout bij het lezen, of van een regel van het project zelf.",
            "Explain what a code means. CODE is a code (DIN107 or 107) or a name (goal-without-effort): of a rule, "
            "of a fault in reading, or of a rule of the project itself.",
        )
    ),
)
@click.argument("code", metavar="CODE")
@click.argument("models", nargs=-1, type=click.Path(path_type=Path, readable=False), metavar="[MODEL]...")
@language_option
def COMMAND(code: str, models: tuple[Path, ...], language: str | None) -> None:  # noqa: N802 - the name by which the catalogue finds a command
    """Print the manual; exit 2 for a code that there is not, with the nearest one."""
    spoken = language or say(Text("nl", "en"))
    if models:
        chosen_models(models)  # a second code, say, is no model, and is not to be passed over
    name = code_named(code)
    if name is not None:
        known = explained(name)
        show(as_text(known, spoken) if known else "")
        return
    own = own_rules(models)
    mine = [one for one in own if one.rule.code == code_named(code, [one.rule.code])]
    if not mine:
        raise _unknown(code, own)
    show("\n".join(_told(one, spoken) for one in mine))


def _told(one: OwnRule, language: str) -> str:
    """Return the explanation of a rule of the project, with its place; two models may have different rules of one code."""
    explanation = explained(one.rule.code, {one.rule.code: one.rule})
    place = Text(f"Staat in {one.file}:{one.line}.", f"Stands in {one.file}:{one.line}.")
    return f"{as_text(explanation, language) if explanation else ''}\n{place.nl if language == 'nl' else place.en}\n"


def _unknown(code: str, own: list[OwnRule]) -> FailedError:
    if _OWN.fullmatch(code.strip()):
        return FailedError(
            Text(
                f"dit project heeft geen regel '{code}'; eigen regels staan in dinkit.yaml of een model onder 'projectregels'",
                f"this project has no rule '{code}'; rules of its own stand in dinkit.yaml or a model below 'project_rules'",
            )
        )
    near = nearest_code(code, [one.rule.code for one in own])
    guess = Text(f"bedoelt u '{near}'? ", f"did you mean '{near}'? ") if near else Text("", "")
    return FailedError(
        Text(
            f"er is geen code '{code}'; {guess.nl}'dinkit rules' noemt alle regels",
            f"there is no code '{code}'; {guess.en}'dinkit rules' lists all rules",
        )
    )
