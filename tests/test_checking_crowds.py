"""One finding in place of many: told only after everything was decided about each element by itself."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinkit.checking.baseline import baseline_text, key_of
from dinkit.checking.crowds import gathered
from dinkit.checking.run import Decisions, Judged, judge
from dinkit.finding import Crowd, Finding, Location, Severity, Text, span_between
from dinkit.reading.load import load
from dinkit.reading.settings import BASELINE, SETTINGS, load_baseline, load_settings
from dinkit.source import Memory
from support import network_of

HEAD = "model: veel\ndoelen: {banen: Meer banen}\nstakeholders: {stad: De stad}\n"


def effort(number: int, more: str = "") -> str:
    """One effort of which only an owner is missing."""
    return f"  e{number}: {{naam: Werk {number} doen, draagt_bij_aan: banen, planning: 2026, stakeholders: {{stad: partij}}{more}}}\n"


def model(*efforts: str, head: str = HEAD) -> str:
    return f"{head}inspanningen:\n{''.join(efforts)}"


def judged(text: str, baseline: str = "") -> Judged:
    files = Memory({"din.yaml": text} | ({BASELINE: baseline} if baseline else {}))
    return judge(load("din.yaml", files), Decisions(baseline=load_baseline(files)))


def owners(found: Judged) -> list[tuple[str, str, str]]:
    """Severity, element and message of every finding but the tips on the whole."""
    return [(one.severity.value, one.element or "-", one.message.nl) for one in found.findings if one.code in ("DIN401", "DIN042", "DIN044")]


SIX = [effort(number) for number in range(6)]


def test_most_are_told_as_one_at_the_first_by_id_with_some_of_the_others() -> None:
    (one,) = [found for found in judged(model(*SIX)).findings if found.code == "DIN401"]
    assert (one.element, one.message.nl) == ("e0", "6 van de 6 inspanningen hebben geen eigenaar of trekker")
    assert [place.span.line for place in one.related] == [6, 7, 8, 9, 10]
    assert one.crowd is None


def test_an_acceptance_is_about_its_own_element_alone() -> None:
    found = judged(model(effort(0), *SIX[1:5], effort(5, ", aanvaard: {DIN401: de wethouder doet dit zelf}")))
    assert owners(found) == [("warning", "e0", "5 van de 6 inspanningen hebben geen eigenaar of trekker")]
    assert [(one.finding.element, one.finding.message.nl) for one in found.suppressed] == [
        ("e5", "inspanning 'Werk 5 doen' heeft geen eigenaar of trekker")
    ]


def test_an_acceptance_where_one_is_told_for_many_is_explained_and_never_taken_out() -> None:
    head = HEAD + "programma: {id: stad-werkt, naam: Stad, aanvaard: {DIN401: wordt in het najaar verdeeld}}\n"
    found = judged(model(*SIX, head=head))
    assert owners(found) == [
        ("warning", "stad-werkt", "6 van de 6 inspanningen hebben geen eigenaar of trekker"),
        ("warning", "stad-werkt", "DIN401 is hier aanvaard, maar hoort bij 6 elementen elk apart"),
    ]
    (about,) = [one for one in found.findings if one.slug == "crowd-acceptance"]
    assert about.hint is not None
    assert about.hint.nl == "aanvaard DIN401 bij elk van die elementen, zoals 'e0', of weeg de regel anders met 'regels:'"
    assert [place.span.line for place in about.related] == [6, 7, 8, 9, 10, 11]
    assert about.fix is None


def test_an_acceptance_at_the_programme_of_what_nothing_has_is_unused_as_ever() -> None:
    head = HEAD + "programma: {id: stad-werkt, naam: Stad, aanvaard: {DIN401: wordt in het najaar verdeeld}}\n"
    text = model("  e0: {naam: Werk doen, draagt_bij_aan: banen, planning: 2026, stakeholders: {stad: trekker}}\n", head=head)
    assert [(one.slug, one.fix is not None) for one in judged(text).findings if one.code == "DIN042"] == [("unused-acceptance", True)]


def test_one_more_without_an_owner_leaves_the_acceptances_of_the_others_alone() -> None:
    accepted = [effort(number, ", aanvaard: {DIN401: besloten op 3 mei}") for number in range(3)]
    assert owners(judged(model(*accepted))) == []
    assert owners(judged(model(*accepted, effort(3)))) == [("warning", "e3", "inspanning 'Werk 3 doen' heeft geen eigenaar of trekker")]


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (
            "{per_element: {e3: fout}}",
            [
                ("warning", "e0", "5 van de 6 inspanningen hebben geen eigenaar of trekker"),
                ("error", "e3", "inspanning 'Werk 3 doen' heeft geen eigenaar of trekker"),
            ],
        ),
        ("{per_element: {e0: uit}}", [("warning", "e1", "5 van de 6 inspanningen hebben geen eigenaar of trekker")]),
        ("{per_soort: {inspanningen: tip}}", [("tip", "e0", "6 van de 6 inspanningen hebben geen eigenaar of trekker")]),
        ("{per_soort: {inspanningen: uit}}", []),
    ],
)
def test_a_severity_is_set_per_element_and_kind(rules: str, told: list[tuple[str, str, str]]) -> None:
    assert owners(judged(model(*SIX, head=f"{HEAD}regels: {{DIN401: {rules}}}\n"))) == told


def test_the_programme_bears_the_finding_of_many_but_not_what_is_decided_about_it() -> None:
    head = f"{HEAD}programma: {{id: stad-programma, naam: Programma}}\nregels: {{DIN401: {{per_soort: {{inspanningen: fout}}}}}}\n"
    assert owners(judged(model(*SIX, head=head))) == [("error", "stad-programma", "6 van de 6 inspanningen hebben geen eigenaar of trekker")]


def baseline_of(text: str) -> str:
    return baseline_text(Counter(key_of(one, "veel") for one in judged(text).each))


def test_a_baseline_knows_each_element_so_new_work_is_heard_of() -> None:
    baseline = baseline_of(model(*SIX))
    assert owners(judged(model(*SIX), baseline)) == []
    more = model(*SIX, effort(6), effort(7))
    assert [element for _, element, _ in owners(judged(more, baseline))] == ["e6", "e7"]


def test_solving_some_of_a_baseline_gives_nothing_new() -> None:
    solved = [effort(number).replace("partij", "trekker") for number in range(4)]
    found = judged(model(*solved, *SIX[4:]), baseline_of(model(*SIX)))
    assert [one.code for one in found.findings] == ["DIN044"] * 4, "only that the baseline can be pruned"


def test_goals_of_a_model_without_efforts_accept_one_by_one() -> None:
    goals = "model: veel\ndoelen:\n  een: {naam: Meer banen, aanvaard: {DIN107: komt in fase 2}}\n  twee: Meer winkels\n"
    found = judged(goals)
    assert [(one.element, one.message.nl) for one in found.findings if one.code in ("DIN107", "DIN042")] == [
        ("twee", "dit model heeft geen inspanningen, dus geen enkel doel is gedekt")
    ]
    assert [one.finding.element for one in found.suppressed] == ["een"]


NETWORK = network_of(model(*SIX))
CROWDS = [Crowd(Text("{0} van {1}", "{0} of {1}"), Text("h", "h"), total, least) for total, least in ((6, 4), (0, 1), (20, 4))]


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([None, *CROWDS]), st.sampled_from(Severity)), unique_by=lambda one: (one[0], one[1])))
def test_nothing_is_lost_or_told_twice(drawn: list[tuple[int, Crowd | None, Severity]]) -> None:
    place = Location("din.yaml", span_between("x", 0, 1))
    given_ = [Finding("DIN401", "x", severity, Text("m", "m"), place, f"e{number}", crowd=crowd) for number, crowd, severity in drawn]
    told = gathered(given_, NETWORK)
    expected = 0
    for crowd in {one.crowd for one in given_}:
        for severity in Severity:
            count = sum(one.crowd == crowd and one.severity is severity for one in given_)
            as_one = crowd is not None and count >= crowd.least and 2 * count > crowd.total
            expected += min(count, 1) if as_one else count
    assert len(told) == expected
    assert all(one.crowd is None for one in told)


WEIGHED = HEAD.replace("doelen:", "regels: {DIN401: {per_element: {%s: uit}}}\nprogramma: {id: plan, naam: Plan}\ndoelen:")


@pytest.mark.parametrize(("weighed", "told"), [("plan", [(2, 33)]), ("e0", []), ("banen", [])])
def test_a_severity_at_the_programme_for_what_many_elements_have_does_nothing_and_says_so(weighed: str, told: list[tuple[int, int]]) -> None:
    found = [one for one in judged(model(*SIX, head=WEIGHED % weighed)).findings if one.code == "DIN041"]
    assert [one.location.span[:2] for one in found] == told
    assert [one.message.nl for one in found] == ["DIN401 hoort bij 6 elementen elk apart en niet bij 'plan', dus deze ernst doet niets" for _ in told]


def test_a_severity_at_the_programme_is_said_to_do_nothing_in_the_settings_as_well() -> None:
    text = model(*SIX, head=HEAD.replace("doelen:", "programma: {id: plan, naam: Plan}\ndoelen:"))
    files = Memory({"din.yaml": text, SETTINGS: "modellen: [din.yaml]\nregels:\n  DIN401: {per_element: {plan: tip}}\n"})
    found = judge(load("din.yaml", files), Decisions(settings=load_settings(files))).findings
    assert [(one.location.file, one.location.span[:2]) for one in found if one.code == "DIN041"] == [(SETTINGS, (3, 26))]
