"""What stands in a box or row about a change, as runs of text: the name, and what is said otherwise, as far as there is room for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dinkit.drawing import style
from dinkit.drawing.change.looks import LOOKS, PLACE, QUIET
from dinkit.drawing.change.parts import parts_of
from dinkit.drawing.change.runs import Run
from dinkit.drawing.change.told import LINES, Said, Told
from dinkit.drawing.change.union import Union
from dinkit.drawing.change.words import say
from dinkit.drawing.style import Type

DETAILS: tuple[str, ...] = ("full", "brief", "short", "named", "marks", "counts")
"""How much is told, the most first: everything; long texts only named; also long values only named; fields only named; of parts the name only; of parts
the number only."""
FACES: tuple[str, ...] = ("old", "new", "change")
_LONGEST = {"full": 170, "brief": 70, "short": 70}
"""Most characters of a value."""
SHORT = 64
"""Most characters of what was and what is together, for a value that counts as short."""
WHOLE = 400
"""Most characters of a value that says where something stands."""
_FACT = style.ROW
_LABEL = style.ROW._replace(italic=True)


class Fact(NamedTuple):
    """One thing that is said of an element: a sign, and the words."""

    sign: str
    runs: list[Run]


def state_of(told: Told | None, face: str) -> str:
    """Return how an element looks: in the old and the new state only whether it differs from the other."""
    return "same" if told is None else told.state if face == "change" else "differs"


def is_there(told: Told | None, face: str) -> bool:
    """Say whether an element stands in a state of the picture."""
    return told is None or (face, told.state) not in (("old", "added"), ("new", "removed"))


def name_runs(union: Union, element: str, told: Told | None, kind: Type, face: str) -> list[Run]:
    """Return number and name; where they differ what was, struck through, before what is."""
    now = union.network.elements[element]
    then = union.earlier.elements[union.then[element]] if element in union.then else now
    state = state_of(told, face)
    ink = QUIET if state == "same" else style.INK if state == "differs" else LOOKS[state].ink
    plain = kind if state != "same" else kind._replace(bold=False)
    is_gone = state == "removed"
    runs = []
    for old, new, soft in ((then.number or "", now.number or "", True), (then.name or "", now.name or "", False)):
        used = plain if not soft else plain._replace(bold=False)
        if face == "change" and old != new and old:
            runs.append(Run(old, used._replace(bold=False), ink, struck=True))
        shown = old if face == "old" else new
        if shown:
            runs.append(Run(shown, used, ink, struck=is_gone))
    return runs or [Run(element, plain, ink)]


def facts_of(told: Told, *, detail: str, face: str, drawn: frozenset[tuple[str, str, str]], is_row: bool, language: str) -> list[Fact]:
    """Return what is said otherwise of an element, as far as a level of detail has room for it.

    Args:
        told: what happened to it.
        detail: one of DETAILS.
        face: "change", or one of the two states.
        drawn: the relations that stand in the picture as a line, or as a row in its box: of what is new or gone they go without saying.
        is_row: it is a row in a box.
        language: "nl" or "en".
    """
    said = [one for one in told.said if not (told.state != "changed" and one.line in drawn)]
    if face != "change":
        return list(_of_one_side(said, face, _LONGEST[detail])) if detail in _LONGEST else []
    facts = [Fact("", [Run(told.what, _FACT._replace(bold=True), LOOKS[told.state].ink)])] if told.what else []
    facts += [_fact(one, PLACE, WHOLE) for one in said if one.sort == "place" and not (is_row and detail == "counts")]
    rest = [one for one in said if one.sort != "place"]
    level = "named" if detail == "short" and told.state != "changed" else detail  # that it is new or gone says most
    shown = [one for one in rest if _is_told(one, level)]
    facts += _facts(shown, _LONGEST[detail] if detail in ("full", "brief") else WHOLE)
    left = [one for one in rest if one not in shown]
    if left and told.state == "changed" and not (is_row and detail in ("marks", "counts")):
        facts.append(Fact("", [Run(say("also", language, labels=_labels(left)), _LABEL, style.SOFT_INK)]))
    return facts


def _is_told(said: Said, detail: str) -> bool:
    """Say whether a level of detail tells what something was and is."""
    if detail == "full" or _is_of_network(said):
        return True
    if said.sort == "text" or detail not in ("brief", "short"):
        return False
    parts = parts_of(said.old, said.new)
    return detail == "brief" or len(parts.old) + len(parts.new) <= SHORT


def _is_of_network(said: Said) -> bool:
    """Say whether it is about a relation that a picture may draw as a line; where it does not, it is always told in full."""
    return said.line is not None and said.line[0] in LINES


def _of_one_side(said: list[Said], face: str, most: int) -> Iterator[Fact]:
    for one in _joined([one for one in said if one.sort != "text"]):
        value = one.old if face == "old" else one.new
        if value:
            yield Fact(
                "",
                [
                    Run(f"{one.label}:" if one.sort != "relation" else one.label, _LABEL, style.SOFT_INK),
                    Run(_short(value, WHOLE if one.sort == "place" else most), _FACT),
                ],
            )


def _facts(said: list[Said], most: int) -> Iterator[Fact]:
    """Yield what is said otherwise; everything of one relation in one, so that the relation is named once."""
    held: dict[object, list[Said]] = {}
    for at, one in enumerate(_joined(said)):
        held.setdefault(one.line if one.sort == "field" and one.line else at, []).append(one)
    for those in held.values():
        about, found, _ = those[0].label.rpartition(": ")
        if len(those) == 1 or not found or any(one.label.rpartition(": ")[0] != about for one in those):
            yield from (_fact(one, "", most) for one in those)
        else:
            inner = [_fact(one._replace(label=one.label.rpartition(": ")[2]), "", most) for one in those]
            signs = {fact.sign for fact in inner}
            runs = [run for fact in inner for run in fact.runs]
            yield Fact(signs.pop() if len(signs) == 1 else LOOKS["changed"].sign, [Run(f"{about}:", _LABEL, style.SOFT_INK), *runs])


def _fact(one: Said, sign: str, most: int) -> Fact:
    """Return one thing that is said otherwise: what was struck through, then what is; what did not change of it is said once and quietly."""
    colon = "" if one.sort == "relation" and not (one.old and one.new) else ":"
    old, new, before, after = parts_of(one.old, one.new) if one.old and one.new else (one.old, one.new, "", "")
    texts = (
        (before, _FACT, style.SOFT_INK, False),
        (old, _FACT, LOOKS["removed"].ink, True),
        (new, _FACT._replace(bold=True), LOOKS["added"].ink, False),
        (after, _FACT, style.SOFT_INK, False),
    )
    runs = [Run(f"{one.label}{colon}", _LABEL, style.SOFT_INK)]
    runs += [Run(_short(text, most), kind, ink, struck=struck) for text, kind, ink, struck in texts if text]
    state = "changed" if one.old and one.new else "added" if one.new else "removed"
    return Fact(sign or LOOKS[state].sign, runs)


def _joined(said: list[Said]) -> list[Said]:
    """Return the same with all relations of one label in one, those that came and those that went apart."""
    made: dict[object, Said] = {}
    for at, one in enumerate(said):
        key: object = (one.label, bool(one.old)) if one.sort == "relation" and not (one.old and one.new) else at
        before = made.get(key)
        old, new = (", ".join(filter(None, pair)) for pair in ((before.old, one.old), (before.new, one.new))) if before else (one.old, one.new)
        made[key] = one._replace(old=old, new=new)
    return list(made.values())


def _labels(said: list[Said]) -> str:
    """Return what differs, each thing once, with how often where that is more than once."""
    counts: dict[str, int] = {}
    for one in said:
        label = one.label.split(" '")[0]
        counts[label] = counts.get(label, 0) + 1
    return ", ".join(label if count == 1 else f"{label} ({count})" for label, count in counts.items())


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
