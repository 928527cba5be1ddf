"""docs/json.md against real output: every key that comes out is described there, and every described key comes out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dinkit import catalogue
from dinkit.analysis import EVIDENCE, LEVELS, Options
from dinkit.checking.run import check
from dinkit.exporters import findings_json, network_json
from dinkit.exporters import json as facts_json
from dinkit.finding import Edit, Fix, Suppressed, Text
from dinkit.model.document import HEAD_KEYS
from dinkit.model.kinds import KINDS
from dinkit.model.relations import RELATION_BY_NAME
from dinkit.reading.load import Loaded, load
from dinkit.report import Report, Whose
from dinkit.source import Folder
from support import loaded

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")

BROKEN = "doelen: {a: {naam: A, draagt_bij_aan: weg}, b: {naam: B, herkomst: vermelt}}\nrisicos: {geen: staat er niet}\n"

TEXT = {"type": "object", "required": ["nl", "en"], "additionalProperties": False, "properties": {"nl": {"type": "string"}, "en": {"type": "string"}}}
TEXT_OR_NONE = {"anyOf": [TEXT, {"type": "null"}]}
WHOLE = {"type": "integer", "minimum": 0}


def closed(**properties: Any) -> dict[str, Any]:
    """An object with exactly these keys, except those that end in an underscore, which may be absent."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key for key in properties if not key.endswith("_")],
        "properties": {key.rstrip("_"): shape for key, shape in properties.items()},
    }


def listed(shape: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": shape}


def shape_of(content: str, **properties: Any) -> dict[str, Any]:
    return closed(format={"const": 1}, content={"const": content}, model={"type": ["string", "null"]}, **properties)


CELL = {"anyOf": [{"type": ["string", "number", "boolean", "null"]}, TEXT, listed({"type": "string"})]}
FACT = closed(
    analysis={"enum": list(catalogue.names("dinkit.analyses"))},
    version={"type": "integer", "minimum": 1},
    options=closed(evidence={"enum": [None, *EVIDENCE]}, level={"enum": list(LEVELS)}, year={"type": ["integer", "null"]}),
    answer=TEXT,
    tables=listed(
        closed(
            key={"type": "string"},
            title=TEXT,
            columns=listed(closed(key={"type": "string"}, title=TEXT, meaning=TEXT, words_={"type": "object", "additionalProperties": TEXT})),
            rows=listed({"type": "object", "additionalProperties": CELL}),
        )
    ),
    notes=listed(TEXT),
)
PLACE = {"file": {"type": "string"}} | dict.fromkeys(("line", "column", "end_line", "end_column", "start", "end"), WHOLE)
FIX = closed(title=TEXT, edits=listed(closed(file={"type": "string"}, start=WHOLE, end=WHOLE, text={"type": "string"})))
FINDING = closed(
    code={"type": "string", "pattern": "^DIN[0-9]{3}$"},
    slug={"type": "string"},
    severity={"enum": ["error", "warning", "tip"]},
    message=TEXT,
    hint=TEXT_OR_NONE,
    element={"type": ["string", "null"]},
    location=closed(**PLACE),
    related=listed(closed(**PLACE, why=TEXT_OR_NONE)),
    fix={"anyOf": [FIX, {"type": "null"}]},
    models_={"type": "array", "items": {"type": "string"}, "minItems": 1},
)
SUPPRESSED = closed(finding=FINDING, by={"enum": ["model", "baseline"]}, reason={"type": "string"}, owner={"type": ["string", "null"]})
RELATION = closed(
    type={"enum": sorted(RELATION_BY_NAME)},
    source={"type": "string"},
    target={"type": "string"},
    weight_=closed(scale={"type": "string"}, value={"type": "number"}, text={"type": "string"}),
    role_={"type": "string"},
    provenance_={"type": "string"},
    substantiation_={"type": "string"},
    places_=listed({"type": "string"}),
    reason_={"type": "string"},
    note_=listed({"type": "string"}),
    verbatim_={"type": "string"},
)
ELEMENT = {
    "type": "object",
    "required": ["id", "kind", "name"],
    "properties": {"id": {"type": "string"}, "kind": {"enum": [kind.name for kind in KINDS]}, "name": {"type": "string"}},
}
HEAD = {key: {"type": ["string", "null"]} for key in ("language", "profile", "edition", "previous_edition", "reference_date", "weight_scale")} | {
    "labels": {"type": "object"}
}

FACTS_SHAPE = shape_of("facts", facts=listed(FACT))
FINDINGS_SHAPE = shape_of(
    "findings",
    files=listed({"type": "string"}),
    counts=closed(error=WHOLE, warning=WHOLE, tip=WHOLE),
    findings=listed(FINDING),
    suppressed=listed(SUPPRESSED),
)
NETWORK_SHAPE = shape_of(
    "network",
    **HEAD,
    complete={"type": "boolean"},
    without={"type": "object"},
    elements=listed(ELEMENT),
    relations=listed(RELATION),
    predecessors=listed(closed(**{key: {"type": "string"} for key in ("element", "model", "predecessor")})),
)


@pytest.fixture(scope="module", params=["almelo", "broken"])
def result(request: pytest.FixtureRequest) -> Loaded:
    return load("models/din.yaml", Folder(ROOT)) if request.param == "almelo" else loaded(BROKEN)


@pytest.mark.parametrize("options", [Options(), Options("stated", "sub_effort")])
@pytest.mark.parametrize("name", catalogue.names("dinkit.analyses"))
def test_facts_have_the_documented_shape(result: Any, name: Any, options: Any) -> None:
    fact = catalogue.member("dinkit.analyses", name).ANALYSIS.run(result.network, options)
    data = json.loads(facts_json.EXPORTER.export(Report(result.network, (fact,))))
    Draft202012Validator(FACTS_SHAPE).validate(data)
    (found,) = data["facts"]
    for table in found["tables"]:
        keys = [column["key"] for column in table["columns"]]
        assert all(list(row) == keys for row in table["rows"])
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |"))
    assert re.findall(r"`([a-z_]+)`", row)[1:] == [table["key"] for table in found["tables"]]


def test_findings_have_the_documented_shape(result: Any) -> None:
    first, *others = check(result)
    mended = first._replace(fix=Fix(Text("doe zo", "do this"), (Edit(first.location.file, 0, 1, "x"),)))
    accepted = Suppressed(first, "model", "zo afgesproken", "stad")
    whose = {mended: Whose(("een", "twee"), apart=True), others[0]: Whose(("een",)), accepted: Whose(("drie",), apart=True)}
    report = Report(result.network, (), (mended, *others), result.network.files, (accepted,), whose)
    data = json.loads(findings_json.EXPORTER.export(report))
    Draft202012Validator(FINDINGS_SHAPE).validate(data)
    assert sum(data["counts"].values()) == len(data["findings"]) > 0
    assert data["findings"][0]["fix"]["edits"] == [{"file": first.location.file, "start": 0, "end": 1, "text": "x"}]
    assert [one.get("models") for one in data["findings"][:2]] == [["een", "twee"], None]
    assert [one["finding"]["models"] for one in data["suppressed"]] == [["drie"]]
    assert [(one["by"], one["reason"], one["owner"]) for one in data["suppressed"]] == [("model", "zo afgesproken", "stad")]


def test_the_network_has_the_documented_shape(result: Any) -> None:
    data = json.loads(network_json.EXPORTER.export(Report(result.network)))
    Draft202012Validator(NETWORK_SHAPE).validate(data)
    assert len(data["elements"]) == len(result.network.elements) > 0
    assert len(data["relations"]) == len(result.network.relations)
    assert set(HEAD) <= HEAD_KEYS
    assert all("level" in element for element in data["elements"] if element["kind"] == "goal")


@pytest.mark.parametrize("shape", [FACTS_SHAPE, FINDINGS_SHAPE, NETWORK_SHAPE])
def test_every_key_is_described_on_the_page(shape: Any) -> None:
    told = set(re.findall(r"`\"?([a-z_]+)\"?`", PAGE)) | set(re.findall(r'"([a-z_]+)"', PAGE))
    assert keys_of(shape) - told == set()


def keys_of(shape: Any) -> set[str]:
    if isinstance(shape, list):
        return {key for one in shape for key in keys_of(one)}
    if not isinstance(shape, dict):
        return set()
    return set(shape.get("properties", {})) | {key for inner in shape.values() for key in keys_of(inner)}
