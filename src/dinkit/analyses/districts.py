"""Districts: what touches each of them, which nothing touches, and which names are a district and a programme at once.

Definition:
    An element touches a district **directly** when it says so (`raakt`). A sub-effort touches what its effort touches (**through its effort**), and an
    effort touches what one of its parts touches (**through a part**). In a district stand the efforts that touch it in any of these
    ways, each with its parts as one. Programmes, agreements, goals and anything else that touches it are counted apart: that
    something concerns a district as a whole says nothing about the work that is done there. Stopped work is left out.

    A name is *shared* when a district, or one of the areas that it is made of, is called as a programme is, whatever the capitals. Work on the
    track of the districts (`spoor: wijk`, its own or of what it is part of) that touches no district in any way has *no place*.

Limits:
    A district that nothing touches may have plenty: nobody wrote it down. Districts that are part of a larger one do not lift it.

Order:
    Districts by printed number, then by id; what touches them by kind and id, efforts as in the printed tree.

Reference:
    Programme contract Economie en Participatie, Almelo 2019, § 8 (six districts), § 5 (which efforts are done per district is still open).

Example:
    >>> from dinkit.analysis import Options
    >>> from dinkit.reading.load import load
    >>> from dinkit.source import Memory
    >>> text = '''
    ... inspanningen: {loket: {naam: Loket openen, raakt: centrum, onderdelen: {balie: Balie maken}}}
    ... wijken: {centrum: Centrum, haven: Haven}
    ... '''
    >>> fact = ANALYSIS.run(load("din.yaml", Memory({"din.yaml": text})).network, Options())
    >>> fact.answer.nl
    "Bij 1 van de 2 wijken staat welke inspanning er loopt. Niets raakt 'Haven'."
    >>> [row[2:6:3] for row in fact.tables[1].rows]
    [('loket', 'direct'), ('balie', 'effort')]
"""

from __future__ import annotations

from typing import NamedTuple

from dinkit.analyses import _words as words
from dinkit.analyses._order import in_tree_order, outer
from dinkit.analyses._phrases import none_of, sentence
from dinkit.analyses._works import Works, closure, works_of
from dinkit.analysis import Analysis, Cell, Column, Fact, Options, Table
from dinkit.finding import Text
from dinkit.model.kinds import KINDS
from dinkit.model.records import District, Effort, Element, Programme
from dinkit.network import Network


class _Touch(NamedTuple):
    element: Element
    how: str
    """"direct", "effort" (through its effort) or "part" (through a part)."""
    via: str


class _Place(NamedTuple):
    district: District
    touches: tuple[_Touch, ...]
    efforts: int
    """Outermost efforts that touch it in any way."""


def run(network: Network, options: Options) -> Fact:
    """Say what touches each district."""
    del options
    works = works_of(network)
    order = {effort.id: place for place, effort in enumerate(in_tree_order(network, Effort))}
    places = [_place(network, works, district, order) for district in in_tree_order(network, District)]
    shared, lost = _shared_names(network), _placeless(network, works)
    tables = (_districts(places), _touching(network, places), _names(shared), _lost(lost))
    return Fact("districts", _answer(network, places, shared, lost), tables, words.shared_notes(network, len(works.stopped)))


def _place(network: Network, works: Works, district: District, order: dict[str, int]) -> _Place:
    found: dict[str, _Touch] = {}
    sources = sorted(relation.source for relation in network.incoming(district.id, "touches"))
    direct = {works.original.get(one, one) for one in sources} - works.stopped
    for one in sorted(direct):
        found[one] = _Touch(network.elements[one], "direct", "")
    for links, how in ((works.below, "effort"), (works.above, "part")):
        for one in sorted(direct & works.listings.keys()):
            for other in closure(one, links):
                if other not in works.stopped:
                    found.setdefault(other, _Touch(network.elements[other], how, one))
    touches = sorted(found.values(), key=lambda touch: (_KINDS.index(touch.element.kind), order.get(touch.element.id, 0), touch.element.id))
    homes = {works.home[one] for one in found if one in works.listings}
    return _Place(district, tuple(touches), len(homes))


_KINDS = ("effort", *(kind.name for kind in KINDS if kind.name != "effort"))


class _Shared(NamedTuple):
    name: str
    district: District
    programme: Programme


def _shared_names(network: Network) -> list[_Shared]:
    """Return every name that is both of a district (or an area in it) and of a programme."""
    programmes = sorted(network.of(Programme), key=lambda one: one.id)
    called = {name.casefold(): one for one in programmes for name in (one.name, *one.also_known_as)}
    return [
        _Shared(name, district, called[name.casefold()])
        for district in in_tree_order(network, District)
        for name in dict.fromkeys((district.name, *district.also_known_as, *district.areas))
        if name.casefold() in called
    ]


def _placeless(network: Network, works: Works) -> list[Effort]:
    """Return the outermost work on the track of the districts that touches none, nor by what it is part of or by its parts."""
    touching = {
        relation.source for relation in network.relations if relation.type == "touches" and network.elements[relation.target].kind == "district"
    }
    placed = {works.original.get(one, one) for one in touching}
    found = [effort for effort in in_tree_order(network, Effort) if _on_track(effort, works, placed)]
    ids = {effort.id for effort in found}
    return [effort for effort in found if outer(network, effort.id) not in ids]


def _on_track(effort: Effort, works: Works, placed: set[str]) -> bool:
    if effort.track != "district" or effort.id not in works.listings or effort.id in works.stopped:
        return False
    return placed.isdisjoint((effort.id, *closure(effort.id, works.above), *closure(effort.id, works.below)))


def _districts(places: list[_Place]) -> Table:
    columns = (
        words.ID,
        words.NAME,
        Column("number", Text("nummer", "number"), Text("zoals gedrukt", "as printed")),
        Column("areas", Text("gebieden", "areas"), Text("waaruit de wijk bestaat", "what the district is made of")),
        Column(
            "efforts",
            Text("inspanningen", "efforts"),
            Text("die de wijk raken, elk met haar onderdelen", "that touch the district, each with its parts"),
        ),
        Column("others", Text("ander", "other"), Text("wat de wijk verder raakt", "what else touches the district")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (place.district.id, place.district.name, place.district.number or "", ", ".join(place.district.areas), place.efforts, len(_others(place)))
        for place in places
    )
    return Table("districts", Text("Wat elke wijk raakt", "What touches each district"), columns, rows)


def _others(place: _Place) -> list[_Touch]:
    return [touch for touch in place.touches if not isinstance(touch.element, Effort)]


_HOW = {
    "direct": Text("rechtstreeks", "directly"),
    "effort": Text("via haar inspanning", "through its effort"),
    "part": Text("via een onderdeel", "through a part"),
}


def _touching(network: Network, places: list[_Place]) -> Table:
    kinds = {kind.name: words.kind_word(network, kind.name, count=1) for kind in KINDS}
    columns = (
        Column("district", Text("wijk", "district"), Text("id van de wijk", "id of the district")),
        Column("district_name", Text("wijknaam", "district name"), Text("hoe de wijk heet", "what the district is called")),
        words.ID,
        words.NAME,
        Column("kind", Text("soort", "kind"), Text("soort element", "kind of element"), kinds),
        Column("how", Text("hoe", "how"), Text("of het er zelf bij staat", "whether it says so itself"), _HOW),
        Column("via", Text("via", "via"), Text("waarlangs", "by way of what")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (place.district.id, place.district.name, touch.element.id, touch.element.name, touch.element.kind, touch.how, touch.via)
        for place in places
        for touch in place.touches
    )
    return Table("touching", Text("Per wijk wat haar raakt", "What touches it, per district"), columns, rows)


def _names(shared: list[_Shared]) -> Table:
    columns = (
        words.NAME,
        Column("district", Text("wijk", "district"), Text("de wijk, of de wijk van dit gebied", "the district, or the district of this area")),
        Column("programme", Text("programma", "programme"), Text("het programma met dezelfde naam", "the programme of the same name")),
    )
    rows = tuple((one.name, one.district.id, one.programme.id) for one in shared)
    return Table("names", Text("Namen die wijk en programma zijn", "Names that are district and programme"), columns, rows)


def _lost(lost: list[Effort]) -> Table:
    rows = tuple((effort.id, effort.name) for effort in lost)
    return Table(
        "placeless", Text("Werk in het wijkspoor zonder wijk", "Work on the track of the districts without a district"), (words.ID, words.NAME), rows
    )


def _answer(network: Network, places: list[_Place], shared: list[_Shared], lost: list[Effort]) -> Text:
    if not places:
        return words.joined((none_of(network, "district"), _without_place(lost)))
    return words.joined((_worked(network, places), _everywhere(places), _general(places), _untouched(places), _double(shared), _without_place(lost)))


def _worked(network: Network, places: list[_Place]) -> Text:
    having = sum(bool(place.efforts) for place in places)
    word, effort = words.kind_word(network, "district", count=len(places)), words.kind_word(network, "effort", count=1)
    share = words.share(having, len(places), word)
    if len(places) > 1 and having in (0, len(places)):
        every = Text(f"alle {having} {word.nl}", f"all {having} {word.en}")
        share = every if having else Text(f"geen van de {len(places)} {word.nl}", f"none of the {len(places)} {word.en}")
    return sentence(Text(f"bij {share.nl} staat welke {effort.nl} er loopt", f"for {share.en} it is told which {effort.en} is done there"))


def _everywhere(places: list[_Place]) -> Text | None:
    """Name the work that is in every district: it does not tell one from another."""
    sets = [{touch.element.id for touch in place.touches if isinstance(touch.element, Effort) and touch.how != "effort"} for place in places]
    common = set.intersection(*sets)
    names = words.listing([touch.element.name for touch in places[0].touches if touch.element.id in common])
    if len(places) < 2 or not common:
        return None
    be = words.verb(len(common), ("raakt", "raken"), ("touches", "touch"))
    return Text(f"{names.nl} {be.nl} elke wijk.", f"{names.en} {be.en} every district.")


def _general(places: list[_Place]) -> Text | None:
    """Say what touches districts without being work."""
    counts: dict[str, int] = {}
    for place in places:
        for touch in _others(place):
            counts[touch.element.name] = counts.get(touch.element.name, 0) + 1
    if not counts:
        return None
    names = words.listing(list(counts))
    return Text(f"In het algemeen geraakt door {names.nl}.", f"Touched in general by {names.en}.")


def _untouched(places: list[_Place]) -> Text | None:
    names = words.listing([place.district.name for place in places if not place.touches])
    return Text(f"Niets raakt {names.nl}.", f"Nothing touches {names.en}.") if names.nl else None


def _double(shared: list[_Shared]) -> Text | None:
    if not shared:
        return None
    names, be = words.listing(list(dict.fromkeys(one.name for one in shared))), words.verb(len(shared), ("is", "zijn"), ("is", "are"))
    return sentence(Text(f"{names.nl} {be.nl} wijk en ook programma", f"{names.en} {be.en} both a district and a programme"))


def _without_place(lost: list[Effort]) -> Text | None:
    names = words.listing([effort.name for effort in lost])
    return (
        Text(f"In het wijkspoor maar zonder wijk: {names.nl}.", f"On the track of the districts, but without one: {names.en}.") if names.nl else None
    )


ANALYSIS = Analysis(Text("Wijken", "Districts"), run)
