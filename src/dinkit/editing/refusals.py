"""What is wrong with one cell of a CSV file of measurements, in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from dinkit.editing.notation import EitherNumberError
from dinkit.finding import Text
from dinkit.model.records import Indicator
from dinkit.model.vocabulary import UNKNOWN
from dinkit.nearby import nearest_word
from dinkit.network import Network

_EMPTY = frozenset((".", "-", "x", "n.v.t.", "n/a", "onbekend", "unknown"))
"""How a statistics office, or a person, writes that there is no figure."""


def shown(value: Decimal | str) -> Text:
    """Return a value as people write it."""
    if isinstance(value, str):
        return Text("'onbekend'", "'unknown'") if value == UNKNOWN else Text(f"'{value}'", f"'{value}'")
    return Text(f"{value:f}".replace(".", ","), f"{value:f}")


def no_indicator(network: Network, indicators: Mapping[str, Indicator], given: str) -> Text:
    """Say that there is no such indicator, and which may be meant."""
    if not given:
        return Text("hier ontbreekt de id van een indicator", "the id of an indicator is missing here")
    other = network.elements.get(given)
    if other is not None:
        kind = Text(network.name_of(other.kind, "nl"), network.name_of(other.kind, "en"))
        return Text(
            f"'{given}' is geen indicator maar een element van soort '{kind.nl}'", f"'{given}' is no indicator but an element of kind '{kind.en}'"
        )
    spelled = {name: one.id for one in indicators.values() for name in (one.id, one.id.removeprefix("indicator-"), slug(one.name))}
    near = nearest_word(slug(given), spelled)
    guess = Text(f"; bedoelt u '{spelled[near]}'?", f"; did you mean '{spelled[near]}'?") if near else Text("", "")
    return Text(f"er is geen indicator '{given}'{guess.nl}", f"there is no indicator '{given}'{guess.en}")


def no_date(given: str, *, in_grammar: bool) -> Text:
    """Say that a cell is no date, or none of the calendar."""
    if not given:
        return Text("hier ontbreekt de datum", "the date is missing here")
    if in_grammar:
        return Text(f"'{given}' staat niet in de kalender", f"'{given}' is not in the calendar")
    return Text(
        f"'{given}' is geen datum; schrijf 2019, 31-12-2019, 2019-12-31, 2019-Q3 of 2019KW03",
        f"'{given}' is no date; write 2019, 2019-12-31, 31-12-2019, 2019-Q3 or 2019KW03",
    )


def no_number(given: str) -> Text:
    """Say that a cell is no number, or empty."""
    if not given or given.lower() in _EMPTY:
        said = f" ('{given}')" if given else ""
        return Text(f"hier is geen waarde{said}: vul haar in of haal de rij weg", f"there is no value here{said}: fill it in or remove the row")
    return Text(f"'{given}' is geen getal", f"'{given}' is no number")


def either(given: str, error: EitherNumberError) -> Text:
    """Say which two numbers a cell may be."""
    whole, part = sorted((error.dutch, error.english), key=abs, reverse=True)
    told, plain = shown(part), f"{whole:f}"
    return Text(
        f"'{given}' kan {plain} of {told.nl} zijn, en niets in het bestand zegt welke van de twee; schrijf {plain} of {part:f}0",
        f"'{given}' may be {plain} or {told.en}, and nothing in the file says which; write {plain} or {part:f}0",
    )


def no_step(given: str, scale: tuple[str, ...]) -> Text:
    """Say that a cell is no step of the scale."""
    if not given:
        return no_number(given)
    near = nearest_word(given.lower(), scale)
    guess = Text(f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else Text("", "")
    steps = ", ".join(scale)
    return Text(f"'{given}' is geen stap van de schaal ({steps}){guess.nl}", f"'{given}' is no step of the scale ({steps}){guess.en}")


def slug(text: str) -> str:
    """Return a text as it would be in an id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")
