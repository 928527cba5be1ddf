"""That no number was skipped: everything that a document prints in digits stands in its model, or in a short list with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest

from content_support import BESIDE, OWN, document, network, numbers, told, values
from dinkit.model.dates import ImpreciseDate, Period
from dinkit.model.numbers import Amount
from dinkit.model.records import Agreement, Effort
from dinkit.model.values import Evidence

REPORT_2019, REPORT_2022, HENGELO = "almelo-2019", "almelo-2022", "hengelo-2018"

# Numbers in the documents that no element of that document has, each with why.
ABSENT = {
    REPORT_2019: {
        "10": "ten efforts are announced as in the contract, where the main goal says so",
        "2023": "the term of the housing agreement, which stands in the contract already",
        "4800000": "the ceiling of the poverty policy, which stands in the contract already",
    },
    REPORT_2022: {
        "13": "the time at the foot of the page (13:44:47 and 13:39:59)",
        "30": "the day at the foot of the page (10/30/2023)",
        "39": "the time at the foot of the page (13:39:59)",
        "47": "the time at the foot of the page (13:44:47)",
        "59": "the time at the foot of the page (13:39:59)",
        "600": "the title of a play says that the city is 600 years old",
    },
    HENGELO: {},
}
_ASIDE = frozenset(("id", "source", "note", "reason"))
"""Fields that hold our own words about a place, which has numbers of its own."""


def texts(value: Any) -> Iterator[str]:
    """Everything that a value of a record says, numbers in Dutch notation."""
    if isinstance(value, Amount):
        yield f"{value.value:f}".replace(".", ",")
    elif isinstance(value, (str, int, ImpreciseDate, Period)):
        yield str(value) if isinstance(value, int) else told(value)
    elif isinstance(value, Evidence):
        yield from (text for field, one in value.__dict__.items() if field not in _ASIDE for text in texts(one))
    elif isinstance(value, Mapping):
        yield from texts(tuple(value.values()))
    elif isinstance(value, Iterable):
        yield from (text for one in value for text in texts(one))


def numbers_of(model: str) -> set[Decimal]:
    """Every number in what a model takes from its own document."""
    source = f"{OWN[model]} § "
    own = [element for element in network(model).elements.values() if any(place.startswith(source) for place in element.source)]
    parts = [one.record for one in values(model) if any(place.startswith(source) for place in one.record.source)]
    links = [one.verbatim for one in network(model).relations if one.verbatim and any(place.startswith(source) for place in one.places)]
    return {number for text in texts((own, parts, links)) for number in numbers(text)}


@pytest.mark.skipif(not BESIDE, reason="the source documents are not beside this checkout")
@pytest.mark.parametrize("model", ABSENT)
def test_every_number_of_a_document_stands_in_its_model(model: str) -> None:
    printed = set(numbers(document(OWN[model])))
    assert len(printed) > 25
    assert printed - numbers_of(model) == {Decimal(number) for number in ABSENT[model]}


def test_what_the_report_over_2019_repeats_stands_in_the_parts_of_the_contract() -> None:
    shown = network(REPORT_2019)
    assert shown.elements["hier-wordt-gewerkt"].announced["efforts"] == 10
    agreement, ceiling = shown.elements["prestatieovereenkomst-wonen"], shown.elements["taakstelling-minimabeleid"]
    assert isinstance(agreement, Agreement)
    assert agreement.planning is not None
    assert told(agreement.planning.end) == "2023"
    assert isinstance(ceiling, Effort)
    assert isinstance(ceiling.money[0].amount, Amount)
    assert ceiling.money[0].amount.value == Decimal(4_800_000)
