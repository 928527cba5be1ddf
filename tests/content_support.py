"""What the tests of the shipped content share: the models, the source documents by section, and the numbers in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dinkit.model.dates import ImpreciseDate, Period
from dinkit.model.records import Element
from dinkit.model.values import Evidence
from dinkit.network import Network
from dinkit.reading.load import Loaded, load
from dinkit.source import Folder

ROOT = Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
BESIDE = SEEDS.is_dir()
"""Whether the source documents are beside this checkout."""

DOCUMENTS = {"jaarverslag-2019": "000", "jaarverslag-2022": "001", "perspectiefnota": "002", "hengelo-begroting-2018": "003", "contract": "004"}
"""Source id -> how the name of its document begins."""
OWN = {"din": "contract", "almelo-2019": "jaarverslag-2019", "almelo-2022": "jaarverslag-2022", "hengelo-2018": "hengelo-begroting-2018"}
"""Model -> the document that it alone describes."""

WORDS = {"een": 1, "twee": 2, "drie": 3, "drietal": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7}
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_SCALES = {"miljoen": 6, "mln": 6}
_CURLY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


@cache
def loaded(model: str) -> Loaded:
    """One of the four shipped models as it is read."""
    return load(f"models/{model}.yaml", Folder(ROOT))


def network(model: str) -> Network:
    """One of the four shipped models, which reads without any finding."""
    assert loaded(model).findings == ()
    return loaded(model).network


class Held(NamedTuple):
    """A value, amount, planning or statement with the element and the field that it stands in."""

    element: Element
    field: str
    record: Evidence


def values(model: str) -> Iterator[Held]:
    """Everything in a model that says itself where it comes from; elements and links not."""
    for element in network(model).elements.values():
        for field, value in element.__dict__.items():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Evidence):
                    yield Held(element, field, one)


def told(when: ImpreciseDate | Period | str | None) -> str:
    """A date or a period as the file writes it; `-` where there is none."""
    if isinstance(when, Period):
        start, end = (one.text if one else "" for one in (when.start, when.end))
        return start if start == end else f"{start}..{end}"
    return when.text if isinstance(when, ImpreciseDate) else when or "-"


@cache
def document(source: str) -> str:
    """The whole text of a source document."""
    (path,) = SEEDS.glob(f"{DOCUMENTS[source]}_*")
    return path.read_text(encoding="utf-8")


@cache
def sections(source: str) -> dict[str, str]:
    """The text of a document by the first word of its places: "I/4", "Economie"; the contract and the nota are one piece."""
    where = _WHERE.get(source)
    found: dict[str, str] = {}
    current = "Kop" if where else ""
    for line in document(source).splitlines():
        current = (where(line, current) if where else None) or current
        found[current] = f"{found.get(current, '')}{line}\n"
    return found


def section(place: str) -> str:
    """The text of the section that a place (`bron`) names."""
    source, _, rest = place.partition(" § ")
    texts = sections(source)
    return texts[rest.split(" ")[0]] if "" not in texts else texts[""]


def plain(text: str) -> str:
    """A text without what typing may change: case, spaces and line ends, curly quotes."""
    return " ".join(text.translate(_CURLY).split()).casefold()


def numbers(text: str) -> Iterator[Decimal]:
    """Every number that stands in a text in digits, in Dutch notation; millions written out."""
    for match in _NUMBER.finditer(text):
        groups = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?", match[0])
        scale = _SCALES.get((re.match(r"\s*(\w*)", text[match.end() :]) or ["", ""])[1], 0)
        parts = [f"{groups[1].replace('.', '')}.{groups[2] or '0'}"] if groups else re.findall("[0-9]+", match[0])
        yield from (Decimal(part).scaleb(scale) for part in parts)


def number_words(text: str) -> Iterator[Decimal]:
    """Every number that stands in a text as a word."""
    return (Decimal(WORDS[word]) for word in re.findall(r"\w+", text.casefold()) if word in WORDS)


def _in_2019(line: str, current: str) -> str | None:
    part = "II" if current.startswith("II") else "I"
    if line.startswith("5 Inspanningen voor doel II"):
        return "II"
    if line.startswith("10 inspanningen voor doel 1"):
        return "I"
    match = re.match(r"Activiteit ([0-9]+):", line)
    return f"{part}/{match[1]}" if match else None


def _in_2022(line: str, current: str) -> str | None:
    """All items under main goal II are printed as number 1, so they are counted."""
    if line.startswith("Voor hoofddoel "):
        return line.split()[2]
    part, _, number = current.partition("/")
    return f"{part}/{int(number or 0) + 1}" if re.match(r"\s*[0-9]\. \S", line) else None


def _in_hengelo(line: str, _: str) -> str | None:
    heads = ("Economie", "Uitkeringen", "Werkgelegenheid", "Beleidsindicatoren")
    return next((head for head in heads if line.startswith(head) and (len(line) < 60 or "Begroting 2017" in line)), None)


_WHERE: dict[str, Callable[[str, str], str | None]] = {
    "jaarverslag-2019": _in_2019,
    "jaarverslag-2022": _in_2022,
    "hengelo-begroting-2018": _in_hengelo,
}
