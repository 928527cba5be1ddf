"""dinkit baseline: take the findings that are there for granted, and forget those that are gone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from dinkit.checking.baseline import Key, baseline_text, counts_of, is_read_whole, kept, key_of
from dinkit.checking.run import Decisions, judge, model_name
from dinkit.cli.language import say
from dinkit.cli.models import Chosen, chosen_models, date_option, decisions_of, load_chosen, models_argument, speech_option
from dinkit.cli.output import FailedError, show, write_file
from dinkit.cli.refusals import broken_beside
from dinkit.cli.wording import Command
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.reading.settings import BASELINE

_ACTIONS = ("write", "prune")


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
    chosen = chosen_models(models)
    root = _one_root(chosen)
    decisions = decisions_of(root)
    found, names, unread = _found(chosen, decisions, at)
    if action == "prune" and unread:
        raise _unread(sorted(unread))
    if decisions.baseline is None or decisions.baseline.findings:
        raise broken_beside(BASELINE)
    old = decisions.baseline.record
    before = counts_of(old)
    counts = (
        kept(old, found, names) if action == "prune" else found | Counter({key: n for key, n in before.items() if key.model not in names - unread})
    )
    write_file(root / BASELINE, baseline_text(counts).encode())
    show(_told(sum(before.values()), sum(counts.values())))


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


def _found(chosen: tuple[Chosen, ...], decisions: Decisions, at: ImpreciseDate | None) -> tuple[Counter[Key], set[str], set[str]]:
    """Return what is found in each model without a baseline, what the models are called, and which could not be read whole.

    Faults of reading are never taken for granted.
    """
    found: Counter[Key] = Counter()
    names, unread = set(), set()
    for one in chosen:
        loaded = load_chosen(one, at)
        name = model_name(loaded.network)
        names.add(name)
        if not is_read_whole(loaded.network):
            unread.add(name)
        judged = judge(loaded, decisions._replace(baseline=None))
        found.update(key_of(finding, name) for finding in judged.findings if not finding.code.startswith("DIN0"))
    return found, names, unread


def _unread(names: list[str]) -> FailedError:
    listed = ", ".join(f"'{name}'" for name in names)
    return FailedError(
        Text(
            f"niet alles in {listed} kon gelezen worden, dus wat er weg is, is niet te zeggen; los eerst de fouten op (zie dinkit validate)",
            f"not everything in {listed} could be read, so that what is gone cannot be told; mend the errors first (see dinkit validate)",
        )
    )


def _told(before: int, after: int) -> str:
    nl, en = ("bevinding", "finding") if after == 1 else ("bevindingen", "findings")
    return say(Text(f"{BASELINE}: {after} {nl} (dat waren er {before})", f"{BASELINE}: {after} {en} (there were {before})"))
