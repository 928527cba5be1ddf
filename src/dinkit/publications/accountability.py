"""The accountability of a year in the three questions of the Dutch budget cycle: what do we want to reach, what did we do, what may it cost.

For a council and everybody outside the organisation: names instead of ids, plain words, and beside everything where it stands. The year is the
one that was asked for, else that of the reference date; without either all years are told. Every result of the year stands in it exactly once,
what was planned and not reported is told as such, and every total of money is the sum of the rows above it.
"""

from __future__ import annotations

from dinkit.analyses._editions_words import edition_name
from dinkit.analyses._plans import known
from dinkit.analysis import Options
from dinkit.finding import Text
from dinkit.model.records import Result
from dinkit.network import Network, programme_of
from dinkit.publication import Publication, PublicationType
from dinkit.publications import _accountability_change as change
from dinkit.publications import _accountability_goals as goals
from dinkit.publications import _accountability_money as money
from dinkit.publications import _accountability_words as say
from dinkit.publications import _accountability_work as work
from dinkit.publications._accountability import Accounted, accounted
from dinkit.publications._accountability_summary import notes, summary


def run(network: Network, options: Options) -> Publication:
    """Answer the three questions for a year."""
    seen = accounted(network, options)
    changed = change.section(seen.network)
    sections = (*((changed,) if changed else ()), goals.section(seen), work.section(seen), money.section(seen))
    return Publication(_title(seen), _subtitle(seen), summary(seen), sections, notes(seen, sections))


def has_results(network: Network) -> bool:
    """Say whether a model has anything to account for."""
    return next(network.of(Result), None) is not None


def _title(seen: Accounted) -> Text:
    programme = programme_of(seen.network)
    of = Text(f" van {programme.name}", f" of {programme.name}") if programme else say.NOTHING
    over = Text(f" over {seen.year}", f" for {seen.year}") if seen.year else say.NOTHING
    return Text(f"Verantwoording{over.nl}{of.nl}", f"Accountability{over.en}{of.en}")


def _subtitle(seen: Accounted) -> Text:
    """Return of whom it is, which edition it was made from, and on which date it looks."""
    programme, reference = programme_of(seen.network), known(seen.network.head.reference_date)
    organisation = programme.organisation if programme else None
    edition = edition_name(seen.network) if seen.network.head.edition or seen.network.head.model or seen.network.files else None
    parts = [say.same(part) for part in (organisation, edition) if part]
    on = say.date_words(reference) if reference else None
    parts.append(Text(f"stand op {on.nl}", f"as on {on.en}") if on else Text("alle jaren, zonder peildatum", "all years, without a reference date"))
    return Text(" · ".join(part.nl for part in parts), " · ".join(part.en for part in parts))


PUBLICATION = PublicationType(Text("Verantwoording", "Accountability"), Text("verantwoording", "accountability"), run, has_results, ("year",))
