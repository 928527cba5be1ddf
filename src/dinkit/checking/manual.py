"""The manual of all rules as one page, made of the manuals that stand in and beside the rules.

A test says when docs/rules.md is stale, and how to write it again.
"""

from __future__ import annotations

import textwrap
from importlib import resources
from types import ModuleType

from dinkit import catalogue
from dinkit.checking.meant import RULES
from dinkit.finding import Severity, Text
from dinkit.rule import Rule

_SEVERITIES = {
    Severity.ERROR: Text("fout", "error"),
    Severity.WARNING: Text("waarschuwing", "warning"),
    Severity.TIP: Text("tip", "tip"),
}
_OPENING = """# The rules / De regels

Each rule has a stable code and a name. Errors (fout) stop an export, warnings (waarschuwing) and tips do not.
Codes DIN0xx are given while a file is read and have no page here. This page is made from the manuals that stand with the rules;
do not edit it by hand.

| code | name | severity | what is wrong | wat er mis is |
|---|---|---|---|---|
"""


def rules_page() -> str:
    """Return the page in Markdown: a table of all rules, and per rule the Dutch and the English manual, in order of code."""
    modules = sorted(catalogue.members(RULES), key=lambda module: _rule(module).code)
    rows = [_row(module) for module in modules]
    return _OPENING + "\n".join(rows) + "\n\n" + "\n".join(_section(module) for module in modules)


def dutch_manual(module: ModuleType) -> str:
    """Return the Dutch manual that stands beside a rule."""
    return resources.files(RULES).joinpath(f"{_name(module)}.nl.md").read_text(encoding="utf-8")


def english_manual(module: ModuleType) -> str:
    """Return the English manual in Markdown: the docstring, each part under its name, the examples as YAML."""
    first, rest = (module.__doc__ or "").split("\n\n", 1)
    blocks = [first]
    for part in rest.rstrip().split("\n\n"):
        name, body = part.split(":\n", 1)
        text = textwrap.dedent(body)
        blocks.append(f"**{name}**:\n\n```yaml\n{text}\n```" if name in ("Good", "Bad") else f"**{name}**: {text}")
    return "\n\n".join(blocks) + "\n"


def brief(module: ModuleType) -> Text:
    """Return in a sentence what a rule looks for."""
    dutch = dutch_manual(module).split("**Wat**: ", 1)[1].split("\n\n", 1)[0].replace("\n", " ")
    return Text(dutch, (module.__doc__ or "").split("\n", 1)[0])


def _rule(module: ModuleType) -> Rule:
    rule: Rule = module.RULE
    return rule


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _slug(module: ModuleType) -> str:
    return _name(module).replace("_", "-")


def _row(module: ModuleType) -> str:
    rule, severity = _rule(module), _SEVERITIES[_rule(module).severity]
    words = brief(module)
    return f"| [{rule.code}](#{rule.code.lower()}) | `{_slug(module)}` | {severity.en} / {severity.nl} | {words.en} | {words.nl} |"


def _section(module: ModuleType) -> str:
    title, _, dutch = dutch_manual(module).partition("\n\n")
    code = _rule(module).code
    return f'<a id="{code.lower()}"></a>\n\n## {code} `{_slug(module)}`: {title.removeprefix("# ")}\n\n{dutch}\n### In English\n\n{english_manual(module)}\n'
