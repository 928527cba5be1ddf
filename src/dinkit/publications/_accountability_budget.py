"""The budget of the programme with what is left of it, and money through time, as the report on accountability has them."""

from __future__ import annotations

from decimal import Decimal

from dinkit.analyses import _budget_tables as tables
from dinkit.analyses._account_words import euros, numbered
from dinkit.analyses._budget import Budget, budgets_of, extremes
from dinkit.analyses._editions_words import edition_name
from dinkit.analyses._money import value_of
from dinkit.analyses._money_time import Named, Step, steps_of
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.publication import Section
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted, edition


def sections(seen: Accounted) -> list[Section]:
    """Return the budget with each reading of it, then what amounts were in earlier editions; only what there is."""
    budgets, steps = [_used(one) for one in budgets_of(seen.network)], steps_of(seen.network)
    found = []
    if budgets:
        readings = say.compact(say.without(tables.readings(budgets), "budget"), "structural", "nature")
        left_out = say.compact(say.without(tables.left_out(seen.network, budgets), "element"), "qualifier")
        title = Text("Programmabudget", "Budget of the programme")
        found.append(Section(title, tuple(headroom(one) for one in budgets), tuple(table for table in (readings, left_out) if table.rows)))
    if steps:
        found.append(_through_time(seen, steps))
    return found


def _used(budget: Budget) -> Budget:
    """Leave out the readings in which nothing is set against a budget."""
    return budget._replace(readings=tuple(one for one in budget.readings if one.times or one.unknown_amounts))


def headroom(budget: Budget) -> Text:
    """Say between which amounts the headroom in a budget lies, and with which amounts that is reckoned."""
    if budget.amount is None:
        return Text("Hoe groot het programmabudget is, noemen de bronnen niet.", "How large the budget is, the sources do not name.")
    whole, term = euros(budget.amount), f" ({budget.term[0]}-{budget.term[-1]})" if budget.term else ""
    own, more = (_range(budget, scope) for scope in ("programme", "also_unstated"))
    also = Text(
        f" Telt ook mee wat geen geldstroom noemt, dan is het {more.nl}." if more else "",
        f" Counting also what names no stream, it is {more.en}." if more else "",
    )
    if own is None:
        return Text(
            f"Het programmabudget is {whole.nl}{term}. Deze editie noemt geen bedrag als programmageld, dus hoeveel er vrij is, is niet te zeggen.{also.nl}",
            f"The budget of the programme is {whole.en}{term}. This edition names no programme money, so how much is left cannot be told.{also.en}",
        )
    return Text(
        f"Van het programmabudget van {whole.nl}{term} is {own.nl} nog vrij, als alleen telt wat programmageld heet.{also.nl}",
        f"Of the budget of {whole.en}{term} {own.en} is left, where only counts what is called programme money.{also.en}",
    )


def _range(budget: Budget, scope: str) -> Text | None:
    """Return the headroom over the readings of one scope; None where nothing is set against the budget."""
    readings = [one for one in budget.readings if one.scope == scope and (one.times or one.unknown_amounts)]
    if not readings:
        return None
    found = extremes(readings)
    if found is None:
        return Text("niet te berekenen wat", "what cannot be computed")
    ends = [_left(one) for one in dict.fromkeys(found)]
    said = ends[0] if len(ends) == 1 else Text(f"{ends[0].nl} tot {ends[1].nl}", f"{ends[0].en} to {ends[1].en}")
    unknown = readings[0].unknown_amounts
    if not unknown:
        return said
    count = numbered(unknown, ("onbekend bedrag", "onbekende bedragen"), ("unknown amount", "unknown amounts"))
    return Text(f"{said.nl} (min {count.nl})", f"{said.en} (less {count.en})")


def _left(amount: Decimal) -> Text:
    if amount >= 0:
        return euros(amount)
    short = euros(-amount)
    return Text(f"{short.nl} tekort", f"{short.en} short")


def _through_time(seen: Accounted, steps: tuple[Step, ...]) -> Section:
    """Return what amounts became, then those that later editions no longer name."""
    going = [one for one in steps if one.now is not None]
    gone = [one for one in steps if one.now is None]
    going.sort(key=lambda one: one.then is None)
    columns = (
        _WHAT,
        Column("then", Text("eerst", "first"), Text("het bedrag in de eerdere editie", "the amount in the earlier edition")),
        Column("now", Text("later", "later"), Text("het bedrag in de latere editie", "the amount in the later edition")),
        Column("difference", Text("verschil (€)", "difference (€)"), Text("alleen bij dezelfde maat", "only of the same measure")),
        Column(
            "mark",
            Text("te vergelijken?", "comparable?"),
            Text("of het hetzelfde soort bedrag is", "whether it is the same kind of amount"),
            tables.MARK_WORDS,
        ),
        _PLACES,
    )
    last = Column("then", Text("laatst genoemd", "last named"), Text("het bedrag en de editie", "the amount and the edition"))
    title = Text("Bedragen door de edities heen", "Amounts through the editions")
    changed = say.compact(Table("through_time", title, columns, tuple(_going(seen, one) for one in going)), "difference")
    ended = Table(
        "no_longer", Text("Later niet meer genoemd", "No longer named later"), (_WHAT, last, _PLACES), tuple(_gone(seen, one) for one in gone)
    )
    said = tuple(_changed(seen, one) for one in going if one.then and one.now and value_of(one.then.money) and value_of(one.now.money))
    return Section(Text("Geld door de tijd", "Money through time"), said, tuple(table for table in (changed, ended) if table.rows))


_WHAT = Column("work", Text("waarvoor", "what for"), Text("de inspanning of het onderdeel", "the effort or sub-effort"))
_PLACES = Column("source", Text("bron", "source"), Text("waar de bedragen staan", "where the amounts stand"))


def _going(seen: Accounted, step: Step) -> tuple[Cell, ...]:
    values = [value_of(one.money) if one else None for one in (step.then, step.now)]
    difference: Cell = values[1] - values[0] if step.mark == "same" and values[0] is not None and values[1] is not None else ""
    name = seen.network.elements[step.element].name
    return name, _named(seen, step.then), _named(seen, step.now), difference, step.mark, _sources(step)


def _gone(seen: Accounted, step: Step) -> tuple[Cell, ...]:
    return seen.network.elements[step.element].name, _named(seen, step.then), _sources(step)


def _sources(step: Step) -> Text:
    return say.same(say.places_words(dict.fromkeys(place for one in (step.then, step.now) if one is not None for place in one.money.source)))


def _named(seen: Accounted, one: Named | None) -> Text:
    if one is None:
        return Text("niet genoemd", "not named")
    value, at = value_of(one.money), edition_name(edition(seen, one.edition))
    said = Text("onbekend", "unknown") if value is None else euros(value)
    return Text(f"{said.nl} ({at})", f"{said.en} ({at})")


def _changed(seen: Accounted, step: Step) -> Text:
    name, then, now, mark = seen.network.elements[step.element].name, _named(seen, step.then), _named(seen, step.now), tables.MARK_WORDS[step.mark]
    return Text(f"'{name}': eerst {then.nl}, nu {now.nl}; {mark.nl}.", f"'{name}': first {then.en}, now {now.en}; {mark.en}.")
