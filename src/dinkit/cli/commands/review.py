"""dinkit review: say that a contribution was looked at again, now that what it contributes to has changed."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit.checking.review import confirmations, reviews_text, to_review
from dinkit.checking.sharing import Seen, apart, files_of, needless
from dinkit.cli.language import say
from dinkit.cli.models import (
    Chosen,
    chosen_models,
    date_option,
    decisions_of,
    load_chosen,
    model_argument,
    project_models,
    settings_of,
    speech_option,
)
from dinkit.cli.output import FOUND, OK, FailedError, finish, show, write_file
from dinkit.cli.refusals import broken_beside
from dinkit.cli.wording import Command
from dinkit.exporters._plain import plain
from dinkit.finding import Finding, Text
from dinkit.model.dates import ImpreciseDate, parse_date
from dinkit.nearby import nearest_word
from dinkit.network import Network
from dinkit.reading.settings import REVIEWS, Beside, Confirmation, Reviews

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
            "Bevestig bijdragen die nagekeken zijn. 'confirm ID' en 'confirm alles' bevestigen, 'status' noemt wat te herzien is. "
            "Verandert een doel, een streefwaarde of een indicator daarna, dan worden precies de bijdragen daaraan weer te herzien.",
            "Confirm contributions that were looked at. 'confirm ID' and 'confirm all' confirm, 'status' lists what is to be reviewed again. "
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
@speech_option
def COMMAND(action: str, element: str | None, model: Path | None, by: str | None, on: ImpreciseDate | None, at: ImpreciseDate | None) -> None:  # noqa: N802 - the name by which the catalogue finds a command
    """Confirm or list; `status` gives exit code 1 when something is to be reviewed again."""
    if action == "status":
        finish(_status(_chosen(Path(element) if element else model), at))
    else:
        _confirm(model, element, by=by, on=on, at=at)


def _chosen(model: Path | None) -> tuple[Chosen, ...]:
    """Return the model that is meant, else all of the project."""
    return chosen_models((model,) if model else ())


def _status(chosen: tuple[Chosen, ...], at: ImpreciseDate | None) -> int:
    root = chosen[0].root
    reviews, settings = _readable(root), settings_of(root)
    found: list[Finding] = []
    seen: list[Seen] = []
    for network in (load_chosen(one, at).network for one in chosen):
        stands, orphans = apart(list(to_review(network, reviews)), network, settings)
        found += stands
        seen.append(Seen(tuple(orphans), files_of(network)))
    found += needless(seen, settings)
    for said in dict.fromkeys(say(finding.message) for finding in found):  # a part that several models share is told once
        show(plain(said))
    if not found:
        show(say(Text("niets te herzien", "nothing to review again")))
    return FOUND if found else OK


def _confirm(model: Path | None, element: str | None, *, by: str | None, on: ImpreciseDate | None, at: ImpreciseDate | None) -> None:
    if element is None or not (by or "").strip() or by is None or on is None:
        raise FailedError(
            Text(
                "noem wat nagekeken is, door wie en wanneer: dinkit review confirm ID --door FUNCTIE --op DATUM",
                "say what was looked at, by whom and when: dinkit review confirm ID --by FUNCTION --on DATE",
            )
        )
    chosen = _chosen(model)
    root = chosen[0].root
    networks = [load_chosen(one, at).network for one in chosen]
    made = _made(networks, element, by=by, on=on)
    reviews = _readable(root)
    others = [load_chosen(one, at).network for one in project_models(root) if one not in chosen]
    standing = {_key(one) for network in others for one in confirmations(network, None, by=by, on=on)}
    _not_later(on, _having(networks, element))
    _not_earlier(on, made, [one for one in reviews.record.confirmed if _key(one) not in standing])
    write_file(root / REVIEWS, reviews_text(reviews.record, made, standing).encode())
    several = len(made) != 1
    show(
        say(
            Text(
                f"{len(made)} {'bijdragen' if several else 'bijdrage'} bevestigd in {REVIEWS}",
                f"{len(made)} {'contributions' if several else 'contribution'} confirmed in {REVIEWS}",
            )
        )
    )


def _made(networks: list[Network], element: str, *, by: str, on: ImpreciseDate) -> list[Confirmation]:
    """Return what is confirmed now, once for models that say the same."""
    having = _having(networks, element)
    if not having:
        raise _unknown(element, networks)
    found = [one for network in having for one in confirmations(network, None if element in _ALL else element, by=by, on=on)]
    if not found:
        raise FailedError(
            Text(f"'{element}' draagt nergens aan bij en krijgt geen bijdragen", f"'{element}' contributes to nothing and gets no contributions")
        )
    return list({_key(one): one for one in found}.values())


def _having(networks: list[Network], element: str) -> list[Network]:
    return networks if element in _ALL else [network for network in networks if element in network.elements]


def _not_later(on: ImpreciseDate, networks: list[Network]) -> None:
    """Refuse a date that is certainly later than the reference date of every model that the confirmation is about.

    Raises:
        FailedError: it is.
    """
    today = [network.head.reference_date for network in networks]
    known = [date for date in today if isinstance(date, ImpreciseDate)]
    latest = max(known, key=lambda date: date.last, default=None)
    if latest is not None and len(known) == len(today) and on.first > latest.last:
        raise FailedError(
            Text(f"--op: {on.text} is later dan de peildatum ({latest.text})", f"--on: {on.text} is later than the reference date ({latest.text})")
        )


def _not_earlier(on: ImpreciseDate, made: list[Confirmation], before: list[Confirmation]) -> None:
    """Refuse a date that is certainly earlier than that of a confirmation that it would replace.

    Raises:
        FailedError: it is.
    """
    again = {(one.element, one.contributes_to) for one in made}
    for old in before:
        if (old.element, old.contributes_to) in again and isinstance(old.date, ImpreciseDate) and on.last < old.date.first:
            link = f"{old.element} -> {old.contributes_to}"
            raise FailedError(
                Text(
                    f"--op: {on.text} is eerder dan de bevestiging van {link} die er al staat ({old.date.text})",
                    f"--on: {on.text} is earlier than the confirmation of {link} that is there already ({old.date.text})",
                )
            )


def _key(one: Confirmation) -> tuple[str, str, str]:
    return one.element, one.contributes_to, one.fingerprint


def _readable(root: Path) -> Beside[Reviews]:
    """Return what was confirmed before.

    Raises:
        FailedError: that has faults, so that nobody knows.
    """
    reviews = decisions_of(root).reviews
    if reviews is None or reviews.findings:
        raise broken_beside(REVIEWS)
    return reviews


def _unknown(element: str, networks: list[Network]) -> FailedError:
    near = nearest_word(element, [name for network in networks for name in network.elements])
    guess = Text(f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else Text("", "")
    return FailedError(Text(f"er is geen element '{element}'{guess.nl}", f"there is no element '{element}'{guess.en}"))
