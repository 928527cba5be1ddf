"""The rules on what elements follow upon in earlier editions (DIN113 to DIN115): model text in, exact findings out."""

from __future__ import annotations

import pytest

from rules_support import Case, check_case, codes, identify, one

OLD = """\
model: stad-2019
vorige_editie: c.yaml
inspanningen:
  balie: Balie
  krant: Krant
stakeholders:
  bali-raad: Raad
"""
OLDEST = """\
model: stad-2016
inspanningen:
  winkel: Winkel
"""


def model(succeeds: str, more: str = "") -> str:
    """A model of 2022 whose desk follows upon something; the first of a list stands at 4:39."""
    return f"model: stad-2022\nvorige_editie: b.yaml\ninspanningen:\n  loket: {{naam: Loket, opvolger_van: {succeeds}}}\n{more}"


BOTH = {"b": OLD, "c": OLDEST}

CASES = (
    Case("DIN113", "both earlier editions", model("[stad-2019/balie, stad-2016/winkel]"), parts=BOTH),
    Case(
        "DIN113",
        "an element that the edition does not have, in a list",
        model("[stad-2019/balie, stad-2019/krand]"),
        ("4:56 DIN113 loket: 'stad-2019' heeft geen element met de id 'krand'",),
        parts=BOTH,
    ),
    Case(
        "DIN113",
        "an element of an older edition",
        model("stad-2016/balie"),
        ("4:38 DIN113 loket: 'stad-2016' heeft geen element met de id 'balie'",),
        parts=BOTH,
    ),
    Case(
        "DIN113",
        "a model that is no earlier edition is one finding, at the first element by id",
        model(
            "[stad-2018/balie]", "  krant: {naam: Krant, opvolger_van: [stad-2018/krant]}\n  avond: {naam: Avond, opvolger_van: stad-2018/krant}\n"
        ),
        ("6:38 DIN113 avond: 'stad-2018' is geen eerdere editie van dit model (3 keer genoemd)",),
        parts=BOTH,
    ),
    Case(
        "DIN113",
        "no previous edition at all",
        "model: stad-2022\ninspanningen:\n  loket: {naam: Loket, opvolger_van: [stad-2019/balie]}\n",
        ("3:39 DIN113 loket: dit model noemt geen vorige editie, dus 'stad-2019' is er geen",),
    ),
    Case("DIN113", "silent where the edition could not be read in full", model("stad-2019/krand"), parts={"b": OLD + "  'x: y\n", "c": OLDEST}),
    Case(
        "DIN113", "silent where an id of the edition was refused", model("stad-2019/Krand"), parts={"b": OLD.replace("krant:", "Krand:"), "c": OLDEST}
    ),
    Case("DIN113", "silent where the chain of editions breaks off", model("stad-2015/balie"), parts={"b": OLD}),
    Case("DIN113", "silent where the previous edition is missing", model("stad-2019/balie")),
    Case("DIN113", "without the word, or unknown", model("onbekend", "  krant: Krant\n"), parts=BOTH),
    Case(
        "DIN114",
        "what follows upon something that is still here",
        model("[stad-2019/balie, stad-2019/krant]", "  krant: Krant\n"),
        ("4:56 DIN114 loket: 'Loket' volgt op 'krant' uit 'stad-2019', maar 'krant' staat hier zelf nog",),
        parts=BOTH,
    ),
    Case(
        "DIN114",
        "what names itself",
        model("[stad-2019/balie]", "  krant: {naam: Krant, opvolger_van: stad-2019/krant}\n"),
        ("5:38 DIN114 krant: 'Krant' heeft dezelfde id als waar het hier op volgt; dan is het al hetzelfde",),
        parts=BOTH,
    ),
    Case(
        "DIN114",
        "a merger: its own id goes on, and the other is gone",
        model("[stad-2019/balie]", "  krant: {naam: Krant, opvolger_van: stad-2016/winkel}\n"),
        parts=BOTH,
    ),
    Case("DIN114", "a predecessor that does not exist is another fault", model("stad-2019/loket"), parts=BOTH),
    Case(
        "DIN115",
        "the model itself",
        model("stad-2022/balie"),
        ("4:38 DIN115 loket: 'Loket' volgt hier op iets uit 'stad-2022', maar dat is dit model zelf",),
        parts=BOTH,
    ),
    Case(
        "DIN115",
        "a ring of two",
        model("stad-2019/balie"),
        ("4:38 DIN115 loket: 'Loket' volgt op 'balie' uit 'stad-2019', maar dat volgt zelf weer op 'Loket'",),
        parts={"b": OLD.replace("balie: Balie", "balie: {naam: Balie, opvolger_van: stad-2022/loket}"), "c": OLDEST},
    ),
    Case(
        "DIN115",
        "a ring through the oldest edition",
        model("stad-2019/balie"),
        ("4:38 DIN115 loket: 'Loket' volgt op 'balie' uit 'stad-2019', maar dat volgt zelf weer op 'Loket'",),
        parts={
            "b": OLD.replace("balie: Balie", "balie: {naam: Balie, opvolger_van: stad-2016/winkel}"),
            "c": OLDEST.replace("winkel: Winkel", "winkel: {naam: Winkel, opvolger_van: [stad-2022/loket, stad-2019/balie]}"),
        },
    ),
    Case(
        "DIN115",
        "a later edition that names another element is no ring of this one",
        model("stad-2019/balie"),
        parts={"b": OLD.replace("balie: Balie", "balie: {naam: Balie, opvolger_van: stad-2022/iets}"), "c": OLDEST},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_a_model_gives_exactly_these_findings(case: Case) -> None:
    check_case(case)


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("stad-2019/krand", "bedoelt u 'stad-2019/krant'?"),
        ("stad-2019/bali-raat", "bedoelt u 'stad-2019/bali-raad'?"),
        ("stad-2091/balie", "bedoelt u 'stad-2019/balie'?"),
        ("dorp/balie", "eerdere edities zijn 'stad-2019' en 'stad-2016'"),
        ("stad-2019/iets-heel-anders", "schrijf de id zoals die in dat model staat; is er niets dat dit voortzet, haal dit dan weg"),
    ],
)
def test_the_hint_names_what_was_meant(given: str, hint: str) -> None:
    found = one("DIN113", model(given), **BOTH)
    assert found.hint is not None
    assert found.hint.nl == hint


def test_a_predecessor_without_its_model_is_looked_for_in_the_editions() -> None:
    found = one("DIN102", model("krant"), **BOTH)
    assert found.hint is not None
    assert found.hint.nl == "bedoelt u 'stad-2019/krant'?"


def test_an_edition_without_an_id_cannot_be_named() -> None:
    found = one("DIN113", model("stad-2019/balie"), b="inspanningen:\n  balie: Balie\n")
    assert found.hint is not None
    assert found.hint.en == "the previous edition has no id of its own; give it a 'model:'"


def test_the_token_is_what_is_pointed_at() -> None:
    text = model("[stad-2019/balie, stad-2019/krand]")
    span = one("DIN113", text, **BOTH).location.span
    assert text[span.start : span.end] == "stad-2019/krand"


def test_a_ring_shows_the_place_where_it_comes_back() -> None:
    back = OLD.replace("balie: Balie", "balie: {naam: Balie, opvolger_van: stad-2022/loket}")
    (place,) = one("DIN115", model("stad-2019/balie"), b=back, c=OLDEST).related
    assert (place.file, back[place.span.start : place.span.end]) == ("b.yaml", "stad-2022/loket")


def test_each_fault_of_a_predecessor_is_one_finding() -> None:
    for given in ("stad-2019/krand", "stad-2018/balie", "stad-2022/balie"):
        found = codes(model(given), **BOTH)
        assert len([code for code in found if code in ("DIN102", "DIN113", "DIN114", "DIN115")]) == 1


def test_a_later_edition_is_unknown_to_the_model_that_names_it() -> None:
    text = "model: stad-2019\nvorige_editie: c.yaml\ninspanningen:\n  balie: {naam: Balie, opvolger_van: stad-2022/loket}\n"
    assert one("DIN113", text, c=OLDEST).message.en == "'stad-2022' is no earlier edition of this model"
