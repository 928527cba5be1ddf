"""dinkit baseline: take the findings that are there for granted, and forget those that are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from dinkit.checking.baseline import Key, baseline_text, counts_of, errors_of, is_named, is_read_whole, kept, key_of
from dinkit.checking.run import Decisions, judge, model_name
from dinkit.checking.sharing import is_whole_project
from dinkit.cli.gathering import whole_models
from dinkit.cli.language import say
from dinkit.cli.models import Chosen, date_option, decisions_of, load_chosen, models_argument, speech_option
from dinkit.cli.output import FailedError, progress, show, write_file
from dinkit.cli.places import shown_for
from dinkit.cli.refusals import unread
from dinkit.cli.wording import Command
from dinkit.finding import Severity, Text
from dinkit.model.dates import ImpreciseDate
from dinkit.reading.settings import BASELINE, Baseline
from dinkit.tuples import NamedTuple

_ACTIONS = ("write", "prune")
_NOT_GONE = Text("wat er weg is, is niet te zeggen", "what is gone cannot be told")


@click.command(
    "baseline",
    cls=Command,
    help=say(
        Text(
            "Leg vast welke bevindingen er al zijn. Na write tellen alleen nieuwe; prune haalt weg wat er niet meer is.",
            "Record which findings are there already. After write only new ones count; prune removes what is gone.",
        )
    ),
)
@click.argument("action", type=click.Choice(_ACTIONS))
@models_argument
@date_option
@speech_option
def COMMAND(action: str, models: tuple[Path, ...], at: ImpreciseDate | None) -> None:  # noqa: N802 - the name by which the catalogue finds a command
    """Write the baseline of the project, for the models given; what it says of other models, and of what could not be read, stays."""
    chosen = whole_models(models)
    root = _one_root(chosen)
    shown = shown_for(chosen[0])
    path = shown(BASELINE) if shown else BASELINE
    decisions = decisions_of(root)
    if decisions.baseline is None or decisions.baseline.findings:
        raise _broken(path)
    found = _found(chosen, decisions, at)
    before = counts_of(decisions.baseline.record)
    if action == "prune":
        whole = is_whole_project((one.path for one in chosen), decisions.settings)
        counts = _pruned(decisions.baseline.record, found, whole=whole)
    else:
        counts = found.counts | Counter({key: n for key, n in before.items() if key.model not in found.names - found.unread})
    write_file(root / BASELINE, baseline_text(counts).encode())
    show(_told(path, sum(before.values()), sum(counts.values()), found.errors if action == "write" else 0))
    if found.unread:
        progress(say(_as_it_was(found.unread)))


def _one_root(chosen: tuple[Chosen, ...]) -> Path:
    roots = {one.root for one in chosen}
    if len(roots) > 1:
        raise FailedError(
            Text(
                "deze modellen horen bij verschillende projecten; noem die van een project",
                "these models belong to several projects; name those of one",
            )
        )
    return roots.pop()


class _Found(NamedTuple):
    """What the models have without a baseline."""

    counts: Counter[Key]
    """How often each finding is there that may be taken for granted: no faults of reading, and no errors."""
    errors: int
    names: set[str]
    """What a baseline knows the models by."""
    unread: set[str]
    """Which of them could not be read whole."""
    named: bool
    """Whether it is certain of each what a baseline knows it by."""


def _found(chosen: tuple[Chosen, ...], decisions: Decisions, at: ImpreciseDate | None) -> _Found:
    counts: Counter[Key] = Counter()
    errors, names, unread, named = 0, set(), set(), True
    for one in chosen:
        loaded = load_chosen(one, at)
        name = model_name(loaded.network)
        names.add(name)
        named &= is_named(loaded.network)
        if not is_read_whole(loaded.network):
            unread.add(name)
        judged = judge(loaded, decisions._replace(baseline=None))
        findings = [finding for finding in judged.each if not finding.code.startswith("DIN0")]
        wrong = frozenset(errors_of(findings))
        errors += len(wrong) + sum(one.severity is Severity.ERROR and one.code.startswith("DIN0") for one in judged.findings)
        counts.update(key_of(finding, name) for finding in findings if finding not in wrong)
    return _Found(counts, errors, names, unread, named)


def _pruned(old: Baseline, found: _Found, *, whole: bool) -> Counter[Key]:
    """Return the baseline without what is gone; when these are all models of the project, also without what it says of others.

    Raises:
        FailedError: what could not be read may still be there.
    """
    if found.unread:
        raise unread(found.unread, _NOT_GONE)
    return kept(old, found.counts, {entry.model for entry in old.findings} if whole and found.named else found.names)


def _as_it_was(models: Iterable[str]) -> Text:
    listed = ", ".join(f"'{name}'" for name in sorted(models))
    return Text(
        f"niet alles in {listed} kon gelezen worden: wat de baseline daarvan had, is gebleven",
        f"not everything in {listed} could be read: what the baseline had of it has stayed",
    )


def _broken(path: str) -> FailedError:
    return FailedError(
        Text(
            f"{path} heeft fouten en blijft zoals het is; herstel de regels die 'dinkit validate' noemt, "
            "of haal het bestand weg en schrijf het opnieuw met 'dinkit baseline write'",
            f"{path} has faults and stays as it is; mend the lines that 'dinkit validate' names, "
            "or remove the file and write it again with 'dinkit baseline write'",
        )
    )


def _told(path: str, before: int, after: int, errors: int) -> str:
    nl, en = ("bevinding", "finding") if after == 1 else ("bevindingen", "findings")
    out = Text("", "")
    if errors:
        out = Text(
            f"; {errors} {'fout komt' if errors == 1 else 'fouten komen'} er niet in: los die op",
            f"; {errors} {'error is' if errors == 1 else 'errors are'} left out: mend {'it' if errors == 1 else 'them'}",
        )
    return say(Text(f"{path}: {after} {nl} (dat waren er {before}){out.nl}", f"{path}: {after} {en} (there were {before}){out.en}"))
