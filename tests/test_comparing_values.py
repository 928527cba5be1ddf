"""When two values say the same: every spelling beside another one, and what must stay apart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinkit.comparing.values import FieldChange, ItemChange, canonical, field_changes, forms_of, item_changes
from dinkit.model.records import Effort, Element
from support import loaded

SAME = {
    "omschrijving": [["Meer banen voor allen", '"Meer banen  voor\n      allen"', ">-\n      Meer banen\n      voor allen", "|\n      Meer banen\n      voor allen\n"]],
    "naam": [["caf\u00e9", "cafe\u0301", '"caf\\u00e9"']],
    "planning": [["2019..2020", "{start: 2019, eind: 2020}"], ["2019-lente..2019-H2", "{start: 2019-voorjaar, eind: 2019-H2}"], ["2019..", "{start: 2019, eind: open}", "2019..heden"]],
    "bron": [["nota p. 3", "[nota p. 3]"], ["[a 1, b 2]", "[b 2, a 1]"]],
    "geld": [
        ["5000", "[5000]", "[{bedrag: 5000}]", '["€ 5.000"]', "[{bedrag: 5000.00, soort: onbekend}]"],
        ['["circa € 5.000"]', "[{bedrag: 5000, kwalificatie: circa}]"],
        ["[{bedrag: 1, geldstroom: eu}, 2]", "[2, {bedrag: 1, geldstroom: eu}]"],
    ],
    "trefwoorden": [["[]", "", None]],
    "sturing": [["regie", "directing"]],
}  # fmt: skip
"""Field of an effort -> groups of spellings that say the same."""

OTHER = {
    "omschrijving": ["Meer banen", "meer banen", "Meer banen.", "onbekend", None],
    "planning": ["2019", "2019..", "..2019", "{start: 2019}", "jaarlijks", "onbekend", None],
    "bron": ["a 1", "[a 1, a 2]", "[a 1, b 1]", None],
    "geld": ["5000", '"circa € 5.000"', "[{bedrag: 5000, geldstroom: eu}]", "[5000, 5000]", "onbekend", None],
    "status": ["onbekend", "gepland", None],
    "nummer": ["1", "1.0", "01", "a", None],
}
"""Field of an effort -> spellings that all say something else."""


def effort(field: str, spelling: str | None) -> Element:
    """An effort with one field, in one spelling; None leaves it out."""
    lines = "" if spelling is None else f"    {field}: {spelling}\n"
    name = "" if field == "naam" else "    naam: A\n"
    found = loaded(f"inspanningen:\n  a:\n{name}{lines}")
    assert "a" in found.network.elements
    return found.network.elements["a"]


@pytest.mark.parametrize(("field", "group"), [(field, group) for field, groups in SAME.items() for group in groups])
def test_spellings_of_one_value_are_the_same(field: str, group: list[str | None]) -> None:
    first, *others = (effort(field, spelling) for spelling in group)
    for other in others:
        assert field_changes(first, other) == ()


@pytest.mark.parametrize("field", OTHER)
def test_what_says_something_else_stays_apart(field: str) -> None:
    elements = [effort(field, spelling) for spelling in OTHER[field]]
    forms = [forms_of(one) for one in elements]
    assert all(one != other for at, one in enumerate(forms) for other in forms[at + 1 :])
    for one in elements:
        for other in elements:
            assert bool(field_changes(one, other)) == (one is not other)


INDICATORS = [
    ['"circa 50 deelnemers"', "{waarde: 50, eenheid: deelnemers, kwalificatie: circa}", '{waarde: "circa 50 deelnemers", eenheid: Deelnemers}'],
    ['"1,0%"', "{waarde: 1, eenheid: procent}", '{waarde: "1%"}'],
    ["pm", "{waarde: pm}"],
    ["50"],
    ["{waarde: 50, eenheid: onbekend}"],
    ['{waarde: "50 deelnemers", eenheid: mensen}'],
    ["{waarde: 50, datum: 2022}"],
]
"""Groups of spellings of one target; the groups differ."""


def test_a_unit_counts_wherever_it_stands() -> None:
    def form(target: str) -> Any:
        return canonical(loaded(f"indicatoren:\n  a: {{naam: A, streefwaarden: [{target}]}}\n").network.elements["a"].targets)

    forms = [{form(target) for target in group} for group in INDICATORS]
    assert [len(one) for one in forms] == [1] * len(forms)
    assert len(set.union(*forms)) == len(forms)


def test_the_order_of_a_scale_means_something() -> None:
    one, other = (loaded(f"indicatoren: {{a: {{naam: A, schaal: {scale}}}}}").network.elements["a"] for scale in ("[laag, hoog]", "[hoog, laag]"))
    assert field_changes(one, other) == (FieldChange("scale", ("laag", "hoog"), ("hoog", "laag")),)
    assert item_changes(field_changes(one, other)[0]) == (ItemChange("", ("laag", "hoog"), ("hoog", "laag")),)


def test_items_of_a_list_are_told_apart_and_alike_ones_stand_together() -> None:
    one, other = (
        effort("geld", f"[{money}]")
        for money in (
            "{bedrag: 1, geldstroom: eu}, {bedrag: 5, geldstroom: rijk, soort: uitgave}, 9",
            "9, {bedrag: 6, geldstroom: rijk, soort: uitgave}",
        )
    )
    (change,) = field_changes(one, other)
    assert [(item.old and item.old.stream, item.new and item.new.stream) for item in item_changes(change)] == [("eu", None), ("state", "state")]


def test_entries_of_a_mapping_are_told_by_key() -> None:
    one, other = (effort("aanvaard", f"{{{entries}}}") for entries in ("DIN404: later, DIN405: x", "DIN404: {reden: nooit}, DIN405: x, DIN406: y"))
    (change,) = field_changes(one, other)
    assert [(item.key, item.old and item.old.reason, item.new and item.new.reason) for item in item_changes(change)] == [
        ("DIN404", "later", "nooit"),
        ("DIN406", None, "y"),
    ]


@pytest.mark.parametrize("count", [3, 120])
def test_long_lists_are_paired_as_short_ones_are(count: int) -> None:
    def amounts(more: int) -> tuple[Any, ...]:
        lines = "".join(f"      - {{bedrag: {10 * number + more}, soort: uitgave, omschrijving: post {number}}}\n" for number in range(count))
        return loaded(f"inspanningen:\n  e:\n    naam: E\n    geld:\n{lines}").network.elements["e"].money

    found = item_changes(FieldChange("money", amounts(1), tuple(reversed(amounts(2)))))
    assert len(found) == count
    assert all(one.old.description == one.new.description for one in found)


def test_one_text_in_place_of_one_other_is_a_change_of_it_several_are_not() -> None:
    change = FieldChange("note", ("a", "b"), ("a", "c"))
    assert item_changes(change) == (ItemChange("", "b", "c"),)
    assert item_changes(FieldChange("note", ("a",), ("b", "c"))) == (ItemChange("", "a", None), ItemChange("", None, "b"), ItemChange("", None, "c"))


def test_two_kinds_are_compared_by_all_fields_of_both() -> None:
    network = loaded("inspanningen: {a: {naam: A, sturing: regie}}\nrisicos: {b: {naam: A, oorzaak: x}}\n").network
    assert [change.field for change in field_changes(network.elements["a"], network.elements["b"])] == ["cause", "steering"]


def test_the_id_is_no_field_of_what_is_said() -> None:
    assert "id" not in forms_of(effort("sturing", "regie"))
    assert isinstance(effort("sturing", "regie"), Effort)


plain = st.recursive(
    st.none() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3), max_leaves=8
)


@given(plain)
def test_any_plain_value_has_a_form_that_is_stable_and_hashable(value: Any) -> None:
    form = canonical(value)
    assert canonical(value) == form
    assert isinstance(hash(form), int)
    if isinstance(value, list):
        assert canonical(value[::-1]) == form == canonical(tuple(value))
