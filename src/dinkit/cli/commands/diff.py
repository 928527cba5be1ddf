"""dinkit diff: what two versions of a model say differently, and what follows from it."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit import catalogue
from dinkit.cli.forms import form_of
from dinkit.cli.language import say
from dinkit.cli.models import EXPORTERS, date_option, language_option, output_option
from dinkit.cli.output import FOUND, OK, FailedError, finish, show, show_data, spare, write_file
from dinkit.cli.pictured import asked_picture, picture_options, to_draw, write_picture
from dinkit.cli.refusals import no_revision
from dinkit.cli.sides import Compared, comparisons
from dinkit.cli.versions import asked
from dinkit.cli.wording import Command
from dinkit.comparing.difference import is_empty
from dinkit.consequences.codes import CODES
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.nearby import nearest_word
from dinkit.report import Report
from dinkit.revision import GitError

_FORMS = ("text", "json", "md", "html")
_ANY = Text("wijziging", "change")
_GATES = {name: code for code, one in CODES.items() for name in one.gate} | dict.fromkeys(_ANY, "")
"""What users type after --fail-on -> the code of a consequence; nothing for any change at all."""


def _gates(context: click.Context, option: click.Parameter, given: str | None) -> frozenset[str]:
    del context, option
    names = [name.strip() for name in (given or "").split(",") if name.strip()]
    for name in names:
        if name not in _GATES:
            raise FailedError(_unknown_gate(name))
    return frozenset(_GATES[name] for name in names)


def _unknown_gate(name: str) -> Text:
    near = nearest_word(name, _GATES)
    guess = Text(f" Bedoelt u '{near}'?", f" Did you mean '{near}'?") if near else Text("", "")
    known = [_ANY, *(one.gate for one in CODES.values())]
    return Text(
        f"--fail-on kent '{name}' niet.{guess.nl} Mogelijk: {', '.join(one.nl for one in known)}",
        f"--fail-on does not know '{name}'.{guess.en} Possible: {', '.join(one.en for one in known)}",
    )


@click.command(
    "diff",
    cls=Command,
    help=say(
        Text(
            "Zeg wat er in een model verandert en wat daaruit volgt. OUD en NIEUW zijn modelbestanden, mappen of git-revisies "
            "(HEAD~1, een tag, main..tak als één woord; met drie punten vanaf waar ze uiteengingen); zonder NIEUW: de werkmap, zonder OUD: HEAD. "
            "Volgorde, opmerkingen, aanhalingstekens en in welk bestand iets staat, zijn geen verschil.",
            "Say what changes in a model and what follows from it. OLD and NEW are model files, folders or git revisions "
            "(HEAD~1, a tag, main..side as one word; with three dots from where they parted); without NEW: the working tree, without OLD: HEAD. "
            "Order, comments, quotes and the file that something stands in make no difference.",
        )
    ),
    epilog=say(
        Text(
            "Afsluitcode: 0; 1 als iets van --fail-on voorkomt, of niet te bepalen is omdat de nieuwe versie ontbreekt of niet te lezen is; 2 bij een verkeerde aanroep of een revisie of bestand dat ontbreekt.",
            "Exit code: 0; 1 when something of --fail-on occurs, or cannot be told because the new version is missing or cannot be read; 2 for a wrong call or a revision or file that is missing.",
        )
    ),
)
@click.argument("given", nargs=-1, metavar=say(Text("[OUD] [NIEUW] [MODEL]", "[OLD] [NEW] [MODEL]")))
@click.option("--format", "form", type=click.Choice(_FORMS), help=say(Text("Vorm; anders volgens -o, anders text.", "Form; else by -o, else text.")))
@output_option
@click.option(
    "--fail-on",
    "gates",
    metavar=say(Text("SOORT,...", "SORT,...")),
    callback=_gates,
    help=say(
        Text(
            f"Afsluitcode 1 als dit voorkomt: {', '.join([_ANY.nl, *(one.gate.nl for one in CODES.values())])}. De Engelse namen mogen ook (lost-cover).",
            f"Exit code 1 when this occurs: {', '.join([_ANY.en, *(one.gate.en for one in CODES.values())])}. The Dutch names do too (dekking-verloren).",
        )
    ),
)
@picture_options
@date_option
@language_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command; one argument per option
    given: tuple[str, ...],
    form: str | None,
    output: Path | None,
    gates: frozenset[str],
    picture: bool,  # noqa: FBT001 - click hands flags over by name
    whole: bool,  # noqa: FBT001 - click hands flags over by name
    size: str | None,
    stable_with: Path | None,
    at: ImpreciseDate | None,
    language: str | None,
) -> None:
    """Compare the versions of every model that is meant, and print or draw what differs."""
    drawn = asked_picture(output, form, picture=picture, whole=whole, size=size, stable_with=stable_with)
    chosen = form or (form_of(output, _FORMS) if output and not drawn else "text")
    try:
        found = list(comparisons(asked(given), at))
    except GitError as error:
        raise no_revision(error) from error
    spoken = language or next((one.comparison.now.network.head.language for one in found if one.comparison.now.exists), "nl")
    if drawn is not None:
        _spare(drawn.output, found)
        write_picture(to_draw(found), drawn, spoken)
        finish(FOUND if any(_stops(one, gates) for one in found) else OK)
    text: str = catalogue.member(EXPORTERS, f"difference_{chosen}").EXPORTER.export(
        Report(comparisons=tuple(one.comparison for one in found), language=spoken)
    )
    if output is None:
        (show if chosen == "text" else show_data)(text)
    else:
        _spare(output, found)
        write_file(output, text.encode())
    finish(FOUND if any(_stops(one, gates) for one in found) else OK)


def _stops(one: Compared, gates: frozenset[str]) -> bool:
    """Say whether a comparison has something for which the command is to fail; it has when that cannot be told of the new version."""
    if not gates:
        return False
    codes = {told.code for told in one.comparison.consequences}
    now = one.comparison.now
    return not codes.isdisjoint(gates) or ("" in gates and not is_empty(one.comparison.difference)) or not (now.exists and now.network.complete)


def _spare(output: Path, found: list[Compared]) -> None:
    """Refuse to write over a file of one of the models."""
    for one in found:
        for side in (one.comparison.then, one.comparison.now):
            if one.root is not None:
                spare(output, one.root, side.network)
