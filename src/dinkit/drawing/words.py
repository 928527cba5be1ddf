"""What a picture says in words, in Dutch and English, and how it writes numbers, dates and targets."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.numbers import Amount
from dinkit.model.values import Quantity, unit_of
from dinkit.model.vocabulary import UNKNOWN, spell_value

WORDS: dict[str, Text] = {
    "din": Text("Doelen-inspanningennetwerk", "Goal-effort network"),
    "untitled": Text("zonder naam", "untitled"),
    "reference-date": Text("peildatum {date}", "on {date}"),
    "no-date": Text("zonder datum", "undated"),
    "main": Text("Hoofddoelen", "Main goals"),
    "sub": Text("Subdoelen", "Sub-goals"),
    "operational": Text("Operationele doelen", "Operational goals"),
    "deeper": Text("Verdere doelen", "Further goals"),
    "one-main": Text("hoofddoel", "main goal"),
    "one-sub": Text("subdoel", "sub-goal"),
    "one-operational": Text("operationeel doel", "operational goal"),
    "ask-main": Text("waartoe?", "what for?"),
    "ask-operational": Text("wat, hoeveel, wanneer?", "what, how much, when?"),
    "ask-effort": Text("hoe?", "how?"),
    "ask-stakeholder": Text("wie?", "who?"),
    "band-note": Text("{count} inspanningen dragen hieraan bij ({provenance})", "{count} efforts contribute to this ({provenance})"),
    "unknown-provenance": Text("herkomst onbekend", "origin unknown"),
    "no-band": Text("Overige inspanningen", "Other efforts"),
    "no-band-note": Text("{count}: volg de lijnen", "{count}: follow the lines"),
    "uncovered": Text("geen inspanning", "no effort"),
    "deliberate": Text("bewust geen inspanning", "deliberately no effort"),
    "loose": Text("los: bereikt geen doel", "loose: reaches no goal"),
    "damaged": Text("niet volledig gelezen", "not fully read"),
    "ended": Text("beëindigd", "ended"),
    "row-loose": Text("los", "loose"),
    "steering": Text("sturing: {steering}", "steering: {steering}"),
    "draft": Text("CONCEPT, {count} fouten", "DRAFT, {count} errors"),
    "draft-one": Text("CONCEPT, 1 fout", "DRAFT, 1 error"),
    "parts": Text("{count} onderdelen", "{count} parts"),
    "parts-one": Text("1 onderdeel", "1 part"),
    "hidden-parts": Text("{count} onderdelen niet getoond", "{count} parts not shown"),
    "hidden-effort": Text("{count} inspanningen niet getoond", "{count} efforts not shown"),
    "hidden-goal": Text("{count} doelen niet getoond", "{count} goals not shown"),
    "hidden-benefit": Text("{count} baten niet getoond", "{count} benefits not shown"),
    "hidden-capability": Text("{count} vermogens niet getoond", "{count} capabilities not shown"),
    "hidden-stakeholder": Text("{count} stakeholders niet getoond", "{count} stakeholders not shown"),
    "hidden-here": Text("nog {count} inspanningen", "{count} more efforts"),
    "empty": Text("Er staan nog geen doelen of inspanningen in dit model.", "This model has no goals or efforts yet."),
    "empty-focus": Text("Rond dit element staan geen doelen of inspanningen.", "There are no goals or efforts around this element."),
    "contributes_to": Text("draagt bij aan", "contributes to"),
    "hinders": Text("remt", "hinders"),
    "part_of": Text("is onderdeel van", "is part of"),
    "involved_in": Text("is betrokken bij", "is involved in"),
    "through": Text("via onderdeel {parts}", "through part {parts}"),
    "weight": Text("gewicht {weight}", "weight {weight}"),
    "target": Text("streefwaarde", "target"),
    "step": Text("niveau {now}, gewenst {wanted}", "level {now}, wanted {wanted}"),
    "mission": Text("Missie", "Mission"),
    "legend": Text("Legenda", "Legend"),
    "line-stated": Text("vermeld in de bron", "stated in the source"),
    "line-derived": Text("afgeleid, met reden", "derived, with a reason"),
    "line-added": Text("zelf aangevuld", "added by us"),
    "line-unknown": Text("herkomst onbekend", "provenance unknown"),
    "line-hinders": Text("remt", "hinders"),
    "line-involved": Text("is betrokken bij", "is involved in"),
    "line-part": Text("onderdeel van", "part of"),
    "line-tree": Text("onderdeel van een doel", "part of a goal"),
    "weights": Text("dikker: zwaarder gewicht", "thicker: heavier weight"),
    "tail-proven": Text("de bijdrage is bewezen", "the contribution is proven"),
    "tail-experience": Text("de bijdrage blijkt uit ervaring", "the contribution shows from experience"),
    "tail-assumption": Text("de bijdrage is een aanname", "the contribution is an assumption"),
    "legend-band": Text(
        "balk: al deze inspanningen samen voor het hoofddoel, {provenance}", "bar: all these efforts for the main goal, {provenance}"
    ),
    "legend-link": Text("onderdeel draagt zelf bij aan dit doel", "part itself contributes to this goal"),
    "legend-same": Text("zelfde werk als dit onderdeel", "same work as this part"),
    "legend-hidden": Text("inspanningen die niet getoond zijn", "efforts that are not shown"),
    "legend-also": Text("hoort ook hierbij", "also belongs here"),
    "legend-target": Text("streefwaarde", "target"),
    "legend-uncovered": Text("doel zonder inspanning", "goal without an effort"),
    "legend-deliberate": Text("bewust geen inspanning", "deliberately no effort"),
    "legend-loose": Text("inspanning die geen doel bereikt", "effort that reaches no goal"),
    "legend-damaged": Text("niet volledig gelezen", "not fully read"),
    "legend-ended": Text("beëindigd", "ended"),
    "legend-focus": Text("waar dit beeld om draait", "what this picture is about"),
    "legend-steering": Text("sturing: {steering}", "steering: {steering}"),
    "small-type": Text(
        "op {page} is de kleinste letter {size} punt; kies een groter vel (--size) of teken een deel (--goal, --focus)",
        "on {page} the smallest letter is {size} points; choose a larger page (--size) or draw a part (--goal, --focus)",
    ),
    "focus-on": Text("rond {name}", "around {name}"),
    "goal-page": Text("doel {name}", "goal {name}"),
    "summary": Text(
        "{goals} doelen en {efforts} inspanningen; van inspanning naar doel lezen geeft waartoe, andersom hoe.",
        "{goals} goals and {efforts} efforts; from effort to goal reads what for, the other way how.",
    ),
}

STEERING_LETTER: dict[str, Text] = {
    "commissioning": Text("O", "C"),
    "directing": Text("R", "D"),
    "aligning": Text("A", "A"),
    UNKNOWN: Text("?", "?"),
}
_UNITS_BEFORE = frozenset(("rapportcijfer", "cijfer", "score", "index", "niveau", "grade", "level", "€", "euro"))


def worded(words: Mapping[str, Text], key: str, language: str, **fields: object) -> str:
    """Return the words for `key` in `language` ("nl" or "en"), with the fields filled in; for a `count` of 1 in the singular, where they have one.

    >>> [worded(WORDS, "parts", "nl", count=count) for count in (1, 2)]
    ['1 onderdeel', '2 onderdelen']
    """
    singular = words.get(f"{key}-one") if fields.get("count") == 1 else None
    return in_language(singular or words[key], language).format(**fields)


say = partial(worded, WORDS)


def steering_letter(steering: str, language: str) -> str:
    """Return the letter that stands for a kind of steering on a box."""
    return in_language(STEERING_LETTER[steering], language)


def number(value: Decimal, language: str) -> str:
    """Write a number as a reader of `language` does.

    >>> number(Decimal("2200.5"), "nl")
    '2.200,5'
    """
    text = f"{value:,f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "nl" else text


def points(size: float, language: str) -> str:
    """Write a letter size for the note that it is too small, never rounded up to what would be large enough."""
    return f"{math.floor(size * 10) / 10:.1f}".replace(".", "," if language == "nl" else ".")


def date(value: ImpreciseDate | str | None, language: str) -> str | None:
    """Write a date, or None where there is none to write."""
    if isinstance(value, ImpreciseDate):
        return value.text
    return spell_value("date", value, language) if value else None


def target(quantity: Quantity, language: str) -> str:
    """Write a target as it stands on a goal, such as "2.200 dossiers in 2022"."""
    parts = [_amount(quantity, language)]
    if quantity.group:
        parts.append(f"{'van' if language == 'nl' else 'of'} {quantity.group}")
    if isinstance(quantity.date, ImpreciseDate):
        parts.append(f"in {quantity.date.text}")
    if quantity.relative_to:
        parts.append(f"{'t.o.v.' if language == 'nl' else 'compared with'} {quantity.relative_to}")
    if quantity.provenance in ("derived", "added"):
        parts.append(f"({spell_value('provenance', quantity.provenance, language)})")
    return " ".join(parts)


def _amount(quantity: Quantity, language: str) -> str:
    value = quantity.value
    if not isinstance(value, Amount):
        return quantity.verbatim or ("p.m." if value == "pm" else spell_value("value", str(value), language))
    unit = unit_of(quantity)
    qualifier = quantity.qualifier or value.qualifier
    before = f"{spell_value('qualifier', qualifier, language).replace('_', ' ')} " if qualifier else ""
    # A number compared with another one is a difference: without its sign it would read as the amount itself.
    sign = "+" if quantity.relative_to and value.value > 0 else ""
    figure = sign + number(value.value, language)
    if unit in _UNITS_BEFORE:
        return f"{before}{unit} {figure}"
    return f"{before}{figure}%" if unit == "%" else f"{before}{figure} {unit}" if unit else before + figure


def in_language(text: Text, language: str) -> str:
    """Return a text in `language`."""
    return text.nl if language == "nl" else text.en


def plain(text: str) -> str:
    r"""Return text on one line, without the characters that XML and terminals cannot hold; nothing is cut off.

    >>> plain("a\x00b  c")
    'a b c'
    """
    return " ".join("".join(" " if unicodedata.category(one) in ("Cc", "Cs", "Cn", "Zl", "Zp") else one for one in text).split())
