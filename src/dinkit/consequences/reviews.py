"""Contributions to be reviewed again: they were there, and what they contribute to means something else now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dinkit.analyses import _words as words
from dinkit.comparing.comparison import Consequence, Gist, Side
from dinkit.comparing.difference import Difference
from dinkit.comparing.meaning import MEANING, MEASURING
from dinkit.consequences.naming import called, low, name_of, names
from dinkit.finding import Text
from dinkit.model.vocabulary import spell_key
from dinkit.network import Network, Relation


def review_consequences(difference: Difference, then: Side, now: Side) -> Iterator[Consequence]:
    """Yield a consequence per element of which the meaning changed while something contributes to it that nobody confirmed since.

    What an element means is its fingerprint on both sides.
    """
    for old, new in difference.same.items():
        if old in then.meanings and new in now.meanings and then.meanings[old] != now.meanings[new] and _was_read(then, old) and _was_read(now, new):
            kept = [
                relation
                for relation in now.network.incoming(new, "contributes_to")
                if _was_there(difference, relation, old) and (relation.source, new, now.meanings[new]) not in now.confirmed
            ]
            if kept:
                yield Consequence("to-review", _sentence(now.network, new, kept, _why(difference, new)), new, _gist(now.network, new, len(kept)))


def _was_read(side: Side, element: str) -> bool:
    """Say whether everything was read that gives an element its meaning."""
    return not side.network.damaged.intersection((element, *_measuring(side.network, element)))


def _measuring(network: Network, element: str) -> set[str]:
    return {relation.source for relation in network.incoming(element, "measures")}


def _gist(network: Network, element: str, count: int) -> Gist:
    head = Text("Te herzien bijdragen, per doel", "Contributions to be reviewed again, per goal")
    item = f"{words.quoted(name_of(network, element))} ({count})"
    return Gist("", head, Text(item, item))


def _was_there(difference: Difference, relation: Relation, target: str) -> bool:
    before = difference.found.before.get(relation.source, ())
    return any(one.source in before for one in difference.found.earlier.incoming(target, "contributes_to"))


def _sentence(network: Network, element: str, contributions: Iterable[Relation], why: Text) -> Text:
    sources = {relation.source for relation in contributions}
    who, by = called(network, element), names(network, sources)
    count = len(sources)
    one = count == 1
    return Text(
        f"Te herzien: {'de bijdrage' if one else f'{count} bijdragen'} aan {low(who.nl)} ({by.nl}), want {why.nl}.",
        f"To be reviewed again: {'the contribution' if one else f'{count} contributions'} to {low(who.en)} ({by.en}), since {why.en}.",
    )


def _why(difference: Difference, element: str) -> Text:
    """Return which fields changed, of the element or of an indicator that measures it."""
    network = difference.found.later
    measuring = _measuring(network, element)
    fields = {
        change.element: [one.field for one in change.fields if one.field in _TOLD] for change in difference.elements if change.state == "changed"
    }
    own = fields.get(element, [])
    indicators = sorted(one for one in measuring if fields.get(one))
    told = [_fields(own)] if own else []
    told += [Text(f"indicator '{name_of(network, one)}'", f"indicator '{name_of(network, one)}'") for one in indicators]
    if not told and not measuring:
        return Text("geen indicator meet het nog", "no indicator measures it any more")
    if not told:
        return Text("de indicatoren ervan zijn andere", "its indicators are others")
    changed = words.verb(len(own) + len(indicators), ("veranderde", "veranderden"), ("changed", "changed"))
    listed = words.both([words.joined(told[:-1], ", "), told[-1]]) if len(told) > 1 else told[0]
    return Text(f"{listed.nl} {changed.nl}", f"{listed.en} {changed.en}")


_TOLD = frozenset((*MEANING, *MEASURING))
"""What a fingerprint is made of: of the element, and of its indicators."""


def _fields(fields: list[str]) -> Text:
    dutch, english = (words.listing([spell_key(one, language).replace("_", " ") for one in fields]) for language in ("nl", "en"))
    return Text(dutch.nl.replace("'", ""), english.en.replace("'", ""))
