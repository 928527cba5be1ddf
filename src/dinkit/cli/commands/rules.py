"""dinkit rules: all rules in a table, those of the project itself among them."""

from __future__ import annotations

from pathlib import Path

import click

from dinkit.analysis import Cell, Column, Fact, Table
from dinkit.checking.explaining import codes, explained
from dinkit.checking.explanation import Explanation, Sort
from dinkit.cli.facts import deliver, form_option
from dinkit.cli.language import say
from dinkit.cli.models import language_option, models_argument, output_option
from dinkit.cli.own_rules import OwnRule, own_rules
from dinkit.cli.own_weights import OwnWeights
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
_SET = Column(
    "set",
    Text("ingesteld", "set"),
    Text("waar de ernst anders is gezet, voor alles, per soort of per element", "where the severity was set, for all, per kind or per element"),
)
_HINT = Column("hint", Text("hint", "hint"), Text("wat eraan te doen is", "what to do about it"))
_NOTES = (
    Text("'dinkit explain CODE' legt een regel uit.", "'dinkit explain CODE' explains a rule."),
    Text(
        "DIN001 tot DIN049 zijn fouten bij het lezen en in wat er over bevindingen besloten is: 'dinkit explain DIN042' legt er een uit, "
        "en --format json noemt ze.",
        "DIN001 to DIN049 are faults in reading and in what was decided about findings: 'dinkit explain DIN042' explains one, "
        "and --format json lists them.",
    ),
)


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
    fact = _fact(own_rules(models), OwnWeights(models), for_machines=form == "json")
    deliver(fact, form, output, (), language or say(Text("nl", "en")))


def _fact(own: list[OwnRule], weights: OwnWeights, *, for_machines: bool) -> Fact:
    known = [one for code in codes() if (one := explained(code)) is not None]
    rules = [one for one in known if one.manual is not None]
    more = Text(f"; dit project heeft er {len(own)} van zichzelf", f"; this project has {len(own)} of its own") if own else Text("", "")
    answer = Text(f"dinkit kent {len(rules)} regels{more.nl}.", f"dinkit knows {len(rules)} rules{more.en}.")
    tables = [_rules(rules, own, weights, for_machines=for_machines)]
    if for_machines:
        tables.append(_messages(known))
    return Fact("rules", answer, tuple(tables), _NOTES, title=Text("Regels", "Rules"))


def _rules(rules: list[Explanation], own: list[OwnRule], weights: OwnWeights, *, for_machines: bool) -> Table:
    """Return the table of all rules; for people without the manuals, and without columns that would be empty."""
    rows = [_row(one, weights, "", one.manual or Text("", "")) for one in rules]
    for found in own:
        one = explained(found.rule.code, {found.rule.code: found.rule})
        if one is not None:
            rows.append(_row(one, weights, f"{found.file}:{found.line}", _manual(one)))
    columns = [_CODE, _NAME, _SEVERITY, _WHAT]
    columns += [_PLACE] if own or for_machines else []
    columns += [_MANUAL] if for_machines else []
    columns += [_SET] if for_machines or weights.said else []
    return Table("rules", Text("Regels", "Rules"), tuple(columns), tuple(tuple(row[column.key] for column in columns) for row in rows))


def _row(one: Explanation, weights: OwnWeights, place: str, manual: Text) -> dict[str, Cell]:
    """Return what there is to say of a rule, by the key of its column."""
    weight = weights.of(one.code, one.severity)
    return {
        "code": one.code,
        "name": one.name,
        "severity": weight.severity,
        "what": one.brief or Text("", ""),
        "place": place,
        "manual": manual,
        "set": weight.told,
    }


def _manual(one: Explanation) -> Text:
    """Return what a rule of a project says of itself."""
    told = [Text(f"{line.title.nl}: {line.words.nl}", f"{line.title.en}: {line.words.en}") for line in one.lines]
    return Text("\n\n".join(line.nl for line in told), "\n\n".join(line.en for line in told))


def _messages(known: list[Explanation]) -> Table:
    """Return what else has a code: faults of reading, and of decisions about findings."""
    rows = tuple((one.code, sort.name, sort.severity.value, sort.message, _hint(sort)) for one in known for sort in one.sorts)
    return Table("messages", Text("Meldingen", "Messages"), (_CODE, _NAME, _SEVERITY, _WHAT, _HINT), rows)


def _hint(sort: Sort) -> Text:
    return sort.hint or Text("", "")
