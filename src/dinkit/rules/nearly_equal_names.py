"""Two elements of one kind have the same name, or nearly.

Why:
    A reader takes them for one thing, or for two where there is one: a typing error, a plural, or the same work entered twice. Names are nearly
    equal when at most two letters differ and at most 15 in 100, and the words that differ look like one word: "Oost" and "West", "mbo" and
    "hbo", part I and part II are different things, and so are other numbers. Stakeholders with the very same name are another finding
    (DIN805), parts of different efforts may be called the same, and what is the same work says so (`zelfde_als`).

Good:
    inspanningen:
      beurs: Banenbeurs houden
      markt: Banenmarkt houden

Bad:
    inspanningen:
      beurs: Banenbeurs houden
      beurs-nieuw: Bannenbeurs houden

Source:
    VPNG on portfolio management in Amersfoort: names that resemble each other make a portfolio unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from dinkit.finding import Severity, Text
from dinkit.model.names import nearly_equal, plain_name
from dinkit.model.records import Element
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both

_KINDS = ("goal", "benefit", "capability", "effort", "stakeholder", "indicator", "resource", "risk", "assumption", "theme", "agreement")
_BETWEEN = "\ud800"
"""What stands in no name: half a character, which YAML refuses even when it is escaped."""
_NO_DIGITS = re.compile(f"[^0-9{_BETWEEN}]+")
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3
"""Of shorter halves no letter may differ."""
_MOST = 40
"""So many names with the same half are compared; where there are more, they are a series."""
_LETTERS = 2
"""How many letters may differ, and so how much names may differ in length."""
_SHORT_WORD, _LONG_WORD = 4, 9
"""Of words that are shorter every letter counts; in those that are longer two letters beside each other may differ."""
_WHOLE = ("part_of", "also_part_of")

Pair = tuple[str, str]


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per pair, at the second of the two by id."""
    owners: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    shared: dict[tuple[str, str], list[str]] = {}
    for element in network.elements.values():
        names = owners.get(element.kind)
        if names is not None and element.name != UNKNOWN:
            name = element.name.casefold()
            first = names.setdefault(name, element.id)
            if first != element.id:
                shared.setdefault((element.kind, name), [first]).append(element.id)
    pairs: set[Pair] = set()
    for (kind, name), ids in shared.items():
        first = owners[kind][name] = min(ids)
        if kind != "stakeholder":
            pairs.update((first, one) for one in ids if one != first)
    for names in filter(None, owners.values()):
        pairs.update((names[one], names[other]) for one, other in _alike(names))
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        if _may_be_confused(network, one, other):
            yield _fault(network, one, other)


def _alike(names: Collection[str]) -> Iterator[Pair]:
    """Yield the pairs of names that differ in a letter or two in one half: the other half is the same, and so are all numbers."""
    digits = _NO_DIGITS.sub("", _BETWEEN.join(names)).split(_BETWEEN)
    by_numbers: dict[str, list[str]] = {}
    for name, numbers in zip(names, digits, strict=True):
        by_numbers.setdefault(numbers, []).append(name)
    for some in by_numbers.values():
        for group in _with_a_half_in_common(some):
            for one, other in combinations(sorted(group)[:_MOST], 2):
                if (
                    abs(len(one) - len(other)) <= _LETTERS
                    and len({*one} ^ {*other}) <= 2 * _LETTERS
                    and nearly_equal(one, other)
                    and _same_words(one, other)
                ):
                    yield one, other


def _with_a_half_in_common(names: Sequence[str]) -> Iterator[list[str]]:
    """Yield the names that begin with the same half, and those that end with it."""
    if len(names) < 2:
        return
    starts: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    for name in names:
        size, longer = len(name) // 4 * 2, (len(name) + _LETTERS) // 4 * 2  # as long as the halves of names that are a letter or two longer
        for half in (size,) if size == longer else (size, longer):
            if half >= _SHORTEST:
                starts.setdefault(name[:half], []).append(name)
                ends.setdefault(name[-half:], []).append(name)
    yield from (group for groups in (starts, ends) for group in groups.values() if len(group) > 1)


def _same_words(one: str, other: str) -> bool:
    """Say whether each word of one name may be a spelling of that of the other; names of other lengths are compared as a whole."""
    words, others = _WORD.findall(one), _WORD.findall(other)
    return len(words) != len(others) or all(_may_be_one(*pair) for pair in zip(words, others, strict=True) if pair[0] != pair[1])


def _may_be_one(one: str, other: str) -> bool:
    """Say whether two words look like one: the same beginning, and one place where they differ.

    >>> _may_be_one("menzis", "menzies"), _may_be_one("oost", "west"), _may_be_one("werkgever", "werknemer")
    (True, False, False)
    """
    shortest = min(len(one), len(other))
    if shortest < _SHORT_WORD:
        return False
    if one[0] != other[0]:
        return shortest > _SHORT_WORD and (one[1:] == other or other[1:] == one)
    start = next(at for at in range(shortest + 1) if one[at : at + 1] != other[at : at + 1])
    end = next(at for at in range(shortest - start + 1) if at == shortest - start or one[-1 - at] != other[-1 - at])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= (_LETTERS if shortest >= _LONG_WORD else 1) or left == right[::-1]


def _may_be_confused(network: Network, one: str, other: str) -> bool:
    if any(relation.target == other for relation in network.outgoing(one, "same_as")):
        return False
    if any(relation.target == one for relation in network.outgoing(other, "same_as")):
        return False
    if _spellings(network.elements[one]) & _spellings(network.elements[other]):
        return False
    above = [{relation.target for relation in network.outgoing(name, *_WHOLE)} for name in (one, other)]
    return not (above[0] and above[1]) or bool(above[0] & above[1])


def _spellings(element: Element) -> set[str]:
    """Return the names of a party, by which another rule finds it twice."""
    return {plain_name(name) for name in (element.name, *element.also_known_as)} if element.kind == "stakeholder" else set()


def _fault(network: Network, first: str, second: str) -> Fault:
    kinds, names = both(network, network.elements[first].kind, plural=True), [network.elements[name].name for name in (first, second)]
    if names[0].casefold() == names[1].casefold():
        message = Text(
            f"twee {kinds.nl} heten '{names[1]}': '{first}' en '{second}'", f"two {kinds.en} are called '{names[1]}': '{first}' and '{second}'"
        )
    else:
        message = Text(
            f"twee {kinds.nl} heten bijna hetzelfde: '{names[0]}' en '{names[1]}'",
            f"two {kinds.en} have nearly the same name: '{names[0]}' and '{names[1]}'",
        )
    return Fault(
        message,
        network.location(second, "name"),
        second,
        Text(
            "is het hetzelfde, voeg ze dan samen; geef ze anders namen die duidelijk verschillen",
            "if they are the same, merge them; else give them names that clearly differ",
        ),
        (network.location(first, "name", why=Text("de andere naam", "the other name")),),
    )


RULE = Rule("DIN209", Severity.TIP, check)
