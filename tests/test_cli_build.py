"""What `dinkit build` says: a line per file that is not as it was, and then how many of each and where to begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_cli import GOOD, run

THEMES = "model: thema\nthemas: {wonen: Wonen}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dinkit.yaml").write_text("modellen: [din.yaml, thema.yaml]\n")
    (tmp_path / "din.yaml").write_text(GOOD)
    (tmp_path / "thema.yaml").write_text(THEMES)
    return tmp_path


def built(project: Path, *words: str) -> tuple[str, list[str]]:
    """Build; return the conclusion and the lines before it."""
    done = run("build", *words, cwd=project)
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr.splitlines()


def test_only_what_is_not_as_it_was_is_named_and_counted(project: Path) -> None:
    conclusion, lines = built(project)
    count = len([path for path in (project / "exports").rglob("*") if path.is_file()])
    assert conclusion == f"bestanden: {count} nieuw; begin met exports/README.md, exports/thema/README.md\n"
    assert len(lines) == count
    assert {"nieuw: exports/README.md", "nieuw: exports/pictures.json", "nieuw: exports/thema/din.svg"} <= set(lines)

    before = (project / "exports" / "din.svg").stat().st_mtime_ns
    assert built(project) == (f"niets veranderd; alle {count} bestanden zijn zoals ze waren\n", [])
    assert built(project, "--lang", "en", "thema.yaml")[0].startswith("files: ")
    assert built(project)[0].endswith("; begin met exports/thema/README.md\n")
    assert (project / "exports" / "din.svg").stat().st_mtime_ns == before

    (project / "exports" / "coverage.md").unlink()
    (project / "exports" / "thema" / "money.json").write_text("oud")
    conclusion, lines = built(project)
    assert conclusion == f"bestanden: 1 nieuw, 1 veranderd, {count - 2} onveranderd; begin met exports/README.md, exports/thema/README.md\n"
    assert lines == ["nieuw: exports/coverage.md", "veranderd: exports/thema/money.json"]


def test_what_is_taken_away_is_named_and_counted(project: Path) -> None:
    (project / "dinkit.yaml").write_text("modellen: [din.yaml]\n")
    (project / "din.yaml").write_text(GOOD.replace("  meer-banen: Meer banen\n", "  meer-banen: Meer banen\n  rust: Rust\n"))
    built(project)
    (project / "din.yaml").write_text(GOOD)
    conclusion, lines = built(project)
    assert [line for line in lines if line.startswith("weggehaald")] == [f"weggehaald: exports/doel-rust.{end}" for end in ("dot", "pdf", "svg")]
    assert " veranderd, 3 weggehaald, " in conclusion
    assert conclusion.endswith(" onveranderd; begin met exports/README.md\n")


def test_in_english(project: Path) -> None:
    built(project)
    (project / "exports" / "coverage.md").unlink()
    conclusion, lines = built(project, "--lang", "en", "din.yaml")
    assert conclusion.startswith("files: 1 new, ")
    assert conclusion.endswith(" unchanged; begin with exports/README.md\n")
    assert "new: exports/coverage.md" in lines
    assert built(project, "--lang", "en", "din.yaml")[0].startswith("nothing changed; all ")


def test_a_model_with_errors_is_not_among_what_was_written(project: Path) -> None:
    (project / "thema.yaml").write_text(THEMES + "zomaar: 1\n")
    done = run("build", cwd=project)
    assert (done.returncode, done.stdout.endswith(" nieuw; begin met exports/README.md\n")) == (1, True)
    (project / "din.yaml").write_text(GOOD + "zomaar: 1\n")
    done = run("build", cwd=project)
    assert (done.returncode, done.stdout) == (1, "")
