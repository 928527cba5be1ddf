"""Parts are planned outside the planning of their effort.

Why:
    An effort is as long as its parts: one that begins before it or ends after it says that one of the plannings was not kept up, or that the one of the
    effort is only that of a report. All parts of one effort are one tip. A part without a planning of its own has that of its effort and cannot
    contradict it. Imprecise dates count only when no reading of them fits.

Good:
    inspanningen:
      loket: {naam: Loket openen, planning: 2029..2030, onderdelen: {pand: {naam: Pand huren, planning: 2029}}}

Bad:
    inspanningen:
      loket: {naam: Loket openen, planning: 2029..2030, onderdelen: {pand: {naam: Pand huren, planning: 2031}}}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.3 (efforts in time).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.analyses._terms import term_of, term_text
from dinkit.finding import Severity, Text
from dinkit.model.records import Effort
from dinkit.model.values import Planning
from dinkit.network import Network
from dinkit.rule import Fault, Rule
from dinkit.rules._places import place
from dinkit.rules._plans import holder
from dinkit.rules._words import quoted_name

_MOST_SHOWN = 8


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per effort with parts that begin before it or end after it."""
    outside: dict[str, list[Effort]] = {}
    for part in network.of(Effort):
        whole = holder(network, network.parent(part.id)) if part.planning is not None else None
        if whole is not None and part.planning is not None and whole.planning is not None and _outside(part.planning, whole.planning):
            outside.setdefault(whole.id, []).append(part)
    for element, parts in outside.items():
        yield _fault(network, element, sorted(parts, key=lambda part: part.id))


def _outside(part: Planning, whole: Planning) -> bool:
    own, other = term_of(part), term_of(whole)
    early = own.start is not None and other.start is not None and own.start.last < other.start.first
    return early or (own.end is not None and other.end is not None and own.end.first > other.end.last)


def _fault(network: Network, whole: str, parts: list[Effort]) -> Fault:
    name, first = quoted_name(network, whole), quoted_name(network, parts[0].id)
    more = Text(f" en nog {len(parts) - 1} vallen", f" and {len(parts) - 1} more lie") if len(parts) > 1 else Text(" valt", " lies")
    found = network.elements[whole]
    dates, own = term_text(term_of(found.planning if isinstance(found, Effort) else None)), term_text(term_of(parts[0].planning))
    return Fault(
        Text(
            f"onderdeel {first} ({own.nl}){more.nl} buiten de planning van {name} ({dates.nl})",
            f"part {first} ({own.en}){more.en} outside the planning of {name} ({dates.en})",
        ),
        place(network, whole, "planning"),
        whole,
        Text("verleng de inspanning, of verbeter een van de planningen", "prolong the effort, or correct one of the plannings"),
        tuple(place(network, part.id, "planning", why=Text("een onderdeel erbuiten", "a part outside it")) for part in parts[:_MOST_SHOWN]),
    )


RULE = Rule("DIN511", Severity.TIP, check)
