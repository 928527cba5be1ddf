"""dinkit validate as its users call it: many models, folders, changed files, standard input, and every form to a screen or a file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dinkit.cli.commands.validate import FORMS
from test_cli import GOOD, run

FAULTY = GOOD.replace("draagt_bij_aan: meer-banen", "draagt_bij_aan: meer-bannen")
PART = "doelen:\n  d: {naam: D, nivo: hoofddoel}\n"


def model(name: str, *parts: str) -> str:
    return f"model: {name}\ndelen: [{', '.join(parts)}]\n" if parts else f"model: {name}\ndoelen: {{{name}-doel: Doel}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two models that share a part, with other YAML beside them."""
    (tmp_path / "models").mkdir()
    (tmp_path / "din").mkdir()
    (tmp_path / "dinkit.yaml").write_text("modellen: [models/a.yaml, models/b.yaml]\n")
    (tmp_path / "models" / "a.yaml").write_text(model("a", "../din/deel.yaml", "../din/eigen.yaml"))
    (tmp_path / "models" / "b.yaml").write_text(model("b", "../din/deel.yaml"))
    (tmp_path / "din" / "deel.yaml").write_text(PART)
    (tmp_path / "din" / "eigen.yaml").write_text("bronnen: {nota: Nota}\n")
    (tmp_path / "compose.yaml").write_text("services: {web: {image: nginx}}\nmodel: x\n")
    return tmp_path


def places(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Where the findings are, and their codes."""
    assert "Traceback" not in done.stderr
    return [" ".join(line.split(": ")[:2]).replace(" error", "").replace(" warning", "") for line in done.stdout.splitlines()]


def checked(*arguments: str, cwd: Path) -> list[str]:
    """The files that a call checks."""
    done = run("validate", "--format", "json", *arguments, cwd=cwd)
    assert done.returncode < 2, done.stderr
    return list(json.loads(done.stdout)["files"])


# Many models and folders


def test_many_models_share_their_part_and_tell_its_finding_once(project: Path) -> None:
    done = run("validate", "models/a.yaml", "models/b.yaml", "--format", "compact", cwd=project)
    assert (done.returncode, sum("DIN010" in line for line in done.stdout.splitlines())) == (1, 1)


def test_a_model_that_is_named_twice_is_checked_once(project: Path) -> None:
    assert checked("models/b.yaml", "models", "./models/b.yaml", cwd=project) == checked("models", cwd=project)


def test_a_folder_with_settings_is_its_models(project: Path) -> None:
    (project / "models" / "c.yaml").write_text(model("c"))
    assert checked(str(project), cwd=project.parent) == [
        f"{project.name}/{name}" for name in ("din/deel.yaml", "din/eigen.yaml", "models/a.yaml", "models/b.yaml")
    ]


def test_a_folder_without_settings_is_the_models_in_it(tmp_path: Path) -> None:
    for name, text in {
        "a.yaml": model("a", "deel.yaml"),
        "b.yml": model("b"),
        "deel.yaml": PART + "delen: [kleiner.yaml]\n",
        "kleiner.yaml": "bronnen: {nota: Nota}\n",
        "naamloos.yaml": "delen: [los.yaml]\n",
        "los.yaml": "bronnen: {andere: Andere}\n",
        "compose.yaml": "services: {web: {image: nginx}}\nmodel: x\n",
        "kapot.yaml": "[",
        "notitie.txt": "model: t\n",
    }.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "lager").mkdir()
    (tmp_path / "lager" / "d.yaml").write_text(model("d"))
    assert checked(".", cwd=tmp_path) == ["a.yaml", "b.yml", "deel.yaml", "kleiner.yaml", "los.yaml", "naamloos.yaml"]


@pytest.mark.parametrize("folder", ["din", "leeg"])
def test_a_folder_without_models_says_so(project: Path, folder: str) -> None:
    (project / "leeg").mkdir()
    done = run("validate", folder, cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"in '{folder}' staat geen model" in done.stderr


@pytest.mark.parametrize("command", ["validate", "fix"])
def test_a_part_is_no_model_and_the_call_that_was_meant_is_told(project: Path, command: str) -> None:
    dutch, english = run(command, "din/deel.yaml", cwd=project), run(command, "din/deel.yaml", cwd=project, DINKIT_LANG="en")
    assert (dutch.returncode, dutch.stdout) == (2, "")
    assert dutch.stderr == (
        "dinkit: 'din/deel.yaml' is een deel van models/a.yaml en geen model; noem dat model, of gebruik: dinkit validate --changed din/deel.yaml\n"
    )
    assert english.stderr == (
        "dinkit: 'din/deel.yaml' is a part of models/a.yaml and no model; name that model, or use: dinkit validate --changed din/deel.yaml\n"
    )
    assert (project / "din" / "deel.yaml").read_text() == PART


@pytest.mark.parametrize(
    "call",
    [
        ("analyse", "coverage"),
        ("append", "measurements", "../waarden.csv"),
        ("baseline", "write"),
        ("build",),
        ("portfolio",),
        ("render", "-o", "x.svg"),
        ("report", "voortgang"),
        ("review", "status"),
        ("sources",),
    ],
)
def test_no_command_takes_a_part_for_a_model(project: Path, call: tuple[str, ...]) -> None:
    (project / "waarden.csv").write_text("indicator,datum,waarde\n")
    before = sorted(project.rglob("*"))
    done = run(*call, "deel.yaml", cwd=project / "din")
    assert done.returncode == (1 if call == ("portfolio",) else 2)  # a portfolio goes on with the others
    assert "dinkit: 'deel.yaml' is een deel van ../models/a.yaml en geen model; noem dat model\n" in done.stderr
    assert sorted(project.rglob("*")) == before


def test_a_part_is_known_without_settings_too(tmp_path: Path) -> None:
    for name, text in {"a.yaml": model("a", "deel.yaml"), "deel.yaml": "delen: [kleiner.yaml]\n", "kleiner.yaml": "doelen: {d: Doel}\n"}.items():
        (tmp_path / name).write_text(text)
    assert "'kleiner.yaml' is een deel van a.yaml en geen model" in run("validate", "kleiner.yaml", cwd=tmp_path).stderr


@pytest.mark.parametrize(
    ("settings", "file", "text"),
    [
        ("modellen: [models/a.yaml, models/los.yaml]\n", "models/los.yaml", "doelen: {d: Doel}\n"),  # a model by the settings
        ("modellen: [models/a.yaml]\n", "models/los.yaml", "doelen: {d: Doel}\n"),  # no part of anything
        ("modellen: [models/a.yaml]\n", "din/deel.yaml", "{model: deel, doelen: {d: Doel}}\n"),  # it names itself, in braces
        ("modellen: [models/a.yaml, models/weg.yaml]\n", "din/deel.yaml", "doelen: {d: Doel}\n"),  # who cannot be asked does not object
    ],
)
def test_what_is_not_surely_a_part_is_checked_as_a_model(project: Path, settings: str, file: str, text: str) -> None:
    (project / "dinkit.yaml").write_text(settings)
    (project / file).write_text(text)
    assert checked(file, cwd=project) == [file]


def test_two_projects_keep_their_findings_apart(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "din.yaml").write_text(FAULTY)
    done = run("validate", "een", "twee", "--format", "compact", cwd=tmp_path)
    assert places(done) == ["een/din.yaml:6:47 DIN102", "twee/din.yaml:6:47 DIN102"]
    lines = run("validate", "een", "twee", cwd=tmp_path).stdout.splitlines()
    assert lines[1].startswith("    6 | …t: {naam: Loket openen")
    assert lines[-1] == "2 fouten in 2 bestanden"


def test_paths_are_those_of_the_folder_one_is_in(project: Path) -> None:
    for folder, expected in (("models", "../din/deel.yaml:2:16"), ("din", "deel.yaml:2:16"), (".", "din/deel.yaml:2:16")):
        assert f"{expected} DIN010" in places(run("validate", "--format", "compact", cwd=project / folder))


def test_related_places_and_settings_are_shown_from_there_too(project: Path) -> None:
    (project / "dinkit.yaml").write_text("modellen: [models/b.yaml]\nmodelen: 3\n")
    (project / "models" / "b.yaml").write_text("model: b\ndoelen: {a: A, b: {naam: B, onderdeel_van: a}}\ndelen: [twee.yaml]\n")
    (project / "models" / "twee.yaml").write_text("bronnen: {a: Nota}\n")
    found = json.loads(run("validate", "--format", "json", cwd=project / "din").stdout)
    assert {one["location"]["file"] for one in found["findings"]} == {"../dinkit.yaml", "../models/twee.yaml"}
    assert {place["file"] for one in found["findings"] for place in one["related"]} == {"../models/b.yaml"}
    assert "../dinkit.yaml:2:1: fout DIN010" in (told := run("validate", cwd=project / "din").stdout)
    assert "    2 | modelen: 3" in told


# Standard input


def piped(text: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dinkit", "validate", *arguments], cwd=cwd, input=text, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_model_on_standard_input_finds_its_parts_from_the_root(project: Path) -> None:
    text = model("a", "../din/deel.yaml") + "doelen: {x: {naam: X, nivo: hoofddoel}}\n"
    done = piped(text, "-", "--root", "models", "--format", "compact", cwd=project)
    assert done.returncode == 1
    assert {"<stdin>:3:23 DIN010", "din/deel.yaml:2:16 DIN010"} <= set(places(done))
    assert "<stdin>" in piped(text, "-", "--root", str(project / "models"), cwd=project / "din").stdout


def test_without_a_root_it_stands_here(project: Path) -> None:
    assert "din/deel.yaml:2:16 DIN010" in places(piped(model("a", "din/deel.yaml"), "-", "--format", "compact", cwd=project))


def test_standard_input_goes_with_other_models(project: Path) -> None:
    done = piped(FAULTY, "-", "models/b.yaml", "--format", "compact", cwd=project)
    assert {"<stdin>:6:47 DIN102", "din/deel.yaml:2:16 DIN010"} <= set(places(done))


@pytest.mark.parametrize("text", ["", "[", "\x00\x01", "doelen:\n\t- x"])
def test_anything_may_come_in(tmp_path: Path, text: str) -> None:
    done = piped(text, "-", "--format", "compact", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>:")
    assert "Traceback" not in done.stderr


def test_parts_of_standard_input_stay_in_the_project(project: Path) -> None:
    (project.parent / "buiten.yaml").write_text("bronnen: {b: B}\n")
    assert "buiten het project" in piped(model("a", "../../buiten.yaml"), "-", "--root", "models", cwd=project).stdout


def test_parts_that_standard_input_does_not_find_are_told_with_the_way_out(project: Path) -> None:
    found = json.loads(piped("model: a\ndelen: [../x.yaml, din/weg.yaml]\nvorige_editie: eerder.yaml\n", "-", "--format", "json", cwd=project).stdout)
    hints = {one["code"]: one["hint"] for one in found["findings"] if one["code"] in ("DIN020", "DIN021", "DIN027")}
    way_out = {
        "nl": "een model van de standaardinvoer noemt andere bestanden vanaf deze map, of vanaf die achter --root: dinkit validate - --root MAP",
        "en": "a model on standard input names other files from this folder, or from the one behind --root: dinkit validate - --root FOLDER",
    }
    assert hints == {"DIN020": way_out, "DIN021": way_out, "DIN027": way_out}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--root", "models"), "--root hoort bij '-'"),
        (("models/a.yaml", "--root", "models"), "--root hoort bij '-'"),
        (("-", "--root", "nergens"), "'nergens' is geen map"),
        (("-", "--root", "dinkit.yaml"), "'dinkit.yaml' is geen map"),
        (("--changed", "--root", "models", "-"), "--root hoort bij '-'"),
    ],
)
def test_a_wrong_root_is_a_wrong_call(project: Path, arguments: tuple[str, ...], said: str) -> None:
    done = piped("", *arguments, cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_closed_standard_input_is_said(project: Path) -> None:
    done = subprocess.run(["bash", "-c", f'"{sys.executable}" -m dinkit validate - <&-'], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


# Changed files


@pytest.mark.parametrize(
    ("changed", "models"),
    [
        (("din/eigen.yaml",), ["a"]),
        (("din/deel.yaml",), ["a", "b"]),
        (("models/b.yaml",), ["b"]),
        (("din/eigen.yaml", "models/b.yaml", "din/eigen.yaml"), ["a", "b"]),
        (("dinkit.yaml",), ["a", "b"]),
        (("din/weg.yaml",), ["a", "b"]),
        (("compose.yaml", "README.md", "x/y/z.txt"), []),
        (("din",), ["a", "b"]),
        (("los", "compose.yaml"), ["b"]),
        ((), []),
    ],
)
def test_changed_files_lead_to_the_models_they_belong_to(project: Path, changed: tuple[str, ...], models: list[str]) -> None:
    (project / "los" / "lager").mkdir(parents=True)
    (project / "los" / "lager" / "b.yaml").write_text("bronnen: {nota: Nota}\n")
    (project / "models" / "b.yaml").write_text(model("b", "../din/deel.yaml", "../los/lager/b.yaml"))
    assert [Path(name).stem for name in checked("--changed", *changed, cwd=project) if "models/" in name] == models


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("-",), "--changed gaat over bestanden en mappen; '-' is een model van de standaardinvoer"),
        (("leeg",), "in 'leeg' staat geen bestand van een model"),
        (("models/a.yaml", "ander"), "in 'ander' staat geen bestand van een model"),
    ],
)
def test_changed_files_that_cannot_be_found_are_not_passed_by(project: Path, given: tuple[str, ...], said: str) -> None:
    for folder in ("leeg", "ander/.verborgen"):
        (project / folder).mkdir(parents=True)
    (project / "ander" / "compose.yaml").write_text("services: {}\n")
    (project / "ander" / ".verborgen" / "a.yaml").write_text(model("a"))
    done = piped("", "--changed", *given, cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"dinkit: {said}\n")


def test_a_changed_earlier_edition_counts_for_the_later_one(project: Path) -> None:
    (project / "models" / "oud.yaml").write_text("model: oud\ndelen: [vroeger.yaml]\n")
    (project / "models" / "vroeger.yaml").write_text("doelen: {v: V}\n")
    (project / "models" / "b.yaml").write_text("model: b\nvorige_editie: oud.yaml\ndoelen: {b-doel: B}\n")
    assert checked("--changed", "models/vroeger.yaml", cwd=project) == ["models/b.yaml"]


def test_a_changed_model_that_no_settings_name_is_checked_too(project: Path) -> None:
    (project / "models" / "proef.yaml").write_text(model("proef"))
    assert checked("--changed", "models/proef.yaml", cwd=project) == ["models/proef.yaml"]


def test_without_settings_models_are_looked_for_beside_and_above(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "delen").mkdir()
    (tmp_path / "din.yaml").write_text(model("a", "delen/deel.yaml"))
    (tmp_path / "ander.yaml").write_text(model("b"))
    (tmp_path / "delen" / "deel.yaml").write_text("doelen: {d: D}\n")
    (tmp_path / "delen" / "los.yaml").write_text("x: y\n")
    assert checked("--changed", "delen/deel.yaml", cwd=tmp_path) == ["delen/deel.yaml", "din.yaml"]
    assert checked("--changed", "delen/los.yaml", cwd=tmp_path) == []


# Forms and files


@pytest.mark.parametrize("form", FORMS)
def test_every_form_goes_to_a_screen_or_to_a_file(project: Path, form: str) -> None:
    shown = run("validate", "--format", form, cwd=project)
    written = run("validate", "--format", form, "-o", "uit/bevindingen.txt", cwd=project)
    assert (written.returncode, written.stdout, written.stderr) == (1, "", "")
    assert (project / "uit" / "bevindingen.txt").read_text(encoding="utf-8") == shown.stdout
    assert shown.stderr == ""


def test_a_form_that_is_added_is_offered_unasked() -> None:
    assert FORMS == ("text", "compact", "github", "gitlab", "json", "junit", "markdown", "sarif")


def test_two_forms_are_refused(project: Path) -> None:
    for language, said in (
        ("nl", "dinkit: --format: noem er een, niet meer (json, junit)\n"),
        ("en", "dinkit: --format: name one, not more (json, junit)\n"),
    ):
        done = run("validate", "--format", "json", "--format", "junit", cwd=project, DINKIT_LANG=language)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_strict_and_junit_say_the_same(project: Path) -> None:
    (project / "din" / "deel.yaml").write_text("doelen: {d: Doel}\ninspanningen: {i: Meer doen}\n")
    warnings = run("validate", "--format", "compact", cwd=project).stdout.count(": warning ")
    for arguments, code, failures in (((), 0, 0), (("--strict",), 1, warnings)):
        done = run("validate", "--format", "junit", *arguments, cwd=project)
        assert (done.returncode, done.stdout.count("<failure ")) == (code, failures)
        assert f' failures="{failures}" ' in done.stdout.splitlines()[1]
    assert warnings > 0


@pytest.mark.parametrize("target", ["models/a.yaml", "din/deel.yaml"])
def test_findings_never_replace_a_model(project: Path, target: str) -> None:
    before = (project / target).read_text()
    done = run("validate", "--format", "text", "-o", target, cwd=project)
    assert (done.returncode, (project / target).read_text()) == (2, before)


@pytest.mark.parametrize("form", FORMS)
def test_what_was_accepted_fails_nothing_and_is_not_hidden(project: Path, form: str) -> None:
    (project / "din" / "deel.yaml").write_text("doelen: {d: Doel}\ninspanningen: {i: Meer doen}\n")
    assert run("validate", "--strict", cwd=project).returncode == 1
    assert run("baseline", "write", cwd=project).returncode == 0
    done = run("validate", "--strict", "--format", form, cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    known = {"text": "aanvaard en niet geteld", "github": "aanvaard en niet geteld", "markdown": "was er al (baseline)"}
    known |= {"json": '"by": "baseline"', "sarif": '"kind": "external"', "junit": '<property name="suppressed"'}
    assert known.get(form, "") in done.stdout
    assert form not in ("compact", "gitlab") or done.stdout in ("", "[]\n")


def test_links_go_before_the_paths(project: Path) -> None:
    done = run("validate", "--format", "markdown", "--links", "https://example.org/x/", cwd=project)
    assert "](https://example.org/x/din/deel.yaml#L2)" in done.stdout


@pytest.mark.parametrize("form", FORMS)
def test_forms_for_machines_are_utf_8_on_every_console(project: Path, form: str) -> None:
    (project / "din" / "deel.yaml").write_text("doelen: {d: Doel}\ninspanningen: {i: Meer ≥ 数}\n", encoding="utf-8")
    command = [sys.executable, "-m", "dinkit", "validate", "--format", form]
    done = subprocess.run(command, cwd=project, env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert ("≥" in done.stdout.decode("utf-8", "replace")) is (form not in ("text", "compact"))


def test_the_exit_codes_stand_in_the_help(tmp_path: Path) -> None:
    assert "Afsluitcode: 0 zonder fouten" in run("validate", "--help", cwd=tmp_path).stdout
    assert "Exit code: 0 without errors" in run("validate", "--help", cwd=tmp_path, DINKIT_LANG="en").stdout


def test_a_form_is_only_loaded_when_it_is_asked_for(project: Path) -> None:
    code = (
        "import sys; from dinkit.cli import main\n"
        "try: main(['validate'])\n"
        "except SystemExit: pass\n"
        "loaded = [name for name in sys.modules if name.startswith('dinkit.exporters.findings_')]\n"
        "assert loaded == ['dinkit.exporters.findings_text'], loaded\n"
        "assert not {'importlib.metadata', 'dinkit.checking.manual'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
