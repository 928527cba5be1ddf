"""The rules on dates and on weights (DIN5xx, DIN6xx of the whole catalogue): model text in, exact findings out."""

from __future__ import annotations

import pytest

from dinkit.model.dates import parse_date
from dinkit.rule import findings_of as findings_of_rule
from rules_support import Case, check_case, identify, one, rules
from support import loaded

AT = "peildatum: 2030-07-01\n"

CASES = (
    Case(
        "DIN502",
        "work that is ready too late",
        """\
doelen: {a: {naam: A, streefdatum: 2030}, b: {naam: B, streefdatum: 2029}, c: C}
vermogens: {v: {naam: V, draagt_bij_aan: b}}
inspanningen:
  d: {naam: D, draagt_bij_aan: [a, b, c], planning: 2028..2031}
  e: {naam: E, draagt_bij_aan: v, planning: 2030}
  f: {naam: F, planning: 2031, onderdelen: {f1: {naam: F1, draagt_bij_aan: a}}}
  g: {naam: G, draagt_bij_aan: b, planning: 2029..}
  h: {naam: H, draagt_bij_aan: a, planning: 2029..2030-winter}
  i: {naam: I, draagt_bij_aan: b, planning: 2031, status: gereed}
  j: {naam: J, draagt_bij_aan: c, planning: 2099}
""",
        (
            "4:53 DIN502 d: 'D' loopt tot en met 2031, maar 'B' moet in 2029 bereikt zijn",
            "5:45 DIN502 e: 'E' loopt tot en met 2030, maar 'B' moet in 2029 bereikt zijn",
            "6:26 DIN502 f1: 'F1' loopt tot en met 2031, maar 'A' moet in 2030 bereikt zijn",
        ),
    ),
    Case(
        "DIN504",
        "statuses that the dates exclude",
        AT
        + """\
inspanningen:
  a: {naam: A, status: lopend, planning: 2028..2029, onderdelen: {a1: {naam: A1, status: lopend}}}
  b: {naam: B, status: gepland, planning: 2030-H1..2031}
  c: {naam: C, status: idee, planning: 2030-Q3..}
  d: {naam: D, status: gereed, planning: 2031}
  e: {naam: E, status: lopend, beeindigd: 2029}
  f: {naam: F, status: lopend, planning: 2028..2030}
  g: {naam: G, status: gestopt, planning: 2028, beeindigd: 2029}
  h: {naam: H, status: aangehouden, planning: 2028..2029}
  i: {naam: I, status: lopend, planning: onbekend}
""",
        (
            "3:24 DIN504 a: 'A' loopt nog op 2030-07-01, maar zou in 2029 af zijn",
            "3:90 DIN504 a1: 'A1' loopt nog op 2030-07-01, maar zou in 2029 af zijn",
            "4:24 DIN504 b: 'B' is op 2030-07-01 nog niet begonnen, maar zou in 2030-H1 beginnen",
            "6:24 DIN504 d: 'D' is op 2030-07-01 gereed, maar begint volgens de planning pas in 2031",
            "7:24 DIN504 e: 'E' is beëindigd (2029), maar heeft een status van werk dat er nog is",
        ),
    ),
    Case(
        "DIN504",
        "without a reference date only the end is seen",
        "inspanningen:\n  a: {naam: A, status: lopend, planning: 2028..2029}\n  e: {naam: E, status: gepland, beeindigd: 2029}\n",
        ("3:24 DIN504 e: 'E' is beëindigd (2029), maar heeft een status van werk dat er nog is",),
    ),
    Case("DIN504", "an end that is still to come", AT + "inspanningen:\n  e: {naam: E, status: lopend, beeindigd: 2031}\n"),
    Case(
        "DIN506",
        "efforts without costs",
        """\
doelen: {a: A, b: B, c: C, d: D}
middelen: {m: M}
inspanningen:
  e: {naam: E, geld: 100}
  f: {naam: F, gebruikt: m}
  g: {naam: G, onderdelen: {g1: {naam: G1, geld: {geldstroom: regulier}}, g2: G2}}
  h: {naam: H, geld: {bedrag: onbekend}, onderdelen: {h1: H1}}
""",
        ("7:22 DIN506 h: nergens staat wat inspanning 'H' kost",),
    ),
    Case(
        "DIN506",
        "more than three are one tip",
        "doelen: {a: A, b: B}\ninspanningen: {c: {naam: C, geld: 1}, d: {naam: D, geld: 1}, e: {naam: E, geld: 1}, f: F, g: G, h: H, i: I}\n",
        ("2:85 DIN506 f: van 4 van de 7 inspanningen staat nergens wat ze kosten",),
    ),
    Case("DIN506", "no effort has any", "doelen: {a: A, b: B, c: C, d: D}\ninspanningen: {e: E, f: F, g: G, h: H}\n"),
    Case("DIN506", "a sketch", "inspanningen: {e: {naam: E, geld: 1}, f: F}\n"),
    Case(
        "DIN509",
        "realised after the reference date",
        AT
        + """\
inspanningen: {a: A}
resultaten:
  r1: {van: a, datum: 2031, stand: gerealiseerd}
  r2: {van: a, naam: Loket open, datum: 2030-Q4, stand: gerealiseerd}
  r3: {van: a, datum: 2030, stand: gerealiseerd}
  r4: {van: a, datum: 2031, stand: gepland}
  r5: {van: a, datum: onbekend, stand: gerealiseerd}
""",
        (
            "4:23 DIN509 r1: resultaat 'r1' is gerealiseerd in 2031, na de peildatum (2030-07-01)",
            "5:41 DIN509 r2: resultaat 'Loket open' is gerealiseerd in 2030-Q4, na de peildatum (2030-07-01)",
        ),
    ),
    Case(
        "DIN510",
        "years of another age",
        """\
doelen: {a: {naam: A, streefdatum: 2122}}
inspanningen:
  b: {naam: B, planning: 2019..2020}
  c: {naam: C, planning: 1922}
  d: {naam: D, planning: {start: 1919, eind: 2021}, geld: {bedrag: 1, periode: 2091}}
  e: {naam: E, planning: 2019..1922}
  f: {naam: F, planning: 2050}
  g: {naam: G, beeindigd: 2019}
afspraken: {h: {naam: Wet, soort: wet, planning: 1848..}}
bronnen: {i: {naam: Boek, datum: 1850}}
""",
        (
            "1:36 DIN510 a: 'A' noemt 2122, 102 jaar van de andere jaren in dit model",
            "4:26 DIN510 c: 'C' noemt 1922, 98 jaar van de andere jaren in dit model",
            "5:34 DIN510 d: 'D' noemt 1919, 101 jaar van de andere jaren in dit model",
            "5:80 DIN510 d: 'D' noemt 2091, 71 jaar van de andere jaren in dit model",
        ),
    ),
    Case("DIN510", "two dates have no middle", "inspanningen: {a: {naam: A, planning: 1900}, b: {naam: B, planning: 2020}}\n"),
    Case(
        "DIN511",
        "parts outside their effort",
        """\
inspanningen:
  a: {naam: A, planning: 2029..2030, onderdelen: {a1: {naam: A1, planning: 2031}, a2: {naam: A2, planning: 2028..2029}, a3: {naam: A3, planning: 2030..}}}
  b: {naam: B, planning: 2029.., onderdelen: {b1: {naam: B1, planning: 2040}, b2: {naam: B2, onderdelen: {b3: {naam: B3, planning: 2028}}}}}
  c: {naam: C, onderdelen: {c1: {naam: C1, planning: 2031}}}
""",
        (
            "2:26 DIN511 a: onderdeel 'A1' (2031) en nog 1 vallen buiten de planning van 'A' (2029 t/m 2030)",
            "3:26 DIN511 b: onderdeel 'B3' (2028) valt buiten de planning van 'B' (vanaf 2029)",
        ),
    ),
    Case(
        "DIN512",
        "work with a status and a planning",
        "programma: {id: p, naam: P}\ninspanningen: {a: {naam: A, status: lopend, planning: 2029}}\n",
        ("1:17 DIN512 p: dit model heeft geen peildatum, dus dinkit ziet niet wat verouderd, te laat of te vroeg is",),
    ),
    Case(
        "DIN512",
        "an indicator with a frequency, without a programme",
        "# begin\nindicatoren: {a: {naam: A, eenheid: x, meetfrequentie: jaarlijks}}\n",
        ("1:1 DIN512 -: dit model heeft geen peildatum, dus dinkit ziet niet wat verouderd, te laat of te vroeg is",),
    ),
    Case(
        "DIN512",
        "a realised result",
        "programma: {id: p, naam: P}\nresultaten: {r: {van: p, datum: 2019, stand: gerealiseerd}}\n",
        ("1:17 DIN512 p: dit model heeft geen peildatum, dus dinkit ziet niet wat verouderd, te laat of te vroeg is",),
    ),
    Case(
        "DIN512",
        "an acceptance that may expire",
        'programma: {id: p, naam: P, aanvaard: {DIN107: {reden: "zo", geldt_tot: 2031}}}\n',
        ("1:17 DIN512 p: dit model heeft geen peildatum, dus dinkit ziet niet wat verouderd, te laat of te vroeg is",),
    ),
    Case(
        "DIN512",
        "nothing that a rule would look at",
        "inspanningen: {a: {naam: A, planning: 2029}, b: {naam: B, status: lopend}}\nresultaten: {r: {van: a, datum: 2019, stand: gepland}}\n",
    ),
    Case("DIN512", "a reference date", AT + "inspanningen: {a: {naam: A, status: lopend, planning: 2029..}}\n"),
    Case(
        "DIN513",
        "what ended is counted on",
        AT
        + """\
doelen: {a: {naam: A, beeindigd: 2029}, b: {naam: B, beeindigd: 2031}}
inspanningen:
  c: {naam: C, draagt_bij_aan: [a, b]}
  d: {naam: D, draagt_bij_aan: a, vereist: e, stakeholders: [p]}
  e: {naam: E, beeindigd: 2028}
  f: {naam: F, draagt_bij_aan: a, status: gestopt}
  g: {naam: G, draagt_bij_aan: a, beeindigd: 2029}
stakeholders: {p: {naam: P, beeindigd: onbekend}}
""",
        (
            "2:34 DIN513 a: 'A' is beëindigd (2029), maar 'C' en nog 1 rekenen er nog op",
            "6:27 DIN513 e: 'E' is beëindigd (2028), maar 'D' rekent er nog op",
            "9:40 DIN513 p: 'P' is beëindigd, maar 'D' rekent er nog op",
        ),
    ),
    Case(
        "DIN513",
        "what ended in the previous edition",
        "model: nieuw\nvorige_editie: oud.yaml\ninspanningen:\n  a: A\n  b: {naam: B, beeindigd: 2019}\n  c: {naam: C, status: gereed}\n  d: D\n",
        ("4:3 DIN513 a: 'A' was in de vorige editie al beëindigd (2019), en staat hier gewoon nog",),
        {"oud": "model: oud\ninspanningen: {a: {naam: A, beeindigd: 2019}, b: {naam: B, beeindigd: 2019}, c: {naam: C, beeindigd: 2018}, d: D}\n"},
    ),
    Case(
        "DIN602",
        "shares that leave something over",
        """\
weegschaal: aandeel
doelen: {a: A, b: B, c: C, d: D}
inspanningen:
  e: {naam: E, draagt_bij_aan: {a: 0.5, b: 0.33, c: 0.1, d: 40%}}
  f: {naam: F, draagt_bij_aan: {a: 0.2, b: 0.33, c: }}
  g: {naam: G, draagt_bij_aan: {b: 0.33, d: 0.3}}
""",
        ("2:10 DIN602 a: de aandelen in 'A' zijn samen 0,7; de overige 0,3 is invloed van buiten, en zo bij nog 1",),
    ),
    Case("DIN602", "points are no shares", "weegschaal: punten\ndoelen: {a: A}\ninspanningen: {e: {naam: E, draagt_bij_aan: {a: 0.5}}}\n"),
    Case(
        "DIN604",
        "weights of three digits",
        """\
weegschaal: aandeel
doelen: {a: A, b: B}
inspanningen:
  e: {naam: E, draagt_bij_aan: {a: 0.25, b: 0.333}}
  f: {naam: F, draagt_bij_aan: {a: 12.5%, b: 0.050}}
""",
        ("4:45 DIN604 e: gewicht '0.333' (en nog 1) is preciezer dan iemand kan weten",),
    ),
    Case(
        "DIN604",
        "round numbers and signs",
        "weegschaal: punten\ndoelen: {a: A, b: B}\ninspanningen: {e: {naam: E, draagt_bij_aan: {a: 100, b: 1200}}}\n",
    ),
    Case(
        "DIN605",
        "bare numbers",
        "doelen: {a: A, b: B}\ninspanningen: {f: {naam: F, draagt_bij_aan: {a: 0.5}}, e: {naam: E, draagt_bij_aan: {a: 20%, b: 0.4}}}\n",
        ("2:97 DIN605 e: gewicht '0.4': dit model zegt niet op welke weegschaal; het wordt gelezen als 'aandeel'",),
    ),
    Case("DIN605", "signs and percentages", "doelen: {a: A, b: B}\ninspanningen: {e: {naam: E, draagt_bij_aan: {a: ++}}}\n"),
    Case("DIN605", "mixed weights are an error already", "doelen: {a: A, b: B}\ninspanningen: {e: {naam: E, draagt_bij_aan: {a: ++, b: 3}}}\n"),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_the_findings_are_these(case: Case) -> None:
    check_case(case)


def test_another_reference_date_gives_another_answer() -> None:
    network = loaded(AT + "inspanningen: {a: {naam: A, status: lopend, planning: 2028..2030}}\n").network
    rule = rules()["status-contradicts-dates"]
    later = network.at(parse_date("2031-01-01"))
    assert [list(findings_of_rule(rule, "x", one)) for one in (network, network.at(parse_date("2029-01-01")))] == [[], []]
    (finding,) = findings_of_rule(rule, "x", later)
    assert finding.message.nl == "'A' loopt nog op 2031-01-01, maar zou in 2030 af zijn"


@pytest.mark.parametrize(("year", "meant"), [("1922", "2022"), ("2119", "2019"), ("2190", "1990"), ("2919", "2019"), ("1019", "2019")])
def test_a_year_of_another_age_is_brought_into_ours(year: str, meant: str) -> None:
    text = "inspanningen: {a: {naam: A, planning: 2019}, b: {naam: B, planning: 2020}, c: {naam: C, planning: 2021}"
    hint = one("DIN510", f"{text}, d: {{naam: D, planning: {year}}}}}\n").hint
    assert hint is not None
    assert hint.nl.startswith(f"bedoelt u {meant}? ")
