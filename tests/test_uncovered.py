"""Three places say which goals nobody works on: the picture, the rule and the analysis. They agree, whatever has stopped."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.analyses.coverage import ANALYSIS
from dinkit.analysis import Options
from dinkit.building import uncovered_goals
from dinkit.network import working_efforts
from support import findings_of, network_of

STATUS = st.sampled_from(["lopend", "gestopt", "onbekend"])


@st.composite
def programmes(draw) -> str:
    """A row of goals without sub-goals, and efforts with parts that contribute to some of them."""
    goals = [f"doel-{number}" for number in range(draw(st.integers(1, 4)))]
    lines = ["doelen:", *(f"  {goal}: Doel" for goal in goals), "inspanningen:"]
    for number in range(draw(st.integers(1, 4))):
        to = draw(st.lists(st.sampled_from(goals), unique=True))
        lines += [f"  werk-{number}:", "    naam: Werk", f"    status: {draw(STATUS)}", f"    draagt_bij_aan: [{', '.join(to)}]"]
        if draw(st.booleans()):
            also = draw(st.sampled_from(goals))
            lines += ["    onderdelen:", f"      deel-{number}: {{naam: Deel, status: {draw(STATUS)}, draagt_bij_aan: {also}}}"]
    return "\n".join(lines) + "\n"


@settings(max_examples=80, deadline=None)
@given(programmes())
def test_picture_rule_and_analysis_agree(text):
    network = network_of(text)
    fact = ANALYSIS.run(network, Options())
    columns = [column.key for column in fact.tables[0].columns]
    rows = [dict(zip(columns, row, strict=True)) for row in fact.tables[0].rows]
    analysed = {row["id"] for row in rows if not row["efforts"]}
    reported = {finding.element for finding in findings_of(text) if finding.code == "DIN107"}
    assert uncovered_goals(network) == analysed == reported


def test_what_stopped_does_not_count_nor_do_its_parts():
    network = network_of(
        """\
inspanningen:
  a:
    naam: A
    status: gestopt
    onderdelen:
      a1: A1
      a2: {naam: A2, hoort_ook_bij: b}
  b: B
"""
    )
    assert working_efforts(network) == ["a2", "b"]
