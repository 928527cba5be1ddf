"""The order of the boxes: families together, few crossings, and after a change everything where it was."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.drawing.crossings import costs, crossings, lines_of, untangled
from dinkit.drawing.crossings import order_of as columns_of
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


def small_model(seed, *, with_subgoals):
    """Two to four numbered goals, some with numbered subgoals, and numbered efforts with as many as three links."""
    chance = random.Random(seed)
    text, targets = "doelen:\n", []
    for goal in range(chance.randint(2, 4)):
        subgoals = [f"g{goal}s{at}" for at in range(chance.choice((0, 1, 2)) if with_subgoals else 0)]
        targets += subgoals or [f"g{goal}"]
        inner = ", ".join(f"{one}: {{naam: S, nummer: {at}}}" for at, one in enumerate(subgoals))
        text += f"  g{goal}: {{naam: G, nummer: {goal}, subdoelen: {{{inner}}}}}\n" if inner else f"  g{goal}: {{naam: G, nummer: {goal}}}\n"
    text += "inspanningen:\n"
    for effort in range(chance.randint(2, 5)):
        links = chance.sample(targets, min(len(targets), chance.choice((0, 1, 1, 2, 3))))
        text += f"  e{effort}: {{naam: E, nummer: {effort}, draagt_bij_aan: [{', '.join(links)}]}}\n"
    return text


def anywhere(view, chance):
    """Return places as a plain layout could have them."""
    return {node.id: chance.random() for node in view.nodes}


def first_orders(text, chances=range(20)):
    """Return every first order that comes of any plain layout."""
    view = view_in(text)
    return [dict(one) for one in {tuple(first_order(view, anywhere(view, random.Random(chance))).items()) for chance in chances}]


def test_what_does_not_cross_stands_by_number_whatever_the_plain_layout():
    """Ids in another order than the numbers, and a number 10 behind 2."""
    text = (
        "doelen:\n"
        "  q: {nummer: 1, naam: A, subdoelen: {y: {nummer: a, naam: A}, x: {nummer: b, naam: B}}}\n"
        "  p: {nummer: 10, naam: C}\n"
        "  o: {nummer: 2, naam: B, subdoelen: {w: {nummer: a, naam: A}}}\n"
        "inspanningen:\n"
        "  a: {naam: A, draagt_bij_aan: p}\n"
        "  b: {naam: B, draagt_bij_aan: w}\n"
        "  c: {naam: C, draagt_bij_aan: x}\n"
        "  d: {naam: D, draagt_bij_aan: y}\n"
    )
    assert first_orders(text) == [{"effort": ("d", "c", "b", "a"), "goal-1": ("y", "x", "w"), "goal-0": ("q", "o", "p")}]


def test_what_has_no_number_stands_by_id():
    text = "doelen: {eerste: Z, tweede: A}\ninspanningen:\n  x: {naam: X, draagt_bij_aan: tweede}\n  y: {naam: Y, draagt_bij_aan: eerste}\n"
    assert first_orders(text) == [{"effort": ("y", "x"), "goal-0": ("eerste", "tweede")}]


def test_an_effort_for_every_goal_leaves_goals_and_efforts_by_number():
    """Where the arms of a star stand out of order, no two boxes next to each other can change places without a crossing."""
    arms = "".join(f"  e{at}: {{naam: E, nummer: {at}, draagt_bij_aan: g{at}}}\n" for at in range(3))
    goals = "".join(f"  g{at}: {{naam: G, nummer: {at}}}\n" for at in range(3))
    text = f"doelen:\n{goals}inspanningen:\n{arms}  hub: {{naam: E, nummer: 9, draagt_bij_aan: [g0, g1, g2]}}\n"
    for order in first_orders(text):
        assert order["goal-0"] == ("g0", "g1", "g2")
        assert [one for one in order["effort"] if one != "hub"] == ["e0", "e1", "e2"]


def test_what_hangs_together_is_put_in_order_by_itself():
    """The first three goals cross least from some plain layouts; that turns nothing in the others, which no line joins to them."""
    goals = "".join(f"  g{at}: {{naam: G, nummer: {at}}}\n" for at in range(6))
    links = ["g2", "g1", "g1, g2, g0", "g0, g2", "g3", "g4", "g5", "g3, g4, g5"]
    efforts = "".join(f"  e{at}: {{naam: E, nummer: {at}, draagt_bij_aan: [{goals}]}}\n" for at, goals in enumerate(links))
    text = f"doelen:\n{goals}inspanningen:\n{efforts}"
    orders = first_orders(text)
    assert {order["goal-0"][3:] for order in orders} == {("g3", "g4", "g5")}
    assert min(crossings(order, lines_of(view_in(text))) for order in orders) == 2


@pytest.mark.parametrize("seed", range(8))
def test_a_drawing_is_turned_over_when_its_main_goals_stand_in_order_then(seed):
    view = view_in(random_model(seed, 12))
    usual = {node.id: float(at) for at, node in enumerate(view.nodes)}
    for places in (usual, {one: -at for one, at in usual.items()}):
        assert first_order(view, places)["goal-0"] == ("m0", "m1")


def test_a_goal_that_nothing_reaches_and_an_effort_that_reaches_nothing_stand_by_number_too():
    goals = "".join(f"  g{at}: {{naam: G, nummer: {at}}}\n" for at in (1, 2, 3))
    text = f"doelen:\n{goals}inspanningen:\n  los: {{naam: L}}\n  x: {{naam: X, draagt_bij_aan: [g1, g3]}}\n"
    assert first_orders(text) == [{"effort": ("x", "los"), "goal-0": ("g1", "g2", "g3")}]


def test_bands_stand_as_their_goals_do_with_what_is_in_none_at_the_end():
    text = "doelen:\n" + "".join(f"  {goal}: {{naam: G, nummer: {at}, subdoelen: {{s{goal}: S}}}}\n" for at, goal in enumerate("ba"))
    text += "inspanningen:\n"
    links = ["a", "b", "a", "b", "sb"]
    text += "".join(f"  e{at}: {{naam: E, nummer: {at}, draagt_bij_aan: {{{goal}: {{herkomst: vermeld}}}}}}\n" for at, goal in enumerate(links))
    assert [band.efforts for band in view_in(text).bands] == [("e1", "e3"), ("e0", "e2"), ("e4",)]
    parted = [one for one in first_orders(text) if one["effort"] != ("e1", "e3", "e0", "e2", "e4")]
    assert parted == []


@given(seeds, st.booleans(), st.randoms())
@settings(max_examples=100, deadline=None)
def test_the_numbers_cost_no_crossing(seed, with_subgoals, chance):
    """Every two lines are held against each other, in our order and in those that were found without a look at the numbers."""
    view = view_in(small_model(seed, with_subgoals=with_subgoals))
    places = anywhere(view, chance)
    ours = crossings_by_pairs(view, first_order(view, places))
    assert ours <= min(crossings_by_pairs(view, columns_of(forest, view)) for forest in untangled(view, places))
    if not with_subgoals:
        plain = {column.key: [node.id for node in view.nodes if node.column == column.key] for column in view.columns}
        assert ours <= crossings_by_pairs(view, {column: sorted(ids, key=places.__getitem__) for column, ids in plain.items()})


@given(seeds, st.integers(1, 10), st.randoms())
@settings(max_examples=25, deadline=None)
def test_the_numbers_cost_no_crossing_where_there_are_bands(seed, count, chance):
    view = view_in(random_model(seed, count))
    places = anywhere(view, chance)
    order = first_order(view, places)
    assert crossings_by_pairs(view, order) <= min(crossings_by_pairs(view, columns_of(forest, view)) for forest in untangled(view, places))
    assert stands_together(order, paths_of(view))


@given(seeds, st.booleans(), st.randoms())
@settings(max_examples=100, deadline=None)
def test_neighbours_stand_by_number_unless_that_costs_a_crossing(seed, with_subgoals, chance):
    """Boxes with equal paths but for themselves; a goal without parts and an effort are a family of one."""
    view = view_in(small_model(seed, with_subgoals=with_subgoals))
    order, paths = first_order(view, anywhere(view, chance)), paths_of(view)
    usual = [node.id for node in sorted(view.nodes, key=lambda node: 99 if node.family is None else node.family)]
    alone = {one for one in paths if not any(one in path[:-1] for path in paths.values())}
    for column, ids in order.items():
        for at, (above, below) in enumerate(pairwise(ids)):
            if usual.index(below) < usual.index(above) and paths[above][:-1] == paths[below][:-1] and {above, below} <= alone:
                swapped = {**order, column: (*ids[:at], below, above, *ids[at + 2 :])}
                assert crossings_by_pairs(view, swapped) > crossings_by_pairs(view, order)


@given(seeds, st.booleans(), st.randoms())
@settings(max_examples=50, deadline=None)
def test_a_first_order_is_a_function_of_the_places_and_has_every_box_once(seed, with_subgoals, chance):
    view = view_in(small_model(seed, with_subgoals=with_subgoals))
    places = anywhere(view, chance)
    order = first_order(view, places)
    shuffled = chance.sample(list(places.items()), len(places))
    assert first_order(view, dict(shuffled)) == order
    for column in view.columns:
        assert sorted(order[column.key]) == sorted(node.id for node in view.nodes if node.column == column.key)


def test_an_order_of_another_network_is_known():
    view = view_in(random_model(1, 2))
    assert is_of_another(view, {"effort": ("else",)})
    assert is_of_another(view, {})
    assert not is_of_another(view, {"effort": ("else", view.nodes[0].id)})
