"""Money: per effort, year and stream what is named, the headroom in the programme's budget, what touches a goal, and amounts through time.

Definition:
    Only expenses and contributions are added up, and only with amounts of the same stream, the same kind of payer (the own organisation, others,
    or not named), the same nature (one-off, structural, unknown) and the same "per" (a year, in total, unknown): a *measure*. The own organisation
    is what says so by its type, what the programme names, or who pays its budget, with its parts. Everything is exact to the cent; nothing is
    divided. Beside each sum stands how many amounts are unknown and how many are not exact.

    Counted are the amounts of efforts, and of resources, for the one effort that such a resource finances or is used by. Work that is listed
    twice (`same_as`) counts once: with the amounts of its first listing that names a known one. A resource whose amount its effort names too
    is the same money. *Apart*, and added to nothing, are ceilings, savings, parts of other amounts, rates per inhabitant, amounts that do
    not say what they are, and those of programmes and agreements, which may be the same money as an effort's.

    Per year: a yearly amount over several years stands in each; another amount over several years stands once, over that stretch; what names no
    year stands under no year. With a year only what may concern it remains, and what names no year stays visible as such.

    The **budget** is a ceiling of programme money at the programme. Its *headroom* is the budget less the programme money of this edition that
    others do not pay, once for each reading of what is not said: an amount in total or of one-off nature counts once; a yearly one in every
    year of the term that it names; a structural one that does not say per what counts once or in every year of the term; one of unknown nature
    is read as one-off or as structural. A second set of readings also counts amounts that name no stream, except those of which others pay a
    part. The term is the period of the budget, else the planning of the programme. The headroom is that of the whole term, also with a year.

    Per goal: an amount *touches* every goal that its work reaches by its own contributions, those of its parts, or those of what it is part of.
    So these amounts do not add up over goals.

    Through time: the amounts of one element (by its id, or by `succeeds`) in an edition and in the next that names it. They are of the *same
    measure* when type, stream, nature, "per" and payer are equal, *not the same* when one of these differs, and *not certainly* the same when it
    is unknown on one side. Only of the same measure a difference is given.

Limits:
    An effort and its part that both name an amount are added, unless one says that it is a part of the other (`part_of`). Stopped work keeps its
    amounts. What was spent is known only where a document says so.

Order:
    Streams as the file format lists them, own money before that of others; efforts and goals as in the printed tree; everything else by id.

Reference:
    Programme contract Economie en Participatie, Almelo 2019, § 3.1.3 (what is named is programme money) and § 10 (the budget for four
    years); Prevaas & Van Loon, *Werken aan Programma's*, §11.3.

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... programma:
    ...   id: werk
    ...   naam: Werk
    ...   planning: 2019..2022
    ...   geld: {bedrag: 1000, soort: plafond, geldstroom: programma}
    ... inspanningen:
    ...   loket: {naam: Loket openen, geld: {bedrag: 100, soort: uitgave, geldstroom: programma, aard: eenmalig}}
    ...   krant: {naam: Krant maken, geld: {bedrag: 50, soort: uitgave, geldstroom: programma, aard: structureel}}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl.split(". ")[0]
    'De ruimte in het programmabudget van € 1.000 is € 700 tot € 850, al naar gelang u leest wat er niet staat'
    >>> [row[-1].nl for row in fact.tables[1].rows]
    ['€ 1.000 - (€ 50 + € 100)', '€ 1.000 - € 100 - 4 x € 50']
"""

from __future__ import annotations

from decimal import Decimal

from dinkit.analyses import _account_words as say
from dinkit.analyses import _budget_tables as budget_tables
from dinkit.analyses import _money_tables as tables
from dinkit.analyses import _words as words
from dinkit.analyses._budget import Budget, budgets_of, extremes
from dinkit.analyses._money import Booking, Entry, bookings_of, counted, entries_of, grouped, in_year, total, value_of, when_of
from dinkit.analyses._money_time import Step, steps_of
from dinkit.analyses._money_words import NATURE_WORDS, STREAM_WORDS
from dinkit.analyses._payers import own_organisation
from dinkit.analyses._works import works_of
from dinkit.analysis import Analysis, Fact, Options
from dinkit.finding import Text
from dinkit.network import Network

_SHOWN = 3
"""How many changed amounts the answer names."""


def run(network: Network, options: Options) -> Fact:
    """Say what is named, what is left of the budget, and what changed."""
    year = options.year
    everything = entries_of(network)
    entries = tuple(entry for entry in everything if in_year(when_of(entry.money), year))
    bookings = tuple(booking for booking in bookings_of(entries) if in_year(booking.when, year))
    budgets, steps = budgets_of(network), steps_of(network)
    made = (
        budget_tables.ranges(budgets),
        budget_tables.readings(budgets),
        budget_tables.left_out(network, budgets),
        tables.years(bookings),
        tables.streams(entries),
        tables.efforts(network, bookings),
        tables.amounts(network, entries),
        tables.apart(network, entries),
        tables.goals(network, entries),
        budget_tables.through_time(network, steps),
    )
    said = (
        _in_year(bookings, year),
        *(_headroom(budget) for budget in budgets),
        _no_budget(budgets),
        _unknown(entries),
        _others(entries),
        _changed(network, steps),
    )
    return Fact("money", words.joined(said), made, _notes(network, entries), Options(year=year))


def _in_year(bookings: tuple[Booking, ...], year: int | None) -> Text | None:
    """Say what is named for the chosen year alone."""
    if year is None:
        return None
    here = [booking for booking in bookings if (booking.when.first, booking.when.last) == (year, year)]
    sums = grouped([one.entry for one in here if one.entry.payer != "other"], lambda entry: (entry.money.stream, entry.payer, entry.money.nature))
    said = [_named_sum(stream, nature, found.expense + found.contribution) for (stream, _, nature), found in sums.items() if found.known]
    listed = words.joined(said, ", ")
    if not said:
        return Text(f"Voor {year} alleen is geen bedrag bekend.", f"For {year} alone no amount is known.")
    return Text(f"Voor {year} alleen is genoemd: {listed.nl}.", f"For {year} alone is named: {listed.en}.")


def _named_sum(stream: str, nature: str, amount: Decimal) -> Text:
    """Return "€ 200.000 (regulier, eenmalig)"."""
    shown = say.euros(amount)
    of = STREAM_WORDS[stream] if stream != "unknown" else Text("geldstroom onbekend", "stream unknown")
    how = NATURE_WORDS[nature] if nature != "unknown" else Text("aard onbekend", "nature unknown")
    return Text(f"{shown.nl} ({of.nl}, {how.nl})", f"{shown.en} ({of.en}, {how.en})")


def _headroom(budget: Budget) -> Text:
    """Say between which amounts the headroom in a budget lies."""
    if budget.amount is None:
        return Text("Hoe groot het programmabudget is, is niet bekend.", "How large the budget of the programme is, is not known.")
    whole = say.euros(budget.amount)
    own, more = (_range(budget, scope) for scope in ("programme", "also_unstated"))
    if own is None:
        first = Text(
            f"Deze editie noemt geen bedrag aan programmageld; over de ruimte in het programmabudget van {whole.nl} is dus niets te zeggen",
            f"This edition names no amount of programme money; so nothing can be said of the headroom in the budget of {whole.en}",
        )
        return Text(f"{first.nl}.", f"{first.en}.")
    wide = _uncertain(budget)
    first = Text(
        f"De ruimte in het programmabudget van {whole.nl} is {own.nl}{wide.nl}", f"The headroom in the budget of {whole.en} is {own.en}{wide.en}"
    )
    if more is None:
        return Text(f"{first.nl}.", f"{first.en}.")
    return Text(f"{first.nl}; met wat geen geldstroom noemt erbij {more.nl}.", f"{first.en}; counting also what names no stream {more.en}.")


def _range(budget: Budget, scope: str) -> Text | None:
    """Return the headroom over the readings of one scope; None where no amount is set against the budget."""
    readings = [one for one in budget.readings if one.scope == scope and (one.times or one.unknown_amounts)]
    if not readings:
        return None
    found = extremes(readings)
    if found is None:
        return Text("niet te berekenen", "not to be computed")
    shown = [_left(one) for one in dict.fromkeys(found)]
    unknown = readings[0].unknown_amounts
    if unknown:
        amounts = say.numbered(unknown, ("bedrag is onbekend", "bedragen zijn onbekend"), ("amount is unknown", "amounts are unknown"))
        shown[-1] = Text(
            f"{shown[-1].nl} ({amounts.nl} en gaat er nog af)" if unknown == 1 else f"{shown[-1].nl} ({amounts.nl} en gaan er nog af)",
            f"{shown[-1].en} ({amounts.en} and still to come off)",
        )
    return shown[0] if len(shown) == 1 else Text(f"{shown[0].nl} tot {shown[1].nl}", f"{shown[0].en} to {shown[1].en}")


def _left(amount: Decimal) -> Text:
    if amount >= 0:
        return say.euros(amount)
    short = say.euros(-amount)
    return Text(f"{short.nl} tekort", f"{short.en} short")


def _uncertain(budget: Budget) -> Text:
    several = sum(one.scope == "programme" for one in budget.readings) > 1
    return Text(", al naar gelang u leest wat er niet staat", ", depending on how you read what is not said") if several else Text("", "")


def _no_budget(budgets: tuple[Budget, ...]) -> Text | None:
    if budgets:
        return None
    return Text("Er staat geen programmabudget in.", "There is no budget of the programme.")


def _unknown(entries: tuple[Entry, ...]) -> Text | None:
    """Say how many amounts are known, and how many are not."""
    found = total(counted(entries))
    if not found.known + found.unknown:
        return Text("Geen inspanning noemt een uitgave of bijdrage.", "No effort names an expense or contribution.")
    all_ = say.numbered(
        found.known + found.unknown, ("uitgave of bijdrage", "uitgaven en bijdragen"), ("expense or contribution", "expenses and contributions")
    )
    be = words.verb(found.unknown, ("is", "zijn"), ("is", "are"))
    if not found.unknown:
        return Text(
            f"Er staan {all_.nl} in, alle met een bedrag." if found.known > 1 else f"Er staat {all_.nl} in, met een bedrag.",
            f"There {'are' if found.known > 1 else 'is'} {all_.en}, with an amount.",
        )
    return Text(f"Van {all_.nl} {be.nl} er {found.unknown} zonder bedrag.", f"Of {all_.en}, {found.unknown} {be.en} without an amount.")


def _others(entries: tuple[Entry, ...]) -> Text | None:
    found = [entry for entry in counted(entries) if entry.payer == "other"]
    if not found:
        return None
    count = say.numbered(
        len(found), ("bedrag van anderen staat", "bedragen van anderen staan"), ("amount of others stands", "amounts of others stand")
    )
    return Text(f"{count.nl} apart.", f"{count.en} apart.")


def _changed(network: Network, steps: tuple[Step, ...]) -> Text | None:
    """Say which amounts differ from an earlier edition."""
    said = []
    for step in steps:
        then, now = (value_of(one.money) if one else None for one in (step.then, step.now))
        if then is not None and now is not None and then != now:
            before, after, mark = say.euros(then), say.euros(now), budget_tables.MARK_WORDS[step.mark]
            name = words.listing([words.name_of(network, step.element)])
            said.append(Text(f"{name.nl} {before.nl} werd {after.nl} ({mark.nl})", f"{name.en} {before.en} became {after.en} ({mark.en})"))
    if not said:
        return None
    shown = words.joined(said[:_SHOWN], "; ")
    more = Text(f" en nog {len(said) - _SHOWN}", f" and {len(said) - _SHOWN} more") if len(said) > _SHOWN else Text("", "")
    return Text(f"Door de edities heen: {shown.nl}{more.nl}.", f"Through the editions: {shown.en}{more.en}.")


def _notes(network: Network, entries: tuple[Entry, ...]) -> tuple[Text, ...]:
    notes = [
        Text(
            "Alleen uitgaven en bijdragen van dezelfde geldstroom, betaler, aard en 'per' zijn opgeteld; wat er per doel staat, raakt dat doel en telt niet op over doelen.",
            "Only expenses and contributions of one stream, payer, nature and 'per' are added up; what stands at a goal touches it and does not add up over goals.",
        )
    ]
    if not own_organisation(network) and any(entry.money.payer for entry in entries):
        notes.append(
            Text(
                "Wie de eigen organisatie is, staat er niet; daarom is van geen betaler gezegd of het een ander is.",
                "Who the own organisation is, is not said; so no payer is told apart as another.",
            )
        )
    works = works_of(network)
    stopped = sum(works.original.get(entry.effort, "") in works.stopped for entry in counted(entries))
    if stopped:
        notes.append(Text(f"Bij gestopt werk horen {stopped} van deze bedragen.", f"To stopped work belong {stopped} of these amounts."))
    return (*notes, *words.shared_notes(network))


ANALYSIS = Analysis(Text("Geld", "Money"), run, ("year",))
