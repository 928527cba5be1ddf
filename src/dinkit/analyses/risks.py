"""Risks: what each threatens, what is done about it and by whom, which goals are exposed, and which risks nobody has.

Definition:
    A risk *threatens* what it says under `bedreigt`. A goal is exposed **directly** when a risk threatens it, and **through** an element when a
    risk threatens something that leads to the goal: an effort (with its parts), benefit, capability or goal below it, along the same links
    as in `coverage`. The two stand apart: through an effort the goal is only at risk as far as it needs that effort. A threat to the
    programme exposes no single goal and is counted by itself.
    A risk has an *owner* when a stakeholder is involved in it as owner or lead; others who are involved are named apart. It is
    **unassigned** as long as it lacks an owner, a response or something that it threatens; "unknown" is as good as nothing.

Limits:
    Likelihood and impact are shown and never multiplied. Whether a response suffices is not judged. Stopped work exposes no goals.

Order:
    Risks by id; goals as in the printed tree, benefits and capabilities left out.

Reference:
    Programme contract Economie en Participatie, Almelo 2019, § 9 (risks of two kinds: for goals and for efforts).

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... doelen: {banen: Meer banen}
    ... inspanningen: {loket: {naam: Loket openen, draagt_bij_aan: banen}}
    ... risicos:
    ...   huur: {naam: Geen pand, bedreigt: loket, maatregel: Zoeken}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl.split(". ")[0]
    '1 van 1 risico is niet toegewezen: er ontbreekt 1 keer een eigenaar'
    >>> next(table for table in fact.tables if table.key == "exposed").rows
    (('banen', 'Meer banen', 'main', (), ('huur',), ('loket',)),)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dinkit.analyses import _words as words
from dinkit.analyses._order import in_tree_order
from dinkit.analyses._phrases import comma, none_of, sentence, told, value_words
from dinkit.analysis import Analysis, Cell, Column, Fact, Options, Table
from dinkit.finding import Text
from dinkit.model.records import Goal, Risk
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network, working_efforts

OWNERS = ("owner", "lead")
"""Roles that make somebody the owner of something."""


class _Risk(NamedTuple):
    risk: Risk
    threatens: tuple[str, ...]
    owners: tuple[str, ...]
    others: tuple[str, ...]
    lacks: tuple[str, ...]


class _Exposed(NamedTuple):
    goal: Goal
    direct: tuple[str, ...]
    through: tuple[str, ...]
    elements: tuple[str, ...]


def run(network: Network, options: Options) -> Fact:
    """Say which risks there are, and what they put at risk."""
    del options
    risks = [_read(network, risk) for risk in sorted(network.of(Risk), key=lambda one: one.id)]
    exposed = _exposed(network, risks)
    tables = (_unassigned(risks), _risks(network, risks), _texts(risks), _goals(network, exposed))
    return Fact("risks", _answer(network, risks, exposed), tables, _notes(network, risks) if risks else words.shared_notes(network))


def _read(network: Network, risk: Risk) -> _Risk:
    threatens = tuple(sorted(relation.target for relation in network.outgoing(risk.id, "threatens")))
    involved = sorted((relation.source, relation.role in OWNERS) for relation in network.incoming(risk.id, "involved_in"))
    owners = tuple(one for one, owns in involved if owns)
    there = {"owner": bool(owners), "response": bool(told(risk.response)), "target": bool(threatens)}
    others = tuple(one for one, owns in involved if not owns)
    return _Risk(risk, threatens, owners, others, tuple(key for key, given in there.items() if not given))


def _exposed(network: Network, risks: list[_Risk]) -> list[_Exposed]:
    reached = _reached(network, {one for risk in risks for one in risk.threatens})
    found = []
    for goal in in_tree_order(network, Goal):
        direct = [risk.risk.id for risk in risks if goal.id in risk.threatens]
        paths = [(risk.risk.id, element) for risk in risks for element in risk.threatens if goal.id in reached[element]]
        if direct or paths:
            elements = sorted({element for _, element in paths})
            found.append(_Exposed(goal, tuple(direct), tuple(dict.fromkeys(risk for risk, _ in paths)), tuple(elements)))
    return found


def _reached(network: Network, threatened: set[str]) -> Mapping[str, set[str]]:
    """Return per threatened element the goals to which it, or a part of it, leads; itself left out."""
    working = set(working_efforts(network))

    def helped(element: str) -> list[str]:
        return network.served_by(element) if network.elements[element].kind != "effort" or element in working else []

    def parts(element: str) -> list[str]:
        if network.elements[element].kind != "effort":
            return []
        twins = [one for relation in network.outgoing(element, "same_as") + network.incoming(element, "same_as") for one in relation[1:3]]
        return [*network.children(element), *twins]

    goals = {goal.id for goal in network.of(Goal)}
    found = {}
    for element in threatened:
        whole = [element, *network.reach([element], parts)]
        found[element] = goals.intersection(network.reach(whole, helped))
    return found


_LACKS = {
    "owner": Text("een eigenaar", "an owner"),
    "response": Text("een maatregel", "a response"),
    "target": Text("wat het bedreigt", "what it threatens"),
}
_TREND = value_words("trend")
_TYPES = value_words("type", ("goal", "effort"))


def _unassigned(risks: list[_Risk]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("owner", Text("eigenaar", "owner"), Text("of iemand eigenaar of trekker is", "whether somebody is owner or lead")),
        Column("response", Text("maatregel", "response"), Text("of er een maatregel staat", "whether there is a response")),
        Column("target", Text("bedreigt iets", "threatens"), Text("of er staat wat het bedreigt", "whether it says what it threatens")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple((one.risk.id, one.risk.name, *(key not in one.lacks for key in _LACKS)) for one in risks if one.lacks)
    return Table("unassigned", Text("Niet toegewezen", "Unassigned"), columns, rows)


def _risks(network: Network, risks: list[_Risk]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("type", Text("soort", "kind"), Text("voor een doel of voor een inspanning", "for a goal or for an effort"), _TYPES),
        Column("threatens", Text("bedreigt", "threatens"), Text("wat het bedreigt", "what it threatens")),
        Column("trend", Text("trend", "trend"), Text("welke kant het op gaat", "which way it is going"), _TREND),
        Column("owner", Text("eigenaar", "owner"), Text("eigenaar of trekker", "owner or lead")),
        Column("involved", Text("betrokken", "involved"), Text("wie er verder bij betrokken zijn", "who else is involved")),
        Column("likelihood", Text("kans", "likelihood"), Text("1 tot 5, als het er staat", "1 to 5, where given")),
        Column("impact", Text("impact", "impact"), Text("1 tot 5, als het er staat", "1 to 5, where given")),
    )
    rows = tuple(
        (
            one.risk.id,
            one.risk.name,
            one.risk.type or UNKNOWN,
            one.threatens,
            one.risk.trend or UNKNOWN,
            one.owners,
            one.others,
            _step(one.risk.likelihood),
            _step(one.risk.impact),
        )
        for one in risks
    )
    return Table("risks", words.capital(words.kind_word(network, "risk")), columns, rows)


def _step(given: int | str | None) -> Cell:
    return given if isinstance(given, int) else ""


def _texts(risks: list[_Risk]) -> Table:
    columns = (
        words.ID,
        Column("cause", Text("oorzaak", "cause"), Text("waardoor het komt", "what brings it about")),
        Column("effect", Text("gevolg", "effect"), Text("wat ervan komt", "what follows from it")),
        Column("response", Text("maatregel", "response"), Text("wat eraan gedaan wordt", "what is done about it")),
    )
    rows = tuple((one.risk.id, told(one.risk.cause), told(one.risk.effect), told(one.risk.response)) for one in risks)
    return Table("explanations", Text("Oorzaak, gevolg en maatregel", "Cause, effect and response"), columns, rows)


def _goals(network: Network, exposed: list[_Exposed]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("level", Text("niveau", "level"), Text("plaats in de doelenboom", "place in the goal tree"), words.LEVEL_WORDS),
        Column("direct", Text("rechtstreeks", "directly"), Text("risico's die het doel zelf bedreigen", "risks that threaten the goal itself")),
        Column(
            "through",
            Text("via", "through"),
            Text("risico's die iets bedreigen dat naar het doel leidt", "risks to something that leads to the goal"),
        ),
        Column(
            "elements",
            Text("wat bedreigd wordt", "what is threatened"),
            Text("waarlangs: wat naar het doel leidt", "by way of what leads to the goal"),
        ),
    )
    rows = tuple((one.goal.id, one.goal.name, network.level(one.goal.id), one.direct, one.through, one.elements) for one in exposed)
    return Table("exposed", Text("Doelen die risico lopen", "Exposed goals"), columns, rows)


def _answer(network: Network, risks: list[_Risk], exposed: list[_Exposed]) -> Text:
    if not risks:
        return none_of(network, "risk")
    return words.joined((_assigned(network, risks), _at_risk(network, risks, exposed), _trends(risks)))


def _assigned(network: Network, risks: list[_Risk]) -> Text:
    word = words.kind_word(network, "risk", count=len(risks))
    loose = [one for one in risks if one.lacks]
    if not loose:
        every = Text("een eigenaar, een maatregel en iets wat het bedreigt", "an owner, a response and something that it threatens")
        each = Text(f"elk van de {len(risks)} {word.nl}", f"each of the {len(risks)} {word.en}")
        if len(risks) == 1:
            each = Text(f"het enige {word.nl}", f"the only {word.en}")
        return sentence(Text(f"{each.nl} heeft {every.nl}", f"{each.en} has {every.en}"))
    lacking = [(key, sum(key in one.lacks for one in loose)) for key in _LACKS]
    named = comma([Text(f"{count} keer {_LACKS[key].nl}", f"{_LACKS[key].en} ({count})") for key, count in lacking if count])
    share, be = words.share(len(loose), len(risks), word), words.verb(len(loose), ("is", "zijn"), ("is", "are"))
    who = Text(f"{share.nl} {be.nl} niet toegewezen", f"{share.en} {be.en} unassigned")
    if len(loose) == len(risks) > 1:
        who = Text(f"geen van de {len(risks)} {word.nl} is toegewezen", f"none of the {len(risks)} {word.en} is assigned")
    return sentence(Text(f"{who.nl}: er ontbreekt {named.nl}", f"{who.en}: lacking {named.en}"))


def _at_risk(network: Network, risks: list[_Risk], exposed: list[_Exposed]) -> Text:
    if not any(one.threatens for one in risks):
        return Text(
            "Geen enkel risico zegt wat het bedreigt; welke doelen risico lopen is dus niet te zeggen.",
            "No risk says what it threatens, so nobody can tell which goals are exposed.",
        )
    direct, through = [one.goal.name for one in exposed if one.direct], [one.goal.name for one in exposed if not one.direct]
    word = words.kind_word(network, "goal")
    first, second = words.listing(direct), words.listing(through)
    told_of = [
        Text(f"rechtstreeks bedreigd: {first.nl}", f"threatened directly: {first.en}")
        if direct
        else Text(f"rechtstreeks bedreigde {word.nl}: geen", f"directly threatened {word.en}: none"),
        Text(f"alleen via wat ernaartoe leidt: {second.nl}", f"only through what leads there: {second.en}") if through else None,
        _whole_programme(network, risks),
    ]
    return sentence(words.joined(told_of, "; "))


def _whole_programme(network: Network, risks: list[_Risk]) -> Text | None:
    count = sum(any(network.elements[element].kind == "programme" for element in one.threatens) for one in risks)
    return Text(f"het programma als geheel: {count}", f"the programme as a whole: {count}") if count else None


def _trends(risks: list[_Risk]) -> Text:
    trends = [one.risk.trend or UNKNOWN for one in risks]
    counts = comma([Text(f"{count} {word.nl}", f"{count} {word.en}") for trend, word in _TREND.items() if (count := trends.count(trend))])
    return Text(f"Trend: {counts.nl}.", f"Trend: {counts.en}.")


def _notes(network: Network, risks: list[_Risk]) -> tuple[Text, ...]:
    notes = [
        Text(
            "Via een inspanning loopt een doel alleen risico voor zover het die inspanning nodig heeft; daarom staan de twee apart.",
            "Through an effort a goal is only exposed as far as it needs that effort; therefore the two stand apart.",
        )
    ]
    unlike = [one.risk.name for one in risks if one.risk.type in ("goal", "effort") and one.threatens and not _fits(network, one)]
    if unlike:
        names = words.listing(unlike)
        notes.append(Text(f"Soort en wat bedreigd wordt passen niet bij elkaar: {names.nl}.", f"Kind and what is threatened do not fit: {names.en}."))
    return (*notes, *words.shared_notes(network))


def _fits(network: Network, found: _Risk) -> bool:
    return found.risk.type in {network.elements[element].kind for element in found.threatens}


ANALYSIS = Analysis(Text("Risico's", "Risks"), run)
