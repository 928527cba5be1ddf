"""What changed since the previous edition, in a few lines; the definitions are those of the `editions` analysis."""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.analyses import _words as words
from dinkit.analyses._editions import Told, told
from dinkit.analyses._editions_words import edition_name
from dinkit.comparing.matching import Match, editions_of
from dinkit.finding import Text
from dinkit.network import Network
from dinkit.publication import Section
from dinkit.publications import _accountability_words as say

_ARRIVED = ("new", "returned")


def section(network: Network) -> Section | None:
    """Return what changed; None where there is no previous edition that could be read."""
    latest = editions_of(network)[0]
    if latest.match is None:
        return None
    rows = told(latest.match, latest.returned)
    before = edition_name(latest.match.earlier)
    title = Text(f"Wat er veranderde sinds '{before}'", f"What changed since '{before}'")
    lines = [line for line in _lines(latest.match, rows) if line is not None]
    kept = Text("De inspanningen, hun onderdelen en de doelen bleven dezelfde.", "The efforts, their parts and the goals stayed the same.")
    return Section(title, tuple(lines) or (kept,))


def _lines(found: Match, rows: Sequence[Told]) -> list[Text | None]:
    """Return a line per kind of change: efforts by name, of parts and goals how many."""
    efforts, parts, goals = ([row for row in rows if row.sort == sort] for sort in ("effort", "sub_effort", "goal"))
    moved = [row.name for row in (*efforts, *parts) if "other_main_goal" in row.change.changes]
    return [
        _named(Text("Nieuwe inspanningen", "New efforts"), [row.name for row in efforts if row.change.state in _ARRIVED]),
        _named(Text("Niet meer genoemd", "No longer named"), [row.name for row in efforts if row.change.state == "gone"]),
        *(_merged(found, row) for row in efforts if "merged" in row.change.changes),
        _named(Text("Gesplitst", "Split"), [row.name for row in efforts if "split" in row.change.changes]),
        _named(Text("Gestopt volgens de bron", "Stopped, says the source"), [row.name for row in efforts if "stopped" in row.change.changes]),
        _renamed([row for row in efforts if "renamed" in row.change.changes and "merged" not in row.change.changes]),
        _named(Text("Nu voor een ander hoofddoel", "Now for another main goal"), moved),
        _counted(words.unit_word(found.later, "sub_effort"), parts),
        _counted(words.kind_word(found.later, "goal"), goals),
    ]


def _named(head: Text, names: Sequence[str]) -> Text | None:
    listed = say.quoted(names)
    return Text(f"{head.nl}: {listed.nl}.", f"{head.en}: {listed.en}.") if names else None


def _merged(found: Match, row: Told) -> Text:
    listed = say.quoted(found.earlier.elements[one].name for one in row.change.before)
    return Text(f"Samengevoegd: {listed.nl} werden '{row.name}'.", f"Merged: {listed.en} became '{row.name}'.")


def _renamed(rows: Sequence[Told]) -> Text | None:
    if not rows:
        return None
    nl, en = ("; ".join(f"'{row.name_then}' {now} '{row.name}'" for row in rows) for now in ("heet nu", "is now called"))
    return Text(f"Anders genoemd: {nl}.", f"Renamed: {en}.")


def _counted(word: Text, rows: Sequence[Told]) -> Text | None:
    """Return how many came, went and stayed; nothing where there were none and are none."""
    came = sum(row.change.state in _ARRIVED for row in rows)
    went = sum(row.change.state == "gone" for row in rows)
    head = words.capital(word)
    if not rows:
        return None
    if not came and not went:
        return Text(f"{head.nl}: alle {len(rows)} gebleven.", f"{head.en}: all {len(rows)} kept.")
    return Text(
        f"{head.nl}: {came} nieuw, {went} niet meer genoemd, {len(rows) - came - went} gebleven.",
        f"{head.en}: {came} new, {went} no longer named, {len(rows) - came - went} kept.",
    )
