"""dinkit review: say that a contribution was looked at again, now that what it contributes to has changed."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit.checking.baseline import is_read_whole
from dinkit.checking.review import confirmations, of_nothing, reviews_text
from dinkit.checking.run import judge
from dinkit.checking.sharing import Seen, files_of, needless
from dinkit.cli.gathering import whole_models
from dinkit.cli.language import say
from dinkit.cli.models import (
    ALL_MODELS,
    Chosen,
    date_option,
    decisions_of,
    given_date,
    load_chosen,
    one_model_argument,
    project_models,
    speech_option,
)
from dinkit.cli.output import FOUND, OK, FailedError, finish, show, write_file
from dinkit.cli.places import placed, shown_for
from dinkit.cli.refusals import broken_beside, unread
from dinkit.cli.wording import Command
from dinkit.exporters._plain import plain
from dinkit.finding import Finding, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.nearby import nearest_word
from dinkit.network import Network
from dinkit.reading.settings import REVIEWS, Beside, Confirmation, Reviews

_ALL = ("alles", "all")
_MORE = Text("er kan meer te herzien zijn", "there may be more to review again")
_UNSURE = Text("wat er te bevestigen is, is niet te zeggen", "what there is to confirm cannot be told")
_CODES = ("DIN045", "DIN049")
"""What is to be reviewed again, and what was confirmed of nothing."""


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
@one_model_argument(ALL_MODELS)
@click.option(
    "--door",
    "--by",
    "by",
    metavar=say(Text("FUNCTIE", "FUNCTION")),
    help=say(Text("Wie het nakeek: een functie, geen naam.", "Who looked: a function, no name.")),
)
@click.option("--op", "--on", "on", metavar=say(Text("DATUM", "DATE")), callback=given_date, help=say(Text("Wanneer.", "When.")))
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
    return whole_models((model,) if model else ())


def _status(chosen: tuple[Chosen, ...], at: ImpreciseDate | None) -> int:
    root = chosen[0].root
    reviews, decisions = _readable(root), decisions_of(root)
    found: list[Finding] = []
    seen: list[Seen] = []
    networks: list[Network] = []
    for one in chosen:
        loaded, shown = load_chosen(one, at), shown_for(one)
        judged = judge(loaded, decisions)
        found += [placed(finding, shown) if shown else finding for finding in judged.each if finding.code in _CODES]
        seen.append(Seen(judged.unneeded, files_of(loaded.network)))
        networks.append(loaded.network)
    found += [finding for finding in needless(seen, decisions.settings) if finding.code in _CODES]
    for line in dict.fromkeys(map(_line, found)):  # a part that several models share is told once
        show(line)
    partly = [one.path for one, network in zip(chosen, networks, strict=True) if not is_read_whole(network)]
    if partly:
        raise unread(partly, _MORE)
    if not found:
        show(say(_nothing(networks, reviews.record)))
    return FOUND if found else OK


def _line(finding: Finding) -> str:
    place, hint = finding.location, finding.hint
    told = f"{place.file}:{place.span.line}: {plain(say(finding.message))}"
    return f"{told}\n    hint: {plain(say(hint))}" if hint else told


def _nothing(networks: list[Network], reviews: Reviews) -> Text:
    """Return that nothing is to be reviewed again, and how many contributions nobody confirmed yet: of those a change is never heard."""
    there = {(relation.source, relation.target) for network in networks for relation in network.related("contributes_to")}
    new = len(there - {(one.element, one.contributes_to) for one in reviews.confirmed})
    if not new:
        return Text("niets te herzien", "nothing to review again")
    begin = Text(
        "begin met 'dinkit review confirm alles --door FUNCTIE --op DATUM'", "begin with 'dinkit review confirm all --by FUNCTION --on DATE'"
    )
    return Text(
        f"niets te herzien, maar {new} van de {len(there)} bijdragen {'is' if new == 1 else 'zijn'} nog nooit bevestigd; {begin.nl}",
        f"nothing to review again, but {new} of {len(there)} contributions {'was' if new == 1 else 'were'} never confirmed; {begin.en}",
    )


def _confirm(model: Path | None, element: str | None, *, by: str | None, on: ImpreciseDate | None, at: ImpreciseDate | None) -> None:
    if element is None or not (by or "").strip() or by is None or on is None:
        raise FailedError(
            Text(
                "noem wat nagekeken is, door wie en wanneer: dinkit review confirm ID --door FUNCTIE --op DATUM",
                "say what was looked at, by whom and when: dinkit review confirm ID --by FUNCTION --on DATE",
            )
        )
    _no_second_id(model)
    chosen = _chosen(model)
    root = chosen[0].root
    networks = [load_chosen(one, at).network for one in chosen]
    partly = [one.path for one, network in zip(chosen, networks, strict=True) if not network.complete]
    if partly:
        raise unread(partly, _UNSURE)
    made = _made(networks, element, by=by, on=on)
    reviews = _readable(root)
    project = project_models(root)
    others = [load_chosen(one, at).network for one in project if one not in chosen]
    standing = {_key(one) for network in others for one in confirmations(network, None, by=by, on=on)}
    _not_later(on, _having(networks, element))
    _not_earlier(on, made, [one for one in reviews.record.confirmed if _key(one) not in standing])
    gone = of_nothing([*networks, *others], reviews.record) if project and element in _ALL else frozenset[tuple[str, str, str]]()
    write_file(root / REVIEWS, reviews_text(reviews.record, made, standing, gone).encode())
    show(say(_told(len(made), len(gone))))


def _no_second_id(model: Path | None) -> None:
    """Refuse a word behind the id that is no file.

    Raises:
        FailedError: it is most likely a second id.
    """
    if model is not None and not model.suffix and not model.exists():
        raise FailedError(
            Text(
                f"'{model}' is geen model; bevestig een id per keer, of met 'alles' alle bijdragen",
                f"'{model}' is no model; confirm one id at a time, or all contributions with 'all'",
            )
        )


def _told(made: int, gone: int) -> Text:
    """Return what was confirmed, and what was taken out."""
    out = Text("", "")
    if gone:
        out = Text(
            f"; {gone} {'bevestigingen die bij niets meer hoorden, zijn' if gone > 1 else 'bevestiging die bij niets meer hoorde, is'} weggehaald",
            f"; {gone} {'confirmations that belonged' if gone > 1 else 'confirmation that belonged'} to nothing any more taken out",
        )
    return Text(
        f"{made} {'bijdragen' if made != 1 else 'bijdrage'} bevestigd in {REVIEWS}{out.nl}",
        f"{made} {'contributions' if made != 1 else 'contribution'} confirmed in {REVIEWS}{out.en}",
    )


def _made(networks: list[Network], element: str, *, by: str, on: ImpreciseDate) -> list[Confirmation]:
    """Return what is confirmed now, once for models that say the same."""
    having = _having(networks, element)
    if not having:
        raise _unknown(element, networks)
    found = [one for network in having for one in confirmations(network, None if element in _ALL else element, by=by, on=on)]
    if not found and element in _ALL:
        raise FailedError(Text("er zijn geen bijdragen om te bevestigen", "there are no contributions to confirm"))
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
            Text(
                f"--op: {on.text} is later dan de peildatum ({latest.text}); geef ook --peildatum {on.text}, of zet de peildatum van het model later",
                f"--on: {on.text} is later than the reference date ({latest.text}); add --reference-date {on.text}, or make that date of the model later",
            )
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
    near = nearest_word(element.lower(), [name for network in networks for name in network.elements] + [say(Text(*_ALL))])
    every = Text("; met 'alles' bevestigt u alle bijdragen", "; 'all' confirms all contributions")
    guess = Text(f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else every
    return FailedError(Text(f"er is geen element '{element}'{guess.nl}", f"there is no element '{element}'{guess.en}"))
