"""The options of `dinkit diff --picture`, and the picture that they ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from dinkit.cli.language import say
from dinkit.cli.output import FailedError, progress, show, write_file
from dinkit.cli.refusals import no_picture
from dinkit.cli.sides import Compared
from dinkit.comparing.difference import is_empty
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.network import Network

if TYPE_CHECKING:
    from dinkit.drawing.arrangement import Arrangement

FORMS = ("svg", "png", "pdf", "html", "dot")
_DRAWN = (".svg", ".png", ".pdf", ".dot")
"""Suffixes that no text has."""


class Asked(NamedTuple):
    """How a change is to be drawn."""

    output: Path
    form: str
    whole: bool
    size: str | None
    stable_with: Path | None


_OPTIONS = (
    click.option(
        "--beeld",
        "--picture",
        "picture",
        is_flag=True,
        help=say(
            Text(
                "Teken het verschil: schrijf met -o een .svg, .png, .pdf of .dot, of een .html met Oud, Nieuw en Verschil.",
                "Draw the difference: write with -o an .svg, .png, .pdf or .dot, or an .html with Old, New and Difference.",
            )
        ),
    ),
    click.option(
        "--geheel",
        "--whole",
        "whole",
        is_flag=True,
        help=say(
            Text(
                "Met --picture: teken ook wat niet gewijzigd is; anders wat gewijzigd is met wat ernaast staat.",
                "With --picture: draw also what did not change; else what changed with what stands beside it.",
            )
        ),
    ),
    click.option(
        "--size",
        type=click.Choice(["A0", "A1", "A2", "A3", "A4", "A5"]),
        help=say(Text("Met --picture: papier; anders A3.", "With --picture: paper; else A3.")),
    ),
    click.option(
        "--stable-with",
        metavar=say(Text("BESTAND", "FILE")),
        type=click.Path(path_type=Path, readable=False),
        help=say(
            Text(
                "Met --picture: laat alles staan zoals in dit beeld, een .svg of .dot van dinkit; anders zoals in exports/, of in een beeld van OUD.",
                "With --picture: let everything stand as in this picture, an .svg or .dot by dinkit; else as in exports/, or in a picture of OLD.",
            )
        ),
    ),
)


def picture_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for drawing."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def asked_picture(output: Path | None, form: str | None, *, picture: bool, whole: bool, size: str | None, stable_with: Path | None) -> Asked | None:
    """Return how the change is to be drawn; None where it is not.

    Raises:
        FailedError: the options contradict each other.
    """
    if not picture:
        given = "--whole" if whole else "--size" if size else "--stable-with" if stable_with else ""
        if given:
            raise FailedError(Text(f"{given} hoort bij --picture", f"{given} goes with --picture"))
        if output is not None and form is None and output.suffix.lower() in _DRAWN:
            raise FailedError(Text(f"'{output}' is een beeld; teken het met --picture", f"'{output}' is a picture; draw it with --picture"))
        return None
    if form is not None:
        raise FailedError(
            Text("--picture en --format gaan niet samen; -o bepaalt de vorm", "--picture and --format do not go together; -o gives the form")
        )
    if output is None:
        raise FailedError(
            Text(
                "--picture schrijft een bestand, niet naar de standaarduitvoer; noem het met -o, zoals -o verschil.svg",
                "--picture writes a file, not to standard output; name it with -o, as in -o change.svg",
            )
        )
    kind = output.suffix.lstrip(".").lower()
    if kind not in FORMS:
        raise FailedError(
            Text(
                f"'{output}' moet met --picture eindigen op .svg, .png, .pdf, .html of .dot",
                f"'{output}' must end in .svg, .png, .pdf, .html or .dot with --picture",
            )
        )
    return Asked(output, kind, whole, size, stable_with)


def to_draw(found: list[Compared]) -> Compared:
    """Return the one comparison to draw: the only one, or the only one in which something differs.

    Raises:
        FailedError: several models differ.
    """
    differing = [one for one in found if not is_empty(one.comparison.difference)]
    if len(differing) > 1:
        names = ", ".join(plain(one.comparison.model) for one in differing)
        raise FailedError(
            Text(f"een beeld toont één model, en hier verschillen er {len(differing)}; noem er een: {names}",
                 f"a picture shows one model, and {len(differing)} differ here; name one: {names}")
        )  # fmt: skip
    return (differing or found)[0]


def write_picture(one: Compared, asked: Asked, language: str) -> None:
    """Draw a comparison and write it, whole or not at all.

    Raises:
        FailedError: the picture cannot be made or written.
    """
    # Drawing takes long to import, and most calls draw nothing.
    from dinkit.cli.earlier import given_arrangement  # noqa: PLC0415
    from dinkit.drawing.change.picture import draw_change  # noqa: PLC0415
    from dinkit.drawing.change.webpage import page_bytes  # noqa: PLC0415
    from dinkit.drawing.picture import picture_bytes  # noqa: PLC0415
    from dinkit.drawing.render import DrawingError  # noqa: PLC0415
    from dinkit.exporters._difference_told import settings_told, told_changes  # noqa: PLC0415

    side = one.comparison.now if one.comparison.now.exists else one.comparison.then
    previous = given_arrangement(asked.stable_with, side.network) if asked.stable_with else _standing(one, side.network)
    told = told_changes(one.comparison, language)
    settings = len(settings_told(one.comparison, language))
    try:
        made = draw_change(one.comparison, told, settings=settings, whole=asked.whole, size=asked.size, language=language, previous=previous)
        data = page_bytes(made) if asked.form == "html" else picture_bytes(made.change, asked.form)
    except DrawingError as error:
        raise no_picture(error) from error
    write_file(asked.output, data)
    for note in made.change.notes:
        progress(note)
    show(plain(str(asked.output)))


def _standing(one: Compared, network: Network) -> Arrangement | None:
    """Return how the model is arranged in the pictures that stand in exports/: of a project as `dinkit build` makes it; None where there are none."""
    from dinkit.cli.earlier import standing_arrangement  # noqa: PLC0415

    if one.root is None:
        return None
    sides = (one.comparison.then.network, one.comparison.now.network)
    folders = [one.root / "exports" / side.head.model for side in sides if side.head.model] + [one.root / "exports"]
    known = {name for side in sides for name in side.elements}
    for folder in folders:
        found = standing_arrangement(folder / "din.svg", network, fresh=False)
        ids = [name for column in found.order.values() for name in column] if found else []
        if found and 2 * len(known.intersection(ids)) > len(ids):
            return found
    return None
