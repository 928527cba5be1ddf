"""The contract of a report for people to read: what it is made of, and what a sort of report is.

A sort of report is one file in publications/, named after its file, that holds one `PUBLICATION`; its docstring says what it answers. It puts
facts of analyses in the order of a reader; how it is printed (Markdown, HTML) is the business of the exporters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dinkit.analysis import Options, Table
from dinkit.finding import Text
from dinkit.network import Network


class Section(NamedTuple):
    """A heading with what stands below it: paragraphs, then tables, then sections."""

    title: Text
    paragraphs: tuple[Text, ...] = ()
    tables: tuple[Table, ...] = ()
    sections: tuple[Section, ...] = ()


class Publication(NamedTuple):
    """One report: a title, what it is about in a line, the answer first, then its sections and notes on how it was made."""

    title: Text
    subtitle: Text
    summary: tuple[Text, ...]
    sections: tuple[Section, ...]
    notes: tuple[Text, ...] = ()


class PublicationType(NamedTuple):
    """A sort of report of the catalogue."""

    title: Text
    name: Text
    """What users type: "verantwoording", "accountability"."""
    run: Callable[[Network, Options], Publication]
    applies: Callable[[Network], bool]
    """Whether a model has anything that it is about; without, `dinkit build` leaves it out."""
    uses: tuple[str, ...] = ()
    """The names of the options that it uses."""
