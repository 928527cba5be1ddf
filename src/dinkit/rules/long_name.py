"""A name is too long for a box.

Why:
    A picture, a table and a conversation have room for a name, not for a sentence. More than 12 words or 80 characters is a description: give a short
    name and put the rest in `omschrijving`. A name that goes on in the next line of the file is another finding (DIN026).

Good:
    doelen:
      banen: {naam: Meer banen in de techniek, omschrijving: "Ook voor wie nu thuis zit, en ook voor wie van ver komt."}

Bad:
    doelen:
      banen: Meer banen in de techniek, ook voor wie nu thuis zit, en ook voor wie van ver komt

Source:
    The size of a box in the pictures of dinkit.
"""

from __future__ import annotations

from collections.abc import Iterator

from dinkit.finding import Severity, Text
from dinkit.model.records import Benefit, Capability, Effort, Goal
from dinkit.network import Network
from dinkit.rule import Fault, Rule, both

WORDS, LETTERS = 12, 80
"""What a box has room for."""
_SHOWN = 30


def check(network: Network) -> Iterator[Fault]:
    """Yield a tip per goal, benefit, capability or effort with a name that is a sentence."""
    for kind in (Goal, Benefit, Capability, Effort):
        for found in network.of(kind):
            if len(found.name) <= LETTERS and len(found.name.split()) <= WORDS:
                continue
            where = network.location(found.id, "name")
            if where.span.line != where.span.end_line:
                continue
            words, name, size = both(network, found.kind), f"'{found.name[:_SHOWN]}...'", _size(found.name)
            yield Fault(
                Text(f"{words.nl} {name}: een naam van {size.nl} past niet in een vak", f"{words.en} {name}: a name of {size.en} does not fit a box"),
                where,
                found.id,
                Text(
                    f"geef een naam van hoogstens {WORDS} woorden en {LETTERS} tekens, en zet de rest in 'omschrijving'",
                    f"give a name of at most {WORDS} words and {LETTERS} characters, and put the rest in 'description'",
                ),
            )


def _size(name: str) -> Text:
    """Return in what a name is too long."""
    words = len(name.split())
    return Text(f"{words} woorden", f"{words} words") if words > WORDS else Text(f"{len(name)} tekens", f"{len(name)} characters")


RULE = Rule("DIN207", Severity.TIP, check)
