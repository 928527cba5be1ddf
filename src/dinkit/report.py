"""What an exporter may print: everything is handed to it, and it looks nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dinkit.model.records import NOTHING
from dinkit.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dinkit.analysis import Fact
    from dinkit.comparing.comparison import Comparison
    from dinkit.finding import Finding, Suppressed
    from dinkit.model.project_rules import ProjectRule
    from dinkit.network import Network, TextFile
    from dinkit.publication import Publication


class Whose(NamedTuple):
    """Of which models a finding is, in a run that may check several."""

    models: tuple[str, ...]
    """The models that have it, in the order in which they were checked."""
    apart: bool = False
    """Whether other models read its file and do not have it, so that a reader has to know whose it is."""
    whole: bool = False
    """Whether it is about a model as a whole: in another model it would be another finding."""


class Report(NamedTuple):
    """The content of one export."""

    network: Network | None = None
    """None for findings on several models at once."""
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    files: tuple[TextFile, ...] = ()
    """The files that the findings are about, each once: their source lines, and the count in the summary."""
    suppressed: tuple[Suppressed, ...] = ()
    """What was found but accepted; formats that know the notion show it, none counts it."""
    whose: Mapping[Finding | Suppressed, Whose] = NOTHING
    """Of which models each finding is, those of the first model first; empty where nobody asked."""
    strict: bool = False
    """Whether warnings fail the run too, for formats that give a verdict."""
    project_rules: tuple[ProjectRule, ...] = ()
    """The rules of the project itself, for formats that explain what they tell."""
    publication: Publication | None = None
    comparisons: tuple[Comparison, ...] = ()
    """Models in two versions."""
    language: str = "nl"
    """"nl" or "en"; formats for machines hold both languages and do not look at it."""
    links: str = ""
    """What stands before the path of a file in a link, such as the address of the repository at this commit."""
    colour: bool = False
    """Whether text may be coloured, for a terminal that shows it."""
