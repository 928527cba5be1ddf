"""The summary of the report on accountability: a sentence per question, to be read aloud; and the notes on how it was made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from dinkit.analyses import _words as words
from dinkit.analyses._account_words import efforts_word, euros, numbered
from dinkit.analyses._aims import all_aims
from dinkit.analyses._budget import Budget, budgets_of, extremes
from dinkit.analyses._editions_words import edition_name
from dinkit.analyses._indicator_words import STATES
from dinkit.analyses._money import Booking, When, bookings_of, entries_of, in_year, value_of, when_of
from dinkit.analyses._money_words import NATURE_WORDS
from dinkit.analyses._order import outer
from dinkit.analyses._phrases import comma
from dinkit.analyses._plans import known
from dinkit.analyses._results import Account, not_reported, realised
from dinkit.analyses._series import all_series
from dinkit.finding import Text
from dinkit.model.records import Source
from dinkit.network import Network, programme_of
from dinkit.publication import Section
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted
from dinkit.publications._accountability_goals import told_aims
from dinkit.publications._accountability_groups import main_goals

_NAMED = 3
"""How many goals or amounts a sentence names; of more it gives the number."""
_SHORT_NAMES = re.compile("[a-z][a-z0-9-]*")


def summary(seen: Accounted) -> tuple[Text, ...]:
    """Return a sentence on the goals, one on what was done, and one on the money."""
    return (_goals(seen.network), _done(seen), _money(seen))


def notes(seen: Accounted, sections: Iterable[Section]) -> tuple[Text, ...]:
    """Return what a reader should know of how things were counted, and what the sources in these sections are called."""
    return (*_period(seen), *_COUNTED, *_documents(seen.network, sections), *words.shared_notes(seen.network))


def _goals(network: Network) -> Text:
    tops, programme = main_goals(network), programme_of(network)
    who = Text(f"Het programma {programme.name}", f"The programme {programme.name}") if programme else Text("Dit programma", "This programme")
    if not tops:
        said = network.without.get("goal")
        reason = f": {said.none.rstrip('.')}" if said else ""
        return Text(f"{who.nl} noemt geen doelen{reason}.", f"{who.en} names no goals{reason}.")
    names = say.quoted(network.elements[goal].name for goal in tops[:_NAMED])
    count = numbered(len(tops), ("hoofddoel", "hoofddoelen"), ("main goal", "main goals"))
    listed = Text(f", {names.nl}", f", {names.en}") if len(tops) <= _NAMED else say.NOTHING
    far = _far(network)
    return Text(f"{who.nl} heeft {count.nl}{listed.nl}; {far.nl}.", f"{who.en} has {count.en}{listed.en}; {far.en}.")


def _far(network: Network) -> Text:
    """Return of how many targets can be said how far they are, and how many of those are on course."""
    aims = all_aims(network, all_series(network))
    total, told = told_aims(aims)
    if not total:
        return Text("er zijn geen streefwaarden, dus hoe ver die zijn, is niet te zeggen", "there are no targets, so how far they are cannot be told")
    share = say.share(told, total, Text("streefwaarde" if total == 1 else "streefwaarden", "target" if total == 1 else "targets"))
    counts = [(code, sum(aim.stance.state == code for aim in aims)) for code in ("behind", "on_plan", "ahead")]
    listed = words.joined((Text(f"{count} {STATES[code].nl}", f"{count} {STATES[code].en}") for code, count in counts if count), ", ")
    stand = Text(f" ({listed.nl})", f" ({listed.en})") if listed.nl else listed
    return Text(f"van {share.nl} is te zeggen hoe het ermee staat{stand.nl}", f"of {share.en} can be told how far it is{stand.en}")


def _done(seen: Accounted) -> Text:
    """Say how much was done, of how many efforts, and of what planned work nothing was reported."""
    head = _when(seen)
    accounts = tuple(seen.accounts.values())
    found = len(realised(seen.results, seen.year))
    if not accounts and not found:
        return Text(f"{head.nl} is niets gemeld, want er zijn geen inspanningen.", f"{head.en} nothing was reported, for there are no efforts.")
    missing = [one for one in not_reported(accounts) if one.planned == "planned"]
    be = words.verb(found, ("is", "zijn"), ("was", "were"))
    count = numbered(found, ("resultaat", "resultaten"), ("result", "results")) if found else Text("geen resultaten", "no results")
    of = words.both([_reported(seen, accounts, level) for level in ("effort", "sub_effort") if _at(seen.network, accounts, level)])
    first = Text(f"{head.nl} {be.nl if found else 'zijn'} {count.nl} als gerealiseerd gemeld", f"{head.en} {count.en} {be.en} reported as realised")
    of = Text(f", van {of.nl}", f", of {of.en}") if found and of.nl else say.NOTHING
    if not missing:
        return Text(f"{first.nl}{of.nl}.", f"{first.en}{of.en}.")
    parts = len(_at(seen.network, tuple(missing), "sub_effort"))
    planned = efforts_word(seen.network, len(missing) - parts, parts)
    was = words.verb(len(missing), (f"{'dat' if parts else 'die'} gepland was", "die gepland waren"), ("that was planned", "that were planned"))
    return Text(
        f"{first.nl}{of.nl}; van {planned.nl} {was.nl}, is niets gemeld.", f"{first.en}{of.en}; of {planned.en} {was.en}, nothing was reported."
    )


def _when(seen: Accounted) -> Text:
    if seen.year is None:
        return Text("In totaal", "In all")
    reference = known(seen.network.head.reference_date)
    if reference is None or reference.last >= date(seen.year, 12, 31):
        return Text(f"Over {seen.year}", f"In {seen.year}")
    on = say.date_words(reference)
    return Text(
        f"Over {seen.year}, dat op de peildatum ({on.nl}) nog niet om was,", f"In {seen.year}, which was not over on the reference date ({on.en}),"
    )


def _at(network: Network, accounts: tuple[Account, ...], level: str) -> list[Account]:
    return [one for one in accounts if (outer(network, one.work) is None) == (level == "effort")]


def _reported(seen: Accounted, accounts: tuple[Account, ...], level: str) -> Text:
    some = _at(seen.network, accounts, level)
    word = words.unit_word(seen.network, level, count=len(some))
    return say.share(sum(one.state in ("own", "parts") for one in some), len(some), word)


def _money(seen: Accounted) -> Text:
    """Say what is named for the year alone, of how many amounts is not said how large they are, and what is left of the budget."""
    entries = [one for one in entries_of(seen.network) if in_year(when_of(one.money), seen.year) and one.payer != "other"]
    bookings = [booking for booking in bookings_of(entries) if in_year(booking.when, seen.year)]
    left = _left(budgets_of(seen.network))
    if not bookings:
        none = Text(
            "de bronnen noemen geen uitgaven of bijdragen van het programma", "the sources name no expenses or contributions of the programme"
        )
        return _sentence([none, *left])
    unknown = sum(value_of(booking.entry.money) is None for booking in bookings)
    said = [_named(seen, bookings)]
    if unknown:
        share = words.share(
            unknown, len(bookings), Text("bedrag" if len(bookings) == 1 else "bedragen", "amount" if len(bookings) == 1 else "amounts")
        )
        said.append(Text(f"van {share.nl} noemen zij de hoogte niet", f"of {share.en} they do not say how large"))
    return _sentence([*said, *left])


def _sentence(clauses: list[Text]) -> Text:
    listed = words.joined([*clauses[:1], *([comma(clauses[1:])] if clauses[1:] else [])], "; ")
    whole = words.capital(listed)
    return Text(f"{whole.nl}.", f"{whole.en}.")


def _named(seen: Accounted, bookings: list[Booking]) -> Text:
    """Return what is named for the year alone: each nature apart, and each stream."""
    here = [one for one in bookings if seen.year is None or one.when == When(seen.year, seen.year)]
    sums: dict[tuple[str, ...], Decimal] = {}
    for one in here:
        value = value_of(one.entry.money)
        if value is not None:
            key = (one.entry.money.nature, *one.measure)
            sums[key] = sums.get(key, Decimal(0)) + value
    if seen.year is None:
        amounts = numbered(len(here), ("bedrag", "bedragen"), ("amount", "amounts"))
        return Text(f"de bronnen noemen {amounts.nl} voor alle jaren samen", f"the sources name {amounts.en} for all years together")
    head = Text(f"voor {seen.year} zelf noemen de bronnen", f"for {seen.year} itself the sources name")
    if not sums:
        return Text(f"{head.nl} geen bedrag", f"{head.en} no amount")
    if len(sums) > _NAMED:
        return Text(f"{head.nl} {len(sums)} soorten bedragen", f"{head.en} {len(sums)} kinds of amounts")
    listed = comma(_sum(key[0], amount) for key, amount in sums.items())
    return Text(f"{head.nl} {listed.nl}", f"{head.en} {listed.en}")


def _sum(nature: str, amount: Decimal) -> Text:
    shown, how = euros(amount), NATURE_WORDS[nature] if nature != "unknown" else Text("aard onbekend", "nature unknown")
    return Text(f"{shown.nl} ({how.nl})", f"{shown.en} ({how.en})")


def _left(budgets: tuple[Budget, ...]) -> list[Text]:
    """Return what is left of the budget by what is called programme money; nothing where no such amount is named."""
    said = []
    for budget in budgets[:1]:
        found = extremes(one for one in budget.readings if one.scope == "programme" and one.times)
        if budget.amount is None or found is None:
            continue
        whole, (least, most) = euros(budget.amount), (euros(one) for one in found)
        between = least if least == most else Text(f"{least.nl} tot {most.nl}", f"{least.en} to {most.en}")
        how = say.NOTHING if least == most else Text(", al naar gelang de lezing", ", depending on the reading")
        said.append(
            Text(
                f"van het programmabudget van {whole.nl} is {between.nl} nog vrij{how.nl}",
                f"of the budget of {whole.en} {between.en} is left{how.en}",
            )
        )
    return said


def _period(seen: Accounted) -> list[Text]:
    reference = known(seen.network.head.reference_date)
    if seen.year is None:
        return [
            Text(
                "Er is geen jaar gekozen en het model heeft geen peildatum; daarom staan alle jaren erin.",
                "No year was chosen and the model has no reference date; so all years are in it.",
            )
        ]
    other = _other_edition(seen)
    if other is not None:
        name, path = edition_name(other), other.files[0].path if other.files else ""
        return [
            Text(
                f"Over {seen.year} gaat de editie '{name}': maak de verantwoording van dat jaar uit {path}.",
                f"About {seen.year} is the edition '{name}': make the accountability of that year from {path}.",
            )
        ]
    if not seen.asked and reference is not None:
        return [Text(f"Het jaar is dat van de peildatum: {seen.year}.", f"The year is that of the reference date: {seen.year}.")]
    return []


def _other_edition(seen: Accounted) -> Network | None:
    """Return the earlier edition that looks from the year that was asked for."""
    for one in tuple(seen.network.editions())[1:] if seen.asked else ():
        reference = known(one.head.reference_date)
        if reference is not None and reference.last.year == seen.year:
            return one
    return None


_COUNTED = (
    Text(
        "Bij elke bron staat: vermeld (zo staat het er), afgeleid (onze lezing, met de reden in het model) of aangevuld (door ons).",
        "With each source stands: stated (it says so), derived (our reading, with the reason in the model) or added (by us).",
    ),
    Text(
        f"Gedaan is alleen wat gerealiseerd heet. {say.SILENT} niets gemeld zegt niet dat er niets gebeurd is.",
        f"Done is only what is called realised. {say.SILENT} nothing reported does not say that nothing happened.",
    ),
    Text(
        "Een resultaat van meer inspanningen staat één keer, bij de eerste; een onderdeel zonder eigen planning heeft die van zijn inspanning.",
        "A result of several efforts stands once, at the first; a sub-effort without a planning of its own has that of its effort.",
    ),
    Text(
        "Gepland en gemeld zijn alleen vergeleken waar hun datums zeker van elkaar verschillen.",
        "Planned and reported were compared only where their dates differ for certain.",
    ),
    Text(
        "Alleen bedragen van dezelfde geldstroom, betaler, aard en 'per' zijn opgeteld; niets is verdeeld of geschat.",
        "Only amounts of one stream, payer, nature and 'per' were added up; nothing was divided or estimated.",
    ),
)


def _documents(network: Network, sections: Iterable[Section]) -> list[Text]:
    """Return what the short names of the sources stand for, of those that are named."""
    named = set(_SHORT_NAMES.findall(" ".join(_sources(sections))))
    listed = [f"{source.id} = {source.name}" for source in network.of(Source) if source.id in named and source.name]
    return [Text(f"De bronnen: {'; '.join(listed)}.", f"The sources: {'; '.join(listed)}.")] if listed else []


def _sources(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        for table in section.tables:
            at = next((at for at, column in enumerate(table.columns) if column.key == "source"), None)
            yield from (cell.nl for row in table.rows if at is not None and isinstance(cell := row[at], Text))
        yield from _sources(section.sections)
