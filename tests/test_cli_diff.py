"""dinkit diff as its users call it, on real git repositories: which versions are meant and what cannot be had."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from diff_repository import MODEL, SETTINGS, WORK, M, N, repository
from dinkit.cli.output import FailedError
from dinkit.cli.sides import Compared, comparisons
from dinkit.cli.versions import asked
from git_support import committed, git, made, write

__all__ = ["repository"]


def compare(*words: str) -> list[Compared]:
    return list(comparisons(asked(words), None))


def told(*words: str) -> list[tuple[str, str, str, list[str]]]:
    """Per comparison: the model, what the versions are called, and the names that changed."""
    return [
        (
            one.model,
            one.then.name.nl.partition(" (")[0],
            one.now.name.nl.partition(" (")[0],
            [f"{change.old.name if change.old else ''} > {change.new.name if change.new else ''}" for change in one.difference.elements],
        )
        for one, _ in compare(*words)
    ]


def refused(*words: str) -> str:
    with pytest.raises(FailedError) as caught:
        compare(*words)
    return str(caught.value.message)


# Which versions are meant


def test_without_words_head_and_the_working_tree(top: Path) -> None:
    assert told() == [(M, "HEAD", "de werkmap", []), (N, "HEAD", "de werkmap", [])]
    write(top, {"plan/din/werk.yaml": WORK})
    assert told() == [(M, "HEAD", "de werkmap", ["Loket slopen > Loket openen"]), (N, "HEAD", "de werkmap", [])]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("HEAD~1",), ("HEAD~1", "de werkmap", ["Loket sluiten > Loket slopen"])),
        (("v1",), ("v1", "de werkmap", ["Loket openen > Loket slopen"])),
        (("v1..HEAD",), ("v1", "HEAD", ["Loket openen > Loket slopen"])),
        (("v1..",), ("v1", "HEAD", ["Loket openen > Loket slopen"])),
        (("..v1",), ("HEAD", "v1", ["Loket slopen > Loket openen"])),
        (("main..zij",), ("main", "zij", ["Loket slopen > Loket sluiten", "Krant maken > Blad maken"])),
        (("main...zij",), ("de versie waar zij van main afging", "zij", ["Krant maken > Blad maken"])),
        (("main", "zij"), ("main", "zij", ["Loket slopen > Loket sluiten", "Krant maken > Blad maken"])),
        (("v1", "HEAD", M), ("v1", "HEAD", ["Loket openen > Loket slopen"])),
        (("v1..HEAD", M), ("v1", "HEAD", ["Loket openen > Loket slopen"])),
        (("v1", M), ("v1", "de werkmap", ["Loket openen > Loket slopen"])),
        ((M, "v1"), ("de werkmap", "v1", ["Loket slopen > Loket openen"])),
        ((M,), ("HEAD", "de werkmap", [])),
        (("models",), ("HEAD", "de werkmap", [])),
        (("v1", "models"), ("v1", "de werkmap", ["Loket openen > Loket slopen"])),
        (("v1", "din/werk.yaml"), ("v1", "de werkmap", ["Loket openen > Loket slopen"])),
        (("v1:plan/models/m.yaml", M), ("v1:plan/models/m.yaml", M, ["Loket openen > Loket slopen"])),
        (("v1:./models/m.yaml", M), ("v1:./models/m.yaml", M, ["Loket openen > Loket slopen"])),
        (("v1:../plan/models/m.yaml", M), ("v1:../plan/models/m.yaml", M, ["Loket openen > Loket slopen"])),
        (("v1:plan/models/m.yaml",), ("v1:plan/models/m.yaml", "de werkmap", ["Loket openen > Loket slopen"])),
        (("v1:plan/models/m.yaml", "zij:plan/models/m.yaml"), ("v1:plan/models/m.yaml", "zij:plan/models/m.yaml", ["Loket openen > Loket sluiten", "Krant maken > Blad maken"])),
        (("v1:plan/models/m.yaml", "zij"), ("v1:plan/models/m.yaml", "zij", ["Loket openen > Loket sluiten", "Krant maken > Blad maken"])),
    ],
    ids=lambda value: " ".join(value) if isinstance(value[-1], str) else "",
)  # fmt: skip
def test_the_words_of_a_call(top: Path, words: tuple[str, ...], expected: tuple[str, str, list[str]]) -> None:
    found = told(*words)
    assert found[0] == (M, *expected)
    both = not any(word.endswith(".yaml") for word in words)
    assert [one[0] for one in found[1:]] == ([N] if both else [])


def test_the_name_of_a_revision_has_its_commit(top: Path) -> None:
    commit = git(top, "rev-parse", "HEAD~1")
    assert [one.comparison.then.name.nl for one in compare("HEAD~1", M)] == [f"HEAD~1 ({commit[:8]})"]
    assert [one.comparison.then.name.nl for one in compare(commit, M)] == [commit]


@pytest.mark.parametrize("where", ["plan/models", "plan/din", "plan", "."])
def test_the_folder_that_one_is_in_does_not_matter(top: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(top / where)
    model = os.path.relpath(top / "plan" / M, Path.cwd())
    assert told("v1", model)[0][3] == ["Loket openen > Loket slopen"]
    if where.startswith("plan"):
        assert [one[0] for one in told("v1")] == [M, N]


def test_two_files_and_two_folders_need_no_repository(top: Path, tmp_path: Path) -> None:
    for name in ("een", "twee"):
        shutil.copytree(top / "plan", tmp_path / name)
    write(tmp_path / "twee", {"din/werk.yaml": WORK})
    one, two = str(tmp_path / "een"), str(tmp_path / "twee")
    change = ["Loket slopen > Loket openen"]
    assert told(f"{one}/{M}", f"{two}/{M}") == [(M, f"een/{M}", f"twee/{M}", change)]
    assert told(one, two) == [(M, "een", "twee", change), (N, "een", "twee", [])]
    assert told(one, two, M) == [(M, "een", "twee", change)]
    assert told(f"{one}/{M}", f"{two}/models") == [(M, f"een/{M}", "twee/models", change)]


def test_where_a_project_stands_on_a_machine_is_in_no_name(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(top / "plan")
    here = str(top / "plan")
    assert told(f"{here}/{M}", f"{here}/{N}")[0][1:3] == (Path(M).name, Path(N).name)
    assert told(M, f"{here}/{N}")[0][1:3] == (M, Path(N).name)
    assert told(f"{here}/{M}", f"{here}/{M}")[0][1:3] == (Path(M).name, Path(M).name)
    assert told(f"HEAD~1:./{M}", f"{here}/{M}")[0][1:3] == (f"HEAD~1:./{M}", Path(M).name)


def test_folders_without_settings_are_paired_by_place_or_by_id(tmp_path: Path) -> None:
    for name, texts in {
        "een": {"a.yaml": "model: a\ndoelen: {g: G}\n", "b.yaml": "model: b\ndoelen: {g: G}\n"},
        "twee": {"a.yaml": "model: anders\ndoelen: {g: H}\n", "c.yaml": "model: b\ndoelen: {g: I}\n"},
    }.items():
        write(tmp_path / name, dict(texts))
    assert [(one[0], one[3]) for one in told(str(tmp_path / "een"), str(tmp_path / "twee"))] == [("a.yaml", ["G > H"]), ("c.yaml", ["G > I"])]


def test_what_is_a_revision_and_a_file_at_once_is_refused(top: Path) -> None:
    git(top, "branch", "models")
    assert (
        refused("models") == "'models' is een revisie en ook een bestand of map; schrijf './models' voor het bestand, 'refs/heads/models' voor de tak"
    )
    assert [one[1:3] for one in told("./models")] == [("HEAD", "de werkmap")] * 2
    assert [one[1:3] for one in told("refs/heads/models")] == [("refs/heads/models", "de werkmap")] * 2


# What cannot be had


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("mian",), "'mian' is geen bestand of map, en er is geen revisie 'mian'; bedoelt u 'main'?"),
        (("main..zijj",), "er is geen revisie 'zijj'; bedoelt u 'zij'?"),
        (("HEAD~9",), "'HEAD' is er wel, maar 'HEAD~9' niet"),
        (("weg.yaml",), "'weg.yaml' staat niet in HEAD ({}) en niet in de werkmap"),
        (("HEAD", "weg.yaml"), "'weg.yaml' staat niet in HEAD ({}) en niet in de werkmap"),
        ((M, "weg.yaml"), "'weg.yaml' bestaat niet"),
        (("v1:weg.yaml",), "'v1:weg.yaml': het bestand bestaat niet"),
        (("v1:weg.yaml", M), "'v1:weg.yaml': het bestand bestaat niet"),
        ((M, "v1:weg.yaml"), "'v1:weg.yaml': het bestand bestaat niet"),
        (("v1:plan/models", M), "'v1:plan/models': het is een map"),
        (("v1:../../weg.yaml", M), "'v1:../../weg.yaml': het ligt buiten het project"),
        (("/dev/null", M), "'/dev/null': het is geen gewoon bestand"),
        (("v1", "zij", M, N), "te veel woorden: models/n.yaml; zie 'dinkit diff --help'"),
        ((M, N, "x"), "te veel woorden: x; zie 'dinkit diff --help'"),
        (("v1..zij", M, N), "te veel woorden: models/n.yaml; zie 'dinkit diff --help'"),
        (("v1", "../../weg.yaml"), "'../../weg.yaml' ligt buiten het project"),
        (("v1:plan/models/m.yaml", "models"), "'models': het is een map"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_call_says_what_is_wrong(top: Path, words: tuple[str, ...], message: str) -> None:
    assert refused(*words) == message.format(git(top, "rev-parse", "HEAD")[:8])


def test_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("DINKIT_LANG", "nl")
    write(tmp_path / "los", {"dinkit.yaml": "modellen: [m.yaml]\n", "m.yaml": "model: m\ndoelen: {a: A}\n"})
    monkeypatch.chdir(tmp_path / "los")
    assert refused() == "deze map staat niet in git"
    assert refused("m.yaml") == "deze map staat niet in git"
    assert refused("main") == "'main' is geen bestand of map, en deze map staat niet in git"
    made(tmp_path / "los")
    assert refused() == "er is nog niets vastgelegd in git"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused() == "git staat niet op deze computer"
    assert told("m.yaml", "m.yaml") == [("m.yaml", "m.yaml", "m.yaml", [])]


def test_without_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DINKIT_LANG", "nl")
    committed(made(tmp_path / "leeg"), {"los.txt": "x"})
    monkeypatch.chdir(tmp_path / "leeg")
    assert refused().startswith("geen model genoemd")


def test_a_shallow_clone_says_how_to_get_the_history(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", top.as_uri(), "ondiep")
    monkeypatch.chdir(tmp_path / "ondiep" / "plan")
    assert told() == [(M, "HEAD", "de werkmap", []), (N, "HEAD", "de werkmap", [])]
    assert "'git fetch --unshallow'" in refused("HEAD~1")
    assert "fetch-depth 0" in refused("v1..HEAD")


def test_an_unmerged_history_has_no_common_ancestor(top: Path) -> None:
    git(top, "checkout", "--quiet", "--orphan", "wees")
    committed(top)
    assert "geen gemeenschappelijke voorouder" in refused("main...wees")
    assert [one[0] for one in told("main..wees")] == [M, N]


# Models that come, go and move


def test_a_model_that_is_new_or_gone(top: Path) -> None:
    write(top, {"plan/models/nieuw.yaml": "model: nieuw\ndoelen: {n: N}\n", "plan/dinkit.yaml": SETTINGS.replace("n.yaml", "nieuw.yaml")})
    (top / "plan" / N).unlink()
    found = {one.model: (one.then.exists, one.now.exists, one.story.nl) for one, _ in compare()}
    assert found["models/nieuw.yaml"] == (False, True, "Dit model is nieuw: 1 doel.")
    assert found[N] == (True, False, "Dit model is er niet meer: 1 doel.")
    assert found[M][:2] == (True, True)


def test_a_model_in_a_file_of_another_name_is_the_same_one(top: Path) -> None:
    git(top, "mv", "plan/models/m.yaml", "plan/models/programma.yaml")
    write(top, {"plan/dinkit.yaml": SETTINGS.replace("m.yaml", "programma.yaml")})
    assert told() == [("models/programma.yaml", "HEAD", "de werkmap", []), (N, "HEAD", "de werkmap", [])]
    assert told("models/programma.yaml")[0][3] == []
    assert told("v1", "models/m.yaml") == [("models/programma.yaml", "v1", "de werkmap", ["Loket openen > Loket slopen"])]


def test_a_project_in_a_folder_of_another_name_is_the_same_one(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(top, "mv", "plan", "beleid")
    monkeypatch.chdir(top / "beleid")
    write(top, {"beleid/din/werk.yaml": WORK})
    assert told() == [(M, "HEAD", "de werkmap", ["Loket slopen > Loket openen"]), (N, "HEAD", "de werkmap", [])]
    committed(top)
    assert told("main~1..main") == [(M, "main~1", "main", ["Loket slopen > Loket openen"]), (N, "main~1", "main", [])]
    committed(top, {"ander/dinkit.yaml": "modellen: []\n", "beleid/weg.txt": "x"})
    git(top, "mv", "beleid", "nieuw")
    monkeypatch.chdir(top / "nieuw")
    assert [one.then.exists for one, _ in compare()] == [False, False]  # which of two projects it was, nobody can tell


def test_a_part_in_another_file_is_no_change(top: Path) -> None:
    git(top, "mv", "plan/din/werk.yaml", "plan/din/inspanningen.yaml")
    write(top, {"plan/models/m.yaml": MODEL.replace("werk.yaml", "inspanningen.yaml")})
    assert told(M) == [(M, "HEAD", "de werkmap", [])]


def test_settings_and_decisions_are_those_of_each_version(top: Path) -> None:
    committed(top, {"plan/din/werk.yaml": WORK.replace(", planning: 2019}\n  f", "}\n  f")})
    codes = [one.code for one in compare("HEAD~1", M)[0].comparison.consequences]
    assert codes == ["new-warning"]
    write(top, {"plan/dinkit.yaml": SETTINGS + "regels: {DIN409: uit}\n"})
    assert [one.code for one in compare("HEAD", M)[0].comparison.consequences] == ["gone-warning"]


def test_a_checkout_with_other_line_ends_is_no_change(top: Path) -> None:
    for path in ("plan/models/m.yaml", "plan/din/werk.yaml"):
        (top / path).write_bytes(b"\xef\xbb\xbf" + (top / path).read_bytes().replace(b"\n", b"\r\n"))
    (found,) = compare(M)
    assert (found.comparison.difference.elements, found.comparison.consequences) == ((), ())


BROKEN: dict[str, Callable[[Path], object]] = {
    "syntax": lambda plan: (plan / "din/werk.yaml").write_text(WORK.replace("  f:", "  [f:")),
    "part": lambda plan: (plan / "din/werk.yaml").unlink(),
    "binary": lambda plan: (plan / M).write_bytes(bytes(range(256)) * 9),
    "empty": lambda plan: (plan / M).write_bytes(b""),
    "folder": lambda plan: ((plan / M).unlink(), (plan / M).mkdir()),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_version_that_is_broken_says_what_it_cannot_tell(top: Path, how: str) -> None:
    BROKEN[how](top / "plan")
    words = () if how == "folder" else (M,)
    (found, *_) = compare(*words)
    codes = {one.code for one in found.comparison.consequences}
    assert {"unreadable", "new-error"} <= codes
    assert not codes & {"lost-cover", "goal-gone", "money", "stakeholder-released", "gone-warning"}
    assert not any(change.sure for change in found.comparison.difference.elements if change.state == "removed")
    if how != "folder":
        (back,) = compare(M, "HEAD")
        assert "gone-error" in {one.code for one in back.comparison.consequences}
