"""Comparisons for a terminal: what happened, what follows from it, then every change, per kind and element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dinkit.comparing.comparison import Comparison, Consequence
from dinkit.comparing.difference import is_empty
from dinkit.exporter import Exporter
from dinkit.exporters._cells import say
from dinkit.exporters._consequences import CHANGES, CONSEQUENCES, NOTHING, again, told
from dinkit.exporters._difference import SIGNS, Entry, entries, parted, settings
from dinkit.exporters._plain import plain
from dinkit.finding import Text
from dinkit.report import Report

_ALL = Text("(alle {count} gevolgen een voor een: --format md, html of json)", "(all {count} consequences one by one: --format md, html or json)")


def export(report: Report) -> str:
    """Return the comparisons of a report as text; of several those without a difference in one line."""
    language = report.language
    shown, still = parted(report.comparisons, lambda one: _listed(one, language))
    made = [_comparison(*each, language) for each in shown]
    if still:
        names = ", ".join(plain(one.model) for one in still)
        made.append(say(Text(f"Geen verschil: {names}", f"No difference: {names}"), language) + "\n")
    return "\n".join(made)


def _listed(one: Comparison, language: str) -> list[Entry]:
    """Return the changes to list; of a model that is new or gone they go without saying."""
    return entries(one, language) if one.then.exists and one.now.exists else []


def _comparison(one: Comparison, consequences: tuple[list[Consequence], int], changes: tuple[list[Entry], int], language: str) -> str:
    title = f"{plain(one.model)}: {plain(say(one.then.name, language))} → {plain(say(one.now.name, language))}"
    blocks = [f"{title}\n{plain(say(one.story, language))}"]
    if one.consequences or not is_empty(one.difference):
        blocks.append("\n".join(_consequences(*consequences, language)))
    blocks += _changes(one, *changes, language)
    return "\n\n".join(blocks) + "\n"


def _consequences(found: Sequence[Consequence], before: int, language: str) -> Iterator[str]:
    if not found and not before:
        yield say(NOTHING, language)
    parts = told(found, language)
    for part in parts:
        yield part.heading
        yield from (f"  * {sentence}" for sentence in part.sentences)
    if any(part.rest for part in parts):
        yield say(_ALL, language).format(count=len(found))
    if before:
        yield f"({say(again(before, CONSEQUENCES), language)})"


def _changes(one: Comparison, listed: Sequence[Entry], before: int, language: str) -> Iterator[str]:
    for kind in dict.fromkeys(entry.kind for entry in listed):
        lines = [line for entry in listed if entry.kind == kind for line in _entry(entry)]
        yield "\n".join([plain(one.now.network.name_of(kind, language, plural=True)).capitalize(), *lines])
    if before:
        yield f"({say(again(before, CHANGES), language)})"
    if lines := settings(one, language):
        yield "\n".join([say(Text("Het model zelf", "The model itself"), language), *(f"      {line}" for line in lines)])


def _entry(entry: Entry) -> Iterator[str]:
    what = f": {entry.what}" if entry.what else ""
    yield f"  {SIGNS[entry.state]} '{entry.name}' ({entry.element}){what}"
    yield from (f"      {line}" for line in entry.lines)


EXPORTER: Exporter[Report] = Exporter("difference", "text", ".txt", export)
