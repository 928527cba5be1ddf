"""What an exporter may print: everything is handed to it, and it looks nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dinkit.tuples import NamedTuple

if TYPE_CHECKING:
    from dinkit.analysis import Fact
    from dinkit.comparing.comparison import Comparison
    from dinkit.finding import Finding, Suppressed
    from dinkit.model.project_rules import ProjectRule
    from dinkit.network import Network, TextFile
    from dinkit.publication import Publication


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
