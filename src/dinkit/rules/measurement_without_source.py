"""A measured value does not say where it comes from.

Why:
    A figure that nobody can look up is a figure that nobody has to believe. Name the document or the file (`bron`) at the measurement or at its
    value. When most measurements have none, that is a single finding; a model without any source is not asked.

Good:
    bronnen: {cbs: CBS StatLine}
    indicatoren: {banen: {naam: Banen, eenheid: banen}}
    metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019, bron: cbs}}

Bad:
    bronnen: {cbs: CBS StatLine}
    indicatoren: {banen: {naam: Banen, eenheid: banen}}
    metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019}}

Source:
    Drimmelen, annual report 2022 (a column that names the source of each figure).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Measurement, Source
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import few_or_once
from dinkit.rules._gaps import doubtful

_HINT = Text("noem met 'bron' het document of bestand waar het getal staat", "name with 'source' the document or file that has the figure")


def check(network: Network) -> Iterator[Fault]:
    """Yield a fault per measurement without a source."""
    if not network.complete or next(network.of(Source), None) is None:
        return
    measurements, doubted = list(network.of(Measurement)), doubtful(network, "source", "value")
    lacking = [one.id for one in measurements if not one.source and not (one.value and one.value.source)]
    word = both(network, "measurement")

    def one(found: str) -> Fault:
        return Fault(Text(f"{word.nl} '{found}' heeft geen bron", f"{word.en} '{found}' has no source"), network.location(found), found, _HINT)

    words = both(network, "measurement", plural=True)
    message = Text(f"{{0}} van de {{1}} {words.nl} hebben geen bron", f"{{0}} of {{1}} {words.en} have no source")
    yield from few_or_once(network, lacking, len(measurements), one, message, _HINT, doubted=doubted)


RULE = Rule("DIN308", Severity.WARNING, check)
