"""dinkit analyse: one analysis of the catalogue over one model."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit import catalogue
from dinkit.analysis import EVIDENCE, LEVELS, Analysis, Options
from dinkit.cli.facts import deliver, form_option, tell_model
from dinkit.cli.gathering import whole_model
from dinkit.cli.language import say
from dinkit.cli.models import date_option, language_option, load_for_use, model_argument, output_option, year_option
from dinkit.cli.output import FailedError
from dinkit.cli.wording import Command
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.vocabulary import VALUES

ANALYSES = "dinkit.analyses"

_EVIDENCE = {spelling: english for english in EVIDENCE for spelling in (english, VALUES["provenance"][english])}
_LEVELS = {spelling: level for level in LEVELS for spelling in (level, {"effort": "inspanning", "sub_effort": "onderdeel"}[level])}
_NAMES = tuple(name.replace("_", "-") for name in catalogue.names(ANALYSES))


@click.command(
    "analyse",
    cls=Command,
    help=say(Text("Beantwoord een vraag over het netwerk. NAME is een van: ", "Answer a question about the network. NAME is one of: "))
    + ", ".join(_NAMES)
    + ".",
)
@click.argument("name")
@model_argument
@form_option
@click.option(
    "--evidence",
    type=click.Choice(list(_EVIDENCE)),
    help=say(Text("Tel alleen verbanden die minstens zo hard zijn.", "Count only links that are at least this hard.")),
)
@click.option("--level", type=click.Choice(list(_LEVELS)), help=say(Text("Eenheid van tellen.", "Unit of counting.")))
@year_option
@output_option
@date_option
@language_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command
    name: str,
    model: Path | None,
    form: str,
    evidence: str | None,
    level: str | None,
    year: int | None,
    output: Path | None,
    at: ImpreciseDate | None,
    language: str | None,
) -> None:
    """Run the analysis and print its answer, the answer itself in the first sentence."""
    options = Options(_EVIDENCE.get(evidence or ""), _LEVELS.get(level or "", Options().level), year)
    given = {"evidence": evidence, "level": level, "year": year}
    analysis = _analysis(name, tuple(key for key, value in given.items() if value is not None))
    chosen = whole_model(model)
    loaded, _ = load_for_use(chosen, at)
    if model is None:
        tell_model(chosen, loaded.network)
    deliver(analysis.run(loaded.network, options), form, output, ((chosen.root, loaded.network),), language)


def _analysis(name: str, given: tuple[str, ...]) -> Analysis:
    try:
        analysis: Analysis = catalogue.member(ANALYSES, name).ANALYSIS
    except catalogue.UnknownMemberError as error:
        near = Text(f" Bedoelt u '{error.nearest}'?", f" Did you mean '{error.nearest}'?") if error.nearest else Text("", "")
        raise FailedError(
            Text(
                f"er is geen analyse '{name}'.{near.nl} Mogelijk: {', '.join(_NAMES)}",
                f"there is no analysis '{name}'.{near.en} Possible: {', '.join(_NAMES)}",
            )
        ) from error
    for option in given:
        if option not in analysis.uses:
            raise FailedError(Text(f"de analyse '{name}' kent --{option} niet", f"the analysis '{name}' does not take --{option}"))
    return analysis
