"""The rules on ids and single links (DIN101 to DIN105): model text in, exact findings out."""

from __future__ import annotations

import pytest

from dinkit.finding import Text
from dinkit.fixing import fix
from dinkit.source import Memory
from rules_support import Case, check_case, found, identify, one
from support import findings_of

CASES = (
    Case(
        "DIN101",
        "an id taken in another file",
        """\
delen: [b.yaml]
doelen:
  banen: Meer banen
""",
        ("3:3 DIN101 banen: de id 'banen' is al van doel 'Meer banen'",),
        parts={
            "b": """\
inspanningen:
  loket: {naam: Loket, draagt_bij_aan: banen}
  banen: {naam: Plan, draagt_bij_aan: files}
doelen:
  files: Minder files
""",
        },
    ),
    Case(
        "DIN101",
        "ids of their own",
        """\
delen: [b.yaml]
doelen:
  banen: Meer banen
""",
        parts={
            "b": """\
inspanningen:
  plan: {naam: Plan, draagt_bij_aan: banen}
""",
        },
    ),
    Case(
        "DIN102",
        "a typing error in a list",
        """\
doelen:
  meer-banen: Meer banen
  minder-files: Minder files
inspanningen:
  loket:
    naam: Loket
    draagt_bij_aan: [meer-bannen, minder-files]
""",
        ("7:22 DIN102 loket: er is geen doel, baat of vermogen met de id 'meer-bannen'",),
    ),
    Case(
        "DIN102",
        "unknown ids in every form",
        """\
doelen:
  meer-banen: Meer banen
stakeholders:
  gemeente: Gemeente
inspanningen:
  loket:
    naam: Loket
    draagt_bij_aan: {meer-danen: ++, iets-anders: }
    stakeholders: gementee
    geld: [{bedrag: 5, betaler: gemeent}, {bedrag: 1, betaler: onbekend}]
    raakt: nergens
indicatoren:
  banen: {naam: Banen, eenheid: banen, meetverantwoordelijke: gemeenteraad}
""",
        (
            "8:22 DIN102 loket: er is geen doel, baat of vermogen met de id 'meer-danen'",
            "8:38 DIN102 loket: er is geen doel, baat of vermogen met de id 'iets-anders'",
            "9:19 DIN102 loket: er is geen stakeholder met de id 'gementee'",
            "10:33 DIN102 loket: er is geen stakeholder met de id 'gemeent'",
            "11:12 DIN102 loket: er is geen element met de id 'nergens'",
            "13:63 DIN102 banen: er is geen stakeholder met de id 'gemeenteraad'",
        ),
    ),
    Case(
        "DIN102",
        "what is unknown on purpose",
        """\
doelen:
  a: A
inspanningen:
  i: {naam: I, draagt_bij_aan: onbekend, opvolger_van: [ander-model/i]}
""",
    ),
    Case(
        "DIN102",
        "nothing is unknown when a part is missing",
        """\
delen: [weg.yaml]
doelen:
  a: A
inspanningen:
  i: {naam: I, draagt_bij_aan: b, geld: [{bedrag: 1, betaler: p}]}
""",
    ),
    Case(
        "DIN102",
        "an id that was refused is reported where it stands",
        """\
doelen:
  Meer-Banen: Meer banen
inspanningen:
  i: {naam: I, draagt_bij_aan: Meer-Banen}
""",
    ),
    Case(
        "DIN103",
        "kinds that do not join",
        """\
doelen:
  banen: Meer banen
stakeholders:
  gemeente: {naam: Gemeente, draagt_bij_aan: banen}
metingen:
  m: {waarde: 3, van: banen}
inspanningen:
  loket:
    naam: Loket
    draagt_bij_aan: [banen, gemeente]
    stakeholders: {banen: trekker, gemeente: trekker}
    hoort_ook_bij: banen
    raakt: m
    geld: [{bedrag: 5, betaler: banen}]
""",
        (
            "4:30 DIN103 gemeente: een stakeholder kan geen 'draagt_bij_aan' hebben, alleen een doel, baat, vermogen of inspanning",
            "6:23 DIN103 m: 'van' kan niet wijzen naar doel 'banen', alleen naar een indicator",
            "10:29 DIN103 loket: 'draagt_bij_aan' kan niet wijzen naar stakeholder 'gemeente', alleen naar een doel, baat of vermogen",
            "11:20 DIN103 loket: 'stakeholders' kan niet wijzen naar doel 'banen', alleen naar een stakeholder",
            "12:20 DIN103 loket: 'hoort_ook_bij' kan niet wijzen naar doel 'banen', alleen naar een inspanning",
            "13:12 DIN103 loket: 'raakt' kan niet wijzen naar meting 'm'",
            "14:33 DIN103 loket: hier hoort een stakeholder, maar 'banen' is een doel",
        ),
    ),
    Case(
        "DIN103",
        "own labels in the message",
        """\
labels: {doel: ambitie, stakeholder: partij}
doelen:
  a: A
stakeholders:
  p: P
inspanningen:
  i: {naam: I, draagt_bij_aan: [a, p]}
""",
        ("7:36 DIN103 i: 'draagt_bij_aan' kan niet wijzen naar partij 'p', alleen naar een ambitie, baat of vermogen",),
    ),
    Case(
        "DIN103",
        "kinds that join",
        """\
doelen:
  a: A
stakeholders:
  p: P
inspanningen:
  i: {naam: I, draagt_bij_aan: a, stakeholders: p, raakt: p}
""",
    ),
    Case(
        "DIN104",
        "two rings through one goal, one with nesting, one of work, one of parties",
        """\
doelen:
  a: {naam: A, draagt_bij_aan: b}
  b: {naam: B, draagt_bij_aan: [a, c]}
  c: {naam: C, draagt_bij_aan: a}
  d: {naam: D, draagt_bij_aan: a}
  e: {naam: E, draagt_bij_aan: e2, subdoelen: {e2: E twee}}
inspanningen:
  x: {naam: X, vereist: y, draagt_bij_aan: a}
  y: {naam: Y, vereist: z, draagt_bij_aan: a}
  z: {naam: Z, vereist: x, draagt_bij_aan: a}
stakeholders:
  p: {naam: P, onderdeel_van: q}
  q: {naam: Q, onderdeel_van: p}
""",
        (
            "3:33 DIN104 b: deze verbanden lopen in een kring: 'A' → 'B' → 'A'",
            "4:32 DIN104 c: deze verbanden lopen in een kring: 'A' → 'B' → 'C' → 'A'",
            "6:32 DIN104 e: deze verbanden lopen in een kring: 'E twee' → 'E' → 'E twee'",
            "10:25 DIN104 z: deze verbanden lopen in een kring: 'X' → 'Y' → 'Z' → 'X'",
            "13:31 DIN104 q: deze verbanden lopen in een kring: 'P' → 'Q' → 'P'",
        ),
    ),
    Case(
        "DIN104",
        "a long ring is shortened",
        """\
inspanningen:
  i0: {naam: I0, vereist: i1}
  i1: {naam: I1, vereist: i2}
  i2: {naam: I2, vereist: i3}
  i3: {naam: I3, vereist: i4}
  i4: {naam: I4, vereist: i5}
  i5: {naam: I5, vereist: i6}
  i6: {naam: I6, vereist: i7}
  i7: {naam: I7, vereist: i8}
  i8: {naam: I8, vereist: i9}
  i9: {naam: I9, vereist: i10}
  i10: {naam: I10, vereist: i11}
  i11: {naam: I11, vereist: i0}
""",
        ("13:29 DIN104 i11: deze verbanden lopen in een kring: 'I0' → 'I1' → 'I2' → 'I3' → 'I4' → 'I5' → 'I6' → ... → 'I11' → 'I0'",),
    ),
    Case(
        "DIN104",
        "two ways to one goal are no ring, nor are two questions",
        """\
doelen:
  a: A
  b: {naam: B, draagt_bij_aan: a}
  c: {naam: C, draagt_bij_aan: [a, b]}
inspanningen:
  x: {naam: X, vereist: y, draagt_bij_aan: c}
  y: {naam: Y, hoort_ook_bij: x}
""",
    ),
    Case(
        "DIN105",
        "links that say nothing new",
        """\
doelen:
  a: A
inspanningen:
  x:
    naam: X
    draagt_bij_aan: [a, a]
    vereist: x
    onderdelen:
      y: {naam: Y, hoort_ook_bij: x, zelfde_als: z}
      w: {naam: W, onderdeel_van: x}
  z: {naam: Z, zelfde_als: y}
""",
        (
            "6:25 DIN105 x: 'a' staat al in deze 'draagt_bij_aan'",
            "7:14 DIN105 x: 'X' verwijst hier met 'vereist' naar zichzelf",
            "9:35 DIN105 y: dit verband tussen 'Y' en 'X' bestaat al",
            "10:35 DIN105 w: dit verband tussen 'W' en 'X' bestaat al",
            "11:28 DIN105 z: dat 'Z' en 'Y' hetzelfde werk zijn, staat er al",
        ),
    ),
    Case(
        "DIN105",
        "two relations between the same two",
        """\
doelen:
  a: A
inspanningen:
  x: {naam: X, draagt_bij_aan: a, raakt: a, vereist: y}
  y: {naam: Y, draagt_bij_aan: a, raakt: x}
""",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_a_model_gives_exactly_these_findings(case: Case) -> None:
    check_case(case)


NAMES = """\
doelen:
  d: Meer banen
stakeholders:
  gem: Gemeente Almelo
  prov: {naam: Provincie, andere_namen: [Prov. Overijssel]}
  school: ROC
  mbo: R.O.C.
  gemeente-hengelo: Gemeente Borne
inspanningen:
  w: {naam: W, draagt_bij_aan: d, %s}
"""

# what an effort has, the hint, and what the fix makes of it; None without one
CALLED = [
    ("stakeholders: Gemeente Almelo", "bedoelt u 'gem' (Gemeente Almelo)?", "stakeholders: gem"),
    ("stakeholders: {'gemeente almélo': trekker}", "bedoelt u 'gem' (Gemeente Almelo)?", "stakeholders: {'gem': trekker}"),
    ("stakeholders: [gemeente-almelo, mbo]", "bedoelt u 'gem' (Gemeente Almelo)?", "stakeholders: [gem, mbo]"),
    ("stakeholders: prov overijssel", "bedoelt u 'prov' (Provincie)?", "stakeholders: prov"),
    ("geld: {bedrag: 5, betaler: Provincie}", "bedoelt u 'prov' (Provincie)?", "geld: {bedrag: 5, betaler: prov}"),
    ("stakeholders: [Provincie, prov]", "bedoelt u 'prov' (Provincie)?", None),
    ("stakeholders: roc", "verbeter de id, of voeg een stakeholder met deze id toe", None),
    ("stakeholders: '---'", "verbeter de id, of voeg een stakeholder met deze id toe", None),
    ("stakeholders: Meer banen", "verbeter de id, of voeg een stakeholder met deze id toe", None),
    ("stakeholders: Gemeente Hengelo", "bedoelt u 'gemeente-hengelo'?", "stakeholders: gemeente-hengelo"),
]


@pytest.mark.parametrize(("field", "hint", "mended"), CALLED, ids=[field for field, _, _ in CALLED])
def test_an_element_that_is_called_by_its_name_gets_its_id(field: str, hint: str, mended: str | None) -> None:
    told = one("DIN102", NAMES % field)
    assert told.hint is not None
    assert told.hint.nl == hint
    done = fix(["din.yaml"], Memory({"din.yaml": NAMES % field}), codes=["DIN102"])
    assert done.changed.get("din.yaml", (b"", b""))[1].decode() == (NAMES % mended if mended else "")


def test_a_goal_that_an_effort_calls_by_its_name_is_not_without_effort() -> None:
    text = "doelen:\n  d: Meer banen\n  e: Minder files\ninspanningen:\n  w: {naam: W, draagt_bij_aan: [meer banen, e]}\n"
    assert one("DIN102", text).hint == Text("bedoelt u 'd' (Meer banen)?", "did you mean 'd' (Meer banen)?")
    assert found("DIN201", text) == []


TWO = """\
doelen:
  veilig: Minder overlast
  minder-leegstand: Minder leegstand
  leven: Wonen en werken
inspanningen:
  w:
    naam: W
    draagt_bij_aan: %s
"""

# what stands behind the key, the hint, and what the fix makes of it; None without one
LISTED = [
    ("veilig / minder-leegstand", "schrijf [veilig, minder-leegstand]", "[veilig, minder-leegstand]"),
    ("veilig/minder-leegstand", "schrijf [veilig, minder-leegstand]", "[veilig, minder-leegstand]"),
    ("veilig minder-leegstand", "schrijf [veilig, minder-leegstand]", "[veilig, minder-leegstand]"),
    ("'veilig / minder-leegstand'", "schrijf [veilig, minder-leegstand]", "[veilig, minder-leegstand]"),
    ("veilig, Minder leegstand", "schrijf [veilig, minder-leegstand]", "[veilig, minder-leegstand]"),
    ("Minder overlast en minder leegstand", "schrijf [veilig, minder-leegstand]", "[veilig, minder-leegstand]"),
    ("Wonen en werken, veilig", "schrijf [leven, veilig]", "[leven, veilig]"),
    ("\n      veilig\n      minder-leegstand", "schrijf [veilig, minder-leegstand]", "\n      [veilig, minder-leegstand]"),
    ("[veilig minder-leegstand]", "schrijf veilig en minder-leegstand elk apart", "[veilig, minder-leegstand]"),
    ("[leven, veilig minder-leegstand]", "schrijf veilig en minder-leegstand elk apart", "[leven, veilig, minder-leegstand]"),
    ("\n      - veilig minder-leegstand", "schrijf veilig en minder-leegstand elk apart", None),
    ("{veilig / minder-leegstand: 3}", "schrijf veilig en minder-leegstand elk apart", None),
    ("\n      veilig / minder-leegstand: 3", "schrijf veilig en minder-leegstand elk apart", None),
    ("[veilig, veilig / minder-leegstand]", "schrijf veilig en minder-leegstand elk apart", None),
    ("minder leegstand", "bedoelt u 'minder-leegstand'?", "minder-leegstand"),
    ("wonen en werken", "bedoelt u 'leven' (Wonen en werken)?", "leven"),
    ("veilig / schoon", "verbeter de id, of voeg een doel, baat of vermogen met deze id toe", None),
    ("veilig / veilig", "verbeter de id, of voeg een doel, baat of vermogen met deze id toe", None),
]


@pytest.mark.parametrize(("given", "hint", "mended"), LISTED, ids=[given for given, _, _ in LISTED])
def test_several_ids_or_names_in_one_text_are_written_as_a_list(given: str, hint: str, mended: str | None) -> None:
    told = one("DIN102", TWO % given)
    assert told.hint is not None
    assert told.hint.nl == hint
    done = fix(["din.yaml"], Memory({"din.yaml": TWO % given}), codes=["DIN102"])
    assert done.changed.get("din.yaml", (b"", b""))[1].decode() == (TWO % mended if mended else "")


def test_goals_that_an_effort_names_in_one_text_are_not_without_effort() -> None:
    text = TWO.replace("  leven: Wonen en werken\n", "") % "veilig / minder-leegstand"
    assert found("DIN107", text) == []
    assert len(found("DIN107", text.replace("veilig / minder", "minder"))) == 1


TURNED = """\
inspanningen:
  w: {naam: W, stakeholders: %s}
stakeholders:
  politie: Politie
  wijkraad: {naam: Wijkraad, onderdeel_van: politie}
"""

# what stands behind the key, the hint, and what the fix makes of it; None without one
SWAPPED = [
    ("{trekker: politie}", "draai om: {politie: trekker}", "{politie: trekker}"),
    ("{lead: wijkraad}", "draai om: {wijkraad: lead}", "{wijkraad: lead}"),
    ('{"trekker": politie}', "draai om: {politie: trekker}", "{politie: trekker}"),
    ("{trekker: jan}", "draai om: {jan: trekker}", None),
    ("{trekker: w}", "draai om: {w: trekker}", None),
    ("{trekker: naam}", "draai om: {naam: trekker}", None),
    ("{trekker: politie, politie: partner}", "draai om: {politie: trekker}", None),
]


@pytest.mark.parametrize(("given", "hint", "mended"), SWAPPED, ids=[given for given, _, _ in SWAPPED])
def test_a_role_with_a_party_behind_it_is_told_once(given: str, hint: str, mended: str | None) -> None:
    (told,) = [one for one in findings_of(TURNED % given) if one.code in ("DIN102", "DIN013")]
    assert (told.slug, told.hint.nl if told.hint else "") == ("turned-role", hint)
    done = fix(["din.yaml"], Memory({"din.yaml": TURNED % given}), codes=["DIN013"])
    assert done.changed.get("din.yaml", (b"", b""))[1].decode() == (TURNED % mended if mended else "")


@pytest.mark.parametrize("given", ["{trekker: eigenaar}", "{trekker: onbekend}", "{trekker: {rol: eigenaar}}"])
def test_a_role_with_another_behind_it_is_an_unknown_party(given: str) -> None:
    assert [told.code for told in findings_of(TURNED % given) if told.code in ("DIN102", "DIN013")] == ["DIN102"]


def test_a_party_that_is_called_as_a_role_is_a_party() -> None:
    text = (TURNED % "{partij: politie}").replace("  politie: P", "  partij: De partij\n  politie: P")
    assert [(told.code, told.slug) for told in findings_of(text) if told.code in ("DIN102", "DIN013")] == [("DIN013", "value-of")]
