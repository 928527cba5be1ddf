"""Stakeholders: who is involved in which work and in which role, in how much of it, and who works for more than one main goal.

Definition:
    A stakeholder is *involved* in an effort when it is listed there (`stakeholders`). With level "effort" an effort counts with its parts as
    one: being listed at a part is being involved **through a part**. With level "sub_effort" the pieces of work without parts count, and
    what is listed at the effort above is **inherited**. Listed at the unit itself it is **stated**. A sub-effort with a second parent, or
    listed twice (`same_as`), counts in each effort to which it belongs, as in `centrality`. A role that is not given is "not stated", which is
    not the same as one that a source leaves open ("unknown").

    The *rank* is by the number of units, with ties as ties (1, 1, 1, 4). A stakeholder works for a main goal when it is involved in a unit that
    reaches the goal, as in `coverage`; evidence narrows that down. Being *part of* a larger body is no involvement: membership stands in a table
    of its own, with the work of the member and of the body side by side, as far as one of the two has any.

    *Without* stakeholders is work in which nobody is involved, nor in what it is part of or in its parts; only the outermost is
    listed. Stopped work is left out.

Limits:
    Being listed says nothing of how much somebody does. The own organisation and generic groups are marked, for they are everywhere by nature.

Order:
    Stakeholders by rank, then by id; their work as in the printed tree; membership by the id of the body.

Reference:
    Programme contract Economie en Participatie, Almelo 2019, § 3.1.3 and § 3.1.5 (a line of stakeholders per effort), § 6 (their involvement as an
    aspect of monitoring).

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... stakeholders: {raad: Raad, bank: {naam: Bank, onderdeel_van: koepel}, koepel: Koepel}
    ... inspanningen:
    ...   loket: {naam: Loket openen, stakeholders: {raad: beslisser}, onderdelen: {balie: {naam: Balie maken, stakeholders: bank}}}
    ...   krant: {naam: Krant maken, stakeholders: {raad: partner}}
    ...   plein: Plein maken
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl
    "In de meeste inspanningen zit 'Raad' (2 van de 3 inspanningen). Niemand is betrokken bij 'Plein maken'."
    >>> [(row[0], row[2], row[4], row[5]) for row in fact.tables[1].rows]
    [('raad', 'krant', 'partner', 'stated'), ('raad', 'loket', 'decider', 'stated'), ('bank', 'loket', 'not_stated', 'part')]
"""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.analyses import _words as words
from dinkit.analyses._involved import Involvement, Party, involvement_of, parties_of
from dinkit.analyses._involved_tables import tables_of
from dinkit.analyses._phrases import NOWHERE, sentence
from dinkit.analysis import Analysis, Fact, Options
from dinkit.finding import Text
from dinkit.model.records import Goal, Stakeholder
from dinkit.network import Network


def run(network: Network, options: Options) -> Fact:
    """Say who works where."""
    found = involvement_of(network, options)
    parties = parties_of(network, found)
    answer = _answer(network, found, parties, options)
    return Fact("stakeholders", answer, tables_of(network, found, parties), _notes(network, found, parties), Options(options.evidence, options.level))


def _answer(network: Network, found: Involvement, parties: list[Party], options: Options) -> Text:
    if not parties:
        party, effort = words.kind_word(network, "stakeholder", count=1), words.kind_word(network, "effort", count=1)
        return Text(f"Geen enkele {party.nl} is bij een {effort.nl} betrokken.", f"No {party.en} is involved in any {effort.en}.")
    specific = [one for one in parties if not one.generic]
    first = _most(network, found, parties, options)
    other = _most(network, found, specific, options) if specific and specific[0].rank > 1 else None
    if other:
        first = Text(
            f"{first.nl}; de eigen organisatie en algemene groepen niet meegerekend: {other.nl}",
            f"{first.en}; leaving out the own organisation and generic groups: {other.en}",
        )
    top = sum(one.rank == 1 for one in parties)
    sit = words.verb(top, ("zit", "zitten"), ("is", "are"))
    unit = _unit(network, options)
    most = sentence(Text(f"in de meeste {unit.nl} {sit.nl} {first.nl}", f"in most {unit.en} {sit.en} {first.en}"))
    return words.joined((most, _both(network, found, parties), _nobody(found)))


def _unit(network: Network, options: Options) -> Text:
    return words.unit_word(network, options.level)


def _most(network: Network, found: Involvement, parties: Sequence[Party], options: Options) -> Text:
    top = [one for one in parties if len(one.units) == len(parties[0].units)]
    names = words.listing([one.stakeholder.name for one in top])
    share = words.share(len(top[0].units), len(found.units), words.unit_word(network, options.level, count=len(found.units)))
    each = Text("elk ", "each ") if len(top) > 1 else Text("", "")
    return Text(f"{names.nl} ({each.nl}{share.nl})", f"{names.en} ({each.en}{share.en})")


def _both(network: Network, found: Involvement, parties: list[Party]) -> Text | None:
    """Say how many work for several main goals, where there are several."""
    mains = [goal for goal in network.of(Goal) if network.level(goal.id) == "main"]
    if len(mains) < 2:
        return None
    several = [one for one in parties if len(one.goals) > 1]
    goals = Text("beide hoofddoelen", "both main goals") if len(mains) == 2 else Text("meer dan één hoofddoel", "more than one main goal")
    share = words.share(len(several), len(parties), Text("betrokken stakeholders", "stakeholders that are involved"))
    if not several:
        return Text(f"Niemand werkt voor {goals.nl}.", f"Nobody works for {goals.en}.")
    names = words.listing([one.stakeholder.name for one in several])
    work, hard = words.verb(len(several), ("werkt", "werken"), ("works", "work")), _surely(found, several)
    return sentence(Text(f"{share.nl} {work.nl} voor {goals.nl}{hard.nl}: {names.nl}", f"{share.en} {work.en} for {goals.en}{hard.en}: {names.en}"))


def _surely(found: Involvement, several: Sequence[Party]) -> Text:
    """Say how many remain with stated contributions alone, where that is fewer."""
    count = sum(len({goal for unit in one.units for goal in found.stated[unit]}) > 1 for one in several)
    if count == len(several):
        return NOWHERE
    return Text(f" ({count} als alleen vermelde bijdragen tellen)", f" ({count} when only stated contributions count)")


def _nobody(found: Involvement) -> Text | None:
    names = words.listing([effort.name for effort in found.bare])
    return Text(f"Niemand is betrokken bij {names.nl}.", f"Nobody is involved in {names.en}.") if names.nl else None


def _notes(network: Network, found: Involvement, parties: list[Party]) -> tuple[Text, ...]:
    outside = sum(1 for _ in network.of(Stakeholder)) - len(parties)
    notes = [
        Text(
            "Genoemd staan is niet hetzelfde als veel doen; lid zijn van een groter geheel telt niet als betrokken zijn.",
            "Being listed is not the same as doing much; being part of a larger body does not count as being involved.",
        )
    ]
    if outside:
        notes.append(
            Text(
                f"Bij geen inspanning betrokken, en daarom zonder regel: {outside}.",
                f"Involved in no effort, and therefore without a row: {outside}.",
            )
        )
    return (*notes, *words.shared_notes(network, len(found.works.stopped)))


ANALYSIS = Analysis(Text("Stakeholders en hun inspanningen", "Stakeholders and their efforts"), run, ("evidence", "level"))
