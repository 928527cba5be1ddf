"""dinkit merge: merge three versions of a file by element and field, as git's merge driver or by hand; and look at the whole afterwards."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from dinkit.cli.language import say
from dinkit.cli.merged import check_merged
from dinkit.cli.models import DASH, speech_option
from dinkit.cli.output import FOUND, OK, FailedError, finish, progress, show_bytes, write_file
from dinkit.cli.refusals import given_bytes, why_not
from dinkit.cli.wording import Command
from dinkit.finding import Text
from dinkit.gitsettings import merge_texts, shows_base
from dinkit.merging.pieces import MARKER_SIZE, Labels
from dinkit.merging.run import Merged, NotUnderstoodError, merge
from dinkit.merging.words import told
from dinkit.revision import GitError

_TO_DO = Text(
    "laat in het bestand bij elk conflict staan wat moet blijven, haal de regels met <<<<<<<, ======= en >>>>>>> weg, en kijk daarna met "
    "'dinkit merge --check' of het geheel klopt",
    "leave in the file what has to stay of each conflict, take the lines with <<<<<<<, ======= and >>>>>>> away, and see with "
    "'dinkit merge --check' afterwards whether the whole is right",
)

_NOT_CHECKING = {"output": "-o", "name": "--path", "size": "--marker-size", "labels": "-L", "with_base": "--diff3"}
"""What only merging uses, and checking would leave aside in silence."""

_MOST_TOLD = 50
"""More lines than this about one file nobody reads; the markers in the file hold every conflict."""


@click.command(
    "merge",
    cls=Command,
    help=say(
        Text(
            "Voeg drie versies van een bestand samen, per element en veld. BASIS is waar beide kanten van uitgingen, ONZE krijgt wat HUN veranderde. "
            "Opmerkingen, volgorde en opmaak van ONZE blijven. Wat niet allebei kan, staat daarna tussen conflictmarkeringen. "
            "'dinkit git-setup' laat git dit zelf doen. Met --check: zeg wat alleen het geheel van een samengevoegd MODEL laat zien.",
            "Merge three versions of a file by element and field. BASE is what both sides began with, OURS gets what THEIRS changed. "
            "Comments, order and layout of OURS stay. What cannot be both stands between conflict markers afterwards. "
            "'dinkit git-setup' lets git do this itself. With --check: say what only the whole of a merged MODEL shows.",
        )
    ),
)
@click.argument(
    "files",
    nargs=-1,
    type=click.Path(path_type=Path, readable=False),
    metavar=say(Text("BASIS ONZE HUN | --check [MODEL]...", "BASE OURS THEIRS | --check [MODEL]...")),
)
@click.option("--check", is_flag=True, help=say(Text("Bekijk na het samenvoegen het hele model.", "Look at the whole model after a merge.")))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    help=say(Text("Schrijf hierheen (- is de standaarduitvoer); anders over ONZE.", "Write here (- is standard output); else over OURS.")),
)
@click.option("--path", "name", help=say(Text("Hoe het bestand in meldingen heet.", "What the file is called in messages.")))
@click.option(
    "--marker-size",
    "size",
    type=click.IntRange(1, 200),
    default=MARKER_SIZE,
    show_default=True,
    help=say(Text("Aantal tekens van een conflictmarkering.", "Number of signs of a conflict marker.")),
)
@click.option(
    "-L",
    "labels",
    multiple=True,
    metavar=say(Text("NAAM", "NAME")),
    help=say(Text("Hoe de kanten heten: onze, basis, hun.", "What the sides are called: ours, base, theirs.")),
)
@click.option(
    "--diff3",
    "with_base",
    is_flag=True,
    help=say(
        Text(
            "Toon in een conflict ook wat er eerst stond; anders beslist merge.conflictStyle van git.",
            "Show in a conflict what was there too; else merge.conflictStyle of git decides.",
        )
    ),
)
@speech_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command; one argument per option
    files: tuple[Path, ...],
    check: bool,  # noqa: FBT001 - click hands flags over by name
    output: Path | None,
    name: str | None,
    size: int,
    labels: tuple[str, ...],
    with_base: bool,  # noqa: FBT001
) -> None:
    """Merge three files and end with 1 when a conflict is left; or look at merged models and end with 1 when something is wrong."""
    if check:
        _refuse_beside_check(click.get_current_context())
        finish(FOUND if check_merged(files) else OK)
    if len(files) != 3:
        raise click.UsageError(say(Text("noem drie bestanden: BASIS ONZE HUN.", "name three files: BASE OURS THEIRS.")))
    named = _labels(labels)
    target = output or files[1]
    told = files[1] if target == DASH else target
    result, has_conflicts = _merged(files, name or str(told), named, size, with_base=with_base or shows_base(Path.cwd()))
    show_bytes(result) if target == DASH else write_file(target, result)
    finish(FOUND if has_conflicts else OK)


def _refuse_beside_check(context: click.Context) -> None:
    for name, option in _NOT_CHECKING.items():
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(say(Text(f"{option} en --check gaan niet samen.", f"{option} and --check do not go together.")))


def _labels(given: tuple[str, ...]) -> Labels:
    """Return the names of the sides; git before 2.44 hands over the signs that stand for them."""
    usual = Labels()
    pairs = zip((*given, *("",) * 3), (usual.ours, usual.base, usual.theirs), strict=False)
    ours, base, theirs = (default if name in ("", "%X", "%S", "%Y") else " ".join(name.split()) for name, default in pairs)
    return Labels(ours, base, theirs)


def _merged(files: tuple[Path, ...], name: str, labels: Labels, size: int, *, with_base: bool) -> tuple[bytes, bool]:
    """Return the merged file and whether conflicts are left in it, and tell what is worth telling."""
    base, ours, theirs = (given_bytes(file) for file in files)
    try:
        result = merge(base, ours, theirs, labels=labels, size=size, with_base=with_base)
    except NotUnderstoodError as error:
        return _text_merged(files, name, labels, size, error.why, with_base=with_base)
    _tell(name, result, labels)
    return result.data, bool(result.conflicts)


def _text_merged(files: tuple[Path, ...], name: str, labels: Labels, size: int, why: Text, *, with_base: bool) -> tuple[bytes, bool]:
    """Merge line by line, as git does by itself, and say so."""
    try:
        names = (labels.ours, labels.base, labels.theirs)
        result = merge_texts(files[0], files[1], files[2], labels=names, size=size, with_base=with_base)
    except GitError as error:
        refused = why_not(error)
        raise FailedError(Text(f"{name}: {why.nl}; en {refused.nl}", f"{name}: {why.en}; and {refused.en}")) from error
    how = Text("samengevoegd per regel, zoals git dat doet", "merged line by line, as git does")
    left = Text("; los de conflicten erin op", "; solve the conflicts in it") if result.has_conflicts else Text("", "")
    progress(f"{name}: {say(Text(f'{why.nl}. Daarom is het {how.nl}{left.nl}', f'{why.en}. So it was {how.en}{left.en}'))}")
    return result.data, result.has_conflicts


def _tell(name: str, result: Merged, labels: Labels) -> None:
    lines = [f"{name}:{line}: conflict: {say(told(conflict, labels))}" for line, conflict in result.conflicts[:_MOST_TOLD]]
    lines += [f"{name}: {say(note)}" for note in result.notes[: _MOST_TOLD - len(lines)]]
    for line in lines:
        progress(line)
    left = len(result.conflicts) + len(result.notes) - len(lines)
    if left:
        progress(f"{name}: {say(Text(f'en nog {left} van zulke regels', f'and {left} more such lines'))}")
    if result.conflicts:
        progress(f"{name}: {say(_TO_DO)}")
