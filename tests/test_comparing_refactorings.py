"""Refactorings of the shipped models, as a programme manager would make them: what is one element stays one, whatever is done to it at once.

The files are taken apart and written anew: every key in another order, other quotes, other files; some elements get another id, some of those
another wording too.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dinkit.comparing.difference import Difference, difference, is_empty
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.source import Folder, Memory

ROOT = Path(__file__).parent.parent
MODELS = ("din", "almelo-2022", "hengelo-2018")


class _Plain(yaml.SafeLoader):
    """Reads only numbers and nulls as such: dates stay as they are written."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.endswith((":int", ":null"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def original(model: str) -> tuple[Network, Mapping[str, Any]]:
    """A model, and the content of each of its files."""
    network = load(f"models/{model}.yaml", Folder(ROOT)).network
    files = {file.path: file.text for edition in network.editions() for file in edition.files}
    return network, {path: yaml.load(text, _Plain) for path, text in files.items()}


class _Quoting(yaml.SafeDumper):
    """Writes texts in quotes now and then; and always where a bare text would be a number in Dutch."""

    chance = random.Random(0)

    def quoted(self, text: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", text, style='"' if "€" in text or self.chance.random() < 0.3 else None)


_Quoting.add_representer(str, _Quoting.quoted)


def written(files: Mapping[str, Any], chance: random.Random) -> dict[str, str]:
    """The files as texts, in a style by chance."""
    style = {"default_flow_style": chance.choice((None, False)), "width": chance.choice((60, 200))}
    return {path: yaml.dump(content, Dumper=_Quoting, allow_unicode=True, sort_keys=False, **style) for path, content in files.items()}


def shuffled(value: Any, chance: random.Random, key: str = "") -> Any:
    """The same with every mapping and every list in another order, except a scale, of which the order is the meaning."""
    if isinstance(value, dict):
        items = [(name, shuffled(inner, chance, name)) for name, inner in value.items()]
        chance.shuffle(items)
        return dict(sorted(items, key=lambda item: item[0] not in ("geen", "none")))  # what says that there are none stands first
    if isinstance(value, list) and key not in ("schaal", "scale"):
        return chance.sample([shuffled(one, chance) for one in value], len(value))
    return value


PROSE = frozenset(("naam", "omschrijving", "opmerking", "reden", "letterlijk", "tekst", "titel", "andere_namen", "voorwaarden", "toelichting"))


def under(value: Any, ids: Mapping[str, str], key: str = "") -> Any:
    """The same with other ids, as keys and wherever they are named; words in prose are left alone."""
    if isinstance(value, dict):
        return {ids.get(name, name) if isinstance(name, str) else name: under(inner, ids, str(name)) for name, inner in value.items()}
    if isinstance(value, list):
        return [under(one, ids, key) for one in value]
    if isinstance(value, str) and key not in PROSE:
        first, space, rest = value.partition(" ")
        return f"{ids.get(first, first)}{space}{rest}"
    return value


def reworded(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: names.get(inner, inner) if key == "naam" and isinstance(inner, str) else reworded(inner, names) for key, inner in value.items()}
    return [reworded(one, names) for one in value] if isinstance(value, list) else value


def pairs(found: Difference) -> list[str]:
    return [change.element for change in found.elements if change.state in ("added", "removed")]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("seed", range(2))
def test_another_order_other_quotes_and_other_lines_are_no_change(model: str, seed: int) -> None:
    network, files = original(model)
    chance = random.Random(seed)
    later = load(f"models/{model}.yaml", Memory(written({path: shuffled(content, chance) for path, content in files.items()}, chance))).network
    assert is_empty(difference(network, later))


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("seed", range(8))
def test_other_ids_another_wording_and_another_order_at_once_give_no_pair_of_removed_and_added(model: str, seed: int) -> None:
    network, files = original(model)
    chance = random.Random(seed)
    named = sorted(name for name, one in network.elements.items() if one.kind not in ("programme", "source"))
    ids = {name: f"anders-{seed}-{at}" for at, name in enumerate(chance.sample(named, len(named) // 8))}
    names = {network.elements[name].name: slightly(network.elements[name].name, chance) for name in chance.sample(sorted(ids), len(ids) // 3)}
    changed = {path: shuffled(reworded(under(content, ids), names), chance) for path, content in files.items()}
    later = load(f"models/{model}.yaml", Memory(written(changed, chance))).network
    assert set(ids.values()) <= later.elements.keys()
    found = difference(network, later)
    assert pairs(found) == []
    assert {change.old.id: change.element for change in found.elements if change.old.id != change.element} == ids


def slightly(name: str, chance: random.Random) -> str:
    """A name as somebody would polish it."""
    if len(name.split()) < 3:
        return name
    return chance.choice((f"{name} (nieuw)", name.replace(" en ", " & "), name[0].swapcase() + name[1:], name.replace("e", "é", 1), f"{name}."))


PLAN = """\
model: m
doelen: {banen: Meer banen, zorg: Betere zorg}
inspanningen:
  loket: {naam: Loket openen, draagt_bij_aan: banen}
  balie: {naam: Balie bemannen, draagt_bij_aan: banen}
  krant: {naam: Krant maken, draagt_bij_aan: zorg}
"""
LOKET, BALIE, KRANT = PLAN.splitlines(keepends=True)[3:]
MERGED = "  samen: {naam: Loket met balie, opvolger_van: [m/loket, m/balie], draagt_bij_aan: banen}\n"
MERGED_INTO = "  loket: {naam: Loket openen, opvolger_van: m/balie, draagt_bij_aan: banen}\n"
SPLIT = "  blad: {naam: Blad, opvolger_van: m/krant, draagt_bij_aan: zorg}\n  site: {naam: Site, opvolger_van: m/krant, draagt_bij_aan: zorg}\n"
SPLIT_OFF = KRANT + "  site: {naam: Site, opvolger_van: m/krant, draagt_bij_aan: zorg}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (LOKET + BALIE, MERGED, [("removed", "balie", (), ("samen",)), ("removed", "loket", (), ("samen",)), ("added", "samen", ("loket", "balie"), ())]),
        (LOKET + BALIE, MERGED_INTO, [("removed", "balie", (), ("loket",)), ("changed", "loket", ("loket", "balie"), ())]),
        (KRANT, SPLIT, [("added", "blad", ("krant",), ()), ("removed", "krant", (), ("blad", "site")), ("added", "site", ("krant",), ())]),
        (KRANT, SPLIT_OFF, [("changed", "krant", ("krant",), ()), ("added", "site", ("krant",), ())]),
    ],
    ids=["merged", "merged-into", "split", "split-off"],
)  # fmt: skip
def test_merging_and_splitting_say_what_became_what(old: str, new: str, expected: list[Any]) -> None:
    earlier, later = (load("din.yaml", Memory({"din.yaml": text})).network for text in (PLAN, PLAN.replace(old, new)))
    found = difference(earlier, later)
    assert [
        (change.state, change.element, tuple(sorted(change.before, reverse=True)) if change.new else (), change.after) for change in found.elements
    ] == expected
    back = difference(later, earlier)
    assert sorted((change.state, change.element) for change in back.elements) == sorted(
        ({"added": "removed", "removed": "added"}.get(state, state), element) for state, element, _, _ in expected
    )
