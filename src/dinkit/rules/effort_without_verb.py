"""The name of an effort does not say what is done.

Why:
    An effort is work. "Het loket" may have to be opened, moved or closed, and a picture shows only the name. A verb is enough, and so are a noun
    that is the doing itself (onderzoek, begeleiding), a description, and a type such as project or event. Word lists are not a language: if
    the name does say it, accept this tip.

Good:
    inspanningen: {loket: Loket voor ondernemers openen}

Bad:
    inspanningen: {loket: Loket voor ondernemers}

Source:
    Prevaas & Van Loon, Werken aan Programma's, § 11.1 (an effort is described with a verb).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Effort
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._extent import few_or_once
from dinkit.rules._gaps import doubtful
from dinkit.rules._language import is_name, language_of, may_be_work
from dinkit.rules._words import quoted_name

_HINT = Text(
    "zet er een werkwoord bij (Loket openen), of geef de inspanning een 'omschrijving' of een 'soort'",
    "add a verb (Open a desk), or give the effort a 'description' or a 'type'",
)


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per effort that nothing is said to be done in."""
    if not network.complete:
        return
    language = language_of(network.head.language)
    efforts = list(network.of(Effort))
    unsure = doubtful(network, "id", "name", "description", "type")
    bare = [one for one in efforts if one.description is None and one.type in (None, UNKNOWN)]
    lacking = [one.id for one in bare if is_name(one.name) and not may_be_work(one.name, language)]
    words = both(network, "effort")

    def one(found: str) -> Fault:
        name = quoted_name(network, found)
        message = Text(f"{words.nl} {name} zegt niet wat er gedaan wordt", f"{words.en} {name} does not say what is done")
        return Fault(message, network.location(found, "name"), found, _HINT)

    many = both(network, "effort", plural=True)
    message = Text(f"{{0}} van de {{1}} {many.nl} zeggen niet wat er gedaan wordt", f"{{0}} of {{1}} {many.en} do not say what is done")
    yield from few_or_once(network, lacking, len(efforts), one, message, _HINT, doubted=unsure)


RULE = Rule("DIN204", Severity.TIP, check)
