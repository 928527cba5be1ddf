"""Comparisons as a comment on a pull request: what happened and what follows from it first, every change folded below it.

What does not fit in a comment is counted; consequences are the last to go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dinkit.comparing.comparison import Comparison, Consequence
from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._comment import Section, fitted, folded, harmless
from dinkit.exporters._consequences import CHANGES, CONSEQUENCES, NOTHING, again, told
from dinkit.exporters._difference import SIGNS, STATES, Entry, entries, parted, settings
from dinkit.finding import Text
from dinkit.report import Report

_SENTENCE = 1000
"""So many columns of a sentence that stands for several consequences."""
_STORY = 2000
"""So many columns of the story at most."""


def export(report: Report) -> str:
    """Return the comparisons of a report as Markdown; of several those without a difference in a line at the end."""
    language = report.language
    shown, still = parted(report.comparisons, lambda one: entries(one, language))
    sections = [
        section
        for number, (one, consequences, changes) in enumerate(shown)
        for section in (
            _head(one, language, first=not number),
            *_consequences(*consequences, language),
            *_changes(one, *changes, language),
        )
    ]
    if still:
        names = ", ".join(harmless(one.model) for one in still)
        sections.append(Section(say(Text(f"Geen verschil: {names}.", f"No difference: {names}."), language), (), "", CHANGES))
    return fitted("## dinkit diff", sections, language)


def _head(one: Comparison, language: str, *, first: bool) -> Section:
    arrow = f"{harmless(say(one.then.name, language))} → {harmless(say(one.now.name, language))}"
    rule = "" if first else "---\n\n"
    return Section(f"{rule}### {harmless(one.model)}\n\n{arrow}\n\n{harmless(say(one.story, language), _STORY)}", (), "", CHANGES)


def _consequences(found: Sequence[Consequence], before: int, language: str) -> Iterator[Section]:
    parts = told(found, language)
    if not parts and not before:
        yield Section(say(NOTHING, language), (), "", CONSEQUENCES)
    for part in parts:
        yield Section(f"**{part.heading}**\n", (f"- {harmless(sentence, _SENTENCE)}" for sentence in part.sentences), "", CONSEQUENCES)
    if before:
        yield Section(f"({say(again(before, CONSEQUENCES), language)})", (), "", CONSEQUENCES)
    rest = [sentence for part in parts for sentence in part.rest]
    if rest:
        start, end = folded(say(Text(f"{len(rest)} gevolgen een voor een", f"{len(rest)} consequences one by one"), language))
        yield Section(start, (f"- {harmless(sentence)}" for sentence in rest), end, CONSEQUENCES, rank=1)


def _changes(one: Comparison, listed: Sequence[Entry], before: int, language: str) -> Iterator[Section]:
    for kind in dict.fromkeys(entry.kind for entry in listed):
        found = [entry for entry in listed if entry.kind == kind]
        name = one.now.network.name_of(kind, language, plural=True).capitalize()
        start, end = folded(f"{name}: {_counts(found, language)}")
        yield Section(start, (_row(entry) for entry in found), end, CHANGES, rank=2)
    if before:
        yield Section(f"({say(again(before, CHANGES), language)})", (), "", CHANGES)
    if lines := settings(one, language):
        start, end = folded(say(Text("Het model zelf", "The model itself"), language))
        yield Section(start, (f"- {harmless(line)}" for line in lines), end, CHANGES, rank=2)


def _counts(found: Iterable[Entry], language: str) -> str:
    states = Counter(entry.state for entry in found)
    return ", ".join(f"{states[state]} {say(word, language)}" for state, word in STATES.items() if states[state])


def _row(entry: Entry) -> str:
    what = f": {harmless(entry.what)}" if entry.what else ""
    head = f"- `{SIGNS[entry.state]}` **{harmless(entry.name)}** ({harmless(entry.element)}){what}"
    return "\n".join([head, *(f"  - {harmless(line)}" for line in entry.lines)])


EXPORTER: Exporter[Report] = Exporter("difference", "md", ".md", export)
