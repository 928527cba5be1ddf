"""The tables of the `money` analysis on the budget and on money through time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from dinkit.analyses import _account_words as say
from dinkit.analyses import _money_words as money_words
from dinkit.analyses import _words as words
from dinkit.analyses._budget import SCOPES, Budget, Reading, extremes
from dinkit.analyses._editions_words import edition_name
from dinkit.analyses._money import value_of
from dinkit.analyses._money_time import Named, Step
from dinkit.analysis import Cell, Column, Table
from dinkit.finding import Text
from dinkit.network import Network

SCOPE_WORDS = {
    "programme": Text("genoemd als programmageld", "named as programme money"),
    "also_unstated": Text("ook wat geen geldstroom noemt", "also what names no stream"),
}
_STRUCTURAL_WORDS = {"once": Text("telt één keer", "counts once"), "yearly": Text("telt elk jaar", "counts every year")}
_UNKNOWN_WORDS = {"one_off": Text("als eenmalig", "as one-off"), "structural": Text("als structureel", "as structural")}
MARK_WORDS = {
    "same": Text("zelfde maat", "same measure"),
    "uncertain": Text("niet zeker dezelfde maat", "not certainly the same measure"),
    "differs": Text("niet dezelfde maat", "not the same measure"),
    "gone": Text("later niet meer genoemd", "no longer named later"),
    "new": Text("eerder niet genoemd", "not named before"),
}
_FIELD_WORDS = {
    "type": Text("soort", "type"),
    "stream": Text("geldstroom", "stream"),
    "nature": Text("aard", "nature"),
    "per": Text("per", "per"),
    "payer": Text("betaler", "payer"),
}
_LISTED = 8
"""How many amounts a computation writes out; of more it gives their sum."""

_SCOPE = Column(
    "scope",
    Text("meegeteld", "counted"),
    Text(
        "alleen programmageld, of ook bedragen zonder geldstroom; geld van anderen nooit",
        "programme money only, or also amounts without a stream; never money of others",
    ),
    SCOPE_WORDS,
)
_BUDGET = Column("budget", Text("budget", "budget"), Text("het programmabudget in euro's", "the budget of the programme in euros"))
_NUMBER = Column("amounts", Text("bedragen", "amounts"), Text("hoeveel bekende bedragen", "how many known amounts"))
_UNKNOWN = Column(
    "unknown",
    Text("onbekend", "unknown"),
    Text(
        "hoeveel bedragen onbekend zijn; zoveel kleiner kan de ruimte nog worden",
        "how many amounts are unknown; they can only make the headroom smaller",
    ),
)


def ranges(found: Iterable[Budget]) -> Table:
    """Return per budget between which amounts its headroom lies."""
    columns = (
        _BUDGET,
        Column("term", Text("jaren", "years"), Text("de looptijd waarmee gerekend is; leeg: onbekend", "the term that was used; empty: unknown")),
        _SCOPE,
        Column(
            "least",
            Text("minste ruimte", "least headroom"),
            Text("wat er minstens over is, over alle lezingen", "the least that is left, over all readings"),
        ),
        Column(
            "most",
            Text("meeste ruimte", "most headroom"),
            Text("wat er hoogstens over is, over alle lezingen", "the most that is left, over all readings"),
        ),
        _NUMBER,
        _UNKNOWN,
        say.SOURCE,
    )
    return Table(
        "budget", Text("Ruimte in het programmabudget", "Headroom in the budget"), columns, tuple(row for one in found for row in _range_rows(one))
    )


def _range_rows(budget: Budget) -> Iterator[tuple[Cell, ...]]:
    for scope in SCOPES:
        readings = [one for one in budget.readings if one.scope == scope]
        if readings:
            least, most = extremes(readings) or ("", "")
            years = f"{budget.term[0]}-{budget.term[-1]}" if budget.term else ""
            counts = (len(readings[0].times), readings[0].unknown_amounts)
            yield (money_words.amount_cell(budget.amount), years, scope, least, most, *counts, budget.entry.money.source)


def readings(found: Iterable[Budget]) -> Table:
    """Return every reading of what is not said, with what is left of the budget and how that is computed."""
    columns = (
        _BUDGET,
        _SCOPE,
        Column(
            "structural",
            Text("structureel", "structural"),
            Text("een structureel bedrag zonder 'per'; leeg: komt niet voor", "a structural amount without 'per'; empty: there is none"),
            _STRUCTURAL_WORDS,
        ),
        Column(
            "nature",
            Text("aard onbekend", "nature unknown"),
            Text(
                "hoe een bedrag van onbekende aard gelezen is; leeg: maakt niet uit", "how an amount of unknown nature was read; empty: no difference"
            ),
            _UNKNOWN_WORDS,
        ),
        Column("spent", Text("bestemd", "spent"), Text("wat van het budget afgaat", "what goes off the budget")),
        Column("left", Text("ruimte", "headroom"), Text("wat er overblijft; onder nul is een tekort", "what is left; below zero is a deficit")),
        _UNKNOWN,
        Column(
            "how",
            Text("berekening", "computation"),
            Text("elk bedrag zo vaak als het in deze lezing telt", "each amount as often as it counts in this reading"),
        ),
    )
    rows = tuple(
        (
            money_words.amount_cell(budget.amount),
            one.scope,
            one.structural,
            one.unknown,
            one.spent,
            one.left,
            one.unknown_amounts,
            computation(budget, one),
        )
        for budget in found
        for one in budget.readings
    )
    return Table("readings", Text("Ruimte per lezing", "Headroom per reading"), columns, rows)


def computation(budget: Budget, reading: Reading) -> Text:
    """Return a reading as a sum in words: "€ 1.500.000 - (€ 200.000 + € 150.000) - 4 x € 250.000"."""
    if budget.amount is None:
        return Text("het budget is onbekend", "the budget is unknown")
    if reading.spent is None:
        return Text("de looptijd is onbekend", "the term is unknown")
    terms = [say.euros(budget.amount)]
    for often in sorted({often for _, often in reading.times if often is not None}):
        values = [value for entry, times in reading.times if times == often and (value := value_of(entry.money)) is not None]
        together = _together(values)
        terms.append(together if often == 1 else Text(f"{often} x {together.nl}", f"{often} x {together.en}"))
    return words.joined(terms, " - ")


def _together(values: list[Decimal]) -> Text:
    if len(values) > _LISTED:
        whole = say.euros(sum(values, Decimal(0)))
        return Text(f"{whole.nl} ({len(values)} bedragen)", f"{whole.en} ({len(values)} amounts)")
    listed = words.joined([say.euros(value) for value in values], " + ")
    return listed if len(values) == 1 else Text(f"({listed.nl})", f"({listed.en})")


def left_out(network: Network, found: Iterable[Budget]) -> Table:
    """Return what may be programme money but is in no reading, with why."""
    why = {
        "shared": Text("anderen betalen een deel", "others pay a part of it"),
        "outside": Text("valt buiten de looptijd", "lies outside the term"),
        "other": Text("een ander betaalt", "somebody else pays"),
    }
    columns = (
        say.ELEMENT,
        say.ELEMENT_NAME,
        money_words.AMOUNT,
        money_words.QUALIFIER,
        money_words.STREAM,
        Column("why", Text("waarom niet", "why not"), Text("waarom het in geen lezing meetelt", "why it is in no reading"), why),
    )
    rows = [
        (*say.named(network, entry.element), *money_words.entry_cells(entry), entry.money.stream, reason)
        for one in found
        for entry, reason in one.left_out
    ]
    title = Text("In geen lezing van het budget", "In no reading of the budget")
    return Table("not_in_budget", title, columns, tuple(dict.fromkeys(rows)))


def through_time(network: Network, found: Iterable[Step]) -> Table:
    """Return the amounts of one element in one edition and the next, with whether they are of one measure."""
    editions = tuple(network.editions())
    columns = (
        say.ELEMENT,
        say.ELEMENT_NAME,
        Column("then", Text("eerst", "first"), Text("het bedrag in de eerdere editie", "the amount in the earlier edition"), say.UNKNOWN_WORDS),
        Column("then_edition", Text("in", "in"), Text("welke editie dat is", "which edition that is")),
        Column("now", Text("later", "later"), Text("het bedrag in de latere editie", "the amount in the later edition"), say.UNKNOWN_WORDS),
        Column("now_edition", Text("in", "in"), Text("welke editie dat is", "which edition that is")),
        Column("difference", Text("verschil", "difference"), Text("alleen waar het dezelfde maat is", "only where it is the same measure")),
        Column(
            "mark",
            Text("vergelijkbaar", "comparable"),
            Text("of soort, geldstroom, aard, per en betaler gelijk zijn", "whether type, stream, nature, per and payer are equal"),
            MARK_WORDS,
        ),
        Column(
            "fields",
            Text("verschilt in", "differs in"),
            Text("waarin de bedragen niet, of niet zeker, dezelfde maat zijn", "in what the amounts are not, or not certainly, one measure"),
        ),
        say.SOURCE,
    )
    rows = tuple(
        (
            *say.named(network, one.element),
            *_named_cells(editions, one.then),
            *_named_cells(editions, one.now),
            _difference(one),
            one.mark,
            _fields(one),
            _sources(one),
        )
        for one in found
    )
    return Table("through_time", Text("Geld door de tijd", "Money through time"), columns, rows)


def _named_cells(editions: tuple[Network, ...], one: Named | None) -> tuple[Cell, Cell]:
    if one is None:
        return "", ""
    value = value_of(one.money)
    return ("unknown" if value is None else value), edition_name(editions[one.edition])


def _difference(step: Step) -> Cell:
    values = [value_of(one.money) if one else None for one in (step.then, step.now)]
    if step.mark != "same" or values[0] is None or values[1] is None:
        return ""
    return values[1] - values[0]


def _fields(step: Step) -> Text:
    said = [_field(step, field) for field in step.fields]
    return words.joined(said, "; ")


def _field(step: Step, field: str) -> Text:
    sides = [_side(one, field) for one in (step.then, step.now) if one is not None]
    label = _FIELD_WORDS[field]
    return Text(f"{label.nl}: {' -> '.join(one.nl for one in sides)}", f"{label.en}: {' -> '.join(one.en for one in sides)}")


def _side(one: Named, field: str) -> Text:
    money = one.money
    if field == "payer":
        return Text(money.payer, money.payer) if money.payer not in (None, "unknown") else Text("onbekend", "unknown")
    value = {"type": money.type, "stream": money.stream, "nature": money.nature, "per": money.per}[field]
    return say.coded(field).get(value, Text(value, value))


def _sources(step: Step) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for one in (step.then, step.now) if one is not None for place in one.money.source))
