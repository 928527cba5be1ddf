"""Columns and words that all tables of money in the report on accountability share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from dinkit.analyses import _money_words as money_words
from dinkit.analyses._money import Booking, Entry, qualifier_of
from dinkit.analyses._money_tables import home_of
from dinkit.analysis import Column
from dinkit.finding import Text
from dinkit.publications import _accountability_done as done
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted

K = TypeVar("K")

EFFORT = Column("effort", Text("inspanning", "effort"), Text("de inspanning waar het geld voor is", "the effort that the money is for"))
WHAT = Column("what", Text("waarvoor", "what for"), Text("het onderdeel, en wat het bedrag is", "the sub-effort, and what the amount is"))
STREAM = Column(
    "stream",
    Text("geldstroom en betaler", "stream and payer"),
    Text("uit welk budget het komt en of de eigen organisatie betaalt", "which budget it comes from and whether the own organisation pays"),
)
WHEN = Column("year", Text("jaar", "year"), Text("het jaar of de jaren; leeg: niet genoemd", "the year or years; empty: not named"))
AMOUNT = Column("amount", Text("bedrag (€)", "amount (€)"), Text("onbekend: de bron noemt het bedrag niet", "unknown: the source does not name it"))


def what_words(seen: Accounted, entry: Entry) -> Text:
    """Return what an amount is for: the sub-effort, what the model tells about it, and that it is not exact."""
    name = seen.network.elements[entry.element].name if entry.element != home_of(seen.works, entry) else ""
    told = (entry.money.description or "").strip()
    said = f"{name}. {told}" if name and told else name or told
    if not said:
        return _rough(entry, done.ITSELF if seen.network.elements[entry.element].kind == "effort" else say.NOTHING)
    return _rough(entry, say.same(said))


def _rough(entry: Entry, said: Text) -> Text:
    """Say that an amount is not exact, where that is so."""
    qualifier = qualifier_of(entry.money)
    if qualifier is None:
        return said
    rough = money_words.QUALIFIER.words[qualifier] if money_words.QUALIFIER.words else say.NOTHING
    return Text(f"{said.nl} ({rough.nl}: niet exact)", f"{said.en} ({rough.en}: not exact)")


def stream_words(stream: str, payer: str) -> Text:
    """Return a stream with who pays: "programma; eigen geld"."""
    if stream == payer == "unknown":
        return Text("geldstroom en betaler niet genoemd", "stream and payer not named")
    of = money_words.STREAM_WORDS[stream] if stream != "unknown" else Text("geldstroom niet genoemd", "stream not named")
    who = {"own": Text("eigen geld", "own money"), "other": Text("van anderen", "of others")}.get(
        payer, Text("betaler niet genoemd", "payer not named")
    )
    return Text(f"{of.nl}; {who.nl}", f"{of.en}; {who.en}")


def grouped(some: Iterable[Booking], key: Callable[[Booking], K]) -> dict[K, list[Booking]]:
    """Gather amounts under a key, in the order in which the keys first occur."""
    found: dict[K, list[Booking]] = {}
    for one in some:
        found.setdefault(key(one), []).append(one)
    return found
