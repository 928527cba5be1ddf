"""What a command says when git, the disk or the engine cannot give what was asked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from dinkit.cli.output import FailedError
from dinkit.finding import Text
from dinkit.reading.messages import WHY
from dinkit.source import Folder, UnreadableError

if TYPE_CHECKING:  # most commands neither ask git for anything nor draw, and start-up counts
    from dinkit.drawing.render import DrawingError
    from dinkit.revision import GitError

_WHY = {
    "no-git": Text("git staat niet op deze computer", "git is not on this computer"),
    "no-repository": Text("deze map staat niet in git", "this folder is not in git"),
    "no-commit": Text("er is nog niets vastgelegd in git", "nothing is committed in git yet"),
    "unknown": Text("er is geen revisie '{name}'", "there is no revision '{name}'"),
    "too-far": Text("'{nearest}' is er wel, maar '{name}' niet", "there is '{nearest}', but not '{name}'"),
    "no-common": Text("'{name}': deze twee hebben hier geen gemeenschappelijke voorouder", "'{name}': these two have no common ancestor here"),
    "not-trusted": Text(
        "git vertrouwt deze map niet, omdat zij van een ander is: {said}", "git does not trust this folder, because it is somebody else's: {said}"
    ),
    "failed": Text("git lukt het niet: {said}", "git does not manage: {said}"),
}
_SHALLOW = Text(
    "; deze kloon heeft niet de hele geschiedenis ('git fetch --unshallow' haalt haar op; in een pijplijn: fetch-depth 0)",
    "; this clone does not have the whole history ('git fetch --unshallow' gets it; in a pipeline: fetch-depth 0)",
)


def why_not(error: GitError) -> Text:
    """Return in words what git could not give, with the nearest name and what to do."""
    why = _WHY.get(error.why, _WHY["failed"])
    said = " ".join(error.said.split())
    nl, en = (words.format(name=error.name, nearest=error.nearest, said=said) for words in why)
    if error.why == "unknown" and error.nearest:
        nl, en = f"{nl}; bedoelt u '{error.nearest}'?", f"{en}; did you mean '{error.nearest}'?"
    return Text(nl + _SHALLOW.nl, en + _SHALLOW.en) if error.shallow else Text(nl, en)


def no_revision(error: GitError) -> FailedError:
    """Return how a command ends for which git cannot give a revision."""
    return FailedError(why_not(error))


def unreadable(shown: object, why: str) -> FailedError:
    """Return how a command ends that cannot have a file: how it names the file, and why not."""
    return FailedError(Text(f"'{shown}': {WHY[why].nl}", f"'{shown}': {WHY[why].en}"))


def given_bytes(file: Path) -> bytes:
    """Return what stands in a file that a call names.

    Raises:
        FailedError: it cannot be had.
    """
    try:
        return Folder(file.parent).read(file.name)
    except UnreadableError as error:
        raise unreadable(file, error.why) from error


def no_picture(error: DrawingError) -> FailedError:
    """Return how a command ends whose picture cannot be made."""
    nl, en = error.message
    return FailedError(Text(f"{nl}; {error.hint.nl}", f"{en}; {error.hint.en}") if error.hint else error.message)


def broken_beside(path: str) -> FailedError:
    """Return how a command ends that cannot read a file beside the models, and would lose what stands in it."""
    return FailedError(
        Text(
            f"{path} heeft fouten, dus wat daar staat telt niet mee en kan niet bijgewerkt worden; 'dinkit validate' noemt ze",
            f"{path} has faults, so that what stands there does not count and cannot be brought up to date; 'dinkit validate' names them",
        )
    )


def unread(models: Iterable[str], so: Text) -> FailedError:
    """Return that not everything in these models could be read, and what nobody can say because of that."""
    listed = ", ".join(f"'{name}'" for name in sorted(models))
    return FailedError(
        Text(
            f"niet alles in {listed} kon gelezen worden, dus {so.nl}; los eerst de fouten op (zie dinkit validate)",
            f"not everything in {listed} could be read, so that {so.en}; mend the errors first (see dinkit validate)",
        )
    )
