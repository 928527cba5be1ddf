"""The rules on owners, parties and time (DIN4xx, DIN5xx): model text in, exact findings out."""

from __future__ import annotations

import pytest

from rules_support import Case, check_case, identify

CASES = (
    Case(
        "DIN401",
        "one effort without an owner",
        """\
stakeholders:
  p: P
inspanningen:
  a: {naam: A, stakeholders: {p: partner}, onderdelen: {a1: A een}}
  b: {naam: B, onderdelen: {b1: {naam: B een, stakeholders: {p: trekker}}, b2: B twee}}
  c: {naam: C, stakeholders: {p: eigenaar}}
""",
        ("4:3 DIN401 a: inspanning 'A' heeft geen eigenaar of trekker",),
    ),
    Case(
        "DIN401",
        "most efforts without an owner",
        """\
programmas:
  ander: Ander
programma: {id: p, naam: P}
inspanningen:
  a: A
  b: B
  c: C
  d: D
""",
        ("3:17 DIN401 p: 4 van de 4 inspanningen hebben geen eigenaar of trekker",),
    ),
    Case(
        "DIN401",
        "owners of all sorts",
        """\
stakeholders:
  p: P
inspanningen:
  a: {naam: A, stakeholders: {p: ambtelijk_opdrachtgever}}
  b: {naam: B, zelfde_als: a}
""",
    ),
    Case(
        "DIN408",
        "efforts and parts without stakeholders",
        """\
stakeholders:
  p: P
inspanningen:
  a: {naam: A, onderdelen: {a1: {naam: A een, stakeholders: p}, a2: A twee}}
  b: {naam: B, stakeholders: onbekend}
  c: {naam: C, stakeholders: q}
  d: {naam: D, stakeholders: p}
""",
        (
            "4:65 DIN408 a2: inspanning 'A twee' heeft geen stakeholders",
            "5:30 DIN408 b: inspanning 'B' heeft geen stakeholders: de bron noemt er geen",
        ),
    ),
    Case(
        "DIN408",
        "what is left empty is no statement of the source",
        """\
stakeholders: {p: P}
inspanningen:
  a: {naam: A, stakeholders: }
  b: {naam: B, stakeholders: []}
  c: {naam: C, stakeholders: [onbekend]}
  d: {naam: D, stakeholders: p}
""",
        (
            "3:30 DIN408 a: inspanning 'A' heeft geen stakeholders",
            "4:30 DIN408 b: inspanning 'B' heeft geen stakeholders",
            "5:30 DIN408 c: inspanning 'C' heeft geen stakeholders: de bron noemt er geen",
        ),
    ),
    Case(
        "DIN408",
        "stakeholders from above, below and beside",
        """\
stakeholders:
  p: P
inspanningen:
  a: {naam: A, stakeholders: p, onderdelen: {a1: {naam: A een, onderdelen: {a2: A twee}}}}
  b: {naam: B, onderdelen: {b1: {naam: B een, zelfde_als: a}}}
""",
    ),
    Case(
        "DIN409",
        "efforts and parts without a planning",
        """\
inspanningen:
  a: {naam: A, onderdelen: {a1: {naam: A een, planning: jaarlijks}, a2: A twee}}
  b: {naam: B, planning: onbekend}
  c: {naam: C, planning: {letterlijk: langdurig, start: onbekend}}
""",
        (
            "2:69 DIN409 a2: inspanning 'A twee' heeft geen planning",
            "3:26 DIN409 b: inspanning 'B' heeft geen planning: de bron noemt er geen",
            "4:16 DIN409 c: inspanning 'C' heeft geen planning: de bron noemt er geen",
        ),
    ),
    Case(
        "DIN409",
        "a model without plannings says so once",
        """\
inspanningen:
  i0: I0
  i1: I1
  i2: I2
  i3: I3
  i4: I4
""",
        ("2:3 DIN409 i0: 5 van de 5 inspanningen hebben geen planning",),
    ),
    Case(
        "DIN409",
        "plannings of all sorts",
        """\
inspanningen:
  a: {naam: A, planning: 2019.., onderdelen: {a1: A een}}
  b: {naam: B, planning: ..2020}
  c: {naam: C, planning: doorlopend}
  d: {naam: D, planning: 2019-bla}
""",
    ),
    Case(
        "DIN501",
        "ends before starts",
        """\
inspanningen:
  a: {naam: A, planning: 2020-04..2019-04}
  b:
    naam: B
    planning:
      start: 2020
      eind: 2019-najaar
    geld: [{bedrag: 5, periode: 2020..2019}]
afspraken:
  c: {naam: C, planning: {start: 2019-05-02, eind: 2019-05-01}}
""",
        (
            "2:26 DIN501 a: 'A' eindigt (2019-04) voordat het begint (2020-04)",
            "7:13 DIN501 b: 'B' eindigt (2019-najaar) voordat het begint (2020)",
            "8:33 DIN501 b: 'B' eindigt (2019) voordat het begint (2020)",
            "10:52 DIN501 c: 'C' eindigt (2019-05-01) voordat het begint (2019-05-02)",
        ),
    ),
    Case(
        "DIN501",
        "ends that may come later",
        """\
inspanningen:
  a: {naam: A, planning: 2019..2019-05}
  b: {naam: B, planning: 2019-05..2019}
  c: {naam: C, planning: 2019..}
  d: {naam: D, planning: onbekend}
""",
    ),
    Case(
        "DIN503",
        "work that starts too early",
        """\
inspanningen:
  eerst: {naam: Eerst, planning: 2019..2020, onderdelen: {deel: Deel}}
  dan: {naam: Dan, planning: 2019-05.., vereist: [eerst, deel, moment]}
mijlpalen:
  moment: {naam: Moment, datum: 2021}
""",
        (
            "3:51 DIN503 dan: 'Dan' begint in 2019-05, maar vereist 'Eerst', dat tot 2020 loopt",
            "3:58 DIN503 dan: 'Dan' begint in 2019-05, maar vereist 'Deel', dat tot 2020 loopt",
            "3:64 DIN503 dan: 'Dan' begint in 2019-05, maar vereist 'Moment', dat tot 2021 loopt",
        ),
    ),
    Case(
        "DIN503",
        "work that may wait",
        """\
inspanningen:
  eerst: {naam: Eerst, planning: 2019}
  klaar: {naam: Klaar, planning: 2019..2021, status: gereed}
  altijd: {naam: Altijd, planning: doorlopend}
  dan: {naam: Dan, planning: 2019-H2, vereist: [eerst, klaar, altijd]}
""",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_a_model_gives_exactly_these_findings(case: Case) -> None:
    check_case(case)
