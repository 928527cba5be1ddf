"""Paths as they are shown: from the folder that dinkit is called in, where editors and CI services look for them."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from dinkit.cli.models import STDIN, Chosen, is_stdin
from dinkit.finding import Finding, Location

Shown = Callable[[str], str]


def shown_for(chosen: Chosen) -> Shown | None:
    """Return how to show the paths of a model, which are from the root of its project; None where they are shown as they are."""
    here = _here()
    if here == chosen.root and chosen.piped is None:
        return None
    return cache(lambda path: STDIN if is_stdin(path) else _relative(chosen.root, path, here))


def placed(finding: Finding, shown: Shown) -> Finding:
    """Return a finding with its paths as they are shown."""
    fix = finding.fix and finding.fix._replace(edits=tuple(edit._replace(file=shown(edit.file)) for edit in finding.fix.edits))
    related = tuple(_placed(place, shown) for place in finding.related)
    return finding._replace(location=_placed(finding.location, shown), related=related, fix=fix)


def _placed(place: Location, shown: Shown) -> Location:
    return place._replace(file=shown(place.file))


def _here() -> Path | None:
    try:
        return Path.cwd()
    except FileNotFoundError:  # somebody removed the folder that we are in
        return None


def _relative(root: Path, path: str, here: Path | None) -> str:
    try:
        return path if here is None else Path(os.path.relpath(root / path, here)).as_posix()
    except ValueError:  # on another drive of Windows
        return path
