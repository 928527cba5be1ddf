"""The term of an agreement and the planning of the work that rests on it do not fit.

Why:
    When the agreement ends before the work, or begins after it, the work goes on without what it rests on. When it runs on after all
    work that rests on it has ended, nothing is planned any more for what was agreed; of laws, bylaws and policies that is natural, so they
    are left out. Work without dates has those of its effort or of its parts. Imprecise dates count only when no reading of them fits, and
    work without an end is not compared with one.

Good:
    inspanningen:
      wonen: {naam: Woningen bouwen, planning: 2019..2023, steunt_op: pact}
    afspraken:
      pact: {naam: Pact, soort: overeenkomst, planning: 2019..2023}

Bad:
    inspanningen:
      wonen: {naam: Woningen bouwen, planning: 2019, steunt_op: pact}
    afspraken:
      pact: {naam: Pact, soort: overeenkomst, planning: 2019..2023}

Source:
    Programme contract Economie en Participatie, Almelo 2019, § 3.1.3/9 (an agreement of five years under work of one).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.analyses._terms import Resting, resting_on, term_of, term_text
from dinkit.analyses._works import works_of
from dinkit.finding import Location, Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Agreement, Effort
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._gaps import doubtful, ids_are_sound
from dinkit.rules._places import place
from dinkit.rules._words import quoted_name

_OUTLIVING = ("law", "bylaw", "policy")
"""Types of agreement that go on after the work that rests on them, by their nature."""


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per piece of work that its agreement does not cover, and per agreement that outlives all work."""
    agreements = [agreement for agreement in network.of(Agreement) if agreement.planning is not None]
    if not agreements:
        return
    works, doubted = works_of(network), doubtful(network, "planning", "rests_on") | _backward(network)
    for agreement in agreements:
        resting = resting_on(network, works, agreement)
        for one in resting:
            if doubted.isdisjoint((one.effort, agreement.id, *one.planned.at)):
                yield from _of_work(network, one)
        if resting and not doubted and ids_are_sound(network) and agreement.type not in _OUTLIVING and all(one.end == "goes_on" for one in resting):
            yield _outlives(network, resting)


def _backward(network: Network) -> set[str]:
    """Return what ends before it starts: that is a fault of its own, and says nothing of when it runs."""
    terms = [(one.id, one.planning) for kind in (Effort, Agreement) for one in network.of(kind) if isinstance(one, (Effort, Agreement))]
    return {name for name, planning in terms if planning is not None and _ends_first(planning.start, planning.end)}


def _ends_first(start: object, end: object) -> bool:
    return isinstance(start, ImpreciseDate) and isinstance(end, ImpreciseDate) and end.last < start.first


def _of_work(network: Network, one: Resting) -> Iterator[Fault]:
    if one.start == "later":
        yield _uncovered(network, one, "start")
    if one.end == "earlier":
        yield _uncovered(network, one, "end")


def _uncovered(network: Network, one: Resting, side: str) -> Fault:
    work, agreement = quoted_name(network, one.effort), quoted_name(network, one.agreement.id)
    term, planned = term_of(one.agreement.planning), one.planned.term
    if side == "start":
        given, own = term.start, planned.start
        message = Text(
            f"{work} begint in {own and own.text}, maar {agreement} waar het op steunt begint pas in {given and given.text}",
            f"{work} begins in {own and own.text}, but {agreement} on which it rests only begins in {given and given.text}",
        )
    else:
        given, own = term.end, planned.end
        message = Text(
            f"{work} loopt tot en met {own and own.text}, maar {agreement} waar het op steunt eindigt in {given and given.text}",
            f"{work} runs until {own and own.text}, but {agreement} on which it rests ends in {given and given.text}",
        )
    hint = Text("verleng of vervang de afspraak, of verbeter een van de datums", "prolong or replace the agreement, or correct one of the dates")
    return Fault(message, _link(network, one), one.effort, hint, (_dates(network, one, side), _term(network, one.agreement, side)))


def _outlives(network: Network, resting: list[Resting]) -> Fault:
    agreement = resting[0].agreement
    name, until = quoted_name(network, agreement.id), term_of(agreement.planning).end
    last = max(resting, key=lambda one: one.planned.term.end.last.toordinal() if one.planned.term.end else 0)
    work, ends = quoted_name(network, last.effort), term_text(last.planned.term)
    return Fault(
        Text(
            f"{name} loopt tot en met {until and until.text}, maar het werk dat erop steunt niet: {work} is gepland voor {ends.nl}",
            f"{name} runs until {until and until.text}, but the work that rests on it does not: {work} is planned for {ends.en}",
        ),
        _term(network, agreement, "end", why=False),
        agreement.id,
        Text(
            "plan ook de jaren daarna, of zeg welk ander werk op de afspraak steunt",
            "plan the years after that too, or say which other work rests on it",
        ),
        (_dates(network, last, "end"),),
    )


def _link(network: Network, one: Resting) -> Location:
    relation = next(found for found in network.outgoing(one.effort, "rests_on") if found.target == one.agreement.id)
    return network.mark_location(relation.file, relation.mark)


def _dates(network: Network, one: Resting, side: str) -> Location:
    return place(network, one.planned.at[0], "planning", side, why=Text("de planning van het werk", "the planning of the work"))


def _term(network: Network, agreement: Agreement, side: str, *, why: bool = True) -> Location:
    return place(network, agreement.id, "planning", side, why=Text("de looptijd van de afspraak", "the term of the agreement") if why else None)


RULE = Rule("DIN507", Severity.WARNING, check)
