"""Editions: by hand, on Almelo's programme, and against a second definition of who continues what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.analyses._editions import count, told
from dinkit.analyses.editions import ANALYSIS
from dinkit.analysis import Fact, Options, Table
from dinkit.comparing.matching import ancestors, editions_of, last_named
from dinkit.exporters import csv as csv_exporter
from dinkit.exporters import markdown as markdown_exporter
from dinkit.exporters import text as text_exporter
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.report import Report
from dinkit.source import Folder, Memory
from strategies import broken, documents, render, styles

ROOT = Path(__file__).parent.parent

THEN = """
editie: verslag 2019
doelen:
  een: {naam: Eén, nummer: I, subdoelen: {onder: Onder}}
  twee: {naam: Twee, nummer: II}
inspanningen:
  gelijk: {naam: Gelijk, nummer: 1, draagt_bij_aan: {een: {herkomst: vermeld}}, onderdelen: {deel: Deel, los: Los}}
  naam: {naam: Oude naam, nummer: 2, draagt_bij_aan: {een: {herkomst: vermeld}, twee: {herkomst: afgeleid}}}
  elders: {naam: Elders, nummer: 3, draagt_bij_aan: {een: {herkomst: vermeld}}, onderdelen: {mee: Mee}}
  doel-bij: {naam: Doel bij, draagt_bij_aan: {een: {herkomst: vermeld}}}
  doel-af: {naam: Doel af, draagt_bij_aan: {een: {herkomst: vermeld}, twee: {herkomst: vermeld}}}
  links: {naam: Links, nummer: 7}
  rechts: {naam: Rechts, nummer: 8}
  geheel: {naam: Geheel, nummer: 9}
  klaar: {naam: Klaar, status: gereed}
  stil: {naam: Stil, status: lopend}
  wordt-afspraak: Wordt afspraak
indicatoren:
  maat: {naam: Maat, meet: een}
  stom: {naam: Stom, meet: een}
stakeholders: {partij: Partij}
"""

NOW = """
vorige_editie: e1.yaml
doelen:
  een: {naam: Eén, nummer: I, subdoelen: {onder: Onder}}
  twee: {naam: Twee, nummer: II}
inspanningen:
  gelijk: {naam: Gelijk, nummer: 1, draagt_bij_aan: {een: {herkomst: vermeld}}, onderdelen: {deel: Deel}}
  naam: {naam: Nieuwe naam, nummer: 4, draagt_bij_aan: {een: {herkomst: vermeld}}}
  elders: {naam: Elders, nummer: 3, draagt_bij_aan: {twee: {herkomst: vermeld}}, onderdelen: {mee: Mee, los: Los}}
  doel-bij: {naam: Doel bij, draagt_bij_aan: {een: {herkomst: vermeld}, twee: {herkomst: vermeld}}}
  doel-af: {naam: Doel af, draagt_bij_aan: {een: {herkomst: vermeld}}}
  samen: {naam: Samen, opvolger_van: [m1/links, m1/rechts]}
  helft: {naam: Helft, nummer: 9, opvolger_van: [m1/geheel]}
  wederhelft: {naam: Wederhelft, opvolger_van: [m1/geheel]}
  vers: {naam: Vers, status: gereed}
afspraken: {wordt-afspraak: Wordt afspraak}
indicatoren:
  maat: {naam: Maat, meet: twee}
  stom: Stom
stakeholders: {partij: Partij, ander: Ander}
"""


def network_of(*editions: str) -> Network:
    """Load editions, the latest first; each but the last names the next one."""
    files = {f"e{at}.yaml": f"model: m{at}\n{text}" for at, text in enumerate(editions)}
    return load("e0.yaml", Memory(files)).network


def fact_of(*editions: str) -> Fact:
    return ANALYSIS.run(network_of(*editions), Options())


def table(fact: Fact, key: str) -> Table:
    return next(one for one in fact.tables if one.key == key)


def changes(fact: Fact) -> dict[str, str]:
    return {str(row[1]): " ".join(row[3]) for row in table(fact, "changes").rows if isinstance(row[3], tuple)}


def test_every_change_has_its_code() -> None:
    assert changes(fact_of(NOW, THEN)) == {
        "naam": "renamed renumbered",
        "elders": "other_main_goal",
        "doel-bij": "main_goal_gained",
        "doel-af": "main_goal_lost",
        "samen": "other_id merged",
        "helft": "other_id split renamed",
        "wederhelft": "other_id split renamed",
        "vers": "new done",
        "klaar": "gone done",
        "stil": "gone",
        "los": "other_parent other_main_goal",
        "maat": "other_parent",
    }


def test_people_read_words_and_machines_codes() -> None:
    network = network_of(NOW, THEN)
    report = Report(network, facts=(ANALYSIS.run(network, Options()),))
    assert "  hernoemd, hernummerd  " in text_exporter.export(report)
    assert "| renamed, renumbered |" in markdown_exporter.export(report._replace(language="en"))
    assert ",renamed renumbered," in csv_exporter.export(report)


def test_a_row_says_what_it_was() -> None:
    rows = {row[1]: row for row in table(fact_of(NOW, THEN), "changes").rows}
    assert rows["samen"][4:8] == (("links", "rechts"), "Links + Rechts", "7 + 8", "")
    assert rows["naam"][4:8] == ((), "Oude naam", "2", "4")
    assert rows["helft"][4:8] == (("geheel",), "Geheel", "", "9")
    assert rows["los"][8:] == (("gelijk",), ("elders",), ("een",), ("twee",))
    assert rows["elders"][8:] == ((), (), ("een",), ("twee",))
    assert rows["maat"][8:10] == (("een",), ("twee",))
    assert [row[1] for row in table(fact_of(NOW, THEN), "unchanged").rows] == ["gelijk", "deel", "mee", "een", "onder", "twee", "stom"]


def test_the_first_sentence_answers() -> None:
    assert fact_of(NOW, THEN).answer.nl == (
        "Van de 11 inspanningen in 'verslag 2019' zijn er 5 gebleven (1 hernoemd, 1 hernummerd, 1 verplaatst, 1 daarvan naar een ander hoofddoel), "
        "2 zijn opgegaan in een ander, 1 is gesplitst, 1 is nu een andere soort element en 2 worden niet meer genoemd ('Klaar' en 'Stil'); "
        "1 is nieuw ('Vers'). Alle 3 onderdelen zijn gebleven (1 verplaatst, 1 daarvan naar een ander hoofddoel). Alle 3 doelen zijn gebleven. "
        "Alle 2 indicatoren zijn gebleven (1 verplaatst)."
    )


def test_equal_totals_hide_nothing() -> None:
    then = "inspanningen: {a: {naam: A, onderdelen: {b: B, c: C}}}"
    now = "vorige_editie: e1.yaml\ninspanningen: {a: {naam: A, onderdelen: {b: B, d: D}}}"
    assert fact_of(now, then).answer.nl.endswith("Let op: 2 en 2 onderdelen lijkt gelijk, maar 1 is nieuw en 1 wordt niet meer genoemd.")
    assert fact_of(now, then).answer.en.endswith("Note: 2 and 2 sub-efforts look the same, but 1 is new and 1 is no longer named.")


def test_what_becomes_a_part_or_stands_by_itself_is_told() -> None:
    then = "inspanningen: {a: {naam: A, onderdelen: {b: B}}, c: C}"
    now = "vorige_editie: e1.yaml\ninspanningen: {a: {naam: A, onderdelen: {c: C}}, b: B}"
    fact = fact_of(now, then)
    assert changes(fact) == {"b": "other_parent", "c": "other_parent"}
    assert fact.answer.nl == (
        "Van de 2 inspanningen in 'm1' is er 1 gebleven (1 verplaatst) en 1 is nu een onderdeel. Het enige onderdeel staat nu op zichzelf."
    )


@pytest.mark.parametrize(
    ("now", "then", "answer"),
    [
        ("doelen: {d: D}", "taal: nl", "Doelen waren er in 'm1' niet; 1 is nieuw."),
        ("taal: nl", "doelen: {d: D}", "Het enige doel in 'm1' wordt niet meer genoemd."),
        ("taal: nl", "taal: nl", "Er is niets te vergelijken: deze editie en 'm1' zijn leeg."),
        ("wijken: {w: W}", "wijken: {w: V}", "Tegenover 'm1' veranderde er het een en ander; zie de tabel."),
    ],
)
def test_there_may_be_little_to_compare(now: str, then: str, answer: str) -> None:
    assert fact_of(f"vorige_editie: e1.yaml\n{now}", then).answer.nl == answer


def test_without_a_previous_edition_it_says_so() -> None:
    assert fact_of(THEN).answer.nl == "Dit model noemt geen vorige editie ('vorige_editie'), dus er is niets om mee te vergelijken."
    lost = ANALYSIS.run(load("a.yaml", Memory({"a.yaml": "model: a\nvorige_editie: weg.yaml\n"})).network, Options())
    assert lost.answer.en.startswith("The previous edition 'weg.yaml' could not be read")
    assert [one.key for one in lost.tables] == ["summary", "changes", "editions", "through_time", "unchanged"]


def test_an_edition_of_itself_keeps_everything() -> None:
    fact = fact_of(f"vorige_editie: e1.yaml\n{THEN}", THEN)
    assert fact.answer.nl == "Er veranderde niets tegenover 'verslag 2019': alle 20 elementen zijn gebleven, met dezelfde naam en op dezelfde plaats."
    assert table(fact, "changes").rows == ()
    assert len(table(fact, "unchanged").rows) == 19


def test_what_an_older_edition_had_is_followed_to_the_previous_one() -> None:
    oldest = "inspanningen: {a: A, b: B, c: C, weg: Weg}"
    middle = "vorige_editie: e2.yaml\ninspanningen: {a2: {naam: A twee, opvolger_van: [m2/a]}, b: B, d: D}"
    now = "vorige_editie: e1.yaml\ninspanningen: {x: {naam: X, opvolger_van: [m2/a, m2/b]}, c: C, y: {naam: Y, opvolger_van: [m2/weg]}, d: D}"
    fact = fact_of(now, middle, oldest)
    assert changes(fact) == {"x": "other_id merged", "c": "returned", "y": "returned"}
    assert next(row[4] for row in table(fact, "changes").rows if row[1] == "x") == ("a2", "b")
    assert table(fact, "through_time").rows == (
        ("effort", "c", "C", "", "C"),
        ("effort", "d", "", "D", "D"),
        ("effort", "x", "A + B", "A twee + B", "X"),
        ("effort", "y", "Weg", "", "Y"),
    )
    assert table(fact, "editions").rows == (
        ("m2", "", "", 4, 0, 0, 0, None, None, None, None),
        ("m1", "", "", 3, 0, 0, 0, 1, 2, 0, 0),
        ("m0", "", "", 4, 0, 0, 0, 2, 0, 0, 0),
    )
    assert "2 komen terug uit een oudere editie" in fact.answer.nl


def test_what_is_gone_for_good_stays_in_the_table_through_time() -> None:
    rows = table(
        fact_of("vorige_editie: e1.yaml\ndoelen: {d: D}", "vorige_editie: e2.yaml\ninspanningen: {b: B}", "inspanningen: {a: A}"), "through_time"
    ).rows
    assert rows == (("effort", "b", "", "B", ""), ("effort", "a", "A", "", ""), ("goal", "d", "", "", "D"))


def test_stopped_is_only_said_where_a_source_says_it() -> None:
    fact = fact_of(
        "vorige_editie: e1.yaml\ninspanningen: {b: {naam: B, status: gestopt}, c: {naam: C, beeindigd: 2022}}", "inspanningen: {a: A, b: B, c: C}"
    )
    assert changes(fact) == {"b": "stopped", "c": "ended", "a": "gone"}


def test_of_parties_only_those_with_a_role_count() -> None:
    register = "stakeholders: {a: A, b: B, c: {naam: C, opvolger_van: [m1/d]}, d: D, e: E}"
    then = f"inspanningen: {{i: {{naam: I, stakeholders: [a, b, d]}}}}\n{register.replace(', opvolger_van: [m1/d]', '')}"
    now = f"vorige_editie: e1.yaml\ninspanningen: {{i: {{naam: I, stakeholders: [a, c, e]}}}}\n{register}"
    row = next(row for row in table(fact_of(now, then), "summary").rows if row[0] == "stakeholder")
    assert row[1:] == (3, 3, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1, 1)


def test_almelo_2022_as_its_report_tells() -> None:
    fact = ANALYSIS.run(load("models/almelo-2022.yaml", Folder(ROOT)).network, Options())
    found = changes(fact)
    assert fact.answer.nl.startswith("Van de 15 inspanningen in 'jaarverslag 2019' zijn er 13 gebleven")
    assert found["experiment-armoedeval"] == "gone"
    assert found["twents-fonds-voor-vakmanschap"] == "other_parent other_main_goal"
    merged = next(row for row in table(fact, "changes").rows if row[1] == "voorkomen-instroom")
    assert merged[4] == ("voorkomen-instroom", "sociaal-woningaanbod")


def test_a_model_without_goals_is_compared_too() -> None:
    then = "doelen: {geen: Er zijn er geen}\ninspanningen: {a: {naam: A, nummer: 1}}"
    fact = fact_of("vorige_editie: e1.yaml\ninspanningen: {a: {naam: B, nummer: 2}}", then)
    assert fact.answer.nl == "De enige inspanning in 'm1' is gebleven (1 hernoemd, 1 hernummerd)."


LETTERS = "abcde"


@st.composite
def chains(draw: st.DrawFn) -> list[str]:
    """Two to four editions of a few efforts: ids that come and go, other names and parents, predecessors in any earlier edition."""
    size = draw(st.integers(2, 4))
    editions = []
    for at in range(size):
        ids = draw(st.lists(st.sampled_from(LETTERS), unique=True))
        work: dict[str, Any] = {}
        for place, one in enumerate(ids):
            fields: dict[str, Any] = {"name": draw(st.sampled_from("XY")), "number": draw(st.sampled_from("12"))}
            if place and draw(st.booleans()):
                fields["part_of"] = draw(st.sampled_from(ids[:place]))
            if at < size - 1:
                older = st.builds(lambda model, name: f"m{model}/{name}", st.integers(at + 1, size - 1), st.sampled_from(LETTERS))
                fields["succeeds"] = draw(st.lists(older, unique=True, max_size=2))
            work[one] = {key: value for key, value in fields.items() if value}
        data: dict[str, Any] = {"previous_edition": f"e{at + 1}.yaml"} if at < size - 1 else {}
        editions.append(json.dumps(data | {"efforts": work})[1:-1])
    return editions


def chain_of(texts: list[str]) -> Network:
    files = {f"e{at}.yaml": f'{{"model": "m{at}", {text}}}' for at, text in enumerate(texts)}
    return load("e0.yaml", Memory(files)).network


@settings(max_examples=200, deadline=None)
@given(chains())
def test_the_states_are_a_partition(texts: list[str]) -> None:
    editions = editions_of(chain_of(texts))
    for edition in editions[:-1]:
        assert edition.match is not None
        rows = told(edition.match, edition.returned)
        counts = count(edition.match, rows)
        for one in counts:
            assert one.now == one.kept + one.succeeding + one.new + one.returned
        assert sum(one.then for one in counts) == sum(one.kept + one.succeeded + one.gone for one in counts)
        assert sum(one.then for one in counts) == len(edition.match.earlier.elements)
        assert len({(row.change.element, row.change.state == "gone") for row in rows}) == len(rows)


@settings(max_examples=200, deadline=None)
@given(chains())
def test_continuing_is_a_path_through_the_editions(texts: list[str]) -> None:
    network = chain_of(texts)
    networks = list(network.editions())
    editions = editions_of(network)
    # Second opinion: a graph of (edition, id), each with a line to what it becomes in the next edition, or in a later one that names it.
    graph: Any = networkx.DiGraph()
    for at, one in enumerate(networks):
        graph.add_nodes_from((at, name) for name in one.elements)
    for at in range(len(networks) - 1, -1, -1):
        older = {name: next((k for k in range(at + 1, len(networks)) if name in networks[k].elements), None) for name in networks[at].elements}
        said = [(one.element, int(one.model[1:]), one.predecessor) for one in networks[at].predecessors]
        said = [(name, k, old) for name, k, old in said if old in networks[k].elements]
        direct = {(name, (at + 1, name)) for name, k in older.items() if k == at + 1}
        for name, k, old in said:
            direct |= {(name, heir) for heir in [(k, old), *networkx.descendants(graph, (k, old))] if heir[0] == at + 1}
        followed = {name for name, _ in direct}
        lonely = {
            (name, (k, old)) for name, k, old in said if not any(heir[0] == at + 1 for heir in [(k, old), *networkx.descendants(graph, (k, old))])
        }
        lonely |= {(name, (k, name)) for name, k in older.items() if k is not None and k > at + 1 and name not in followed}
        graph.add_edges_from((old, (at, name)) for name, old in direct | lonely)
        if at < len(networks) - 1:
            found = editions[at].match
            assert found is not None
            assert {(name, (at + 1, old)) for name, olds in found.before.items() for old in olds} == direct
            assert {(name, place) for name, places in editions[at].returned.items() for place in places} == lonely
            assert set(found.after) == {old for _, (_, old) in direct}
    assert set(last_named(editions)) == {node for node in graph if not list(graph.successors(node))}
    for at, name in last_named(editions):
        reached = {(at, name)} | networkx.ancestors(graph, (at, name))
        assert {(place, one) for place, ids in ancestors(editions, at, name).items() for one in ids} == reached


@settings(max_examples=60, deadline=None)
@given(chains(), st.randoms(use_true_random=False))
def test_the_order_in_the_file_changes_nothing(texts: list[str], random: Any) -> None:
    shuffled = []
    for text in texts:
        data = json.loads("{" + text + "}")
        work = list(data.get("efforts", {}).items())
        random.shuffle(work)
        shuffled.append(json.dumps(data | {"efforts": dict(work)})[1:-1])
    assert ANALYSIS.run(chain_of(texts), Options()) == ANALYSIS.run(chain_of(shuffled), Options())


@settings(max_examples=60, deadline=None)
@given(broken(), broken())
def test_no_pair_of_models_breaks_it(now: str, then: str) -> None:
    files = Memory({"a.yaml": f"vorige_editie: b.yaml\n{now}", "b.yaml": then})
    fact = ANALYSIS.run(load("a.yaml", files).network, Options())
    assert fact.answer.nl
    assert fact.answer.en
    assert all(len(row) == len(one.columns) for one in fact.tables for row in one.rows)


@settings(max_examples=40, deadline=None)
@given(documents(), styles)
def test_every_model_is_an_unchanged_edition_of_itself(document: Any, style: Any) -> None:
    text = render(document, style)
    fact = ANALYSIS.run(load("a.yaml", Memory({"a.yaml": f"model: m\nvorige_editie: b.yaml\n{text}", "b.yaml": text})).network, Options())
    assert table(fact, "changes").rows == ()
    assert all(row[1] == row[2] == row[3] and not any(row[4:]) for row in table(fact, "summary").rows)
