"""Taking a file apart: put together again it is the same text, to the byte; what cannot be taken apart is refused, never mended."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dinkit.editing.concrete import document_text
from dinkit.editing.dissection import OddError, read_concrete
from strategies import broken, documents, render, styles

laws = settings(deadline=None, derandomize=True, max_examples=80, suppress_health_check=list(HealthCheck))


@laws
@given(documents(), styles, st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_model_is_the_same_again(document, style, eol):
    text = render(document, style).replace("\n", eol)
    assert document_text(read_concrete(text)) == text


@laws
@given(broken())
def test_any_text_is_the_same_again_or_refused(text):
    try:
        found = read_concrete(text)
    except OddError:
        return
    assert document_text(found) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# niets\n",
        "a:\n",
        "a: 1",
        "---\na: 1\n...\n# na\n",
        "{a: 1, b: [x, 'y', {c: d}, ]}\n",
        "a: # achter de sleutel\n  # erboven\n\n  - x  # bij x\n  # dieper\n\n  -\n    b: |+\n      tekst\n\n    c: >-\n      meer\n  - - binnen\n    - nog\n",
        "a: 'een\n  twee'\nb: een\n  twee\n",
        "'a' : &x 1\nb: *x\nc: !!str 2\n",
        "doelen:\n- a\n- b\n# onderaan\n",
    ],
)
def test_odd_layouts_are_the_same_again(text):
    assert document_text(read_concrete(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "- a\n",
        "tekst\n",
        "a: 1\n---\nb: 2\n",
        "a: [\n",
        "? [a]\n: b\n",
        "&a b: c\n",
        "a: &a b\n*a : c\n",
        "{[a]: b}\n",
        "[a: 1]\n",
        "a: [b: 1]\n",
        "a: [b: [c]]\n",
        "a: " + "[" * 200 + "]" * 200 + "\n",
    ],
)
def test_what_is_no_mapping_or_has_a_fault_is_refused(text):
    with pytest.raises(OddError):
        read_concrete(text)


def test_comments_belong_to_what_they_stand_above_and_deeper_ones_to_the_key_before():
    root = read_concrete("# boven alles\n\n# bij a\na: 1  # achter a\n  # dieper, bij a\n\n# bij b\nb: 2\n# onderaan\n").root
    first, second = root.items
    assert (root.head, first.lead, first.rest, first.tail) == ("# boven alles\n\n", "# bij a\n", "  # achter a\n", "  # dieper, bij a\n")
    assert (second.blank, second.lead, root.tail) == ("\n", "# bij b\n", "# onderaan\n")
