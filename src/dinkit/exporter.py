"""The contract of a format: what an exporter is.

An exporter is one file in exporters/ that holds one `EXPORTER`. For facts it is named after its form (`csv`), for anything else after what
it takes and its form (`findings_json`). It turns a report into text: writing and printing is not its business.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

R = TypeVar("R")

TAKES: tuple[str, ...] = ("fact", "findings", "network", "publication", "difference")
"""What an exporter can take: the facts, the findings, the network, the publication or the comparisons of a report."""


class Exporter(NamedTuple, Generic[R]):
    """An exporter of the catalogue; `R` is what it is handed, a `dinkit.report.Report`."""

    takes: str
    """One of TAKES."""
    form: str
    """What users type: "text", "json", "csv", "md" or "html"."""
    suffix: str
    """The end of the name of a file in this form, with its point."""
    export: Callable[[R], str]
    """Returns the text, ending in a line break, with nothing in it that a terminal, a spreadsheet or a browser would obey."""
