"""dinkit build: regenerate everything in exports/."""

from __future__ import annotations

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
from dinkit.drawing.render import DrawingError
from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.reading.load import Loaded


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
    for chosen in whole_models(models):
        loaded = load_chosen(chosen, at)
        folder = _folder(chosen, loaded)
        if folder in filled:
            raise _same_folder(filled[folder], chosen, folder)
        filled[folder] = chosen
        earlier = reader_at(stable_with, chosen, folder) if stable_with is not None else nullcontext(nothing if fresh else reader(folder))
        try:
            with earlier as before:
                code = max(code, _build(chosen, loaded, folder, language, before, only_check=only_check))
        except DrawingError as error:
            raise no_picture(error) from error
    finish(code)


def _same_folder(one: Chosen, other: Chosen, folder: Path) -> FailedError:
    where = folder.relative_to(other.root).as_posix()
    return FailedError(
        Text(
            f"'{one.path}' en '{other.path}' zouden allebei {where}/ vullen; geef elk een eigen 'model:', en noem ze in dinkit.yaml",
            f"'{one.path}' and '{other.path}' would both fill {where}/; give each a 'model:' of its own, and name them in dinkit.yaml",
        )
    )


def _build(chosen: Chosen, loaded: Loaded, folder: Path, language: str | None, before: building.Reader, *, only_check: bool) -> int:
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
        return FOUND
    network = loaded.network
    made = building.products(network, judged, language or network.head.language, before)
    return _name_stale(chosen, folder, made) if only_check else _write(chosen, folder, made)


def _folder(chosen: Chosen, loaded: Loaded) -> Path:
    """Return the exports folder: the first model of the settings has exports/ to itself."""
    models = settings_of(chosen.root).record.models
    first = not models or (chosen.root / models[0]).resolve() == chosen.root / chosen.path
    return chosen.root / "exports" if first else chosen.root / "exports" / (loaded.network.head.model or Path(chosen.path).stem)


def _write(chosen: Chosen, folder: Path, products: Iterator[building.Product]) -> int:
    pictures: dict[str, tuple[str, bytes]] = {}
    read = reader(folder)
    kept = building.manifest_of(read)
    for product in products:
        data = product.make()
        write_file(folder / product.name, data)
        if product.fingerprint is not None:
            pictures[product.name] = (product.fingerprint, data)
        progress(f"{(folder / product.name).relative_to(chosen.root).as_posix()} ({len(data):,} bytes)".replace(",", "."))
    for name in building.leftovers(pictures, read, kept):
        remove_file(folder / name)
        progress(
            say(
                Text(
                    f"{(folder / name).relative_to(chosen.root).as_posix()} weggehaald: hoort nergens meer bij",
                    f"{(folder / name).relative_to(chosen.root).as_posix()} removed: it belongs to nothing any more",
                )
            )
        )
    write_file(folder / building.MANIFEST, building.manifest_bytes(pictures))
    return OK


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
