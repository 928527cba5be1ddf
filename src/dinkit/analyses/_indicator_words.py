"""What the codes of the `indicators` analysis say to people, in both languages."""

from __future__ import annotations

from dinkit.finding import Text

WHY = {
    "no_target": Text("er geen streefwaarde is", "there is no target"),
    "target_unknown": Text("de bron de streefwaarde niet noemt", "the source does not say the target"),
    "target_pm": Text("de streefwaarde nog open staat (p.m.)", "the target is still to be settled (p.m.)"),
    "target_in_words": Text("de streefwaarde geen getal is en er geen schaal is", "the target is no number and there is no scale"),
    "target_off_scale": Text("de streefwaarde geen stap van de schaal is", "the target is no step of the scale"),
    "target_unit": Text("de streefwaarde een andere eenheid heeft", "the target has another unit"),
    "target_other_base": Text(
        "de streefwaarde met iets anders vergelijkt dan de metingen", "the target compares with something else than the measurements"
    ),
    "percent_of_percent": Text("niet zeker is of het procenten of procentpunten zijn", "it may be percent or percentage points"),
    "no_base": Text("de waarde waarvan de streefwaarde uitgaat ontbreekt", "the value that the target starts from is missing"),
    "no_direction": Text("de bron niet zegt welke kant beter is", "the source does not say which way is better"),
    "wrong_direction": Text("de streefwaarde en de richting elkaar tegenspreken", "the target and the direction contradict each other"),
    "no_baseline": Text("er geen nulmeting is", "there is no baseline"),
    "baseline_unknown": Text("de bron geen nulmeting noemt", "the source gives no baseline"),
    "baseline_pm": Text("de nulmeting nog open staat (p.m.)", "the baseline is still to be settled (p.m.)"),
    "baseline_unit": Text("de nulmeting een andere eenheid heeft", "the baseline has another unit"),
    "baseline_group": Text("de nulmeting over een andere groep gaat", "the baseline is about another group"),
    "baseline_unusable": Text("de nulmeting niet dezelfde maat is", "the baseline is not the same measure"),
    "no_measurement": Text("er niets gemeten is", "nothing was measured"),
    "only_later": Text("pas na de peildatum gemeten is", "it was only measured after the reference date"),
    "other_measure": Text("wat gemeten is niet dezelfde maat is", "what was measured is not the same measure"),
    "measurement_undated": Text("de meting geen datum heeft", "the measurement has no date"),
    "nothing_since": Text("na de nulmeting niet meer gemeten is", "nothing was measured after the baseline"),
    "contradiction": Text("de laatste metingen elkaar tegenspreken", "the latest measurements contradict each other"),
    "target_is_baseline": Text("de streefwaarde gelijk is aan de nulmeting", "the target equals the baseline"),
    "steps": Text("stappen van een schaal geen afstand hebben", "steps of a scale have no distance"),
    "baseline_undated": Text("de nulmeting geen datum heeft", "the baseline has no date"),
    "target_undated": Text("de streefwaarde geen datum heeft", "the target has no date"),
    "target_before_baseline": Text("de streefdatum niet na de nulmeting ligt", "the target date does not lie after the baseline"),
    "dates_imprecise": Text("de datums daarvoor te onnauwkeurig zijn", "the dates are too imprecise for that"),
}
"""Code -> what follows on "cannot be computed because" or "cannot tell because"."""

STATES = {
    "ahead": Text("voor", "ahead"),
    "on_plan": Text("op koers", "on plan"),
    "behind": Text("achter", "behind"),
    "cannot_tell": Text("niet te zeggen", "cannot tell"),
}

UPKEEP = {
    "fresh": Text("actueel", "up to date"),
    "stale": Text("verouderd", "stale"),
    "never": Text("nooit gemeten", "never measured"),
    "undated": Text("zonder datum", "without date"),
    "no_reference_date": Text("geen peildatum", "no reference date"),
    "no_frequency": Text("meetfrequentie niet bekend", "frequency not known"),
    "unclear_frequency": Text("meetfrequentie niet begrepen", "frequency not understood"),
}
"""How the measuring is kept up."""

MARK_WORDS = {
    "no_value": Text("geen waarde", "no value"),
    "off_scale": Text("geen stap van de schaal", "no step of the scale"),
    "unit": Text("andere eenheid", "another unit"),
    "group": Text("andere groep", "another group"),
    "counting": Text("anders geteld", "counted differently"),
    "relative": Text("met iets anders vergeleken", "compared with something else"),
    "merged": Text("van een voorganger die samengevoegd is", "of a predecessor that was merged"),
    "expected": Text("nog niet gerealiseerd: verwacht", "not realised yet: expected"),
    "planned": Text("nog niet gerealiseerd: gepland", "not realised yet: planned"),
    "later": Text("na de peildatum", "after the reference date"),
}

KINDS = {
    "baseline": Text("nulmeting", "baseline"),
    "measurement": Text("meting", "measurement"),
    "result": Text("resultaat", "result"),
}

DIRECTIONS = {
    "higher": Text("hoger", "higher"),
    "lower": Text("lager", "lower"),
    "equal": Text("gelijk", "equal"),
    "unknown": Text("onbekend", "unknown"),
}

COUNTINGS = {
    "in_period": Text("in de periode", "in the period"),
    "cumulative": Text("cumulatief", "cumulative"),
    "at_moment": Text("op dat moment", "at the moment"),
}


def steps_to_go(count: int) -> Text:
    """Return how many steps of a scale are to go; never a part of a way.

    >>> steps_to_go(1).nl, steps_to_go(2).en, steps_to_go(0).nl
    ('nog één stap te gaan', '2 steps to go', 'bereikt')
    """
    if count == 0:
        return Text("bereikt", "reached")
    return Text("nog één stap te gaan", "one step to go") if count == 1 else Text(f"nog {count} stappen te gaan", f"{count} steps to go")
