"""What tests of differences need: what a network says apart from how, changes carried out, and generated edits and refactorings."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from dinkit.comparing.difference import Difference
from dinkit.comparing.links import FIELDS, all_relations
from dinkit.comparing.values import canonical, forms_of
from dinkit.model.contract import new_record
from dinkit.model.kinds import COLLECTIONS
from dinkit.model.records import RECORDS
from dinkit.network import Network, Relation
from dinkit.reading.load import load
from dinkit.source import Memory
from strategies import Document, Links, Style, documents, render, styles, tame_names

State = tuple[dict[str, Any], Counter[Any], dict[str, Any]]


def network_from(files: Mapping[str, str], *, clean: bool = True) -> Network:
    """Load a model; hostile names may give warnings, anything else must read without any finding."""
    loaded = load("din.yaml", Memory(dict(files)))
    assert not clean or loaded.findings == ()
    return loaded.network


def state(network: Network) -> State:
    """What a network says: its elements, its relations and its head, independent of spelling."""
    elements = {name: (one.kind, forms_of(one)) for name, one in network.elements.items()}
    provenances = {name: one.provenance for name, one in network.elements.items()}
    relations = Counter(said(relation, provenances) for relation in all_relations(network))
    head = {
        name: canonical(getattr(network.head, name))
        for name in ("model", "language", "profile", "reference_date", "weight_scale", "edition", "labels")
    }
    head |= {kind: canonical(one) for kind, one in network.without.items()}
    return elements, relations, {name: form for name, form in head.items() if form is not None}


def said(relation: Relation, provenances: Mapping[str, Any]) -> Any:
    forms = {name: canonical(getattr(relation, field)) for name, field in FIELDS.items()}
    if relation.type == "part_of" and relation.provenance == provenances.get(relation.source):
        forms["provenance"] = None
    return relation.type, relation.source, relation.target, tuple(forms.items())


def carried_out(found: Difference) -> State:
    """The earlier network with the changes carried out, by nothing but the changes: never a look at the later network."""
    elements = _elements_after(found)
    return {name: (one.kind, forms_of(one)) for name, one in elements.items()}, _relations_after(found, elements), _head_after(found)


def _elements_after(found: Difference) -> dict[str, Any]:
    elements = dict(found.found.earlier.elements)
    for change in found.elements:
        if change.old is not None:
            del elements[change.old.id]
    for change in found.elements:
        if change.state == "added":
            elements[change.element] = change.new
        elif change.state == "changed":
            fields = {**change.old.__dict__, "id": change.element} | {one.field: one.new for one in change.fields}
            elements[change.element] = new_record(RECORDS[change.new.kind], {name: value for name, value in fields.items() if value is not None})
    return elements


def _relations_after(found: Difference, elements: Mapping[str, Any]) -> Counter[Any]:
    before = found.found.earlier
    now, then = ({name: one.provenance for name, one in some.items()} for some in (elements, before.elements))
    left = Counter(said(one, then) for one in all_relations(before))
    for relation in (one.old for one in found.relations if one.old is not None):
        left[said(relation, then)] -= 1
    assert all(times >= 0 for times in left.values())
    made: Counter[Any] = Counter()
    for (type_, source, target, forms), times in left.items():
        made[type_, found.same.get(source, source), found.same.get(target, target), forms] += times
    for change in (one for one in found.relations if one.new is not None):
        forms = dict(said(change.old, then)[3]) if change.state == "changed" else dict(said(change.new, now)[3])
        for one in change.fields:
            own = one.field == "provenance" and change.new.type == "part_of" and one.new == now[change.new.source]
            forms[one.field] = None if own else canonical(one.new)
        made[change.new.type, change.new.source, change.new.target, tuple(forms.items())] += 1
    return +made


def _head_after(found: Difference) -> dict[str, Any]:
    head = state(found.found.earlier)[2]
    for one in found.head:
        if one.field not in ("previous_edition", "rules"):
            head[COLLECTIONS.get(one.field, one.field)] = canonical(one.new)
    return {name: form for name, form in head.items() if form is not None}


def core(found: Difference) -> Any:
    """What a difference says without what only looks one way in time (how it came about)."""
    elements = [
        (one.state, one.old and one.old.id, one.new and one.new.id, one.fields)
        for one in found.elements
        if one.state != "changed" or one.fields or one.old.id != one.new.id
    ]
    relations = [(one.state, one.old, one.new, one.fields, one.because, one.sure) for one in found.relations]
    return Counter(map(repr, elements)), Counter(map(repr, relations)), Counter(map(repr, found.head)), found.same


def mirrored(found: Difference) -> Any:
    """The core of the difference the other way round."""
    states = {"added": "removed", "removed": "added"}

    def back(fields: Any) -> Any:
        return tuple(one._replace(old=one.new, new=one.old) for one in fields)

    elements = [
        (states.get(one.state, one.state), one.new and one.new.id, one.old and one.old.id, back(one.fields))
        for one in found.elements
        if one.state != "changed" or one.fields or one.old.id != one.new.id
    ]
    relations = [(states.get(one.state, one.state), one.new, one.old, back(one.fields), one.because, one.sure) for one in found.relations]
    same = {new: old for old, new in found.same.items()}
    return Counter(map(repr, elements)), Counter(map(repr, relations)), Counter(map(repr, back(found.head))), same


WORDS = ("meer", "minder", "betere", "nieuwe", "banen", "scholing", "zorg", "bedrijven", "starters", "jongeren", "wijken", "loket", "aanpak", "pilot")


@st.composite
def plans(draw: st.DrawFn) -> Document:
    """Documents as in practice: names of a few words that look alike, no two elements with the same."""
    document = draw(documents(tame_names))
    names = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4).map(" ".join), min_size=12, max_size=12, unique=True))
    for _, fields in walked(document):
        fields["name"] = names.pop()
        if draw(st.booleans()):
            fields["description"] = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=12)))
    return document


def walked(document: Document) -> list[tuple[str, dict[str, Any]]]:
    """Every element of a document with its id, nested ones too."""
    found = [(name, fields) for collection in document.values() for name, fields in collection.items()]
    return found + [(name, fields) for _, outer in found for name, fields in outer.get("subgoals", {}).items()]


def renamed(value: Any, ids: Mapping[str, str]) -> Any:
    """A document with other ids, wherever they stand."""
    if isinstance(value, Links):
        return Links({ids.get(target, target): detail for target, detail in value.targets.items()})
    if isinstance(value, dict):
        return {ids.get(key, key): renamed(inner, ids) for key, inner in value.items()}
    return value


def in_files(document: Document, style: Style, parts: int, seed: int) -> dict[str, str]:
    """A document as the text of one file or of several, with comments between the lines."""
    chance = random.Random(seed)
    shares: list[Document] = [{} for _ in range(parts)]
    for collection, elements in document.items():
        for name, fields in elements.items():
            shares[chance.randrange(parts)].setdefault(collection, {})[name] = fields
    named = {f"deel{number}.yaml": render(share, style) for number, share in enumerate(shares[1:]) if share}
    head = f"model: m\n{'parts' if style.language == 'en' else 'delen'}: [{', '.join(named)}]\n" if named else "model: m\n"
    texts = {"din.yaml": head + render(shares[0], style)} | named
    return {name: re.sub(r"\n(?! *\S+: *[|>])", lambda _: chance.choice(("\n", "\n", "\n# opmerking\n")), text) for name, text in texts.items()}


@st.composite
def refactorings(draw: st.DrawFn) -> tuple[Network, Network, dict[str, str]]:
    """A plan and the same one written otherwise: order, language, forms, quotes, comments, files; and some elements under another id."""
    document = draw(plans())
    names = sorted(name for name, _ in walked(document))
    chosen = draw(st.lists(st.sampled_from(names), unique=True, max_size=3))
    fresh = draw(st.lists(st.sampled_from([f"nieuw-{number}" for number in range(9)]), unique=True, min_size=3, max_size=3))
    ids = dict(zip(chosen, fresh, strict=False))
    files = [in_files(one, draw(styles), draw(st.integers(1, 3)), draw(st.integers(0, 99))) for one in (document, renamed(document, ids))]
    return network_from(files[0]), network_from(files[1]), ids


@st.composite
def edits(draw: st.DrawFn) -> tuple[Network, Network]:
    """Two networks of which the second is the first after a few edits, or another one altogether."""
    first = draw(documents(tame_names))
    second = draw(st.just(first) | documents(tame_names))
    ids = draw(
        st.dictionaries(
            st.sampled_from(sorted(name for name, _ in walked(second))), st.sampled_from(["nieuw-a", "nieuw-b", "x-a", "x-b"]), max_size=2
        )
    )
    taken = {name for name, _ in walked(second)}
    ids = {old: new for old, new in ids.items() if new not in taken and list(ids.values()).count(new) == 1}
    second = renamed(second, ids)
    for name, fields in walked(second):
        if draw(st.integers(0, 3)) == 0:
            others = [{"name": f"{fields['name']} anders"}, {"provenance": "derived"}, {"number": "7"}, {"description": f"over {name}"}]
            fields.update(draw(st.sampled_from(others)))
    head = draw(st.sampled_from(["", "editie: twee\n", "labels: {doel: ambitie}\n", "risicos: {geen: staat er niet}\n"]))
    texts = [render(first, draw(styles)), head + render(second, draw(styles))]
    return network_from({"din.yaml": texts[0]}), network_from({"din.yaml": texts[1]})
