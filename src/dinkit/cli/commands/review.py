"""dinkit review: say that a contribution was looked at again, now that what it contributes to has changed."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit.checking.review import confirmations, reviews_text, to_review
from dinkit.cli.language import say
from dinkit.cli.models import Chosen, chosen_model, date_option, decisions_of, load_chosen, model_argument
from dinkit.cli.output import FOUND, OK, FailedError, finish, show, write_file
from dinkit.cli.wording import Command
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate, parse_date
from dinkit.network import Network
from dinkit.reading.settings import REVIEWS

_ALL = ("alles", "all")


def _date(context: click.Context, option: click.Parameter, given: str | None) -> ImpreciseDate | None:
    del context, option
    try:
        return parse_date(given) if given is not None else None
    except ValueError as error:
        raise FailedError(Text(f"--op: '{given}' is geen datum; schrijf 2020-06-30", f"--on: '{given}' is no date; write 2020-06-30")) from error


@click.command(
    "review",
    cls=Command,
    help=say(
        Text(
            "Bevestig bijdragen die nagekeken zijn (confirm ID of confirm alles), of noem wat te herzien is (status). "
            "Verandert een doel, een streefwaarde of een indicator daarna, dan worden precies de bijdragen daaraan weer te herzien.",
            "Confirm contributions that were looked at (confirm ID or confirm all), or list what is to be reviewed again (status). "
            "When a goal, a target or an indicator changes after that, exactly the contributions to it are to be reviewed again.",
        )
    ),
)
@click.argument("action", type=click.Choice(("confirm", "status")))
@click.argument("element", required=False, metavar="[ID]")
@model_argument
@click.option(
    "--door",
    "--by",
    "by",
    metavar=say(Text("FUNCTIE", "FUNCTION")),
    help=say(Text("Wie het nakeek: een functie, geen naam.", "Who looked: a function, no name.")),
)
@click.option("--op", "--on", "on", metavar=say(Text("DATUM", "DATE")), callback=_date, help=say(Text("Wanneer.", "When.")))
@date_option
def COMMAND(action: str, element: str | None, model: Path | None, by: str | None, on: ImpreciseDate | None, at: ImpreciseDate | None) -> None:  # noqa: N802 - the name by which the catalogue finds a command
    """Confirm or list; `status` gives exit code 1 when something is to be reviewed again."""
    if action == "status":
        finish(_status(chosen_model(Path(element) if element else model), at))
    else:
        _confirm(chosen_model(model), element, by=by, on=on, at=at)


def _status(chosen: Chosen, at: ImpreciseDate | None) -> int:
    network = load_chosen(chosen, at).network
    found = list(to_review(network, decisions_of(chosen.root).reviews))
    for finding in found:
        show(plain(say(finding.message)))
    if not found:
        show(say(Text("niets te herzien", "nothing to review again")))
    return FOUND if found else OK


def _confirm(chosen: Chosen, element: str | None, *, by: str | None, on: ImpreciseDate | None, at: ImpreciseDate | None) -> None:
    if element is None or by is None or on is None:
        raise FailedError(
            Text(
                "noem wat nagekeken is, door wie en wanneer: dinkit review confirm ID --door FUNCTIE --op DATUM",
                "say what was looked at, by whom and when: dinkit review confirm ID --by FUNCTION --on DATE",
            )
        )
    network = load_chosen(chosen, at).network
    made = confirmations(network, None if element in _ALL else _known(network, element), by=by, on=on)
    if not made:
        raise FailedError(
            Text(f"'{element}' draagt nergens aan bij en krijgt geen bijdragen", f"'{element}' contributes to nothing and gets no contributions")
        )
    reviews = decisions_of(chosen.root).reviews
    if reviews is None or reviews.findings:
        raise FailedError(Text(f"{REVIEWS} heeft fouten; zie dinkit validate", f"{REVIEWS} has faults; see dinkit validate"))
    write_file(chosen.root / REVIEWS, reviews_text(reviews.record, made).encode())
    show(say(Text(f"{len(made)} bijdrage(n) bevestigd in {REVIEWS}", f"{len(made)} contribution(s) confirmed in {REVIEWS}")))


def _known(network: Network, element: str) -> str:
    if element in network.elements:
        return element
    from difflib import get_close_matches  # noqa: PLC0415 - only for a wrong call

    near = get_close_matches(element, network.elements, n=1)
    guess = Text(f"; bedoelt u '{near[0]}'?", f"; did you mean '{near[0]}'?") if near else Text("", "")
    raise FailedError(Text(f"er is geen element '{element}'{guess.nl}", f"there is no element '{element}'{guess.en}"))
