"""dinkit explain: what a code means, as its manual tells it."""

from __future__ import annotations

import re
from pathlib import Path

import click

from dinkit.checking.explaining import code_named, explained, nearest_code
from dinkit.checking.explanation import Explanation, Line
from dinkit.checking.run import rule_codes
from dinkit.checking.severities import OFF
from dinkit.cli.language import say
from dinkit.cli.models import language_option
from dinkit.cli.output import FailedError, show
from dinkit.cli.own_rules import OwnRule, own_rules
from dinkit.cli.own_weights import OwnWeights
from dinkit.cli.wording import Command
from dinkit.exporters._explanations import as_text
from dinkit.finding import Severity, Text

_OWN = re.compile(r"(?:DIN)?9[0-9]{2}", re.IGNORECASE)
"""The codes that a project gives."""
_SET = Text("Ernst ingesteld", "Severity set")


@click.command(
    "explain",
    cls=Command,
    help=say(
        Text(
            "Leg uit wat codes betekenen. CODE is een code (DIN107 of 107) of een naam (goal-without-effort): van een regel, "
            "van een fout bij het lezen, of van een regel van het project zelf. De ernst is die van het project en van MODEL.",
            "Explain what codes mean. CODE is a code (DIN107 or 107) or a name (goal-without-effort): of a rule, "
            "of a fault in reading, or of a rule of the project itself. The severity is that of the project and of MODEL.",
        )
    ),
)
@click.argument("words", nargs=-1, metavar="CODE... [MODEL]...")
@language_option
def COMMAND(words: tuple[str, ...], language: str | None) -> None:  # noqa: N802 - the name by which the catalogue finds a command
    """Print the manuals; exit 2 for a code that there is not, with the nearest one."""
    given = [word for word in words if not _is_model(word)]
    models = tuple(Path(word) for word in words if _is_model(word))
    if not given:
        raise FailedError(
            Text("noem een code, zoals in: dinkit explain DIN301 [MODEL]", "name a code, as in: dinkit explain DIN301 [MODEL]"),
        )
    own, weights = own_rules(models), OwnWeights(models)
    told = [text for code in given for text in _told(code, own, weights, language or say(Text("nl", "en")))]
    show("\n".join(dict.fromkeys(told)))


def _is_model(word: str) -> bool:
    """Say whether a word is the name of a file: it may stand anywhere behind the codes, and a code has no dot or slash."""
    return code_named(word) is None and (any(sign in word for sign in "./\\") or Path(word).exists())


def _told(given: str, own: list[OwnRule], weights: OwnWeights, language: str) -> list[str]:
    """Return the explanations of a code; two models may have different rules of one code.

    Raises:
        FailedError: there is no such code.
    """
    code = code_named(given, [one.rule.code for one in own])
    if code is None:
        raise _unknown(given, own)
    mine = [one for one in own if one.rule.code == code]
    if mine:
        return [_of_project(one, weights, language) for one in mine]
    known = explained(code)
    return [as_text(_weighed(known, weights) if code in rule_codes() else known, language)] if known else []


def _weighed(one: Explanation, weights: OwnWeights) -> Explanation:
    """Return an explanation with the severity that counts here, and a line on who set it."""
    weight = weights.of(one.code, one.severity)
    lines = (Line(_SET, weight.told),) if weight.told.nl else ()
    return one._replace(severity=None if weight.severity == OFF else Severity(weight.severity), lines=(*one.lines, *lines))


def _of_project(one: OwnRule, weights: OwnWeights, language: str) -> str:
    """Return the explanation of a rule of the project, with its place."""
    explanation = explained(one.rule.code, {one.rule.code: one.rule})
    place = Text(f"Staat in {one.file}:{one.line}.", f"Stands in {one.file}:{one.line}.")
    told = as_text(_weighed(explanation, weights), language) if explanation else ""
    return f"{told}\n{place.nl if language == 'nl' else place.en}\n"


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
