"""dinkit fix: mend what can be mended beyond doubt, spliced in without touching the rest of the files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from dinkit.checking.explaining import code_named, nearest_code
from dinkit.cli.commands.validate import exit_code
from dinkit.cli.gathering import gathered
from dinkit.cli.language import say, speak
from dinkit.cli.models import Chosen, date_option, language_option, load_chosen, models_argument
from dinkit.cli.output import FOUND, FailedError, finish, show
from dinkit.cli.places import Shown, placed, shown_for
from dinkit.cli.refusals import unreadable
from dinkit.cli.rewriting import Change, rewrite
from dinkit.cli.wording import Command
from dinkit.editing.fixes import Lines
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.fixing import Fixed, Fixing, fix
from dinkit.model.dates import ImpreciseDate
from dinkit.source import Folder, UnreadableError

_OWN = re.compile(r"DIN9[0-9]{2}")
"""What a project calls its own rules, which the model knows."""


def _codes(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> frozenset[str]:
    del context, option
    return frozenset(map(_code, given))


def _code(given: str) -> str:
    """Return the code that somebody means, by its number or the name of a rule as well."""
    found = given.upper() if _OWN.fullmatch(given.upper()) else code_named(given)
    if found is None:
        near = nearest_code(given)
        guess = Text(f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else Text("", "")
        raise FailedError(Text(f"--code: '{given}' is geen code zoals DIN102{guess.nl}", f"--code: '{given}' is no code such as DIN102{guess.en}"))
    return found


@click.command(
    "fix",
    cls=Command,
    help=say(
        Text(
            "Herstel wat zonder twijfel te herstellen is. Dat zijn tikfouten in id's, sleutels en woorden, ontbrekende aanhalingstekens, wat er dubbel staat. "
            "Alleen die tekens veranderen; opmerkingen, volgorde en regeleinden blijven. MODEL is een bestand of een map.",
            "Fix what can be fixed beyond doubt. That is typing errors in ids, keys and words, missing quotes, what stands there twice. "
            "Only those characters change; comments, order and line endings stay. MODEL is a file or a folder.",
        )
    ),
    epilog=say(
        Text(
            "Afsluitcode: 0 als er geen fouten (meer) zijn, 1 als er fouten overblijven of er met --dry-run iets te herstellen is, "
            "2 bij een verkeerde aanroep of een bestand dat ontbreekt.",
            "Exit code: 0 when there are no errors (any more), 1 when errors are left or, with --dry-run, something can be fixed, "
            "2 for a wrong call or a missing file.",
        )
    ),
)
@models_argument
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="DIN102",
    callback=_codes,
    help=say(Text("Herstel alleen deze bevindingen; mag vaker.", "Fix only these findings; may be given again.")),
)
@click.option("--dry-run", is_flag=True, help=say(Text("Laat alleen zien wat er zou veranderen.", "Only show what would change.")))
@date_option
@language_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command; one argument per option
    models: tuple[Path, ...],
    codes: frozenset[str],
    dry_run: bool,  # noqa: FBT001 - click hands flags over by name
    at: ImpreciseDate | None,
    language: str | None,
) -> None:
    """Show what is fixed, and write it; the models of one project are fixed together, since they share files."""
    chosen = gathered(models)
    if any(one.piped is not None for one in chosen):
        raise FailedError(Text("een model van de standaardinvoer kan niet geschreven worden", "a model on standard input cannot be written"))
    # All that is said from here on is about the models, so in the language of the first.
    speak(language or (load_chosen(chosen[0]).network.head.language if chosen else "nl"))
    code = 0
    for root, group in groupby(sorted(chosen, key=lambda one: str(one.root)), key=lambda one: one.root):
        code = max(code, _fix(root, list(group), codes, at, dry_run=dry_run))
    finish(code)


def _fix(root: Path, chosen: list[Chosen], codes: frozenset[str], at: ImpreciseDate | None, *, dry_run: bool) -> int:
    """Fix the models of one project; return the exit code."""
    try:
        done = fix([one.path for one in chosen], Folder(root), codes=codes, at=at)
    except UnreadableError as error:
        raise unreadable(error.path, error.why) from error
    shown = shown_for(chosen[0])
    for line in (line for one in done.fixed for line in _preview(one, shown)):
        show(plain(line))
    if not dry_run:
        rewrite(root, [Change(path, *data) for path, data in done.changed.items()], shown)
    show(plain(_closing(done, dry_run=dry_run)))
    return FOUND if dry_run and done.fixed else exit_code(done.left, strict=False)


def _preview(fixed: Fixed, shown: Shown | None) -> Iterator[str]:
    """Yield where and what a finding is, and the lines that it changes."""
    finding = placed(fixed.finding, shown) if shown else fixed.finding
    title = finding.fix.title if finding.fix else Text("", "")
    span = finding.location.span
    yield f"{finding.location.file}:{span.line}:{span.column}: {finding.code} {say(finding.message)}: {say(title)}"
    yield from (line for lines in fixed.lines for line in _difference(lines, finding.location.file if len(fixed.lines) == 1 else None, shown))


def _difference(lines: Lines, told: str | None, shown: Shown | None) -> Iterator[str]:
    """Yield the lines that go and come; where they are in several places, below the place of each."""
    if told is None:
        yield f"    {shown(lines.file) if shown else lines.file}:{lines.line}:"
    yield from (f"    - {line}" for line in lines.old)
    yield from (f"    + {line}" for line in lines.new)


def _closing(done: Fixing, *, dry_run: bool) -> str:
    count, files, left = len(done.fixed), len(done.changed), len(done.left)
    if not count:
        return say(Text("er is niets te herstellen", "there is nothing to fix")) + _rest(left)
    found = Text("bevinding" if count == 1 else "bevindingen", "finding" if count == 1 else "findings")
    where = Text(f"{files} bestand" if files == 1 else f"{files} bestanden", f"{files} file" if files == 1 else f"{files} files")
    if dry_run:
        return say(
            Text(
                f"{count} {found.nl} te herstellen in {where.nl}; er is niets geschreven",
                f"{count} {found.en} can be fixed in {where.en}; nothing was written",
            )
        )
    return say(Text(f"{count} {found.nl} hersteld in {where.nl}", f"{count} {found.en} fixed in {where.en}")) + _rest(left)


def _rest(left: int) -> str:
    if not left:
        return ""
    return say(
        Text(
            f"; er {'blijft 1 bevinding' if left == 1 else f'blijven {left} bevindingen'} over (zie dinkit validate)",
            f"; {'1 finding is' if left == 1 else f'{left} findings are'} left (see dinkit validate)",
        )
    )
