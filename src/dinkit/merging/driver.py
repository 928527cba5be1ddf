"""How git comes to merge models with dinkit: the lines in .gitattributes, and the settings of a repository.

Git hands a merge driver the names of three files through a shell, on Windows too (the one that comes with Git for Windows). The driver is
named by the full path of the Python that dinkit runs in, since a program without admin rights is seldom on the PATH; it is started so that
nothing in the folder of the repository can pose as a module. Should that Python be gone one day, git would leave our side without a word
about theirs: so when the file has no markers after a failure, git's own text merge follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from dinkit.finding import Text

DRIVER = "merge.dinkit"
EXPORTS_DRIVER = "merge.dinkit-exports"

_BEGIN = "# >>> dinkit git-setup"
_OPEN_ENDED = " (onder een regel zonder einde)"
_END = "# <<< dinkit git-setup"
_BLOCK = re.compile(rf"{re.escape(_BEGIN)}({re.escape(_OPEN_ENDED)})?[^\r\n]*(?:\r\n|\n).*?{re.escape(_END)}[^\r\n]*(?:\r\n|\n|\Z)", re.DOTALL)
_GLOB = re.compile(r"[*?\[\]\\]")


def driver_settings(python: str, language: str) -> dict[str, dict[str, str]]:
    """Return the settings of a repository: section -> name -> value.

    Args:
        python: the full path of the Python that has dinkit.
        language: in which language conflicts, and exports that stay behind, are told of: "nl" or "en".
    """
    name = Text("dinkit: per element en veld", "dinkit: by element and field")
    said = Text("onze versie blijft staan; draai daarna dinkit build", "our version stays; run dinkit build afterwards")
    program = _quoted(python.replace("\\", "/")).replace("%", "%%")
    merge = f"{program} -P -m dinkit merge --path %P --lang {language} --marker-size %L -L %X -L %S -L %Y %O %A %B"
    plain = "git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B || exit 1"
    return {
        DRIVER: {
            "name": getattr(name, language),
            "driver": rf"{merge} || if grep -q '^<\{{%L\}} ' %A; then exit 1; else {plain}; fi",
            # For the common ancestor of two merges that cross, an older version is better than one with conflict markers in it.
            "recursive": "binary",
        },
        EXPORTS_DRIVER: {
            "name": "dinkit: exports",
            "driver": f"echo dinkit: %P: {_quoted(getattr(said, language))} >&2",
            "recursive": "binary",
        },
    }


def attribute_lines(files: Iterable[str]) -> list[str]:
    """Return the lines for .gitattributes in the root of a project.

    Args:
        files: the files of its models and what it keeps beside them, from the root. Of a folder with such files all are meant.

    >>> attribute_lines(["dinkit.yaml", "models/din.yaml", "din/doelen.yaml", "din/2019/x.yml"])
    ['/din/**/*.yaml merge=dinkit', '/din/**/*.yml merge=dinkit', '/dinkit.yaml merge=dinkit', '/models/**/*.yaml merge=dinkit', '/exports/** merge=dinkit-exports']
    """
    paths = {PurePosixPath(file) for file in files}
    folders = {path.parent for path in paths}
    top = {folder for folder in folders if folder.name and not any(parent.name and parent in folders for parent in folder.parents)}
    patterns = {_pattern(str(path), "") for path in paths if not path.parent.name}
    for folder in top:
        patterns |= {_pattern(str(folder), f"/**/*{path.suffix}") for path in paths if folder in path.parents}
    return [*(f"{pattern} merge=dinkit" for pattern in sorted(patterns)), "/exports/** merge=dinkit-exports"]


def with_block(data: bytes, lines: Iterable[str]) -> bytes:
    """Return a .gitattributes with our lines at its end, or in the place of those that it has; the rest stays as it is."""
    text = data.decode("utf-8", "surrogateescape")
    eol = "\r\n" if "\r\n" in text else "\n"
    found = _BLOCK.search(text)
    is_open = bool(found[1]) if found else bool(text) and not text.endswith("\n")
    block = eol.join((f"{_BEGIN}{_OPEN_ENDED if is_open else ''}", *lines, _END, ""))
    made = text[: found.start()] + block + text[found.end() :] if found else f"{text}{eol if is_open else ''}{block}"
    return made.encode("utf-8", "surrogateescape")


def without_block(data: bytes) -> bytes:
    """Return a .gitattributes without our lines: what it was before, to the byte."""
    text = data.decode("utf-8", "surrogateescape")
    found = _BLOCK.search(text)
    if found is None:
        return data
    before, after = text[: found.start()], text[found.end() :]
    if found[1] and not after:
        before = re.sub(r"(?:\r\n|\n)\Z", "", before)
    return (before + after).encode("utf-8", "surrogateescape")


def uses_driver(data: bytes) -> bool:
    """Say whether a .gitattributes asks for our drivers."""
    return re.search(rb"(?m)^[^#\r\n]*[ \t]merge=dinkit(?:-exports)?(?=\s|\Z)", data) is not None


def _pattern(path: str, rest: str) -> str:
    """Return a pattern as git reads it: signs that mean something to it are escaped, and one with spaces stands in quotes."""
    pattern = "/" + _GLOB.sub(r"\\\g<0>", path) + rest
    if not re.search(r"[\s\"]", pattern):
        return pattern
    escaped = pattern.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return f'"{escaped}"'


def _quoted(word: str) -> str:
    """Return a word as a shell reads it whole."""
    return "'" + word.replace("'", "'\\''") + "'"
