"""dinkit append: add measurements of a CSV file to a model, spliced in without touching the rest of its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from dinkit.checking.run import check
from dinkit.cli.gathering import whole_model
from dinkit.cli.language import say, speak
from dinkit.cli.models import Chosen, date_option, language_option, load_chosen, model_argument
from dinkit.cli.output import FOUND, OK, FailedError, complain, finish, show
from dinkit.cli.refusals import given_bytes
from dinkit.cli.rewriting import Change, changed, rewrite
from dinkit.cli.wording import Command
from dinkit.editing.entries import UnplaceableError, edits_for
from dinkit.editing.measurements import Batch, understood
from dinkit.editing.proof import Overlay, holds_exactly
from dinkit.editing.splice import fingerprint, splice
from dinkit.editing.table import Complaint, read_csv
from dinkit.exporters._plain import plain
from dinkit.finding import Edit, Finding, Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.reading.load import Loaded, load
from dinkit.reading.text import decode
from dinkit.source import Folder

_KINDS = ("measurements", "metingen")

_UNREAD = Text(
    "het model is niet helemaal te lezen; los eerst de fouten van 'dinkit validate' op, er is niets geschreven",
    "the model cannot be read as a whole; mend the errors of 'dinkit validate' first, nothing was written",
)


@click.command(
    "append",
    cls=Command,
    help=say(
        Text(
            "Voeg metingen uit een CSV-bestand toe aan een model. De kolommen indicator, datum en waarde moeten erin staan; "
            "eenheid, groep, bron, opmerking en letterlijk mogen. Alleen wat erbij komt wordt geschreven; de rest van het bestand blijft zoals het is.",
            "Add the measurements of a CSV file to a model. The columns indicator, date and value must be there; "
            "unit, group, source, note and verbatim may be. Only what is added is written; the rest of the file stays as it is.",
        )
    ),
)
@click.argument("what", type=click.Choice(_KINDS), metavar="measurements")
@click.argument("file", type=click.Path(path_type=Path, readable=False), metavar=say(Text("BESTAND.csv", "FILE.csv")))
@model_argument
@click.option(
    "--to",
    type=click.Path(path_type=Path, readable=False),
    metavar=say(Text("DEEL", "PART")),
    help=say(Text("Het bestand van het model waar ze bij komen.", "The file of the model that they are added to.")),
)
@click.option("--dry-run", is_flag=True, help=say(Text("Laat alleen zien wat erbij zou komen.", "Only show what would be added.")))
@date_option
@language_option
def COMMAND(  # noqa: N802 - the name by which the catalogue finds a command; one argument per option
    what: str,
    file: Path,
    model: Path | None,
    to: Path | None,
    dry_run: bool,  # noqa: FBT001 - click hands flags over by name
    at: ImpreciseDate | None,
    language: str | None,
) -> None:
    """Show what would be added, and add it; exit 1 when a row is wrong, and then nothing is written."""
    del what
    data = given_bytes(file)
    chosen = whole_model(model)
    loaded = load_chosen(chosen, at)
    # All that is said from here on is about the model, so in its language: `say` asks the call for that.
    speak(language or loaded.network.head.language)
    target = _part(chosen, loaded, to)
    if not loaded.network.complete:
        complain(say(_UNREAD))
        finish(FOUND)
    batch = understood(loaded.network, read_csv(data))
    if batch.complaints:
        _refuse(file, batch.complaints)
    changes = _changes(chosen, loaded, _placed(loaded, batch, target))
    _check(file, chosen, loaded, batch, changes)
    show("\n".join(plain(line) for line in _preview(file, loaded, batch, changes, to)))
    if not dry_run:
        rewrite(chosen.root, changes)
    show(plain(_closing(batch, changes, dry_run=dry_run)))
    finish(OK)


def _part(chosen: Chosen, loaded: Loaded, to: Path | None) -> str | None:
    """Return the path of --to from the project root, or say that it is no file of the model."""
    if to is None:
        return None
    paths = [file.path for file in loaded.network.files]
    for place in (to, chosen.root / to):
        found = place.resolve()
        if found.is_relative_to(chosen.root) and found.relative_to(chosen.root).as_posix() in paths:
            return found.relative_to(chosen.root).as_posix()
    known = ", ".join(paths)
    raise FailedError(
        Text(f"--to: '{to}' is geen bestand van dit model; dat zijn: {known}", f"--to: '{to}' is no file of this model; those are: {known}")
    )


def _refuse(file: Path, complaints: Iterable[Complaint]) -> None:
    """Tell what is wrong with the rows, and end the command."""
    for line in _told(file, complaints):
        show(plain(line))
    show(say(Text("er is niets geschreven", "nothing was written")))
    finish(FOUND)


def _told(file: Path, complaints: Iterable[Complaint]) -> Iterator[str]:
    for one in complaints:
        row = say(Text(f", rij {one.row}", f", row {one.row}")) if one.row else ""
        column = say(Text(f", kolom '{one.column}'", f", column '{one.column}'")) if one.column else ""
        yield f"{file.name}{row}{column}: {say(one.message)}"


def _placed(loaded: Loaded, batch: Batch, target: str | None) -> tuple[Edit, ...]:
    """Return the edits, or say which file has no place for them."""
    if not batch.additions:
        return ()
    try:
        return edits_for(loaded.network, batch.additions, target)
    except UnplaceableError as error:
        raise FailedError(Text(f"'{error.path}': {error.why.nl}", f"'{error.path}': {error.why.en}")) from error


def _changes(chosen: Chosen, loaded: Loaded, edits: Sequence[Edit]) -> tuple[Change, ...]:
    """Return the files with the edits in them; none is written yet."""
    texts = {file.path: file.text for file in loaded.network.files}
    files, made = Folder(chosen.root), []
    for path in dict.fromkeys(edit.file for edit in edits):
        before = files.read(path)
        text, problem = decode(before)
        if text != texts[path]:
            raise changed(path)
        if problem is not None:
            raise FailedError(Text(f"'{path}' is geen UTF-8; sla het eerst zo op", f"'{path}' is not UTF-8; save it so first"))
        own = [edit for edit in edits if edit.file == path]
        made.append(Change(path, before, splice(before, own, loaded=fingerprint(before))))
    return tuple(made)


def _check(file: Path, chosen: Chosen, loaded: Loaded, batch: Batch, changes: Sequence[Change]) -> None:
    """Load the result and refuse it unless it is the old model with exactly these measurements, and no error more."""
    if not changes:
        return
    after = load(chosen.path, Overlay(Folder(chosen.root), {change.path: change.after for change in changes}))
    today = loaded.network.head.reference_date
    after = after._replace(network=after.network.at(today)) if isinstance(today, ImpreciseDate) else after
    if not holds_exactly(loaded, after, batch.additions):
        paths = ", ".join(change.path for change in changes)
        raise FailedError(
            Text(
                f"in {paths} is geen plek te vinden waar dit erbij kan zonder iets anders te veranderen; kies met --to een ander bestand",
                f"there is no place in {paths} where this can be added without changing something else; choose another file with --to",
            )
        )
    rows = {addition.id: addition.row for addition in batch.additions}
    errors = [one for one in _new_findings(loaded, after) if one.severity is Severity.ERROR]
    if errors:
        _refuse(file, [Complaint(rows.get(one.element or "", 0), "", _with_code(one)) for one in errors])


def _new_findings(before: Loaded, after: Loaded) -> Iterator[Finding]:
    """Yield what the rules find in the result and did not find before."""
    known = Counter((one.code, one.element, one.message) for one in check(before))
    for one in check(after):
        key = (one.code, one.element, one.message)
        if known[key]:
            known[key] -= 1
        else:
            yield one


def _with_code(finding: Finding) -> Text:
    hint = finding.hint or Text("", "")
    return Text(f"{finding.message.nl} ({finding.code}; {hint.nl})", f"{finding.message.en} ({finding.code}; {hint.en})")


def _preview(file: Path, loaded: Loaded, batch: Batch, changes: Sequence[Change], to: Path | None) -> Iterator[str]:
    for note in batch.notes:
        yield f"{file.name}: {say(note)}"
    yield from _told(file, batch.skipped)
    shared = {one.path: edition.head.model or "" for edition in loaded.network.editions() if edition is not loaded.network for one in edition.files}
    for change in changes:
        if change.path in shared and to is None:
            yield say(_also_earlier(change.path, shared))
        yield from _difference(change)


def _also_earlier(path: str, shared: Mapping[str, str]) -> Text:
    return Text(
        f"let op: {path} hoort ook bij de eerdere editie '{shared[path]}'; kies met --to een ander bestand als de metingen daar niet bij horen",
        f"note: {path} also belongs to the earlier edition '{shared[path]}'; choose another file with --to if the measurements do not",
    )


def _difference(change: Change) -> Iterator[str]:
    """Yield the lines that come and go, below the file and the number of the first."""
    old, new = (decode(data)[0].splitlines() for data in (change.before, change.after))
    start = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
    most = min(len(old), len(new)) - start
    same = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    yield f"{change.path}:{start + 1}:"
    yield from (f"- {line}".rstrip() for line in old[start : len(old) - same])
    yield from (f"+ {line}".rstrip() for line in new[start : len(new) - same])


def _closing(batch: Batch, changes: Sequence[Change], *, dry_run: bool) -> str:
    count = len(batch.additions)
    if not count:
        return say(Text("er is niets toe te voegen", "there is nothing to add"))
    paths = ", ".join(change.path for change in changes)
    word = Text("meting" if count == 1 else "metingen", "measurement" if count == 1 else "measurements")
    if dry_run:
        return say(
            Text(
                f"{count} {word.nl} zouden bij {paths} komen; er is niets geschreven",
                f"{count} {word.en} would be added to {paths}; nothing was written",
            )
        )
    return say(Text(f"{count} {word.nl} toegevoegd aan {paths}", f"{count} {word.en} added to {paths}"))
