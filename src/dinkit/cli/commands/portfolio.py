"""dinkit portfolio: several models beside each other."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit.cli.facts import deliver, form_option
from dinkit.cli.gathering import each_model
from dinkit.cli.language import say
from dinkit.cli.models import Chosen, date_option, language_option, load_for_use, models_argument, output_option
from dinkit.cli.output import FOUND, OK, FailedError, complain, finish
from dinkit.cli.wording import Command
from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.network import Network
from dinkit.portfolio.members import Member
from dinkit.portfolio.overview import portfolio


@click.command(
    "portfolio",
    cls=Command,
    help=say(
        Text(
            "Zet programma's naast elkaar en toon wat zij delen. Het noemt aantallen, gedeelde stakeholders en inspanningen, en onderlinge verbanden.",
            "Put programmes beside each other and show what they share. It tells numbers, shared stakeholders and efforts, and relations between them.",
        )
    ),
)
@models_argument
@form_option
@output_option
@date_option
@language_option
def COMMAND(models: tuple[Path, ...], form: str, output: Path | None, at: ImpreciseDate | None, language: str | None) -> None:  # noqa: N802 - the name by which the catalogue finds a command
    """Load all models and print what they share; exit 1 when one of them could not be read."""
    members: list[Member] = []
    read: list[tuple[Path, Network]] = []
    for name, chosen in each_model(models):
        member = _member(name, chosen, at)
        members.append(member)
        if member.network is None:
            complain(say(member.why) if member.why else name)
        elif isinstance(chosen, Chosen):
            read.append((chosen.root, member.network))
    deliver(portfolio(members), form, output, tuple(read), language)
    finish(OK if len(read) == len(members) else FOUND)


def _member(name: str, chosen: Chosen | FailedError, at: ImpreciseDate | None) -> Member:
    if isinstance(chosen, FailedError):
        return Member(name, None, why=Text(chosen.message, chosen.message))
    try:
        loaded, errors = load_for_use(chosen, at)
    except FailedError as error:
        return Member(name, None, why=Text(error.message, error.message))
    if errors and not loaded.network.elements:
        first = next(finding for finding in loaded.findings if finding.severity is Severity.ERROR)
        place = f"{first.location.file}:{first.location.span.line}:{first.location.span.column}"
        return Member(name, None, errors, Text(f"{place}: {first.message.nl}", f"{place}: {first.message.en}"))
    return Member(name, loaded.network, errors)
