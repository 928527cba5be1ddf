"""The rules on sources (DIN112, DIN8xx): model text in, exact findings out."""

from __future__ import annotations

import pytest

from rules_support import Case, check_case, identify

CASES = (
    Case(
        "DIN112",
        "sources that are not registered, each once",
        """\
bronnen:
  contract: Contract
programma:
  id: p
  naam: P
  missie: [{tekst: Meer werk, bron: contrct § 1}]
doelen:
  a: {naam: A, bron: [contract § 3, nota § 4]}
inspanningen:
  i:
    naam: I
    planning: {start: 2019, bron: contrct § 2}
    draagt_bij_aan: {a: {bron: brief}}
    geld: [{bedrag: 5, bron: onbekend}]
""",
        (
            "8:37 DIN112 a: bron 'nota' staat niet in het register",
            "12:35 DIN112 i: bron 'contrct' staat niet in het register (2 keer genoemd)",
            "13:32 DIN112 i: bron 'brief' staat niet in het register",
        ),
    ),
    Case(
        "DIN112",
        "registered sources",
        """\
bronnen:
  contract: Contract
doelen:
  a: {naam: A, bron: [contract, contract § 4, onbekend]}
""",
    ),
    Case(
        "DIN801",
        "wordings that say something else",
        """\
inspanningen:
  a: {naam: Kader 2019-2022, letterlijk: kader 2019 – 1922, herkomst: afgeleid, reden: tikfout van de bron}
  b:
    naam: B
    planning:
      letterlijk: van 2018 tot 2020
      start: 2019
      eind: 2020
    geld:
      - {bedrag: 200000, letterlijk: "€ 250.000,-"}
      - {bedrag: "€ 4,8 mln", letterlijk: "€ 4,8 miljoen"}
indicatoren:
  c: {naam: C, eenheid: banen, streefwaarden: [{letterlijk: "44.000 banen", waarde: 4400}]}
""",
        (
            "2:42 DIN801 a: de bron schrijft '1922' ('kader 2019 – 1922'), maar dat is niet hoe het hier gelezen is",
            "6:19 DIN801 b: de bron schrijft '2018' ('van 2018 tot 2020'), maar dat is niet hoe het hier gelezen is (2019..2020)",
            "10:38 DIN801 b: de bron schrijft '250.000' ('€ 250.000,-'), maar dat is niet hoe het hier gelezen is (200000)",
            "13:61 DIN801 c: de bron schrijft '44.000' ('44.000 banen'), maar dat is niet hoe het hier gelezen is (4400)",
        ),
    ),
    Case(
        "DIN801",
        "a fall is read as less than nothing, of the same size",
        """\
indicatoren:
  a:
    naam: A
    streefwaarden:
      - {letterlijk: een daling van 15%, waarde: -15}
      - {letterlijk: "Afname met 1.200", waarde: -1200}
      - {letterlijk: "1,5% minder", waarde: -1.5}
      - {letterlijk: "van -3% op jaarbasis", waarde: -3}
      - {letterlijk: een daling van 15%, waarde: 15}
      - {letterlijk: een daling van 15%, waarde: -20}
      - {letterlijk: een groei van 15%, waarde: -15}
      - {letterlijk: 2018 - 15 banen, waarde: -15}
inspanningen:
  i: {naam: I, geld: [{bedrag: -5, letterlijk: 5 euro lager}, {bedrag: -5, letterlijk: 5 euro}]}
""",
        (
            "10:22 DIN801 a: de bron schrijft '15' ('een daling van 15%'), maar dat is niet hoe het hier gelezen is (-20)",
            "11:22 DIN801 a: de bron schrijft '15' ('een groei van 15%'), maar dat is niet hoe het hier gelezen is (-15)",
            "12:22 DIN801 a: de bron schrijft '2018' ('2018 - 15 banen'), maar dat is niet hoe het hier gelezen is (-15)",
            "14:88 DIN801 i: de bron schrijft '5' ('5 euro'), maar dat is niet hoe het hier gelezen is (-5)",
        ),
    ),
    Case(
        "DIN801",
        "wordings that say the same",
        """\
inspanningen:
  a: {naam: Kader 2019-2022, letterlijk: kader 2019 t/m 2022, planning: {letterlijk: vanaf 2015 tot heden, start: 2015, eind: onbekend}}
  b:
    naam: B
    planning: {letterlijk: na 2030, start: onbekend}
    geld:
      - {bedrag: 3900000, letterlijk: "3,9 miljoen"}
      - {bedrag: 200000, letterlijk: "€ 200.000,- in 2019"}
      - {bedrag: onbekend, letterlijk: besparing van 3 ton}
besluiten:
  d: {naam: D, datum: 2019-03, letterlijk: in maart 2019}
indicatoren:
  c: {naam: C, eenheid: "%", streefwaarden: [{letterlijk: "1,22%", waarde: 1.22}, {letterlijk: gemiddeld, waarde: gemiddeld}]}
""",
    ),
    Case(
        "DIN802",
        "counts that differ",
        """\
programma: {id: p, naam: P, aangekondigd: {hoofddoelen: 1, inspanningen: 3, stakeholders: 1, programmas: 4}}
doelen:
  a: {naam: A, aangekondigd: {subdoelen: 2, operationele_doelen: 1, inspanningen: 2}, subdoelen: {b: {naam: B, subdoelen: {c: C}}}}
  d: D
inspanningen:
  i: {naam: I, draagt_bij_aan: [a, d], aangekondigd: {onderdelen: 2}, onderdelen: {j: {naam: J, draagt_bij_aan: a}}}
""",
        (
            "1:57 DIN802 p: hoofddoelen bij 'P': de bron kondigt er 1 aan, het model heeft er 2",
            "1:74 DIN802 p: inspanningen bij 'P': de bron kondigt er 3 aan, het model heeft er 1",
            "1:91 DIN802 p: stakeholders bij 'P': de bron kondigt er 1 aan, het model heeft er 0",
            "3:42 DIN802 a: subdoelen bij 'A': de bron kondigt er 2 aan, het model heeft er 1",
            "3:83 DIN802 a: inspanningen bij 'A': de bron kondigt er 2 aan, het model heeft er 1",
            "6:67 DIN802 i: onderdelen bij 'I': de bron kondigt er 2 aan, het model heeft er 1",
        ),
    ),
    Case(
        "DIN802",
        "counts that are right or cannot be counted",
        """\
doelen:
  a: {naam: A, aangekondigd: {subdoelen: 1, inspanningen: 1, indicatoren: 4}, subdoelen: {b: B}}
inspanningen:
  i: {naam: I, draagt_bij_aan: a, aangekondigd: {onderdelen: onbekend}}
""",
    ),
    Case(
        "DIN802",
        "an announcement of one document, counted in another",
        """\
bronnen: {contract: Contract, nota: Nota, verslag: Verslag}
doelen:
  a: {naam: A, bron: [contract § 3, nota § 1], aangekondigd: {inspanningen: 3}}
  b: {naam: B, bron: onbekend, aangekondigd: {inspanningen: 3}}
  c: {naam: C, aangekondigd: {inspanningen: 3}}
  d: {naam: D, bron: contract § 4, aangekondigd: {inspanningen: 1, subdoelen: 1}}
inspanningen:
  i: {naam: I, bron: verslag § 1, draagt_bij_aan: [a, b, c]}
  j: {naam: J, bron: [verslag § 2, verslag § 3], draagt_bij_aan: [a, b, c]}
""",
        (
            "4:61 DIN802 b: inspanningen bij 'B': de bron kondigt er 3 aan, het model heeft er 2",
            "5:45 DIN802 c: inspanningen bij 'C': de bron kondigt er 3 aan, het model heeft er 2",
            "6:65 DIN802 d: inspanningen bij 'D': de bron kondigt er 1 aan, het model heeft er 0",
            "6:79 DIN802 d: subdoelen bij 'D': de bron kondigt er 1 aan, het model heeft er 0",
        ),
    ),
    Case(
        "DIN802",
        "an announcement of one document, counted partly in it or in none",
        """\
bronnen: {contract: Contract, nota: Nota, verslag: Verslag}
inspanningen:
  a: {naam: A, bron: contract § 1, aangekondigd: {onderdelen: 3}, onderdelen: {b: {naam: B, bron: verslag § 1}, c: {naam: C, bron: contract § 1}}}
  d: {naam: D, bron: contract § 2, aangekondigd: {onderdelen: 3}, onderdelen: {e: {naam: E, bron: verslag § 1}, f: F}}
  g: {naam: G, bron: [contract § 3, nota § 1], aangekondigd: {onderdelen: 0}, onderdelen: {h: {naam: H, bron: verslag § 1}, i: {naam: I, bron: nota § 1}}}
  j: {naam: J, bron: contract § 4, aangekondigd: {onderdelen: 1}, onderdelen: {k: {naam: K, bron: verslag § 1}, l: {naam: L, bron: contract § 4}}}
  m: {naam: M, bron: contract § 5, aangekondigd: {onderdelen: 2}, onderdelen: {n: {naam: N, bron: verslag § 1}, o: {naam: O, bron: contract § 5}}}
""",
        (
            "3:63 DIN802 a: onderdelen bij 'A': de bron kondigt er 3 aan, het model heeft er 1 (en 1 uit een andere bron)",
            "4:63 DIN802 d: onderdelen bij 'D': de bron kondigt er 3 aan, het model heeft er 1 (en 1 uit een andere bron)",
            "5:75 DIN802 g: onderdelen bij 'G': de bron kondigt er 0 aan, het model heeft er 1 (en 1 uit een andere bron)",
        ),
    ),
    Case(
        "DIN802",
        "counts are not trusted when an id is double",
        """\
doelen:
  a: {naam: A, aangekondigd: {inspanningen: 2}}
inspanningen:
  i: {naam: I, draagt_bij_aan: a}
afspraken:
  i: Afspraak
""",
    ),
    Case(
        "DIN803",
        "work listed twice",
        """\
inspanningen:
  a: {naam: A, planning: 2019, zelfde_als: b}
  b: {naam: B, planning: 2019..}
  c: {naam: C, zelfde_als: b}
""",
        (
            "2:44 DIN803 a: de bron noemt hetzelfde werk twee keer, met een andere planning: 'A' en 'B'",
            "4:28 DIN803 c: de bron noemt hetzelfde werk twee keer: 'C' en 'B'",
        ),
    ),
    Case(
        "DIN803",
        "work with a relation",
        """\
inspanningen:
  a: {naam: A, raakt: b}
  b: {naam: B, vereist: a}
""",
    ),
    Case(
        "DIN804",
        "conclusions without a reason",
        """\
doelen:
  a: {naam: A, herkomst: aangevuld}
stakeholders:
  p: P
inspanningen:
  i:
    naam: I
    planning: {start: 2019, herkomst: afgeleid}
    draagt_bij_aan: {a: {herkomst: afgeleid}}
    stakeholders: {p: {herkomst: aangevuld, rol: partner}}
""",
        (
            "2:26 DIN804 a: 'A' is aangevuld, maar de reden ontbreekt",
            "8:39 DIN804 i: 'I' is afgeleid, maar de reden ontbreekt",
            "9:36 DIN804 i: 'I' → 'A' is afgeleid, maar de reden ontbreekt",
            "10:34 DIN804 i: 'P' → 'I' is aangevuld, maar de reden ontbreekt",
        ),
    ),
    Case(
        "DIN804",
        "conclusions with a reason, or by default",
        """\
standaard: {herkomst: afgeleid}
doelen:
  a: {naam: A, herkomst: aangevuld, reden: zo gezegd}
inspanningen:
  i: {naam: I, herkomst: vermeld, draagt_bij_aan: {a: {reden: zo gezegd, herkomst: afgeleid}}, onderdelen: {j: {naam: J, draagt_bij_aan: a}}}
""",
    ),
    Case(
        "DIN805",
        "one party under two ids",
        """\
stakeholders:
  werkplein: {naam: Werkplein Twente, andere_namen: [Werkplein]}
  wt: {naam: WT, andere_namen: [wt, werkplein-twente, werkplein]}
  cafe: Café
  cafe-2: CAFE
""",
        (
            "3:55 DIN805 wt: twee stakeholders heten 'werkplein': 'werkplein' en 'wt'",
            "5:11 DIN805 cafe-2: twee stakeholders heten 'CAFE': 'cafe' en 'cafe-2'",
        ),
    ),
    Case(
        "DIN805",
        "names of other kinds",
        """\
stakeholders:
  a: Werkplein
  b: Werkplein Twente
inspanningen:
  c: Werkplein
""",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_a_model_gives_exactly_these_findings(case: Case) -> None:
    check_case(case)
