"""Files that are no proper YAML, or not the plain YAML that a model is: where that is said, and what is read all the same."""

from __future__ import annotations

import pytest

from reading_support import dutch, read, told

# name, text, findings as `line:column slug token`
SYNTAX = [
    ("a colon in a text", "doelen:\n  a: Baan: vast werk\n", ["2:10 colon :"]),
    ("a line indented too far", "doelen:\n  a: A\n      b: B\n", ["3:8 colon :"]),
    ("a line indented too little", "doelen:\n    a: A\n   b: B\n", ["3:4 indent b"]),
    ("a quote left open", "doelen:\n  a: A\n  b: 'B\n  c: C\n", ["3:6 open-quote '"]),
    ("a double quote left open", 'doelen:\n  a: "A\n', ['2:6 open-quote "']),
    ("text behind a quote", "doelen:\n  a: 'A' en B\n", ["2:10 after-quote e"]),
    ("an apostrophe in single quotes", "doelen:\n  a: 'foto's'\n", ["2:12 after-quote s"]),
    ("a list left open", "doelen:\n  a: {naam: A, trefwoorden: [x, y\n  b: B\n", ["2:29 open-bracket ["]),
    ("a list left open at the end", "doelen:\n  a: A\nbronnen: [\n\n", ["3:10 open-bracket ["]),
    ("a list in a mapping left open at the end", "doelen:\n  a: {naam: A, trefwoorden: [x, y], bron: [x,\n", ["2:43 open-bracket ["]),
    ("a mapping left open", "doelen:\n  a: {naam: A\n  b: B\n", ["2:6 open-bracket {"]),
    ("a comment that eats a bracket", "doelen:\n  a: {naam: Actie #3}\n", ["2:19 hash-bracket #"]),
    ("a bracket too many", "doelen:\n  a: {naam: A}}\n", ["2:15 after-bracket }"]),
    ("a key without a colon", "doelen:\n  a: A\n  b\n  c: C\n", ["3:3 no-colon b"]),
    ("a backslash in double quotes", 'doelen:\n  a: "C:\\map"\n', ["2:9 escape \\"]),
    ("a text that begins with @", "doelen:\n  a: @almelo\n", ["2:6 sign @"]),
    ("a text that begins with an asterisk", "doelen:\n  a: *A*\n", ["2:6 sign *"]),
    ("a text that begins with &", "doelen:\n  a: & co\n", ["2:6 sign &"]),
    ("a text that begins with >", "doelen:\n  a: > 50 banen\n", ["2:6 sign >"]),
    ("a list behind a colon", "doelen:\n  a: - A\n", ["2:6 dash -"]),
    ("a tab before a key", "doelen:\n\ta: A\n", ["2:1 tab \t"]),
    ("a tab between elements", "doelen:\n  a: {naam: A}\n\tb: B\n", ["3:1 tab \t"]),
    ("a merge conflict", "doelen:\n  a: A\n<<<<<<< HEAD\n  b: B\n=======\n  b: C\n>>>>>>> andere\n", ["3:1 conflict <<<<<<<"]),
    ("a control character", "doelen:\n  a: A\x07\n  b: [B]\n", ["2:7 unprintable \x07", "3:6 no-element ["]),
    ("control characters on two lines", "doelen:\n  a: A\x07\x08\n  b: B\x1b\n", ["2:7 unprintable \x07", "3:7 unprintable \x1b"]),
    ("a control character after an accent", "doelen:\n  a: café\x00\n", ["2:10 unprintable \x00"]),
    ("a second document", "doelen:\n  a: A\n---\ndoelen:\n  b: B\n", ["3:1 second-document ---"]),
    ("another version of YAML", "doelen:\n  a: A\n%YAML 2.0\n---\n", ["3:1 syntax %"]),
    ("a list at the top", "- a\n- b\n", ["1:1 no-mapping -"]),
    ("a text at the top", "tekst\n", ["1:1 no-mapping tekst"]),
    ("only a comment", "# leeg\n", ["1:1 empty "]),
    ("nothing", "", ["1:1 empty "]),
    ("null", "null\n", ["1:1 empty null"]),
]

STRUCTURE = [
    ("a key twice", "doelen:\n  a:\n    naam: A\n    naam: B\n", ["4:5 duplicate-key naam"]),
    ("a key in two languages", "doelen:\n  a: {naam: A, name: B}\n", ["2:16 same-key name"]),
    ("a collection twice", "doelen:\n  a: A\ndoelen:\n  b: B\n", ["3:1 duplicate-key doelen"]),
    ("a collection in two languages", "doelen:\n  a: A\ngoals:\n  b: B\n", ["3:1 same-key goals"]),
    ("the programme twice", "programma: {id: p, naam: P}\nprogramma: {id: q, naam: Q}\n", ["2:1 duplicate-key programma"]),
    (
        "a link key in two languages",
        "doelen:\n  a: A\ninspanningen:\n  w: {naam: W, draagt_bij_aan: a, contributes_to: a}\n",
        ["4:35 same-key contributes_to"],
    ),
    ("a target twice", "doelen:\n  a: A\ninspanningen:\n  w: {naam: W, draagt_bij_aan: {a: +, a: ++}}\n", ["4:39 duplicate-key a"]),
    ("an id of its own", "doelen:\n  a: {naam: A, id: b}\n", ["2:16 own-id id"]),
    ("a tag on a value", "doelen:\n  a: {naam: !!python/name:os.system A}\n", ["2:13 tag !!python/name:os.system"]),
    ("a tag on a mapping", "doelen: !x\n  a: A\n", ["1:9 tag !x"]),
    ("a tag on a key", "doelen:\n  a: {!!str naam: A}\n", ["2:7 tag !!str"]),
    ("a tag on an id", "doelen:\n  !!str a: A\n  b: B\n", ["2:3 key !!str a"]),
    ("an alias without an anchor", "doelen:\n  a: {naam: *b}\n", ["2:13 no-anchor *b"]),
    ("an alias to itself", "doelen:\n  a: {naam: A, trefwoorden: &t [*t]}\n", ["2:33 no-anchor *t"]),
    ("an alias to the element around it", "doelen:\n  a: &a {naam: A, bron: *a}\n", ["2:25 alias-element *a"]),
    ("an alias for an element", "doelen:\n  a: &a {naam: A}\n  b: *a\n", ["3:6 alias-element *a"]),
    ("an alias for a collection", "doelen: &d\n  a: A\ninspanningen: *d\n", ["3:15 no-collection *d"]),
    ("a merge key", "doelen:\n  a: &a {naam: A}\n  b: {<<: *a}\n", ["3:7 merge-key <<"]),
    ("an anchor that takes the first word of a text", "doelen:\n  a: {naam: &meer banen in de stad}\n", ["2:13 lone-anchor &meer"]),
    ("an anchor that takes a whole name", "doelen:\n  a:\n    naam: &Meer\n", ["3:11 lone-anchor &Meer"]),
    ("an anchor that takes a short name", "doelen:\n  a: &Meer\n", ["2:6 lone-anchor &Meer"]),
    ("an anchor in the head", "editie: &a b\ndoelen: {a: A}\n", ["1:9 lone-anchor &a"]),
    ("an anchor that is used before it is given again", "doelen:\n  a: {naam: &n A}\n  b: {naam: *n}\n  c: {naam: &n C}\n", ["4:13 lone-anchor &n"]),
    ("an anchor that is given again", "doelen:\n  a: {naam: &n A}\n  b: {naam: &n B}\n  c: {naam: *n}\n", ["2:13 lone-anchor &n"]),
    ("an ampersand inside a text", "doelen:\n  a: Jansen &Co en R&D\n", []),
    ("an ampersand in quotes", "doelen:\n  a: '&Co'\n", []),
    ("a list as key", "doelen:\n  ? [a, b]\n  : A\n  c: C\n", ["2:5 key ["]),
    ("a mapping as key", "? {a: b}\n: c\ndoelen:\n  a: A\n", ["1:3 key {"]),
    ("an alias as key", "doelen:\n  a: {naam: &n A}\n  *n : B\n", ["3:3 key *n"]),
]

BROKEN = [case for case in SYNTAX if case[2][0].split()[1] not in ("unprintable", "empty", "no-mapping")]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SYNTAX + STRUCTURE], ids=[case[0] for case in SYNTAX + STRUCTURE])
def test_a_fault_is_one_finding_on_its_token(text, expected):
    assert told(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SYNTAX], ids=[case[0] for case in SYNTAX])
def test_carriage_returns_move_no_column(text, expected):
    assert told(read(text.replace("\n", "\r\n").encode())) == expected
    assert told(read(text.replace("\n", "\r").encode())) == expected


@pytest.mark.parametrize("text", [case[1] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_part_hides_nothing_and_makes_no_cascade(text):
    model = "delen: [deel.yaml, ander.yaml]\ndoelen: {eerste: {naam: Eerste, streefdatum: 2019-13}}\n"
    other = "inspanningen:\n  w: {naam: W, status: raar, draagt_bij_aan: [eerste, kwijt]}\n"
    result = read(model, deel=text, ander=other)
    found = told(result)
    assert found[0] == "ander.yaml:2:24 value-of raar"
    assert found[-1] == "2:46 date 2019-13"
    assert len(found) == 3
    assert not result.network.complete
    assert result.network.damaged >= {"eerste", "w"}
    assert [(one.source, one.target) for one in result.network.relations] == [("w", "eerste")]


def test_what_stood_before_a_fault_is_kept():
    result = read(
        "doelen:\n  a: {naam: A, streefdatum: 2019}\ninspanningen:\n  v: {naam: V, draagt_bij_aan: a}\n  w:\n    naam: W\n    soort: 'project\n    status: idee\n"
    )
    assert told(result) == ["7:12 open-quote '"]
    assert list(result.network.elements) == ["a", "v", "w"]
    assert result.network.damaged == {"w"}
    assert [(one.source, one.target) for one in result.network.relations] == [("v", "a")]


def test_an_element_cut_off_before_its_name_is_not_called_nameless():
    result = read("inspanningen:\n  v:\n    naam: V\n    onderdelen:\n      w:\n        soort: project\n        status: @\n")
    assert told(result) == ["7:17 sign @"]
    assert result.network.damaged == {"v", "w"}


def test_only_the_element_around_a_control_character_suffers():
    network = read("doelen:\n  a: {naam: A\x07}\n  b: {naam: B, streefdatum: 2019}\n").network
    assert network.elements["a"].name == "A\ufffd"
    assert list(network.elements) == ["a", "b"]


def test_the_second_of_two_collections_is_read_too():
    result = read("doelen:\n  a: A\ninspanningen:\n  w: {naam: W, draagt_bij_aan: [a, b]}\ngoals:\n  b: {naam: B, omschrijvng: x}\n")
    assert told(result) == ["5:1 same-key goals", "6:16 near-key omschrijvng"]
    assert [(one.source, one.target) for one in result.network.relations] == [("w", "a"), ("w", "b")]


def test_aliases_repeat_values_where_they_are_values():
    network = read(
        "doelen:\n  a: {naam: &n A, herkomst: &h vermeld, bron: &b [c 1, c 2], trefwoorden: &t los}\n  b: {naam: *n, herkomst: *h, bron: *b, trefwoorden: *t}\n"
    ).network
    assert (network.elements["b"].name, network.elements["b"].provenance) == ("A", "stated")
    assert (network.elements["b"].source, network.elements["b"].tags) == (("c 1", "c 2"), ("los",))
    assert network.damaged == frozenset()


def test_a_fault_that_an_alias_repeats_is_told_once():
    assert told(read("doelen:\n  a: {naam: A, andere_namen: &x [[1]]}\n  b: {naam: B, andere_namen: *x}\n")) == ["2:34 text [1]"]


def test_an_alias_bomb_is_one_finding_and_the_rest_is_read():
    rows = ["  l0: &l0 {naam: A}"] + [
        f"  l{row}: {{naam: L{row}, trefwoorden: &t{row} [{', '.join([f'*t{row - 1}'] * 9 if row > 1 else ['x'] * 9)}]}}" for row in range(1, 30)
    ]
    result = read("doelen:\n" + "\n".join(rows) + "\n  laatste: {naam: Z, streefdatum: 2019-13}\n")
    assert sum(found.slug == "alias-bomb" for found in result.findings) == 1
    assert told(result)[-1].endswith(" date 2019-13")
    assert len(result.network.elements) == 31


@pytest.mark.parametrize(("before", "opened", "closed"), [("x: ", "[", "]"), ("x: ", "{a: ", "}"), ("doelen: {a: {naam: A, bron: ", "[", "]")])
def test_ten_thousand_levels_are_one_finding_and_the_rest_is_read(before, opened, closed):
    end = "}}" if before.startswith("doelen") else ""
    result = read(f"{before}{opened * 10_000}{closed * 10_000}{end}\ninspanningen:\n  w: {{naam: W, status: raar}}\n")
    slugs = [found.slug for found in result.findings]
    assert slugs.count("too-deep") == 1
    assert slugs[-1] == "value-of"
    assert "w" in result.network.elements


def test_goals_nested_too_deep_are_left_out():
    rows = [f"{'  ' * (2 * level + 1)}d{level}:\n{'  ' * (2 * level + 2)}naam: D\n{'  ' * (2 * level + 2)}subdoelen:\n" for level in range(200)]
    result = read("doelen:\n" + "".join(rows) + "inspanningen: {w: W}\n")
    assert [found.slug for found in result.findings] == ["too-deep"]
    assert "w" in result.network.elements
    assert 10 < len(result.network.elements) < 50


def test_plain_yaml_that_looks_odd_is_no_fault():
    for text in (
        "---\ndoelen:\n  a: A\n...\n",
        "%YAML 1.1\n---\ndoelen: {a: A}\n",
        '{"doelen": {"a": "A"}}',
        "doelen:\n  a:\tA\n",
        "doelen: {a: A,}\n",
    ):
        result = read(text)
        assert told(result) == []
        assert list(result.network.elements) == ["a"]


def test_the_messages_speak_to_a_programme_manager():
    assert dutch("doelen:\n  a: Baan: vast werk\n") == [
        (
            "deze dubbele punt kan hier niet staan: de regel heeft al een sleutel, of springt te ver in; de rest van het bestand is niet gelezen | "
            "hoort de dubbele punt bij de tekst, zet die tekst dan tussen aanhalingstekens"
        )
    ]
    assert dutch("doelen:\n  a: 'A\n") == [
        "dit aanhalingsteken wordt nergens gesloten; de rest van het bestand is niet gelezen | zet hetzelfde teken aan het eind van de tekst"
    ]
    assert dutch("doelen:\n  a: [A\n") == [
        (
            "deze '[' wordt niet gesloten waar dat moet; de rest van het bestand is niet gelezen | "
            "sluit af met ']'; zet tekst met haken, komma's of dubbele punten tussen aanhalingstekens"
        )
    ]
    assert dutch("doelen:\n  a: A\ngoals: {b: B}\n") == [
        "'goals' is hetzelfde als 'doelen', dat hier al staat | voeg de twee samen of haal er een weg"
    ]
