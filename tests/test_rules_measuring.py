"""The rules on indicators and weights (DIN3xx, DIN6xx): model text in, exact findings out."""

from __future__ import annotations

import pytest

from rules_support import Case, check_case, identify

CASES = (
    Case(
        "DIN302",
        "what an indicator lacks",
        """\
doelen:
  a: A
indicatoren:
  kaal: {naam: Kaal, meet: a}
  open: {naam: Open, eenheid: banen, nulmeting: onbekend, streefwaarden: 5, meet: a}
  pm:
    naam: Half open
    eenheid: "%"
    nulmeting: 3
    streefwaarden:
      - {waarde: 70, groep: jong}
      - {waarde: pm, groep: oud}
      - {waarde: onbekend, groep: jong}
    meet: a
  gemeten: {naam: Gemeten, eenheid: banen, streefwaarden: 5, meet: a}
  achtergrond: {naam: Achtergrond, eenheid: banen}
  geen-eenheid: {naam: Geen eenheid}
metingen:
  m: {waarde: 4, van: gemeten, datum: 2019}
""",
        (
            "4:3 DIN302 kaal: indicator 'Kaal' heeft geen eenheid, geen nulmeting en geen streefwaarde",
            "5:49 DIN302 open: indicator 'Open' heeft geen nulmeting: de bron laat dat open",
            "12:18 DIN302 pm: indicator 'Half open' heeft geen streefwaarde (oud): de bron laat dat open",
            "15:3 DIN302 gemeten: indicator 'Gemeten' heeft geen nulmeting",
            "17:3 DIN302 geen-eenheid: indicator 'Geen eenheid' heeft geen eenheid",
        ),
    ),
    Case(
        "DIN302",
        "whole indicators",
        """\
doelen:
  a: A
indicatoren:
  trap: {naam: Trap, schaal: [laag, hoog], nulmeting: laag, streefwaarden: hoog, meet: a}
  met: {naam: Met, nulmeting: "5%", streefwaarden: ["7%"], meet: a}
""",
    ),
    Case(
        "DIN303",
        "targets against baseline and direction",
        """\
indicatoren:
  gelijk: {naam: Gelijk, eenheid: x, nulmeting: 5, streefwaarden: 5}
  hoger: {naam: Hoger, eenheid: x, richting: hoger, nulmeting: 5, streefwaarden: [6, 4]}
  lager: {naam: Lager, eenheid: x, richting: lager, nulmeting: {waarde: 5, groep: jong}, streefwaarden: [{waarde: 6, groep: jong}, {waarde: 6}]}
  vast: {naam: Vast, eenheid: x, richting: gelijk, nulmeting: 5, streefwaarden: 6}
  trap: {naam: Trap, richting: lager, schaal: [ruim, gemiddeld, krap], nulmeting: ruim, streefwaarden: krap}
""",
        (
            "2:67 DIN303 gelijk: de streefwaarde van 'Gelijk' is gelijk aan de nulmeting",
            "3:86 DIN303 hoger: de streefwaarde van 'Hoger' ligt onder de nulmeting, maar de richting is 'hoger'",
            "4:115 DIN303 lager: de streefwaarde van 'Lager' ligt boven de nulmeting, maar de richting is 'lager'",
            "5:81 DIN303 vast: de streefwaarde van 'Vast' ligt boven de nulmeting, maar de richting is 'gelijk'",
            "6:104 DIN303 trap: de streefwaarde van 'Trap' ligt boven de nulmeting, maar de richting is 'lager'",
        ),
    ),
    Case(
        "DIN303",
        "targets that cannot be compared or are right",
        """\
indicatoren:
  eenheid: {naam: E, richting: hoger, nulmeting: "5%", streefwaarden: "4 banen"}
  erbij: {naam: R, richting: lager, nulmeting: 100, streefwaarden: {waarde: 400, ten_opzichte_van: 2016}}
  houden: {naam: H, richting: hoger, nulmeting: 7, streefwaarden: {waarde: 7, kwalificatie: minstens}}
  zelfde: {naam: Z, richting: gelijk, nulmeting: 7, streefwaarden: 7}
  trap: {naam: T, richting: lager, schaal: [ruim, gemiddeld, krap], nulmeting: krap, streefwaarden: gemiddeld}
  open: {naam: O, richting: hoger, nulmeting: onbekend, streefwaarden: pm}
""",
    ),
    Case(
        "DIN601",
        "shares of more than the whole",
        """\
weegschaal: aandeel
doelen:
  a: A
  b: B
inspanningen:
  i: {naam: I, draagt_bij_aan: {a: 0.7, b: "60%"}}
  j: {naam: J, draagt_bij_aan: {a: 0.2, b: 0.5}}
  k: {naam: K, draagt_bij_aan: {a: 0.1}}
""",
        ("4:3 DIN601 b: de aandelen in 'B' zijn samen 1,1, meer dan het geheel (1)",),
    ),
    Case(
        "DIN601",
        "shares are guessed from the numbers",
        """\
doelen:
  a: A
inspanningen:
  i: {naam: I, draagt_bij_aan: {a: 0.7}}
  j: {naam: J, draagt_bij_aan: {a: 1}}
""",
        ("2:3 DIN601 a: de aandelen in 'A' zijn samen 1,7, meer dan het geheel (1)",),
    ),
    Case(
        "DIN601",
        "points and hindering are no shares",
        """\
doelen:
  a: A
inspanningen:
  i: {naam: I, draagt_bij_aan: {a: 3}}
  j: {naam: J, draagt_bij_aan: {a: 1}}
""",
    ),
    Case(
        "DIN601",
        "shares that are the whole",
        """\
weegschaal: aandeel
doelen:
  a: A
inspanningen:
  i: {naam: I, draagt_bij_aan: {a: 0.3333333333}}
  j: {naam: J, draagt_bij_aan: {a: 0.3333333333}}
  k: {naam: K, draagt_bij_aan: {a: 0.3333333337}}
  l: {naam: L, remt: {a: 0.5}}
""",
    ),
    Case(
        "DIN603",
        "weights that do not fit the declared scale",
        """\
weegschaal: tekens
doelen:
  a: A
inspanningen:
  j: {naam: J, draagt_bij_aan: {a: {gewicht: 2}}}
  i: {naam: I, draagt_bij_aan: {a: 0.4}}
  k: {naam: K, draagt_bij_aan: {a: ++}}
""",
        ("6:36 DIN603 i: gewicht '0.4' past niet (en nog 1): de weegschaal van dit model is 'tekens'",),
    ),
    Case(
        "DIN603",
        "the few among the many",
        """\
doelen:
  a: A
inspanningen:
  i: {naam: I, draagt_bij_aan: {a: 3}}
  j: {naam: J, draagt_bij_aan: {a: 1}}
  k: {naam: K, draagt_bij_aan: {a: ++}}
""",
        ("6:36 DIN603 k: gewicht '++' past niet: de meeste gewichten zijn 'punten'",),
    ),
    Case(
        "DIN603",
        "a percentage among points",
        """\
weegschaal: punten
doelen:
  a: A
inspanningen:
  i: {naam: I, draagt_bij_aan: {a: "30%"}}
""",
        ("5:36 DIN603 i: gewicht '30%' past niet: de weegschaal van dit model is 'punten'",),
    ),
    Case(
        "DIN603",
        "weights on one scale",
        """\
weegschaal: aandeel
doelen:
  a: A
inspanningen:
  i: {naam: I, draagt_bij_aan: {a: "30%"}}
  j: {naam: J, draagt_bij_aan: {a: 0.4}}
  k: {naam: K, draagt_bij_aan: a}
""",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_a_model_gives_exactly_these_findings(case: Case) -> None:
    check_case(case)
