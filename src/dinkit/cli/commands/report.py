"""dinkit report: one report for people to read, as Markdown or as a page for a browser or a printer."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit import catalogue
from dinkit.analysis import Options
from dinkit.cli.forms import format_option
from dinkit.cli.gathering import whole_model
from dinkit.cli.language import say
from dinkit.cli.models import EXPORTERS, date_option, language_option, load_for_use, model_argument, output_option, year_option
from dinkit.cli.output import FailedError, show_data, write_output
from dinkit.cli.wording import Command
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.naming import all_named
from dinkit.nearby import nearest_word
from dinkit.publication import PublicationType
from dinkit.report import Report

PUBLICATIONS = "dinkit.publications"

_FORMS = {"md": "publication_md", "html": "publication_html"}


def _by_name() -> dict[str, PublicationType]:
    """Return the sorts of report under their names in both languages."""
    found: list[PublicationType] = [module.PUBLICATION for module in catalogue.members(PUBLICATIONS)]
    return {name: one for one in found for name in dict.fromkeys(one.name)}


@click.command(
    "report",
    cls=Command,
    help=say(
        Text(
            "Schrijf een rapport: verantwoording of voortgang. RAPPORT is verantwoording (de drie vragen van de begrotingscyclus), voortgang of voortgang-raad.",
            "Write a report: accountability or progress. REPORT is accountability (the three questions of the budget cycle), progress or progress-council.",
        )
    ),
)
@click.argument("name", metavar=say(Text("RAPPORT", "REPORT")))
@model_argument
@year_option
@format_option(tuple(_FORMS))
@output_option
@date_option
@language_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command; one argument per option
    name: str,
    model: Path | None,
    year: int | None,
    form: str,
    output: Path | None,
    at: ImpreciseDate | None,
    language: str | None,
) -> None:
    """Make the report and print it, or write it to a file."""
    publication = _publication(name, year)
    chosen = whole_model(model)
    loaded, _ = load_for_use(chosen, at)
    made = publication.run(all_named(loaded.network), Options(year=year))
    report = Report(loaded.network, publication=made, language=language or loaded.network.head.language)
    text = catalogue.member(EXPORTERS, _FORMS[form]).EXPORTER.export(report)
    if output is not None:
        write_output(output, text.encode(), ((chosen.root, loaded.network),))
    else:
        show_data(text)


def _publication(name: str, year: int | None) -> PublicationType:
    known = _by_name()
    if name not in known:
        near = nearest_word(name, known)
        guess = Text(f" Bedoelt u '{near}'?", f" Did you mean '{near}'?") if near else Text("", "")
        raise FailedError(
            Text(
                f"er is geen rapport '{name}'.{guess.nl} Mogelijk: {', '.join(known)}",
                f"there is no report '{name}'.{guess.en} Possible: {', '.join(known)}",
            )
        )
    if year is not None and "year" not in known[name].uses:
        raise FailedError(
            Text(f"het rapport '{name}' kent --jaar niet; gebruik --peildatum", f"the report '{name}' does not take --year; use --reference-date")
        )
    return known[name]
