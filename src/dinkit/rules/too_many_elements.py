"""There are more elements of a kind than fit one picture.

Why:
    A network is there to be seen at a glance. With more than 7 main goals, 10 benefits, 15 capabilities or 20 efforts (parts not counted)
    nobody does: join what belongs together, make parts of it, or divide it into sub-programmes.

Good:
    doelen:
      werk: Meer mensen aan het werk
      wonen: Meer betaalbare woningen

Bad:
    doelen:
      werk: Meer mensen aan het werk
      wonen: Meer betaalbare woningen
      zorg: Langer zelfstandig thuis
      jeugd: Minder jongeren zonder diploma
      groen: Meer groen in de wijken
      veilig: Minder inbraken
      verkeer: Minder verkeersslachtoffers
      cultuur: Meer bezoekers in de theaters

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.1, and the authors on the DIN (limit the number); the numbers are those of one practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit, Capability, Effort, Element, Goal
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import of_many
from dinkit.rules._gaps import ids_are_sound

MOST: dict[type[Element], int] = {Goal: 7, Benefit: 10, Capability: 15, Effort: 20}
"""Kind -> how many of its outermost elements fit one picture."""


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per kind of which there are too many; none where elements may be lost."""
    if not ids_are_sound(network):
        return
    for kind, most in MOST.items():
        outermost = [element.id for element in network.of(kind) if network.parent(element.id) is None]
        if len(outermost) > most:
            words, main = both(network, kind.kind, plural=True), Text("hoofd", "main ") if kind is Goal else Text("", "")
            yield of_many(
                network,
                outermost,
                Text(
                    f"{len(outermost)} {main.nl}{words.nl}: op één beeld passen er hoogstens {most}",
                    f"{len(outermost)} {main.en}{words.en}: one picture has room for {most} at most",
                ),
                Text(
                    "voeg samen wat bij elkaar hoort, maak er onderdelen van, of verdeel het over deelprogramma's",
                    "join what belongs together, make parts of it, or divide it into sub-programmes",
                ),
            )


RULE = Rule("DIN116", Severity.TIP, check)
