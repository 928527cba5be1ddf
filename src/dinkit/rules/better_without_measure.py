"""A goal or benefit promises that something becomes better, and nothing says in what.

Why:
    Nobody is against better service, and nobody can say when it is there. Say what would show it (faster, cheaper, fewer complaints), compare it
    with something ("beter dan"), or let an indicator measure it. Silent when the lack of an indicator is a finding already (DIN301).

Good:
    doelen: {dienst: Sneller antwoord op vragen}

Bad:
    doelen: {dienst: Betere dienstverlening}

Source:
    Managing Successful Programmes 2011, p. 79-86 (avoid "better" and "improved" without more).
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit, Goal
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both
from dinkit.rules._gaps import ids_are_sound
from dinkit.rules._language import Language, has_direction, language_of, says_better, words_of
from dinkit.rules._measuring import loses_links, measured, unmeasured
from dinkit.rules._words import quoted_name

_THAN = frozenset(("dan", "than"))


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per goal or benefit that is only "better"."""
    language = language_of(network.head.language)
    vague = [aim for aim in (*network.of(Goal), *network.of(Benefit)) if _is_vague(aim.name, language)]
    if not vague or not ids_are_sound(network) or loses_links(network):
        return
    silent = {*network.damaged, *measured(network), *unmeasured(network)}
    for aim in vague:
        if aim.id in silent or network.children(aim.id):
            continue
        kind, name = both(network, aim.kind), quoted_name(network, aim.id)
        yield Fault(
            Text(f"{kind.nl} {name} zegt niet waaraan te zien is dat het beter is", f"{kind.en} {name} does not say what shows that it is better"),
            network.location(aim.id, "name"),
            aim.id,
            Text(
                "zeg waarin: sneller, goedkoper, minder klachten; of laat een indicator het meten",
                "say in what: faster, cheaper, fewer complaints; or let an indicator measure it",
            ),
        )


def _is_vague(name: str, language: Language) -> bool:
    """Say whether a name is better, and nothing else that moves."""
    if not says_better(name, language):
        return False
    words = words_of(name)
    rest = " ".join(word for word in words if not word.startswith(language.better))
    return _THAN.isdisjoint(words) and not has_direction(rest, language) and not any(letter.isdigit() for letter in name)


RULE = Rule("DIN203", Severity.TIP, check)
