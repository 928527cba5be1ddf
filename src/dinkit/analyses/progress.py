"""Progress: where every effort stands on the reference date by what was reported of it, exceptions first.

Definition:
    A report (`voortgang`) tells of one element on one date how seven aspects stand: performance, planning, quality, finance, risks,
    stakeholders and developments. Per element the latest report on or before the reference date counts, by the last day that its date
    may mean; older ones are history, later ones are left out and counted in a note. Without a reference date the latest of all counts. A
    report without a date is older than any other. Reports of the same date on the same element count as one; where they contradict
    each other the worst counts.

    An aspect is green, orange, red, grey (not begun, or not applicable), unknown (reported, but not how it stands) or **not
    reported**: there is no report, or it does not have this aspect. Not reported is never taken for "no problem". Orange and
    red are *exceptions*, and each needs its cause, consequence and measure; what lacks is listed. The *direction* compares with the
    last earlier report that has the aspect: better, worse or the same between green, orange and red; changed from or to grey or
    unknown; new; no longer reported; never reported.

    An effort with its parts stands at the worst aspect of any of them: red, then orange. Otherwise an aspect counts as reported
    when the effort itself reports it or all its parts do; with an aspect missing the effort is *partly reported*, with nothing at all *not
    reported*; else it is unknown, green or grey, the first of these that an aspect has. Per goal the efforts that reach it (as in `coverage`) are
    counted by where they stand, and the worst is named; colours are never averaged. What was reported on a goal itself stands
    beside that and is no part of it. Work that is listed twice (`same_as`) is one, and stopped work is left out.

Limits:
    The colours are those of who reported; nothing here checks them. A part below its own effort may be fine without a report of its own, so
    only the outermost efforts of which nothing above or below reports an aspect are listed as silent.

Order:
    Exceptions by colour, red first; then efforts and goals as in the printed tree, other elements by kind and id, aspects as in
    the contract, history latest first.

Reference:
    Programme contract Economie en Participatie, Almelo 2019, § 6 (seven aspects, essential deviations); Gemeente Leiden, reading guide to
    the bestuursrapportage 2023 (orange and red explain cause, consequence and correction); Doesburg (grey).

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... doelen: {banen: Meer banen}
    ... inspanningen: {loket: {naam: Loket openen, draagt_bij_aan: banen}, krant: Krant maken}
    ... voortgang:
    ...   mei: {van: loket, datum: 2030-05, aspecten: {planning: {status: rood, oorzaak: Geen pand.}}}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl.split(". ")[0]
    "Van 1 van de 2 inspanningen is de voortgang gemeld, met 1 uitzondering: 1 rood; niets gemeld is van 'Krant maken'"
    >>> fact.tables[0].rows[0][2:5], fact.tables[0].rows[0][-1].nl
    (('planning', 'red', 'new'), 'gevolg en maatregel')
"""

from __future__ import annotations

from dinkit.analyses import _progress as progress
from dinkit.analyses import _progress_tables as tables
from dinkit.analyses import _progress_words as say
from dinkit.analyses import _words as words
from dinkit.analyses._phrases import NOWHERE, comma
from dinkit.analyses._progress import Progressed, progress_of
from dinkit.analyses._progress_lines import Line, dropped, exceptions, lines
from dinkit.analysis import Analysis, Fact, Options
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate, date_key
from dinkit.model.records import Element
from dinkit.network import Network


def run(network: Network, options: Options) -> Fact:
    """Say how far everything is."""
    del options
    seen = progress_of(network)
    return Fact("progress", words.joined(answers(seen)), tables.tables_of(seen), notes(seen))


def answers(seen: Progressed) -> tuple[Text, ...]:
    """Return the answer, one sentence a time: on how many efforts was reported, what stands out, and what was not reported."""
    if not seen.reported.moments:
        return (_nothing(seen),)
    found = exceptions(seen)
    said = (_first(seen, found), _by_colour(found), _lacking(found), _moved(seen), _unsettled(seen), _partly(seen), _old(seen))
    return tuple(sentence for sentence in said if sentence is not None)


def notes(seen: Progressed) -> tuple[Text, ...]:
    """Return how it was counted, and what was left out."""
    found = [
        Text(
            "Wat niet gemeld is, is niet hetzelfde als: geen probleem. Kleuren zijn nergens gemiddeld; een doel toont aantallen en het zwaarste.",
            "What was not reported is not the same as: no problem. Colours are averaged nowhere; a goal shows counts and the worst.",
        )
    ]
    later, undated = len(seen.reported.later), len(seen.reported.undated)
    if later:
        found.append(
            Text(
                f"Niet meegeteld, want (mogelijk) van na de peildatum: {later}.",
                f"Left out, for they are (or may be) of after the reference date: {later}.",
            )
        )
    if undated:
        found.append(
            Text(f"Zonder datum, en daarom als oudste geteld: {undated}.", f"Without a date, and therefore counted as the oldest: {undated}.")
        )
    return (*found, *words.shared_notes(seen.network, len(seen.works.stopped)))


def _first(seen: Progressed, found: list[Line]) -> Text:
    """Say on how many efforts was reported, how many exceptions there are and on which efforts nothing was reported."""
    quiet = [unit for unit in seen.units if seen.overall[unit].state == progress.NOT_REPORTED]
    parts = [_how_many_reported(seen, len(seen.units) - len(quiet)), _how_many(found)]
    if quiet and len(quiet) < len(seen.units):
        names = words.listing([words.name_of(seen.network, unit) for unit in quiet])
        parts.append(Text(f"; niets gemeld is van {names.nl}", f"; nothing was reported on {names.en}"))
    sentence = words.joined(parts, "")
    return Text(f"{sentence.nl}.", f"{sentence.en}.")


def _nothing(seen: Progressed) -> Text:
    effort, date = words.kind_word(seen.network, "effort", count=len(seen.units)), _date(seen)
    if not seen.units:
        return Text(f"Er zijn geen {effort.nl} en er is niets gemeld{date.nl}.", f"There are no {effort.en} and nothing was reported{date.en}.")
    if len(seen.units) == 1:
        name = words.listing([words.name_of(seen.network, seen.units[0])])
        return Text(f"Er is nog geen voortgang gemeld van {name.nl}{date.nl}.", f"No progress was reported yet on {name.en}{date.en}.")
    return Text(
        f"Er is nog geen voortgang gemeld{date.nl}: van geen van de {len(seen.units)} {effort.nl}.",
        f"No progress was reported yet{date.en}: on none of the {len(seen.units)} {effort.en}.",
    )


def _how_many_reported(seen: Progressed, count: int) -> Text:
    total, date = len(seen.units), _date(seen)
    share = words.share(count, total, words.kind_word(seen.network, "effort", count=total))
    if not count:
        effort = words.kind_word(seen.network, "effort", count=1)
        share = Text(f"geen enkele {effort.nl}", f"no {effort.en}")
    return Text(f"Van {share.nl} is de voortgang gemeld{date.nl}", f"Progress was reported on {share.en}{date.en}")


def _date(seen: Progressed) -> Text:
    on = seen.network.head.reference_date
    return Text(f" (peildatum {on.text})", f" (reference date {on.text})") if isinstance(on, ImpreciseDate) else NOWHERE


def _how_many(found: list[Line]) -> Text:
    if not found:
        return Text(", zonder rood of oranje", ", without red or orange")
    colours = [line.said.aspect.status for line in found]
    named = [
        Text(f"{count} {word.nl}", f"{count} {word.en}")
        for one in progress.EXCEPTIONS
        if (count := colours.count(one))
        for word in [say.STATUS_WORDS[one]]
    ]
    counts, word = comma(named), words.verb(len(found), ("uitzondering", "uitzonderingen"), ("exception", "exceptions"))
    return Text(f", met {len(found)} {word.nl}: {counts.nl}", f", with {len(found)} {word.en}: {counts.en}")


def _by_colour(found: list[Line]) -> Text | None:
    """Name what stands at the worst colour."""
    if not found:
        return None
    colour = found[0].said.aspect.status
    named, word = (
        _named([(line.aspect, line.element) for line in found if line.said.aspect.status == colour]),
        words.capital(say.STATUS_WORDS[colour]),
    )
    return Text(f"{word.nl}: {named.nl}.", f"{word.en}: {named.en}.")


def _lacking(found: list[Line]) -> Text | None:
    lacking = [line for line in found if progress.lacking(line.said.aspect)]
    if not lacking:
        return None
    named, share = (
        _named([(line.aspect, line.element) for line in lacking]),
        words.share(len(lacking), len(found), words.verb(len(found), ("uitzondering", "uitzonderingen"), ("exception", "exceptions"))),
    )
    return Text(
        f"Oorzaak, gevolg of maatregel ontbreekt bij {share.nl}: {named.nl}.", f"Cause, consequence or measure is lacking for {share.en}: {named.en}."
    )


def _named(found: list[tuple[str, Element]]) -> Text:
    """Return aspects with the element that they are of, the first few in full."""
    named = [
        Text(f"{word.nl} van {name.nl}", f"{word.en} of {name.en}")
        for aspect, element in found[:_NAMED]
        for word in [say.ASPECT_WORDS[aspect]]
        for name in [words.listing([element.name])]
    ]
    rest = len(found) - len(named)
    return comma([*named, Text(f"nog {rest}", f"{rest} more")] if rest else named)


_NAMED = 4
"""How many exceptions a sentence names before it counts the rest."""


def _moved(seen: Progressed) -> Text | None:
    """Say how many aspects went which way since they were last reported."""
    found = [line.direction for line in lines(seen)] + ["dropped" for _ in dropped(seen)]
    counts = [(one, found.count(one)) for one in ("worse", "better", "dropped") if one in found]
    if not counts:
        return None
    named = comma([Text(f"{count} {word.nl}", f"{count} {word.en}") for one, count in counts for word in [say.DIRECTION_WORDS[one]]])
    return Text(f"Sinds de vorige melding: {named.nl}.", f"Since the report before: {named.en}.")


def _unsettled(seen: Progressed) -> Text | None:
    """Name what was orange or red and is in no report any more: silence is no recovery."""
    found = [line for line in dropped(seen) if line[2].aspect.status in progress.EXCEPTIONS]
    if not found:
        return None
    named = _named([(aspect, element) for element, aspect, _ in found])
    return Text(f"Was rood of oranje en is niet meer gemeld: {named.nl}.", f"Was red or orange and is no longer reported: {named.en}.")


def _old(seen: Progressed) -> Text | None:
    """Name the efforts of which the latest report is older than that of others."""
    dates = {effort.id: moments[0].date for effort in seen.efforts if (moments := seen.reported.moments.get(effort.id))}
    newest = max((date for date in dates.values() if date), key=date_key, default=None)
    old = [effort for effort, date in dates.items() if newest is not None and date_key(date) < date_key(newest)]
    if newest is None or not old:
        return None
    names = words.listing([words.name_of(seen.network, effort) for effort in old])
    return Text(f"Ouder dan de laatste meldingen ({newest.text}): {names.nl}.", f"Older than the latest reports ({newest.text}): {names.en}.")


def _partly(seen: Progressed) -> Text | None:
    partly = [
        unit
        for unit in seen.units
        for found in [seen.overall[unit]]
        if progress.NOT_REPORTED in found.aspects.values() and found.state != progress.NOT_REPORTED
    ]
    if not partly:
        return None
    names = words.listing([words.name_of(seen.network, unit) for unit in partly])
    return Text(f"Niet over alle zeven aspecten gemeld: {names.nl}.", f"Not reported on all seven aspects: {names.en}.")


ANALYSIS = Analysis(Text("Voortgang", "Progress"), run)
