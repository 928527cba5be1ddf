"""Which models are meant by the files, folders and changed files of a call, or by a text on standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

from dinkit.cli.models import (
    DASH,
    STDIN,
    SUFFIXES,
    Chosen,
    TypedText,
    chosen_inside,
    chosen_models,
    load_chosen,
    project_models,
    root_here,
    settings_of,
)
from dinkit.cli.output import FailedError
from dinkit.cli.places import shown_for
from dinkit.finding import Text
from dinkit.reading.outline import Outline, outline_of
from dinkit.reading.settings import BASELINE, REVIEWS
from dinkit.source import LARGEST, SETTINGS, Folder, UnreadableError, project_root

_BESIDE = (SETTINGS, BASELINE, REVIEWS)
"""What a project decides beside its models counts for all of them."""
_CHANGED = Text(", of gebruik: dinkit validate --changed {}", ", or use: dinkit validate --changed {}")
_NOT_SAID = Text("", "")


def gathered(given: tuple[Path, ...], *, root: Path | None = None, changed: bool = False, stands_for: Path | None = None) -> tuple[Chosen, ...]:
    """Return the models to work on, each once.

    Args:
        given: model files, folders (see `_inside`) and "-" for standard input; nothing for the models of dinkit.yaml.
        root: the folder that the text on standard input is taken to stand in; else this one.
        changed: `given` are changed files of any sort, or folders with such files: the models that they belong to, of files perhaps none.
        stands_for: the file of which the text on standard input is a newer version.

    Raises:
        FailedError: something is missing or unreadable, a file is a part of a model, or the call is wrong.
    """
    if stands_for is not None:
        if given != (DASH,) or changed or root is not None:
            raise FailedError(
                Text("--as hoort bij '-' alleen: dinkit validate - --as BESTAND", "--as goes with '-' alone: dinkit validate - --as FILE")
            )
        return _standing_for(stands_for)
    if root is not None and (changed or DASH not in given):
        raise FailedError(Text("--root hoort bij '-', een model van de standaardinvoer", "--root goes with '-', a model on standard input"))
    if changed:
        return tuple(dict.fromkeys(_of_changed(given)))
    if not given:
        return chosen_models(())
    return tuple(dict.fromkeys(chosen for path in given for chosen in _meant(path, root)))


def whole_models(given: tuple[Path, ...]) -> tuple[Chosen, ...]:
    """Return the models given, else those of dinkit.yaml in this folder or above it.

    Raises:
        FailedError: a file is missing or only a part of a model, or nothing was given and no dinkit.yaml names a model.
    """
    chosen = chosen_models(given)
    for path in given:
        _refuse_part(path)
    return chosen


def whole_model(given: Path | None) -> Chosen:
    """Return the model given, else the first of dinkit.yaml."""
    return whole_models((given,) if given else ())[0]


def each_model(given: tuple[Path, ...]) -> Iterator[tuple[str, Chosen | FailedError]]:
    """Yield what `whole_models` returns one by one, each with how it was named; where one cannot be had its failure, so that others go on.

    Raises:
        FailedError: nothing was given and no dinkit.yaml names a model.
    """
    seen: set[Chosen] = set()
    for name, choose in _choices(given):
        try:
            chosen = choose()
        except FailedError as error:
            yield name, error
        else:
            if chosen not in seen:
                seen.add(chosen)
                yield name, chosen


def _choices(given: tuple[Path, ...]) -> list[tuple[str, Callable[[], Chosen]]]:
    """Return how each model is named, and how to look for it."""
    if given:
        return [(str(path), partial(whole_model, path)) for path in given]
    root = root_here()
    names = settings_of(root).record.models
    if not names:
        chosen_models(())  # says why there are none
    return [(name, partial(chosen_inside, root, name)) for name in names]


def _meant(path: Path, root: Path | None) -> tuple[Chosen, ...]:
    if path == DASH:
        return (_from_stdin(root or Path()),)
    if _is_folder(path):
        return _inside(path)
    chosen = chosen_models((path,))
    _refuse_part(path, _CHANGED)
    return chosen


def _is_folder(path: Path) -> bool:
    """Say whether a path is a folder; a name that no file can have is none, and is told as any other that is missing."""
    return os.path.isdir(path)  # noqa: PTH112


def _refuse_part(path: Path, way: Text = _NOT_SAID) -> None:
    """Refuse a part of a model: by itself it is full of links to what stands elsewhere.

    Raises:
        FailedError: a model of the project names it as a part, and it does not name itself with `model:`.
    """
    if _names_itself(path):
        return
    owner = _owner(path.resolve())
    if owner is not None:
        shown = shown_for(owner)
        model = shown(owner.path) if shown else owner.path
        raise FailedError(
            Text(
                f"'{path}' is een deel van {model} en geen model; noem dat model{way.nl.format(path)}",
                f"'{path}' is a part of {model} and no model; name that model{way.en.format(path)}",
            )
        )


def _names_itself(path: Path) -> bool:
    """Say whether a file is a model by its own words; what cannot be read is told when it is loaded."""
    try:
        data = Folder(path.parent).read(path.name)
    except UnreadableError:
        return True
    # To read the whole file takes as long as loading it, and hardly any model has its name elsewhere than at the start of a line.
    return data.startswith(b"model:") or b"\nmodel:" in data or outline_of(data).is_model


def _owner(part: Path) -> Chosen | None:
    """Return a model of which a file is a part; None where there is none, where the settings name it as a model, or where they do not say."""
    with suppress(FailedError):
        for folder in _homes(part):
            models = _models_of(folder)
            if (folder / SETTINGS).exists() and any(one.root / one.path == part for one in models):
                return None
            for one in models:
                if one.root / one.path != part and any(one.root / file.path == part for file in load_chosen(one).network.files):
                    return one
    return None


def _from_stdin(folder: Path) -> Chosen:
    """Return the text on standard input as a model in a folder: its parts are named from there."""
    if not folder.is_dir():
        raise FailedError(Text(f"--root: '{folder}' is geen map", f"--root: '{folder}' is no folder"))
    return _as_model(folder.resolve() / STDIN, _typed())


def _standing_for(file: Path) -> tuple[Chosen, ...]:
    """Return the models that a file belongs to, with the text on standard input in its place; one of none, or not yet there, is taken for a model."""
    if file.name in _BESIDE:
        raise FailedError(Text(f"--as: '{file}' is geen model en geen deel van een model", f"--as: '{file}' is no model and no part of one"))
    data, path = _typed(), file.resolve()
    found = [one for one in dict.fromkeys(_touched((file,))) if path in _files_of(one)] if file.exists() else []
    return tuple(chosen._replace(piped=TypedText(path.relative_to(chosen.root).as_posix(), data)) for chosen in found) or (_as_model(path, data),)


def _as_model(path: Path, data: bytes) -> Chosen:
    root = project_root(path)
    file = path.relative_to(root).as_posix()
    return Chosen(root, file, TypedText(file, data))


def _typed() -> bytes:
    """Return what stands on standard input, as far as a file may be long."""
    if sys.stdin is None:  # closed before dinkit began
        raise FailedError(Text("de standaardinvoer is dicht", "standard input is closed"))
    return sys.stdin.buffer.read(LARGEST + 1)


def _inside(folder: Path) -> tuple[Chosen, ...]:
    """Return the models of a folder: those of its own dinkit.yaml, else the files in it that are models."""
    found = _models_of(folder)
    if not found:
        raise FailedError(
            Text(
                f"in '{folder}' staat geen model (een bestand met 'model:' dat geen deel van een ander is); noem het bestand",
                f"there is no model in '{folder}' (a file with 'model:' that is no part of another); name the file",
            )
        )
    return found


def _models_of(folder: Path) -> tuple[Chosen, ...]:
    """Return the models that the settings in a folder name, else those that stand in it; perhaps none."""
    named = project_models(folder) if (folder / SETTINGS).exists() else ()
    return named or _each(_model_files(folder))


def _model_files(folder: Path) -> list[Path]:
    """Return the files of a folder, not of those below it, that are models: with `model:`, or with parts while no other file names it."""
    outlines = {path: _outline(path) for path in sorted(folder.iterdir()) if path.suffix.lower() in SUFFIXES}
    named = {(folder / part).resolve() for outline in outlines.values() for part in outline.parts}
    return [path for path, one in outlines.items() if one.is_model or (one.parts and path.resolve() not in named)]


def _outline(path: Path) -> Outline:
    """Return the outline of a file; what cannot be read is none of ours."""
    try:
        return outline_of(Folder(path.parent).read(path.name))
    except UnreadableError:
        return Outline(is_model=False, parts=())


def _each(files: list[Path]) -> tuple[Chosen, ...]:
    return chosen_models(tuple(files)) if files else ()


def _of_changed(given: tuple[Path, ...]) -> Iterator[Chosen]:
    """Yield the models of changed files, and of the files in folders; a folder with none is most likely not the one that was meant."""
    if DASH in given:
        raise FailedError(
            Text(
                "--changed gaat over bestanden en mappen; '-' is een model van de standaardinvoer",
                "--changed is about files and folders; '-' is a model on standard input",
            )
        )
    yield from _touched(tuple(path for path in given if not _is_folder(path)))
    for folder in filter(_is_folder, given):
        found = tuple(_touched(tuple(_files_below(folder))))
        if not found:
            raise FailedError(Text(f"in '{folder}' staat geen bestand van een model", f"there is no file of a model in '{folder}'"))
        yield from found


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield the YAML files of a folder and of the folders below it, hidden ones aside: those are of tools."""
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(inside, name) for name in sorted(names) if Path(name).suffix.lower() in SUFFIXES)


def _touched(given: tuple[Path, ...]) -> Iterator[Chosen]:
    """Yield the models that changed files belong to: they are one, are read by one, or are the settings of its project."""
    paths = dict.fromkeys(path.resolve() for path in given if path.suffix.lower() in SUFFIXES)
    yield from _each([path for path in paths if path.is_file() and _outline(path).is_model])
    for folder in dict.fromkeys(folder for path in paths for folder in _homes(path)):
        yield from _concerned(_models_of(folder), {path for path in paths if path.is_relative_to(folder)}, folder)


def _homes(path: Path) -> Iterator[Path]:
    """Yield the folders whose models may read a file: the projects that it lies in, else every folder from its own up to the root."""
    homes = [folder for folder in path.parents if (folder / SETTINGS).exists()]
    root = project_root(path)
    yield from homes or (folder for folder in path.parents if folder.is_relative_to(root) and folder.is_dir())


def _concerned(models: tuple[Chosen, ...], paths: set[Path], home: Path) -> tuple[Chosen, ...]:
    """Return the models of a folder that rest on one of these files.

    All of them where a file is gone, which may be a part that one misses, and where one has elements and nothing reads it: only all together show that.
    """
    if any(home / name in paths for name in _BESIDE) or not all(path.exists() for path in paths):
        return models
    files = {chosen: _files_of(chosen) for chosen in models}
    unread = paths.difference(*files.values()) if (home / SETTINGS).exists() else set()
    if any(_outline(path).content for path in unread):
        return models
    return tuple(chosen for chosen in models if not paths.isdisjoint(files[chosen]))


@cache
def _files_of(chosen: Chosen) -> set[Path]:
    """Return the files that a model and its earlier editions are read from; a call may ask twice, and each time is a load."""
    return {chosen.root / file.path for edition in load_chosen(chosen).network.editions() for file in edition.files}
