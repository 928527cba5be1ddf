"""Acceptances in a part that several models share: one model may have no need of what another needs, so only all of them together can tell."""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.finding import Finding
from dinkit.network import Network
from dinkit.reading.settings import Beside, Settings
from dinkit.tuples import NamedTuple


class Seen(NamedTuple):
    """What one model has no need of, and the files that it was read from."""

    unneeded: tuple[Finding, ...]
    files: frozenset[str]


def is_shared(file: int, settings: Beside[Settings] | None) -> bool:
    """Say whether a file of a model may be one of another model too: a part, in a project that names several models."""
    return file != 0 and settings is not None and len(settings.record.models) > 1


def files_of(network: Network) -> frozenset[str]:
    """Return the paths of the files that a model was read from."""
    return frozenset(file.path for file in network.files)


def needless(seen: Sequence[Seen], settings: Beside[Settings] | None) -> tuple[Finding, ...]:
    """Return what no model of the project has a need of.

    Args:
        seen: the models that were looked at.
        settings: those of the project; nothing is concluded unless as many models were looked at as it names.
    """
    if settings is None or len(seen) < len(settings.record.models):
        return ()
    found = dict.fromkeys(finding for one in seen for finding in one.unneeded)
    return tuple(finding for finding in found if all(finding in one.unneeded for one in seen if finding.location.file in one.files))
