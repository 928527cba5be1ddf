"""The command line against everything that may go wrong around it: files, settings, places to write, streams, terminals, interruptions."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import signal
import stat
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from test_cli import GOOD, run

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
HOSTILE = '"a" <b>&amp; \\N x:y ${x} {{y}} | =1+1 \x1b[31m \u202e 数据 😀 ' + "z" * 3000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "dinkit.yaml").write_text("modellen: [din.yaml]\n")
    (tmp_path / "din.yaml").write_text(GOOD)
    return tmp_path


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    name = '"' + "".join(one if one.isalnum() and one.isascii() else f"\\U{ord(one):08x}" for one in HOSTILE) + '"'
    text = GOOD.replace("Meer banen", name).replace("Loket openen", name).replace("De stad", name).replace("naam: Klein", f"naam: {name}")
    (tmp_path / "din.yaml").write_text(text)
    return tmp_path


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `dinkit` is this one."""
    env = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG", "DINKIT_LANG")}
    line = f'dinkit() {{ "{sys.executable}" -m dinkit "$@"; }}; {command}'
    return subprocess.run(["bash", "-c", line], cwd=cwd, env=env | {"PYTHONUTF8": "1"}, capture_output=True, text=True, check=False)


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.part")]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("modellen: [din.yaml", "dinkit.yaml:1:11: deze '['"),
        ("modelen: [din.yaml]\n", "dinkit.yaml:1:1: de sleutel 'modelen' bestaat hier niet"),
        ("modellen: {a: b}\n", "dinkit.yaml:1:11: "),
        ("modellen: [../elders.yaml]\n", "dinkit.yaml: '../elders.yaml': het ligt buiten het project"),
        ("modellen: [weg.yaml]\n", "weg.yaml' bestaat niet"),
        ("modellen: ['" + "a" * 300 + "']\n", "is niet te bereiken"),
        ('modellen: ["a\\nb\\u001b[31m.yaml"]\n', "a b<U+001B>[31m.yaml' bestaat niet"),
        ("", "'dinkit init' maakt een begin"),
    ],
)
def test_settings_that_lead_nowhere_say_why(project: Path, settings: str, message: str) -> None:
    (project / "dinkit.yaml").write_text(settings)
    (project.parent / "elders.yaml").write_text(GOOD)
    done = run("validate", cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_brackets_without_end_are_told_soon(project: Path, opening: str) -> None:
    (project / "din.yaml").write_text(f"{GOOD}bronnen:\n  {opening * 100_000}")
    before = time.monotonic()
    done = run("validate", cwd=project)
    assert time.monotonic() - before < 20
    assert done.returncode == 1
    assert "din.yaml:10:" in done.stdout


def test_a_model_that_the_settings_name_twice_is_one_model(project: Path) -> None:
    (project / "dinkit.yaml").write_text("modellen: [./din.yaml, din.yaml]\n")
    assert "in 1 bestand\n" in run("validate", cwd=project).stdout
    assert "exports/din.json" in run("build", "--check", cwd=project).stdout


def test_two_models_never_fill_the_same_folder(project: Path) -> None:
    (project / "dinkit.yaml").unlink()
    (project / "ander.yaml").write_text("model: ander\n")
    done = run("build", "--check", "din.yaml", "ander.yaml", cwd=project)
    assert done.returncode == 2
    assert "'din.yaml' en 'ander.yaml' zouden allebei exports/ vullen" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "nl", "en"),
    [
        (("validate", "--weg"), "de optie '--weg' bestaat niet", "there is no option '--weg'"),
        (("render",), "--output ontbreekt", "--output is missing"),
        (("--lang", "en", "validate"), "zet '--lang' achter het commando, als in 'dinkit validate --lang'", "put '--lang' behind the command"),
        (("validate", "-peildatum", "2020"), "de optie '-peildatum' bestaat niet. Bedoelt u '--peildatum'?", "there is no option '-peildatum'."),
        (("validate", "-lagn=nl"), "de optie '-lagn' bestaat niet. Bedoelt u '--lang'?", "there is no option '-lagn'. Did you mean '--lang'?"),
        (("validate", "-p"), "de optie '-p' bestaat niet. Zie", "there is no option '-p'. See"),
        (("validate", "--peildatum", "31-12-2018"), "--peildatum: '31-12-2018' is geen datum; schrijf 2018-12-31\n", "write 2018-12-31\n"),
        (
            ("validate", "--reference-date", "ooit"),
            "--peildatum: 'ooit' is geen datum; schrijf 2019-12-31, 2019-12, 2019-Q4 of 2019\n",
            "--reference-date: 'ooit' is no date; write 2019-12-31, 2019-12, 2019-Q4 or 2019\n",
        ),
        (("--versio",), "Bedoelt u '--version'?", "Did you mean '--version'?"),
        (("baseline",), "noem wat er moet gebeuren: write, prune.", "say what is to be done: write, prune."),
        (("baseline", "wrte"), "dinkit: kies uit write, prune.", "dinkit: choose from write, prune."),
        (("schema", "veel"), "te veel woorden: veel", "too many words: veel"),
        (("analyse", "coverage", "--format", "xml"), "--format: kies uit text", "--format: choose from text"),
        (("render", "-o", "x.svg", "--depth", "0"), "een getal van minstens 1 en hoogstens 20", "a number of at least 1 and at most 20"),
        (("render", "-o", "x.svg", "--timeout", "nan"), "hoogstens 86400 seconden", "86400 seconds at most"),
        (("render", "-o", "x.svg", "--timeout", "inf"), "hoogstens 86400 seconden", "86400 seconds at most"),
        (("render", "-o", ".svg"), "moet eindigen op", "must end in"),
        (("validate", "a" * 300), "is niet te bereiken", "cannot be reached"),
        (("init", "a" * 300), "kan niet geschreven worden", "cannot be written"),
        (("init", "."), "bestaat al", "exists already"),
    ],
)
def test_a_wrong_call_is_told_in_either_language(project: Path, arguments: tuple[str, ...], nl: str, en: str) -> None:
    dutch, english = run(*arguments, cwd=project), run(*arguments, cwd=project, DINKIT_LANG="en")
    assert (dutch.returncode, english.returncode) == (2, 2)
    assert nl in dutch.stderr
    assert en in english.stderr
    assert "Traceback" not in dutch.stderr + english.stderr


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("din.yml", "din.yaml"),
        ("DIN.YAML", "din.yaml"),
        ("bleid", "beleid"),
        ("beleid/dim.yaml", "beleid/din.yml"),
        ("./bleid/din.yaml", "beleid/din.yml"),
        ("beleit.yaml", "beleid"),
        ("weg.yaml", None),
        ("nergens/din.yaml", None),
    ],
)
def test_a_file_that_is_not_there_gets_the_nearest_name_in_its_folder(project: Path, given: str, near: str | None) -> None:
    (project / "beleid").mkdir()
    (project / "beleid" / "din.yml").write_text(GOOD)
    (project / "din").mkdir()  # a folder of the same name is not meant by the name of a file
    (project / "weg.txt").write_text("geen model")
    guesses = (f"; bedoelt u '{near}'?", f"; did you mean '{near}'?") if near else ("", "")
    name = given.removeprefix("./")
    for command in ("validate", "fix"):
        assert run(command, given, cwd=project).stderr == f"dinkit: '{name}' bestaat niet{guesses[0]}\n"
    assert run("portfolio", given, cwd=project, DINKIT_LANG="en").stderr.startswith(f"dinkit: '{name}' does not exist{guesses[1]}")


def test_a_model_of_the_settings_gets_the_nearest_name_as_it_is_written_there(project: Path) -> None:
    (project / "onder").mkdir()
    (project / "beleid").mkdir()
    (project / "beleid" / "din.yaml").write_text(GOOD)
    (project / "dinkit.yaml").write_text("modellen: [beleid/dinn.yaml]\n")
    assert run("validate", cwd=project / "onder").stderr == "dinkit: dinkit.yaml: 'beleid/dinn.yaml' bestaat niet; bedoelt u 'beleid/din.yaml'?\n"


def test_the_language_of_the_call_is_that_of_its_messages(project: Path) -> None:
    assert "'weg.yaml' does not exist" in run("validate", "weg.yaml", "--lang", "en", cwd=project).stderr
    assert "choose from nl, en" in run("validate", "--format", "json", "--lang", "en", "--lang", "fr", cwd=project, DINKIT_LANG="en").stderr
    for command, said in {
        "baseline": "say what is to be done: write, prune. See",
        "merge": "name three files: BASE OURS THEIRS. See",
        "review": "say what is to be done: confirm, status. See",
    }.items():
        assert said in run(command, "--lang", "en", cwd=project).stderr
    assert "baseline.yaml: " in run("baseline", "write", "--lang", "en", cwd=project).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate",),
        ("analyse", "coverage"),
        ("rules",),
        ("sources",),
        ("portfolio",),
        ("report", "verantwoording"),
        ("diff", "din.yaml", "din.yaml"),
    ],
)
def test_a_dash_is_standard_output(project: Path, arguments: tuple[str, ...]) -> None:
    printed, dashed = run(*arguments, cwd=project), run(*arguments, "-o", "-", cwd=project)
    assert (dashed.returncode, dashed.stdout) == (printed.returncode, printed.stdout) != (2, "")
    assert not (project / "-").exists()


@pytest.mark.parametrize("command", ["analyse", "build", "init", "render", "schema", "validate"])
def test_help_is_in_one_language(tmp_path: Path, command: str) -> None:
    dutch, english = run(command, "--help", cwd=tmp_path).stdout, run(command, "--help", cwd=tmp_path, DINKIT_LANG="en").stdout
    assert dutch.startswith("Gebruik: ")
    assert english.startswith("Usage: ")
    assert "Toon deze uitleg." in dutch
    assert not re.search(r"Show this|\[required\]|\[default", dutch)


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("dinkit validate >&-", 0, ""),
        ("dinkit validate fout.yaml >&-", 1, ""),
        ("dinkit --help >&-", 0, ""),
        ("dinkit validate weg.yaml 2>&-", 2, ""),
        ("dinkit validate weg.yaml >&- 2>&-", 2, ""),
        ("dinkit analyse orphans fout.yaml 2>&- >/dev/null", 0, ""),
        ("set -o pipefail; dinkit validate fout.yaml | true", 1, ""),
        ("dinkit validate fout.yaml >/dev/full", 2, "de uitvoer kan niet geschreven worden"),
        ("dinkit --help >/dev/full", 2, "dit lukt niet op dit systeem"),
        ("mkdir weg; cd weg; rmdir ../weg; dinkit validate", 2, "de map waarin u staat, bestaat niet meer"),
    ],
)
def test_streams_and_folders_that_are_gone_change_no_exit_code(project: Path, command: str, code: int, said: str) -> None:
    (project / "fout.yaml").write_text(GOOD.replace("draagt_bij_aan: meer-banen", "draagt_bij_aan: meer-bannen"))
    done = shell(command, project)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert bool(done.stderr) == bool(said)
    assert "Traceback" not in done.stderr


def test_progress_does_not_slip_into_the_output(project: Path) -> None:
    (project / "fout.yaml").write_text(GOOD.replace("draagt_bij_aan: meer-banen", "draagt_bij_aan: meer-bannen"))
    assert json.loads(shell("dinkit analyse orphans --format json fout.yaml 2>&-", project).stdout)["format"] == 1


def test_what_is_no_ordinary_file_is_not_replaced(project: Path) -> None:
    os.mkfifo(project / "pijp.md")
    done = run("analyse", "coverage", "-o", "pijp.md", cwd=project)
    assert (done.returncode, stat.S_ISFIFO((project / "pijp.md").stat().st_mode)) == (2, True)
    assert "geen gewoon bestand" in done.stderr


def test_the_model_itself_is_not_overwritten(project: Path) -> None:
    done = run("analyse", "coverage", "--format", "text", "-o", "din.yaml", cwd=project)
    assert done.returncode == 2
    assert "hoort bij het model" in done.stderr
    assert (project / "din.yaml").read_text() == GOOD


def test_init_does_not_replace_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "din.yaml").symlink_to("weg.yaml")
    assert run("init", cwd=tmp_path).returncode == 2
    assert (tmp_path / "din.yaml").is_symlink()


def test_who_may_read_a_file_stays_as_it_was(project: Path) -> None:
    (project / "oud.md").write_text("oud")
    (project / "oud.md").chmod(0o640)
    assert run("analyse", "coverage", "-o", "oud.md", cwd=project).returncode == 0
    assert shell("umask 077; dinkit analyse coverage -o nieuw.md", project).returncode == 0
    assert [stat.S_IMODE((project / name).stat().st_mode) for name in ("oud.md", "nieuw.md")] == [0o640, 0o600]


def test_a_name_as_long_as_the_system_allows_can_be_written(project: Path) -> None:
    name = "n" * 252 + ".md"
    assert run("analyse", "coverage", "-o", name, cwd=project).returncode == 0
    assert (project / name).exists()


def test_a_picture_that_takes_too_long_leaves_what_stood_there(project: Path) -> None:
    goals = "".join(f"  d{at}: Doel {at}\n" for at in range(150))
    efforts = "".join(f"  i{at}: {{naam: I {at}, draagt_bij_aan: [{', '.join(f'd{(at * k) % 150}' for k in (1, 7, 11))}]}}\n" for at in range(150))
    (project / "din.yaml").write_text(f"model: groot\ndoelen:\n{goals}inspanningen:\n{efforts}")
    (project / "din.svg").write_text("oud")
    done = run("render", "-o", "din.svg", "--size", "A0", "--timeout", "0.1", cwd=project)
    assert done.returncode == 2
    assert "--timeout" in done.stderr
    assert (project / "din.svg").read_text() == "oud"


def test_a_build_that_is_stopped_leaves_no_half_file(project: Path) -> None:
    # A shell lets what it runs in the background ignore the signal, and so do those who run there.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from dinkit.cli import run; run()"
    with subprocess.Popen([sys.executable, "-c", heeding, "build"], cwd=project, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stderr is not None
        process.stderr.readline()
        time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        said = process.stderr.read().decode()
    assert process.returncode == 130
    assert "Traceback" not in said
    assert leftovers(project) == []
    assert not (project / "exports" / "pictures.json").exists()


def test_two_builds_at_once_give_whole_files(project: Path) -> None:
    builds = [subprocess.Popen([sys.executable, "-m", "dinkit", "build"], cwd=project, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [build.wait() for build in builds] == [0, 0]
    assert leftovers(project) == []
    assert run("build", "--check", cwd=project).returncode == 0


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_gets_our_colours_and_nothing_of_the_user(hostile: Path, environment: dict[str, str], coloured: bool) -> None:
    (hostile / "din.yaml").write_text((hostile / "din.yaml").read_text() + "bronnen:\n  b: {naam: B, soort: [\x1b]0;x\x07]}\n")
    reader, writer = pty.openpty()
    env = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")} | {"TERM": "xterm"} | environment
    with subprocess.Popen([sys.executable, "-m", "dinkit", "validate", "din.yaml"], cwd=hostile, stdout=writer, stderr=writer, env=env):
        os.close(writer)
        said = _all_of(reader)
    codes = set(re.findall(rb"\x1b[^m]*m?", said))
    assert codes <= {b"\x1b[0m", b"\x1b[31m", b"\x1b[33m", b"\x1b[36m"}
    assert bool(codes) is coloured
    assert b"\x07" not in said


def _all_of(terminal: int) -> bytes:
    said = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:  # the other end has closed
            return said
        if not more:
            return said
        said += more


@pytest.mark.parametrize("name", ["coverage", "centrality"])
def test_hostile_names_stay_text_in_every_table(hostile: Path, name: str) -> None:
    said = {form: run("analyse", name, "din.yaml", "--format", form, cwd=hostile).stdout for form in ("text", "json", "csv", "md")}
    assert not CONTROL.search("".join(said.values()).replace("\r\n", "\n"))
    assert HOSTILE in _texts(json.loads(said["json"]))
    assert len({len(row) for row in csv.reader(io.StringIO(said["csv"]))}) == 1
    assert not re.search(r"(?<!\\)<[a-zA-Z]", said["md"])


def _texts(data: object) -> set[str]:
    if isinstance(data, str):
        return {data}
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return {text for one in inner for text in _texts(one)}


def test_hostile_names_stay_text_in_a_picture(hostile: Path) -> None:
    done = run("render", "din.yaml", "-o", "naam met é\nen spaties.SVG", cwd=hostile)
    assert done.returncode == 0, done.stderr
    root = ET.parse(hostile / "naam met é\nen spaties.SVG").getroot()
    assert not {element.tag.partition("}")[2] for element in root.iter()} & {"script", "b", "a", "image"}
    words = " ".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert '"a" <b>&amp; \\' in words
