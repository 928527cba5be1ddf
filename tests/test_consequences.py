"""What changes mean: every sort of consequence, what gives none, and the laws that hold for all of them."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from diff_support import edits
from dinkit.checking.run import Decisions, judge
from dinkit.comparing.comparison import Comparison, Side
from dinkit.comparing.difference import difference
from dinkit.comparing.meaning import fingerprint
from dinkit.comparing.standing import standing
from dinkit.consequences.codes import CODES
from dinkit.consequences.telling import compared, consequences_of, story
from dinkit.finding import Text
from dinkit.model.document import Head
from dinkit.network import Network, TextFile
from dinkit.reading.load import Loaded, load
from dinkit.reading.settings import load_baseline, load_reviews, load_settings
from dinkit.source import Memory
from strategies import broken

BEGIN = """\
model: m
bronnen: {nota: Nota}
doelen:
  welvaart: {naam: Meer welvaart, subdoelen: {banen: Meer banen, scholing: Betere scholing}}
stakeholders: {gemeente: {naam: Gemeente, soort: eigen_organisatie}, school: School, bank: Bank}
indicatoren:
  aantal: {naam: Aantal banen, meet: banen, eenheid: banen, richting: hoger, nulmeting: 10, streefwaarden: [{waarde: 20, datum: 2022}]}
inspanningen:
  loket:
    naam: Loket openen
    sturing: regie
    draagt_bij_aan: {banen: {herkomst: vermeld, bron: nota 1}}
    stakeholders: {gemeente: trekker}
    planning: 2019
    geld: [{bedrag: 100, soort: uitgave, geldstroom: regulier, betaler: gemeente}]
  krant:
    naam: Krant maken
    draagt_bij_aan: scholing
    stakeholders: {gemeente: trekker, school: partner}
    planning: 2019
"""


def side(text: str | None, name: str = "x", **beside: str) -> Side:
    """One version of a model, judged; None for a version that does not have it."""
    if text is None:
        return Side(Text(name, name), Network(head=Head(), elements={}, relations=(), origins={}, files=(TextFile("din.yaml", ""),)), exists=False)
    files = Memory({"din.yaml": text} | {f"dinkit.{key}.yaml": value for key, value in beside.items()})
    return judged(load("din.yaml", files), Decisions(load_settings(files), load_baseline(files), load_reviews(files)), name)


def judged(loaded: Loaded, decisions: Decisions | None = None, name: str = "x") -> Side:
    found = judge(loaded, decisions or Decisions())
    targets = {relation.target for relation in loaded.network.relations if relation.type == "contributes_to"}
    stands = standing(found.findings, found.each)
    return Side(Text(name, name), loaded.network, stands, found.suppressed, {one: fingerprint(loaded.network, one) for one in targets})


@cache
def beginning() -> Side:
    return side(BEGIN, "oud")


def after(*replacements: tuple[str, str]) -> Comparison:
    """What follows when some text of the model is replaced."""
    text = BEGIN
    for old, new in replacements:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return compared("din.yaml", beginning(), side(text, "nieuw"))


def told(found: Comparison, *codes: str) -> list[tuple[str, str, str | None]]:
    """The Dutch sentences of some sorts."""
    return [(one.code, one.text.nl, one.element) for one in found.consequences if not codes or one.code in codes]


KRANT = BEGIN[BEGIN.index("  krant:") :]
LOKET = BEGIN[BEGIN.index("  loket:") : BEGIN.index("  krant:")]


# Cover


def test_a_goal_loses_its_last_effort() -> None:
    found = after((KRANT, ""))
    assert told(found, "lost-cover", "last-effort", "fewer-efforts") == [
        (
            "lost-cover",
            "Hoofddoel 'Meer welvaart' is niet meer volledig gedekt: van de 2 onderste doelen heeft er nog 1 een rechtstreekse inspanning.",
            "welvaart",
        ),
        ("lost-cover", "Subdoel 'Betere scholing' heeft geen inspanning meer; eerst droeg 'Krant maken' eraan bij.", "scholing"),
        ("last-effort", "Hoofddoel 'Meer welvaart' hangt nu aan één inspanning: 'Loket openen' (dat waren er 2).", "welvaart"),
    ]
    assert found.consequences[1].text.en == "Sub-goal 'Betere scholing' has no effort any more; 'Krant maken' contributed to it before."


def test_a_goal_gets_its_first_effort() -> None:
    begin = side(BEGIN.replace(KRANT, ""))
    found = compared("m", begin, beginning())
    assert told(found, "gained-cover", "more-efforts", "last-effort") == [
        ("gained-cover", "Hoofddoel 'Meer welvaart' is nu volledig gedekt: elk doel eronder heeft een rechtstreekse inspanning.", "welvaart"),
        ("gained-cover", "Subdoel 'Betere scholing' had geen inspanning en heeft nu 'Krant maken'.", "scholing"),
    ]


def test_a_goal_is_left_without_effort_on_purpose() -> None:
    found = after((KRANT, ""), ("scholing: Betere scholing", "scholing: {naam: Betere scholing, bewust_geen_inspanning: Dat doet het Rijk.}"))
    assert ("lost-cover", "Subdoel 'Betere scholing' heeft met opzet geen inspanning meer: Dat doet het Rijk.", "scholing") in told(found)


def test_no_goal_below_has_a_direct_effort_any_more() -> None:
    found = after(
        ("draagt_bij_aan: {banen: {herkomst: vermeld, bron: nota 1}}", "draagt_bij_aan: welvaart"),
        ("draagt_bij_aan: scholing", "draagt_bij_aan: welvaart"),
    )
    assert (
        told(found, "lost-cover")[0][1]
        == "Hoofddoel 'Meer welvaart' is niet meer volledig gedekt: geen doel eronder heeft nog een rechtstreekse inspanning."
    )


def test_efforts_come_and_go_at_a_goal_that_keeps_some() -> None:
    more = "  markt: {naam: Markt houden, draagt_bij_aan: banen}\n  plein: {naam: Plein aanleggen, draagt_bij_aan: banen}\n"
    found = after((KRANT, more + KRANT))
    assert told(found, "more-efforts") == [
        ("more-efforts", "Subdoel 'Meer banen' heeft 3 rechtstreekse inspanningen (eerst 1): met 'Markt houden' en 'Plein aanleggen' erbij.", "banen")
    ]
    back = compared("m", side(BEGIN.replace(KRANT, more + KRANT)), side(BEGIN.replace(KRANT, more.split("\n", maxsplit=1)[0] + "\n" + KRANT)))
    assert told(back, "fewer-efforts") == [
        ("fewer-efforts", "Subdoel 'Meer banen' heeft 2 rechtstreekse inspanningen (eerst 3): zonder 'Plein aanleggen'.", "banen")
    ]
    other = compared(
        "m", side(BEGIN.replace(KRANT, more + KRANT)), side(BEGIN.replace(KRANT, more.replace("  plein: {naam: Plein", "  hal: {naam: Hal") + KRANT))
    )
    assert told(other, "other-efforts", "more-efforts", "fewer-efforts") == [
        (
            "other-efforts",
            "Subdoel 'Meer banen' heeft 3 rechtstreekse inspanningen (eerst 3): zonder 'Plein aanleggen', met 'Hal aanleggen' erbij.",
            "banen",
        )
    ]


@pytest.mark.parametrize("old", ["  krant:\n    naam: Krant maken", "    naam: Krant maken"])
def test_an_effort_under_another_id_or_name_changes_no_cover(old: str) -> None:
    new = old.replace("krant:", "weekblad:") if "krant:" in old else old.replace("Krant maken", "Weekblad maken")
    assert told(after((old, new)), *(code for code in CODES if "effort" in code or "cover" in code)) == []


def test_efforts_that_merge_are_not_lost() -> None:
    oud = """\
model: oud
doelen: {g: G, h: H}
inspanningen:
  een: {naam: Een, draagt_bij_aan: [g, h]}
  twee: {naam: Twee, draagt_bij_aan: [g, h]}
  drie: {naam: Drie, draagt_bij_aan: g}
  vier: {naam: Vier, draagt_bij_aan: g}
"""
    nieuw = """\
model: nieuw
vorige_editie: oud.yaml
doelen: {g: G, h: H}
inspanningen:
  samen: {naam: Samen, opvolger_van: [oud/een, oud/twee], draagt_bij_aan: [g, h]}
  drie: {naam: Drie, draagt_bij_aan: [g, h]}
"""
    later = judged(load("nieuw.yaml", Memory({"nieuw.yaml": nieuw, "oud.yaml": oud})))
    assert told(compared("m", side(oud), later), "fewer-efforts", "more-efforts", "other-efforts", "last-effort", "lost-cover") == [
        ("fewer-efforts", "Hoofddoel 'G' heeft 2 rechtstreekse inspanningen (eerst 4): zonder 'Vier', 1 opgegaan in een ander.", "g"),
        ("other-efforts", "Hoofddoel 'H' heeft 2 rechtstreekse inspanningen (eerst 2): met 'Drie' erbij, 1 opgegaan in een ander.", "h"),
    ]


def test_a_new_goal_without_effort_and_a_goal_that_goes() -> None:
    found = after(("scholing: Betere scholing", "wonen: Beter wonen"), ("draagt_bij_aan: scholing", "draagt_bij_aan: banen"))
    assert told(found, "uncovered-goal", "goal-gone") == [
        ("goal-gone", "Subdoel 'Betere scholing' is weg; daaraan droeg 'Krant maken' bij.", "scholing"),
        ("uncovered-goal", "Subdoel 'Beter wonen' is nieuw en heeft nog geen inspanning.", "wonen"),
    ]


def test_a_goal_that_goes_is_told_though_its_work_was_for_what_was_below_it() -> None:
    found = after(
        (
            "  welvaart: {naam: Meer welvaart, subdoelen: {banen: Meer banen, scholing: Betere scholing}}",
            "  banen: Meer banen\n  scholing: Betere scholing",
        )
    )
    assert told(found, "goal-gone", "lost-cover") == [
        ("goal-gone", "Hoofddoel 'Meer welvaart' is weg; daaraan droegen 'Krant maken' en 'Loket openen' bij.", "welvaart")
    ]


def test_what_the_cover_rests_on() -> None:
    found = after(
        ("{banen: {herkomst: vermeld, bron: nota 1}}", "{banen: {herkomst: afgeleid, reden: lijkt zo}}"),
        ("    sturing: regie\n", "    sturing: afstemming\n"),
    )
    assert told(found, "weaker-evidence", "unsteered") == [
        ("unsteered", "Op geen inspanning voor subdoel 'Meer banen' stuurt het programma nog zelf.", "banen"),
        ("weaker-evidence", "Subdoel 'Meer banen' steunt niet meer op een bijdrage die een bron vermeldt.", "banen"),
    ]


# Findings


def test_findings_that_are_new_and_gone() -> None:
    found = after(("    planning: 2019\n    geld", "    geld"), ("meet: banen,", "meet: bannen,"))
    new = [(one.code, one.element, one.text.nl.split("): ")[0]) for one in found.consequences if one.code.startswith("new-")]
    assert new == [("new-error", "aantal", "Nieuwe fout DIN102 (din.yaml:7"), ("new-warning", "loket", "Nieuwe waarschuwing DIN409 (din.yaml:9")]
    back = compared("m", found.now, beginning())
    gone = [(one.code, one.element, one.text.nl.split(":")[0]) for one in back.consequences if one.code.startswith("gone-")]
    assert gone == [("gone-error", "aantal", "Fout DIN102 is weg"), ("gone-warning", "loket", "Waarschuwing DIN409 is weg")]


def test_a_finding_that_only_moved_is_neither_new_nor_gone() -> None:
    bare = BEGIN.replace("    planning: 2019\n    geld", "    geld")
    assert told(compared("m", side(bare), side("# regel\n\n" + bare.replace("  loket:", "  balie:")))) == []


def test_a_finding_that_is_accepted_now() -> None:
    bare = BEGIN.replace("    planning: 2019\n    geld", "    geld")
    found = compared("m", side(bare), side(bare.replace("    sturing: regie\n", "    sturing: regie\n    aanvaard: {DIN409: het loopt door}\n")))
    assert [one for one in told(found) if one[0] != "tips"] == [
        ("accepted", "Nu aanvaard: DIN409, inspanning 'Loket openen' heeft geen planning (het loopt door).", "loket")
    ]
    known = side(bare, baseline="formaat: 1\nbevindingen:\n  - {model: m, regel: DIN409, element: loket}\n")
    assert [one[1].split("(")[1] for one in told(compared("m", side(bare), known))] == ["baseline)."]
    assert [one[0] for one in told(compared("m", known, side(bare)))] == ["new-warning"]


def test_tips_are_only_counted() -> None:
    found = after(("    naam: Krant maken", "    naam: Betere krant"))
    assert [(one.code, one.text) for one in found.consequences] == [
        ("tips", Text("1 tip erbij; zie dinkit validate.", "1 tip more; see dinkit validate."))
    ]
    back = compared("m", found.now, beginning())
    assert [one.text.nl for one in back.consequences] == ["1 tip weg; zie dinkit validate."]


# Money


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("{bedrag: 150, soort: uitgave, geldstroom: regulier, betaler: gemeente}", ["Geldstroom regulier (uitgave, eigen organisatie betaalt): van € 100 naar € 150 (+ € 50)."]),
        ("{bedrag: 60.50, soort: uitgave, geldstroom: regulier, betaler: gemeente}", ["Geldstroom regulier (uitgave, eigen organisatie betaalt): van € 100 naar € 60,50 (- € 39,50)."]),
        (
            "{bedrag: 100, soort: uitgave, geldstroom: eu, betaler: gemeente}",
            ["Geldstroom eu (uitgave, eigen organisatie betaalt): eerst niets, nu € 100.", "Geldstroom regulier (uitgave, eigen organisatie betaalt): eerst € 100, nu niets."],
        ),
        (
            "{bedrag: 100, soort: uitgave, geldstroom: regulier, betaler: gemeente}, {bedrag: onbekend, soort: uitgave, geldstroom: regulier, betaler: gemeente}",
            ["Geldstroom regulier (uitgave, eigen organisatie betaalt): van € 100 naar € 100 en 1 onbekend bedrag."],
        ),
        (
            "{bedrag: 100, soort: plafond, geldstroom: regulier, betaler: gemeente}",
            [
                "Geldstroom regulier (uitgave, eigen organisatie betaalt): eerst € 100, nu niets.",
                "Inspanning 'Loket openen', geldstroom regulier (plafond, eigen organisatie betaalt): eerst niets, nu € 100.",
            ],
        ),
        (
            "{bedrag: 100, soort: uitgave, geldstroom: regulier, betaler: gemeente, periode: 2019..2020, per: jaar, aard: structureel}",
            [
                "Geldstroom regulier (uitgave, 2019-2020, per jaar, structureel, eigen organisatie betaalt): eerst niets, nu € 100.",
                "Geldstroom regulier (uitgave, eigen organisatie betaalt): eerst € 100, nu niets.",
            ],
        ),
        ('{bedrag: "€ 100", soort: uitgave, geldstroom: regulier, betaler: gemeente, bron: nota 2}', []),
    ],
)  # fmt: skip
def test_money_is_told_per_stream_and_never_mixed(new: str, expected: list[str]) -> None:
    found = after(("{bedrag: 100, soort: uitgave, geldstroom: regulier, betaler: gemeente}", new))
    assert sorted(one[1] for one in told(found, "money")) == sorted(expected)


def test_money_that_moves_to_another_effort_of_the_same_stream_is_no_change() -> None:
    line = "    geld: [{bedrag: 100, soort: uitgave, geldstroom: regulier, betaler: gemeente}]\n"
    assert (
        told(
            after(
                (line, ""), ("stakeholders: {gemeente: trekker, school: partner}\n", "stakeholders: {gemeente: trekker, school: partner}\n" + line)
            ),
            "money",
        )
        == []
    )


# Stakeholders


def test_stakeholders_are_released_and_loaded() -> None:
    found = after(
        ("stakeholders: {gemeente: trekker, school: partner}", "stakeholders: {bank: partner}"),
        ("stakeholders: {gemeente: trekker}", "stakeholders: {gemeente: trekker, bank: partner}"),
    )
    assert told(found, "stakeholder-released", "stakeholder-loaded") == [
        ("stakeholder-released", "Vrij van al het werk: 'School' (was bij 'Krant maken').", "school"),
        ("stakeholder-released", "Vrij van 'Krant maken': 'Gemeente' (houdt 1 inspanning).", "gemeente"),
        ("stakeholder-loaded", "Nieuw betrokken: 'Bank' (bij 'Krant maken' en 'Loket openen').", "bank"),
    ]
    back = compared("m", found.now, beginning())
    assert told(back, "stakeholder-loaded")[-1] == (
        "stakeholder-loaded",
        "Meer werk voor 'Gemeente': 'Krant maken' erbij (nu 2 inspanningen).",
        "gemeente",
    )


def test_another_role_or_a_part_of_the_same_effort_releases_nobody() -> None:
    found = after(("stakeholders: {gemeente: trekker}", "onderdelen: {balie: {naam: Balie, stakeholders: {gemeente: uitvoerder}}}"))
    assert told(found, "stakeholder-released", "stakeholder-loaded") == []


def test_a_stakeholder_that_leaves_the_register_is_released() -> None:
    found = after(("school: School, ", ""), ("gemeente: trekker, school: partner", "gemeente: trekker"))
    assert told(found, "stakeholder-released") == [("stakeholder-released", "Vrij van al het werk: 'School' (was bij 'Krant maken').", "school")]


# Targets


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("waarde: 20", "waarde: 30", "de streefwaarde voor 2022 gaat van 20 banen naar 30 banen (de lat gaat omhoog)."),
        ("waarde: 20", "waarde: 15", "de streefwaarde voor 2022 gaat van 20 banen naar 15 banen (de lat gaat omlaag)."),
        ("datum: 2022}", "datum: 2024}", "de streefwaarde gaat van 20 banen voor 2022 naar 20 banen voor 2024."),
        (
            "streefwaarden: [{waarde: 20, datum: 2022}]",
            "streefwaarden: [{waarde: 20, datum: 2022}, {waarde: 40, datum: 2030}]",
            "nieuwe streefwaarde voor 2030: 40 banen.",
        ),
        (", streefwaarden: [{waarde: 20, datum: 2022}]", "", "de streefwaarde voor 2022 vervalt: 20 banen."),
        ("nulmeting: 10", "nulmeting: 12", "de nulmeting gaat van 10 banen naar 12 banen."),
        ("richting: hoger", "richting: lager", "beter is nu lager (was hoger)."),
    ],
)
def test_a_target_that_moved(old: str, new: str, expected: str) -> None:
    found = after((old, new))
    assert told(found, "target-moved") == [("target-moved", f"Indicator 'Aantal banen': {expected}", "aantal")]
    assert told(found, "to-review") == [
        ("to-review", "Te herzien: de bijdrage aan subdoel 'Meer banen' ('Loket openen'), want indicator 'Aantal banen' veranderde.", "banen")
    ]


def test_another_source_of_a_target_moves_nothing() -> None:
    found = after(("{waarde: 20, datum: 2022}", "{waarde: 20, datum: 2022, bron: nota 3}"))
    assert told(found, "target-moved") == []


def test_a_goal_is_to_be_reached_at_another_moment() -> None:
    found = after(("{banen: Meer banen,", "{banen: {naam: Meer banen, streefdatum: 2022},"))
    assert told(found, "target-moved", "to-review") == [
        ("target-moved", "Subdoel 'Meer banen': de streefdatum gaat van geen naar 2022.", "banen"),
        ("to-review", "Te herzien: de bijdrage aan subdoel 'Meer banen' ('Loket openen'), want streefdatum veranderde.", "banen"),
    ]


# Reviews


def test_contributions_are_to_be_reviewed_when_their_goal_means_something_else() -> None:
    found = after(("{banen: Meer banen,", "{banen: {naam: Betere banen, omschrijving: Vast werk.},"))
    assert [one[1] for one in told(found, "to-review")] == [
        "Te herzien: de bijdrage aan subdoel 'Betere banen' ('Loket openen'), want naam en omschrijving veranderden."
    ]


@pytest.mark.parametrize(
    "replacement",
    [("nota 1}", "nota 2}"), ("Loket openen", "Loket sluiten"), ("{banen: Meer banen,", "{banen: {naam: Meer banen, opmerking: x},"), (KRANT, "")],
)
def test_what_does_not_change_a_goal_asks_for_no_review(replacement: tuple[str, str]) -> None:
    assert told(after(replacement), "to-review") == []


def test_a_new_contribution_has_nothing_to_review_again() -> None:
    found = after(("{banen: Meer banen,", "{banen: Betere banen,"), ("draagt_bij_aan: scholing", "draagt_bij_aan: banen"))
    assert [one[1] for one in told(found, "to-review")] == [
        "Te herzien: de bijdrage aan subdoel 'Betere banen' ('Loket openen'), want naam veranderde."
    ]


# What cannot be told


def test_a_version_that_cannot_be_read_whole_says_so_and_draws_no_conclusions() -> None:
    found = after((KRANT, "  [kapot\n"))
    codes = {one.code for one in found.consequences}
    assert codes == {"unreadable", "new-error"}
    assert "kan hier weg lijken, en wat het betekent voor dekking, geld en stakeholders is niet te zeggen." in told(found, "unreadable")[0][1]
    back = compared("m", found.now, beginning())
    assert {one.code for one in back.consequences} == {"unreadable", "gone-error"}


def test_a_model_that_is_new_or_gone() -> None:
    new = compared("m", side(None, "oud"), beginning())
    assert new.story.nl == "Dit model is nieuw: 3 doelen, 2 inspanningen, 3 stakeholders, 1 indicator, 1 bron."
    assert {one.code for one in new.consequences} <= {"new-warning", "tips"}
    gone = compared("m", beginning(), side(None, "nieuw"))
    assert gone.story.en == "This model is gone: 3 goals, 2 efforts, 3 stakeholders, 1 indicator, 1 source."
    assert told(gone) == [("model-gone", "Het model staat niet in nieuw.", None)]


# The story


def test_the_story_counts_per_kind() -> None:
    assert after(
        (KRANT, "  markt: {naam: Markt houden}\n"), ("Loket openen", "Loket sluiten"), ("model: m\n", "model: m\neditie: twee\n")
    ).story == Text(
        "Inspanningen: 1 nieuw, 1 weg, 1 gewijzigd; de instellingen van het model zijn gewijzigd.",
        "Efforts: 1 new, 1 gone, 1 changed; the settings of the model changed.",
    )
    assert after(("gemeente: trekker, school", "gemeente: partner, school")).story.nl == "Inspanningen: 1 gewijzigd."
    assert compared("m", beginning(), beginning()).story.nl == "Er is niets veranderd aan wat het model zegt."
    assert compared("m", beginning(), side(BEGIN + "x: [\n")).story.nl == "In wat te lezen was, is niets veranderd."


# Laws


def test_every_code_has_its_words_and_a_gate_of_its_own() -> None:
    gates = [name for one in CODES.values() for name in dict.fromkeys(one.gate)]
    assert len(gates) == len(set(gates))
    assert {one.tone for one in CODES.values()} == {"worse", "other", "better"}
    assert all(one.gate.en == code for code, one in CODES.items())


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(edits())
def test_any_two_networks_have_consequences_in_order_and_none_with_themselves(pair: tuple[Network, Network]) -> None:
    then, now = (judged(Loaded(network, ())) for network in pair)
    made = compared("m", then, now).consequences
    places = [list(CODES).index(one.code) for one in made]
    assert places == sorted(places)
    assert all(one.text.nl.endswith(".") and one.text.en.endswith(".") for one in made)
    assert all(one.element is None or one.element in {**then.network.elements, **now.network.elements} for one in made)
    assert compared("m", then, then).consequences == ()


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(broken(), broken())
def test_broken_networks_give_consequences_too(one: str, other: str) -> None:
    then, now = (judged(load("din.yaml", Memory({"din.yaml": text}))) for text in (one, other))
    found = difference(then.network, now.network)
    assert isinstance(consequences_of(found, then, now), tuple)
    assert story(found, then, now).nl
