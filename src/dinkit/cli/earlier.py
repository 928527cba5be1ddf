"""Which earlier picture a picture stays like: the one that it replaces, one that was given, one of an earlier revision, or none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dinkit import building
from dinkit.cli.language import say
from dinkit.cli.models import Chosen
from dinkit.cli.output import FailedError, progress
from dinkit.cli.refusals import why_not
from dinkit.drawing.arrangement import Arrangement, NoArrangementError, arrangement_in, renamed
from dinkit.finding import Text
from dinkit.network import Network
from dinkit.reading.messages import WHY
from dinkit.revision import GitError, Repository, Revision
from dinkit.source import Folder, UnreadableError

fresh_option = click.option(
    "--fresh",
    is_flag=True,
    help=say(
        Text(
            "Begin opnieuw; anders blijft alles staan zoals in het beeld dat wordt vervangen.",
            "Begin anew; else everything stays as in the picture that is replaced.",
        )
    ),
)


def one_of(fresh: bool, given: object) -> None:  # noqa: FBT001 - a flag and the option that it contradicts
    """Refuse --fresh beside --stable-with.

    Raises:
        FailedError: both were given.
    """
    if fresh and given is not None:
        raise FailedError(Text("--fresh en --stable-with gaan niet samen", "--fresh and --stable-with do not go together"))


def reader(folder: Path) -> building.Reader:
    """Return what reads the files of a folder."""
    return lambda name: (folder / name).read_bytes() if (folder / name).is_file() else None


def nothing(name: str) -> None:
    """Read nothing, as where there was nothing before."""
    del name


@contextmanager
def reader_at(name: str, chosen: Chosen, folder: Path) -> Iterator[building.Reader]:
    """Give what reads the files of a folder as they were in a revision; what was not there then is read as it stands now.

    Raises:
        FailedError: there is no such revision.
    """
    where = folder.relative_to(chosen.root).as_posix()
    standing = reader(folder)
    try:
        repository = Repository(chosen.root)
        with Revision(repository, repository.commit(name)) as revision:
            if not any(path.startswith(f"{where}/") for path in revision.entries):
                progress(
                    say(
                        Text(
                            f"{where}/ was er niet in '{name}'; de beelden blijven zoals ze nu staan",
                            f"{where}/ was not there in '{name}'; the pictures stay as they stand now",
                        )
                    )
                )
            yield lambda file: _read(revision, f"{where}/{file}") or standing(file)
    except GitError as error:
        raise _no_revision(error, name, chosen.root) from error


def _no_revision(error: GitError, name: str, root: Path) -> FailedError:
    """Return how a command ends for which git cannot give the revision of a name."""
    is_file = error.why in ("unknown", "no-commit") and (root / name).is_file()
    why = _A_FILE if is_file else why_not(error)
    return FailedError(Text(f"--stable-with '{name}': {why.nl}", f"--stable-with '{name}': {why.en}"))


_A_FILE = Text(
    "dat is geen revisie maar een bestand; 'dinkit render --stable-with' neemt een beeld",
    "that is no revision but a file; 'dinkit render --stable-with' takes a picture",
)


def _read(revision: Revision, path: str) -> bytes | None:
    try:
        return revision.read(path)
    except UnreadableError:
        return None


def given_arrangement(path: Path, network: Network) -> Arrangement:
    """Return the arrangement of a picture that was given, in the ids of a network.

    Raises:
        FailedError: it cannot be read, has no arrangement, or is of something else altogether.
    """
    try:
        full = path.resolve()
        found = arrangement_in(Folder(full.parent).read(full.name))
    except UnreadableError as error:
        why = WHY[error.why]
        raise FailedError(Text(f"--stable-with '{path}': {why.nl}", f"--stable-with '{path}': {why.en}")) from error
    except NoArrangementError as error:
        nl, en = error.message
        raise FailedError(Text(f"--stable-with '{path}': {nl}", f"--stable-with '{path}': {en}")) from error
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a name that no file can have
        raise FailedError(Text(f"--stable-with '{path}': {WHY['refused'].nl}", f"--stable-with '{path}': {WHY['refused'].en}")) from error
    found = renamed(found, building.other_ids(network, reader(full.parent)))
    if not any(one in network.elements for ids in found.order.values() for one in ids):
        raise FailedError(
            Text(
                f"--stable-with '{path}': in dit beeld staat niets dat in het model staat",
                f"--stable-with '{path}': nothing in this picture is in the model",
            )
        )
    return found


def standing_arrangement(path: Path, network: Network, *, fresh: bool) -> Arrangement | None:
    """Return the arrangement of the picture that is about to be replaced; None where there is none, or where it is to be forgotten.

    A picture in a form without data stays like the one beside it that has them.
    """
    for one in dict.fromkeys((path, path.with_suffix(".svg"), path.with_suffix(".dot"))):
        try:
            if not fresh and one.is_file():
                return given_arrangement(one, network)
        except (FailedError, OSError):
            continue
    return None
