"""The only place that prints, writes files and picks exit codes."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from dinkit.cli.language import say
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.network import Network
from dinkit.source import SETTINGS

OK = 0
FOUND = 1
"""Errors were found, or (with --check) files are stale."""
WRONG_CALL = 2
"""The call was wrong, or a file is missing or cannot be written."""


INTERRUPTED = 130
"""Somebody stopped the command, as shells count it."""


class FailedError(click.ClickException):
    """Ends a command with a message and exit code 2."""

    exit_code = WRONG_CALL

    def __init__(self, message: Text) -> None:
        super().__init__(say(message))

    def show(self, file: object = None) -> None:
        del file
        complain(self.format_message())


def show(text: str) -> None:
    """Print text for people: what the console cannot show becomes a question mark, never a crash."""
    encoding = _encoding(sys.stdout)
    show_bytes((text if text.endswith("\n") or not text else text + "\n").encode(encoding, "replace"))


def show_data(text: str) -> None:
    """Print text for machines: always UTF-8, whatever the console is set to."""
    show_bytes(text.encode("utf-8"))


def progress(text: str) -> None:
    """Say on standard error what is being done; where nobody can hear it, the work goes on."""
    if sys.stderr is None:  # closed before dinkit began
        return
    encoding = _encoding(sys.stderr)
    with contextlib.suppress(OSError):
        print(plain(_readable(text)).encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)


def complain(text: str) -> None:
    """Say on standard error why a command ends; names of files and ids in it can do nothing to a terminal."""
    progress(f"dinkit: {text}")


def wants_colour() -> bool:
    """Say whether standard output is a terminal that may get colour (NO_COLOR is honoured)."""
    able = sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return able and not os.environ.get("NO_COLOR")


def finish(code: int) -> None:
    """End the command with an exit code; the program leaves at once, before its caller lets go of what was loaded."""
    context = click.get_current_context()
    at_end = context.find_root().obj
    if at_end is not None:
        at_end(code)
    context.exit(code)


def leave(code: int) -> NoReturn:
    """Leave the process without tidying up.

    Taking a large network apart object by object costs a tenth of the time of checking it, and the system frees it at once.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)


def write_output(path: Path, data: bytes, models: Iterable[tuple[Path, Network]]) -> None:
    """Write what was made of models to a file that the user named, which is none of their own, and print its name.

    Args:
        path: the file.
        data: what is written.
        models: each with the root of its project.

    Raises:
        FailedError: the file belongs to a model, or cannot be written.
    """
    for root, network in models:
        spare(path, root, network)
    write_file(path, data)
    show(plain(str(path)))


def spare(path: Path, root: Path, network: Network) -> None:
    """Refuse to write to a file of a model, or to what was decided about the models of its project.

    Raises:
        FailedError: the path is one.
    """
    from dinkit.reading.settings import BASELINE, REVIEWS  # noqa: PLC0415 - loaded with the model by now; this module is loaded for every call

    own = {(root / file.path).resolve() for edition in network.editions() for file in edition.files}
    if path.resolve() in own | {(root / name).resolve() for name in (SETTINGS, BASELINE, REVIEWS)}:
        raise FailedError(Text(f"'{path}' hoort bij het model en wordt niet overschreven", f"'{path}' belongs to the model and is not overwritten"))


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside it first, then in its place.

    Raises:
        FailedError: the place cannot be written; what stood there is untouched.
    """
    import tempfile  # noqa: PLC0415 - it imports random numbers and archives, and most commands write nothing

    try:
        if path.exists() and not path.is_file():
            raise _unwritable(path, say(Text("er staat iets dat geen gewoon bestand is", "what stands there is no ordinary file")))
        mode = _mode(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".dinkit-", suffix=".part")
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        part.chmod(mode)
        part.replace(path)
    except BaseException as error:  # also when somebody stops dinkit: no half file stays behind
        with contextlib.suppress(OSError):
            part.unlink()
        if isinstance(error, OSError):
            raise _unwritable(path, error.strerror or str(error)) from error
        raise


def remove_file(path: Path) -> None:
    """Remove a file that dinkit made.

    Raises:
        FailedError: it cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from error


def _mode(path: Path) -> int:
    """Return who may do what with a file that is written: as it was, else as the system gives to a new file."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(path: Path, why: str) -> FailedError:
    return FailedError(
        Text(f"'{path}' kan niet geschreven worden ({why}); er is niets veranderd", f"'{path}' cannot be written ({why}); nothing was changed")
    )


def _readable(text: str) -> str:
    """Return a text in which the names of files are letters again where the locale made them loose bytes."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _encoding(stream: object) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def show_bytes(data: bytes) -> None:
    """Write to standard output; a reader that has left (a closed pipe) is no fault, and changes no exit code.

    Raises:
        FailedError: the output cannot be written, as on a full disc.
    """
    if sys.stdout is None:  # closed before dinkit began
        return
    try:
        sys.stdout.flush()
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            sys.stdout.write(data.decode("utf-8", "replace"))
        else:
            buffer.write(data)
            buffer.flush()
    except BrokenPipeError:
        _flush_nowhere()
    except OSError as error:
        _flush_nowhere()
        why = error.strerror
        raise FailedError(Text(f"de uitvoer kan niet geschreven worden ({why})", f"the output cannot be written ({why})")) from error


def _flush_nowhere() -> None:
    """Python would complain once more when it flushes at exit: give it somewhere to flush to."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
