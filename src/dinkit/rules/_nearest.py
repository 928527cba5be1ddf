"""The id that somebody meant: what an id that does not exist is nearest to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dinkit.finding import Text
from dinkit.model.names import plain_name
from dinkit.model.records import Element
from dinkit.model.relations import MEASURED_KINDS, RELATION_BY_KEY
from dinkit.nearby import nearest_word
from dinkit.network import Flaw, Network
from dinkit.pattern import pattern
from dinkit.reading.spelling import one_error

_BETWEEN = (pattern(r"\s*[,;/&+]\s*"), pattern(r"\s*[,;/&+]\s*|\s+(?:en|and)\s+"), pattern(r"\s+"))
"""What stands between the ids or names in one text; a name may have a part of it in itself, so the surest comes first."""
_LONGEST = 1000
"""A longer text is not looked through for ids."""
_LEFT_OUT = ("unknown-id", "wrong-kind", "self")
_MOST = 3
_BUDGET = 50_000
"""Pairs of ids that are compared letter by letter; a model with more faults than that first gets its simple ones mended."""


def fitting_kinds(network: Network, flaw: Flaw) -> frozenset[str]:
    """Return the kinds that the link of a flaw may point at."""
    relation = RELATION_BY_KEY[flaw.key]
    owner = network.elements[flaw.element].kind
    if relation.same_kind:
        return frozenset((owner,))
    if relation.name == "of" and owner in MEASURED_KINDS:
        return MEASURED_KINDS[owner]
    return relation.targets if relation.written_at == "source" else relation.sources


def unknown_links(network: Network) -> list[tuple[Flaw, tuple[str, ...]]]:
    """Return the links to ids that do not exist, each with the ids that may be meant (best first, at most three) or that it names.

    A link to an element whose own id was refused is not among them: that fault is reported where the id stands.
    """
    flaws = [flaw for flaw in network.flaws if flaw.what == "unknown-id"]
    known_bad = refused(network, {flaw.given for flaw in flaws})
    flaws = [flaw for flaw in flaws if flaw.given not in known_bad]
    by_kinds: dict[frozenset[str], list[Flaw]] = {}
    for flaw in flaws:
        by_kinds.setdefault(fitting_kinds(network, flaw), []).append(flaw)
    meant: dict[int, tuple[str, ...]] = {}
    for kinds, group in by_kinds.items():
        elements = [element for element in network.elements.values() if element.kind in kinds]
        listed = listed_among({flaw.given for flaw in group}, elements)
        found = meant_among({flaw.given for flaw in group} - listed.keys(), elements) | listed
        meant.update((id(flaw), tuple(one for one in found[flaw.given] if one != flaw.element)) for flaw in group)
    return [(flaw, meant[id(flaw)]) for flaw in flaws]


def listed_among(given: Collection[str], elements: Collection[Element]) -> dict[str, tuple[str, ...]]:
    """Return for each text that names several of these elements, each part of it by an id or a name, their ids in that order."""
    split: dict[str, list[list[str]]] = {}
    for text in given:
        ways = [[part for part in between.split(text) if part] for between in _BETWEEN if len(text) <= _LONGEST]
        split |= {text: several} if (several := [parts for parts in ways if len(parts) > 1]) else {}
    wanted = {plain_name(one) for text, ways in split.items() for parts in ([text], *ways) for one in parts} - {""}
    called: dict[str, set[str]] = {}
    for element in elements if wanted else ():
        for name in ({plain_name(element.id)} | _names(element)) & wanted:
            called.setdefault(name, set()).add(element.id)
    found: dict[str, tuple[str, ...]] = {}
    for text, ways in split.items():
        named = [tuple(_sole(called.get(plain_name(part), set()), part) for part in parts) for parts in ways]
        whole = next((ids for ids in named if all(ids) and len(set(ids)) == len(ids)), ())
        found |= {text: whole} if whole and plain_name(text) not in called else {}
    return found


def _sole(ids: Collection[str], word: str) -> str:
    """Return the id that a word is, else the only one that it can be; nothing where it can be none or several."""
    return word if word in ids else next(iter(ids)) if len(ids) == 1 else ""


def loses_links(network: Network, key: str) -> bool:
    """Say whether a link under a key was left out of which nobody can tell where it was to lead."""
    lost = sum(flaw.key == key and flaw.what in _LEFT_OUT for flaw in network.flaws)
    return lost > 0 and lost > sum(flaw.key == key and bool(names) for flaw, names in unknown_links(network))


def refused(network: Network, given: Collection[str]) -> frozenset[str]:
    """Return those of the given ids that mean an element whose own id was refused: that is the fault, not they."""
    bad = {_plain(flaw.given): flaw.given for flaw in network.flaws if flaw.what == "bad-id"}
    return frozenset(word for word, meant in nearest(given, bad).items() if meant or word in bad.values()) if bad else frozenset()


def meant_among(given: Collection[str], elements: Collection[Element]) -> dict[str, tuple[str, ...]]:
    """Return for each given word the ids that it may stand for: those one typing error away, else that of whose name it is, else the most alike."""
    found = nearest(given, [element.id for element in elements])
    plain = {word: plain_name(word) for word, ids in found.items() if not any(one_error(_plain(word), one) for one in ids)}
    wanted = set(plain.values()) - {""}
    holders: dict[str, list[str]] = {}
    for element in elements if wanted else ():
        for name in _names(element) & wanted:
            holders.setdefault(name, []).append(element.id)
    return found | {word: tuple(holders[name]) for word, name in plain.items() if len(holders.get(name, ())) == 1}


def is_called(element: Element, word: str) -> bool:
    """Say whether a word is the name or another name of an element, whatever its capitals, accents and punctuation."""
    return plain_name(word) in _names(element)


def nearest(given: Collection[str], known: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return for each given word the known ids that it may stand for: those one typing error away, else the most alike.

    >>> nearest(["meer-bannen", "mer banen", "xyz"], ["meer-banen", "minder-files"])
    {'meer-bannen': ('meer-banen',), 'mer banen': ('meer-banen',), 'xyz': ()}
    """
    plain = {word: _plain(word) for word in given}
    wanted: dict[str, set[str]] = {}
    for word in plain.values():
        for shorter in _shortened(word):
            wanted.setdefault(shorter, set()).add(word)
    lengths = {len(word) + more for word in plain.values() for more in (-1, 0, 1)}
    close: dict[str, set[str]] = {}
    for name in known:
        if len(name) in lengths:
            for shorter in _shortened(name):
                for word in wanted.get(shorter, ()):
                    if one_error(word, name):
                        close.setdefault(word, set()).add(name)
    alike = len(plain) * len(known) <= _BUDGET
    return {word: _best(plain[word], close, known if alike else ()) for word in plain}


def guess(names: tuple[str, ...]) -> Text | None:
    """Return the question whether one of these was meant, or None without any."""
    if not names:
        return None
    quoted = [f"'{name}'" for name in names]
    return Text(f"bedoelt u {' of '.join(quoted)}?", f"did you mean {' or '.join(quoted)}?")


def _best(word: str, close: dict[str, set[str]], known: Collection[str]) -> tuple[str, ...]:
    found = close.get(word, set())
    if word in found:
        return (word,)
    if found:
        return tuple(sorted(found))[:_MOST]
    near = nearest_word(word, known, cutoff=0.7)
    return (near,) if near else ()


def _names(element: Element) -> set[str]:
    return {plain_name(name) for name in (element.name, *element.also_known_as)}


def _plain(word: str) -> str:
    """Spell a word as an id would be: a name or an id with capitals or underscores is no typing error."""
    return word.strip().lower().replace("_", "-").replace(" ", "-")


def _shortened(word: str) -> Iterator[str]:
    """Yield the word and the word with each one letter left out: two words one error apart share one of these."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
