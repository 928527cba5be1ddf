"""dinkit render: one picture of one model."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit import building, catalogue
from dinkit.analysis import Options as Asked
from dinkit.cli.earlier import fresh_option, given_arrangement, one_of, standing_arrangement
from dinkit.cli.gathering import whole_model
from dinkit.cli.language import say
from dinkit.cli.models import date_option, language_option, load_for_use, model_argument
from dinkit.cli.output import FailedError, progress, show, write_file
from dinkit.cli.refusals import no_picture
from dinkit.cli.wording import Command
from dinkit.drawing import picture
from dinkit.drawing.arrangement import Arrangement
from dinkit.drawing.render import DrawingError
from dinkit.drawing.selection import Options
from dinkit.drawing.timeline.picture import draw_timeline
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.nearby import nearest_word
from dinkit.network import Network

FORMATS = ("svg", "pdf", "png", "dot")
LONGEST = 86400.0
"""Seconds in a day."""


@click.command("render", cls=Command, help=say(Text("Teken het netwerk op één pagina.", "Draw the network on one page.")))
@model_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, readable=False),
    help=say(Text("Het bestand: .svg, .pdf, .png of .dot.", "The file: .svg, .pdf, .png or .dot.")),
)
@click.option(
    "--tijdlijn",
    "--timeline",
    "timeline",
    is_flag=True,
    help=say(Text("Teken de inspanningen als balken in de tijd.", "Draw the efforts as bars over the years.")),
)
@click.option("--focus", metavar="ID", help=say(Text("Alleen dit element en zijn omgeving.", "Only this element and its neighbourhood.")))
@click.option(
    "--depth",
    type=click.IntRange(1, 20),
    default=1,
    show_default=True,
    help=say(Text("Hoe ver de omgeving van --focus reikt.", "How far the neighbourhood of --focus goes.")),
)
@click.option(
    "--goal",
    metavar="ID",
    help=say(Text("Alleen wat aan dit doel bijdraagt, met alle onderdelen.", "Only what contributes to this goal, with all parts.")),
)
@click.option(
    "--direction", type=click.Choice(["LR", "RL", "TB"]), default="LR", show_default=True, help=say(Text("Leesrichting.", "Direction of reading."))
)
@click.option("--with-stakeholders", is_flag=True, help=say(Text("Ook de stakeholders.", "The stakeholders too.")))
@click.option("--size", type=click.Choice(["A0", "A1", "A2", "A3", "A4", "A5"]), help=say(Text("Papier; anders A3.", "Paper; else A3.")))
@click.option(
    "--stable-with",
    metavar=say(Text("BESTAND", "FILE")),
    type=click.Path(path_type=Path, readable=False),
    help=say(
        Text(
            "Laat alles staan zoals in dit beeld: een .svg of .dot van dinkit.", "Let everything stand as in this picture: an .svg or .dot by dinkit."
        )
    ),
)
@fresh_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    default=60.0,
    show_default=True,
    help=say(Text("Zoveel seconden mag het tekenen duren.", "Drawing may take this many seconds.")),
)
@date_option
@language_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command; one argument per option
    model: Path | None,
    output: Path,
    timeline: bool,  # noqa: FBT001 - click hands flags over by name
    focus: str | None,
    depth: int,
    goal: str | None,
    direction: str,
    with_stakeholders: bool,  # noqa: FBT001 - click hands flags over by name
    size: str | None,
    stable_with: Path | None,
    fresh: bool,  # noqa: FBT001 - click hands flags over by name
    timeout: float,
    at: ImpreciseDate | None,
    language: str | None,
) -> None:
    """Draw the picture and write it, whole or not at all."""
    form = output.suffix.lstrip(".").lower()
    if form not in FORMATS:
        raise FailedError(Text(f"'{output}' moet eindigen op .svg, .pdf, .png of .dot", f"'{output}' must end in .svg, .pdf, .png or .dot"))
    if not timeout <= LONGEST:  # "nan" is a number too
        raise FailedError(Text(f"--timeout: hoogstens {LONGEST:g} seconden", f"--timeout: {LONGEST:g} seconds at most"))
    one_of(fresh, stable_with)
    if timeline and (direction != "LR" or with_stakeholders or stable_with):
        raise FailedError(
            Text(
                "bij --tijdlijn horen geen --direction, --with-stakeholders en --stable-with",
                "--timeline takes no --direction, --with-stakeholders or --stable-with",
            )
        )
    loaded, errors = load_for_use(whole_model(model), at)
    network = loaded.network
    _must_exist(network, focus, "--focus")
    _must_exist(network, goal, "--goal", kind="goal")
    options = Options(
        focus=focus,
        depth=depth,
        goal=goal,
        direction=direction,
        with_stakeholders=with_stakeholders,
        size=size,
        language=language or network.head.language,
    )
    try:
        previous = given_arrangement(stable_with, network) if stable_with else standing_arrangement(output, network, fresh=fresh)
        drawn = _drawn(network, options, timeline=timeline, errors=errors, timeout=timeout, previous=previous)
        data = picture.picture_bytes(drawn, form)
    except DrawingError as error:
        raise no_picture(error) from error
    write_file(output, data)
    for note in drawn.notes:
        progress(note)
    show(plain(str(output)))


def _drawn(network: Network, options: Options, *, timeline: bool, errors: int, timeout: float, previous: Arrangement | None) -> picture.Picture:
    if timeline:
        planning = catalogue.member(building.ANALYSES, "planning").ANALYSIS.run(network, Asked())
        return draw_timeline(network, options, planning=planning, errors=errors, timeout=timeout)
    uncovered, loose = building.uncovered_goals(network), building.loose_efforts(network)
    return picture.draw(network, options, uncovered=uncovered, loose=loose, errors=errors, previous=previous, timeout=timeout)


def _must_exist(network: Network, given: str | None, option: str, kind: str | None = None) -> None:
    known = [name for name, element in network.elements.items() if kind in (None, element.kind)]
    if given is None or given in known:
        return
    near = nearest_word(given, known)
    what = Text("doel" if kind else "element", kind or "element")
    guess = Text(f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else Text("", "")
    raise FailedError(
        Text(f"{option}: er is geen {what.nl} met de id '{given}'{guess.nl}", f"{option}: there is no {what.en} with the id '{given}'{guess.en}")
    )
