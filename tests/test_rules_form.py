"""The rules on the form of the whole network (DIN116 to DIN119): model text in, exact findings out."""

from __future__ import annotations

import pytest

from rules_support import Case, check_case, identify

PROGRAMME = "programma: {id: p, naam: P}\n"
EIGHT = "doelen: {a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H}\n"


def efforts(count: int, more: str = "") -> str:
    """So many efforts, each with the same fields."""
    return "inspanningen:\n" + "".join(f"  e{number:02}: {{naam: E{number}{more}}}\n" for number in range(count))


CASES = (
    Case("DIN116", "eight main goals", EIGHT + PROGRAMME, ("2:17 DIN116 p: 8 hoofddoelen: op één beeld passen er hoogstens 7",)),
    Case("DIN116", "eight main goals without a programme", EIGHT, ("1:10 DIN116 a: 8 hoofddoelen: op één beeld passen er hoogstens 7",)),
    Case("DIN116", "seven main goals with subgoals", "doelen: {a: {naam: A, subdoelen: {h: H, i: I}}, b: B, c: C, d: D, e: E, f: F, g: G}\n"),
    Case("DIN116", "twenty-one efforts", efforts(21), ("2:3 DIN116 e00: 21 inspanningen: op één beeld passen er hoogstens 20",)),
    Case("DIN116", "twenty efforts", efforts(20)),
    Case("DIN116", "parts do not count", efforts(20) + "  z: {naam: Z, onderdeel_van: e00}\n"),
    Case(
        "DIN116",
        "several kinds, in the words of the model",
        "profiel: uitgebreid\nlabels: {baat: gewenst effect}\nbaten:\n"
        + "".join(f"  b{number}: B\n" for number in range(11))
        + "vermogens:\n"
        + "".join(f"  v{number}: V\n" for number in range(16)),
        (
            "4:3 DIN116 b0: 11 gewenst effect: op één beeld passen er hoogstens 10",
            "16:3 DIN116 v0: 16 vermogens: op één beeld passen er hoogstens 15",
        ),
    ),
    Case(
        "DIN117",
        "more than half of all lines",
        """\
doelen: {a: A, b: B, c: C, d: D}
inspanningen:
  e: {naam: E, draagt_bij_aan: [a, b, c]}
  f: {naam: F, draagt_bij_aan: [a, b]}
  g: {naam: G, draagt_bij_aan: [c, d]}
  h: {naam: H, onderdelen: {h1: {naam: H1, draagt_bij_aan: d}, h2: {naam: H2, draagt_bij_aan: a}}}
""",
        ("3:3 DIN117 e: tussen inspanningen en doelen zijn 9 van de 16 mogelijke bijdragen getekend",),
    ),
    Case(
        "DIN117",
        "half of all lines, and what parts say twice",
        """\
doelen: {a: A, b: B, c: C, d: D}
inspanningen:
  e: {naam: E, draagt_bij_aan: [a, b]}
  f: {naam: F, draagt_bij_aan: [a, b]}
  g: {naam: G, draagt_bij_aan: [c, d]}
  h: {naam: H, draagt_bij_aan: a, onderdelen: {h1: {naam: H1, draagt_bij_aan: d}, h2: {naam: H2, draagt_bij_aan: d}}}
""",
    ),
    Case(
        "DIN117",
        "three goals are few",
        "doelen: {a: A, b: B, c: C}\n" + efforts(5, ", draagt_bij_aan: [a, b, c]"),
    ),
    Case(
        "DIN118",
        "two pieces",
        """\
doelen: {a: A, b: {naam: B, subdoelen: {b1: B1}}}
inspanningen:
  c: {naam: C, draagt_bij_aan: a}
  d: {naam: D, draagt_bij_aan: a}
  e: {naam: E, vereist: d}
  f: {naam: F, draagt_bij_aan: b}
  g: {naam: G, draagt_bij_aan: b1}
  h: {naam: H, draagt_bij_aan: b1}
  i: {naam: I, remt: b1}
""",
        ("1:10 DIN118 a: het netwerk valt uiteen in 2 stukken die niets met elkaar te maken hebben (inspanningen): 'A' (3) en 'B' (4)",),
    ),
    Case(
        "DIN118",
        "a piece of two efforts is none",
        """\
doelen: {a: A, b: B}
inspanningen:
  c: {naam: C, draagt_bij_aan: a}
  d: {naam: D, draagt_bij_aan: a}
  e: {naam: E, draagt_bij_aan: a}
  f: {naam: F, draagt_bij_aan: b}
  g: {naam: G, draagt_bij_aan: b, onderdelen: {g1: G1}}
""",
    ),
    Case(
        "DIN118",
        "a mistyped link may be what joins them",
        """\
doelen: {a: A, b: B}
inspanningen:
  c: {naam: C, draagt_bij_aan: a}
  d: {naam: D, draagt_bij_aan: a}
  e: {naam: E, draagt_bij_aan: [a, bb]}
  f: {naam: F, draagt_bij_aan: b}
  g: {naam: G, draagt_bij_aan: b}
  h: {naam: H, draagt_bij_aan: b}
""",
    ),
    Case(
        "DIN119",
        "five benefits that everybody wants",
        PROGRAMME + "baten: {a: A, b: B, c: C, d: D, e: {naam: E, soort: gewenst}}\n",
        ("1:17 DIN119 p: 5 baten en geen enkel ongewenst effect",),
    ),
    Case("DIN119", "four benefits", "baten: {a: A, b: B, c: C, d: D}\n"),
    Case("DIN119", "an unwanted one", "baten: {a: A, b: B, c: C, d: D, e: {naam: E, soort: ongewenst}}\n"),
    Case("DIN119", "a line that hinders", "doelen: {z: Z}\nbaten: {a: A, b: B, c: C, d: D, e: {naam: E, remt: z}}\n"),
    Case("DIN119", "a type that could not be read", "baten: {a: A, b: B, c: C, d: D, e: {naam: E, soort: ongewensd}}\n"),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_the_findings_are_these(case: Case) -> None:
    check_case(case)
