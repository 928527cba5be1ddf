"""Several models beside each other: which are editions of one programme, what they share, and the command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.analysis import Fact, Table
from dinkit.finding import Text
from dinkit.model.dates import parse_date
from dinkit.network import Network
from dinkit.portfolio.members import Member, groups_of, models_of
from dinkit.portfolio.overview import portfolio
from dinkit.reading.load import load
from dinkit.source import Folder, Memory
from strategies import broken
from test_cli import run

ROOT = Path(__file__).parent.parent

OLD = """\
model: stad-2019
peildatum: 2019
programma: {id: werk, naam: Werk, organisatie: Stad}
programmas: {groen: Groen}
doelen: {banen: Meer banen}
inspanningen:
  loket:
    naam: Loket
    stakeholders: [roz, winkeliers]
    draagt_bij_aan: banen
    geld: [{bedrag: 200, soort: uitgave, geldstroom: programma, aard: eenmalig}, {bedrag: 50, soort: bijdrage, geldstroom: programma, aard: eenmalig}]
    onderdelen: {balie: {naam: Balie, stakeholders: bank}}
  krant: {naam: Krant, stakeholders: roz, geld: [{soort: uitgave, geldstroom: programma}, {bedrag: 9, soort: plafond, geldstroom: programma}]}
stakeholders: {roz: ROZ, winkeliers: {naam: Winkeliers, soort: groep}, bank: Stadsbank, stil: Stil}
"""
NEW = """\
model: stad-2022
vorige_editie: stad-2019.yaml
peildatum: 2022
programma: {id: werk, naam: Werk, organisatie: Stad, raakt: {groen: {reden: Banen in het groen, bron: nota § 1}}}
programmas: {groen: Groen}
bronnen: {nota: Nota}
inspanningen:
  loket: {naam: Loket, stakeholders: [roz, bank]}
stakeholders: {roz: ROZ, bank: Stadsbank}
"""
TOWN = """\
model: dorp
programma: {id: groen, naam: Groen dorp, organisatie: Dorp}
inspanningen:
  bomen: {naam: Bomen, stakeholders: [roz, stads-bank]}
  bankjes: {naam: Bankjes, stakeholders: winkeliers}
  loket: {naam: Ander loket, stakeholders: roz}
stakeholders: {roz: Regionale organisatie, stads-bank: {naam: De bank, andere_namen: [stadsbank]}, winkeliers: Winkeliers, winkelieers: Winkelieers}
"""
FILES = {"stad-2019.yaml": OLD, "stad-2022.yaml": NEW, "dorp.yaml": TOWN}


def network(name: str, files: dict[str, str] = FILES) -> Network:
    return load(name, Memory(files)).network


def members(*names: str, files: dict[str, str] = FILES) -> list[Member]:
    return [Member(name, network(name, files)) for name in names]


def fact_of(*names: str) -> Fact:
    return portfolio(members(*names or FILES))


def table(fact: Fact, key: str) -> Table:
    return next(one for one in fact.tables if one.key == key)


def test_the_first_sentence_answers() -> None:
    assert fact_of().answer.nl == (
        "De 3 modellen gaan over 2 programma's: 'Werk' (Stad, 2 edities) en 'Groen dorp' (Dorp). "
        "2 stakeholders hebben in meer dan één programma een rol: 'ROZ' en 'Winkeliers'. "
        "1 gedeelde inspanning, 1 genoemd verband met andere programma's, 3 partijen misschien onder twee namen."
    )


def test_numbers_are_those_of_the_latest_edition() -> None:
    fact = fact_of()
    assert table(fact, "programmes").rows == (
        ("werk", "Werk", "Stad", 2, "stad-2022", 0, 1, 0, 2, 0, 0),
        ("groen", "Groen dorp", "Dorp", 1, "dorp", 0, 3, 0, 3, 0, 0),
    )
    assert [row[0:6] for row in table(fact, "models").rows] == [
        ("stad-2019", "werk", "", "2019", "read", 0),
        ("stad-2022", "werk", "", "2022", "read", 0),
        ("dorp", "groen", "", "", "read", 0),
    ]
    assert table(fact, "models").rows[0][6:] == (1, 2, 1, 3, 0, 0, "")
    assert "nooit opgeteld over edities" in fact.notes[0].nl


def test_money_is_told_apart_and_never_over_editions() -> None:
    assert table(fact_of(), "money").rows == (
        ("stad-2019", "werk", "unknown", "one_off", "unknown", 250, 2, 0),
        ("stad-2019", "werk", "unknown", "unknown", "unknown", 0, 0, 1),
    )


def test_who_is_in_which_and_how_often() -> None:
    assert table(fact_of(), "parties").rows == (
        ("roz", "ROZ", "organisations", 2, 2, 1, 2),
        ("winkeliers", "Winkeliers", "organisations", 2, 1, "", 1),
        ("bank", "Stadsbank", "editions", 1, 1, 1, ""),
    )
    assert [column.title.nl for column in table(fact_of(), "parties").columns[4:]] == ["stad-2019", "stad-2022", "dorp"]


def test_relations_between_programmes_have_their_reason() -> None:
    assert table(fact_of(), "relations").rows == (("werk", "werk", "groen", "Groen", True, "Banen in het groen", ("nota § 1",), ("stad-2022",)),)
    alone = table(fact_of("stad-2022.yaml"), "relations").rows
    assert [row[4] for row in alone] == [False]


def test_a_relation_that_every_edition_names_is_told_once() -> None:
    files = FILES | {"stad-2019.yaml": OLD.replace("organisatie: Stad}", "organisatie: Stad, raakt: {groen: {reden: Banen in het groen}}}")}
    (row,) = table(portfolio(members(*files, files=files)), "relations").rows
    assert row[6:] == (("nota § 1",), ("stad-2019", "stad-2022"))


def test_a_party_under_two_names() -> None:
    assert table(fact_of(), "names").rows == (
        ("other_name", "roz", "ROZ", ("stad-2019", "stad-2022"), "roz", "Regionale organisatie", ("dorp",), ()),
        ("same_name", "bank", "Stadsbank", ("stad-2019", "stad-2022"), "stads-bank", "De bank", ("dorp",), ("Stadsbank", "stadsbank")),
        ("similar_name", "winkelieers", "Winkelieers", ("dorp",), "winkeliers", "Winkeliers", ("stad-2019", "dorp"), ("Winkelieers", "Winkeliers")),
    )


def test_efforts_in_several_programmes() -> None:
    assert table(fact_of(), "efforts").rows == (("loket", ("Loket", "Ander loket"), ("stad-2019", "stad-2022", "dorp")),)
    assert table(fact_of("stad-2019.yaml", "stad-2022.yaml"), "efforts").rows == ()


@pytest.mark.parametrize(
    ("names", "answer"),
    [
        (
            ("dorp.yaml",),
            "Er is één model, van 'Groen dorp' (Dorp). Geen genoemde verbanden met andere programma's, 1 partij misschien onder twee namen.",
        ),
        (("stad-2019.yaml", "stad-2022.yaml"), "De 2 modellen zijn edities van één programma: 'Werk'. 1 genoemd verband met"),
    ],
)
def test_one_programme(names: tuple[str, ...], answer: str) -> None:
    assert fact_of(*names).answer.nl.startswith(answer)


def test_without_models() -> None:
    assert portfolio([]).answer.nl == "Er zijn geen modellen."
    lost = [Member("a.yaml", None, why=Text("weg", "gone")), Member("b.yaml", None)]
    assert portfolio(lost).answer.en == "None of the 2 models could be read."
    assert table(portfolio(lost), "models").rows[0] == ("a.yaml", "", "", "", "failed", None, *[None] * 6, Text("weg", "gone"))
    assert portfolio(lost[:1]).answer.nl == "'a.yaml' kon niet gelezen worden."


def test_models_without_an_id_or_with_the_same_are_told_apart() -> None:
    files = {"a.yaml": "inspanningen: {i: I}", "b.yaml": "model: m\ninspanningen: {i: I}", "c/b.yaml": "model: m\ninspanningen: {j: J}"}
    assert [model.name for model in models_of(members(*files, files=files))] == ["a.yaml", "m", "m (2)"]
    assert table(portfolio(members(*files, files=files)), "efforts").rows == (("i", ("I",), ("a.yaml", "m")),)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("programma: {id: p, naam: P, organisatie: Stad}", "programma: {id: p, naam: P, organisatie: stad}", True),
        ("programma: {id: p, naam: P, organisatie: Stad}", "programma: {id: p, naam: P}", True),
        ("programma: {id: p, naam: P, organisatie: Stad}", "programma: {id: p, naam: P, organisatie: Dorp}", False),
        ("programma: {id: p, naam: P}", "programma: {id: q, naam: P}", False),
        ("vorige_editie: b.yaml\nprogramma: {id: p, naam: P}", "programma: {id: q, naam: Q}", True),
        ("doelen: {d: D}", "doelen: {d: D}", False),
    ],
)
def test_which_models_are_editions_of_one_programme(one: str, other: str, same: bool) -> None:
    files = {"a.yaml": f"model: a\n{one}", "b.yaml": f"model: b\n{other}"}
    assert (len(groups_of(models_of(members("a.yaml", "b.yaml", files=files)))) == 1) is same


def test_editions_that_only_a_third_one_joins_are_one_programme() -> None:
    files = {
        "a.yaml": "model: a\nprogramma: {id: p, naam: P}",
        "b.yaml": "model: b\nprogramma: {id: q, naam: Q}",
        "c.yaml": "model: c\nvorige_editie: a.yaml\nprogramma: {id: q, naam: Q}",
    }
    (group,) = groups_of(models_of(members(*files, files=files)))
    assert ([model.name for model in group.models], group.latest.name, group.programme) == (["a", "b", "c"], "c", "q")


def test_without_a_chain_the_reference_date_tells_which_is_latest_and_then_the_order() -> None:
    text = "programma: {id: p, naam: P}\npeildatum: "
    files = {"a.yaml": f"model: a\n{text}2020", "b.yaml": f"model: b\n{text}2022", "c.yaml": f"model: c\n{text}2021"}
    (group,) = groups_of(models_of(members(*files, files=files)))
    assert group.latest.name == "b"
    seen = [Member(name, network(name, files).at(parse_date("2019"))) for name in files]
    assert groups_of(models_of(seen))[0].latest.name == "c"


def test_the_real_models() -> None:
    names = ("din", "almelo-2019", "almelo-2022", "hengelo-2018")
    fact = portfolio([Member(name, load(f"models/{name}.yaml", Folder(ROOT)).network) for name in names])
    assert fact.answer.nl.startswith("De 4 modellen gaan over 2 programma's: 'Economie en Participatie' (gemeente Almelo, 3 edities) en ")
    assert [row[3:6] for row in table(fact, "programmes").rows] == [(3, "almelo-2022", 14), (1, "hengelo-2018", 0)]
    shared = {row[0]: row[2] for row in table(fact, "parties").rows}
    assert {shared[party] for party in ("roz", "regio-twente", "werkplein-twente")} == {"organisations"}
    reasons = {row[2]: row[5] for row in table(fact, "relations").rows if row[1] == "economie-en-participatie"}
    assert len(reasons) == 4
    assert all(reasons.values())


@settings(max_examples=40, deadline=None)
@given(st.lists(broken(), max_size=3))
def test_no_models_break_it(texts: list[str]) -> None:
    files = {f"m{at}.yaml": text for at, text in enumerate(texts)}
    fact = portfolio(members(*files, files=files))
    assert all(len(row) == len(one.columns) for one in fact.tables for row in one.rows)
    assert sum(row[3] for row in table(fact, "programmes").rows) == len(table(fact, "models").rows) == len(texts)  # type: ignore[misc]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "dinkit.yaml").write_text("modellen: [stad-2019.yaml, stad-2022.yaml, dorp.yaml]\n")
    return tmp_path


def test_the_command_takes_the_models_of_the_settings(project: Path) -> None:
    done = run("portfolio", cwd=project)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("De 3 modellen gaan over 2 programma's: 'Werk' (Stad, 2 edities) en 'Groen dorp' (Dorp). ")


def test_a_model_that_cannot_be_read_does_not_stop_the_others(project: Path) -> None:
    (project / "stuk.yaml").write_bytes(b"\x00\x01\x02 geen tekst")
    (project / "dinkit.yaml").write_text("modellen: [stad-2019.yaml, weg.yaml, stuk.yaml, dorp.yaml]\n")
    done = run("portfolio", "--format", "json", cwd=project)
    assert done.returncode == 1
    assert "dinkit: dinkit.yaml: 'weg.yaml' bestaat niet" in done.stderr
    assert "dinkit: stuk.yaml:1:1: hier staat een onzichtbaar stuurteken" in done.stderr
    fact: Any = json.loads(done.stdout)["facts"][0]
    assert [(row["model"], row["state"]) for row in fact["tables"][1]["rows"]] == [
        ("stad-2019", "read"),
        ("weg.yaml", "failed"),
        ("stuk.yaml", "failed"),
        ("dorp", "read"),
    ]
    assert fact["answer"]["nl"].endswith("Niet meegeteld, want niet te lezen: 'weg.yaml' en 'stuk.yaml'.")


def test_a_model_with_errors_is_counted_and_told(project: Path) -> None:
    (project / "dorp.yaml").write_text(TOWN.replace("stakeholders: roz", "stakeholders: rozz"), encoding="utf-8")
    done = run("portfolio", "dorp.yaml", "--format", "csv", cwd=project)
    assert done.returncode == 0
    assert "dorp.yaml heeft 1 fout(en)" in done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["state"], row["errors"]) for row in rows if row["table"] == "models"] == [("errors", "1")]


def test_the_same_model_twice_counts_once(project: Path) -> None:
    done = run("portfolio", "dorp.yaml", "./dorp.yaml", str(project / "dorp.yaml"), cwd=project)
    assert done.stdout.startswith("Er is één model, van 'Groen dorp' (Dorp).")


@pytest.mark.parametrize("arguments", [("--format", "svg"), ("--peildatum", "gisteren"), ("--jaar", "2019")])
def test_a_wrong_call_exits_2(project: Path, arguments: tuple[str, ...]) -> None:
    done = run("portfolio", *arguments, cwd=project)
    assert (done.returncode, done.stdout) == (2, "")


def test_no_models_at_all_is_a_wrong_call(tmp_path: Path) -> None:
    done = run("portfolio", cwd=tmp_path)
    assert done.returncode == 2
    assert "'dinkit init' maakt een begin" in done.stderr


def test_only_models_that_cannot_be_read(tmp_path: Path) -> None:
    done = run("portfolio", "a.yaml", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("Geen van de 2 modellen kon gelezen worden.")


def test_the_answer_goes_to_a_file_that_is_none_of_the_models(project: Path) -> None:
    done = run("portfolio", "--format", "md", "-o", "uit/portfolio.md", "--lang", "en", cwd=project)
    assert (done.returncode, done.stdout) == (0, "uit/portfolio.md\n")
    assert (
        (project / "uit" / "portfolio.md").read_text(encoding="utf-8").startswith("# Portfolio of programmes\n\nThe 3 models are about 2 programmes")
    )
    done = run("portfolio", "--format", "text", "-o", "stad-2019.yaml", cwd=project)
    assert done.returncode == 2
    assert (project / "stad-2019.yaml").read_text(encoding="utf-8") == OLD


def test_the_reference_date_is_that_of_the_call(project: Path) -> None:
    done = run("portfolio", "--peildatum", "2020-06", "--format", "json", cwd=project)
    assert [row["date"] for row in json.loads(done.stdout)["facts"][0]["tables"][1]["rows"]] == ["2020-06"] * 3


def test_sources_is_a_command_of_its_own(project: Path) -> None:
    done = run("sources", "stad-2022.yaml", "--lang", "en", cwd=project)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Of the 5 elements, 1 rests on a source: 20% on 'Nota'; 4 have none.")
    assert run("sources", "stad-2022.yaml", "--format", "csv", "-o", "bronnen.csv", cwd=project).returncode == 0
    assert (project / "bronnen.csv").read_text(encoding="utf-8").startswith("analysis,table,id,name,")
    assert run("sources", "stad-2022.yaml", "--format", "text", "-o", "stad-2019.yaml", cwd=project).returncode == 2
    assert run("sources", "weg.yaml", cwd=project).returncode == 2
