"""Runs the engine in a short-lived process of its own, with our font and nothing of the system, and kills it in time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path
from xml.sax.saxutils import escape

from dinkit.drawing.metrics import font_files
from dinkit.finding import Text

_HARMLESS = re.compile(r"Fontconfig (warning|error)", re.IGNORECASE)
_FOREIGN = ("GVBINDIR", "GV_FILE_PATH", "DOTFONTPATH", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "PANGO_LANGUAGE")
_UNHINTED = (
    '<match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit>'
    '<edit name="hintstyle" mode="assign"><const>hintnone</const></edit></match>'
)
"""Letters keep their own widths: fitting them to the dots of a screen makes text uneven on paper."""
_CREATION = re.compile(rb"/CreationDate \(D:[0-9]{14}[^)]*\)")
_MOMENT = b"20000101000000"
_HINT = Text(
    "geef meer tijd (--timeout) of teken een deel (--goal, --focus)",
    "give more time (--timeout) or draw a part (--goal, --focus)",
)


class DrawingError(Exception):
    """The engine could not make the picture; `message` says why and `hint` what to do, in both languages."""

    def __init__(self, message: Text, hint: Text | None = None) -> None:
        self.message, self.hint = message, hint
        super().__init__(message.en)


class DrawingTookTooLongError(DrawingError, TimeoutError):
    """The engine was stopped at the time limit."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        nl, en = f"het tekenen duurde langer dan {seconds:g} seconden en is gestopt", f"drawing took longer than {seconds:g} seconds and was stopped"
        super().__init__(Text(nl, en), _HINT)


def run_engine(dot: str, *, layout: str, format_name: str, timeout: float) -> bytes:
    """Lay out DOT text and return the picture.

    Args:
        dot: what is drawn.
        layout: "dot", or "nop2" for DOT in which every place is given.
        format_name: "svg", "pdf", "png", "dot", "plain" or "json0".
        timeout: seconds after which the engine is killed.

    Raises:
        DrawingTookTooLongError: the time is over.
        DrawingError: the engine failed, or said anything at all.
    """
    with tempfile.TemporaryDirectory(prefix="dinkit-") as folder:
        command = [sys.executable, "-P", "-m", f"{__package__}._engine", layout, format_name]
        try:
            done = subprocess.run(command, input=dot.encode(), capture_output=True, timeout=timeout, env=_environment(Path(folder)), check=False)  # noqa: S603
        except subprocess.TimeoutExpired as error:
            raise DrawingTookTooLongError(timeout) from error
    said = [line for line in done.stderr.decode(errors="replace").splitlines() if line.strip() and not _HARMLESS.match(line)]
    if done.returncode or said or not done.stdout:
        raise _failure(said, done.returncode)
    return _without_date(done.stdout) if format_name == "pdf" else done.stdout


@cache
def engine_version() -> str:
    """Return what names the engine in a fingerprint."""
    return f"pygraphviz {version('pygraphviz')}"


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment with our fonts only; what else on this machine steers the engine is left out."""
    settings = folder / "fonts.conf"
    fonts = escape(str(font_files()["Regular"].parent))
    settings.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig><dir>{fonts}</dir><cachedir>{escape(str(folder / 'cache'))}</cachedir>{_UNHINTED}</fontconfig>\n",
        encoding="utf-8",
    )
    kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    return kept | {"FONTCONFIG_FILE": str(settings), "SOURCE_DATE_EPOCH": "946684800", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}


def _failure(said: list[str], code: int) -> DrawingError:
    last = " ".join(line.strip() for line in said[-3:]) if said else f"exit {code}"
    return DrawingError(Text(f"de tekenaar (Graphviz) kan dit beeld niet maken: {last}", f"the engine (Graphviz) cannot make this picture: {last}"))


def _without_date(pdf: bytes) -> bytes:
    """Put a fixed moment where the engine wrote the clock; the length stays, so that no offset in the file shifts."""

    def fixed(found: re.Match[bytes]) -> bytes:
        text = found[0]
        start = text.index(b"D:") + 2
        return text[:start] + _MOMENT + text[start + len(_MOMENT) :]

    return _CREATION.sub(fixed, pdf)
