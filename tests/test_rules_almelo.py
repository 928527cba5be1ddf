"""The findings on the real model: no errors, each warning a gap of the documents, and one fault never makes two findings."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

from dinkit.checking.run import check
from dinkit.finding import Finding
from dinkit.network import Network
from dinkit.reading.load import load
from dinkit.source import Memory

ROOT = Path(__file__).parent.parent
MODEL = "models/din.yaml"

GAPS = {
    # No indicator has a baseline; one has an open target as well.
    ("DIN302", "indicator-banen"),
    ("DIN302", "indicator-bijstandsdossiers"),
    ("DIN302", "indicator-maatschappelijke-inzet"),
    ("DIN302", "indicator-ondernemersklimaat"),
    ("DIN302", "indicator-ontwikkeling-bijstand"),
    ("DIN302", "indicator-spanning-arbeidsmarkt"),
    ("DIN302", "indicator-terugval-bijstand"),
    # Jobs and workplaces: that these are the same is our reading.
    ("DIN304", "indicator-banen"),
    # Nor does anybody say who measures the indicators, how and how often: one finding for all of them.
    ("DIN305", "economie-en-participatie"),
    # Who leads what is said nowhere: one finding for all efforts together.
    ("DIN401", "economie-en-participatie"),
    # Efforts and parts without a line on planning.
    ("DIN409", "bedrijveninvesteringszones"),
    ("DIN409", "faciliteren-mkb"),
    ("DIN409", "schuldhulpverlening-sus"),
    ("DIN409", "vestigingsklimaat-werknemers"),
    ("DIN409", "week-van-de-logistiek"),
    # Decisions of which the contract does not say when they were taken.
    ("DIN410", "besluit-budget-programma"),
    ("DIN410", "besluit-damwanden-twentekanaal"),
    # Work that the planning starts before what it needs is there.
    ("DIN503", "inrichten-ondernemersloket"),
    ("DIN503", "uitbreiding-xl-park"),
    # The only effort of the fifteen of which the contract does not say from which money it is paid.
    ("DIN506", "aanbod-bedrijventerreinen"),
    # An agreement of five years under work that is planned for its first year only.
    ("DIN507", "prestatieovereenkomst-wonen"),
    # Some work has a status and a planning, and the model no date from which it looks.
    ("DIN512", "economie-en-participatie"),
    # The contract prints a year that cannot be right.
    ("DIN801", "opstellen-uitvoeringskader"),
    # Work that the contract describes twice.
    ("DIN803", "bewindvoering-anders-inrichten"),
    ("DIN803", "taaleis-bij-tegenprestatie"),
}


@cache
def files() -> dict[str, str]:
    paths = [ROOT / MODEL, *sorted((ROOT / "din").glob("*.yaml"))]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def findings(changed: dict[str, str]) -> tuple[Finding, ...]:
    return check(load(MODEL, Memory({**files(), **changed})))


def counted(found: tuple[Finding, ...]) -> Counter[tuple[str, str | None]]:
    return Counter((finding.code, finding.element) for finding in found)


@cache
def sound() -> Network:
    return load(MODEL, Memory(files())).network


def test_the_findings_are_the_gaps_of_the_documents() -> None:
    assert counted(findings({})) == Counter(GAPS)


def changed_word(file: int, start: int, end: int, word: str) -> dict[str, str]:
    path, text = sound().files[file]
    return {path: text[:start] + word + text[end:]}


def test_a_mistyped_link_is_one_finding_and_names_what_was_meant() -> None:
    network, before = sound(), counted(findings({}))
    written = [relation for relation in network.relations if relation.mark is not network.origins[relation.source].key]
    for relation in Random(1).sample(written, 25):
        start, end = relation.mark.start_mark.index, relation.mark.end_mark.index
        word = network.files[relation.file].text[start:end]
        found = findings(changed_word(relation.file, start, end, word[:3] + word[4:]))
        new = [finding for finding in found if before[finding.code, finding.element] == 0]
        assert [(finding.code, finding.hint and finding.hint.nl) for finding in new] == [("DIN102", f"bedoelt u '{word}'?")]


def test_an_id_that_is_refused_is_one_finding() -> None:
    network, before = sound(), counted(findings({}))
    ids = [element.id for element in network.elements.values() if element.kind in ("goal", "effort", "agreement", "indicator")]
    for name in Random(2).sample(ids, 25):
        origin = network.origins[name]
        found = findings(changed_word(origin.file, origin.key.start_mark.index, origin.key.end_mark.index, name.replace("-", "_") + "_"))
        new = [finding for finding in found if before[finding.code, finding.element] == 0]
        assert [finding.code for finding in new] == ["DIN101"]
