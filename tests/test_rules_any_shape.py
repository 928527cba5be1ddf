"""Whatever stands behind a key, every rule runs, and a fault is a finding inside the file."""

from __future__ import annotations

import pytest

from dinkit.finding import Severity
from dinkit.model.contract import fields_of
from dinkit.model.kinds import KINDS, Kind
from dinkit.model.records import RECORDS
from dinkit.model.relations import RELATIONS
from dinkit.model.vocabulary import spell_key
from support import findings_of

SHAPES = (
    "",
    "x",
    "stad",
    "3",
    "[]",
    "{}",
    "[stad]",
    "[stad, loket]",
    "[[stad], x]",
    "{stad: x}",
    "{stad: [trekker, partner]}",
    "{stad: {rol: {a: b}}}",
    "{a: {b: c}}",
)
AROUND = {"doelen": "banen: Meer banen", "inspanningen": "loket: {naam: Loket openen, draagt_bij_aan: banen}", "stakeholders": "stad: De stad"}
LINKS = {relation.key for relation in RELATIONS}


def model(collection: str, key: str) -> str:
    """A small model with an element per shape of what stands behind one key."""
    odd = ", ".join(f"proef-{number}: {{naam: Proef {number}, {key}: {shape}}}" for number, shape in enumerate(SHAPES))
    held = AROUND | {collection: f"{odd}, {AROUND[collection]}" if collection in AROUND else odd}
    return "model: m\nprogramma: {id: p, naam: P}\n" + "".join(f"{name}: {{{text}}}\n" for name, text in held.items())


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name != "programme"], ids=lambda kind: kind.name)
def test_every_rule_runs_on_any_shape(kind: Kind) -> None:
    for key in sorted(LINKS | set(fields_of(RECORDS[kind.name])) - {"id", "name"}):
        text = model(spell_key(kind.collection, "nl"), spell_key(key, "nl"))
        found = findings_of(text)
        assert any(one.severity is Severity.ERROR for one in found), key
        assert all(one.location.span.line <= text.count("\n") for one in found), key
