"""Laws of project rules on random networks: the same answers as a slow second opinion, nothing concluded from what was not read, and no false
report on the rules themselves."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from dinkit.checking.project_rules.evaluation import Evaluation
from dinkit.checking.project_rules.findings import project_findings
from dinkit.network import Network
from project_rules_brute import brute
from project_rules_support import Made, Plain, document, makers
from support import loaded


def network_with(plain: Plain, *rules: dict[str, Any]) -> Network:
    result = loaded(plain.text({f"DIN{901 + at}": rule for at, rule in enumerate(rules)}))
    assert [one.message.nl for one in result.findings] == []
    return result.network


def reported(network: Network) -> set[tuple[str, str]]:
    """The code and element of every finding."""
    return {(one.code, one.element or "") for one in project_findings(Evaluation(network), network.head.project_rules.values())}


@settings(max_examples=200, deadline=None)
@given(makers)
def test_a_rule_reports_what_a_slow_second_opinion_reports(made: Made) -> None:
    plain, rules = made.network(), [made.rule() for _ in range(4)]
    expected = {(f"DIN{901 + at}", name) for at, rule in enumerate(rules) for name in brute(plain, rule)}
    assert reported(network_with(plain, *rules)) == expected


def nodes_of(held: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Every element of a document: what holds it, and its id there."""
    found: list[tuple[dict[str, Any], str]] = []
    waiting = [held[key] for key in ("goals", "efforts", "stakeholders") if isinstance(held.get(key), dict)]
    for holder in waiting:
        for name, node in holder.items():
            found.append((holder, name))
            waiting += [node[key] for key in ("subgoals", "sub_efforts") if key in node]
    return found


WRONG = {
    "status": "kwijt",
    "steering": "los",
    "level": "hoog",
    "type": "iets",
    "target_date": "ooit",
    "planning": "ooit",
    "power": "9",
    "money": "veel",
}


def spoilt(made: Made, held: dict[str, Any]) -> None:
    """Put one fault in a document, of the sorts that keep reading from something."""
    holder, name = made.pick(nodes_of(held))
    node = holder[name]
    links = [key for key in ("contributes_to", "requires") if key in node]
    match made.random.randrange(7):
        case 0 if links:
            node[made.pick(links)][0] = "nergens"
        case 1 if node.get("stakeholders"):
            party = made.pick(node["stakeholders"])
            if made.chance(0.5):
                node["stakeholders"][party] = "baas"
            else:
                node["stakeholders"]["nergens"] = node["stakeholders"].pop(party)
        case 2:
            field = made.pick(sorted(node.keys() & WRONG.keys()) or ["provenance"])
            if isinstance(node.get(field), list) and made.chance(0.5):
                node[field] = [made.pick(node[field]), {"amount": "veel"}]
            else:
                node[field] = WRONG.get(field, "vast")
        case 3:
            key = made.pick(sorted(node.keys() - {"name"}) or ["name"])
            node[key[:-1] + "q"] = node.pop(key)
        case 4 if sum(other == name for _, other in nodes_of(held)) == 1:
            holder[f"Fout {name}"] = holder.pop(name)
        case 5 if name not in held["stakeholders"]:
            held["stakeholders"][name] = {"name": "Twee", **({"part_of": made.pick(nodes_of(held))[1]} if made.chance(0.5) else {})}
        case _:
            node["opmerkingen"] = made.pick(nodes_of(held))[1]


@settings(max_examples=350, deadline=None)
@given(makers)
def test_nothing_is_concluded_from_what_was_not_read(made: Made) -> None:
    plain, rules = made.network(), {f"DIN{901 + at}": made.rule() for at in range(4)}
    healthy = reported(loaded(plain.text(rules)).network)
    held = document(plain)
    for _ in range(made.pick((1, 1, 2))):
        spoilt(made, held)
    text = json.dumps({"project_rules": rules} | held)
    if made.chance(0.2):
        text = text[: made.random.randint(len(json.dumps(rules)) + 20, len(text))]
    assert reported(loaded(text).network) <= healthy
