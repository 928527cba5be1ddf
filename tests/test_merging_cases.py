"""Merges of one file: three texts in, the exact text out, and what is told about it."""

from __future__ import annotations

import pytest

from dinkit.finding import Text
from dinkit.merging.pieces import Labels
from dinkit.merging.run import Merged, NotUnderstoodError, merge
from dinkit.merging.words import told

BASE = """\
model: m
doelen:  # de doelen
  a: A
  b: B
stakeholders:
  p: P
"""
WORK = """\
model: m
inspanningen:
  w:
    naam: W
    draagt_bij_aan: [a, b]   # twee
    stakeholders: {p: trekker, q: partner}
    geld:
      - {bedrag: 1000, soort: uitgave}
      - {bedrag: 2000, soort: uitgave}
    planning: {start: 2019, eind: 2020}
    bron: boek blz 1
"""
TREE = """\
model: m
doelen:
  a:
    naam: A
    subdoelen:
      c: C
      d: D
  b: B
"""


def merged(base: str, ours: str, theirs: str) -> Merged:
    return merge(base.encode(), ours.encode(), theirs.encode())


def changed(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


CLEAN = {
    "a field of either": (BASE, [("a: A", "a: AA")], [("p: P", "p: PP  # nieuw")], [("a: A", "a: AA"), ("p: P", "p: PP  # nieuw")]),
    "the same by both": (BASE, [("a: A", "a: AA")], [("a: A", "a: AA"), ("p: P", "p: Q")], [("a: A", "a: AA"), ("p: P", "p: Q")]),
    "short here, long there": (
        BASE,
        [("a: A", "a:\n    naam: A\n    nummer: 1")],
        [("a: A", "a: AA")],
        [("a: A", "a:\n    naam: AA\n    nummer: 1")],
    ),
    "another language": (
        BASE,
        [("doelen:", "goals:"), ("a: A", "a: {name: A, number: 1}")],
        [("a: A", "a: AA")],
        [("doelen:", "goals:"), ("a: A", "a: {name: AA, number: 1}")],
    ),
    "moved and changed": (
        BASE,
        [("  a: A\n", ""), ("  p: P\n", "  p: P\n  a: A\n")],
        [("a: A", "a: AA")],
        [("  a: A\n", ""), ("  p: P\n", "  p: P\n  a: AA\n")],
    ),
    "added at the same spot": (
        BASE,
        [("  b: B\n", "  b: B\n  x: X\n")],
        [("  b: B\n", "  b: B\n  y: Y\n")],
        [("  b: B\n", "  b: B\n  x: X\n  y: Y\n")],
    ),
    "comments on the same line": (BASE, [("b: B", "b: B  # een")], [("b: B", "b: B  # twee")], [("b: B", "b: B  # een  # twee")]),
    "comments above the same element": (
        BASE,
        [("  b: B", "  # een\n  b: B")],
        [("  b: B", "  # twee\n  b: B")],
        [("  b: B", "  # een\n  # twee\n  b: B")],
    ),
    "nothing left": (BASE, [("  a: A\n", "")], [("  b: B\n", "")], [("doelen:  # de doelen\n  a: A\n  b: B\n", "doelen: {}  # de doelen\n")]),
    "links of either": (WORK, [("[a, b]", "[a, c]")], [("[a, b]", "[b, d]")], [("[a, b]", "[c, d]")]),
    "links in two forms": (WORK, [("[a, b]", "{a: '+', b: '++'}")], [("[a, b]", "[a, b, d]")], [("[a, b]", "{a: '+', b: '++', d: }")]),
    "roles of two parties": (
        WORK,
        [("p: trekker", "p: partner")],
        [("q: partner", "q: adviseur")],
        [("p: trekker, q: partner", "p: partner, q: adviseur")],
    ),
    "an item added by each": (
        WORK,
        [("    planning", "      - {bedrag: 3000}\n    planning")],
        [("    planning", "      - {bedrag: 4000}\n    planning")],
        [("    planning", "      - {bedrag: 3000}\n      - {bedrag: 4000}\n    planning")],
    ),
    "the same item added": (
        WORK,
        [("    planning", "      - {bedrag: 3000}\n    planning")],
        [("    planning", "      - {bedrag: 3000}\n    planning")],
        [("    planning", "      - {bedrag: 3000}\n    planning")],
    ),
    "the same item added, others removed": (
        WORK,
        [("      - {bedrag: 1000, soort: uitgave}\n", ""), ("    planning", "      - {bedrag: 3000, soort: uitgave}\n    planning")],
        [("{bedrag: 2000,", "{bedrag: 3000,")],
        [("      - {bedrag: 1000, soort: uitgave}\n", ""), ("{bedrag: 2000,", "{bedrag: 3000,")],
    ),
    "a source added by each": (
        WORK,
        [("boek blz 1", "[boek blz 1, boek blz 2]")],
        [("boek blz 1", "[boek blz 1, boek blz 3]")],
        [("boek blz 1", "[boek blz 1, boek blz 2, boek blz 3]")],
    ),
    "a renamed parent": (TREE, [("  a:\n", "  aa:\n")], [("c: C", "c: CC")], [("  a:\n", "  aa:\n"), ("c: C", "c: CC")]),
    "an added file, added by both": (
        "",
        "model: m\ndoelen:\n  a: A\n",
        "model: m\ndoelen:\n  b: B\n",
        "model: m\ndoelen:\n  a: A\n  b: B\n",
    ),
}


@pytest.mark.parametrize("case", CLEAN)
def test_a_merge_without_conflicts(case):
    base, *others = CLEAN[case]
    ours, theirs, wanted = (one if isinstance(one, str) else changed(base, *one) for one in others)
    result = merged(base, ours, theirs)
    assert (result.data.decode(), result.conflicts, result.notes) == (wanted, (), ())


def test_a_value_changed_in_two_parts_is_merged_and_told():
    result = merged(WORK, WORK.replace("2019", "2018"), WORK.replace("2020", "2021"))
    assert result.data.decode() == changed(WORK, ("2019", "2018"), ("2020", "2021"))
    assert result.notes == (
        Text(
            "'w', veld 'planning': elke kant veranderde een ander deel van deze waarde (nu '{start: 2018, eind: 2021}'); klopt het geheel nog?",
            "'w', field 'planning': each side changed another part of this value (now '{start: 2018, eind: 2021}'); does the whole still hold?",
        ),
    )


def test_an_item_of_a_list_changed_in_two_parts_is_told_whole():
    base = WORK.replace("1000, soort: uitgave", "1000, soort: uitgave, periode: 2019")
    result = merged(base, base.replace("1000", "1500"), base.replace("uitgave, periode", "bijdrage, periode"))
    assert result.data.decode() == base.replace("1000, soort: uitgave", "1500, soort: bijdrage")
    (note,) = result.notes
    assert note.nl == (
        "'w', veld 'geld (1)': elke kant veranderde een ander deel van deze waarde (nu '{bedrag: 1500, soort: bijdrage, periode: 2019}'); "
        "klopt het geheel nog?"
    )


def test_an_element_that_each_renamed_stays_under_both_ids_and_is_told():
    result = merged(BASE, BASE.replace("a: A", "aa: A"), BASE.replace("a: A", "ab: A"))
    assert result.data.decode() == BASE.replace("  a: A\n", "  aa: A\n  ab: A\n")
    assert [note.nl for note in result.notes] == ["'a': beide kanten hernoemden dit, tot 'aa' en tot 'ab'; nu staan ze er allebei"]


def test_an_element_that_each_renamed_and_one_changed_is_told():
    base = "model: m\ninspanningen:\n  w: {naam: Werk, planning: 2019}\n"
    result = merged(base, base.replace("  w: ", "  x: "), base.replace("  w: ", "  y: ").replace("2019", "2020"))
    assert result.conflicts == ()
    assert [note.nl for note in result.notes] == ["'w': beide kanten hernoemden dit, tot 'x' en tot 'y'; nu staan ze er allebei"]
    result = merged(base, base.replace("2019", "2018"), base.replace("  w: ", "  y: ").replace("2019", "2020"))
    assert told(result.conflicts[0][1]).nl == "'w': aan hun kant weggehaald of hernoemd tot 'y', aan onze kant veranderd (planning)"


def test_an_order_that_each_changed_is_told():
    base = "model: m\ndoelen:\n  a: A\n  b: B\n  c: C\n"
    result = merged(base, "model: m\ndoelen:\n  b: B\n  a: A\n  c: C\n", "model: m\ndoelen:\n  a: A\n  c: C\n  b: B\n")
    assert result.data.decode() == "model: m\ndoelen:\n  b: B\n  a: A\n  c: C\n"
    assert [note.nl for note in result.notes] == ["veld 'doelen': de volgorde is aan beide kanten anders veranderd; die van onze kant blijft"]


def test_the_markers_stand_around_whole_lines_and_the_rest_is_merged():
    result = merged(BASE, changed(BASE, ("a: A", "a: X"), ("b: B", "b: BB")), changed(BASE, ("a: A", "a: Y"), ("p: P", "p: PP")))
    assert result.data.decode() == (
        "model: m\ndoelen:  # de doelen\n<<<<<<< ours\n  a: X\n=======\n  a: Y\n>>>>>>> theirs\n  b: BB\nstakeholders:\n  p: PP\n"
    )
    assert [line for line, _ in result.conflicts] == [3]


def test_markers_have_the_size_and_the_names_asked_for_and_show_what_was_there():
    labels = Labels("HEAD", "abc123", "jan/plan")
    sides = (BASE, changed(BASE, ("a: A", "a: X")), changed(BASE, ("a: A", "a: Y")))
    result = merge(*(text.encode() for text in sides), labels=labels, size=9, with_base=True)
    assert "<<<<<<<<< HEAD\n  a: X\n||||||||| abc123\n  a: A\n=========\n  a: Y\n>>>>>>>>> jan/plan\n" in result.data.decode()
    assert told(result.conflicts[0][1], labels).en == "'a', field 'naam': changed differently on both sides: 'X' (HEAD), 'Y' (jan/plan)"


def test_in_a_block_of_text_only_its_lines_stand_between_markers():
    base = "model: m\ndoelen:\n  a:\n    naam: A\n    omschrijving: |\n      een\n      twee\n"
    result = merged(base, base + "      drie\n", base.replace("      een", "      nul\n      een"))
    assert result.data.decode() == (
        "model: m\ndoelen:\n  a:\n    naam: A\n    omschrijving: |\n"
        "<<<<<<< ours\n      een\n      twee\n      drie\n=======\n      nul\n      een\n      twee\n>>>>>>> theirs\n"
    )


def test_two_lists_that_dinkit_writes_merge_by_key_and_stay_sorted():
    entry = "  - {model: m, regel: DIN401, element: %s}\n"
    base = "bevindingen:\n" + entry % "b" + entry % "d"
    ours = "bevindingen:\n" + entry % "a" + entry % "b" + entry % "d"
    theirs = "bevindingen:\n" + entry % "c" + entry % "d"
    assert merged(base, ours, theirs).data.decode() == "bevindingen:\n" + entry % "a" + entry % "c" + entry % "d"


@pytest.mark.parametrize(
    ("ours", "why"),
    [
        (BASE + " : [\n", "onze kant, regel 7: "),
        (BASE.replace("  a: A", "\ta: A"), "onze kant, regel 3: een tab"),
        (BASE + "doelen: {}\n", "'doelen' staat in een van de versies twee keer"),
        (BASE + "---\na: 1\n", "onze kant is te ongewoon opgebouwd"),
        ("\0\1\2", "onze kant: "),
        (BASE.replace("  a: A\n", "<<<<<<< x\n  a: A\n=======\n  a: C\n>>>>>>> y\n"), "onze kant, regel 3: hier staan nog twee versies uit git"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_side_and_the_line(ours, why):
    with pytest.raises(NotUnderstoodError) as refused:
        merged(BASE, ours, BASE.replace("P", "Q"))
    assert refused.value.why.nl.startswith(why)


ANCHORED = "model: m\ndoelen:\n  a:\n    naam: A\n    bron: &q b § 1\n  b:\n    naam: B\n    bron: *q\n  c:\n    naam: C\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "where"),
    [
        ([("&q b § 1", "&q b § 2")], [("naam: C\n", "naam: C\n    bron: *q\n")], ("'*q' (hun kant, regel 11)", "'*q' (their side, line 11)")),
        ([("naam: C\n", "naam: C\n    bron: *q\n")], [("&q b § 1", "&q b § 2")], ("'*q' (onze kant, regel 11)", "'*q' (our side, line 11)")),
        (
            [("    bron: &q b § 1\n", ""), ("*q", "b § 1")],
            [("naam: C\n", "naam: C\n    bron: *q\n")],
            ("'*q' (hun kant, regel 11)", "'*q' (their side, line 11)"),
        ),
    ],
)
def test_an_alias_that_makes_a_merge_impossible_is_named_with_its_line(ours, theirs, where):
    with pytest.raises(NotUnderstoodError) as refused:
        merged(ANCHORED, changed(ANCHORED, *ours), changed(ANCHORED, *theirs))
    assert refused.value.why == Text(
        f"deze versies zijn niet per element en veld samen te voegen, waarschijnlijk door {where[0]}",
        f"these versions cannot be merged by element and field, probably because of {where[1]}",
    )


def test_two_who_both_begin_a_file_that_dinkit_writes_need_not_agree():
    entry = "  - {element: w, draagt_bij_aan: %s, vingerafdruk: abc, door: %s}\n"
    head = "# Geschreven door dinkit\nformaat: 1\nbevestigd:\n"
    result = merged("", head + entry % ("a", "staf"), head + entry % ("b", "raad"))
    assert (result.data.decode(), result.conflicts) == (head + entry % ("a", "staf") + entry % ("b", "raad"), ())
    result = merged(head + entry % ("a", "x"), head + entry % ("a", "staf"), head + entry % ("a", "raad"))
    assert (
        told(result.conflicts[0][1]).nl
        == "veld 'bevestigd.w a abc': aan beide kanten anders veranderd: 'door: staf' (onze kant), 'door: raad' (hun kant)"
    )
