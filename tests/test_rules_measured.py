"""The rules on what is measured and who is involved (DIN3xx, DIN4xx of the whole catalogue): model text in, exact findings out."""

from __future__ import annotations

import pytest

from rules_support import Case, check_case, identify, one

INDICATOR = "  {0}: {{naam: I, eenheid: x, nulmeting: 1, streefwaarden: 2, meet: {1}}}\n"
LARGE = """\
doelen: {a: Meer banen, b: Minder uitval, c: Meer woningen, d: Schonere lucht}
inspanningen: {e: Werven, f: Bouwen, g: Beurs houden, h: Loket openen}
"""
"""Enough not to be a sketch."""

CASES = (
    Case(
        "DIN301",
        "the top of a branch that nothing measures",
        "doelen: {a: {naam: A, subdoelen: {a1: A1}}, b: {naam: B, subdoelen: {b1: {naam: B1}, b2: B2}}, c: C}\nindicatoren:\n"
        + INDICATOR.format("i", "b1")
        + INDICATOR.format("j", "c"),
        ("1:10 DIN301 a: doel 'A' wordt door geen indicator gemeten", "1:86 DIN301 b2: doel 'B2' wordt door geen indicator gemeten"),
    ),
    Case(
        "DIN301",
        "benefits, and a goal that is measured by its benefit",
        """\
profiel: uitgebreid
doelen: {a: A, z: Z}
baten:
  b: {naam: B, draagt_bij_aan: a}
  c: {naam: C, draagt_bij_aan: a}
  d: {naam: D, draagt_bij_aan: a, soort: ongewenst}
  e: {naam: E, draagt_bij_aan: z}
indicatoren:
"""
        + INDICATOR.format("i", "b"),
        ("2:16 DIN301 z: doel 'Z' wordt door geen indicator gemeten", "5:3 DIN301 c: baat 'C' wordt door geen indicator gemeten"),
    ),
    Case("DIN301", "a sketch without indicators", "doelen: {a: A, b: {naam: B, subdoelen: {c: C}}}\ninspanningen: {e: E, f: F, g: G, h: H}\n"),
    Case("DIN301", "a model without indicators: said once", LARGE, ("1:10 DIN301 a: 4 van de 4 doelen worden door geen indicator gemeten",)),
    Case(
        "DIN301",
        "most goals: said once, at the programme",
        "programma: {id: p, naam: P}\ndoelen: {a: A, b: B, c: C, d: D, e: E}\nindicatoren:\n" + INDICATOR.format("i", "e"),
        ("1:17 DIN301 p: 4 van de 5 doelen worden door geen indicator gemeten",),
    ),
    Case(
        "DIN301",
        "the source says that there are none, or something was lost",
        LARGE + "indicatoren: {geen: Het contract noemt er geen}\n",
    ),
    Case(
        "DIN301",
        "a mistyped link means the goal that it resembles",
        "doelen: {a-doel: A, b-doel: B}\nindicatoren:\n" + INDICATOR.format("i", "a-deol"),
        ("1:21 DIN301 b-doel: doel 'B' wordt door geen indicator gemeten",),
    ),
    Case("DIN301", "a link that means nothing known", "doelen: {a-doel: A, b-doel: B}\nindicatoren:\n" + INDICATOR.format("i", "zuivel")),
    Case("DIN301", "an indicator that could not be read", "doelen: {a: A, b: B}\nindicatoren: {i: [x], j: {naam: J, eenheid: x, meet: b}}\n"),
    Case("DIN301", "what ended needs none", "doelen: {a: A, b: {naam: B, beeindigd: 2019}}\nindicatoren:\n" + INDICATOR.format("i", "a")),
    Case(
        "DIN305",
        "an indicator without an agreement",
        LARGE
        + """\
indicatoren:
  i: {naam: I, eenheid: x, meet: a, meetverantwoordelijke: p, meetwijze: telling, meetfrequentie: jaarlijks}
  j: {naam: J, eenheid: x, meet: b, meetverantwoordelijke: p, meetfrequentie: onbekend}
  k: {naam: K, eenheid: x}
stakeholders: {p: P}
""",
        ("5:3 DIN305 j: indicator 'J' mist meetwijze en meetfrequentie",),
    ),
    Case(
        "DIN305",
        "most indicators: said once",
        LARGE + "indicatoren:\n" + "".join(INDICATOR.format(f"x-{goal}", goal) for goal in "abcd"),
        ("4:3 DIN305 x-a: bij 4 van de 4 indicatoren ligt niet vast wie meet, hoe en hoe vaak",),
    ),
    Case("DIN305", "a sketch", "doelen: {a: A}\nindicatoren:\n" + INDICATOR.format("i", "a")),
    Case(
        "DIN308",
        "measurements without a source",
        """\
bronnen: {s: S}
indicatoren: {i: {naam: I, eenheid: x}}
metingen:
  m1: {van: i, waarde: 1, datum: 2018, bron: s blz. 1}
  m2: {van: i, waarde: {waarde: 2, bron: s}, datum: 2019}
  m3: {van: i, waarde: 3, datum: 2020}
  m4: {van: i, waarde: 4, datum: 2021, bron: onbekend}
""",
        ("6:3 DIN308 m3: meting 'm3' heeft geen bron",),
    ),
    Case("DIN308", "a model without sources", "indicatoren: {i: {naam: I, eenheid: x}}\nmetingen: {m: {van: i, waarde: 1, datum: 2019}}\n"),
    Case(
        "DIN402",
        "benefits and capabilities without an owner",
        """\
profiel: uitgebreid
baten:
  a: {naam: A, stakeholders: {p: eigenaar}}
  b: {naam: B, stakeholders: {p: partner}}
  c: {naam: C, soort: ongewenst}
  d: {naam: D, stakeholders: {q: eigenaar}}
vermogens:
  e: {naam: E, stakeholders: {p: trekker}}
  f: F
stakeholders: {p: P}
""",
        ("4:3 DIN402 b: baat 'B' heeft geen eigenaar", "9:3 DIN402 f: vermogen 'F' heeft geen eigenaar"),
    ),
    Case(
        "DIN402",
        "most of them: said once",
        "profiel: uitgebreid\nprogramma: {id: p, naam: P}\nbaten: {a: A, b: B, c: C}\nvermogens: {d: D}\n",
        ("2:17 DIN402 p: 4 van de 4 baten en vermogens hebben geen eigenaar",),
    ),
    Case(
        "DIN403",
        "two and three owners",
        """\
inspanningen:
  a: {naam: A, stakeholders: {p: eigenaar, q: eigenaar}}
  b: {naam: B, stakeholders: {p: eigenaar, q: trekker}}
  c: {naam: C, stakeholders: {p: eigenaar, q: eigenaar, r: eigenaar}}
stakeholders: {p: P, q: Q, r: R}
""",
        ("2:44 DIN403 a: inspanning 'A' heeft 2 eigenaars: 'P' en 'Q'", "4:44 DIN403 c: inspanning 'C' heeft 3 eigenaars: 'P', 'Q' en 'R'"),
    ),
    Case(
        "DIN403", "an agreement may have several", "afspraken: {a: {naam: A, stakeholders: {p: eigenaar, q: eigenaar}}}\nstakeholders: {p: P, q: Q}\n"
    ),
    Case(
        "DIN404",
        "the programme manager owns a benefit",
        """\
profiel: uitgebreid
programma: {id: z, naam: Z, stakeholders: {p: programmamanager, q: eigenaar}}
baten:
  a: {naam: A, stakeholders: {p: eigenaar}}
  b: {naam: B, stakeholders: {q: eigenaar, p: partner}}
inspanningen: {c: {naam: C, stakeholders: {p: eigenaar}}}
stakeholders: {p: P, q: Q}
""",
        ("4:31 DIN404 a: baat 'A' is van 'P', die het programma leidt en na afloop weg is",),
    ),
    Case(
        "DIN406",
        "power without a role",
        """\
inspanningen: {a: {naam: A, stakeholders: [p], geld: {bedrag: 1, betaler: r}}}
stakeholders:
  p: {naam: P, macht: 5}
  q: {naam: Q, macht: 4, onderdeel_van: p}
  r: {naam: R, macht: 5}
  s: {naam: S, macht: 3}
  t: {naam: T, macht: onbekend}
""",
        ("4:23 DIN406 q: stakeholder 'Q' heeft veel macht (4) en is nergens bij betrokken",),
    ),
    Case(
        "DIN406",
        "a role that was mistyped",
        "inspanningen: {a: {naam: A, stakeholders: [wethoudr]}}\nstakeholders: {wethouder: {naam: P, macht: 5}}\n",
    ),
    Case(
        "DIN407",
        "who only bears what is unwanted",
        """\
profiel: uitgebreid
baten:
  a: {naam: Lawaai, soort: ongewenst, stakeholders: {p: doelgroep, q: doelgroep}}
  b: {naam: Stank, soort: ongewenst, stakeholders: {p: doelgroep}}
  c: {naam: Banen, stakeholders: {r: doelgroep}}
besluiten: {d: {naam: D, stakeholders: {q: adviseur}}}
stakeholders: {p: P, q: Q, r: R}
""",
        ("3:54 DIN407 p: stakeholder 'P' heeft last van 'Lawaai' en is verder nergens bij betrokken",),
    ),
    Case(
        "DIN410",
        "decisions without who or when",
        """\
besluiten:
  a: {naam: A, door: Raad, datum: 2019}
  b: {naam: B, door: Raad}
  c: {naam: C, datum: onbekend, door: onbekend}
  d: {naam: D, datum: 2019, stakeholders: {p: beslisser}}
  e: {naam: E, datum: 2019-13, door: Raad}
stakeholders: {p: P}
""",
        (
            "3:3 DIN410 b: besluit 'B' zegt niet wanneer het genomen is",
            "4:3 DIN410 c: besluit 'C' zegt niet wie het nam en wanneer (de bron laat het open)",
        ),
    ),
    Case(
        "DIN410",
        "most decisions: said once",
        "besluiten: {a: A, b: B, c: C, d: D}\n",
        ("1:13 DIN410 a: 4 van de 4 besluiten zeggen niet wie ze nam of wanneer",),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_the_findings_are_these(case: Case) -> None:
    check_case(case)


def test_an_indicator_of_work_only_is_told_in_the_hint() -> None:
    text = "doelen: {a: A, b: B}\ninspanningen: {e: {naam: Loket openen, draagt_bij_aan: a}}\nindicatoren:\n"
    finding = one("DIN301", text + INDICATOR.format("i", "e") + INDICATOR.format("j", "b"))
    assert finding.element == "a"
    assert finding.hint is not None
    assert finding.hint.nl == "er is wel een indicator bij inspanning 'Loket openen', maar die telt werk; voeg er een toe die het effect meet"


def test_where_a_rule_speaks_for_many_some_are_shown() -> None:
    finding = one("DIN301", LARGE)
    assert [place.span.line for place in finding.related] == [1, 1, 1]
    assert {place.why and place.why.nl for place in finding.related} == {"een ervan"}
