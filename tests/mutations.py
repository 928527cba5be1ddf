"""A corpus of faults: every kind of slip that a person makes in a model, injected at seeded places of the shipped Almelo model.

Each kind is a function that takes the model and a random generator and returns a `Mutation` (or None where it finds no place): the edit, and
the token on which the fault has to be told. `Injected` puts one or more of them into the files; `verdict` compares the findings of the
result with those of the model without faults.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dinkit.checking.run import Decisions, check
from dinkit.editing.fixes import edits_of
from dinkit.editing.splice import fingerprint, splice
from dinkit.finding import Finding
from dinkit.model.vocabulary import ENGLISH_KEY
from dinkit.reading.load import load
from dinkit.reading.settings import load_settings
from dinkit.source import SETTINGS, Memory

ROOT = Path(__file__).parent.parent
MAIN = "models/din.yaml"
_NESTED = ("subdoelen", "onderdelen")
_LINKS = ("draagt_bij_aan", "stakeholders", "raakt", "meet", "steunt_op", "hoort_ook_bij", "zelfde_als", "vereist", "van", "onderdeel_van")
_FAR = 3000
"""Two faults in one file are this many characters apart, so that they lie in other elements."""
_APART = 400
_REFERRING = ("id-", "link-", "source-", "payer-", "ids-", "dash-behind", "same-as", "circle")
"""Faults in what points at an element, which may stand in a file that is missing."""
_CONCLUDING = ("acceptance-unused",)
"""Faults that are only certain when everything was read."""
_BAD_BYTE, _UTF_16 = "\ue000", "\ue001"
"""Stand-ins in a mutated text for a byte that is no UTF-8, and for the encoding of a whole file."""


class Mutation(NamedTuple):
    """One fault: `text` in place of [start, end) of a file; it has to be told inside [token, token_end) of what the file then says."""

    kind: str
    file: str
    start: int
    end: int
    text: str
    token: int
    token_end: int
    was: str = ""
    """For a typing error: the word as it was."""
    also: tuple[str, int, int] | None = None
    """Another place of the unmutated files where it may be told just as well: the other link of a circle."""
    hidden: str = ""
    """A file that is not read because of it."""


class Kind(NamedTuple):
    """One sort of fault; `hides` says what cannot be read because of it: nothing, a "line", the "rest" of its file, or the whole "file"."""

    name: str
    make: Callable[[Model, random.Random], Mutation | None]
    hides: str = ""


class Spot(NamedTuple):
    """A pair in a file: the keys that lead to it (its own last), and where key and value stand."""

    file: str
    path: tuple[str | int, ...]
    key: slice
    value: slice
    node: Any
    column: int
    flow: bool

    @property
    def name(self) -> str:
        return str(self.path[-1])


class Model:
    """The shipped model as a corpus of places: its texts, every pair and item in them, and every id."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self.spots = [spot for file, text in texts.items() for spot in _spots(file, text)]
        self.elements = {str(spot.path[-1]): spot for spot in self.spots if spot.path[-2:-1] and _is_element(spot.path)}
        self.links = [link for spot in self.spots for link in _links(spot)]
        self.named = Counter(re.findall(r"[a-z0-9-]+", "\n".join(texts.values())))

    def pairs(self, *names: str, flow: bool | None = None) -> list[Spot]:
        """The pairs with one of these keys, between braces or not."""
        return [spot for spot in self.spots if spot.name in names and (flow is None or spot.flow is flow)]

    def scalars(self, *names: str, flow: bool | None = None) -> list[Spot]:
        """Those of them whose value is one text in one line."""
        found = self.pairs(*names, flow=flow) if names else [spot for spot in self.spots if flow is None or spot.flow is flow]
        return [spot for spot in found if isinstance(spot.node, yaml.ScalarNode) and spot.node.style not in ("|", ">") and "\n" not in self.at(spot)]

    def plain(self, *names: str, flow: bool | None = None) -> list[Spot]:
        """Those of them without quotes."""
        return [spot for spot in self.scalars(*names, flow=flow) if not spot.node.style]

    def at(self, spot: Spot) -> str:
        return self.texts[spot.file][spot.value]

    def lines(self, spot: Spot) -> slice:
        """The whole line of a key."""
        text = self.texts[spot.file]
        return slice(text.rfind("\n", 0, spot.key.start) + 1, text.find("\n", spot.key.start) + 1)

    def owner(self, spot: Spot) -> str:
        """The element in which a pair stands."""
        return next((str(step) for at, step in reversed(list(enumerate(spot.path))) if _is_element(spot.path[: at + 1])), "")


class Link(NamedTuple):
    """An id that refers to an element: where it stands, and in what form."""

    file: str
    place: slice
    id: str
    spot: Spot
    form: str


KINDS: dict[str, Kind] = {}


def kind(hides: str = "") -> Callable[[Callable[[Model, random.Random], Mutation | None]], Callable[[Model, random.Random], Mutation | None]]:
    """Register a sort of fault under the name of its function."""

    def register(make: Callable[[Model, random.Random], Mutation | None]) -> Callable[[Model, random.Random], Mutation | None]:
        name = make.__name__.replace("_", "-")
        KINDS[name] = Kind(name, make, hides)
        return make

    return register


@cache
def almelo() -> Model:
    """The shipped model: all files of models/din.yaml."""
    main = (ROOT / MAIN).read_text(encoding="utf-8")
    parts = [f"din/{name}" for name in re.findall(r"- \.\./din/(\S+)", main)]
    return Model({MAIN: main} | {part: (ROOT / part).read_text(encoding="utf-8") for part in parts})


def findings(files: dict[str, str | bytes]) -> tuple[Finding, ...]:
    held = project(files)
    return check(load(MAIN, held), Decisions(load_settings(held)))


def project(files: dict[str, str | bytes]) -> Memory:
    """The files as a project with one model, of which it is certain what no model needs."""
    return Memory(files | {SETTINGS: f"modellen: [{MAIN}]\n"})


@cache
def unmutated() -> frozenset[tuple[Any, ...]]:
    return frozenset(map(content, findings(dict(almelo().texts))))


def content(finding: Finding) -> tuple[Any, ...]:
    """What a finding says, wherever it stands."""
    return finding.code, finding.element, finding.message


def apply(model: Model, mutations: list[Mutation]) -> dict[str, str | bytes]:
    """The files with all mutations in them."""
    made: dict[str, str | bytes] = dict(model.texts)
    for file in {one.file for one in mutations}:
        text = model.texts[file]
        for one in sorted((one for one in mutations if one.file == file), key=lambda one: one.start, reverse=True):
            text = text[: one.start] + one.text + text[one.end :]
        made[file] = _encoded(text)
    return made


def _encoded(text: str) -> str | bytes:
    if _UTF_16 in text:
        return text.replace(_UTF_16, "").encode("utf-16")
    return text.encode().replace(_BAD_BYTE.encode(), b"\x92") if _BAD_BYTE in text else text


def tokens_of(mutation: Mutation, mutations: list[Mutation]) -> list[tuple[str, int, int]]:
    """Where the token of one mutation stands among the others; mostly one place."""
    shift = _shift(mutation.file, mutation.start, mutations)
    places = [(mutation.file, mutation.token + shift, mutation.token_end + shift)]
    if mutation.also is not None:
        file, start, end = mutation.also
        shift = _shift(file, start, mutations)
        places.append((file, start + shift, end + shift))
    return places


def _shift(file: str, at: int, mutations: list[Mutation]) -> int:
    return sum(len(one.text) - (one.end - one.start) for one in mutations if one.file == file and one.start < at)


class Verdict(NamedTuple):
    """What became of the faults of one run."""

    new: list[Finding]
    told: list[list[Finding]]
    """Per mutation the new findings on its token."""
    stray: list[Finding]
    """New findings on none of them."""


def verdict(mutations: list[Mutation]) -> Verdict:
    """Inject the mutations, and sort the new findings by the token on which they stand."""
    after = findings(apply(almelo(), mutations))
    new = [one for one in after if content(one) not in unmutated()]
    told: list[list[Finding]] = [[] for _ in mutations]
    stray: list[Finding] = []
    for one in new:
        at = next((index for index, mutation in enumerate(mutations) if any(_on(one, token) for token in tokens_of(mutation, mutations))), None)
        (stray if at is None else told[at]).append(one)
    return Verdict(new, told, stray)


def _on(finding: Finding, token: tuple[str, int, int]) -> bool:
    file, start, end = token
    return finding.location.file == file and start <= finding.location.span.start < max(end, start + 1)


class Measured(NamedTuple):
    """What became of one kind of fault, or of many together: counts of faults, and of new findings."""

    faults: int
    found: int
    on_the_token: int
    messages: int
    elsewhere: int
    mended: int
    """How many carry a fix after which the model says what it said without the fault."""


def measured(runs: list[list[Mutation]]) -> Measured:
    """Inject faults run by run and count."""
    verdicts = [(mutations, verdict(mutations)) for mutations in runs]
    return Measured(
        sum(len(mutations) for mutations, _ in verdicts),
        sum(min(len(found.new), len(mutations)) for mutations, found in verdicts),
        sum(bool(one) for _, found in verdicts for one in found.told),
        sum(len(found.new) for _, found in verdicts),
        sum(len(found.stray) for _, found in verdicts),
        sum(is_mended(mutations[0], found) for mutations, found in verdicts if len(mutations) == 1),
    )


def alone(name: str, places: int) -> list[list[Mutation]]:
    """One kind of fault at so many places, each in a run of its own."""
    made = (KINDS[name].make(almelo(), random.Random(f"{name} {seed}")) for seed in range(100 * places))
    found: dict[tuple[str, int, str], Mutation] = {}
    for one in made:
        if one is not None:
            found.setdefault((one.file, one.start, one.text), one)
        if len(found) == places:
            break
    return [[one] for one in found.values()]


def is_mended(mutation: Mutation, verdict: Verdict) -> bool:
    """Apply the fix of the fault alone, and see whether the findings are those of the model without faults."""
    told = verdict.told[0][0] if len(verdict.told[0]) == 1 else None
    if told is None or told.fix is None:
        return False
    files = apply(almelo(), [mutation])
    for file, edits in edits_of([told]).items():
        text = files[file]
        assert isinstance(text, str)
        files[file] = splice(text.encode(), edits, loaded=fingerprint(text.encode()))
    return all(content(one) in unmutated() for one in findings(files))


def typing_errors(seed: int, many: int) -> list[Mutation]:
    """So many typing errors in ids, all sorts in turn, each in another element, so that all can be in one run."""
    rng, made, taken = random.Random(seed), list[Mutation](), set[tuple[str, int]]()
    while len(made) < many:
        one = typing_error(("delete", "swap", "insert", "replace")[len(made) % 4], almelo(), rng)
        if one is not None and (one.file, one.start // _APART) not in taken:
            taken |= {(one.file, one.start // _APART + step) for step in (-1, 0, 1)}
            made.append(one)
    return made


def suggested(mutations: list[Mutation]) -> int:
    """Count the typing errors whose finding proposes the id as it was, and nothing before it."""
    told = verdict(mutations).told
    return sum(
        any(one.hint is not None and one.hint.nl.startswith(f"bedoelt u '{mutation.was}'") for one in found)
        for mutation, found in zip(mutations, told, strict=True)
    )


def threes(seed: int) -> list[Mutation]:
    """Three mutations of different kinds at places that have nothing to do with each other."""
    rng, model = random.Random(seed), almelo()
    chosen: list[Mutation] = []
    names = rng.sample(sorted(KINDS), len(KINDS))
    for name in names:
        made = KINDS[name].make(model, rng)
        if made is not None and all(_apart(model, made, other) for other in chosen):
            chosen.append(made)
        if len(chosen) == 3:
            return chosen
    raise AssertionError("no three kinds go together")


def _apart(model: Model, one: Mutation, other: Mutation) -> bool:
    """Say whether two faults can both be told: in other elements, and neither hides the other, or what makes it certain."""
    if one.file == other.file and abs(one.start - other.start) <= _FAR:
        return False
    return not _hides(one, other) and not _hides(other, one)


def _hides(one: Mutation, other: Mutation) -> bool:
    """Say whether one fault hides another: what is not read, and what could only be concluded from all files."""
    hides, target = KINDS[one.kind].hides, almelo().elements.get(other.text)
    if target is not None and target.file == one.file and hides == "rest":
        return True
    if hides == "file":
        return other.file in (one.hidden, one.file if one.hidden == "" else "") or other.kind.startswith(_REFERRING + _CONCLUDING)
    return bool(hides) and (other.kind.startswith(_CONCLUDING) or (hides == "rest" and one.file == other.file))


def _spots(file: str, text: str) -> Iterator[Spot]:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    yield from _pairs(file, (), root, flow=False)


def _pairs(file: str, path: tuple[str | int, ...], node: Any, *, flow: bool) -> Iterator[Spot]:
    inside = flow or bool(getattr(node, "flow_style", False))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*path, key.value)
            yield Spot(file, here, _slice(key), _slice(value), value, key.start_mark.column, inside)
            yield from _pairs(file, here, value, flow=inside)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _pairs(file, (*path, index), item, flow=inside)


def _slice(node: Any) -> slice:
    return slice(node.start_mark.index, node.end_mark.index)


def _is_element(path: tuple[str | int, ...]) -> bool:
    """Say whether a path of keys leads to an element."""
    return len(path) >= 2 and len(path) % 2 == 0 and all(step in _NESTED for step in path[2:-1:2]) and ENGLISH_KEY.get(str(path[0])) not in (
        None, "programme", "rules", "labels", "defaults", "parts",
    )  # fmt: skip


def _links(spot: Spot) -> Iterator[Link]:
    if spot.name not in _LINKS or len(spot.path) < 2 or _is_element(spot.path):
        return
    if isinstance(spot.node, yaml.ScalarNode):
        yield Link(spot.file, spot.value, spot.node.value, spot, "one")
    elif isinstance(spot.node, yaml.SequenceNode):
        for item in spot.node.value:
            yield Link(spot.file, _slice(item), item.value, spot, "flow list" if spot.node.flow_style else "list")
    else:
        for key, _ in spot.node.value:
            yield Link(spot.file, _slice(key), key.value, spot, "mapping")


def _made(
    name: str, file: str, start: int, end: int, text: str, *, token: tuple[int, int] | None = None, was: str = "", hidden: str = ""
) -> Mutation:
    """A mutation whose token is what it writes, or the given stretch of that (from the start of what it writes)."""
    first, last = token or (0, max(len(text), 1))
    return Mutation(name, file, start, end, text, start + first, start + last, was, hidden=hidden)


def replacing(name: str, spot: Spot, text: str, *, token: tuple[int, int] | None = None) -> Mutation:
    """Write another value."""
    return _made(name, spot.file, spot.value.start, spot.value.stop, text, token=token)


def renaming(name: str, spot: Spot, key: str) -> Mutation:
    """Write another key."""
    return _made(name, spot.file, spot.key.start, spot.key.stop, key)


def adding(name: str, model: Model, spot: Spot, line: str, *, token: str | None = None) -> Mutation:
    """Write a line above that of a key, at its own indentation; the token is the whole line or a word of it."""
    whole = f"{line}\n{' ' * spot.column}"
    at = line.index(token) if token else 0
    return _made(name, spot.file, spot.key.start, spot.key.start, whole, token=(at, at + len(token or line)))


def fields(model: Model, *collections: str) -> list[Spot]:
    """The second field of each element of these collections, in a line of its own: a place where a line can be added."""
    found: dict[tuple[str | int, ...], list[Spot]] = {}
    for spot in model.spots:
        if not spot.flow and _is_element(spot.path[:-1]) and (not collections or spot.path[0] in collections):
            found.setdefault(spot.path[:-1], []).append(spot)
    return [spots[1] for spots in found.values() if len(spots) > 1]


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mistyped(word: str, how: str, rng: random.Random) -> str:
    """A word with one typing error of a sort, at a random letter."""
    letters = [at for at, one in enumerate(word) if one.isalpha() and at > 0]
    at = rng.choice(letters)
    other = rng.choice([one for one in _LETTERS if one != word[at]])
    match how:
        case "delete":
            return word[:at] + word[at + 1 :]
        case "insert":
            return word[:at] + other + word[at:]
        case "replace":
            return word[:at] + other + word[at + 1 :]
    pairs = [at for at in letters if at + 1 < len(word) and word[at + 1].isalpha() and word[at] != word[at + 1]]
    if not pairs:
        return word[:at] + word[at + 1 :]
    at = rng.choice(pairs)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def typing_error(how: str, model: Model, rng: random.Random) -> Mutation | None:
    """An id that is linked to, with a typing error."""
    link = rng.choice([link for link in model.links if link.id in model.elements])
    wrong = mistyped(link.id, how, rng)
    if wrong in model.elements or wrong in model.named or not re.fullmatch("[a-z][a-z0-9-]*", wrong):
        return None
    return _made(f"id-{how}", link.file, link.place.start, link.place.stop, wrong, was=link.id)


def _typo(how: str) -> None:
    def make(model: Model, rng: random.Random) -> Mutation | None:
        return typing_error(how, model, rng)

    KINDS[f"id-{how}"] = Kind(f"id-{how}", make)


for _how in ("delete", "swap", "insert", "replace"):
    _typo(_how)


@kind()
def id_capital(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.id in model.elements])
    return _made("id-capital", link.file, link.place.start, link.place.stop, link.id.title())


@kind()
def id_underscore(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.id in model.elements and "-" in link.id])
    return _made("id-underscore", link.file, link.place.start, link.place.stop, link.id.replace("-", "_"))


@kind()
def id_unknown(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.id in model.elements])
    return _made("id-unknown", link.file, link.place.start, link.place.stop, "iets-heel-anders")


@kind()
def id_wrong_kind(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.spot.name == "draagt_bij_aan"])
    party = rng.choice([name for name, spot in model.elements.items() if spot.path[0] == "stakeholders"])
    return _made("id-wrong-kind", link.file, link.place.start, link.place.stop, party)


@kind()
def id_of_itself(model: Model, rng: random.Random) -> Mutation:
    already = {spot.path[:-1] for spot in model.pairs("hoort_ook_bij")}
    spot = rng.choice([spot for spot in fields(model, "inspanningen") if len(spot.path) > 3 and spot.path[:-1] not in already])
    return adding("id-of-itself", model, spot, f"hoort_ook_bij: {model.owner(spot)}", token=model.owner(spot))


@kind()
def id_as_name(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.form == "one" and link.spot.name == "van"])
    name = model.elements[link.id].node.value[0][1].value if link.id in model.elements else "Iets anders"
    return _made("id-as-name", link.file, link.place.start, link.place.stop, f'"{name}"')


@kind()
def link_twice_in_list(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.form == "flow list"])
    return _made("link-twice-in-list", link.file, link.place.stop, link.place.stop, f", {link.id}", token=(2, 2 + len(link.id)))


@kind()
def link_twice_in_mapping(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.form == "mapping" and not link.spot.node.flow_style])
    column = link.place.start - model.texts[link.file].rfind("\n", 0, link.place.start) - 1
    end = link.spot.value.stop
    last = len(model.texts[link.file][:end].rstrip())
    return _made("link-twice-in-mapping", link.file, last, last, f"\n{' ' * column}{link.id}:", token=(1 + column, 1 + column + len(link.id)))


@kind()
def id_given_twice(model: Model, rng: random.Random) -> Mutation | None:
    spot = rng.choice(_unnamed(model))
    before = [name for name, one in model.elements.items() if one.file == spot.file and one.key.start < spot.key.start and not _below(one, spot)]
    return renaming("id-given-twice", spot, rng.choice(before)) if before else None


@kind()
def id_with_capitals(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(_unnamed(model))
    return renaming("id-with-capitals", spot, spot.name.title())


@kind()
def id_with_accent(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(_unnamed(model))
    return renaming("id-with-accent", spot, f"café-{spot.name}")


@kind()
def id_with_digit_first(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(_unnamed(model))
    return renaming("id-with-digit-first", spot, f"1-{spot.name}")


def _unnamed(model: Model) -> list[Spot]:
    """Elements that nothing refers to and that have nothing below them."""
    return [
        spot for name, spot in model.elements.items() if model.named[name] == 1 and not any(_below(spot, other) for other in model.elements.values())
    ]


def _below(spot: Spot, other: Spot) -> bool:
    return len(other.path) > len(spot.path) and other.path[: len(spot.path)] == spot.path


@kind()
def source_mistyped(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.plain("bron") if model.at(spot).startswith("contract")])
    return replacing("source-mistyped", spot, model.at(spot).replace("contract", mistyped("contract", rng.choice(["delete", "swap"]), rng), 1))


@kind()
def source_left_out(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.plain("bron") if model.at(spot).startswith("contract §")])
    return replacing("source-left-out", spot, model.at(spot).removeprefix("contract "))


@kind()
def payer_unknown(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.plain("betaler") if model.at(spot) in model.elements])
    return replacing("payer-unknown", spot, mistyped(model.at(spot), "delete", rng))


@kind()
def payer_of_another_kind(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.plain("betaler") if model.at(spot) in model.elements])
    return replacing("payer-of-another-kind", spot, "hier-wordt-gewerkt")


def _key(how: str) -> None:
    def make(model: Model, rng: random.Random) -> Mutation | None:
        names = [name for name in ENGLISH_KEY if len(name) > 3]
        spot = rng.choice([spot for spot in model.spots if spot.name in names and len(spot.path) > 2 and not _is_element(spot.path)])
        wrong = mistyped(spot.name, how, rng)
        return None if wrong in ENGLISH_KEY else renaming(f"key-{how}", spot, wrong)

    KINDS[f"key-{how}"] = Kind(f"key-{how}", make)


for _how in ("delete", "swap", "insert", "replace"):
    _key(_how)


@kind()
def key_capital(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.pairs("naam", "omschrijving", "planning", "herkomst", "draagt_bij_aan"))
    return renaming("key-capital", spot, spot.name.title())


@kind()
def key_with_dash(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.pairs("draagt_bij_aan", "andere_namen", "meetfrequentie", "onderdeel_van"))
    return renaming("key-with-dash", spot, spot.name.replace("_", "-") if "_" in spot.name else spot.name.upper())


@kind()
def key_unknown(model: Model, rng: random.Random) -> Mutation:
    return adding("key-unknown", model, rng.choice(fields(model)), "lievelingskleur: groen", token="lievelingskleur")


@kind()
def key_of_the_trade(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(_names(model))
    return renaming("key-of-the-trade", spot, "titel")


@kind()
def key_twice_same(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.scalars("omschrijving", "nummer", "soort", flow=False) if _is_element(spot.path[:-1])])
    line = f"\n{' ' * spot.column}{spot.name}: {model.at(spot)}"
    return _made("key-twice-same", spot.file, spot.value.stop, spot.value.stop, line, token=(1, len(line)))


@kind()
def key_twice_other(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.scalars("omschrijving", "naam", flow=False) if _is_element(spot.path[:-1])])
    line = f"\n{' ' * spot.column}{spot.name}: Iets anders"
    return _made("key-twice-other", spot.file, spot.value.stop, spot.value.stop, line, token=(1, len(line)))


@kind()
def key_in_two_languages(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(_names(model))
    line = f"\n{' ' * spot.column}name: {model.at(spot)}"
    return _made("key-in-two-languages", spot.file, spot.value.stop, spot.value.stop, line, token=(1, len(line)))


@kind()
def key_of_another_kind(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(fields(model, "stakeholders", "wijken"))
    return adding("key-of-another-kind", model, spot, "streefdatum: 2022", token="streefdatum")


@kind()
def own_id_again(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(fields(model))
    return adding("own-id-again", model, spot, f"id: {model.owner(spot)}")


@kind()
def collection_mistyped(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(
        [
            spot
            for spot in model.spots
            if len(spot.path) == 1 and isinstance(spot.node, yaml.MappingNode) and spot.name not in ("standaard", "programma")
        ]
    )
    return renaming("collection-mistyped", spot, mistyped(spot.name, rng.choice(["delete", "swap"]), rng))


@kind()
def collection_inside(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in fields(model, "inspanningen") if len(spot.path) == 3])
    return adding("collection-inside", model, spot, "risicos: {risico-nieuw: Iets gaat mis}")


@kind()
def head_in_a_part(model: Model, rng: random.Random) -> Mutation:
    file = rng.choice([file for file in model.texts if file != MAIN])
    return _made("head-in-a-part", file, 0, 0, "peildatum: 2020-01-01\n", token=(0, 9))


@kind()
def top_key_unknown(model: Model, rng: random.Random) -> Mutation:
    file = rng.choice(list(model.texts))
    return _made("top-key-unknown", file, 0, 0, "lievelingskleur: groen\n", token=(0, 15))


@kind("line")
def field_at_the_top(model: Model, rng: random.Random) -> Mutation:
    file = rng.choice(list(model.texts))
    return _made("field-at-the-top", file, 0, 0, "eenheid: euro\n", token=(0, 7))


@kind()
def value_mistyped(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.plain("herkomst", "onderbouwing", "sturing", "geldstroom") if len(model.at(spot)) > 5])
    return replacing("value-mistyped", spot, mistyped(model.at(spot), rng.choice(["delete", "swap", "replace"]), rng))


@kind()
def value_unknown(model: Model, rng: random.Random) -> Mutation:
    return replacing("value-unknown", rng.choice(model.plain("herkomst", "onderbouwing", "sturing", "geldstroom")), "blauw")


@kind()
def value_of_another_key(model: Model, rng: random.Random) -> Mutation:
    return replacing("value-of-another-key", rng.choice(model.plain("herkomst")), "eenmalig")


@kind()
def role_mistyped(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(
        [spot for spot in model.plain() if spot.path[-2:-1] == ("stakeholders",) and len(model.at(spot)) > 5 and not _is_element(spot.path)]
    )
    return replacing("role-mistyped", spot, mistyped(model.at(spot), "delete", rng))


@kind()
def number_in_dutch(model: Model, rng: random.Random) -> Mutation:
    return replacing("number-in-dutch", rng.choice(model.plain("waarde", flow=False)), "1,22%")


@kind()
def number_in_dutch_between_braces(model: Model, rng: random.Random) -> Mutation:
    return replacing("number-in-dutch-between-braces", rng.choice(model.plain("waarde", flow=True)), "1,22%")


@kind()
def number_with_two_readings(model: Model, rng: random.Random) -> Mutation:
    return replacing("number-with-two-readings", rng.choice(model.plain("waarde")), "2.200")


@kind()
def number_in_words(model: Model, rng: random.Random) -> Mutation:
    return replacing("number-in-words", rng.choice(model.plain("waarde", flow=False)), "ca. 2200 dossiers")


@kind()
def number_that_is_none(model: Model, rng: random.Random) -> Mutation:
    return replacing("number-that-is-none", rng.choice(model.plain("waarde", flow=False)), "10-20 en 30")


@kind()
def amount_without_euro(model: Model, rng: random.Random) -> Mutation:
    return replacing("amount-without-euro", rng.choice(model.scalars("bedrag", flow=False)), "4,8 mln")


@kind()
def amount_between_braces(model: Model, rng: random.Random) -> Mutation:
    return replacing("amount-between-braces", rng.choice(model.scalars("bedrag", flow=True)), "€ 4,8 mln")


@kind()
def amount_in_dollars(model: Model, rng: random.Random) -> Mutation:
    return replacing("amount-in-dollars", rng.choice(model.scalars("bedrag")), "200 dollar")


@kind()
def date_day_first(model: Model, rng: random.Random) -> Mutation:
    return replacing("date-day-first", rng.choice(model.plain("datum", "streefdatum")), "31-12-2022")


@kind()
def date_in_words(model: Model, rng: random.Random) -> Mutation:
    return replacing("date-in-words", rng.choice(model.plain("datum", "streefdatum")), "december 2022")


@kind()
def date_not_in_the_calendar(model: Model, rng: random.Random) -> Mutation:
    return replacing("date-not-in-the-calendar", rng.choice(model.plain("datum", "streefdatum")), "2022-13-45")


@kind()
def planning_in_words(model: Model, rng: random.Random) -> Mutation:
    return replacing("planning-in-words", rng.choice(model.plain("start", flow=False)), "zodra het kan")


@kind()
def planning_backwards(model: Model, rng: random.Random) -> Mutation:
    spots = {spot.path: spot for spot in model.spots}
    spot = rng.choice([spot for spot in model.plain("eind") if _year(model, spots, spot) is not None])
    return replacing("planning-backwards", spot, "1999")


def _year(model: Model, spots: dict[tuple[str | int, ...], Spot], end: Spot) -> int | None:
    start = spots.get((*end.path[:-1], "start"))
    found = re.match("[0-9]{4}", model.at(start)) if start and start.file == end.file else None
    return int(found[0]) if found else None


@kind()
def chance_off_the_scale(model: Model, rng: random.Random) -> Mutation:
    return replacing("chance-off-the-scale", rng.choice(model.plain("kans", "impact")), "7")


@kind()
def announced_in_words(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.plain() if spot.path[-2:-1] == ("aangekondigd",)])
    return replacing("announced-in-words", spot, "drie")


@kind()
def value_off_the_scale(model: Model, rng: random.Random) -> Mutation:
    spot = next(spot for spot in model.plain("waarde") if model.at(spot) == "gemiddeld")
    return replacing("value-off-the-scale", spot, rng.choice(["gemideld", "matig"]))


@kind()
def weight_that_is_none(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.spot.name == "draagt_bij_aan" and link.form == "mapping"])
    value = next(value for key, value in link.spot.node.value if key.value == link.id)
    if not isinstance(value, yaml.MappingNode) or not value.flow_style:
        link, value = _flow_link(model, rng)
    return _made("weight-that-is-none", link.file, value.start_mark.index + 1, value.start_mark.index + 1, "gewicht: veel, ", token=(9, 13))


def _flow_link(model: Model, rng: random.Random) -> tuple[Link, Any]:
    found = [
        (link, value)
        for link in model.links
        if link.spot.name == "draagt_bij_aan" and link.form == "mapping"
        for key, value in link.spot.node.value
        if key.value == link.id and isinstance(value, yaml.MappingNode) and value.flow_style
    ]
    return rng.choice(found)


def _names(model: Model, *collections: str) -> list[Spot]:
    """The names of elements, in lines of their own, that no finding on the model itself speaks of: its words would change."""
    told = "\n".join(message.nl for _, _, message in unmutated())
    found = [spot for spot in model.scalars("naam", flow=False) if _is_element(spot.path[:-1]) and (not collections or spot.path[0] in collections)]
    return [spot for spot in found if model.at(spot) not in told]


@kind()
def name_missing(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(_names(model, "doelen", "inspanningen", "stakeholders", "indicatoren"))
    owner = model.elements[model.owner(spot)]
    line = model.lines(spot)
    kept = model.texts[spot.file][owner.key.start : line.start]
    return _made("name-missing", spot.file, owner.key.start, line.stop, kept)


@kind()
def name_left_empty(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(_names(model, "doelen", "inspanningen", "stakeholders", "indicatoren"))
    owner = model.elements[model.owner(spot)]
    kept = model.texts[spot.file][owner.key.start : spot.key.stop] + ":"
    return _made("name-left-empty", spot.file, owner.key.start, spot.value.stop, kept)


@kind()
def name_of_white_space(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(_names(model, "doelen", "inspanningen", "stakeholders", "indicatoren"))
    owner = model.elements[model.owner(spot)]
    kept = model.texts[spot.file][owner.key.start : spot.value.start] + '" "'
    return _made("name-of-white-space", spot.file, owner.key.start, spot.value.stop, kept)


@kind()
def name_as_list(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(_names(model))
    return replacing("name-as-list", spot, "[Een, Twee]")


@kind()
def text_as_fields(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(list(model.scalars("omschrijving", "reden", flow=False)))
    return replacing("text-as-fields", spot, "{wat: dit}")


@kind()
def list_as_fields(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.pairs("andere_namen") if getattr(spot.node, "flow_style", False)])
    return replacing("list-as-fields", spot, "{een: twee}")


@kind()
def planning_as_list(model: Model, rng: random.Random) -> Mutation:
    return replacing("planning-as-list", rng.choice(model.scalars("planning", flow=False)), "[2019, 2020]")


@kind()
def element_as_list(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([model.elements[model.owner(spot)] for spot in fields(model, "wijken", "risicos", "bronnen")])
    line = model.lines(spot)
    return _made(
        "element-as-list", spot.file, line.start, line.start, f"{' ' * spot.column}iets-nieuws: [a, b]\n", token=(spot.column, spot.column + 19)
    )


@kind()
def empty_item(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(
        [spot for spot in model.pairs("bron", "andere_namen", "opmerking") if isinstance(spot.node, yaml.SequenceNode) and not spot.node.flow_style]
    )
    first = spot.node.value[0].start_mark
    line = model.texts[spot.file].rfind("\n", 0, first.index) + 1
    dash = model.texts[spot.file].index("-", line) - line
    return _made("empty-item", spot.file, line, line, f"{' ' * dash}-\n", token=(dash, dash + 2))


@kind()
def ids_in_one_text(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.form == "flow list" and len(link.spot.node.value) > 1])
    text = model.at(link.spot)
    return replacing("ids-in-one-text", link.spot, text.strip("[]"))


@kind()
def dashed_link(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.form == "flow list" and link.spot.name == "stakeholders"])
    return _made("dashed-link", link.file, link.place.start, link.place.stop, f"{{{link.id}: partner}}")


@kind("rest")
def collection_of_dashes(model: Model, rng: random.Random) -> Mutation:
    file = rng.choice(["din/wijken.yaml", "din/programmas.yaml", "din/besluiten.yaml"])
    return _made("collection-of-dashes", file, len(model.texts[file]), len(model.texts[file]), "mijlpalen:\n  - naam: Klaar\n", token=(0, 16))


@kind("line")
def collection_as_text(model: Model, rng: random.Random) -> Mutation:
    file = rng.choice(["din/wijken.yaml", "din/programmas.yaml", "din/besluiten.yaml"])
    return _made("collection-as-text", file, len(model.texts[file]), len(model.texts[file]), "mijlpalen: nog te bepalen\n", token=(0, 25))


@kind("line")
def none_and_some(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.spots if len(spot.path) == 1 and spot.name in ("wijken", "risicos", "besluiten")])
    start = spot.value.start
    return _made("none-and-some", spot.file, start, start, "geen: de bron noemt er geen\n  ", token=(0, 4))


@kind("rest")
def tab_before_a_key(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(fields(model))
    return _made("tab-before-a-key", spot.file, spot.key.start - 2, spot.key.start, "\t")


@kind("rest")
def quote_left_open(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.plain("omschrijving", "naam", flow=False) if "'" not in model.at(spot) and '"' not in model.at(spot)])
    return replacing("quote-left-open", spot, f'"{model.at(spot)}')


@kind("rest")
def bracket_left_open(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.pairs("bron", "andere_namen", "stakeholders", flow=False) if getattr(spot.node, "flow_style", False)])
    return replacing("bracket-left-open", spot, model.at(spot)[:-1])


@kind("rest")
def brace_left_open(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.pairs("planning", "waarde", flow=False) if getattr(spot.node, "flow_style", False)])
    return replacing("brace-left-open", spot, model.at(spot)[:-1])


@kind("rest")
def colon_left_out(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.scalars("omschrijving", "nummer", "soort", flow=False) if _is_element(spot.path[:-1])])
    line = model.lines(spot)
    return _made("colon-left-out", spot.file, spot.key.start, spot.value.stop, f"{spot.name} {model.at(spot)}", token=(0, line.stop - line.start))


@kind("rest")
def space_left_out(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.plain("omschrijving", "nummer", "soort", flow=False) if _is_element(spot.path[:-1])])
    return _made("space-left-out", spot.file, spot.key.start, spot.value.stop, f"{spot.name}:{model.at(spot)}")


@kind()
def space_left_out_in_braces(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(
        [spot for spot in model.plain("soort", "herkomst", "start", "bron", flow=True) if "§" not in model.at(spot) or spot.name == "bron"]
    )
    return _made("space-left-out-in-braces", spot.file, spot.key.start, spot.value.stop, f"{spot.name}:{model.at(spot)}")


@kind("rest")
def colon_in_a_text(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.plain("omschrijving", "naam", flow=False))
    return replacing("colon-in-a-text", spot, f"Let op: {model.at(spot)}")


@kind("rest")
def indented_more(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in fields(model) if isinstance(spot.node, yaml.ScalarNode)])
    return _made("indented-more", spot.file, spot.key.start, spot.key.start, "  ", token=(0, 2 + len(spot.name) + 2))


@kind("rest")
def indented_less(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in fields(model) if isinstance(spot.node, yaml.ScalarNode) and spot.column > 3])
    return _made("indented-less", spot.file, spot.key.start - 1, spot.key.start, "", token=(0, len(spot.name) + 2))


@kind()
def indented_as_the_ids(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in _last_fields(model) if isinstance(spot.node, yaml.ScalarNode)])
    return _made("indented-as-the-ids", spot.file, spot.key.start - 2, spot.key.start, "", token=(0, len(spot.name)))


def _last_fields(model: Model) -> list[Spot]:
    """The last field of each element at the top level of its collection."""
    found: dict[tuple[str | int, ...], Spot] = {}
    for spot in model.spots:
        if not spot.flow and len(spot.path) == 3 and _is_element(spot.path[:-1]):
            found[spot.path[:-1]] = spot
    return [spot for spot in found.values() if spot.name not in _NESTED]


@kind("rest")
def text_behind_a_quote(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.plain("omschrijving", flow=False) if '"' not in model.at(spot) and "'" not in model.at(spot)])
    first, _, rest = model.at(spot).partition(" ")
    return replacing("text-behind-a-quote", spot, f'"{first}" {rest}')


@kind("rest")
def at_sign_first(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.plain("naam", flow=False))
    return replacing("at-sign-first", spot, f"@{model.at(spot)}", token=(0, 1))


@kind("rest")
def percent_alone(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.scalars("eenheid", flow=False))
    return replacing("percent-alone", spot, "%")


@kind("rest")
def backslash_in_quotes(model: Model, rng: random.Random) -> Mutation:
    return replacing("backslash-in-quotes", rng.choice(model.plain("omschrijving", flow=False)), '"map C:\\plannen\\din"')


@kind("rest")
def dash_behind_a_key(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.plain("onderdeel_van", "van", flow=False))
    return replacing("dash-behind-a-key", spot, f"- {model.at(spot)}")


@kind("rest")
def merge_conflict(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(fields(model))
    at = model.lines(spot).start
    text = f"<<<<<<< HEAD\n{' ' * spot.column}nummer: 1\n=======\n{' ' * spot.column}nummer: 2\n>>>>>>> anders\n"
    return _made("merge-conflict", spot.file, at, at, text)


@kind("rest")
def question_mark(model: Model, rng: random.Random) -> Mutation:
    return replacing("question-mark", rng.choice(model.plain("datum", "bedrag", "kans", "soort", flow=False)), "?")


@kind()
def tag_in_a_value(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.plain("omschrijving", flow=False))
    return replacing("tag-in-a-value", spot, f"!let-op {model.at(spot)}", token=(0, 7))


@kind()
def star_alone(model: Model, rng: random.Random) -> Mutation:
    return replacing("star-alone", rng.choice(model.plain("omschrijving", "opmerking", flow=False)), "*zie-boven")


@kind()
def merged_fields(model: Model, rng: random.Random) -> Mutation:
    return adding("merged-fields", model, rng.choice(fields(model)), "<<: {nummer: 3}", token="<<")


@kind("rest")
def second_document(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.spots if len(spot.path) == 1 and spot.name in ("metingen", "afspraken", "risicos", "wijken")])
    end = len(model.texts[spot.file])
    return _made("second-document", spot.file, end, end, "---\nmijlpalen: {}\n", token=(0, 3))


@kind("rest")
def fixed_space_before_a_key(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(fields(model))
    return _made("fixed-space-before-a-key", spot.file, spot.key.start - 1, spot.key.start, "\xa0")


@kind("rest")
def fixed_space_behind_a_colon(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.plain("omschrijving", "nummer", "soort", flow=False) if _is_element(spot.path[:-1])])
    return _made("fixed-space-behind-a-colon", spot.file, spot.value.start - 1, spot.value.start, "\xa0")


@kind()
def control_character(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.plain("omschrijving", flow=False))
    at = spot.value.start + 5
    return _made("control-character", spot.file, at, at, "\x07")


@kind()
def hidden_direction(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.plain("omschrijving", flow=False))
    at = spot.value.start + 3
    return _made("hidden-direction", spot.file, at, at, "\u202e")


@kind()
def byte_of_windows(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.plain("omschrijving", flow=False))
    at = spot.value.start + 3
    return _made("byte-of-windows", spot.file, at, at, _BAD_BYTE)


@kind()
def hash_in_a_text(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice(model.plain("omschrijving", flow=False))
    text = f"Actie #3: {model.at(spot)}"
    return replacing("hash-in-a-text", spot, text, token=(6, 7))


@kind("rest")
def hash_in_brackets(model: Model, rng: random.Random) -> Mutation:
    spot = rng.choice([spot for spot in model.pairs("andere_namen", flow=False) if getattr(spot.node, "flow_style", False)])
    return replacing("hash-in-brackets", spot, "[actie #3, iets]")


@kind("file")
def file_emptied(model: Model, rng: random.Random) -> Mutation:
    file = rng.choice([file for file in model.texts if file != MAIN])
    return _made("file-emptied", file, 0, len(model.texts[file]), "")


@kind("file")
def file_in_utf_16(model: Model, rng: random.Random) -> Mutation:
    file = rng.choice([file for file in model.texts if file != MAIN])
    return _made("file-in-utf-16", file, 0, 0, _UTF_16)


def _part(model: Model, rng: random.Random) -> tuple[int, str]:
    text = model.texts[MAIN]
    name = rng.choice(re.findall(r"- (\.\./din/\S+)", text))
    return text.index(name), name


@kind()
def part_mistyped(model: Model, rng: random.Random) -> Mutation:
    at, name = _part(model, rng)
    stem = name.removeprefix("../din/").removesuffix(".yaml")
    wrong = f"../din/{mistyped(stem, rng.choice(['delete', 'swap', 'insert', 'replace']), rng)}.yaml"
    return _made("part-mistyped", MAIN, at, at + len(name), wrong)


@kind()
def part_with_backslash(model: Model, rng: random.Random) -> Mutation:
    at, name = _part(model, rng)
    return _made("part-with-backslash", MAIN, at, at + len(name), name.replace("/", "\\"))


@kind()
def part_twice(model: Model, rng: random.Random) -> Mutation:
    at, name = _part(model, rng)
    return _made("part-twice", MAIN, at + len(name), at + len(name), f"\n  - {name}", token=(5, 5 + len(name)))


@kind("file")
def part_missing(model: Model, rng: random.Random) -> Mutation:
    at, name = _part(model, rng)
    return _made("part-missing", MAIN, at, at + len(name), "../din/iets-anders.yaml", hidden=name.removeprefix("../"))


@kind("file")
def part_outside(model: Model, rng: random.Random) -> Mutation:
    at, name = _part(model, rng)
    return _made("part-outside", MAIN, at, at + len(name), "../../buiten.yaml", hidden=name.removeprefix("../"))


@kind()
def part_names_the_model(model: Model, rng: random.Random) -> Mutation:
    file = rng.choice([file for file in model.texts if file != MAIN])
    return _made("part-names-the-model", file, 0, 0, "delen: [../models/din.yaml]\n", token=(8, 26))


@kind()
def edition_missing(model: Model, rng: random.Random) -> Mutation:
    at = model.texts[MAIN].index("editie:")
    return _made("edition-missing", MAIN, at, at, "vorige_editie: vorig.yaml\n", token=(15, 25))


@kind()
def edition_is_itself(model: Model, rng: random.Random) -> Mutation:
    at = model.texts[MAIN].index("editie:")
    return _made("edition-is-itself", MAIN, at, at, "vorige_editie: din.yaml\n", token=(15, 23))


@kind()
def profile_mistyped(model: Model, rng: random.Random) -> Mutation:
    at = model.texts[MAIN].index("klassiek")
    return _made("profile-mistyped", MAIN, at, at + 8, "klasiek")


@kind()
def severity_of_no_rule(model: Model, rng: random.Random) -> Mutation:
    at = model.texts[MAIN].index("editie:")
    return _made("severity-of-no-rule", MAIN, at, at, "regels: {DIN199: fout}\n", token=(9, 15))


@kind()
def severity_mistyped(model: Model, rng: random.Random) -> Mutation:
    at = model.texts[MAIN].index("editie:")
    return _made("severity-mistyped", MAIN, at, at, "regels: {DIN501: fuot}\n", token=(17, 21))


@kind()
def acceptance_unused(model: Model, rng: random.Random) -> Mutation:
    return adding("acceptance-unused", model, rng.choice(fields(model)), "aanvaard: {DIN501: het is zo}", token="DIN501")


@kind()
def acceptance_of_no_rule(model: Model, rng: random.Random) -> Mutation:
    return adding("acceptance-of-no-rule", model, rng.choice(fields(model)), "aanvaard: {DIN199: het is zo}", token="DIN199")


@kind()
def acceptance_without_reason(model: Model, rng: random.Random) -> Mutation:
    return adding("acceptance-without-reason", model, rng.choice(fields(model)), "aanvaard: {DIN409: {door: directie}}", token="DIN409: {door")


@kind()
def circle_of_requirements(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.spot.name == "vereist" and link.id in model.elements])
    target = link.id
    spot = next(spot for spot in fields(model) if model.owner(spot) == target)
    made = adding("circle-of-requirements", model, spot, f"vereist: {model.owner(link.spot)}")
    return made._replace(also=(link.file, link.place.start, link.place.stop))


@kind()
def measured_twice(model: Model, rng: random.Random) -> Mutation:
    end = len(model.texts["din/indicatoren.yaml"])
    fields = "    van: indicator-banen\n    datum: 2018\n    bron: contract § 2\n    waarde:"
    text = f"\n  meting-nog-eens:\n    naam: Banen nog eens\n{fields} 43000\n\n  meting-anders:\n    naam: Banen anders\n{fields} 41000\n"
    return _made("measured-twice", "din/indicatoren.yaml", end, end, text)


@kind()
def same_as_twice(model: Model, rng: random.Random) -> Mutation:
    link = rng.choice([link for link in model.links if link.spot.name == "zelfde_als" and link.id in model.elements])
    spot = next(spot for spot in fields(model) if model.owner(spot) == link.id)
    return adding("same-as-twice", model, spot, f"zelfde_als: {model.owner(link.spot)}")
