"""dinkit merge --check on real merges: what git and a merge of single files cannot see, and only the whole shows."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from git_support import ENVIRONMENT, committed, git, made
from test_cli import run

FILES: dict[str, str | bytes | None] = {
    "dinkit.yaml": "modellen: [din.yaml]\n",
    "din.yaml": "model: m\ntaal: nl\ndelen: [doelen.yaml, werk.yaml]\n",
    "doelen.yaml": "doelen:\n  banen: Meer banen\n  schulden: Minder schulden\n",
    "werk.yaml": "inspanningen:\n  markt:\n    naam: Banenmarkt houden\n    draagt_bij_aan: [banen]\n    planning: 2019\n",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = made(tmp_path / "plan")
    committed(folder, FILES)
    return folder


def parted(folder: Path, ours: dict[str, tuple[str, str]], theirs: dict[str, tuple[str, str]]) -> None:
    """Let two branches replace a text in files: "jan" theirs, "main" (where we are) ours."""
    git(folder, "checkout", "--quiet", "-b", "jan")
    committed(folder, changed(folder, theirs), "jan")
    git(folder, "checkout", "--quiet", "main")
    committed(folder, changed(folder, ours), "main")


def changed(folder: Path, changes: dict[str, tuple[str, str]]) -> dict[str, str | bytes | None]:
    return {name: (folder / name).read_text().replace(old, new) for name, (old, new) in changes.items()}


def checked(folder: Path, *words: str, lang: str = "nl") -> tuple[int, list[str]]:
    done = run("merge", "--check", *words, cwd=folder, DINKIT_LANG=lang)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


RENAMED = {"doelen.yaml": ("banen:", "werk:"), "werk.yaml": ("[banen]", "[werk]")}
ADDED = {"werk.yaml": ("inspanningen:\n", "inspanningen:\n  beurs:\n    naam: Beurs houden\n    draagt_bij_aan: [banen]\n    planning: 2019\n")}
UNKNOWN = [
    "werk.yaml:4:22: fout DIN102: er is geen doel, baat of vermogen met de id 'banen'",
    "  'banen' bestond nog voor het samenvoegen: een kant heeft het weggehaald of hernoemd, de andere verwijst er nog naar",
]


@pytest.mark.parametrize("commit", ["--no-commit", "--no-edit"])
def test_a_reference_to_what_the_other_side_renamed_is_named(project, commit):
    parted(project, ADDED, RENAMED)
    git(project, "merge", "--quiet", commit, "jan")
    assert checked(project) == (1, UNKNOWN)


def test_an_id_that_both_added_in_two_parts_is_named(project):
    parted(
        project,
        {"werk.yaml": ("inspanningen:", "stakeholders:\n  uwv: UWV Twente\ninspanningen:")},
        {"doelen.yaml": ("doelen:", "stakeholders:\n  uwv: UWV\ndoelen:")},
    )
    git(project, "merge", "--quiet", "--no-edit", "jan")
    code, lines = checked(project, "din.yaml", lang="en")
    assert code == 1
    assert [line for line in lines if "DIN101" in line] == ["werk.yaml:2:3: error DIN101: the id 'uwv' belongs to stakeholder 'UWV' already"]
    assert "  perhaps both sides added this, in different files: give one of the two another id, or make them one" in lines


MOVED = "  markt:\n    naam: Banenmarkt houden\n    draagt_bij_aan: [banen]\n    planning: 2019\n"


def moved(folder: Path) -> None:
    """Let "jan" move an effort to another part, main change it where it stood, and somebody keep both."""
    parted(folder, {"werk.yaml": ("2019", "2020")}, {"werk.yaml": (MOVED, ""), "doelen.yaml": ("doelen:", f"inspanningen:\n{MOVED}doelen:")})


@pytest.mark.parametrize("how", ["merge", "cherry-pick"])
def test_an_element_that_one_side_moved_to_another_file_and_the_other_changed_is_told_so(project, how):
    moved(project)
    subprocess.run(["git", how, "jan"], cwd=project, env=ENVIRONMENT, capture_output=True, check=False)
    (project / "werk.yaml").write_text(str(FILES["werk.yaml"]).replace("2019", "2020"))
    code, lines = checked(project)
    assert code == 1
    how_to = (
        "  een kant verplaatste het naar doelen.yaml, de andere veranderde het in werk.yaml: neem die verandering over in doelen.yaml en haal het weg "
        "uit werk.yaml"
    )
    assert lines[1:] == [how_to]
    assert checked(project, lang="en")[1][1:] == [
        "  one side moved it to doelen.yaml, the other changed it in werk.yaml: take that change over into doelen.yaml and remove it from werk.yaml"
    ]


def test_what_a_side_had_before_is_not_told_again(project):
    committed(project, {"werk.yaml": str(FILES["werk.yaml"]).replace("[banen]", "[banen, weg]")})
    parted(project, {"doelen.yaml": ("Meer banen", "Nog meer banen")}, {"werk.yaml": ("2019", "2020")})
    git(project, "merge", "--quiet", "--no-edit", "jan")
    assert checked(project) == (0, ["na het samenvoegen klopt het geheel"])


def test_a_cherry_pick_is_a_merge_too(project):
    parted(project, RENAMED, ADDED)
    git(project, "cherry-pick", "--no-commit", "jan")
    (project / ".git/CHERRY_PICK_HEAD").write_text(git(project, "rev-parse", "jan") + "\n")
    assert checked(project)[1][1:] == UNKNOWN[1:]


def test_markers_that_are_left_are_named_once_each(project):
    (project / "werk.yaml").write_text("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> jan\nb: 1\n>>>>>>> jan\n")
    left = "hier staat nog een conflict dat niemand heeft opgelost"
    assert checked(project) == (1, [f"werk.yaml:1: {left}", f"werk.yaml:7: {left}"])


def test_where_nothing_was_merged_the_errors_of_the_model_are_told(project, tmp_path):
    assert checked(project) == (0, ["er wordt niets samengevoegd; het model heeft geen fouten"])
    assert checked(project, lang="en") == (0, ["nothing is being merged; the model has no errors"])
    (project / "werk.yaml").write_text(str(FILES["werk.yaml"]).replace("[banen]", "[weg]"))
    assert next(line.partition(": ")[2][:11] for line in checked(project)[1]) == "fout DIN102"
    alone = tmp_path / "los"
    alone.mkdir()
    (alone / "din.yaml").write_text("model: m\ndoelen:\n  a: A\n")
    assert checked(alone, "din.yaml") == (0, ["er wordt niets samengevoegd; het model heeft geen fouten"])
    (alone / "tweede.yaml").write_text("model: n\ndoelen:\n  a: A\n")
    assert checked(alone, "din.yaml", "tweede.yaml") == (0, ["er wordt niets samengevoegd; de modellen hebben geen fouten"])


PLAN = "model: m\ntaal: nl\ndoelen: {banen: Meer banen}\nstakeholders: {stad: De stad}\ninspanningen:\n"
WHOLE = "  geheel: {naam: Loket openen, draagt_bij_aan: banen, planning: 2019, stakeholders: {stad: trekker}}\n"


def effort(number: int, role: str = "partij", whole: str = "") -> str:
    """One effort on lines of its own, so that git merges what changes at its beginning and at its end."""
    part = "    onderdeel_van: geheel\n" if whole else ""
    return f"  e{number}:\n{part}    naam: Werk {number} doen\n    draagt_bij_aan: banen\n    planning: 2019\n    stakeholders: {{stad: {role}}}\n"


def efforts(count: int, *led: int) -> str:
    return PLAN + "".join(effort(number, "trekker" if number in led else "partij") for number in range(count))


def merged(folder: Path, base: str, ours: str, theirs: str) -> None:
    """Merge two models of one file that began as a third."""
    committed(folder, {"din.yaml": base})
    parted(folder, {"din.yaml": (base, ours)}, {"din.yaml": (base, theirs)})
    git(folder, "merge", "--quiet", "--no-edit", "jan")


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (efforts(8), efforts(8, 0), efforts(8, 4)),
        (efforts(6, 3), efforts(6, 0, 3), efforts(6, 3, 5)),
        (efforts(8, 0, 2, 4, 6), efforts(8, 2, 4, 6), efforts(8, 0, 2, 4)),
    ],
    ids=["fewer of many", "no longer many", "many now"],
)
def test_what_most_efforts_lacked_before_is_not_told_again_when_their_number_changes(project, base, ours, theirs):
    merged(project, base, ours, theirs)
    assert checked(project) == (0, ["na het samenvoegen klopt het geheel"])


def parts(role: str, whole: str, more: str = "") -> str:
    return PLAN + WHOLE + "".join(effort(number, role, whole) for number in range(5)) + more


def test_what_the_merge_itself_takes_from_many_is_one_line(project):
    merged(project, parts("trekker", "geheel"), parts("partij", "geheel"), parts("trekker", ""))
    assert checked(project) == (
        0,
        [
            "din.yaml:7:3: waarschuwing DIN401: 5 van de 6 inspanningen hebben geen eigenaar of trekker",
            "  spreek per inspanning af wie haar trekt, en noem die bij 'stakeholders'",
        ],
    )


def test_what_the_merge_takes_from_some_of_many_is_told_of_those_alone(project):
    merged(project, *(parts(role, whole, effort(9)) for role, whole in (("trekker", "geheel"), ("partij", "geheel"), ("trekker", ""))))
    code, lines = checked(project)
    assert (code, [line.partition(": ")[2] for line in lines if "DIN401" in line]) == (
        0,
        [f"waarschuwing DIN401: inspanning 'Werk {number} doen' heeft geen eigenaar of trekker" for number in range(5)],
    )
