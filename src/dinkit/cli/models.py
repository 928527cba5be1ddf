"""Which model a command is about: the path given, else the models of dinkit.yaml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from dinkit.checking.run import Decisions, check
from dinkit.cli.language import say, spoken
from dinkit.cli.output import FailedError, progress
from dinkit.cli.refusals import unreadable
from dinkit.cli.wording import Argument
from dinkit.finding import Finding, Severity, Text
from dinkit.model.dates import ImpreciseDate, parse_date
from dinkit.nearby import nearest_word
from dinkit.reading.load import Loaded, load
from dinkit.reading.messages import WHY
from dinkit.reading.settings import Beside, Settings, load_baseline, load_reviews, load_settings
from dinkit.source import SETTINGS, Folder, Piped, UnreadableError, project_root
from dinkit.tuples import NamedTuple

EXPORTERS = "dinkit.exporters"
DASH = Path("-")
"""Standard input, or standard output."""
STDIN = "<stdin>"
"""The name of a text that came from standard input."""
SUFFIXES = (".yaml", ".yml")
"""How the names of models and their parts end."""
_NOT_FOUND = frozenset(("part-missing", "part-outside", "edition-missing", "edition-outside"))
_ROOT = Text(
    "een model van de standaardinvoer noemt andere bestanden vanaf deze map, of vanaf die achter --root: dinkit validate - --root MAP",
    "a model on standard input names other files from this folder, or from the one behind --root: dinkit validate - --root FOLDER",
)
_DATES = Text("2019-12-31, 2019-12, 2019-Q4 of 2019", "2019-12-31, 2019-12, 2019-Q4 or 2019")

_FIRST = Text("Zonder MODEL: het eerste model van dinkit.yaml.", "Without MODEL: the first model of dinkit.yaml.")
ALL_MODELS = Text("Zonder MODEL: alle modellen van dinkit.yaml.", "Without MODEL: all models of dinkit.yaml.")


def one_model_argument(without: Text) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the argument for one model.

    Args:
        without: what the help says of a call that names none.
    """
    kind = click.Path(path_type=Path, readable=False)
    return click.argument("model", cls=Argument, without=without, required=False, type=kind, metavar="[MODEL]")


model_argument = one_model_argument(_FIRST)
models_argument = click.argument(
    "models", cls=Argument, without=ALL_MODELS, nargs=-1, type=click.Path(path_type=Path, readable=False), metavar="[MODEL]..."
)


def given_date(context: click.Context, option: click.Parameter, given: str | None) -> ImpreciseDate | None:
    """Read the date behind an option, which has a Dutch and an English name.

    Raises:
        FailedError: it is none; with the date that was meant, where that is certain, else with what dates look like.
    """
    del context
    try:
        return parse_date(given) if given is not None else None
    except ValueError as error:
        from dinkit.reading.proposals import dates  # noqa: PLC0415 - only for what is no date, and start-up counts

        dutch, english = option.opts
        write = dates(given or "", period=False) or _DATES
        raise FailedError(
            Text(f"{dutch}: '{given}' is geen datum; schrijf {write.nl}", f"{english}: '{given}' is no date; write {write.en}")
        ) from error


date_option = click.option(
    "--peildatum",
    "--reference-date",
    "at",
    metavar=say(Text("DATUM", "DATE")),
    callback=given_date,
    help=say(Text("De datum waarop wordt gekeken; anders de peildatum van het model.", "The date to look at; else the reference date of the model.")),
)
year_option = click.option("--jaar", "--year", "year", type=click.IntRange(1000, 9999), help=say(Text("Alleen dit jaar.", "Only this year.")))
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    is_eager=True,  # before --format, which may follow from it
    callback=lambda _context, _option, given: None if given == DASH else given,
    help=say(Text("Schrijf naar dit bestand; - is de standaarduitvoer.", "Write to this file; - is standard output.")),
)
language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(["nl", "en"]),
    is_eager=True,
    callback=spoken,
    help=say(Text("Taal; anders die van het model.", "Language; else that of the model.")),
)
speech_option = click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    is_eager=True,
    callback=spoken,
    expose_value=False,
    help=say(Text("Taal waarin dinkit spreekt.", "Language that dinkit speaks.")),
)
"""For commands of which nothing else than what they say has a language."""


class TypedText(NamedTuple):
    """A text on standard input, and the path from the root of the project at which it is taken to stand."""

    path: str
    data: bytes


class Chosen(NamedTuple):
    """A model to work on: its path from the root of its project."""

    root: Path
    path: str
    piped: TypedText | None = None
    """What is read in place of one of its files."""


def chosen_models(given: tuple[Path, ...]) -> tuple[Chosen, ...]:
    """Return the models given, else those of dinkit.yaml in this folder or above it.

    Raises:
        FailedError: a file is missing, or nothing was given and no dinkit.yaml names a model.
    """
    if given:
        return tuple(dict.fromkeys(_chosen(path) for path in given))
    found = project_models(root_here())
    if not found:
        raise FailedError(
            Text(
                "geen model genoemd, en er is hier geen dinkit.yaml met 'modellen:'; 'dinkit init' maakt een begin",
                "no model was given, and there is no dinkit.yaml with 'models:' here; 'dinkit init' makes a start",
            )
        )
    return found


def project_models(root: Path) -> tuple[Chosen, ...]:
    """Return the models that the settings of a project name; perhaps none.

    Raises:
        FailedError: a fault in the settings leaves none, or a model is missing.
    """
    loaded = settings_of(root)
    if not loaded.record.models and loaded.findings:
        raise _broken(loaded.findings[0])
    return tuple(dict.fromkeys(chosen_inside(root, name) for name in loaded.record.models))


def settings_of(root: Path) -> Beside[Settings]:
    """Return the settings of a project."""
    return load_settings(Folder(root))


def decisions_of(root: Path) -> Decisions:
    """Return what a project decided about rules and findings: its settings, baseline and reviews."""
    files = Folder(root)
    return Decisions(load_settings(files), load_baseline(files), load_reviews(files))


def load_chosen(chosen: Chosen, at: ImpreciseDate | None = None) -> Loaded:
    """Load a model, as seen on the date `at` if one is given.

    Raises:
        FailedError: the file itself cannot be had; everything else is a finding.
    """
    try:
        folder = Folder(chosen.root)
        loaded = load(chosen.path, folder) if chosen.piped is None else _load_piped(chosen, chosen.piped)
        return loaded._replace(network=loaded.network.at(at)) if at else loaded
    except UnreadableError as error:
        raise unreadable(chosen.path, error.why) from error


def _load_piped(chosen: Chosen, text: TypedText) -> Loaded:
    """Load a model with the text on standard input; of the files that it names and that are not found, the hint is where they were looked for."""
    loaded = load(chosen.path, Piped(Folder(chosen.root), *text))
    if not is_stdin(chosen.path):
        return loaded
    findings = tuple(one._replace(hint=_ROOT) if one.slug in _NOT_FOUND and one.location.file == chosen.path else one for one in loaded.findings)
    return loaded._replace(findings=findings)


def is_stdin(path: str) -> bool:
    """Say whether a path is that of a text on standard input that has no file of its own."""
    return path.rpartition("/")[2] == STDIN


def load_for_use(chosen: Chosen, at: ImpreciseDate | None = None) -> tuple[Loaded, int]:
    """Load a model to draw or analyse it, and count its errors; they are told on standard error, but stop nothing.

    A picture or a table of a model with errors may lack what could not be read.
    """
    loaded = load_chosen(chosen, at)
    errors = sum(finding.severity is Severity.ERROR for finding in check(loaded, decisions_of(chosen.root)))
    if errors:
        progress(
            say(
                Text(
                    f"let op: {chosen.path} heeft {errors} fout(en); zie dinkit validate",
                    f"note: {chosen.path} has {errors} error(s); see dinkit validate",
                )
            )
        )
    return loaded, errors


def root_here() -> Path:
    """Return the root of the project that we are in.

    Raises:
        FailedError: the folder does not exist any more.
    """
    try:
        return project_root(Path.cwd() / SETTINGS)
    except FileNotFoundError as error:
        raise FailedError(Text("de map waarin u staat, bestaat niet meer", "the folder that you are in does not exist any more")) from error


def _broken(finding: Finding) -> FailedError:
    """Return the first fault in the settings, when it leaves no model to work on."""
    at = f"{finding.location.file}:{finding.location.span.line}:{finding.location.span.column}"
    hint = finding.hint or Text("", "")
    return FailedError(Text(f"{at}: {finding.message.nl}; {hint.nl}".rstrip("; "), f"{at}: {finding.message.en}; {hint.en}".rstrip("; ")))


def chosen_inside(root: Path, name: str) -> Chosen:
    """Return a model that the settings name; like a part, it does not leave the project."""
    try:
        Folder(root).resolve(name)
    except UnreadableError as error:
        why = WHY[error.why]
        raise FailedError(Text(f"{SETTINGS}: '{name}': {why.nl}", f"{SETTINGS}: '{name}': {why.en}")) from error
    return _chosen(root / name, name)


def _chosen(path: Path, name: str | None = None) -> Chosen:
    shown = f"{SETTINGS}: '{name}'" if name else f"'{path}'"
    try:
        found = path.exists()
    except OSError as error:  # a name too long for any file, a folder that nobody may look into
        raise FailedError(Text(f"{shown} is niet te bereiken ({error.strerror})", f"{shown} cannot be reached ({error.strerror})")) from error
    if not found:
        raise _missing(path, name, shown)
    if path.is_dir():
        raise FailedError(Text(f"{shown} is een map; noem een modelbestand", f"{shown} is a folder; name a model file"))
    root = project_root(path)
    return Chosen(root, path.resolve().relative_to(root).as_posix())


def _missing(path: Path, name: str | None, shown: str) -> FailedError:
    """Return how a command ends for a file that is not there, with the nearest name that is, as it would be written here."""
    near = _near_path(path)
    if near is None:
        return FailedError(Text(f"{shown} bestaat niet", f"{shown} does not exist"))
    meant = near.relative_to(path.parents[len(Path(name).parts) - 1]) if name else near
    return FailedError(Text(f"{shown} bestaat niet; bedoelt u '{meant}'?", f"{shown} does not exist; did you mean '{meant}'?"))


def _near_path(path: Path) -> Path | None:
    """Return the YAML file or folder whose name looks most like that of a path, in its folder or in the one that was meant by that."""
    folder = path.parent if path.parent == path or path.parent.is_dir() else _near_path(path.parent)
    if folder is None or not folder.is_dir():
        return None
    known = [one for one in (folder / name for name in Folder(folder).names("")) if one.is_dir() or one.suffix.lower() in SUFFIXES]
    # Only what stands before the suffix is compared: all models end alike. Of a file and a folder of one name, a suffix means the file.
    known.sort(key=lambda one: one.is_dir() is not bool(path.suffix))
    names = {one.stem.lower(): one for one in known}
    near = nearest_word(path.stem.lower(), names)
    return names[near] if near else None
