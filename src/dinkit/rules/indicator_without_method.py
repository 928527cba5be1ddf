"""Nobody agreed who measures an indicator, how, and how often.

Why:
    A figure that belongs to nobody is not measured again, and one that is counted in another way every time cannot be compared. Asked of every
    indicator that measures something: `meetverantwoordelijke`, `meetwijze` and `meetfrequentie`. When most indicators lack one, that is a
    single finding. A sketch is left alone.

Good:
    doelen: {a: Meer banen, b: Minder uitval, c: Meer woningen, d: Schonere lucht}
    inspanningen: {e: Werven, f: Bouwen, g: Beurs houden, h: Loket openen}
    indicatoren:
      banen: {naam: Banen, eenheid: banen, meet: a, meetverantwoordelijke: bureau, meetwijze: telling, meetfrequentie: jaarlijks}
    stakeholders: {bureau: Bureau Onderzoek}

Bad:
    doelen: {a: Meer banen, b: Minder uitval, c: Meer woningen, d: Schonere lucht}
    inspanningen: {e: Werven, f: Bouwen, g: Beurs houden, h: Loket openen}
    indicatoren:
      banen: {naam: Banen, eenheid: banen, meet: a, meetwijze: telling}

Source:
    Prevaas & Van Loon, Werken aan Programma's, table 8.1 (profile of a benefit).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Indicator
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import few_or_once, is_sketch
from dinkit.rules._gaps import doubtful
from dinkit.rules._words import all_of, key_text, quoted_name

_FIELDS = ("measured_by", "method", "frequency")
_HINT = Text(
    "spreek af wie meet, hoe en hoe vaak, en leg het vast bij de indicator",
    "agree who measures, how and how often, and write it down at the indicator",
)


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per indicator that lacks one of the three."""
    if not network.complete or is_sketch(network):
        return
    measuring = {relation.source for relation in network.related("measures")}
    measuring.update(flaw.element for flaw in network.flaws if flaw.key == "measures")
    indicators = [one for one in network.of(Indicator) if one.id in measuring]
    gaps = {one.id: _gaps(network, one) for one in indicators}
    doubted = doubtful(network, *_FIELDS, could=lambda key, _: key not in _FIELDS)

    def one(found: str) -> Fault:
        kind, name, lacks = both(network, "indicator"), quoted_name(network, found), all_of([key_text(field) for field in gaps[found]])
        return Fault(Text(f"{kind.nl} {name} mist {lacks.nl}", f"{kind.en} {name} lacks {lacks.en}"), network.location(found), found, _HINT)

    words = both(network, "indicator", plural=True)
    message = Text(
        f"bij {{0}} van de {{1}} {words.nl} ligt niet vast wie meet, hoe en hoe vaak",
        f"for {{0}} of {{1}} {words.en} it is not settled who measures, how and how often",
    )
    one_left = {found for found, fields in gaps.items() if len(fields) == 1}
    yield from few_or_once(
        network, [found for found, fields in gaps.items() if fields], len(indicators), one, message, _HINT, doubted=doubted & one_left
    )


def _gaps(network: Network, found: Indicator) -> list[str]:
    """Return the fields that an indicator leaves open; one that the file has and that could not be read is not open."""
    given = network.origins[found.id].node
    return [field for field in _FIELDS if found.__dict__.get(field) in (None, UNKNOWN) and given.get(field, UNKNOWN) == UNKNOWN]


RULE = Rule("DIN305", Severity.WARNING, check)
