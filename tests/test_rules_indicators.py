"""The rules on what is measured (DIN304, DIN306, DIN309, DIN310): model text in, exact findings out."""

from __future__ import annotations

import pytest

from dinkit.finding import Severity
from rules_support import Case, check_case, codes, found, identify, one

CASES = (
    Case(
        "DIN304",
        "values in another unit, wherever they stand",
        """\
indicatoren:
  i:
    naam: I
    eenheid: dossiers
    nulmeting: {waarde: 2850, eenheid: huishoudens}
    streefwaarden:
      - "2.200 mensen"
      - waarde: 2100
        eenheid: "%"
metingen:
  m: {van: i, waarde: "2.700 huishoudens", datum: 2019}
resultaten:
  r: {naam: R, van: i, waarde: {waarde: 5, eenheid: uur}, datum: 2019}
""",
        (
            "5:40 DIN304 i: de nulmeting van 'I' is in 'huishoudens', de indicator in 'dossiers'",
            "7:9 DIN304 i: de streefwaarde van 'I' is in 'mensen', de indicator in 'dossiers'",
            "9:18 DIN304 i: de streefwaarde van 'I' is in '%', de indicator in 'dossiers'",
            "11:23 DIN304 m: de meting 'm' van 'I' is in 'huishoudens', de indicator in 'dossiers'",
            "13:53 DIN304 r: het resultaat 'r' van 'I' is in 'uur', de indicator in 'dossiers'",
        ),
    ),
    Case(
        "DIN304",
        "an indicator without a unit has that of most of its values",
        """\
indicatoren:
  i: {naam: I, nulmeting: "5 x", streefwaarden: "6 x"}
metingen:
  m: {van: i, waarde: "7 y", datum: 2019}
""",
        ("4:23 DIN304 m: de meting 'm' van 'I' is in 'y', de meeste andere waarden in 'x'",),
    ),
    Case(
        "DIN304",
        "the same unit, none, a change in percent, steps",
        """\
indicatoren:
  i: {naam: I, eenheid: Dossiers, nulmeting: "2.850 dossiers", streefwaarden: [{waarde: "-15%", ten_opzichte_van: 2016}, 2200, "onbekend"]}
  p: {naam: P, eenheid: procent, nulmeting: "5%", streefwaarden: {waarde: 2, eenheid: procentpunt, basisjaar: 2016}}
  s: {naam: S, eenheid: oordeel, schaal: [laag, hoog], nulmeting: laag}
  k: {naam: K, eenheid: onbekend}
metingen:
  m: {van: k, waarde: 5, datum: 2019}
""",
    ),
    Case(
        "DIN306",
        "too old on the reference date",
        """\
peildatum: 2021-12-31
indicatoren:
  jaar: {naam: Jaar, eenheid: x, meetfrequentie: jaarlijks}
  kwartaal: {naam: Kwartaal, eenheid: x, nulmeting: {waarde: 1, datum: 2020}, meetfrequentie: "4x per jaar"}
metingen:
  m: {van: jaar, waarde: 5, datum: 2019}
  anders: {van: jaar, waarde: {waarde: 5, groep: jongeren}, datum: 2021}
""",
        (
            "3:50 DIN306 jaar: de laatste meting van 'Jaar' is van 2019; 'jaarlijks' gemeten is dat op 2021-12-31 te oud",
            "4:95 DIN306 kwartaal: de laatste meting van 'Kwartaal' is van 2020; '4x per jaar' gemeten is dat op 2021-12-31 te oud",
        ),
    ),
    Case(
        "DIN306",
        "silent without a reference date",
        "indicatoren: {i: {naam: I, eenheid: x, meetfrequentie: maandelijks}}\nmetingen: {m: {van: i, waarde: 5, datum: 1990}}\n",
    ),
    Case(
        "DIN306",
        "recent, never measured, not understood, left open",
        """\
peildatum: 2021
indicatoren:
  a: {naam: A, eenheid: x, meetfrequentie: jaarlijks}
  b: {naam: B, eenheid: x, meetfrequentie: jaarlijks}
  c: {naam: C, eenheid: x, meetfrequentie: bij de begroting}
  d: {naam: D, eenheid: x, meetfrequentie: onbekend}
  e: {naam: E, eenheid: x}
metingen:
  ma: {van: a, waarde: 5, datum: 2020}
  mc: {van: c, waarde: 5, datum: 1990}
  md: {van: d, waarde: 5, datum: 1990}
  me: {van: e, waarde: 5, datum: 1990}
""",
    ),
    Case(
        "DIN306",
        "a measurement of an earlier edition counts",
        "model: b\npeildatum: 2020-12-31\nvorige_editie: oud.yaml\nindicatoren: {i: {naam: I, eenheid: x, meetfrequentie: jaarlijks}}\n",
        parts={"oud": "model: a\nindicatoren: {i: {naam: I, eenheid: x}}\nmetingen: {m: {van: i, waarde: 5, datum: 2019}}\n"},
    ),
    Case(
        "DIN309",
        "two values for one date and group",
        """\
indicatoren:
  i: {naam: I, eenheid: x, nulmeting: {waarde: 1, datum: 2016}}
metingen:
  a: {van: i, waarde: 2, datum: 2016}
  b: {van: i, waarde: 3, datum: 2017-Q1}
  c: {van: i, waarde: {waarde: 4, groep: jong}, datum: 2018}
  d: {van: i, waarde: {waarde: 5, groep: Jong}, datum: 2018}
  e: {van: i, waarde: {waarde: 4, groep: jong}, datum: 2018}
""",
        (
            "4:23 DIN309 a: 'I' heeft voor 2016 twee waarden: 2 x en 1 x",
            "7:32 DIN309 d: 'I' heeft voor 2018 (Jong) twee waarden: 5 x en 4 x",
        ),
    ),
    Case(
        "DIN309",
        "what contradicts nothing",
        """\
indicatoren:
  i: {naam: I, eenheid: x}
metingen:
  a: {van: i, waarde: 2213, datum: 2016}
  b: {van: i, waarde: circa 2200, datum: 2016}
  c: {van: i, waarde: ruim 2200, datum: 2016}
  d: {van: i, waarde: minstens 2000, datum: 2016}
  e: {van: i, waarde: {waarde: 3000, kwalificatie: hoogstens}, datum: 2016}
  f: {van: i, waarde: "5 y", datum: 2016}
  g: {van: i, waarde: {waarde: 5, ten_opzichte_van: 2015}, datum: 2016}
  h: {van: i, waarde: {waarde: 5, groep: jong}, datum: 2016}
  k: {van: i, waarde: onbekend, datum: 2016}
  l: {van: i, waarde: 5, datum: 2016-05}
  m: {van: i, waarde: 5, datum: onbekend}
  n: {van: i, waarde: 6, datum: onbekend}
resultaten:
  r: {naam: R, van: i, waarde: 7, datum: 2016}
""",
    ),
    Case(
        "DIN309",
        "what a rough value excludes",
        """\
indicatoren:
  i: {naam: I, eenheid: x}
metingen:
  a: {van: i, waarde: circa 2200, datum: 2016}
  b: {van: i, waarde: 2251, datum: 2016}
  c: {van: i, waarde: ruim 2200, datum: 2017}
  d: {van: i, waarde: 2199, datum: 2017}
""",
        (
            "5:23 DIN309 b: 'I' heeft voor 2016 twee waarden: 2251 x en circa 2200 x",
            "7:23 DIN309 d: 'I' heeft voor 2017 twee waarden: 2199 x en ruim 2200 x",
        ),
    ),
    Case(
        "DIN309",
        "steps",
        """\
indicatoren:
  i: {naam: I, schaal: [laag, hoog]}
metingen:
  a: {van: i, waarde: laag, datum: 2016}
  b: {van: i, waarde: laag, datum: 2016}
  c: {van: i, waarde: hoog, datum: 2016}
""",
        ("6:23 DIN309 c: 'I' heeft voor 2016 twee waarden: hoog (stap 2 van 2) en laag (stap 1 van 2)",),
    ),
    Case(
        "DIN309",
        "another edition says otherwise",
        "model: b\nvorige_editie: oud.yaml\nindicatoren: {i: {naam: I, eenheid: x}}\nmetingen: {a: {van: i, waarde: 6, datum: 2019}}\n",
        ("4:32 DIN309 a: 'I' heeft voor 2019 twee waarden: 6 x en 5 x",),
        {"oud": "model: a\nindicatoren: {i: {naam: I, eenheid: x}}\nmetingen: {m: {van: i, waarde: 5, datum: 2019}}\n"},
    ),
    Case(
        "DIN310",
        "no step of the scale",
        """\
indicatoren:
  i: {naam: I, schaal: [laag, hoog], nulmeting: lag, streefwaarden: [hoog, 3]}
metingen:
  m: {van: i, waarde: Hoog, datum: 2019}
  n: {van: i, waarde: onbekend, datum: 2019}
""",
        (
            "2:49 DIN310 i: de nulmeting van 'I' is 'lag', en dat is geen stap van de schaal",
            "2:76 DIN310 i: de streefwaarde van 'I' is '3', en dat is geen stap van de schaal",
            "4:23 DIN310 m: de meting 'm' van 'I' is 'Hoog', en dat is geen stap van de schaal",
        ),
    ),
    Case(
        "DIN310",
        "words without a scale",
        "indicatoren:\n  i: {naam: I, eenheid: x, nulmeting: veel, streefwaarden: pm}\n",
        ("2:39 DIN310 i: de nulmeting van 'I' is 'veel', geen getal, en een schaal is er niet",),
    ),
    Case("DIN310", "steps", "indicatoren: {i: {naam: I, schaal: ['1', '2'], nulmeting: 1, streefwaarden: [2, pm]}, j: {naam: J, nulmeting: 5}}\n"),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_a_model_gives_exactly_these_findings(case: Case) -> None:
    check_case(case)


TWO = """
bronnen: {{a: A, b: B}}
indicatoren: {{i: {{naam: I, eenheid: x}}}}
metingen:
  m: {{van: i, waarde: 1, datum: 2019{first}}}
  n: {{van: i, waarde: 2, datum: 2019{second}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        (", bron: a blz. 1", ", bron: b blz. 1", Severity.WARNING),
        (", bron: a blz. 1", ", bron: a blz. 2", Severity.WARNING),
        (", bron: a blz. 1", ", bron: a blz. 1", Severity.ERROR),
        (", bron: a blz. 1", "", Severity.ERROR),
        ("", "", Severity.ERROR),
    ],
)
def test_sources_that_disagree_are_a_warning(first: str, second: str, severity: Severity) -> None:
    finding = one("DIN309", TWO.format(first=first, second=second))
    assert finding.severity is severity
    assert [place.span.line for place in finding.related] == [5]


def test_the_other_value_may_stand_in_a_file_of_an_earlier_edition() -> None:
    case = next(case for case in CASES if case.name == "another edition says otherwise")
    (place,) = one("DIN309", case.text, **case.parts).related
    assert (place.file, place.span.line) == ("oud.yaml", 3)


def test_a_near_step_is_proposed() -> None:
    hint = one("DIN310", "indicatoren: {i: {naam: I, schaal: [laag, hoog], nulmeting: hog}}").hint
    assert hint == ("de schaal is: laag, hoog; bedoelt u 'hoog'?", "the scale is: laag, hoog; did you mean 'hoog'?")


def test_one_fault_is_one_finding() -> None:
    text = "indicatoren: {i: {naam: I, eenheid: x}}\nmetingen:\n  a: {van: i, waarde: 1, datum: 2019}\n  b: {van: i, waarde: '2 y', datum: 2019}\n"
    assert [code for code in codes(text) if code.startswith("DIN3")] == ["DIN304"]
    off = "indicatoren: {i: {naam: I, schaal: [laag, hoog], nulmeting: lag, streefwaarden: hoog}}"
    assert [code for code in codes(off) if code.startswith("DIN3")] == ["DIN310"]


def test_what_could_not_be_read_gives_no_second_finding() -> None:
    assert found("DIN310", "indicatoren: {i: {naam: I, schal: [laag, hoog], nulmeting: laag}}") == []
    assert (
        found(
            "DIN306",
            "peildatum: 2021\nindicatoren: {i: {naam: I, eenheid: x, nulmeting: {waarde: 1, datum: 1990}, meetfrequentie: jaarlijks}}\nmetingen: [",
        )
        == []
    )
