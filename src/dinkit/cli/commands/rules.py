"""dinkit rules: all rules in a table."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit import catalogue
from dinkit.analysis import Column, Fact, Table
from dinkit.checking.manual import brief
from dinkit.checking.run import RULES
from dinkit.cli.facts import deliver, form_option, output_option
from dinkit.cli.language import say
from dinkit.cli.models import language_option
from dinkit.cli.wording import Command
from dinkit.finding import Severity, Text
from dinkit.model.vocabulary import VALUES

_SEVERITIES = {severity.value: Text(VALUES["severity"][severity.value], severity.value) for severity in Severity}
_COLUMNS = (
    Column("code", Text("code", "code"), Text("waarmee een regel genoemd wordt", "what a rule is called by")),
    Column("name", Text("naam", "name"), Text("de naam van de regel", "the name of the rule")),
    Column("severity", Text("ernst", "severity"), Text("hoe erg het is; instelbaar met 'regels:'", "how bad it is; set with 'rules:'"), _SEVERITIES),
    Column("what", Text("wat er mis is", "what is wrong"), Text("waar de regel op let", "what the rule looks for")),
)


@click.command(
    "rules",
    cls=Command,
    help=say(Text("Noem alle regels; 'dinkit explain CODE' legt er een uit.", "List all rules; 'dinkit explain CODE' explains one.")),
)
@form_option
@output_option
@language_option
def COMMAND(form: str, output: Path | None, language: str | None) -> None:  # noqa: N802 - the name by which the catalogue finds a command
    """Print the table."""
    modules = sorted(catalogue.members(RULES), key=lambda module: str(module.RULE.code))
    rows = tuple((module.RULE.code, _name(module.__name__), module.RULE.severity.value, brief(module)) for module in modules)
    answer = Text(f"dinkit kent {len(rows)} regels.", f"dinkit knows {len(rows)} rules.")
    title = Text("Regels", "Rules")
    deliver(Fact("rules", answer, (Table("rules", title, _COLUMNS, rows),), title=title), form, output, (), language or say(Text("nl", "en")))


def _name(module: str) -> str:
    return module.rpartition(".")[2].replace("_", "-")
