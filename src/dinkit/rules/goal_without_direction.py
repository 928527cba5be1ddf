"""The name of a goal or benefit does not say in which direction.

Why:
    A goal is a difference with today, and a picture shows only its name: "Een prettige stad" leaves open what has to become more, less or
    otherwise. A number, a word such as "alle" or "geen", and a direction in the description or at the indicator are enough. A goal whose
    name is work has a finding of its own (DIN202). Word lists are not a language: if the name does say it, accept this tip.

Good:
    doelen: {stad: Minder zwerfafval}

Bad:
    doelen: {stad: Een prettige stad}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 8.5; Bradley, Gower Handbook of Project Management, p. 132 (titles begin with a direction).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit, Goal, Indicator
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import few_or_once
from dinkit.rules._gaps import doubtful, ids_are_sound
from dinkit.rules._language import act_in, has_direction, is_name, language_of
from dinkit.rules._measuring import loses_links
from dinkit.rules._nearest import unknown_links
from dinkit.rules._words import quoted_name

_HINT = Text(
    "zeg wat meer, minder of anders wordt (Minder zwerfafval), of geef de indicator een 'richting'",
    "say what becomes more, less or otherwise (Less litter), or give its indicator a 'direction'",
)


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per goal or benefit without a direction."""
    if not ids_are_sound(network) or loses_links(network):
        return
    language = language_of(network.head.language)
    aims = [*network.of(Goal), *network.of(Benefit)]
    unsure = doubtful(network, "direction", "baseline", "targets") if network.losses else set()
    doubted = doubtful(network, "id", "name", "description") | _measured_by(network, [one.id for one in network.of(Indicator) if one.id in unsure])
    silent = _measured(network)
    asked = [aim for aim in aims if aim.id not in silent and is_name(aim.name) and not act_in(aim.name, language)]
    lacking = [aim.id for aim in asked if not has_direction(f"{aim.name} {aim.description or ''}", language)]

    def one(found: str) -> Fault:
        kind, name = both(network, network.elements[found].kind), quoted_name(network, found)
        message = Text(f"{kind.nl} {name} zegt niet wat er meer, minder of anders wordt", f"{kind.en} {name} does not say what becomes more or less")
        return Fault(message, network.location(found, "name"), found, _HINT)

    goals = both(network, "goal", plural=True)
    message = Text(
        f"{{0}} van de {{1}} {goals.nl} zeggen niet wat er meer, minder of anders wordt",
        f"{{0}} of {{1}} {goals.en} do not say what becomes more or less",
    )
    yield from few_or_once(network, lacking, len(aims), one, message, _HINT, doubted=doubted)


def _measured(network: Network) -> set[str]:
    """Return what an indicator measures that says itself which way is good."""
    telling = [one.id for one in network.of(Indicator) if one.direction not in (None, UNKNOWN) or (one.baseline and one.targets)]
    meant = {one for flaw, names in unknown_links(network) if flaw.key == "measures" for one in names} if network.flaws else set()
    return meant | _measured_by(network, telling)


def _measured_by(network: Network, indicators: list[str]) -> set[str]:
    return {relation.target for one in indicators for relation in network.outgoing(one, "measures")}


RULE = Rule("DIN201", Severity.TIP, check)
