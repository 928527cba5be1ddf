"""Writes the pages of docs/ that follow from the code: the file format, the commands and the schemas. A test holds them fresh."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import get_args

import click

from dinkit import catalogue
from dinkit.cli import COMMANDS
from dinkit.model.contract import OneOf, Record, fields_of
from dinkit.model.document import Head, Link
from dinkit.model.kinds import KINDS, NESTED
from dinkit.model.records import RECORDS, Element
from dinkit.model.relations import RELATIONS
from dinkit.model.schema import json_schema
from dinkit.model.values import Money, Planning, Quantity
from dinkit.model.vocabulary import KEYS, VALUES, spell_key, spell_value

HERE = Path(__file__).parent

_WORDS = {word.english: word for word in KEYS}


def pages() -> dict[str, str]:
    """Return every generated page: its path below docs/ and its text."""
    return {
        "format-reference.md": format_page(),
        "commands.md": commands_page(),
        "schema/din.nl.schema.json": schema_page("nl"),
        "schema/din.en.schema.json": schema_page("en"),
    }


def schema_page(language: str) -> str:
    """Return the JSON Schema as a file."""
    return json.dumps(json_schema(language), ensure_ascii=False, indent=1) + "\n"


def format_page() -> str:
    """Return the reference of all keys, per kind."""
    common = set(fields_of(Element))
    parts = [_FORMAT_TOP, _table("Every element", Element, set()), *(_kind(kind.name, common) for kind in KINDS)]
    parts += [_relations(), _table("A link in full", Link, set()), _table("The head of a file", Head, set())]
    parts += [_table("A value", Quantity, set()), _table("An amount of money", Money, set()), _table("A planning", Planning, set()), _values()]
    return "\n".join(parts)


_FORMAT_TOP = """\
# File format: all keys

Generated from the vocabulary, the records and the relation table by `make docs`; docs/format.md explains how to use them.
Every key may be written in Dutch or in English. Bold keys must be given.
"""


def _kind(name: str, common: set[str]) -> str:
    own = _table(f"{name} ({spell_key(next(kind.collection for kind in KINDS if kind.name == name), 'nl')})", RECORDS[name], common)
    links = [relation.key for relation in RELATIONS if name in (relation.sources if relation.written_at == "source" else relation.targets)]
    nested = [key for key, kind in NESTED.items() if kind == name]
    keys = ", ".join(f"`{spell_key(key, 'nl')}`" for key in links + nested)
    return f"{own}\nLinks: {keys or 'none'}.\n"


def _table(title: str, record: type[Record], without: set[str]) -> str:
    rows = [f"\n## {title[0].upper()}{title[1:]}\n", "| Dutch | English | Meaning | Values |", "|---|---|---|---|"]
    for name, field in fields_of(record).items():
        if name not in without:
            dutch = f"**`{spell_key(name, 'nl')}`**" if field.required else f"`{spell_key(name, 'nl')}`"
            rows.append(f"| {dutch} | `{name}` | {_WORDS[name].about_english.replace('<', '&lt;')} | {_allowed(field.annotation)} |")
    return "\n".join(rows if len(rows) > 3 else [*rows[:1], "No fields of its own."]) + "\n"


def _allowed(annotation: object) -> str:
    marks = [argument for argument in (annotation, *get_args(annotation)) for argument in get_args(argument) if isinstance(argument, OneOf)]
    if not marks:
        return ""
    mark = marks[0]
    return ", ".join(f"`{spell_value(mark.key, value, 'nl')}`" for value in (mark.only or VALUES[mark.key]))


def _relations() -> str:
    rows = ["\n## Relations\n", "| Key | English | From | To | Written at | In the goal network |", "|---|---|---|---|---|---|"]
    rows += [
        f"| `{spell_key(one.key, 'nl')}` | `{one.key}` | {_kinds(one.sources)} | {_kinds(one.targets)} | {one.written_at} | {'yes' if one.in_goal_network else ''} |"
        for one in RELATIONS
    ]
    return "\n".join(rows) + "\n"


def _kinds(kinds: frozenset[str]) -> str:
    return "any kind" if len(kinds) > 14 else ", ".join(kind.name for kind in KINDS if kind.name in kinds)


def _values() -> str:
    rows = ["\n## Enumerated values\n", "| Key | Dutch = English |", "|---|---|"]
    rows += [
        f"| `{spell_key(key, 'nl')}` | {', '.join(f'`{dutch}` = `{english}`' for english, dutch in pairs.items())} |" for key, pairs in VALUES.items()
    ]
    return "\n".join(rows) + "\n"


def commands_page() -> str:
    """Return what every command takes, as its own --help says it."""
    parts = [
        "# Commands\n\nGenerated from the commands themselves by `make docs`. Exit codes: 0 without errors, 1 with errors (or stale files), 2 for a wrong call or a missing file.\n"
    ]
    for name in catalogue.names(COMMANDS):
        command: click.Command = catalogue.member(COMMANDS, name).COMMAND
        shown = name.replace("_", "-")
        help_text = command.get_help(click.Context(command, info_name=f"dinkit {shown}", max_content_width=100))
        parts.append(f"## dinkit {shown}\n\n```text\n{help_text}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    stale = [name for name, text in pages().items() if not (HERE / name).exists() or (HERE / name).read_text(encoding="utf-8") != text]
    for name in stale:
        (HERE / name).parent.mkdir(exist_ok=True)
        (HERE / name).write_text(pages()[name], encoding="utf-8", newline="\n")
    sys.stdout.write("".join(f"written: docs/{name}\n" for name in stale))
