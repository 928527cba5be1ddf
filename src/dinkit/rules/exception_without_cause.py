"""Something is reported as orange or red without its cause, its consequence or what is done about it.

Why:
    Who reads the report has to decide something, and cannot: a colour says that it goes wrong, not why, what it costs or who acts. "Unknown"
    is no answer here; who does not know the cause yet says what is done to find it. Only the latest report on something is looked
    at: what was left open before is history. A report after the reference date is looked at as well.

Good:
    inspanningen:
      loket: Loket openen
    voortgang:
      mei:
        van: loket
        datum: 2030-05
        aspecten:
          planning: {status: rood, oorzaak: Geen pand., gevolg: Drie maanden later open., maatregel: Zoeken in de buurgemeente.}

Bad:
    inspanningen:
      loket: Loket openen
    voortgang:
      mei:
        van: loket
        datum: 2030-05
        aspecten:
          planning: {status: rood, toelichting: Het gaat niet goed.}

Source:
    Gemeente Leiden, leeswijzer bestuursrapportage 2023 (orange and red explain cause, consequence and correction).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Progress
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._gaps import is_damaged_in
from dinkit.rules._places import place
from dinkit.rules._reports import about, latest
from dinkit.rules._words import all_of

_FIELDS = {
    "cause": Text("de oorzaak", "the cause"),
    "effect": Text("het gevolg", "the consequence"),
    "response": Text("de maatregel", "the measure"),
}


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per orange or red aspect of a latest report that lacks something."""
    reports = latest(network)
    if not reports:
        return
    from dinkit.analyses._progress import lacking  # noqa: PLC0415 - few models need it, and start-up counts

    for report in reports:
        for name, aspect in report.aspects.items():
            fields = lacking(aspect)
            if fields and not is_damaged_in(network, report.id, "aspects", name):
                yield _fault(network, report, name, fields)


def _fault(network: Network, report: Progress, name: str, fields: tuple[str, ...]) -> Fault:
    from dinkit.analyses._progress_words import ASPECT_WORDS, STATUS_WORDS  # noqa: PLC0415 - few models need it, and start-up counts

    lacks, of = all_of([_FIELDS[field] for field in fields]), about(network, report.id)
    colour, aspect = STATUS_WORDS[report.aspects[name].status], ASPECT_WORDS[name]
    many = len(fields) > 1
    return Fault(
        Text(
            f"{aspect.nl} van {of.nl} is {colour.nl} gemeld, maar {lacks.nl} {'ontbreken' if many else 'ontbreekt'}",
            f"{aspect.en} of {of.en} is reported as {colour.en}, but {lacks.en} {'are' if many else 'is'} lacking",
        ),
        place(network, report.id, "aspects", name, "status"),
        report.id,
        Text(
            "vul 'oorzaak', 'gevolg' en 'maatregel' in; is de oorzaak nog niet bekend, zeg dan wat u doet om die te vinden",
            "fill in 'cause', 'effect' and 'response'; if the cause is not known yet, say what you do to find it",
        ),
    )


RULE = Rule("DIN505", Severity.WARNING, check)
