"""The order of the boxes: families together, few crossings, and after a change everything where it was."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.drawing.crossings import costs, crossings, lines_of
from dinkit.drawing.families import families_of, gathered, paths_of
from dinkit.drawing.order import first_order, is_of_another, next_order
from dinkit.drawing.selection import Options
from dinkit.drawing.view import view_of
from support import network_of
from test_drawing_picture import random_model


def view_in(text):
    return view_of(network_of(text), Options(), uncovered=frozenset(), loose=frozenset(), errors=0)


def order_of(text, previous=None):
    found = view_in(text)
    return first_order(found, {node.id: 0.0 for node in found.nodes}) if previous is None else next_order(found, previous)


def crossings_by_pairs(view, order):
    """Hold every two lines against each other."""
    at = {one: place for ids in order.values() for place, one in enumerate(ids)}
    column = {node.id: node.column for node in view.nodes}
    lines = [sorted((edge.source, edge.target), key=lambda one: column[one]) for edge in view.edges if column[edge.source] != column[edge.target]]
    pairs = [(one, other) for one, other in combinations(lines, 2) if [column[end] for end in one] == [column[end] for end in other]]
    return sum((at[one[0]] - at[other[0]]) * (at[one[1]] - at[other[1]]) < 0 for one, other in pairs)


def stands_together(order, paths):
    """Say whether no family has a stranger in its midst."""
    for ids in order.values():
        for family in {found for one in ids for found in families_of(paths[one])}:
            places = [at for at, one in enumerate(ids) if family in families_of(paths[one])]
            if places != list(range(places[0], places[-1] + 1)):
                return False
    return True


seeds = st.integers(0, 10**6)


@given(seeds, st.integers(0, 14), st.randoms())
@settings(max_examples=40, deadline=None)
def test_crossings_are_those_of_every_two_lines(seed, count, chance):
    view = view_in(random_model(seed, count))
    order = {column: tuple(chance.sample(ids, len(ids))) for column, ids in order_of(random_model(seed, count)).items()}
    assert crossings(order, lines_of(view)) == crossings_by_pairs(view, order)


@given(seeds, st.integers(1, 12), st.randoms())
@settings(max_examples=40, deadline=None)
def test_the_costs_of_all_places_of_a_box_are_what_counting_anew_gives(seed, count, chance):
    view = view_in(random_model(seed, count))
    lines = lines_of(view)
    order = {column: tuple(chance.sample(ids, len(ids))) for column, ids in order_of(random_model(seed, count)).items()}
    column = chance.choice([key for key, ids in order.items() if ids])
    one = chance.choice(order[column])
    rest = [other for other in order[column] if other != one]
    at = {box: place for ids in (*(ids for key, ids in order.items() if key != column), rest) for place, box in enumerate(ids)}
    counted = [crossings({**order, column: (*rest[:place], one, *rest[place:])}, lines) for place in range(len(rest) + 1)]
    assert costs((one,), [(other,) for other in rest], lines, at) == [found - counted[0] for found in counted]


@given(seeds, st.integers(0, 14))
@settings(max_examples=40, deadline=None)
def test_a_first_order_has_every_box_once_and_parts_no_family(seed, count):
    view = view_in(random_model(seed, count))
    order = order_of(random_model(seed, count))
    assert sorted(one for ids in order.values() for one in ids) == sorted(node.id for node in view.nodes)
    assert {one: key for key, ids in order.items() for one in ids} == {node.id: node.column for node in view.nodes}
    assert stands_together(order, paths_of(view))


@given(seeds, st.integers(1, 10))
@settings(max_examples=25, deadline=None)
def test_no_family_can_be_moved_among_its_siblings_for_fewer_crossings(seed, count):
    view = view_in(random_model(seed, count))
    order, lines = order_of(random_model(seed, count)), lines_of(view)
    efforts = order["effort"]
    paths = paths_of(view)
    for one in efforts:
        rest = [other for other in efforts if other != one]
        for place in range(len(efforts)):
            moved = {**order, "effort": (*rest[:place], one, *rest[place:])}
            if stands_together(moved, paths):
                assert crossings(order, lines) <= crossings(moved, lines)


@given(seeds, st.integers(2, 14))
@settings(max_examples=40, deadline=None)
def test_an_added_or_removed_effort_swaps_nothing(seed, count):
    larger, smaller = random_model(seed, count + 1), random_model(seed, count)
    before = order_of(smaller)
    after = order_of(larger, before)
    new = {one for ids in after.values() for one in ids} - {one for ids in before.values() for one in ids}
    assert len(new) == 1
    assert {column: tuple(one for one in ids if one not in new) for column, ids in after.items()} == before
    assert order_of(smaller, after) == before
    assert order_of(smaller, before) == before


@given(seeds, st.integers(1, 10), st.randoms())
@settings(max_examples=25, deadline=None)
def test_a_new_effort_stands_where_it_crosses_least_of_all_places_that_part_no_family(seed, count, chance):
    text = random_model(seed, count)
    view = view_in(text)
    lines, paths = lines_of(view), paths_of(view)
    one = chance.choice([node.id for node in view.nodes if node.column == "effort"])
    before = {column: tuple(other for other in ids if other != one) for column, ids in order_of(text).items()}
    rest = before["effort"]
    after = next_order(view, before)
    possible = [{**before, "effort": (*rest[:place], one, *rest[place:])} for place in range(len(rest) + 1)]
    assert crossings(after, lines) == min(crossings(order, lines) for order in possible if stands_together(order, paths))


@given(seeds, st.integers(1, 10), st.randoms())
@settings(max_examples=25, deadline=None)
def test_any_previous_order_gives_every_box_once_and_then_stays(seed, count, chance):
    text = random_model(seed, count)
    view = view_in(text)
    names = [node.id for node in view.nodes] + ["gone", "never"]
    foreign = {key: tuple(chance.choices(names, k=chance.randrange(12))) for key in [*order_of(text), "no-column"]}
    order = next_order(view, foreign)
    assert sorted(one for ids in order.values() for one in ids) == sorted(node.id for node in view.nodes)
    assert stands_together(order, paths_of(view))
    assert next_order(view, order) == order


def test_a_new_effort_stands_with_its_band_where_its_lines_cross_least():
    text = (
        "doelen:\n  w: {naam: W, subdoelen: {s: {naam: S, subdoelen: {a: A, b: B, c: C}}}}\ninspanningen:\n"
        + "".join(f"  e{leaf}: {{naam: E, draagt_bij_aan: {{w: {{herkomst: vermeld}}, {leaf}: {{herkomst: afgeleid}}}}}}\n" for leaf in "ac")
    )  # fmt: skip
    before = order_of(text)
    assert before["effort"] == ("ea", "ec")
    added = text + "  eb: {naam: E, draagt_bij_aan: {w: {herkomst: vermeld}, b: {herkomst: afgeleid}}}\n"
    assert order_of(added, before)["effort"] == ("ea", "eb", "ec")


def test_an_effort_that_goes_to_another_band_moves_and_the_others_stay():
    def text(home):
        efforts = {"e1": "m", "e2": "m", "e3": home, "e4": "n", "e5": "n"}
        return "doelen: {m: M, n: N}\ninspanningen:\n" + "".join(f"  {one}: {{naam: E, draagt_bij_aan: {goal}}}\n" for one, goal in efforts.items())

    before = order_of(text("m"))["effort"]
    after = order_of(text("n"), order_of(text("m")))["effort"]
    assert sorted(after) == sorted(before)
    assert [one for one in after if one != "e3"] == [one for one in before if one != "e3"]


def test_families_are_gathered_where_most_of_them_stood():
    paths = {one: (one[0], one) for one in ("a1", "a2", "a3", "b1", "b2")}
    assert gathered(("a1", "b1", "a2", "a3", "b2"), paths) == ("b1", "b2", "a1", "a2", "a3")
    assert gathered(("b2", "b1", "a3", "a1", "a2"), paths) == ("b2", "b1", "a3", "a1", "a2")


def test_an_order_of_another_network_is_known():
    view = view_in(random_model(1, 2))
    assert is_of_another(view, {"effort": ("else",)})
    assert is_of_another(view, {})
    assert not is_of_another(view, {"effort": ("else", view.nodes[0].id)})
