"""Named tuples made here behave as those of typing, which they stand for."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinkit import tuples


class Own(tuples.NamedTuple):
    """A place with an optional word."""

    line: int
    column: int = 1
    why: str | None = None

    @property
    def shown(self) -> str:
        """The place in short."""
        return f"{self.line}:{self.column}"


class Usual(typing.NamedTuple):
    """A place with an optional word."""

    line: int
    column: int = 1
    why: str | None = None

    @property
    def shown(self) -> str:
        """The place in short."""
        return f"{self.line}:{self.column}"


VALUES = st.integers() | st.text(max_size=3) | st.none()


@given(st.lists(VALUES, max_size=4), st.dictionaries(st.sampled_from(["line", "column", "why", "other"]), VALUES, max_size=3))
def test_they_take_the_same_arguments_and_hold_the_same(given: list[Any], named: dict[str, Any]) -> None:
    assert outcome(Own, given, named) == outcome(Usual, given, named)


def outcome(made: Any, given: list[Any], named: dict[str, Any]) -> Any:
    """What a class makes of arguments, or that it refuses them."""
    try:
        one = made(*given, **named)
    except TypeError:
        return "refused"
    return tuple(one), one._asdict(), one.shown, repr(one).replace(made.__name__, ""), hash(one), one[0], one.why, len(one)


@given(VALUES, st.dictionaries(st.sampled_from(["line", "column", "other"]), VALUES, max_size=2))
def test_they_are_replaced_in_the_same_way(line: Any, changed: dict[str, Any]) -> None:
    def replaced(made: Any) -> Any:
        try:
            return tuple(made(line)._replace(**changed))
        except ValueError:
            return "refused"

    assert replaced(Own) == replaced(Usual)


def test_they_are_tuples_that_do_not_change_and_can_be_copied_matched_and_stored() -> None:
    one = Own(3, why="here")
    assert one == (3, 1, "here") == Usual(3, why="here")
    assert (Own._fields, Own.__match_args__, Own.__doc__) == (Usual._fields, Usual.__match_args__, Usual.__doc__)
    assert typing.get_type_hints(Own) == typing.get_type_hints(Usual)
    assert [type(other) for other in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one), one._replace(line=4))] == [Own] * 3
    assert pickle.loads(pickle.dumps(one)) == one
    match one:
        case Own(line, column):
            assert (line, column) == (3, 1)
    for name in ("line", "fresh"):
        with pytest.raises(AttributeError):
            setattr(one, name, 4)


def test_a_wrong_call_names_the_field() -> None:
    with pytest.raises(TypeError, match="'line'"):
        Own()
