"""Hypothesis strategies for model documents, and how one document is written in many ways.

A document is plain data with English keys (`Document`): the same document can be rendered in Dutch or English, in block or flow
style, with short or long links, in any order. Whatever is random about the writing is in `Style`, so that a test can say
"the same document, written differently".
"""

from __future__ import annotations

import json
import random
import re
import string
from typing import Any, NamedTuple

from hypothesis import strategies as st

from dinkit.model.vocabulary import VALUES, spell_key, spell_value

Document = dict[str, dict[str, Any]]
"""Collection -> id -> fields. Values are text, a list of text, a mapping, or `Links`."""


class Links(NamedTuple):
    """The links under one key: target -> what stands beside it (nothing, or fields)."""

    targets: dict[str, dict[str, str]]


class Style(NamedTuple):
    """How a document is written."""

    language: str = "nl"
    flow: bool = False
    long_links: bool = False
    quoted: bool = True
    order: int | None = None
    """A seed for the order of collections, elements and fields; None keeps that of the document."""


HOSTILE = (
    'zegt "hoi"', "it's", "<b>vet</b>", "R&D", "C:\\map\\x", "x:y", "a: b", "- streep", "# hekje", "*ster*", "&anker", "!tag", "%", "@", "`",
    "{a: b}", "[a]", "null", "~", "yes", "1e3", "2019", "é€ü", "日本", "😀", "a\nb", "\ttab", "=1+1", "\x1b[31m", "\u202eomgekeerd", "\u200f",
    "\u2028", "\ufeffx", "x" * 10_000,
)  # fmt: skip
"""Names that break what reads or prints them carelessly."""

DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that are a warning wherever they stand as such in a file."""

ids = st.text(string.ascii_lowercase, min_size=1, max_size=3).map(lambda word: f"x-{word}")
"""Proper ids; the prefix keeps clear of the words of the grammar."""

names = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12),
    st.sampled_from(HOSTILE),
).filter(lambda name: name.strip() != "" and name not in ("onbekend", "unknown"))
"""Names of any sort: anything but white space, and the word that stands for "the source does not say"."""

tame_names = st.text(string.ascii_letters + "é -", min_size=1, max_size=12).map(lambda name: f"N{name}n")
"""Names that need no quotes."""

provenances = st.sampled_from(list(VALUES["provenance"]))
dates = st.sampled_from(["2019", "2019-05", "2019-05-14", "2019-H2", "2019-Q3", "2019-W12", "unknown"])


def _fields(name: st.SearchStrategy[str], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Fields of an element: always a name, of the others any."""
    return st.fixed_dictionaries({"name": name}, optional={"provenance": provenances, "number": st.sampled_from(["a", "1", "1.10"])} | more)


@st.composite
def documents(draw: st.DrawFn, name: st.SearchStrategy[str] = names) -> Document:
    """Documents without a fault: a few goals in a tree, efforts with links to them, stakeholders with roles, an indicator."""
    all_ids = draw(st.lists(ids, min_size=3, max_size=9, unique=True))
    cut = draw(st.integers(1, len(all_ids) - 2))
    goals, rest = all_ids[:cut], all_ids[cut:]
    parties, efforts = rest[:1], rest[1:]
    tree = {one: draw(_fields(name, target_date=dates)) for one in goals}
    if len(goals) > 1 and draw(st.booleans()):
        tree[goals[0]]["subgoals"] = {goals[-1]: tree.pop(goals[-1])}
    detail = st.fixed_dictionaries({}, optional={"provenance": provenances, "weight": st.sampled_from(["+", "++", "2"])})
    work: dict[str, Any] = {}
    for one in efforts:
        work[one] = draw(
            _fields(name, steering=st.sampled_from(list(VALUES["steering"])), planning=st.sampled_from(["2019", "2019..2020", "2019.."]))
        )
        served = draw(st.lists(st.sampled_from(goals), unique=True, max_size=3))
        if served:
            work[one]["contributes_to"] = Links({goal: draw(detail) for goal in served})
        if draw(st.booleans()):
            work[one]["stakeholders"] = Links({parties[0]: draw(st.sampled_from([{}, {"role": "lead"}, {"role": "partner"}]))})
    found: Document = {"goals": tree, "efforts": work, "stakeholders": {parties[0]: draw(_fields(name))}}
    if draw(st.booleans()):
        targets = [{"value": draw(st.sampled_from(["2200", "1.22", "pm", "unknown", "12%"])), "date": "2022"}]
        found["indicators"] = {"x-indicator": {"name": draw(name), "targets": targets, "measures": Links({goals[0]: {}})}}
    return found


styles = st.builds(Style, st.sampled_from(["nl", "en"]), st.booleans(), st.booleans(), st.booleans(), st.none() | st.integers(0, 99))
"""Every way to write a document."""


def render(document: Document, style: Style) -> str:
    """Write a document as the text of a model file."""
    shuffle = random.Random(style.order) if style.order is not None else None
    return _mapping(_spelled(document, style, shuffle, raw=False), style, 0)


def scalar(text: str, style: Style) -> str:
    """Write a text so that YAML reads it back unchanged; without quotes only where that is certain."""
    if not style.quoted and re.fullmatch(r"[A-Za-z0-9+][A-Za-z0-9é.+%-]*(?: [A-Za-z0-9é-]+)*", text) and text.lower() not in ("null", "~"):
        return text
    escaped = json.dumps(text, ensure_ascii=False)
    return "".join(one if one.isprintable() or DIRECTIONS.match(one) else _escape(one) for one in escaped)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _spelled(value: Any, style: Style, shuffle: random.Random | None, *, raw: bool, key: str = "") -> Any:
    """Spell keys and enumerated values in the language of the style, and shuffle what has no order of its own."""
    if isinstance(value, Links):
        return _spelled_links(value, style, shuffle, key)
    if isinstance(value, dict):
        items = list(value.items())
        if shuffle:
            shuffle.shuffle(items)
        holds_ids = key in ("goals", "efforts", "stakeholders", "indicators", "subgoals")
        return {
            one if holds_ids else spell_key(one, style.language): _spelled(inner, style, shuffle, raw=False, key="" if holds_ids else one)
            for one, inner in items
        }
    if isinstance(value, list):
        return [_spelled(inner, style, shuffle, raw=False, key=key) for inner in value]
    return spell_value(key, value, style.language) if key in VALUES or value == "unknown" else value


def _spelled_links(links: Links, style: Style, shuffle: random.Random | None, key: str) -> Any:
    """Write links as one id, a list of ids, or a mapping, whichever the style and the details ask for."""
    if not style.long_links and not any(links.targets.values()):
        targets = list(links.targets)
        if shuffle:
            shuffle.shuffle(targets)
        return targets[0] if len(targets) == 1 else targets
    short = "role" if key == "stakeholders" else "weight"
    made: dict[str, Any] = {}
    for target, detail in links.targets.items():
        spelled = _spelled(detail, style, shuffle, raw=False)
        alone = set(detail) == {short} and not style.long_links
        made[target] = next(iter(spelled.values())) if alone else spelled
    return made


def _mapping(value: dict[str, Any], style: Style, depth: int) -> str:
    lines = []
    for key, inner in value.items():
        if isinstance(inner, (dict, list)) and inner and not (style.flow and depth >= 2) and isinstance(inner, dict):
            lines.append(f"{'  ' * depth}{key}:\n{_mapping(inner, style, depth + 1)}")
        else:
            lines.append(f"{'  ' * depth}{key}: {_flow(inner, style)}\n")
    return "".join(lines)


def _flow(value: Any, style: Style) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner, style)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner, style) for inner in value) + "]"
    return scalar(value, style)


SNIPPETS = (
    "\t", "'", '"', "[", "]", "{", "}", ": ", "- ", " #", "*x ", "&x ", "!x ", "? ", "| ", "> ", "---\n", "...\n", "<<: ", "@", "`", "%", "\\", "\x00",
    "\x07", "\r", "\r\n", "\ufeff", "\u2028", "é", "naam: ", "geen: ", "onbekend", "doelen: ", "id: x", "1,22", "2.200", "null", "  ", "\n",
)  # fmt: skip
"""What a slip of the hand, another program or an attacker puts into a file."""


@st.composite
def broken(draw: st.DrawFn) -> str:
    """Texts of documents after one to four mutations: something inserted, left out, doubled, moved or indented."""
    text = render(draw(documents(tame_names)), draw(styles))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.integers(1, 20)))
        lines = text.splitlines(keepends=True)
        line = draw(st.integers(0, max(len(lines) - 1, 0)))
        match draw(st.integers(0, 4)):
            case 0:
                text = text[:at] + draw(st.sampled_from(SNIPPETS)) + text[at:]
            case 1:
                text = text[:at] + text[until:]
            case 2:
                text = text[:until] + text[at:]
            case 3 if lines:
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(line))
                text = "".join(lines)
            case _ if lines:
                lines[line] = draw(st.sampled_from([" ", "  ", "    ", "\t"])) + lines[line]
                text = "".join(lines)
    return text


random_yaml = st.text(st.sampled_from(" \n\t:-[]{},#&*!|>'\"%@`?abn0129.\\\r\x07é"), max_size=60)
"""Texts in the signs that mean something to a parser."""
