"""The only place that prints, writes files and picks exit codes."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

import click

from dinkit.cli.language import say
from dinkit.finding import Text

OK = 0
FOUND = 1
"""Errors were found, or (with --check) files are stale."""
WRONG_CALL = 2
"""The call was wrong, or a file is missing or cannot be written."""


class FailedError(click.ClickException):
    """Ends a command with a message and exit code 2."""

    exit_code = WRONG_CALL

    def __init__(self, message: Text) -> None:
        super().__init__(say(message))

    def show(self, file: object = None) -> None:
        del file
        sys.stderr.flush()
        print(f"dinkit: {self.format_message()}".encode(_encoding(sys.stderr), "replace").decode(_encoding(sys.stderr)), file=sys.stderr)


def show(text: str) -> None:
    """Print text for people: what the console cannot show becomes a question mark, never a crash."""
    encoding = _encoding(sys.stdout)
    _write((text if text.endswith("\n") or not text else text + "\n").encode(encoding, "replace"))


def show_data(text: str) -> None:
    """Print text for machines: always UTF-8, whatever the console is set to."""
    _write(text.encode("utf-8"))


def show_bytes(data: bytes) -> None:
    """Print bytes as they are."""
    _write(data)


def progress(text: str) -> None:
    """Say on standard error what is being done."""
    encoding = _encoding(sys.stderr)
    print(text.encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)


def wants_colour() -> bool:
    """Say whether standard output is a terminal that may get colour (NO_COLOR is honoured)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def finish(code: int) -> None:
    """End the command with an exit code."""
    click.get_current_context().exit(code)


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside it first, then in its place.

    Raises:
        FailedError: the place cannot be written; what stood there is untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> FailedError:
    why = error.strerror or str(error)
    return FailedError(
        Text(f"'{path}' kan niet geschreven worden ({why}); er is niets veranderd", f"'{path}' cannot be written ({why}); nothing was changed")
    )


def _encoding(stream: object) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def _write(data: bytes) -> None:
    """Write to standard output; a reader that has left (a closed pipe) ends the command quietly."""
    try:
        sys.stdout.flush()
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            sys.stdout.write(data.decode("utf-8", "replace"))
        else:
            buffer.write(data)
            buffer.flush()
    except BrokenPipeError:
        # Python would complain once more when it flushes at exit: give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(OK)
