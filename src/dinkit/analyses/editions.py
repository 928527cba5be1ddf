"""Editions: what is new, renamed, moved, merged, split or no longer named against the previous edition, and through all of them.

Definition:
    The same id is the same thing in all editions of a programme. An element that names what it follows upon (`succeeds`) continues
    that too; what it names may stand in an older edition, and is then followed to what it had become by the previous one.

    Of the elements now, each is exactly one of: *kept* (its id stood in the previous edition, and it is of the same kind),
    *continued* under another id (it only follows upon others), *new*, or *returned* (an older edition has it, the previous one does not). Of
    the elements then, each is kept, continued under another id, or *no longer named*. So kept + continued + new + returned are the
    elements now, and kept + continued + no longer named those then. Of stakeholders only those with a role (as in `orphans`) are counted, for
    editions share their register: new is who had none in the previous edition, no longer named who has none any more.

    Beside that several may hold at once: *renamed* and *renumbered* (both editions print a name or number, and not the same),
    *another place* (part of something else, or no longer part of anything; an indicator: measures something else), *another main goal*
    (contributions and parts lead to none of the same main goals any more), *a main goal more* or *less*, *merged* (it continues
    two or more), *split* (what it continues goes on in several), *another kind*. What only follows its effort to another main goal is
    not told again. The name and number of an element that goes on by its own id and also follows upon others are compared with its own.
    *Ended*, *stopped* and *done* are only told where a source says so (`ended`, `status`).

Limits:
    What a document leaves out need not have stopped: it is "no longer named", nothing more. Where one of the editions names no
    main goals nothing is said about them; where contributions are stated, only those count for this, for another reading of ours is no
    change of the programme. Values, money and planning are not compared. What could not be read is missing from both sides.

Order:
    Efforts, sub-efforts, goals and indicators as in the printed tree; what is no longer named comes last.

Reference:
    Prevaas & Van Loon, *Werken aan Programma's*, §11.3 (a network is kept up to date); Almelo's accountability over 2019 and 2022, in
    which efforts were renamed, renumbered, merged and moved.

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> files = Memory({
    ...     "2022.yaml": '''
    ... model: stad-2022
    ... vorige_editie: 2019.yaml
    ... inspanningen:
    ...   loket: Ondernemersloket
    ...   werk: {naam: Werk en scholing, opvolger_van: [stad-2019/banen, stad-2019/scholing]}
    ... ''',
    ...     "2019.yaml": '''
    ... model: stad-2019
    ... editie: jaarverslag 2019
    ... inspanningen: {loket: Loket, banen: Banen, scholing: Scholing, krant: Krant}
    ... '''})
    >>> fact = ANALYSIS.run(load("2022.yaml", files).network, Options())
    >>> fact.answer.nl.split(". ")[0]
    "Van de 4 inspanningen in 'jaarverslag 2019' is er 1 gebleven (1 hernoemd), 2 zijn opgegaan in een ander en 1 wordt niet meer genoemd ('Krant')."
    >>> [(row[1], row[3]) for row in fact.tables[1].rows]
    [('loket', ('renamed',)), ('werk', ('other_id', 'merged')), ('krant', ('gone',))]
"""

from __future__ import annotations

from collections.abc import Sequence

from dinkit.analyses import _words as words
from dinkit.analyses._editions import TOLD, Count, Told, count, lines, sort_of, told
from dinkit.analyses._editions_words import CODES, answer, edition_name, notes, nothing_to_compare, sort_words
from dinkit.analysis import Analysis, Cell, Column, Fact, Options, Table
from dinkit.comparing.matching import Edition, editions_of
from dinkit.finding import Text
from dinkit.model.dates import ImpreciseDate
from dinkit.network import Network


def run(network: Network, options: Options) -> Fact:
    """Say what changed since the previous edition."""
    del options
    editions = editions_of(network)
    steps = [(one.match, told(one.match, one.returned)) for one in editions if one.match is not None]
    counts = [count(found, rows) for found, rows in steps]
    rows = steps[0][1] if steps else ()
    tables = (
        _summary(network, counts[0] if counts else ()),
        _changes(network, [row for row in rows if row.sort in TOLD and (row.change.state != "kept" or row.change.changes)]),
        _editions(editions, counts),
        _lines(network, editions),
        _unchanged(network, [row for row in rows if row.sort in TOLD and row.change.state == "kept" and not row.change.changes]),
    )
    if not steps:
        return Fact("editions", nothing_to_compare(network), tables, words.shared_notes(network))
    return Fact("editions", answer(steps[0][0], rows, counts[0]), tables, notes(steps[0][0]))


def _sort_column(network: Network, *, plural: bool = False) -> Column:
    return Column("kind", Text("soort", "kind"), Text("soort element", "kind of element"), sort_words(network, plural=plural))


def _summary(network: Network, counts: Sequence[Count]) -> Table:
    columns = (
        _sort_column(network, plural=True),
        Column("then", Text("toen", "then"), Text("hoeveel de vorige editie er heeft", "how many the previous edition has")),
        Column("now", Text("nu", "now"), Text("hoeveel deze editie er heeft", "how many this edition has")),
        Column("kept", Text("gebleven", "kept"), Text("staan in beide, onder dezelfde id", "stand in both, under the same id")),
        Column("renamed", Text("hernoemd", "renamed"), Text("heten anders dan toen", "have another name than then")),
        Column("renumbered", Text("hernummerd", "renumbered"), Text("hebben een ander nummer dan toen", "have another number than then")),
        Column(
            "moved",
            Text("verplaatst", "moved"),
            Text("horen ergens anders bij, of leiden naar een ander hoofddoel", "are part of something else, or lead to another main goal"),
        ),
        Column("merged", Text("samengevoegd", "merged"), Text("zetten er twee of meer van toen voort", "continue two or more of then")),
        Column("split", Text("gesplitst", "split"), Text("zetten voort wat nu uit meer delen bestaat", "continue what goes on in several")),
        Column(
            "succeeding",
            Text("andere id nu", "other id now"),
            Text("zetten alleen voort wat toen een andere id had", "only continue what had another id then"),
        ),
        Column("new", Text("nieuw", "new"), Text("staan in geen eerdere editie", "stand in no earlier edition")),
        Column(
            "returned",
            Text("terug", "returned"),
            Text("staan in een oudere editie, niet in de vorige", "stand in an older edition, not in the previous one"),
        ),
        Column(
            "succeeded",
            Text("andere id toen", "other id then"),
            Text("van toen: gaan alleen onder een andere id verder", "of then: go on under another id only"),
        ),
        Column("gone", Text("niet meer genoemd", "no longer named"), Text("van toen: niets zet ze voort", "of then: nothing continues them")),
    )
    return Table("summary", Text("Toen en nu", "Then and now"), columns, tuple(tuple(row) for row in counts))


def _changes(network: Network, rows: Sequence[Told]) -> Table:
    columns = (
        _sort_column(network),
        words.ID,
        words.NAME,
        Column("changes", Text("wat er gebeurde", "what happened"), Text("alles wat ervoor geldt", "everything that holds for it"), CODES),
        Column("before", Text("was", "was"), Text("wat het voortzet, als dat een andere id had", "what it continues, if that had another id")),
        Column("name_then", Text("naam toen", "name then"), Text("hoe het toen heette, als dat anders was", "what it was called then, if different")),
        Column("number_then", Text("nr toen", "no. then"), Text("het nummer toen, als dat anders was", "its number then, if different")),
        Column("number", Text("nr", "no."), Text("het gedrukte nummer", "the printed number")),
        Column(
            "parents_then",
            Text("hoorde bij", "was part of"),
            Text("waar het toen onder stond, als dat veranderde", "what it was part of then, if that changed"),
        ),
        Column(
            "parents",
            Text("hoort bij", "is part of"),
            Text("waar het nu onder staat, als dat veranderde of het nieuw is", "what it is part of now, if that changed or it is new"),
        ),
        Column(
            "goals_then",
            Text("hoofddoel toen", "main goal then"),
            Text("naar welke hoofddoelen het toen leidde, als dat anders was", "to which main goals it led then, if different"),
        ),
        Column(
            "goals",
            Text("hoofddoel nu", "main goal now"),
            Text("naar welke hoofddoelen het nu leidt, als dat anders was", "to which main goals it leads now, if different"),
        ),
    )
    return Table("changes", Text("Wat er veranderde", "What changed"), columns, tuple(_change_row(row) for row in rows))


def _change_row(row: Told) -> tuple[Cell, ...]:
    change = row.change
    state = () if change.state in ("kept", "succeeding") else (change.state,)
    before = () if change.before == (change.element,) else change.before
    return (
        row.sort,
        change.element,
        row.name,
        (*state, *change.changes),
        before,
        row.name_then,
        row.number_then,
        row.number,
        change.parents_then,
        change.parents,
        change.goals_then,
        change.goals,
    )


def _unchanged(network: Network, rows: Sequence[Told]) -> Table:
    columns = (_sort_column(network), words.ID, words.NAME)
    return Table(
        "unchanged", Text("Wat hetzelfde bleef", "What stayed the same"), columns, tuple((row.sort, row.change.element, row.name) for row in rows)
    )


def _editions(editions: Sequence[Edition], counts: Sequence[Sequence[Count]]) -> Table:
    plurals = sort_words(editions[0].network, plural=True)
    columns = (
        Column("model", Text("model", "model"), Text("de id van het model", "the id of the model")),
        Column("edition", Text("editie", "edition"), Text("hoe de editie heet", "what the edition is called")),
        Column("date", Text("peildatum", "reference date"), Text("de datum waarop zij kijkt", "the date that it looks at")),
        *(Column(sort, plurals[sort], Text("hoeveel zij er heeft", "how many it has")) for sort in TOLD),
        *(
            Column(
                f"{state}_{sort}",
                Text(f"{plurals[sort].nl} {nl}", f"{plurals[sort].en} {en}"),
                Text(f"{nl} tegenover de editie ervoor", f"{en} against the edition before it"),
            )
            for sort in ("effort", "sub_effort")
            for state, nl, en in (("new", "nieuw", "new"), ("gone", "niet meer genoemd", "no longer named"))
        ),
    )
    rows = [_edition_row(edition, counts[at] if at < len(counts) else None) for at, edition in enumerate(editions)]
    return Table("editions", Text("De edities", "The editions"), columns, tuple(reversed(rows)))


def _edition_row(edition: Edition, counts: Sequence[Count] | None) -> tuple[Cell, ...]:
    network = edition.network
    date = network.head.reference_date
    sorts = [sort_of(network, name) for name in network.elements]
    by_sort = {one.sort: one for one in counts or ()}
    against: list[Cell] = []
    for sort in ("effort", "sub_effort"):
        found = by_sort.get(sort)
        against += (None, None) if counts is None else (found.new + found.returned, found.gone) if found else (0, 0)
    shown = date.text if isinstance(date, ImpreciseDate) else date or ""
    return (network.head.model or "", network.head.edition or "", shown, *(sorts.count(sort) for sort in TOLD), *against)


def _lines(network: Network, editions: Sequence[Edition]) -> Table:
    titles = [edition_name(edition.network) for edition in reversed(editions)]
    columns = (
        _sort_column(network),
        Column("id", Text("id", "id"), Text("de laatste vaste naam in de bestanden", "the last stable name in the files")),
        *(
            Column(
                f"edition_{at}",
                Text(title, title),
                Text("nummer en naam in die editie; leeg: niet genoemd", "number and name in that edition; empty: not named"),
            )
            for at, title in enumerate(titles, 1)
        ),
    )
    rows = tuple((line.sort, line.element, *line.names) for line in lines(editions)) if len(editions) > 1 else ()
    return Table("through_time", Text("Door de edities heen", "Through the editions"), columns, rows)


ANALYSIS = Analysis(Text("Verschillen tussen de edities", "Differences between the editions"), run)
