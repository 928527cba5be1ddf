"""The rules on the chain from effort to goal (DIN106 to DIN111): model text in, exact findings out."""

from __future__ import annotations

import pytest

from rules_support import Case, check_case, identify

CASES = (
    Case(
        "DIN106",
        "loose efforts, and those that only look so",
        """\
doelen:
  a: {naam: A, bewust_geen_inspanning: ja}
baten:
  baat: Baat
inspanningen:
  los: {naam: Los, onderdelen: {los-1: Los een, los-2: Los twee}}
  half: {naam: Half, onderdelen: {vast: {naam: Vast, draagt_bij_aan: a}, half-los: {naam: Half los, onderdelen: {diep: Diep}}}}
  via: {naam: Via, hoort_ook_bij: vast-2}
  vast-2: {naam: V, draagt_bij_aan: a, onderdelen: {deel: Deel}}
  dubbel: {naam: D, zelfde_als: deel}
  naar-baat: {naam: N, draagt_bij_aan: baat}
  open: {naam: O, draagt_bij_aan: onbekend}
  fout: {naam: F, draagt_bij_aan: aaa}
""",
        (
            "6:3 DIN106 los: inspanning 'Los' draagt aan geen enkel doel bij",
            "7:74 DIN106 half-los: inspanning 'Half los' draagt aan geen enkel doel bij",
            "12:3 DIN106 open: inspanning 'O' draagt aan geen enkel doel bij",
        ),
    ),
    Case(
        "DIN106",
        "a model without goals says so once",
        """\
programma: {id: p, naam: P}
inspanningen:
  x: X
  y: Y
""",
        ("1:17 DIN106 p: dit model heeft geen doelen, dus geen enkele inspanning draagt bij",),
    ),
    Case(
        "DIN106",
        "a source without goals",
        """\
doelen: {geen: De bron noemt er geen.}
inspanningen:
  x: X
""",
    ),
    Case(
        "DIN107",
        "empty branches, each once",
        """\
doelen:
  top:
    naam: Top
    subdoelen:
      vol: {naam: Vol, subdoelen: {vol-1: V een, leeg-1: Leeg een}}
      leeg: {naam: Leeg, subdoelen: {leeg-2: Leeg twee, leeg-3: Leeg drie}}
      half: {naam: Half, subdoelen: {leeg-4: L}}
  met-opzet: {naam: Met opzet, bewust_geen_inspanning: later, subdoelen: {daaronder: Daaronder}}
inspanningen:
  i: {naam: I, draagt_bij_aan: vol-1}
""",
        (
            "5:50 DIN107 leeg-1: doel 'Leeg een' heeft geen inspanning",
            "6:7 DIN107 leeg: doel 'Leeg' heeft geen inspanning, ook niet via de 2 doelen eronder",
            "7:7 DIN107 half: doel 'Half' heeft geen inspanning, ook niet via het doel eronder",
        ),
    ),
    Case(
        "DIN107",
        "the goal that a typing error meant is not empty",
        """\
doelen:
  banen: B
  files: F
inspanningen:
  i: {naam: I, draagt_bij_aan: bannen}
  j: {naam: I, draagt_bij_aan: files}
""",
    ),
    Case(
        "DIN107",
        "the goal of an effort whose id was taken is not empty",
        """\
delen: [b.yaml]
doelen:
  banen: B
  files: F
inspanningen:
  i: {naam: I, draagt_bij_aan: files}
""",
        parts={
            "b": """\
inspanningen:
  i: {naam: Nog een, draagt_bij_aan: banen}
""",
        },
    ),
    Case(
        "DIN107",
        "a model without efforts says so once",
        """\
doelen:
  banen: B
  files: F
""",
        ("2:3 DIN107 banen: dit model heeft geen inspanningen, dus geen enkel doel is gedekt",),
    ),
    Case(
        "DIN107",
        "in the extended profile an empty benefit speaks for its goal",
        """\
profiel: uitgebreid
doelen:
  banen: B
baten:
  b: {naam: B, draagt_bij_aan: banen}
inspanningen:
  i: {naam: I, draagt_bij_aan: v}
vermogens:
  v: {naam: V, draagt_bij_aan: banen}
""",
    ),
    Case(
        "DIN107",
        "in the classic profile it does not",
        """\
doelen:
  banen: B
  files: F
baten:
  b: {naam: B, draagt_bij_aan: banen}
inspanningen:
  i: {naam: I, draagt_bij_aan: files}
""",
        ("2:3 DIN107 banen: doel 'B' heeft geen inspanning",),
    ),
    Case(
        "DIN108",
        "benefits without a goal",
        """\
doelen:
  a: A
baten:
  b: B
  c: {naam: C, draagt_bij_aan: b}
  d: {naam: D, soort: ongewenst, remt: a}
  e: {naam: E, draagt_bij_aan: aa-b}
""",
        ("4:3 DIN108 b: baat 'B' dient geen enkel doel",),
    ),
    Case(
        "DIN108",
        "benefits of a model without goals",
        """\
baten:
  b: B
""",
    ),
    Case(
        "DIN109",
        "benefits and capabilities with nothing beneath",
        """\
profiel: uitgebreid
doelen:
  a: A
baten:
  b: {naam: B, draagt_bij_aan: a}
  c: {naam: C, draagt_bij_aan: a}
  d: {naam: D, soort: ongewenst, remt: a}
vermogens:
  v: {naam: V, draagt_bij_aan: b}
""",
        (
            "6:3 DIN109 c: onder baat 'C' ligt geen vermogen",
            "9:3 DIN109 v: onder vermogen 'V' ligt geen inspanning",
        ),
    ),
    Case(
        "DIN109",
        "the classic profile does not ask",
        """\
doelen:
  a: A
baten:
  b: {naam: B, draagt_bij_aan: a}
""",
    ),
    Case(
        "DIN110",
        "a capability that serves a benefit",
        """\
doelen:
  a: A
baten:
  b: {naam: B, draagt_bij_aan: a}
vermogens:
  v: {naam: V, draagt_bij_aan: b}
""",
    ),
    Case(
        "DIN110",
        "a capability on the shelf",
        """\
doelen:
  a: A
vermogens:
  v: V
  w: {naam: W, draagt_bij_aan: a}
""",
        ("4:3 DIN110 v: vermogen 'V' dient geen baat en geen doel",),
    ),
    Case(
        "DIN111",
        "each skipped level",
        """\
profiel: uitgebreid
doelen:
  a: A
baten:
  b: {naam: B, draagt_bij_aan: a}
vermogens:
  v: {naam: V, draagt_bij_aan: [a, b]}
inspanningen:
  i: {naam: I, draagt_bij_aan: [v, b, a]}
""",
        (
            "7:33 DIN111 v: tussen 'V' en 'A' is baat overgeslagen",
            "9:36 DIN111 i: tussen 'I' en 'B' is vermogen overgeslagen",
            "9:39 DIN111 i: tussen 'I' en 'A' zijn vermogen en baat overgeslagen",
        ),
    ),
    Case(
        "DIN111",
        "the classic profile skips levels",
        """\
doelen:
  a: A
inspanningen:
  i: {naam: I, draagt_bij_aan: a}
""",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_a_model_gives_exactly_these_findings(case: Case) -> None:
    check_case(case)
