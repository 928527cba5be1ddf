"""dinkit fix: mend what can be mended beyond doubt, spliced in without touching the rest of the files."""

from __future__ import annotations

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
from dinkit.finding import Finding, Text
from dinkit.fixing import Fixed, Fixing, fix
from dinkit.model.dates import ImpreciseDate
from dinkit.reading.project_rules import project_rules_in
from dinkit.source import SETTINGS, Folder, UnreadableError

_OWN = "DIN9"
"""How the codes of a project's own rules begin: no code of dinkit was meant by one."""


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
    metavar="DIN102,...",
    help=say(
        Text(
            "Herstel alleen bevindingen met deze codes, met komma's ertussen; mag vaker.",
            "Fix only findings with these codes, with commas between them; may be given again.",
        )
    ),
)
@click.option("--dry-run", is_flag=True, help=say(Text("Laat alleen zien wat er zou veranderen.", "Only show what would change.")))
@date_option
@language_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command; one argument per option
    models: tuple[Path, ...],
    codes: tuple[str, ...],
    dry_run: bool,  # noqa: FBT001 - click hands flags over by name
    at: ImpreciseDate | None,
    language: str | None,
) -> None:
    """Show what is fixed, and write it; the models of one project are fixed together, since they share files."""
    chosen = gathered(models)
    if any(one.piped is not None for one in chosen):
        raise FailedError(Text("een model van de standaardinvoer kan niet geschreven worden", "a model on standard input cannot be written"))
    asked = _codes(codes, chosen)
    # All that is said from here on is about the models, so in the language of the first.
    speak(language or (load_chosen(chosen[0]).network.head.language if chosen else "nl"))
    code = 0
    for root, group in groupby(sorted(chosen, key=lambda one: str(one.root)), key=lambda one: one.root):
        code = max(code, _fix(root, list(group), asked, at, dry_run=dry_run))
    finish(code)


def _codes(given: tuple[str, ...], chosen: tuple[Chosen, ...]) -> frozenset[str]:
    """Return the codes that somebody means, who may have given several at once with commas between them.

    Raises:
        FailedError: one of them is no code of dinkit, nor of a rule of these models or their settings.
    """
    if not given:
        return frozenset()
    words = [word.strip() for word in ",".join(given).split(",")]
    own = {code for one in chosen for path in (SETTINGS, one.path) for code in project_rules_in(path, Folder(one.root)).rules}
    return frozenset(_code(word, own) for word in words)


def _code(given: str, own: set[str]) -> str:
    """Return the code that somebody means, by its number or the name of a rule as well."""
    found = code_named(given, own)
    if found is None:
        near = None if given.upper().startswith(_OWN) else nearest_code(given, own)
        guess = Text(f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else Text("", "")
        raise FailedError(Text(f"--code: er is geen code '{given}'{guess.nl}", f"--code: there is no code '{given}'{guess.en}"))
    return found


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
    show(plain(_closing(done, codes, dry_run=dry_run)))
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


def _closing(done: Fixing, codes: frozenset[str], *, dry_run: bool) -> str:
    count, files, left = len(done.fixed), len(done.changed), len(done.left)
    if not count:
        why = "".join(f"; {say(_not_fixed(code, done.left))}" for code in sorted(codes))
        return say(Text("er is niets te herstellen", "there is nothing to fix")) + why + _rest(left)
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


def _not_fixed(code: str, left: tuple[Finding, ...]) -> Text:
    """Return why nothing with a code that was asked for is fixed: it is not there, or it has no quick fix."""
    times = sum(one.code == code for one in left)
    if not times:
        return Text(f"{code} is hier niet gevonden", f"{code} is not found here")
    if times == 1:
        return Text(f"{code} is 1 keer gevonden, zonder zeker herstel", f"{code} is found once, without a certain fix")
    return Text(f"{code} is {times} keer gevonden, steeds zonder zeker herstel", f"{code} is found {times} times, each without a certain fix")


def _rest(left: int) -> str:
    if not left:
        return ""
    return say(
        Text(
            f"; er {'blijft 1 bevinding' if left == 1 else f'blijven {left} bevindingen'} over (zie dinkit validate)",
            f"; {'1 finding is' if left == 1 else f'{left} findings are'} left (see dinkit validate)",
        )
    )
