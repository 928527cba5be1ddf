"""Results: what was done per (sub-)effort and year, what was planned but not reported, and what became of what was expected.

Definition:
    A result counts for every effort that it is written on (`of`), and for efforts that are measured by an indicator that it is written on. It is
    one row, at the first of those efforts; work that is listed twice (`same_as`) is one piece of work. Its year is the one under which its
    date is written. *Realised* is only what says so: a result without a standing is of unknown standing and counts nowhere as done.
    Conditions (age limits, hours, ceilings in weeks) are rules and no results; they have a table of their own.

    Work is **not reported** when its planning covers the year and no realised result of that year stands at the work itself, at
    one of its parts, or at an effort that it is part of. So a sub-effort inherits from its effort only what is reported at that
    effort itself, never what is reported of another part. A planning covers the year for certain ("planned"), perhaps (imprecise dates, or only
    a begin or an end), by going on ("continuous"), or nothing is said ("unknown"); a sub-effort without a planning has that of
    its effort. Work that stopped, or that ended before the year, is left out. Without a year every work without any realised result is listed.

    An **expectation** is a result that is expected or planned, in this edition or an earlier one. At the reference date it is *met* when
    the same result (its id, or one that says that it `succeeds` it) is realised; *moved* when a later edition expects the same start or
    completion for a later date; *perhaps* met when a realised result of the same element, of the same type and unit as far as both
    say, is of that date or later (of a start or completion that a later edition reports: also earlier); otherwise *unkept* when its date has
    passed for certain, *open* when not, and *unknown* without a date or without a reference date. What is dated after the reference date meets
    nothing yet.

Limits:
    "Perhaps" means: look. Whether a later result is what was hoped for, and whether it is enough, only a reader can say.
    What is not reported may have been done. A date that spans the turn of a year counts in the year under which it is written.

Order:
    Work as in the printed tree, then goals, then everything else by id; within that by date and id.

Reference:
    Programme contract Economie en Participatie, Almelo 2019, § 6 (monitoring in the budget cycle); the W-questions of a programme budget:
    Dordrecht, begroting 2020.

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... inspanningen: {loket: {naam: Loket openen, planning: 2019}, krant: {naam: Krant maken, planning: 2019..2020}}
    ... resultaten:
    ...   opening: {naam: Loket geopend, van: loket, datum: 2019-11-15, soort: afronding, stand: gerealiseerd}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options(year=2019))
    >>> fact.answer.nl
    "Over 2019 is 1 resultaat gemeld, van 1 van de 2 inspanningen. Van 1 inspanning is niets gerealiseerds gemeld: 1 gepland ('Krant maken')."
    >>> [row[0] for row in fact.tables[1].rows]
    ['krant']
"""

from __future__ import annotations

from datetime import date

from dinkit.analyses import _results_tables as tables
from dinkit.analyses import _words as words
from dinkit.analyses._account_words import efforts_word, numbered
from dinkit.analyses._expectation_table import BECAME_WORDS, expectation_table
from dinkit.analyses._expectations import BECAME, Expectation, expectations_of
from dinkit.analyses._order import outer
from dinkit.analyses._plans import known
from dinkit.analyses._results import Account, Reported, accounts_of, not_reported, realised, reported_of
from dinkit.analysis import Analysis, Fact, Options
from dinkit.finding import Text
from dinkit.network import Network


def run(network: Network, options: Options) -> Fact:
    """Say what was done, what was not reported, and what became of expectations."""
    year = options.year
    everything = reported_of(network)
    reported = [one for one in everything if one.year is not None and year in (None, one.year)]
    undated = [one for one in everything if one.year is None]
    accounts = accounts_of(network, year)
    hoped = expectations_of(network)
    expectations = [one for one in hoped if year in (None, one.reported.year)]
    made = (
        tables.results(network, reported),
        tables.missing(network, not_reported(accounts), undated),
        expectation_table(network, expectations),
        tables.accounts(network, accounts),
        tables.years(reported),
        tables.undated(network, undated),
        tables.conditions(network),
    )
    answer = words.joined(
        (
            _too_soon(network, year),
            _done(network, everything, accounts, year),
            _missing(network, not_reported(accounts)),
            _expected(expectations, year),
        )
    )
    return Fact("results", answer, made, _notes(network, undated, accounts, len(hoped) - len(expectations)), Options(year=year))


def _too_soon(network: Network, year: int | None) -> Text | None:
    """Say that the year was not over on the reference date, so that much cannot have been reported yet."""
    reference = known(network.head.reference_date)
    if year is None or reference is None or reference.last >= date(year, 12, 31):
        return None
    return Text(f"Op de peildatum ({reference.text}) was {year} nog niet om.", f"On the reference date ({reference.text}) {year} was not over yet.")


def _done(network: Network, everything: tuple[Reported, ...], accounts: tuple[Account, ...], year: int | None) -> Text:
    found = realised(everything, year)
    when = Text(f"Over {year} ", f"In {year} ") if year else Text("In totaal ", "In all ")
    if not found:
        return Text(f"{when.nl}is geen gerealiseerd resultaat gemeld.", f"{when.en}no realised result was reported.")
    be, count = words.verb(len(found), ("is", "zijn"), ("was", "were")), numbered(len(found), ("resultaat", "resultaten"), ("result", "results"))
    return Text(
        f"{when.nl}{be.nl} {count.nl} gemeld{_of(network, accounts).nl}.", f"{when.en}{count.en} {be.en} reported{_of(network, accounts).en}."
    )


def _of(network: Network, accounts: tuple[Account, ...]) -> Text:
    """Return of how many efforts and sub-efforts something was reported, of themselves or of their parts."""
    shares = []
    for level, here in (
        ("effort", [one for one in accounts if not _is_part(network, one)]),
        ("sub_effort", [one for one in accounts if _is_part(network, one)]),
    ):
        if here:
            with_results = sum(one.state in ("own", "parts") for one in here)
            shares.append(words.share(with_results, len(here), words.unit_word(network, level, count=len(here))))
    both = words.both(shares)
    return Text(f", van {both.nl}", f", of {both.en}") if shares else Text("", "")


def _is_part(network: Network, account: Account) -> bool:
    return outer(network, account.work) is not None


_PLANNED = {
    "planned": Text("gepland", "planned"),
    "perhaps": Text("misschien gepland", "perhaps planned"),
    "continuous": Text("doorlopend", "continuous"),
    "unknown": Text("zonder planning", "without planning"),
}


def _missing(network: Network, missing: tuple[Account, ...]) -> Text | None:
    """Say of how much planned work nothing was reported, with the names of what was planned for certain."""
    if not missing:
        return None
    parts = sum(_is_part(network, one) for one in missing)
    count = efforts_word(network, len(missing) - parts, parts)
    clauses = []
    for code, said in _PLANNED.items():
        names = [words.name_of(network, one.work) for one in missing if one.planned == code]
        listed = words.listing(names if code == "planned" else [])
        if names:
            shown = Text(f" ({listed.nl})", f" ({listed.en})") if listed.nl else listed
            clauses.append(Text(f"{len(names)} {said.nl}{shown.nl}", f"{len(names)} {said.en}{shown.en}"))
    listed = words.joined(clauses, ", ")
    return Text(f"Van {count.nl} is niets gerealiseerds gemeld: {listed.nl}.", f"Of {count.en} nothing realised was reported: {listed.en}.")


def _expected(expectations: list[Expectation], year: int | None) -> Text | None:
    if not expectations:
        return None
    counts = [(code, sum(one.became == code for one in expectations)) for code in BECAME]
    said = [Text(f"{count} {BECAME_WORDS[code].nl}", f"{count} {BECAME_WORDS[code].en}") for code, count in counts if count]
    listed = words.joined(said, ", ")
    count = numbered(len(expectations), ("verwachting", "verwachtingen"), ("expectation", "expectations"))
    when = Text(f" voor {year}", f" for {year}") if year else Text("", "")
    names = words.listing([one.reported.result.name for one in expectations if one.became == "unkept"])
    unkept = Text(f" Niet ingelost: {names.nl}.", f" Unkept: {names.en}.") if names.nl else names
    return Text(f"Van {count.nl}{when.nl}: {listed.nl}.{unkept.nl}", f"Of {count.en}{when.en}: {listed.en}.{unkept.en}")


def _notes(network: Network, undated: list[Reported], accounts: tuple[Account, ...], other: int) -> tuple[Text, ...]:
    notes = [
        Text(
            "Gemeld telt alleen wat gerealiseerd heet. Een onderdeel volgt zijn inspanning als het resultaat bij die inspanning zelf staat, niet als het bij een ander onderdeel staat.",
            "Only what says that it is realised counts as reported. A sub-effort follows its effort where the result stands at that effort itself, not where it stands at another part.",
        )
    ]
    above = sum(one.state == "above" and one.planned != "no" for one in accounts)
    if above:
        notes.append(Text(f"Alleen bij de inspanning erboven gemeld: {above}.", f"Reported at the effort above only: {above}."))
    if undated:
        notes.append(Text(f"Zonder jaar, en daarom apart: {len(undated)}.", f"Without a year, and therefore apart: {len(undated)}."))
    if other:
        notes.append(Text(f"Verwachtingen voor andere jaren, of zonder jaar: {other}.", f"Expectations for other years, or without a year: {other}."))
    return (*notes, *words.shared_notes(network))


ANALYSIS = Analysis(Text("Resultaten", "Results"), run, ("year",))
