"""Money that changed, per stream: only what the `money` analysis would add up is added up, everything else is told by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from dinkit.analyses import _account_words as say
from dinkit.analyses import _money_words as money_words
from dinkit.analyses import _words as words
from dinkit.analyses._money import Entry, Measure, When, entries_of, measure_of, value_of, when_of
from dinkit.comparing.comparison import Consequence, Gist
from dinkit.comparing.difference import Difference
from dinkit.consequences.naming import called, name_of
from dinkit.finding import Text
from dinkit.model.vocabulary import UNKNOWN
from dinkit.network import Network


class _Key(NamedTuple):
    """What amounts must share to be in one sum; for what is never added up also where it stands."""

    measure: Measure
    role: str
    type: str
    when: When
    element: str = ""


class _Total(NamedTuple):
    """The known amounts together, and how many are not known."""

    amount: Decimal
    known: int
    unknown: int


_NOTHING = _Total(Decimal(0), 0, 0)
_NONE, _UNNAMED = Text("niets", "nothing"), Text("niet genoemd", "not named")
"""What stands for no amount at all: in another edition it may just not be repeated."""


def money_consequences(difference: Difference) -> Iterator[Consequence]:
    """Yield a consequence per stream (with its payer, nature, years and type) of which the sum changed; the streams with most money first."""
    found = difference.found
    then, now = _totals(found.earlier, difference.same), _totals(found.later, {})
    changed = {key: (then.get(key, _NOTHING), now.get(key, _NOTHING)) for key in dict.fromkeys((*then, *now))}
    changed = {key: pair for key, pair in changed.items() if pair[0] != pair[1]}
    most: dict[str, Decimal] = {}
    for key, pair in changed.items():
        most[key.measure.stream] = max(most.get(key.measure.stream, Decimal(0)), _size(pair))
    for key in sorted(changed, key=lambda one: (-most[one.measure.stream], one.measure.stream, bool(one.element), -_size(changed[one]), _rank(one))):
        network = found.later if key.element in found.later.elements else found.earlier
        said = _sentence(network, key, changed[key], _UNNAMED if difference.editions else _NONE)
        yield Consequence("money", said, key.element or None, _gist(network, key, changed[key], editions=difference.editions))


def _size(pair: tuple[_Total, _Total]) -> Decimal:
    """Return the larger of two amounts."""
    return max(abs(one.amount) for one in pair)


def _totals(network: Network, ids: Mapping[str, str]) -> dict[_Key, _Total]:
    groups: dict[_Key, list[Entry]] = {}
    for entry in entries_of(network):
        element = "" if entry.role == "counted" else ids.get(entry.element, entry.element)
        groups.setdefault(_Key(measure_of(entry), entry.role, entry.money.type, when_of(entry.money), element), []).append(entry)
    return {key: _total(entries) for key, entries in groups.items()}


def _total(entries: Iterable[Entry]) -> _Total:
    values = [value_of(entry.money) for entry in entries]
    known = [value for value in values if value is not None]
    return _Total(sum(known, Decimal(0)), len(known), len(values) - len(known))


def _rank(key: _Key) -> tuple[str, ...]:
    return (key.element and "1", *key.measure, key.type, str(key.when.first), str(key.when.last), key.role, key.element)


def _sentence(network: Network, key: _Key, pair: tuple[_Total, _Total], nothing: Text) -> Text:
    was, is_ = pair
    about = called(network, key.element) if key.element else None
    stream, details = _stream(key), words.joined(_details(key), ", ")
    what = Text(f"{stream.nl} ({details.nl})", f"{stream.en} ({details.en})")
    old, new = _amount(was, nothing), _amount(is_, nothing)
    head = Text(f"{about.nl}, {what.nl}", f"{about.en}, {what.en}") if about else words.capital(what)
    if not (was.known or was.unknown) or not (is_.known or is_.unknown):
        return Text(f"{head.nl}: eerst {old.nl}, nu {new.nl}.", f"{head.en}: first {old.en}, now {new.en}.")
    difference = is_.amount - was.amount
    signed, more = say.euros(abs(difference)), "+" if difference > 0 else "-"
    behind = Text(f" ({more} {signed.nl})", f" ({more} {signed.en})") if difference and was.known and is_.known else Text("", "")
    return Text(f"{head.nl}: van {old.nl} naar {new.nl}{behind.nl}.", f"{head.en}: from {old.en} to {new.en}{behind.en}.")


def _gist(network: Network, key: _Key, pair: tuple[_Total, _Total], *, editions: bool) -> Gist:
    """Return how an amount is told with others of its stream."""
    was, is_ = pair
    old, new = (_amount(one, _NONE) for one in pair)
    at = words.quoted(name_of(network, key.element)) if key.element else ""
    details = words.joined([*_details(key), *([Text(f"bij {at}", f"at {at}")] if at else [])], ", ")
    if not (was.known or was.unknown):
        item = Text(f"nieuw {new.nl} ({details.nl})", f"new {new.en} ({details.en})")
    elif not (is_.known or is_.unknown):
        gone = Text("niet meer genoemd", "no longer named") if editions else Text("vervalt", "dropped")
        item = Text(f"{old.nl} ({details.nl}) {gone.nl}", f"{old.en} ({details.en}) {gone.en}")
    else:
        item = Text(f"{old.nl} wordt {new.nl} ({details.nl})", f"{old.en} becomes {new.en} ({details.en})")
    return Gist(key.measure.stream, words.capital(_stream(key)), item, alone=1)


def _stream(key: _Key) -> Text:
    """Return which money it is."""
    stream = money_words.STREAM_WORDS[key.measure.stream]
    unnamed = Text("geld zonder genoemde geldstroom", "money of no named stream")
    return unnamed if key.measure.stream == UNKNOWN else Text(f"geldstroom {stream.nl}", f"stream {stream.en}")


def _details(key: _Key) -> list[Text]:
    """Return what else keeps money apart from other money: its type, its years, its nature and who pays, as far as they are known."""
    type_ = money_words.TYPE.words[key.type] if money_words.TYPE.words else Text(key.type, key.type)
    years, payer = money_words.when_text(key.when), _PAYERS.get(key.measure.payer)
    return [
        Text("soort onbekend", "type unknown") if key.type == UNKNOWN else money_words.ROLE_WORDS.get(key.type, type_),
        *([Text(years, years)] if years else []),
        *([Text("per jaar", "per year")] if key.measure.per == "year" else []),
        *([money_words.NATURE_WORDS[key.measure.nature]] if key.measure.nature != UNKNOWN else []),
        *([payer] if payer else []),
        *([money_words.ROLE_WORDS[key.role]] if key.role not in ("counted", "untyped", key.type) else []),
    ]


_PAYERS = {"own": Text("eigen organisatie betaalt", "own organisation pays"), "other": Text("anderen betalen", "others pay")}


def _amount(total: _Total, nothing: Text) -> Text:
    if not total.known:
        return _unknown(total) if total.unknown else nothing
    amount = say.euros(total.amount)
    if not total.unknown:
        return amount
    more = _unknown(total)
    return Text(f"{amount.nl} en {more.nl}", f"{amount.en} and {more.en}")


def _unknown(total: _Total) -> Text:
    return say.numbered(total.unknown, ("onbekend bedrag", "onbekende bedragen"), ("unknown amount", "unknown amounts"))
