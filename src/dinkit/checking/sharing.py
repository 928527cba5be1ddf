"""What several models share: an acceptance in a part, a confirmation, a rule. One model may have no need of what another needs, so only all of them together can tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from posixpath import normpath

from dinkit.finding import Finding, Location
from dinkit.network import Network
from dinkit.reading.settings import Beside, Settings
from dinkit.tuples import NamedTuple

ORPHAN = "orphan-confirmation"
RESTING = "resting-rule"
_SHARED = frozenset((ORPHAN, RESTING))
_What = tuple[str, str | None, Location]


class Seen(NamedTuple):
    """What one model has no need of, and the files that it was read from."""

    unneeded: tuple[Finding, ...]
    files: frozenset[str]


def is_shared(file: int, settings: Beside[Settings] | None) -> bool:
    """Say whether a file of a model may be one of another model too: a part, unless the project names one model alone."""
    return file != 0 and len(_models(settings)) != 1


def is_member(network: Network, settings: Beside[Settings] | None) -> bool:
    """Say whether a model is one of those that the project names."""
    return network.files[0].path in _models(settings)


def is_only(network: Network, settings: Beside[Settings] | None) -> bool:
    """Say whether a model is all that the project names."""
    return _models(settings) == {network.files[0].path}


def is_whole_project(paths: Iterable[str], settings: Beside[Settings] | None) -> bool:
    """Say whether these models, by their paths, are all models of the project; never when none are named, or a fault may hide one."""
    return settings is not None and not settings.findings and bool(_models(settings)) and _models(settings) <= frozenset(paths)


def _models(settings: Beside[Settings] | None) -> frozenset[str]:
    return frozenset(normpath(name) for name in settings.record.models) if settings else frozenset()


def files_of(network: Network) -> frozenset[str]:
    """Return the paths of the files that a model was read from."""
    return frozenset(file.path for file in network.files)


def apart(findings: list[Finding], network: Network, settings: Beside[Settings] | None) -> tuple[list[Finding], list[Finding]]:
    """Part what was found in a model into what it can tell by itself, and the confirmations and rules that another model may have a need of.

    A confirmation does not say of which model it is, and a rule is for every model: nothing is told of either for a model that the project
    does not name.
    """
    shared = [finding for finding in findings if finding.slug in _SHARED]
    if not shared or is_only(network, settings):
        return findings, []
    return [finding for finding in findings if finding.slug not in _SHARED], shared if is_member(network, settings) else []


def needless(seen: Sequence[Seen], settings: Beside[Settings] | None) -> tuple[Finding, ...]:
    """Return what no model of the project has a need of.

    Args:
        seen: the models that were looked at.
        settings: those of the project; nothing is concluded unless as many models were looked at as it names, nor from settings with a fault,
            which may hide a model.
    """
    if (settings is not None and settings.findings) or len(seen) < len(_models(settings)):
        return ()
    found: dict[_What, Finding] = {}
    for finding in (finding for one in seen for finding in one.unneeded):
        known = found.setdefault(_what(finding), finding)
        if len(finding.message.nl) > len(known.message.nl):  # one model may know a near id where another knows none
            found[_what(finding)] = finding
    said = [(one.files, frozenset(map(_what, one.unneeded))) for one in seen]
    return tuple(finding for what, finding in found.items() if all(what in some for some in _concerned(finding, said)))


def _concerned(finding: Finding, said: list[tuple[frozenset[str], frozenset[_What]]]) -> list[frozenset[_What]]:
    """Return what is said by the models that a finding may be about: those with its file, and all of them for a file beside the models."""
    return [some for files, some in said if finding.location.file in files] or [some for _, some in said]


def _what(finding: Finding) -> _What:
    return finding.code, finding.element, finding.location
