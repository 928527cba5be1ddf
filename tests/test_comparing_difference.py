"""The difference between two networks: its laws over generated and real models, and what it says of each sort of change."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from diff_support import carried_out, core, edits, mirrored, network_from, refactorings, state
from dinkit.comparing.difference import Difference, difference, is_empty, relations_by_owner
from dinkit.comparing.links import relation_of
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.source import Folder, Memory
from strategies import broken, documents, render, styles
from support import loaded, network_of

ROOT = Path(__file__).parent.parent
MODELS = ("din", "almelo-2019", "almelo-2022", "hengelo-2018")

laws = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


# Laws


@settings(laws, max_examples=60)
@given(documents(), styles, styles)
def test_what_is_only_written_otherwise_is_no_difference(document, one, other):
    first, second = (network_from({"din.yaml": render(document, style)}, clean=False) for style in (one, other))
    assert is_empty(difference(first, second))


@settings(laws, max_examples=200)
@given(refactorings())
def test_a_refactoring_gives_no_false_pair_of_removed_and_added(made):
    earlier, later, ids = made
    found = difference(earlier, later)
    assert {change.element: (change.state, change.old.id, change.how, change.fields, change.codes) for change in found.elements} == {
        new: ("changed", old, "content", (), ("other_id",)) for old, new in ids.items()
    }
    assert (found.relations, found.head) == ((), ())


@settings(laws, max_examples=60)
@given(edits())
def test_the_laws_hold_for_edited_networks(pair):
    for network in pair:
        assert is_empty(difference(network, network))
    earlier, later = pair
    found = difference(earlier, later)
    assert carried_out(found) == state(later)
    assert core(difference(later, earlier)) == mirrored(found)


@settings(laws, max_examples=30)
@given(broken(), broken())
def test_broken_networks_keep_to_the_laws_too(one, other):
    earlier, later = (load("din.yaml", Memory({"din.yaml": text})).network for text in (one, other))
    assert is_empty(difference(earlier, earlier))
    assert core(difference(later, earlier)) == mirrored(difference(earlier, later))


@cache
def real(name: str) -> Network:
    return load(f"models/{name}.yaml", Folder(ROOT)).network


@pytest.mark.parametrize("one", MODELS)
@pytest.mark.parametrize("other", MODELS)
def test_the_laws_hold_for_the_shipped_models(one, other):
    found = difference(real(one), real(other))
    assert is_empty(found) == (one == other)
    assert carried_out(found) == state(real(other))
    assert core(difference(real(other), real(one))) == mirrored(found)


@pytest.mark.parametrize("seed", range(8))
def test_the_shipped_model_under_other_ids_is_the_same_one(seed):
    names = sorted(name for name, one in real("din").elements.items() if one.kind != "programme")
    ids = {name: f"ander-{seed}-{at}" for at, name in enumerate(names[seed::8])}
    pattern = re.compile(rf"(?<![\w./-])({'|'.join(sorted(map(re.escape, ids), key=len, reverse=True))})(?![\w./-])")
    paths = ["models/din.yaml", *(file.path for file in real("din").files[1:])]
    files = {path: (ROOT / path).read_text(encoding="utf-8") for path in paths}
    written = {path: _renamed(text, pattern, ids) for path, text in files.items()}
    later = load("models/din.yaml", Memory(written)).network
    assert set(ids.values()) <= later.elements.keys()
    found = difference(real("din"), later)
    states = {(change.state, change.old and change.old.id, change.element) for change in found.elements if change.old is None or change.new is None}
    assert states == set()
    assert {change.old.id: change.element for change in found.elements if change.old.id != change.element} == ids


def _renamed(text: str, pattern: re.Pattern[str], ids: dict[str, str]) -> str:
    """Rename ids where they stand as keys, in lists and as values; a text that happens to hold the same word is left alone."""
    lines = []
    for line in text.splitlines(keepends=True):
        key = line.split(":")[0].strip(" -{")
        prose = key in ("naam", "omschrijving", "opmerking", "reden", "letterlijk", "tekst", "titel") or line.lstrip().startswith(('- "', "#", '"'))
        lines.append(line if prose else pattern.sub(lambda match: ids[match[1]], line))
    return "".join(lines)


# What is said of each sort of change

BEGIN = """\
model: m
doelen:
  welvaart: {naam: Meer welvaart, subdoelen: {banen: Meer banen, scholing: Betere scholing}}
  zorg: Betere zorg
stakeholders: {gemeente: Gemeente, school: School}
inspanningen:
  loket:
    naam: Loket openen
    omschrijving: Een loket voor ondernemers.
    draagt_bij_aan: {banen: {gewicht: +, herkomst: vermeld, bron: nota p. 1}}
    stakeholders: {gemeente: trekker}
    onderdelen: {balie: Balie maken}
  krant: {naam: Krant maken, draagt_bij_aan: scholing}
"""


def between(*replacements: tuple[str, str], begin: str = BEGIN) -> Difference:
    """The difference that some replacements in a text make."""
    text = begin
    for old, new in replacements:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return difference(network_of(begin), loaded(text).network)


def elements(found: Difference) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(change.state, change.element, change.codes) for change in found.elements]


def relations(found: Difference) -> list[tuple[str, str, str, str, str]]:
    return [(change.state, *relation_of(change)[:3], change.because) for change in found.relations]


def fields(found: Difference) -> list[tuple[str, str, object, object]]:
    return [(change.element, one.field, one.old, one.new) for change in found.elements for one in change.fields]


def test_added_and_removed():
    found = between(("  krant: {naam: Krant maken, draagt_bij_aan: scholing}\n", "  plein: {naam: Plein aanleggen, draagt_bij_aan: zorg}\n"))
    assert elements(found) == [("removed", "krant", ()), ("added", "plein", ())]
    assert relations(found) == [
        ("removed", "contributes_to", "krant", "scholing", "element"),
        ("added", "contributes_to", "plein", "zorg", "element"),
    ]
    assert [change.name for change in (found.elements[0].old, found.elements[1].new)] == ["Krant maken", "Plein aanleggen"]


def test_changed_field_by_field_with_old_and_new():
    found = between(
        ("Loket openen", "Loket sluiten"),
        ("Een loket voor ondernemers.", "Een loket voor starters."),
        ("    onderdelen: {b", "    planning: 2019\n    onderdelen: {b"),
    )
    assert elements(found) == [("changed", "loket", ("renamed",))]
    assert [(name, old, new if name != "planning" else new.start.text) for _, name, old, new in fields(found)] == [
        ("name", "Loket openen", "Loket sluiten"),
        ("description", "Een loket voor ondernemers.", "Een loket voor starters."),
        ("planning", None, "2019"),
    ]


def test_moved_in_the_tree():
    found = between(
        (", scholing: Betere scholing}}", "}}"), ("  zorg: Betere zorg", "  zorg: {naam: Betere zorg, subdoelen: {scholing: Betere scholing}}")
    )
    assert elements(found) == [("changed", "krant", ("other_main_goal",)), ("changed", "scholing", ("other_parent",))][::-1]
    (moved,) = found.relations
    assert (moved.state, moved.old.target, moved.new.target, moved.because) == ("moved", "welvaart", "zorg", "move")
    assert [(change.parents_then, change.parents) for change in found.elements if change.element == "scholing"] == [(("welvaart",), ("zorg",))]


def test_moved_out_of_everything():
    found = between((", scholing: Betere scholing}}", "}}\n  scholing: Betere scholing"))
    assert [change.codes for change in found.elements if change.element == "scholing"] == [("other_parent",)]
    assert relations(found) == [("removed", "part_of", "scholing", "welvaart", "move")]


def test_nesting_and_naming_the_parent_are_one_spelling():
    found = between(("    onderdelen: {balie: Balie maken}\n", "  balie: {naam: Balie maken, onderdeel_van: loket}\n"))
    assert is_empty(found)


@pytest.mark.parametrize("provenance", ["vermeld", "afgeleid"])
def test_nesting_is_as_sure_as_the_element(provenance):
    nested, apart = (
        f"doelen: {{a: {{naam: A{one}}}{two}}}"
        for one, two in (
            (f", subdoelen: {{b: {{naam: B, herkomst: {provenance}}}}}", ""),
            ("", f", b: {{naam: B, herkomst: {provenance}, onderdeel_van: a}}"),
        )
    )
    assert is_empty(difference(network_of(nested), network_of(apart)))


def test_another_id_is_known_by_its_content():
    found = between(("  loket:\n", "  ondernemersloket:\n"))
    (change,) = found.elements
    assert (change.state, change.old.id, change.element, change.how, change.codes, change.fields) == (
        "changed",
        "loket",
        "ondernemersloket",
        "content",
        ("other_id",),
        (),
    )
    assert (found.relations, found.same["loket"]) == ((), "ondernemersloket")


def test_another_id_and_something_else_changed():
    found = between(("  loket:\n", "  ondernemersloket:\n"), ("Loket openen", "Loket heropenen"), ("gewicht: +", "gewicht: ++"))
    assert elements(found) == [("changed", "ondernemersloket", ("other_id", "renamed"))]
    ((state_, *_, because),) = relations(found)
    assert (state_, because) == ("changed", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("krant: {naam: Krant maken, draagt_bij_aan: scholing}", "plein: {naam: Plein aanleggen, draagt_bij_aan: scholing}"),
        ("krant: {naam: Krant maken, draagt_bij_aan: scholing}", "krant-2: {naam: Krant maken 2, draagt_bij_aan: scholing}"),
        ("krant: {naam: Krant maken, draagt_bij_aan: scholing}", "k2: {naam: Krant maken, draagt_bij_aan: zorg, omschrijving: Iets heel anders, sturing: regie, spoor: wijk}"),
        ("scholing: Betere scholing", "opleiding: Meer opleiding"),
    ],
    ids=["other-name", "other-number", "same-name-only", "short"],
)  # fmt: skip
def test_what_is_not_alike_enough_is_removed_and_added(old, new):
    found = between((old, new), *((("draagt_bij_aan: scholing", "draagt_bij_aan: opleiding"),) if "opleiding" in new else ()))
    gone, come = old.split(":")[0], new.split(":")[0]
    assert {(change.state, change.element) for change in found.elements} >= {("removed", gone), ("added", come)}


def test_never_one_of_two_candidates():
    twins = "  krant: {naam: Krant maken, draagt_bij_aan: scholing}\n  blad: {naam: Krant maken, draagt_bij_aan: scholing}\n"
    found = between(("  krant: {naam: Krant maken, draagt_bij_aan: scholing}\n", twins.replace("krant:", "nieuws:")))
    assert elements(found) == [("added", "blad", ()), ("removed", "krant", ()), ("added", "nieuws", ())]


def test_as_many_equals_in_both_are_the_same_ones():
    one, other = (f"doelen: {{{', '.join(f'{name}: Meer banen' for name in names)}}}" for names in (("a", "b"), ("c", "d")))
    found = difference(network_of(one), network_of(other))
    assert found.same == {"a": "c", "b": "d"}


def test_parents_and_children_may_have_other_ids_together():
    found = between(
        ("  loket:\n", "  l2:\n"),
        ("{balie: Balie maken}", "{b2: Balie maken}"),
        ("{banen: Meer banen,", "{werk: Meer banen,"),
        ("{banen: {gewicht", "{werk: {gewicht"),
    )
    assert {change.old.id: change.element for change in found.elements} == {"loket": "l2", "balie": "b2", "banen": "werk"}
    assert found.relations == ()


def test_nameless_elements_are_known_by_nearly_everything():
    begin = "indicatoren: {i: Banen}\nmetingen:\n  m1: {van: i, waarde: 5, datum: 2019, bron: nota p. 1}\n  m2: {van: i, waarde: 6, datum: 2020, bron: nota p. 1}\n"
    found = between(("  m2:", "  meting-2020:"), begin=begin + "bronnen: {nota: Nota}\n")
    assert [(change.old.id, change.element) for change in found.elements] == [("m2", "meting-2020")]
    found = between(("  m2: {van: i, waarde: 6, datum: 2020", "  m3: {van: i, waarde: 7, datum: 2021"), begin=begin + "bronnen: {nota: Nota}\n")
    assert elements(found) == [("removed", "m2", ()), ("added", "m3", ())]


def test_an_element_may_say_what_it_follows_upon_in_the_same_model():
    found = between(("  krant: {naam: Krant maken,", "  blad: {naam: Weekblad, opvolger_van: m/krant,"))
    assert [(change.old.id, change.element, change.how) for change in found.elements] == [("krant", "blad", "succeeds")]
    assert relations(found) == [("added", "succeeds", "blad", "m/krant", "")]


def test_a_network_that_says_what_it_follows_upon_differs_in_nothing_from_itself():
    network = loaded("model: m\ndoelen: {a: A, b: {naam: B, opvolger_van: m/a}}").network
    assert is_empty(difference(network, network))


EDITIONS = """\
model: nieuw
vorige_editie: oud.yaml
doelen: {g: G}
inspanningen:
  een: {naam: Een en twee, opvolger_van: [oud/een, oud/twee], draagt_bij_aan: g}
  links: {naam: Links, opvolger_van: oud/drie}
  rechts: {naam: Rechts, opvolger_van: oud/drie}
  vier: {naam: Vier, opvolger_van: oud/quatre}
  zes: {naam: Zes}
"""
BEFORE = "model: oud\ndoelen: {g: G}\ninspanningen: {een: Een, twee: {naam: Twee, draagt_bij_aan: g}, drie: Drie, quatre: Vier, vijf: Zes}\n"


def test_editions_are_matched_by_what_they_say_never_by_content():
    later = load("nieuw.yaml", Memory({"nieuw.yaml": EDITIONS, "oud.yaml": BEFORE})).network
    found = difference(network_of(BEFORE), later)
    told = {change.element: (change.state, change.codes, change.before, change.after) for change in found.elements}
    assert told == {
        "een": ("changed", ("merged", "renamed"), ("een", "twee"), ()),
        "twee": ("removed", (), ("twee",), ("een",)),
        "links": ("added", ("other_id", "split", "renamed"), ("drie",), ()),
        "rechts": ("added", ("other_id", "split", "renamed"), ("drie",), ()),
        "drie": ("removed", (), ("drie",), ("links", "rechts")),
        "vier": ("changed", ("other_id",), ("quatre",), ()),
        "vijf": ("removed", (), ("vijf",), ()),
        "zes": ("added", (), (), ()),
    }
    assert found.editions
    assert {change.because for change in found.relations} == {"succession"}


def test_editions_two_steps_apart_are_followed_through_the_one_between():
    files = {
        "c.yaml": "model: c\nvorige_editie: b.yaml\ninspanningen: {z: {naam: Z, opvolger_van: b/y}}\n",
        "b.yaml": "model: b\nvorige_editie: a.yaml\ninspanningen: {y: {naam: Y, opvolger_van: a/x}}\n",
        "a.yaml": "model: a\ninspanningen: {x: X}\n",
    }
    first, last = (load(name, Memory(files)).network for name in ("a.yaml", "c.yaml"))
    assert difference(first, last).same == {"x": "z"}
    assert difference(last, first).same == {"z": "x"}


@pytest.mark.parametrize(
    ("old", "new", "field", "was", "now"),
    [
        ("gewicht: +", "gewicht: ++", "weight", "+", "++"),
        ("herkomst: vermeld", "herkomst: afgeleid", "provenance", "stated", "derived"),
        ("bron: nota p. 1}", "bron: nota p. 2}", "source", "('nota p. 1',)", "('nota p. 2',)"),
        ("bron: nota p. 1}", "bron: nota p. 1, onderbouwing: bewezen}", "substantiation", "None", "proven"),
        ("gemeente: trekker", "gemeente: partner", "role", "lead", "partner"),
    ],
)
def test_a_relation_says_something_else(old, new, field, was, now):
    (change,) = between((old, new)).relations
    assert (change.state, change.because) == ("changed", "")
    ((name, before, after),) = change.fields
    assert (name, getattr(before, "text", str(before)), getattr(after, "text", str(after))) == (field, was, now)


def test_a_relation_comes_and_goes():
    found = between(("draagt_bij_aan: scholing", "draagt_bij_aan: zorg"))
    assert relations(found) == [("removed", "contributes_to", "krant", "scholing", ""), ("added", "contributes_to", "krant", "zorg", "")]
    assert list(relations_by_owner(found)) == [(False, "krant")]


def test_a_relation_is_told_at_the_element_that_is_new_or_gone():
    found = between(
        ("stakeholders: {gemeente: trekker}", "stakeholders: {gemeente: trekker, bank: partner}"), ("school: School}", "school: School, bank: Bank}")
    )
    assert [(owner, [relation_of(one).type for one in changes]) for owner, changes in relations_by_owner(found).items()] == [
        ((False, "bank"), ["involved_in"])
    ]


def test_a_part_in_another_file_is_no_change():
    whole, parts = network_of(BEGIN), BEGIN.split("inspanningen:\n")
    split = load("din.yaml", Memory({"din.yaml": f"delen: [werk/a.yaml]\n{parts[0]}", "werk/a.yaml": f"inspanningen:\n{parts[1]}"})).network
    assert is_empty(difference(whole, split))


def test_what_holds_by_default_in_a_file_is_no_change():
    one, other = (
        network_of(f"{head}doelen: {{a: {{naam: A{own}}}}}\n")
        for head, own in (("standaard: {herkomst: vermeld}\n", ""), ("", ", herkomst: vermeld"))
    )
    assert is_empty(difference(one, other))


def test_another_kind_under_the_same_id():
    found = difference(network_of("inspanningen: {a: {naam: A, sturing: regie}}"), network_of("risicos: {a: {naam: A, oorzaak: x}}"))
    (change,) = found.elements
    assert (change.state, change.codes, [field.field for field in change.fields]) == ("changed", ("other_kind",), ["cause", "steering"])


def test_what_the_model_says_of_itself():
    found = between(("model: m\n", "model: m\neditie: tweede\npeildatum: 2020\nlabels: {doel: ambitie}\nrisicos: {geen: staat er niet}\n"))
    assert [change.field for change in found.head] == ["reference_date", "edition", "labels", "risks"]
    assert elements(found) == []


def test_what_could_not_be_read_makes_a_change_uncertain():
    found = between(("  krant: {naam: Krant maken, draagt_bij_aan: scholing}\n", "  [kapot\n"))
    assert not found.found.later.complete
    assert {(change.element, change.state): change.sure for change in found.elements} == {("krant", "removed"): False}
    assert {change.sure for change in found.relations} == {False}
    found = between(("{naam: Krant maken, draagt_bij_aan: scholing}", "{naam: Krant maken, draagt_bij_aan: weg}"))
    assert found.elements == ()
    assert [(change.state, change.sure) for change in found.relations] == [("removed", False)]
    found = between(("{naam: Krant maken, draagt_bij_aan: scholing}", "{naam: Krant maken, planning: gisteren, nummer: 3, draagt_bij_aan: scholing}"))
    assert [(change.element, change.sure) for change in found.elements] == [("krant", False)]
