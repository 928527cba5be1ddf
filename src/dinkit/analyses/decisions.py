"""Decisions: what was decided, by whom, when and about what, and of which decisions that is not known.

Definition:
    A decision tells *who* decided (`door`, or a stakeholder in the role of decider), *when* (its date) and *about what* (`van`). It is
    **complete** when it tells all three; "unknown" tells nothing. What rests on it (`steunt_op`) stands beside it.
    On the reference date a decision is taken, or lies after it; a date that is too imprecise may be either.

Limits:
    Only what the model has as a decision is here: what is still to be decided usually stands with the effort or the agreement.

Order:
    By date, the oldest first; without a date last, by id.

Reference:
    Programme contract Economie en Participatie, Almelo 2019, § 6 (changes are decided by the directie, in consultation).

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... inspanningen: {loket: Loket openen}
    ... besluiten:
    ...   verbouwing: {naam: Pand verbouwen, datum: 2019-03, door: Raad, van: loket}
    ...   krediet: {naam: Krediet, van: loket}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl
    "Van 1 van de 2 besluiten is bekend wie het nam, wanneer en waarover; er ontbreekt 1 keer wie en 1 keer wanneer: 'Krediet'."
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.analyses import _words as words
from dinkit.analyses._phrases import NOT_KNOWN, comma, none_of, told
from dinkit.analyses._plans import known
from dinkit.analysis import Analysis, Cell, Column, Fact, Options, Table
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Decision
from dinkit.network import Network


class _Decided(NamedTuple):
    decision: Decision
    by: str
    about: tuple[str, ...]
    carries: tuple[str, ...]
    when: str
    lacks: tuple[str, ...]


def run(network: Network, options: Options) -> Fact:
    """Say what was decided."""
    del options
    found = sorted((_read(network, one) for one in network.of(Decision)), key=_by_date)
    tables = (_decisions(network, found), _incomplete(found))
    return Fact("decisions", _answer(network, found), tables, words.shared_notes(network))


def _read(network: Network, decision: Decision) -> _Decided:
    deciders = sorted(relation.source for relation in network.incoming(decision.id, "involved_in") if relation.role == "decider")
    by = told(decision.by) or ", ".join(words.name_of(network, one) for one in deciders)
    about = tuple(sorted(relation.target for relation in network.outgoing(decision.id, "of")))
    carries = tuple(sorted(relation.source for relation in network.incoming(decision.id, "rests_on")))
    given = {"by": bool(by), "date": known(decision.date) is not None, "about": bool(about)}
    when = _when(known(decision.date), known(network.head.reference_date))
    return _Decided(decision, by, about, carries, when, tuple(key for key, there in given.items() if not there))


def _when(date: ImpreciseDate | None, on: ImpreciseDate | None) -> str:
    if date is None:
        return "unknown"
    if on is None:
        return "no_date"
    if date.first > on.last:
        return "later"
    return "taken" if date.last <= on.last else "perhaps"


def _by_date(one: _Decided) -> tuple[bool, int, int, str]:
    date = known(one.decision.date)
    return (date is None, date.first.toordinal() if date else 0, date.last.toordinal() if date else 0, one.decision.id)


_WHEN = {
    "taken": Text("genomen", "taken"),
    "later": Text("na de peildatum", "after the reference date"),
    "perhaps": Text("misschien na de peildatum", "perhaps after the reference date"),
    "unknown": Text("zonder datum", "no date"),
    "no_date": Text("geen peildatum", "no reference date"),
}
_LACKS = {"by": Text("wie", "who"), "date": Text("wanneer", "when"), "about": Text("waarover", "about what")}


def _decisions(network: Network, found: list[_Decided]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("date", Text("datum", "date"), Text("wanneer het besluit viel", "when it was decided")),
        Column("by", Text("door", "by"), Text("wie het nam", "who decided")),
        Column("about", Text("over", "about"), Text("waar het over gaat", "what it is about")),
        Column("when", Text("op de peildatum", "on the date"), Text("of het dan genomen is", "whether it was taken by then"), _WHEN),
        Column("carries", Text("draagt", "carries"), Text("wat erop steunt", "what rests on it")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.decision.id, one.decision.name, _date(one), one.by or NOT_KNOWN, one.about, one.when, one.carries) for one in found
    )
    return Table("decisions", words.capital(words.kind_word(network, "decision")), columns, rows)


def _date(one: _Decided) -> Text:
    date = known(one.decision.date)
    return Text(date.text, date.text) if date else NOT_KNOWN


def _incomplete(found: list[_Decided]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("by", Text("wie", "who"), Text("of er staat wie het nam", "whether it tells who decided")),
        Column("date", Text("wanneer", "when"), Text("of er een datum staat", "whether it has a date")),
        Column("about", Text("waarover", "about"), Text("of er staat waar het over gaat", "whether it tells what it is about")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.decision.id, one.decision.name, *(key not in one.lacks for key in _LACKS)) for one in found if one.lacks
    )
    return Table("incomplete", Text("Niet volledig", "Not complete"), columns, rows)


def _answer(network: Network, found: list[_Decided]) -> Text:
    if not found:
        return none_of(network, "decision")
    return words.joined((_complete(network, found), _later(found), _latest(found)))


def _complete(network: Network, found: list[_Decided]) -> Text:
    whole, lacking = sum(not one.lacks for one in found), [one for one in found if one.lacks]
    share = words.share(whole, len(found), words.kind_word(network, "decision", count=len(found)))
    if lacking and not whole:
        none = words.kind_word(network, "decision", count=1)
        share = Text(f"geen enkel {none.nl}", f"no {none.en}")
    first = Text(f"Van {share.nl} is bekend wie het nam, wanneer en waarover", f"Of {share.en} it is known who decided, when and about what")
    if not lacking:
        return Text(f"{first.nl}.", f"{first.en}.")
    counts = [(key, sum(key in one.lacks for one in lacking)) for key in _LACKS]
    named = comma([Text(f"{count} keer {_LACKS[key].nl}", f"{_LACKS[key].en} ({count})") for key, count in counts if count])
    names = words.listing([one.decision.name for one in lacking])
    return Text(f"{first.nl}; er ontbreekt {named.nl}: {names.nl}.", f"{first.en}; lacking {named.en}: {names.en}.")


def _later(found: list[_Decided]) -> Text | None:
    later = words.listing([one.decision.name for one in found if one.when == "later"])
    return Text(f"Van na de peildatum: {later.nl}.", f"After the reference date: {later.en}.") if later.nl else None


def _latest(found: list[_Decided]) -> Text | None:
    """Name the decision that was taken last; silent where no reference date says what was taken, or imprecise dates leave it open."""
    taken = [(date, one) for one in found if one.when == "taken" and (date := known(one.decision.date))]
    if not taken or any(date.last > taken[-1][0].first for date, _ in taken[:-1]):
        return None
    when, last = taken[-1]
    name = words.listing([last.decision.name])
    return Text(f"Het laatst genomen: {name.nl} ({when.text}).", f"Decided last: {name.en} ({when.text}).")


ANALYSIS = Analysis(Text("Besluiten", "Decisions"), run)
