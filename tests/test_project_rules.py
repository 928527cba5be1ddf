"""Project rules on models: what they find and where, in circles and on damaged models."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable

import pytest

from dinkit.checking.project_rules.evaluation import Evaluation
from dinkit.checking.project_rules.findings import project_findings
from dinkit.checking.project_rules.reach import reach
from dinkit.finding import Finding
from dinkit.network import Relation
from support import loaded

TOWN = """\
doelen:
  stad:
    naam: Stad
    subdoelen:
      werk: {naam: Werk, subdoelen: {banen: Banen, schulden: Schulden}}
inspanningen:
  loket: {naam: Loket, geld: 300, status: lopend, stakeholders: {baas: eigenaar, kvk: partner}, draagt_bij_aan: banen}
  hulp: {naam: Hulp, geld: onbekend, planning: 2025..2028, vereist: les, stakeholders: {baas: eigenaar}, draagt_bij_aan: schulden}
  les: {naam: Les, status: gestopt, vereist: [hulp, pand], onderdelen: {boek: Boek}}
  pand: {naam: Pand, vereist: les, bron: contract § 2}
stakeholders: {baas: {naam: Baas, soort: functie, macht: 4}, kvk: Kamer}
bronnen: {contract: Contract}
"""


def found(rule: str, model: str = TOWN) -> list[Finding]:
    """What one rule finds in a model that reads without faults."""
    result = loaded(f"{model}projectregels:\n  DIN901: {rule}\n")
    assert [one.message.nl for one in result.findings] == []
    return list(project_findings(Evaluation(result.network), result.network.head.project_rules.values()))


def elements(rule: str, model: str = TOWN) -> str:
    return " ".join(one.element or "-" for one in found(rule, model))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("{voor: operationele_doelen, eis: {krijgt_bijdrage_van: {inspanningen: {geld: gegeven, stakeholders: {rol: eigenaar}}}}}", "schulden"),
        ("{voor: inspanningen, eis: {geld: gegeven}}", "hulp les boek pand"),
        ("{voor: inspanningen, eis: {geld: [gegeven, onbekend]}}", "les boek pand"),
        ("{voor: {inspanningen: {onderdeel_van: ontbreekt}}, eis: {geld: [gegeven, onbekend]}}", "les pand"),
        ("{voor: onderdelen, eis: {geld: gegeven}}", "boek"),
        ("{voor: [hoofddoelen, subdoelen], eis: {streefdatum: gegeven}}", "stad werk"),
        ("{voor: elementen, eis: {bron: contract}}", "stad werk banen schulden loket hulp les boek baas kvk contract"),
        ("{voor: elementen, verbied: {bron: contract}}", "pand"),
        ("{voor: inspanningen, verbied: {status: gestopt}}", "les"),
        ("{voor: {inspanningen: {status: {niet: gestopt}}}, eis: {status: gegeven}}", "hulp boek pand"),
        ("{voor: inspanningen, verbied: {planning: {eind: {minstens: 2027}}}}", "hulp"),
        ("{voor: inspanningen, verbied: {planning: {eind: {minstens: 2029}}}}", ""),
        ("{voor: inspanningen, eis: {planning: {eind: gegeven}}}", "loket les boek pand"),
        ("{voor: stakeholders, eis: {macht: {minstens: 3}}}", "kvk"),
        ("{voor: stakeholders, eis: {macht: {minstens: 3, hoogstens: 3}}}", "baas kvk"),
        ("{voor: stakeholders, eis: {is_betrokken_bij: {inspanningen: , minstens: 2}}}", "kvk"),
        ("{voor: inspanningen, eis: {stakeholders: [{rol: eigenaar, hoogstens: 1}, {rol: partner}]}}", "hulp les boek pand"),
        ("{voor: inspanningen, eis: {een_van: [{geld: gegeven}, {stakeholders: {stakeholders: {soort: functie}}}]}}", "les boek pand"),
        ("{voor: inspanningen, verbied: {vereist: {inspanningen: {status: gestopt}}}}", "hulp pand"),
        ("{voor: inspanningen, eis: {vereist: {stappen: onbeperkt, minstens: 3}}}", "loket hulp les boek pand"),
        ("{voor: {inspanningen: {vereist: gegeven}}, eis: {vereist: {stappen: onbeperkt, minstens: 2}}}", ""),
        ("{voor: {inspanningen: {vereist: gegeven}}, eis: {vereist: {stappen: 2, minstens: 3}}}", "hulp les pand"),
        ("{voor: hoofddoelen, eis: {krijgt_bijdrage_van: gegeven}}", "stad"),
        ("{voor: hoofddoelen, eis: {wordt_geholpen_door: {inspanningen: , stappen: onbeperkt}}}", ""),
        ("{voor: hoofddoelen, eis: {wordt_geholpen_door: {inspanningen: , stappen: 2}}}", "stad"),
        ("{voor: hoofddoelen, eis: {wordt_geholpen_door: {inspanningen: {geld: gegeven}, stappen: 3, minstens: 2}}}", "stad"),
        ("{voor: doelen, eis: {subdoelen: {hoogstens: 1}}}", "werk"),
        ("{voor: inspanningen, eis: {niet: {geld: onbekend, planning: gegeven}}}", "hulp"),
        ("{voor: {inspanningen: {niet: {een_van: [{geld: gegeven}, {vereist: gegeven}]}}}, eis: {bron: gegeven}}", "boek"),
        ("{voor: doelen, verbied: {krijgt_bijdrage_van: {inspanningen: {niet: {geld: gegeven}}}}}", "schulden"),
        ("{voor: [{doelen: {niveau: hoofddoel}}, stakeholders], eis: {omschrijving: gegeven}}", "stad baas kvk"),
    ],
)
def test_what_a_rule_finds(rule: str, expected: str) -> None:
    assert elements(rule) == expected


def test_a_circle_is_walked_once_and_nothing_counts_itself() -> None:
    ring = "inspanningen:\n" + "".join(f"  e{at}: {{naam: E, vereist: e{(at + 1) % 50}}}\n" for at in range(50))
    assert elements("{voor: inspanningen, eis: {vereist: {stappen: onbeperkt, minstens: 49, hoogstens: 49}}}", ring) == ""
    assert elements("{voor: {inspanningen: {id: e7}}, eis: {vereist: {stappen: 12, hoogstens: 11}}}", ring) == "e7"
    assert elements("{voor: inspanningen, verbied: {vereist: {inspanningen: {id: e7}, stappen: onbeperkt}}}", ring).split() == [
        f"e{at}" for at in range(50) if at != 7
    ]


def test_reach_of_a_long_chain_needs_no_deep_calls() -> None:
    length = 5000
    reached = reach([[at + 1] if at + 1 < length else [] for at in range(length)], None)
    assert [one.bit_count() for one in reached] == list(range(length - 1, -1, -1))


def test_a_finding_says_what_was_asked_where_it_is_lacking() -> None:
    (one,) = found("{voor: {inspanningen: {id: les}}, eis: {geld: gegeven, status: [lopend, gereed]}, reden: zo is het}")
    assert one.message.nl == "inspanning 'Les' voldoet niet aan de eis: geld gegeven en status lopend of gereed"
    assert one.message.en == "effort 'Les' does not meet the demand: money given and status running or done"
    assert one.hint is not None
    assert one.hint.nl == "gevonden: geld ontbreekt, status gestopt; waarom: zo is het"
    assert one.hint.en == "found: money absent, status stopped; why: zo is het"
    assert (one.code, one.slug, one.severity) == ("DIN901", "project-rule-901", "warning")
    (other,) = found(
        "{voor: {inspanningen: {id: les}}, eis: {status: [lopend, gereed]}, melding: {nl: '{naam} loopt niet', en: '{name} does not run'}}"
    )
    assert (other.message.nl, other.message.en) == ("'Les' loopt niet", "'Les' does not run")
    assert other.hint is not None
    assert other.hint.nl == "nodig: status lopend of gereed; gevonden: status gestopt"
    assert (other.location.span.line, other.location.span.column) == (9, 28)
    (third,) = found("{voor: inspanningen, verbied: {status: gestopt}, melding: mag niet, ernst: fout}")
    assert (third.message.nl, third.severity) == ("inspanning 'Les': mag niet", "error")
    assert third.hint is not None
    assert third.hint.en == "not allowed: status stopped; found: status stopped"


def test_a_name_stands_in_a_message_as_it_is() -> None:
    (one,) = found("{voor: doelen, eis: {bron: gegeven}, melding: '{naam} en {name}'}", "doelen: {a: 'Meer {name} {naam}'}\n")
    assert one.message.nl == "'Meer {name} {naam}' en 'Meer {name} {naam}'"


@pytest.mark.parametrize(
    ("rule", "hint", "related"),
    [
        ("{voor: {inspanningen: {id: loket}}, eis: {vereist: gegeven}}", None, []),
        ("{voor: {inspanningen: {id: loket}}, eis: {vereist: {minstens: 2}}}", "gevonden: geen elementen", []),
        ("{voor: {inspanningen: {id: hulp}}, eis: {vereist: {minstens: 2}}}", "gevonden: 1 element ('Les')", []),
        (
            "{voor: {doelen: {id: schulden}}, eis: {krijgt_bijdrage_van: {inspanningen: {geld: gegeven}}}}",
            "gevonden: alleen 'Hulp', dat niet voldoet",
            [],
        ),
        ("{voor: {inspanningen: {id: loket}}, eis: {stakeholders: {rol: trekker}}}", "gevonden: geen van de 2 stakeholders ('Baas', 'Kamer')", []),
        ("{voor: {inspanningen: {id: loket}}, eis: {stakeholders: {rol: partner, minstens: 2}}}", "gevonden: 1 van de 2 stakeholders ('Kamer')", []),
        ("{voor: {inspanningen: {id: pand}}, eis: {vereist: {hoogstens: 1, stappen: onbeperkt}}}", "gevonden: 2 elementen ('Hulp', 'Les')", [8, 9]),
        ("{voor: {inspanningen: {id: hulp}}, verbied: {vereist: {inspanningen: {status: gestopt}}}}", "gevonden: 1 inspanning ('Les')", [9]),
        (
            "{voor: {doelen: {id: stad}}, verbied: {wordt_geholpen_door: {stappen: onbeperkt}}}",
            "gevonden: 5 elementen ('Werk', 'Banen', 'Schulden' en nog 2)",
            [5, 5, 5],
        ),
        ("{voor: {inspanningen: {id: les}}, eis: {een_van: [{geld: gegeven}, {bron: gegeven}]}}", None, []),
    ],
)
def test_a_finding_says_what_there_is_instead(rule: str, hint: str | None, related: list[int]) -> None:
    (one,) = found(rule)
    assert (one.hint.nl if one.hint else None) == hint
    assert [place.span.line for place in one.related] == related
    assert all(place.why for place in one.related)


PLANS = """\
doelen: {d: {naam: D, trefwoorden: [wonen, zorg], omschrijving: "%s"}}
inspanningen:
  a: {naam: A, planning: 2026..2029}
  b: {naam: B, planning: onbekend, geld: 300}
  c: {naam: C, planning: 2026.., geld: [{bedrag: 5, geldstroom: eu}, {bedrag: 250}]}
  d2: {naam: D, geld: [{bedrag: 1}, {bedrag: 2}, {bedrag: 3}, {bedrag: 4}, {bedrag: 5}]}
indicatoren: {i: {naam: I, nulmeting: {waarde: 4 km}}}
voortgang: {v: {naam: V, van: a, datum: 2027, aspecten: {planning: rood}}}
""" % ("lang " * 20)


@pytest.mark.parametrize(
    ("rule", "nl", "en"),
    [
        ("{voor: {inspanningen: {id: a}}, eis: {planning: {eind: {hoogstens: 2028}}}}", "planning (eind 2029)", "planning (end 2029)"),
        (
            "{voor: {inspanningen: {id: a}}, verbied: {planning: {start: {hoogstens: 2026}, eind: {minstens: 2027}}}}",
            "planning (start 2026 en eind 2029)",
            "planning (start 2026 and end 2029)",
        ),
        ("{voor: {inspanningen: {id: b}}, eis: {planning: {eind: {hoogstens: 2028}}}}", "planning (eind onbekend)", "planning (end unknown)"),
        ("{voor: {inspanningen: {id: c}}, eis: {planning: {eind: {hoogstens: 2028}}}}", "planning (eind open)", "planning (end open)"),
        ("{voor: {inspanningen: {id: d2}}, eis: {planning: {eind: {hoogstens: 2028}}}}", "planning ontbreekt", "planning absent"),
        ("{voor: {inspanningen: {id: b}}, eis: {geld: {bedrag: {minstens: 400}}}}", "geld (bedrag € 300)", "money (amount € 300)"),
        (
            "{voor: {inspanningen: {id: c}}, eis: {geld: {bedrag: {minstens: 400}, geldstroom: eu}}}",
            "geld (bedrag € 5 en geldstroom eu; bedrag € 250 en geldstroom onbekend)",
            "money (amount € 5 and stream eu; amount € 250 and stream unknown)",
        ),
        (
            "{voor: {inspanningen: {id: d2}}, eis: {geld: {bedrag: {minstens: 400}}}}",
            "geld (bedrag € 1; bedrag € 2; bedrag € 3; en nog 2)",
            "money (amount € 1; amount € 2; amount € 3; and 2 more)",
        ),
        ("{voor: indicatoren, eis: {nulmeting: {waarde: {minstens: 5 km}}}}", "nulmeting (waarde 4 km)", "baseline (value 4 km)"),
        (
            "{voor: voortgang, eis: {aspecten: {planning: {status: groen}}}}",
            "aspecten (planning (status rood))",
            "aspects (planning (status red))",
        ),
        ("{voor: doelen, eis: {trefwoorden: jeugd}}", "trefwoorden wonen en zorg", "tags wonen and zorg"),
        ("{voor: doelen, eis: {omschrijving: kort}}", None, None),
    ],
)
def test_a_finding_says_what_stands_in_a_field(rule: str, nl: str | None, en: str | None) -> None:
    (one,) = found(rule, PLANS)
    expected = (f"gevonden: {nl}", f"found: {en}") if nl else None
    assert (tuple(one.hint) if one.hint else None) == expected


@pytest.mark.parametrize(
    ("date", "rule", "expected"),
    [
        ("2026", "{voor: inspanningen, verbied: {planning: {eind: {minstens: peildatum}}}}", "hulp"),
        ("2029", "{voor: inspanningen, verbied: {planning: {eind: {minstens: peildatum}}}}", ""),
        ("2029", "{voor: {inspanningen: {planning: {eind: {hoogstens: reference_date}}}}, eis: {heeft: resultaten}}", "hulp"),
        ("2028-06-01", "{voor: {inspanningen: {planning: {eind: {hoogstens: peildatum}}}}, eis: {heeft: resultaten}}", ""),
        ("", "{voor: {inspanningen: {planning: {eind: {hoogstens: peildatum}}}}, eis: {heeft: resultaten}}", ""),
        ("", "{voor: inspanningen, eis: {planning: {eind: {minstens: peildatum}}}}", "loket les boek pand"),
    ],
)
def test_a_rule_may_ask_for_the_reference_date(date: str, rule: str, expected: str) -> None:
    assert elements(rule, f"peildatum: {date}\n{TOWN}" if date else TOWN) == expected


DEMAND = "{voor: doelen, eis: {krijgt_bijdrage_van: inspanningen}}"


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("doelen: {a: A, b: B}\ninspanningen: {e: {naam: E, draagt_bij_aan: a}}\n", "b"),
        ("doelen: {a: A, b: B}\ninspanningen: {e: {naam: E, draagt_bij_aan: c}}\n", ""),
        ("doelen: {a: A, b: B}\ninspanningen: {e: {naam: E, draagt_bij_an: b}}\n", ""),
        ("doelen: {a: A, b: B}\ninspanningen: {E E: {naam: E, draagt_bij_aan: b}}\n", "a"),
        ("doelen: {a: A, b: B}\ninspanningen: {e: {naam: E, status: kwijt}}\n", "a b"),
        ("doelen: {a: A, b: B}\ninspanningen: {geen: de bron noemt er geen}\n", ""),
        ("doelen: {a: A, b: B}\ninspanningen:\n  e: {naam: E\n", ""),
        ("delen: [weg.yaml]\ndoelen: {a: A, b: B}\n", ""),
    ],
)
def test_nothing_is_concluded_from_what_was_not_read(model: str, expected: str) -> None:
    network = loaded(f"projectregels:\n  DIN901: {DEMAND}\n{model}").network
    rules = network.head.project_rules.values()
    assert " ".join(one.element or "" for one in project_findings(Evaluation(network), rules)) == expected


@pytest.mark.parametrize("count", [200, 400])
def test_every_link_is_looked_at_once_per_test_however_far_a_rule_looks(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    efforts = {f"e{at}": {"name": "E", "requires": [f"e{at - 1}"], "contributes_to": [f"g{at % 50}"]} for at in range(1, count)}
    goals = {f"g{at}": {"name": "G", "contributes_to": [f"g{at - 1}"] if at else []} for at in range(50)}
    rule = {"for": {"goals": None}, "demand": {"is_helped_by": {"efforts": {"money": "given"}, "steps": "unlimited", "at_least": 2}}}
    other = {"for": {"efforts": None}, "forbid": {"requires": {"efforts": {"status": "stopped"}, "steps": "unlimited"}}}
    network = loaded(json.dumps({"project_rules": {"DIN901": rule, "DIN902": other}, "goals": goals, "efforts": {"e0": "E", **efforts}})).network
    asked: Counter[str] = Counter()

    def counted(ask: Callable[..., list[Relation]]) -> Callable[..., list[Relation]]:
        def counting(name: str, *types: str) -> list[Relation]:
            asked[name] += 1
            return ask(name, *types)

        return counting

    monkeypatch.setattr(network, "outgoing", counted(network.outgoing))
    monkeypatch.setattr(network, "incoming", counted(network.incoming))
    assert len(list(project_findings(Evaluation(network), network.head.project_rules.values()))) == 50
    assert set(asked.values()) == {2}
    assert len(asked) == count + 50
