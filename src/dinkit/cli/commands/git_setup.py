"""dinkit git-setup: let git merge the models of a project by element and field, or take that back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dinkit.cli.language import interface_language, say
from dinkit.cli.models import load_chosen, project_models, root_here, speech_option
from dinkit.cli.output import FailedError, show, write_file
from dinkit.cli.refusals import no_revision
from dinkit.cli.wording import Command
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.gitsettings import attribute_files, change_settings
from dinkit.merging.driver import attribute_lines, driver_settings, uses_driver, with_block, without_block
from dinkit.reading.settings import BASELINE, REVIEWS
from dinkit.revision import GitError, Repository
from dinkit.source import SETTINGS

_ATTRIBUTES = ".gitattributes"


@click.command(
    "git-setup",
    cls=Command,
    help=say(
        Text(
            "Laat git modellen samenvoegen per element en veld. Dat gaat met regels in .gitattributes (leg die vast in git) en instellingen "
            "in deze kopie van de repository (ieder doet dat een keer). Van exports blijft onze versie staan.",
            "Let git merge models by element and field. It does so with lines in .gitattributes (commit them) and settings in this copy of "
            "the repository (everybody does that once). Of exports our version stays.",
        )
    ),
)
@click.option("--remove", is_flag=True, help=say(Text("Haal die regels en instellingen weer weg.", "Take those lines and settings away again.")))
@speech_option
def COMMAND(remove: bool) -> None:  # noqa: FBT001, N802 - click hands flags over by name; the name by which the catalogue finds a command
    """Write the lines and the settings, or take them away; doing it twice changes nothing."""
    root = root_here()
    try:
        Repository(root)
        done = _removed(root) if remove else _set_up(root)
    except GitError as error:
        raise no_revision(error) from error
    show("\n".join(plain(line) for line in say(done).splitlines()))


def _set_up(root: Path) -> Text:
    lines = attribute_lines(_files(root))
    _write(root / _ATTRIBUTES, with_block(_read(root / _ATTRIBUTES), lines))
    for section, settings in driver_settings(sys.executable, interface_language()).items():
        change_settings(root, section, settings)
    told = "\n".join(f"  {line}" for line in lines)
    return Text(
        f"{_ATTRIBUTES}:\n{told}\ngit voegt deze bestanden nu samen met dinkit. Leg {_ATTRIBUTES} vast in git; wie in een andere kopie werkt, "
        "draait daar ook een keer 'dinkit git-setup'.",
        f"{_ATTRIBUTES}:\n{told}\ngit now merges these files with dinkit. Commit {_ATTRIBUTES}; whoever works in another copy runs 'dinkit git-setup' "
        "there once as well.",
    )


def _removed(root: Path) -> Text:
    path = root / _ATTRIBUTES
    before = _read(path)
    after = without_block(before)
    if before and not after:
        path.unlink()
    else:
        _write(path, after)
    others = [file for file in attribute_files(root) if uses_driver(file.read_bytes())]
    if others:
        names = ", ".join(file.as_posix() for file in others)
        return Text(
            f"de regels in {_ATTRIBUTES} zijn weg; de instellingen van git blijven, want ze worden nog gebruikt in {names}",
            f"the lines in {_ATTRIBUTES} are gone; the settings of git stay, since they are still used in {names}",
        )
    for section, settings in driver_settings(sys.executable, "nl").items():
        change_settings(root, section, dict.fromkeys(settings))
    return Text("git voegt weer samen zoals eerst", "git merges as before again")


def _files(root: Path) -> list[str]:
    """Return the files of all models of a project with their parts and editions, and what stands beside them."""
    chosen = project_models(root)
    if not chosen:
        raise FailedError(
            Text(
                f"hier is geen {SETTINGS} met 'modellen:', dus dinkit weet niet welke bestanden modellen zijn; 'dinkit init' maakt een begin",
                f"there is no {SETTINGS} with 'models:' here, so dinkit does not know which files are models; 'dinkit init' makes a start",
            )
        )
    networks = [load_chosen(one).network for one in chosen]
    return [SETTINGS, BASELINE, REVIEWS, *(file.path for network in networks for edition in network.editions() for file in edition.files)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError as error:
        why = error.strerror or str(error)
        raise FailedError(Text(f"{path.name} is niet te lezen: {why}", f"{path.name} cannot be read: {why}")) from error


def _write(path: Path, data: bytes) -> None:
    """Write a file, unless that is what it holds."""
    if data != _read(path):
        write_file(path, data)
