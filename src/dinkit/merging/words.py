"""What cannot be merged, in words: per element and field, with what each side says."""

from __future__ import annotations

import re

from dinkit.finding import Text
from dinkit.merging.pieces import MOVED, REMARK, Conflict, Labels

_USUAL = Labels()
_ALSO = {REMARK: Text("de opmerking erbij", "the comment with it"), MOVED: Text("verplaatst", "moved")}


def told(conflict: Conflict, labels: Labels = _USUAL) -> Text:
    """Return what the two sides cannot both have.

    Args:
        conflict: the conflict.
        labels: what the sides are called behind the markers.

    >>> told(Conflict("changed", "meer-banen", ("naam",), "Meer werk", "Veel werk")).en
    "'meer-banen', field 'naam': changed differently on both sides: 'Meer werk' (ours), 'Veel werk' (theirs)"
    """
    where = _where(conflict.element, conflict.path)
    what = _what(conflict, _sides(labels))
    said = _said(conflict, labels)
    return Text(f"{where.nl}: {what.nl}{said.nl}", f"{where.en}: {what.en}{said.en}")


def called(labels: Labels) -> tuple[Text, Text, Text]:
    """Return what the versions are called in a sentence: the base, ours and theirs."""
    usual = (
        Text("de versie waar beide kanten van uitgingen", "the version that both sides began with"),
        Text("onze kant", "our side"),
        Text("hun kant", "their side"),
    )
    pairs = zip((labels.base, labels.ours, labels.theirs), (_USUAL.base, _USUAL.ours, _USUAL.theirs), usual, strict=True)
    made = [words if label == default else Text(f"'{label}'", f"'{label}'") for label, default, words in pairs]
    return made[0], made[1], made[2]


def other_order(element: str | None, path: tuple[str, ...]) -> Text:
    """Return what to tell where both sides changed the order of the same items."""
    where = _where(element, path)
    return Text(
        f"{where.nl}: de volgorde is aan beide kanten anders veranderd; die van onze kant blijft",
        f"{where.en}: the order was changed differently on both sides; that of our side stays",
    )


def other_names(element: str, ours: str, theirs: str) -> Text:
    """Return what to tell where each side seems to have given an element another id."""
    return Text(
        f"'{element}': beide kanten hernoemden dit, tot '{ours}' en tot '{theirs}'; nu staan ze er allebei",
        f"'{element}': both sides renamed this, to '{ours}' and to '{theirs}'; now both are there",
    )


def other_parts(element: str | None, path: tuple[str, ...], now: str | None) -> Text:
    """Return what to tell where each side changed another part of one value; `now` is what it says when merged, where that fits on a line."""
    where = _where(element, path)
    nl, en = (f" (nu '{_short(now)}')", f" (now '{_short(now)}')") if now else ("", "")
    return Text(
        f"{where.nl}: elke kant veranderde een ander deel van deze waarde{nl}; klopt het geheel nog?",
        f"{where.en}: each side changed another part of this value{en}; does the whole still hold?",
    )


def _where(element: str | None, path: tuple[str, ...]) -> Text:
    field = re.sub(r"\.([0-9]+)(?=\.|\Z)", r" (\1)", ".".join(path))
    if element is None:
        return Text(f"veld '{field}'", f"field '{field}'") if field else Text("dit bestand", "this file")
    return Text(f"'{element}', veld '{field}'", f"'{element}', field '{field}'") if field else Text(f"'{element}'", f"'{element}'")


def _what(conflict: Conflict, sides: tuple[Text, Text]) -> Text:
    ours, theirs = sides
    if conflict.sort in ("removed-ours", "removed-theirs"):
        remover, changer = (ours, theirs) if conflict.sort == "removed-ours" else (theirs, ours)
        nl, en = (f" ({', '.join(getattr(_ALSO.get(key, Text(key, key)), one) for key in conflict.changed)})" for one in ("nl", "en"))
        fields = Text(nl, en) if conflict.changed else Text("", "")
        or_renamed = Text(f" of hernoemd tot '{conflict.renamed}'", f" or renamed to '{conflict.renamed}'") if conflict.renamed else Text("", "")
        return Text(
            f"{remover.nl} weggehaald{or_renamed.nl}, {changer.nl} veranderd{fields.nl}",
            f"removed{or_renamed.en} {remover.en}, changed {changer.en}{fields.en}",
        )
    return {
        "changed": Text("aan beide kanten anders veranderd", "changed differently on both sides"),
        "added": Text("aan beide kanten toegevoegd, maar niet gelijk", "added on both sides, but not the same"),
        "moved": Text("aan beide kanten verplaatst, maar niet naar dezelfde plek", "moved on both sides, but not to the same place"),
        "comment": Text("de opmerking met '#' is aan beide kanten anders veranderd", "the '#' comment was changed differently on both sides"),
    }[conflict.sort]


def _said(conflict: Conflict, labels: Labels) -> Text:
    if conflict.ours is None or conflict.theirs is None:
        return Text("", "")
    nl, en = ("onze kant", "hun kant"), ("ours", "theirs")
    names = [
        [label if label != usual else word for label, usual, word in zip(_both(labels), _both(_USUAL), words, strict=True)] for words in (nl, en)
    ]
    pairs = [f": '{_short(conflict.ours)}' ({one}), '{_short(conflict.theirs)}' ({other})" for one, other in names]
    return Text(pairs[0], pairs[1])


def _sides(labels: Labels) -> tuple[Text, Text]:
    usual = Text("aan onze kant", "on our side"), Text("aan hun kant", "on their side")
    made = [
        words if label == default else Text(f"in '{label}'", f"in '{label}'")
        for label, default, words in zip(_both(labels), _both(_USUAL), usual, strict=True)
    ]
    return made[0], made[1]


def _both(labels: Labels) -> tuple[str, str]:
    return labels.ours, labels.theirs


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else plain[:57] + "..."
