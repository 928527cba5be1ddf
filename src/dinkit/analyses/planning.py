"""Planning: what was planned against what was reported, through the editions; what runs in which year; what went silently.

Definition:
    Every effort and sub-effort of this edition and of earlier ones is looked at once, under the name of the latest edition that has it (work
    that is listed twice is one; renamed, moved, merged and split work is followed by its id and by `succeeds`). Its *plan* is the first one that
    an edition gives it, the oldest edition first; work without a plan of its own has that of the effort that it is part of, marked as inherited.
    *Reported* are its realised results of type start and completion, in the oldest edition that reports any of that type, and no
    later than the reference date. Results of its parts are not its own.

    Dates are stretches of days, and compared honestly. Against a planned end, or a planned begin where no end was planned: **early** when
    everything reported lies wholly before it, **late** when it lies wholly after it, **on time** when it lies within it, and
    otherwise **cannot tell**. Where only a begin was planned and only a completion reported, those two are compared (column "compared"). Of
    several completions none need be the last, so they are never called early together; a begin is not called late when something was
    realised by then. A completion that the edition with the plan itself puts before the planned begin may be of something earlier, and decides
    nothing. An inherited end is a limit only: before it is on time; an inherited begin is not compared.

    Without such a report: **running** until the planned time has passed for certain at the reference date, **not due** before it begins, then *not
    completed*: the planned end has passed, something realised was reported (of the work itself, its parts, or at its effort), but no
    completion. Where the planned time has passed and no edition ever reported anything, it is **unreported**, and **silently gone** when this
    edition no longer names it either (a model without earlier editions: even where it is named). **Dropped** is other work that
    is no longer named and of which nothing reported can be compared with its plan. **Continuous** work recurs or goes on; **no plan** and **no reference
    date** speak for themselves.

Limits:
    A completion may be of a part of the work: the results stand beside the verdict. What is not reported may have been done; what is no
    longer named may go on. Only the first plan is judged; where editions differ, a table has both.

Order:
    What this edition names, as in the printed tree; then what only earlier editions name, the latest of them first.

Reference:
    Programme contract Economie en Participatie, Almelo 2019, § 6 (planning as an aspect of monitoring); Prevaas & Van Loon, *Werken aan
    Programma's*, §11.3 (the effort register is brought up to date).

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... peildatum: 2020-12-31
    ... inspanningen: {loket: {naam: Loket openen, planning: 2019-04..2020-04}, krant: {naam: Krant maken, planning: 2019}}
    ... resultaten:
    ...   opening: {naam: Loket geopend, van: loket, datum: 2019-11-15, soort: afronding, stand: gerealiseerd}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl
    "Van de 2 inspanningen en onderdelen met een planning: 1 eerder dan gepland ('Loket openen'); 1 stil verdwenen ('Krant maken')."
    >>> [row[-1] for row in fact.tables[1].rows]
    ['silent', 'early']
"""

from __future__ import annotations

from dinkit.analyses import _planning_tables as tables
from dinkit.analyses import _words as words
from dinkit.analyses._planning import VERDICTS, Timing, replanned_of, timings_of
from dinkit.analyses._plans import known, says_something
from dinkit.analysis import Analysis, Fact, Options
from dinkit.finding import Text
from dinkit.network import Network

_NAMED = ("early", "late", "silent", "unreported")
"""Verdicts of which the answer gives the names."""


def run(network: Network, options: Options) -> Fact:
    """Say what was early, late or not reported, what runs when, and what went silently."""
    del options
    everything = timings_of(network)
    shown = [one for one in everything if is_shown(one)]
    made = (
        tables.verdicts(shown),
        tables.timings(network, shown),
        tables.replanned(network, replanned_of(network)),
        tables.periods(network),
    )
    return Fact("planning", _answer(network, shown), made, _notes(network, everything, shown))


def is_shown(timing: Timing) -> bool:
    """Say whether a piece of work has a planning, or a reported start or completion, so that there is something to say of it."""
    return says_something(timing.plan.planning) or bool(timing.starts or timing.completions)


def _answer(network: Network, shown: list[Timing]) -> Text:
    planned = [one for one in shown if says_something(one.plan.planning)]
    if not planned:
        return Text("Van geen enkele inspanning staat er een planning in.", "No effort has a planning.")
    said = []
    for code in VERDICTS:
        names = [tables.name_of(network, one) for one in planned if one.verdict == code]
        listed = words.listing(names if code in _NAMED else [])
        shown_names = Text(f" ({listed.nl})", f" ({listed.en})") if listed.nl else listed
        if names:
            word = tables.VERDICT_WORDS[code]
            said.append(Text(f"{len(names)} {word.nl}{shown_names.nl}", f"{len(names)} {word.en}{shown_names.en}"))
    listed = words.joined(said, "; ")
    the = Text("de ", "the ") if len(planned) > 1 else Text("", "")
    word = Text("inspanningen en onderdelen", "efforts and sub-efforts") if len(planned) > 1 else words.unit_word(network, "effort", count=1)
    return Text(
        f"Van {the.nl}{len(planned)} {word.nl} met een planning: {listed.nl}.", f"Of {the.en}{len(planned)} {word.en} with a planning: {listed.en}."
    )


def _notes(network: Network, everything: tuple[Timing, ...], shown: list[Timing]) -> tuple[Text, ...]:
    notes = []
    if known(network.head.reference_date) is None:
        notes.append(
            Text(
                "Er is geen peildatum: zet 'peildatum' in het model of geef --peildatum mee, dan blijkt ook wat te laat of verdwenen is.",
                "There is no reference date: put 'reference_date' in the model or give --peildatum, to see also what is late or gone.",
            )
        )
    inherited = sum(one.plan.inherited for one in shown)
    if inherited:
        notes.append(
            Text(f"Met de planning van de inspanning erboven: {inherited}.", f"With the planning of the effort above: {inherited}."),
        )
    silent = len(everything) - len(shown)
    if silent:
        notes.append(
            Text(
                f"Zonder planning en zonder gemeld begin of eind, en daarom zonder regel: {silent}.",
                f"Without a planning and without a reported begin or end, and therefore without a row: {silent}.",
            )
        )
    return (*notes, *words.shared_notes(network))


ANALYSIS = Analysis(Text("Planning", "Planning"), run)
