"""Indicators: what was measured against baseline and targets, how far each target is, and why that often cannot be said.

Definition:
    The *series* of an indicator is every value that was measured of it, in this edition and in earlier ones: measurements, results
    that are `of` the indicator, and the baseline. The same id is the same indicator; where an id differs, `succeeds` says which it
    follows upon. A value that is *not the same measure* stays in the series with the reason and counts nowhere: another unit, another
    group than baseline and targets have, counted another way (in a period, cumulatively since another date, at a moment), compared
    with something else, expected or planned, or later than the reference date. What baseline, targets and indicator declare
    decides what the same measure is; where they do not, what most values have. Baseline and targets are those of the latest edition
    that gives them.

    *Progress* towards a target is (value - baseline) / (target - baseline), of the latest value of the same group after the baseline. A
    target against something else ("+4000 against 2016", "-15% of early 2019") is its base with the change; the base is the
    baseline or what was measured in the base year, and the way then begins there if there is no baseline. Steps of a scale have an order
    but no distance: of those only the steps to go are counted. Where progress is not defined, one reason says why: first what the target
    lacks, then the direction, the baseline, the measurement.

    *Status* compares the value with the straight line from the baseline (date) to the target (date, else that of its goal), which
    stays level after the target date: ahead, on plan (within half of the last digit of the value) or behind. *Tempo* is the way
    gone divided by the way that the line asks for. Dates of one precision are taken at the same place in their stretch, and where
    the status would depend on that place there is none.

    *Stale* is an indicator whose latest value is older than one and a half times its frequency at the reference date; *missing*
    are the years, half-years, quarters or months without a value since the first one.

Limits:
    A straight line is a convention, not a plan of the programme. Progress says where a value lies, not what brought it there. A percentage of
    the way is rounded to two digits; what a source gives roughly (about, over) is rougher still. Whether a status is good enough
    is for the programme to say, so there are no colours here. Nothing is converted from one unit to another.

Order:
    Indicators in the order of the files, targets as listed, values by date, without date last.

Reference:
    Prevaas & Van Loon, *Werken aan Programma's*, table 8.1 (baseline, targets, frequency); Fan, Anda & Amyot 2018, LNCS 11150,
    doi:10.1007/978-3-030-01042-3_9 (a value between two others; undefined where these coincide); Norg 2008, MSc thesis University of Twente
    (tempo as a criterion for steering).

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... doelen: {minder: Minder dossiers}
    ... indicatoren:
    ...   dossiers:
    ...     naam: Dossiers
    ...     eenheid: dossiers
    ...     nulmeting: {waarde: 2800, datum: 2018}
    ...     streefwaarden: {waarde: 2200, datum: 2022}
    ...     meet: minder
    ... metingen: {dossiers-2020: {van: dossiers, waarde: 2600, datum: 2020}}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl
    "Van de enige streefwaarde is de voortgang te berekenen. Achter op de lijn: 'Dossiers' (33% van de weg)."
    >>> [(str(row[6]), row[4], str(row[7]), str(row[8])) for row in fact.tables[2].rows]
    [('2600', 'behind', '2500', '0.67')]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dinkit.analyses import _indicator_words as say
from dinkit.analyses import _words as words
from dinkit.analyses._aims import Aim, all_aims
from dinkit.analyses._indicator_tables import indicators_table, line_table, series_table, targets_table, upkeep
from dinkit.analyses._quantities import number_in_words, two_digits
from dinkit.analyses._series import Series, all_series
from dinkit.analysis import Analysis, Fact, Options
from dinkit.finding import Text
from dinkit.network import Network


def run(network: Network, options: Options) -> Fact:
    """Say how far the targets are."""
    series = all_series(network)
    aims = all_aims(network, series)
    tables = (indicators_table(network, series), targets_table(aims), line_table(aims), series_table(series))
    return Fact("indicators", _answer(network, series, aims), tables, _notes(network, series), options)


def _answer(network: Network, series: Sequence[Series], aims: Sequence[Aim]) -> Text:
    if not series:
        said, word = network.without.get("indicator"), words.kind_word(network, "indicator")
        reason = f": {said.none}" if said else ""
        return Text(f"Er zijn geen {word.nl}{reason}.", f"There are no {word.en}{reason}.")
    return words.joined((_computed(aims), *_standings(aims), _steps(aims), _not_computed(aims), _never(network, series), _stale(series)))


def _computed(aims: Sequence[Aim]) -> Text:
    total, count = sum(aim.target is not None for aim in aims), sum(aim.progress is not None for aim in aims)
    if not total:
        return Text("Er zijn geen streefwaarden.", "There are no targets.")
    if total == 1:
        often = Text("te", "can") if count else Text("niet te", "cannot")
        return Text(f"Van de enige streefwaarde is de voortgang {often.nl} berekenen.", f"Progress {often.en} be computed for the only target.")
    share = Text(f"{count or 'geen'} van de {total}", f"{count or 'none'} of the {total}")
    return Text(f"Van {share.nl} streefwaarden is de voortgang te berekenen.", f"Progress can be computed for {share.en} targets.")


def _standings(aims: Sequence[Aim]) -> list[Text]:
    """Say which indicators are behind, on plan and ahead, the worst first."""
    heads = {
        "behind": Text("Achter op de lijn", "Behind the line"),
        "on_plan": Text("Op koers", "On plan"),
        "ahead": Text("Voor op de lijn", "Ahead of the line"),
        "": Text("Niet te vergelijken met een lijn", "Not to be compared with a line"),
    }
    told = []
    for state, head in heads.items():
        found = [aim for aim in aims if aim.progress is not None and aim.stance.state == state]
        if found:
            names = [words.listing([aim.series.indicator.name]).nl for aim in found]
            shares = [number_in_words(two_digits(aim.progress * 100)) for aim in found if aim.progress is not None]
            nl = [f"{name} ({share.nl}% van de weg)" for name, share in zip(names, shares, strict=True)]
            en = [f"{name} ({share.en}% of the way)" for name, share in zip(names, shares, strict=True)]
            told.append(Text(f"{head.nl}: {', '.join(nl)}.", f"{head.en}: {', '.join(en)}."))
    return told


def _steps(aims: Sequence[Aim]) -> Text | None:
    found = [(words.listing([aim.series.indicator.name]).nl, say.steps_to_go(aim.steps_to_go)) for aim in aims if aim.steps_to_go is not None]
    if not found:
        return None
    return Text(
        f"In stappen: {', '.join(f'{name} ({text.nl})' for name, text in found)}.",
        f"In steps: {', '.join(f'{name} ({text.en})' for name, text in found)}.",
    )


def _not_computed(aims: Sequence[Aim]) -> Text | None:
    """Say why progress cannot be computed, the most frequent reason first; what is only counted in steps is told elsewhere."""
    reasons = Counter(aim.why_no_progress for aim in aims if aim.target is not None and aim.why_no_progress and aim.steps_to_go is None)
    if not reasons:
        return None
    nl = "; ".join(f"omdat {say.WHY[code].nl} ({count})" for code, count in reasons.most_common())
    en = "; ".join(f"because {say.WHY[code].en} ({count})" for code, count in reasons.most_common())
    return Text(f"Niet te berekenen {nl}.", f"It cannot be computed {en}.")


def _never(network: Network, series: Sequence[Series]) -> Text | None:
    never, total = sum(not any(point.kind != "baseline" for point in one.points) for one in series), len(series)
    word = words.kind_word(network, "indicator", count=total)
    if not never:
        return None
    if never == total == 1:
        return Text(f"De enige {word.nl} heeft geen meting.", f"The only {word.en} has no measurement.")
    if never == total:
        return Text(f"Geen van de {total} {word.nl} heeft een meting.", f"None of the {total} {word.en} has a measurement.")
    share, have = words.share(never, total, word), words.verb(never, ("heeft", "hebben"), ("has", "have"))
    return Text(f"{share.nl} {have.nl} geen meting.", f"{share.en} {have.en} no measurement.")


def _stale(series: Sequence[Series]) -> Text | None:
    names = [one.indicator.name for one in series if upkeep(one) == "stale"]
    if not names:
        return None
    listed = words.listing(names)
    return Text(f"Verouderd: {listed.nl}.", f"Stale: {listed.en}.")


def _notes(network: Network, series: Sequence[Series]) -> tuple[Text, ...]:
    notes = [
        Text(
            "Wat niet dezelfde maat is, staat in de reeks met de reden erbij en telt nergens mee.",
            "What is not the same measure stands in the series with the reason, and counts nowhere.",
        )
    ]
    if series and series[0].at is None:
        notes.append(
            Text(
                "Zonder peildatum telt de laatste meting die er is, en is niet te zeggen wat verouderd is.",
                "Without a reference date the latest measurement counts, and nobody can say what is stale.",
            )
        )
    return (*notes, *words.shared_notes(network))


ANALYSIS = Analysis(Text("Indicatoren", "Indicators"), run)
