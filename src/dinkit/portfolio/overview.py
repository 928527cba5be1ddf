"""The answer of `dinkit portfolio`: the programmes beside each other, with what they share.

Definition:
    Models are editions of one *programme* when one names the other as an earlier edition, or when both are about a programme of the same
    id and of no two organisations. For a programme its *latest* edition counts: nothing is ever added up over editions, nor
    over programmes, since those may share efforts. A party is *shared* when it has a role (as in `orphans`) in more than one model; its
    efforts are counted per model, each with its parts as one (as in `centrality`). *Programme money* are the expenses and contributions
    named with that stream (as in `money`), each as often as it is named, apart for what is paid once, every year, or nobody knows how.

    Two names *may be of one party*: one id with two names; two ids that share a name or another name, written without capitals, accents
    and punctuation; or two ids of which names differ in few letters (at most two, and at most 15 in 100).

Limits:
    Parties and efforts of different models are the same when their ids are; who keeps two registers has to keep their ids alike. A model of which
    nothing could be read is in the first table only.
"""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.analyses import _words as words
from dinkit.analyses._alone import with_role
from dinkit.analyses._money import Measure, Sum, counted, entries_of, grouped, measure_of
from dinkit.analyses._order import outer
from dinkit.analysis import Cell, Column, Fact, Table
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.model.records import Effort, Goal, Indicator, Result, Stakeholder
from dinkit.model.vocabulary import VALUES
from dinkit.network import Network
from dinkit.portfolio.members import Group, Member, Model, groups_of, models_of
from dinkit.portfolio.sentences import answer, notes
from dinkit.portfolio.shared import Shared, shared_by

_TITLE = Text("Portfolio van programma's", "Portfolio of programmes")


def portfolio(members: Sequence[Member]) -> Fact:
    """Return the overview of several models.

    Args:
        members: the models, in the order in which they are shown; also those that could not be read.
    """
    models = models_of(members)
    groups = groups_of(models)
    shared = shared_by(groups, models)
    tables = (
        _programmes(groups),
        _models(members, models, groups),
        _money(groups),
        _parties(shared, models),
        _relations(shared),
        _likenesses(shared),
        _efforts(shared),
    )
    return Fact("portfolio", answer(members, groups, shared), tables, notes(models), title=_TITLE)


_COUNTS = (
    Column("goals", Text("doelen", "goals"), Text("doelen op alle niveaus", "goals of all levels")),
    Column("efforts", Text("inspanningen", "efforts"), Text("inspanningen, elk met haar onderdelen als één", "efforts, each with its parts as one")),
    Column("sub_efforts", Text("onderdelen", "sub-efforts"), Text("wat onderdeel is van een inspanning", "what is part of an effort")),
    Column("parties", Text("stakeholders", "stakeholders"), Text("stakeholders met een rol", "stakeholders with a role")),
    Column("indicators", Text("indicatoren", "indicators"), Text("wat er gemeten wordt", "what is measured")),
    Column("results", Text("resultaten", "results"), Text("gemelde resultaten", "reported results")),
)


def _counts(network: Network) -> tuple[int, ...]:
    efforts = [effort.id for effort in network.of(Effort)]
    parts = sum(outer(network, effort) is not None for effort in efforts)
    parties = {party.id for party in network.of(Stakeholder)} & with_role(network)
    sizes = [sum(1 for _ in network.of(kind)) for kind in (Goal, Indicator, Result)]
    return sizes[0], len(efforts) - parts, parts, len(parties), sizes[1], sizes[2]


def _programmes(groups: Sequence[Group]) -> Table:
    columns = (
        Column("programme", Text("id", "id"), Text("de id van het programma, anders het model", "the id of the programme, else the model")),
        Column("name", Text("programma", "programme"), Text("hoe het programma heet", "what the programme is called")),
        Column("organisation", Text("organisatie", "organisation"), Text("van wie het is", "whose it is")),
        Column("editions", Text("edities", "editions"), Text("hoeveel modellen ervan er hier zijn", "how many models of it are here")),
        Column(
            "latest",
            Text("geteld", "counted"),
            Text("de laatste editie, die voor het programma telt", "the latest edition, which counts for the programme"),
        ),
        *_COUNTS,
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.programme, one.name, one.organisation, len(one.models), one.latest.name, *_counts(one.latest.network)) for one in groups
    )
    return Table("programmes", Text("De programma's", "The programmes"), columns, rows)


_STATES = {
    "read": Text("gelezen", "read"),
    "errors": Text("met fouten", "with errors"),
    "failed": Text("niet te lezen", "not readable"),
}


def _models(members: Sequence[Member], models: Sequence[Model], groups: Sequence[Group]) -> Table:
    columns = (
        Column("model", Text("model", "model"), Text("de id van het model, anders het bestand", "the id of the model, else the file")),
        Column("programme", Text("programma", "programme"), Text("de id van het programma", "the id of the programme")),
        Column("edition", Text("editie", "edition"), Text("hoe de editie heet", "what the edition is called")),
        Column("date", Text("peildatum", "reference date"), Text("de datum waarop gekeken is", "the date that was looked at")),
        Column("state", Text("stand", "state"), Text("of het gelezen kon worden", "whether it could be read"), _STATES),
        Column("errors", Text("fouten", "errors"), Text("hoeveel fouten 'dinkit validate' meldt", "how many errors 'dinkit validate' reports")),
        *_COUNTS,
        Column("why", Text("waarom niet", "why not"), Text("wat er aan het lezen mankeert", "what is wrong with reading it")),
    )
    by_member = {model.member: model for model in models}
    programme = {model.name: group.programme for group in groups for model in group.models}
    rows = tuple(_model_row(member, by_member.get(member), programme) for member in members)
    return Table("models", Text("De modellen", "The models"), columns, rows)


def _model_row(member: Member, model: Model | None, programme: dict[str, str]) -> tuple[Cell, ...]:
    if model is None:
        return (member.path, "", "", "", "failed", None, *(None for _ in _COUNTS), member.why or "")
    head = model.network.head
    shown = head.reference_date.text if isinstance(head.reference_date, ImpreciseDate) else head.reference_date or ""
    state = "errors" if member.errors else "read"
    return (model.name, programme[model.name], head.edition or "", shown, state, member.errors, *_counts(model.network), "")


def _money(groups: Sequence[Group]) -> Table:
    columns = (
        Column("model", Text("model", "model"), Text("de editie die de bedragen noemt", "the edition that names the amounts")),
        Column("programme", Text("programma", "programme"), Text("de id van het programma", "the id of the programme")),
        Column("payer", Text("betaler", "payer"), Text("wie betaalt", "who pays"), _PAYERS),
        Column("nature", Text("aard", "nature"), Text("eenmalig of ieder jaar", "once or every year"), _values("nature")),
        Column("per", Text("per", "per"), Text("het bedrag is per jaar of in totaal", "the amount is per year or in total"), _values("per")),
        Column(
            "amount",
            Text("euro", "euros"),
            Text("uitgaven en bijdragen samen, elk zo vaak als genoemd", "expenses and contributions together, each as often as named"),
        ),
        Column("known", Text("bedragen", "amounts"), Text("hoeveel bedragen dat zijn", "how many amounts that are")),
        Column("unknown", Text("onbekend", "unknown"), Text("hoeveel bedragen niet bekend zijn", "how many amounts are not known")),
    )
    rows = tuple(
        (model.name, group.programme, measure.payer, measure.nature, measure.per, found.expense + found.contribution, found.known, found.unknown)
        for group in groups
        for model in group.models
        for measure, found in _sums(model.network)
    )
    return Table("money", Text("Genoemd programmageld per model", "Programme money named per model"), columns, rows)


def _sums(network: Network) -> list[tuple[Measure, Sum]]:
    entries = [entry for entry in counted(entries_of(network)) if entry.money.stream == "programme"]
    return sorted(grouped(entries, measure_of).items())


_PAYERS = {"own": Text("eigen", "own"), "other": Text("een ander", "another"), "unknown": Text("onbekend", "unknown")}


def _values(key: str) -> dict[str, Text]:
    return {english: Text(dutch, english.replace("_", " ")) for english, dutch in VALUES[key].items()}


def _parties(shared: Shared, models: Sequence[Model]) -> Table:
    scopes = {
        "organisations": Text("organisaties", "organisations"),
        "programmes": Text("programma's", "programmes"),
        "editions": Text("edities", "editions"),
    }
    columns = (
        words.ID,
        words.NAME,
        Column("scope", Text("gedeeld door", "shared by"), Text("hoe ver de modellen uiteen liggen", "how far apart the models are"), scopes),
        Column("programmes", Text("programma's", "programmes"), Text("in hoeveel programma's met een rol", "in how many programmes with a role")),
        *(
            Column(
                f"model_{at}",
                Text(model.name, model.name),
                Text("in hoeveel inspanningen daar; leeg: geen rol", "in how many efforts there; empty: no role"),
            )
            for at, model in enumerate(models, 1)
        ),
    )
    rows = tuple(
        (party.id, party.name, party.scope, party.programmes, *(party.efforts.get(model.name, "") for model in models)) for party in shared.parties
    )
    return Table("parties", Text("Gedeelde stakeholders", "Shared stakeholders"), columns, rows)


def _relations(shared: Shared) -> Table:
    columns = (
        Column("programme", Text("programma", "programme"), Text("het programma dat het verband noemt", "the programme that names the relation")),
        Column(
            "source",
            Text("van", "from"),
            Text("wat er raakt: het programma zelf of iets eruit", "what touches: the programme itself, or something in it"),
        ),
        Column("target", Text("naar", "to"), Text("wat het raakt", "what it touches")),
        Column("target_name", Text("naam", "name"), Text("hoe dat heet", "what that is called")),
        Column("here", Text("in dit overzicht", "in this overview"), Text("het andere programma staat hier ook", "the other programme is here too")),
        Column("reason", Text("waarom", "why"), Text("de reden die erbij staat", "the reason that is given")),
        Column("places", Text("bron", "source"), Text("waar het staat", "where it stands")),
        Column("models", Text("modellen", "models"), Text("in welke edities", "in which editions")),
    )
    return Table(
        "relations",
        Text("Verbanden tussen programma's", "Relations between programmes"),
        columns,
        tuple(tuple(one) for one in shared.relations),
    )


def _likenesses(shared: Shared) -> Table:
    what = {
        "other_name": Text("één id, twee namen", "one id, two names"),
        "same_name": Text("twee id's, één naam", "two ids, one name"),
        "similar_name": Text("twee id's, bijna één naam", "two ids, nearly one name"),
    }
    columns = (
        Column("what", Text("wat", "what"), Text("hoe de namen op elkaar lijken", "how the names are alike"), what),
        words.ID,
        words.NAME,
        Column("models", Text("in", "in"), Text("de modellen die hem zo noemen", "the models that name it so")),
        Column("other_id", Text("andere id", "other id"), Text("de id van de tweede", "the id of the second")),
        Column("other_name", Text("andere naam", "other name"), Text("hoe de tweede heet", "what the second is called")),
        Column("other_models", Text("ook in", "also in"), Text("de modellen die de tweede zo noemen", "the models that name the second so")),
        Column("spellings", Text("gelijk in", "alike in"), Text("de spelling die overeenkomt", "the spelling that is alike")),
    )
    return Table("names", Text("Misschien dezelfde partij", "Perhaps the same party"), columns, tuple(tuple(one) for one in shared.names))


def _efforts(shared: Shared) -> Table:
    columns = (
        words.ID,
        Column("names", Text("naam", "name"), Text("hoe het in elk model heet", "what it is called in each model")),
        Column("models", Text("modellen", "models"), Text("waarin het staat", "in which it stands")),
    )
    return Table(
        "efforts",
        Text("Inspanningen in meer programma's", "Efforts in several programmes"),
        columns,
        tuple(tuple(one) for one in shared.efforts),
    )
