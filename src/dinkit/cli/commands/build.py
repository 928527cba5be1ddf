"""dinkit build: regenerate everything in exports/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import click

from dinkit import building
from dinkit.checking.run import judge
from dinkit.cli.commands.validate import exit_code
from dinkit.cli.earlier import fresh_option, nothing, one_of, reader, reader_at
from dinkit.cli.gathering import whole_models
from dinkit.cli.language import say
from dinkit.cli.models import Chosen, date_option, decisions_of, language_option, load_chosen, models_argument, settings_of
from dinkit.cli.output import FOUND, OK, FailedError, finish, progress, remove_file, show, write_file
from dinkit.cli.refusals import no_picture
from dinkit.cli.wording import Command
from dinkit.contents import CONTENTS
from dinkit.drawing.render import DrawingError
from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.reading.load import Loaded

_NEW = Text("nieuw", "new")
_CHANGED = Text("veranderd", "changed")
_REMOVED = Text("weggehaald", "removed")
_SAME = Text("onveranderd", "unchanged")


_Counts = Counter[Text]
"""How many files of a folder are new, changed, removed and unchanged; empty where nothing was to be written."""


@click.command(
    "build",
    cls=Command,
    help=say(Text("Maak alles in exports/ opnieuw: beelden, tabellen en gegevens.", "Make everything in exports/ again: pictures, tables and data.")),
)
@models_argument
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help=say(Text("Schrijf niets; noem wat verouderd is en geef dan afsluitcode 1.", "Write nothing; name what is stale and give exit code 1 then.")),
)
@click.option(
    "--stable-with",
    metavar=say(Text("REVISIE", "REVISION")),
    help=say(
        Text(
            "Laat alles in de beelden staan zoals in exports/ van deze revisie in git, zoals main of HEAD~1.",
            "Let everything in the pictures stand as in exports/ at this revision in git, such as main or HEAD~1.",
        )
    ),
)
@fresh_option
@date_option
@language_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command; one argument per option
    models: tuple[Path, ...],
    only_check: bool,  # noqa: FBT001 - click hands flags over by name
    stable_with: str | None,
    fresh: bool,  # noqa: FBT001 - click hands flags over by name
    at: ImpreciseDate | None,
    language: str | None,
) -> None:
    """Build every model: the first of dinkit.yaml fills exports/, each other one exports/<model id>/."""
    one_of(fresh, stable_with)
    code = OK
    filled: dict[Path, Chosen] = {}
    written: list[tuple[str, _Counts]] = []
    for chosen in whole_models(models):
        loaded = load_chosen(chosen, at)
        folder = _folder(chosen, loaded)
        if folder in filled:
            raise _same_folder(filled[folder], chosen, folder)
        filled[folder] = chosen
        earlier = reader_at(stable_with, chosen, folder) if stable_with is not None else nullcontext(nothing if fresh else reader(folder))
        try:
            with earlier as before:
                ended, counts = _build(chosen, loaded, folder, language, before, only_check=only_check)
        except DrawingError as error:
            raise no_picture(error) from error
        code = max(code, ended)
        if counts:
            written.append((folder.relative_to(chosen.root).as_posix(), counts))
    if written:
        show(say(_told(written)))
    finish(code)


def _same_folder(one: Chosen, other: Chosen, folder: Path) -> FailedError:
    where = folder.relative_to(other.root).as_posix()
    return FailedError(
        Text(
            f"'{one.path}' en '{other.path}' zouden allebei {where}/ vullen; geef elk een eigen 'model:', en noem ze in dinkit.yaml",
            f"'{one.path}' and '{other.path}' would both fill {where}/; give each a 'model:' of its own, and name them in dinkit.yaml",
        )
    )


def _build(chosen: Chosen, loaded: Loaded, folder: Path, language: str | None, before: building.Reader, *, only_check: bool) -> tuple[int, _Counts]:
    """Write the exports of a model, or only name what is stale; return the exit code and what became of the files."""
    judged = judge(loaded, decisions_of(chosen.root))
    findings = judged.findings
    if exit_code(findings, strict=False) != OK:
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        progress(
            say(
                Text(
                    f"{chosen.path}: {errors} fout(en), dus exports/ blijft zoals het was; zie dinkit validate",
                    f"{chosen.path}: {errors} error(s), so exports/ stays as it was; see dinkit validate",
                )
            )
        )
        return FOUND, Counter()
    network = loaded.network
    made = building.products(network, judged, language or network.head.language, before)
    return (_name_stale(chosen, folder, made), Counter()) if only_check else (OK, _write(chosen, folder, made))


def _folder(chosen: Chosen, loaded: Loaded) -> Path:
    """Return the exports folder: the first model of the settings has exports/ to itself."""
    models = settings_of(chosen.root).record.models
    first = not models or (chosen.root / models[0]).resolve() == chosen.root / chosen.path
    return chosen.root / "exports" if first else chosen.root / "exports" / (loaded.network.head.model or Path(chosen.path).stem)


def _write(chosen: Chosen, folder: Path, products: Iterator[building.Product]) -> _Counts:
    """Write what is not as it should be, and name each such file."""
    pictures: dict[str, tuple[str, bytes]] = {}
    counts: _Counts = Counter()
    kept = building.manifest_of(reader(folder))
    for product in products:
        data = product.make()
        counts[_put(chosen.root, folder / product.name, data)] += 1
        if product.fingerprint is not None:
            pictures[product.name] = (product.fingerprint, data)
    for name in building.leftovers(pictures, reader(folder), kept):
        remove_file(folder / name)
        counts[_named(_REMOVED, chosen.root, folder / name)] += 1
    counts[_put(chosen.root, folder / building.MANIFEST, building.manifest_bytes(pictures))] += 1
    return counts


def _put(root: Path, path: Path, data: bytes) -> Text:
    """Write a file, unless that is what stands there; return what became of it."""
    standing = reader(path.parent)(path.name)
    if standing == data:
        return _SAME
    write_file(path, data)
    return _named(_NEW if standing is None else _CHANGED, root, path)


def _named(what: Text, root: Path, path: Path) -> Text:
    """Say what became of a file, and return it."""
    shown = path.relative_to(root).as_posix()
    progress(say(Text(f"{what.nl}: {shown}", f"{what.en}: {shown}")))
    return what


def _told(written: list[tuple[str, _Counts]]) -> Text:
    """Return what became of the files of all folders, and where to begin reading what is new."""
    total = sum((counts for _, counts in written), _Counts())
    if set(total) == {_SAME}:
        count = total[_SAME]
        return Text(f"niets veranderd; alle {count} bestanden zijn zoals ze waren", f"nothing changed; all {count} files are as they were")
    parts = [Text(f"{total[what]} {what.nl}", f"{total[what]} {what.en}") for what in (_NEW, _CHANGED, _REMOVED, _SAME) if total[what]]
    first = ", ".join(f"{folder}/{CONTENTS}" for folder, counts in written if set(counts) - {_SAME})
    return Text(
        f"bestanden: {', '.join(part.nl for part in parts)}; begin met {first}",
        f"files: {', '.join(part.en for part in parts)}; begin with {first}",
    )


def _name_stale(chosen: Chosen, folder: Path, products: Iterator[building.Product]) -> int:
    read = reader(folder)
    manifest = building.manifest_of(read)
    made = {product.name: building.stale(product, read, manifest) for product in products}
    stale = [name for name, is_stale in made.items() if is_stale] + list(building.leftovers(made, read, manifest))
    where = folder.relative_to(chosen.root).as_posix()
    for name in stale:
        show(say(Text(f"verouderd: {where}/{name}", f"stale: {where}/{name}")))
    if stale:
        show(say(Text("'dinkit build' maakt dit opnieuw", "'dinkit build' makes this again")))
    return FOUND if stale else OK
