"""The progress for college and council: the shorter form, in which no person reports and money is not explained in detail.

The same facts as `progress`: nothing that is red or orange is left out, and what was not reported is told. Left out are who reported, the table
of all efforts, what was told about aspects that go well, and the details behind an exception on finance (its colour and its measure stay).
"""

from __future__ import annotations

from dinkit.analyses._progress import Progressed, progress_of
from dinkit.analyses._progress_lines import Line, exceptions
from dinkit.analyses._progress_tables import goals_table
from dinkit.analyses.progress import answers, notes
from dinkit.analysis import Options
from dinkit.finding import Text
from dinkit.network import Network
from dinkit.publication import Publication, PublicationType, Section
from dinkit.publications import _progress as parts


def run(network: Network, options: Options) -> Publication:
    """Put the progress in the order of a council paper."""
    del options
    seen = progress_of(network)
    sections = [_goals(seen), _exceptions(seen), parts.developments(seen, authors=False)] if seen.reported.moments else []
    return Publication(parts.title(network), parts.subtitle(network), answers(seen), (*sections, parts.silent(seen)), (parts.LEGEND, *notes(seen)))


def _goals(seen: Progressed) -> Section:
    table = parts.signed(goals_table(seen), without=("id", "own"))
    at = [column.key for column in table.columns].index("level")
    main = table._replace(rows=tuple(row for row in table.rows if row[at] == "main"))
    counted = Text(
        "Per hoofddoel: hoeveel inspanningen er hoe bij staan. Wat niet gemeld is, telt nergens als goed.",
        "Per main goal: how many efforts stand where. What was not reported counts nowhere as good.",
    )
    return Section(Text("De hoofddoelen", "The main goals"), (counted,), (main,))


def _exceptions(seen: Progressed) -> Section:
    found = exceptions(seen)
    title = Text("Waar het afwijkt", "Where it deviates")
    if not found:
        return Section(title, (parts.NO_EXCEPTIONS,))
    return Section(title, sections=tuple(_finance(line) if line.aspect == "finance" else parts.exception(line, author=False) for line in found))


def _finance(line: Line) -> Section:
    whole = parts.exception(line, author=False, fields=("response",))
    more = Text("De bedragen staan in de melding voor de opdrachtgevers.", "The amounts are in the report for the clients.")
    return whole._replace(paragraphs=(*whole.paragraphs, more))


PUBLICATION = PublicationType(
    Text("Voortgang voor de raad", "Progress for the council"), Text("voortgang-raad", "progress-council"), run, parts.anything
)
