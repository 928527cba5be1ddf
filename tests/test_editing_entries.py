"""Measurements put into files: exactly these lines, every other byte as it was, and read back as they were meant."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dinkit.editing.entries import UnplaceableError, edits_for
from dinkit.editing.layout import read_layout
from dinkit.editing.measurements import Addition
from dinkit.editing.proof import Overlay, holds_exactly
from dinkit.editing.splice import fingerprint, splice
from dinkit.model.dates import parse_date
from dinkit.reading.load import Loaded, load
from dinkit.reading.text import decode
from dinkit.source import Memory
from support import loaded

INDICATORS = "indicatoren:\n  banen: {naam: Banen, eenheid: banen}\n  inzet: {naam: Inzet}\n"
ONE = Addition(2, "banen-2019", "banen", Decimal(42000), parse_date("2019"))
FULL = Addition(
    3, "inzet-2019-q3", "inzet", Decimal("1.234"), parse_date("2019-Q3"), "%", "about", "jongeren: 18-27", 'circa "1,234%"', "contract § 3", "a\nb"
)


def added(text: str, additions: Sequence[Addition] = (ONE,), to: str | None = None, **parts: str) -> str:
    """The one file that changes, with the additions in it."""
    files = {"din.yaml": text} | {f"{name}.yaml": part for name, part in parts.items()}
    before = load("din.yaml", Memory(files))
    edits = edits_for(before.network, additions, to)
    (path,) = {edit.file for edit in edits}
    data = files[path].encode()
    after = splice(data, edits, loaded=fingerprint(data))
    assert holds_exactly(before, load("din.yaml", Overlay(Memory(files), {path: after})), additions)
    return after.decode()


def new_lines(text: str, additions: Sequence[Addition] = (ONE,)) -> str:
    """What is added, which must be one piece."""
    after = added(text, additions)
    start = next((at for at, (one, other) in enumerate(zip(text, after, strict=False)) if one != other), len(text))
    length = len(after) - len(text)
    assert after[:start] + after[start + length :] == text
    return after[start : start + length]


def test_a_file_without_measurements_gets_them_at_its_end() -> None:
    assert new_lines(INDICATORS, (ONE, FULL)) == (
        "\nmetingen:\n"
        "  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\n"
        "  inzet-2019-q3:\n    van: inzet\n"
        '    waarde: {letterlijk: \'circa "1,234%"\', waarde: 1.2340, eenheid: "%", kwalificatie: circa, groep: "jongeren: 18-27"}\n'
        '    datum: 2019-Q3\n    bron: contract § 3\n    opmerking: "a\\nb"\n'
    )


def test_a_file_without_a_last_line_end_keeps_none() -> None:
    assert added(INDICATORS[:-1]).endswith("    datum: 2019")


@pytest.mark.parametrize(
    ("before", "behind", "wanted"),
    [
        ("metingen:\n  a: {van: banen, waarde: 1, datum: 2018}   # eerste\n", "", "  banen-2019: {van: banen, waarde: 42000, datum: 2019}\n"),
        ("metingen:\n    a:\n       van: banen\n", "", "    banen-2019:\n       van: banen\n       waarde: 42000\n       datum: 2019\n"),
        ("metingen:\n  a: {van: banen}\n\n  b:\n    van: banen\n    # van de gemeente\n", "  # los\n\n# einde\n",
         "\n  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\n"),
        ("metingen:\n  a:\n    van: banen\n    opmerking: |\n      een\n\n      # twee\n\n", "# einde\n", "  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\n"),
        ("metingen:\n  a:\n    van: banen\n    opmerking: >+\n      een\n\n", "bronnen: {}\n", "  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\n"),
        ("metingen:\n  a:\n    opmerking: een\n      twee\n    van:\n    - banen\n", "", "  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\n"),
        ("metingen:   # nog niets\n", "bronnen: {}\n", "  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\n"),
        ("metingen: {a: {van: banen}}\n", "", None),
        ("measurements:\n  a: {of: banen}\n", "", "  banen-2019: {of: banen, value: 42000, date: 2019}\n"),
        ("measurements:\n", "", "  banen-2019:\n    of: banen\n    value: 42000\n    date: 2019\n"),
    ],
)  # fmt: skip
def test_they_stand_behind_the_last_one_in_the_style_of_the_file(before: str, behind: str, wanted: str | None) -> None:
    text = INDICATORS + before + behind
    if wanted is None:
        assert added(text) == INDICATORS + "metingen: {a: {van: banen}, banen-2019: {van: banen, waarde: 42000, datum: 2019}}\n"
    else:
        assert added(text) == INDICATORS + before + wanted + behind


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{indicatoren: {banen: Banen}}", "{indicatoren: {banen: Banen}, metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019}}}"),
        ('{"indicators": {"banen": "Banen"}, "measurements": {}}',
         '{"indicators": {"banen": "Banen"}, "measurements": {"banen-2019": {"of": "banen", "value": "42000", "date": "2019"}}}'),
        ("{indicatoren: {banen: Banen}, metingen: {\n  a: {van: banen},  # eerste\n}}",
         "{indicatoren: {banen: Banen}, metingen: {\n  a: {van: banen},\n  banen-2019: {van: banen, waarde: 42000, datum: 2019},  # eerste\n}}"),
        ("indicatoren: {banen: Banen}\nmetingen: {}  # leeg\n",
         "indicatoren: {banen: Banen}\nmetingen:   # leeg\n  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\n"),
        ("indicatoren: {banen: Banen}\nmetingen: ~\nbronnen: {}\n",
         "indicatoren: {banen: Banen}\nmetingen: \n  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\nbronnen: {}\n"),
        ("---\nindicatoren: {banen: Banen}\n...\n",
         "---\nindicatoren: {banen: Banen}\n\nmetingen:\n  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\n...\n"),
        ("  indicatoren:\n     banen: Banen\n", "  indicatoren:\n     banen: Banen\n\n  metingen:\n     banen-2019:\n        van: banen\n        waarde: 42000\n        datum: 2019\n"),
        ("indicatoren:\n  banen: Banen\nprogramma:\n  id: p\n  naam: P\n  opmerking: |+\n    x\n\n",
         "indicatoren:\n  banen: Banen\nprogramma:\n  id: p\n  naam: P\n  opmerking: |+\n    x\n\nmetingen:\n  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\n"),
        ("indicatoren:\n  banen: Banen\n\n  inzet: Inzet\nmetingen:\n",
         "indicatoren:\n  banen: Banen\n\n  inzet: Inzet\nmetingen:\n  banen-2019:\n    van: banen\n    waarde: 42000\n    datum: 2019\n"),
        ("indicatoren: {banen: Banen}\nmetingen: {a: {van: banen}}\ndoelen: {}\nmetingen:\n  b: {van: banen}\n",
         "indicatoren: {banen: Banen}\nmetingen: {a: {van: banen}}\ndoelen: {}\nmetingen:\n  b: {van: banen}\n  banen-2019: {van: banen, waarde: 42000, datum: 2019}\n"),
    ],
)  # fmt: skip
def test_files_of_every_shape(text: str, wanted: str) -> None:
    assert added(text) == wanted


def test_more_than_one_is_spaced_as_the_file_is() -> None:
    two = (ONE, ONE._replace(id="banen-2020", date=parse_date("2020")))
    spaced = "indicatoren:\n  banen: Banen\n\n  inzet: Inzet\n"
    assert new_lines(spaced, two).split("\n\n")[1:] == ["  banen-2020:\n    van: banen\n    waarde: 42000\n    datum: 2020\n"]
    assert "\n\n" not in new_lines(INDICATORS, two)[1:]


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"a": "metingen: {m: {van: banen}}\n", "b": "doelen: {}\n"}, "a.yaml"),
        ({"a": "metingen: {m: {van: banen}}\n", "b": "metingen: {n: {van: banen}}\n"}, "b.yaml"),
        ({"a": "doelen: {}\n", "b": "bronnen: {}\n"}, "din.yaml"),
    ],
)
def test_which_file_they_go_to(parts: dict[str, str], path: str) -> None:
    network = loaded(f"delen: [a.yaml, b.yaml]\n{INDICATORS}", **parts).network
    assert {edit.file for edit in edits_for(network, (ONE,))} == {path}
    assert {edit.file for edit in edits_for(network, (ONE,), "b.yaml")} == {"b.yaml"}


def test_the_file_of_the_indicator_goes_before_others() -> None:
    network = loaded(f"delen: [a.yaml]\n{INDICATORS}metingen: {{n: {{van: banen}}}}\n", a="metingen: {m: {van: banen}}\n").network
    assert {edit.file for edit in edits_for(network, (ONE,))} == {"din.yaml"}


def test_a_file_that_no_earlier_edition_shares_goes_before_others() -> None:
    files = {
        "oud.yaml": "model: oud\ndelen: [deel.yaml]\n",
        "din.yaml": "model: din\ndelen: [eigen.yaml, deel.yaml]\nvorige_editie: oud.yaml\n",
        "deel.yaml": INDICATORS + "metingen: {m: {van: banen}}\n",
        "eigen.yaml": "metingen: {n: {van: banen}}\n",
    }
    assert {edit.file for edit in edits_for(load("din.yaml", Memory(files)).network, (ONE,))} == {"eigen.yaml"}


@pytest.mark.parametrize(
    "collection",
    ["metingen: {geen: niets gemeten}\n", "metingen:\n  geen: niets gemeten\n", "metingen: niets\n", "metingen: [a]\n", "metingen:\n- a\n"],
)
def test_a_file_that_says_there_are_none_has_no_place(collection: str) -> None:
    with pytest.raises(UnplaceableError) as error:
        added(INDICATORS + collection)
    assert error.value.path == "din.yaml"
    assert error.value.why.nl != error.value.why.en


def test_what_cannot_be_added_without_changing_something_is_not_proven() -> None:
    text = "indicatoren:\n  banen:\n    naam: Banen\n    omschrijving: |\n      x"
    before = load("din.yaml", Memory({"din.yaml": text}))
    after = splice(text.encode(), edits_for(before.network, (ONE,)), loaded=fingerprint(text.encode()))
    changed = load("din.yaml", Memory({"din.yaml": after}))
    assert "banen-2019" in changed.network.elements
    assert changed.network.elements["banen"].description == "x\n"
    assert not holds_exactly(before, changed, (ONE,))


@pytest.mark.parametrize(
    "text",
    [
        INDICATORS,
        INDICATORS + "metingen: {banen-2019: {van: banen, datum: 2019}}\n",
        INDICATORS + "doelen: {banen-2019: Doel}\n",
        INDICATORS + "metingen: {banen-2019: {van: banen, waarde: 42001, datum: 2019}}\n",
        INDICATORS + "metingen: {banen-2019: {van: inzet, waarde: 42000, datum: 2019}}\n",
        INDICATORS + "metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2018}}\n",
        INDICATORS + 'metingen: {banen-2019: {van: banen, waarde: {waarde: 42000, eenheid: "%"}, datum: 2019}}\n',
        INDICATORS + "metingen: {banen-2019: {van: banen, waarde: {waarde: 42000, groep: g}, datum: 2019}}\n",
        INDICATORS + "metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019, bron: b}}\n",
        INDICATORS + "metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019, opmerking: b}}\n",
        INDICATORS + "metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019}, nog-een: {van: banen, waarde: 1, datum: 2019}}\n",
        INDICATORS + "metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019, kleur: rood}}\n",
        INDICATORS + "doelen: {d: D}\nmetingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019}}\n",
        INDICATORS.replace("Inzet", "Inzett") + "metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019}}\n",
        "model: m\n" + INDICATORS + "metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019}}\n",
    ],
)
def test_the_proof_sees_everything_that_is_not_as_it_should_be(text: str) -> None:
    before = loaded(INDICATORS)
    right = INDICATORS + "metingen: {banen-2019: {van: banen, waarde: 42000, datum: 2019}}\n"
    assert holds_exactly(before, loaded(right), (ONE,))
    assert not holds_exactly(before, loaded(text), (ONE,))


def test_an_empty_part_has_no_place() -> None:
    network = loaded(f"delen: [a.yaml]\n{INDICATORS}", a="# nog niets\n").network
    with pytest.raises(UnplaceableError, match="holds no model"):
        edits_for(network, (ONE,), "a.yaml")


def test_a_file_that_is_no_mapping_has_no_layout() -> None:
    assert read_layout("") is None
    assert read_layout("- a\n") is None


# A file of random shape: what matters for where lines can go. The text is made here, so that a test knows it is right.

_COMMENTS = ("", "  # gezien", "   # é 😀")
_NOTES = (
    None,
    "kort",
    '"met: dubbele punt"',
    "|\n{0}    een\n\n{0}    # geen commentaar\n",
    ">-\n{0}    een\n{0}    twee",
    "|+\n{0}    een\n\n\n",
    "lang\n{0}    vervolg",
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Models in block style with measurements, without, or with none yet; comments, empty lines, endings and mark at random."""
    rng = random.Random(draw(st.integers(0, 10**9)))
    dutch, step = rng.random() < 0.7, rng.choice((1, 2, 4))
    words = {
        "indicators": "indicatoren",
        "measurements": "metingen",
        "of": "van",
        "value": "waarde",
        "date": "datum",
        "note": "opmerking",
        "name": "naam",
    }
    say = words.__getitem__ if dutch else str
    blocks = [
        f"{say('indicators')}:\n{' ' * step}banen: {{{say('name')}: Banen}}\n",
        "wijken:\n" + " " * step + "w: Wijk\n" if dutch else "districts: {w: Wijk}\n",
    ]
    if rng.random() < 0.8:
        blocks.append(
            f"{say('measurements')}:{rng.choice(_COMMENTS)}\n" + "".join(_measurement(rng, say, step, at) for at in range(rng.randint(0, 3)))
        )
    rng.shuffle(blocks)
    text = "".join(block + rng.choice(("", "\n", "# tussen\n", "\n# tussen\n\n")) for block in blocks)
    if rng.random() < 0.2:
        text = f"---\n{text}..." if rng.random() < 0.5 else text
    if rng.random() < 0.3 and not text.rstrip(" ").endswith("\n\n"):
        text = text.removesuffix("\n")
    ending = rng.choice(("\n", "\n", "\r\n"))
    return (b"\xef\xbb\xbf" if rng.random() < 0.3 else b"") + text.replace("\n", ending).encode()


def _measurement(rng: random.Random, say: Any, step: int, at: int) -> str:
    pad, inner = " " * step, " " * step * 2
    value = rng.choice(("1", '"1,22%"', "{waarde: 3, groep: 'x # y'}" if say("of") == "van" else "3"))
    gap = rng.choice(("", "", "\n", f"{pad}# voor\n", f"\n{inner}# dieper\n"))
    if rng.random() < 0.4:
        return f"{gap}{pad}m{at}: {{{say('of')}: banen, {say('value')}: {value}, {say('date')}: {2000 + at}}}{rng.choice(_COMMENTS)}\n"
    note = rng.choice(_NOTES)
    lines = [f"{say('of')}: banen", f"{say('value')}: {value}{rng.choice(_COMMENTS)}", f"{say('date')}: {2000 + at}"]
    rng.shuffle(lines)
    if note is not None:
        lines.append(f"{say('note')}: {note.format(inner)}".removesuffix("\n"))
    return f"{gap}{pad}m{at}:\n" + "".join(f"{inner}{line}\n" for line in lines)


names = (
    st.text(st.sampled_from("ab :#'\"-,[]{}é€😀\n\t%@&*!|>"), min_size=1, max_size=10).map(str.strip).filter(lambda text: text not in ("", "unknown"))
)


@st.composite
def additions(draw: st.DrawFn) -> list[Addition]:
    """One to three measurements with any text in them."""
    optional = st.none() | names
    return [
        Addition(
            at,
            f"nieuw-{at}",
            "banen",
            draw(st.decimals(min_value=-(10**6), max_value=10**6, places=draw(st.integers(0, 4)))),
            parse_date(draw(st.sampled_from(["2019", "2019-05", "2019-05-14", "2019-Q3", "2019-W12", "2019-najaar"]))),
            draw(st.none() | st.sampled_from(["%", "banen", "€", "x y"])),
            draw(st.none() | st.sampled_from(["about", "over", "at_least"])),
            draw(optional),
            draw(optional),
            draw(optional),
            draw(optional),
        )
        for at in range(draw(st.integers(1, 3)))
    ]


def plain(data: bytes) -> Any:
    """The file as another reader of YAML has it: every scalar as text."""
    return yaml.load(data.decode("utf-8-sig").replace("\r\n", "\n"), Loader=yaml.BaseLoader)


@given(files(), additions())
@settings(max_examples=500, deadline=None)
def test_random_files_keep_every_other_byte(data: bytes, wanted: list[Addition]) -> None:
    before = load("din.yaml", Memory({"din.yaml": data}))
    assert before.network.complete
    assert "banen" in before.network.elements
    (edit,) = edits_for(before.network, wanted)
    after = splice(data, (edit,), loaded=fingerprint(data))
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = decode(data)[0]
    assert edit.start == edit.end
    head, tail = mark + text[: edit.start].encode(), text[edit.start :].encode()
    assert after.startswith(head)
    assert after.endswith(tail)
    assert len(after) > len(head) + len(tail)
    assert after.count(b"\r\n") == after.count(b"\n") or b"\r\n" not in after
    reloaded = load("din.yaml", Memory({"din.yaml": after}))
    if holds_exactly(before, reloaded, wanted):
        _agrees(data, after, wanted)
    else:  # only where a text at the very end of the file would get the line end that it lacks
        assert not text.endswith("\n")
        assert _same_but_for_line_ends(before, reloaded)


def _agrees(data: bytes, after: bytes, wanted: list[Addition]) -> None:
    """The other reader finds the old content, and the new measurements behind it."""
    old, new = plain(data), plain(after)
    key = "metingen" if "metingen" in new else "measurements"
    made = new.pop(key)
    had = old.pop(key, None) or {}
    assert old == new
    assert list(made)[: len(had)] == list(had)
    assert {name: made[name] for name in had} == had
    assert list(made)[len(had) :] == [one.id for one in wanted]


def _same_but_for_line_ends(before: Loaded, after: Loaded) -> bool:
    texts = [[str(one.note).replace("\\n", "") for one in result.network.elements.values()] for result in (before, after)]
    return texts[0] == texts[1][: len(texts[0])]


def test_a_json_file_stays_json() -> None:
    text = json.dumps({"indicators": {"banen": {"name": "Banen"}}, "measurements": {"m": {"of": "banen", "value": "1", "date": "2018"}}}, indent=2)
    made = json.loads(added(text, (ONE, FULL._replace(indicator="banen", verbatim="x"))))
    assert list(made["measurements"]) == ["m", "banen-2019", "inzet-2019-q3"]
    assert made["measurements"]["banen-2019"] == {"of": "banen", "value": "42000", "date": "2019"}
