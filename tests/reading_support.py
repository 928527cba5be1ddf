"""What the tests of reading share: a finding in one line, and a network without its places."""

from __future__ import annotations

from typing import Any

from dinkit.finding import Finding
from dinkit.network import Network
from dinkit.reading.load import Loaded, load
from dinkit.source import Memory


def read(text: str | bytes, **parts: str | bytes) -> Loaded:
    """Load a model of text or bytes; further files by name without ".yaml"."""
    return load("din.yaml", Memory({"din.yaml": text} | {f"{name}.yaml": part for name, part in parts.items()}))


def told(result: Loaded) -> list[str]:
    """Every finding as `line:column slug token`, with the file in front where that is a part."""
    return [line_of(finding, result.network) for finding in result.findings]


def line_of(finding: Finding, network: Network) -> str:
    """One finding in one line."""
    span = finding.location.span
    file = "" if finding.location.file == "din.yaml" else f"{finding.location.file}:"
    return f"{file}{span.line}:{span.column} {finding.slug} {token(finding, network)}"


def token(finding: Finding, network: Network) -> str:
    """The text that a finding points at."""
    text = next(file.text for file in network.files if file.path == finding.location.file)
    return text[finding.location.span.start : finding.location.span.end]


def facts(network: Network) -> tuple[Any, ...]:
    """What a network says, without order and places: the same for every way to write the same document."""
    relations = sorted(repr(relation._replace(file=0, mark=None)) for relation in network.relations)
    return dict(network.elements), relations, network.flaws, network.damaged, network.complete


def dutch(text: str | bytes, **parts: str | bytes) -> list[str]:
    """The Dutch message and hint of every finding."""
    return [f"{one.message.nl} | {one.hint.nl}" if one.hint else one.message.nl for one in read(text, **parts).findings]
