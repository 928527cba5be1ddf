"""Agreements: between whom, for how long, which work rests on them, and where their term and the planning of that work differ.

Definition:
    An agreement *carries* what says that it rests on it (`steunt_op`). Its parties are the stakeholders that are involved in it. Its term is
    compared with the planning of every piece of work that rests on it: the planning of the effort itself, else that of what it is part of, else
    that of its parts together (earliest begin, latest end, an end only when every part has one).

    At the begin: the agreement **fits**, or begins **later** than the work. At the end: it fits, ends **earlier** than the work, or
    **goes on** after the work has ended; work without an end (recurring, continuous or open) is **open**. Where a date lacks, nothing is known.
    Imprecise dates differ only when no reading of them fits.

    On the reference date an agreement is running, ended or has not begun; a term of whole years covers those years. Without a begin, or
    with neither an end nor the word that there is none, that is unknown. Agreements and decisions that ended before the reference date are listed with what still rests on them.

Limits:
    A difference is a place to look. A law or a policy goes on after most work that rests on it. What an agreement says is not read. Work that
    has stopped rests on nothing any more.

Order:
    Work for which term and planning differ first; otherwise by id.

Reference:
    Programme contract Economie en Participatie, Almelo 2019, § 5 (agreements), § 3.1.3/9 (an agreement of five years under work of one).

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... inspanningen: {loket: {naam: Loket openen, planning: 2019..2022, steunt_op: pact}}
    ... afspraken: {pact: {naam: Pact, planning: 2019..2020}, akkoord: Akkoord}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl
    "Op 1 van de 2 afspraken steunt iets. Looptijd en planning verschillen: 'Pact' eindigt eerder dan 'Loket openen'. Niets steunt op 'Akkoord'."
"""

from __future__ import annotations

from dinkit.analyses import _words as words
from dinkit.analyses._phrases import comma, date_text, none_of, value_words
from dinkit.analyses._plans import known
from dinkit.analyses._terms import NO_TERM, Resting, Term, carried, differs, resting_on, state_at, term_of, term_text
from dinkit.analyses._works import Works, works_of
from dinkit.analysis import Analysis, Cell, Column, Fact, Options, Table
from dinkit.finding import Text
from dinkit.model.records import Agreement, Decision, Element
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network


def run(network: Network, options: Options) -> Fact:
    """Say which agreements there are, and whether they fit what rests on them."""
    del options
    works = works_of(network)
    agreements = sorted(network.of(Agreement), key=lambda one: one.id)
    resting = [one for agreement in agreements for one in resting_on(network, works, agreement)]
    resting.sort(key=lambda one: not differs(one))
    tables = (_resting(network, resting), _agreements(network, works, agreements), _unused(network, works, agreements), _ended(network, works))
    return Fact("agreements", _answer(network, works, agreements, resting), tables, words.shared_notes(network, len(works.stopped)))


_TYPES = value_words("type", ("covenant", "contract", "bylaw", "grant_agreement", "policy", "law", "other"))
_STATES = {
    "running": Text("loopt", "running"),
    "ended": Text("afgelopen", "ended"),
    "not_begun": Text("nog niet begonnen", "not begun"),
    "unknown": Text("niet te zeggen", "cannot tell"),
    "no_date": Text("geen peildatum", "no reference date"),
}
_STARTS = {
    "fits": Text("past", "fits"),
    "later": Text("afspraak begint later", "agreement begins later"),
    "unknown": Text("niet te zeggen", "cannot tell"),
}
_ENDS = {
    "fits": Text("past", "fits"),
    "earlier": Text("afspraak eindigt eerder", "agreement ends earlier"),
    "goes_on": Text("afspraak loopt langer door", "agreement goes on"),
    "open": Text("werk heeft geen einde", "work has no end"),
    "unknown": Text("niet te zeggen", "cannot tell"),
}
_ORIGINS = {
    "own": Text("eigen planning", "own planning"),
    "inherited": Text("van de inspanning erboven", "of the effort above"),
    "parts": Text("van de onderdelen", "of its parts"),
    "none": Text("geen planning", "no planning"),
}


def _resting(network: Network, resting: list[Resting]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("effort", Text("inspanning", "effort"), Text("het werk dat erop steunt", "the work that rests on it")),
        Column("effort_name", Text("heet", "called"), Text("hoe dat werk heet", "what that work is called")),
        Column("term", Text("looptijd", "term"), Text("van de afspraak", "of the agreement")),
        Column("planning", Text("planning", "planning"), Text("van het werk", "of the work")),
        Column("origin", Text("van wie", "whose"), Text("waar die planning staat", "where that planning stands"), _ORIGINS),
        Column("start", Text("aan het begin", "at the begin"), Text("hoe de afspraak bij het werk past", "how the agreement fits the work"), _STARTS),
        Column("end", Text("aan het eind", "at the end"), Text("hoe de afspraak bij het werk past", "how the agreement fits the work"), _ENDS),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.agreement.id,
            one.agreement.name,
            one.effort,
            words.name_of(network, one.effort),
            term_text(term_of(one.agreement.planning)),
            term_text(one.planned.term),
            one.planned.origin,
            one.start,
            one.end,
        )
        for one in resting
    )
    return Table("resting", Text("Werk dat op een afspraak steunt", "Work that rests on an agreement"), columns, rows)


def _agreements(network: Network, works: Works, agreements: list[Agreement]) -> Table:
    on = known(network.head.reference_date)
    columns = (
        words.ID,
        words.NAME,
        Column("type", Text("soort", "kind"), Text("soort afspraak", "kind of agreement"), _TYPES),
        Column("parties", Text("partijen", "parties"), Text("wie erbij betrokken zijn", "who are involved in it")),
        Column("term", Text("looptijd", "term"), Text("van wanneer tot wanneer", "from when until when")),
        Column("state", Text("op de peildatum", "on the date"), Text("of de afspraak dan loopt", "whether it is running then"), _STATES),
        Column("carries", Text("draagt", "carries"), Text("wat erop steunt", "what rests on it")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.id,
            one.name,
            one.type or UNKNOWN,
            _parties(network, one.id),
            term_text(term_of(one.planning)),
            state_at(term_of(one.planning), known(one.ended), on),
            carried(network, works, one.id),
        )
        for one in agreements
    )
    return Table("agreements", words.capital(words.kind_word(network, "agreement")), columns, rows)


def _parties(network: Network, agreement: str) -> tuple[str, ...]:
    return tuple(sorted(relation.source for relation in network.incoming(agreement, "involved_in")))


def _unused(network: Network, works: Works, agreements: list[Agreement]) -> Table:
    columns = (words.ID, words.NAME, Column("type", Text("soort", "kind"), Text("soort afspraak", "kind of agreement"), _TYPES))
    rows = tuple((one.id, one.name, one.type or UNKNOWN) for one in agreements if not carried(network, works, one.id))
    return Table("unused", Text("Waar niets op steunt", "On which nothing rests"), columns, rows)


def _ended(network: Network, works: Works) -> Table:
    kinds = {kind: words.kind_word(network, kind, count=1) for kind in ("agreement", "decision")}
    columns = (
        words.ID,
        words.NAME,
        Column("kind", Text("soort", "kind"), Text("afspraak of besluit", "agreement or decision"), kinds),
        Column("end", Text("eind", "end"), Text("tot wanneer", "until when")),
        Column("carries", Text("draagt nog", "still carries"), Text("wat er nog op steunt", "what still rests on it")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.id, one.name, one.kind, date_text(known(one.ended) or _term(one).end), carried(network, works, one.id)) for one in _past(network)
    )
    return Table("ended", Text("Afgelopen voor de peildatum", "Ended before the reference date"), columns, rows)


def _past(network: Network) -> list[Element]:
    on = known(network.head.reference_date)
    both = [*sorted(network.of(Agreement), key=lambda one: one.id), *sorted(network.of(Decision), key=lambda one: one.id)]
    return [one for one in both if state_at(_term(one), known(one.ended), on) == "ended"]


def _term(element: Element) -> Term:
    return term_of(element.planning) if isinstance(element, Agreement) else NO_TERM


def _answer(network: Network, works: Works, agreements: list[Agreement], resting: list[Resting]) -> Text:
    if not agreements:
        return none_of(network, "agreement")
    return words.joined(
        (_used(network, works, agreements), _unlike(network, resting), _unclear(resting), _loose(network, works, agreements), _gone(network, works))
    )


def _used(network: Network, works: Works, agreements: list[Agreement]) -> Text:
    used = sum(bool(carried(network, works, one.id)) for one in agreements)
    share = words.share(used, len(agreements), words.kind_word(network, "agreement", count=len(agreements)))
    return Text(f"Op {share.nl} steunt iets.", f"Something rests on {share.en}.")


def _unlike(network: Network, resting: list[Resting]) -> Text | None:
    """Say where an agreement does not fit the work that rests on it."""
    found = [
        _unlike_clause(network, one, verb)
        for one in resting
        for verb in (_VERBS.get(one.start if one.start == "later" else ""), _VERBS.get(one.end))
        if verb is not None
    ]
    if not found:
        return None
    rest = len(found) - _NAMED
    shown = comma([*found[:_NAMED], Text(f"nog {rest}", f"{rest} more")] if rest > 0 else found)
    return Text(f"Looptijd en planning verschillen: {shown.nl}.", f"Term and planning differ: {shown.en}.")


_NAMED = 3
_VERBS = {
    "later": Text("begint later dan", "begins later than"),
    "earlier": Text("eindigt eerder dan", "ends earlier than"),
    "goes_on": Text("loopt langer door dan", "goes on longer than"),
}


def _unlike_clause(network: Network, one: Resting, verb: Text) -> Text:
    agreement, work = words.listing([one.agreement.name]), words.listing([words.name_of(network, one.effort)])
    return Text(f"{agreement.nl} {verb.nl} {work.nl}", f"{agreement.en} {verb.en} {work.en}")


def _unclear(resting: list[Resting]) -> Text | None:
    """Say how often nobody can tell whether the end fits: nothing found there is no proof that all is well."""
    count = sum(one.end == "unknown" for one in resting)
    if not count:
        return None
    share = words.share(count, len(resting), Text("keer dat werk op een afspraak steunt", "times that work rests on an agreement"))
    return Text(
        f"Bij {share.nl} ontbreekt een einddatum, en is dus niet te zien of de afspraak lang genoeg loopt.",
        f"In {share.en} an end date is lacking, so that nobody can see whether the agreement lasts long enough.",
    )


def _loose(network: Network, works: Works, agreements: list[Agreement]) -> Text | None:
    names = [one.name for one in agreements if not carried(network, works, one.id)]
    if not names or len(names) == len(agreements):
        return None
    listed = words.listing(names)
    return Text(f"Niets steunt op {listed.nl}.", f"Nothing rests on {listed.en}.")


def _gone(network: Network, works: Works) -> Text | None:
    past = _past(network)
    if not past:
        return None
    names, still = words.listing([one.name for one in past]), [one.name for one in past if carried(network, works, one.id)]
    also = words.listing(still)
    more = Text(f"; er steunt nog iets op {also.nl}", f"; something still rests on {also.en}") if still else Text("", "")
    return Text(f"Afgelopen voor de peildatum: {names.nl}{more.nl}.", f"Ended before the reference date: {names.en}{more.en}.")


ANALYSIS = Analysis(Text("Afspraken en hun looptijd", "Agreements and their terms"), run)
