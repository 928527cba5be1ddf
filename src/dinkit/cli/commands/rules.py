"""dinkit rules: all rules in a table, those of the project itself among them."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit.analysis import Column, Fact, Table
from dinkit.checking.explaining import codes, explained
from dinkit.checking.explanation import Explanation, Sort
from dinkit.cli.facts import deliver, form_option
from dinkit.cli.language import say
from dinkit.cli.models import language_option, models_argument, output_option
from dinkit.cli.own_rules import OwnRule, own_rules
from dinkit.cli.wording import Command
from dinkit.finding import Text
from dinkit.model.vocabulary import VALUES

_SEVERITIES = {english: Text(dutch, english) for english, dutch in VALUES["severity"].items()}
_CODE = Column("code", Text("code", "code"), Text("waarmee een regel genoemd wordt", "what a rule is called by"))
_NAME = Column("name", Text("naam", "name"), Text("de naam van de regel", "the name of the rule"))
_SEVERITY = Column(
    "severity", Text("ernst", "severity"), Text("hoe erg het is; instelbaar met 'regels:'", "how bad it is; set with 'rules:'"), _SEVERITIES
)
_WHAT = Column("what", Text("wat er mis is", "what is wrong"), Text("waar de regel op let", "what the rule looks for"))
_PLACE = Column(
    "place",
    Text("plaats", "place"),
    Text("waar een regel van het project zelf staat; leeg bij dinkit", "where a rule of the project itself stands; empty for dinkit's own"),
)
_MANUAL = Column("manual", Text("handleiding", "manual"), Text("de hele uitleg, als Markdown", "all of its explanation, as Markdown"))
_HINT = Column("hint", Text("hint", "hint"), Text("wat eraan te doen is", "what to do about it"))


@click.command(
    "rules",
    cls=Command,
    help=say(
        Text(
            "Noem alle regels, ook die van het project of model zelf. 'dinkit explain CODE' legt er een uit.",
            "List all rules, also those of the project or model itself. 'dinkit explain CODE' explains one.",
        )
    ),
)
@models_argument
@form_option
@output_option
@language_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command
    models: tuple[Path, ...], form: str, output: Path | None, language: str | None
) -> None:
    """Print the table. The form for machines also has the manuals, and the codes that reading and decisions give."""
    own = own_rules(models)
    fact = _fact(own, for_machines=form == "json")
    deliver(fact, form, output, (), language or say(Text("nl", "en")))


def _fact(own: list[OwnRule], *, for_machines: bool) -> Fact:
    known = [one for code in codes() if (one := explained(code)) is not None]
    rules = [one for one in known if one.manual is not None]
    more = Text(f"; dit project heeft er {len(own)} van zichzelf", f"; this project has {len(own)} of its own") if own else Text("", "")
    answer = Text(f"dinkit kent {len(rules)} regels{more.nl}.", f"dinkit knows {len(rules)} rules{more.en}.")
    tables = [_rules(rules, own, for_machines=for_machines)]
    if for_machines:
        tables.append(_messages(known))
    notes = (Text("'dinkit explain CODE' legt een regel uit.", "'dinkit explain CODE' explains a rule."),)
    return Fact("rules", answer, tuple(tables), notes, title=Text("Regels", "Rules"))


def _rules(rules: list[Explanation], own: list[OwnRule], *, for_machines: bool) -> Table:
    columns = [_CODE, _NAME, _SEVERITY, _WHAT]
    rows = [(*_row(one), "", one.manual or "") for one in rules]
    for found in own:
        one = explained(found.rule.code, {found.rule.code: found.rule})
        if one is not None:
            told = [Text(f"{line.title.nl}: {line.words.nl}", f"{line.title.en}: {line.words.en}") for line in one.lines]
            manual = Text("\n\n".join(line.nl for line in told), "\n\n".join(line.en for line in told))
            rows.append((*_row(one), f"{found.file}:{found.line}", manual))
    shown = 6 if for_machines else 5 if own else 4
    return Table("rules", Text("Regels", "Rules"), tuple([*columns, _PLACE, _MANUAL][:shown]), tuple(row[:shown] for row in rows))


def _row(one: Explanation) -> tuple[str, str, str, Text]:
    severity = one.severity.value if one.severity else "off"
    return one.code, one.name, severity, one.brief or Text("", "")


def _messages(known: list[Explanation]) -> Table:
    """Return what else has a code: faults of reading, and of decisions about findings."""
    rows = tuple((one.code, sort.name, sort.severity.value, sort.message, _hint(sort)) for one in known for sort in one.sorts)
    return Table("messages", Text("Meldingen", "Messages"), (_CODE, _NAME, _SEVERITY, _WHAT, _HINT), rows)


def _hint(sort: Sort) -> Text:
    return sort.hint or Text("", "")
