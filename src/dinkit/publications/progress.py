"""What a programme manager takes to the clients: exceptions first, then how the goals and all efforts stand, and what was not reported.

Everything comes from the analysis `progress`, on the reference date of the model. Every colour stands as a word with a sign before it, so that
nothing is lost in print or for who sees no colours. `progress_council` is the shorter form for the council.
"""

from __future__ import annotations

from dinkit.analyses._progress import Progressed, progress_of
from dinkit.analyses._progress_lines import exceptions, lines
from dinkit.analyses._progress_tables import efforts_table, goals_table, others_table
from dinkit.analyses.progress import answers, notes
from dinkit.analysis import Options
from dinkit.finding import Text
from dinkit.network import Network
from dinkit.publication import Publication, PublicationType, Section
from dinkit.publications import _progress as parts


def run(network: Network, options: Options) -> Publication:
    """Put the progress in the order of a talk with the clients."""
    del options
    seen = progress_of(network)
    sections = [_exceptions(seen), _goals(seen), _efforts(seen), parts.developments(seen), _told(seen)] if seen.reported.moments else []
    return Publication(parts.title(network), parts.subtitle(network), answers(seen), (*sections, parts.silent(seen)), (parts.LEGEND, *notes(seen)))


def _exceptions(seen: Progressed) -> Section:
    found = exceptions(seen)
    title = Text("Uitzonderingen", "Exceptions")
    if not found:
        return Section(title, (parts.NO_EXCEPTIONS,))
    return Section(title, sections=tuple(parts.exception(line, author=True) for line in found))


def _goals(seen: Progressed) -> Section:
    counted = Text(
        "Per doel: hoeveel van de inspanningen die het bereiken er hoe bij staan, en het zwaarste dat voorkomt.",
        "Per goal: how many of the efforts that reach it stand where, and the worst that occurs.",
    )
    return Section(Text("Hoe de doelen ervoor staan", "How the goals stand"), (counted,), (parts.signed(goals_table(seen), without=("id",)),))


def _efforts(seen: Progressed) -> Section:
    tables = [parts.signed(parts.named(seen, efforts_table(seen)), without=("id", "author"))]
    if seen.others:
        tables.append(parts.signed(others_table(seen), without=("id",)))
    return Section(Text("Alle inspanningen, op zeven aspecten", "All efforts, on seven aspects"), tables=tuple(tables))


def _told(seen: Progressed) -> Section:
    shown = {line[:2] for line in exceptions(seen)}
    found = [line for line in lines(seen) if line[:2] not in shown and line.aspect != "developments" and parts.explained(line)]
    title = Text("Toelichting bij de rest", "Explanation of the rest")
    if not found:
        return Section(
            title, (Text("Bij wat niet oranje of rood is, is niets toegelicht.", "Nothing that is neither orange nor red was explained."),)
        )
    return Section(title, tables=(parts.told_table(found),))


PUBLICATION = PublicationType(Text("Voortgang", "Progress"), Text("voortgang", "progress"), run, parts.anything)
