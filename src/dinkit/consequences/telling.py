"""All consequences of a difference, the gravest first, and the story of it in a few sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dinkit.analyses import _words as words
from dinkit.analyses._editions import count, told
from dinkit.analyses._editions_words import answer
from dinkit.comparing.comparison import Comparison, Consequence, Side
from dinkit.comparing.difference import Difference, ElementChange, difference, element_of, is_empty, relations_by_owner
from dinkit.consequences.codes import CODES
from dinkit.consequences.cover import cover_consequences
from dinkit.consequences.faults import fault_consequences
from dinkit.consequences.money import money_consequences
from dinkit.consequences.naming import place_of
from dinkit.consequences.parties import party_consequences
from dinkit.consequences.reviews import review_consequences
from dinkit.consequences.targets import target_consequences
from dinkit.consequences.unread import is_comparable, unread
from dinkit.finding import Text
from dinkit.model.kinds import KINDS


def compared(model: str, then: Side, now: Side) -> Comparison:
    """Return everything that is to be told of two versions of a model."""
    found = difference(then.network, now.network)
    return Comparison(model, then, now, found, story(found, then, now), consequences_of(found, then, now))


def consequences_of(found: Difference, then: Side, now: Side) -> tuple[Consequence, ...]:
    """Return what follows from a difference, in the order of CODES.

    Args:
        found: the difference between the networks of the two sides.
        then: the version that was.
        now: the version that is.
    """
    made = list(_unreadable(then, now))
    if now.exists:
        made += fault_consequences(found, then, now)
        made += _of_changes(found, then, now)
    return tuple(sorted(made, key=lambda one: _PLACES[one.code]))


_PLACES = {code: place for place, code in enumerate(CODES)}


def _of_changes(found: Difference, then: Side, now: Side) -> Iterator[Consequence]:
    """Yield what the changes mean; sums and covers only where nothing is missing from one version alone, for that would be told as a change."""
    if is_empty(found):
        return
    if is_comparable(then, now):
        yield from cover_consequences(found)
        if then.exists:
            yield from money_consequences(found)
            yield from party_consequences(found)
    yield from target_consequences(found)
    yield from review_consequences(found, then, now)


def _unreadable(then: Side, now: Side) -> Iterator[Consequence]:
    """Say of a version that could not be read whole what that does to the answer, and of one that is not there that it is not."""
    if not now.exists:
        name = Text(f"Het model staat niet in {now.name.nl}.", f"The model is not in {now.name.en}.")
        yield Consequence("model-gone", name)
    for side, nl, en in ((then, "nieuw lijken", "seem new"), (now, "weg lijken", "seem gone")):
        fault = next(unread(side), None)
        if fault is not None:
            place, what = place_of(fault), fault.message
            missing = Text("", "") if is_comparable(then, now) else _UNDETERMINED
            said = Text(
                f"Niet alles in {side.name.nl} kon gelezen worden ({place}: {what.nl}): wat daar ontbreekt kan hier {nl}{missing.nl}.",
                f"Not everything in {side.name.en} could be read ({place}: {what.en}): what is missing there may {en} here{missing.en}.",
            )
            yield Consequence("unreadable", said)


_UNDETERMINED = Text(
    ", en wat het betekent voor dekking, geld en stakeholders is niet te zeggen",
    ", and what it means for cover, money and stakeholders cannot be told",
)


def story(found: Difference, then: Side, now: Side) -> Text:
    """Return what happened: between editions what became of everything, else how many elements are new, gone and changed, per kind."""
    if not then.exists or not now.exists:
        return _one_sided(then, now)
    for side in (then, now):
        if not side.network.elements and not side.network.complete:
            nl, en = side.name
            return Text(
                f"Van {nl} kon niets gelezen worden; er is niets te vergelijken.", f"Nothing of {en} could be read; there is nothing to compare."
            )
    if is_empty(found) and not (then.network.complete and now.network.complete):
        return Text("In wat te lezen was, is niets veranderd.", "Nothing changed in what could be read.")
    if is_empty(found):
        return Text("Er is niets veranderd aan wat het model zegt.", "Nothing changed in what the model says.")
    if found.editions and found.found.later.head.previous_edition:
        rows = told(found.found)
        return answer(found.found, rows, count(found.found, rows))
    return _counts(found)


def _one_sided(then: Side, now: Side) -> Text:
    network = now.network if now.exists else then.network
    kinds = Counter(element.kind for element in network.elements.values())
    counts = [words.kind_word(network, kind.name, count=kinds[kind.name]) for kind in KINDS if kinds[kind.name]]
    numbers = [kinds[kind.name] for kind in KINDS if kinds[kind.name]]
    listed = words.joined([Text(f"{number} {word.nl}", f"{number} {word.en}") for number, word in zip(numbers, counts, strict=True)], ", ")
    inside = Text(f": {listed.nl}", f": {listed.en}") if listed.nl else Text("", "")
    if now.exists:
        return Text(f"Dit model is nieuw{inside.nl}.", f"This model is new{inside.en}.")
    return Text(f"Dit model is er niet meer{inside.nl}.", f"This model is gone{inside.en}.")


def _counts(found: Difference) -> Text:
    network = found.found.later
    clauses: list[Text] = []
    states = Counter((element_of(change).kind, _state(change)) for change in found.elements)
    told = {(change.state == "removed", change.element) for change in found.elements}
    states.update((_kind(found, owner), "changed") for owner in relations_by_owner(found) if owner not in told)
    for kind in KINDS:
        parts = [
            Text(f"{states[kind.name, state]} {word.nl}", f"{states[kind.name, state]} {word.en}")
            for state, word in _STATES.items()
            if states[kind.name, state]
        ]
        if parts:
            word, listed = words.kind_word(network, kind.name), words.joined(parts, ", ")
            clauses.append(Text(f"{word.nl}: {listed.nl}", f"{word.en}: {listed.en}"))
    if found.head:
        clauses.append(Text("de instellingen van het model zijn gewijzigd", "the settings of the model changed"))
    if not clauses:  # a move that follows from another one is told nowhere else
        return Text("Alleen verbanden veranderden.", "Only relations changed.")
    return words.capital(Text(f"{words.joined(clauses, '; ').nl}.", f"{words.joined(clauses, '; ').en}."))


_STATES = {
    "added": Text("nieuw", "new"),
    "continued": Text("voortgekomen uit iets anders", "made of something else"),
    "removed": Text("weg", "gone"),
    "absorbed": Text("opgegaan in iets anders", "gone into something else"),
    "changed": Text("gewijzigd", "changed"),
    "perhaps added": Text("misschien nieuw", "perhaps new"),
    "perhaps removed": Text("misschien weg of niet te lezen", "perhaps gone or unreadable"),
}
"""What is counted of each kind, in this order."""


def _state(change: ElementChange) -> str:
    if change.state == "added" and change.before:
        return "continued"
    if change.state == "removed" and change.after:
        return "absorbed"
    return change.state if change.sure or change.state == "changed" else f"perhaps {change.state}"


def _kind(found: Difference, owner: tuple[bool, str]) -> str:
    network = found.found.earlier if owner[0] else found.found.later
    return network.elements[owner[1]].kind
