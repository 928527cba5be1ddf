"""Words and columns that the analyses of results, planning and money share, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from dinkit.analyses import _words as words
from dinkit.analyses._order import outer
from dinkit.analysis import Column
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.vocabulary import UNKNOWN, VALUES
from dinkit.network import Network

_DUTCH = str.maketrans(",.", ".,")


def coded(key: str) -> dict[str, Text]:
    """Return the words for each enumerated value of a key of the file format.

    >>> coded("counting")["at_moment"]
    Text(nl='op moment', en='at moment')
    """
    known = {code: Text(dutch.replace("_", " "), code.replace("_", " ")) for code, dutch in VALUES[key].items()}
    return known | {UNKNOWN: Text("onbekend", "unknown")}


ELEMENT = Column("element", Text("id", "id"), Text("de vaste naam van waar het over gaat", "the stable name of what it is about"))
ELEMENT_NAME = Column("element_name", Text("naam", "name"), Text("hoe dat heet", "what that is called"))
WITHIN = Column("within", Text("onderdeel van", "part of"), Text("de inspanning waar het in staat", "the effort that it is nested in"))
SOURCE = Column("source", Text("bron", "source"), Text("waar het staat", "where it stands"))
WORDING = Column("wording", Text("letterlijk", "wording"), Text("zoals de bron het schrijft", "as the source has it"))
EDITION = Column("edition", Text("editie", "edition"), Text("welke editie het zegt", "which edition says so"))


def kind_column(network: Network) -> Column:
    """Return the column that says what an element is, an effort within another being a sub-effort."""
    kinds = {element.kind for element in network.elements.values()}
    named = {kind: words.kind_word(network, kind, count=1) for kind in sorted(kinds)}
    meaning = Text("wat voor soort element het is", "what kind of element it is")
    return Column("kind", Text("soort", "kind"), meaning, named | {"sub_effort": words.unit_word(network, "sub_effort", count=1)})


def kind_of(network: Network, element: str) -> str:
    """Return the code of what an element is, for that column."""
    kind = network.elements[element].kind
    return "sub_effort" if kind == "effort" and outer(network, element) is not None else kind


def named(network: Network, element: str) -> tuple[str, str]:
    """Return the id and the name of an element; both empty for none."""
    return (element, words.name_of(network, element)) if element else ("", "")


def date_cell(given: ImpreciseDate | str | None) -> str:
    """Return a date as the file has it; "unknown" where the source does not say, empty where nobody looked."""
    return given.text if isinstance(given, ImpreciseDate) else given or ""


UNKNOWN_WORDS: Mapping[str, Text] = {UNKNOWN: Text("onbekend", "unknown"), "open": Text("open", "open")}


def euros(amount: Decimal) -> Text:
    """Return an amount for a sentence; cents only where there are any.

    >>> euros(Decimal("1150000")).nl, euros(Decimal("-0.5")).en
    ('€ 1.150.000', '-€ 0.50')
    """
    sign, size = "-" if amount < 0 else "", abs(amount)
    whole, cents = size == size.to_integral_value(), size == size.quantize(Decimal("0.01"))
    shown = f"{size:,.0f}" if whole else f"{size:,.2f}" if cents else f"{size:,f}"
    return Text(f"{sign}€ {shown.translate(_DUTCH)}", f"{sign}€ {shown}")


def numbered(count: int, nl: tuple[str, str], en: tuple[str, str]) -> Text:
    """Return a count with its word: the first for one, the second for any other."""
    form = words.verb(count, nl, en)
    return Text(f"{count} {form.nl}", f"{count} {form.en}")


def efforts_word(network: Network, efforts: int, parts: int) -> Text:
    """Return "3 inspanningen en 5 onderdelen", without what there is none of."""
    counted = [(efforts, words.unit_word(network, "effort", count=efforts)), (parts, words.unit_word(network, "sub_effort", count=parts))]
    shown = [Text(f"{count} {word.nl}", f"{count} {word.en}") for count, word in counted if count]
    return words.both(shown or [Text(f"0 {counted[0][1].nl}", f"0 {counted[0][1].en}")])
