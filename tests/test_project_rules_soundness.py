"""What is said of project rules themselves: by hand, exactly on all states of a few fields, and never wrongly on random networks."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings

from dinkit.checking.project_rules.evaluation import Evaluation
from dinkit.checking.project_rules.fields import passes
from dinkit.checking.project_rules.findings import breaking
from dinkit.checking.project_rules.soundness import conflicts, idle, twins
from dinkit.model.dates import ImpreciseDate, parse_date
from dinkit.model.project_rules import Between, ProjectRule
from dinkit.model.vocabulary import VALUES
from dinkit.network import Network
from project_rules_support import Made, makers
from support import loaded


def rules_of(*rules: dict[str, Any]) -> list[ProjectRule]:
    """Read rules, which must have no fault."""
    result = loaded(json.dumps({"project_rules": {f"DIN{901 + at}": rule for at, rule in enumerate(rules)}}))
    assert [one.message.nl for one in result.findings] == []
    return list(result.network.head.project_rules.values())


def told(*rules: str) -> list[str]:
    """What is wrong with rules written in YAML, each as "code why" or "code code"."""
    result = loaded("projectregels:\n" + "".join(f"  DIN{901 + at}: {rule}\n" for at, rule in enumerate(rules)))
    assert [one.message.nl for one in result.findings] == []
    found = list(result.network.head.project_rules.values())
    same = [f"{one.first.code} = {one.second.code}" for one in twins(found)]
    return [f"{one.rule.code} {one.why}" for one in idle(found)] + [f"{one.first.code} {one.second.code}" for one in conflicts(found)] + same


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("{voor: {doelen: {niveau: ontbreekt}}, eis: {streefdatum: gegeven}}", "nothing"),
        ("{voor: {hoofddoelen: {niveau: operationeel}}, eis: {streefdatum: gegeven}}", "nothing"),
        ("{voor: {inspanningen: {status: {niet: [gegeven, onbekend, ontbreekt]}}}, eis: {geld: gegeven}}", "nothing"),
        ("{voor: {vermogens: {huidig_niveau: {minstens: 4, hoogstens: 3}}}, eis: {bron: gegeven}}", "nothing"),
        ("{voor: {inspanningen: {planning: {eind: {hoogstens: 2019, minstens: 2021}}}}, eis: {geld: gegeven}}", "nothing"),
        ("{voor: {inspanningen: {stakeholders: {stakeholders: {soort: team, een_van: [{soort: groep}]}}}}, eis: {geld: gegeven}}", "nothing"),
        ("{voor: {inspanningen: {stakeholders: {rol: {niet: [gegeven, onbekend, ontbreekt]}}}}, eis: {geld: gegeven}}", "nothing"),
        ("{voor: operationele_doelen, eis: {niveau: operationeel}}", "always"),
        ("{voor: inspanningen, eis: {naam: {niet: ontbreekt}}}", "always"),
        ("{voor: inspanningen, eis: {stakeholders: {minstens: 0}}}", "always"),
        ("{voor: onderdelen, eis: {onderdeel_van: gegeven}}", "always"),
        ("{voor: {inspanningen: {planning: {eind: {hoogstens: 2019}}}}, eis: {planning: {eind: {hoogstens: 2020}}}}", "always"),
        ("{voor: {inspanningen: {stakeholders: {rol: eigenaar}}}, eis: {stakeholders: gegeven}}", "always"),
        ("{voor: {doelen: {krijgt_bijdrage_van: inspanningen}}, eis: {wordt_geholpen_door: {inspanningen: , stappen: onbeperkt}}}", "always"),
        ("{voor: {inspanningen: {status: lopend}}, eis: {een_van: [{status: [lopend, gepland]}, {geld: gegeven}]}}", "always"),
        ("{voor: inspanningen, eis: {status: lopend}, verbied: {status: [lopend, gereed]}}", "never"),
        ("{voor: inspanningen, verbied: {naam: [gegeven, onbekend]}}", "never"),
        ("{voor: doelen, eis: {krijgt_bijdrage_van: {inspanningen: , minstens: 3}}, verbied: {krijgt_bijdrage_van: {minstens: 2}}}", "never"),
        ("{voor: {inspanningen: {niet: {naam: gegeven}, naam: gegeven}}, eis: {geld: gegeven}}", "nothing"),
        ("{voor: {inspanningen: {planning: {eind: {minstens: 2027}}}}, eis: {planning: gegeven}}", "always"),
        ("{voor: {inspanningen: {planning: {eind: {minstens: peildatum}}}}, eis: {planning: {eind: gegeven}}}", "always"),
        ("{voor: {inspanningen: {geld: {bedrag: {minstens: 100}}}}, eis: {geld: {bedrag: {minstens: 50}}}}", "always"),
        ("{voor: {inspanningen: {geld: {geldstroom: eu}}}, eis: {geld: {geldstroom: gegeven}}}", "always"),
        ("{voor: {inspanningen: {planning: ontbreekt}}, eis: {planning: {eind: gegeven}}}", "never"),
        ("{voor: {doelen: {niet: {streefdatum: gegeven}}}, eis: {streefdatum: 2022}}", "never"),
        ("{voor: doelen, eis: {id: gegeven}}", "always"),
        ("{voor: elementen, eis: {id: {niet: onbekend}}}", "always"),
        ("{voor: {doelen: {id: ontbreekt}}, eis: {naam: gegeven}}", "nothing"),
        ("{voor: indicatoren, eis: {nulmeting: {waarde: {minstens: 5}}, niet: {nulmeting: {waarde: {minstens: 3}}}}}", "never"),
        ("{voor: {indicatoren: {nulmeting: {waarde: {minstens: 5 km}}}}, eis: {nulmeting: {waarde: {minstens: 3 km}}}}", "always"),
        ("{voor: indicatoren, eis: {nulmeting: {waarde: {minstens: 5}}}, verbied: {nulmeting: {waarde: {minstens: 3}}}}", "never"),
    ],
)
def test_a_rule_that_is_for_nothing(rule: str, why: str) -> None:
    assert told(rule) == [f"DIN901 {why}"]


@pytest.mark.parametrize(
    "rule",
    [
        "{voor: operationele_doelen, eis: {krijgt_bijdrage_van: {inspanningen: {geld: gegeven, stakeholders: {rol: eigenaar}}}}}",
        "{voor: {inspanningen: {planning: {eind: {hoogstens: 2020}}}}, eis: {planning: {eind: {hoogstens: 2019}}}}",
        "{voor: {inspanningen: {planning: {eind: 2020}}}, verbied: {planning: {eind: 2020-H1}}}",
        "{voor: {inspanningen: {stakeholders: gegeven}}, eis: {stakeholders: {rol: eigenaar}}}",
        "{voor: {doelen: {wordt_geholpen_door: {inspanningen: , stappen: 2}}}, eis: {krijgt_bijdrage_van: inspanningen}}",
        "{voor: {inspanningen: {trefwoorden: jeugd}}, verbied: {trefwoorden: wonen}}",
        "{voor: {inspanningen: {geld: {geldstroom: eu}}}, verbied: {geld: {geldstroom: rijk}}}",
        "{voor: inspanningen, eis: {stakeholders: {hoogstens: 3}}}",
        "{voor: {inspanningen: {planning: {start: {minstens: 2027}}}}, eis: {planning: {eind: gegeven}}}",
        "{voor: {inspanningen: {planning: {herkomst: vermeld}}}, eis: {planning: gegeven}}",
        "{voor: {inspanningen: {geld: {bedrag: {minstens: 100}}}}, verbied: {geld: {bedrag: {hoogstens: 50}}}}",
        "{voor: {inspanningen: {planning: {eind: {minstens: peildatum}}}}, eis: {planning: {eind: {minstens: 2019}}}}",
        "{voor: doelen, eis: {id: loket}}",
        "{voor: indicatoren, eis: {naam: gegeven}}",  # a name may be unknown
        "{voor: indicatoren, eis: {nulmeting: {waarde: {minstens: 5}}, niet: {nulmeting: {waarde: {minstens: 7}}}}}",
        "{voor: indicatoren, eis: {niet: {nulmeting: {waarde: {minstens: 5}}}}, verbied: {nulmeting: {waarde: {hoogstens: 7}}}}",  # "good" is neither
        "{voor: indicatoren, eis: {nulmeting: {waarde: {minstens: 5 %}}, niet: {nulmeting: {waarde: {minstens: 3 %}}}}}",  # 4 km: who knows
    ],
)
def test_a_rule_that_is_for_something(rule: str) -> None:
    assert told(rule) == []


@pytest.mark.parametrize(
    "rules",
    [
        ("{voor: inspanningen, eis: {geld: gegeven}}", "{voor: {inspanningen: {status: lopend}}, verbied: {geld: gegeven}}"),
        ("{voor: inspanningen, eis: {sturing: regie}}", "{voor: inspanningen, eis: {sturing: [afstemming, opdrachtgever]}}"),
        ("{voor: inspanningen, eis: {stakeholders: {rol: eigenaar, minstens: 2}}}", "{voor: inspanningen, eis: {stakeholders: {hoogstens: 1}}}"),
        ("{voor: doelen, eis: {krijgt_bijdrage_van: inspanningen}}", "{voor: doelen, verbied: {wordt_geholpen_door: {inspanningen: , stappen: 4}}}"),
        ("{voor: elementen, eis: {herkomst: vermeld}}", "{voor: [doelen, inspanningen], verbied: {herkomst: vermeld}}"),
        ("{voor: inspanningen, eis: {status: lopend}}", "{voor: inspanningen, eis: {een_van: [{status: gereed}, {status: idee}]}}"),
        ("{voor: inspanningen, eis: {status: lopend}}", "{voor: inspanningen, eis: {niet: {status: [lopend, gereed]}}}"),
        ("{voor: doelen, eis: {streefdatum: {minstens: 2025}}}", "{voor: doelen, eis: {streefdatum: {hoogstens: 2023}}}"),
        ("{voor: indicatoren, eis: {nulmeting: {waarde: {minstens: 5}}}}", "{voor: indicatoren, verbied: {nulmeting: {waarde: {minstens: 3}}}}"),
        ("{voor: inspanningen, eis: {geld: {bedrag: {minstens: 100}}}}", "{voor: inspanningen, verbied: {geld: gegeven}}"),
        ("{voor: inspanningen, eis: {planning: {eind: {minstens: 2020}}}}", "{voor: inspanningen, verbied: {planning: gegeven}}"),
        ("{voor: doelen, eis: {streefdatum: {hoogstens: 2028}}}", "{voor: doelen, eis: {streefdatum: {minstens: 2029-03}}}"),
        ("{voor: hoofddoelen, eis: {subdoelen: gegeven}}", "{voor: doelen, verbied: {wordt_geholpen_door: {doelen: , stappen: onbeperkt}}}"),
    ],
)
def test_rules_that_contradict_each_other(rules: tuple[str, str]) -> None:
    assert told(*rules) == ["DIN901 DIN902"]
    assert told(*reversed(rules)) == ["DIN901 DIN902"]


@pytest.mark.parametrize(
    "rules",
    [
        ("{voor: {inspanningen: {status: lopend}}, eis: {geld: gegeven}}", "{voor: {inspanningen: {status: gereed}}, verbied: {geld: gegeven}}"),
        ("{voor: {inspanningen: {status: lopend}}, eis: {geld: gegeven}}", "{voor: {inspanningen: {sturing: regie}}, verbied: {geld: gegeven}}"),
        ("{voor: inspanningen, eis: {geld: gegeven}}", "{voor: afspraken, verbied: {geld: gegeven}}"),
        ("{voor: inspanningen, eis: {geld: gegeven}}", "{voor: inspanningen, verbied: {geld: gegeven}, ernst: uit}"),
        ("{voor: inspanningen, eis: {stakeholders: {minstens: 2}}}", "{voor: inspanningen, eis: {stakeholders: {rol: eigenaar, hoogstens: 1}}}"),
        ("{voor: doelen, eis: {streefdatum: {minstens: 2020}}}", "{voor: doelen, eis: {streefdatum: 2020-H1}}"),
        ("{voor: doelen, eis: {streefdatum: {hoogstens: 2028}}}", "{voor: doelen, eis: {streefdatum: {minstens: 2029}}}"),  # 2029-winter: who knows
        ("{voor: doelen, eis: {streefdatum: {minstens: 2020-12-31}}}", "{voor: doelen, eis: {streefdatum: {hoogstens: 2020-01-01}}}"),
        ("{voor: inspanningen, eis: {geld: {bedrag: {minstens: 100}}}}", "{voor: inspanningen, eis: {geld: {bedrag: {hoogstens: 50}}}}"),
        ("{voor: elementen, eis: {bestaat_uit: gegeven}}", "{voor: elementen, verbied: {bestaat_uit: doelen}}"),
    ],
)
def test_rules_that_do_not(rules: tuple[str, str]) -> None:
    assert told(*rules) == []


@pytest.mark.parametrize(
    "rules",
    [
        ("{voor: inspanningen, eis: {geld: gegeven}}", "{voor: inspanningen, eis: {geld: gegeven}, ernst: tip, melding: zonder geld}"),
        ("{voor: inspanningen, eis: {geld: gegeven, status: lopend}}", "{voor: inspanningen, eis: {status: lopend, geld: gegeven}}"),
        ("{voor: inspanningen, eis: {status: lopend}}", "{voor: inspanningen, verbied: {status: {niet: lopend}}}"),
        ("{voor: [doelen, baten], eis: {bron: gegeven}}", "{voor: [baten, doelen], eis: {bron: {niet: [onbekend, ontbreekt]}}}"),
        (
            "{voor: {inspanningen: {status: lopend}}, eis: {geld: gegeven}}",
            "{voor: inspanningen, eis: {een_van: [{status: {niet: lopend}}, {geld: gegeven}]}}",
        ),
        (
            "{voor: doelen, eis: {krijgt_bijdrage_van: inspanningen}}",
            "{voor: doelen, verbied: {krijgt_bijdrage_van: {inspanningen: , hoogstens: 0}}}",
        ),
        (
            "{voor: doelen, eis: {streefdatum: {minstens: 2025, hoogstens: 2027}}}",
            "{voor: doelen, eis: {streefdatum: {hoogstens: 2027, minstens: 2025}}}",
        ),
        ("{voor: inspanningen, eis: {stakeholders: {rol: eigenaar, minstens: 1, hoogstens: 2}}}",) * 2,
    ],
)
def test_rules_that_find_the_same(rules: tuple[str, str]) -> None:
    assert told(*rules) == ["DIN901 = DIN902"]


@pytest.mark.parametrize(
    "rules",
    [
        ("{voor: inspanningen, eis: {geld: gegeven}}", "{voor: inspanningen, eis: {geld: gegeven}, ernst: uit}"),
        ("{voor: inspanningen, eis: {geld: gegeven}}", "{voor: {inspanningen: {status: lopend}}, eis: {geld: gegeven}}"),
        ("{voor: inspanningen, eis: {geld: gegeven}}", "{voor: inspanningen, eis: {geld: [gegeven, onbekend]}}"),
        ("{voor: [doelen, baten], eis: {bron: gegeven}}", "{voor: doelen, eis: {bron: gegeven}}"),
        ("{voor: doelen, eis: {bron: gegeven}}", "{voor: baten, eis: {bron: gegeven}}"),
        ("{voor: doelen, eis: {krijgt_bijdrage_van: {minstens: 2}}}", "{voor: doelen, eis: {krijgt_bijdrage_van: {minstens: 3}}}"),
        ("{voor: doelen, eis: {streefdatum: 2025}}", "{voor: doelen, verbied: {streefdatum: {niet: 2026}}}"),
    ],
)
def test_rules_that_do_not_find_the_same(rules: tuple[str, str]) -> None:
    assert told(*rules) == []


def test_of_rules_that_are_for_nothing_it_is_not_said_that_they_find_the_same() -> None:
    assert told(*("{voor: doelen, eis: {id: gegeven}}",) * 2) == ["DIN901 always", "DIN902 always"]


STATES = [
    {key: value for key, value in (("status", status), ("steering", steering)) if value}
    for status, steering in product((None, "idea", "planned", "running", "on_hold", "done", "stopped", "unknown"), (None, *VALUES["steering"]))
]


@cache
def every_state() -> Evaluation:
    """A network with an effort in every state that two of its fields can have."""
    efforts = {f"e{at}": {"name": "E", **state} for at, state in enumerate(STATES)}
    return Evaluation(loaded(json.dumps({"efforts": efforts})).network)


def outcome(evaluation: Evaluation, rule: ProjectRule) -> tuple[set[str], set[str]]:
    """What a rule of one case selects, and what it reports."""
    (case,) = rule.cases
    return evaluation.condition(case.kind, case.selection).sure, breaking(evaluation, case)


def clash(one: tuple[set[str], set[str]], other: tuple[set[str], set[str]]) -> bool:
    """Whether one rule selects all that the other does, and of what both select each can be followed alone but never both."""
    both = one[0] & other[0]
    return both in (one[0], other[0]) and both <= one[1] | other[1] and not both <= one[1] and not both <= other[1]


def words_rule(made: Made) -> dict[str, Any]:
    """A rule for efforts about two fields with fixed words, with alternatives."""

    def condition(depth: int) -> dict[str, Any]:
        words = {
            name: made.words(tuple(VALUES["steering"]) if name == "steering" else ("running", "stopped", "unknown"))
            for name in ("status", "steering")
        }
        found = {name: test for name, test in words.items() if made.chance(0.6)}
        if depth and made.chance(0.4):
            found["any_of"] = [one for _ in range(2) if (one := condition(0))] or [{"status": "idea"}]
        return found or {"status": made.words(("running", "done"))}

    kept = {"demand": condition(1), "forbid": condition(1)}
    dropped = made.pick(("demand", "forbid", ""))
    return {"for": {"efforts": condition(1) if made.chance(0.6) else None}} | {key: held for key, held in kept.items() if key != dropped}


@settings(max_examples=120, deadline=None)
@given(makers)
def test_of_fields_with_fixed_words_all_is_decided(made: Made) -> None:
    rules = rules_of(*(words_rule(made) for _ in range(3)))
    seen = {rule.code: outcome(every_state(), rule) for rule in rules}
    expected = {
        code: "nothing" if not chosen else "always" if not found else "never" for code, (chosen, found) in seen.items() if found in (set(), chosen)
    }
    assert {one.rule.code: one.why for one in idle(rules)} == expected
    clashing = {pair for pair in combinations(sorted(seen.keys() - expected), 2) if clash(*(seen[code] for code in pair))}
    assert {(one.first.code, one.second.code) for one in conflicts(rules)} == clashing
    same = {pair for pair in combinations(sorted(seen.keys() - expected), 2) if seen[pair[0]][1] == seen[pair[1]][1]}
    assert {(one.first.code, one.second.code) for one in twins(rules)} == same


def every_date() -> list[ImpreciseDate]:
    """Every date that a file can write of some years."""
    parts = [f"-{one:02}" for one in range(1, 13)] + [f"-W{one:02}" for one in range(1, 53)] + ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"]
    parts += ["-voorjaar", "-zomer", "-najaar", "-winter"]
    days = [f"-{one.month:02}-{one.day:02}" for one in (date(2019, 1, 1) + timedelta(at) for at in range(365))]
    return [parse_date(f"{year}{part}") for year in range(2017, 2023) for part in (*parts, *days)]


BOUNDS = ("2018", "2018-H2", "2018-11-30", "2018-12-01", "2019", "2019-W01", "2019-02-28", "2019-03-01", "2019-winter", "2019-Q2", "2020", "2020-03")


def test_of_two_bounds_of_a_date_all_is_decided() -> None:
    moments = every_date()
    for most, least in product(BOUNDS, repeat=2):
        tests = (Between(most=parse_date(most)), Between(least=parse_date(least)))
        silent = any(False not in (passes(moment, test) for test in tests) for moment in moments)
        rules = [f"{{voor: doelen, eis: {{streefdatum: {{{word}: {bound}}}}}}}" for word, bound in (("hoogstens", most), ("minstens", least))]
        assert told(*rules) == ([] if silent else ["DIN901 DIN902"]), (most, least)


MOMENTS = ("2018", "2019", "2020", "2019-H1", "2019-H2", "2018-winter", "2019-winter", "2019-05-14", "2019-12-31", "2020-01-01", "unknown")
AMOUNTS = (
    {},
    {"money": "unknown"},
    {"money": "300"},
    {"money": "100"},
    {"money": [{"amount": "5", "stream": "eu"}, {"amount": "250", "stream": "regular"}]},
)


@cache
def every_plan() -> list[Evaluation]:
    """Networks with an effort for every start and end of some dates, with and without amounts; each with another reference date."""
    plans = [{"start": one, "end": other} for one in (*MOMENTS, None) for other in (*MOMENTS, "open", None)]
    given = [{key: value for key, value in plan.items() if value} for plan in plans]
    states = [{"planning": plan} for plan in given if plan] + [{}, {"planning": "unknown"}]
    efforts = {f"e{at}": {"name": "E", **state, **AMOUNTS[at % len(AMOUNTS)]} for at, state in enumerate(states)}
    efforts |= {f"f{at}": {"name": "F", **money} for at, money in enumerate(AMOUNTS)}
    dates = ({}, {"reference_date": "2019"}, {"reference_date": "2019-09-01"})
    return [Evaluation(loaded(json.dumps(date | {"efforts": efforts})).network) for date in dates]


def plan_rule(made: Made) -> dict[str, Any]:
    """A rule for efforts about their planning and their money."""

    def condition() -> dict[str, Any]:
        found = {name: make() for name, make in (("planning", made.planning), ("money", made.money)) if made.chance(0.6)}
        return (found or {"planning": made.planning()}) if made.chance(0.8) else {"not": {"planning": made.planning()}}

    kept = {"demand": condition(), "forbid": condition()}
    dropped = made.pick(("demand", "forbid", "demand", "forbid", ""))
    return {"for": {"efforts": condition() if made.chance(0.6) else None}} | {key: held for key, held in kept.items() if key != dropped}


@settings(max_examples=100, deadline=None)
@given(makers)
def test_no_report_on_rules_about_dates_and_amounts_is_false(made: Made) -> None:
    rules = rules_of(*(plan_rule(made) for _ in range(4)))
    whys = {one.rule.code: one.why for one in idle(rules)}
    pairs = [(one.first.code, one.second.code) for one in conflicts(rules)]
    same = [(one.first.code, one.second.code) for one in twins(rules)]
    for evaluation in every_plan():
        seen = {rule.code: outcome(evaluation, rule) for rule in rules}
        for code, why in whys.items():
            chosen, reported = seen[code]
            assert not chosen if why == "nothing" else not reported if why == "always" else reported == chosen, (code, why)
        for one, other in pairs:
            assert seen[one][0] & seen[other][0] <= seen[one][1] | seen[other][1]
        assert all(seen[one][1] == seen[other][1] for one, other in same)


SIZES = (None, "2", "4", "6", "2 km", "4 km", "6 km", "4 %", "good", "bad", "unknown")


@cache
def every_size() -> Evaluation:
    """A network with an indicator for every baseline of some: numbers with and without a unit, words, and nothing."""
    indicators = {f"i{at}": {"name": "I"} | ({"baseline": {"value": size}} if size else {}) for at, size in enumerate(SIZES)}
    return Evaluation(loaded(json.dumps({"indicators": indicators})).network)


def size_rule(made: Made) -> dict[str, Any]:
    """A rule for indicators about the value of their baseline."""

    def condition() -> dict[str, Any]:
        number = made.pick(("1", "2", "3", "4", "5", "6", "3 km", "5 km"))
        value = made.pick(({"at_least": number}, {"at_most": number}, {"at_least": number}, {"at_most": number}, number, "good", "given"))
        found = {"baseline": {"value": value}}
        return made.pick((found, {"not": found}, {"baseline": {"value": {"at_least": "3"}}, "not": found}))

    kept = {"demand": condition(), "forbid": condition()}
    dropped = made.pick(("demand", "forbid", ""))
    return {"for": {"indicators": made.pick((None, condition()))}} | {key: held for key, held in kept.items() if key != dropped}


@settings(max_examples=200, deadline=None)
@given(makers)
def test_no_report_on_rules_about_numbers_and_words_is_false(made: Made) -> None:
    rules = rules_of(*(size_rule(made) for _ in range(4)))
    seen = {rule.code: outcome(every_size(), rule) for rule in rules}
    for one in idle(rules):
        chosen, reported = seen[one.rule.code]
        assert not chosen if one.why == "nothing" else not reported if one.why == "always" else reported == chosen, one
    for pair in conflicts(rules):
        first, second = seen[pair.first.code], seen[pair.second.code]
        assert first[0] & second[0] <= first[1] | second[1]
    for pair in twins(rules):
        assert seen[pair.first.code][1] == seen[pair.second.code][1]


def test_the_law_of_numbers_and_words_is_tried_on_rules_that_are_for_nothing() -> None:
    rules = [rules_of(*(size_rule(made) for _ in range(4))) for made in map(Made, range(100))]
    whys = [one.why for some in rules for one in idle(some)]
    assert min(whys.count(why) for why in ("nothing", "always", "never")) >= 5
    assert sum(len(list(conflicts(some))) + len(list(twins(some))) for some in rules) >= 5


@cache
def some_networks() -> list[Evaluation]:
    return [Evaluation(network_of(Made(seed))) for seed in range(25)]


def network_of(made: Made) -> Network:
    return loaded(made.network().text({})).network


def turned(made: Made, rule: dict[str, Any]) -> dict[str, Any]:
    """A rule that is likely to contradict another: it forbids what that demands, or demands it with other counts."""
    text = json.dumps(rule)
    for one, other in (('"at_least": 2', '"at_most": 1'), ('"at_most": 0', '"at_least": 1'), ('"steps": 2', '"steps": "unlimited"')):
        if made.chance(0.5):
            text = text.replace(one, other)
    made_of = json.loads(text)
    swapped = {"demand": "forbid", "forbid": "demand"}
    return {swapped.get(key, key): held for key, held in made_of.items()} if made.chance(0.7) else made_of


@settings(max_examples=120, deadline=None)
@given(makers)
def test_no_report_on_a_rule_is_false(made: Made) -> None:
    first = made.rule()
    rules = rules_of(first, turned(made, first), made.rule())
    whys = {one.rule.code: one.why for one in idle(rules)}
    pairs = [(one.first, one.second) for one in conflicts(rules)]
    same = [(one.first, one.second) for one in twins(rules)]
    if not whys and not pairs and not same:
        return
    for evaluation in some_networks():
        seen = {rule.code: outcome(evaluation, rule) for rule in rules}
        for code, why in whys.items():
            chosen, found = seen[code]
            assert chosen == set() if why == "nothing" else found == set() if why == "always" else found == chosen, (code, why)
        for one, other in pairs:
            both = seen[one.code][0] & seen[other.code][0]
            assert both <= seen[one.code][1] | seen[other.code][1], (one.code, other.code)
            assert seen[one.code][0] <= seen[other.code][0] or seen[other.code][0] <= seen[one.code][0]
        assert all(seen[one.code][1] == seen[other.code][1] for one, other in same)


def test_the_laws_are_tried_on_rules_that_are_for_nothing_and_that_contradict() -> None:
    counts = {"nothing": 0, "always": 0, "never": 0, "pair": 0, "same": 0}
    for seed in range(300):
        made = Made(seed)
        first = made.rule()
        rules = rules_of(first, turned(made, first))
        for one in idle(rules):
            counts[one.why] += 1
        counts["pair"] += len(list(conflicts(rules)))
        counts["same"] += len(list(twins(rules)))
    assert min(counts.values()) >= 5, counts
