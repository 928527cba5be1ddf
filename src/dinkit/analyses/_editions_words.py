"""What the `editions` analysis says, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dinkit.analyses import _words as words
from dinkit.analyses._editions import MOVED, SORTS, TOLD, Count, Told, fates
from dinkit.comparing.matching import Match
from dinkit.finding import Text
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network

CODES: Mapping[str, Text] = {
    "new": Text("nieuw", "new"),
    "returned": Text("terug uit een oudere editie", "back from an older edition"),
    "gone": Text("niet meer genoemd", "no longer named"),
    "other_id": Text("andere id", "other id"),
    "merged": Text("samengevoegd", "merged"),
    "split": Text("gesplitst", "split"),
    "renamed": Text("hernoemd", "renamed"),
    "renumbered": Text("hernummerd", "renumbered"),
    "other_parent": Text("andere plaats", "another place"),
    "other_main_goal": Text("ander hoofddoel", "another main goal"),
    "main_goal_gained": Text("hoofddoel erbij", "a main goal more"),
    "main_goal_lost": Text("hoofddoel eraf", "a main goal less"),
    "other_kind": Text("andere soort", "another kind"),
    "ended": Text("beëindigd volgens de bron", "ended, says the source"),
    "stopped": Text("gestopt volgens de bron", "stopped, says the source"),
    "done": Text("gereed volgens de bron", "done, says the source"),
}

_NAMED = ("effort",)
"""Of what the answer gives the names; of the others only numbers: the tables have them all."""


def sort_words(network: Network, *, plural: bool = False) -> Mapping[str, Text]:
    """Return what this model calls one or more elements of each sort."""
    count = 2 if plural else 1
    return {
        sort: words.unit_word(network, sort, count=count) if sort == "sub_effort" else words.kind_word(network, sort, count=count) for sort in SORTS
    }


def edition_name(network: Network) -> str:
    """Return what to call an edition: its own name, else the id of its model, else its file."""
    return network.head.edition or network.head.model or network.files[0].path


def nothing_to_compare(network: Network) -> Text:
    """Return why there is nothing to compare with."""
    named = network.head.previous_edition
    if named is None or named == UNKNOWN:
        return Text(
            "Dit model noemt geen vorige editie ('vorige_editie'), dus er is niets om mee te vergelijken.",
            "This model names no previous edition ('previous_edition'), so there is nothing to compare with.",
        )
    return Text(
        f"De vorige editie '{named}' kon niet gelezen worden, dus er is niets om mee te vergelijken; 'dinkit validate' zegt waarom.",
        f"The previous edition '{named}' could not be read, so there is nothing to compare with; 'dinkit validate' says why.",
    )


def answer(found: Match, rows: Sequence[Told], counts: Sequence[Count]) -> Text:
    """Return the answer: a sentence per sort, the efforts first, then the totals that hide changes."""
    then = edition_name(found.earlier)
    if all(row.change.state == "kept" and not row.change.changes for row in rows):
        return _nothing_changed(rows, then)
    told = [one for one in counts if one.sort in TOLD]
    if not told:
        return Text(f"Tegenover '{then}' veranderde er het een en ander; zie de tabel.", f"Some things changed against '{then}'; see the table.")
    fate = fates(found)
    inside = [Text(f" in '{then}'", f" in '{then}'")] + [Text("", "")] * len(told)
    clauses = [_clause(found.later, one, rows, fate.get(one.sort, Counter()), where) for one, where in zip(told, inside, strict=False)]
    return words.joined((*clauses, *(_hidden(found.later, one) for one in told)))


def _nothing_changed(rows: Sequence[Told], then: str) -> Text:
    if not rows:
        return Text(
            f"Er is niets te vergelijken: deze editie en '{then}' zijn leeg.", f"There is nothing to compare: this edition and '{then}' are empty."
        )
    return Text(
        f"Er veranderde niets tegenover '{then}': alle {len(rows)} elementen zijn gebleven, met dezelfde naam en op dezelfde plaats.",
        f"Nothing changed against '{then}': all {len(rows)} elements are kept, with the same name and in the same place.",
    )


def _clause(network: Network, one: Count, rows: Sequence[Told], fate: Mapping[str, int], inside: Text) -> Text:
    """Return the sentence on one sort: what became of those of then, and after that what is new."""
    here = [row for row in rows if row.sort == one.sort]
    word = sort_words(network, plural=one.then != 1)[one.sort]
    arrived = _arrivals(here)
    came = Text(f"; {arrived.nl}", f"; {arrived.en}") if arrived else Text("", "")
    if not one.then:
        return words.capital(Text(f"{word.nl} waren er{inside.nl} niet{came.nl}.", f"there were no {word.en}{inside.en}{came.en}."))
    how = _how([row for row in here if row.change.state == "kept"])
    if fate["kept"] == one.then:
        whole, are = _all(network, one), words.verb(one.then, ("is", "zijn"), ("is", "are"))
        return Text(
            f"{whole.nl} {word.nl}{inside.nl} {are.nl} gebleven{how.nl}{came.nl}.", f"{whole.en} {word.en}{inside.en} {are.en} kept{how.en}{came.en}."
        )
    lost = _fates(one, here, fate)
    if one.then == 1:
        return Text(
            f"{_article(network, one.sort)} enige {word.nl}{inside.nl} {lost[0].nl}{came.nl}.",
            f"The only {word.en}{inside.en} {lost[0].en}{came.en}.",
        )
    kept, are = fate["kept"], words.verb(max(fate["kept"], 1), ("is", "zijn"), ("is", "are"))
    listed = _enumerated([Text(f"{are.nl} er {kept or 'geen'} gebleven{how.nl}", f"{kept or 'none'} {are.en} kept{how.en}"), *lost])
    return Text(f"Van de {one.then} {word.nl}{inside.nl} {listed.nl}{came.nl}.", f"Of the {one.then} {word.en}{inside.en}, {listed.en}{came.en}.")


def _all(network: Network, one: Count) -> Text:
    if one.then > 1:
        return Text(f"Alle {one.then}", f"All {one.then}")
    return Text(f"{_article(network, one.sort)} enige", "The only")


def _article(network: Network, sort: str) -> str:
    """Return the Dutch article of a sort; that of a label of the model's own is not known."""
    return "Het" if sort in ("goal", "sub_effort") and sort not in network.head.labels else "De"


def _how(kept: Sequence[Told]) -> Text:
    """Return what happened to those that stayed, between brackets."""
    holds = [frozenset(row.change.changes) for row in kept]
    counts = (
        (sum("renamed" in one for one in holds), CODES["renamed"]),
        (sum("renumbered" in one for one in holds), CODES["renumbered"]),
        (sum(not MOVED.isdisjoint(one) for one in holds), Text("verplaatst", "moved")),
    )
    told = [Text(f"{count} {word.nl}", f"{count} {word.en}") for count, word in counts if count]
    across = sum("other_main_goal" in one for one in holds)
    told += [Text(f"{across} daarvan naar een ander hoofddoel", f"{across} of them to another main goal")] if across else []
    listed = words.joined(told, ", ")
    return Text(f" ({listed.nl})", f" ({listed.en})") if listed.nl else Text("", "")


def _fates(one: Count, here: Sequence[Told], fate: Mapping[str, int]) -> list[Text]:
    gone = [row.name for row in here if row.change.state == "gone"]
    names = words.listing(gone) if one.sort in _NAMED and gone and (one.then > 1) else None
    told = (
        ("merged", ("is opgegaan in een ander", "zijn opgegaan in een ander"), ("is merged into another", "are merged into others")),
        ("split", ("is gesplitst", "zijn gesplitst"), ("is split", "are split")),
        ("other_id", ("gaat verder onder een andere id", "gaan verder onder een andere id"), ("goes on under another id", "go on under another id")),
        (
            "other_kind",
            ("is nu een andere soort element", "zijn nu een andere soort element"),
            ("is another kind of element now", "are another kind of element now"),
        ),
        ("crossed", _CROSSED[one.sort][0], _CROSSED[one.sort][1]),
        ("gone", ("wordt niet meer genoemd", "worden niet meer genoemd"), ("is no longer named", "are no longer named")),
    )
    texts = []
    for code, dutch, english in told:
        if fate[code]:
            said = words.verb(fate[code], dutch, english)
            behind = Text(f" ({names.nl})", f" ({names.en})") if names and code == "gone" else Text("", "")
            number = f"{fate[code]} " if one.then > 1 else ""
            texts.append(Text(f"{number}{said.nl}{behind.nl}", f"{number}{said.en}{behind.en}"))
    return texts


_ELSEWHERE = (("staat nu ergens anders", "staan nu ergens anders"), ("stands elsewhere now", "stand elsewhere now"))
_CROSSED = dict.fromkeys(TOLD, _ELSEWHERE) | {
    "effort": (("is nu een onderdeel", "zijn nu een onderdeel"), ("is a sub-effort now", "are sub-efforts now")),
    "sub_effort": (("staat nu op zichzelf", "staan nu op zichzelf"), ("stands by itself now", "stand by themselves now")),
}


def _arrivals(here: Sequence[Told]) -> Text | None:
    new = [row.name for row in here if row.change.state == "new"]
    returned = sum(row.change.state == "returned" for row in here)
    texts = []
    if new:
        are = words.verb(len(new), ("is", "zijn"), ("is", "are"))
        names = words.listing(new) if here[0].sort in _NAMED else None
        behind = Text(f" ({names.nl})", f" ({names.en})") if names else Text("", "")
        texts.append(Text(f"{len(new)} {are.nl} nieuw{behind.nl}", f"{len(new)} {are.en} new{behind.en}"))
    if returned:
        come = words.verb(returned, ("komt", "komen"), ("comes", "come"))
        texts.append(Text(f"{returned} {come.nl} terug uit een oudere editie", f"{returned} {come.en} back from an older edition"))
    return words.both(texts) if texts else None


def _enumerated(texts: Sequence[Text]) -> Text:
    """Join texts with commas, and "and" before the last."""
    return words.both([*([words.joined(texts[:-1], ", ")] if len(texts) > 1 else []), texts[-1]])


def _hidden(network: Network, one: Count) -> Text | None:
    """Say so where equal totals hide that some came and others went."""
    came, went = one.new + one.returned, one.gone
    if one.then != one.now or not (came and went):
        return None
    word = sort_words(network, plural=one.then != 1)[one.sort]
    are, named = words.verb(came, ("is", "zijn"), ("is", "are")), words.verb(went, ("wordt", "worden"), ("is", "are"))
    return Text(
        f"Let op: {one.then} en {one.now} {word.nl} lijkt gelijk, maar {came} {are.nl} nieuw en {went} {named.nl} niet meer genoemd.",
        f"Note: {one.then} and {one.now} {word.en} look the same, but {came} {are.en} new and {went} {named.en} no longer named.",
    )


def notes(found: Match) -> tuple[Text, ...]:
    """Return what a reader should know of how it was compared."""
    return (
        Text(
            "Dezelfde id is hetzelfde element; een andere id alleen als het met 'opvolger_van' zegt wat het voortzet.",
            "The same id is the same element; another id only where it says with 'succeeds' what it continues.",
        ),
        Text(
            "'Niet meer genoemd' is iets anders dan gestopt: dat staat er alleen bij als een bron het zegt.",
            "'No longer named' is not the same as stopped: that is only told where a source says so.",
        ),
        Text(
            "Van stakeholders tellen alleen die met een rol; nieuw is hier: zonder rol in de vorige editie.",
            "Of stakeholders only those with a role are counted; new means here: without a role in the previous edition.",
        ),
        *dict.fromkeys((*words.shared_notes(found.later), *words.shared_notes(found.earlier))),
    )
