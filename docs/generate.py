"""Writes what follows from the code in docs/: the file format, the commands, the schemas and the picture of a change. A test holds them fresh."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

# The pages are in one language, whatever the system of who makes them says; commands choose theirs when they are imported.
os.environ["DINKIT_LANG"] = "en"

import click

from dinkit import catalogue
from dinkit.checking.manual import rules_page
from dinkit.checking.notices import NOTICES
from dinkit.cli import COMMANDS
from dinkit.finding import Text
from dinkit.model.contract import OneOf, Record, fields_of
from dinkit.model.document import Head, Link
from dinkit.model.keywords import KEYS
from dinkit.model.kinds import KIND_BY_NAME, KINDS, NESTED, label
from dinkit.model.records import RECORDS, Element
from dinkit.model.relations import RELATIONS
from dinkit.model.schema import json_schema
from dinkit.model.values import LIGHTS, Aspect, Light, Money, Planning, Quantity
from dinkit.model.vocabulary import VALUES, spell_key, spell_value
from dinkit.reading.messages import MESSAGES

HERE = Path(__file__).parent

_WORDS = {word.english: word for word in KEYS}


def pages() -> dict[str, str]:
    """Return every generated page: its path below docs/ and its text."""
    return {
        "format-reference.md": format_page("en"),
        "format-reference.nl.md": format_page("nl"),
        "reading.md": reading_page(),
        "rules.md": rules_page(),
        "commands.md": commands_page(),
        "change.svg": change_picture(),
        "schema/din.nl.schema.json": schema_page("nl"),
        "schema/din.en.schema.json": schema_page("en"),
    }


def schema_page(language: str) -> str:
    """Return the JSON Schema as a file."""
    return json.dumps(json_schema(language), ensure_ascii=False, indent=1) + "\n"


def format_page(language: str) -> str:
    """Return the reference of all keys, per kind, in one language."""
    common = set(fields_of(Element))
    parts = [_say(language, _FORMAT_TOP), _table(_say(language, EVERY), Element, set(), language)]
    parts += [_kind(kind.name, common, language) for kind in KINDS] + [_relations(language)]
    for record, title in SECTIONS.items():
        parts.append(_table(_say(language, title), record, set(), language))
    return "\n".join([*parts, _values(language)])


_FORMAT_TOP = Text(
    """\
# Alle sleutels van het bestandsformaat

Gemaakt van de woordenlijst, de records en de relatietabel met `make docs`; [format.md](format.md) legt uit hoe ze werken.
Elke sleutel mag in het Nederlands of in het Engels. Vette sleutels zijn verplicht.
""",
    """\
# File format: all keys

Generated from the vocabulary, the records and the relation table by `make docs`; [format.md](format.md) explains how to use them.
Every key may be written in Dutch or in English. Bold keys must be given. [In het Nederlands](format-reference.nl.md).
""",
)
EVERY = Text("Elk element", "Every element")
A_LINK = Text("Een verband voluit", "A link in full")
HEAD = Text("De kop van een bestand", "The head of a file")
VALUE = Text("Een waarde", "A value")
MONEY = Text("Een bedrag", "An amount of money")
PLANNING = Text("Een planning", "A planning")
ASPECT = Text("Een aspect", "An aspect")
SECTIONS: dict[type[Record], Text] = {Link: A_LINK, Head: HEAD, Quantity: VALUE, Money: MONEY, Planning: PLANNING, Aspect: ASPECT}
_KEYS = ("announced", "aspects")
"""Fields whose words are keys themselves."""
_HEADINGS = Text("| Sleutel | Engels | Betekenis | Waarden |", "| Dutch | English | Meaning | Values |")
_NO_FIELDS = Text("Geen eigen velden.", "No fields of its own.")
_NO_LINKS = Text("geen", "none")
_LINKS = Text("Verbanden", "Links")
_RELATIONS = Text(
    "## Relaties\n\n| Sleutel | Engels | Van | Naar | Geschreven bij | In het doelennetwerk |",
    "## Relations\n\n| Key | English | From | To | Written at | In the goal network |",
)
_END = {"source": Text("het begin", "source"), "target": Text("het eind", "target")}
_ENUMERATED = Text("## Vaste waarden\n\n| Sleutel | Nederlands = Engels |", "## Enumerated values\n\n| Key | Dutch = English |")
_ANY = Text("elke soort", "any kind")


def _say(language: str, text: Text) -> str:
    return text.nl if language == "nl" else text.en


def _kind(name: str, common: set[str], language: str) -> str:
    title = f"{label(name, language)} (`{spell_key(KIND_BY_NAME[name].collection, 'nl')}`)"
    links = [relation.key for relation in RELATIONS if name in (relation.sources if relation.written_at == "source" else relation.targets)]
    nested = [key for key, kind in NESTED.items() if kind == name]
    keys = ", ".join(f"`{spell_key(key, 'nl')}`" for key in links + nested)
    return f"{_table(title, RECORDS[name], common, language)}\n{_say(language, _LINKS)}: {keys or _say(language, _NO_LINKS)}.\n"


def _table(title: str, record: type[Record], without: set[str], language: str) -> str:
    rows = [f"\n## {title[0].upper()}{title[1:]}\n", _say(language, _HEADINGS), "|---|---|---|---|"]
    for name, field in fields_of(record).items():
        if name not in without:
            dutch = f"**`{spell_key(name, 'nl')}`**" if field.required else f"`{spell_key(name, 'nl')}`"
            about = (_WORDS[name].about_dutch if language == "nl" else _WORDS[name].about_english).replace("<", "&lt;")
            rows.append(f"| {dutch} | `{name}` | {about} | {_allowed(field.annotation, language)} |")
    return "\n".join(rows if len(rows) > 3 else [*rows[:1], _say(language, _NO_FIELDS)]) + "\n"


def _allowed(annotation: object, language: str) -> str:
    """Return the words that a field takes, and the section that says what stands behind it."""
    parts = list(_parts(annotation))
    marks = [part for part in parts if isinstance(part, OneOf)]
    titles = [_say(language, SECTIONS[part]) for part in parts if isinstance(part, type) and part in SECTIONS]
    words: list[str] = []
    for mark in marks[:1]:
        spell = spell_key if mark.key in _KEYS else partial(spell_value, mark.key)
        words = [f"`{spell(value, 'nl')}`" for value in (mark.only or VALUES[mark.key])]
    if Light in parts:
        words = [f"`{spell_value('status', light, 'nl')}`" for light in LIGHTS]
    links = [f"[{title.lower()}](#{title.lower().replace(' ', '-')})" for title in dict.fromkeys(titles)]
    return "; ".join(part for part in (", ".join(words), *links) if part)


def _parts(annotation: object) -> Iterator[object]:
    """Yield what a type is made of, itself first."""
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


def _relations(language: str) -> str:
    rows = ["\n" + _say(language, _RELATIONS), "|---|---|---|---|---|---|"]
    yes = "ja" if language == "nl" else "yes"
    for one in RELATIONS:
        ends = f"{_kinds(one.sources, language)} | {_kinds(one.targets, language)} | {_say(language, _END[one.written_at])}"
        rows.append(f"| `{spell_key(one.key, 'nl')}` | `{one.key}` | {ends} | {yes if one.in_goal_network else ''} |")
    return "\n".join(rows) + "\n"


def _kinds(kinds: frozenset[str], language: str) -> str:
    return _say(language, _ANY) if len(kinds) > 14 else ", ".join(label(kind.name, language) for kind in KINDS if kind.name in kinds)


def _values(language: str) -> str:
    rows = ["\n" + _say(language, _ENUMERATED), "|---|---|"]
    rows += [
        f"| `{spell_key(key, 'nl')}` | {', '.join(f'`{dutch}` = `{english}`' for english, dutch in pairs.items())} |" for key, pairs in VALUES.items()
    ]
    return "\n".join(rows) + "\n"


def reading_page() -> str:
    """Return what reading can find, and what can be wrong with decisions: the codes DIN0xx (and the ids of DIN101), with their words."""
    rows = [
        "# Findings of reading / Bevindingen bij het lezen\n",
        "What is wrong with a file before any rule looks at it, and from DIN040 with [decisions about findings](findings.md) and [rules of a project](project-rules.md); [rules.md](rules.md) has the rules. {0}, {1} stand for what the file says there.\n",
        "| code | name | what is wrong | wat er mis is |",
        "|---|---|---|---|",
    ]
    told = [(message.code, slug, message.en, message.nl) for slug, message in MESSAGES.items()]
    told += [(notice.code, slug, notice.message.en, notice.message.nl) for slug, notice in NOTICES.items()]
    for code, slug, english, dutch in sorted(told):
        rows.append(f"| {code} | `{slug}` | {_cell(english)} | {_cell(dutch)} |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def change_picture() -> str:
    """Return the picture of diff-picture.md: what `dinkit diff` draws of the two versions in examples/."""
    with TemporaryDirectory() as folder:
        picture = Path(folder) / "change.svg"
        call = [sys.executable, "-m", "dinkit", "diff", "old.yaml", "new.yaml", "--picture", "-o", str(picture)]
        subprocess.run(call, cwd=HERE / "examples", check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
        return picture.read_text(encoding="utf-8")


def commands_page() -> str:
    """Return what every command takes, as its own --help says it."""
    parts = [
        "# Commands\n\nGenerated from the commands themselves by `make docs`. Exit codes: 0 without errors, 1 with errors (or stale files), 2 for a wrong call or a missing file, 130 when it was stopped with Ctrl-C.\n"
    ]
    for name in catalogue.names(COMMANDS):
        command: click.Command = catalogue.member(COMMANDS, name).COMMAND
        shown = name.replace("_", "-")
        help_text = command.get_help(click.Context(command, info_name=f"dinkit {shown}", max_content_width=100))
        parts.append(f"## dinkit {shown}\n\n```text\n{help_text}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    made = pages()
    stale = [name for name, text in made.items() if not (HERE / name).exists() or (HERE / name).read_text(encoding="utf-8") != text]
    for name in stale:
        (HERE / name).parent.mkdir(exist_ok=True)
        (HERE / name).write_text(made[name], encoding="utf-8", newline="\n")
    sys.stdout.write("".join(f"written: docs/{name}\n" for name in stale))
