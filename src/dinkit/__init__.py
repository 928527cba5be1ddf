"""dinkit: a Doelen-Inspanningen-Netwerk as text, validated, analysed and drawn.

The public face; every name is imported when it is first used, since start-up counts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dinkit.checking.run import check
    from dinkit.finding import Finding, Location, Severity, Span, Text
    from dinkit.network import Network, Relation
    from dinkit.reading.load import Loaded, load
    from dinkit.source import Folder, Memory

_HOMES = {
    "Finding": "finding",
    "Folder": "source",
    "Loaded": "reading.load",
    "Location": "finding",
    "Memory": "source",
    "Network": "network",
    "Relation": "network",
    "Severity": "finding",
    "Span": "finding",
    "Text": "finding",
    "check": "checking.run",
    "load": "reading.load",
}

__all__ = ["Finding", "Folder", "Loaded", "Location", "Memory", "Network", "Relation", "Severity", "Span", "Text", "check", "load"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dinkit' has no attribute '{name}'")
    return getattr(import_module(f"dinkit.{_HOMES[name]}"), name)
