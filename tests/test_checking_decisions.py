"""What a project decides about findings: how bad they are, which are accepted, which were there already, and what is to be reviewed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.checking.baseline import Key, baseline_text, counts_of, kept, key_of
from dinkit.checking.review import confirmations, reviews_text, to_review
from dinkit.checking.run import Decisions, Judged, judge, rule_codes
from dinkit.comparing.meaning import fingerprint
from dinkit.finding import Finding
from dinkit.model.dates import parse_date
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.reading.settings import BASELINE, REVIEWS, load_baseline, load_reviews, load_settings
from dinkit.source import Memory
from support import network_of

MODEL = """\
model: klein
doelen: {banen: Meer banen}
inspanningen:
  loket: {naam: Loket openen, draagt_bij_aan: banen}
  krant: {naam: Krant maken, draagt_bij_aan: banen, planning: 2020, stakeholders: {stad: trekker}}
stakeholders: {stad: De stad}
"""


def judged(model: str = MODEL, **beside: str) -> Judged:
    names = {"settings": "dinkit.yaml", "baseline": BASELINE, "reviews": REVIEWS}
    files = Memory({"din.yaml": model} | {names[key]: text for key, text in beside.items()})
    return judge(load("din.yaml", files), Decisions(load_settings(files), load_baseline(files), load_reviews(files)))


def told(found: Judged | tuple[Finding, ...]) -> list[str]:
    """Code, severity, element, and line with column of each finding."""
    findings = found.findings if isinstance(found, Judged) else found
    return [
        f"{one.code} {one.severity} {one.element or '-'} {one.location.file}:{one.location.span.line}:{one.location.span.column}" for one in findings
    ]


PLAIN = [
    "DIN401 warning loket din.yaml:4:3",
    "DIN408 warning loket din.yaml:4:3",
    "DIN409 warning loket din.yaml:4:3",
]


def test_without_decisions_the_rules_speak_for_themselves() -> None:
    assert told(judged()) == PLAIN
    assert judged().suppressed == ()


@pytest.mark.parametrize(
    ("rules", "severities"),
    [
        ("{DIN408: fout}", ["warning", "error", "warning"]),
        ("{DIN408: error}", ["warning", "error", "warning"]),
        ("{DIN408: uit, DIN409: tip}", ["warning", "tip"]),
        ("{DIN408: {per_soort: {inspanningen: tip, doelen: fout}}}", ["warning", "tip", "warning"]),
        ("{DIN408: {ernst: fout, per_element: {loket: uit}}}", ["warning", "warning"]),
        ("{DIN408: {ernst: uit, per_soort: {inspanningen: fout}}}", ["warning", "error", "warning"]),
        ("{DIN408: {per_soort: {inspanningen: fout}, per_element: {loket: tip}}}", ["warning", "tip", "warning"]),
    ],
)
def test_a_severity_is_set_per_rule_per_kind_and_per_element(rules: str, severities: list[str]) -> None:
    for found in (judged(f"regels: {rules}\n{MODEL}"), judged(settings=f"regels: {rules}\n")):
        assert [str(one.severity) for one in found.findings] == severities


def test_the_model_has_the_last_word() -> None:
    found = judged(
        f"regels: {{DIN408: {{per_element: {{loket: tip}}}}, DIN409: uit}}\n{MODEL}", settings="regels: {DIN408: fout, DIN409: fout, DIN401: tip}\n"
    )
    assert [f"{one.code} {one.severity}" for one in found.findings] == ["DIN401 tip", "DIN408 tip"]


@pytest.mark.parametrize(
    ("model", "settings_text", "finding"),
    [
        (f"regels: {{DIN488: tip}}\n{MODEL}", "", "DIN040 error - din.yaml:1:10"),
        (MODEL, "modellen: []\nregels:\n  DIN488: tip\n", "DIN040 error - dinkit.yaml:3:3"),
        (f"regels: {{DIN014: tip}}\n{MODEL}", "", "DIN040 error - din.yaml:1:10"),
        (f"regels: {{DIN408: {{per_element: {{lokket: tip}}}}}}\n{MODEL}", "", "DIN041 warning - din.yaml:1:33"),
    ],
)
def test_a_decision_about_nothing_is_a_finding(model: str, settings_text: str, finding: str) -> None:
    assert finding in told(judged(model, settings=settings_text))


def test_a_wrong_code_gets_the_nearest() -> None:
    found = judged(f"regels: {{DIN4O8: tip}}\n{MODEL}").findings
    assert [one.message.nl for one in found if one.code == "DIN040"] == ["er is geen regel met de code 'DIN4O8'; bedoelt u 'DIN408'?"]


ACCEPTING = MODEL.replace(
    "{naam: Loket openen,", "{naam: Loket openen, aanvaard: {DIN408: iedereen doet mee, DIN409: {reden: volgt, door: manager, geldt_tot: 2020}},"
)


def test_an_element_accepts_a_finding_with_a_reason() -> None:
    found = judged(ACCEPTING)
    assert [one.code for one in found.findings] == ["DIN401", "DIN043"]
    assert [(one.finding.code, one.by, one.reason, one.owner) for one in found.suppressed] == [
        ("DIN408", "model", "iedereen doet mee", None),
        ("DIN409", "model", "volgt", "manager"),
    ]


@pytest.mark.parametrize(("date", "codes"), [("2020-12-31", ["DIN401"]), ("2021-01-01", ["DIN401", "DIN409", "DIN043"])])
def test_an_acceptance_ends_by_the_reference_date_never_by_the_clock(date: str, codes: list[str]) -> None:
    found = judged(f"peildatum: {date}\n{ACCEPTING}").findings
    assert [one.code for one in found] == codes
    if "DIN043" in codes:
        assert found[-1].message.nl == "DIN409 was hier aanvaard tot 2020, en op de peildatum (2021-01-01) is dat voorbij"


@pytest.mark.parametrize(
    ("given_codes", "finding"),
    [
        ("{DIN302: x}", "DIN042 warning loket din.yaml:4:42"),
        ("{DIN999: x}", "DIN040 error loket din.yaml:4:42"),
        ("{DIN010: x}", "DIN040 error loket din.yaml:4:42"),
    ],
)
def test_an_acceptance_of_nothing_is_a_finding_on_its_code(given_codes: str, finding: str) -> None:
    assert finding in told(judged(MODEL.replace("{naam: Loket openen,", f"{{naam: Loket openen, aanvaard: {given_codes},")))


@pytest.mark.parametrize(
    ("given_codes", "fault"),
    [
        ("{DIN408: {door: manager}}", "DIN012 at 4:50: 'DIN408' heeft geen reden"),
        ("{DIN408: {reden: }}", "DIN012 at 4:51: 'DIN408' heeft geen reden"),
        ('{DIN408: ""}', "DIN012 at 4:50: hier ontbreekt de reden"),
        ('{DIN408: {reden: "  "}}', "DIN012 at 4:58: hier ontbreekt de reden"),
        ("{DIN408: onbekend}", "DIN012 at 4:50: hier ontbreekt de reden"),
        ("{DIN408: }", "DIN012 at 4:42: hier ontbreekt de reden"),
        ("{DIN408: ~}", "DIN012 at 4:42: hier ontbreekt de reden"),
        ("{DIN408}", "DIN012 at 4:42: hier ontbreekt de reden"),
        ("[DIN408]", "DIN011 at 4:41: 'aanvaard' moet velden hebben, zoals 'DIN107: ...'"),
        ("DIN408", "DIN011 at 4:41: 'aanvaard' moet velden hebben, zoals 'DIN107: ...'"),
        ("{DIN408: {reden: volgt, geldig_tot: 2026}}", "DIN010 at 4:65: de sleutel 'geldig_tot' bestaat hier niet"),
        ("{DIN408: {reden: volgt, geldt_tot: onbekend}}", "DIN043 at 4:65: DIN408 is hier aanvaard tot een dag die niet genoemd wordt"),
        ("{DIN408: {reden: volgt, geldt_tot: open}}", "DIN043 at 4:65: DIN408 is hier aanvaard tot een dag die niet genoemd wordt"),
    ],
)
def test_of_an_acceptance_with_a_fault_only_the_fault_is_told(given_codes: str, fault: str) -> None:
    found = judged(MODEL.replace("{naam: Loket openen,", f"{{naam: Loket openen, aanvaard: {given_codes},"))
    places = [(one, one.location.span) for one in found.findings]
    assert [f"{one.code} at {span.line}:{span.column}: {one.message.nl}" for one, span in places if one.code not in ("DIN401", "DIN409")] == [fault]
    assert {"DIN401", "DIN409"} <= {one.code for one in found.findings}
    assert found.suppressed == ()


def test_a_fault_in_one_acceptance_leaves_the_others() -> None:
    found = judged(MODEL.replace("{naam: Loket openen,", '{naam: Loket openen, aanvaard: {DIN408: "", DIN409: volgt},'))
    assert [one.code for one in found.findings] == ["DIN401", "DIN012"]
    assert [one.finding.code for one in found.suppressed] == ["DIN409"]


@pytest.mark.parametrize(
    ("rules", "place"),
    [("{DIN408: }", 10), ("{DIN408: ~}", 10), ("{DIN408: {per_element: {loket: }}}", 33), ("{DIN408: {per_soort: {inspanningen: }}}", 31)],
)
def test_a_severity_left_empty_is_a_fault(rules: str, place: int) -> None:
    found = judged(f"regels: {rules}\n{MODEL}").findings
    assert told(found)[0] == f"DIN013 error - din.yaml:1:{place}"
    assert found[0].hint is not None
    assert found[0].hint.nl == "schrijf fout, waarschuwing, tip of uit"
    settings_text = f"regels: {rules}\n"
    beside = load_settings(Memory({"dinkit.yaml": settings_text}))
    assert told(beside.findings) == [f"DIN013 error - dinkit.yaml:1:{place}"]


def test_the_baseline_knows_findings_by_rule_and_element_not_by_line() -> None:
    written = baseline_text(Counter(key_of(finding, "klein") for finding in judged().findings))
    assert written == (
        "# Geschreven door 'dinkit baseline write': bevindingen die er al waren. Verander hier niets met de hand.\n"
        "formaat: 1\n"
        "bevindingen:\n"
        "  - {model: klein, regel: DIN401, element: loket}\n"
        "  - {model: klein, regel: DIN408, element: loket}\n"
        "  - {model: klein, regel: DIN409, element: loket}\n"
    )
    assert told(judged(baseline=written)) == []
    moved = judged(f"# een regel erbij\n\n{MODEL.replace('Loket', 'Balie')}", baseline=written)
    assert told(moved) == []
    assert [one.by for one in moved.suppressed] == ["baseline"] * 3


def test_a_new_finding_stands_out_and_a_gone_one_is_told() -> None:
    written = baseline_text(Counter(key_of(finding, "klein") for finding in judged().findings))
    mended = MODEL.replace("{naam: Loket openen,", "{naam: Loket openen, planning: 2020,").replace(
        "planning: 2020, stakeholders: {stad", "stakeholders: {stad"
    )
    found = judged(mended, baseline=written)
    assert "DIN044 warning - dinkit.baseline.yaml:6:20" in told(found)
    assert [one.message.nl for one in found.findings if one.code == "DIN044"] == [
        "DIN409 bij 'loket' staat 1 keer in de baseline en wordt niet meer gevonden"
    ]
    assert [one for one in told(found) if "krant" in one] == ["DIN409 warning krant din.yaml:5:3"]
    pruned = kept(load_baseline(Memory({BASELINE: written})).record, Counter(key_of(one, "klein") for one in judged(mended).findings), ["klein"])
    assert "DIN044" not in [one.code for one in judged(mended, baseline=baseline_text(pruned)).findings]


def test_what_is_found_less_often_than_before_is_told_with_how_often() -> None:
    found = judged(baseline="formaat: 1\nbevindingen:\n  - {model: klein, regel: DIN409, element: loket, keer: 3}\n").findings
    assert [one.message for one in found if one.code == "DIN044"] == [
        (
            "DIN409 bij 'loket' staat 3 keer in de baseline en wordt nog 1 keer gevonden",
            "DIN409 at 'loket' stands in the baseline 3 times and is still found once",
        )
    ]


def test_a_baseline_of_another_model_is_left_alone() -> None:
    other = "formaat: 1\nbevindingen:\n  - {model: groot, regel: DIN409, element: loket, keer: 3}\n"
    assert told(judged(baseline=other)) == PLAIN
    record = load_baseline(Memory({BASELINE: other})).record
    assert kept(record, Counter(), ["klein"]) == Counter({Key("groot", "DIN409", "loket", None): 3})


WORDS = st.text("abc-", min_size=1, max_size=4).map(lambda text: "x" + text)


@given(st.dictionaries(st.tuples(WORDS, st.sampled_from(sorted(rule_codes())), WORDS), st.integers(1, 4), max_size=8))
@settings(max_examples=50, deadline=None)
def test_a_baseline_reads_back_as_it_was_written(entries: dict[tuple[str, str, str], int]) -> None:
    counts = Counter({Key(model, rule, element, None): count for (model, rule, element), count in entries.items()})
    found = load_baseline(Memory({BASELINE: baseline_text(counts)}))
    assert found.findings == ()
    assert counts_of(found.record) == counts


REVIEWED = """\
doelen:
  banen: {naam: Meer banen, omschrijving: Erbij, streefdatum: 2022}
  rust: Meer rust
inspanningen:
  loket: {naam: Loket openen, draagt_bij_aan: [banen, rust]}
  krant: {naam: Krant maken, draagt_bij_aan: rust}
indicatoren:
  aantal: {naam: Aantal, meet: banen, eenheid: baan, streefwaarden: [{waarde: 100, datum: 2022}]}
"""


def reviewed(network: Network, text: str = "") -> str:
    """The file of reviews after everything was confirmed."""
    old = load_reviews(Memory({REVIEWS: text} if text else {})).record
    return reviews_text(old, confirmations(network, None, by="strateeg", on=parse_date("2020-06-30")))


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ("naam: Meer banen", "naam: Meer werk", ["loket -> banen"]),
        ("omschrijving: Erbij", "omschrijving: Erbij in de stad", ["loket -> banen"]),
        ("streefdatum: 2022", "streefdatum: 2023", ["loket -> banen"]),
        ("waarde: 100", "waarde: 200", ["loket -> banen"]),
        ("eenheid: baan", "eenheid: fte", ["loket -> banen"]),
        ("rust: Meer rust", "rust: Meer stilte", ["loket -> rust", "krant -> rust"]),
        ("naam: Loket openen", "naam: Balie openen", []),
        ("doelen:\n", "# opmerking\n\ndoelen:\n", []),
        ("naam: Aantal,", "naam: Aantal faillissementen,", ["loket -> banen"]),
        ("naam: Aantal,", "naam: Aantal, omschrijving: Zonder uitzendwerk,", ["loket -> banen"]),
        ("naam: Aantal,", "naam: Aantal, meetwijze: enquête,", []),
        ("streefdatum: 2022}", "streefdatum: '2022', opmerking: zie nota}", []),
    ],
)
def test_exactly_the_contributions_to_what_changed_are_reviewed_again(old: str, new: str, again: list[str]) -> None:
    before, after = network_of(REVIEWED), network_of(REVIEWED.replace(old, new, 1))
    reviews = load_reviews(Memory({REVIEWS: reviewed(before)}))
    assert reviews.findings == ()
    names = {element.name: element.id for element in after.elements.values()}
    found = list(to_review(after, reviews))
    quoted = [[names[part] for part in one.message.nl.split("'")[1::2]] for one in found]
    assert [" -> ".join(pair) for pair in quoted] == again
    assert list(to_review(before, reviews)) == []


def test_confirming_again_settles_it_and_only_for_what_was_confirmed() -> None:
    before, after = network_of(REVIEWED), network_of(REVIEWED.replace("Meer rust", "Meer stilte"))
    text = reviewed(before)
    one = reviews_text(load_reviews(Memory({REVIEWS: text})).record, confirmations(after, "krant", by="strateeg", on=parse_date("2021")))
    assert [finding.element for finding in to_review(after, load_reviews(Memory({REVIEWS: one})))] == ["loket"]
    both = reviews_text(load_reviews(Memory({REVIEWS: text})).record, confirmations(after, "rust", by="strateeg", on=parse_date("2021")))
    assert list(to_review(after, load_reviews(Memory({REVIEWS: both})))) == []
    assert fingerprint(after, "rust") in both


ORPHANED = [
    ("loket: {", "balie: {", ["5 loket -> banen", "6 loket -> rust"]),
    ("[banen, rust]", "banen", ["6 loket -> rust"]),
    ("[banen, rust]", "[banen, russt]", []),  # a fault in the model may be why
    ("loket: {naam: Loket openen,", "loket: {naam: Loket openen, zomaar: 1,", []),
    ("doelen:", "<<<<<<< ours\ndoelen:", []),
]


@pytest.mark.parametrize(("old", "new", "orphans"), ORPHANED)
def test_a_confirmation_of_what_is_not_there_any_more_is_told(old: str, new: str, orphans: list[str]) -> None:
    settled = reviewed(network_of(REVIEWED))
    found = judged(REVIEWED.replace(old, new, 1), reviews=settled, settings="modellen: [din.yaml]\n").findings
    words = ["de bevestiging van ", " hoort bij niets meer"]
    said = [(one.location.span.line, one.message.nl.removeprefix(words[0]).partition(words[1])[0]) for one in found if one.code == "DIN049"]
    assert [f"{line} {link}" for line, link in said] == orphans
    assert {one.location.file for one in found if one.code == "DIN049"} <= {REVIEWS}


def test_a_confirmation_with_a_typing_error_gets_the_nearest_id() -> None:
    settled = reviewed(network_of(REVIEWED)).replace("element: krant, draagt_bij_aan: rust", "element: krant, draagt_bij_aan: russt")
    found = [one for one in judged(REVIEWED, reviews=settled, settings="modellen: [./din.yaml]\n").findings if one.code == "DIN049"]
    assert [one.message for one in found] == [
        (
            "de bevestiging van krant -> russt hoort bij niets meer; bedoelt u 'rust'?",
            "the confirmation of krant -> russt belongs to nothing any more; did you mean 'rust'?",
        )
    ]


def test_without_settings_a_confirmation_may_be_of_a_model_beside_this_one() -> None:
    settled = reviewed(network_of(REVIEWED))
    for settings_text in ("", "modellen: [ander.yaml]\n"):
        found = judged(REVIEWED.replace("loket:", "balie:"), reviews=settled, settings=settings_text)
        assert "DIN049" not in [one.code for one in (*found.findings, *found.unneeded)]


def test_what_nobody_confirmed_is_not_to_be_reviewed() -> None:
    assert list(to_review(network_of(REVIEWED), load_reviews(Memory({})))) == []
