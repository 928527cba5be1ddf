"""What is a condition and no result, and that what is kept literally stands in the section that it names."""

from __future__ import annotations

import re

import pytest

from content_support import BESIDE, OWN, network, plain, section, values
from dinkit.model.records import Result

CONDITIONS = {
    "almelo-2019": {
        ("jongerenperspectieffonds", "Jongeren 18-27", "I/2"),
        ("bemiddeling-vrijwilligerswerk", "≥ 16 uur per week", "I/8"),
    },
    "almelo-2022": {
        ("onderzoek-buitenlands-vermogen", "gedurende een periode van 3 jaar", "I/6"),
        ("inzet-tegenprestatie", "maximaal 20 uur per week", "I/7"),
        ("inzet-tegenprestatie", "Na maximaal 44 weken", "I/7"),
        ("uitbreiding-xl-park", "75% van het gebied", "II/3"),
        ("uitbreiding-xl-park", "25% voor Transport en Logistiek", "II/3"),
    },
    "hengelo-2018": {
        ("perspectiefjaar-jongeren", "tot 27 jaar", "Werkgelegenheid"),
        ("vroegsignalering-schulden", "bij succes", "Uitkeringen"),
    },
}


@pytest.mark.parametrize("model", CONDITIONS)
def test_limits_of_age_and_of_hours_are_conditions(model: str) -> None:
    held = [(element.id, one) for element, field, one in values(model) if field == "conditions" and one.verbatim]
    assert {(name, one.verbatim, one.source[0].removeprefix(f"{OWN[model]} § ")) for name, one in held} == CONDITIONS[model]


@pytest.mark.parametrize("model", OWN)
def test_no_result_is_a_limit(model: str) -> None:
    found = list(network(model).of(Result))
    assert len(found) > 4
    for result in found:
        texts = [result.name, result.description, result.verbatim, *result.also_known_as]
        if result.value is not None:
            texts += [result.value.verbatim, result.value.unit, result.value.group]
        said = " ".join(text for text in texts if text)
        assert not re.search(r"\b(?:uur|uren|weken|leeftijd|jaar oud|18-27|tot 27|per week)\b", said), result.id


@pytest.mark.skipif(not BESIDE, reason="the source documents are not beside this checkout")
def test_what_is_kept_literally_stands_in_the_section_that_it_names() -> None:
    checked = 0
    for model in OWN:
        shown = network(model)
        kept = [(element.id, one.verbatim, one.source or element.source) for element, _, one in values(model)]
        kept += [(one.id, one.verbatim, one.source) for one in shown.elements.values() if one.kind != "source"]
        both = [(one, shown.elements[one.source].source + shown.elements[one.target].source) for one in shown.relations]
        kept += [(f"{one.source} {one.type} {one.target}", one.verbatim, one.places or ends) for one, ends in both]
        for name, verbatim, places in kept:
            if verbatim and places:
                checked += 1
                assert any(plain(verbatim) in plain(section(place)) for place in places), (model, name, verbatim, places)
    assert checked > 400
