"""git merging with dinkit, on real repositories: what comes out, what is told, and that nothing is lost when dinkit cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_support import committed, git
from merging_git import MODEL, SETTINGS, model, parted, quiet, set_up, tried
from test_cli import run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set-up project in a repository with a space and accents in its path."""
    quiet(tmp_path, monkeypatch)
    return set_up(tmp_path / "Gemeente Édé's 100%")


def test_git_merges_what_a_line_by_line_merge_cannot(project):
    parted(
        project,
        {"models/din.yaml": MODEL.replace("naam: W ", "naam: Werk ").replace("  b: B\n", "  b: B\n  x: X\n")},
        {"models/din.yaml": MODEL.replace("[a]", "[a, b]").replace("  b: B\n", "  b: BB\n  y: Y\n")},
    )
    done = tried(project, "merge", "--no-edit", "jan")
    assert done.returncode == 0, done.stdout
    assert model(project) == MODEL.replace("naam: W ", "naam: Werk ").replace("[a]", "[a, b]").replace("  b: B\n", "  b: BB\n  x: X\n  y: Y\n")


def test_a_conflict_is_told_in_words_and_left_to_solve(project):
    parted(project, {"models/din.yaml": MODEL.replace("a: A", "a: X")}, {"models/din.yaml": MODEL.replace("a: A", "a: Y").replace("b: B", "b: BB")})
    done = tried(project, "merge", "jan")
    assert done.returncode == 1
    assert "models/din.yaml:4: conflict: 'a', veld 'naam': aan beide kanten anders veranderd: 'X' (" in done.stderr
    assert git(project, "diff", "--name-only", "--diff-filter=U") == "models/din.yaml"
    lines = model(project).splitlines()
    assert lines[3][:7] == "<<<<<<<"
    assert [*lines[4:9:2], lines[9]] == ["  a: X", "  a: Y", "  b: BB", "inspanningen:"]
    check = run("merge", "--check", cwd=project)
    assert (check.returncode, check.stdout) == (1, "models/din.yaml:4: hier staat nog een conflict dat niemand heeft opgelost\n")
    committed(project, {"models/din.yaml": MODEL.replace("a: A", "a: Y").replace("b: B", "b: BB")})
    check = run("merge", "--check", cwd=project)
    assert (check.returncode, check.stdout) == (0, "na het samenvoegen klopt het geheel\n")


@pytest.mark.parametrize("style", ["diff3", "zdiff3"])
def test_the_style_of_conflicts_is_that_of_git(project, style):
    git(project, "config", "merge.conflictStyle", style)
    parted(project, {"models/din.yaml": MODEL.replace("a: A", "a: X")}, {"models/din.yaml": MODEL.replace("a: A", "a: Y")})
    assert tried(project, "merge", "jan").returncode == 1
    lines = model(project).splitlines()
    assert lines[4:9:2] == ["  a: X", "  a: A", "  a: Y"]
    assert [line[:7] for line in lines[3:10:2]] == ["<<<<<<<", "|||||||", "=======", ">>>>>>>"]


def test_a_rebase_and_a_cherry_pick_use_it_too(project):
    parted(
        project,
        {"models/din.yaml": MODEL.replace("a: A\n  b: B", "a: A\n  b: X")},
        {"models/din.yaml": MODEL.replace("a: A\n  b: B", "a: Y\n  b: B")},
    )
    assert tried(project, "cherry-pick", "jan").returncode == 0
    assert model(project) == MODEL.replace("a: A\n  b: B", "a: Y\n  b: X")
    git(project, "reset", "--hard", "--quiet", "HEAD~1")
    git(project, "checkout", "--quiet", "jan")
    assert tried(project, "rebase", "main").returncode == 0
    assert model(project) == MODEL.replace("a: A\n  b: B", "a: Y\n  b: X")


def test_exports_keep_ours_and_say_so(project):
    parted(project, {"exports/din.md": "van ons\n"}, {"exports/din.md": "van hen\n"})
    done = tried(project, "merge", "--no-edit", "jan")
    assert done.returncode == 0
    assert (project / "exports/din.md").read_text() == "van ons\n"
    assert "dinkit: exports/din.md: onze versie blijft staan; draai daarna dinkit build" in done.stderr


def test_baseline_and_reviews_merge_by_key(project):
    entry = "  - {model: m, regel: %s, element: %s}\n"
    base = "bevindingen:\n" + entry % ("DIN401", "b")
    committed(project, {"dinkit.baseline.yaml": base})
    parted(project, {"dinkit.baseline.yaml": base + entry % ("DIN401", "c")}, {"dinkit.baseline.yaml": base + entry % ("DIN402", "a")})
    assert tried(project, "merge", "--no-edit", "jan").returncode == 0
    assert (project / "dinkit.baseline.yaml").read_text() == base + entry % ("DIN401", "c") + entry % ("DIN402", "a")


def test_a_renamed_file_takes_the_changes_along(project):
    git(project, "config", "diff.renames", "true")
    longer = MODEL + "stakeholders:\n" + "".join(f"  p-{at}: Partij {at}\n" for at in range(9))
    committed(project, {"models/din.yaml": longer})
    parted(
        project,
        {"models/din.yaml": None, "models/plan.yaml": longer.replace("a: A", "a: AA"), "dinkit.yaml": SETTINGS.replace("din", "plan")},
        {"models/din.yaml": longer.replace("b: B", "b: BB")},
    )
    assert tried(project, "merge", "--no-edit", "jan").returncode == 0
    assert (project / "models/plan.yaml").read_text() == longer.replace("a: A", "a: AA").replace("b: B", "b: BB")


def test_a_file_removed_on_one_side_and_changed_on_the_other_is_gits_own_conflict(project):
    parted(project, {"models/din.yaml": MODEL.replace("a: A", "a: AA")}, {"models/din.yaml": None, "dinkit.yaml": "modellen: []\n"})
    done = tried(project, "merge", "jan")
    assert done.returncode == 1
    assert "CONFLICT (modify/delete)" in done.stdout
    assert model(project) == MODEL.replace("a: A", "a: AA")


def test_a_broken_side_gets_the_markers_of_git_and_loses_nothing(project):
    parted(project, {"models/din.yaml": MODEL.replace("a: A", "a: [X")}, {"models/din.yaml": MODEL.replace("a: A", "a: Y")})
    done = tried(project, "merge", "jan")
    assert done.returncode == 1
    assert {"  a: [X", "  a: Y", "======="} <= set(model(project).splitlines())
    assert "samengevoegd per regel" in done.stderr


@pytest.mark.parametrize("data", [b"\0\1\2\xff", b"model: m\n\xff\xfe"])
def test_a_binary_side_is_a_conflict_and_both_versions_stay_in_git(project, data):
    parted(project, {"models/din.yaml": data}, {"models/din.yaml": MODEL.replace("a: A", "a: Y")})
    assert tried(project, "merge", "jan").returncode == 1
    assert git(project, "diff", "--name-only", "--diff-filter=U") == "models/din.yaml"
    assert "a: Y" in git(project, "show", ":3:models/din.yaml")


@pytest.mark.parametrize(
    "program",
    [
        "'/er/is/geen/python' -P -m dinkit",
        "false",  # it fails without a word and leaves ours
        "sh -c 'kill -9 $$'",
    ],
)
def test_without_dinkit_git_merges_line_by_line_and_loses_nothing(project, program):
    driver = git(project, "config", "merge.dinkit.driver")
    begin, _, rest = driver.partition(" merge --path ")
    assert begin.endswith("-P -m dinkit")
    git(
        project,
        "config",
        "merge.dinkit.driver",
        f"{program} merge --path {rest}" if "kill" not in program else f"{program} || {rest.partition(' || ')[2]}",
    )
    parted(
        project,
        {"models/din.yaml": MODEL.replace("a: A", "a: X").replace("model: m", "model: n")},
        {"models/din.yaml": MODEL.replace("a: A", "a: Y").replace("# werk", "# werken")},
    )
    assert tried(project, "merge", "jan").returncode == 1
    lines = model(project).splitlines()
    assert {"model: n", "  a: X", "  a: Y", "    naam: W  # werken"} <= set(lines)
    assert [line[:7] for line in lines if line[:1] in "<=>"] == ["<<<<<<<", "=======", ">>>>>>>"]


def test_the_size_of_markers_is_that_of_the_attribute(project):
    attributes = (project / ".gitattributes").read_text() + "models/din.yaml conflict-marker-size=5\n"
    committed(project, {".gitattributes": attributes})
    parted(project, {"models/din.yaml": MODEL.replace("a: A", "a: X")}, {"models/din.yaml": MODEL.replace("a: A", "a: Y")})
    assert tried(project, "merge", "jan").returncode == 1
    assert [line.partition(" ")[0] for line in model(project).splitlines() if line[:1] in "<=>"] == ["<<<<<", "=====", ">>>>>"]


def test_both_added_a_file(project):
    settings = SETTINGS.replace("din.yaml", "din.yaml, models/los.yaml")
    parted(
        project,
        {"models/los.yaml": "model: los\ndoelen:\n  a: A\n", "dinkit.yaml": settings},
        {"models/los.yaml": "model: los\ndoelen:\n  b: B\n", "dinkit.yaml": settings},
    )
    assert tried(project, "merge", "--no-edit", "jan").returncode == 0
    assert (project / "models/los.yaml").read_text() == "model: los\ndoelen:\n  a: A\n  b: B\n"


def test_file_names_can_do_nothing_to_the_shell(project):
    name = "models/x; touch gekraakt '$(touch gekraakt)' `id`\".yaml"
    committed(project, {name: MODEL, "dinkit.yaml": SETTINGS})
    parted(project, {name: MODEL.replace("a: A", "a: X")}, {name: MODEL.replace("a: A", "a: Y")})
    assert tried(project, "merge", "jan").returncode == 1
    assert "<<<<<<<" in (project / name).read_text()
    assert not list(project.rglob("gekraakt"))


def test_a_checkout_with_other_line_ends_merges_as_well(project):
    parted(
        project,
        {"models/din.yaml": MODEL.replace("a: A\n  b: B", "a: A\n  b: X")},
        {"models/din.yaml": MODEL.replace("a: A\n  b: B", "a: Y\n  b: B")},
    )
    git(project, "config", "core.autocrlf", "true")
    (project / "models/din.yaml").unlink()
    git(project, "checkout", "--quiet", "models/din.yaml")
    assert tried(project, "merge", "--no-edit", "jan").returncode == 0
    merged = MODEL.replace("a: A\n  b: B", "a: Y\n  b: X")
    assert (project / "models/din.yaml").read_bytes() == merged.replace("\n", "\r\n").encode()
    assert git(project, "show", "HEAD:models/din.yaml") == merged.strip()


def test_merges_that_cross_have_no_markers_of_an_older_conflict(project):
    parted(project, {"models/din.yaml": MODEL.replace("a: A", "a: X")}, {"models/din.yaml": MODEL.replace("a: A", "a: Y")})
    git(project, "branch", "eerder")
    for name, other, said in (("main", "jan", "a: X"), ("jan", "eerder", "a: Y")):
        git(project, "checkout", "--quiet", name)
        tried(project, "merge", other)
        committed(project, {"models/din.yaml": MODEL.replace("a: A", said)})
    assert tried(project, "merge", "main").returncode == 1
    assert [line[:7] for line in model(project).splitlines() if line[:1] in "<=>|"] == ["<<<<<<<", "=======", ">>>>>>>"]
    assert {"  a: X", "  a: Y"} <= set(model(project).splitlines())
