"""Consequences in few sentences: what is told together, what is counted, and that nothing is lost on the way."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diff_support import edits
from dinkit.comparing.comparison import Consequence, Gist
from dinkit.consequences.codes import CODES
from dinkit.consequences.summing import Sum, summed
from dinkit.consequences.telling import compared
from dinkit.exporters._consequences import told
from dinkit.finding import Text
from dinkit.network import Network
from dinkit.reading.load import Loaded
from test_consequences import BEGIN, judged, side

laws = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def lines(found: tuple[Sum, ...], language: str = "nl") -> list[tuple[str, int, str]]:
    return [(one.code, len(one.consequences), getattr(one.text, language)) for one in found]


def goals(count: int) -> str:
    return "".join(f"  d{number}: Doel {number}\n" for number in range(count))


def plan(count: int, *, efforts: bool = True, planned: str = ", planning: 2019") -> str:
    made = "".join(f"  e{number}: {{naam: Werk {number}, draagt_bij_aan: d{number}, stakeholders: s{planned}}}\n" for number in range(count))
    return f"model: m\nstakeholders: {{s: Stad}}\ndoelen:\n{goals(count)}" + (f"inspanningen:\n{made}" if efforts else "")


def sums(old: str, new: str, *codes: str, language: str = "nl") -> list[tuple[str, int, str]]:
    found = compared("m", side(old), side(new))
    return [line for line in lines(summed(found.consequences), language) if line[0] in codes]


def test_few_are_told_one_by_one_and_many_in_one_sentence() -> None:
    assert [line[1] for line in sums(plan(3), plan(3, efforts=False), "lost-cover")] == [1, 1, 1]
    assert sums(plan(4), plan(4, efforts=False), "lost-cover") == [
        ("lost-cover", 4, "Geen inspanning meer (4): 'Doel 0', 'Doel 1', 'Doel 2' en 'Doel 3'.")
    ]
    assert sums(plan(20), plan(20, efforts=False), "lost-cover", language="en") == [
        (
            "lost-cover",
            20,
            "No effort any more (20): 'Doel 0', 'Doel 1', 'Doel 10', 'Doel 11', 'Doel 12', 'Doel 13', 'Doel 14', 'Doel 15' and 12 more.",
        )
    ]


def test_findings_of_one_rule_stand_together_from_two_on() -> None:
    assert [line[2] for line in sums(plan(1), plan(1, planned=""), "new-warning")] == [
        "Nieuwe waarschuwing DIN409 (din.yaml:6): inspanning 'Werk 0' heeft geen planning."
    ]
    assert sums(plan(2), plan(2, planned=""), "new-warning") == [
        ("new-warning", 2, "Nieuwe waarschuwing DIN409 (2 keer): inspanning 'Werk 0' heeft geen planning; ook bij 'Werk 1'.")
    ]
    assert sums(plan(3, planned=""), plan(3), "gone-warning") == [
        ("gone-warning", 3, "Waarschuwing DIN409 is weg (3 keer): inspanning 'Werk 0' heeft geen planning; ook bij 'Werk 1' en 'Werk 2'.")
    ]


def test_a_warning_that_goes_with_its_element_is_no_improvement() -> None:
    old, new = plan(3, planned=""), plan(3, planned="")
    gone = compared("m", side(old), side("".join(line for line in new.splitlines(keepends=True) if "Werk 1" not in line)))
    assert "gone-warning" not in {one.code for one in gone.consequences}


def test_money_of_one_stream_stands_together() -> None:
    line = "{bedrag: 100, soort: uitgave, geldstroom: regulier, betaler: gemeente}"
    new = "{bedrag: 90, soort: uitgave, geldstroom: regulier, betaler: gemeente}, {bedrag: 7, soort: bijdrage, geldstroom: regulier, periode: 2020}, {bedrag: 5, soort: uitgave}"
    assert [text for _, _, text in sums(BEGIN, BEGIN.replace(line, new), "money")] == [
        "Geldstroom regulier: € 100 wordt € 90 (uitgave, eigen organisatie betaalt); nieuw € 7 (bijdrage, 2020).",
        "Geld zonder genoemde geldstroom (uitgave): eerst niets, nu € 5.",
    ]
    assert [text for _, _, text in sums(BEGIN.replace(line, new), BEGIN, "money")] == [
        "Geldstroom regulier: € 90 wordt € 100 (uitgave, eigen organisatie betaalt); € 7 (bijdrage, 2020) vervalt.",
        "Geld zonder genoemde geldstroom (uitgave): eerst € 5, nu niets.",
    ]


def test_stakeholders_stand_together_with_how_much_they_had() -> None:
    names = ", ".join(f"s{number}: Partij {number}" for number in range(6))
    base = f"model: m\ndoelen: {{g: G}}\nstakeholders: {{{names}}}\ninspanningen:\n"
    old = base + "  e: {naam: E, draagt_bij_aan: g, stakeholders: [s0, s1, s2, s3, s4, s5]}\n  f: {naam: F, draagt_bij_aan: g, stakeholders: s5}\n"
    new = base + "  e: {naam: E, draagt_bij_aan: g}\n  f: {naam: F, draagt_bij_aan: g}\n"
    assert sums(old, new, "stakeholder-released") == [
        (
            "stakeholder-released",
            6,
            "Vrij van al het werk (6): 'Partij 5' (was bij 2), 'Partij 0' (was bij 1), 'Partij 1' (was bij 1), 'Partij 2' (was bij 1) en nog 2.",
        )
    ]


def test_targets_reviews_evidence_and_acceptances_stand_together() -> None:
    targets = "".join(f"  i{n}: {{naam: I{n}, meet: d{n}, eenheid: banen, streefwaarden: [{{waarde: 2{n}, datum: 2022}}]}}\n" for n in range(7))
    old = plan(7) + f"indicatoren:\n{targets}"
    new = old.replace("waarde: 2", "waarde: 3").replace("datum: 2022", "datum: 2023", 1)
    assert sums(old, new, "target-moved", "to-review") == [
        (
            "target-moved",
            7,
            "Streefwaarden of streefdata veranderd (7): 'I0' (20 banen voor 2022 → 30 banen voor 2023), 'I1' (21 banen → 31 banen), 'I2' (22 banen → 32 banen), 'I3' (23 banen → 33 banen) en nog 3.",
        ),
        ("to-review", 7, "Te herzien bijdragen, per doel (7): 'Doel 0' (1), 'Doel 1' (1), 'Doel 2' (1), 'Doel 3' (1) en nog 3."),
    ]
    stated = re.sub(r"draagt_bij_aan: (d\d)", r"draagt_bij_aan: {\1: {herkomst: vermeld, bron: n}}, sturing: regie", plan(5)) + "bronnen: {n: N}\n"
    weaker = stated.replace("herkomst: vermeld, bron: n", "herkomst: afgeleid, reden: x").replace("regie", "afstemming")
    assert sums(stated, weaker, "weaker-evidence", "unsteered") == [
        ("unsteered", 5, "Geen werk meer waar het programma zelf op stuurt (5): 'Doel 0', 'Doel 1', 'Doel 2', 'Doel 3' en 'Doel 4'."),
        (
            "weaker-evidence",
            5,
            "Steunt niet meer op een bijdrage die een bron vermeldt (5): 'Doel 0', 'Doel 1', 'Doel 2', 'Doel 3' en 'Doel 4'.",
        ),
    ]
    bare = plan(3, planned="")
    accepted = bare.replace("stakeholders: s}", "stakeholders: s, aanvaard: {DIN409: later}}")
    assert [line[1:] for line in sums(bare, accepted, "accepted")] == [
        (3, "Nu aanvaard: DIN409 (3 keer): inspanning 'Werk 0' heeft geen planning; ook bij 'Werk 1' en 'Werk 2'.")
    ]
    assert [line[1:] for line in sums(plan(4), plan(4, efforts=False).replace("doelen:\n", "doelen:\n  z: Z\n"), "uncovered-goal")] == [
        (1, "Hoofddoel 'Z' is nieuw en heeft nog geen inspanning.")
    ]


@st.composite
def consequences(draw: st.DrawFn) -> list[Consequence]:
    codes = st.sampled_from(sorted(CODES))
    names = st.sampled_from(["A", "B", "C, met komma", "D; E", "x" * 200])
    made = []
    for number in range(draw(st.integers(0, 40))):
        code, name = draw(codes), draw(names)
        text = Text(f"Zin {number} over {name}.", f"Sentence {number} on {name}.")
        lead = Text(f"lead {name}", f"lead {name}") if draw(st.booleans()) else None
        gist = Gist(draw(st.sampled_from(["", "DIN1", "DIN2"])), Text("Kop", "Head"), Text(f"'{name}'", f"'{name}'"), lead, draw(st.integers(1, 5)))
        made.append(Consequence(code, text, None, draw(st.sampled_from([gist, None]))))
    return sorted(made, key=lambda one: list(CODES).index(one.code))


@settings(laws, max_examples=80)
@given(consequences())
def test_every_consequence_is_in_exactly_one_sentence_and_every_count_is_right(given_: list[Consequence]) -> None:
    found = summed(given_)
    inside = [one for sum_ in found for one in sum_.consequences]
    assert sorted(map(id, inside)) == sorted(map(id, given_))
    assert [list(CODES).index(one.code) for one in found] == sorted(list(CODES).index(one.code) for one in found)
    assert all(one.text == one.consequences[0].text for one in found if len(one.consequences) == 1)
    for one in found:
        assert {inner.code for inner in one.consequences} == {one.code}


@settings(laws, max_examples=80)
@given(consequences(), st.sampled_from(["nl", "en"]))
def test_what_is_shown_is_bounded_and_what_is_not_shown_is_listed(given_: list[Consequence], language: str) -> None:
    parts = told(given_, language)
    assert sum(len(part.sentences) for part in parts) <= 12 + 9 + 5 + 6
    everything = [sentence for part in parts for sentence in (*part.sentences, *part.rest)]
    for one in given_:
        assert getattr(one.text, language) in everything
    for part in parts:
        hidden = [sentence for sentence in part.sentences if sentence.startswith("... ")]
        assert len(hidden) <= 1
        if hidden:
            counted = sum(int(number) for number in re.findall(r"\((\d+)\)", hidden[0]))
            shown = sum(
                len(one.consequences) for one in summed(given_) if CODES[one.code].tone == part.tone and getattr(one.text, language) in part.sentences
            )
            assert counted + shown >= sum(CODES[one.code].tone == part.tone for one in given_)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_has_words_of_the_other_language(language: str) -> None:
    found = summed(compared("m", side(plan(9, planned="")), side(plan(5, efforts=False))).consequences)
    foreign = {"nl": (" and ", " more", " times", "also at"), "en": (" en nog", " keer", "ook bij")}[language]
    assert not [one.text for one in found for word in foreign if word in getattr(one.text, language)]


MIRRORED = {
    "gained-cover": "lost-cover",
    "new-error": "gone-error",
    "more-efforts": "fewer-efforts",
    "stakeholder-loaded": "stakeholder-released",
    "money": "money",
    "target-moved": "target-moved",
    "other-efforts": "other-efforts",
}


@settings(laws, max_examples=40)
@given(edits())
def test_what_one_way_gives_the_other_way_takes(pair: tuple[Network, Network]) -> None:
    one, other = (judged(Loaded(network, ())) for network in pair)
    forth, back = compared("m", one, other), compared("m", other, one)
    same = forth.difference.same
    for code, opposite in MIRRORED.items():
        there = Counter(told.element for told in forth.consequences if told.code == code and told.element in same.values())
        again = Counter(same.get(told.element, told.element) for told in back.consequences if told.code == opposite and told.element in same)
        assert there == again, code
