"""The rules on wording (DIN2xx): model text in, exact findings out; and what word lists may never do."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.rules._language import DUTCH, ENGLISH, act_in, has_direction, may_be_work
from rules_support import Case, check_case, found, identify

CASES = (
    Case(
        "DIN201",
        "goals and benefits without a direction",
        "profiel: uitgebreid\ndoelen: {a: Een prettige stad, b: Meer banen}\nbaten: {c: {naam: Tevreden inwoners}, d: Schonere lucht}\n",
        (
            "2:13 DIN201 a: doel 'Een prettige stad' zegt niet wat er meer, minder of anders wordt",
            "3:19 DIN201 c: baat 'Tevreden inwoners' zegt niet wat er meer, minder of anders wordt",
        ),
    ),
    Case(
        "DIN201",
        "most of the goals: said once",
        "doelen: {a: Wonen, b: Werken, c: Leren, d: Zorg, e: Meer groen}\n",
        ("1:10 DIN201 a: 4 van de 5 doelen zeggen niet wat er meer, minder of anders wordt",),
    ),
    Case(
        "DIN201",
        "the description or the indicator says it",
        """\
doelen: {a: {naam: Een prettige stad, omschrijving: Minder zwerfafval.}, b: Een mooie stad, c: Een open stad}
indicatoren:
  i: {naam: I, eenheid: x, richting: hoger, meet: b}
  j: {naam: J, eenheid: x, nulmeting: 1, streefwaarden: 2, meet: c}
""",
    ),
    Case("DIN201", "a goal that is work has its own finding", "doelen: {a: Banenplan opstellen}\n"),
    Case("DIN201", "what could not be read", "doelen: {a: {naam: Een prettige stad, omschrijving: [x]}}\n"),
    Case(
        "DIN201",
        "in English",
        "taal: en\ngoals: {a: A pleasant town, b: Safer streets, c: Nobody in poverty, d: Under water}\n",
        (
            "2:12 DIN201 a: doel 'A pleasant town' zegt niet wat er meer, minder of anders wordt",
            "2:72 DIN201 d: doel 'Under water' zegt niet wat er meer, minder of anders wordt",
        ),
    ),
    Case(
        "DIN202",
        "goals that are work",
        "doelen: {a: Banenplan opstellen, b: Uitvoering van de woonvisie, c: Een loket inrichten, d: Meer banen}\n",
        (
            "1:13 DIN202 a: doel 'Banenplan opstellen' is werk ('opstellen')",
            "1:37 DIN202 b: doel 'Uitvoering van de woonvisie' is werk ('uitvoering')",
            "1:69 DIN202 c: doel 'Een loket inrichten' is werk ('inrichten')",
        ),
    ),
    Case(
        "DIN202",
        "what happens by itself or compares",
        "doelen: {a: Bewoners organiseren zelf het buurtfeest, b: Meer woningen bouwen, c: Ondernemers bouwen aan de stad}\n",
    ),
    Case(
        "DIN202",
        "in English",
        "taal: en\ngoals: {a: Implement the housing plan, b: More homes}\n",
        ("2:12 DIN202 a: doel 'Implement the housing plan' is werk ('implement')",),
    ),
    Case(
        "DIN203",
        "better, in a sketch",
        "doelen: {a: Betere dienstverlening, b: Verbeterd klimaat, c: Beter dan de buurgemeenten, d: Betere zorg voor minder geld}\n",
        (
            "1:13 DIN203 a: doel 'Betere dienstverlening' zegt niet waaraan te zien is dat het beter is",
            "1:40 DIN203 b: doel 'Verbeterd klimaat' zegt niet waaraan te zien is dat het beter is",
        ),
    ),
    Case("DIN203", "subgoals say in what", "doelen: {a: {naam: Betere dienstverlening, subdoelen: {b: Sneller antwoord}}}\n"),
    Case(
        "DIN203",
        "measured, or its lack of an indicator is a finding",
        "doelen: {a: Betere zorg, b: Beter onderwijs}\nindicatoren: {i: {naam: I, eenheid: x, nulmeting: 1, streefwaarden: 2, meet: a}}\n",
    ),
    Case(
        "DIN204",
        "efforts without a verb",
        """\
inspanningen:
  a: Het loket
  b: Loket openen
  c: {naam: Stadsfonds, omschrijving: Geeft geld aan kunst.}
  d: {naam: Banenmarkt, soort: evenement}
  e: {naam: Regiodeal, soort: onbekend}
  f: Begeleiding van starters
  g: Twee adviseurs in dienst nemen
""",
        (
            "2:6 DIN204 a: inspanning 'Het loket' zegt niet wat er gedaan wordt",
            "6:13 DIN204 e: inspanning 'Regiodeal' zegt niet wat er gedaan wordt",
        ),
    ),
    Case(
        "DIN204",
        "most efforts: said once",
        "programma: {id: p, naam: P}\ninspanningen: {a: Loket, b: Beursvloer, c: Fonds, d: Wijkteams, e: Loket openen}\n",
        ("1:17 DIN204 p: 4 van de 5 inspanningen zeggen niet wat er gedaan wordt",),
    ),
    Case(
        "DIN204",
        "in English",
        "taal: en\nefforts: {a: The desk, b: Open a desk, c: Street lighting, d: Housing}\n",
        ("2:14 DIN204 a: inspanning 'The desk' zegt niet wat er gedaan wordt", "2:63 DIN204 d: inspanning 'Housing' zegt niet wat er gedaan wordt"),
    ),
    Case(
        "DIN205",
        "a capability that is work",
        "profiel: uitgebreid\nvermogens: {a: Klantsysteem invoeren, b: Alle vragen kunnen beantwoorden, c: Snel kunnen inrichten, d: Snel vergunnen}\n",
        ("2:16 DIN205 a: vermogen 'Klantsysteem invoeren' is werk ('invoeren')",),
    ),
    Case(
        "DIN206",
        "a benefit that repeats its goal",
        """\
profiel: uitgebreid
doelen: {a: Minder uitval op school, b: Meer banen}
baten:
  c: {naam: 10% minder uitval, draagt_bij_aan: a}
  d: {naam: Meer lessen die aansluiten, draagt_bij_aan: a}
  e: {naam: 10 klassen minder uitval, draagt_bij_aan: a}
  f: {naam: Minder uitval, draagt_bij_aan: a}
  g: {naam: 10% minder uitval, draagt_bij_aan: b}
  h: {naam: In 2030 meer banen, draagt_bij_aan: b}
  i: {naam: 10%, draagt_bij_aan: b}
""",
        (
            "4:13 DIN206 c: baat '10% minder uitval' is doel 'Minder uitval op school' met een getal",
            "9:13 DIN206 h: baat 'In 2030 meer banen' is doel 'Meer banen' met een getal",
        ),
    ),
    Case(
        "DIN207",
        "names that are sentences",
        f"""\
doelen: {{a: Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien, b: Een twee drie vier vijf zes zeven acht negen tien elf twaalf}}
inspanningen: {{c: {"x" * 81}, d: {"x" * 80}}}
stakeholders: {{e: {"x" * 81}}}
""",
        (
            "1:13 DIN207 a: doel 'Een twee drie vier vijf zes ze...': een naam van 13 woorden past niet in een vak",
            f"2:19 DIN207 c: inspanning '{'x' * 30}...': een naam van 81 tekens past niet in een vak",
        ),
    ),
    Case("DIN207", "a name that runs on has a finding already", f"doelen:\n  a: {'x' * 60}\n     {'y' * 60}\n"),
    Case(
        "DIN209",
        "names that are nearly the same, or the same",
        """\
doelen: {a: Meer banen in de stad, b: Meer banen in de stadt}
inspanningen:
  c: Loket openen
  d: loket openen
  e: {naam: Huisbezoeken doen, zelfde_als: f}
  f: Huisbezoeken doen
  g: {naam: Fase 1, onderdelen: {g1: Evaluatie}}
  h: {naam: Fase 2, onderdelen: {h1: Evaluatie}}
stakeholders: {i: Menzis Zorg, j: Menzies Zorg, k: Werkplein, l: Werkplein, m: Werk-plein}
""",
        (
            "1:39 DIN209 b: twee doelen heten bijna hetzelfde: 'Meer banen in de stad' en 'Meer banen in de stadt'",
            "4:6 DIN209 d: twee inspanningen heten 'loket openen': 'c' en 'd'",
            "9:35 DIN209 j: twee stakeholders heten bijna hetzelfde: 'Menzis Zorg' en 'Menzies Zorg'",
        ),
    ),
    Case("DIN209", "other kinds, and words that resemble each other", "doelen: {a: Meer banen, b: Meer bomen}\ninspanningen: {c: Meer banen}\n"),
)


@pytest.mark.parametrize("case", CASES, ids=identify)
def test_the_findings_are_these(case: Case) -> None:
    check_case(case)


# Names as people give them; each says where it wants to go, and no tip may doubt that.
WITH_A_DIRECTION = (
    "Meer banen", "Minder mensen in de bijstand", "Schonere lucht", "Vaker op de fiets", "Langer zelfstandig thuis wonen", "Goedkoper inkopen",
    "Klantgerichter werken", "Minder eenzaamheid onder ouderen", "Afval beter scheiden", "Bedrijven leven de Milieuwet beter na",
    "Krachtige, groeiende economie in stad en subregio", "Kinderen groeien veilig op", "Geen kind in armoede", "Iedereen doet mee",
    "Werk voor iedereen", "Elke jongere een startkwalificatie", "Energieneutraal in 2050", "Gelijke kansen", "De stad blijft bereikbaar",
    "Verkeersveiligheid vergroten", "Laaggeletterdheid terugdringen", "Schulden voorkomen", "Toename van het aantal toeristen",
    "Afname van jeugdwerkloosheid", "Halvering van het aantal verkeersslachtoffers", "Drukte op de weg neemt af", "De kwaliteit van het onderwijs stijgt",
    "Biodiversiteit herstelt zich", "Regels verminderd en vereenvoudigd", "Optimale dienstverlening", "Een hogere score bij de burgerpeiling",
    "Veiligere wijken", "Inwoners bewegen meer", "CO2-uitstoot 55% omlaag", "Volledig circulaire inkoop", "Top 3 van de regio",
)  # fmt: skip
WITHOUT = (
    "Een prettige stad", "Duurzame mobiliteit", "De burger centraal", "Gezonde inwoners", "Een vitale binnenstad", "Voldoende betaalbare woningen",
    "Krachtige netwerken", "Goede bereikbaarheid", "Ruimte voor ondernemers", "Vertrouwen in de overheid", "Almelo, hier wordt gewerkt",
    "Levendig centrum voor jong en oud", "Trots op de stad", "Samen met inwoners en partners", "Schoon water onder de brug", "Beheer op orde",
)  # fmt: skip
WORK = (
    "Loket openen", "Het doorzetten van het project Lean", "Een gemeente-app lanceren", "Bijeenkomsten voor starters", "Vroegsignalering", "Huisbezoeken",
    "Cursus budgetteren", "Bomen planten", "Mantelzorgwaardering", "Campagne tegen eenzaamheid", "Advies en begeleiding door het ROZ", "Handhaving",
    "Deelname aan het Leerwerkloket", "Onderzoek naar vermogen in het buitenland", "Ontdek High Tech", "Week van de Logistiek", "Lobby A1 voortzetten",
    "Eerst werk, dan pas een uitkering", "Subsidieregeling verduurzaming", "Accountmanagement professionaliseren", "Pilot nazorg", "Taallessen",
)  # fmt: skip
NO_WORK = (
    "Het loket",
    "Binnenstad",
    "Wijkteams",
    "Regiodeal",
    "Stadsfonds",
    "Buurtbus",
    "Twenteportaal",
    "Ondernemersvereniging Turfkade",
    "Woonvisie",
)


@pytest.mark.parametrize("name", WITH_A_DIRECTION)
def test_a_direction_is_seen(name: str) -> None:
    assert has_direction(name, DUTCH)


@pytest.mark.parametrize("name", WITHOUT)
def test_no_direction_is_seen(name: str) -> None:
    assert not has_direction(name, DUTCH)


@pytest.mark.parametrize("name", WORK)
def test_work_is_seen(name: str) -> None:
    assert may_be_work(name, DUTCH)


@pytest.mark.parametrize("name", NO_WORK)
def test_no_work_is_seen(name: str) -> None:
    assert not may_be_work(name, DUTCH)


@pytest.mark.parametrize(
    "name", [*WITH_A_DIRECTION, *WITHOUT, "Vraag en aanbod sluiten aan", "Kinderen ontwikkelen zich", "Mensen bouwen een netwerk op"]
)
def test_a_goal_is_not_taken_for_work(name: str) -> None:
    assert act_in(name, DUTCH) is None or has_direction(name, DUTCH)


@pytest.mark.parametrize(
    "name", ["Safer streets", "Increased use of trains", "Reduced congestion", "No litter", "All children at school", "Fewer accidents"]
)
def test_an_english_direction_is_seen(name: str) -> None:
    assert has_direction(name, ENGLISH)


NAMES = st.lists(
    st.sampled_from(["Wijkagenten aanstellen", "Loket voor starters openen", "Banenmarkt op het plein houden", "Fietspad 1 aanleggen"]),
    unique=True,
    min_size=2,
)


@settings(max_examples=100, deadline=None)
@given(NAMES, st.integers(0, 100), st.sampled_from("xz"), st.randoms(use_true_random=False))
def test_one_typing_error_in_a_copied_name_is_found_wherever_it_is(names: list[str], at: int, letter: str, random: Random) -> None:
    name = names[0]
    inside = [place for word in re.finditer(r"[^\W_]{4,}", name) for place in range(word.start() + 1, word.end())]
    place = inside[at % len(inside)]
    copied = [*((f"e{number}", one) for number, one in enumerate(names)), ("zz", name[:place] + letter + name[place:])]
    random.shuffle(copied)
    text = "inspanningen:\n" + "".join(f'  {one}: "{name}"\n' for one, name in copied)
    (finding,) = found("DIN209", text)
    assert f" DIN209 zz: twee inspanningen heten bijna hetzelfde: '{name}' en " in finding
