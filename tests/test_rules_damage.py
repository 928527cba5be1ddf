"""What a rule concludes from an element that was not read in full: all that the fault leaves certain, and nothing that it may hide."""

from __future__ import annotations

import pytest

from dinkit.rules._gaps import doubtful, is_damaged_in
from rules_support import codes, found
from support import loaded

EFFORTS = """\
doelen: {banen: Meer banen}
stakeholders: {stad: Stad, bureau: Bureau}
inspanningen:
  een: {naam: Een, draagt_bij_aan: banen, planning: 2019, stakeholders: [stad]}
  twee: {naam: Twee, draagt_bij_aan: banen, planning: 2019, stakeholders: [stad]}
  drie: {naam: Drie, draagt_bij_aan: banen, planning: 2019, stakeholders: [stad]}
  vier: {naam: Vier, draagt_bij_aan: banen, planning: 2019, stakeholders: [stad]}
  vijf:
    naam: Vijf
    draagt_bij_aan: banen
    planning: 2019
"""
ALL = "5 van de 5 inspanningen hebben geen eigenaar of trekker"
FEWER = "4 van de 5 inspanningen hebben geen eigenaar of trekker"


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("stakeholders: [stad]", ALL),
        ("stakeholders: {stad: partner}", ALL),
        ("stakeholders: {stad: trekker}", FEWER),
        # A fault elsewhere in the element leaves no doubt on who owns it.
        ("geld: {bedrag: 200 dollar}", ALL),
        ("herkomst: blauw", ALL),
        ("omschrijvingg: Iets", ALL),
        ("kleur: groen", ALL),
        # One in the stakeholders does, as far as it may be an owner: then nobody can count.
        ("stakeholders: [stadd]", ALL),
        ("stakeholders: {stadd: partner}", ALL),
        ("stakeholders: {stadd: trekker}", None),
        ("stakeholders: {stad: tekker}", None),
        ("stakeholders: {stad: parnter}", ALL),
        ("stakeholders: {stad: {rol: baas}}", None),
        ("stakeholders: {stad: {bron: contract, kleur: groen}}", ALL),
        # So does a key that is none and that names a party, or a role.
        ("verantwoordelijk: stad", None),
        ("eigenaar: iemand", None),
    ],
)
def test_a_count_of_what_is_missing_keeps_what_is_certain(field: str, told: str | None) -> None:
    text = f"{EFFORTS}    {field}\nbronnen: {{contract: Contract}}\n"
    assert [line.rpartition(": ")[2] for line in found("DIN401", text)] == ([told] if told else [])


def test_a_loss_is_known_by_its_place() -> None:
    network = loaded(
        "inspanningen:\n  a:\n    naam: A\n    geld: [{bedrag: 3 dollar, soort: uitgave}, {bedrag: 4}]\n    planning: {start: 2019}\n"
    ).network
    assert {name: len(losses) for name, losses in network.losses.items()} == {"a": 1}
    assert doubtful(network, "money") == {"a"}
    assert doubtful(network, "planning") == doubtful(network, "stakeholders") == set()
    assert is_damaged_in(network, "a", "money")
    assert is_damaged_in(network, "a", "money", 0)
    assert not is_damaged_in(network, "a", "money", 1)
    assert not is_damaged_in(network, "a", "planning")


def test_an_element_that_stays_out_damages_what_it_belongs_to_and_links_to_by_what_it_says() -> None:
    text = "inspanningen:\n  a:\n    naam: A\n    onderdelen:\n      B b: {{naam: B, {0}}}\nstakeholders: {{stad: Stad}}\n"
    assert doubtful(loaded(text.format("nummer: 1")).network, "stakeholders") == set()
    assert doubtful(loaded(text.format("stakeholders: {stad: trekker}")).network, "stakeholders") == {"a", "stad"}


@pytest.mark.parametrize(
    ("text", "codes_told"),
    [
        # The dates of a circle cannot be right: the circle is told, and no more.
        ("inspanningen:\n  a: {naam: A, planning: 2019, vereist: [b]}\n  b: {naam: B, planning: 2021, vereist: [a]}\n", ["DIN104"]),
        # An end before its start says nothing of the wording either.
        ("inspanningen:\n  a: {naam: A, planning: {letterlijk: 2019 - 2022, start: 2019, eind: 1999}}\n", ["DIN501"]),
        # A date that is not read contradicts no wording.
        ("bronnen:\n  b: {naam: B, datum: 31-12-2023, letterlijk: eind 2023}\n", ["DIN015"]),
        # A reason under a key with a typing error is no missing reason.
        ("doelen:\n  a: {naam: Meer A, herkomst: afgeleid, rden: Omdat het zo is}\n", ["DIN010"]),
        ("doelen:\n  a: {naam: Meer A}\ninspanningen:\n  e: {naam: E, draagt_bij_aan: {a: {herkomst: afgeleid, rden: Zo is het}}}\n", ["DIN010"]),
    ],
)
def test_one_fault_is_one_finding(text: str, codes_told: list[str]) -> None:
    related = {"DIN104", "DIN503", "DIN501", "DIN801", "DIN015", "DIN804", "DIN010", "DIN302"}
    assert [code for code in codes(text) if code in related] == codes_told


INDICATORS = """\
doelen: {a: Meer banen, b: Minder uitval, c: Meer woningen, d: Schonere lucht}
inspanningen: {e: Werven, f: Bouwen, g: Beurs houden, h: Loket openen}
stakeholders: {bureau: Bureau}
indicatoren:
  i: {naam: I, eenheid: x, nulmeting: 1, streefwaarden: 2, meet: a}
  j: {naam: J, eenheid: x, nulmeting: 1, streefwaarden: 2, meet: b}
  k: {naam: K, eenheid: x, nulmeting: 1, streefwaarden: 2, meet: c}
  l: {naam: L, meet: d, """
FOUR = ["bij 4 van de 4 indicatoren ligt niet vast wie meet, hoe en hoe vaak"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("eenheid: x", FOUR),
        # Damage elsewhere in the fourth says nothing of how it is measured, and neither does one of three keys that is not known.
        ("streefwaarden: 2.200", FOUR),
        ("nulmeting: {waarde: 1, datum: 2019-02-30}", FOUR),
        ("eenheit: x", FOUR),
        ("kleur: groen", FOUR),
        ("meetwijze: [telling]", FOUR),
        ("meetwijz: telling", FOUR),
        # The one that is left may be the one that is not known: then nobody can count.
        ("meetwijze: telling, meetfrequentie: jaarlijks, wie: bureau", []),
        # All three are there.
        ("meetwijze: telling, meetfrequentie: [jaarlijks], meetverantwoordelijke: bureau", None),
        # With an indicator whose id is refused nobody can count them; with one that measures what is not there they can.
        ("eenheid: x}\n  M m: {naam: M", []),
        ("eenheid: x}\n  m: {naam: M, meet: dd", ["bij 5 van de 5 indicatoren ligt niet vast wie meet, hoe en hoe vaak"]),
    ],
)
def test_one_finding_for_many_says_the_same_when_one_of_them_is_damaged(fields: str, told: list[str] | None) -> None:
    three = [f"indicator '{name}' mist meetverantwoordelijke, meetwijze en meetfrequentie" for name in "IJK"]
    expected = three if told is None else told
    assert [line.partition(": ")[2] for line in found("DIN305", f"{INDICATORS}{fields}}}\n")] == expected


def test_work_that_may_be_the_same_as_other_work_has_what_that_has() -> None:
    text = "inspanningen:\n  a: {naam: Werven, stakeholders: {p: eigenaar}}\n  b: {naam: Bouwen, zelfde_als: @, stakeholders: [p]}\nstakeholders: {p: P}\n"
    assert found("DIN401", text.replace("@", "a")) == found("DIN401", text.replace("@", "aa")) == []
    assert len(found("DIN401", text.replace("zelfde_als: @, ", ""))) == 1


PAID = (
    "inspanningen:\n"
    + "".join(f"  c{number}: {{naam: Beurs {number} houden, geld: {number}}}\n" for number in range(1, 9))
    + "  a: Bouwen\nmiddelen: {m: {naam: Fonds, financiert: @}}\n"
)


@pytest.mark.parametrize(("financed", "told"), [("a", 0), ("aa", 0), ("c1", 1)])
def test_what_a_lost_link_may_pay_for_is_not_unpaid(financed: str, told: int) -> None:
    assert len(found("DIN506", PAID.replace("@", financed))) == told


FULL = (
    "doelen: {a: {naam: Meer a1, streefdatum: 2020}, b: Meer b1, c: Meer c1, d: Meer d1}\ninspanningen:\n"
    + "".join(f"  e{number}: {{naam: Beurs {number} houden, status: gepland, planning: 2020, draagt_bij_aan: [a, b, c]}}\n" for number in range(20))
    + "  f: {naam: Markt houden, planning: 1920, draagt_bij_aan: d}\n"
)


@pytest.mark.parametrize("code", ["DIN116", "DIN117", "DIN510", "DIN512"])
def test_what_is_left_of_a_model_is_not_counted(code: str) -> None:
    """Too many, too dense, too far from the others, no reference date: a file that is missing may say otherwise."""
    assert len(found(code, FULL)) == 1
    assert found(code, f"delen: [weg.yaml]\n{FULL}") == []


LINKED = "doelen: {a: Meer banen, b: Minder schulden}\ninspanningen: {e: {naam: Werven, draagt_bij_aan: [a]}, f: {naam: Bellen, draagt_bij_aan: [@]}}\nrisicos: {r: R}\n"


@pytest.mark.parametrize(
    ("target", "told"),
    [("b", []), ("a", ["DIN107"]), ("r", ["DIN103"]), ("f", ["DIN105"]), ("heel-iets-anders", ["DIN102"]), ("b, a, a", ["DIN105"])],
)
def test_a_goal_of_which_a_link_may_be_lost_is_not_empty(target: str, told: list[str]) -> None:
    assert [code for code in codes(LINKED.replace("@", target)) if code in ("DIN102", "DIN103", "DIN105", "DIN107")] == told
