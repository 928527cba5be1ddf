"""What many tests need: load a model from text, and run the rules over it."""

from __future__ import annotations

from dinkit.checking.run import check
from dinkit.finding import Finding
from dinkit.network import Network
from dinkit.reading.load import Loaded, load
from dinkit.source import Memory


def loaded(text: str, **parts: str) -> Loaded:
    """Load a model from text; further files by name (`goals="..."` is the file goals.yaml)."""
    return load("din.yaml", Memory({"din.yaml": text} | {f"{name}.yaml": part for name, part in parts.items()}))


def network_of(text: str, **parts: str) -> Network:
    """Load a model that must read without any finding."""
    result = loaded(text, **parts)
    assert result.findings == ()
    return result.network


def findings_of(text: str, **parts: str) -> tuple[Finding, ...]:
    """Load a model and run every rule."""
    return check(loaded(text, **parts))


def brief(finding: Finding) -> str:
    """One finding as `line:column code element`, the form in which tests name it."""
    span = finding.location.span
    return f"{span.line}:{span.column} {finding.code} {finding.element or '-'}"
