"""The efforts by theme as resolved values, never syntax: what stands where, in which words.

A view does not depend on the order of elements in the file, on the page or on the engine.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dinkit.drawing import words
from dinkit.drawing.families import Order
from dinkit.drawing.masthead import Head
from dinkit.drawing.nodes import STATE_MARK
from dinkit.drawing.selection import Options
from dinkit.drawing.themes.entries import AGAIN, Entry, Fact, own_parts
from dinkit.drawing.themes.groups import Box, Group, groups_of, left_out
from dinkit.drawing.themes.words import say
from dinkit.drawing.view import LegendEntry, subtitle_of, title_of
from dinkit.drawing.words import plain
from dinkit.model.records import Effort, Theme
from dinkit.network import Network, programme_of


class Themes(NamedTuple):
    """Everything the picture shows."""

    head: Head
    groups: tuple[Group, ...]
    legend: tuple[LegendEntry, ...]
    hidden: tuple[str, ...]
    """What is not shown, and why there are no goals, in words."""
    left_out: bool
    """Whether efforts were left out for want of room."""
    summary: str
    language: str


def themes_of(network: Network, options: Options, *, errors: int, previous: Order | None = None) -> Themes:
    """Resolve a network without goals into what a picture of it shows.

    Args:
        network: the model.
        options: what to show; of these the focus, its depth, the stakeholders and the language count.
        errors: how many errors the model has.
        previous: the order in the picture that this one replaces.

    Raises:
        KeyError: the focus of the options is no element.
    """
    language = options.language
    groups = groups_of(network, options, previous or {})
    efforts = {entry.id for entry in _entries(groups) if not entry.is_again}
    themes = {group.id for group in groups if group.id} | {box.id for group in groups for box in group.boxes if box.id}
    return Themes(
        head=_head(network, options, errors=errors, empty=not groups),
        groups=groups,
        legend=_legend(groups, language),
        hidden=_reason(network, language),
        left_out=False,
        summary=say("summary", language, efforts=len(efforts), themes=len(themes)),
        language=language,
    )


def without_parts(view: Themes) -> Themes:
    """Return the view with the parts as a count on their effort, and that said as hidden."""
    parts = {part.id for entry in _entries(view.groups) for part in entry.parts}
    if not parts:
        return view
    hidden = words.say("hidden-parts", view.language, count=len(parts))
    return _changed(view, lambda box: box._replace(entries=tuple(_counted(one, view.language) for one in box.entries)), (hidden,))


def at_most(view: Themes, most: int) -> Themes:
    """Return the view with at most so many rows in every box, and that said as hidden."""
    dropped = [entry for group in view.groups for box in group.boxes for entry in box.entries[most:]]
    if not dropped:
        return view
    again = sum(entry.is_again for entry in dropped)
    counts = (("hidden", len(dropped) - again), ("hidden-again", again))
    hidden = tuple(say(key, view.language, count=count) for key, count in counts if count)
    shown = _changed(view, lambda box: box._replace(entries=box.entries[:most], more=box.more + len(box.entries[most:])), hidden)
    return shown._replace(left_out=True)


def text_equivalent(view: Themes) -> tuple[str, ...]:
    """Return the picture in words: title, programme, then every theme and every effort as a sentence."""
    head = view.head
    lines = [text for text in (head.title, head.subtitle, head.draft, head.mission, view.summary, head.empty, *view.hidden) if text]
    for group in view.groups:
        lines.append(named(group.number, group.name, group.note))
        for box in group.boxes:
            lines += [named(box.number, box.name, box.within)] if box.name else []
            lines += [entry.title for entry in box.entries]
            lines += [text for text in [left_out(box, view.language)] if text]
    return tuple(lines)


def named(number: str, name: str, note: str) -> str:
    """Return a heading as a sentence."""
    return ": ".join(part for part in (f"{number} {plain(name)}".strip(), plain(note)) if part)


def _entries(groups: tuple[Group, ...]) -> list[Entry]:
    return [entry for group in groups for box in group.boxes for entry in box.entries]


def _changed(view: Themes, change: Callable[[Box], Box], hidden: tuple[str, ...]) -> Themes:
    groups = tuple(group._replace(boxes=tuple(change(box) for box in group.boxes)) for group in view.groups)
    return view._replace(groups=groups, legend=_legend(groups, view.language), hidden=(*hidden, *view.hidden))


def _counted(entry: Entry, language: str) -> Entry:
    """Return a row with its parts as a count, which leaves out those that stand with another effort."""
    count = len(own_parts(entry))
    return entry._replace(parts=(), facts=(*([Fact("parts", words.say("parts", language, count=count))] if count else []), *entry.facts))


def _head(network: Network, options: Options, *, errors: int, empty: bool) -> Head:
    programme, language = programme_of(network), options.language
    efforts = network.name_of("effort", language, plural=True)
    what = efforts[:1].upper() + efforts[1:]
    if next(network.of(Theme), None) is not None:
        what = say("by-theme", language, efforts=what, theme=network.name_of("theme", language))
    # Where a file was read in part only, the goals may be what could not be read.
    said = [say("stated", language)] if "goal" in network.without else [say("missing", language)] if network.complete else []
    said += [say("nothing-near", language)] if empty else []
    said += [say("no-efforts", language)] if next(network.of(Effort), None) is None else []
    return Head(
        title=title_of(network, programme, options),
        subtitle=subtitle_of(network, programme, what, language),
        mission=next((one.text for one in programme.mission), "") if programme else "",
        draft=words.say("draft", language, count=errors) if errors else "",
        empty=" ".join(said),
        language=language,
    )


def _reason(network: Network, language: str) -> tuple[str, ...]:
    """Return why the model says that there are no goals, with the places in the source."""
    said = network.without.get("goal")
    if said is None or not said.none:
        return ()
    places = ", ".join(_shortened(said.source))
    return (say("reason", language, reason=said.none) + (f" ({places})" if places else ""),)


def _shortened(places: tuple[str, ...]) -> list[str]:
    """Return places in sources; the document is named again only where it is another one."""
    documents = ["", *(place.split(" ")[0] for place in places)]
    return [place.removeprefix(f"{document} ") for document, place in zip(documents, places, strict=False)]


def _legend(groups: tuple[Group, ...], language: str) -> tuple[LegendEntry, ...]:
    """List only what occurs."""
    entries = _entries(groups)
    facts = {fact.key for entry in entries for fact in entry.facts}
    steered = sorted({(entry.steering_mark, entry.steering) for entry in entries if entry.steering})
    again = any(entry.is_again or any(part.number == AGAIN for part in entry.parts) for entry in entries)
    focus = any(group.is_focus or any(box.is_focus for box in group.boxes) for group in groups) or any(entry.is_focus for entry in entries)
    legend = [LegendEntry("target", "•", words.say("legend-target", language))] if "target" in facts else []
    legend += [LegendEntry("steering", mark, words.say("legend-steering", language, steering=steering)) for mark, steering in steered]
    legend += [LegendEntry("damaged", STATE_MARK["damaged"], words.say("legend-damaged", language))] if "alarm" in facts else []
    legend += [LegendEntry("ended", STATE_MARK["ended"], words.say("legend-ended", language))] if "ended" in facts else []
    legend += [LegendEntry("also", AGAIN, say("legend-again", language))] if again else []
    legend += [LegendEntry("focus", "", words.say("legend-focus", language))] if focus else []
    return tuple(legend)
